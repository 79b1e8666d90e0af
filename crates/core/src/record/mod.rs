//! How a record is put together: fields, shapes, places.
//!
//! A record is declared once, by the macro `record!`. From that one declaration come the struct,
//! the reader, the writer, the JSON schema and the page of the format. Core knows nothing
//! of YAML: a [`Reader`] offers what stands in a document, a [`Writer`] takes what shall
//! stand there.

pub(crate) mod declare;
mod items;
mod keyed;
mod of_plain;
mod place;
mod shape;
mod slot;
pub(crate) mod unknown;
mod values;

pub use items::{Items, ItemsIter};
pub use keyed::Keyed;
pub use place::{Place, Places, Step};
pub use shape::{FieldInfo, RecordInfo, Shape, Term, TermsInfo};
pub use slot::{Placed, Said, Slot};
pub use values::{FactChange, Flag, FromTo, Plain, Shown, Text, Texts, Validity, ValidityTerm, Whole};

pub(crate) use declare::record;
pub(crate) use of_plain::OfPlain;
pub(crate) use values::read_term;

use crate::words::Words;

/// A value that can stand in a record.
pub trait Value: Sized {
    /// What a document must hold for it.
    const SHAPE: &'static Shape;

    /// Reads it. `None` means that the reader has reported why not.
    fn read<R: Reader>(reader: &mut R) -> Option<Self>;

    /// Writes it.
    fn write<W: Writer>(&self, writer: &mut W);

    /// Whether a part of it cannot be read, of what is one fact as a whole.
    fn is_doubtful(&self) -> bool {
        false
    }
}

/// A value made of named fields.
pub trait Record: Value + Default {
    /// Name, label and fields.
    const INFO: &'static RecordInfo;

    /// A record of which nothing is known.
    fn unknown() -> Self;

    /// Reads the field of that name. `false` if there is no such field.
    fn read_field<R: Reader>(&mut self, name: &str, reader: &mut R) -> bool;

    /// Writes the field of that name, if there is one.
    fn write_field<W: Writer>(&self, name: &str, writer: &mut W);

    /// Writes every field that is given, in the order of the declaration.
    fn write_fields<W: Writer>(&self, writer: &mut W);
}

/// A closed list of terms: one vocabulary.
pub trait Vocabulary: Copy + Eq + Sized + 'static {
    /// Name and terms.
    const INFO: &'static TermsInfo;

    /// The value at that position of the list.
    fn from_index(index: usize) -> Option<Self>;

    /// Its position in the list.
    fn index(self) -> usize;

    /// Its canonical term.
    fn term(self) -> &'static str {
        Self::INFO.terms.get(self.index()).map_or("", |term| term.canonical)
    }
}

/// Offers what stands at one place of a document.
///
/// Each method reports its own faults at the place and then answers `None`, so that one
/// run finds every fault.
pub trait Reader {
    /// Text as it is written. A plain scalar that other readers of the document would take
    /// for something else is a fault.
    fn text(&mut self) -> Option<Box<str>>;

    /// Text that a function reads further; its error is reported at the place.
    fn parsed<T>(&mut self, parse: fn(&str) -> Result<T, Words>) -> Option<T>;

    /// What is no text in the document, such as `true`: it stands without quotes.
    fn bare<T>(&mut self, parse: fn(&str) -> Result<T, Words>) -> Option<T>;

    /// A word of a closed list.
    fn term(&mut self, terms: &'static TermsInfo) -> Option<usize>;

    /// A nested record.
    fn record<T: Record>(&mut self) -> Option<T>;

    /// A list.
    fn list<T: Value>(&mut self) -> Option<Vec<Placed<T>>>;

    /// A mapping whose keys are the user's.
    fn keyed<T: Value>(&mut self) -> Option<Keyed<T>>;

    /// Anything: text, lists and mappings of such.
    fn plain(&mut self) -> Option<Plain>;

    /// What stands here.
    fn form(&self) -> Form;

    /// The place of what stands here.
    fn place(&self) -> Place;

    /// Whether a mapping stands here and all its keys are among these.
    fn only_keys(&self, keys: &[&str]) -> bool;

    /// Counts a value that cannot be read.
    fn lose(&mut self);

    /// How many values could not be read so far, of all that was read.
    fn lost(&self) -> u32;
}

/// The form of what stands at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A scalar.
    Scalar,
    /// A list.
    List,
    /// A mapping.
    Mapping,
    /// Nothing at all.
    Empty,
}

/// Takes what shall stand at one place of a document.
pub trait Writer {
    /// Text; the writer quotes it where another reader could take it for something else.
    fn text(&mut self, text: &str);

    /// A text that is no string: a day, a term, a number, `true`.
    fn bare(&mut self, text: &str);

    /// A nested record.
    fn record<T: Record>(&mut self, record: &T);

    /// One field of the record being written.
    fn field<T: Value>(&mut self, name: &'static str, slot: &Slot<T>);

    /// A list.
    fn list<T: Value>(&mut self, items: &[Placed<T>]);

    /// A mapping whose keys are the user's.
    fn keyed<T: Value>(&mut self, entries: &Keyed<T>);

    /// Anything.
    fn plain(&mut self, plain: &Plain);
}
