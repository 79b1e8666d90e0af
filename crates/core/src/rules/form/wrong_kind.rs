//! C116: a value is of the wrong kind.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A value is of the wrong kind.
pub static RULE: Rule = Rule {
    code: "C116",
    name: "wrong-kind",
    severity: Severity::Error,
    title: Words::fixed("这里要写的不是这种东西", "a value is of the wrong kind"),
    demand: Words::fixed(
        "字段是文字、列表还是分项，由记录格式规定",
        "The record format says whether a field is text, a list or a mapping",
    ),
    help: Words::fixed("按提示的形式写", "write it in the form that the message names"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("文字写成了列表", "a list where text is meant"),
        given: &[Given::Edit {
            file: "example/domains.yaml",
            old: "  registrar: 阿里云",
            new: "  registrar: [阿里云, 腾讯云]",
        }],
        finds: &["example/domains/shop.example/registrar"],
    },
    keeps: Example {
        shows: Words::fixed("写成文字", "text"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "  registrar: 阿里云" }],
        finds: &[],
    },
};
