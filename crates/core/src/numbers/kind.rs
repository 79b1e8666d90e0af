//! What a number is.

use super::personal::Personal;
use super::service::ServiceKind;

/// What a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A filing number of a subject or a website.
    Icp,
    /// A filing number of an App.
    IcpApp,
    /// A filing number of a mini program.
    IcpMini,
    /// A filing number of a quick app.
    IcpQuick,
    /// A licence number of the older form, `京ICP证030173号`.
    LicenceIcp,
    /// A licence number of the newer form, `粤B2-20090059`.
    LicenceB2,
    /// A police number, or a police code alone.
    Police,
    /// A unified social credit code.
    CreditCode,
    /// A resident identity number, or a card of the same form.
    ResidentId,
    /// A mobile number.
    Mobile,
    /// A domain name, by its form only.
    Domain,
    /// An organisation code.
    OrgCode,
    /// A business registration number.
    Registration,
    /// A travel or residence permit.
    Permit,
    /// None of these, or a joke.
    Unknown,
}

impl Kind {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Icp => "icp",
            Self::IcpApp => "icp-app",
            Self::IcpMini => "icp-mini",
            Self::IcpQuick => "icp-quick",
            Self::LicenceIcp => "licence-icp",
            Self::LicenceB2 => "licence-b2",
            Self::Police => "police",
            Self::CreditCode => "credit-code",
            Self::ResidentId => "resident-id",
            Self::Mobile => "mobile",
            Self::Domain => "domain",
            Self::OrgCode => "org-code",
            Self::Registration => "registration",
            Self::Permit => "permit",
            Self::Unknown => "unknown",
        }
    }

    /// The kind of a filing number whose suffix names this kind of service.
    pub(super) fn of_filing(service: Option<ServiceKind>) -> Self {
        match service {
            Some(ServiceKind::App) => Self::IcpApp,
            Some(ServiceKind::MiniProgram) => Self::IcpMini,
            Some(ServiceKind::QuickApp) => Self::IcpQuick,
            Some(ServiceKind::Website) | None => Self::Icp,
        }
    }

    /// The kind of personal number this is, if it is one.
    pub(super) fn personal(self) -> Option<Personal> {
        match self {
            Self::ResidentId => Some(Personal::Identity),
            Self::Mobile => Some(Personal::Mobile),
            Self::Permit => Some(Personal::Permit),
            _ => None,
        }
    }
}
