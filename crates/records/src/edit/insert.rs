//! Keys that come new: where they stand, and how they are written.

use super::text::{Act, Step, Written, behind_colon, column, item, plain};
use crate::write::{Use, scalar};
use crate::yaml::{Kind, Node, Scalar};
use beian_core::record::Shape;

/// Puts what leads to a new value, and the value, into a mapping, or under a key that holds nothing.
pub(super) fn insert(
    text: &str,
    node: Option<Node<'_>>,
    above: Option<Scalar<'_>>,
    path: &[Step],
    act: &Act,
    shape: Option<&'static Shape>,
) -> Option<String> {
    let Some(node) = node else { return Some(put_lines(text, text.len(), &lines(path, act, 0)?)) };
    let is_empty = match node.kind() {
        Kind::Empty => true,
        Kind::Mapping => node.entries().next().is_none(),
        Kind::Sequence => node.items().next().is_none() && matches!(path.first(), Some(Step::Item(0))),
        Kind::Scalar | Kind::Refused => return None,
    };
    if is_empty {
        return under(text, node, above, path, act);
    }
    let Some(Step::Key(key)) = path.first() else { return None };
    let first = node.entries().next()?;
    // A mapping in braces has no line of its own to put a key on.
    if text.get(node.span().range().start..)?.starts_with('{') {
        return None;
    }
    let column = column(text, first.key.span.range().start)?;
    let before = predecessor(node, key, shape)?;
    let end = line_after(text, end_of(text, before.0, before.1));
    Some(put_lines(text, end, &lines(path, act, column)?))
}

/// Puts a value under a key that holds nothing, or into a document of empty brackets.
fn under(text: &str, node: Node<'_>, above: Option<Scalar<'_>>, path: &[Step], act: &Act) -> Option<String> {
    let Some(key) = above else {
        let span = node.span().range();
        let rest = [text.get(..span.start)?, text.get(span.end..)?].concat();
        return rest.trim().is_empty().then(|| lines(path, act, 0)).flatten();
    };
    let colon = behind_colon(text, key)?;
    let end = if node.kind() == Kind::Empty { colon } else { node.span().range().end };
    if text.get(colon..end)?.contains('#') {
        return None;
    }
    let lines = lines(path, act, column(text, key.span.range().start)? + 2)?;
    let lines = with_ending(lines.trim_end_matches('\n'), line_ending(text));
    let (before, after) = (text.get(..colon)?, text.get(end..)?);
    Some([before, line_ending(text), &lines, after].concat())
}

/// The lines of a new value at a column, with the keys that lead to it.
fn lines(path: &[Step], act: &Act, column: usize) -> Option<String> {
    let indent = " ".repeat(column);
    match path.split_first() {
        Some((Step::Key(key), rest)) => {
            let key = scalar(key, Use::Key);
            Some(match (rest, act) {
                ([], Act::Set(written)) => format!("{indent}{key}:{}", nested(written, column + 2)),
                ([], Act::Append(written)) => format!("{indent}{key}:\n{}", item(written, column + 2)),
                (rest, act) => format!("{indent}{key}:\n{}", lines(rest, act, column + 2)?),
            })
        }
        Some((Step::Item(0), rest)) if !rest.is_empty() => Some(item(&Written::Block(lines(rest, act, 0)?), column)),
        Some((Step::Item(0), _)) => match act {
            Act::Set(written) => Some(item(written, column)),
            Act::Append(_) => None,
        },
        Some((Step::Item(_), _)) | None => None,
    }
}

/// What follows a key and its colon: a scalar on its line, or lines of their own at a column.
pub(super) fn nested(written: &Written, column: usize) -> String {
    match written {
        Written::Scalar { text, used } => {
            let text = plain(text, *used);
            format!(" {text}\n")
        }
        Written::Block(block) if matches!(block.trim(), "{}" | "[]") => format!(" {}\n", block.trim()),
        Written::Block(block) => {
            let indent = " ".repeat(column);
            let lines = block.lines().map(|line| format!("{indent}{line}\n"));
            format!("\n{}", lines.collect::<String>())
        }
    }
}

/// The entry behind which a key comes: by the order of the format the nearest before it, or else the last.
fn predecessor<'a>(node: Node<'a>, key: &str, shape: Option<&'static Shape>) -> Option<(Scalar<'a>, Node<'a>)> {
    let order = |name: &str| match shape {
        Some(Shape::Record(info)) => info.fields.iter().position(|field| field.name == name),
        _ => None,
    };
    let own = order(key);
    let before = node.entries().filter(|entry| own.is_some() && order(entry.key.text) < own);
    let chosen = before.filter(|entry| order(entry.key.text).is_some()).last().or_else(|| node.entries().last())?;
    Some((chosen.key, chosen.value))
}

/// Where an entry ends, comments behind it not counted.
pub(super) fn end_of(text: &str, key: Scalar<'_>, node: Node<'_>) -> usize {
    let end = end_of_value(text, node).max(key.span.range().end);
    // A block of text may end in the line break that belongs to it.
    let written = text.get(..end).unwrap_or_default();
    written.trim_end_matches(['\n', '\r', ' ']).len().max(key.span.range().end)
}

/// Where a value ends, with all that stands in it.
pub(super) fn end_of_value(text: &str, node: Node<'_>) -> usize {
    let span = node.span().range();
    let in_brackets = text.get(span.start..).is_some_and(|rest| rest.starts_with(['[', '{']));
    match node.kind() {
        Kind::Scalar | Kind::Refused => span.end,
        Kind::Mapping | Kind::Sequence if in_brackets => span.end,
        Kind::Empty | Kind::Mapping | Kind::Sequence => {
            let entries = node.entries().map(|entry| end_of_value(text, entry.value).max(entry.key.span.range().end));
            entries.chain(node.items().map(|item| end_of_value(text, item))).fold(span.start, usize::max)
        }
    }
}

/// The start of the line behind a place.
pub(super) fn line_after(text: &str, at: usize) -> usize {
    // What ends in its line break is at the start of the next line already.
    if text.get(..at).is_some_and(|before| before.ends_with('\n')) {
        return at;
    }
    let rest = text.get(at..).unwrap_or_default();
    rest.find('\n').map_or(text.len(), |end| at + end + 1)
}

/// Puts whole lines to the start of a line, with the line ends of the text.
pub(super) fn put_lines(text: &str, at: usize, lines: &str) -> String {
    let ending = line_ending(text);
    let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at..).unwrap_or_default());
    let lines = with_ending(lines, ending);
    if before.is_empty() || before.ends_with('\n') {
        return [before, &lines, after].concat();
    }
    // The last line has no end, and will have none.
    [before, ending, lines.strip_suffix(ending).unwrap_or(&lines), after].concat()
}

/// The line end of a text: that of its first line.
pub(super) fn line_ending(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text.get(..at).is_some_and(|line| line.ends_with('\r')) => "\r\n",
        _ => "\n",
    }
}

/// Lines with the line end of another text.
pub(super) fn with_ending(lines: &str, ending: &str) -> String {
    if ending == "\n" { lines.to_owned() } else { lines.replace('\n', ending) }
}
