//! Days that are not broken at the end of a line, as narrow columns would do at each hyphen.

use beian_core::day::Day;
use comrak::Arena;
use comrak::nodes::{AstNode, Node, NodeValue};

/// How many bytes a day takes.
const LENGTH: usize = 10;

/// Marks every day in the text of a document.
pub(super) fn keep_whole<'a>(arena: &'a Arena<'a>, root: Node<'a>) {
    let texts: Vec<Node<'a>> =
        root.descendants().filter(|node| matches!(node.data().value, NodeValue::Text(_))).collect();
    for node in texts {
        let pieces = match &node.data().value {
            NodeValue::Text(text) => pieces(text),
            _ => continue,
        };
        if pieces.len() < 2 && !pieces.iter().any(|piece| matches!(piece, NodeValue::Raw(_))) {
            continue;
        }
        for piece in pieces {
            node.insert_before(arena.alloc(AstNode::from(piece)));
        }
        node.detach();
    }
}

/// A text, parted into days and what stands between them.
fn pieces(text: &str) -> Vec<NodeValue> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(hyphen) = text.get(at..).and_then(|rest| rest.find('-')) {
        let hyphen = at + hyphen;
        at = hyphen + 1;
        let Some(first) = hyphen.checked_sub(4).filter(|first| start <= *first) else { continue };
        let Some(day) = text.get(first..first + LENGTH).filter(|day| Day::parse(day).is_ok()) else { continue };
        if let Some(before) = text.get(start..first).filter(|before| !before.is_empty()) {
            pieces.push(NodeValue::Text(before.to_owned().into()));
        }
        pieces.push(NodeValue::Raw(format!("<span class=\"day\">{day}</span>")));
        start = first + LENGTH;
        at = start;
    }
    if let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
        pieces.push(NodeValue::Text(rest.to_owned().into()));
    }
    pieces
}
