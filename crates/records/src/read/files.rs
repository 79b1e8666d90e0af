//! Which file holds which records.

use super::context::Context;
use super::{form, is_slug, root};
use crate::raw::RawSubject;
use crate::unseen::Why;
use crate::yaml::Reading;
use beian_core::day::Day;
use beian_core::model::{Dated, Filing, Subject, layout};
use beian_core::record::{Place, Placed, Value};
use beian_core::rule::{Finding, Rule};
use beian_core::rules::form as rules;
use beian_core::words;
use beian_core::words::{Words, nearest};

/// Reads a file into the part of the subject that it holds. Nothing of it may be lost, or else
/// it is said why.
pub(super) fn fill(
    subject: &mut Subject,
    name: &str,
    reading: Option<&Reading<'_>>,
    place: Place,
    context: &mut Context,
) -> Result<(), Why> {
    if let Some((folder, file)) = name.split_once('/') {
        return fill_dated(subject, folder, file, reading, place, context);
    }
    if !layout::FILES.contains(&name) {
        unknown(name, place, context);
        return Ok(());
    }
    if name == layout::SUBJECT {
        subject.particulars.place = place;
    }
    let whole = match name {
        layout::SUBJECT => whole(reading, place, context, &mut subject.particulars.value),
        layout::PEOPLE => whole(reading, place, context, &mut subject.people),
        layout::DOMAINS => whole(reading, place, context, &mut subject.domains),
        layout::SERVERS => whole(reading, place, context, &mut subject.servers),
        _ => whole(reading, place, context, &mut subject.services),
    };
    if whole.is_err() {
        subject.unread.extend(
            layout::FILES.iter().filter(|file| **file == name).filter_map(|file| file.strip_suffix(layout::ENDING)),
        );
    }
    whole
}

/// Reads a file into its part of the subject; nothing of it may be lost.
fn whole<T: Value + Default>(
    reading: Option<&Reading<'_>>,
    place: Place,
    context: &mut Context,
    into: &mut T,
) -> Result<(), Why> {
    let all;
    (*into, all) = value(reading.ok_or(Why::Unread)?, place, context)?;
    if all { Ok(()) } else { Err(Why::Unread) }
}

/// The value of a file, and whether all of it is known. Where a list or a mapping in it is known
/// in part alone, what is not there may stand in the file all the same.
fn value<T: Value>(reading: &Reading<'_>, place: Place, context: &mut Context) -> Result<(T, bool), Why> {
    if reading.root().is_none() {
        return Err(nothing(reading, place, context));
    }
    let before = context.partial;
    let value = root(reading, place, context).ok_or(Why::Unread)?;
    Ok((value, before == context.partial && !is_cut(reading)))
}

/// Whether the rest of a file was left out.
fn is_cut(reading: &Reading<'_>) -> bool {
    reading.faults.iter().any(|fault| CUT_OFF.iter().any(|rule| rule.code == form::explain(fault).0.code))
}

/// A file in which no value stands: it holds nothing but comments, if it could be read.
fn nothing(reading: &Reading<'_>, place: Place, context: &mut Context) -> Why {
    if !reading.faults.is_empty() {
        return Why::Unread;
    }
    let mut finding = Finding::new(&rules::empty_file::RULE, place, Why::Empty.words());
    if let Some(help) = Why::Empty.help() {
        finding.help(help);
    }
    context.findings.push(finding);
    Why::Empty
}

/// Faults for which the rest of a file is left out, or says two things at once; from others the parser recovers nearby.
static CUT_OFF: [&Rule; 3] = [&rules::not_utf8::RULE, &rules::too_much::RULE, &rules::conflict_marker::RULE];

fn unknown(name: &str, place: Place, context: &mut Context) {
    let mut finding = Finding::new(
        &rules::unknown_file::RULE,
        place,
        words!("主体文件夹里没有 {name} 这种文件，没有采用", "a subject has no file `{name}`; it was not used"),
    );
    if let Some(near) = nearest(name, layout::FILES.iter().copied()) {
        finding.help(words!("是不是 {near}？", "did you mean `{near}`?"));
    }
    context.findings.push(finding);
}

fn fill_dated(
    subject: &mut Subject,
    folder: &str,
    file: &str,
    reading: Option<&Reading<'_>>,
    place: Place,
    context: &mut Context,
) -> Result<(), Why> {
    let Some(stem) = dated_stem(file) else {
        context.findings.push(Finding::new(
            &rules::bad_file_name::RULE,
            place,
            words!("文件名 {file} 不是“日期-简称.yaml”", "the file name `{file}` is not <date>-<slug>.yaml"),
        ));
        return Err(Why::Unread);
    };
    let Some(reading) = reading else { return Err(Why::Unread) };
    match folder {
        layout::FILINGS => push(&mut subject.filings, stem, reading, place, context, Filing::tells_what_is_on_file),
        layout::OBSERVATIONS => push(&mut subject.observations, stem, reading, place, context, |_| true),
        _ => push(&mut subject.official, stem, reading, place, context, |_| true),
    }
}

fn push<T: Value>(
    list: &mut Vec<Dated<T>>,
    stem: &str,
    reading: &Reading<'_>,
    place: Place,
    context: &mut Context,
    tells: fn(&T) -> bool,
) -> Result<(), Why> {
    let (value, all) = value(reading, place, context)?;
    let all = all && tells(&value);
    list.push(Dated { stem: stem.into(), record: Placed { value, place } });
    if all { Ok(()) } else { Err(Why::Unread) }
}

/// The stem of `2026-10-20-address.yaml`, if the name is of that form.
fn dated_stem(file: &str) -> Option<&str> {
    let stem = file.strip_suffix(layout::ENDING)?;
    let (date, slug) = stem.split_at_checked(10)?;
    (Day::parse(date).is_ok() && slug.strip_prefix('-').is_some_and(is_slug)).then_some(stem)
}

/// Reports a folder of records that is no subject; whether it is one.
pub(super) fn missing(raw: &RawSubject, context: &mut Context) -> bool {
    if raw.files.is_empty() || raw.files.iter().any(|file| file.name == layout::SUBJECT) {
        return false;
    }
    let known = |name: &str| layout::FILES.contains(&name) || name.contains('/');
    let is_headless = raw.files.iter().any(|file| known(&file.name));
    if is_headless {
        context.findings.push(Finding::new(
            &rules::no_subject_file::RULE,
            Place::NOWHERE,
            Words::fixed("这个文件夹里没有 subject.yaml", "this folder has no subject.yaml"),
        ));
    }
    is_headless
}
