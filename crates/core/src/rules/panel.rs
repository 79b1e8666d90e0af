//! Rules sorted by what they look at, so that many subjects are judged by the same ones.

use super::follows::told_once;
use crate::evidence::{Exhibit, Seen, exhibits};
use crate::model::{Domain, Filing, Person, Server, Service};
use crate::record::{Keyed, unknown};
use crate::rule::{Case, Check, Finding, Named, Report, Rule};

/// A rule with its check.
type Judge<C> = (&'static Rule, C);
type OnSubject = fn(&Case<'_>, &mut Report<'_>);
type OnEvidence = fn(&Case<'_>, &Exhibit<'_>, &Seen, &mut Report<'_>);
type OnEntry<T> = fn(&Case<'_>, &Named<'_, T>, &mut Report<'_>);

/// Rules on one subject, by what they look at.
///
/// Whether they are in force on the day that is judged is for the caller to say, once for all
/// subjects.
#[derive(Debug, Default)]
pub struct Panel {
    subject: Vec<Judge<OnSubject>>,
    people: Vec<Judge<OnEntry<Person>>>,
    domains: Vec<Judge<OnEntry<Domain>>>,
    servers: Vec<Judge<OnEntry<Server>>>,
    services: Vec<Judge<OnEntry<Service>>>,
    filings: Vec<Judge<OnEntry<Filing>>>,
    evidence: Vec<Judge<OnEvidence>>,
}

impl Panel {
    /// Those of some rules that need no other subject.
    pub fn new(rules: impl Iterator<Item = &'static Rule>) -> Self {
        let mut panel = Self::default();
        for rule in rules {
            match rule.check {
                Check::Form | Check::Shared(..) | Check::Settings(_) | Check::Review => {}
                Check::Subject(check) => panel.subject.push((rule, check)),
                Check::Person(check) => panel.people.push((rule, check)),
                Check::Domain(check) => panel.domains.push((rule, check)),
                Check::Server(check) => panel.servers.push((rule, check)),
                Check::Service(check) => panel.services.push((rule, check)),
                Check::Filing(check) => panel.filings.push((rule, check)),
                Check::Evidence(check) => panel.evidence.push((rule, check)),
            }
        }
        panel
    }

    /// What the rules find in a subject, in the order of their codes.
    #[must_use]
    pub fn judge(&self, case: &Case<'_>) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (rule, check) in &self.subject {
            unknown::heeding(|| check(case, &mut Report::new(rule, &mut findings)));
        }
        let subject = case.subject;
        each(&self.people, &subject.people, case, &mut findings);
        each(&self.domains, &subject.domains, case, &mut findings);
        each(&self.servers, &subject.servers, case, &mut findings);
        each(&self.services, &subject.services, case, &mut findings);
        for filing in &subject.filings {
            let named = Named { key: &filing.stem, record: &filing.record.value, place: filing.record.place };
            entry(&self.filings, &named, case, &mut findings);
        }
        self.judge_evidence(case, &mut findings);
        // Whatever rests on something that is not known is dropped here, for all rules alike.
        findings.retain(|finding| !finding.unsure);
        findings.sort_by_key(|finding| finding.rule.code);
        told_once(case, findings)
    }

    /// Whether any of the rules must know what was seen of evidence.
    #[must_use]
    pub const fn asks_for_evidence(&self) -> bool {
        !self.evidence.is_empty()
    }

    /// A file at which nobody looked is judged by no rule.
    fn judge_evidence(&self, case: &Case<'_>, findings: &mut Vec<Finding>) {
        let Some(evidence) = case.evidence.filter(|_| !self.evidence.is_empty()) else { return };
        for exhibit in exhibits(case.subject) {
            let Some(seen) = evidence.seen(&exhibit.file.value) else { continue };
            for (rule, check) in &self.evidence {
                unknown::heeding(|| check(case, &exhibit, seen, &mut Report::new(rule, findings)));
            }
        }
    }
}

fn each<T>(judges: &[Judge<OnEntry<T>>], entries: &Keyed<T>, case: &Case<'_>, findings: &mut Vec<Finding>) {
    Named::all(entries).for_each(|named| entry(judges, &named, case, findings));
}

fn entry<T>(judges: &[Judge<OnEntry<T>>], named: &Named<'_, T>, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for (rule, check) in judges {
        unknown::heeding(|| check(case, named, &mut Report::new(rule, findings)));
    }
}
