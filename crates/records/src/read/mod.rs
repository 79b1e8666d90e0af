//! From the files of one subject to a typed, placed subject and all faults of form.
//!
//! Reading never fails and never stops at the first fault: what can be read is read, and
//! what cannot is a finding at its place.

mod amended;
mod comments;
mod context;
mod cursor;
mod document;
mod files;
mod form;
mod version;

pub(crate) use amended::{Amendment, amended};
pub use document::Document;

use crate::disk::is_yaml;
use crate::limits::Limits;
use crate::locate::{Located, Locator, Text};
use crate::raw::{Content, RawFile, RawSubject};
use crate::unseen::{Unseen, Why};
use crate::yaml::{self, Reading};
use beian_core::model::{Settings, Subject, layout};
use beian_core::personal::Veil;
use beian_core::record::{Place, Placed, Places, Value};
use beian_core::rule::Finding;
use beian_core::rules::form as rules;
use beian_core::words;
use context::Context;
use cursor::Cursor;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A subject as it was read.
#[derive(Debug)]
pub struct ReadSubject<'t> {
    /// The subject.
    pub subject: Subject,
    /// What is wrong with the form of its files.
    pub findings: Vec<Finding>,
    /// The texts of its files, by the numbers that places hold.
    pub texts: Vec<Text<'t>>,
    /// Its folder, from the records folder on.
    pub folder: &'t str,
    /// What of it was not seen, or not read in full: what is not in the subject may stand there.
    pub lost: Vec<Unseen>,
    /// What of people may not be shown, once anything is shown.
    veil: OnceCell<Veil>,
}

impl<'t> ReadSubject<'t> {
    /// What of it was not seen, whatever could be read of the rest.
    #[must_use]
    pub fn unseen(&self) -> Vec<Unseen> {
        let is_unseen = |lost: &&Unseen| !matches!(lost.why, Why::Unread | Why::Empty);
        self.lost.iter().filter(is_unseen).cloned().collect()
    }

    /// Locates a finding about this subject.
    #[must_use]
    pub fn locate(&self, finding: Finding) -> Located {
        self.locator().finding(finding)
    }

    /// What knows the lines of this subject.
    #[must_use]
    pub fn locator(&self) -> Locator<'_, 't> {
        let (texts, places, veil) = (&self.texts, &self.subject.places, self.veil());
        Locator { texts, places, subject: &self.subject.id, folder: self.folder, veil }
    }

    /// What of people may not be shown.
    #[must_use]
    pub fn veil(&self) -> &Veil {
        self.veil.get_or_init(|| Veil::of(&self.subject))
    }
}

/// Reads one subject.
#[must_use]
pub fn read_subject<'t>(raw: &'t RawSubject, limits: &Limits) -> ReadSubject<'t> {
    read_after(raw, limits, &mut None)
}

/// Reads two states of one subject. Most files are the same in both, and are parsed once.
#[must_use]
pub fn read_states<'t>(
    old: &'t RawSubject,
    new: &'t RawSubject,
    limits: &Limits,
) -> (ReadSubject<'t>, ReadSubject<'t>) {
    let mut parsed = Some(BTreeMap::new());
    let old = read_after(old, limits, &mut parsed);
    (old, read_after(new, limits, &mut parsed))
}

/// What the bytes of files were parsed into, if that is remembered.
type Parsed<'t> = Option<BTreeMap<&'t [u8], Rc<Reading<'t>>>>;

/// Reads one subject after others whose files were parsed already.
fn read_after<'t>(raw: &'t RawSubject, limits: &Limits, parsed: &mut Parsed<'t>) -> ReadSubject<'t> {
    let mut read = ReadSubject {
        subject: Subject::default(),
        findings: Vec::new(),
        texts: Vec::with_capacity(raw.files.len()),
        folder: &raw.folder,
        lost: raw.unseen().collect(),
        veil: OnceCell::new(),
    };
    // Records have a place about every thirty bytes.
    let bytes = |file: &RawFile| if let Content::Bytes(bytes) = &file.content { bytes.len() } else { 0 };
    let places = Places::with_room((raw.files.iter().map(bytes).sum::<usize>() / 32).min(1 << 12));
    let mut context = Context { places, ..Context::default() };
    for file in &raw.files {
        let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
        let number = u32::try_from(read.texts.len()).unwrap_or(u32::MAX);
        let place = context.places.add_file(number, stem);
        let path = [raw.folder.as_str(), &file.name].join("/").trim_matches('/').to_owned();
        let reading = reading(file, limits, place, parsed, &mut context);
        let text = reading.as_ref().map_or("", |reading| reading.text);
        comments::look(text, place, &mut context);
        read.texts.push(Text::new(path, text).of_subject(stem));
        if !is_yaml(&file.name) {
            continue;
        }
        let whole = files::fill(&mut read.subject, &file.name, reading.as_deref(), place, &mut context);
        if whole.is_err() && file.name.starts_with("filings/") && !read.subject.is_unread(layout::FILINGS) {
            read.subject.unread.push(layout::FILINGS);
        }
        if let (Err(why), true) = (whole, reading.is_some()) {
            read.lost.push(Unseen { path: raw.path(&file.name), why });
        }
    }
    if files::missing(raw, &mut context) {
        read.lost.push(Unseen { path: raw.folder.clone(), why: Why::Headless });
    }
    identify(&mut read.subject, raw, &mut context);
    version::judge(&read.subject, &mut context);
    read.subject.places = context.places;
    read.findings = context.findings;
    read
}

/// Reads the settings of a repository: `beian.yaml`.
#[must_use]
pub fn read_settings(text: &[u8], path: &str) -> Document<Settings> {
    Document::read(text, path, "beian", &Limits::default())
}

/// Reads the text of a file, or reports why it has none.
fn reading<'t>(
    file: &'t RawFile,
    limits: &Limits,
    place: Place,
    parsed: &mut Parsed<'t>,
    context: &mut Context,
) -> Option<Rc<Reading<'t>>> {
    let why = match &file.content {
        Content::Bytes(bytes) => {
            let parse = || Rc::new(yaml::read(bytes, limits));
            let reading = match parsed {
                Some(parsed) => Rc::clone(parsed.entry(bytes).or_insert_with(parse)),
                None => parse(),
            };
            report_text(&reading, place, context);
            return Some(reading);
        }
        Content::Unseen(why) => why,
    };
    let rule =
        if matches!(why, Why::TooLarge(_)) { &rules::file_too_large::RULE } else { &rules::unreadable_file::RULE };
    let mut finding = Finding::new(rule, place, why.words());
    if let Some(help) = why.help() {
        finding.help(help);
    }
    context.findings.push(finding);
    None
}

fn report_text(reading: &Reading<'_>, place: Place, context: &mut Context) {
    for fault in &reading.faults {
        let (rule, message, related) = form::explain(fault);
        let there =
            fault.related.map(|span| context.places.add(place, beian_core::record::Step::Part, span.start, span.end));
        let finding = context.fault(rule, place, fault.span, message);
        if let Some(there) = there {
            finding.related(there, related);
        }
    }
}

/// Reads the outermost value of a file. A file of comments holds nothing.
fn root<T: Value>(reading: &Reading<'_>, place: Place, context: &mut Context) -> Option<T> {
    let node = reading.root()?;
    (context.escapes, context.look_alikes) = (reading.has_escapes(), reading.may_hold_look_alikes());
    T::read(&mut Cursor::new(node, place, context))
}

/// Settles who the subject is: its `id`, or else the name of its folder.
fn identify(subject: &mut Subject, raw: &RawSubject, context: &mut Context) {
    let folder = raw.name();
    let particulars = &subject.particulars.value;
    let (id, place) = match particulars.id.placed() {
        Some(Placed { value, place }) => (&**value, *place),
        None => (folder, subject.particulars.place),
    };
    if !is_slug(id) && raw.files.iter().any(|file| file.name == layout::SUBJECT) {
        context.findings.push(Finding::new(
            &rules::bad_id::RULE,
            place,
            words!(
                "标识“{id}”要用小写字母、数字和短横，1 到 64 个字符",
                "the identity `{id}` must be 1 to 64 of a-z, 0-9 and dash"
            ),
        ));
    }
    // A bad identity would go into facts and file names, so the folder's name serves.
    subject.id = if is_slug(id) { id.into() } else { folder.into() };
}

/// Whether a text may name a subject: it becomes a part of file names and of facts.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}
