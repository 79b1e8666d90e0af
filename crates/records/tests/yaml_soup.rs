//! Random text: whatever we read without a fault, the full reader reads too and to the same value; and no bytes make
//! the reader fail or give a place outside the text.

#[path = "yaml_common.rs"]
mod common;

use beian_records::limits::Limits;
use beian_records::yaml::{FaultKind, Kind, LineIndex, Node, Reading, Span, read};
use common::{ours, theirs};
use proptest::prelude::*;
use proptest::sample::select;

const TOKENS: &[&str] = &[
    "a", "b", "key", "名", "值", ":", ": ", ":\n", "- ", "-", "\n", "\n  ", "\n    ", "\n ", " ", "  ", "#", " # c",
    "'", "\"", "''", "[", "]", "{", "}", ",", ", ", "|", ">", "|\n", ">\n", "|-\n", ">+\n", ">2\n", "|1-\n", "&x",
    "*x", "!t", "? ", "?", "---", "---\n", "...", "%", "\t", "\r\n", "\\", "\\n", "\\\n", "1", "~", "null", "0x1F",
    "true", "：", "，", "“", "”", "<<", "@", "`", "\u{3000}", "－ ", "a: 1\n", "b: x\n", "- y\n", "k:\n",
];

const FRAGMENTS: &[&str] = &[
    "a: 1",
    "b: x y",
    "c:",
    "- p",
    "- q: 1",
    "- - z",
    "-",
    "- ",
    "text",
    "more text",
    "# note",
    "",
    "d: 'one'",
    "e: \"two",
    "two\"",
    "f: 'open",
    "it''s'",
    "g: [1, 2]",
    "h: [1,",
    "3]",
    "]",
    "{x: 1, y: [z]}",
    "i: {x: 1,",
    "y: 2}",
    "}",
    "j: |",
    "k: >",
    "l: |-",
    "m: >+",
    "n: |2",
    "  deep",
    "\tt",
    "o: p # c",
    "'q': 1",
    "\"r\" : 2",
    "s: t: u",
    "- |",
    "- >-",
    "- [a]",
    "- 'x'",
    "? z",
    ": w",
    "--- ",
    "...",
    "a:1",
    "u: -",
    "v: -1",
    "- \"",
    "w: ~",
    "\"x\\",
    "y\\n z\"",
    "- {a: ''}",
    "[a, b]: c",
    "x: *y",
    "空: 值",
    "名：值",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(select(TOKENS), 0..24).prop_map(|tokens| tokens.concat())
}

fn lines() -> impl Strategy<Value = String> {
    let line = (0usize..6, select(FRAGMENTS));
    let ends = select(&["\n", "\n", "\n", "\r\n"][..]);
    (prop::collection::vec(line, 0..10), ends, any::<bool>()).prop_map(|(lines, end, last)| {
        let lines: Vec<String> = lines.iter().map(|(indent, text)| format!("{}{text}", " ".repeat(*indent))).collect();
        let text = lines.join(end);
        if last { text + end } else { text }
    })
}

fn agree(text: &str) -> Result<(), TestCaseError> {
    check_places(&read(text.as_bytes(), &Limits::default()))?;
    if let Ok(ours) = ours(text) {
        let theirs = theirs(text);
        prop_assert_eq!(Ok(ours), theirs, "{:?}\n{}", text, text);
    }
    Ok(())
}

fn within(text: &str, span: Span) -> bool {
    span.start <= span.end && text.get(span.range()).is_some()
}

fn check_places(reading: &Reading<'_>) -> Result<(), TestCaseError> {
    let index = LineIndex::new(reading.text);
    let mut last = 0;
    for fault in &reading.faults {
        prop_assert!(within(reading.text, fault.span), "{:?} in {:?}", fault, reading.text);
        prop_assert!(fault.related.is_none_or(|span| within(reading.text, span)), "{:?}", fault);
        let last_of_all = fault.kind == FaultKind::TooManyFaults;
        prop_assert!(last_of_all || fault.span.start >= last, "{:?}", reading.faults);
        last = fault.span.start;
        let (line, column) = index.line_column(fault.span.start);
        prop_assert!(line >= 1 && line <= index.line_count() && column >= 1);
        prop_assert!(column <= index.line_text(line).chars().count() + 2);
    }
    reading.root().map_or(Ok(()), |root| check_node(reading.text, root, true))
}

fn check_node(text: &str, node: Node<'_>, outside: bool) -> Result<(), TestCaseError> {
    let span = node.span();
    prop_assert!(within(text, span), "{:?} {:?} in {:?}", node.kind(), span, text);
    prop_assert!(outside || node.kind() == Kind::Scalar || node.scalar().is_none());
    for item in node.items() {
        prop_assert!(item.span().start >= span.start && item.span().end <= span.end.max(item.span().start), "{text:?}");
        check_node(text, item, false)?;
    }
    for entry in node.entries() {
        prop_assert!(within(text, entry.key.span), "{text:?}");
        prop_assert!(entry.key.span.end <= entry.value.span().start, "{:?} {:?}", text, entry.key);
        check_node(text, entry.value, false)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(2000),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_we_read_of_tokens_is_what_it_means(text in soup()) {
        agree(&text)?;
    }

    #[test]
    fn what_we_read_of_lines_is_what_it_means(text in lines()) {
        agree(&text)?;
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check_places(&read(&bytes, &Limits::default()))?;
    }

    #[test]
    fn broken_text_is_read_or_refused(text in lines(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = text.into_bytes();
        if !bytes.is_empty() {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let limits = Limits { depth: 3, nodes: 8, faults: 2, ..Limits::default() };
        check_places(&read(&bytes, &limits))?;
        check_places(&read(&bytes, &Limits::default()))?;
    }

    #[test]
    fn any_text_is_read_as_it_means(text in "[a-c:\\-#'\"\\[\\]{},|>& \n\t\\\\值]{0,40}") {
        agree(&text)?;
    }
}
