//! The judging: what is wrong with records by the rules of a day, as one place weighs it.
//!
//! There is one constructor. Whatever is judged, a working directory, a revision, both sides of
//! a review or a subject of a past day, is judged by one of these, so that tables with their
//! overlays, levels, waivers and the baseline of its [`Grounds`] act on all of them alike. A
//! finding is weighed once, where it is made.

mod conclude;
mod size;

pub use conclude::Judgement;

use crate::evidence;
use crate::grounds::Grounds;
use crate::limits::Limits;
use crate::locate::{Located, LocatedRelated, Locator};
use crate::read::ReadSubject;
use crate::survey::Standing;
use crate::tree::Tree;
use beian_core::day::Day;
use beian_core::evidence::{Evidence, exhibits};
use beian_core::model::Subject;
use beian_core::personal::Veil;
use beian_core::policy::{Policy, Selection};
use beian_core::rule::{Case, Check, Claim, ClaimKind, Finding, Rule};
use beian_core::rules::links::Claimed;
use beian_core::rules::{self, Panel};
use size::{bound, is_too_large, too_large};

/// The days of a judging.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The day that is judged: by its rules, and as things stood on it.
    pub judged: Day,
    /// The day it is now.
    pub now: Day,
}

impl Days {
    /// Today is judged.
    #[must_use]
    pub const fn today(now: Day) -> Self {
        Self { judged: now, now }
    }
}

/// What whoever runs the program asks for, beside what settings say.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The rules that are looked at.
    pub selection: Selection,
    /// Rules whose findings are errors whatever settings say of them.
    pub denied: Vec<&'static Rule>,
}

impl Asked {
    /// Every rule but those on evidence: what the records say by themselves.
    #[must_use]
    pub fn of_records() -> Self {
        Self { selection: Selection::EVERYTHING.with_evidence(false), ..Self::default() }
    }
}

/// By what records are judged.
#[derive(Debug)]
pub struct Judging<'g> {
    grounds: &'g Grounds,
    days: Days,
    policy: Policy,
    /// How much of a file is read.
    limits: Limits,
    /// The rules on one subject that are looked at: what is not need not be run.
    rules: Panel,
    /// Whether rules across subjects are looked at, which claims serve.
    links: bool,
}

impl<'g> Judging<'g> {
    /// By the rules in force on a day, as far as anybody looks at them, and by what a store
    /// holds beside its records. Waivers and rows count that are in force on the day judged.
    #[must_use]
    pub fn new(grounds: &'g Grounds, asked: Asked, days: Days) -> Self {
        let policy = Policy::new(&grounds.settings().value, asked.selection, days.judged).denying(asked.denied);
        let is_elsewhere = |rule: &Rule| matches!(rule.check, Check::Form | Check::Settings(_) | Check::Review);
        let taken = |rule: &&Rule| !is_elsewhere(rule) && rule.in_force(days.judged) && policy.selection().takes(rule);
        let links = rules::all().filter(taken).any(|rule| matches!(rule.check, Check::Shared(..)));
        let rules = Panel::new(rules::all().filter(taken));
        Self { grounds, days, policy, limits: Limits::default(), rules, links }
    }

    /// The same, with other bounds on what is read of a file.
    #[must_use]
    pub fn within(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// What it rests on.
    #[must_use]
    pub const fn grounds(&self) -> &'g Grounds {
        self.grounds
    }

    /// Its days.
    #[must_use]
    pub const fn days(&self) -> Days {
        self.days
    }

    /// What is looked at, and how heavy it weighs.
    #[must_use]
    pub const fn policy(&self) -> &Policy {
        &self.policy
    }

    /// How much of a file is read.
    pub(crate) const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// A subject with all that rules look up beside it.
    #[must_use]
    pub fn case<'s>(&self, subject: &'s Subject) -> Case<'s>
    where
        'g: 's,
    {
        let (tables, sample) = (self.grounds.tables(), self.grounds.sample());
        Case::new(subject, tables, self.days.judged, sample).with_clock(self.days.now)
    }

    /// What is wrong with a subject that was read from nowhere, such as one of a past day; its
    /// evidence is that of the store.
    #[must_use]
    pub fn of_subject(&self, subject: &Subject, evidence: Option<&Evidence>) -> Vec<Located> {
        let found = self.bounded(subject, Vec::new(), &self.case(subject).with_evidence(evidence));
        if found.is_empty() {
            return Vec::new();
        }
        let veil = Veil::of(subject);
        let locator = Locator { texts: &[], places: &subject.places, subject: &subject.id, folder: "", veil: &veil };
        found.into_iter().map(|finding| locator.finding(finding)).collect()
    }

    /// What was found while a subject was read, and what rules find in it.
    pub(crate) fn findings(&self, read: &ReadSubject<'_>, case: &Case<'_>) -> Vec<Located> {
        self.found(read, case).into_iter().map(|finding| read.locate(finding)).collect()
    }

    /// The same, not located yet.
    pub(crate) fn found(&self, read: &ReadSubject<'_>, case: &Case<'_>) -> Vec<Finding> {
        self.bounded(&read.subject, read.findings.clone(), case)
    }

    fn bounded(&self, subject: &Subject, mut findings: Vec<Finding>, case: &Case<'_>) -> Vec<Finding> {
        let place = subject.particulars.place;
        if place.is_somewhere() && is_too_large(subject) {
            findings.push(too_large(subject));
        } else if place.is_somewhere() {
            findings.extend(self.rules.judge(case));
        }
        // Before they are counted, or what is allowed would push out what is not.
        findings.retain_mut(|finding| match self.policy.weigh(finding.rule, &subject.id, finding.severity) {
            Some(severity) => {
                finding.severity = severity;
                true
            }
            None => false,
        });
        bound(&mut findings);
        findings
    }

    /// Whether any rule asks for what was seen of evidence.
    pub(crate) const fn asks_for_evidence(&self) -> bool {
        self.rules.asks_for_evidence()
    }

    /// Looks at the evidence of a subject in the tree that holds it, if any rule asks for it.
    pub(crate) fn evidence(&self, tree: &dyn Tree, read: &ReadSubject<'_>) -> Option<Evidence> {
        let is_asked = self.asks_for_evidence() && !is_too_large(&read.subject);
        is_asked.then(|| {
            let named: Vec<_> = exhibits(&read.subject).collect();
            evidence::seen(&named, &|inside| tree.evidence(read.folder, inside))
        })
    }

    /// Visits what a subject claims for itself alone, if anything asks for it.
    pub(crate) fn each_claim(&self, case: &Case<'_>, visit: &mut dyn FnMut(Claimed<'_>)) {
        if self.links && case.subject.particulars.place.is_somewhere() && !is_too_large(case.subject) {
            rules::links::each_claim(case, visit);
        }
    }

    /// What the rules across subjects find among the claims of one value.
    pub(crate) fn clashes(&self, kind: ClaimKind, group: &[Standing]) -> Vec<Located> {
        let claims: Vec<Claim> = group.iter().map(|one| one.claim.clone()).collect();
        let mut found = Vec::new();
        for rule in rules::all().filter(|rule| rule.in_force(self.days.judged)) {
            let Check::Shared(shared) = rule.check else { continue };
            if shared.kind != kind {
                continue;
            }
            for clash in shared.clashes(&claims) {
                let Some(at) = group.get(clash.at) else { continue };
                let related = clash.against.into_iter().filter_map(|(index, message)| {
                    let other = group.get(index)?;
                    Some(LocatedRelated { location: other.location.clone(), fact: other.fact.clone(), message })
                });
                found.push(Located {
                    rule,
                    severity: rule.severity.min(clash.most),
                    subject: at.claim.subject.to_string(),
                    fact: at.fact.clone(),
                    location: at.location.clone(),
                    message: clash.message,
                    help: rule.help.clone(),
                    rests_on: Vec::new(),
                    related: related.collect(),
                });
            }
        }
        self.weighed(found)
    }

    /// Findings that no subject's own rules made, with the weight that they have here; without
    /// those that are not told.
    #[must_use]
    pub fn weighed(&self, found: Vec<Located>) -> Vec<Located> {
        found.into_iter().filter_map(|finding| self.weigh(finding)).collect()
    }

    /// The same of one finding.
    pub(crate) fn weigh(&self, mut finding: Located) -> Option<Located> {
        finding.severity = self.policy.weigh(finding.rule, &finding.subject, finding.severity)?;
        Some(finding)
    }
}
