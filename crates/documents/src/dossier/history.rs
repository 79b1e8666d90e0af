//! The history of facts, with both clocks.

use super::facts::{DASH, Facts};
use super::input::{Commit, History, Known, Recorded};
use beian_core::change::Fact;
use beian_core::words;
use beian_core::words::Words;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct FactView {
    fact: String,
    label: String,
    values: Vec<ValueView>,
}

#[derive(Debug, Serialize)]
struct ValueView {
    value: String,
    since: String,
    basis: String,
    known: String,
    by: String,
    note: String,
}

/// What was on file, fact by fact, up to the day of which the dossier speaks.
pub(super) fn filed(facts: Facts<'_>, history: &History) -> Vec<FactView> {
    let mut found = Vec::new();
    for (spelled, steps) in &history.filed {
        let Some(fact) = Fact::parse(spelled) else { continue };
        let values = steps.iter().map(|known| step(facts, history, &fact, known)).collect();
        found.push(FactView { fact: spelled.clone(), label: facts.say(&fact.words()), values });
    }
    found.sort_by_key(|view| rank(&view.fact));
    found
}

/// Who files comes first, then what is filed, then who answers.
fn rank(fact: &str) -> usize {
    let order = ["subject/", "services/", "people/", "servers/", "domains/"];
    order.iter().position(|file| fact.starts_with(file)).unwrap_or(order.len())
}

fn step(facts: Facts<'_>, history: &History, fact: &Fact, known: &Known) -> ValueView {
    let step = &known.step;
    let commit = known.commit.and_then(|at| history.commits.get(at));
    let mut notes = Vec::new();
    if let Some(stem) = &step.corrects {
        notes.push(words!("更正 {stem}", "corrects {stem}"));
        notes.push(Words::fixed("当时为真，后来才知", "true then, known later"));
    }
    let days = commit.and_then(|commit| Some(step.since?.days_until(commit.committed?))).unwrap_or(0);
    if days > 0 && known.commit == Some(0) {
        notes.push(Words::fixed("建档时录入", "entered when the records began"));
    } else if days > 0 {
        notes.push(words!("{days} 天后记入", "entered {days} days later"));
    }
    let notes: Vec<String> = notes.iter().map(|note| facts.say(note)).collect();
    let gone = || facts.say(&Words::fixed("（注销或取消）", "(taken off)"));
    ValueView {
        value: step.value.as_ref().map_or_else(gone, |value| facts.value(fact, value)),
        since: step.since.map_or_else(|| DASH.to_owned(), |since| since.to_string()),
        basis: step.filing.to_string(),
        known: commit.map_or_else(|| facts.say(&Words::fixed("尚未提交", "in no commit")), told),
        by: commit.map_or_else(|| DASH.to_owned(), |commit| by(facts, commit)),
        note: if notes.is_empty() { DASH.to_owned() } else { notes.join("；") },
    }
}

/// What the records said of facts that no filing holds; of a past day only what they said by
/// then.
pub(super) fn recorded(facts: Facts<'_>, history: &History) -> Vec<FactView> {
    let days = &facts.input.terms.days;
    let mut found = Vec::new();
    for (spelled, values) in &history.recorded {
        let Some(fact) = Fact::parse(spelled) else { continue };
        let by_then = |recorded: &&Recorded| {
            let day = history.commits.get(recorded.commit).and_then(|commit| commit.committed);
            !days.is_past() || day.is_some_and(|day| day <= days.as_of)
        };
        let values: Vec<ValueView> =
            values.iter().filter(by_then).map(|recorded| entry(facts, history, &fact, recorded)).collect();
        if !values.is_empty() {
            found.push(FactView { fact: spelled.clone(), label: facts.say(&fact.words()), values });
        }
    }
    found.sort_by_key(|view| rank(&view.fact));
    found
}

fn entry(facts: Facts<'_>, history: &History, fact: &Fact, recorded: &Recorded) -> ValueView {
    let commit = history.commits.get(recorded.commit);
    let gone = || facts.say(&Words::fixed("（删去）", "(taken out)"));
    ValueView {
        value: recorded.value.as_ref().map_or_else(gone, |value| facts.value(fact, value)),
        since: DASH.to_owned(),
        basis: DASH.to_owned(),
        known: commit.map_or_else(|| DASH.to_owned(), told),
        by: commit.map_or_else(|| DASH.to_owned(), |commit| by(facts, commit)),
        note: DASH.to_owned(),
    }
}

/// The day of a commit and the beginning of its id.
fn told(commit: &Commit) -> String {
    let id = commit.id.get(..10).unwrap_or(&commit.id);
    commit.committed.map_or_else(|| id.to_owned(), |day| format!("{day} {id}"))
}

/// Who entered it answers by name.
fn by(facts: Facts<'_>, commit: &Commit) -> String {
    let author = facts.mask.numbers(commit.author.trim());
    if author.is_empty() { DASH.to_owned() } else { author }
}
