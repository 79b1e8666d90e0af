//! What the rules between revisions see.

use crate::change::{Changes, KeyOf};
use crate::day::Day;
use crate::filed::{State, state};
use crate::model::{Dated, Filing, Subject};
use crate::procedure::Coverage;
use crate::procedure::Required;
use crate::record::Place;
use std::collections::BTreeMap;

/// One subject before and after.
#[derive(Debug)]
pub struct Turn<'a> {
    /// As it was; none if it is new.
    pub old: Option<&'a Subject>,
    /// As it is; none if it is gone.
    pub new: Option<&'a Subject>,
    /// What changed.
    pub changes: &'a Changes,
    /// What that asks for.
    pub required: &'a [Required],
    /// Which filings ask for it.
    pub coverage: &'a Coverage,
    /// Numbers that changed subjects held before, with the subject and what of it held them.
    pub numbers: &'a BTreeMap<Box<str>, Vec<(Box<str>, String)>>,
    /// The day on which the newer state was committed.
    pub committed: Day,
    /// The day by whose rules it is judged.
    pub today: Day,
}

impl<'a> Turn<'a> {
    /// Both states, where there are two.
    pub(super) fn both(&self) -> Option<(&'a Subject, &'a Subject)> {
        self.old.zip(self.new)
    }

    /// Filings that were closed before, each with what it is now.
    pub(super) fn closed(&self) -> Vec<(&'a Dated<Filing>, Option<&'a Dated<Filing>>)> {
        let Some((old, new)) = self.both() else { return Vec::new() };
        let is_closed = |filing: &&Dated<Filing>| is_closed(&filing.record.value);
        old.filings.iter().filter(is_closed).map(|filing| (filing, by_stem(new, &filing.stem))).collect()
    }

    /// The key that a person has now.
    pub(super) fn person<'k>(&'k self, key: &'k str) -> &'k str {
        self.changes.new_key(KeyOf::Person, key)
    }

    /// What held a number before, as it is called now: `subject`, `services/shop`.
    pub(super) fn holder(&self, holder: &str) -> String {
        match holder.strip_prefix("services/") {
            Some(key) => format!("services/{}", self.changes.new_key(KeyOf::Service, key)),
            None => holder.to_owned(),
        }
    }

    /// Who among the other changed subjects held a number before.
    pub(super) fn elsewhere(&self, number: &str) -> Option<String> {
        let own = |id: &str| [self.old, self.new].iter().flatten().any(|subject| &*subject.id == id);
        let (id, holder) = self.numbers.get(number)?.iter().find(|(id, _)| !own(id))?;
        Some(format!("{id}/{holder}"))
    }

    /// Where a fact stands now, or what holds it if it is gone.
    pub(super) fn place(&self, fact: &str) -> Place {
        self.new.map_or(Place::NOWHERE, |new| new.places.nearest(fact))
    }
}

/// Whether nothing may be changed in a filing any more.
pub(super) fn is_closed(filing: &Filing) -> bool {
    matches!(state(filing), State::Approved | State::Ended)
}

/// The filing of that stem.
pub(super) fn by_stem<'a>(subject: &'a Subject, stem: &str) -> Option<&'a Dated<Filing>> {
    subject.filings.iter().find(|filing| &*filing.stem == stem)
}
