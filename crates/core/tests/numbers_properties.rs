//! What holds for every number and every text.

use beian_core::names::Province;
use beian_core::names::province::PROVINCES;
use beian_core::numbers::mask::hide_personal;
use beian_core::numbers::{
    CreditCode, FilingNumber, Mobile, OrganisationCode, Permit, PoliceNumber, RecordNumber, RegistrationNumber,
    ResidentId, decode,
};
use proptest::prelude::*;

const YEAR: i32 = 2026;

/// What pages are made of, as far as the scanners care.
const PIECES: &str = "([京川萌]|ICP|备|证|公网安备|B2|合字|号|-|[0-9]{1,9}|X|&nbsp;|<br>\
    |<!--|-->|[(:)]| |&#|\\\\u|\u{ff11}){0,30}";

fn letter() -> impl Strategy<Value = char> {
    let letters: Vec<char> = PROVINCES.iter().filter_map(Province::letter).collect();
    (0..letters.len()).prop_map(move |n| letters[n])
}

fn suffix() -> impl Strategy<Value = String> {
    "(-[1-9][0-9]{0,4}[AXK]?)?"
}

fn filing() -> impl Strategy<Value = String> {
    (letter(), "[0-9]{8}|20[2-9][0-9]{7}", suffix()).prop_map(|(l, d, s)| format!("{l}ICP备{d}号{s}"))
}

fn icp_licence() -> impl Strategy<Value = String> {
    (letter(), "[0-9]{6}", suffix()).prop_map(|(l, d, s)| format!("{l}ICP证{d}号{s}"))
}

fn telecom() -> impl Strategy<Value = String> {
    let issuer = prop_oneof![letter().prop_map(String::from), Just("合字".to_owned()), Just(String::new())];
    let class = prop_oneof![Just("A1"), Just("B2"), Just("B1.B2"), Just("A1.A2.B1.B2")];
    (issuer, class, "20[0-1][0-9][0-9]{3}[1-9]", suffix()).prop_map(|(i, c, d, s)| format!("{i}{c}-{d}{s}"))
}

/// The check of GB 11643, written a second time so that the test does not rest on the code
/// it tests.
fn with_identity_check(body: &str) -> String {
    let weigh = |(n, d): (usize, u8)| (1u64 << (17 - n)) % 11 * u64::from(d - b'0');
    let sum: u64 = body.bytes().enumerate().map(weigh).sum();
    match (12 - sum % 11) % 11 {
        10 => format!("{body}X"),
        digit => format!("{body}{digit}"),
    }
}

fn identity() -> impl Strategy<Value = String> {
    let province = (0..31_usize).prop_map(|n| PROVINCES[n].code);
    let area = prop_oneof![province, Just("81"), Just("82"), Just("83")];
    let date = (1900..2026u32, 1..13u32, 1..29u32);
    (area, 0..10_000u32, date, 0..1000u32).prop_map(|(area, county, (y, m, d), serial)| {
        with_identity_check(&format!("{area}{county:04}{y:04}{m:02}{d:02}{serial:03}"))
    })
}

/// Fifteen digits, of which each tenth pass the check of an organisation's number as well.
fn first_generation() -> impl Strategy<Value = String> {
    let date = (0..100u32, 1..13u32, 1..29u32);
    ((0..31_usize).prop_map(|n| PROVINCES[n].code), 0..10_000u32, date, 0..1000u32)
        .prop_map(|(area, county, (y, m, d), serial)| format!("{area}{county:04}{y:02}{m:02}{d:02}{serial:03}"))
}

fn mobile() -> impl Strategy<Value = String> {
    "1[3-9][0-9]{9}"
}

/// Prints what was read, or nothing.
fn printed<T: ToString>(number: Option<T>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

proptest! {
    #[test]
    fn filing_numbers_survive_print_and_parse(text in filing()) {
        prop_assert_eq!(printed(FilingNumber::parse(&text).number), text);
    }

    #[test]
    fn licences_survive_print_and_parse(text in prop_oneof![icp_licence(), telecom()]) {
        let number = RecordNumber::parse(&text).number.unwrap();
        prop_assert_eq!(number.to_string(), text);
        prop_assert_eq!(number.subject_part().with_service(number.service()), number);
    }

    #[test]
    fn police_numbers_survive(n in 0..31_usize, tail in "[0-9]{12}") {
        let province = &PROVINCES[n];
        let letter = province.police.chars().next().unwrap();
        let text = format!("{letter}公网安备{}{tail}号", province.code);
        prop_assert_eq!(printed(PoliceNumber::parse(&text).number), text);
    }

    #[test]
    fn codes_survive(
        credit in "[159][123][1-6][1-9]0000[0-9A-HJ-NPQRTUWXY]{8}[0-9X][0-9A-HJ-NPQRTUWXY]",
        org in "[0-9A-Z]{8}-[0-9X]",
        registration in "[0-9]{15}",
        permit in "[HM][0-9]{8}|[A-Z]{3}[0-9]{12}",
    ) {
        prop_assert_eq!(printed(CreditCode::parse(&credit).number), credit);
        prop_assert_eq!(printed(OrganisationCode::parse(&org).number), org);
        prop_assert_eq!(printed(RegistrationNumber::parse(&registration).number), registration);
        prop_assert_eq!(printed(Permit::parse(&permit).number), permit);
    }

    #[test]
    fn persons_survive(id in identity(), phone in mobile()) {
        let reading = ResidentId::parse(&id, YEAR);
        prop_assert!(reading.is_ok());
        prop_assert_eq!(printed(reading.number), id);
        prop_assert_eq!(printed(Mobile::parse(&phone).number), phone);
    }

    #[test]
    fn one_wrong_digit_never_passes(id in identity(), at in 0..17usize, by in 1..10u8) {
        let mut digits = id.into_bytes();
        digits[at] = b'0' + (digits[at] - b'0' + by) % 10;
        let text = String::from_utf8(digits).unwrap();
        prop_assert!(!ResidentId::parse(&text, YEAR).is_ok());
    }

    #[test]
    fn spacing_is_harmless(text in filing(), blank in "[ \u{a0}\u{3000}]{1,3}") {
        let spaced = text.replacen('备', &format!("备{blank}"), 1);
        let (plain, loose) = (FilingNumber::parse(&text), FilingNumber::parse(&spaced));
        prop_assert_eq!(plain.number, loose.number);
        prop_assert_eq!(plain.is_ok(), loose.is_ok());
    }

    #[test]
    fn decode_takes_any_text(text in any::<String>(), year in any::<i32>()) {
        for number in decode(&text, year) {
            prop_assert_eq!(&text[number.range.clone()], &number.input);
            let _ = number.masked();
        }
    }

    #[test]
    fn decode_takes_texts_of_its_own_alphabet(text in PIECES) {
        let mut end = 0;
        for number in decode(&text, YEAR) {
            prop_assert!(number.range.start >= end);
            end = number.range.end;
            prop_assert_eq!(&text[number.range.clone()], &number.input);
        }
        prop_assert_eq!(hide_personal(&text).chars().count(), text.chars().count());
    }

    #[test]
    fn hiding_keeps_the_count(text in any::<String>()) {
        prop_assert_eq!(hide_personal(&text).chars().count(), text.chars().count());
    }

    /// Whatever its check, and whatever stands for the last character.
    #[test]
    fn any_number_with_a_day_of_birth_is_hidden(
        old in first_generation(),
        id in identity(),
        last in "[0-9XxХΧ×✖＊*?？]?",
        around in "[ ，（:]{0,2}",
    ) {
        for number in [old, format!("{}{last}", &id[..17])] {
            let text = format!("{around}{number}{around}");
            prop_assert!(!hide_personal(&text).contains(&number), "{}", text);
        }
    }

    #[test]
    fn hiding_hides(
        before in "[^0-9０-９&\\\\]{0,10}",
        id in identity(),
        between in "[a-wA-W，。：;'\"<>]{1,5}| - ",
        phone in mobile(),
        after in "([^0-9０-９&\\\\][^&\\\\]{0,8})?",
    ) {
        let text = format!("{before}{id}{between}{phone}{after}");
        let hidden = hide_personal(&text);
        prop_assert!(!hidden.contains(&id), "{}", hidden);
        prop_assert!(!hidden.contains(&phone), "{}", hidden);
        prop_assert_eq!(hidden.chars().count(), text.chars().count());
        // Hiding twice changes nothing.
        prop_assert_eq!(hide_personal(&hidden).into_owned(), hidden.clone().into_owned());
    }
}

/// A quadratic scanner would need hours for these; a linear one is done at once.
#[test]
fn long_texts_take_linear_time() {
    const MEGABYTE: usize = 1 << 20;
    for (seed, size) in [("7", MEGABYTE), ("京ICP备", MEGABYTE)].into_iter().chain(
        ["1 ", "13800138000-", "ICP备<br>", "ICP<a", "公网安备 ", "B2-", "A1.", "<", "&", "H", "京ICP备1-"]
            .map(|seed| (seed, MEGABYTE / 8)),
    ) {
        let text = seed.repeat(size / seed.len());
        let _ = decode(&text, YEAR);
        let hidden = hide_personal(&text);
        assert_eq!(hidden.chars().count(), text.chars().count(), "{seed}");
    }
}
