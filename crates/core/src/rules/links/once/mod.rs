//! L201 to L216: values that one subject alone may claim. What they share stands here, and
//! what makes them differ in tables.

mod bought;
mod orders;
mod table;
mod visible;

pub use bought::BOUGHT;
pub(super) use orders::ONE_AT_A_TIME;
pub use orders::ORDERS;
pub use table::RULES;
pub use visible::VISIBLE;

use crate::day::Day;
use crate::law::Citation;
use crate::numbers::{Alike, alike};
use crate::record::Text;
use crate::rule::{Check, Claim, ClaimKind, Example, Given, Rule, Severity, Shared};
use crate::spelling::is_one;
use crate::words::Words;

/// What makes one of these rules differ from the others.
struct Row {
    code: &'static str,
    name: &'static str,
    severity: Severity,
    title: Both,
    demand: Both,
    help: Both,
    sources: &'static [Citation],
    since: Option<Day>,
    shared: Shared,
    shows: Both,
    given: &'static [Given],
    finds: &'static [&'static str],
}

/// A wording in Chinese and in English.
type Both = (&'static str, &'static str);

const fn once(row: &Row) -> Rule {
    Rule {
        code: row.code,
        name: row.name,
        severity: row.severity,
        title: both(row.title),
        demand: both(row.demand),
        help: both(row.help),
        sources: row.sources,
        since: row.since,
        until: None,
        check: Check::Shared(row.shared),
        breaks: Example { shows: both(row.shows), given: row.given, finds: row.finds },
        keeps: Example { shows: Words::fixed("各有各的", "each its own"), given: &[Given::Other], finds: &[] },
    }
}

const fn both((zh, en): Both) -> Words {
    Words::fixed(zh, en)
}

/// Each subject makes such a claim once, so that every further claim is another subject's.
const fn always(_: &Claim, _: &Claim) -> bool {
    true
}

/// Whether two claims are of two subjects.
fn apart(one: &Claim, other: &Claim) -> bool {
    one.subject != other.subject
}

/// Whether two subjects name two providers, of which an address can have only one.
fn of_two_providers(one: &Claim, other: &Claim) -> bool {
    apart(one, other) && !one.about.is_empty() && !other.about.is_empty() && one.about != other.about
}

/// What a claim of which digits are hidden begins with.
pub(super) const HIDDEN: &str = "*";

/// Who a person is: by name and certificate number, as far as they are told.
pub(super) struct Who<'a> {
    name: &'a str,
    number: &'a str,
}

impl<'a> Who<'a> {
    /// The words by which a claim tells who makes it.
    pub(super) fn about(name: Option<&Text>, number: Option<&Text>) -> String {
        [name.map_or("", |name| &**name), "\t", number.map_or("", |number| &**number)].concat()
    }

    fn of(about: &'a str) -> Self {
        let about = about.strip_prefix(HIDDEN).unwrap_or(about);
        let (name, number) = about.split_once('\t').unwrap_or(("", about));
        Self { name, number }
    }

    /// Whether both can be one person: by a number that is known, or by the name and what is
    /// visible of the number.
    fn is_one(&self, other: &Self) -> bool {
        let told = !self.number.is_empty() && !other.number.is_empty();
        told && match alike(self.number, other.number) {
            Alike::Same => true,
            Alike::Hidden => !self.name.is_empty() && is_one(self.name, other.name),
            Alike::Different => false,
        }
    }
}

/// Who makes a claim, where claims of one value by the same never clash; a test holds it to what
/// clashes.
pub(super) fn owner(kind: ClaimKind, about: &str) -> Option<&str> {
    let Who { name, number } = Who::of(about);
    match kind {
        ClaimKind::VisiblePhone => (!name.is_empty()).then_some(name),
        ClaimKind::Address => (!about.is_empty()).then_some(about),
        ClaimKind::Phone | ClaimKind::Email => (!name.is_empty() && !number.is_empty()).then_some(about),
        ClaimKind::SubjectId
        | ClaimKind::OpenOrder
        | ClaimKind::CertificateNumber
        | ClaimKind::SubjectNumber
        | ClaimKind::ServiceNumber
        | ClaimKind::Domain
        | ClaimKind::VisibleCertificate
        | ClaimKind::ServiceCode
        | ClaimKind::Instance
        | ClaimKind::Order
        | ClaimKind::PoliceNumber
        | ClaimKind::Account => None,
    }
}

/// Whether two claims are of two subjects and not known to be of one person.
fn strangers(one: &Claim, other: &Claim) -> bool {
    apart(one, other) && !Who::of(&one.about).is_one(&Who::of(&other.about))
}

/// Whether two claims of strangers show the same digits, and cannot be compared further. People of
/// one name may be one.
fn hidden_strangers(one: &Claim, other: &Claim) -> bool {
    let hidden = one.about.starts_with(HIDDEN) || other.about.starts_with(HIDDEN);
    let (who, whom) = (Who::of(&one.about), Who::of(&other.about));
    let named_alike = !who.name.is_empty() && is_one(who.name, whom.name);
    hidden && !named_alike && strangers(one, other)
}

/// Whether two subjects show the same digits of a certificate number, and cannot be compared further.
fn hidden_apart(one: &Claim, other: &Claim) -> bool {
    apart(one, other) && alike(&one.about, &other.about) == Alike::Hidden
}

/// It weighs as its rule does.
const fn wholly(_: &Claim, _: &Claim) -> Severity {
    Severity::Error
}

/// What a claim is about that a website makes which may run under a licence.
pub(super) const LICENSED: &str = "经营性网站";

/// The notice on numbers binds non-commercial filings; beside it stands what is practice.
fn unlicensed(one: &Claim, other: &Claim) -> Severity {
    if [one, other].iter().any(|claim| &*claim.about == LICENSED) { Severity::Warning } else { Severity::Error }
}

/// Whether two claims are of two subjects, and neither is of something that passes on just now.
fn settled(one: &Claim, other: &Claim) -> bool {
    apart(one, other) && !one.about.is_empty() && !other.about.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Place;

    #[test]
    fn claims_of_one_owner_never_clash() {
        let abouts =
            ["", "\t", "张\t", "张\t330***********0018", "*张\t330***********0018", "张\t33010619900307001X", "\t1"];
        for rule in RULES.iter().chain(&VISIBLE).chain(&ORDERS).chain(&BOUGHT) {
            let Check::Shared(shared) = rule.check else { panic!("{}", rule.code) };
            for about in abouts {
                let claim = |subject: &str| Claim {
                    kind: shared.kind,
                    value: "1".into(),
                    subject: subject.into(),
                    holder: "people/zhang".into(),
                    about: about.into(),
                    place: Place::NOWHERE,
                };
                let clash = (shared.clash)(&claim("a"), &claim("b"));
                assert!(owner(shared.kind, about).is_none() || !clash, "{} {about:?}", rule.code);
            }
        }
    }
}
