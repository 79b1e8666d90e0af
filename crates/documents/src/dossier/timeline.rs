//! The filings as a Mermaid `timeline`.

use super::facts::Facts;
use super::filings::{outcome, procedure};
use beian_core::day::Day;
use minijinja::Value;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Debug, Serialize)]
pub(super) struct Moment {
    day: Value,
    events: Vec<Value>,
}

/// What happened on which day, in order. The texts stand in a diagram, where Markdown's signs
/// mean nothing and Mermaid's own would.
pub(super) fn timeline(facts: Facts<'_>) -> Vec<Moment> {
    let mut days: BTreeMap<Day, Vec<String>> = BTreeMap::new();
    for dated in &facts.input.subject.filings {
        let (what, day) = outcome(facts, dated);
        let Some(day) = day.and_then(|day| Day::parse(&day).ok()) else { continue };
        let procedure = procedure(facts, &dated.record.value);
        days.entry(day).or_default().push(format!("{procedure} {what}"));
    }
    let safe = |text: &str| Value::from_safe_string(plain(text));
    days.into_iter()
        .map(|(day, events)| Moment {
            day: safe(&day.to_string()),
            events: events.iter().map(|text| safe(text)).collect(),
        })
        .collect()
}

/// A text without any sign that means something in a diagram.
fn plain(text: &str) -> String {
    let keep = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '（' | '）' | '、' | '，') { c } else { ' ' };
    let text: String = text.chars().take(80).map(keep).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_acts_in_a_diagram() {
        assert_eq!(plain("变更 : a\n```; #35; <b> %%{init}%%"), "变更 a 35 b init");
    }
}
