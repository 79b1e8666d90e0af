//! One pass over the subjects that a path means, for commands that look at records and judge nothing.

use crate::context::Context;
use crate::failure::Failure;
use crate::output::shown::shown;
use crate::output::stream;
use crate::progress;
use crate::repository::Repository;
use crate::target::Target;
use beian_core::rule::{Finding, Severity};
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_records::disk::Disk;
use beian_records::limits::Limits;
use beian_records::raw::TreeLimits;
use beian_records::read::{ReadSubject, read_subject};
use beian_records::survey::Scope;
use beian_records::tree::{Tree, each};
use beian_records::unseen::{Unseen, Why};
use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What is looked at.
pub(crate) struct Pass {
    /// The repository, and by what its records are read.
    pub(crate) repository: Repository,
    target: Target,
}

/// What came of it.
pub(crate) struct Passed<T> {
    /// What was made of each subject, in no order.
    pub(crate) made: Vec<T>,
    /// What could not be seen or read, named as the user would write it, and why.
    pub(crate) lost: Vec<(String, Words)>,
}

impl Pass {
    /// What a path means, or else the records of the repository.
    pub(crate) fn open(path: Option<&Path>, context: &Context) -> Result<Self, Failure> {
        let repository = Repository::open(context, path.unwrap_or(Path::new(".")))?;
        let target = Target::of(path, &repository)?;
        Ok(Self { repository, target })
    }

    /// Looks at each subject once.
    pub(crate) fn each<T: Send>(
        &self,
        lang: Lang,
        look: &(impl Fn(&ReadSubject<'_>) -> T + Sync),
    ) -> Result<Passed<T>, Failure> {
        let disk = Disk::open(&self.target.root, TreeLimits::default()).map_err(Failure::from)?;
        let done = AtomicUsize::new(0);
        let one = |raw| {
            let read = read_subject(&raw, &Limits::default());
            let is_subject = read.subject.particulars.place.is_somewhere();
            let made = is_subject.then(|| look(&read));
            done.fetch_add(1, Ordering::Relaxed);
            let mut lost = faulty(&read);
            lost.extend(read.lost);
            (made, lost)
        };
        let found = match &self.target.scope {
            None => Vec::new(),
            Some(Scope::All) => progress::shown(lang, &done, || each(&disk, &one))?,
            Some(Scope::Subject { folder, .. }) => vec![one(disk.read_subject(folder)?)],
        };
        let (mut made, mut lost): (Vec<T>, Vec<Unseen>) = (Vec::new(), Vec::new());
        for (one, unseen) in found {
            made.extend(one);
            lost.extend(unseen);
        }
        lost.sort();
        lost.dedup();
        if made.is_empty() && lost.is_empty() {
            return Err(self.target.no_subject());
        }
        let named = |unseen: Unseen| (self.target.shown(&unseen.path), unseen.why.words());
        Ok(Passed { made, lost: lost.into_iter().map(named).collect() })
    }
}

/// The files in which a value or a key could not be read.
fn faulty(read: &ReadSubject<'_>) -> Vec<Unseen> {
    let errors = read.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let file = |finding: &Finding| Unseen { path: read.locate(finding.clone()).location.path, why: Why::Unread };
    errors.map(file).collect()
}

/// The most of what was lost that is named one by one.
const MOST: usize = 10;

/// Says on the standard error what was not seen, and what of it the answer therefore lacks.
pub(crate) fn tell_lost(lost: &[(String, Words)], lacks: &Words, lang: Lang) -> io::Result<()> {
    let mut err = stream::stderr();
    for (path, why) in lost.iter().take(MOST) {
        let Words { zh, en } = why;
        let said = words!("注意: {path}：{zh}", "warning: {path}: {en}");
        writeln!(err, "{}", shown(said.get(lang)))?;
    }
    let rest = lost.len().saturating_sub(MOST);
    if 0 < rest {
        writeln!(err, "{}", words!("注意: 另有 {rest} 处", "warning: {rest} more").get(lang))?;
    }
    if !lost.is_empty() {
        writeln!(err, "{}", lacks.get(lang))?;
    }
    err.flush()
}

/// Says which overlays are not heeded.
pub(crate) fn tell_unused(repository: &Repository, lang: Lang) -> io::Result<()> {
    let mut err = stream::stderr();
    for (path, Words { zh, en }) in repository.grounds.unused_overlays() {
        let said = words!("注意: {path}：覆盖数据没有用上：{zh}", "warning: {path}: an overlay was not used: {en}");
        writeln!(err, "{}", shown(said.get(lang)))?;
    }
    err.flush()
}
