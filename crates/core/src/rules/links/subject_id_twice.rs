//! L201: two subjects have one identity.

use super::common::clashes;
use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Claim, ClaimKind, Clash};
use crate::rule::{Example, Given, Rule, Severity};
use crate::words;
use crate::words::Words;

/// Two subjects have one identity.
pub static RULE: Rule = Rule {
    code: "L201",
    name: "subject-id-twice",
    severity: Severity::Error,
    title: Words::fixed("两个主体用了同一个标识", "two subjects have one identity"),
    demand: Words::fixed(
        "标识是主体在这些记录里的名字，订单、期限和报告都靠它指称，必须唯一",
        "The identity is the subject's name within these records, by which orders, deadlines and reports speak of it; \
         it must be unique",
    ),
    help: Words::fixed(
        "给后来的主体换一个 id；若是同一主体，把两个文件夹并成一个",
        "give the later subject another `id`; if both are one subject, merge the folders",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Shared(ClaimKind::SubjectId, check),
    breaks: Example {
        shows: Words::fixed("两个文件夹写了同一个 id", "two folders with one `id`"),
        given: &[
            Given::Other,
            Given::Edit {
                file: "other/subject.yaml",
                old: "format: 1\n",
                new: yaml! {"
                    format: 1
                    id: example
                "},
            },
        ],
        finds: &["example/subject/id"],
    },
    keeps: Example { shows: Words::fixed("各有各的", "each its own"), given: &[Given::Other], finds: &[] },
};

fn check(claims: &[Claim]) -> Vec<Clash> {
    // Each subject claims its identity once, so that every further claim is another subject's.
    clashes(
        claims,
        |_, _| true,
        |_, claim| {
            let id = &claim.value;
            words!("标识 {id} 已有别的主体使用", "the identity `{id}` is another subject's")
        },
        &Words::fixed("先用的主体", "used here first"),
    )
}
