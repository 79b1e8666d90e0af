//! What follows from where a subject is on file: the authority, and the number it shows.

use super::practice::{Practice, Topic};
use super::situation::province_of;
use crate::model::Subject;
use crate::vocabulary::Nature;
use crate::words::Words;

/// The authority of a subject; none if its province is not known.
#[must_use]
pub fn administration(subject: &Subject) -> Option<Words> {
    province_of(subject).and_then(|province| province.administration())
}

/// Whether the subject's province has the subject's number shown, without a suffix, where
/// others have the service's.
#[must_use]
pub fn shows_subject_number(subject: &Subject) -> bool {
    let organisation = subject.particulars.value.nature.known() != Some(&Nature::Individual);
    let row = |code| Practice::builtin().decides(code, Topic::FooterNumber, organisation);
    province_of(subject).and_then(|province| row(province.code)).is_some_and(|row| row.value == "subject")
}
