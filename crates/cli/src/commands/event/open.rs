//! The orders that are not decided, and what may come next.

use crate::called::parts;
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::shown::shown;
use beian_core::drafting::possible;
use beian_core::filed::state;
use beian_core::model::Filing;
use beian_core::words::{Lang, Words};
use beian_records::disk::Disk;
use beian_records::limits::Limits;
use beian_records::raw::TreeLimits;
use beian_records::read::read_subject;
use beian_records::tree::each;
use std::io::Write;
use std::path::Path;

/// Shows them, or the one of that name whatever has become of it.
pub(super) fn show(
    name: Option<&str>,
    records: &Path,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let asked = name.map(parts).transpose()?;
    let disk = Disk::open(records, TreeLimits::default())?;
    let mut rows: Vec<(String, String)> = each(&disk, &|raw| {
        let read = read_subject(&raw, &Limits::default());
        let id = &read.subject.id;
        let is_asked = |stem: &str, filing: &Filing| match asked {
            Some((subject, only)) => (subject == &**id || raw.folder.ends_with(subject)) && only == stem,
            None => state(filing).is_pending() && filing.corrects.is_absent(),
        };
        let own = read.subject.filings.iter().filter(|dated| is_asked(&dated.stem, &dated.record.value));
        own.map(|dated| (format!("{id}/{}", dated.stem), row(&dated.record.value, context.lang))).collect::<Vec<_>>()
    })?
    .concat();
    rows.sort();
    if rows.is_empty() {
        let nothing = match name {
            Some(_) => Words::fixed("没有这个订单", "there is no such filing"),
            None => Words::fixed("没有未办结的订单", "every order is decided"),
        };
        return Err(Failure::nothing(nothing));
    }
    for (name, row) in rows {
        writeln!(out, "{}", shown(&format!("{name}  {row}"))).map_err(Failure::writing)?;
    }
    Ok(Outcome::Clean)
}

/// What is asked, the last event, and what may come next.
fn row(filing: &Filing, lang: Lang) -> String {
    let procedure = filing.procedure.known().map_or_else(|| "-".to_owned(), ToString::to_string);
    let last = filing.events.items().iter().next_back().map(|event| &event.value);
    let last = last.and_then(|event| Some(format!("{} {}", event.at.known()?, event.event.known()?)));
    let can: Vec<String> = possible(filing).iter().map(ToString::to_string).collect();
    let draft = Words::fixed("草稿", "draft");
    let last = last.unwrap_or_else(|| draft.get(lang).to_owned());
    match (lang, can.is_empty()) {
        (_, true) => format!("{procedure}  {last}"),
        (Lang::Zh, false) => format!("{procedure}  {last}  接下来：{}", can.join("、")),
        (Lang::En, false) => format!("{procedure}  {last}  next: {}", can.join(", ")),
    }
}
