//! What passes between subjects: services that move, subjects that are renamed, split, merged.

use super::meaning::{ascii, same_number};
use crate::model::{Service, Subject};
use crate::words;
use crate::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// A service that left one subject and stands under another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moved {
    /// The subject it left.
    pub from: Box<str>,
    /// Its key there.
    pub old_key: Box<str>,
    /// The subject it came to.
    pub to: Box<str>,
    /// Its key there.
    pub new_key: Box<str>,
}

/// A subject that became others, or became of others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reshaped {
    /// The same organiser under another identity in the records; in law that is nothing.
    Renamed {
        /// Its identity before.
        from: Box<str>,
        /// Its identity now.
        to: Box<str>,
    },
    /// Its services went to several subjects.
    Split {
        /// The subject they left.
        from: Box<str>,
        /// Where they went.
        to: BTreeSet<Box<str>>,
    },
    /// Services of several subjects came to it.
    Merged {
        /// The subjects they left.
        from: BTreeSet<Box<str>>,
        /// The subject they came to.
        to: Box<str>,
    },
}

impl Moved {
    /// What happened, in words.
    #[must_use]
    pub fn words(&self) -> Words {
        let Self { from, old_key, to, new_key } = self;
        words!(
            "{from}/services/{old_key} 移到 {to}/services/{new_key}",
            "{from}/services/{old_key} moved to {to}/services/{new_key}"
        )
    }
}

impl Reshaped {
    /// What happened, in words.
    #[must_use]
    pub fn words(&self) -> Words {
        let list = |names: &BTreeSet<Box<str>>| names.iter().cloned().collect::<Vec<_>>().join("、");
        match self {
            Self::Renamed { from, to } => {
                words!("{from} 在记录里改名为 {to}，主体未变", "{from} is now called {to} in the records")
            }
            Self::Split { from, to } => {
                let to = list(to);
                words!("{from} 的服务分给 {to}", "services of {from} went to {to}")
            }
            Self::Merged { from, to } => {
                let from = list(from);
                words!("{from} 的服务并入 {to}", "services of {from} came together in {to}")
            }
        }
    }
}

/// What passed between subjects.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moves {
    /// Services that moved, in order.
    pub services: Vec<Moved>,
    /// Subjects that are renamed, split or merged, in order.
    pub subjects: Vec<Reshaped>,
}

/// A service that is in one state of a subject and not in the other.
struct Loose<'a> {
    subject: &'a Subject,
    key: &'a str,
    service: &'a Service,
}

/// What passed between the changed subjects, each given as it was and as it is.
#[must_use]
pub fn moves(pairs: &[(Option<&Subject>, Option<&Subject>)]) -> Moves {
    let renamed = renamed(pairs);
    let known = |from: &str, to: &str| renamed.get(from).is_some_and(|new| &**new == to);
    let (lost, gained) = (loose(pairs, true), loose(pairs, false));
    let mut services: Vec<Moved> = lost
        .iter()
        .filter_map(|old| {
            let new =
                gained.iter().find(|new| new.subject.id != old.subject.id && same_service(old.service, new.service))?;
            (!known(&old.subject.id, &new.subject.id)).then(|| Moved {
                from: old.subject.id.clone(),
                old_key: old.key.into(),
                to: new.subject.id.clone(),
                new_key: new.key.into(),
            })
        })
        .collect();
    services.sort();
    let mut subjects: Vec<Reshaped> = renamed.into_iter().map(|(from, to)| Reshaped::Renamed { from, to }).collect();
    subjects.extend(split(&services));
    subjects.extend(merged(&services));
    subjects.sort();
    Moves { services, subjects }
}

/// Subjects that vanished under one identity and appeared under another, by their number.
fn renamed(pairs: &[(Option<&Subject>, Option<&Subject>)]) -> BTreeMap<Box<str>, Box<str>> {
    let gone = pairs.iter().filter_map(|pair| pair.0.filter(|_| pair.1.is_none()));
    let come = || pairs.iter().filter_map(|pair| pair.1.filter(|_| pair.0.is_none()));
    let same = |a: &Subject, b: &Subject| match (number(a), number(b)) {
        (Some(a), Some(b)) => same_number(a, b),
        _ => false,
    };
    gone.filter_map(|old| come().find(|new| same(old, new)).map(|new| (old.id.clone(), new.id.clone()))).collect()
}

fn number(subject: &Subject) -> Option<&str> {
    let certificate = subject.particulars.value.certificate.known()?;
    certificate.number.known().map(|number| &**number)
}

/// The services that stand in one state and not in the other: lost ones, or gained ones.
fn loose<'a>(pairs: &[(Option<&'a Subject>, Option<&'a Subject>)], lost: bool) -> Vec<Loose<'a>> {
    let mut found = Vec::new();
    for (old, new) in pairs {
        let (here, there) = if lost { (*old, *new) } else { (*new, *old) };
        let Some(subject) = here else { continue };
        for (key, service) in subject.services.iter().filter(|(_, service)| runs(&service.value)) {
            let stays =
                there.is_some_and(|there| there.services.iter().any(|(other, at)| key == other && runs(&at.value)));
            if !stays {
                found.push(Loose { subject, key, service: &service.value });
            }
        }
    }
    found
}

/// Whether the record says nothing of an end, be it past or to come.
fn runs(service: &Service) -> bool {
    service.ended.is_absent() && service.closed.is_absent()
}

/// Whether two services are one: of one kind, with a domain or a package in common.
pub(crate) fn same_service(a: &Service, b: &Service) -> bool {
    let domains = |service: &Service| -> BTreeSet<String> {
        service.domains.items().iter().map(|name| ascii(&name.value)).collect()
    };
    let packages = |service: &Service| -> BTreeSet<String> {
        let id = |id: &crate::record::Text| id.to_string();
        service.platforms.items().iter().filter_map(|release| release.value.id.known().map(id)).collect()
    };
    let shared = !domains(a).is_disjoint(&domains(b)) || !packages(a).is_disjoint(&packages(b));
    a.kind.known() == b.kind.known() && shared
}

fn split(services: &[Moved]) -> Vec<Reshaped> {
    let mut to: BTreeMap<&str, BTreeSet<Box<str>>> = BTreeMap::new();
    for moved in services {
        to.entry(&moved.from).or_default().insert(moved.to.clone());
    }
    to.into_iter().filter(|(_, to)| 1 < to.len()).map(|(from, to)| Reshaped::Split { from: from.into(), to }).collect()
}

fn merged(services: &[Moved]) -> Vec<Reshaped> {
    let mut from: BTreeMap<&str, BTreeSet<Box<str>>> = BTreeMap::new();
    for moved in services {
        from.entry(&moved.to).or_default().insert(moved.from.clone());
    }
    from.into_iter()
        .filter(|(_, from)| 1 < from.len())
        .map(|(to, from)| Reshaped::Merged { from, to: to.into() })
        .collect()
}
