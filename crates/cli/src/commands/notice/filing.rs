//! The letters of filings that are recorded in the working directory.

use super::{Gathered, LeftOut, NoticeArgs, unused};
use crate::called::{all_seen, no_filing, parts, subject_called, subject_named};
use crate::commands::unrendered;
use crate::context::Context;
use crate::failure::Failure;
use crate::repository::{Repository, from_here};
use crate::templates;
use beian_core::letter::of_filing;
use beian_core::words::Words;
use beian_records::disk::Disk;
use beian_records::limits::Limits;
use beian_records::raw::TreeLimits;
use beian_records::read::read_subject;
use std::path::Path;

/// The letters of the filings named.
pub(super) fn gather(args: &NoticeArgs, context: &Context) -> Result<Gathered, Failure> {
    if args.names.is_empty() {
        return Err(Failure::usage(Words::fixed("没有写明订单", "no filing is named")).hint(Words::fixed(
            "写成 beian notice 主体/订单，如 acme/2026-10-20-address；或 beian notice --from 修订",
            "write `beian notice SUBJECT/STEM`, as in acme/2026-10-20-address, or `beian notice --from REVISION`",
        )));
    }
    let repository = Repository::open(context, Path::new("."))?;
    let records = repository.records()?;
    let templates = templates::in_force(args.templates.as_deref(), &repository.grounds)?;
    let said = unused(&repository.grounds);
    let mut gathered = Gathered { letters: Vec::new(), said, lost: Vec::new(), is_whole: true, templates };
    for name in &args.names {
        let (subject, stem) = parts(name)?;
        let raw = subject_named(name, subject, &records)?;
        let read = read_subject(&raw, &Limits::default());
        all_seen(&read.lost, &records)?;
        let found = of_filing(repository.grounds.tables(), &read.subject, stem, context.today);
        let found = found.ok_or_else(|| {
            let stems = read.subject.filings.iter().map(|dated| &*dated.stem);
            no_filing(subject, stem, &stems.collect::<Vec<_>>())
        })?;
        gathered.said.extend(found.said.into_iter().map(|words| (name.clone(), words)));
        gathered.letters.extend(found.letters);
    }
    Ok(gathered)
}

/// Where the records lack what a letter asks for that could not be rendered.
pub(super) fn places(args: &NoticeArgs, context: &Context, left_out: &LeftOut) -> Result<Option<Words>, Failure> {
    let records = Repository::open(context, Path::new("."))?.records()?;
    let disk = Disk::open(&records, TreeLimits::default())?;
    let Some(raw) = subject_called(&disk, &left_out.subject)? else { return Ok(None) };
    let read = read_subject(&raw, &Limits::default());
    let stems = args.names.iter().filter_map(|name| parts(name).ok()).map(|(_, stem)| stem);
    let mut stems = stems.filter(|stem| read.subject.filings.iter().any(|dated| &*dated.stem == *stem));
    Ok(unrendered::places(&left_out.fault, &read, stems.next(), |path| from_here(&records.join(path))))
}
