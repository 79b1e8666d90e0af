//! C119: a word is no term of its list.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A word is no term of its list.
pub static RULE: Rule = Rule {
    code: "C119",
    name: "unknown-term",
    severity: Severity::Error,
    title: Words::fixed("不是规定的用语", "a word is no term of its list"),
    demand: Words::fixed(
        "性质、证件类型、流程类型等只用规定的用语，这样各处写法才一致",
        "Nature, certificate kind, procedure and the like take only the terms of their lists, so that all records \
         agree",
    ),
    help: Words::fixed("从规定的用语里选一个", "take a term of the list"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("写错的主办单位性质", "a misspelt nature"),
        given: &[Given::Edit { file: "example/subject.yaml", old: "nature: 企业", new: "nature: 企叶" }],
        finds: &["example/subject/nature"],
    },
    keeps: Example {
        shows: Words::fixed("规定的用语", "a term of the list"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "nature: 企业" }],
        finds: &[],
    },
};
