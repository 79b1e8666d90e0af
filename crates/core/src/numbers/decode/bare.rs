//! Telling what a code is that stands alone, or after a label that announces it.

use super::super::area::{Area, birth_date, person_area};
use super::super::compact::Compact;
use super::super::credit::CreditCode;
use super::super::fault::Fault;
use super::super::kind::Kind;
use super::super::mask::is_masked;
use super::super::mobile::{Mobile, without_country};
use super::super::org::OrganisationCode;
use super::super::permit::{Permit, form};
use super::super::police::{CODE_DIGITS, code_faults};
use super::super::reading::Reading;
use super::super::registration::RegistrationNumber;
use super::super::resident::{ResidentId, is_first_generation};
use super::{Parts, parts};

/// What a code was taken for.
#[derive(Debug, Clone)]
pub(super) struct Judged {
    pub(super) kind: Kind,
    pub(super) canonical: Option<String>,
    pub(super) faults: Vec<Fault>,
    pub(super) parts: Parts,
}

impl Judged {
    fn of<T: ToString>(kind: Kind, reading: Reading<T>, parts: impl Fn(&T) -> Parts) -> Self {
        let Reading { number, faults } = reading;
        // What fails its check cannot exist, so it has no canonical form.
        let exists =
            !faults.iter().any(|f| matches!(f, Fault::CheckDigit | Fault::NoSuchArea | Fault::NoSuchAuthority));
        Self {
            kind,
            canonical: number.as_ref().filter(|_| exists).map(ToString::to_string),
            parts: number.as_ref().map(parts).unwrap_or_default(),
            faults,
        }
    }

    fn faulty(kind: Kind, faults: Vec<Fault>) -> Self {
        Self { kind, canonical: None, faults, parts: Parts::new() }
    }
}

/// What a code that makes up a whole text is, if it is of a known shape at all.
pub(super) fn judge(compact: Compact, today_year: i32) -> Option<Judged> {
    let code = compact.code.as_str();
    if is_masked(code) {
        return masked(code);
    }
    if !code.strip_prefix('+').unwrap_or(code).bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    let digits = code.bytes().all(|b| b.is_ascii_digit());
    Some(match code.len() {
        _ if is_mobile_like(code) => mobile(compact),
        18 => eighteen(&compact, today_year),
        15 if digits => fifteen(compact, today_year),
        14 if digits => police(code),
        9 if form(code).is_none() && has_org_shape(code) => organisation(compact),
        9 | 11 | 15 if form(code).is_some() => permit(compact),
        16 | 17 | 19..=21 if has_long_shape(code) => wrong_length(compact, today_year),
        _ => return None,
    })
}

fn is_mobile_like(code: &str) -> bool {
    let national = without_country(code);
    let digits = national.bytes().all(|b| b.is_ascii_digit());
    digits && national.starts_with('1') && (national.len() == 11 || code.starts_with("+86"))
}

fn has_org_shape(code: &str) -> bool {
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    digits >= 4 && code.ends_with(|c: char| c.is_ascii_digit() || c == 'X')
}

/// Whether a code of nearly 18 characters was meant for one of 18.
fn has_long_shape(code: &str) -> bool {
    let digits = |code: &str| code.bytes().all(|b| b.is_ascii_digit());
    code.get(..8).is_some_and(|head| digits(&head[1..]))
}

fn mobile(compact: Compact) -> Judged {
    Judged::of(Kind::Mobile, Mobile::of(compact), |_| Parts::new())
}

pub(super) fn organisation(compact: Compact) -> Judged {
    Judged::of(Kind::OrgCode, OrganisationCode::of(compact), |_| Parts::new())
}

pub(super) fn credit(compact: Compact) -> Judged {
    Judged::of(Kind::CreditCode, CreditCode::of(compact), parts::of_credit)
}

pub(super) fn resident(compact: Compact, today_year: i32) -> Judged {
    Judged::of(Kind::ResidentId, ResidentId::of(compact, today_year), parts::of_resident)
}

pub(super) fn permit(compact: Compact) -> Judged {
    Judged::of(Kind::Permit, Permit::of(compact), parts::of_permit)
}

pub(super) fn registration(compact: Compact) -> Judged {
    Judged::of(Kind::Registration, RegistrationNumber::of(compact), parts::of_registration)
}

fn police(code: &str) -> Judged {
    let mut faults = code_faults(code);
    faults.push(Fault::PsbBare);
    faults.sort_unstable();
    let mut judged = Judged::faulty(Kind::Police, faults);
    judged.parts = parts::of_police_code(&code[..CODE_DIGITS]);
    judged
}

/// A person's number or an organisation's: the one whose checks are right, else the one
/// whose shape it has.
fn eighteen(compact: &Compact, today_year: i32) -> Judged {
    let person = resident(compact.clone(), today_year);
    if person.canonical.is_some() {
        return person;
    }
    let organisation = credit(compact.clone());
    let right = organisation.canonical.is_some() && !organisation.faults.contains(&Fault::Letter);
    if right || !looks_personal(&compact.code, today_year) { organisation } else { person }
}

/// Whether 17 or 18 characters look like a person's number: nearly all digits, and a
/// possible date in the right place.
fn looks_personal(code: &str, today_year: i32) -> bool {
    let letters = code.bytes().take(17).filter(|b| !b.is_ascii_digit()).count();
    let date = code.get(6..14).and_then(|date| birth_date(date, today_year));
    let known_area = !matches!(person_area(code), Area::None);
    let month_or_day_slipped = code.get(6..10).is_some_and(|year| year.starts_with("19") || year.starts_with("20"));
    letters <= 1 && (date.is_some() || (letters == 0 && known_area && month_or_day_slipped))
}

fn fifteen(compact: Compact, today_year: i32) -> Judged {
    let registered = registration(compact.clone());
    let personal = is_first_generation(&compact.code);
    let both_wrong = matches!(registered.faults.as_slice(), [Fault::NoSuchArea, ..]);
    if (registered.canonical.is_none() && personal) || both_wrong {
        return resident(compact, today_year);
    }
    registered
}

fn wrong_length(compact: Compact, today_year: i32) -> Judged {
    let personal = compact.code.len() < 20 && looks_personal(&compact.code, today_year);
    let first = compact.code.starts_with(|c: char| c.is_ascii_digit());
    if personal && first { resident(compact, today_year) } else { credit(compact) }
}

/// A number of which a part is hidden: its length tells the kind.
fn masked(code: &str) -> Option<Judged> {
    let kind = match code.chars().count() {
        18 => Kind::ResidentId,
        11 if code.starts_with(['H', 'M']) => Kind::Permit,
        11 => Kind::Mobile,
        9 if code.starts_with(['H', 'M']) => Kind::Permit,
        _ => return None,
    };
    Some(Judged::faulty(kind, vec![Fault::Masked]))
}
