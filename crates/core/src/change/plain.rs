//! Values as plain data: how they are compared and shown.

use crate::model::{Access, Approval, Licence, NumberHeld, PlatformRelease, StoreListing};
use crate::record::{Keyed, Placed, Plain, Record, Slot, Value, Writer};
use crate::words::Lang;
use std::collections::BTreeMap;

/// Any value as plain data, with its lists in one order.
pub(crate) fn plain<T: Value>(value: &T) -> Plain {
    ordered(written(value))
}

/// Any value as plain data, with its lists as they stand.
fn written<T: Value>(value: &T) -> Plain {
    let mut sink = Sink::default();
    value.write(&mut sink);
    sink.out.unwrap_or_else(|| Plain::text(""))
}

/// The plain data of a field; none if it is absent or cannot be read.
pub(crate) fn of_slot<T: Value>(slot: &Slot<T>) -> Option<Plain> {
    slot.known().map(plain)
}

/// Lists mean the same in any order, so they get one.
pub(crate) fn ordered(plain: Plain) -> Plain {
    match plain {
        Plain::Text(text) => Plain::Text(text),
        Plain::List(items) => {
            let mut items: Vec<Plain> = items.into_iter().map(ordered).collect();
            if 1 < items.len() {
                items.sort_by_cached_key(show);
            }
            Plain::List(items)
        }
        Plain::Map(entries) => Plain::Map(entries.into_iter().map(|(key, value)| (key, ordered(value))).collect()),
    }
}

/// A value as people read it, personal numbers in full.
pub(crate) fn show(plain: &Plain) -> String {
    match plain {
        Plain::Text(text) => text.to_string(),
        Plain::List(items) => items.iter().map(show).collect::<Vec<_>>().join("、"),
        Plain::Map(entries) => {
            entries.iter().map(|(key, value)| format!("{key} {}", show(value))).collect::<Vec<_>>().join("，")
        }
    }
}

/// A value as people read it, with the names of fields in the language; personal numbers in full.
#[must_use]
pub fn show_in(plain: &Plain, lang: Lang) -> String {
    let (and, then, to) = match lang {
        Lang::Zh => ("、", "，", " 至 "),
        Lang::En => ("; ", ", ", " to "),
    };
    match plain {
        Plain::Text(text) => text.to_string(),
        Plain::List(items) => items.iter().map(|item| show_in(item, lang)).collect::<Vec<_>>().join(and),
        Plain::Map(entries) if is_term(entries) => {
            let end = |key: &str| entries.get(key).map(show).unwrap_or_default();
            format!("{}{to}{}", end("from"), end("until")).trim().to_owned()
        }
        Plain::Map(entries) => {
            let labelled = entries.iter().map(|(key, value)| format!("{} {}", label(key, lang), show_in(value, lang)));
            labelled.collect::<Vec<_>>().join(then)
        }
    }
}

fn is_term(entries: &BTreeMap<Box<str>, Plain>) -> bool {
    !entries.is_empty() && entries.keys().all(|key| matches!(&**key, "from" | "until"))
}

/// What filing people call a field of a record in a list.
fn label(key: &str, lang: Lang) -> String {
    let records =
        [Access::INFO, Approval::INFO, PlatformRelease::INFO, StoreListing::INFO, NumberHeld::INFO, Licence::INFO];
    let known = records.iter().find_map(|info| info.field(key)).filter(|_| lang == Lang::Zh);
    known.map_or(key, |field| field.label).to_owned()
}

/// Takes a value as plain data.
#[derive(Default)]
pub(super) struct Sink {
    pub(super) out: Option<Plain>,
    fields: Vec<BTreeMap<Box<str>, Plain>>,
}

impl Writer for Sink {
    fn text(&mut self, text: &str) {
        self.out = Some(Plain::text(text));
    }

    fn bare(&mut self, text: &str) {
        self.text(text);
    }

    fn record<T: Record>(&mut self, record: &T) {
        self.fields.push(BTreeMap::new());
        record.write_fields(self);
        self.out = self.fields.pop().map(Plain::Map);
    }

    fn field<T: Value>(&mut self, name: &'static str, slot: &Slot<T>) {
        if let (Some(value), Some(fields)) = (slot.known().map(written), self.fields.last_mut()) {
            fields.insert(name.into(), value);
        }
    }

    fn list<T: Value>(&mut self, items: &[Placed<T>]) {
        self.out = Some(Plain::List(items.iter().map(|item| written(&item.value)).collect()));
    }

    fn keyed<T: Value>(&mut self, entries: &Keyed<T>) {
        self.out = Some(Plain::Map(entries.iter().map(|(key, entry)| (key.into(), written(&entry.value))).collect()));
    }

    fn plain(&mut self, plain: &Plain) {
        self.out = Some(plain.clone());
    }
}
