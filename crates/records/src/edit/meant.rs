//! What a text means, and what an edit makes of that: the measure by which an edit is judged.

use super::text::{Act, Edit, Step, Written};
use crate::limits::Limits;
use crate::yaml::{Kind, Node, read};
use std::collections::BTreeMap;

/// What stands in a document, without its form. Keys stand in any order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meant {
    Nothing,
    Text(String),
    List(Vec<Self>),
    Map(BTreeMap<String, Self>),
}

impl Meant {
    /// What a text says; none if it has a fault.
    pub(super) fn of(text: &str) -> Option<Self> {
        let reading = read(text.as_bytes(), &Limits::default());
        reading.faults.is_empty().then(|| reading.root().map_or(Self::Nothing, of_node))
    }

    /// What a written value says.
    fn written(written: &Written) -> Option<Self> {
        match written {
            Written::Scalar { text, .. } => Some(Self::Text(text.clone())),
            Written::Block(block) => Self::of(block),
        }
    }

    /// What it says after an edit; none if the edit does not fit.
    pub(super) fn after(self, edit: &Edit) -> Option<Self> {
        self.put(&edit.at, &edit.act)
    }

    fn put(self, at: &[Step], act: &Act) -> Option<Self> {
        let Some((step, rest)) = at.split_first() else {
            return match act {
                Act::Set(written) => Self::written(written),
                Act::Append(written) => {
                    let mut items = match self {
                        Self::List(items) => items,
                        Self::Nothing => Vec::new(),
                        Self::Text(_) | Self::Map(_) => return None,
                    };
                    items.push(Self::written(written)?);
                    Some(Self::List(items))
                }
            };
        };
        match (step, self) {
            (Step::Key(key), Self::Map(mut entries)) => {
                let value = entries.remove(key).unwrap_or(Self::Nothing).put(rest, act)?;
                entries.insert(key.clone(), value);
                Some(Self::Map(entries))
            }
            (Step::Key(key), Self::Nothing) => {
                let value = Self::Nothing.put(rest, act)?;
                Some(Self::Map([(key.clone(), value)].into()))
            }
            (Step::Item(index), Self::List(mut items)) => {
                let slot = items.get_mut(*index)?;
                *slot = std::mem::replace(slot, Self::Nothing).put(rest, act)?;
                Some(Self::List(items))
            }
            (Step::Item(0), Self::Nothing) => Some(Self::List(vec![Self::Nothing.put(rest, act)?])),
            _ => None,
        }
    }
}

fn of_node(node: Node<'_>) -> Meant {
    match node.kind() {
        Kind::Scalar => Meant::Text(node.scalar().map(|scalar| scalar.text.to_owned()).unwrap_or_default()),
        Kind::Sequence => Meant::List(node.items().map(of_node).collect()),
        Kind::Mapping => {
            Meant::Map(node.entries().map(|entry| (entry.key.text.to_owned(), of_node(entry.value))).collect())
        }
        Kind::Empty | Kind::Refused => Meant::Nothing,
    }
}
