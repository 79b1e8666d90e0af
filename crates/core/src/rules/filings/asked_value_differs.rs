//! F148: an order that is not decided asks for another value than the records hold.

use super::known::is_known;
use super::on_file::{Recorded, is_renamed, is_same, on_file, pending, recorded};
use crate::change::{Apart, apart};
use crate::filed::{Aspect, Hold, access_change, hold, state};
use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::record::{FactChange, Place, Placed, Plain};
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Rule, Severity};
use crate::rules::orders::{facts, procedure, tell};
use crate::rules::parts;
use crate::words::Words;
use std::collections::BTreeMap;

/// An order that is not decided asks for another value than the records hold.
pub static RULE: Rule = Rule {
    code: "F148",
    name: "asked-value-differs",
    severity: Severity::Error,
    title: Words::fixed(
        "办理中的订单要的不是记录里的值",
        "an order that is not decided asks for another value than the records hold",
    ),
    demand: Words::fixed(
        "记录写要达到的样子，办理中的订单办的就是它",
        "The records hold what is meant to be, and that is what a pending order asks for",
    ),
    help: Words::fixed("改正订单或记录", "correct the order or the record"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("订单与记录的地址不同", "two addresses"),
        given: &[parts::MOVE_UNDER_REVIEW],
        finds: &["example/filings/2026-11-16-address/facts/subject/address/to"],
    },
    keeps: Example {
        shows: Words::fixed("一致", "the same"),
        given: &[parts::OFFICE_MOVED, parts::MOVE_UNDER_REVIEW],
        finds: &[],
    },
};

/// What an order asks for a fact.
struct Asked<'a> {
    filing: &'a Filing,
    change: &'a Placed<FactChange>,
    from: Option<&'a Plain>,
    value: Option<&'a Plain>,
    place: Place,
}

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let mut asked: BTreeMap<&str, Asked<'_>> = BTreeMap::new();
    for filing in pending(case) {
        for (fact, change) in facts(filing.record) {
            let (from, value, place) = match &change.value {
                FactChange::Filed(value) => (None, Some(value), change.place),
                FactChange::Changed { to, .. } if to.is_faulty() => continue,
                FactChange::Changed { from, to } => (from.known(), to.known(), to.place().unwrap_or(change.place)),
            };
            asked.insert(fact, Asked { filing: filing.record, change, from, value, place });
        }
    }
    if asked.is_empty() {
        return;
    }
    let on_file = on_file(case);
    for (fact, Asked { filing, change, from, value, place }) in asked {
        let found = recorded(case.subject, fact, value);
        let (other, at) = match (found, value) {
            (Recorded::Same, _) => continue,
            (Recorded::Value(other, _), Some(value)) if is_same(case, fact, value, &other) => continue,
            (Recorded::Nothing { .. }, None) | (Recorded::Nothing { faulty: true } | Recorded::NoRecord, _) => continue,
            (Recorded::Nothing { .. }, _) if !is_known(fact) => continue,
            (Recorded::Value(other, at), _) => (Some(other), at),
            (Recorded::Nothing { faulty: false }, Some(_)) => (None, Place::NOWHERE),
        };
        let hold = procedure(filing).map(|asked| hold(asked, state(filing), Aspect::Values));
        let access = procedure(filing).and_then(|asked| access_change(asked, fact, &change.value));
        let former = match (from, &other) {
            (Some(from), Some(other)) => is_same(case, fact, from, other),
            (None, None) => true,
            _ => false,
        };
        let open = hold == Some(Hold::Either) && (former || access.is_some());
        if open || access.is_some_and(|access| access.is_in(other.as_ref())) {
            continue;
        }
        if is_renamed(case, &on_file, fact, value, other.as_ref()) {
            continue;
        }
        let Apart { one: new, other: kept } = apart(&case.tables.clouds, fact, value, other.as_ref());
        let message = Words {
            zh: format!("{fact} 订单要办成“{}”，记录是“{}”", new.zh, kept.zh).into(),
            en: format!("the order asks for {} as `{fact}`, the records say {}", new.en, kept.en).into(),
        };
        let finding = tell(case, report, place, message);
        if at.is_somewhere() {
            finding.related(at, Words::fixed("记录的值", "the value in the records"));
        }
    }
}
