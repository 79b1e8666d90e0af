//! What letters hold, as typed values.

use super::changed::Changed;
use super::entry::Entry;
use super::task::Task;
use crate::day::Day;
use crate::personal::Veil;
use crate::tables::{Period, Signer};
use crate::vocabulary::{LetterKind, Procedure};

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The day whose law it cites.
    pub day: Day,
    /// Which letter it is.
    pub kind: LetterKind,
    /// Its title; provinces have their own.
    pub title: String,
    /// Identity of the subject in the records.
    pub subject: Box<str>,
    /// To whom it goes.
    pub addressee: Entry,
    /// What is asked.
    pub procedure: Procedure,
    /// Who files.
    pub organiser: Organiser,
    /// The services it is about.
    pub services: Vec<ServiceLine>,
    /// How it is signed.
    pub signing: Signing,
    /// What is handed in with it.
    pub enclosures: Vec<String>,
    /// Who handles it.
    pub contact: Contact,
    /// The periods that its day knows.
    pub periods: Vec<Period>,
    /// What of people it may not show.
    pub veil: Veil,
    /// What it says besides.
    pub content: Content,
}

impl Letter {
    /// A name made of closed lists alone, fit for a file.
    #[must_use]
    pub fn name(&self) -> String {
        if self.kind.is_internal() { self.title.clone() } else { self.kind.words().zh.into_owned() }
    }
}

/// Who files, as on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organiser {
    /// Whether it is a person.
    pub individual: bool,
    /// Its name.
    pub name: Entry,
    /// What kind of organiser it is.
    pub nature: Entry,
    /// Kind of its certificate.
    pub certificate: Entry,
    /// Number of its certificate; open for persons.
    pub certificate_number: Entry,
    /// Its subject number; none before the first filing.
    pub number: Option<Entry>,
    /// Its postal address.
    pub address: Entry,
    /// Its principal.
    pub principal: Entry,
}

/// A service in a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceLine {
    /// Kind of service.
    pub kind: Entry,
    /// Its name.
    pub name: Entry,
    /// Its number; none before it is granted.
    pub number: Option<Entry>,
    /// Its domains, or the systems it runs on.
    pub at: Entry,
    /// The number at the foot of its pages.
    pub footer: Entry,
    /// What it offers.
    pub content: Entry,
}

/// How a letter is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signing {
    /// Who signs.
    pub signer: Signer,
    /// Whether the seal is set.
    pub seal: bool,
    /// Whether the thumb is printed.
    pub thumb: bool,
}

/// Who handles a filing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Name.
    pub name: Entry,
    /// Mobile number; always open.
    pub mobile: Entry,
    /// Electronic mail.
    pub email: Entry,
}

/// What a kind of letter says besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A statement on a change.
    Change(Change),
    /// A letter on a change of name.
    Rename(Rename),
    /// An application to deregister.
    End(End),
    /// An application to cancel access.
    CancelAccess(CancelAccess),
    /// An application to deregister another's filing.
    Other(Other),
    /// An authorisation.
    Authorisation(Authorisation),
    /// A pledge.
    Pledge,
    /// A statement on prior approval.
    PriorApproval(PriorApproval),
    /// An internal notice.
    Notice(Notice),
}

/// What a statement on prior approval holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriorApproval {
    /// What it says of each service.
    pub lines: Vec<ApprovalLine>,
    /// What may not be offered without an approval on the day of the letter.
    pub approved: Vec<String>,
    /// What may not be offered without a filing of its own on that day.
    pub filed: Vec<String>,
}

/// What a statement on a change holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What changes.
    pub changes: Vec<Changed>,
    /// Why.
    pub reason: Entry,
    /// The document on which it rests, where it rests on one.
    pub basis: Option<Basis>,
    /// From when on.
    pub effective: Entry,
    /// Whether what services offer stays as it is.
    pub content_stays: bool,
    /// Whether the real-name data of domains have to follow the change.
    pub holder_follows: bool,
}

/// A document on which a filing rests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// What document it is.
    pub document: Entry,
    /// Its number.
    pub number: Entry,
    /// Its date.
    pub date: Entry,
}

/// What a letter on a change of name holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rename {
    /// The name until now.
    pub old: Entry,
    /// The name from now on.
    pub new: Entry,
    /// Kind of the certificate from now on.
    pub certificate: Entry,
    /// Its number, where it changed; none where it stays.
    pub certificate_number: Option<Entry>,
    /// The document of the registry.
    pub basis: Basis,
    /// From when on.
    pub effective: Entry,
}

/// What ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndOf {
    /// A service.
    Service,
    /// The subject with all services.
    Subject,
    /// A subject without services.
    Shell,
}

/// Why a record ends. Forms offer the first two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// 不再运营.
    NoLongerRun,
    /// 主体信息变更后重新备案.
    FiledAnew,
    /// Another reason, in the words of the records.
    Other(String),
    /// The records do not tell.
    Unknown(Entry),
}

/// What an application to deregister holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// What ends.
    pub of: EndOf,
    /// Why.
    pub why: Why,
    /// The day on which it closed.
    pub closed: Entry,
    /// Whether the subject is left without services.
    pub left_empty: bool,
    /// The domains that go dark.
    pub domains: Vec<String>,
    /// The domains that other services go on using.
    pub kept: Vec<String>,
}

/// What an application to cancel access holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CancelAccess {
    /// The provider that is left.
    pub provider: Entry,
    /// The last day.
    pub until: Entry,
    /// Why.
    pub reason: Entry,
    /// What is left to each service, in the order of the services.
    pub left: Vec<AccessLeft>,
}

/// The providers that are left to a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessLeft {
    /// Name of the service.
    pub service: Entry,
    /// Its providers; none makes it an empty shell.
    pub providers: Vec<String>,
}

/// What an application to deregister another's filing holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// The name under which it is on file.
    pub name: Entry,
    /// The number to be deregistered.
    pub number: Entry,
    /// The domains taken over; none where the organiser itself is the conflict.
    pub domains: Vec<String>,
    /// Why.
    pub reason: Entry,
}

/// What an authorisation holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authorisation {
    /// The legal representative.
    pub legal_representative: Entry,
    /// The person authorised.
    pub person: Entry,
    /// Kind of that person's certificate.
    pub certificate: Entry,
    /// Its number; always open.
    pub certificate_number: Entry,
    /// Post.
    pub post: Entry,
    /// Department.
    pub department: Entry,
    /// Whether as principal of the subject.
    pub of_subject: bool,
    /// Whether as principal of the services named.
    pub of_services: bool,
    /// Keys of those services.
    pub services: Vec<String>,
}

/// What is stated of a service on prior approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApprovalLine {
    /// The service.
    pub service: ServiceLine,
    /// What is stated.
    pub statement: Statement,
}

/// A statement on prior approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statement {
    /// None is needed.
    NotInvolved,
    /// These were given: kind, authority, number.
    Given(Vec<[Entry; 3]>),
    /// The records do not tell.
    Unknown,
}

/// What an internal notice holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Who does what by when.
    pub tasks: Vec<Task>,
    /// From when on.
    pub effective: Entry,
    /// What changes; empty where something ends.
    pub changes: Vec<Changed>,
}
