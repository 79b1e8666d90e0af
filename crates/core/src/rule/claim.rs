//! What crosses subjects: values that only one of them may claim.
//!
//! The records of all subjects are never held at once. Each subject leaves its claims, of
//! which a small index keeps a hash; where one value is claimed twice, the claims are read
//! again and a rule looks at them.

use crate::record::Place;
use crate::words::Words;

/// What kind of value is claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimKind {
    /// The identity of a subject in these records.
    SubjectId,
    /// The unified social credit code, or another organisation's number.
    CertificateNumber,
    /// A subject's filing number.
    SubjectNumber,
    /// A service's filing number.
    ServiceNumber,
    /// A domain that a live service uses.
    Domain,
    /// A telephone number.
    Phone,
    /// An electronic mail address.
    Email,
    /// A provider's service code.
    ServiceCode,
}

/// One claim of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What kind of value it is.
    pub kind: ClaimKind,
    /// The value, in the form in which it is compared.
    pub value: Box<str>,
    /// The subject that claims it.
    pub subject: Box<str>,
    /// Who in the subject claims it: `services/shop`, `people/wang`, `subject`.
    pub holder: Box<str>,
    /// A word that rules need to tell claims apart: the kind of a service, the certificate
    /// number of a person.
    pub about: Box<str>,
    /// Where the claim stands.
    pub place: Place,
}

/// Claims that cannot stand beside each other, as positions in the slice that was given.
#[derive(Debug, Clone)]
pub struct Clash {
    /// The claim that is reported.
    pub at: usize,
    /// What is wrong.
    pub message: Words,
    /// The claims that stand against it, with what each is.
    pub against: Vec<(usize, Words)>,
}
