//! R112: a server changed while an order of a service on it runs.

use super::turn::{Turn, by_stem};
use crate::change::{Fact, ServerField, ServiceField};
use crate::filed::{concerns, state};
use crate::law::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::model::{Dated, Filing, Subject};
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::rules::access::moved_during_order::is_of_access;
use crate::rules::in_use::names_server;
use crate::rules::orders::{day, first};
use crate::rules::parts;
use crate::vocabulary::Event;
use crate::words;
use crate::words::Words;

/// A server changed while an order of a service on it runs.
pub static RULE: Rule = Rule {
    code: "R112",
    name: "server-moved-during-order",
    severity: Severity::Warning,
    title: Words::fixed("订单在办，服务器却动了", "a server changed while an order of a service on it runs"),
    demand: Words::fixed(
        "审核期间要核对服务器和解析：同一接入商内换服务器本来无须备案，但订单办结之前不要换、不要退",
        "Reviewers look at server and resolution: another server of the same provider needs no filing, but it waits \
         until the order is decided",
    ),
    help: Words::fixed("等订单办结再换；或撤回订单", "change it when the order is decided, or withdraw the order"),
    sources: &[TENCENT_GUIDE.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Review,
    breaks: Example {
        shows: Words::fixed("审核期间换了 IP", "another address during the review"),
        given: &[
            parts::HOME_MOVED,
            parts::HOME_CHANGED,
            Given::Edit { file: "example/servers.yaml", old: "    - 203.0.113.10\n", new: "    - 203.0.113.11\n" },
        ],
        finds: &["example/servers/web-1/addresses"],
    },
    keeps: Example {
        shows: Words::fixed("服务器没有动", "the server stays"),
        given: &[parts::HOME_MOVED, parts::HOME_CHANGED],
        finds: &[],
    },
};

pub(super) fn check(turn: &Turn<'_>, report: &mut Report<'_>) {
    let Some((old, new)) = turn.both() else { return };
    let runs = |dated: &&Dated<Filing>| state(&dated.record.value).is_open() && !is_of_access(&dated.record.value);
    for order in new.filings.iter().filter(runs).filter(|order| ran_before(turn, old, order)) {
        let Some(fact) = moved(turn, (old, new), &order.record.value) else { continue };
        let (stem, spelled) = (&order.stem, fact.to_string());
        report
            .at(
                turn.place(&spelled),
                words!(
                    "订单 {stem} 在办，{spelled} 动了：审核核对的是原来的服务器",
                    "`{stem}` runs and {spelled} changed: the reviewers look at the former server"
                ),
            )
            .related(order.record.place, Words::fixed("在办的订单", "the order that runs"));
    }
}

/// Whether an order ran before this change: it stood so, or was sent before the day of the commit.
fn ran_before(turn: &Turn<'_>, old: &Subject, order: &Dated<Filing>) -> bool {
    let stood = by_stem(old, &order.stem).is_some_and(|before| state(&before.record.value).is_open());
    let sent = first(&order.record.value, Event::Submitted).and_then(day);
    stood || sent.is_some_and(|sent| sent < turn.committed)
}

/// The first fact of a server of what the order is about that changed.
fn moved<'t>(turn: &'t Turn<'_>, (old, new): (&Subject, &Subject), filing: &Filing) -> Option<&'t Fact> {
    let covered = |key: &str| concerns(filing, &format!("services/{key}"));
    let serves = |subject: &Subject, server: &str| {
        subject.services.iter().any(|(key, service)| covered(key) && names_server(&service.value, server))
    };
    let dated = |key: &str| {
        let accesses = new.services.get(key).into_iter().flat_map(|service| service.value.access.items().iter());
        let sent = first(filing, Event::Submitted).and_then(day);
        let begun = accesses.filter_map(|access| access.value.since.known());
        sent.is_some_and(|sent| begun.max().is_some_and(|since| sent < *since))
    };
    turn.changes.facts.iter().map(|change| &change.fact).find(|fact| match fact {
        Fact::Server(key, field) => is_of_place(*field) && (serves(old, key) || serves(new, key)),
        // An access that says since when it is another is told as it stands.
        Fact::Service(key, ServiceField::Access) => covered(key) && !dated(key),
        _ => false,
    })
}

/// Whether a field says where or what a server is.
const fn is_of_place(field: ServerField) -> bool {
    use ServerField as V;
    match field {
        V::Whole | V::Provider | V::CloudRegion | V::Place | V::Instance | V::Addresses | V::Released => true,
        V::Mode | V::Holder | V::PaidFrom | V::PaidUntil | V::PaidBilling => false,
    }
}
