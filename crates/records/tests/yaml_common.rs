//! A tree to compare two readers of YAML by, and a test that it tells trees apart.

#![expect(clippy::expect_used, reason = "a failed test says where")]

use std::fmt;

use beian_records::limits::Limits;
use beian_records::yaml::{Kind, Node, Style, misread, read};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A value of YAML with keys in order, so that duplicate keys and their order are seen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Tree>),
    Map(Vec<(Tree, Tree)>),
    Refused,
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }
    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }
    fn visit_none<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Number(value.to_string()))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(value.to_string()))
    }
    fn visit_u128<E>(self, value: u128) -> Result<Tree, E> {
        Ok(Tree::Number(value.to_string()))
    }
    fn visit_i128<E>(self, value: i128) -> Result<Tree, E> {
        Ok(Tree::Number(value.to_string()))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Number(format!("{value:?}")))
    }
    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Text(value.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Tree::Map(map))
    }
}

/// What the full reader gives.
pub(crate) fn theirs(text: &str) -> Result<Tree, String> {
    serde_yaml::from_str::<Tree>(text).map_err(|error| error.to_string())
}

/// What our reader gives, with unquoted scalars resolved as the full reader resolves them.
pub(crate) fn ours(text: &str) -> Result<Tree, String> {
    let reading = read(text.as_bytes(), &Limits::default());
    match reading.faults.first() {
        Some(fault) => Err(format!("{fault:?}")),
        None => Ok(reading.root().map_or(Tree::Null, tree)),
    }
}

/// Our node as a tree.
pub(crate) fn tree(node: Node<'_>) -> Tree {
    match node.kind() {
        Kind::Empty => Tree::Null,
        Kind::Refused => Tree::Refused,
        Kind::Sequence => Tree::List(node.items().map(tree).collect()),
        Kind::Mapping => {
            let pairs = node.entries().map(|entry| (scalar(entry.key.text, entry.key.style), tree(entry.value)));
            Tree::Map(pairs.collect())
        }
        Kind::Scalar => {
            let found = node.scalar().expect("a scalar");
            scalar(found.text, found.style)
        }
    }
}

fn scalar(text: &str, style: Style) -> Tree {
    // So `misread` is tested as well: what the full reader takes for something else, it must know.
    if style != Style::Plain || misread(text).is_none() {
        return Tree::Text(text.to_owned());
    }
    theirs(text).expect("unquoted text alone is good YAML")
}

/// Fails unless we read the text, and as the full reader does.
pub(crate) fn assert_equal(text: &str) {
    assert_eq!(ours(text), theirs(text), "{text}\n{text:?}");
}

#[test]
fn tells_trees_apart() {
    assert_equal("a: 1\nb: [x, '1', ~]\n");
    assert_ne!(ours("a: 1"), ours("a: '1'"));
    assert_ne!(ours("a: 1\nb: 2"), ours("b: 2\na: 1"));
    assert!(ours("a: *x").is_err() && theirs("a: *x").is_err());
    let reading = read(b"a: *x", &Limits::default());
    let root = reading.root().map(tree);
    assert_eq!(root, Some(Tree::Map(vec![(Tree::Text("a".to_owned()), Tree::Refused)])));
}
