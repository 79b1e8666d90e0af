//! Subjects and filings as the command line names them.

use crate::failure::Failure;
use crate::repository::from_here;
use beian_core::words;
use beian_core::words::{Words, nearest};
use beian_records::disk::Disk;
use beian_records::limits::Limits;
use beian_records::raw::{RawSubject, TreeLimits};
use beian_records::read::read_subject;
use beian_records::tree::{Tree, each};
use beian_records::unseen::Unseen;
use std::path::Path;

/// Subject and stem; a path to the file does as well, so that a shell can complete it.
pub(crate) fn parts(name: &str) -> Result<(&str, &str), Failure> {
    let plain = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).unwrap_or(name);
    let (subject, stem) =
        plain.rsplit_once('/').filter(|(subject, stem)| !subject.is_empty() && !stem.is_empty()).ok_or_else(|| {
            Failure::usage(words!("{name} 不是“主体/订单”", "{name} is not SUBJECT/STEM"))
                .hint(Words::fixed("写成 acme/2026-10-20-address", "write it as in acme/2026-10-20-address"))
        })?;
    Ok((subject.strip_suffix("/filings").unwrap_or(subject), stem))
}

/// The subject that is called so; `name` is all that was written, in which it stands.
pub(crate) fn subject_named(name: &str, subject: &str, records: &Path) -> Result<RawSubject, Failure> {
    let disk = Disk::open(records, TreeLimits::default())?;
    match subject_called(&disk, subject)? {
        Some(raw) => Ok(raw),
        None => Err(no_subject(name, subject, &disk, records)?),
    }
}

/// That nothing of a subject is unseen.
pub(crate) fn all_seen(unseen: &[Unseen], records: &Path) -> Result<(), Failure> {
    Failure::unseen(unseen, |path| from_here(&records.join(path))).map_or(Ok(()), Err)
}

/// Whether a path leads to a folder below another one.
pub(crate) fn is_below(folder: &str) -> bool {
    folder.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}

/// The subject of that folder, or else of that identity.
pub(crate) fn subject_called(disk: &Disk, name: &str) -> Result<Option<RawSubject>, Failure> {
    let inside = |folder: &str| {
        let raw = is_below(folder).then(|| disk.read_subject(folder)).transpose()?;
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

/// That the subject has no such filing, and which is most like it.
pub(crate) fn no_filing(subject: &str, stem: &str, stems: &[&str]) -> Failure {
    let failure = Failure::nothing(words!("{subject} 没有订单 {stem}", "{subject} has no filing {stem}"));
    match nearest(stem, stems.iter().copied()) {
        Some(near) => failure.hint(words!("是不是 {subject}/{near}？", "did you mean {subject}/{near}?")),
        None => {
            let (zh, en) = (stems.join("、"), stems.join(", "));
            failure.hint(words!("现有订单：{zh}", "there are: {en}"))
        }
    }
}
