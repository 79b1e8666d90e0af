//! Days to keep for programs: version 1. The types stand for themselves, so that nothing inside
//! `beian` can change what others read.

use super::{Report, State};
use crate::output::json::{TOOL, VERSION};
use crate::output::machine::pretty;
use crate::output::shown::shown;
use beian_core::words::Lang;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Document {
    version: u32,
    tool: &'static str,
    /// The version of the rules.
    rules: String,
    today: String,
    /// Within how many days was asked; null for all.
    within: Option<i64>,
    summary: Summary,
    due: Vec<Due>,
    /// What could not be seen or read, and may hold more days.
    not_seen: Vec<NotSeen>,
}

#[derive(Serialize)]
struct Summary {
    subjects: usize,
    late: usize,
    today: usize,
    ahead: usize,
    no_day: usize,
}

#[derive(Serialize)]
struct Due {
    /// Stays the same as long as it is the same matter.
    uid: String,
    /// `late`, `today`, `ahead` or `no-day`.
    state: &'static str,
    /// The last day, or null where it has none.
    due: Option<String>,
    /// The moment, where that is known.
    at: Option<String>,
    /// Less than nothing if it is late.
    days_left: Option<i64>,
    /// The year whose working days are not published, if that is why there is no day.
    unknown_calendar: Option<i32>,
    subject: String,
    name: Option<String>,
    kind: &'static str,
    what: String,
    /// Who has to act: `house`, `provider`, `administration` or `police`.
    actor: &'static str,
    fact: String,
    services: Vec<String>,
    owners: Vec<String>,
    rule: Option<&'static str>,
}

#[derive(Serialize)]
struct NotSeen {
    path: String,
    why: String,
}

/// Writes them.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let count = |state| report.of(state).count();
    let text = |text: &str| shown(text).into_owned();
    let list = |all: &[String]| all.iter().map(|one| text(one)).collect();
    let due = report.items.iter().map(|item| Due {
        uid: item.uid(),
        state: item.state(report.today).id(),
        due: item.due.map(|due| due.to_string()),
        at: item.at.map(|at| at.to_string()),
        days_left: item.left(report.today),
        unknown_calendar: item.unknown.map(|unknown| unknown.0),
        subject: text(&item.subject),
        name: item.name.as_deref().map(text),
        kind: item.matter.id(),
        what: text(item.what.get(lang)),
        actor: item.matter.actor().id(),
        fact: text(&item.fact),
        services: list(&item.services),
        owners: list(&item.owners),
        rule: item.rule,
    });
    let lost = report.lost.iter().map(|(path, why)| NotSeen { path: text(path), why: text(why.get(lang)) });
    let document = Document {
        version: VERSION,
        tool: TOOL,
        rules: report.rules.clone(),
        today: report.today.to_string(),
        within: report.within,
        summary: Summary {
            subjects: report.subjects,
            late: count(State::Late),
            today: count(State::Today),
            ahead: count(State::Ahead),
            no_day: count(State::NoDay),
        },
        due: due.collect(),
        not_seen: lost.collect(),
    };
    pretty(&document, out)
}
