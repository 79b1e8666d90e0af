//! R110: the settings by which records are judged were changed.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words::Words;

/// The settings by which records are judged were changed. Found beside the records.
pub static RULE: Rule = Rule {
    code: "R110",
    name: "policy-changed",
    severity: Severity::Note,
    title: Words::fixed("这次改动了检查所依据的设置", "the settings by which records are judged were changed"),
    demand: Words::fixed(
        "设置、覆盖数据、模板和基线决定什么算错；审阅一律用改动之前的，改动合并之后才生效",
        "Settings, overlays, templates and a baseline decide what counts; a review takes them from before the change, \
         which has effect once it is merged",
    ),
    help: Words::fixed(
        "由负责记录的人看一遍；最好与记录的改动分开提交",
        "let whoever answers for the records look at it; better apart from changes of records",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Review,
    breaks: Example {
        shows: Words::fixed("这次加了 beian.yaml", "a beian.yaml that was not there"),
        given: &[Given::File { file: "beian.yaml", text: "sample: true\n" }],
        finds: &["beian.yaml"],
    },
    keeps: Example {
        shows: Words::fixed("只改记录", "only records change"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "format: 1" }],
        finds: &[],
    },
};
