//! What a filing that is recorded already needs: day, papers, receivers of the message.

use super::answers;
use super::demand::{Ask, Demand, Scope, Timing};
use super::identity;
use super::join::{Kind, Order};
use super::register::Passing;
use super::situation::Situation;
use super::{Due, PaperNeed, PartDue, Receiver, due, papers, sms};
use crate::change::{Change, Changes, Fact, ServiceField, SubjectField};
use crate::day::Day;
use crate::model::{Filing, Subject};
use crate::tables::Tables;
use crate::vocabulary::Procedure;

/// What a recorded filing needs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Needs {
    /// By when it is filed.
    pub due: Option<Due>,
    /// By when each of its facts is due, where not all are due alike.
    pub dues: Vec<PartDue>,
    /// The papers.
    pub papers: Vec<PaperNeed>,
    /// Who gets the text message of the ministry.
    pub sms: Vec<Receiver>,
}

/// What a filing of a subject's records needs, with these facts: the same as for a change
/// that is not filed yet, held against the records as they are.
#[must_use]
pub fn recorded(tables: &Tables, subject: &Subject, filing: &Filing, facts: &[Change], today: Day) -> Needs {
    let Some(procedure) = filing.procedure.known().copied() else { return Needs::default() };
    let changes = Changes { facts: facts.to_vec(), ..Changes::default() };
    let Passing { moving_out, moving_in, to_individual, held_elsewhere } = &Passing::default();
    let side = Some(subject);
    let s = Situation {
        old: side,
        new: side,
        changes: &changes,
        today,
        tables,
        moving_out,
        moving_in,
        to_individual,
        held_elsewhere,
    };
    let order = order(&s, filing, procedure);
    Needs {
        due: due::due(&s, &order, &[filing]),
        dues: due::parts(&s, &order, &[filing]),
        papers: papers::papers(&s, &order, procedure),
        sms: sms::receivers(&s, &order, procedure),
    }
}

fn order(s: &Situation<'_>, filing: &Filing, procedure: Procedure) -> Order {
    let scopes: Vec<Scope> = filing.covers.items().iter().filter_map(|item| scope(&item.value)).collect();
    let mut demands: Vec<Demand> = scopes.iter().map(|scope| whole(procedure, scope)).collect();
    let answers = answers::all(s, &identity::identity(s));
    for change in &s.changes.facts {
        let asks =
            answers.iter().find(|demand| demand.change.fact == change.fact && matches!(demand.ask, Ask::File(_)));
        let timing = asks.map_or(usual(procedure), |demand| demand.timing);
        let scope = of_fact(&change.fact).or_else(|| asks.map(|demand| demand.scope.clone()));
        let scope = scope.or_else(|| scopes.first().cloned()).unwrap_or(Scope::Subject);
        demands.push(Demand::file(procedure, scope, change, timing));
    }
    Order { kind: Kind::File(procedure), provider: filing.through.known().map(ToString::to_string), demands }
}

fn scope(text: &str) -> Option<Scope> {
    match text.strip_prefix("services/") {
        Some(key) => Some(Scope::Service(key.to_owned())),
        None => (text == "subject").then_some(Scope::Subject),
    }
}

/// What a filing covers belongs to it, also where no fact of it changes.
fn whole(procedure: Procedure, scope: &Scope) -> Demand {
    let fact = match scope {
        Scope::Subject => Fact::Subject(SubjectField::Whole),
        Scope::Service(key) => Fact::Service(key.as_str().into(), ServiceField::Whole),
    };
    let timing = match usual(procedure) {
        // The facts tell when a change is due.
        Timing::BeforeEffect => Timing::Free,
        other => other,
    };
    Demand::file(procedure, scope.clone(), &Change { fact, old: None, new: None }, timing)
}

fn of_fact(fact: &Fact) -> Option<Scope> {
    match fact {
        Fact::Subject(_) => Some(Scope::Subject),
        Fact::Service(key, _) => Some(Scope::Service(key.to_string())),
        Fact::Person(..)
        | Fact::Domain(..)
        | Fact::Server(..)
        | Fact::Filing(..)
        | Fact::Observation(..)
        | Fact::Official(..) => None,
    }
}

const fn usual(procedure: Procedure) -> Timing {
    match procedure {
        Procedure::ChangeSubject
        | Procedure::ChangeService
        | Procedure::ChangeBoth
        | Procedure::ChangeAccess
        | Procedure::ChangeProvince => Timing::BeforeEffect,
        Procedure::First | Procedure::AddService | Procedure::AddAccess => Timing::BeforeService,
        Procedure::DeregisterService
        | Procedure::DeregisterSubject
        | Procedure::DeregisterEmptyShell
        | Procedure::CancelAccess => Timing::AtTheEnd,
        Procedure::DeregisterOther
        | Procedure::Migration
        | Procedure::Transfer
        | Procedure::Claim
        | Procedure::Existing => Timing::Free,
    }
}
