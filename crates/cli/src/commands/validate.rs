//! `beian validate`: all findings.

use super::committed;
use crate::context::{Context, day};
use crate::failure::{Failure, Outcome};
use crate::output::report::{Report, across_subjects};
use crate::output::{json, short, stream, summary, text};
use crate::progress;
use crate::repository::Repository;
use crate::target::Target;
use beian_core::day::Day;
use beian_core::rule::Severity;
use beian_core::words;
use beian_core::words::Words;
use beian_records::disk::Disk;
use beian_records::raw::TreeLimits;
use beian_records::survey::{Survey, Terms, survey};
use beian_records::yaml::Limits;
use clap::{Args, ValueEnum};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;

/// Check records and show everything that is wrong with them
///
/// Each finding says what is wrong, where, what to do about it and what it rests on. Exit
/// status: 0 clean or only warnings and notes, 1 errors (with --deny warnings also
/// warnings), 2 usage or configuration, 3 no subject found, 4 permission denied, or the
/// repository does not answer (no such revision, shallow clone, no repository).
#[derive(Debug, Args)]
pub(crate) struct ValidateArgs {
    /// The records folder, a group or subject in it, or one file [default: by beian.yaml, or `records`]
    path: Option<PathBuf>,
    /// The records as they were committed: a revision, or a date for the last commit by its end
    #[arg(long, value_name = "REVISION|DATE")]
    at: Option<String>,
    /// The day whose rules judge (YYYY-MM-DD) [default: today]
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// How findings are shown
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// What counts as an error beside errors
    #[arg(long, value_enum)]
    deny: Option<Deny>,
}

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the lines they are about
    Text,
    /// One line a finding
    Short,
    /// For programs
    Json,
}

/// What counts as an error.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Deny {
    /// Warnings
    Warnings,
}

/// Runs it.
pub(crate) fn run(args: &ValidateArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let as_of = args.as_of.as_deref().map_or(Ok(context.today), |text| day("--as-of", text))?;
    let report = match &args.at {
        Some(at) => committed::judged(args.path.as_deref(), at, as_of, context)?,
        None => judged(args.path.as_deref(), as_of, context)?,
    };
    match args.format {
        Format::Text => text::write(&report, context, out)?,
        Format::Json => json::write(&report, context.lang, out)?,
        Format::Short => {
            short::write(&report, context.lang, context.quiet, out)?;
            // Lines of findings are for programs; what sums them up is for whoever watches.
            if !context.quiet {
                out.flush()?;
                summary::write(&report, context.lang, &mut stream::stderr())?;
            }
        }
    }
    let least = if args.deny.is_some() { Severity::Warning } else { Severity::Error };
    let counts = report.findings.iter().any(|finding| least <= finding.severity);
    Ok(if counts { Outcome::Findings } else { Outcome::Clean })
}

fn judged(path: Option<&Path>, as_of: Day, context: &Context) -> Result<Report, Failure> {
    let repository = Repository::open(context, path.unwrap_or(Path::new(".")))?;
    let target = match path {
        Some(path) => Target::at(path, &repository)?,
        None => Target::records(&repository)?,
    };
    tell_what_is_not_applied(&repository, context);
    let found = surveyed(&target, as_of, &repository, context)?;
    let not_run = if found.links { Vec::new() } else { across_subjects(as_of) };
    let mut findings = found.findings;
    for finding in &mut findings {
        finding.location.path = target.shown(&finding.location.path);
        for related in &mut finding.related {
            related.location.path = target.shown(&related.location.path);
        }
    }
    findings.splice(0..0, repository.findings);
    if found.subjects == 0 && findings.is_empty() && target.scope.is_some() {
        return Err(no_subject(&target));
    }
    Ok(Report {
        findings,
        subjects: found.subjects,
        files: found.files,
        part: target.part(),
        not_run,
        at: None,
        today: context.today,
        as_of,
    })
}

fn surveyed(target: &Target, as_of: Day, repository: &Repository, context: &Context) -> Result<Survey, Failure> {
    let Some(scope) = &target.scope else {
        return Ok(Survey { files: 1, links: true, ..Survey::default() });
    };
    let disk = Disk::open(&target.root, TreeLimits::default())
        .map_err(|error| Failure::reading(&target.root.to_string_lossy(), &error))?;
    let sample = repository.settings.sample.known().is_some_and(|sample| sample.0);
    let done = AtomicUsize::new(0);
    let terms = Terms { today: as_of, sample, limits: Limits::default(), done: &done };
    Ok(progress::shown(context.lang, &done, || survey(&disk, scope, &terms)))
}

fn no_subject(target: &Target) -> Failure {
    let path = target.given();
    Failure::nothing(words!("{path} 里没有主体", "no subject in {path}")).hint(Words::fixed(
        "每个主体一个文件夹，里面有 subject.yaml",
        "each subject is a folder with a subject.yaml in it",
    ))
}

/// Says that settings have no effect yet: a level that is silently left out would be taken
/// for a rule that was kept.
fn tell_what_is_not_applied(repository: &Repository, context: &Context) {
    let settings = &repository.settings;
    if settings.rules.is_absent() && settings.waivers.is_absent() && settings.overlays.is_absent() {
        return;
    }
    let said = Words::fixed(
        "提示: 这个版本还不采用 beian.yaml 里的 rules、waivers、overlays",
        "note: this version does not apply `rules`, `waivers` and `overlays` of beian.yaml yet",
    );
    // The report goes on, be this line written or not.
    drop(writeln!(stream::stderr(), "{}", said.get(context.lang)));
}
