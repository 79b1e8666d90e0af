//! C131: records declare an older version of the format than they need.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// Records declare an older version of the format than they need.
pub static RULE: Rule = Rule {
    code: "C131",
    name: "older-format-declared",
    severity: Severity::Warning,
    title: Words::fixed(
        "声明的记录格式比所用的写法旧",
        "records declare an older version of the format than they need",
    ),
    demand: Words::fixed(
        "格式 2 增加了一些键；声明了版本，旧程序就说要换新程序，而不会说键写错了",
        "Format 2 brought some keys; where the version is declared, an older program asks for a newer one and does \
         not take the keys for misspelt",
    ),
    help: Words::fixed("在 subject.yaml 写 format: 2", "write `format: 2` in subject.yaml"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("用了格式 2 的键，写的是格式 1", "a key of format 2 under format 1"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "format: 1\n",
            new: yaml! {"
                format: 1
                business_scope: 陶瓷制品销售
            "},
        }],
        finds: &["example/subject/format"],
    },
    keeps: Example {
        shows: Words::fixed("写了格式 2", "format 2 is declared"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "format: 1\n",
            new: yaml! {"
                format: 2
                business_scope: 陶瓷制品销售
            "},
        }],
        finds: &[],
    },
};
