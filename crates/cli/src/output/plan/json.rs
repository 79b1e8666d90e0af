//! A plan for programs: version 1. The types stand for themselves, so that nothing inside `beian` can change what
//! others read.

use super::Shown;
use crate::output::json::{TOOL, VERSION};
use crate::output::machine::pretty;
use beian_core::plan::{Course, Item, ItemKind, PlanStep, Standing};
use beian_core::progress::By;
use beian_core::record::Vocabulary;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Document {
    version: u32,
    tool: &'static str,
    rules: String,
    today: String,
    subject: String,
    organiser: String,
    procedure: &'static str,
    covers: Vec<String>,
    province: Option<&'static str>,
    nature: Option<&'static str>,
    provider: Option<String>,
    progress: &'static str,
    now: String,
    /// What the order comes to by when; null where nothing is left to be decided.
    course: Option<CourseOut>,
    steps: Vec<StepOut>,
}

#[derive(Serialize)]
struct CourseOut {
    /// `forwards`, `backwards`, `too-soon` or `unknown-calendar`.
    kind: &'static str,
    days: BTreeMap<&'static str, String>,
    /// The day on which it opens, or can at the earliest.
    opens: Option<String>,
    unknown_calendar: Option<i32>,
    said: String,
}

#[derive(Serialize)]
struct StepOut {
    id: &'static str,
    title: String,
    /// `done`, `now` or `later`.
    standing: &'static str,
    actor: &'static str,
    place: String,
    not_before: Option<DayOut>,
    by: Option<DayOut>,
    items: Vec<ItemOut>,
}

#[derive(Serialize)]
struct DayOut {
    day: Option<String>,
    /// Whether it is only counted on from what is usual.
    usual: bool,
    unknown_calendar: Option<i32>,
    why: String,
}

#[derive(Serialize)]
struct ItemOut {
    /// `fact`, `paper`, `act`, `note`, `local`, `code` or `consequence`.
    kind: &'static str,
    text: String,
    held: bool,
    sha256: Option<String>,
    basis: String,
}

/// The plan.
pub(crate) fn made(shown: &Shown<'_>) -> String {
    let plan = shown.plan;
    let text = |text: &str| super::shown(&shown.veil.text(text)).into_owned();
    let document = Document {
        version: VERSION,
        tool: TOOL,
        rules: shown.rules.to_owned(),
        today: shown.today.to_string(),
        subject: text(shown.id),
        organiser: text(shown.organiser),
        procedure: plan.procedure.term(),
        covers: plan.covers.iter().map(|covered| text(covered)).collect(),
        province: plan.province.map(|province| province.short_zh),
        nature: plan.nature.map(|nature| nature.term()),
        provider: plan.provider.as_deref().map(text),
        progress: plan.now.phase.id(),
        now: shown.now(),
        course: plan.course.as_ref().map(|course| course_out(course, shown)),
        steps: plan.steps.iter().map(|step| step_out(step, shown)).collect(),
    };
    let mut out = Vec::new();
    // Nothing fails that is written into memory.
    drop(pretty(&document, &mut out));
    String::from_utf8_lossy(&out).into_owned()
}

fn course_out(course: &Course, shown: &Shown<'_>) -> CourseOut {
    let said = shown.course().unwrap_or_default();
    let none = BTreeMap::new();
    match course {
        Course::Days(schedule) => CourseOut {
            kind: if schedule.is_backwards { "backwards" } else { "forwards" },
            days: schedule.days.iter().map(|(mark, day)| (mark.id(), day.to_string())).collect(),
            opens: Some(schedule.opens.to_string()),
            unknown_calendar: None,
            said,
        },
        Course::TooSoon { earliest, .. } => CourseOut {
            kind: "too-soon",
            days: none,
            opens: earliest.ok().map(|day| day.to_string()),
            unknown_calendar: earliest.err().map(|year| year.0),
            said,
        },
        Course::Unknown(year) => {
            CourseOut { kind: "unknown-calendar", days: none, opens: None, unknown_calendar: Some(year.0), said }
        }
    }
}

fn step_out(step: &PlanStep, shown: &Shown<'_>) -> StepOut {
    let day = |by: &By| DayOut {
        day: by.day.map(|day| day.to_string()),
        usual: by.is_usual,
        unknown_calendar: by.unknown.map(|year| year.0),
        why: shown.say(&by.why),
    };
    StepOut {
        id: step.step.id(),
        title: shown.say(&step.step.words()),
        standing: match step.standing {
            Standing::Done => "done",
            Standing::Now => "now",
            Standing::Later => "later",
        },
        actor: step.actor.id(),
        place: shown.say(&step.place),
        not_before: step.not_before.as_ref().map(day),
        by: step.by.as_ref().map(day),
        items: step.items.iter().map(|item| item_out(item, shown)).collect(),
    }
}

fn item_out(item: &Item, shown: &Shown<'_>) -> ItemOut {
    ItemOut {
        kind: match item.kind {
            ItemKind::Fact => "fact",
            ItemKind::Paper => "paper",
            ItemKind::Act => "act",
            ItemKind::Note => "note",
            ItemKind::Local => "local",
            ItemKind::Code => "code",
            ItemKind::Consequence => "consequence",
        },
        text: shown.say(&item.words),
        held: item.is_held,
        sha256: item.sha256.clone(),
        basis: shown.say(&item.basis),
    }
}
