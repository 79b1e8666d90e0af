//! S130: the subject is deregistered, but a service goes on.

use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::sources::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::vocabulary::EndReason;
use crate::words;
use crate::words::Words;

/// The subject is deregistered, but a service goes on.
pub static RULE: Rule = Rule {
    code: "S130",
    name: "service-of-deregistered-subject",
    severity: Severity::Warning,
    title: Words::fixed("主体已注销，服务还写着在用", "the subject is deregistered, but a service goes on"),
    demand: Words::fixed(
        "注销主体会连同名下所有服务一起注销，不可恢复；继续提供就是未备案运营",
        "Deregistering a subject ends every service under it for good; to go on is to run unfiled",
    ),
    help: Words::fixed(
        "停止服务，并给它写 ended；要继续的，重新备案",
        "stop it and write its `ended`; to go on, file anew",
    ),
    sources: &[TENCENT_GUIDE.whole(), HUAWEI_GUIDE.article("备案注销咨询")],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("主体注销，网站没有终止", "the subject ended, the website did not"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "    from: 2021-03-18\n    filing: 2021-02-20-first\n",
            new: "    from: 2021-03-18\n    until: 2026-03-20\n    filing: 2021-02-20-first\nended:\n  on: 2026-03-20\n  why: 注销\n",
        }],
        finds: &["example/services/shop", "F142 example/subject/ended/filing"],
    },
    keeps: Example {
        shows: Words::fixed("主体没有终止", "the subject goes on"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "principal: zhang" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some(ended) = case.subject.particulars.value.ended.placed() else { return };
    let gone = ended.value.why.known() == Some(&EndReason::Deregistered)
        && ended.value.on.known().is_some_and(|on| *on <= case.today);
    if !gone {
        return;
    }
    for (key, service) in case.subject.live_services(case.today).filter(|(_, service)| service.value.ended.is_absent())
    {
        report
            .at(
                service.place,
                words!("主体已注销，{key} 还没有终止", "the subject is deregistered, but `{key}` has not ended"),
            )
            .related(ended.place, Words::fixed("主体的注销在这里", "the end of the subject stands here"));
    }
}
