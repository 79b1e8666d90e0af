//! `beian review`: what a change of the records means.

mod deciding;
mod settings;

pub(crate) use self::deciding::Deciding;
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::review::{Report, Sides, github, json, markdown, text};
use crate::repository::tree_of;
use crate::versions::Versions;
use beian_core::day::Day;
use beian_core::policy::Selection;
use beian_core::rule::{Rule, Severity};
use beian_core::rules::review::{forbidden_change, uncovered_change};
use beian_core::words::Words;
use beian_records::git::Revision;
use beian_records::judging::{Asked, Days, Judging};
use beian_records::review::{Policies, Review, policy as policy_changes, review};
use beian_records::store::join;
use clap::{Args, ValueEnum};
use std::io::Write;
use std::path::Path;

/// Say what a change of the records means: procedures, days, papers, and what is newly wrong
///
/// Compares two revisions, or a revision with the working tree. Tells for each subject what
/// changed, which procedure that needs, by when, with which papers, and what is forbidden;
/// then the findings that the newer side has and the older one has not. Settings come from
/// the older side. Exit status: 0 nothing new that counts, 1 new errors, or what --deny
/// names, 2 usage or configuration, 4 the repository does not answer (no such revision,
/// shallow clone, unknown default branch, a bare repository without two revisions named, no
/// repository).
#[derive(Debug, Args)]
pub(crate) struct ReviewArgs {
    /// The older side: a revision, a date, or A...B for B since it left A [default: where HEAD
    /// left the default branch]
    base: Option<String>,
    /// The newer side [default: the working tree]
    head: Option<String>,
    /// What counts as an error beside errors
    #[arg(long, value_enum, value_delimiter = ',')]
    deny: Vec<Deny>,
    /// Do not look at the files in evidence/; the last line says so
    #[arg(long)]
    no_evidence: bool,
    /// How the review is shown
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

impl ReviewArgs {
    /// Whether what is printed are commands to a runner.
    pub(crate) fn gives_commands(&self) -> bool {
        self.format == Format::Github
    }
}

/// What counts as an error beside errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Deny {
    /// Changes that no filing covers
    Uncovered,
    /// Changes that the law does not allow, also where the settings make them lighter
    Forbidden,
    /// All warnings
    Warnings,
}

/// How a review is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal
    Text,
    /// One comment for a pull request
    Markdown,
    /// For programs
    Json,
    /// Annotations of GitHub
    Github,
}

/// Runs it.
pub(crate) fn run(args: &ReviewArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let report = reviewed(args, context)?;
    match args.format {
        Format::Text => text::write(&report, context, out),
        Format::Markdown => markdown::write(&report, context.lang, out),
        Format::Json => json::write(&report, context.lang, out),
        Format::Github => github::write(&report, context.lang, out),
    }
    .map_err(Failure::writing)?;
    let least = if args.deny.contains(&Deny::Warnings) { Severity::Warning } else { Severity::Error };
    let counts = report.review.findings.iter().any(|finding| least <= finding.severity);
    Ok(match (report.unseen(counts), counts) {
        (true, _) => Outcome::Unseen,
        (false, true) => Outcome::Findings,
        (false, false) => Outcome::Clean,
    })
}

fn reviewed(args: &ReviewArgs, context: &Context) -> Result<Report, Failure> {
    let versions = Versions::open(context, Path::new("."))?;
    let Ends { base, head } = ends(args.base.as_deref(), args.head.as_deref(), &versions)?;
    let deciding = Deciding::read(&versions, &base, head.as_ref())?;
    let grounds = &deciding.grounds;
    let today = context.today;
    let selection = Selection::EVERYTHING.with_evidence(!args.no_evidence);
    let asked = Asked { selection, denied: denied(&args.deny) };
    let judging = Judging::new(grounds, asked, Days::today(today));
    let committed = head.as_ref().and_then(|head| Day::from_unix_seconds(head.when)).unwrap_or(today);
    let older = versions.committed(&base);
    let tree = older.records(deciding.records()?)?;
    let newer = versions.store(head.as_ref())?;
    let mut found = {
        let newer = tree_of(&*newer, deciding.records()?)?;
        review(&versions.git, tree.as_ref(), &*newer, &judging, committed)?
    };
    from_the_root(&mut found, &versions.named(deciding.records()?));
    let named = |path: &str| versions.named(path);
    let after = versions.grounds_or_why_not(head.as_ref())?;
    let settings = [Some(grounds), after.as_ref().ok()].into_iter().flatten().map(|grounds| &grounds.settings().value);
    let policies = Policies { settings: settings.collect(), begins: deciding.begins };
    let beside = policy_changes(&older, &*newer, &policies, &named)?;
    let mut beside_records = settings::faults(after.as_ref(), &deciding, &beside, today);
    beside_records.extend(beside);
    beside_records.extend(settings::adopted(after.as_ref().ok(), &deciding)?);
    found.findings.extend(judging.weighed(beside_records));
    let judgement = judging.conclude_part(std::mem::take(&mut found.findings))?;
    found.findings = judgement.findings;
    Ok(Report {
        review: found,
        waived: judgement.waived.len(),
        adopted: judgement.adopted.len(),
        evidence: !args.no_evidence,
        rules: grounds.rules().into_owned(),
        sides: Sides { base: base.id, head: head.map(|head| head.id) },
        today,
    })
}

/// The two sides; no head means the working tree.
pub(crate) struct Ends {
    pub(crate) base: Revision,
    pub(crate) head: Option<Revision>,
}

/// What the names of two sides mean.
pub(crate) fn ends(named: Option<&str>, head: Option<&str>, versions: &Versions) -> Result<Ends, Failure> {
    if let Some((base, side)) = named.and_then(|named| named.split_once("...")) {
        let newer = if side.is_empty() { head } else { Some(side) };
        let head = newer.map(|newer| versions.resolve(newer)).transpose()?;
        if Revision::is_nothing(base) {
            return Ok(Ends { base: before_the_branch(versions, head.as_ref())?, head });
        }
        let base = versions.resolve(if base.is_empty() { "HEAD" } else { base })?;
        return Ok(Ends { base: left(versions, &base, head.as_ref())?, head });
    }
    let head = head.map(|head| versions.resolve(head)).transpose()?;
    let base = match named {
        Some(named) if Revision::is_nothing(named) => before_the_branch(versions, head.as_ref())?,
        Some(named) => versions.resolve(named)?,
        None => {
            let here = versions.resolve("HEAD")?;
            let branch = versions.git.default_branch()?;
            left(versions, &versions.resolve(&branch)?, Some(&here))?
        }
    };
    Ok(Ends { base, head })
}

/// Where a new branch begins: where it left the default branch. A branch that has no such
/// place, or none but its own end, began with nothing.
fn before_the_branch(versions: &Versions, head: Option<&Revision>) -> Result<Revision, Failure> {
    let here = head.map_or_else(|| versions.resolve("HEAD"), |head| Ok(head.clone()))?;
    let Ok(branch) = versions.git.default_branch() else { return Ok(Revision::nothing()) };
    let base = versions.git.merge_base(&versions.resolve(&branch)?, &here)?;
    Ok(base.filter(|base| *base != here).unwrap_or_else(Revision::nothing))
}

/// Where a side left another one.
fn left(versions: &Versions, from: &Revision, side: Option<&Revision>) -> Result<Revision, Failure> {
    let here;
    let side = match side {
        Some(side) => side,
        None => {
            here = versions.resolve("HEAD")?;
            &here
        }
    };
    let base = versions.git.merge_base(from, side)?;
    base.ok_or_else(|| {
        Failure::usage(Words::fixed("两边的历史没有共同的起点", "the two sides have no history in common"))
            .hint(Words::fixed("直接写两个修订：beian review A B", "name both revisions: beian review A B"))
    })
}

/// Paths of findings are counted from the root of the repository, as git counts them.
fn from_the_root(found: &mut Review, records: &str) {
    for lost in found.subjects.iter_mut().flat_map(|subject| &mut subject.lost) {
        lost.unseen.path = join(records, &lost.unseen.path);
    }
    for finding in &mut found.findings {
        finding.location.path = join(records, &finding.location.path);
        for related in &mut finding.related {
            related.location.path = join(records, &related.location.path);
        }
    }
}

/// The rules of which errors are made.
fn denied(deny: &[Deny]) -> Vec<&'static Rule> {
    let one = |deny: &Deny| match deny {
        Deny::Uncovered => Some(&uncovered_change::RULE),
        Deny::Forbidden => Some(&forbidden_change::RULE),
        Deny::Warnings => None,
    };
    deny.iter().filter_map(one).collect()
}
