//! A fact: one field of a subject's records, with its one spelling.

use super::field::{
    DomainField, FilingField, ObservationField, OfficialField, PersonField, ServerField, ServiceField, SubjectField,
};
use crate::model::layout;
use crate::words::Words;
use std::fmt;

/// One field of a subject's records. The list is closed: whatever asks about facts answers
/// for each of them, so that a new field does not compile until somebody has decided.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// A field of the subject.
    Subject(SubjectField),
    /// A field of the person of that key.
    Person(Box<str>, PersonField),
    /// A field of that domain.
    Domain(Box<str>, DomainField),
    /// A field of the server of that key.
    Server(Box<str>, ServerField),
    /// A field of the service of that key.
    Service(Box<str>, ServiceField),
    /// A field of the filing of that stem.
    Filing(Box<str>, FilingField),
    /// A field of the observation of that stem.
    Observation(Box<str>, ObservationField),
    /// A field of the official letter of that stem.
    Official(Box<str>, OfficialField),
}

impl Fact {
    /// What filing people call the field.
    #[must_use]
    pub const fn words(&self) -> Words {
        match self {
            Self::Subject(field) => field.words(),
            Self::Person(_, field) => field.words(),
            Self::Domain(_, field) => field.words(),
            Self::Server(_, field) => field.words(),
            Self::Service(_, field) => field.words(),
            Self::Filing(_, field) => field.words(),
            Self::Observation(_, field) => field.words(),
            Self::Official(_, field) => field.words(),
        }
    }

    /// The folder or file and the path within the record.
    const fn parts(&self) -> (&'static str, Option<&str>, &'static str) {
        match self {
            Self::Subject(field) => ("subject", None, field.path()),
            Self::Person(key, field) => ("people", Some(key), field.path()),
            Self::Domain(key, field) => ("domains", Some(key), field.path()),
            Self::Server(key, field) => ("servers", Some(key), field.path()),
            Self::Service(key, field) => ("services", Some(key), field.path()),
            Self::Filing(key, field) => (layout::FILINGS, Some(key), field.path()),
            Self::Observation(key, field) => (layout::OBSERVATIONS, Some(key), field.path()),
            Self::Official(key, field) => (layout::OFFICIAL, Some(key), field.path()),
        }
    }

    /// Its one spelling, as facts are looked up by: `services/shop/domains`.
    #[must_use]
    pub fn spelled(&self) -> String {
        match self.parts() {
            (file, Some(key), "") => [file, "/", key].concat(),
            (file, Some(key), path) => [file, "/", key, "/", path].concat(),
            (file, None, "") => file.to_owned(),
            (file, None, path) => [file, "/", path].concat(),
        }
    }

    /// The fact of a spelling such as `services/shop/domains`; none if there is no such fact.
    #[must_use]
    pub fn parse(spelling: &str) -> Option<Self> {
        let (file, rest) = spelling.split_once('/').unwrap_or((spelling, ""));
        if file == "subject" {
            return SubjectField::parse(rest).map(Self::Subject);
        }
        let (key, path) = rest.split_once('/').unwrap_or((rest, ""));
        if key.is_empty() {
            return None;
        }
        let key: Box<str> = key.into();
        match file {
            "people" => PersonField::parse(path).map(|field| Self::Person(key, field)),
            "domains" => DomainField::parse(path).map(|field| Self::Domain(key, field)),
            "servers" => ServerField::parse(path).map(|field| Self::Server(key, field)),
            "services" => ServiceField::parse(path).map(|field| Self::Service(key, field)),
            layout::FILINGS => FilingField::parse(path).map(|field| Self::Filing(key, field)),
            layout::OBSERVATIONS => ObservationField::parse(path).map(|field| Self::Observation(key, field)),
            layout::OFFICIAL => OfficialField::parse(path).map(|field| Self::Official(key, field)),
            _ => None,
        }
    }

    /// Whether it stands for a record as a whole, which was added or taken away.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.parts().2.is_empty()
    }

    /// The same fact under another key.
    #[must_use]
    pub(crate) fn with_key(&self, key: &str) -> Self {
        let key: Box<str> = key.into();
        match self {
            Self::Subject(field) => Self::Subject(*field),
            Self::Person(_, field) => Self::Person(key, *field),
            Self::Domain(_, field) => Self::Domain(key, *field),
            Self::Server(_, field) => Self::Server(key, *field),
            Self::Service(_, field) => Self::Service(key, *field),
            Self::Filing(_, field) => Self::Filing(key, *field),
            Self::Observation(_, field) => Self::Observation(key, *field),
            Self::Official(_, field) => Self::Official(key, *field),
        }
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.spelled())
    }
}

/// The first step of a fact as it is spelled, and what follows it.
///
/// Rules take a dozen steps for each fact of each filing, for which setting out on a general
/// search takes longer than the search.
pub(crate) fn step(path: &str) -> (&str, Option<&str>) {
    match path.bytes().position(|byte| byte == b'/') {
        Some(at) => (path.get(..at).unwrap_or_default(), path.get(at + 1..)),
        None => (path, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_is_read_as_it_is_written() {
        for spelling in [
            "subject",
            "subject/certificate/number",
            "people/li/emergency/phone",
            "domains/例子.cn/holder/certificate/kind",
            "services/shop",
            "services/shop/domains",
            "filings/2021-02-20-first/basis/date",
        ] {
            assert_eq!(Fact::parse(spelling).map(|fact| fact.to_string()).as_deref(), Some(spelling));
            assert_eq!(Fact::parse(spelling).map(|fact| fact.spelled()).as_deref(), Some(spelling));
        }
        for wrong in ["", "services", "services/", "subject/colour", "shops/x/name"] {
            assert_eq!(Fact::parse(wrong), None, "{wrong}");
        }
    }
}
