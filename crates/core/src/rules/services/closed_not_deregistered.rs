//! S128: a service has closed but is not deregistered.

use crate::filed::{Aspect, either_way};
use crate::law::{MII_33, MIIT_6};
use crate::model::Service;
use crate::model::Stage;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::orders::{all, covers, procedure};
use crate::words;
use crate::words::Words;

/// A service has closed but is not deregistered.
pub static RULE: Rule = Rule {
    code: "S128",
    name: "closed-not-deregistered",
    severity: Severity::Warning,
    title: Words::fixed("服务已关停，还没有注销", "a service has closed but is not deregistered"),
    demand: Words::fixed(
        "终止服务要在终止之日办理注销；留着不用的备案会成为空壳，妨碍以后的备案",
        "Who ends a service deregisters it on that day; a filing left behind becomes an empty shell and hinders later \
         ones",
    ),
    help: Words::fixed(
        "办理注销互联网信息服务，通过后写 ended",
        "file the deregistration of the service, and write `ended` once it is approved",
    ),
    sources: &[MII_33.article(15), MIIT_6.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("八月关停，没有注销", "closed in August"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "    shown: 2021-04-10\n",
            new: yaml! {"
                    shown: 2021-04-10
                  closed: 2026-08-01
            "},
        }],
        finds: &["example/services/shop/closed"],
    },
    keeps: Example {
        shows: Words::fixed("还在用", "in use"),
        given: &[Given::Stands { file: "example/services.yaml", text: "opened: 2021-03-20" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let Some(closed) = service.closed.placed().filter(|day| day.value <= case.today) else { return };
    let held = service.numbers.items().iter().any(|held| held.value.until.is_absent());
    if !held || !service.ended.is_absent() || case.stage == Stage::Ended {
        return;
    }
    let path = format!("services/{}", named.key);
    if !either_way(case.subject, &path, Aspect::Closing) && !is_deregistered(case, &path) {
        let (key, day) = (named.key, closed.value);
        report.at(
            closed.place,
            words!(
                "{key} 已于 {day} 关停，备案号还没有注销",
                "`{key}` closed on {day}, but its number is not deregistered"
            ),
        );
    }
}

/// Whether the last order of it that was approved ended it: that the records do not say so is another rule's matter.
fn is_deregistered(case: &Case<'_>, path: &str) -> bool {
    let approved = all(case).filter(|filing| covers(filing.record, path));
    let last =
        approved.filter_map(|filing| Some((filing.record.approved()?, filing.record))).max_by_key(|(day, _)| *day);
    last.is_some_and(|(_, filing)| procedure(filing).is_some_and(|asked| asked.ends_services()))
}
