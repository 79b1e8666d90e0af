//! The opening balance of a subject that was filed before its records begin.

use super::{FileArgs, UNREADABLE};
use crate::called::{all_seen, subject_named};
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::shown::shown;
use crate::repository::Repository;
use crate::writing::Writing;
use beian_core::drafting::opening;
use beian_core::model::{Filing, Subject};
use beian_core::words;
use beian_core::words::Words;
use beian_records::files::Renewal;
use beian_records::limits::Limits;
use beian_records::read::read_subject;
use beian_records::write::filing_text;
use std::io::Write;
use std::path::Path;

/// Runs it.
pub(super) fn run(args: &FileArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let given = args.given()?;
    let name = args.subject.as_deref().unwrap_or_default();
    let records = Repository::open(context, Path::new("."))?.records()?;
    let writing = Writing::into(&records, args.dry_run, context)?;
    let raw = subject_named(name, name, &records)?;
    let read = read_subject(&raw, &Limits::default());
    all_seen(&read.lost, &records)?;
    let found = opening(&read.subject, context.today);
    if found.covers.items().is_empty() {
        return Err(Failure::nothing(words!(
            "{name} 没有不出自订单的备案号，不需要既有备案",
            "{name} holds no number that is not of an order: it needs no opening balance"
        )));
    }
    if let Some(stem) = opened(&read.subject) {
        return Err(Failure::usage(words!(
            "{name} 已有既有备案 {stem}",
            "{name} has the opening balance {stem} already"
        ))
        .hint(Words::fixed("补写用 beian file --complete", "complete it with `beian file --complete`")));
    }
    let basis_day = given.basis.as_ref().and_then(|basis| basis.date.known()).copied();
    let stem = format!("{}-existing", basis_day.unwrap_or(context.today));
    let filing = Filing { basis: given.basis.into(), reason: given.reason.map(Into::into).into(), ..found };
    let after = filing_text(&filing, &[]).ok_or_else(|| Failure::usage(UNREADABLE))?;
    let file = Renewal { name: raw.path(&format!("filings/{stem}.yaml")), before: None, after };
    writing.lay(&[file], out)?;
    if filing.basis.is_absent() {
        let words = Words::fixed(
            "还没有写：依据的文件和日期（--basis、--basis-date）",
            "not said yet: the document on which it rests, and its date (--basis, --basis-date)",
        );
        writeln!(out, "{}", shown(words.get(context.lang))).map_err(Failure::writing)?;
    }
    Ok(Outcome::Clean)
}

/// The stem of the opening balance that is there.
fn opened(subject: &Subject) -> Option<&str> {
    subject.filings.iter().find(|dated| dated.record.value.is_opening()).map(|dated| &*dated.stem)
}
