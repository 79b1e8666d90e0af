//! Whether two values say the same: the one place that decides it, for every kind of field.
//!
//! How a value is spelled is no fact: spacing, width, brackets, composition, look-alikes from
//! PDFs, letter case where a kind has none, the order of a set. Whoever holds a value against
//! another, a review, a rule on filings, a letter or a dossier, asks here.

use super::fact::Fact;
use super::field::{DomainField, PersonField, ServerField, ServiceField, SubjectField};
use crate::names::{Addresses, Clouds, DomainName};
use crate::numbers::{Alike, alike};
use crate::record::Plain;
use crate::spelling::{bare, folded};
use std::collections::{BTreeMap, BTreeSet};

/// What kind of value a field holds, as far as its spelling goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A text in which letter case tells things apart.
    Text,
    /// A text without letter case: codes, mail addresses, digits of a key.
    Caseless,
    /// A number of a person or organisation, of which digits may be hidden.
    Number,
    /// Domains.
    Domain,
    /// The address of a page: of its host letter case is nothing.
    Page,
    /// IP addresses.
    Address,
    /// A term of validity: the end alone may stand for the term.
    Validity,
    /// A fingerprint or a key, whatever groups its digits.
    Hex,
    /// Ways of access.
    Access,
}

/// Whether two values of a fact are one in the records: nothing of the field differs.
#[must_use]
pub fn same_value(fact: &Fact, a: &Plain, b: &Plain) -> bool {
    same(kind(fact), None, a, b)
}

/// Whether two values of a fact are one to the authority: of an access it knows the provider,
/// and neither the days, the account nor the user's own names of servers.
#[must_use]
pub fn same_filed(clouds: &Clouds, fact: &Fact, a: &Plain, b: &Plain) -> bool {
    same(kind(fact), Some(clouds), a, b)
}

/// The same, of a fact as a filing spells it. A record may be filed whole: then each of its
/// fields is compared by itself.
#[must_use]
pub fn same_spelled(clouds: &Clouds, fact: &str, a: &Plain, b: &Plain) -> bool {
    if a == b {
        return true;
    }
    match (Fact::parse(fact), a, b) {
        (Some(fact), _, _) if !fact.is_whole() => same_filed(clouds, &fact, a, b),
        (_, Plain::Map(a), Plain::Map(b)) => {
            let within = |key: &str, value: &Plain| {
                let other = b.get(key);
                other.is_some_and(|other| same_spelled(clouds, &format!("{fact}/{key}"), value, other))
            };
            a.len() == b.len() && a.iter().all(|(key, value)| within(key, value))
        }
        _ => same(Kind::Text, Some(clouds), a, b),
    }
}

/// Whether two spellings of a personal number can be one number: of one person over time, hidden
/// digits are the same ones as long as nothing visible differs.
pub(crate) fn same_number(a: &str, b: &str) -> bool {
    alike(a, b) != Alike::Different
}

/// Whether a value says all that another says, and may say more of it: a release may get its key
/// and an approval its number without being another.
#[must_use]
pub fn is_fuller(clouds: &Clouds, fact: &Fact, less: &Plain, more: &Plain) -> bool {
    let within = |less: &Plain, more: &Plain| match (less, more) {
        (Plain::Map(less), Plain::Map(more)) => less.iter().all(|(key, value)| {
            let kind = kind_within(key);
            more.get(key).is_some_and(|other| same(kind, Some(clouds), value, other))
        }),
        _ => false,
    };
    let fuller = match (less, more) {
        (Plain::List(few), Plain::List(all)) if few.len() == all.len() => {
            few.iter().all(|item| all.iter().any(|other| within(item, other)))
        }
        _ => within(less, more),
    };
    fuller || same_filed(clouds, fact, less, more)
}

fn same(kind: Kind, clouds: Option<&Clouds>, a: &Plain, b: &Plain) -> bool {
    // Most of what is compared did not change.
    if a == b {
        return true;
    }
    match (kind, a, b, clouds) {
        // Of a record and its own filing equal masks are one fact.
        (Kind::Number, Plain::Text(a), Plain::Text(b), _) => same_number(a, b),
        (Kind::Access, _, _, Some(clouds)) => providers(clouds, a) == providers(clouds, b),
        _ => normal(kind, a) == normal(kind, b),
    }
}

/// What kind of value stands in a field.
fn kind(fact: &Fact) -> Kind {
    use {PersonField as P, ServiceField as S, SubjectField as F};
    match fact {
        Fact::Subject(F::CertificateNumber)
        | Fact::Person(_, P::CertificateNumber | P::Mobile | P::EmergencyPhone)
        | Fact::Domain(_, DomainField::HolderCertificateNumber) => Kind::Number,
        Fact::Subject(F::CertificateValid) | Fact::Person(_, P::CertificateValid | P::ResidenceValid) => Kind::Validity,
        Fact::Person(_, P::Email) => Kind::Caseless,
        Fact::Server(_, ServerField::Addresses) => Kind::Address,
        Fact::Service(_, S::Domains) => Kind::Domain,
        Fact::Service(_, S::Home) => Kind::Page,
        Fact::Service(_, S::Access) => Kind::Access,
        Fact::Subject(_)
        | Fact::Person(..)
        | Fact::Domain(..)
        | Fact::Server(..)
        | Fact::Service(..)
        | Fact::Filing(..)
        | Fact::Observation(..)
        | Fact::Official(..) => Kind::Text,
    }
}

/// What kind of value stands in a field of a record in a list.
fn kind_within(field: &str) -> Kind {
    match field {
        "valid" => Kind::Validity,
        "fingerprint" | "public_key" => Kind::Hex,
        "provider" | "code" => Kind::Caseless,
        _ => Kind::Text,
    }
}

/// A value in the form in which it is compared; lists mean the same in any order.
fn normal(kind: Kind, plain: &Plain) -> Plain {
    match plain {
        Plain::Text(text) if kind == Kind::Validity => term(&BTreeMap::from([("until".into(), Plain::text(text))])),
        Plain::Text(text) => Plain::text(&spelled(kind, text)),
        Plain::List(items) => {
            let mut items: Vec<Plain> = items.iter().map(|item| normal(kind, item)).collect();
            items.sort();
            items.dedup();
            // One text may stand for a list of one.
            if let [Plain::Text(text)] = items.as_slice() {
                return Plain::text(text);
            }
            Plain::List(items)
        }
        Plain::Map(entries) if kind == Kind::Validity => term(entries),
        Plain::Map(entries) => {
            Plain::Map(entries.iter().map(|(key, value)| (key.clone(), normal(kind_within(key), value))).collect())
        }
    }
}

/// A term by its first and last day.
fn term(entries: &BTreeMap<Box<str>, Plain>) -> Plain {
    Plain::Map(entries.iter().map(|(key, value)| (key.clone(), normal(Kind::Text, value))).collect())
}

fn spelled(kind: Kind, text: &str) -> String {
    match kind {
        Kind::Text | Kind::Validity => bare(text).into_owned(),
        Kind::Caseless | Kind::Access => folded(text).into_owned(),
        Kind::Number => folded(text).chars().filter(|c| c.is_alphanumeric() || *c == '*').collect(),
        Kind::Domain => ascii(text),
        Kind::Page => page(text),
        Kind::Address => address(text),
        Kind::Hex => hex(text),
    }
}

/// The ASCII form of a domain, or the text itself where it is none.
pub(crate) fn ascii(text: &str) -> String {
    let parsed = |text: &str| DomainName::parse(text).map(|domain| domain.ascii().to_owned());
    parsed(text).or_else(|_| parsed(&folded(text))).unwrap_or_else(|_| folded(text).into_owned())
}

/// An address of a page with the host in ASCII; the root may end in a stroke. The registry holds no scheme.
fn page(text: &str) -> String {
    let text = bare(text);
    let of_the_web = |scheme: &str| matches!(&*scheme.to_lowercase(), "http" | "https");
    let rest = text.split_once("://").filter(|(scheme, _)| of_the_web(scheme)).map_or(&*text, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    format!("{}/{path}", ascii(host))
}

fn address(text: &str) -> String {
    let bare = folded(text);
    Addresses::parse(&bare).map_or_else(|_| bare.clone().into_owned(), |address| address.to_string())
}

/// Hexadecimal digits without what groups them; any other text as it is.
fn hex(text: &str) -> String {
    let bare = bare(text);
    let digits: String = bare.chars().filter(|c| !matches!(c, ':' | '-')).collect();
    let is_hex = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hex { digits.to_lowercase() } else { bare.into_owned() }
}

/// The providers of the ways of access that do not end.
fn providers(clouds: &Clouds, access: &Plain) -> BTreeSet<String> {
    let named = |provider: &str| clouds.name(provider).map_or_else(|| folded(provider).into_owned(), ToOwned::to_owned);
    let of = |way: &Plain| match way {
        Plain::Text(provider) => Some(named(provider)),
        Plain::Map(way) if way.contains_key("until") => None,
        Plain::Map(way) => way.get("provider").and_then(Plain::as_text).map(named),
        Plain::List(_) => None,
    };
    match access {
        Plain::List(ways) => ways.iter().filter_map(of).collect(),
        one => of(one).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_one(fact: &str, a: &Plain, b: &Plain) -> bool {
        same_spelled(Clouds::builtin(), fact, a, b)
    }

    fn texts(fact: &str, a: &str, b: &str) -> bool {
        is_one(fact, &Plain::text(a), &Plain::text(b))
    }

    fn list(items: &[&str]) -> Plain {
        Plain::List(items.iter().map(|item| Plain::text(item)).collect())
    }

    fn map(entries: &[(&str, Plain)]) -> Plain {
        Plain::Map(entries.iter().map(|(key, value)| ((*key).into(), value.clone())).collect())
    }

    #[test]
    fn how_a_value_is_spelled_is_no_fact() {
        for (fact, a, b) in [
            ("subject/address", "文三路 18 号", "文三路18号"),
            ("subject/name", "示例（杭州）公司", "示例(杭州)公司"),
            ("subject/certificate/number", "91330106ma0examp12", "91330106MA0EXAMP12"),
            ("people/li/mobile", "137 **** 1011", "137****1011"),
            ("people/li/email", "Li@Shop.Example", "li@shop.example"),
            ("services/shop/home", "https://Shop.Example", "https://shop.example/"),
            ("services/shop/home", "www.shop.example", "http://www.shop.example"),
            ("people/li/mobile", "0086 137****1011", "137****1011"),
            ("people/li/mobile", "(+86) 137****1011", "137****1011"),
            ("servers/a/addresses", "2001:DB8:0::1", "2001:db8::1"),
        ] {
            assert!(texts(fact, a, b), "{fact}");
        }
        for (fact, a, b) in [
            ("subject/address", "文三路18号", "文三路81号"),
            ("subject/name", "ABC公司", "abc公司"),
            ("services/shop/home", "https://shop.example/A", "https://shop.example/a"),
            ("people/li/mobile", "137****1011", "138****1011"),
        ] {
            assert!(!texts(fact, a, b), "{fact}");
        }
    }

    #[test]
    fn order_and_spelling_of_domains_are_nothing() {
        let fact = "services/shop/domains";
        assert!(is_one(fact, &list(&["例子.cn", "b.cn"]), &list(&["b.cn", "xn--fsqu00a.cn"])));
        assert!(is_one(fact, &list(&["b.cn"]), &Plain::text("B.cn")));
        assert!(!is_one(fact, &list(&["a.cn"]), &list(&["b.cn"])));
    }

    #[test]
    fn a_record_that_is_filed_whole_is_compared_field_by_field() {
        let contact = |phone| map(&[("phone", Plain::text(phone)), ("whose", Plain::text("王 示例"))]);
        assert!(is_one("people/li/emergency", &contact("139 **** 0002"), &contact("139****0002")));
        assert!(!is_one("people/li/emergency", &contact("139****0002"), &contact("139****0003")));
    }

    #[test]
    fn of_an_access_the_provider_is_filed() {
        let fact = "services/shop/access";
        let way = |provider: &str, server: &str, since: &str| {
            let known =
                [("provider", Plain::text(provider)), ("servers", list(&[server])), ("since", Plain::text(since))];
            map(&known)
        };
        let filed = Plain::List(vec![way("阿里云", "web-1", "2021-03-18")]);
        assert!(is_one(fact, &filed, &Plain::List(vec![way("阿里云计算有限公司", "web-2", "2026-01-01")])));
        assert!(!is_one(fact, &filed, &Plain::List(vec![way("腾讯云", "web-1", "2021-03-18")])));
        let parsed = Fact::parse(fact).unwrap();
        assert!(!same_value(&parsed, &filed, &Plain::List(vec![way("阿里云", "web-1", "2026-01-01")])));
    }

    #[test]
    fn the_end_alone_may_stand_for_a_term() {
        let fact = "subject/certificate/valid";
        assert!(is_one(fact, &map(&[("until", Plain::text("2030-01-01"))]), &Plain::text("2030-01-01")));
        assert!(!is_one(fact, &map(&[("until", Plain::text("2030-01-01"))]), &Plain::text("2030-01-02")));
    }

    #[test]
    fn what_groups_the_digits_of_a_fingerprint_is_nothing() {
        let release = |print: &str| Plain::List(vec![map(&[("fingerprint", Plain::text(print))])]);
        assert!(is_one("services/app/platforms", &release("3A:0B"), &release("3a0b")));
        assert!(!is_one("services/app/platforms", &release("3A:0B"), &release("3a0c")));
    }
}
