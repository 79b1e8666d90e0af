//! C107: a key stands twice.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A key stands twice.
pub static RULE: Rule = Rule {
    code: "C107",
    name: "duplicate-key",
    severity: Severity::Error,
    title: Words::fixed("同一个键写了两次", "a key stands twice"),
    demand: Words::fixed(
        "同一层的键只能写一次，否则不同程序会取不同的值",
        "A key stands once in its mapping, or else programs differ in which value they take",
    ),
    help: Words::fixed("留下对的一行，删去另一行", "keep the right line and delete the other"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("registrar 写了两次", "registrar stands twice"),
        given: &[Given::Edit {
            file: "example/domains.yaml",
            old: "  registrar: 阿里云\n",
            new: yaml! {"
                  registrar: 阿里云
                  registrar: 腾讯云
            "},
        }],
        finds: &["example/domains"],
    },
    keeps: Example {
        shows: Words::fixed("写一次", "it stands once"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "  registrar: 阿里云\n" }],
        finds: &[],
    },
};
