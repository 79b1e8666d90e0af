//! The history of facts, with both clocks.

use super::facts::{DASH, Facts};
use super::input::{Commit, History, Known, Recorded};
use crate::value::printed;
use beian_core::change::Fact;
use beian_core::words;
use beian_core::words::Words;
use minijinja::Value;

printed! {
    /// A fact with its values.
    FactView { fact, label, values }
}

printed! {
    /// A value of a fact, and how it came about.
    ValueView { value, since, basis, known, by, note }
}

/// What was on file, fact by fact, up to the day of which the dossier speaks.
pub(super) fn filed(facts: Facts<'_>, history: &History) -> Vec<Value> {
    let mut found = Vec::with_capacity(history.filed.len());
    let mut last = None;
    for (spelled, steps) in &history.filed {
        let Some(fact) = Fact::parse(spelled) else { continue };
        let values = steps.iter().map(|known| {
            let origin = origin(facts, history, known, &mut last);
            let gone = || facts.said(&Words::fixed("（注销或取消）", "(taken off)"));
            let value = known.step.value.as_ref();
            let value = value.map_or_else(gone, |value| Value::from(facts.value(&fact, value)));
            let Origin { since, basis, known, by, note } = origin;
            Value::from_object(ValueView { value, since, basis, known, by, note })
        });
        found.push((spelled, view(facts, &fact, spelled, values.collect())));
    }
    sorted(found)
}

fn view(facts: Facts<'_>, fact: &Fact, spelled: &str, values: Vec<Value>) -> Value {
    let label = facts.said(&fact.words());
    Value::from_object(FactView { fact: Value::from(spelled), label, values: Value::from(values) })
}

fn sorted(mut found: Vec<(&String, Value)>) -> Vec<Value> {
    found.sort_by_key(|(spelled, _)| rank(spelled));
    found.into_iter().map(|(_, view)| view).collect()
}

/// Who files comes first, then what is filed, then who answers.
fn rank(fact: &str) -> usize {
    let order = ["subject/", "services/", "people/", "servers/", "domains/"];
    order.iter().position(|file| fact.starts_with(file)).unwrap_or(order.len())
}

/// What a value on file rests on, and who entered it when.
#[derive(Clone)]
struct Origin {
    since: Value,
    basis: Value,
    known: Value,
    by: Value,
    note: Value,
}

/// The origin of a step; mostly it is that of the step before, since filings put many facts on
/// file at once.
fn origin<'h>(facts: Facts<'_>, history: &History, known: &'h Known, last: &mut Option<(&'h Known, Origin)>) -> Origin {
    let same = |of: &Known| {
        let (a, b) = (&of.step, &known.step);
        of.commit == known.commit && (&a.filing, a.since, &a.corrects) == (&b.filing, b.since, &b.corrects)
    };
    if let Some((_, origin)) = last.as_ref().filter(|(of, _)| same(of)) {
        return origin.clone();
    }
    let origin = of_step(facts, history, known);
    *last = Some((known, origin.clone()));
    origin
}

fn of_step(facts: Facts<'_>, history: &History, known: &Known) -> Origin {
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
    Origin {
        since: step.since.map_or_else(dash, |since| Value::from(since.to_string())),
        basis: Value::from(&*step.filing),
        known: commit.map_or_else(|| facts.said(&Words::fixed("尚未提交", "in no commit")), told),
        by: commit.map_or_else(dash, |commit| by(facts, commit)),
        note: if notes.is_empty() { dash() } else { Value::from(notes.join("；")) },
    }
}

fn dash() -> Value {
    Value::from(DASH)
}

/// What the records said of facts that no filing holds; of a past day only what they said by
/// then.
pub(super) fn recorded(facts: Facts<'_>, history: &History) -> Vec<Value> {
    let days = &facts.input.terms.days;
    let mut found = Vec::new();
    for (spelled, values) in &history.recorded {
        let Some(fact) = Fact::parse(spelled) else { continue };
        let by_then = |recorded: &&Recorded| {
            let day = history.commits.get(recorded.commit).and_then(|commit| commit.committed);
            !days.is_past() || day.is_some_and(|day| day <= days.as_of)
        };
        let values: Vec<Value> =
            values.iter().filter(by_then).map(|recorded| entry(facts, history, &fact, recorded)).collect();
        if !values.is_empty() {
            found.push((spelled, view(facts, &fact, spelled, values)));
        }
    }
    sorted(found)
}

fn entry(facts: Facts<'_>, history: &History, fact: &Fact, recorded: &Recorded) -> Value {
    let commit = history.commits.get(recorded.commit);
    let gone = || facts.said(&Words::fixed("（删去）", "(taken out)"));
    Value::from_object(ValueView {
        value: recorded.value.as_ref().map_or_else(gone, |value| Value::from(facts.value(fact, value))),
        since: dash(),
        basis: dash(),
        known: commit.map_or_else(dash, told),
        by: commit.map_or_else(dash, |commit| by(facts, commit)),
        note: dash(),
    })
}

/// The day of a commit and the beginning of its id.
fn told(commit: &Commit) -> Value {
    let id = commit.id.get(..10).unwrap_or(&commit.id);
    commit.committed.map_or_else(|| Value::from(id), |day| Value::from(format!("{day} {id}")))
}

/// Who entered it answers by name.
fn by(facts: Facts<'_>, commit: &Commit) -> Value {
    let author = facts.mask.text(commit.author.trim());
    if author.is_empty() { dash() } else { Value::from(author) }
}
