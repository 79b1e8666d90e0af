//! What an opening balance left open and the records tell now (补录).

use super::event::{Content, Edit};
use crate::filed::is_filed;
use crate::model::{Filing, Subject};
use crate::procedure::{Reason, Required, Verdict};
use crate::record::Step;

/// What may be added to an opening balance.
#[derive(Debug, Clone, PartialEq)]
pub struct Completion {
    /// Stem of the opening.
    pub stem: String,
    /// The facts, with their values.
    pub edits: Vec<Edit>,
    /// The facts alone, as they are spelled.
    pub facts: Vec<String>,
}

/// The facts that complete the opening of a subject; none if nothing does. Of what an opening has told
/// already nothing is changed.
#[must_use]
pub fn completion(subject: &Subject, required: &[Required]) -> Option<Completion> {
    let opening = subject.filings.iter().find(|dated| dated.record.value.is_opening())?;
    let names = |filing: &Filing, fact: &str| filing.facts.known().is_some_and(|facts| facts.get(fact).is_some());
    let completed = required.iter().filter(|answer| answer.verdict == Verdict::NotNeeded(Reason::Completed));
    let mut found = Completion { stem: opening.stem.to_string(), edits: Vec::new(), facts: Vec::new() };
    for change in completed.flat_map(|answer| &answer.facts).filter(|change| is_filed(&change.fact)) {
        let fact = change.fact.spelled();
        let Some(value) = change.new.clone().filter(|_| !change.fact.is_whole()) else { continue };
        if names(&opening.record.value, &fact) {
            continue;
        }
        let at = vec![
            Step::File(format!("filings/{}", opening.stem).into()),
            Step::Field("facts"),
            Step::Key(fact.as_str().into()),
        ];
        found.edits.push(Edit { at, content: Content::Fact(value) });
        found.facts.push(fact);
    }
    (!found.edits.is_empty()).then_some(found)
}
