//! The matter of which letters speak, from a recorded filing or from a change.

use super::state::State;
use crate::change::{Change, Fact};
use crate::day::Day;
use crate::filed::{self, replay};
use crate::model::{Dated, Filing, Subject};
use crate::numbers::RecordNumber;
use crate::procedure::{Needs, PaperNeed, Required, recorded};
use crate::record::{FactChange, Plain};
use crate::tables::{Demand, ProvinceRow, Tables, Who};
use crate::vocabulary::Procedure;
use std::collections::{BTreeMap, BTreeSet};

/// What is asked of the authority, with both sides of it.
pub(super) struct Matter<'a> {
    pub(super) tables: &'a Tables,
    /// The day on which the letters are written.
    pub(super) today: Day,
    pub(super) procedure: Procedure,
    pub(super) covers: BTreeSet<String>,
    pub(super) facts: Vec<Change>,
    /// The day whose law it cites.
    pub(super) day: Day,
    /// What is on file before.
    pub(super) before: State<'a>,
    /// What shall be on file.
    pub(super) after: State<'a>,
    /// The filing, if there is one.
    pub(super) filing: Option<&'a Filing>,
    /// Keys of the services on file before.
    pub(super) running: Vec<String>,
    pub(super) provider: Option<String>,
    pub(super) needs: Needs,
}

impl<'a> Matter<'a> {
    /// The matter of a filing of a subject; none if it does not say its procedure.
    pub(super) fn of_filing(
        tables: &'a Tables,
        subject: &'a Subject,
        dated: &'a Dated<Filing>,
        today: Day,
    ) -> Option<Self> {
        let filing = &dated.record.value;
        let procedure = *filing.procedure.known()?;
        let day = day_of(filing, today);
        let others: Vec<Dated<Filing>> =
            subject.filings.iter().filter(|other| other.stem != dated.stem).cloned().collect();
        let on_file = replay(&others, day);
        let mut before = State::on_file(subject, &on_file);
        lay_what_later_filings_found(&mut before, &others, day);
        ungrant(&mut before, filing, &others, day);
        let mut after = before.clone();
        let facts = facts(filing, &mut before, &mut after);
        let running = running(subject, &before, &on_file, &dated.stem, day);
        let needs = recorded(tables, &after.subject_laid(), filing, &facts, today);
        Some(Self {
            tables,
            day,
            today,
            procedure,
            covers: filing.covers.items().iter().map(|item| item.value.to_string()).collect(),
            facts,
            before,
            after,
            filing: Some(filing),
            running,
            provider: filing.through.known().map(ToString::to_string),
            needs,
        })
    }

    /// The matter of an order that a change needs; none if it needs no order, or neither side
    /// is there.
    pub(super) fn of_required(
        tables: &'a Tables,
        old: Option<&'a Subject>,
        new: Option<&'a Subject>,
        required: &Required,
        today: Day,
    ) -> Option<Self> {
        let procedure = required.procedure()?;
        let before = State::of(old.or(new)?);
        let after = State::of(new.or(old)?);
        let filing = new.into_iter().flat_map(|new| &new.filings).find(|filing| required.filed.contains(&filing.stem));
        let is_open = |(key, service): (&str, &crate::record::Placed<crate::model::Service>)| {
            let held = service.value.numbers.items().iter().any(|held| held.value.until.is_absent());
            (held && service.value.ended.is_absent()).then(|| key.to_owned())
        };
        let papers: Vec<PaperNeed> = required.papers.clone();
        Some(Self {
            tables,
            day: required.day,
            today,
            procedure,
            covers: required.covers.clone(),
            facts: required.facts.clone(),
            running: old.into_iter().flat_map(|old| old.services.iter()).filter_map(is_open).collect(),
            before,
            after,
            filing: filing.map(|dated| &dated.record.value),
            provider: required.provider.clone(),
            needs: Needs { due: required.due.clone(), dues: required.dues.clone(), papers, sms: required.sms.clone() },
        })
    }

    /// What the province does about a topic, if that is well founded.
    pub(super) fn decides(&self, topic: Demand) -> Option<&'a ProvinceRow> {
        let state = self.standing();
        let who = if state.is_individual() { Who::Individual } else { Who::Organisation };
        self.tables.provinces.decides(state.province()?.code, who, topic, self.today)
    }

    /// Keys of the services that the matter is about.
    pub(super) fn services(&self) -> Vec<String> {
        self.covers.iter().filter_map(|cover| cover.strip_prefix("services/")).map(str::to_owned).collect()
    }

    /// Sorts keys of services by their numbers, as the authority lists them.
    pub(super) fn sort(&self, keys: &mut [String]) {
        keys.sort_by_cached_key(|key| {
            let number = self.before.number(&format!("services/{key}"));
            let index = number.and_then(|number| RecordNumber::parse(&number).number?.service_index());
            (index.is_none(), index, key.clone())
        });
    }

    /// The side on which the organiser stands while the matter is decided.
    pub(super) fn standing(&self) -> &State<'a> {
        if self.opens() { &self.after } else { &self.before }
    }

    /// Whether something comes that was not on file.
    pub(super) fn opens(&self) -> bool {
        self.procedure.opens()
    }

    /// Whether a fact changes.
    pub(super) fn changes(&self, is_it: impl Fn(&Fact) -> bool) -> bool {
        self.facts.iter().any(|change| is_it(&change.fact))
    }
}

/// The day on which a filing took its place: of its approval, or else of its last event if it
/// came to nothing, or else today.
fn day_of(filing: &Filing, today: Day) -> Day {
    let last =
        || filing.events.items().iter().filter_map(|event| event.value.at.known()).map(|at| at.day()).next_back();
    let over = filed::state(filing) == filed::State::Ended;
    filing.approved().or_else(|| last().filter(|_| over)).unwrap_or(today)
}

/// Where no earlier filing states a fact, the first later one that changes it tells what it was.
fn lay_what_later_filings_found(before: &mut State<'_>, others: &[Dated<Filing>], day: Day) {
    let mut later: Vec<(Day, &Filing)> = others
        .iter()
        .map(|dated| &dated.record.value)
        .filter_map(|filing| filing.approved().filter(|approved| day < *approved).map(|approved| (approved, filing)))
        .collect();
    later.sort_by_key(|(approved, _)| *approved);
    for (_, filing) in later {
        for (fact, change) in filing.facts.known().into_iter().flat_map(|facts| facts.iter()) {
            if let FactChange::Changed { from, .. } = &change.value {
                before.laid.entry(fact.to_owned()).or_insert_with(|| from.known().cloned());
            }
        }
    }
}

/// What this filing or a later one grants is not there yet.
fn ungrant(before: &mut State<'_>, filing: &Filing, others: &[Dated<Filing>], day: Day) {
    let later =
        others.iter().map(|dated| &dated.record.value).filter(|other| other.approved().is_some_and(|at| day < at));
    for filing in std::iter::once(filing).chain(later) {
        for grant in filing.granted.items() {
            if let Some(of) = grant.value.of.known() {
                before.numbers.entry(of.to_string()).or_insert(None);
            }
        }
    }
}

/// The facts of a filing, laid over both sides.
fn facts(filing: &Filing, before: &mut State<'_>, after: &mut State<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut laid: BTreeMap<String, Option<Plain>> = BTreeMap::new();
    for (spelled, change) in filing.facts.known().into_iter().flat_map(|facts| facts.iter()) {
        let Some(fact) = Fact::parse(spelled) else { continue };
        let (old, new) = match &change.value {
            FactChange::Filed(value) => (before.laid.get(spelled).cloned().flatten(), Some(value.clone())),
            FactChange::Changed { from, to } => {
                let stated = from.known().cloned();
                (stated.or_else(|| before.laid.get(spelled).cloned().flatten()), to.known().cloned())
            }
        };
        before.laid.insert(spelled.to_owned(), old.clone());
        laid.insert(spelled.to_owned(), new.clone());
        changes.push(Change { fact, old, new });
    }
    after.laid.extend(laid);
    changes
}

/// Keys of the services on file before a filing.
fn running(subject: &Subject, before: &State<'_>, on_file: &filed::OnFile, stem: &str, day: Day) -> Vec<String> {
    let mut keys: BTreeSet<String> =
        on_file.numbers.keys().filter_map(|of| of.strip_prefix("services/")).map(str::to_owned).collect();
    for (key, service) in subject.services.iter() {
        let gone = service.value.ended.known().is_some_and(|ended| {
            ended.filing.known().map(|filing| &**filing) != Some(stem) && ended.on.known().is_some_and(|on| *on < day)
        });
        if !gone && before.number(&format!("services/{key}")).is_some() {
            keys.insert(key.to_owned());
        }
    }
    keys.retain(|key| !on_file.ended.contains_key(&format!("services/{key}")));
    keys.into_iter().collect()
}
