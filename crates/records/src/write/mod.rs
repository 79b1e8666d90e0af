//! Values into canonical YAML: block style, one fact a line.
//!
//! Keys stand in the order of the format's declaration, keys of the user's in their own
//! order, so that equal values give equal bytes and changes give small diffs. Text is
//! quoted where any reader of YAML could take it for something else, and always where it is
//! a code, a number or a phone; words stay bare.
//!
//! What is written is read back as the same value, with two limits of the format itself:
//! text of nothing but blanks is no value there, and a filed mapping with no other keys than
//! `from` and `to` is a change.

mod block;
mod filing;
mod plain;
mod quote;
mod referee;

pub use filing::filing_text;
pub use plain::to_plain;
pub use quote::{Use, scalar};
pub use referee::read_alike;

use beian_core::model::{Dated, FIRST_FORMAT, Subject, layout};
use beian_core::record::{Keyed, Record, Slot, Value, Whole};
use block::Block;

/// A record as the text of a file.
///
/// What is absent is left out; so is what is faulty, since its value is not known. Who
/// writes a file back that was read therefore asks [`is_whole`] first.
#[must_use]
pub fn to_yaml<T: Record>(record: &T) -> String {
    text_of(record)
}

/// A value of any kind as lines of YAML.
#[must_use]
pub fn value_to_yaml<T: Value>(value: &T) -> String {
    text_of(value)
}

/// Entries under keys of the user's, as the text of a file.
#[must_use]
pub fn keyed_to_yaml<T: Value>(entries: &Keyed<T>) -> String {
    text_of(entries)
}

/// Whether writing the value loses nothing: no field of it is faulty.
#[must_use]
pub fn is_whole<T: Value>(value: &T) -> bool {
    let mut block = Block::default();
    value.write(&mut block);
    !block.lost()
}

/// The files of a subject, named from its folder on, in the order of their names in the
/// format. A file that would hold nothing is left out, but for subject.yaml, which declares the
/// version of the format that all of them need, if it is later than the one it names.
#[must_use]
pub fn subject_files(subject: &Subject) -> Vec<(String, String)> {
    let mut particulars = subject.particulars.value.clone();
    let needed = needed_format(subject);
    if particulars.format.known().map_or(FIRST_FORMAT, |format| format.0) < needed && !particulars.format.is_faulty() {
        particulars.format = Slot::new(Whole(needed));
    }
    let mut files = vec![(layout::SUBJECT.to_owned(), to_yaml(&particulars))];
    push_keyed(&mut files, layout::PEOPLE, &subject.people);
    push_keyed(&mut files, layout::DOMAINS, &subject.domains);
    push_keyed(&mut files, layout::SERVERS, &subject.servers);
    push_keyed(&mut files, layout::SERVICES, &subject.services);
    push_dated(&mut files, layout::FILINGS, &subject.filings);
    push_dated(&mut files, layout::OBSERVATIONS, &subject.observations);
    push_dated(&mut files, layout::OFFICIAL, &subject.official);
    files
}

/// The version of the format that the records of a subject need, so that a program that does not
/// know it says so.
#[must_use]
pub fn needed_format(subject: &Subject) -> u32 {
    let mut block = Block::default();
    subject.particulars.value.write(&mut block);
    subject.people.write(&mut block);
    subject.domains.write(&mut block);
    subject.servers.write(&mut block);
    subject.services.write(&mut block);
    subject.filings.iter().for_each(|dated| dated.record.value.write(&mut block));
    subject.observations.iter().for_each(|dated| dated.record.value.write(&mut block));
    subject.official.iter().for_each(|dated| dated.record.value.write(&mut block));
    let letters = subject.official.iter().filter_map(|letter| letter.record.value.needs_format());
    letters.map(|(version, _)| version).chain([block.format(), FIRST_FORMAT]).max().unwrap_or(FIRST_FORMAT)
}

fn push_keyed<T: Value>(files: &mut Vec<(String, String)>, name: &str, entries: &Keyed<T>) {
    if !entries.is_empty() {
        files.push((name.to_owned(), keyed_to_yaml(entries)));
    }
}

fn push_dated<T: Record>(files: &mut Vec<(String, String)>, folder: &str, list: &[Dated<T>]) {
    for dated in list {
        files.push((format!("{folder}/{}.yaml", dated.stem), to_yaml(&dated.record.value)));
    }
}

fn text_of<T: Value>(value: &T) -> String {
    let mut block = Block::default();
    value.write(&mut block);
    block.finish()
}
