//! F143: a service lives on under a deregistered subject.

use crate::law::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::parts;
use crate::vocabulary::EndReason;
use crate::words;
use crate::words::Words;

/// A service lives on under a deregistered subject.
pub static RULE: Rule = Rule {
    code: "F143",
    name: "service-outlives-subject",
    severity: Severity::Warning,
    title: Words::fixed("主体已注销，名下的服务没有终止", "a service lives on under a deregistered subject"),
    demand: Words::fixed(
        "注销主体时名下全部服务一并注销，不可恢复",
        "Deregistering a subject ends every service under it, for good",
    ),
    help: Words::fixed("给每项服务写 ended", "add `ended` to each service"),
    sources: &[HUAWEI_GUIDE.whole(), TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("服务没有终止", "the service has not ended"),
        given: &[parts::SUBJECT_CLOSED, parts::SUBJECT_ENDED],
        finds: &["example/services/shop"],
    },
    keeps: Example {
        shows: Words::fixed("一并终止", "it ended too"),
        given: &[
            parts::SUBJECT_CLOSED,
            parts::SUBJECT_ENDED,
            Given::Edit {
                file: "example/services.yaml",
                old: "    shown: 2021-04-10\n",
                new: yaml! {"
                        shown: 2021-04-10
                      closed: 2026-07-06
                      ended:
                        on: 2026-07-24
                        why: 注销
                        filing: 2026-07-06-close
                "},
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some(ended) = case.subject.particulars.value.ended.placed() else { return };
    if ended.value.why.known() != Some(&EndReason::Deregistered) {
        return;
    }
    for (key, service) in case.subject.services.iter().filter(|(_, service)| service.value.ended.is_absent()) {
        report
            .at(
                service.place,
                words!("主体已注销，服务 {key} 没有 ended", "the subject was deregistered, but `{key}` has no `ended`"),
            )
            .related(ended.place, Words::fixed("主体在此终止", "the subject ended here"));
    }
}
