//! Which filing asks for which change, and which changes no filing asks for.

use super::{Part, Required};
use crate::change::{Change, Fact, ServiceField, same_filed};
use crate::filed::{Aspect, Hold, State, access_change, hold, replay, state, value_of};
use crate::model::{Dated, Filing, Subject};
use crate::names::Clouds;
use crate::record::{FactChange, Plain};
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;
use std::collections::BTreeSet;

/// How filings cover the orders that changes need.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Orders that filings cover whole: position of the order, and the stems.
    pub covered: Vec<(usize, BTreeSet<Box<str>>)>,
    /// Orders of which something is not covered.
    pub uncovered: Vec<Uncovered>,
    /// Stems of new filings that cover nothing.
    pub idle: Vec<Box<str>>,
}

/// An order of which something is not covered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uncovered {
    /// Position of the order in the answer: it says which filing to write.
    pub order: usize,
    /// What is not covered.
    pub gaps: Vec<Gap>,
}

/// A fact that no filing covers at one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The fact.
    pub fact: Fact,
    /// The level: `subject`, `services/…`.
    pub scope: String,
    /// Why not.
    pub why: Why,
}

/// Why a fact is not covered.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A filing names it with another new value.
    OtherTo(Box<str>),
    /// A filing names it with another old value.
    OtherFrom(Box<str>),
    /// A filing of the right kind does not name it.
    NotNamed(Box<str>),
    /// A filing asked for it and came to nothing.
    CameToNothing(Box<str>),
    /// There is no filing for it.
    NoFiling,
}

impl Why {
    /// The reason in words.
    #[must_use]
    pub fn words(&self) -> Words {
        match self {
            Self::OtherTo(stem) => words!("订单 {stem} 写的新值与记录不同", "{stem} names another new value"),
            Self::OtherFrom(stem) => words!("订单 {stem} 写的原值与原记录不同", "{stem} names another old value"),
            Self::NotNamed(stem) => words!("订单 {stem} 没有写到此项", "{stem} does not name it"),
            Self::CameToNothing(stem) => {
                words!(
                    "订单 {stem} 没有办成（驳回、撤回或失效）",
                    "{stem} came to nothing (rejected, withdrawn or lapsed)"
                )
            }
            Self::NoFiling => Words::fixed("没有订单", "there is no filing for it"),
        }
    }
}

/// The filings that can speak of a change: those that were not closed before it.
fn speaking<'a>(old: Option<&Subject>, new: &'a Subject) -> Vec<&'a Dated<Filing>> {
    let closed = |stem: &str| {
        old.and_then(|old| old.filings.iter().find(|filing| &*filing.stem == stem))
            .is_some_and(|filing| matches!(state(&filing.record.value), State::Approved | State::Ended))
    };
    new.filings.iter().filter(|filing| !closed(&filing.stem) && state(&filing.record.value) != State::Ended).collect()
}

/// The filings that ask for at least one of these parts.
pub(crate) fn matching<'a>(
    clouds: &Clouds,
    parts: &[Part],
    facts: &[Change],
    old: Option<&Subject>,
    new: &'a Subject,
) -> Vec<(&'a str, &'a Filing)> {
    let covers = |filing: &&Dated<Filing>| parts.iter().any(|part| judge(clouds, filing, part, facts, new).is_ok());
    speaking(old, new).into_iter().filter(covers).map(|filing| (&*filing.stem, &filing.record.value)).collect()
}

/// Holds the orders that changes need against the filings of the subject.
#[must_use]
pub fn coverage(clouds: &Clouds, required: &[Required], old: Option<&Subject>, new: Option<&Subject>) -> Coverage {
    let mut found = Coverage::default();
    let Some(new) = new else {
        found.uncovered.extend(required.iter().enumerate().filter(|(_, answer)| answer.procedure().is_some()).map(
            |(order, answer)| {
                Uncovered {
                    order,
                    gaps: answer
                        .parts
                        .iter()
                        .map(|part| Gap { fact: part.fact.clone(), scope: part.scope.clone(), why: Why::NoFiling })
                        .collect(),
                }
            },
        ));
        return found;
    };
    let filings = speaking(old, new);
    let mut useful: BTreeSet<Box<str>> = BTreeSet::new();
    for (order, answer) in required.iter().enumerate() {
        let mut stems = BTreeSet::new();
        let mut gaps = Vec::new();
        for part in &answer.parts {
            match best(clouds, &filings, part, &answer.facts, new) {
                Ok(stem) => drop(stems.insert(stem)),
                Err(why) => {
                    let refused = came_to_nothing(clouds, part, &answer.facts, new).filter(|_| why == Why::NoFiling);
                    let why = refused.unwrap_or(why);
                    gaps.push(Gap { fact: part.fact.clone(), scope: part.scope.clone(), why });
                }
            }
        }
        useful.extend(stems.iter().cloned());
        // What stays at the provider is no filing with the authority.
        let here = !answer.procedure().is_some_and(Procedure::reaches_authority);
        if answer.parts.is_empty() || here {
            continue;
        }
        if gaps.is_empty() {
            found.covered.push((order, stems));
        } else {
            found.uncovered.push(Uncovered { order, gaps });
        }
    }
    let known = |stem: &str| old.is_some_and(|old| old.filings.iter().any(|filing| &*filing.stem == stem));
    let idle = filings.iter().filter(|filing| !useful.contains(&filing.stem) && !known(&filing.stem));
    let asked: BTreeSet<&Fact> =
        required.iter().flat_map(|answer| answer.parts.iter().map(|part| &part.fact)).collect();
    found.idle = idle
        .filter(|filing| !speaks_of_records(clouds, &filing.record.value, new, &asked))
        .filter(|filing| !is_a_step(filing, &filings) && !is_done(filing, new))
        .map(|filing| filing.stem.clone())
        .collect();
    found
}

/// Whether a filing was approved and a later one went on from it: what it asked for stood in between, and no more.
fn is_a_step(filing: &Dated<Filing>, filings: &[&Dated<Filing>]) -> bool {
    let Some((day, facts)) = filing.record.value.approved().zip(filing.record.value.facts.known()) else {
        return false;
    };
    let goes_on = |fact: &str| {
        filings.iter().filter(|other| other.stem != filing.stem).any(|other| {
            let other = &other.record.value;
            other.approved().is_none_or(|then| day <= then)
                && other.facts.known().is_some_and(|facts| facts.get(fact).is_some())
        })
    };
    facts.iter().next().is_some() && facts.iter().all(|(fact, _)| goes_on(fact))
}

/// The filing that covers a part, or the nearest reason why none does.
fn best(
    clouds: &Clouds,
    filings: &[&Dated<Filing>],
    part: &Part,
    facts: &[Change],
    new: &Subject,
) -> Result<Box<str>, Why> {
    let mut nearest = Why::NoFiling;
    for filing in filings {
        match judge(clouds, filing, part, facts, new) {
            Ok(()) => return Ok(filing.stem.clone()),
            Err(why) => nearest = nearest.min(why),
        }
    }
    Err(nearest)
}

/// The last filing that asked for a part and was refused, withdrawn or lapsed.
fn came_to_nothing(clouds: &Clouds, part: &Part, facts: &[Change], new: &Subject) -> Option<Why> {
    let ended = |filing: &&Dated<Filing>| state(&filing.record.value) == State::Ended;
    let asked = |filing: &&Dated<Filing>| judge(clouds, filing, part, facts, new).is_ok();
    let last = new.filings.iter().filter(ended).rfind(asked)?;
    Some(Why::CameToNothing(last.stem.clone()))
}

/// Whether a filing was approved and what it asks for is on file by it: a number that it granted, an end that it made.
fn is_done(dated: &Dated<Filing>, new: &Subject) -> bool {
    let Some(day) = dated.record.value.approved() else { return false };
    let on_file = replay(&new.filings, day);
    dated.record.value.covers.items().iter().any(|item| {
        let scope = &*item.value.0;
        on_file.ended.get(scope).is_some_and(|stem| *stem == dated.stem)
            || on_file.numbers.get(scope).is_some_and(|held| held.filing == dated.stem)
    })
}

/// Whether a filing of one procedure can carry a part that asks for another.
fn admits(filed: Procedure, asked: Procedure) -> bool {
    let others: &[Procedure] = match filed {
        Procedure::First => &[Procedure::AddService],
        Procedure::AddService => &[Procedure::First],
        Procedure::ChangeBoth => &[Procedure::ChangeSubject, Procedure::ChangeService, Procedure::ChangeAccess],
        Procedure::ChangeSubject => &[Procedure::ChangeBoth],
        Procedure::ChangeService => &[Procedure::ChangeBoth, Procedure::ChangeAccess],
        Procedure::DeregisterSubject => &[Procedure::DeregisterService],
        Procedure::AddAccess
        | Procedure::ChangeAccess
        | Procedure::ChangeProvince
        | Procedure::DeregisterService
        | Procedure::DeregisterEmptyShell
        | Procedure::DeregisterOther
        | Procedure::CancelAccess
        | Procedure::Migration
        | Procedure::Transfer
        | Procedure::Claim
        | Procedure::Existing => &[],
    };
    filed == asked || others.contains(&asked)
}

fn judge(clouds: &Clouds, dated: &Dated<Filing>, part: &Part, facts: &[Change], new: &Subject) -> Result<(), Why> {
    let filing = &dated.record.value;
    let stem = || dated.stem.clone();
    if !filing.procedure.known().is_some_and(|procedure| admits(*procedure, part.procedure)) {
        return Err(Why::NoFiling);
    }
    let scopes: Vec<&str> = filing.covers.items().iter().map(|item| &*item.value.0).collect();
    let ends_all = filing.procedure.known() == Some(&Procedure::DeregisterSubject);
    if !ends_all && !scopes.contains(&part.scope.as_str()) {
        return Err(Why::NoFiling);
    }
    // What ends something names no facts.
    if by_scope(&part.fact) || part.procedure.ends_services() || part.procedure.ends_subject() {
        return whole(clouds, filing, part, new).map_err(|()| Why::OtherTo(stem()));
    }
    let Some(change) = facts.iter().find(|change| change.fact == part.fact) else { return Ok(()) };
    let named = filing.facts.known().and_then(|facts| facts.get(&part.fact.to_string()));
    match named.map(|placed| &placed.value) {
        None => Err(Why::NotNamed(stem())),
        Some(FactChange::Filed(value)) => equal(clouds, &part.fact, Some(value), change.new.as_ref())
            .then_some(())
            .ok_or_else(|| Why::OtherTo(stem())),
        Some(FactChange::Changed { from, to }) => {
            if !equal(clouds, &part.fact, to.known(), change.new.as_ref()) {
                Err(Why::OtherTo(stem()))
            } else if !equal(clouds, &part.fact, from.known(), change.old.as_ref()) {
                Err(Why::OtherFrom(stem()))
            } else {
                Ok(())
            }
        }
    }
}

/// Facts that a filing names by what it is about, not by value.
pub(crate) const fn by_scope(fact: &Fact) -> bool {
    use ServiceField as S;
    fact.is_whole()
        || matches!(
            fact,
            Fact::Service(_, S::Access | S::Closed | S::EndedOn | S::EndedWhy | S::EndedFiling)
                | Fact::Subject(
                    crate::change::SubjectField::EndedOn
                        | crate::change::SubjectField::EndedWhy
                        | crate::change::SubjectField::EndedFiling
                )
                | Fact::Domain(..)
                | Fact::Server(..)
        )
}

/// A filing of a whole level must not file other values than the records hold.
fn whole(clouds: &Clouds, filing: &Filing, part: &Part, new: &Subject) -> Result<(), ()> {
    let under = format!("{}/", part.scope);
    let Some(facts) = filing.facts.known() else { return Ok(()) };
    let procedure = filing.procedure.known().copied();
    let differs = facts.iter().filter(|(fact, _)| fact.starts_with(&under)).any(|(spelled, change)| {
        let FactChange::Filed(value) = &change.value else { return false };
        let Some(fact) = Fact::parse(spelled) else { return true };
        if let Some(access) = procedure.and_then(|asked| access_change(asked, spelled, &change.value)) {
            return !access.is_in(value_of(new, &fact).as_ref());
        }
        !equal(clouds, &fact, Some(value), value_of(new, &fact).as_ref())
    });
    if differs { Err(()) } else { Ok(()) }
}

fn equal(clouds: &Clouds, fact: &Fact, a: Option<&Plain>, b: Option<&Plain>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => same_filed(clouds, fact, a, b),
        _ => false,
    }
}

/// Whether the records may stand as they did while such an order is on its way, or show what it
/// did before it was recorded.
fn leaves_records(clouds: &Clouds, asked: Procedure, filing: &Filing, new: &Subject) -> bool {
    let is_there = |path: &str| match path.strip_prefix("services/") {
        Some(key) => new.services.get(key).is_some(),
        None => path == "subject",
    };
    let targets = filing.covers.items().iter().any(|item| is_there(&item.value));
    let state = state(filing);
    let brings = filing.facts.known().is_some_and(|facts| !facts.is_empty());
    // What was approved and does not stand in the records yet has a rule of its own.
    let ends = asked.ends_services() || asked.ends_subject();
    if ends || hold(asked, state, Aspect::Closing) == Hold::Either && !brings {
        return targets;
    }
    let as_it_was = |(spelled, change): (&str, &FactChange)| {
        if let Some(access) = access_change(asked, spelled, change) {
            let recorded = Fact::parse(spelled).and_then(|fact| value_of(new, &fact));
            return hold(asked, state, Aspect::Values) == Hold::Either || access.is_in(recorded.as_ref());
        }
        let (FactChange::Changed { from, .. }, Some(fact)) = (change, Fact::parse(spelled)) else { return false };
        equal(clouds, &fact, from.known(), value_of(new, &fact).as_ref())
    };
    let open = hold(asked, state, Aspect::Values) == Hold::Either || asked.states_access();
    open && targets
        && filing.facts.known().is_some_and(|facts| facts.iter().all(|(fact, change)| as_it_was((fact, &change.value))))
}

/// Whether a filing is about what the records hold, so that it is not idle: a change to the
/// value that stands there since before. A fact that changes now is covered or it is not.
fn speaks_of_records(clouds: &Clouds, filing: &Filing, new: &Subject, asked: &BTreeSet<&Fact>) -> bool {
    if filing.procedure.known().is_some_and(|asked| asked.needs_no_change()) {
        return true;
    }
    if !filing.corrects.is_absent() {
        return true;
    }
    if filing.procedure.known().is_some_and(|asked| leaves_records(clouds, *asked, filing, new)) {
        return true;
    }
    let facts = filing.facts.known();
    facts.is_some_and(|facts| {
        facts.iter().any(|(spelled, change)| {
            let (from, to) = match &change.value {
                FactChange::Filed(value) => (None, Some(value)),
                FactChange::Changed { from, to } => (from.known(), to.known()),
            };
            let Some(fact) = Fact::parse(spelled) else { return false };
            !asked.contains(&fact)
                && !equal(clouds, &fact, from, to)
                && equal(clouds, &fact, to, value_of(new, &fact).as_ref())
        })
    })
}
