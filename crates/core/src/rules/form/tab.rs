//! C105: a tab indents or separates.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A tab indents or separates.
pub static RULE: Rule = Rule {
    code: "C105",
    name: "tab",
    severity: Severity::Error,
    title: Words::fixed("用制表符缩进或分隔", "a tab indents or separates"),
    demand: Words::fixed(
        "YAML 不许用制表符缩进，各程序对它的宽度也看法不一",
        "YAML does not allow tabs for indentation, and programs disagree on their width",
    ),
    help: Words::fixed("改成空格，每层两个", "use spaces, two for each level"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("用制表符缩进", "a line indented by a tab"),
        given: &[Given::Edit {
            file: "example/domains.yaml", old: "  registrar: 阿里云", new: "\tregistrar: 阿里云"
        }],
        finds: &["example/domains"],
    },
    keeps: Example {
        shows: Words::fixed("用两个空格缩进", "the line indented by two spaces"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "  registrar: 阿里云" }],
        finds: &[],
    },
};
