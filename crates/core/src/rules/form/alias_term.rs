//! C120: an alias stands for the term of its list.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::parts;
use crate::words::Words;

/// An alias stands for the term of its list.
pub static RULE: Rule = Rule {
    code: "C120",
    name: "alias-term",
    severity: Severity::Warning,
    title: Words::fixed("用了别名，不是规定的用语", "an alias stands for the term of its list"),
    demand: Words::fixed(
        "同一件事各家叫法不同，记录里只写规定的用语",
        "The same thing has many names; records hold the official term alone",
    ),
    help: Words::fixed("换成提示里的规定用语", "write the term that the message names"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("把企业写成公司", "公司 for 企业"),
        given: &[parts::NATURE_BY_ALIAS],
        finds: &["example/subject/nature"],
    },
    keeps: Example {
        shows: Words::fixed("规定的用语", "the official term"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "nature: 企业" }],
        finds: &[],
    },
};
