//! Filings, observations and letters: records in files of their own, known by their stems.

use super::field::{FilingField as F, ObservationField as O, OfficialField as L};
use super::take::Taker;
use super::{Fact, lists, plain};
use crate::model::{Basis, Counterparty, Dated, Filing, Observation, Official, Subject};
use crate::record::{Slot, Value};
use std::collections::BTreeMap;

/// Compares all records that stand in files of their own.
pub(super) fn documents(out: &mut Taker<'_>, old: &Subject, new: &Subject) {
    each(out, &old.filings, &new.filings, |key| Fact::Filing(key.into(), F::Whole), filing);
    each(out, &old.observations, &new.observations, |key| Fact::Observation(key.into(), O::Whole), observation);
    each(out, &old.official, &new.official, |key| Fact::Official(key.into(), L::Whole), official);
}

fn each<T: Value + PartialEq>(
    out: &mut Taker<'_>,
    old: &[Dated<T>],
    new: &[Dated<T>],
    whole: fn(&str) -> Fact,
    take: fn(&mut Taker<'_>, &str, &T, &T),
) {
    let listed = |records: &'_ [Dated<T>]| -> BTreeMap<Box<str>, usize> {
        records.iter().enumerate().map(|(at, record)| (record.stem.clone(), at)).collect()
    };
    let (olds, news) = (listed(old), listed(new));
    for (stem, at) in &olds {
        let Some(before) = old.get(*at).map(|dated| &dated.record.value) else { continue };
        match news.get(stem).and_then(|at| new.get(*at)) {
            Some(now) if out.unchanged(before, &now.record.value) => {}
            Some(now) => take(out, stem, before, &now.record.value),
            None => out.value(whole(stem), Some(plain(before)), None),
        }
    }
    for (stem, at) in news.iter().filter(|(stem, _)| !olds.contains_key(*stem)) {
        if let Some(now) = new.get(*at) {
            out.value(whole(stem), None, Some(plain(&now.record.value)));
        }
    }
}

fn filing(out: &mut Taker<'_>, key: &str, old: &Filing, now: &Filing) {
    let Filing {
        procedure,
        through,
        account,
        order,
        covers,
        facts,
        reason,
        basis,
        effective,
        counterparty,
        contact,
        events,
        granted,
        papers,
        corrects,
    } = old;
    let f = |field| Fact::Filing(key.into(), field);
    out.slot(f(F::Procedure), procedure, &now.procedure);
    out.slot(f(F::Through), through, &now.through);
    out.slot(f(F::Account), account, &now.account);
    out.slot(f(F::Order), order, &now.order);
    out.slot(f(F::Covers), covers, &now.covers);
    out.slot(f(F::Facts), facts, &now.facts);
    out.slot(f(F::Reason), reason, &now.reason);
    parties(out, key, (basis, counterparty), now);
    out.slot(f(F::Effective), effective, &now.effective);
    out.slot(f(F::Contact), contact, &now.contact);
    out.read(f(F::Events), events, &now.events, |slot| lists::list(slot, lists::event));
    out.read(f(F::Granted), granted, &now.granted, |slot| lists::list(slot, lists::grant));
    out.read(f(F::Papers), papers, &now.papers, |slot| lists::list(slot, lists::paper));
    out.slot(f(F::Corrects), corrects, &now.corrects);
}

fn parties(out: &mut Taker<'_>, key: &str, old: (&Slot<Basis>, &Slot<Counterparty>), now: &Filing) {
    let f = |field| Fact::Filing(key.into(), field);
    let (no_basis, no_party) = (Basis::default(), Counterparty::default());
    if out.readable(&f(F::BasisDocument), old.0, &now.basis) {
        let Basis { document, number, date } = old.0.known().unwrap_or(&no_basis);
        let now = now.basis.known().unwrap_or(&no_basis);
        out.slot(f(F::BasisDocument), document, &now.document);
        out.slot(f(F::BasisNumber), number, &now.number);
        out.slot(f(F::BasisDate), date, &now.date);
    }
    if out.readable(&f(F::CounterpartyName), old.1, &now.counterparty) {
        let Counterparty { name, number } = old.1.known().unwrap_or(&no_party);
        let now = now.counterparty.known().unwrap_or(&no_party);
        out.slot(f(F::CounterpartyName), name, &now.name);
        out.slot(f(F::CounterpartyNumber), number, &now.number);
    }
}

fn observation(out: &mut Taker<'_>, key: &str, old: &Observation, now: &Observation) {
    let Observation { kind, source, sha256, at, says } = old;
    let f = |field| Fact::Observation(key.into(), field);
    out.slot(f(O::Kind), kind, &now.kind);
    out.slot(f(O::Source), source, &now.source);
    out.slot(f(O::Sha256), sha256, &now.sha256);
    out.slot(f(O::At), at, &now.at);
    out.slot(f(O::Says), says, &now.says);
}

fn official(out: &mut Taker<'_>, key: &str, old: &Official, now: &Official) {
    let Official { kind, authority, received, due, about, demands, answered } = old;
    let f = |field| Fact::Official(key.into(), field);
    out.slot(f(L::Kind), kind, &now.kind);
    out.slot(f(L::Authority), authority, &now.authority);
    out.slot(f(L::Received), received, &now.received);
    out.slot(f(L::Due), due, &now.due);
    out.slot(f(L::About), about, &now.about);
    out.slot(f(L::Demands), demands, &now.demands);
    out.slot(f(L::Answered), answered, &now.answered);
}
