//! `beian set`: one value of the records, and nothing else, is changed.

use crate::called::{all_seen, subject_named};
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::repository::Repository;
use crate::stating::Statement;
use crate::writing::Writing;
use beian_core::filed::{State, state};
use beian_core::model::{Subject, layout};
use beian_core::words;
use beian_core::words::Words;
use beian_records::edit::{shape_of, stated};
use beian_records::limits::Limits;
use beian_records::read::read_subject;
use clap::Args;
use std::io::Write;
use std::path::Path;

/// Change one value of the records and keep the rest of the file to the byte
///
/// FACT is spelled as findings spell it: acme/subject/address, acme/services/shop/name,
/// acme/domains/shop.example/expires, acme/services/shop/access/0/account. Comments, order, quotes,
/// blank lines and line ends stay. The new text is read back; unless it says exactly what was meant,
/// nothing is written, and neither is a value that is at fault by itself. Filings that are decided
/// are not changed.
///
/// Exit status: 0 written, 2 usage, a value at fault, or a form that cannot be edited, 3 no such
/// subject, 4 the file was changed meanwhile.
#[derive(Debug, Args)]
pub(crate) struct SetArgs {
    /// The fact, with its subject
    fact: String,
    /// The value; of a list all items
    #[arg(required = true)]
    values: Vec<String>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Runs it.
pub(crate) fn run(args: &SetArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let Place { subject, file, path } = place(&args.fact)?;
    let repository = Repository::open(context, Path::new("."))?;
    let records = repository.records()?;
    let writing = Writing::into(&records, args.dry_run, context)?;
    let raw = subject_named(&args.fact, subject, &records)?;
    let read = read_subject(&raw, &Limits::default());
    all_seen(&read.unseen(), &records)?;
    is_open(&read.subject, &file)?;
    if !raw.files.iter().any(|one| one.name == file) {
        return Err(Failure::nothing(words!("没有文件 {file}", "there is no file {file}"))
            .hint(Words::fixed("新增记录用 beian new", "a new record is made by `beian new`")));
    }
    let values: Vec<&str> = args.values.iter().map(String::as_str).collect();
    let shape = shape_of(&file).ok_or_else(|| no_fact(&args.fact))?;
    let edit = stated(shape, path, &values).map_err(Failure::usage)?;
    let statement = Statement { raw: &raw, edits: vec![(file, edit)] };
    let judged = (context.today, records.as_path());
    let amended = statement.judged(&repository.grounds, judged, (context.lang, context.quiet))?;
    writing.lay(&amended.files, out)?;
    Ok(Outcome::Clean)
}

/// Where a fact stands.
struct Place<'a> {
    subject: &'a str,
    file: String,
    path: &'a str,
}

fn place(fact: &str) -> Result<Place<'_>, Failure> {
    // A folder of groups may stand before the subject; the file is the first name that is one.
    for (at, _) in fact.match_indices('/') {
        let (subject, rest) = (fact.get(..at).unwrap_or_default(), fact.get(at + 1..).unwrap_or_default());
        let Some((name, path)) = rest.split_once('/') else { continue };
        let file = format!("{name}.yaml");
        if layout::FILES.contains(&file.as_str()) {
            return Ok(Place { subject, file, path });
        }
        if layout::FOLDERS.contains(&name) {
            let (stem, path) = path.split_once('/').ok_or_else(|| no_fact(fact))?;
            return Ok(Place { subject, file: format!("{name}/{stem}.yaml"), path });
        }
    }
    Err(no_fact(fact))
}

fn no_fact(fact: &str) -> Failure {
    Failure::usage(words!("{fact} 不是事项", "{fact} names no fact")).hint(Words::fixed(
        "写成 主体/文件/…，如 acme/subject/address、acme/services/shop/name",
        "write SUBJECT/FILE/…, as in acme/subject/address or acme/services/shop/name",
    ))
}

/// What was decided of an order stays as it is.
fn is_open(subject: &Subject, file: &str) -> Result<(), Failure> {
    let stem = file.strip_prefix("filings/").and_then(|name| name.strip_suffix(".yaml"));
    let filing = stem.and_then(|stem| subject.filings.iter().find(|dated| &*dated.stem == stem));
    let is_closed = filing.is_some_and(|dated| matches!(state(&dated.record.value), State::Approved | State::Ended));
    if !is_closed {
        return Ok(());
    }
    Err(Failure::usage(words!("订单 {file} 已经办结，不改", "the filing {file} is decided and is not changed"))
        .hint(Words::fixed("写错的用另一个订单的 corrects 更正", "another filing corrects it, by `corrects`")))
}
