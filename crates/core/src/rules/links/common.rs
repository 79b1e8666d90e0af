//! What the rules on links share: numbers and domains as they are compared, references that
//! lead nowhere, claims that clash.

use crate::day::Day;
use crate::model::{NumberHeld, Service};
use crate::names::DomainName;
use crate::numbers::RecordNumber;
use crate::record::{Keyed, Placed, Text};
use crate::rows::table::fold;
use crate::rule::{Case, Claim, Clash, Finding};
use crate::rules::domains::common::live;
use crate::words;
use crate::words::{Words, nearest};
use std::borrow::Cow;

/// A number in the form in which it is compared.
pub(crate) fn number_key(text: &str) -> Cow<'_, str> {
    if is_canonical(text) {
        return Cow::Borrowed(text);
    }
    RecordNumber::parse(text).number.map_or_else(|| fold(text), |number| Cow::Owned(number.to_string()))
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
pub(super) fn current(numbers: &[Placed<NumberHeld>], today: Day) -> impl Iterator<Item = &Placed<Text>> {
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
    let digits: String = fold(text).chars().filter(char::is_ascii_digit).collect();
    let local = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(&digits);
    (7 <= local.len()).then(|| Cow::Owned(local.to_owned()))
}

/// A mail address in the form in which it is compared; none if it is masked or no address.
pub(super) fn mail_key(text: &str) -> Option<Cow<'_, str>> {
    let address = !text.contains(['*', '＊']) && text.contains('@');
    address.then(|| fold(text))
}

/// A certificate number in the form in which it is compared; none if it is masked.
pub(super) fn certificate_key(text: &str) -> Option<Cow<'_, str>> {
    if text.contains(['*', '＊']) {
        return None;
    }
    if text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) {
        return (!text.is_empty()).then_some(Cow::Borrowed(text));
    }
    let key: String = fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect();
    (!key.is_empty()).then(|| Cow::Owned(key.to_uppercase()))
}

/// A service code with its provider, in the form in which it is compared.
pub(super) fn code_key(provider: Option<&Text>, code: &str) -> Box<str> {
    format!("{} {}", provider.map_or(Cow::Borrowed(""), |provider| fold(provider)), fold(code)).into()
}

/// The keys of the people who answer for a subject and its live services, each once.
pub(super) fn principals<'a>(case: &Case<'a>) -> Vec<&'a str> {
    let subject = case.subject.particulars.value.principal.known();
    let services = live(case).filter_map(|service| service.record.principal.known());
    let mut keys: Vec<&str> = subject.into_iter().chain(services).map(|key| &**key).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Whether a service ever names a server.
pub(super) fn names_server(service: &Service, server: &str) -> bool {
    service.access.items().iter().any(|access| access.value.servers.items().iter().any(|key| *key.value == *server))
}

/// Says which entry may be meant, or that one is to be added.
pub(super) fn suggest<T>(finding: &mut Finding, key: &str, entries: &Keyed<T>, file: &'static str) {
    let near = nearest(key, entries.iter().map(|(key, _)| key));
    finding.help(match near {
        Some(near) => words!("是不是 {near}？", "did you mean `{near}`?"),
        None => words!("在 {file} 里加上 {key}，或改正这里的写法", "add `{key}` to {file}, or correct it here"),
    });
}

/// So many clashes are told one by one; the message says how many there are in all.
const TOLD: usize = 20;

/// Each further claim of another subject against the first one that it clashes with.
pub(super) fn clashes(
    claims: &[Claim],
    clash: impl Fn(&Claim, &Claim) -> bool,
    say: impl Fn(&Claim, &Claim) -> Words,
    first: &Words,
) -> Vec<Clash> {
    let mut found = Vec::new();
    for (at, claim) in claims.iter().enumerate().skip(1) {
        let earlier = claims.iter().take(at.min(TOLD)).position(|earlier| clash(earlier, claim));
        let Some(against) = earlier else { continue };
        let Some(other) = claims.get(against) else { continue };
        let mut message = say(other, claim);
        if 2 < claims.len() {
            let all = claims.len();
            message.zh.to_mut().push_str(&format!("（共 {all} 处）"));
            message.en.to_mut().push_str(&format!(" ({all} in all)"));
        }
        found.push(Clash { at, message, against: vec![(against, first.clone())] });
        if found.len() == TOLD {
            break;
        }
    }
    found
}

/// Whether two claims are of two subjects.
pub(super) fn apart(one: &Claim, other: &Claim) -> bool {
    one.subject != other.subject
}

/// Whether two claims are of two subjects and not known to be of one person.
pub(super) fn strangers(one: &Claim, other: &Claim) -> bool {
    apart(one, other) && (one.about.is_empty() || one.about != other.about)
}

#[cfg(test)]
mod tests {
    use super::{apart, certificate_key, clashes, is_canonical, number_key, phone_key};
    use crate::record::Place;
    use crate::rule::{Claim, ClaimKind};
    use crate::words::Words;

    #[test]
    fn a_big_group_is_told_in_part() {
        let claim = |index: usize| Claim {
            kind: ClaimKind::Email,
            value: "a@b.example".into(),
            subject: format!("s{index}").into(),
            holder: "people/a".into(),
            about: "".into(),
            place: Place::NOWHERE,
        };
        let claims: Vec<Claim> = (0..1000).map(claim).collect();
        let word = Words::fixed("同", "same");
        let found = clashes(&claims, apart, |_, _| word.clone(), &word);
        assert_eq!(found.len(), 20);
        assert!(found.iter().all(|clash| clash.against.len() == 1 && clash.message.en == "same (1000 in all)"));
    }

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
