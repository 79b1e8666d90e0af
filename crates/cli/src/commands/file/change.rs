//! The filings of a change between a revision and the working tree.

use super::{FileArgs, UNREADABLE};
use crate::commands::review::{Deciding, Ends, ends};
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::review::{lost, not_read};
use crate::output::shown::shown;
use crate::repository::tree_of;
use crate::versions::Versions;
use crate::writing::{Writing, not_amended};
use beian_core::day::Day;
use beian_core::drafting::{Ask, Completion, Draft, Drafts, Given, completion, counterparty, drafts};
use beian_core::model::Subject;
use beian_core::procedure::{PaperNeed, Required};
use beian_core::record::Vocabulary;
use beian_core::tables::Tables;
use beian_core::vocabulary::Procedure;
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_records::disk::Disk;
use beian_records::edit::{amended, placed};
use beian_records::files::Renewal;
use beian_records::limits::Limits;
use beian_records::raw::TreeLimits;
use beian_records::review::{Changed, ChangedStates, changed};
use beian_records::tree::Tree;
use beian_records::write::filing_text;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What was found to write and to say.
#[derive(Default)]
struct Found {
    files: Vec<Renewal>,
    /// Of what it is said, and what.
    said: Vec<(String, Words)>,
    /// Whether something could not be written that has to be filed.
    is_held_up: bool,
}

impl Found {
    fn say(&mut self, of: &str, words: Words) {
        self.said.push((of.to_owned(), words));
    }

    fn hold_up(&mut self, of: &str, words: Words) {
        self.is_held_up = true;
        self.say(of, words);
    }
}

/// Runs it.
pub(super) fn run(args: &FileArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let given = args.given()?;
    let versions = Versions::open(context, Path::new("."))?;
    let Ends { base, .. } = ends(args.base.as_deref(), None, &versions)?;
    let deciding = Deciding::read(&versions, &base, None)?;
    let records = records_folder(&versions, deciding.records()?)?;
    let writing = Writing::into(&records, args.dry_run, context)?;
    let older = versions.committed(&base);
    let tree = older.records(deciding.records()?)?;
    let newer = versions.store(None)?;
    let newer = tree_of(&*newer, deciding.records()?)?;
    let at = (deciding.grounds.tables(), context.today);
    let change = changed(tree.as_ref(), &*newer, at, &Limits::default())?;
    let is_asked = |id: &str| args.subject.as_ref().is_none_or(|only| only == id);
    let mut found = Found::default();
    for (id, all) in change.lost.iter().filter(|(id, _)| is_asked(id)) {
        all.iter().for_each(|one| found.hold_up(id, lost(one)));
    }
    let mut met = found.is_held_up;
    let tied = tied(&change);
    for state in &change.states {
        let Some(id) = id(state).filter(|id| is_asked(id)) else { continue };
        met = true;
        if tied.contains(id) && !is_refused(state) {
            found.hold_up(
                id,
                Words::fixed(
                    "与它有服务移交的主体不能这样改，没有写订单；先按合法途径办",
                    "a subject with which services pass cannot be changed so: no filing is written before that takes \
                     its lawful way",
                ),
            );
            continue;
        }
        one(at, &change, state, id, &given, &mut found);
        offer(args, state, id, &records, &mut found)?;
    }
    if let Some(only) = args.subject.as_ref().filter(|_| !met) {
        return Err(Failure::nothing(words!(
            "主体 {only} 没有变化",
            "the subject {only} does not differ from the older side"
        )));
    }
    let is_written = !found.files.is_empty();
    writing.lay(&found.files, out)?;
    for (of, words) in &found.said {
        let colon = if context.lang == Lang::Zh { "：" } else { ": " };
        writeln!(out, "{}", shown(&format!("{of}{colon}{}", words.get(context.lang)))).map_err(Failure::writing)?;
    }
    if !is_written && !found.is_held_up && !context.quiet {
        let nothing = Words::fixed("没有需要新写的订单", "no filing is to be written");
        writeln!(out, "{}", nothing.get(context.lang)).map_err(Failure::writing)?;
    }
    Ok(if found.is_held_up { Outcome::Findings } else { Outcome::Clean })
}

fn is_refused(state: &ChangedStates) -> bool {
    state.required.iter().any(Required::is_refused)
}

/// The subjects with which services pass from or to one of which something is refused: what is filed
/// of one side decides for both.
fn tied(change: &Changed) -> BTreeSet<&str> {
    let refused: BTreeSet<&str> = change.states.iter().filter(|state| is_refused(state)).filter_map(id).collect();
    let sides = change.moves.services.iter().map(|moved| [&*moved.from, &*moved.to]);
    sides.filter(|sides| sides.iter().any(|id| refused.contains(id))).flatten().collect()
}

/// Where the records stand on disk.
fn records_folder(versions: &Versions, records: &str) -> Result<PathBuf, Failure> {
    let root = versions
        .git
        .work_dir()
        .ok_or_else(|| Failure::refused(Words::fixed("裸仓库没有工作目录", "a bare repository has no working tree")))?;
    Ok(root.join(&versions.folder).join(records))
}

fn id(state: &ChangedStates) -> Option<&str> {
    state.new.as_ref().or(state.old.as_ref()).map(|subject| &*subject.id)
}

/// What one subject needs.
fn one(at: (&Tables, Day), change: &Changed, state: &ChangedStates, id: &str, given: &Given, found: &mut Found) {
    for fact in &state.unknown {
        found.hold_up(id, not_read(fact));
    }
    for answer in &state.required {
        if let Some((why, routes)) = answer.verdict.refusal() {
            found.hold_up(&of(id, answer), refusal(why, routes.first().map(|route| route.steps.as_slice())));
        }
    }
    let said = |answer: &Required| {
        let party = given.counterparty.clone().or_else(|| {
            let covers = answer.covers.iter().map(String::as_str);
            counterparty(&change.moves, |id| called(change, id), id, covers)
        });
        Given { counterparty: party, ..given.clone() }
    };
    let Drafts { filings, waiting, differing, without_records } =
        drafts(at, state.new.as_ref(), &state.required, &state.coverage, said);
    for draft in &filings {
        match filing_text(&draft.filing, &comments(draft)) {
            Some(after) => {
                let name = format!("{}/filings/{}.yaml", state.folder, draft.stem);
                found.files.push(Renewal { name, before: None, after });
            }
            None => {
                found.hold_up(id, UNREADABLE);
                continue;
            }
        }
        told(state, id, draft, found);
    }
    for (order, ask) in waiting {
        let of = state.required.get(order).map(|answer| of(id, answer)).unwrap_or_default();
        found.hold_up(&of, needed(ask));
    }
    for gap in differing {
        let Words { zh, en } = gap.why.words();
        let fact = gap.fact.spelled();
        found.hold_up(
            &format!("{id}/{fact}"),
            words!(
                "{zh}；请改正那个订单，或删去它再运行一次",
                "{en}: put that filing right, or delete it and run this again"
            ),
        );
    }
    for order in without_records {
        let of = state.required.get(order).map(|answer| of(id, answer)).unwrap_or_default();
        found.hold_up(
            &of,
            Words::fixed(
                "记录已经删去，订单无处可写：先恢复记录，办结后写 ended",
                "its records are gone, and the filing has nowhere to stand: put them back, and write `ended` once it \
                 is approved",
            ),
        );
    }
}

fn called<'a>(change: &'a Changed, id: &str) -> Option<&'a Subject> {
    let sides = change.states.iter().flat_map(|state| [state.new.as_ref(), state.old.as_ref()]);
    sides.flatten().find(|subject| &*subject.id == id)
}

/// Of which order something is said.
fn of(id: &str, answer: &Required) -> String {
    match (answer.procedure(), &answer.because) {
        (Some(procedure), _) => format!("{id} {procedure}"),
        (None, Some(fact)) => format!("{id}/{fact}"),
        (None, None) => id.to_owned(),
    }
}

/// Why something is not written, and the lawful way.
fn refusal(why: &Words, steps: Option<&[Procedure]>) -> Words {
    let Words { zh, en } = why;
    let Some(steps) = steps else {
        return words!("不能这样改，没有写订单：{zh}", "it cannot be changed so, and no filing is written: {en}");
    };
    let way = steps.iter().map(|step| step.term()).collect::<Vec<_>>().join(" → ");
    words!(
        "不能这样改，没有写订单：{zh}；合法途径：{way}",
        "it cannot be changed so, and no filing is written: {en}; the lawful way: {way}"
    )
}

/// What is said of a filing that is written: what is still to be said, and what it cannot stand beside.
fn told(state: &ChangedStates, id: &str, draft: &Draft, found: &mut Found) {
    let of = format!("{id}/{}", draft.stem);
    if !draft.asks.is_empty() {
        let all: Vec<Words> = draft.asks.iter().map(|ask| ask.words()).collect();
        let zh = all.iter().map(|ask| &*ask.zh).collect::<Vec<_>>().join("；");
        let en = all.iter().map(|ask| &*ask.en).collect::<Vec<_>>().join("; ");
        found.say(&of, words!("还没有写：{zh}", "not said yet: {en}"));
    }
    let conflicts = state.required.get(draft.order).map(|answer| answer.conflicts.as_slice()).unwrap_or_default();
    for conflict in conflicts {
        found.say(&of, conflict.words.clone());
    }
}

fn needed(ask: Ask) -> Words {
    let Words { zh, en } = ask.words();
    words!("没有写订单，先要说明：{zh}", "no filing is written before this is said: {en}")
}

/// What is still to be gathered, as lines of comment.
fn comments(draft: &Draft) -> Vec<String> {
    if draft.papers.is_empty() {
        return Vec::new();
    }
    let head = "待备材料（备齐后写进 papers）：".to_owned();
    std::iter::once(head).chain(draft.papers.iter().map(paper)).collect()
}

fn paper(need: &PaperNeed) -> String {
    let of = if need.of.is_empty() { String::new() } else { format!("（{}）", need.of.join("、")) };
    let only_if = need.only_if.as_ref().map(|words| format!("——{}", words.zh)).unwrap_or_default();
    format!("- {}{of}{only_if}", need.name.zh)
}

/// Completes the opening balance, or says that it can be completed.
fn offer(args: &FileArgs, state: &ChangedStates, id: &str, records: &Path, found: &mut Found) -> Result<(), Failure> {
    let Some(new) = state.new.as_ref() else { return Ok(()) };
    let Some(Completion { stem, edits, facts }) = completion(new, &state.required) else { return Ok(()) };
    let of = format!("{id}/{stem}");
    if !args.complete {
        let (zh, en) = (facts.join("、"), facts.join(", "));
        found.say(
            &of,
            words!(
                "既有备案没有写 {zh}，现在有了；用 --complete 补写进去",
                "the opening balance left open what is told now: {en}; add it with --complete"
            ),
        );
        return Ok(());
    }
    let disk = Disk::open(records, TreeLimits::default())?;
    let raw = disk.read_subject(&state.folder)?;
    let edits: Vec<_> = edits.iter().filter_map(placed).collect();
    let amended = amended(&raw, &edits).map_err(|error| not_amended(records, &error))?;
    found.files.extend(amended.files);
    Ok(())
}
