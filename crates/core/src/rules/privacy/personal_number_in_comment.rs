//! P109: a comment holds a personal number.

use crate::law::{Article, PIPL, RECORD_FORMAT};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A comment holds a personal number.
pub static RULE: Rule = Rule {
    code: "P109",
    name: "personal-number-in-comment",
    severity: Severity::Warning,
    title: Words::fixed("注释里有完整的个人号码", "a comment holds a personal number in full"),
    demand: Words::fixed(
        "注释没有人核对，却和记录一样被 git 永远保留；个人信息只应保留必要的时间",
        "Nobody checks comments, yet git keeps them for ever like the records; personal information is kept no longer \
         than needed",
    ),
    help: Words::fixed(
        "删去号码，或只留前三位和后四位",
        "take the number out, or keep its first three and last four alone",
    ),
    sources: &[PIPL.articles(&[Article::new(6), Article::new(19), Article::new(51)]), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("注释里的手机号", "a mobile number in a comment"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例",
            new: "supervisor: 张示例 # 电话 13800000001",
        }],
        finds: &["example/subject"],
    },
    keeps: Example {
        shows: Words::fixed("注释里没有号码", "a comment without a number"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例",
            new: "supervisor: 张示例 # 电话在人事部",
        }],
        finds: &[],
    },
};
