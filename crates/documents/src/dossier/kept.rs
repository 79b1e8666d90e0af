//! Parts of dossiers that are the same in many of them, made once.

use super::facts::Facts;
use super::findings;
use super::labels::Labels;
use crate::Error;
use crate::engine::Engine;
use beian_core::day::Day;
use beian_core::words::Lang;
use minijinja::Value;
use minijinja::value::Serde;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How many lists of rules are kept. Subjects of one register have few faults, and mostly
/// none; a register where each has others must not fill the memory.
const MOST: usize = 64;

/// What is kept from one dossier to the next.
#[derive(Debug)]
pub(super) struct Kept {
    labels: [Value; 2],
    others: Mutex<BTreeMap<Basis, Others>>,
}

/// The rules that found nothing in a subject, as templates see them.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Others {
    /// By what they rest on.
    pub(super) others: Value,
    /// The table of them.
    pub(super) table: Value,
}

/// All that the list of the other rules rests on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Basis {
    lang: Lang,
    as_of: Day,
    is_past: bool,
    found: Vec<&'static str>,
}

impl Kept {
    pub(super) fn new() -> Self {
        let labels = [Lang::Zh, Lang::En].map(|lang| Value::from_object(Labels::new(lang).by_name()));
        Self { labels, others: Mutex::default() }
    }

    /// The labels in one language, as templates see them.
    pub(super) fn labels(&self, lang: Lang) -> Value {
        let [zh, en] = &self.labels;
        match lang {
            Lang::Zh => zh.clone(),
            Lang::En => en.clone(),
        }
    }

    /// The rules that found nothing in a subject.
    pub(super) fn others(&self, facts: Facts<'_>, engine: &Engine) -> Result<Others, Error> {
        let terms = &facts.input.terms;
        let found = findings::found(facts.input);
        let basis = Basis { lang: terms.lang, as_of: terms.days.as_of, is_past: terms.days.is_past(), found };
        if let Some(others) = self.kept().get(&basis) {
            return Ok(others.clone());
        }
        let others = Value::from(Serde(findings::others(facts, &basis.found)));
        let context = Table { w: self.labels(terms.lang), others: others.clone() };
        let others = Others { others, table: engine.part(TABLE, &context)? };
        let mut kept = self.kept();
        if kept.len() < MOST {
            kept.insert(basis, others.clone());
        }
        Ok(others)
    }

    fn kept(&self) -> MutexGuard<'_, BTreeMap<Basis, Others>> {
        self.others.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The template of the table of rules that found nothing.
const TABLE: &str = "_dossier-rules.md.j2";

/// What it prints.
#[derive(Debug, Serialize)]
struct Table {
    w: Value,
    others: Value,
}
