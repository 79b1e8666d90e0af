//! What rules on people share: who answers, how old somebody is and where from.

use crate::day::Day;
use crate::model::Person;
use crate::names::{Province, Region};
use crate::record::{Place, Placed, Slot, Text};
use crate::rule::{Case, Severity};
use crate::rules::asked::{region, who};
use crate::rules::in_use::live;
use crate::tables::Who;
use crate::vocabulary::CertificateKind as Kind;

/// A person who is named under a key, with the key.
pub(crate) fn person<'a>(case: &Case<'a>, key: &'a Slot<Text>) -> Option<(&'a Placed<Text>, &'a Placed<Person>)> {
    let key = key.placed()?;
    Some((key, case.subject.people.get(&key.value)?))
}

/// The principal of the subject.
pub(crate) fn principal<'a>(case: &Case<'a>) -> Option<(&'a Placed<Text>, &'a Placed<Person>)> {
    person(case, &case.subject.particulars.value.principal)
}

/// Whether somebody is principal of the subject.
pub(crate) fn heads(case: &Case<'_>, key: &str) -> bool {
    case.subject.particulars.value.principal.known().is_some_and(|principal| **principal == *key)
}

/// Whether somebody is principal of a live service.
pub(crate) fn manages(case: &Case<'_>, key: &str) -> bool {
    live(case).any(|service| service.record.principal.known().is_some_and(|principal| **principal == *key))
}

/// The day of birth, with the place that tells it; none where it is not said and masked.
pub(crate) fn born(person: &Person) -> Option<(Day, Place)> {
    if let Some(born) = person.born.placed() {
        return Some((born.value, born.place));
    }
    let number = person.certificate.known()?.number.placed()?;
    let digits = number.value.get(6..14).filter(|_| is_resident(person) && number.value.len() == 18)?;
    let part = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u32>().ok();
    let day = Day::new(i32::try_from(part(0..4)?).ok()?, part(4..6)?, part(6..8)?)?;
    Some((day, number.place))
}

/// Whether somebody is so many years old on a day.
pub(crate) fn is_of_age(born: Day, years: u32, today: Day) -> bool {
    born.plus_months(years.saturating_mul(12)) <= today
}

/// Whether a person is known by the identity card of residents.
pub(crate) fn is_resident(person: &Person) -> bool {
    person.certificate.known().and_then(|it| it.kind.known()) == Some(&Kind::ResidentId)
}

/// Whether a person is known to be a foreigner, by the kind of certificate.
pub(crate) fn is_foreigner(person: &Person) -> bool {
    let kind = person.certificate.known().and_then(|it| it.kind.known());
    matches!(kind, Some(Kind::Passport | Kind::ForeignResidence))
}

/// Where a person comes from.
pub(crate) struct Home {
    /// The province.
    pub(crate) province: &'static Province,
    /// The place that tells it.
    pub(crate) place: Place,
    /// Whether it is read from the identity number alone, which a move does not change.
    pub(crate) guessed: bool,
}

/// Where a person comes from: the registered residence, or else the start of the number.
pub(crate) fn home(person: &Person) -> Option<Home> {
    if let Some(home) = person.home.placed() {
        let province = Region::parse(&home.value).ok()?.province();
        return Some(Home { province, place: home.place, guessed: false });
    }
    let number = person.certificate.known()?.number.placed().filter(|_| is_resident(person))?;
    let province = Province::of_code(number.value.get(..2)?)?;
    Some(Home { province, place: number.place, guessed: true })
}

/// The principal of an individual subject, if known to come from another province.
pub(crate) fn outsider<'a>(case: &Case<'a>) -> Option<(&'a Placed<Text>, &'a Placed<Person>, Home)> {
    if who(case) != Some(Who::Individual) {
        return None;
    }
    let own = Province::of_code(region(case))?;
    let (key, person) = principal(case)?;
    let home = home(&person.value).filter(|home| home.province.code != own.code)?;
    Some((key, person, home))
}

/// What rests on the start of a number alone is a note.
pub(crate) const fn surely(home: &Home) -> Severity {
    if home.guessed { Severity::Note } else { Severity::Warning }
}

/// The digits of a number that are not masked, and whether some are.
pub(crate) fn shown(number: &str) -> (String, bool) {
    let number = number.trim().trim_start_matches("+86");
    let shown = number.chars().filter(|c| c.is_ascii_digit() || *c == '*').collect();
    (shown, number.contains(['*', '＊']))
}
