//! What may stand as a filing number: a filing number proper, or its holder's licence number.

use std::fmt;

use super::digits::Digits;
use super::filing::FilingNumber;
use super::kind::Kind;
use super::licence::{IcpLicence, Issuer, TelecomLicence};
use super::service::{Service, ServiceKind};
use crate::names::Province;

/// The number under which the registry shows a subject or a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordNumber {
    /// `京ICP备12345678号-1`.
    Filing(FilingNumber),
    /// `京ICP证030173号-1`.
    LicenceIcp(IcpLicence),
    /// `粤B2-20090059-5`.
    LicenceB2(TelecomLicence),
}

impl RecordNumber {
    /// What kind of number this is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Filing(number) => Kind::of_filing(number.service.map(|service| service.kind)),
            Self::LicenceIcp(_) => Kind::LicenceIcp,
            Self::LicenceB2(_) => Kind::LicenceB2,
        }
    }

    /// The suffix, where this is a service's number.
    #[must_use]
    pub fn service(&self) -> Option<Service> {
        match self {
            Self::Filing(number) => number.service,
            Self::LicenceIcp(number) => number.service,
            Self::LicenceB2(number) => number.service,
        }
    }

    /// The index of the suffix.
    #[must_use]
    pub fn service_index(&self) -> Option<u32> {
        self.service().map(|service| service.index)
    }

    /// The letter of the suffix: `A`, `X`, `K`; none on a website's or a subject's number.
    #[must_use]
    pub fn service_letter(&self) -> Option<char> {
        self.service().and_then(|service| service.kind.letter())
    }

    /// The kind of service that the suffix names.
    #[must_use]
    pub fn service_kind(&self) -> Option<ServiceKind> {
        self.service().map(|service| service.kind)
    }

    /// The same number without its suffix: the subject's.
    #[must_use]
    pub fn subject_part(&self) -> Self {
        self.with_service(None)
    }

    /// The number of one service under this number's subject.
    #[must_use]
    pub fn with_service(&self, service: Option<Service>) -> Self {
        match *self {
            Self::Filing(number) => Self::Filing(FilingNumber { service, ..number }),
            Self::LicenceIcp(number) => Self::LicenceIcp(IcpLicence { service, ..number }),
            Self::LicenceB2(number) => Self::LicenceB2(TelecomLicence { service, ..number }),
        }
    }

    /// Whether this is a subject's number, without a suffix.
    #[must_use]
    pub fn is_subject(&self) -> bool {
        self.service().is_none()
    }

    /// Whether this is a service number under that subject's number.
    #[must_use]
    pub fn is_service_of(&self, subject: &Self) -> bool {
        !self.is_subject() && self.subject_part() == *subject
    }

    /// The province that the number names; none for the ministry's licences.
    #[must_use]
    pub fn province(&self) -> Option<&'static Province> {
        Province::of_letter(self.letter()?)
    }

    /// The province's letter as written.
    #[must_use]
    pub fn letter(&self) -> Option<char> {
        match self {
            Self::Filing(number) => Some(number.letter),
            Self::LicenceIcp(number) => Some(number.letter),
            Self::LicenceB2(number) => match number.issuer {
                Issuer::Province(letter) => Some(letter),
                Issuer::National | Issuer::Joint => None,
            },
        }
    }

    /// The digits that tell subjects apart.
    #[must_use]
    pub fn serial(&self) -> Digits {
        match self {
            Self::Filing(number) => number.serial,
            Self::LicenceIcp(number) => number.serial,
            Self::LicenceB2(number) => number.serial,
        }
    }

    /// The year in the number, where it says one.
    #[must_use]
    pub fn year(&self) -> Option<u16> {
        match self {
            Self::Filing(number) => number.year(),
            // 030173: two digits of the year, four of the serial.
            Self::LicenceIcp(number) if number.serial.count() == 6 => u16::try_from(2000 + number.serial.head(2)).ok(),
            Self::LicenceIcp(_) => None,
            Self::LicenceB2(number) => u16::try_from(number.serial.head(4)).ok(),
        }
    }
}

impl From<FilingNumber> for RecordNumber {
    fn from(number: FilingNumber) -> Self {
        Self::Filing(number)
    }
}

impl fmt::Display for RecordNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Filing(number) => number.fmt(f),
            Self::LicenceIcp(number) => number.fmt(f),
            Self::LicenceB2(number) => number.fmt(f),
        }
    }
}
