//! The records, of record formats 1 and 2.
//!
//! A field is there or not; what must be there at which stage is for rules to say.

mod domain;
mod files;
mod filing;
mod glob;
pub mod layout;
mod official;
mod particulars;
mod person;
mod server;
mod service;
mod settings;
mod subject;

pub use domain::{Domain, Holder, HolderCertificate};
pub use files::{FileKind, KINDS, kind};
pub use filing::{Basis, Counterparty, Filing, FilingEvent, Grant, Paper};
pub use glob::Glob;
pub use official::{Observation, Official, Says};
pub use particulars::{Certificate, Ended, Licence, NumberHeld, Particulars};
pub use person::{Emergency, Person, PersonCertificate, Residence};
pub use server::{Paid, Server};
pub use service::{Access, Approval, Approvals, NumberShown, PlatformRelease, Police, Service, StoreListing};
pub use settings::{Baseline, LevelFor, Overlay, OverlaySource, Settings, Waiver};
pub use subject::{Dated, Stage, Subject};

/// The latest version of the record format: this library reads it and all before.
pub const FORMAT: u32 = 2;

/// The version in which records are written that need no later one, so that older programs read them.
pub const FIRST_FORMAT: u32 = 1;
