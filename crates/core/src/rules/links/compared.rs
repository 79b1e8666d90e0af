//! Values in the form in which they are compared, whoever wrote them and however.

use crate::day::Day;
use crate::model::NumberHeld;
use crate::names::DomainName;
use crate::numbers::RecordNumber;
use crate::record::{Items, Placed, Text};
use crate::spelling::folded;
use std::borrow::Cow;

/// A number in the form in which it is compared.
pub(crate) fn number_key(text: &str) -> Cow<'_, str> {
    if is_canonical(text) {
        return Cow::Borrowed(text);
    }
    RecordNumber::parse(text).number.map_or_else(|| folded(text), |number| Cow::Owned(number.to_string()))
}

/// Whether a filing number is written as the registry writes it. Nearly every one is, and need
/// not be parsed to be compared.
fn is_canonical(text: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mut letters = text.chars();
    letters.next();
    let Some(rest) = letters.as_str().strip_prefix("ICP备") else { return false };
    let Some((serial, suffix)) = rest.split_once('号') else { return false };
    let index = suffix.strip_prefix('-').map(|index| index.strip_suffix(['A', 'X', 'K']).unwrap_or(index));
    matches!(serial.len(), 8 | 10)
        && digits(serial)
        && (suffix.is_empty()
            || index.is_some_and(|index| digits(index) && index.starts_with(|c| ('1'..='9').contains(&c))))
}

/// Whether a number is held on a day. An end that could not be read may be past.
pub(super) fn is_current(held: &NumberHeld, today: Day) -> bool {
    let ended = held.until.known().map_or(!held.until.is_absent(), |until| *until < today);
    !ended && held.from.known().is_none_or(|from| *from <= today)
}

/// The numbers of a list that are held on a day, with their texts.
pub(super) fn current<'a>(
    numbers: Items<'a, Placed<NumberHeld>>,
    today: Day,
) -> impl Iterator<Item = &'a Placed<Text>> {
    numbers.iter().filter(move |held| is_current(&held.value, today)).filter_map(|held| held.value.number.placed())
}

/// A domain in the form in which it is compared; none if it cannot be read.
pub(super) fn domain_key(text: &str) -> Option<Cow<'_, str>> {
    if DomainName::is_plain(text) {
        return Some(Cow::Borrowed(text));
    }
    DomainName::parse(text).ok().map(|domain| Cow::Owned(domain.ascii().to_owned()))
}

/// A telephone number in the form in which it is compared; none if it is masked or no number.
pub(super) fn phone_key(text: &str) -> Option<Cow<'_, str>> {
    if text.contains(['*', '＊']) {
        return None;
    }
    let digits: String = folded(text).chars().filter(char::is_ascii_digit).collect();
    let local = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(&digits);
    (7 <= local.len()).then(|| Cow::Owned(local.to_owned()))
}

/// What stays visible of a number when its middle is hidden: its first three and last four
/// characters. None if less is visible.
pub(super) fn visible_key(text: &str) -> Option<String> {
    let is_of_it = |c: &char| c.is_alphanumeric() || *c == '*';
    // Nearly every number is written with nothing between its digits.
    let plain = match text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'*') {
        true => Cow::Borrowed(text),
        false => Cow::Owned(folded(text).chars().filter(is_of_it).collect()),
    };
    let length = |text: &str| if text.is_ascii() { text.len() } else { text.chars().count() };
    let plain = plain.strip_prefix("86").filter(|rest| length(rest) == 11).unwrap_or(&plain);
    let count = length(plain);
    let at = |n| if plain.is_ascii() { Some(n) } else { Some(plain.char_indices().nth(n)?.0) };
    let (begins, ends) = (plain.get(..at(3)?)?, plain.get(at(count.checked_sub(4)?)?..)?);
    if count < 11 || [begins, ends].iter().any(|end| end.contains('*')) {
        return None;
    }
    // Numbers of other lengths are others.
    let mut key = [begins, ends, " ", &count.to_string()].concat();
    key.make_ascii_lowercase();
    Some(key)
}

/// A mail address in the form in which it is compared; none if it is masked or no address.
pub(super) fn mail_key(text: &str) -> Option<Cow<'_, str>> {
    let address = !text.contains(['*', '＊']) && text.contains('@');
    address.then(|| folded(text))
}

/// A certificate number in the form in which it is compared; none if it is masked.
pub(super) fn certificate_key(text: &str) -> Option<Cow<'_, str>> {
    if text.contains(['*', '＊']) {
        return None;
    }
    if text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) {
        return (!text.is_empty()).then_some(Cow::Borrowed(text));
    }
    let key: String = folded(text).chars().filter(|letter| letter.is_alphanumeric()).collect();
    (!key.is_empty()).then(|| Cow::Owned(key.to_uppercase()))
}

/// A service code with its provider, in the form in which it is compared.
pub(super) fn code_key(provider: Option<&Text>, code: &str) -> Box<str> {
    let provider = provider.map_or(Cow::Borrowed(""), |provider| folded(provider));
    [&*provider, " ", &*folded(code)].concat().into()
}

#[cfg(test)]
mod tests {
    use super::{certificate_key, is_canonical, number_key, phone_key};

    #[test]
    fn values_are_compared_in_one_spelling() {
        assert_eq!(number_key("浙ICP备2021000017号-1"), number_key("浙 ICP 備 2021000017 號－1"));
        assert!(is_canonical("浙ICP备2021000017号-12X") && is_canonical("浙ICP备05000017号"));
        for odd in ["浙ICP备2021000017", "浙ICP备2021000017号-0", "粤B2-20090059-5", "浙ICP备2021000017号-"] {
            assert!(!is_canonical(odd), "{odd}");
        }
        assert_eq!(phone_key("+86 138-0000-0001").as_deref(), Some("13800000001"));
        assert_eq!(phone_key("138****0001"), None);
        assert_eq!(certificate_key("91330106ma0examp12").as_deref(), Some("91330106MA0EXAMP12"));
        assert_eq!(certificate_key("330***********0018"), None);
    }
}
