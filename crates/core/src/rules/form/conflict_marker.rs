//! C106: a merge conflict is left in the file.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// A merge conflict is left in the file.
pub static RULE: Rule = Rule {
    code: "C106",
    name: "conflict-marker",
    severity: Severity::Error,
    title: Words::fixed("文件里留有合并冲突标记", "a merge conflict is left in the file"),
    demand: Words::fixed(
        "冲突没有解决的文件同时说两样话，不能作为记录",
        "A file with an unresolved conflict says two things at once and is no record",
    ),
    help: Words::fixed(
        "选定一边的内容，删去 <<<<<<<、=======、>>>>>>> 三行，再提交",
        "keep one side, delete the lines <<<<<<<, ======= and >>>>>>>, then commit",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("两边都留着", "both sides are left"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例\n",
            new: yaml! {"
                <<<<<<< HEAD
                supervisor: 张示例
                =======
                supervisor: 李示例
                >>>>>>> other
            "},
        }],
        finds: &["example/subject"],
    },
    keeps: Example {
        shows: Words::fixed("只留一边", "one side is kept"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "supervisor: 张示例\n" }],
        finds: &[],
    },
};
