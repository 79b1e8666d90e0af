//! What the records may hold while an order is on its way.
//!
//! An order takes weeks, and meanwhile its matter stands in two ways: as it is on file, and as
//! it is asked for. Which of both the records may show depends on what is asked, on where the
//! order stands, and on what of the records one looks at. That is answered here, and nowhere
//! else: rules and answers ask, so that none finds a fault in what another one asked for.

use super::state::{State, state};
use crate::model::{Dated, Filing, Subject};
use crate::vocabulary::Procedure;

/// What of the records an order bears on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    /// The values of the facts that it names.
    Values,
    /// The values of what it ends, which it does not name.
    Remains,
    /// Whether a service that it ends or hands over is shut.
    Closing,
    /// `ended`, and the last days of numbers.
    End,
    /// Whose the domains of a service are.
    Holder,
    /// Under which subject a domain, or what else only one may hold, stands.
    Domains,
    /// Whether a service without a number is open.
    Opening,
}

/// What the records may hold of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// What was before the order: nothing that it asks for.
    Former,
    /// What the order asks for.
    Asked,
    /// The one or the other, or it is not known what holds between: no fault either way.
    Either,
}

/// What the records may hold of something while an order of that procedure stands so.
#[must_use]
pub const fn hold(procedure: Procedure, state: State, aspect: Aspect) -> Hold {
    match state {
        State::Approved => Hold::Asked,
        // Refused, withdrawn or lapsed it asks for nothing any more.
        State::Ended => Hold::Former,
        State::Draft | State::WithProvider | State::UnderReview => under_way(procedure, aspect),
    }
}

const fn under_way(procedure: Procedure, aspect: Aspect) -> Hold {
    use Aspect as A;
    use Hold as H;
    match procedure {
        Procedure::First
        | Procedure::AddService
        | Procedure::AddAccess
        | Procedure::ChangeSubject
        | Procedure::ChangeService
        | Procedure::ChangeBoth
        | Procedure::ChangeAccess
        | Procedure::Existing => match aspect {
            A::Values => H::Asked,
            A::Remains | A::Closing | A::End | A::Holder | A::Domains | A::Opening => H::Former,
        },
        // The numbers and the authority are the old ones until the new authority has approved.
        Procedure::ChangeProvince | Procedure::CancelAccess => match aspect {
            A::Values => H::Either,
            A::Remains | A::Closing | A::End | A::Holder | A::Domains | A::Opening => H::Former,
        },
        // A service is shut on the day it is deregistered, and ends when that is approved; what
        // belongs to it may be taken apart, and its domain sold, meanwhile.
        Procedure::DeregisterSubject | Procedure::DeregisterService | Procedure::DeregisterEmptyShell => match aspect {
            A::Values | A::Remains | A::Closing | A::Holder | A::Domains => H::Either,
            A::End | A::Opening => H::Former,
        },
        // The domain has to be the receiver's before the order is sent, and the site runs on
        // under the giver's number until it is approved.
        Procedure::Migration => match aspect {
            A::Values => H::Asked,
            A::Closing | A::Holder | A::Domains | A::Opening => H::Either,
            A::Remains | A::End => H::Former,
        },
        // These are about another's record, or about an account.
        Procedure::DeregisterOther | Procedure::Transfer | Procedure::Claim => H::Former,
    }
}

/// Whether an order speaks of `subject` or `services/…`: it covers that, or ends the whole.
#[must_use]
pub fn concerns(filing: &Filing, path: &str) -> bool {
    let ends_all = filing.procedure.known().is_some_and(|asked| asked.ends_subject());
    filing.covers.items().iter().any(|item| *item.value.0 == *path || (ends_all && &*item.value == "subject"))
}

/// The orders of a subject that ask for something and are not decided, with what they ask.
pub fn under_way_of(subject: &Subject) -> impl Iterator<Item = (Procedure, &Dated<Filing>)> {
    subject.filings.iter().filter_map(|dated| {
        let filing = &dated.record.value;
        let asks = state(filing).is_pending() && filing.corrects.is_absent();
        Some((*filing.procedure.known()?, dated)).filter(|_| asks)
    })
}

/// Whether an order under way leaves it open how the records show something of `subject` or
/// `services/…`.
#[must_use]
pub fn either_way(subject: &Subject, path: &str, aspect: Aspect) -> bool {
    under_way_of(subject).any(|(procedure, dated)| {
        let filing = &dated.record.value;
        hold(procedure, state(filing), aspect) == Hold::Either && concerns(filing, path)
    })
}

#[cfg(test)]
mod tests {
    use super::{Aspect, Hold, hold};
    use crate::filed::State;
    use crate::record::Vocabulary;
    use crate::vocabulary::Procedure;

    const ASPECTS: [Aspect; 7] = [
        Aspect::Values,
        Aspect::Remains,
        Aspect::Closing,
        Aspect::End,
        Aspect::Holder,
        Aspect::Domains,
        Aspect::Opening,
    ];

    fn procedures() -> impl Iterator<Item = Procedure> {
        (0..).map_while(Procedure::from_index)
    }

    #[test]
    fn what_is_decided_leaves_nothing_open() {
        for (procedure, aspect) in procedures().flat_map(|procedure| ASPECTS.map(|aspect| (procedure, aspect))) {
            assert_eq!(hold(procedure, State::Approved, aspect), Hold::Asked);
            assert_eq!(hold(procedure, State::Ended, aspect), Hold::Former);
        }
    }

    #[test]
    fn nothing_ends_before_the_approval() {
        for procedure in procedures() {
            for state in [State::Draft, State::WithProvider, State::UnderReview] {
                assert_eq!(hold(procedure, state, Aspect::End), Hold::Former, "{procedure}");
            }
        }
    }

    #[test]
    fn what_is_shut_or_passes_on_may_stand_either_way() {
        for procedure in procedures() {
            let open = |aspect| hold(procedure, State::WithProvider, aspect) == Hold::Either;
            let ends = procedure.ends_services() || procedure.ends_subject();
            assert_eq!(open(Aspect::Closing), ends || procedure == Procedure::Migration, "{procedure}");
            assert_eq!(open(Aspect::Holder), open(Aspect::Domains), "{procedure}");
            assert_eq!(open(Aspect::Opening), procedure == Procedure::Migration, "{procedure}");
        }
    }
}
