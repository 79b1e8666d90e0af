//! How far each subject and service has come, what keeps it, who acts next, and by when.
//!
//! The days are those of [`deadline`](crate::deadline) and of the table of periods, and the status is that of
//! [`status`](crate::status): nothing is counted here a second time.

mod act;
mod order;
mod phase;

pub use act::{Act, By, earliest};
pub use phase::Phase;

use crate::deadline::{Deadline, concerned};
use crate::model::{Filing, Service};
use crate::record::Said;
use crate::rule::Case;
use crate::rules::orders::covers;
use crate::rules::services::opened_not_recorded;
use crate::status::{Status, of_service, of_subject};
use crate::words::Words;
use order::Order;

/// What keeps an order from being handed in: a fact that is missing or wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocker {
    /// The fact, within the subject.
    pub fact: String,
    /// What is wrong with it.
    pub what: Words,
    /// The rule that says so.
    pub rule: &'static str,
}

/// How far a subject or a service has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress<'s> {
    /// The key of the service; none for the subject itself.
    pub service: Option<&'s str>,
    /// Where it stands with the authority.
    pub status: Status,
    /// How far it has come.
    pub phase: Phase,
    /// The order that says so.
    pub order: Option<&'s str>,
    /// What keeps it, the first thing to mend first.
    pub blockers: Vec<&'s Blocker>,
    /// What is done next; nothing where all is in order.
    pub act: Option<Act>,
}

/// Of a subject and each of its services, the subject first. The days to keep and what is wrong with the records are
/// given, so that whoever shows both shows the same.
#[must_use]
pub fn progress<'s>(case: &Case<'s>, days: &[Deadline], blockers: &'s [Blocker]) -> Vec<Progress<'s>> {
    let subject = case.subject;
    let seen = Seen { case, days, blockers };
    let services = subject.services.iter().map(|(key, service)| seen.service(key, &service.value));
    std::iter::once(seen.subject()).chain(services).collect()
}

/// What it is judged by.
struct Seen<'c, 's> {
    case: &'c Case<'s>,
    days: &'c [Deadline],
    blockers: &'s [Blocker],
}

impl<'s> Seen<'_, 's> {
    fn subject(&self) -> Progress<'s> {
        let subject = self.case.subject;
        let status = of_subject(subject, self.case.today);
        let order = order::of(&subject.filings, self.case.today, |filing| covers(filing, "subject"));
        // What keeps a service keeps the order in which the subject is filed with it.
        let blockers = self.blocking(None, status, order.as_ref());
        let phase = match (status, order.as_ref()) {
            (Status::Deregistered, None) => Phase::Ended,
            (Status::EmptyShell, None) => Phase::Shell,
            (_, Some(order)) => self.before_order(order, None, &blockers),
            (Status::Unfiled | Status::Filing, None) => self.drafted(None, &blockers),
            (Status::Filed | Status::Changing | Status::Deregistering, None) => Phase::InOrder,
        };
        self.made(None, status, phase, order, blockers)
    }

    fn service(&self, key: &'s str, service: &'s Service) -> Progress<'s> {
        let (subject, today) = (self.case.subject, self.case.today);
        let status = of_service(subject, key, today);
        let path = format!("services/{key}");
        let ends_all = |filing: &Filing| {
            filing.procedure.known().is_some_and(|asked| asked.ends_subject()) && covers(filing, "subject")
        };
        let order = order::of(&subject.filings, today, |filing| covers(filing, &path) || ends_all(filing));
        let blockers = self.blocking(Some(key), status, order.as_ref());
        let opened = service.opened.known().is_some_and(|opened| *opened <= today);
        let phase = match (status, order.as_ref()) {
            (Status::Unfiled | Status::Filing, _) if opened && service.is_live(today) => Phase::OpenUnfiled,
            (Status::Deregistered, None) => Phase::Ended,
            (Status::EmptyShell, None) if service.is_live(today) => Phase::Shell,
            (_, Some(order)) => self.before_order(order, Some((key, service)), &blockers),
            (Status::Unfiled | Status::Filing, None) if !service.is_live(today) => Phase::Ended,
            (Status::Unfiled | Status::Filing, None) => self.drafted(Some((key, service)), &blockers),
            _ if !service.is_live(today) => Phase::ToDeregister,
            _ => self.after_approval(key, service),
        };
        self.made(Some(key), status, phase, order, blockers)
    }

    /// What is wrong that concerns it, if it is yet to be handed in.
    fn blocking(&self, service: Option<&str>, status: Status, order: Option<&Order<'_>>) -> Vec<&'s Blocker> {
        let is_to_come = match order {
            Some(order) => matches!(order.phase, Phase::Ready | Phase::SentBack | Phase::Rejected),
            None => matches!(status, Status::Unfiled | Status::Filing),
        };
        if !is_to_come {
            return Vec::new();
        }
        let subject = self.case.subject;
        let concerns = |blocker: &&Blocker| service.is_none_or(|key| concerned(subject, &blocker.fact).contains(&key));
        self.blockers.iter().filter(concerns).collect()
    }

    /// A draft waits for its day; other orders are as far as their events say.
    fn before_order(&self, order: &Order<'s>, service: Option<(&str, &Service)>, blockers: &[&Blocker]) -> Phase {
        if order.phase != Phase::Ready || order.filing.procedure.known().is_none_or(|asked| !asked.opens()) {
            return order.phase;
        }
        self.drafted(service, blockers)
    }

    fn drafted(&self, service: Option<(&str, &Service)>, blockers: &[&Blocker]) -> Phase {
        if !blockers.is_empty() {
            return Phase::Preparing;
        }
        match act::earliest(self.case, service) {
            Some(By { day: Some(day), .. }) if self.case.today < day => Phase::Waiting,
            Some(By { day: None, .. }) => Phase::Waiting,
            _ => Phase::Ready,
        }
    }

    fn after_approval(&self, key: &str, service: &Service) -> Phase {
        if opened_not_recorded::is_asked(self.case, key, service) {
            return Phase::Approved;
        }
        let not_shown = match service.shown.known().map(|shown| shown.since.said()) {
            Some(Said::This(since)) => !since.value.on(self.case.today),
            Some(Said::Faulty(_) | Said::Unknown | Said::Nothing) | None => false,
        };
        if not_shown {
            return Phase::ToShow;
        }
        let due = |matter| self.of(Some(key)).any(|day| day.matter == matter);
        if due(crate::deadline::Matter::PoliceFiling) {
            return Phase::ToFilePolice;
        }
        if due(crate::deadline::Matter::PoliceNumber) {
            return Phase::ToShowPolice;
        }
        let police = service.police.known().filter(|police| police.cancelled().is_none());
        let waits = police.is_some_and(|police| {
            !police.applied.is_absent() && police.approved.is_absent() && police.number.is_absent()
        });
        if waits { Phase::AtPolice } else { Phase::InOrder }
    }

    /// The days to keep that are about it alone: of the subject those that are about no single service.
    fn of(&self, service: Option<&str>) -> impl Iterator<Item = &Deadline> {
        let own = service.map(|key| format!("services/{key}/"));
        self.days.iter().filter(move |day| match &own {
            Some(own) => day.fact.starts_with(own.as_str()),
            None => !day.fact.starts_with("services/"),
        })
    }

    fn made(
        &self,
        service: Option<&'s str>,
        status: Status,
        phase: Phase,
        order: Option<Order<'s>>,
        blockers: Vec<&'s Blocker>,
    ) -> Progress<'s> {
        let act = act::next(self, service, phase, order.as_ref(), &blockers);
        Progress { service, status, phase, order: order.map(|order| order.stem), blockers, act }
    }
}

#[cfg(test)]
mod tests;
