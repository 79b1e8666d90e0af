//! One value out of a record, as plain data, without making plain data of all the rest.

use super::plain::{Sink, ordered};
use super::step;
use crate::record::{Keyed, Placed, Plain, Record, Slot, Value, Writer};

/// What stands under a path within a value, with its lists in one order; none if nothing does.
pub(crate) fn pick<T: Value>(value: &T, path: &str) -> Option<Plain> {
    picked(value, path).out.map(ordered)
}

/// Whether what stands under a path within a value, or on the way there, cannot be read whole.
pub(crate) fn is_doubtful<T: Value>(value: &T, path: &str) -> bool {
    picked(value, path).is_doubtful
}

fn picked<'p, T: Value>(value: &T, path: &'p str) -> Picker<'p> {
    let mut picker = Picker { path: Some(path).filter(|path| !path.is_empty()), out: None, is_doubtful: false };
    value.write(&mut picker);
    picker
}

/// Follows a path: each record on the way is asked for the one field that leads on.
struct Picker<'p> {
    /// What is left of the path; none where it ends.
    path: Option<&'p str>,
    out: Option<Plain>,
    is_doubtful: bool,
}

impl<'p> Picker<'p> {
    /// Takes a step of the path, if it goes on.
    fn step(&mut self) -> Option<&'p str> {
        let (name, rest) = step(self.path?);
        self.path = rest;
        Some(name)
    }

    /// Takes a value at the end of the path. No path goes on in a text or a list.
    fn end(&mut self, write: impl FnOnce(&mut Sink)) {
        if self.path.is_none() {
            let mut sink = Sink::default();
            write(&mut sink);
            self.out = sink.out;
        }
    }
}

impl Writer for Picker<'_> {
    fn text(&mut self, text: &str) {
        self.end(|sink| sink.text(text));
    }

    fn bare(&mut self, text: &str) {
        self.end(|sink| sink.bare(text));
    }

    fn record<T: Record>(&mut self, record: &T) {
        match self.step() {
            Some(name) => record.write_field(name, self),
            None => self.end(|sink| sink.record(record)),
        }
    }

    fn field<T: Value>(&mut self, _name: &'static str, slot: &Slot<T>) {
        self.is_doubtful |= slot.is_doubtful();
        if let Some(value) = slot.known() {
            value.write(self);
        }
    }

    fn list<T: Value>(&mut self, items: &[Placed<T>]) {
        self.end(|sink| sink.list(items));
    }

    fn keyed<T: Value>(&mut self, entries: &Keyed<T>) {
        match self.step() {
            Some(name) => {
                if let Some(entry) = entries.get(name) {
                    entry.value.write(self);
                }
            }
            None => self.end(|sink| sink.keyed(entries)),
        }
    }

    fn plain(&mut self, plain: &Plain) {
        let mut value = plain;
        while let Some(name) = self.step() {
            let Plain::Map(entries) = value else { return };
            let Some(below) = entries.get(name) else { return };
            value = below;
        }
        self.out = Some(value.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::plain;
    use crate::model::{Person, PersonCertificate, Service};
    use crate::record::{Place, Text};

    #[test]
    fn what_is_picked_is_what_stands_there() {
        let certificate = PersonCertificate { number: Slot::new(Text::from("1")), ..PersonCertificate::default() };
        let person = Person { certificate: Slot::new(certificate), ..Person::default() };
        assert_eq!(pick(&person, "certificate/number"), Some(Plain::text("1")));
        assert_eq!(pick(&person, ""), Some(plain(&person)));
        for nothing in ["name", "certificate/kind", "certificate/number/x", "x"] {
            assert_eq!(pick(&person, nothing), None, "{nothing}");
        }
        assert!(!is_doubtful(&person, "certificate/number") && !is_doubtful(&person, "name"));
        let faulty = PersonCertificate { number: Slot::faulty(Place::NOWHERE), ..PersonCertificate::default() };
        let person = Person { certificate: Slot::new(faulty), ..Person::default() };
        assert!(is_doubtful(&person, "certificate/number") && !is_doubtful(&person, "certificate/kind"));
        let domains = ["b.example", "a.example"].map(|name| Placed::new(Text::from(name)));
        let service = Service { domains: Slot::new(domains.into()), ..Service::default() };
        let sorted = ["a.example", "b.example"].map(Plain::text);
        assert_eq!(pick(&service, "domains"), Some(Plain::List(sorted.into())));
    }
}
