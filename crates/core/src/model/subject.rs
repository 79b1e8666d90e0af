//! A subject with all its records.

use super::{Access, Domain, Filing, NumberHeld, Observation, Official, Particulars, Person, Server, Service};
use crate::day::Day;
use crate::record::{FactChange, Keyed, Place, Placed, Places, Slot, Text};
use crate::vocabulary::{Event, Procedure};

/// A record in a file of its own, known by the stem of its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated<T> {
    /// The file's name without folder and ending: `2026-10-20-address`.
    pub stem: Box<str>,
    /// The record.
    pub record: Placed<T>,
}

/// A subject: everything in its folder.
#[derive(Debug, Clone, Default)]
pub struct Subject {
    /// Its identity in these records.
    pub id: Box<str>,
    /// Who files.
    pub particulars: Placed<Particulars>,
    /// People.
    pub people: Keyed<Person>,
    /// Domains, under their keys as written.
    pub domains: Keyed<Domain>,
    /// Servers.
    pub servers: Keyed<Server>,
    /// Services.
    pub services: Keyed<Service>,
    /// Filings, in the order of their names.
    pub filings: Vec<Dated<Filing>>,
    /// Observations, in the order of their names.
    pub observations: Vec<Dated<Observation>>,
    /// Official letters, in the order of their names.
    pub official: Vec<Dated<Official>>,
    /// Where everything stands.
    pub places: Places,
    /// The files, by their names without `.yaml`, of which something could not be read: what is
    /// not found in them may stand there all the same.
    pub unread: Vec<&'static str>,
}

/// Places do not count: two subjects are equal if their records say the same.
impl PartialEq for Subject {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
            && self.particulars == other.particulars
            && self.people == other.people
            && self.domains == other.domains
            && self.servers == other.servers
            && self.services == other.services
            && self.filings == other.filings
            && self.observations == other.observations
            && self.official == other.official
    }
}

/// Where a subject stands; what may be missing depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Nothing is approved yet.
    Drafting,
    /// A filing was approved, or the records begin with what was on file before them.
    Filed,
    /// Its records have ended.
    Ended,
}

impl Filing {
    /// Whether it is what the records begin with: on file before them.
    #[must_use]
    pub fn is_opening(&self) -> bool {
        self.procedure.known() == Some(&Procedure::Existing)
    }

    /// The note of the last event that has one, such as the reason for which it was sent back.
    #[must_use]
    pub fn last_note(&self) -> Option<&Text> {
        self.events.items().iter().rev().find_map(|event| event.value.note.known())
    }

    /// Whether what it puts on file can be read, as far as its own fields tell: a filing of which
    /// that cannot be read puts other things on file than it says.
    #[must_use]
    pub fn tells_what_is_on_file(&self) -> bool {
        let faulty = [
            self.procedure.is_faulty(),
            self.covers.is_faulty(),
            self.facts.is_faulty(),
            self.events.is_faulty(),
            self.granted.is_faulty(),
            self.corrects.is_faulty(),
            self.basis.is_faulty() || self.basis.known().is_some_and(|basis| basis.date.is_faulty()),
        ];
        !faulty.contains(&true) && !self.changes_to_what_cannot_be_read()
    }

    fn changes_to_what_cannot_be_read(&self) -> bool {
        let is_faulty = |change: &FactChange| match change {
            FactChange::Filed(_) => false,
            FactChange::Changed { from, to } => from.is_faulty() || to.is_faulty(),
        };
        self.facts.known().is_some_and(|facts| facts.known().any(|(_, change)| is_faulty(&change.value)))
    }

    /// The day on which the authority approved it.
    #[must_use]
    pub fn approved(&self) -> Option<Day> {
        self.events
            .items()
            .iter()
            .filter(|event| event.value.event.known() == Some(&Event::Approved))
            .filter_map(|event| event.value.at.known())
            .map(|at| at.day())
            .next_back()
    }
}

impl Subject {
    /// Whether something of a file could not be read, so that nothing can be said to be missing
    /// from it.
    #[must_use]
    pub fn is_unread(&self, file: &str) -> bool {
        self.unread.contains(&file)
    }

    /// Where the subject stands, by its filings.
    #[must_use]
    pub fn stage(&self) -> Stage {
        if !self.particulars.value.ended.is_absent() {
            return Stage::Ended;
        }
        let mut records = self.filings.iter().map(|filing| &filing.record.value);
        if records.any(|filing| filing.is_opening() || filing.approved().is_some()) {
            Stage::Filed
        } else {
            Stage::Drafting
        }
    }

    /// Whether the records begin with what was on file before them (既有备案): then they need not
    /// hold all that the authority has. What is of a service counts only for one that no order of
    /// the records themselves has filed.
    #[must_use]
    pub fn is_opened(&self, scope: &str) -> bool {
        let filings = || self.filings.iter().map(|filing| &filing.record.value);
        let files = |filing: &Filing| {
            let asked = filing.procedure.known().is_some_and(|asked| asked.files_service());
            let covers = || filing.covers.items().iter().any(|covered| &*covered.value == scope);
            asked && filing.approved().is_some() && covers()
        };
        filings().any(Filing::is_opening) && !filings().any(files)
    }

    /// The services that have not ended by that day.
    pub fn live_services(&self, today: Day) -> impl Iterator<Item = (&str, &Placed<Service>)> {
        self.services.iter().filter(move |(_, service)| service.value.is_live(today))
    }

    /// The fact that stands at a place, with its subject: `acme/domains/example.com/expires`.
    #[must_use]
    pub fn fact(&self, place: Place) -> String {
        format!("{}/{}", self.id, self.places.fact(place))
    }
}

impl NumberHeld {
    /// The number that is held on a day, of several the last.
    #[must_use]
    pub fn on(numbers: &Slot<Vec<Placed<Self>>>, day: Day) -> Option<&Text> {
        numbers.items().iter().rfind(|held| held.value.is_held(day))?.value.number.known()
    }

    /// Whether it is held on a day, as far as is known; on its last day another one may have taken its place.
    #[must_use]
    pub fn is_held(&self, day: Day) -> bool {
        self.from.known().is_none_or(|from| *from <= day) && self.until.known().is_none_or(|until| day < *until)
    }
}

impl Access {
    /// Whether it has not ended by a day. What cannot be read may be in use.
    #[must_use]
    pub fn is_current(&self, day: Day) -> bool {
        self.until.known().is_none_or(|until| day <= *until)
    }
}

impl Service {
    /// Whether the service has neither ended nor closed by that day.
    #[must_use]
    pub fn is_live(&self, today: Day) -> bool {
        let ended = self.ended.known().is_some_and(|ended| ended.on.known().is_none_or(|on| *on <= today));
        let closed = self.closed.known().is_some_and(|closed| *closed <= today);
        !ended && !closed
    }
}
