//! T110: the latest look at the public registry is more than a year old.

use crate::law::REGISTRY;
use crate::model::Stage;
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::parts;
use crate::vocabulary::ObservationKind;
use crate::words;
use crate::words::Words;

/// The latest look at the public registry is more than a year old.
pub static RULE: Rule = Rule {
    code: "T110",
    name: "observation-old",
    severity: Severity::Note,
    title: Words::fixed("最近一次公共查询已过一年", "the latest look at the public registry is more than a year old"),
    demand: Words::fixed(
        "备案会被注销、清理或由别处变更，隔一段时间要到公共查询看一次",
        "Filings are cancelled, cleared or changed elsewhere, so one looks at the public registry from time to time",
    ),
    help: Words::fixed("再查一次，另存一份观察", "look again and keep what it shows as a new observation"),
    sources: &[REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("两年前的查询", "two years ago"),
        given: &[parts::NOTHING_IN_REGISTRY],
        finds: &["example/observations/2024-10-10-registry/at"],
    },
    keeps: Example {
        shows: Words::fixed("不久前查过", "not long ago"),
        given: &[
            parts::NOTHING_IN_REGISTRY,
            Given::File {
                file: "example/observations/2026-10-10-registry.yaml",
                text: yaml! {r#"
                    kind: 管局查询
                    source: beian.miit.gov.cn
                    sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                    at: 2026-10-10
                    says: 无记录
                "#},
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let registry = |kind: Option<&ObservationKind>| kind == Some(&ObservationKind::Registry);
    let looks = case.subject.observations.iter().map(|observation| &observation.record.value);
    let times = looks.filter(|look| registry(look.kind.known())).filter_map(|look| look.at.placed());
    let Some(latest) = times.max_by_key(|at| at.value.day()).filter(|_| case.stage != Stage::Ended) else { return };
    let day = latest.value.day();
    if day.plus_months(12) < case.today {
        report.at(
            latest.place,
            words!("最近一次查询在 {day}，已过一年", "the latest look was on {day}, more than a year ago"),
        );
    }
}
