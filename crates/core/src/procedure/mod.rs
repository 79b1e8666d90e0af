//! Which procedure the law asks for when the facts of a subject change.
//!
//! The answer is total over the closed list of facts, and depends on more than the fact:
//! province, nature, day of the grant, licence, number of domains and services, open filings.
//! Changes of one subject are joined into the fewest lawful orders.

mod access;
mod advice;
mod answers;
mod conflicts;
mod coverage;
mod demand;
mod display;
mod domains;
mod due;
mod effects;
mod identity;
mod join;
mod paper_when;
mod papers;
mod people_facts;
mod recorded;
mod register;
mod service_facts;
mod situation;
mod sms;
mod subject_facts;
mod text;
mod verdict;

pub(crate) use coverage::by_scope;
pub use coverage::{Coverage, Gap, Uncovered, Why, coverage};
pub use display::{administration, shows_subject_number};
pub use papers::PaperNeed;
pub use recorded::{Needs, recorded};
pub use register::{Answer, Register, register};
pub use verdict::{
    Conflict, Due, Effect, EffectKind, LawfulRoute, Part, PartDue, Reason, Receiver, Required, Verdict, With,
};

use crate::change::{Change, Changes, DomainField, Fact, ServiceField, SubjectField, is_fuller};
use crate::day::Day;
use crate::filed::{as_on_file, is_filed, replay};
use crate::law::{Article, Citation, MII_33, SC_292};
use crate::model::Subject;
use crate::record::Plain;
use crate::tables::Tables;
use crate::vocabulary::Procedure;
use crate::words::Words;
use demand::{Ask, Demand, Scope, Timing};
use join::{Kind, Order};
use situation::Situation;
use std::collections::BTreeSet;

/// What the changes of a subject ask for, in the order in which it can be filed: what is
/// forbidden first, what needs no order last.
#[must_use]
pub fn procedures(
    tables: &Tables,
    changes: &Changes,
    old: Option<&Subject>,
    new: Option<&Subject>,
    today: Day,
) -> Vec<Required> {
    answered(&register::Passing::default(), tables, changes, (old, new), today)
}

fn answered(
    passing: &register::Passing,
    tables: &Tables,
    changes: &Changes,
    (old, new): (Option<&Subject>, Option<&Subject>),
    today: Day,
) -> Vec<Required> {
    let register::Passing { moving_out, moving_in, to_individual, held_elsewhere } = passing;
    let s = Situation { old, new, changes, today, tables, moving_out, moving_in, to_individual, held_elsewhere };
    let identity = identity::identity(&s);
    let mut demands = answers::all(&s, &identity);
    settle(&s, &mut demands);
    complete(&s, &mut demands);
    let mut list: Vec<Required> = join::join(&s, demands).iter().map(|order| required(&s, order)).collect();
    conflicts::with_filings(&s, &mut list);
    conflicts::with_one_another(&s, &mut list);
    list
}

/// A change that only brings the records to what is on file asks for nothing.
fn settle(s: &Situation<'_>, demands: &mut [Demand]) {
    let Some(new) = s.new else { return };
    let on_file = replay(&new.filings, s.today);
    for demand in demands {
        let asks = matches!(&demand.ask, Ask::File(_) | Ask::Never(_));
        if asks && as_on_file(&s.tables.clouds, &on_file, &demand.change, &demand.scope.spelled()) {
            *demand = Demand::nothing(Reason::AsOnFile, &demand.change);
        }
    }
}

/// What the records begin with need not be all that is on file. Who adds what it left open tells
/// of nothing new: nothing stood there before, and no filing has told it.
fn complete(s: &Situation<'_>, demands: &mut [Demand]) {
    let Some(old) = s.old.filter(|old| old.filings.iter().any(|dated| dated.record.value.is_opening())) else {
        return;
    };
    let on_file = replay(&old.filings, s.today);
    for demand in demands {
        let fact = &demand.change.fact;
        let asks = match &demand.ask {
            Ask::File(procedure) => procedure.reaches_authority(),
            Ask::Never(_) => true,
            Ask::Nothing(_) => false,
        };
        let held = on_file.value(fact).filter(|_| is_filed(fact));
        // What was there says nothing else, and the new value says more.
        let adds = |before: &Plain| {
            let new = demand.change.new.as_ref();
            new.is_some_and(|new| is_fuller(&s.tables.clouds, fact, before, new))
        };
        let added = demand.change.old.iter().chain(held).all(adds);
        let is_end = matches!(demand.timing, Timing::AtTheEnd) || !can_be_left_open(fact);
        if asks && added && !is_end && old.is_opened(&demand.scope.spelled()) {
            *demand = Demand::nothing(Reason::Completed, &demand.change).note(Words::fixed(
                "要让以后的变更有原值可对，在既有备案的 facts 里补写这一项；补写没有写过的不算改动",
                "to have an old value for later changes, add the fact to `facts` of the opening: what it has not \
                 told may be added",
            ));
        }
    }
}

/// Whether what the records begin with can leave a fact open: a field of what is on file, and
/// not a record that comes, or an end.
const fn can_be_left_open(fact: &Fact) -> bool {
    !fact.is_whole()
        && !matches!(
            fact,
            Fact::Subject(SubjectField::EndedOn | SubjectField::EndedWhy | SubjectField::EndedFiling)
                | Fact::Service(
                    _,
                    ServiceField::Closed | ServiceField::EndedOn | ServiceField::EndedWhy | ServiceField::EndedFiling
                )
                | Fact::Domain(_, DomainField::Left)
        )
}

fn required(s: &Situation<'_>, order: &Order) -> Required {
    let verdict = match &order.kind {
        Kind::File(procedure) => Verdict::Needed(*procedure),
        Kind::Nothing(reason) => Verdict::NotNeeded(*reason),
        Kind::Never(ban) if ban.disputed => {
            Verdict::AskFirst { why: ban.why.clone(), lawful_routes: ban.routes.clone() }
        }
        Kind::Never(ban) => Verdict::Forbidden { why: ban.why.clone(), lawful_routes: ban.routes.clone() },
    };
    let mut answer = Required {
        day: s.today,
        verdict,
        covers: order.scopes().iter().map(Scope::spelled).collect(),
        facts: facts(order),
        because: because(order),
        parts: parts(order),
        authority: None,
        provider: None,
        due: None,
        dues: Vec::new(),
        sms: Vec::new(),
        papers: Vec::new(),
        effects: Vec::new(),
        irreversible: false,
        conflicts: Vec::new(),
        filed: BTreeSet::new(),
        notes: notes(order),
        citations: citations(order),
    };
    match &order.kind {
        Kind::File(procedure) => detail(s, order, *procedure, &mut answer),
        Kind::Never(ban) => {
            let steps = ban.routes.first().map(|route| route.steps.as_slice()).unwrap_or_default();
            answer.authority = effects::authority(s);
            answer.effects = effects::of_route(s, order, steps).into_iter().collect();
            answer.irreversible = steps.iter().any(|step| step.is_irreversible());
            answer.notes.extend(next_authority(s));
        }
        Kind::Nothing(_) => answer.covers.clear(),
    }
    answer
}

/// The fact that cannot be changed: what the ban names if it changed, or else what asked.
fn because(order: &Order) -> Option<Fact> {
    let Kind::Never(ban) = &order.kind else { return None };
    let asked = || order.demands.iter().filter(|demand| !demand.follows).map(|demand| &demand.change.fact);
    let named = asked().find(|fact| ban.fact.as_ref() == Some(*fact));
    named.or_else(|| asked().next()).cloned()
}

fn detail(s: &Situation<'_>, order: &Order, procedure: Procedure, answer: &mut Required) {
    answer.authority = effects::authority(s).filter(|_| procedure.reaches_authority());
    answer.provider = order.provider.clone().filter(|_| procedure != Procedure::DeregisterEmptyShell);
    answer.sms = sms::receivers(s, order, procedure);
    answer.papers = papers::papers(s, order, procedure);
    answer.effects = effects::effects(s, order, procedure).into_iter().collect();
    answer.irreversible = procedure.is_irreversible();
    let matching = s
        .new
        .map(|new| coverage::matching(&s.tables.clouds, &answer.parts, &answer.facts, s.old, new))
        .unwrap_or_default();
    let filings: Vec<&crate::model::Filing> = matching.iter().map(|(_, filing)| *filing).collect();
    let through = filings.iter().find_map(|filing| filing.through.known()).map(ToString::to_string);
    answer.provider = through.filter(|_| answer.provider.is_some()).or(answer.provider.take());
    answer.due = due::due(s, order, &filings);
    answer.dues = due::parts(s, order, &filings);
    answer.filed = matching.into_iter().map(|(stem, _)| stem.into()).collect();
}

fn next_authority(s: &Situation<'_>) -> Option<Words> {
    let next = effects::next_authority(s)?;
    let (zh, en) = (&next.zh, &next.en);
    Some(crate::words!("迁入后由{zh}管辖", "afterwards {en} is competent"))
}

fn facts(order: &Order) -> Vec<Change> {
    let mut facts: Vec<Change> = order.demands.iter().map(|demand| demand.change.clone()).collect();
    facts.dedup_by(|a, b| a.fact == b.fact);
    facts
}

fn parts(order: &Order) -> Vec<Part> {
    let part = |demand: &Demand| match demand.ask {
        Ask::File(procedure) => {
            Some(Part { fact: demand.change.fact.clone(), scope: demand.scope.spelled(), procedure })
        }
        Ask::Nothing(_) | Ask::Never(_) => None,
    };
    let mut parts: Vec<Part> = order.demands.iter().filter_map(part).collect();
    parts.sort();
    parts.dedup();
    parts
}

fn notes(order: &Order) -> Vec<Words> {
    let banned = match &order.kind {
        Kind::Never(ban) => ban.notes.clone(),
        Kind::File(_) | Kind::Nothing(_) => Vec::new(),
    };
    let mut notes: Vec<Words> = Vec::new();
    for note in banned.into_iter().chain(order.demands.iter().flat_map(|demand| demand.notes.clone())) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}

/// The duty to file, and what the form holds.
const FIRST: &[Article] = &[Article::new(5), Article::new(7)];

fn citations(order: &Order) -> Vec<Citation> {
    let own: Vec<Citation> = match &order.kind {
        Kind::Never(ban) => ban.citations.clone(),
        Kind::File(procedure) if procedure.is_change() => vec![MII_33.article(14), SC_292.article(11)],
        Kind::File(procedure) if procedure.files_service() => vec![MII_33.articles(FIRST)],
        Kind::File(_) | Kind::Nothing(_) => Vec::new(),
    };
    let mut citations: Vec<Citation> = Vec::new();
    for citation in own.into_iter().chain(order.demands.iter().flat_map(|demand| demand.citations.clone())) {
        if !citations.contains(&citation) {
            citations.push(citation);
        }
    }
    citations
}
