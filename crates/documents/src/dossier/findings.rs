//! What the rules found, what was accepted, and which rules judged.

use super::facts::{DASH, Facts};
use super::input::{Finding, Input};
use super::labels::Labels;
use beian_core::law::{Citation, Text};
use beian_core::rule::{Check, Rule, Severity};
use beian_core::rules;
use beian_core::tables::{Consequence, Later};
use beian_core::words;
use beian_core::words::Words;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Serialize)]
pub(super) struct FindingView {
    code: &'static str,
    name: &'static str,
    severity: String,
    fact: String,
    message: String,
    help: String,
    reason: Option<String>,
    owner: Option<String>,
    until: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct RuleView {
    code: &'static str,
    title: String,
    in_force: String,
    sources: Vec<SourceView>,
    /// What the law says follows, or nothing where it says nothing.
    consequences: Vec<String>,
}

#[derive(Debug, Serialize)]
struct SourceView {
    title: String,
    publisher: &'static str,
    dated: String,
    checked: String,
}

pub(super) fn findings(facts: Facts<'_>, findings: &[Finding]) -> Vec<FindingView> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    sorted.into_iter().map(|finding| view(facts, finding)).collect()
}

pub(super) fn waived(facts: Facts<'_>) -> Vec<FindingView> {
    let text = |text: &str| Some(facts.mask.text(text)).filter(|text| !text.trim().is_empty());
    let one = |waived: &super::input::Waived| FindingView {
        reason: text(&waived.reason).or_else(|| Some(DASH.to_owned())),
        // Who answers for a waiver answers by name.
        owner: Some(facts.mask.numbers(&waived.owner))
            .filter(|owner| !owner.trim().is_empty())
            .or_else(|| Some(DASH.to_owned())),
        until: Some(waived.until.map_or_else(|| DASH.to_owned(), |day| day.to_string())),
        ..view(facts, &waived.finding)
    };
    facts.input.waived.iter().map(one).collect()
}

fn view(facts: Facts<'_>, finding: &Finding) -> FindingView {
    let inside = finding.fact.strip_prefix(&format!("{}/", facts.input.subject.id)).unwrap_or(&finding.fact);
    FindingView {
        code: finding.rule.code,
        name: finding.rule.name,
        severity: facts.say(&finding.severity.words()),
        fact: if inside.is_empty() { DASH.to_owned() } else { facts.mask.text(inside) },
        message: facts.mask.text(&facts.say(&finding.message)),
        help: facts.mask.text(&facts.say(&finding.help)),
        reason: None,
        owner: None,
        until: None,
    }
}

/// What rules rest on, and their codes.
#[derive(Debug, Serialize)]
pub(super) struct BasisView {
    source: SourceView,
    codes: String,
}

/// How many findings weigh how much, in one line.
pub(super) fn counts(facts: Facts<'_>, w: &Labels) -> String {
    let input = facts.input;
    let count = |severity| input.findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
    let (waived, adopted) = (input.waived.len(), input.adopted.len());
    let Labels { errors: e, warnings: a, notes: n, waived: d, adopted: b, .. } = w;
    let more = |zh: &str| if waived + adopted == 0 { String::new() } else { zh.to_owned() };
    let rest = more(&format!("，{d} {waived}，{b} {adopted}"));
    facts.say(&words!(
        "{e} {errors}，{a} {warnings}，{n} {notes}{rest}",
        "{errors} {e}, {warnings} {a}, {notes} {n}{rest}"
    ))
}

/// The rules that found something, with what they rest on.
pub(super) fn judged(facts: Facts<'_>) -> Vec<RuleView> {
    let input = facts.input;
    let all = input.findings.iter().chain(input.adopted).chain(input.waived.iter().map(|waived| &waived.finding));
    let rules: BTreeMap<&str, &'static Rule> = all.map(|finding| (finding.rule.code, finding.rule)).collect();
    rules.into_values().map(|rule| rule_view(facts, rule)).collect()
}

fn rule_view(facts: Facts<'_>, rule: &'static Rule) -> RuleView {
    RuleView {
        code: rule.code,
        title: facts.say(&rule.title),
        in_force: facts.say(&rule.validity()),
        sources: rule.sources.iter().map(|citation| source_view(facts, citation)).collect(),
        consequences: consequences(facts, rule),
    }
}

/// What the law of the day says follows from what a rule found.
fn consequences(facts: Facts<'_>, rule: &Rule) -> Vec<String> {
    let (tables, day) = (facts.input.terms.tables, facts.input.terms.days.as_of);
    tables.consequences.of(rule.code, day).map(|row| facts.say(&row.words(day))).collect()
}

/// What the tables tell of later days than the one that is judged; nothing where they tell it all.
pub(super) fn not_known(facts: Facts<'_>) -> String {
    let (terms, day) = (&facts.input.terms, facts.input.terms.days.as_of);
    let later: Vec<Later> = terms.tables.later(day).collect();
    match Later::together(&later).filter(|_| terms.days.is_past()) {
        Some(Words { zh, en }) => facts.say(&words!(
            "当日的口径不明、没有据以判断的：{zh}。",
            " What held on that day is not known of: {en}; nothing was judged by it."
        )),
        None => String::new(),
    }
}

/// What holds of all that the law says follows; nothing where nothing follows.
pub(super) fn caveat(facts: Facts<'_>, rules: &[RuleView]) -> Option<String> {
    let follows = rules.iter().any(|rule| !rule.consequences.is_empty());
    follows.then(|| facts.say(&Consequence::caveat(facts.input.terms.days.as_of)))
}

fn source_view(facts: Facts<'_>, citation: &Citation) -> SourceView {
    let (source, day) = (citation.source(), facts.input.terms.days.as_of);
    let dated = source.near(day).map(|version| source.dated(version)).unwrap_or_default();
    SourceView {
        title: facts.say(&citation.named(day)),
        publisher: source.publisher,
        dated: facts.say(&dated),
        checked: source.checked.to_string(),
    }
}

/// The codes of the rules that found something.
pub(super) fn found(input: &Input<'_>) -> Vec<&'static str> {
    let all = input.findings.iter().chain(input.adopted).chain(input.waived.iter().map(|waived| &waived.finding));
    let codes: BTreeSet<&'static str> = all.map(|finding| finding.rule.code).collect();
    codes.into_iter().collect()
}

/// The other rules in force that looked at one subject, by what they chiefly rest on, in the
/// order of their first codes.
pub(super) fn others(facts: Facts<'_>, found: &[&'static str]) -> Vec<BasisView> {
    let input = facts.input;
    let past = input.terms.days.is_past();
    let judges = |rule: &&Rule| {
        rule.in_force(input.terms.days.as_of)
            && !found.contains(&rule.code)
            && match rule.check {
                Check::Settings(_) | Check::Review => false,
                Check::Shared(..) | Check::Form => !past,
                _ => true,
            }
    };
    let mut bases: Vec<(Text, Vec<&'static str>)> = Vec::new();
    for rule in rules::all().filter(judges) {
        let Some(citation) = rule.sources.first() else { continue };
        match bases.iter_mut().find(|(text, _)| *text == citation.text) {
            Some((_, codes)) => codes.push(rule.code),
            None => bases.push((citation.text, vec![rule.code])),
        }
    }
    let view = |(text, codes): (Text, Vec<&'static str>)| BasisView {
        source: source_view(facts, &text.whole()),
        codes: codes.join(" "),
    };
    bases.into_iter().map(view).collect()
}
