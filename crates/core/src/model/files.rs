//! The kinds of files that records are kept in.

use super::{
    Baseline, Domain, Filing, Observation, Official, Overlay, Particulars, Person, Server, Service, Settings, layout,
};
use crate::record::{Keyed, Shape, Value};

/// A kind of file, with the shape of its outermost value.
#[derive(Debug, Clone, Copy)]
pub struct FileKind {
    /// The name: `subject`, `filing`, `beian`.
    pub name: &'static str,
    /// Which files are of this kind.
    pub files: &'static str,
    /// What stands in them.
    pub shape: &'static Shape,
}

/// Every kind of file.
pub static KINDS: &[FileKind] = &[
    FileKind { name: "subject", files: layout::SUBJECT, shape: Particulars::SHAPE },
    FileKind { name: "people", files: layout::PEOPLE, shape: <Keyed<Person>>::SHAPE },
    FileKind { name: "domains", files: layout::DOMAINS, shape: <Keyed<Domain>>::SHAPE },
    FileKind { name: "servers", files: layout::SERVERS, shape: <Keyed<Server>>::SHAPE },
    FileKind { name: "services", files: layout::SERVICES, shape: <Keyed<Service>>::SHAPE },
    FileKind { name: "filing", files: "filings/*.yaml", shape: Filing::SHAPE },
    FileKind { name: "observation", files: "observations/*.yaml", shape: Observation::SHAPE },
    FileKind { name: "official", files: "official/*.yaml", shape: Official::SHAPE },
    FileKind { name: "beian", files: layout::SETTINGS, shape: Settings::SHAPE },
    FileKind { name: "baseline", files: "beian-baseline.yaml", shape: Baseline::SHAPE },
    FileKind { name: "overlay", files: "overlays/*.yaml", shape: Overlay::SHAPE },
];

/// The kind of that name.
#[must_use]
pub fn kind(name: &str) -> Option<&'static FileKind> {
    KINDS.iter().find(|kind| kind.name == name)
}
