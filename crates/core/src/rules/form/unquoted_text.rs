//! C117: text without quotes that is taken for something else.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// Text without quotes that is taken for something else.
pub static RULE: Rule = Rule {
    code: "C117",
    name: "unquoted-text",
    severity: Severity::Error,
    title: Words::fixed("文字没有加引号，会被读成别的东西", "text without quotes that is taken for something else"),
    demand: Words::fixed(
        "证号、电话这类号码是文字：不加引号时，有的程序会把它读成数，丢掉开头的零或改成科学计数",
        "Numbers such as credit codes and telephones are text: without quotes some programs read them as numbers and \
         drop zeros or digits",
    ),
    help: Words::fixed("给值加上英文双引号", "put the value into double quotes"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("没加引号的区划代码", "a region code without quotes"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: yaml! {r#"
                  region: "330106"
                  address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
            "#},
            new: yaml! {"
                  region: 330106
                  address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
            "},
        }],
        finds: &["example/subject/certificate/region"],
    },
    keeps: Example {
        shows: Words::fixed("加了引号", "the same in quotes"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  region: \"330106\"\n" }],
        finds: &[],
    },
};
