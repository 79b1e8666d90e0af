//! The records of record format 1.
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
pub use service::{Access, Approval, Approvals, PlatformRelease, Police, Service};
pub use settings::{Baseline, LevelFor, Overlay, OverlaySource, Settings, Waiver};
pub use subject::{Dated, Stage, Subject};

/// The version of the record format that this library reads and writes.
pub const FORMAT: u32 = 1;
