//! Police numbers that are right for certain, told without parsing.

use super::written::kinds;
use crate::model::Service;
use crate::names::Province;
use crate::rule::Case;

/// Whether a number is written canonically, its letter fits its digits and nobody made the
/// digits up. What is not, is parsed.
pub(super) fn is_flawless(text: &str) -> bool {
    let Some(letter) = text.chars().next() else { return false };
    let Some(digits) = text[letter.len_utf8()..].strip_prefix("公网安备").and_then(|rest| rest.strip_suffix('号'))
    else {
        return false;
    };
    digits.len() == 14
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && 3 <= kinds(digits.as_bytes())
        && !digits.contains("000000")
        && digits.get(2..).is_some_and(|rest| rest != "000002000001")
        && !runs(digits)
        && Province::of_police(letter).is_some_and(|province| digits.starts_with(province.code))
}

/// Whether all police numbers of the subject are so: the rules on them are done with it.
pub(super) fn are_flawless(case: &Case<'_>) -> bool {
    let is_right = |service: &Service| {
        let number = service.police.known().and_then(|police| police.number.known());
        number.is_none_or(|number| is_flawless(number))
    };
    let all = || case.subject.services.iter().all(|(_, service)| is_right(&service.value));
    *case.memo.police_numbers_are_flawless.get_or_init(all)
}

/// How many hexadecimal digits the code has that a provider gives for the form of the police.
const CODE: usize = 32;

/// Whether such a code stands in a text: so many hexadecimal digits alone, letters and numerals among them.
pub(crate) fn holds_code(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| {
        word.len() == CODE
            && word.bytes().all(|byte| byte.is_ascii_hexdigit())
            && word.bytes().any(|byte| byte.is_ascii_digit())
            && word.bytes().any(|byte| byte.is_ascii_alphabetic())
    })
}

/// Whether each digit is a neighbour of the one before it, as in invented numbers.
fn runs(digits: &str) -> bool {
    digits.as_bytes().windows(2).all(|two| matches!(two, [a, b] if matches!(a.abs_diff(*b), 1 | 9)))
}

#[cfg(test)]
mod tests {
    use super::is_flawless;
    use crate::numbers::PoliceNumber;

    #[test]
    fn what_is_told_without_parsing_agrees_with_the_parser() {
        let digits =
            ["33010602000017", "32010602000017", "00000000000000", "33000000000001", "12345678901234", "3301060200001"];
        for (letter, digits) in ["浙", "川", "蜀", "杭", ""].iter().flat_map(|letter| digits.map(|it| (*letter, it)))
        {
            for end in ["号", "", "号 "] {
                let text = format!("{letter}公网安备{digits}{end}");
                assert!(!is_flawless(&text) || PoliceNumber::parse(&text).faults.is_empty(), "{text}");
            }
        }
        assert!(is_flawless("浙公网安备33010602000017号"));
    }
}
