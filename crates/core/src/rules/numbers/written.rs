//! The filing numbers of a subject as they are written.
//!
//! Nearly all of them are canonical. Those are told apart here without being parsed, so that
//! the rules of this family cost next to nothing where nothing is wrong.

use crate::names::Province;
use crate::numbers::{RecordNumber, ServiceKind};
use crate::record::Place;
use crate::rule::Case;
use std::borrow::Cow;

/// To whom a number belongs by its place in the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// To a subject.
    Subject,
    /// To a service.
    Service,
    /// To either.
    Either,
}

/// A number as it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'a> {
    pub(super) text: &'a str,
    pub(super) place: Place,
    pub(super) level: Level,
}

/// Visits every filing number that the records hold.
pub(super) fn each<'a>(case: &Case<'a>, visit: &mut impl FnMut(Written<'a>)) {
    let subject = case.subject;
    let facts = &subject.particulars.value;
    let held = facts.numbers.items().iter().map(|held| (Level::Subject, held));
    let services = subject.services.iter().flat_map(|(_, service)| service.value.numbers.items());
    for (level, held) in held.chain(services.map(|held| (Level::Service, held))) {
        if let Some(number) = held.value.number.placed() {
            visit(Written { text: &number.value, place: number.place, level });
        }
    }
    for number in facts.other_numbers.items() {
        visit(Written { text: &number.value, place: number.place, level: Level::Either });
    }
    for dated in &subject.filings {
        let filing = &dated.record.value;
        for grant in filing.granted.items() {
            let Some(number) = grant.value.number.placed() else { continue };
            let level = match grant.value.of.known().map(|of| &**of) {
                Some("subject") => Level::Subject,
                Some(of) if of.starts_with("services/") => Level::Service,
                _ => Level::Either,
            };
            visit(Written { text: &number.value, place: number.place, level });
        }
        if let Some(number) = filing.counterparty.known().and_then(|other| other.number.placed()) {
            visit(Written { text: &number.value, place: number.place, level: Level::Either });
        }
    }
}

/// What a number says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    /// The province's letter; a licence of the ministry has none.
    pub(super) letter: Option<char>,
    /// The year in the number.
    pub(super) year: Option<u16>,
    /// The kind of service that its suffix names.
    pub(super) service: Option<ServiceKind>,
    /// Whether it is a licence's number.
    pub(super) licence: bool,
}

/// What a number says of itself; nothing if it is none.
pub(super) fn seen(text: &str) -> Option<Seen> {
    if let Some(plain) = plain(text) {
        return Some(plain.seen);
    }
    let number = RecordNumber::parse(text).number?;
    Some(Seen {
        letter: number.letter(),
        year: number.year(),
        service: number.service_kind(),
        licence: !matches!(number, RecordNumber::Filing(_)),
    })
}

/// The running index of a service's number, with the number of the subject that it counts under.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Counted<'a> {
    /// The number of the subject.
    pub(super) under: Cow<'a, str>,
    /// The index.
    pub(super) index: u32,
    /// The kind of service that its letter names.
    pub(super) kind: ServiceKind,
}

/// The running index in a number; none if it is none of a service.
pub(super) fn counted(text: &str) -> Option<Counted<'_>> {
    const END: char = '号';
    if let Some(Plain { seen: Seen { service: Some(kind), .. }, .. }) = plain(text) {
        let (_, suffix) = text.split_once(END)?;
        let index = suffix.trim_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
        let under = Cow::Borrowed(text.get(..text.len() - suffix.len())?);
        return Some(Counted { under, index, kind });
    }
    let number = RecordNumber::parse(text).number?;
    let service = number.service()?;
    Some(Counted { under: number.subject_part().to_string().into(), index: service.index, kind: service.kind })
}

struct Plain<'a> {
    seen: Seen,
    serial: &'a str,
}

/// A canonically written filing number.
fn plain(text: &str) -> Option<Plain<'_>> {
    let letter = text.chars().next()?;
    Province::of_miit(letter)?;
    let rest = text[letter.len_utf8()..].strip_prefix("ICP备")?;
    let (serial, rest) = rest.split_at(rest.bytes().take_while(u8::is_ascii_digit).count());
    let suffix = rest.strip_prefix('号')?;
    let year = match serial.len() {
        8 => 2000 + serial.get(..2)?.parse::<u16>().ok()?,
        10 => serial.get(..4)?.parse().ok()?,
        _ => return None,
    };
    let service = if suffix.is_empty() { None } else { Some(kind(suffix.strip_prefix('-')?)?) };
    Some(Plain { seen: Seen { letter: Some(letter), year: Some(year), service, licence: false }, serial })
}

/// The kind of service of a suffix such as `2A`.
fn kind(suffix: &str) -> Option<ServiceKind> {
    let digits = suffix.trim_end_matches(['A', 'X', 'K']);
    let index = (1..=5).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !index || digits.starts_with('0') {
        return None;
    }
    match &suffix[digits.len()..] {
        "" => Some(ServiceKind::Website),
        "A" => Some(ServiceKind::App),
        "X" => Some(ServiceKind::MiniProgram),
        "K" => Some(ServiceKind::QuickApp),
        _ => None,
    }
}

/// Whether a number has no fault for certain. What is not, is parsed.
pub(super) fn is_flawless(text: &str, today: i32) -> bool {
    let Some(Plain { seen, serial }) = plain(text) else { return false };
    let years = if serial.len() == 8 { 2000..=2020 } else { 2020..=today };
    let digits = serial.as_bytes();
    // Invented serials repeat one digit or run up or down, at least in their last six.
    let tail = digits.get(digits.len() - 6..).unwrap_or_default();
    let by = |steps: &[u8]| tail.windows(2).all(|two| matches!(two, [a, b] if steps.contains(&a.abs_diff(*b))));
    seen.year.is_some_and(|year| years.contains(&i32::from(year))) && 3 <= kinds(digits) && !by(&[0]) && !by(&[1, 9])
}

/// How many different digits there are.
pub(super) fn kinds(digits: &[u8]) -> u32 {
    digits.iter().fold(0_u16, |seen, digit| seen | 1 << (digit & 0x0f)).count_ones()
}

/// Whether a number has a suffix; nothing if it is none.
pub(super) fn has_suffix(case: &Case<'_>, text: &str) -> Option<bool> {
    // A number without a fault is canonical, so that it ends with 号 or with its suffix.
    if are_flawless(case) { Some(!text.ends_with('号')) } else { seen(text).map(|seen| seen.service.is_some()) }
}

/// Whether no number of the subject has a fault for certain: the rules on how numbers are
/// written are done with it.
pub(super) fn are_flawless(case: &Case<'_>) -> bool {
    *case.memo.numbers_are_flawless.get_or_init(|| {
        let mut flawless = true;
        each(case, &mut |written| flawless &= is_flawless(written.text, case.clock.year()));
        flawless
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_without_parsing_agrees_with_the_parser() {
        let suffixes = ["", "-1", "-02", "-12A", "-3X", "-4K", "-1626X", "-5B", "-", "-0", "-123456"];
        let serials =
            ["05008878", "2021000017", "12345678", "00000000", "2020123456", "21000017", "2019000017", "050088"];
        for (serial, suffix) in serials.iter().flat_map(|serial| suffixes.map(|suffix| (*serial, suffix))) {
            for letter in ["浙", "川", "蜀", "萌", ""] {
                let text = format!("{letter}ICP备{serial}号{suffix}");
                let reading = RecordNumber::parse(&text);
                if is_flawless(&text, 2026) {
                    assert!(reading.faults.is_empty(), "{text}: {:?}", reading.faults);
                }
                if let Some(plain) = plain(&text) {
                    let number = reading.number.expect(&text);
                    assert_eq!(plain.seen.letter, number.letter(), "{text}");
                    assert_eq!(plain.seen.service, number.service_kind(), "{text}");
                    if reading.faults.is_empty() {
                        assert_eq!(plain.seen.year, number.year(), "{text}");
                    }
                    let index = counted(&text).map(|counted| (counted.under.into_owned(), counted.index));
                    let service = number.service_index().map(|index| (number.subject_part().to_string(), index));
                    assert_eq!(index, service, "{text}");
                }
            }
        }
        assert!(is_flawless("浙ICP备2021000017号-1", 2026));
    }
}
