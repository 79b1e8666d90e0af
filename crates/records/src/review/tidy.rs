//! One fault is told once: what follows from another finding is left out.

use super::{Review, SubjectReview};
use crate::locate::{Located, Location};
use beian_core::change::How;
use beian_core::policy::Policy;
use beian_core::procedure::{Reason, Required, Verdict};
use beian_core::rule::Rule;
use beian_core::rules::domains::several_domains;
use beian_core::rules::{filings, links, review};
use std::collections::BTreeSet;

/// Leaves out what two rules say of one place and what follows from a record that is gone,
/// and sorts the rest.
pub(super) fn tidy(found: &mut Review, policy: &Policy) {
    found.findings.sort_by(|a, b| a.order().cmp(&b.order()));
    let later = places(&found.findings, &[&review::event_before_it_happened::RULE]);
    let told = places(&found.findings, &[&review::uncovered_change::RULE, &review::forbidden_change::RULE]);
    let edited = places(&found.findings, &[&review::closed_filing_edited::RULE]);
    let gone: Vec<String> = found.subjects.iter().flat_map(gone).collect();
    let one_domain: Vec<String> = found.subjects.iter().flat_map(|subject| one_domain(subject, policy)).collect();
    let uncovered: BTreeSet<String> = found.subjects.iter().flat_map(|subject| uncovered(subject, policy)).collect();
    let mut named = BTreeSet::new();
    found.findings.retain(|finding| {
        let is = |rule: &Rule| finding.rule.code == rule.code;
        let of_the_gone = is(&filings::change_not_filed::RULE) || is(&links::unknown_target::RULE);
        !(is(&filings::event_in_future::RULE) && later.contains(&finding.location)
            || is(&filings::change_not_filed::RULE)
                && (told.contains(&finding.location)
                    || uncovered.contains(&finding.fact)
                    || rests_on(finding, &edited))
            || is(&filings::access_not_filed::RULE) && is_part_of(&finding.fact, &uncovered)
            || of_the_gone && gone.iter().any(|record| is_asked_of(finding, record))
            || is(&links::unknown_target::RULE) && is_named_again(finding, &gone, &mut named)
            || is(&several_domains::RULE) && one_domain.iter().any(|fact| finding.fact.starts_with(fact)))
    });
}

/// Whether a fact is one of those, or a part of it.
fn is_part_of(fact: &str, facts: &BTreeSet<String>) -> bool {
    let is_it =
        |whole: &String| fact.strip_prefix(&**whole).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    facts.iter().any(is_it)
}

fn places(findings: &[Located], rules: &[&Rule]) -> Vec<Location> {
    let of = |finding: &&Located| rules.iter().any(|rule| rule.code == finding.rule.code);
    findings.iter().filter(of).map(|finding| finding.location.clone()).collect()
}

/// Whether what a finding compares with stands where a closed filing was edited: with the
/// edit taken back there is no difference left.
fn rests_on(finding: &Located, edited: &[Location]) -> bool {
    let is_edited = |at: &Location| edited.iter().any(|edit| (&edit.path, edit.line) == (&at.path, at.line));
    finding.related.iter().any(|related| is_edited(&related.location))
}

/// The records that a subject has no more, with the subject: `acme/services/shop`. That they
/// are gone is told as a change; that old filings still name them follows from it.
fn gone(subject: &SubjectReview) -> impl Iterator<Item = String> {
    let changes = subject.required.iter().flat_map(|required| &required.facts);
    let removed = changes.filter(|change| change.fact.is_whole() && change.how() == How::Removed);
    removed.map(|change| format!("{}/{}", subject.id, change.fact))
}

/// The facts that may not change because a website has one domain: that it now has several is
/// the same mistake, as long as it does not weigh less so. `acme/services/shop/domains/`.
fn one_domain(subject: &SubjectReview, policy: &Policy) -> impl Iterator<Item = String> {
    let as_heavy = weighs_no_less(&review::forbidden_change::RULE, &several_domains::RULE, subject, policy);
    let is_meant = move |required: &&Required| {
        as_heavy
            && required.is_forbidden()
            && required.citations.iter().any(|one| several_domains::RULE.sources.contains(one))
    };
    let facts = subject.required.iter().filter(is_meant).flat_map(|required| &required.facts);
    facts.map(|change| format!("{}/{}/", subject.id, change.fact))
}

/// The facts that no filing covers: that they are not on file is the same mistake, told once for
/// all facts of a procedure, as long as it does not weigh less so. `acme/subject/name`.
fn uncovered(subject: &SubjectReview, policy: &Policy) -> impl Iterator<Item = String> {
    let as_heavy = weighs_no_less(&review::uncovered_change::RULE, &filings::change_not_filed::RULE, subject, policy);
    let gaps = subject.coverage.uncovered.iter().filter(move |_| as_heavy).flat_map(|uncovered| &uncovered.gaps);
    // What is forbidden is not to be filed, and what ends with its service needs no order of its own.
    let ends = |required: &&Required| matches!(required.verdict, Verdict::NotNeeded(Reason::EndsWithIt));
    let forbidden = weighs_no_less(&review::forbidden_change::RULE, &filings::change_not_filed::RULE, subject, policy);
    let others = subject.required.iter().filter(move |one| one.is_refused() && forbidden || ends(one));
    let facts = others.flat_map(|required| &required.facts).map(|change| &change.fact);
    gaps.map(|gap| &gap.fact).chain(facts).map(|fact| format!("{}/{fact}", subject.id))
}

/// Whether a rule that is told weighs no less than the one that is left out for it.
fn weighs_no_less(told: &'static Rule, left_out: &'static Rule, subject: &SubjectReview, policy: &Policy) -> bool {
    let weight = |rule: &'static Rule| policy.weigh(rule, &subject.id, rule.severity);
    weight(left_out) <= weight(told)
}

/// Whether a record that is gone was told already by a filing that names it. Once it is: that a
/// record has to stay weighs more than that no filing covers its end.
fn is_named_again<'g>(finding: &Located, gone: &'g [String], named: &mut BTreeSet<&'g str>) -> bool {
    gone.iter().find(|record| names(finding, record)).is_some_and(|record| !named.insert(record))
}

/// Whether a filing names that record, or a fact of it, where the finding stands: what it
/// covers, for what a number was granted, to what a paper belongs.
fn names(finding: &Located, record: &str) -> bool {
    let Some((subject, fact)) = record.split_once('/') else { return false };
    let of_a_filing = finding.fact.strip_prefix(subject).is_some_and(|rest| rest.starts_with("/filings/"));
    let Location { excerpt, marked, .. } = &finding.location;
    let named = excerpt.get(marked.clone()).unwrap_or_default().trim_matches(['"', '\'']);
    let below = named.strip_prefix(fact);
    of_a_filing && below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a finding stands at a fact of that record as a filing asks for it.
fn is_asked_of(finding: &Located, record: &str) -> bool {
    let Some((subject, fact)) = record.split_once('/') else { return false };
    let asked = finding.fact.strip_prefix(subject).and_then(|rest| rest.split_once("/facts/"));
    let below = asked.and_then(|(filing, asked)| {
        let asked = asked.strip_prefix(fact)?;
        filing.starts_with("/filings/").then_some(asked)
    });
    below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
