//! Where a value stands: in which file, at which bytes, under which fact.
//!
//! A value carries only a number. What it stands for is kept in one table a subject and
//! asked for when a finding is made, so that clean records pay next to nothing for it.

use std::fmt::Write as _;

/// The place of a value: a handle into [`Places`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place(u32);

impl Place {
    /// The place of a value that stands in no document.
    pub const NOWHERE: Self = Self(0);

    /// Whether it stands in a document.
    #[must_use]
    pub const fn is_somewhere(self) -> bool {
        self.0 != 0
    }
}

/// One step from a place to a place within it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A file, named as facts name it: `subject`, `filings/2026-10-20-address`.
    File(Box<str>),
    /// A field of a record.
    Field(&'static str),
    /// A key of the user's.
    Key(Box<str>),
    /// An item of a list, counted from 0.
    Item(u32),
    /// A part of the text of a place, which is no fact of its own.
    Part,
}

impl Step {
    /// Whether the spelling of a fact can end in this step.
    fn ends(&self, fact: &str) -> bool {
        match self {
            Self::File(name) | Self::Key(name) => fact.ends_with(&**name),
            Self::Field(name) => fact.ends_with(name),
            Self::Item(_) => fact.ends_with(|letter: char| letter.is_ascii_digit()),
            Self::Part => false,
        }
    }
}

#[derive(Debug, Clone)]
struct Entry {
    parent: Place,
    step: Step,
    file: u32,
    start: u32,
    end: u32,
}

/// All places of one subject.
#[derive(Debug, Clone, Default)]
pub struct Places {
    entries: Vec<Entry>,
}

impl Places {
    /// No place yet, and room for some.
    #[must_use]
    pub fn with_room(places: usize) -> Self {
        Self { entries: Vec::with_capacity(places) }
    }

    /// Adds the place of a whole file and answers it.
    pub fn add_file(&mut self, file: u32, fact: &str) -> Place {
        self.push(Entry { parent: Place::NOWHERE, step: Step::File(fact.into()), file, start: 0, end: 0 })
    }

    /// Adds a place within another one; `start..end` are bytes of the file's text.
    pub fn add(&mut self, parent: Place, step: Step, start: u32, end: u32) -> Place {
        let file = self.entry(parent).map_or(0, |entry| entry.file);
        self.push(Entry { parent, step, file, start, end })
    }

    fn push(&mut self, entry: Entry) -> Place {
        self.entries.push(entry);
        Place(u32::try_from(self.entries.len()).unwrap_or(0))
    }

    fn entry(&self, place: Place) -> Option<&Entry> {
        let index = usize::try_from(place.0).ok()?.checked_sub(1)?;
        self.entries.get(index)
    }

    /// The number of the file and the bytes of its text, or `None` for a place nowhere.
    #[must_use]
    pub fn span(&self, place: Place) -> Option<(u32, std::ops::Range<usize>)> {
        let entry = self.entry(place)?;
        Some((entry.file, entry.start as usize..entry.end as usize))
    }

    /// Where a fact stands, or else what holds it: for `domains/example.com/left`, where
    /// there is no such field, the domain. Looks at every place, so it is for findings only.
    #[must_use]
    pub fn nearest(&self, fact: &str) -> Place {
        let mut wanted = fact;
        while !wanted.is_empty() {
            let mut numbered = self.entries.iter().zip(1..).map(|(entry, number)| (entry, Place(number)));
            // Spelling a fact out is dear, its last step is cheap.
            let found = numbered.find(|(entry, place)| entry.step.ends(wanted) && self.fact(*place) == wanted);
            if let Some((_, place)) = found {
                return place;
            }
            wanted = wanted.rsplit_once('/').map_or("", |(above, _)| above);
        }
        Place::NOWHERE
    }

    /// The fact that stands there, without its subject: `domains/example.com/expires`.
    #[must_use]
    pub fn fact(&self, place: Place) -> String {
        let mut steps = Vec::new();
        let mut at = place;
        while let Some(entry) = self.entry(at) {
            steps.push(&entry.step);
            at = entry.parent;
        }
        let mut fact = String::new();
        for step in steps.iter().rev().filter(|step| ***step != Step::Part) {
            if !fact.is_empty() {
                fact.push('/');
            }
            match step {
                Step::File(name) | Step::Key(name) => fact.push_str(name),
                Step::Field(name) => fact.push_str(name),
                // Writing to a string cannot fail.
                Step::Item(index) => drop(write!(fact, "{index}")),
                Step::Part => {}
            }
        }
        fact
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_spelled_from_its_steps() {
        let mut places = Places::default();
        let file = places.add_file(3, "domains");
        let key = places.add(file, Step::Key("example.com".into()), 0, 11);
        let field = places.add(key, Step::Field("expires"), 14, 24);
        assert_eq!(places.fact(field), "domains/example.com/expires");
        assert_eq!(places.span(field), Some((3, 14..24)));
        assert_eq!(places.nearest("domains/example.com/expires"), field);
        assert_eq!(places.nearest("domains/example.com/left/on"), key);
        assert_eq!(places.nearest("servers/web"), Place::NOWHERE);
        assert_eq!(places.fact(Place::NOWHERE), "");
        assert_eq!(places.span(Place::NOWHERE), None);
    }
}
