//! `beian history`: what was known of a subject, since when and by whom.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::review::{history, short};
use crate::output::shown::shown;
use crate::output::stream;
use crate::versions::Versions;
use beian_core::change::Fact;
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_records::git::{Revision, RevisionTree};
use beian_records::limits::Limits;
use beian_records::raw::{RawSubject, TreeLimits};
use beian_records::read::read_subject;
use beian_records::store::join;
use beian_records::timeline::{Timeline, timeline};
use beian_records::tree::{self, Tree};
use clap::{Args, ValueEnum};
use std::io::Write;
use std::path::Path;

/// Show the values of a subject's facts: since when, by which filing, by whose commit
///
/// Reads the first-parent history of the subject's folder and the filings in it. Exit
/// status: 0 shown, 2 usage or configuration, 3 no such subject or fact, 4 the repository
/// does not answer (a shallow clone has no history: `git fetch --unshallow`).
#[derive(Debug, Args)]
pub(crate) struct HistoryArgs {
    /// The subject: its identity, or its folder
    subject: String,
    /// The fact, as in subject/address, or the beginning of several, as in services/shop
    fact: Option<String>,
    /// How it is shown
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// How a history is shown.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// For a terminal
    Text,
    /// For programs
    Json,
    /// As a page
    Markdown,
}

/// Runs it.
pub(crate) fn run(args: &HistoryArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let versions = Versions::open(context, Path::new("."))?;
    let from = versions.resolve("HEAD")?;
    let records = versions.named(versions.grounds(Some(&from))?.records()?);
    let folder = folder(args, &versions, &from, &records)?;
    let only = args.fact.as_deref().map(|fact| spelled(fact, &args.subject)).transpose()?;
    let found = timeline(&versions.git, &from, &records, &folder, only.as_deref())?;
    tell_lost(&found, &records, context.lang)?;
    tell_doubts(&found, context)?;
    if found.is_open || (found.facts.is_empty() && !found.lost.is_empty()) {
        return Err(Failure::refused(Words::fixed(
            "最新的提交没有读全，说不出现在如何",
            "the newest commit could not be read in full, so that what stands now is not known",
        ))
        .hint(Words::fixed("`beian validate --at HEAD` 列出全部", "`beian validate --at HEAD` lists what is wrong")));
    }
    if found.facts.is_empty() {
        return Err(nothing(args));
    }
    match args.format {
        Format::Text => history::text(&found, context, out),
        Format::Json => history::json(&found, context.lang, out),
        Format::Markdown => history::markdown(&found, context.lang, out),
    }
    .map_err(Failure::writing)?;
    Ok(Outcome::Clean)
}

/// Says which commits tell nothing, because not all of them could be seen or read.
fn tell_lost(found: &Timeline, records: &str, lang: Lang) -> Result<(), Failure> {
    let mut err = stream::stderr();
    for (commit, lost) in &found.lost {
        let (commit, path) = (short(commit), join(records, &lost.path));
        let Words { zh, en } = lost.why.words();
        let said =
            words!("注意: 提交 {commit} 没有采用，{path}：{zh}", "warning: commit {commit} was left out, {path}: {en}");
        writeln!(err, "{}", shown(said.get(lang))).map_err(Failure::writing)?;
    }
    Ok(())
}

/// Says which commits have a day that cannot be trusted.
fn tell_doubts(found: &Timeline, context: &Context) -> Result<(), Failure> {
    let mut err = stream::stderr();
    for commit in &found.commits {
        let id = short(&commit.id);
        for doubt in commit.stamp.doubts(context.today) {
            let Words { zh, en } = doubt.words();
            let said = words!("注意: 提交 {id}：{zh}", "warning: commit {id}: {en}");
            writeln!(err, "{}", shown(said.get(context.lang))).map_err(Failure::writing)?;
        }
    }
    Ok(())
}

/// The subject's folder, from the records folder on. One that is gone is taken as it is
/// called: its history tells whether it was ever there.
fn folder(args: &HistoryArgs, versions: &Versions, from: &Revision, records: &str) -> Result<String, Failure> {
    let given = args.subject.trim_matches('/');
    let path = versions.inside(Path::new(given)).ok();
    let inside = path.as_deref().and_then(|path| path.strip_prefix(records)).map(|path| path.trim_matches('/'));
    let tree = RevisionTree::open(&versions.git, from, records, TreeLimits::default())?;
    let candidates = [Some(given), inside];
    for folder in candidates.into_iter().flatten().filter(|folder| !folder.is_empty()) {
        if !tree.read_subject(folder)?.files.is_empty() {
            return Ok(folder.to_owned());
        }
    }
    let called = |raw: RawSubject| {
        let is_it = &*read_subject(&raw, &Limits::default()).subject.id == given;
        is_it.then_some(raw.folder)
    };
    let named = tree::each(&tree, &called)?;
    let mut named: Vec<String> = named.into_iter().flatten().collect();
    named.sort();
    Ok(named.into_iter().next().unwrap_or_else(|| inside.unwrap_or(given).to_owned()))
}

/// The fact as it is spelled inside its subject; what cannot begin a fact is refused.
fn spelled(fact: &str, subject: &str) -> Result<String, Failure> {
    let whole = fact.trim_matches('/');
    let inside = whole.strip_prefix(&[subject, "/"].concat()).unwrap_or(whole);
    let file = inside.split('/').next().unwrap_or_default();
    let begins = ["subject", "people", "domains", "servers", "services"].contains(&file);
    if begins || Fact::parse(inside).is_some() {
        return Ok(inside.to_owned());
    }
    Err(Failure::usage(words!("没有 {fact} 这种事项", "there is no fact `{fact}`")).hint(Words::fixed(
        "写成 subject/address、people/张三的键/mobile、services/服务的键/domains",
        "write it as in subject/address, people/KEY/mobile, services/KEY/domains",
    )))
}

fn nothing(args: &HistoryArgs) -> Failure {
    let subject = &args.subject;
    let failure = match &args.fact {
        Some(fact) => {
            Failure::nothing(words!("{subject} 的历史里没有 {fact}", "the history of {subject} has no {fact}"))
        }
        None => Failure::nothing(words!("历史里没有主体 {subject}", "the history has no subject {subject}")),
    };
    failure.hint(Words::fixed(
        "主体写标识或文件夹；还没有提交的记录没有历史",
        "name a subject by its identity or folder; what is not committed has no history",
    ))
}
