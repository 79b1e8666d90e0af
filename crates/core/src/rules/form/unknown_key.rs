//! C115: the format has no such key.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// The format has no such key.
pub static RULE: Rule = Rule {
    code: "C115",
    name: "unknown-key",
    severity: Severity::Error,
    title: Words::fixed("格式里没有这个键", "the format has no such key"),
    demand: Words::fixed(
        "每个键都由记录格式规定；写错的键没有人读，要写的事项也就丢了",
        "The record format names every key; a misspelt key is read by nobody and its fact is lost",
    ),
    help: Words::fixed("改成格式里的键，或删去这一行", "use a key of the format, or delete the line"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("registered 少写了 e", "registered without its second e"),
        given: &[Given::Edit { file: "example/domains.yaml", old: "  registered: 2020", new: "  registred: 2020" }],
        finds: &["example/domains/shop.example/registred"],
    },
    keeps: Example {
        shows: Words::fixed("格式里的键", "the key of the format"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "  registered: 2020-11-02" }],
        finds: &[],
    },
};
