//! What each procedure is: one row a procedure, whoever asks.

use super::Procedure;

/// What a procedure has of its own, as far as rules and answers ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trait {
    /// It asks for something that was not on file.
    Opens,
    /// It puts a service on file, with a number of its own.
    FilesService,
    /// It changes what is on file and keeps the numbers.
    Changes,
    /// It moves what is on file, which comes under another number.
    ReplacesNumber,
    /// It ends services of this record.
    EndsServices,
    /// It ends the subject of this record.
    EndsSubject,
    /// What it does is not undone.
    Irreversible,
    /// It is about another organiser, who is named.
    NamesCounterparty,
    /// It need not say what of this record it covers.
    CoversNothing,
    /// It may run beside another that may.
    RunsBeside,
    /// It states only the accesses that come or go, and not those that stay.
    StatesAccess,
    /// No change of this record asks for it.
    NeedsNoChange,
    /// No text message of the ministry checks it.
    WithoutMessage,
}

/// By which way a procedure goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// Through a provider, who reviews it, to the authority.
    Provider,
    /// On paper to the authority.
    Paper,
    /// It stays between accounts at a provider.
    Account,
    /// Nothing is sent: it states what is on file.
    Nothing,
}

impl Procedure {
    /// The table: a procedure without a row does not compile.
    const fn traits(self) -> &'static [Trait] {
        use Trait as T;
        match self {
            Self::First | Self::AddService => &[T::Opens, T::FilesService],
            Self::AddAccess => &[T::Opens, T::RunsBeside, T::StatesAccess],
            Self::ChangeSubject | Self::ChangeService | Self::ChangeBoth | Self::ChangeAccess => &[T::Changes],
            Self::DeregisterSubject => &[T::EndsServices, T::EndsSubject, T::Irreversible],
            Self::DeregisterService => &[T::EndsServices, T::Irreversible, T::RunsBeside],
            Self::DeregisterEmptyShell => &[T::EndsSubject, T::Irreversible],
            Self::DeregisterOther => {
                &[T::Irreversible, T::NamesCounterparty, T::CoversNothing, T::RunsBeside, T::NeedsNoChange]
            }
            Self::CancelAccess => &[T::RunsBeside, T::StatesAccess, T::WithoutMessage],
            Self::Migration => &[T::ReplacesNumber, T::Irreversible, T::NamesCounterparty],
            Self::ChangeProvince => &[T::ReplacesNumber],
            Self::Transfer | Self::Claim => &[T::CoversNothing],
            Self::Existing => &[T::NeedsNoChange],
        }
    }

    fn has(self, of: Trait) -> bool {
        self.traits().contains(&of)
    }

    /// Whether the ministry checks it by a text message to the principals.
    #[must_use]
    pub fn is_checked_by_message(self) -> bool {
        self.channel() == Channel::Provider && !self.has(Trait::WithoutMessage)
    }

    /// By which way it goes.
    #[must_use]
    pub const fn channel(self) -> Channel {
        match self {
            Self::First
            | Self::AddService
            | Self::AddAccess
            | Self::ChangeSubject
            | Self::ChangeService
            | Self::ChangeBoth
            | Self::ChangeAccess
            | Self::DeregisterSubject
            | Self::DeregisterService
            | Self::CancelAccess
            | Self::Migration
            | Self::ChangeProvince => Channel::Provider,
            Self::DeregisterEmptyShell | Self::DeregisterOther => Channel::Paper,
            Self::Transfer | Self::Claim => Channel::Account,
            Self::Existing => Channel::Nothing,
        }
    }

    /// Whether the authority decides it.
    #[must_use]
    pub const fn reaches_authority(self) -> bool {
        match self.channel() {
            Channel::Provider | Channel::Paper => true,
            Channel::Account | Channel::Nothing => false,
        }
    }

    /// Whether it asks for something that was not on file: a service, or an access.
    #[must_use]
    pub fn opens(self) -> bool {
        self.has(Trait::Opens)
    }

    /// Whether it puts a service on file, with a number of its own.
    #[must_use]
    pub fn files_service(self) -> bool {
        self.has(Trait::FilesService)
    }

    /// Whether it changes what is on file and keeps the numbers.
    #[must_use]
    pub fn is_change(self) -> bool {
        self.has(Trait::Changes)
    }

    /// Whether it moves what is on file, which comes under another number.
    #[must_use]
    pub fn replaces_number(self) -> bool {
        self.has(Trait::ReplacesNumber)
    }

    /// Whether it ends services of this record.
    #[must_use]
    pub fn ends_services(self) -> bool {
        self.has(Trait::EndsServices)
    }

    /// Whether it ends the subject of this record.
    #[must_use]
    pub fn ends_subject(self) -> bool {
        self.has(Trait::EndsSubject)
    }

    /// Whether what it does is not undone.
    #[must_use]
    pub fn is_irreversible(self) -> bool {
        self.has(Trait::Irreversible)
    }

    /// Whether it is about another organiser, who is named.
    #[must_use]
    pub fn names_counterparty(self) -> bool {
        self.has(Trait::NamesCounterparty)
    }

    /// Whether it need not say what of this record it covers.
    #[must_use]
    pub fn covers_nothing(self) -> bool {
        self.has(Trait::CoversNothing)
    }

    /// Whether it may run beside another that may.
    #[must_use]
    pub fn runs_beside(self) -> bool {
        self.has(Trait::RunsBeside)
    }

    /// Whether it states only the accesses that come or go.
    #[must_use]
    pub fn states_access(self) -> bool {
        self.has(Trait::StatesAccess)
    }

    /// Whether no change of this record asks for it: it states what is on file, or is about another's record.
    #[must_use]
    pub fn needs_no_change(self) -> bool {
        self.has(Trait::NeedsNoChange)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Vocabulary;

    #[test]
    fn traits_of_a_procedure_agree() {
        for procedure in (0..).map_while(Procedure::from_index) {
            assert!(!procedure.files_service() || procedure.opens(), "{procedure}");
            let kinds = [procedure.opens(), procedure.is_change(), procedure.replaces_number()];
            let ends = procedure.ends_services() || procedure.ends_subject();
            assert!(kinds.into_iter().chain([ends]).filter(|is| *is).count() <= 1, "{procedure} is two things");
            assert!(!ends || procedure.is_irreversible(), "{procedure}");
            assert!(!procedure.covers_nothing() || procedure.channel() != Channel::Provider, "{procedure}");
        }
    }
}
