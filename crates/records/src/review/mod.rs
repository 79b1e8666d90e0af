//! A review: what a change of the records means, and what is newly wrong with them.
//!
//! Only subjects that differ are read, on both sides. A finding that the older side has too
//! is not the change's fault. Who else claims a value is asked of the index of claims.

mod beside;
mod changed;
mod clashes;
mod compared;
mod evidence;
mod fresh;
mod tidy;

pub use beside::{Policies, policy};
pub use changed::{Changed, ChangedStates, changed};
pub use compared::Lost;
pub use fresh::newly;

use crate::git::{self, ChangedFile, ChangedSubject, Compared, Repository, RevisionTree};
use crate::jobs;
use crate::judging::Judging;
use crate::limits::Limits;
use crate::locate::{Located, Location};
use crate::raw::RawSubject;
use crate::read::{ReadSubject, read_states, read_subject};
use crate::tree::{self, Tree};
use beian_core::change::{Changes, Moves};
use beian_core::day::Day;
use beian_core::model::Subject;
use beian_core::personal::Veil;
use beian_core::procedure::{Answer, Required, register};
use beian_core::procedure::{Coverage, coverage};
use beian_core::rule::{Check, Finding};
use beian_core::rules;
use beian_core::rules::review::{Turn, holdings};
use beian_core::words::Words;
use std::collections::BTreeMap;

/// What a change means for one subject.
#[derive(Debug)]
pub struct SubjectReview {
    /// Its identity, the newer one if it got another.
    pub id: String,
    /// Its folder, from the records folder on.
    pub folder: String,
    /// Whether it was there before.
    pub was: bool,
    /// Whether it is there now.
    pub is: bool,
    /// What changed.
    pub changes: Changes,
    /// What of people may not be shown of it.
    pub veil: Veil,
    /// What that asks for.
    pub required: Vec<Required>,
    /// Which filings ask for it.
    pub coverage: Coverage,
    /// What kept it from being compared: then nothing is known of what changed.
    pub lost: Vec<Lost>,
    /// The files of evidence that changed, if it is on both sides.
    pub evidence: Vec<ChangedFile>,
}

/// What a change means.
#[derive(Debug, Default)]
pub struct Review {
    /// The subjects that changed, in the order of their identities.
    pub subjects: Vec<SubjectReview>,
    /// What passed between subjects.
    pub moves: Vec<Words>,
    /// What is newly wrong, sorted by file, place and code.
    pub findings: Vec<Located>,
    /// How many findings stood before and stand no more.
    pub solved: usize,
    /// Files of evidence that the newer side could not show, and why.
    pub unseen_papers: Vec<(String, Words)>,
}

/// One folder on both sides, with what changed beside its records.
struct Raws {
    old: Option<RawSubject>,
    new: Option<RawSubject>,
    evidence: Vec<ChangedFile>,
}

/// The same, read.
struct Sides<'t> {
    old: Option<ReadSubject<'t>>,
    new: Option<ReadSubject<'t>>,
    evidence: &'t [ChangedFile],
}

/// Reviews what changed from a base, or everything if the base has no records. `committed` is
/// the day on which the newer side was.
///
/// # Errors
/// If an object of the repository is missing or broken.
pub fn review(
    repository: &Repository,
    base: Option<&RevisionTree<'_>>,
    head: &dyn Tree,
    judging: &Judging<'_>,
    committed: Day,
) -> Result<Review, git::Error> {
    let compared = if judging.asks_for_evidence() { Compared::WithEvidence } else { Compared::Records };
    let raws = raws(base, head, compared)?;
    let mut sides: Vec<Sides<'_>> = jobs::each(raws.iter().collect(), |raws| read(raws, judging.limits()));
    let lost = compared::lost(&raws, &sides);
    let mut found = meant(&comparable(&sides, &lost), judging, committed);
    found.subjects.extend(sides.iter().zip(&lost).filter_map(not_compared));
    found.subjects.sort_by(|a, b| a.id.cmp(&b.id));
    let looking = evidence::Looking { base, head, judging };
    let fresh = fresh::fresh(&mut sides, &lost, &looking);
    found.solved = fresh.solved;
    found.unseen_papers = fresh.unseen_papers;
    found.findings.extend(fresh.findings);
    found.findings.extend(clashes::clashes(repository, base, &sides, judging)?);
    tidy::tidy(&mut found, judging.policy());
    // Only now: what is not told of a change still says why another finding stands there.
    let of_changes = |finding: &Located| matches!(finding.rule.check, Check::Review);
    let weigh = |finding: Located| if of_changes(&finding) { judging.weigh(finding) } else { Some(finding) };
    found.findings = std::mem::take(&mut found.findings).into_iter().filter_map(weigh).collect();
    Ok(found)
}

/// What differs, or everything if the base has no records.
fn raws(base: Option<&RevisionTree<'_>>, head: &dyn Tree, compared: Compared) -> Result<Vec<Raws>, git::Error> {
    let Some(base) = base else {
        let mut all = tree::each(head, &|raw| raw)?;
        all.sort_by(|a, b| a.folder.cmp(&b.folder));
        return Ok(all.into_iter().map(|raw| Raws { old: None, new: Some(raw), evidence: Vec::new() }).collect());
    };
    let both = |changed: ChangedSubject| {
        let (old, new) = changed.read(base, head)?;
        Ok(Raws { old, new, evidence: changed.evidence })
    };
    jobs::each(head.changed_since(base, compared)?, both).into_iter().collect()
}

fn read<'t>(Raws { old, new, evidence }: &'t Raws, limits: &Limits) -> Sides<'t> {
    if let (Some(old), Some(new)) = (old, new) {
        let (old, new) = read_states(old, new, limits);
        return Sides { old: Some(old), new: Some(new), evidence };
    }
    let one = |raw: &'t Option<RawSubject>| raw.as_ref().map(|raw| read_subject(raw, limits));
    Sides { old: one(old), new: one(new), evidence }
}

/// The subject of a side; stray records make none.
fn subject<'s>(read: Option<&'s ReadSubject<'_>>) -> Option<&'s Subject> {
    read.map(|read| &read.subject).filter(|subject| subject.particulars.place.is_somewhere())
}

/// The subjects that can be compared.
fn comparable<'s, 't>(sides: &'s [Sides<'t>], lost: &[Vec<Lost>]) -> Vec<&'s Sides<'t>> {
    sides.iter().zip(lost).filter(|(_, lost)| lost.is_empty()).map(|(sides, _)| sides).collect()
}

/// A subject of which it is only told that it was not compared.
fn not_compared((sides, lost): (&Sides<'_>, &Vec<Lost>)) -> Option<SubjectReview> {
    if lost.is_empty() {
        return None;
    }
    let of = |read: &Option<ReadSubject<'_>>| {
        read.as_ref().map(|read| (read.subject.id.to_string(), read.folder.to_owned()))
    };
    // A side without `subject.yaml` does not say who it is.
    let known = |read: &Option<ReadSubject<'_>>| subject(read.as_ref()).and_then(|_| of(read));
    let (id, folder) =
        [known(&sides.new), known(&sides.old), of(&sides.new), of(&sides.old)].into_iter().flatten().next()?;
    Some(SubjectReview {
        id,
        folder,
        was: true,
        is: true,
        changes: Changes::default(),
        veil: Veil::default(),
        required: Vec::new(),
        coverage: Coverage::default(),
        lost: lost.clone(),
        evidence: sides.evidence.to_vec(),
    })
}

/// What the changes mean, subject by subject, with what they do to the history.
fn meant(sides: &[&Sides<'_>], judging: &Judging<'_>, committed: Day) -> Review {
    let today = judging.days().judged;
    let pairs: Vec<_> = sides
        .iter()
        .map(|sides| (subject(sides.old.as_ref()), subject(sides.new.as_ref())))
        .filter(|(old, new)| old.is_some() || new.is_some())
        .collect();
    let register = register(judging.grounds().tables(), &pairs, today);
    let numbers = numbers(&pairs, &register.moves);
    let mut found = Review { moves: moved(&register.moves), ..Review::default() };
    for answer in register.answers {
        let old = answer.old.as_deref().and_then(|id| by_id(sides, id, |sides| sides.old.as_ref()));
        let new = answer.new.as_deref().and_then(|id| by_id(sides, id, |sides| sides.new.as_ref()));
        let Answer { changes, required, .. } = answer;
        let coverage = coverage(&judging.grounds().tables().clouds, &required, subject(old), subject(new));
        let turn = Turn {
            old: subject(old),
            new: subject(new),
            changes: &changes,
            required: &required,
            coverage: &coverage,
            numbers: &numbers,
            committed,
            today,
        };
        found.findings.extend(rules::review::check(&turn).into_iter().filter_map(|one| locate(one, old, new)));
        let Some(shown) = new.or(old) else { continue };
        let (id, folder) = (shown.subject.id.to_string(), shown.folder.to_owned());
        let (was, is) = (old.is_some(), new.is_some());
        let evidence = if was && is { changed_evidence(sides, &id) } else { Vec::new() };
        let lost = Vec::new();
        let veil = veil([old, new]);
        found.subjects.push(SubjectReview { id, folder, was, is, changes, veil, required, coverage, lost, evidence });
    }
    found
}

/// The files of evidence that changed in a subject by its newer identity.
fn changed_evidence(sides: &[&Sides<'_>], id: &str) -> Vec<ChangedFile> {
    let is_it = |sides: &&&Sides<'_>| subject(sides.new.as_ref()).is_some_and(|subject| &*subject.id == id);
    sides.iter().find(is_it).map(|sides| sides.evidence.to_vec()).unwrap_or_default()
}

fn by_id<'s, 't>(
    sides: &[&'s Sides<'t>],
    id: &str,
    side: impl Fn(&'s Sides<'t>) -> Option<&'s ReadSubject<'t>>,
) -> Option<&'s ReadSubject<'t>> {
    sides.iter().copied().filter_map(side).find(|read| subject(Some(read)).is_some_and(|subject| &*subject.id == id))
}

/// What of people may not be shown of two states of a subject.
fn veil(sides: [Option<&ReadSubject<'_>>; 2]) -> Veil {
    let mut both = Veil::default();
    let sides = sides.into_iter().flatten().filter(|side| subject(Some(side)).is_some());
    sides.for_each(|side| both.join(side.veil().clone()));
    both
}

/// Locates a finding; what is gone is named by its file in the older side, without a line,
/// because the newer side has none to show.
fn locate<'s>(finding: Finding, old: Option<&ReadSubject<'s>>, new: Option<&ReadSubject<'s>>) -> Option<Located> {
    let former = finding.former;
    let (of, other) = if former { (old, new) } else { (new, old) };
    let mut located = of?.locate(finding);
    // What is said of a change tells of both sides, and where it stands hides what that side holds.
    if let Some(veil) = other.map(ReadSubject::veil) {
        located.message = veil.words(located.message);
        located.help = veil.words(located.help);
    }
    if !former {
        return Some(located);
    }
    let path = std::mem::take(&mut located.location.path);
    located.location = Location { path, ..Location::default() };
    Some(located)
}

/// Numbers held before, but for those of services that moved with them.
fn numbers(
    pairs: &[(Option<&Subject>, Option<&Subject>)],
    moves: &Moves,
) -> BTreeMap<Box<str>, Vec<(Box<str>, String)>> {
    let mut numbers: BTreeMap<Box<str>, Vec<(Box<str>, String)>> = BTreeMap::new();
    for old in pairs.iter().filter_map(|(old, _)| *old) {
        let left = |holder: &str| {
            let key = holder.strip_prefix("services/");
            moves.services.iter().any(|moved| moved.from == old.id && Some(&*moved.old_key) == key)
        };
        for held in holdings(old).into_iter().filter(|held| !left(&held.holder)) {
            numbers.entry(held.number).or_default().push((old.id.clone(), held.holder));
        }
    }
    numbers
}

fn moved(moves: &Moves) -> Vec<Words> {
    let subjects = moves.subjects.iter().map(beian_core::change::Reshaped::words);
    subjects.chain(moves.services.iter().map(beian_core::change::Moved::words)).collect()
}
