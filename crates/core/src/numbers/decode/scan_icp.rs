//! Finding `京ICP备…号` and `京ICP证…号`, however they are written.

use super::super::digits::Digits;
use super::super::fault::Fault;
use super::super::filing::{FilingNumber, serial_faults};
use super::super::kind::Kind;
use super::super::licence::IcpLicence;
use super::super::record::RecordNumber;
use super::super::service::ServiceKind;
use super::super::text::Text;
use super::cursor::{Cursor, Serial, Tail};
use super::prefix::{self, Prefix};
use super::scan::{Hit, Value};
use super::scan_licence;
use crate::names::Province;

/// The lengths at which the digits of a serial make a whole.
const FILING_LENGTHS: [usize; 2] = [8, 10];
const LICENCE_LENGTHS: [usize; 1] = [6];
/// What `ICP` is followed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Filing,
    Licence,
}

/// The number whose `ICP` starts at a cell.
pub(super) fn at(text: &Text<'_>, at: usize, floor: usize, today_year: i32) -> Option<Hit> {
    let (name_end, mut typo) = name(text, at)?;
    let (prefix, start) = prefix::before(text, at, floor);
    let mut cursor = Cursor::new(text, name_end);
    let form = form(&mut cursor, prefix, &mut typo)?;
    if prefix == Prefix::None && name_end - at != 3 {
        return None;
    }
    let mut faults = Vec::new();
    if typo {
        faults.push(Fault::Typo);
    }
    if text.cells(at, name_end).iter().any(|cell| cell.c.is_ascii_lowercase()) {
        faults.push(Fault::Case);
    }
    faults.extend(prefix_fault(prefix, form));
    faults.extend(prefix::is_bracketed(text, start).then_some(Fault::Typo));
    if form == Form::Licence && scan_licence::follows(text, cursor.at) {
        return mixed(&cursor, start, prefix, faults);
    }
    filler(&mut cursor, prefix, &mut faults)?;
    number(cursor, start, prefix, form, faults, today_year)
}

/// The end of the letters, and whether they are out of order.
fn name(text: &Text<'_>, at: usize) -> Option<(usize, bool)> {
    if text.has(at, "ICP") {
        return Some((at + 3, false));
    }
    let starts = !text.before(at).is_ascii_alphanumeric();
    [("IPC", 3), ("CP", 2), ("IC", 2), ("CIP", 3)]
        .iter()
        .find(|(name, len)| starts && text.has(at, name) && matches!(text.at(at + len), '备' | '证'))
        .map(|(_, len)| (at + len, true))
}

/// Passes `备` or `证`, or finds that 备 was left out.
fn form(cursor: &mut Cursor<'_>, prefix: Prefix, typo: &mut bool) -> Option<Form> {
    if cursor.take_after_gap("备") {
        return Some(Form::Filing);
    }
    if cursor.take_after_gap("证") {
        return Some(Form::Licence);
    }
    let mut ahead = *cursor;
    ahead.gap().take(":");
    let whole = matches!(ahead.gap().serial(&FILING_LENGTHS)?, Serial::Digits(d) if FILING_LENGTHS.contains(&d.len()));
    *typo = true;
    (whole && matches!(prefix, Prefix::Letter(_)) && ahead.take_hao()).then_some(Form::Filing)
}

fn prefix_fault(prefix: Prefix, form: Form) -> Option<Fault> {
    match prefix {
        Prefix::Joke => Some(Fault::Parody),
        Prefix::None => Some(Fault::NoProvince),
        // Licences of Sichuan and its like are issued with either letter.
        Prefix::Letter(_) if form == Form::Licence => None,
        Prefix::Letter(letter) => Province::of_letter(letter)
            .filter(|province| province.letter() != Some(letter))
            .map(|_| Fault::AliasProvince),
    }
}

/// Passes what people put between `备` and the serial.
fn filler(cursor: &mut Cursor<'_>, prefix: Prefix, faults: &mut Vec<Fault>) -> Option<()> {
    let from = cursor.gap().at;
    let mut again = *cursor;
    if again.take("ICP") && (again.take("备") || again.take("证")) {
        *cursor = again;
    }
    for word in ["案", "字", "编号", "第", "号", ":"] {
        cursor.take_after_gap(word);
    }
    // `备-号` is a form that nobody filled in, not a slip before the serial.
    let mut ahead = *cursor;
    if ahead.take("-") && ahead.text.at(ahead.gap().at) != '号' {
        *cursor = ahead;
    }
    if cursor.at > from {
        // Without a province `ICP备案号：` is a label, and what follows says itself what it is.
        if prefix == Prefix::None {
            return None;
        }
        faults.push(Fault::Typo);
    }
    if inner_text(cursor) {
        faults.push(Fault::InnerText);
    }
    cursor.gap();
    Some(())
}

/// Passes text in brackets between `备` and the serial.
fn inner_text(cursor: &mut Cursor<'_>) -> bool {
    const LONGEST: usize = 40;
    let text = cursor.text;
    if !matches!(text.at(cursor.at), '(' | '[') {
        return false;
    }
    let close = (cursor.at..cursor.at + LONGEST).find(|n| matches!(text.at(*n), ')' | ']'));
    let Some(close) = close.filter(|n| text.at(n + 1).is_ascii_digit()) else {
        return false;
    };
    // `备(2021)123456号` puts a part of the serial into brackets; what is left is none.
    let inner = text.cells(cursor.at + 1, close);
    if inner.iter().all(|cell| cell.c.is_ascii_digit()) {
        return false;
    }
    cursor.at = close + 1;
    true
}

/// `京ICP证B2-20171701号`: two forms in one, of which no number can be read.
fn mixed(cursor: &Cursor<'_>, start: usize, prefix: Prefix, mut faults: Vec<Fault>) -> Option<Hit> {
    if !matches!(prefix, Prefix::Letter(_)) {
        return None;
    }
    let licence = scan_licence::at(cursor.text, cursor.at, cursor.at, i32::MAX)?;
    faults.push(Fault::MixedForm);
    Some(Hit { start, end: licence.end, kind: Kind::LicenceIcp, canonical: None, faults, value: None })
}

fn number(
    mut cursor: Cursor<'_>,
    start: usize,
    prefix: Prefix,
    form: Form,
    mut faults: Vec<Fault>,
    today_year: i32,
) -> Option<Hit> {
    let lengths: &[usize] = match form {
        Form::Filing => &FILING_LENGTHS,
        Form::Licence => &LICENCE_LENGTHS,
    };
    let serial = match empty_form(&mut cursor, prefix) {
        true => Serial::Placeholder,
        false => cursor.serial(lengths)?,
    };
    let cut_off = cursor.at == cursor.text.len();
    let tail = cursor.tail();
    let digits = match &serial {
        Serial::Digits(digits) => Digits::parse(digits),
        Serial::Dashed | Serial::Placeholder => None,
    };
    let fewest = if tail.hao || cut_off { 3 } else { 5 };
    if digits.is_some_and(|digits| digits.count() < fewest) {
        return None;
    }
    faults.extend(tail.fault);
    faults.extend(tail.lower.then_some(Fault::Case));
    let whole = |digits: Digits| lengths.contains(&digits.count()) || digits.count() == 6;
    match digits {
        // What a joke registry issues is not judged further.
        _ if prefix == Prefix::Joke => {}
        Some(digits) if cut_off && !whole(digits) => faults.push(Fault::Truncated),
        _ => faults.extend(serial_and_hao(digits, tail, form, today_year)),
    }
    gap_faults(&cursor, &mut faults);
    Some(hit((start, cursor.at), prefix, form, digits, tail, faults))
}

/// Passes the dash of `京ICP备-号`, a form that nobody filled in.
fn empty_form(cursor: &mut Cursor<'_>, prefix: Prefix) -> bool {
    let mut ahead = *cursor;
    let empty = matches!(prefix, Prefix::Letter(_)) && ahead.take("-") && ahead.take_hao();
    if empty {
        cursor.take("-");
    }
    empty
}

fn serial_and_hao(digits: Option<Digits>, tail: Tail, form: Form, today_year: i32) -> Vec<Fault> {
    let mut faults = match (digits, form) {
        (None, _) => vec![Fault::Placeholder],
        (Some(digits), Form::Filing) => serial_faults(digits, today_year),
        (Some(digits), Form::Licence) => IcpLicence::digit_faults(digits),
    };
    if !tail.hao {
        faults.push(Fault::NoHao);
    }
    faults
}

fn gap_faults(cursor: &Cursor<'_>, faults: &mut Vec<Fault>) {
    if cursor.tag {
        faults.push(Fault::Split);
    } else if cursor.space {
        faults.push(Fault::Space);
    }
}

fn hit(
    (start, end): (usize, usize),
    prefix: Prefix,
    form: Form,
    digits: Option<Digits>,
    tail: Tail,
    faults: Vec<Fault>,
) -> Hit {
    let kind = kind(prefix, form, tail);
    let (letter, digits) = match (prefix, digits) {
        (Prefix::Letter(letter), Some(digits)) => (letter, digits),
        _ => {
            return Hit { start, end, kind, canonical: None, faults, value: None };
        }
    };
    let service = tail.service;
    let number = match form {
        Form::Filing => RecordNumber::Filing(FilingNumber { letter, serial: digits, service }),
        Form::Licence => RecordNumber::LicenceIcp(IcpLicence { letter, serial: digits, service }),
    };
    let broken = faults.contains(&Fault::Truncated) || (tail.fault == Some(Fault::Placeholder) && service.is_none());
    let lone = tail.lone_letter.and_then(ServiceKind::letter);
    let canonical = match lone {
        _ if broken => None,
        Some(letter) => Some(format!("{number}{letter}")),
        None => Some(number.to_string()),
    };
    let value = (!broken && lone.is_none()).then_some(Value::Record(number));
    Hit { start, end, kind, canonical, faults, value }
}

fn kind(prefix: Prefix, form: Form, tail: Tail) -> Kind {
    match (prefix, form) {
        (Prefix::Joke, _) => Kind::Unknown,
        (_, Form::Licence) => Kind::LicenceIcp,
        (_, Form::Filing) => Kind::of_filing(tail.service.map(|s| s.kind).or(tail.lone_letter)),
    }
}
