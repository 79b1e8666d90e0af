//! The numbers of the field: filing, licence, police, credit code, identity, mobile.
//!
//! Every type reads leniently ([`Reading`]): it takes what real pages show and names each
//! deviation as a [`Fault`]; what it prints is the one canonical form. [`decode()`] finds and
//! explains the numbers of any text, [`mask`] hides those of persons.

mod alike;
mod area;
mod check;
mod compact;
mod credit;
mod credit_table;
mod decode;
mod digits;
mod fault;
mod filing;
mod glance;
mod kind;
mod licence;
pub mod mask;
mod mobile;
mod numeral;
mod org;
mod permit;
mod personal;
mod police;
mod reading;
mod record;
mod region;
mod registration;
mod resident;
mod run;
mod service;
mod text;

pub use alike::{Alike, alike, is_all_hidden, is_hidden};
pub use credit::CreditCode;
pub use decode::{Decoded, Parts, decode};
pub use digits::Digits;
pub use fault::Fault;
pub use filing::FilingNumber;
pub use kind::Kind;
pub use licence::{IcpLicence, Issuer, TelecomLicence};
pub use mobile::Mobile;
pub use org::OrganisationCode;
pub use permit::{Permit, PermitKind};
pub use police::PoliceNumber;
pub use reading::Reading;
pub use record::RecordNumber;
pub use registration::RegistrationNumber;
pub use resident::{ResidentId, Sex};
pub use service::{Service, ServiceKind};
