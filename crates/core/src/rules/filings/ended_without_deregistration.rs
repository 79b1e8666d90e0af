//! F142: something ended by deregistration, but no approved order says so.

use super::common::{all, by_stem, covers, last, procedure, tell};
use crate::law::{MII_33, RECORD_FORMAT};
use crate::model::{Ended, Filing};
use crate::record::Slot;
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::parts;
use crate::vocabulary::{EndReason, Event, Procedure};
use crate::words;
use crate::words::Words;

/// Something ended by deregistration, but no approved order says so.
pub static RULE: Rule = Rule {
    code: "F142",
    name: "ended-without-deregistration",
    severity: Severity::Error,
    title: Words::fixed(
        "写了因注销终止，却没有通过的注销订单",
        "something ended by deregistration, but no approved order says so",
    ),
    demand: Words::fixed(
        "注销以管局通过为准；终止互联网信息服务要办理注销",
        "A deregistration is what the authority approved; who ends a service deregisters it",
    ),
    help: Words::fixed("补上注销订单，或在 filing 写明是哪个订单", "add the order, or name it in `filing`"),
    sources: &[MII_33.article(15), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("所指的订单还没有通过", "the order is not approved"),
        given: &[
            Given::File {
                file: "example/filings/2026-11-16-close.yaml",
                text: yaml! {r#"
                    procedure: 注销互联网信息服务
                    through: 阿里云
                    order: "20260706000017"
                    covers:
                      - services/old
                    effective: 2026-11-16
                    events:
                      - at: 2026-11-16T10:00:00+08:00
                        event: 提交订单
                      - at: 2026-11-17T09:40:00+08:00
                        event: 初审通过
                      - at: 2026-11-17T09:41:00+08:00
                        event: 发送短信
                      - at: 2026-11-17T10:05:00+08:00
                        event: 短信核验
                        who: zhang
                      - at: 2026-11-17T10:06:00+08:00
                        event: 提交管局
                "#},
            },
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
                      closed: 2026-11-16
                      ended:
                        on: 2026-11-20
                        why: 注销
                        filing: 2026-11-16-close
                    shop:
                      kind: 网站
                "},
            },
        ],
        finds: &["example/services/old/ended/filing"],
    },
    keeps: Example {
        shows: Words::fixed("注销已通过", "it was approved"),
        given: &[parts::OLD_SITE_CLOSED, parts::OLD_SITE_ENDED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let subject = case.subject;
    judge(case, "subject", &subject.particulars.value.ended, report);
    for (key, service) in subject.services.iter() {
        judge(case, &format!("services/{key}"), &service.value.ended, report);
    }
}

fn judge(case: &Case<'_>, path: &str, ended: &Slot<Ended>, report: &mut Report<'_>) {
    let Some(ended) = ended.placed() else { return };
    if ended.value.why.known() != Some(&EndReason::Deregistered) {
        return;
    }
    let ends = |filing: &Filing| {
        let which = procedure(filing);
        let whole = which.is_some_and(Procedure::ends_subject);
        let covered = covers(filing, path) && (whole || which == Some(Procedure::DeregisterService));
        (covered || whole && covers(filing, "subject")) && last(filing, Event::Approved).is_some()
    };
    match ended.value.filing.placed() {
        Some(stem) => {
            if let Some(filing) = by_stem(case, &stem.value).filter(|filing| !ends(filing.record)) {
                let name = &stem.value;
                tell(
                    case,
                    report,
                    stem.place,
                    words!(
                        "订单 {name} 不是 {path} 已通过的注销",
                        "`{name}` is no approved deregistration of `{path}`"
                    ),
                )
                .related(filing.place, Words::fixed("所指的订单", "the order named"));
            }
        }
        None if all(case).any(|filing| ends(filing.record)) => {}
        None => {
            report
                .missing(
                    ended.place,
                    "filing",
                    words!(
                        "{path} 因注销终止，没有通过的注销订单",
                        "`{path}` ended by deregistration, but no order was approved for it"
                    ),
                )
                .at_most(case.missing());
        }
    }
}
