//! The layout: what core's records are written through.

use super::quote::{Use, scalar};
use beian_core::record::{FieldInfo, Keyed, Placed, Plain, Record, Said, Slot, Value, Writer};

/// Where a value stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum At {
    /// At the start of the document.
    #[default]
    Root,
    /// After a key and its colon.
    Key,
    /// After the dash of an item.
    Item,
}

/// Text in block style, grown value by value.
#[derive(Debug, Default)]
pub(super) struct Block {
    out: String,
    /// Where the next value goes.
    next: At,
    /// Where the collection stands whose entries are being written.
    within: At,
    /// The column of its entries.
    indent: usize,
    /// Whether it has an entry already.
    begun: bool,
    lost: bool,
    /// The fields of the record that is being written.
    fields: &'static [FieldInfo],
    /// The latest version of the format with which one of the fields came.
    format: u32,
}

const STEP: usize = 2;

impl Block {
    /// The document.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Whether a faulty field was left out.
    pub(super) fn lost(&self) -> bool {
        self.lost
    }

    /// The latest version of the format with which a field came that was written.
    pub(super) fn format(&self) -> u32 {
        self.format
    }

    fn leaf(&mut self, written: &str) {
        if self.next != At::Root {
            self.out.push(' ');
        }
        self.out.push_str(written);
        self.out.push('\n');
    }

    /// Writes a collection: its entries by the function, or `empty` if there are none.
    fn collection(&mut self, empty: &str, entries: impl FnOnce(&mut Self)) {
        let outside = (self.next, self.within, self.indent, self.begun);
        self.within = self.next;
        self.begun = false;
        if self.next != At::Root {
            self.indent += STEP;
        }
        entries(self);
        let begun = self.begun;
        (self.next, self.within, self.indent, self.begun) = outside;
        if !begun {
            self.leaf(empty);
        }
    }

    /// Begins an entry. The first one after a dash stands on the line of the dash.
    fn entry(&mut self) {
        if !self.begun && self.within == At::Item {
            self.out.push(' ');
        } else {
            if !self.begun && self.within == At::Key {
                self.out.push('\n');
            }
            self.out.extend(std::iter::repeat_n(' ', self.indent));
        }
        self.begun = true;
    }

    fn key(&mut self, key: &str) {
        self.entry();
        self.out.push_str(&scalar(key, Use::Key));
        self.out.push(':');
        self.next = At::Key;
    }

    fn dash(&mut self) {
        self.entry();
        self.out.push('-');
        self.next = At::Item;
    }
}

impl Writer for Block {
    fn text(&mut self, text: &str) {
        self.leaf(&scalar(text, Use::Text));
    }

    fn bare(&mut self, text: &str) {
        self.leaf(text);
    }

    fn record<T: Record>(&mut self, record: &T) {
        let outside = std::mem::replace(&mut self.fields, T::INFO.fields);
        self.collection("{}", |block| record.write_fields(block));
        self.fields = outside;
    }

    fn field<T: Value>(&mut self, name: &'static str, slot: &Slot<T>) {
        match slot.said() {
            Said::Nothing => {}
            Said::Faulty(_) | Said::Unknown => self.lost = true,
            Said::This(placed) => {
                let since = self.fields.iter().find(|field| field.name == name).map_or(0, |field| field.since);
                self.format = self.format.max(since);
                self.key(name);
                placed.value.write(self);
            }
        }
    }

    fn list<T: Value>(&mut self, items: &[Placed<T>]) {
        self.collection("[]", |block| {
            for item in items {
                block.dash();
                item.value.write(block);
            }
        });
    }

    fn keyed<T: Value>(&mut self, entries: &Keyed<T>) {
        self.collection("{}", |block| {
            for (key, entry) in entries.iter() {
                block.key(key);
                entry.value.write(block);
            }
        });
    }

    fn plain(&mut self, plain: &Plain) {
        match plain {
            Plain::Text(text) => self.leaf(&scalar(text, Use::Plain)),
            Plain::List(items) => self.collection("[]", |block| {
                for item in items {
                    block.dash();
                    block.plain(item);
                }
            }),
            Plain::Map(entries) => self.collection("{}", |block| {
                for (key, item) in entries {
                    block.key(key);
                    block.plain(item);
                }
            }),
        }
    }
}
