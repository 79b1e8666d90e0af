//! One mistake is told once: what follows from another finding is shown beside it.
//!
//! A rule looks at its own matter and knows nothing of others. Where two of them trip over one
//! slip, this table says which one names the cause. Nothing is left out that weighs more than
//! the finding that it follows from.

use crate::record::Place;
use crate::rule::{Case, Finding, Related};

/// Where an effect stands, as seen from its cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Where {
    /// At the same fact, or one within the other.
    Here,
    /// In the same record under a key: the service, the person.
    Beside,
    /// Anywhere in the subject.
    Anywhere,
}

impl Where {
    /// Whether an effect at the one fact can follow from a cause at the other.
    fn fits(self, effect: &str, cause: &str) -> bool {
        match self {
            Self::Here => is_here(effect, cause),
            Self::Beside => entry(effect) == entry(cause),
            Self::Anywhere => true,
        }
    }
}

/// The record under a key that a fact belongs to: `services/shop`.
fn entry(fact: &str) -> Option<&str> {
    let at = fact.match_indices('/').nth(1).map_or(fact.len(), |(at, _)| at);
    fact.get(..at).filter(|entry| entry.contains('/'))
}

/// A rule whose finding explains those of others.
struct Cause {
    code: &'static str,
    /// The fact at which it explains them; empty for any.
    fact: &'static str,
    effects: &'static [&'static str],
    at: Where,
}

const fn cause(code: &'static str, effects: &'static [&'static str], at: Where) -> Cause {
    Cause { code, fact: "", effects, at }
}

/// The causes, in the order in which they are looked for.
const CAUSES: &[Cause] = &[
    cause("F129", &["N109", "N110", "N123", "N124"], Where::Here),
    cause("N123", &["N124"], Where::Here),
    cause("D115", &["P108"], Where::Here),
    cause("N104", &["F129"], Where::Anywhere),
    cause("S125", &["S136"], Where::Beside),
    cause("S129", &["S136"], Where::Beside),
    cause("N109", &["S120"], Where::Beside),
    cause("F129", &["L106"], Where::Anywhere),
    cause("L104", &["F123", "F128"], Where::Anywhere),
    cause("I126", &["F167"], Where::Anywhere),
    cause("F103", &["F131"], Where::Anywhere),
    cause("F119", &["F118", "F124"], Where::Anywhere),
    cause("F116", &["F118"], Where::Anywhere),
    cause("L102", &["L110"], Where::Anywhere),
    cause("L103", &["L111"], Where::Anywhere),
    cause("I102", &["D115"], Where::Anywhere),
    cause("I103", &["D115"], Where::Anywhere),
    cause("A108", &["A103"], Where::Anywhere),
    cause("I114", &["I115"], Where::Anywhere),
    Cause { code: "L101", fact: "subject/principal", effects: &["P206"], at: Where::Anywhere },
    Cause { code: "L101", fact: "subject/legal_representative", effects: &["P206"], at: Where::Anywhere },
    Cause { code: "F146", fact: "subject/region", effects: &["I115", "I116", "I120", "N110"], at: Where::Anywhere },
];

/// That the records differ from what is on file is no news where a rule says what is wrong there.
const DIFFERS: &str = "F146";

/// What provinces ask of people is asked whatever is on file, and so explains no difference from it.
const ASKED_OF_PEOPLE: &str = "P2";

/// The findings without those that follow from others, which get their places.
pub(super) fn told_once(case: &Case<'_>, findings: Vec<Finding>) -> Vec<Finding> {
    if findings.len() < 2 {
        return findings;
    }
    let facts: Vec<String> = findings.iter().map(|finding| case.subject.places.fact(finding.place)).collect();
    let mut explained: Vec<Option<usize>> = vec![None; findings.len()];
    let all = || findings.iter().zip(&facts).enumerate();
    for (at, (finding, fact)) in all().filter(|(_, (finding, _))| finding.rule.code == DIFFERS) {
        let wrong = |other: &Finding| {
            let tells_why = other.rule.code != DIFFERS && !other.rule.code.starts_with(ASKED_OF_PEOPLE);
            tells_why && finding.severity <= other.severity
        };
        explained[at] = all().find(|(_, (other, there))| wrong(other) && is_here(fact, there)).map(|(at, _)| at);
    }
    for cause in CAUSES {
        for (at, (finding, fact)) in all().filter(|(_, (finding, _))| cause.effects.contains(&finding.rule.code)) {
            let explains = |(other, (one, there)): &(usize, (&Finding, &String))| {
                one.rule.code == cause.code
                    && explained.get(*other).is_none_or(Option::is_none)
                    && finding.severity <= one.severity
                    && (cause.fact.is_empty() || **there == *cause.fact)
                    && cause.at.fits(fact, there)
            };
            if let Some((other, _)) = all().find(explains).filter(|_| explained.get(at).is_some_and(Option::is_none)) {
                explained[at] = Some(other);
            }
        }
    }
    joined(findings, &explained)
}

/// Whether one fact is the other, or a part of it.
fn is_here(one: &str, other: &str) -> bool {
    let within =
        |part: &str, whole: &str| part.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    within(one, other) || within(other, one)
}

fn joined(findings: Vec<Finding>, explained: &[Option<usize>]) -> Vec<Finding> {
    let mut beside: Vec<Vec<Related>> = vec![Vec::new(); findings.len()];
    for (finding, cause) in findings.iter().zip(explained) {
        let Some(beside) = cause.and_then(|cause| beside.get_mut(cause)) else { continue };
        beside.push(Related { place: finding.place, message: finding.message.clone() });
    }
    let kept = findings.into_iter().zip(explained).zip(beside).filter(|((_, cause), _)| cause.is_none());
    kept.map(|((mut finding, _), beside)| {
        let nowhere = |related: &Related| related.place == Place::NOWHERE;
        finding.related.extend(beside.into_iter().filter(|related| !nowhere(related)));
        finding
    })
    .collect()
}
