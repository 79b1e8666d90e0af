//! The letters that a change between two revisions needs.

use super::{Gathered, LeftOut, NoticeArgs, unused};
use crate::commands::review::{Deciding, Ends, ends};
use crate::commands::unrendered;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::review::not_read;
use crate::repository::tree_of;
use crate::templates;
use crate::versions::Versions;
use beian_core::day::Day;
use beian_core::letter::of_required;
use beian_core::procedure::{Required, Verdict};
use beian_core::tables::Tables;
use beian_core::words;
use beian_core::words::Words;
use beian_records::limits::Limits;
use beian_records::raw::RawSubject;
use beian_records::read::read_subject;
use beian_records::review::{ChangedStates, Lost, changed};
use beian_records::store::join;
use beian_records::tree::each;
use std::path::Path;

/// The letters of the change from a base. Settings and templates are those of the base.
pub(super) fn gather(base: &str, args: &NoticeArgs, context: &Context) -> Result<Gathered, Failure> {
    let head = match args.names.as_slice() {
        [] => None,
        [head] => Some(head.as_str()),
        _ => {
            return Err(Failure::usage(Words::fixed(
                "--from 之后只能写一个修订",
                "with --from, one revision can be named beside it",
            )));
        }
    };
    let versions = Versions::open(context, Path::new("."))?;
    let Ends { base, head } = ends(Some(base), head, &versions)?;
    let deciding = Deciding::read(&versions, &base, head.as_ref())?;
    let older = versions.committed(&base);
    let tree = older.records(deciding.records()?)?;
    let newer = versions.store(head.as_ref())?;
    let newer = tree_of(&*newer, deciding.records()?)?;
    let at = (deciding.grounds.tables(), context.today);
    let found = changed(tree.as_ref(), &*newer, at, &Limits::default())?;
    let templates = templates::in_force(args.templates.as_deref(), &deciding.grounds)?;
    let is_asked = |id: &str| args.subject.as_ref().is_none_or(|only| only == id);
    let records = versions.named(deciding.records()?);
    let mut lost: Vec<(String, Vec<Lost>)> = found.lost.into_iter().filter(|(id, _)| is_asked(id)).collect();
    for lost in lost.iter_mut().flat_map(|(_, lost)| lost) {
        lost.unseen.path = join(&records, &lost.unseen.path);
    }
    let mut met = !lost.is_empty();
    let mut gathered =
        Gathered { letters: Vec::new(), said: unused(&deciding.grounds), lost, is_whole: true, templates };
    for state in &found.states {
        let Some(id) = state.new.as_ref().or(state.old.as_ref()).map(|subject| subject.id.to_string()) else {
            continue;
        };
        if !is_asked(&id) {
            continue;
        }
        met = true;
        one(at, state, &id, &mut gathered);
    }
    match &args.subject {
        Some(only) if !met => Err(Failure::nothing(words!(
            "两边之间主体 {only} 没有变化",
            "the subject {only} does not differ between the two sides"
        ))),
        _ => Ok(gathered),
    }
}

/// Where the newer side lacks what a letter asks for that could not be rendered.
pub(super) fn places(
    base: &str,
    args: &NoticeArgs,
    context: &Context,
    left_out: &LeftOut,
) -> Result<Option<Words>, Failure> {
    let versions = Versions::open(context, Path::new("."))?;
    let Ends { base, head } = ends(Some(base), args.names.first().map(String::as_str), &versions)?;
    let deciding = Deciding::read(&versions, &base, head.as_ref())?;
    let newer = versions.store(head.as_ref())?;
    let tree = tree_of(&*newer, deciding.records()?)?;
    let records = versions.named(deciding.records()?);
    let look = |raw: RawSubject| {
        let read = read_subject(&raw, &Limits::default());
        let is_it = *read.subject.id == *left_out.subject;
        is_it.then(|| unrendered::places(&left_out.fault, &read, None, |path| join(&records, path))).flatten()
    };
    Ok(each(&*tree, &look)?.into_iter().flatten().next())
}

/// The letters of one subject; where nothing is to be filed, that is said.
fn one((tables, today): (&Tables, Day), state: &ChangedStates, id: &str, gathered: &mut Gathered) {
    let before = gathered.letters.len();
    gathered.is_whole &= state.unknown.is_empty();
    gathered.said.extend(state.unknown.iter().map(|fact| (id.to_owned(), not_read(fact))));
    let sides = (state.old.as_ref(), state.new.as_ref());
    for required in &state.required {
        let found = of_required(tables, sides, required, today);
        gathered.letters.extend(found.letters);
        gathered.said.extend(found.said.into_iter().map(|words| (of(id, required), words)));
    }
    if !state.unknown.is_empty() {
        return;
    }
    let forbidden = state.required.iter().any(Required::is_refused);
    if gathered.letters.len() == before && !forbidden {
        let mut reasons: Vec<Words> = Vec::new();
        for required in &state.required {
            if let Verdict::NotNeeded(reason) = required.verdict {
                let Words { zh, en } = reason.words();
                let words = words!("不需要材料：{zh}", "no letter is needed: {en}");
                if !reasons.contains(&words) {
                    reasons.push(words);
                }
            }
        }
        gathered.said.extend(reasons.into_iter().map(|words| (id.to_owned(), words)));
    }
}

/// Of which order something is said.
fn of(id: &str, required: &Required) -> String {
    match required.procedure() {
        Some(procedure) => format!("{id} {procedure}"),
        None => id.to_owned(),
    }
}
