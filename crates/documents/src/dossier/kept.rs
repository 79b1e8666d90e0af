//! Parts of dossiers that are the same in many of them, made once.

use super::facts::Facts;
use super::findings;
use super::labels::Labels;
use beian_core::day::Day;
use beian_core::words::Lang;
use minijinja::Value;
use minijinja::value::Serde;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// How many lists of rules are kept. Subjects of one register have few faults, and mostly
/// none; a register where each has others must not fill the memory.
const MOST: usize = 64;

/// What is kept from one dossier to the next.
#[derive(Debug)]
pub(super) struct Kept {
    labels: [Value; 2],
    others: Mutex<BTreeMap<Basis, Value>>,
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
        let labels = [Lang::Zh, Lang::En].map(|lang| Value::from(Serde(Labels::new(lang))));
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

    /// The rules that found nothing in a subject, as templates see them.
    pub(super) fn others(&self, facts: Facts<'_>) -> Value {
        let terms = &facts.input.terms;
        let found = findings::found(facts.input);
        let basis = Basis { lang: terms.lang, as_of: terms.days.as_of, is_past: terms.days.is_past(), found };
        let mut kept = self.others.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = kept.get(&basis) {
            return value.clone();
        }
        let value = Value::from(Serde(findings::others(facts, &basis.found)));
        if kept.len() < MOST {
            kept.insert(basis, value.clone());
        }
        value
    }
}
