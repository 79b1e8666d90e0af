//! A plan for a terminal and for paper.

use super::{Shown, is_ticked, line};
use crate::output::columns::{width, wrapped};
use crate::output::rule_set::rule_set;
use beian_core::plan::{Item, ItemKind, Standing};
use beian_core::words;
use beian_core::words::Words;

/// How wide a line is: a page of A4 with letters of nine points.
const COLUMNS: usize = 100;

/// The plan.
pub(crate) fn made(shown: &Shown<'_>) -> String {
    let mut out = String::new();
    let mut put = |before: &str, text: &str| {
        let indent = width(before);
        for (at, line) in wrapped(text, COLUMNS - indent).iter().enumerate() {
            let begins = if at == 0 { before.to_owned() } else { " ".repeat(indent) };
            out += &format!("{}\n", format!("{begins}{line}").trim_end());
        }
    };
    put("", &shown.title());
    put("", &shown.about());
    put("", &shown.now());
    if let Some(course) = shown.course() {
        put("", &course);
    }
    for (at, step) in shown.plan.steps.iter().enumerate() {
        let mark = match step.standing {
            Standing::Done => "[x]",
            Standing::Now => "[>]",
            Standing::Later => "[ ]",
        };
        let actor = step.actor.words();
        let parts = [actor.get(shown.lang).to_owned(), shown.say(&step.place), shown.when(step)];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let (number, title) = (at + 1, shown.say(&step.step.words()));
        let head = format!("{mark} {number:>2}. ");
        match step.standing {
            Standing::Done => put(&head, &title),
            Standing::Now | Standing::Later => {
                put(&head, &format!("{title}{}{}", shown.bar(), parts.join(shown.bar())));
            }
        }
        for item in &step.items {
            put(mark_of(item), &line(item, shown));
        }
    }
    let end = match shown.plan.province {
        Some(province) => {
            let name = province.short_zh;
            words!(
                "依据见 --format markdown；省里的全部要求：beian rules --province {name}",
                "what it rests on: --format markdown; all that the province asks: beian rules --province {name}"
            )
        }
        None => Words::fixed("依据见 --format markdown", "what it rests on: --format markdown"),
    };
    put("", &shown.say(&end));
    put("", rule_set(shown.rules).get(shown.lang));
    out
}

const fn mark_of(item: &Item) -> &'static str {
    match item.kind {
        _ if item.is_held => "    [x] ",
        _ if is_ticked(item) => "    [ ] ",
        ItemKind::Code => "      ",
        ItemKind::Consequence => "      ! ",
        _ => "      - ",
    }
}
