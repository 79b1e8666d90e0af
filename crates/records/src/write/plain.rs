//! Values as facts hold them: text, lists and mappings.

use beian_core::record::{Keyed, Placed, Plain, Record, Slot, Value, Writer};
use std::collections::BTreeMap;

/// The value as a filing or observation states it: what would be read as a fact from the
/// YAML of the value. `None` if it holds nothing that is known.
#[must_use]
pub fn to_plain<T: Value>(value: &T) -> Option<Plain> {
    let mut tree = Tree::default();
    value.write(&mut tree);
    tree.value
}

/// Takes one value; a record's fields go into the mapping.
#[derive(Debug, Default)]
struct Tree {
    value: Option<Plain>,
    fields: BTreeMap<Box<str>, Plain>,
}

impl Writer for Tree {
    fn text(&mut self, text: &str) {
        self.value = Some(Plain::text(text));
    }

    fn bare(&mut self, text: &str) {
        self.value = Some(Plain::text(text));
    }

    fn record<T: Record>(&mut self, record: &T) {
        let mut inner = Self::default();
        record.write_fields(&mut inner);
        self.value = Some(Plain::Map(inner.fields));
    }

    fn field<T: Value>(&mut self, name: &'static str, slot: &Slot<T>) {
        if let Some(value) = slot.known().and_then(to_plain) {
            self.fields.insert(name.into(), value);
        }
    }

    fn list<T: Value>(&mut self, items: &[Placed<T>]) {
        self.value = Some(Plain::List(items.iter().filter_map(|item| to_plain(&item.value)).collect()));
    }

    fn keyed<T: Value>(&mut self, entries: &Keyed<T>) {
        let entries = entries.iter().filter_map(|(key, entry)| Some((key.into(), to_plain(&entry.value)?)));
        self.value = Some(Plain::Map(entries.collect()));
    }

    fn plain(&mut self, plain: &Plain) {
        self.value = Some(plain.clone());
    }
}
