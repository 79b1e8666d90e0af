//! Edits change what is meant and not a byte beside it, however odd the text is written.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its cases has failed")]

use beian_core::model::{KINDS, Service};
use beian_core::record::{Keyed, Shape, Value};
use beian_records::edit::{Act, Edit, Step, Written, edited};
use beian_records::limits::Limits;
use beian_records::write::Use;
use beian_records::yaml::{Node, read};

/// Numbers that look drawn, the same in each run.
struct Drawn(u64);

impl Drawn {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

const VALUES: &[&str] =
    &["示例好物铺", "no", "12:30", "a: b", "x #y", "'", "\"", "07", "长 名 字", "浙ICP备2021000017号-1", "-"];
const COMMENTS: &[&str] = &["", "", "", "  # 说明", "   #", " # a: b"];
const FIELDS: &[&str] = &["name", "home", "content", "category", "principal", "remark"];
const SERVICES: &Shape = <Keyed<Service>>::SHAPE;

/// A value in one of the ways of writing it.
fn written(drawn: &mut Drawn, value: &str) -> String {
    match drawn.below(3) {
        0 => format!("'{}'", value.replace('\'', "''")),
        1 => format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")),
        _ => beian_records::write::scalar(value, Use::Text).into_owned(),
    }
}

/// A file of services with odd order, quoting, comments, blank lines and line ends.
fn text(drawn: &mut Drawn) -> (String, Vec<(String, &'static str)>) {
    let (mut text, mut places) = (String::new(), Vec::new());
    let step = 1 + drawn.below(4);
    for n in 0..1 + drawn.below(3) {
        if drawn.below(3) == 0 {
            text += &format!("# 第 {n} 个\n");
        }
        let key = format!("s{n}");
        text += &format!("{key}:{}\n", drawn.one_of(COMMENTS));
        let mut fields: Vec<&'static str> = FIELDS.to_vec();
        for _ in 0..1 + drawn.below(5) {
            let field = fields.remove(drawn.below(fields.len()));
            let value = drawn.one_of(VALUES);
            let indent = " ".repeat(step);
            if drawn.below(4) == 0 {
                text += &format!("{indent}# 旧值\n");
            }
            let gap = " ".repeat(1 + drawn.below(3));
            text += &format!("{indent}{field}:{gap}{}{}\n", written(drawn, value), drawn.one_of(COMMENTS));
            if drawn.below(6) == 0 {
                text.push('\n');
            }
            places.push((key.clone(), field));
        }
        if drawn.below(2) == 0 {
            let indent = " ".repeat(step);
            let list = if drawn.below(2) == 0 { indent.clone() } else { " ".repeat(step + 2) };
            text += &format!("{indent}domains:\n{list}- a.example # 一\n{list}-   'b.example'\n");
        }
    }
    if drawn.below(4) == 0 {
        text += "# 完\n";
    }
    if drawn.below(3) == 0 {
        text = text.replace('\n', "\r\n");
    }
    if drawn.below(4) == 0 {
        text = text.trim_end().to_owned();
    }
    (text, places)
}

fn at<'a>(root: Node<'a>, key: &str, field: &str) -> Option<Node<'a>> {
    root.get(key)?.get(field)
}

fn set(key: &str, field: &str, value: &str) -> Edit {
    let at = vec![Step::Key(key.to_owned()), Step::Key(field.to_owned())];
    Edit { at, act: Act::Set(Written::Scalar { text: value.to_owned(), used: Some(Use::Text) }) }
}

#[test]
fn a_value_changes_and_no_byte_beside_it() {
    let mut drawn = Drawn(15);
    for n in 0..2000 {
        let (text, places) = text(&mut drawn);
        let (key, field) = &places[drawn.below(places.len())];
        let value = drawn.one_of(VALUES);
        let new = edited(&text, &set(key, field, value), SERVICES).unwrap_or_else(|why| panic!("{n}: {why:?}\n{text}"));
        let reading = read(text.as_bytes(), &Limits::default());
        let span = at(reading.root().unwrap(), key, field).unwrap().span().range();
        let tail = text.len() - span.end;
        let told = format!("{n}: {key}/{field} = {value}\n{text}\n---\n{new}");
        assert_eq!(text.get(..span.start), new.get(..span.start), "{told}");
        assert_eq!(text.get(span.end..), new.get(new.len() - tail..), "{told}");
        let reading = read(new.as_bytes(), &Limits::default());
        let found = at(reading.root().unwrap(), key, field).unwrap().scalar().unwrap().text;
        assert_eq!(found, value, "{told}");
        // The quotes are those of before.
        let quote = |text: &str, at: usize| text[at..].chars().next().filter(|c| matches!(c, '"' | '\''));
        let old = quote(&text, span.start);
        assert!(old.is_none() || old == quote(&new, span.start), "{told}");
        // Back again, unless bare text needs no quotes where others had put them, it is the same text.
        let before = read(text.as_bytes(), &Limits::default());
        let before = at(before.root().unwrap(), key, field).unwrap().scalar().unwrap().text.to_owned();
        let back = edited(&new, &set(key, field, &before), SERVICES).unwrap();
        assert!(back == text || back.len().abs_diff(text.len()) <= 4, "{told}\n---\n{back}");
    }
}

#[test]
fn what_comes_new_stands_on_lines_of_its_own() {
    let mut drawn = Drawn(16);
    let number = Written::Block("number: \"浙ICP备2021000017号-1\"\nfrom: 2026-11-21\n".to_owned());
    for n in 0..2000 {
        let (text, places) = text(&mut drawn);
        let (key, _) = &places[drawn.below(places.len())];
        let (field, act) = match drawn.below(4) {
            0 => ("numbers", Act::Append(number.clone())),
            1 => ("domains", Act::Append(Written::Scalar { text: "c.example".to_owned(), used: Some(Use::Text) })),
            2 => ("opened", Act::Set(Written::Scalar { text: "2026-11-21".to_owned(), used: None })),
            _ => ("ended", Act::Set(Written::Block("on: 2026-11-21\nwhy: 注销\n".to_owned()))),
        };
        let edit = Edit { at: vec![Step::Key(key.clone()), Step::Key(field.to_owned())], act };
        let new = edited(&text, &edit, SERVICES).unwrap_or_else(|why| panic!("{n}: {why:?} {edit:?}\n{text}"));
        // Every line of before is there, in its order: what is new stands between them.
        let mut old = text.lines().peekable();
        for line in new.lines() {
            if old.peek() == Some(&line) {
                old.next();
            }
        }
        assert_eq!(old.next(), None, "{n}: {edit:?}\n{text}\n---\n{new}");
        assert_eq!(text.contains("\r\n"), new.contains("\r\n"), "{n}");
        assert!(!new.replace("\r\n", "").contains(if text.contains("\r\n") { '\n' } else { '\r' }), "{n}: {new:?}");
    }
}

#[test]
fn what_cannot_be_edited_is_left_alone() {
    let shape = KINDS.iter().find(|kind| kind.name == "services").unwrap().shape;
    let list = |text: &str| {
        let at = vec![Step::Key("s".to_owned()), Step::Key("domains".to_owned())];
        let act = Act::Append(Written::Scalar { text: "c".to_owned(), used: Some(Use::Text) });
        edited(text, &Edit { at, act }, shape)
    };
    assert!(list("s:\n  domains: [a, b]\n").is_err());
    assert!(list("s: {name: x}\n").is_err());
    assert!(list("s:\n\tname: x\n").is_err());
    assert!(list("s: &a\n  name: x\n").is_err());
    assert_eq!(list("s:\n  domains: []\n").unwrap(), "s:\n  domains:\n    - c\n");
    assert_eq!(list("s:\n  domains:\n").unwrap(), "s:\n  domains:\n    - c\n");
    assert_eq!(list("s:\n  domains:\n  # 旧\n  - a\n# 完\n").unwrap(), "s:\n  domains:\n  # 旧\n  - a\n  - c\n# 完\n");
    assert_eq!(list("").unwrap(), "s:\n  domains:\n    - c\n");
    assert_eq!(list("# 空\n").unwrap(), "# 空\ns:\n  domains:\n    - c\n");
    assert_eq!(list("s:\n").unwrap(), "s:\n  domains:\n    - c\n");
    assert_eq!(list("{}\n").unwrap(), "s:\n  domains:\n    - c\n");
}
