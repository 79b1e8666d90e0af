//! The letters of filings that are recorded in the working directory.

use super::{Gathered, LeftOut, NoticeArgs, unused};
use crate::commands::unrendered;
use crate::context::Context;
use crate::failure::Failure;
use crate::repository::{Repository, from_here};
use crate::templates;
use beian_core::letter::of_filing;
use beian_core::words;
use beian_core::words::{Words, nearest};
use beian_records::disk::Disk;
use beian_records::limits::Limits;
use beian_records::raw::{RawSubject, TreeLimits};
use beian_records::read::read_subject;
use beian_records::tree::{Tree, each};
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
    let disk = Disk::open(&records, TreeLimits::default());
    let disk = disk?;
    let templates = templates::in_force(args.templates.as_deref(), &repository.grounds)?;
    let said = unused(&repository.grounds);
    let mut gathered = Gathered { letters: Vec::new(), said, lost: Vec::new(), is_whole: true, templates };
    for name in &args.names {
        let (subject, stem) = parts(name)?;
        let Some(raw) = subject_called(&disk, subject)? else {
            return Err(no_subject(name, subject, &disk, &records)?);
        };
        let read = read_subject(&raw, &Limits::default());
        if let Some(failure) = Failure::unseen(&read.lost, |path| from_here(&records.join(path))) {
            return Err(failure);
        }
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

/// Subject and stem; a path to the file does as well, so that a shell can complete it.
fn parts(name: &str) -> Result<(&str, &str), Failure> {
    let plain = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).unwrap_or(name);
    let (subject, stem) =
        plain.rsplit_once('/').filter(|(subject, stem)| !subject.is_empty() && !stem.is_empty()).ok_or_else(|| {
            Failure::usage(words!("{name} 不是“主体/订单”", "{name} is not SUBJECT/STEM"))
                .hint(Words::fixed("写成 acme/2026-10-20-address", "write it as in acme/2026-10-20-address"))
        })?;
    Ok((subject.strip_suffix("/filings").unwrap_or(subject), stem))
}

/// The subject of that folder, or else of that identity.
fn subject_called(disk: &Disk, name: &str) -> Result<Option<RawSubject>, Failure> {
    let inside = |folder: &str| {
        let plain = !folder.is_empty() && folder.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
        let raw = plain.then(|| disk.read_subject(folder)).transpose()?;
        Ok::<_, Failure>(raw.filter(|raw| !raw.files.is_empty()))
    };
    let is_called = |raw: &RawSubject| &*read_subject(raw, &Limits::default()).subject.id == name;
    // Most folders are named after the identity; only others cost a look at all of them.
    if let Some(raw) = inside(name)?.filter(is_called) {
        return Ok(Some(raw));
    }
    let named = each(disk, &|raw| {
        let is_it = is_called(&raw);
        is_it.then_some(raw)
    });
    let mut named: Vec<RawSubject> = named?.into_iter().flatten().collect();
    named.sort_by(|a, b| a.folder.cmp(&b.folder));
    if let Some(raw) = named.into_iter().next() {
        return Ok(Some(raw));
    }
    // A path from the present folder on names the records folder too.
    let below = name.match_indices('/').filter_map(|(at, _)| name.get(at + 1..));
    for folder in std::iter::once(name).chain(below) {
        if let Some(raw) = inside(folder)? {
            return Ok(Some(raw));
        }
    }
    Ok(None)
}

/// That there is no such subject, or that it may stand where nobody can look.
fn no_subject(name: &str, subject: &str, disk: &Disk, records: &Path) -> Result<Failure, Failure> {
    let mut closed = each(disk, &|raw| raw.closed_folders())?.concat();
    closed.sort();
    let nothing = || {
        Failure::nothing(words!("没有主体 {subject}（{name}）", "there is no subject {subject} ({name})"))
            .hint(Words::fixed("主体写标识或文件夹", "name a subject by its identity or folder"))
    };
    Ok(Failure::unseen(&closed, |path| from_here(&records.join(path))).unwrap_or_else(nothing))
}

fn no_filing(subject: &str, stem: &str, stems: &[&str]) -> Failure {
    let failure = Failure::nothing(words!("{subject} 没有订单 {stem}", "{subject} has no filing {stem}"));
    match nearest(stem, stems.iter().copied()) {
        Some(near) => failure.hint(words!("是不是 {subject}/{near}？", "did you mean {subject}/{near}?")),
        None => {
            let (zh, en) = (stems.join("、"), stems.join(", "));
            failure.hint(words!("现有订单：{zh}", "there are: {en}"))
        }
    }
}
