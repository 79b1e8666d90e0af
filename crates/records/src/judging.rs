//! Judging one subject, wherever it was read: by all rules that need no other one.

use crate::evidence;
use crate::locate::Located;
use crate::read::ReadSubject;
use crate::tree::Tree;
use beian_core::day::Day;
use beian_core::evidence::{Evidence, exhibits};
use beian_core::model::{Service, Subject};
use beian_core::policy::Policy;
use beian_core::rule::{Case, Check, Finding, Rule};
use beian_core::rules::links::Claimed;
use beian_core::rules::{self, Panel};
use beian_core::tables::Tables;
use beian_core::words;
use beian_core::words::Words;

/// By what a subject is judged.
#[derive(Debug)]
pub(crate) struct Judging<'a> {
    today: Day,
    clock: Day,
    sample: bool,
    tables: &'a Tables,
    policy: &'a Policy,
    /// The rules on one subject that are looked at: what is not need not be run.
    rules: Panel,
    /// Whether rules across subjects are looked at, which claims serve.
    links: bool,
}

impl<'a> Judging<'a> {
    /// By the rules in force on a day, as far as a policy looks at them.
    pub(crate) fn new(today: Day, sample: bool, tables: &'a Tables, policy: &'a Policy) -> Self {
        let is_elsewhere = |rule: &Rule| matches!(rule.check, Check::Form | Check::Settings(_) | Check::Review);
        let taken = |rule: &&Rule| !is_elsewhere(rule) && rule.in_force(today) && policy.selection().takes(rule);
        let links = rules::all().filter(taken).any(|rule| matches!(rule.check, Check::Shared(..)));
        let rules = Panel::new(rules::all().filter(taken));
        Self { today, clock: today, sample, tables, policy, rules, links }
    }

    /// Where the day that judges is not the day it is now.
    pub(crate) fn at(mut self, clock: Day) -> Self {
        self.clock = clock;
        self
    }

    pub(crate) fn case<'s>(&self, subject: &'s Subject) -> Case<'s>
    where
        'a: 's,
    {
        Case::new(subject, self.today, self.sample).with_clock(self.clock).with_tables(self.tables)
    }

    /// Looks at the evidence of a subject in the tree that holds it, if any rule asks for it.
    pub(crate) fn evidence(&self, tree: &dyn Tree, read: &ReadSubject<'_>) -> Option<Evidence> {
        let is_asked = self.rules.asks_for_evidence() && !is_too_large(&read.subject);
        is_asked.then(|| evidence::seen(tree, read.folder, &exhibits(&read.subject).collect::<Vec<_>>()))
    }

    /// What was found while reading, and what rules find, as far as it is told.
    pub(crate) fn findings(&self, read: &ReadSubject<'_>, case: &Case<'_>) -> Vec<Located> {
        self.found(read, case).into_iter().map(|finding| read.locate(finding)).collect()
    }

    /// The same, not located yet.
    pub(crate) fn found(&self, read: &ReadSubject<'_>, case: &Case<'_>) -> Vec<Finding> {
        let subject = &read.subject;
        let mut findings = read.findings.clone();
        let place = subject.particulars.place;
        if place.is_somewhere() && is_too_large(subject) {
            findings.push(Finding::new(&rules::form::too_much::RULE, place, too_large(entries(subject))));
        } else if place.is_somewhere() {
            findings.extend(self.rules.judge(case));
        }
        // Before they are counted, or what is allowed would push out what is not.
        findings.retain(|finding| self.policy.weigh(finding.rule, &subject.id, finding.severity).is_some());
        bound(&mut findings);
        findings
    }

    /// Visits what a subject claims for itself alone, if anything asks for it.
    pub(crate) fn each_claim(&self, case: &Case<'_>, visit: &mut dyn FnMut(Claimed<'_>)) {
        if self.links && case.subject.particulars.place.is_somewhere() && !is_too_large(case.subject) {
            rules::links::each_claim(case, visit);
        }
    }
}

/// What the rules of a day find in a subject that was read from nowhere, such as one of a past
/// day: as bounded as what is read, and as it stands, without levels and waivers.
#[must_use]
pub fn of_day(subject: &Subject, day: Day, sample: bool) -> Vec<Finding> {
    if is_too_large(subject) {
        let place = subject.particulars.place;
        return vec![Finding::new(&rules::form::too_much::RULE, place, too_large(entries(subject)))];
    }
    let mut findings = rules::check(&Case::new(subject, day, sample));
    bound(&mut findings);
    findings
}

/// The most entries of a subject that rules are run on. Rules look at pairs of entries, so
/// that a hostile subject could keep them busy for hours; real ones hold some hundreds.
const LARGEST: usize = 2_000;

/// Whether a subject is too large for rules to be run on it.
fn is_too_large(subject: &Subject) -> bool {
    LARGEST < entries(subject)
}

fn entries(subject: &Subject) -> usize {
    let listed = |service: &Service| service.domains.items().len() + service.numbers.items().len();
    subject.people.len()
        + subject.domains.len()
        + subject.servers.len()
        + subject.particulars.value.numbers.items().len()
        + subject.services.iter().map(|(_, service)| 1 + listed(&service.value)).sum::<usize>()
}

fn too_large(entries: usize) -> Words {
    words!(
        "这个主体有 {entries} 条记录，超过 {LARGEST} 条，没有用规则检查",
        "the subject holds {entries} entries, more than {LARGEST}; the rules did not run on it"
    )
}

/// The most findings of one subject that are told. A person stops reading long before, and
/// a hostile file could have a hundred thousand.
const MOST: usize = 1_000;

fn bound(findings: &mut Vec<Finding>) {
    let rest = findings.len().saturating_sub(MOST);
    if let Some(first) = findings.get(MOST) {
        let message =
            words!("这个主体还有 {rest} 处问题没有列出", "{rest} more findings of this subject are not listed");
        let more = Finding::new(&rules::form::too_much::RULE, first.place, message);
        findings.truncate(MOST);
        findings.push(more);
    }
}
