//! Findings of the newer side that the older one has not.

use super::evidence::Looking;
use super::{Lost, Sides};
use crate::evidence::unseen_papers;
use crate::jobs;
use crate::judging::Judging;
use crate::locate::Located;
use crate::read::ReadSubject;
use beian_core::evidence::Evidence;
use beian_core::rule::Finding;
use beian_core::words::Words;
use std::collections::BTreeMap;

/// What is new, and how much is solved.
#[derive(Debug, Default)]
pub(super) struct Fresh {
    pub(super) findings: Vec<Located>,
    pub(super) solved: usize,
    pub(super) unseen_papers: Vec<(String, Words)>,
}

/// Judges both sides of every subject. A subject that was read belongs to one thread at a
/// time, which is why the sides are lent out for good.
///
/// Of a subject that was not compared only faults of form are told: what else is missing in it
/// was only not seen.
pub(super) fn fresh(sides: &mut [Sides<'_>], lost: &[Vec<Lost>], looking: &Looking<'_, '_>) -> Fresh {
    let sides = sides.iter_mut().zip(lost).collect();
    let judged = jobs::each(sides, |(sides, lost): (&mut Sides<'_>, &Vec<Lost>)| {
        if lost.is_empty() { compared(sides, looking) } else { Fresh { solved: 0, ..one(sides, form(sides)) } }
    });
    let mut all = Fresh::default();
    for one in judged {
        all.findings.extend(one.findings);
        all.solved += one.solved;
        all.unseen_papers.extend(one.unseen_papers);
    }
    all
}

fn judge(read: Option<&ReadSubject<'_>>, evidence: Option<&Evidence>, judging: &Judging<'_>) -> Vec<Finding> {
    let Some(read) = read else { return Vec::new() };
    judging.found(read, &judging.case(&read.subject).with_evidence(evidence))
}

/// What was found while reading, on both sides.
fn form(sides: &Sides<'_>) -> (Vec<Finding>, Vec<Finding>) {
    let of = |read: Option<&ReadSubject<'_>>| read.map(|read| read.findings.clone()).unwrap_or_default();
    (of(sides.old.as_ref()), of(sides.new.as_ref()))
}

/// What tells findings apart: the rule, the fact and what is said, never the line.
type Mark<'f> = (&'static str, String, &'f str);

/// A fact without positions: an item that only moved within its list is the same.
fn unnumbered(fact: &str) -> String {
    let is_position = |step: &&str| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
    fact.split('/').filter(|step| !is_position(step)).collect::<Vec<_>>().join("/")
}

fn mark<'f>(finding: &'f Finding, read: Option<&ReadSubject<'_>>) -> Mark<'f> {
    let mut fact = read.map(|read| read.subject.places.fact(finding.place)).unwrap_or_default();
    if let Some(field) = finding.missing {
        fact.push('/');
        fact.push_str(field);
    }
    (finding.rule.code, unnumbered(&fact), &finding.message.en)
}

/// Counts what stood there before, and then takes from it what still stands there.
#[derive(Default)]
struct Known<'f>(BTreeMap<Mark<'f>, usize>);

impl<'f> Known<'f> {
    fn of(marks: impl Iterator<Item = Mark<'f>>) -> Self {
        let mut known = Self::default();
        marks.for_each(|mark| *known.0.entry(mark).or_default() += 1);
        known
    }

    /// Whether there was none of these, or no more.
    fn is_new(&mut self, mark: &Mark<'f>) -> bool {
        let left = self.0.get_mut(mark).filter(|left| 0 < **left);
        let is_new = left.is_none();
        left.into_iter().for_each(|left| *left -= 1);
        is_new
    }
}

/// The findings that did not stand there before, of files beside the records.
#[must_use]
pub fn newly(before: &[Located], now: Vec<Located>) -> Vec<Located> {
    let mark = |finding: &'_ Located| (finding.rule.code, unnumbered(&finding.fact), finding.message.en.to_string());
    let mut known: Vec<_> = before.iter().map(mark).collect();
    let is_new = |finding: &Located| {
        let at = known.iter().position(|known| *known == mark(finding));
        at.map(|at| known.swap_remove(at)).is_none()
    };
    now.into_iter().filter(is_new).collect()
}

/// What is new in a subject that was compared, with its evidence.
fn compared(sides: &Sides<'_>, looking: &Looking<'_, '_>) -> Fresh {
    let (was, is) = looking.at(sides);
    let before = judge(sides.old.as_ref(), was.as_ref(), looking.judging);
    let fresh = one(sides, (before, judge(sides.new.as_ref(), is.as_ref(), looking.judging)));
    let unseen = sides.new.as_ref().zip(is.as_ref()).map(|(new, is)| unseen_papers(new.folder, is).collect());
    Fresh { unseen_papers: unseen.unwrap_or_default(), ..fresh }
}

/// What is new in one subject. Only that is located: most of what is found stood there before.
fn one(sides: &Sides<'_>, (before, now): (Vec<Finding>, Vec<Finding>)) -> Fresh {
    let (old, new) = (sides.old.as_ref(), sides.new.as_ref());
    let mut known = Known::of(before.iter().map(|finding| mark(finding, old)));
    let fresh = now.iter().filter(|finding| known.is_new(&mark(finding, new)));
    let findings = fresh.filter_map(|finding| Some(new?.locate(finding.clone()))).collect();
    Fresh { findings, solved: known.0.values().sum(), unseen_papers: Vec::new() }
}
