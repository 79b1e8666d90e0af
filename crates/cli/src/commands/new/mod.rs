//! `beian new`: a record is added, by what is said of it.

mod questions;

use crate::asking::{Question, asked};
use crate::called::{all_seen, is_below, subject_named};
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::repository::Repository;
use crate::stating::{Statement, pairs};
use crate::writing::Writing;
use beian_core::change::{Fact, SubjectField};
use beian_core::filed::value_of;
use beian_core::model::{FORMAT, Subject, layout};
use beian_core::record::{Plain, Shape};
use beian_core::words;
use beian_core::words::Words;
use beian_records::edit::{Edit, Step, shape_of, stated};
use beian_records::grounds::Grounds;
use beian_records::limits::Limits;
use beian_records::raw::RawSubject;
use beian_records::read::{is_slug, read_subject};
use clap::{Args, ValueEnum};
use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// Add a record: a subject, person, domain, server, service, filing or official letter
///
/// NAME is the identity of a new subject, else SUBJECT/KEY; of a filing and a letter SUBJECT/STEM,
/// the stem beginning with its day. What is known is said as FIELD=VALUE, the field named as in
/// docs/record-format.md and with a stroke between its parts: certificate/number=…, access/provider=….
/// A field of a list is said once for each item. Terms may be said in English. What is not known is
/// left out. Where nothing is said and a person sits at the terminal, the fields are asked for, and
/// each answer is checked before the next question. Each value is checked: one that is at fault by
/// itself is told, and nothing is written; what the record lacks is told beside it.
///
/// Exit status: 0 written, 2 usage or a value at fault, 3 no such subject, 4 a file was changed
/// meanwhile.
#[derive(Debug, Args)]
pub(crate) struct NewArgs {
    /// What is added
    #[arg(value_enum)]
    kind: Kind,
    /// What it is called
    name: String,
    /// What is known of it
    #[arg(value_name = "FIELD=VALUE")]
    stated: Vec<String>,
    /// Of a domain: its holder is the subject itself (主办单位), as the subject's certificate names it
    #[arg(long)]
    held_by_subject: bool,
    /// Ask for the fields on the standard input, also where it is no terminal
    #[arg(long, conflicts_with_all = ["stated", "held_by_subject"])]
    ask: bool,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl NewArgs {
    /// A first subject.
    pub(crate) fn subject(name: String, stated: Vec<String>, dry_run: bool) -> Self {
        Self { kind: Kind::Subject, name, stated, held_by_subject: false, ask: false, dry_run }
    }
}

/// A kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Who files (主体)
    Subject,
    /// Who answers (人员)
    Person,
    /// A domain (域名)
    Domain,
    /// A server (服务器)
    Server,
    /// A website, App, mini program or quick app (互联网信息服务)
    Service,
    /// An order (备案订单); `beian file` writes those that a change needs
    Filing,
    /// A letter of an authority or provider (来函)
    Official,
}

/// Where a new record stands: file, shape of the file, and what leads to it.
struct Place {
    file: String,
    shape: &'static Shape,
    prefix: Vec<String>,
}

impl Place {
    /// The shape of the record itself.
    fn inner(&self) -> &'static Shape {
        match self.shape {
            Shape::Keyed(inner) if !self.prefix.is_empty() => inner,
            shape => shape,
        }
    }

    /// An edit of the record, from the root of its file on.
    fn edit(&self, edit: Edit) -> Edit {
        Edit { at: self.prefix.iter().cloned().map(Step::Key).chain(edit.at).collect(), act: edit.act }
    }
}

impl Kind {
    fn place(self, key: &str) -> Option<Place> {
        let keyed = |file: &str| (file.to_owned(), vec![key.to_owned()]);
        let dated = |folder: &str| (format!("{folder}/{key}.yaml"), Vec::new());
        let (file, prefix) = match self {
            Self::Subject => (layout::SUBJECT.to_owned(), Vec::new()),
            Self::Person => keyed(layout::PEOPLE),
            Self::Domain => keyed(layout::DOMAINS),
            Self::Server => keyed(layout::SERVERS),
            Self::Service => keyed(layout::SERVICES),
            Self::Filing => dated(layout::FILINGS),
            Self::Official => dated(layout::OFFICIAL),
        };
        Some(Place { shape: shape_of(&file)?, file, prefix })
    }
}

/// Runs it.
pub(crate) fn run(args: &NewArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let repository = Repository::open(context, Path::new("."))?;
    let records = repository.records()?;
    let (subject, key) = named(args)?;
    let writing = Writing::into(&records, args.dry_run, context)?;
    let raw = match args.kind {
        Kind::Subject => fresh(&records, subject)?,
        _ => subject_named(&args.name, subject, &records)?,
    };
    let read = read_subject(&raw, &Limits::default());
    all_seen(&read.unseen(), &records)?;
    let place = args.kind.place(key).ok_or_else(|| is_there(&args.name))?;
    if holds(&raw, &read.subject, args.kind, key, &place) {
        return Err(is_there(&args.name));
    }
    let mut said = said(args, &read.subject)?;
    if said.is_empty() && (args.ask || io::stdin().is_terminal()) {
        let asking = Asking { raw: &raw, place: &place, grounds: &repository.grounds };
        said = asking.answers(&questions::questions(args.kind, &read.subject), context, out)?;
    }
    let statement = Statement { raw: &raw, edits: edits(args, &place, said)? };
    let judged = (context.today, records.as_path());
    let amended = statement.judged(&repository.grounds, judged, (context.lang, context.quiet))?;
    writing.lay(&amended.files, out)?;
    Ok(Outcome::Clean)
}

/// The subject, and the key in it.
fn named(args: &NewArgs) -> Result<(&str, &str), Failure> {
    if args.kind == Kind::Subject {
        let name = args.name.rsplit('/').next().unwrap_or_default();
        return if is_slug(name) { Ok((&args.name, name)) } else { Err(bad_name(&args.name)) };
    }
    let parts = args.name.split_once('/').filter(|(subject, key)| !subject.is_empty() && !key.is_empty());
    // A folder of groups may stand before the subject; a key has no strokes.
    let parts = parts.and_then(|_| args.name.rsplit_once('/'));
    parts.ok_or_else(|| {
        let name = &args.name;
        Failure::usage(words!("{name} 要写成“主体/键”", "{name} must be SUBJECT/KEY"))
            .hint(Words::fixed("如 acme/zhang、acme/shop.example", "as in acme/zhang or acme/shop.example"))
    })
}

fn bad_name(name: &str) -> Failure {
    Failure::usage(words!(
        "标识“{name}”要用小写字母、数字和短横，1 到 64 个字符",
        "the identity `{name}` must be 1 to 64 of a-z, 0-9 and dash"
    ))
}

fn is_there(name: &str) -> Failure {
    Failure::usage(words!("{name} 已经有了，没有写", "{name} is there already; nothing was written"))
        .hint(Words::fixed("改它的一项用 beian set", "change a value of it with `beian set`"))
}

/// A subject that is not there yet.
fn fresh(records: &Path, folder: &str) -> Result<RawSubject, Failure> {
    if !is_below(folder) {
        return Err(bad_name(folder));
    }
    if records.join(folder).symlink_metadata().is_ok() {
        return Err(is_there(folder));
    }
    Ok(RawSubject { folder: folder.to_owned(), files: Vec::new() })
}

/// Whether there is such a record.
fn holds(raw: &RawSubject, subject: &Subject, kind: Kind, key: &str, place: &Place) -> bool {
    match kind {
        Kind::Person => subject.people.get(key).is_some(),
        Kind::Domain => subject.domains.get(key).is_some(),
        Kind::Server => subject.servers.get(key).is_some(),
        Kind::Service => subject.services.get(key).is_some(),
        Kind::Subject | Kind::Filing | Kind::Official => raw.files.iter().any(|file| file.name == place.file),
    }
}

/// A field and its values.
type Said = (String, Vec<String>);

/// What is said on the command line.
fn said(args: &NewArgs, subject: &Subject) -> Result<Vec<Said>, Failure> {
    let mut said: Vec<Said> = Vec::new();
    for (field, values) in pairs(&args.stated)? {
        said.push((field.to_owned(), values.into_iter().map(str::to_owned).collect()));
    }
    if args.held_by_subject {
        said.extend(holder(args, subject)?);
    }
    Ok(said)
}

/// Who asks: the record to be, and what its values are judged by.
struct Asking<'a> {
    raw: &'a RawSubject,
    place: &'a Place,
    grounds: &'a Grounds,
}

impl Asking<'_> {
    /// The answers. One that is at fault by itself is told, and asked for again.
    fn answers(&self, questions: &[Question], context: &Context, out: &mut dyn Write) -> Result<Vec<Said>, Failure> {
        let mut edits: Vec<(String, Edit)> = Vec::new();
        let mut check = |_: &str, edit: &Edit| {
            edits.push((self.place.file.clone(), self.place.edit(edit.clone())));
            let statement = Statement { raw: self.raw, edits: edits.clone() };
            let fault = statement.fault(self.grounds, context.today);
            if fault.is_err() {
                edits.pop();
            }
            fault
        };
        let mut input = io::stdin().lock();
        asked(self.place.inner(), questions, context, (&mut input, out), &mut check)
    }
}

/// What is written, in the order of the format.
fn edits(args: &NewArgs, place: &Place, mut said: Vec<Said>) -> Result<Vec<(String, Edit)>, Failure> {
    if said.is_empty() {
        let name = &args.name;
        return Err(Failure::usage(words!("没有写 {name} 的任何一项", "nothing is said of {name}"))
            .hint(Words::fixed("写成 字段=值，如 name=张示例", "say FIELD=VALUE, as in name=…")));
    }
    if args.kind == Kind::Subject {
        said.push(("format".to_owned(), vec![FORMAT.to_string()]));
    }
    let inner = place.inner();
    said.sort_by_key(|(field, _)| order(inner, field));
    let mut edits = Vec::new();
    for (field, values) in &said {
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        let edit = stated(inner, field, &values).map_err(Failure::usage)?;
        edits.push((place.file.clone(), place.edit(edit)));
    }
    Ok(edits)
}

/// Where a field stands in the order of the format, part by part.
fn order(shape: &'static Shape, field: &str) -> Vec<usize> {
    let mut shape = shape;
    let mut order = Vec::new();
    for part in field.split('/') {
        while let Shape::List(inner) = shape {
            shape = inner;
        }
        if let Ok(n) = part.parse::<usize>() {
            order.push(n);
            continue;
        }
        let Shape::Record(info) = shape else { break };
        let Some(at) = info.fields.iter().position(|known| known.name == part) else { break };
        order.push(at);
        shape = info.fields.get(at).map_or(shape, |field| field.shape);
    }
    order
}

/// The holder of a domain, as the subject's certificate names it.
fn holder(args: &NewArgs, subject: &Subject) -> Result<Vec<Said>, Failure> {
    if args.kind != Kind::Domain {
        return Err(Failure::usage(Words::fixed(
            "--held-by-subject 只用于域名",
            "--held-by-subject is for domains alone",
        )));
    }
    let mut said = Vec::new();
    for (field, of) in [
        ("holder/name", SubjectField::Name),
        ("holder/certificate/kind", SubjectField::CertificateKind),
        ("holder/certificate/number", SubjectField::CertificateNumber),
    ] {
        let value = value_of(subject, &Fact::Subject(of));
        let Some(Plain::Text(value)) = value else {
            let lacking = of.path();
            return Err(Failure::usage(words!(
                "主体没有写 {lacking}，写不出持有者",
                "the subject lacks {lacking}: the holder is not known"
            )));
        };
        said.push((field.to_owned(), vec![value.to_string()]));
    }
    said.push(("holder/relation".to_owned(), vec!["主办单位".to_owned()]));
    Ok(said)
}
