//! C121: a value cannot be read.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A value cannot be read.
pub static RULE: Rule = Rule {
    code: "C121",
    name: "unreadable-value",
    severity: Severity::Error,
    title: Words::fixed("值读不出来", "a value cannot be read"),
    demand: Words::fixed(
        "日期、时刻、整数、是否各有固定写法",
        "Days, moments, whole numbers and flags each have one spelling",
    ),
    help: Words::fixed("按提示的写法改", "write it as the message says"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("用斜线写的日期", "a date with slashes"),
        given: &[Given::Edit { file: "example/domains.yaml", old: "expires: 2029-11-02", new: "expires: 2029/11/2" }],
        finds: &["example/domains/shop.example/expires"],
    },
    keeps: Example {
        shows: Words::fixed("YYYY-MM-DD", "YYYY-MM-DD"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "expires: 2029-11-02" }],
        finds: &[],
    },
};
