//! F145: a service was deregistered only after it had closed.

use crate::law::MII_33;
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{covered, day, first, procedure, tell};
use crate::rules::parts;
use crate::vocabulary::{Event, Procedure};
use crate::words;
use crate::words::Words;

/// A service was deregistered only after it had closed.
pub static RULE: Rule = Rule {
    code: "F145",
    name: "deregistered-late",
    severity: Severity::Warning,
    title: Words::fixed("服务停办后才去注销", "a service was deregistered only after it had closed"),
    demand: Words::fixed("终止提供服务的，当日办理注销", "Who ends a service deregisters it on that day"),
    help: Words::fixed("以后在关停之日提交", "submit on the day of closing next time"),
    sources: &[MII_33.article(15)],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("关停一个月后", "a month later"),
        given: &[
            parts::OLD_SITE_CLOSED,
            Given::Edit {
                file: "example/services.yaml",
                old: yaml! {"
                    shop:
                      kind: 网站
                "},
                new: yaml! {"
                    old:
                      kind: 网站
                      name: 示例旧站
                      closed: 2026-06-06
                      ended:
                        on: 2026-07-24
                        why: 注销
                        filing: 2026-07-06-close
                    shop:
                      kind: 网站
                "},
            },
        ],
        finds: &["example/filings/2026-07-06-close/events/0"],
    },
    keeps: Example {
        shows: Words::fixed("当日提交", "the same day"),
        given: &[parts::OLD_SITE_CLOSED, parts::OLD_SITE_ENDED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    if procedure(named.record) != Some(Procedure::DeregisterService) {
        return;
    }
    let Some(submitted) = first(named.record, Event::Submitted) else { return };
    let Some(day) = day(submitted) else { return };
    for (path, _) in covered(named.record) {
        let service = path.strip_prefix("services/").and_then(|key| case.subject.services.get(key));
        let Some(closed) = service.and_then(|service| service.value.closed.placed()) else { continue };
        if closed.value < day {
            let (end, late) = (closed.value, closed.value.days_until(day));
            tell(
                case,
                report,
                submitted.place,
                words!(
                    "{path} 在 {end} 关停，{day} 才提交注销，晚了 {late} 天",
                    "`{path}` closed on {end} and its deregistration was submitted on {day}, {late} days late"
                ),
            )
            .related(closed.place, Words::fixed("关停日期", "it closed here"));
        }
    }
}
