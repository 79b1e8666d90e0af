//! One edit of one text.

use super::insert::{end_of, end_of_value, insert, line_after, line_ending, nested, put_lines, with_ending};
use super::meant::Meant;
use crate::limits::Limits;
use crate::write::{Use, read_alike, scalar};
use crate::yaml::{Kind, Node, Scalar, Style, read};
use beian_core::record::Shape;
use beian_core::words::Words;
use std::borrow::Cow;

/// One step from a value to a value within it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The value of a key.
    Key(String),
    /// An item of a list, counted from 0.
    Item(usize),
}

/// A value to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// Text, quoted where that is needed or where the old value was.
    Scalar {
        /// The text.
        text: String,
        /// What it is used as; none for what stands bare: a day, a term, a number.
        used: Option<Use>,
    },
    /// A record or a list, as lines of YAML in block style.
    Block(String),
}

/// A text as it is written where no quotes stand yet.
pub(super) fn plain(text: &str, used: Option<Use>) -> Cow<'_, str> {
    used.map_or(Cow::Borrowed(text), |used| scalar(text, used))
}

/// What is done at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// The value becomes this one. What leads to it is made if it is not there.
    Set(Written),
    /// The list gets this item at its end.
    Append(Written),
}

/// An edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Where.
    pub at: Vec<Step>,
    /// What.
    pub act: Act,
}

/// Why a text is not edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotEdited {
    /// It has faults of form: nobody knows what it says.
    Faulty,
    /// The place is written in a way in which it cannot be changed without touching what is
    /// beside it, such as a list in brackets, or a value with comments in it.
    Form,
}

impl NotEdited {
    /// The reason in words.
    #[must_use]
    pub const fn words(self) -> Words {
        let (zh, en) = match self {
            Self::Faulty => (
                "文件写法有误，先改正 beian validate 列出的问题",
                "its form is faulty: first mend what `beian validate` lists",
            ),
            Self::Form => (
                "这里的写法（行内列表、值中间的注释等）改了会动到别的内容，请手工修改",
                "as it is written there (a list in brackets, a comment within a value) it cannot be changed without \
                 touching what is beside it: edit it by hand",
            ),
        };
        Words::fixed(zh, en)
    }
}

/// The text after an edit. `shape` is what the file holds, by which new keys come to their places.
///
/// # Errors
/// If the text cannot be read, or the edit cannot be made without touching something else.
pub fn edited(text: &str, edit: &Edit, shape: &'static Shape) -> Result<String, NotEdited> {
    let before = Meant::of(text).ok_or(NotEdited::Faulty)?;
    let meant = before.after(edit).ok_or(NotEdited::Form)?;
    // What stands bare elsewhere may need quotes here: then they are tried.
    let tries = [false, true].into_iter().filter_map(|quoted| tried(text, edit, shape, quoted));
    let is_meant = |new: &String| Meant::of(new).as_ref() == Some(&meant) && read_alike(new);
    tries.into_iter().find(is_meant).ok_or(NotEdited::Form)
}

fn tried(text: &str, edit: &Edit, shape: &'static Shape, quoted: bool) -> Option<String> {
    let reading = read(text.as_bytes(), &Limits::default());
    let mut at = Standing { key: None, node: reading.root() };
    let mut path = edit.at.iter();
    let mut shape = Some(shape);
    while let Some(step) = path.as_slice().first() {
        let next = at.node.and_then(|node| at.within(node, step));
        match next {
            Some(next) => at = next,
            None => return insert(text, at.node, at.key, path.as_slice(), &edit.act, shape),
        }
        shape = shape.and_then(|shape| inner(shape, step));
        path.next();
    }
    match &edit.act {
        Act::Set(written) => set(text, &at, written, quoted),
        Act::Append(written) => append(text, &at, written),
    }
}

/// A value, and the key under which it stands.
struct Standing<'a> {
    key: Option<Scalar<'a>>,
    node: Option<Node<'a>>,
}

impl<'a> Standing<'a> {
    fn within(&self, node: Node<'a>, step: &Step) -> Option<Standing<'a>> {
        match step {
            Step::Key(key) => {
                let entry = node.entries().find(|entry| entry.key.text == key)?;
                Some(Standing { key: Some(entry.key), node: Some(entry.value) })
            }
            Step::Item(index) => node.items().nth(*index).map(|node| Standing { key: None, node: Some(node) }),
        }
    }
}

/// The shape of what stands one step further.
fn inner(shape: &'static Shape, step: &Step) -> Option<&'static Shape> {
    match (shape, step) {
        (Shape::Record(info), Step::Key(key)) => info.field(key).map(|field| field.shape),
        (Shape::Keyed(inner), Step::Key(_)) | (Shape::List(inner), Step::Item(_)) => Some(inner),
        (Shape::Texts, Step::Item(_)) => Some(&Shape::Text),
        (Shape::Either(one, other), step) => inner(one, step).or_else(|| inner(other, step)),
        _ => None,
    }
}

/// Puts a value into the place of another one.
fn set(text: &str, at: &Standing<'_>, written: &Written, quoted: bool) -> Option<String> {
    let node = at.node?;
    if let (Some(old), Written::Scalar { text: new, used }) = (node.scalar(), written) {
        let span = old.span.range();
        let whole = text.get(span.clone())?;
        let new = in_style(new, *used, old.style, quoted);
        let end = if whole.ends_with('\n') { line_ending(text) } else { "" };
        return Some(replaced(text, span, &format!("{new}{end}")));
    }
    // A value of another form comes behind the key, in the place of all that stood there.
    let key = at.key?;
    let colon = behind_colon(text, key)?;
    let end = if node.kind() == Kind::Empty { colon } else { end_of(text, key, node) };
    let old = text.get(colon..end)?;
    if old.contains('#') {
        return None;
    }
    let column = column(text, key.span.range().start)?;
    let lines = nested(written, column + 2);
    let lines = lines.strip_suffix('\n').unwrap_or(&lines);
    Some(replaced(text, colon..end, &with_ending(lines, line_ending(text))))
}

/// A scalar in the quotes of the one that it takes the place of.
fn in_style(text: &str, used: Option<Use>, style: Style, quoted: bool) -> String {
    match style {
        Style::Single if !text.contains(|c: char| c.is_control()) => format!("'{}'", text.replace('\'', "''")),
        Style::Single | Style::Double => double(text),
        Style::Plain | Style::Literal | Style::Folded if quoted => double(text),
        Style::Plain | Style::Literal | Style::Folded => plain(text, used).into_owned(),
    }
}

fn double(text: &str) -> String {
    // A text of nothing but a colon is always quoted, so that this one is as well.
    let quoted = scalar(&format!(":{text}"), Use::Text).into_owned();
    quoted.replacen("\":", "\"", 1)
}

/// Puts an item to the end of a list.
fn append(text: &str, at: &Standing<'_>, written: &Written) -> Option<String> {
    let node = at.node?;
    let last = node.items().last();
    let Some(last) = last else {
        let list = Written::Block(item(written, 0));
        return match node.kind() {
            Kind::Empty | Kind::Sequence => set(text, at, &list, false),
            Kind::Scalar | Kind::Mapping | Kind::Refused => None,
        };
    };
    let first = node.items().next()?.span().range().start;
    let dash = text.get(..first)?.rfind(['-', '[', ','])?;
    if text.as_bytes().get(dash) != Some(&b'-') {
        return None;
    }
    let column = column(text, dash)?;
    let end = line_after(text, end_of_value(text, last));
    Some(put_lines(text, end, &item(written, column)))
}

/// An item of a list in block style, its dash at a column.
pub(super) fn item(written: &Written, column: usize) -> String {
    let indent = " ".repeat(column);
    match written {
        Written::Scalar { text, used } => {
            let text = plain(text, *used);
            format!("{indent}- {text}\n")
        }
        Written::Block(block) => {
            let mut out = String::new();
            for (n, line) in block.lines().enumerate() {
                let mark = if n == 0 { "- " } else { "  " };
                out.push_str(&format!("{indent}{mark}{line}\n"));
            }
            out
        }
    }
}

/// The place behind the colon of a key.
pub(super) fn behind_colon(text: &str, key: Scalar<'_>) -> Option<usize> {
    let end = key.span.range().end;
    Some(end + text.get(end..)?.find(':')? + 1)
}

/// How far from the start of its line a place stands, if only blanks and dashes stand before it.
pub(super) fn column(text: &str, at: usize) -> Option<usize> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let before = text.get(start..at)?;
    before.bytes().all(|byte| matches!(byte, b' ' | b'-')).then_some(before.len())
}

fn replaced(text: &str, span: std::ops::Range<usize>, new: &str) -> String {
    let (before, after) = (text.get(..span.start).unwrap_or_default(), text.get(span.end..).unwrap_or_default());
    [before, new, after].concat()
}
