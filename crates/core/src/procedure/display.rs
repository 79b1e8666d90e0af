//! What follows from where a subject is on file: the authority, and the number it shows.

use super::situation::province_of;
use crate::day::Day;
use crate::model::Subject;
use crate::tables::{Demand as Topic, Tables, Who};
use crate::words::Words;

/// The authority of a subject; none if its province is not known.
#[must_use]
pub fn administration(subject: &Subject) -> Option<Words> {
    province_of(subject).and_then(|province| province.administration())
}

/// Whether the subject's province has the subject's number shown, without a suffix, where
/// others have the service's.
#[must_use]
pub fn shows_subject_number(tables: &Tables, subject: &Subject, day: Day) -> bool {
    let who = subject.particulars.value.nature.known().map_or(Who::Organisation, |nature| Who::of(*nature));
    let row = |code| tables.provinces.decides(code, who, Topic::FooterNumber, day);
    province_of(subject).and_then(|province| row(province.code)).is_some_and(|row| row.value == "subject")
}
