//! What changed between two states of a subject's records, in facts.
//!
//! Records are matched by key or, where a key changed, by what they say. Three laws hold:
//! nothing differs from itself, the way back is the mirror of the way there, and the order of
//! lists, lines and files is nothing.

mod apart;
mod fact;
mod field;
mod lists;
mod matching;
mod meaning;
mod moves;
mod pick;
mod plain;
mod take;
mod whole;

pub use apart::{Apart, HIDDEN_DIGITS, apart};
pub use fact::Fact;
pub use field::{
    DomainField, FilingField, ObservationField, OfficialField, PersonField, ServerField, ServiceField, SubjectField,
};
pub use meaning::{is_fuller, same_filed, same_spelled, same_value};
pub use moves::{Moved, Moves, Reshaped, moves};

pub(crate) use fact::step;
pub(crate) use lists::Route;
pub(crate) use meaning::{ascii, same_number};
pub(crate) use moves::same_service;
pub(crate) use pick::{is_doubtful, pick};
pub use plain::show_in;
pub(crate) use plain::{of_slot, plain, show};

use crate::model::Subject;
use crate::numbers::mask;
use crate::record::Plain;
use std::collections::BTreeMap;

/// One fact that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The fact, under its new key.
    pub fact: Fact,
    /// What it was; none if there was nothing.
    pub old: Option<Plain>,
    /// What it is; none if there is nothing any more.
    pub new: Option<Plain>,
}

/// What happened to a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It was not there before.
    Added,
    /// It is not there any more.
    Removed,
    /// Its value is another.
    Changed,
}

impl Change {
    /// What happened to the fact.
    #[must_use]
    pub const fn how(&self) -> How {
        match (&self.old, &self.new) {
            (None, _) => How::Added,
            (Some(_), None) => How::Removed,
            (Some(_), Some(_)) => How::Changed,
        }
    }
}

/// Plain data as it may be shown.
pub(crate) fn shown(value: &Plain) -> String {
    mask::hide_personal(&show(value)).into_owned()
}

/// Which kind of record got another key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyOf {
    /// A person.
    Person,
    /// A domain, written in another form.
    Domain,
    /// A server.
    Server,
    /// A service.
    Service,
}

/// A record that got another key; in law that is nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rename {
    /// Which kind of record.
    pub of: KeyOf,
    /// Its key before.
    pub old: Box<str>,
    /// Its key now.
    pub new: Box<str>,
}

/// What changed between two states of a subject.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// The facts that changed, in the order of their spellings.
    pub facts: Vec<Change>,
    /// Records that only got another key, or got one besides.
    pub renamed: Vec<Rename>,
    /// Facts that cannot be compared, because one side cannot be read.
    pub unknown: Vec<Fact>,
}

impl Changes {
    /// Whether nothing changed that the law could know of: a key is a name of the user's.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.unknown.is_empty()
    }

    /// The key that a record had before.
    #[must_use]
    pub fn old_key<'a>(&'a self, of: KeyOf, new: &'a str) -> &'a str {
        self.renamed.iter().find(|rename| rename.of == of && &*rename.new == new).map_or(new, |rename| &rename.old)
    }

    /// The key that a record has now.
    #[must_use]
    pub fn new_key<'a>(&'a self, of: KeyOf, old: &'a str) -> &'a str {
        self.renamed.iter().find(|rename| rename.of == of && &*rename.old == old).map_or(old, |rename| &rename.new)
    }

    /// The way back: what was new is old.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let turned = |change: &Change| Change {
            fact: self.under_old_key(&change.fact),
            old: change.new.clone(),
            new: change.old.clone(),
        };
        let mut back = Self {
            facts: self.facts.iter().map(turned).collect(),
            renamed: self
                .renamed
                .iter()
                .map(|rename| Rename { of: rename.of, old: rename.new.clone(), new: rename.old.clone() })
                .collect(),
            unknown: self.unknown.iter().map(|fact| self.under_old_key(fact)).collect(),
        };
        back.sort();
        back
    }

    fn under_old_key(&self, fact: &Fact) -> Fact {
        let (of, key) = match fact {
            Fact::Person(key, _) => (KeyOf::Person, key),
            Fact::Domain(key, _) => (KeyOf::Domain, key),
            Fact::Server(key, _) => (KeyOf::Server, key),
            Fact::Service(key, _) => (KeyOf::Service, key),
            Fact::Subject(_) | Fact::Filing(..) | Fact::Observation(..) | Fact::Official(..) => return fact.clone(),
        };
        fact.with_key(self.old_key(of, key))
    }

    fn sort(&mut self) {
        self.facts.sort_by(|a, b| a.fact.cmp(&b.fact));
        self.renamed.sort();
        self.unknown.sort();
    }
}

/// What changed from one state of a subject to another.
#[must_use]
pub fn diff(old: &Subject, new: &Subject) -> Changes {
    let (pairs, renames) = matching::pair_all(old, new);
    let mut taker = take::Taker::new(&renames);
    take::particulars(&mut taker, &old.particulars.value, &new.particulars.value);
    for pair in &pairs.people {
        take::entry(&mut taker, pair, Fact::Person, PersonField::Whole, take::person);
    }
    for pair in &pairs.domains {
        take::entry(&mut taker, pair, Fact::Domain, DomainField::Whole, take::domain);
    }
    for pair in &pairs.servers {
        take::entry(&mut taker, pair, Fact::Server, ServerField::Whole, take::server);
    }
    for pair in &pairs.services {
        take::entry(&mut taker, pair, Fact::Service, ServiceField::Whole, take::service);
    }
    whole::documents(&mut taker, old, new);
    let mut changes = taker.finish();
    changes.renamed = renames.list();
    changes.sort();
    changes
}

/// What changed where a subject may be new or gone: one that is not there has no facts.
#[must_use]
pub fn diff_states(old: Option<&Subject>, new: Option<&Subject>) -> Changes {
    let nothing = Subject::default();
    let mut changes = diff(old.unwrap_or(&nothing), new.unwrap_or(&nothing));
    let whole = |subject: &Subject| plain(&subject.particulars.value);
    if old.is_some() != new.is_some() {
        changes.facts.retain(|change| !matches!(change.fact, Fact::Subject(_)));
        changes.facts.push(Change {
            fact: Fact::Subject(SubjectField::Whole),
            old: old.map(whole),
            new: new.map(whole),
        });
        changes.sort();
    }
    changes
}

/// A map of plain data.
pub(crate) fn map<const N: usize>(entries: [(&str, Option<Plain>); N]) -> Plain {
    let given = entries.into_iter().filter_map(|(key, value)| value.map(|value| (key.into(), value)));
    Plain::Map(given.collect::<BTreeMap<Box<str>, Plain>>())
}
