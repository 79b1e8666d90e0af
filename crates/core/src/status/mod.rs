//! Where a subject or a service stands with the authority on a day, as its filings tell.

use crate::day::Day;
use crate::filed::state_on;
use crate::model::{Ended, Filing, NumberHeld, Service, Subject};
use crate::record::{Placed, Slot};
use crate::vocabulary::{EndReason, Procedure};
use crate::words::Words;

/// Where a subject or a service stands with the authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// 未备案: nothing is on file and nothing is asked.
    Unfiled,
    /// 备案中: an order asks to put it on file.
    Filing,
    /// 已备案: it is on file.
    Filed,
    /// 变更中: it is on file and an order asks to change it.
    Changing,
    /// 注销中: it is on file and an order asks to take it off.
    Deregistering,
    /// 已注销: it was on file and is no longer.
    Deregistered,
    /// 空壳: it is on file, but nothing connects it to the net any more.
    EmptyShell,
}

impl Status {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Unfiled,
        Self::Filing,
        Self::Filed,
        Self::Changing,
        Self::Deregistering,
        Self::Deregistered,
        Self::EmptyShell,
    ];

    /// How programs know it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unfiled => "unfiled",
            Self::Filing => "filing",
            Self::Filed => "filed",
            Self::Changing => "changing",
            Self::Deregistering => "deregistering",
            Self::Deregistered => "deregistered",
            Self::EmptyShell => "empty-shell",
        }
    }

    /// Its name.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Self::Unfiled => Words::fixed("未备案", "not filed"),
            Self::Filing => Words::fixed("备案中", "being filed"),
            Self::Filed => Words::fixed("已备案", "on file"),
            Self::Changing => Words::fixed("变更中", "being changed"),
            Self::Deregistering => Words::fixed("注销中", "being deregistered"),
            Self::Deregistered => Words::fixed("已注销", "deregistered"),
            Self::EmptyShell => Words::fixed("空壳", "an empty shell"),
        }
    }
}

/// What an order does to what it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    File,
    Change,
    Remove,
    /// It stays between a provider and an account and never reaches the authority.
    Nothing,
}

const fn act(procedure: Procedure) -> Act {
    match procedure {
        Procedure::First | Procedure::AddService | Procedure::Existing => Act::File,
        Procedure::AddAccess
        | Procedure::ChangeSubject
        | Procedure::ChangeService
        | Procedure::ChangeBoth
        | Procedure::ChangeAccess
        | Procedure::CancelAccess
        | Procedure::Migration
        | Procedure::ChangeProvince => Act::Change,
        Procedure::DeregisterSubject | Procedure::DeregisterService | Procedure::DeregisterEmptyShell => Act::Remove,
        // Another organiser's record goes, not one of these.
        Procedure::DeregisterOther | Procedure::Transfer | Procedure::Claim => Act::Nothing,
    }
}

/// The day from which an order counts, if it does on the day asked for: the approval, or what an
/// opening balance says of it.
fn effect(filing: &Filing, day: Day) -> Option<Option<Day>> {
    if filing.procedure.known() == Some(&Procedure::Existing) {
        let since = filing.effective.known().copied();
        return since.is_none_or(|since| since <= day).then_some(since);
    }
    filing.approved().filter(|approved| *approved <= day).map(Some)
}

fn covers(filing: &Filing, what: &str) -> bool {
    filing.covers.items().iter().any(|covered| &*covered.value == what)
}

/// What filings say of one thing on a day.
#[derive(Default)]
struct Said {
    filed: bool,
    removed: bool,
    adding: bool,
    changing: bool,
    removing: bool,
}

fn said(subject: &Subject, day: Day, concerns: impl Fn(&Filing) -> bool) -> Said {
    let mut said = Said::default();
    let mut effects = Vec::new();
    for filing in subject.filings.iter().map(|filing| &filing.record.value).filter(|filing| concerns(filing)) {
        let act = filing.procedure.known().map_or(Act::Nothing, |procedure| act(*procedure));
        if state_on(filing, day).is_open() {
            match act {
                Act::File => said.adding = true,
                Act::Change => said.changing = true,
                Act::Remove => said.removing = true,
                Act::Nothing => {}
            }
        } else if let Some(since) = effect(filing, day) {
            effects.push((since, act));
        }
    }
    // What was approved later weighs more, whatever the files are called.
    effects.sort_by_key(|(since, _)| *since);
    for (_, act) in effects {
        match act {
            Act::File | Act::Change => (said.filed, said.removed) = (true, false),
            Act::Remove => (said.filed, said.removed) = (false, true),
            Act::Nothing => {}
        }
    }
    said
}

fn holds(numbers: &Slot<Vec<Placed<NumberHeld>>>, day: Day) -> bool {
    numbers.items().iter().any(|held| held.value.is_held(day))
}

fn has_ended(ended: &Slot<Ended>, day: Day) -> bool {
    ended.known().is_some_and(|ended| {
        matches!(ended.why.known(), Some(EndReason::Deregistered | EndReason::Migrated))
            && ended.on.known().is_none_or(|on| *on <= day)
    })
}

fn weigh(said: &Said, holds: bool, ended: bool, shell: impl FnOnce() -> bool) -> Status {
    if ended || (said.removed && !said.filed) {
        return if said.adding { Status::Filing } else { Status::Deregistered };
    }
    if !said.filed && !holds {
        return if said.adding { Status::Filing } else { Status::Unfiled };
    }
    if said.removing {
        Status::Deregistering
    } else if said.changing {
        Status::Changing
    } else if shell() {
        Status::EmptyShell
    } else {
        Status::Filed
    }
}

/// Whether no provider connects a service any more. Where no access is recorded, nothing is known.
fn is_unconnected(service: &Service, day: Day) -> bool {
    let access = service.access.items();
    !access.is_empty() && !access.iter().any(|access| access.value.is_current(day))
}

/// Where a service stands on a day. A service that the records do not know is judged by its
/// filings alone.
#[must_use]
pub fn of_service(subject: &Subject, key: &str, day: Day) -> Status {
    let path = format!("services/{key}");
    let ends_all =
        |filing: &Filing| filing.procedure.known() == Some(&Procedure::DeregisterSubject) && covers(filing, "subject");
    let said = said(subject, day, |filing| covers(filing, &path) || ends_all(filing));
    let service = subject.services.get(key).map(|service| &service.value);
    let ended = service.is_some_and(|service| has_ended(&service.ended, day))
        || has_ended(&subject.particulars.value.ended, day);
    let holds = service.is_some_and(|service| holds(&service.numbers, day));
    weigh(&said, holds, ended, || service.is_some_and(|service| is_unconnected(service, day)))
}

/// Where a subject stands on a day.
#[must_use]
pub fn of_subject(subject: &Subject, day: Day) -> Status {
    let said = said(subject, day, |filing| covers(filing, "subject"));
    let facts = &subject.particulars.value;
    weigh(&said, holds(&facts.numbers, day), has_ended(&facts.ended, day), || {
        let stands = |status| !matches!(status, Status::Deregistered | Status::EmptyShell | Status::Unfiled);
        !subject.services.is_empty() && !subject.services.iter().any(|(key, _)| stands(of_service(subject, key, day)))
    })
}

#[cfg(test)]
mod tests;
