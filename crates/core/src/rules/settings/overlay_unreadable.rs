//! C220: an overlay cannot be read.

use crate::law::RECORD_FORMAT;
use crate::rule::{Check, Example, Rule, Severity};
use crate::rules::parts;
use crate::words::Words;

/// An overlay cannot be read.
pub static RULE: Rule = Rule {
    code: "C220",
    name: "overlay-unreadable",
    severity: Severity::Error,
    title: Words::fixed("覆盖数据读不了", "an overlay cannot be read"),
    demand: Words::fixed(
        "设置里写的覆盖数据要在仓库里面，读不到时判断会和预想的不同",
        "The overlays that settings name stand inside the repository; without them findings are not what is expected",
    ),
    help: Words::fixed(
        "写从 beian.yaml 所在目录起的路径，指向 YAML 文件或放这些文件的目录",
        "write a path from the folder of beian.yaml on, to a YAML file or a folder of them",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Form,
    breaks: Example {
        shows: Words::fixed("没有这个目录", "no such folder"),
        given: &[parts::OVERLAYS_SET],
        finds: &["beian/overlays"],
    },
    keeps: Example {
        shows: Words::fixed("来源和行都完整", "a source and whole rows"),
        given: &[parts::OVERLAYS_SET, parts::REGISTRAR_OVERLAY],
        finds: &[],
    },
};
