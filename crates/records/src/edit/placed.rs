//! What core wants written, as edits of files.

use super::text::{Act, Edit, Step, Written};
use crate::write::{Use, to_yaml, value_to_yaml};
use beian_core::drafting::{Content, Edit as Meant};
use beian_core::record::{Plain, Step as Place};

/// The file of an edit, from the subject's folder on, and what is done in it; none for a place
/// that no file has.
#[must_use]
pub fn placed(edit: &Meant) -> Option<(String, Edit)> {
    let (Place::File(name), path) = edit.at.split_first()? else { return None };
    let at = path.iter().map(step).collect::<Option<Vec<Step>>>()?;
    let act = match &edit.content {
        Content::Text(text) => set(text, Some(Use::Text)),
        Content::Day(day) => set(&day.to_string(), None),
        Content::Ended(ended) => Act::Set(Written::Block(to_yaml(ended))),
        Content::Fact(Plain::Text(text)) => set(text, Some(Use::Plain)),
        Content::Fact(value) => Act::Set(Written::Block(value_to_yaml(value))),
        Content::Event(event) => Act::Append(Written::Block(to_yaml(event))),
        Content::Grant(grant) => Act::Append(Written::Block(to_yaml(grant))),
        Content::Number(number) => Act::Append(Written::Block(to_yaml(number))),
    };
    Some((format!("{name}.yaml"), Edit { at, act }))
}

fn set(text: &str, used: Option<Use>) -> Act {
    Act::Set(Written::Scalar { text: text.to_owned(), used })
}

fn step(place: &Place) -> Option<Step> {
    match place {
        Place::Field(name) => Some(Step::Key((*name).to_owned())),
        Place::Key(key) => Some(Step::Key(key.to_string())),
        Place::Item(n) => Some(Step::Item(usize::try_from(*n).ok()?)),
        Place::File(_) | Place::Part => None,
    }
}
