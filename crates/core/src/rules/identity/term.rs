//! How long a certificate is given for, as the rules on terms see it.

use super::held::certificate;
use crate::day::{Day, Until};
use crate::record::{Placed, Validity, Vocabulary as _};
use crate::rule::Case;
use crate::tables::CertificateTerm;
use crate::vocabulary::CertificateKind;

/// The term of a certificate that a row speaks of.
pub(super) struct Term<'a> {
    pub(super) kind: CertificateKind,
    pub(super) row: &'a CertificateTerm,
    /// Its first day, if it is told.
    pub(super) from: Option<&'a Placed<Day>>,
    pub(super) until: &'a Placed<Until>,
    /// Its last day.
    pub(super) last: Day,
}

impl Term<'_> {
    /// Whether it ends so many years after it begins, or a day beside: some are counted to the eve.
    pub(super) fn is_of(&self, years: u32, from: Day) -> bool {
        ends(from, years).days_until(self.last).abs() <= 1
    }

    /// Whether it is longer than any of its kind. Where its first day is not told, it began by now.
    pub(super) fn is_too_long(&self, clock: Day) -> bool {
        let from = self.from.map_or(clock, |from| from.value);
        1 < ends(from, self.row.longest).days_until(self.last)
    }
}

fn ends(from: Day, years: u32) -> Day {
    from.plus_months(years.saturating_mul(12))
}

/// Visits the terms of the certificates of the subject and its people, as far as a row speaks of them.
pub(super) fn each<'a>(case: &'a Case<'a>, visit: &mut impl FnMut(&Term<'a>)) {
    let subject = case.subject;
    if let Some(certificate) = certificate(case) {
        one(case, certificate.kind.known(), certificate.valid.known(), visit);
    }
    for (_, person) in subject.people.known() {
        let Some(certificate) = person.value.certificate.known() else { continue };
        one(case, certificate.kind.known(), certificate.valid.known(), visit);
    }
}

fn one<'a>(
    case: &'a Case<'a>,
    kind: Option<&CertificateKind>,
    valid: Option<&'a Validity>,
    visit: &mut impl FnMut(&Term<'a>),
) {
    let (Some(kind), Some(valid)) = (kind.filter(|kind| kind.is_personal()), valid) else { return };
    let Some((until, last)) = valid.until.placed().and_then(|until| Some((until, until.value.day()?))) else { return };
    let from = valid.from.placed();
    // That a term ends before it begins has a rule of its own.
    if from.is_some_and(|from| last < from.value) {
        return;
    }
    let begins = from.map_or(case.today, |from| from.value);
    if let Some(row) = case.tables.certificate_terms.of_certificate(kind.term(), begins) {
        visit(&Term { kind: *kind, row, from, until, last });
    }
}
