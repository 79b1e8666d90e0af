//! A126: a service moved to another access while an order of it runs.

use super::common::is_told;
use crate::day::Day;
use crate::law::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::model::{Filing, Service};
use crate::record::{Place, Placed};
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::orders::{all, covers, day, facts, first, is_open};
use crate::rules::parts;
use crate::vocabulary::Event;
use crate::words;
use crate::words::Words;

/// A service moved to another access while an order of it runs.
pub static RULE: Rule = Rule {
    code: "A126",
    name: "moved-during-order",
    severity: Severity::Warning,
    title: Words::fixed("订单在办，服务却换了接入", "a service moved to another access while an order of it runs"),
    demand: Words::fixed(
        "审核期间要核对服务器和解析：换接入、退服务器的，订单会被退回，等办结以后再换",
        "Reviewers look at server and resolution: if the access changes or the server goes meanwhile, the order is \
         sent back; change it when the order is decided",
    ),
    help: Words::fixed(
        "换回原来的服务器，等订单办结；或撤回订单，先办接入的变更",
        "go back to the former server until the order is decided, or withdraw the order and file the access first",
    ),
    sources: &[TENCENT_GUIDE.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("提交后两天换了服务器", "another server two days after the order was sent"),
        given: &[
            parts::HOME_MOVED,
            parts::HOME_CHANGED,
            Given::Edit {
                file: "example/services.yaml",
                old: "        - web-1\n      since: 2021-03-18\n",
                new: yaml! {"
                            - web-1
                          since: 2026-11-18
                "},
            },
        ],
        finds: &["example/services/shop/access/0/since"],
    },
    keeps: Example {
        shows: Words::fixed("接入没有动", "the access stays"),
        given: &[parts::HOME_MOVED, parts::HOME_CHANGED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    if !is_told(case) || !named.record.is_live(case.today) {
        return;
    }
    let path = format!("services/{}", named.key);
    for order in all(case).filter(|order| is_open(order.record) && covers(order.record, &path)) {
        let Some(sent) = first(order.record, Event::Submitted).and_then(day).filter(|_| !is_of_access(order.record))
        else {
            continue;
        };
        let Some((moved, place)) = moved(case, named.record, sent) else { continue };
        let (key, stem) = (named.key, order.key);
        report
            .at(
                place,
                words!(
                    "订单 {stem} 于 {sent} 提交，还没有办结，{key} 于 {moved} 换了接入",
                    "`{stem}` was sent on {sent} and is not decided; the access of `{key}` changed on {moved}"
                ),
            )
            .related(order.place, Words::fixed("在办的订单", "the order that runs"));
        return;
    }
}

/// Whether an order is about access itself.
pub(crate) fn is_of_access(filing: &Filing) -> bool {
    let about = |fact: &str| fact.ends_with("/access") || fact.starts_with("servers/");
    filing.procedure.known().is_none_or(|asked| asked.opens() || asked.states_access() || asked.ends_services())
        || facts(filing).any(|(fact, _)| about(fact))
}

/// The day on which an access began or ended since then, and where that stands.
fn moved(case: &Case<'_>, service: &Service, sent: Day) -> Option<(Day, Place)> {
    let within = |day: &&Placed<Day>| sent < day.value && day.value <= case.today;
    let days =
        service.access.items().iter().flat_map(|access| [access.value.since.placed(), access.value.until.placed()]);
    days.flatten().find(within).map(|day| (day.value, day.place))
}
