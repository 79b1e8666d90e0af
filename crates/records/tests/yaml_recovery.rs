//! One run shows every fault of a file, each at its line and column, and what is good beside them is read.

#![expect(clippy::expect_used, reason = "a failed test says where")]

use beian_records::limits::Limits;
use beian_records::yaml::{FaultKind as F, Kind, LineIndex, read};

/// A record with a fault of nearly every kind: the text, and the faults that its line gives, as column and kind.
const LINES: &[(&str, &[(usize, F)])] = &[
    ("# 主体", &[]),
    ("id: example", &[]),
    ("name：示例公司", &[(5, F::FullWidthPunctuation('：'))]),
    ("nature:企业", &[(7, F::MissingValueSpace)]),
    ("address: &home 杭州市", &[(10, F::Anchor)]),
    ("supervisor: *home", &[(13, F::Alias)]),
    ("certificate:", &[]),
    ("\tkind: 营业执照", &[(1, F::Tab)]),
    ("  number: !!str 91330106", &[(11, F::Tag)]),
    ("    region: 330106", &[(5, F::Indentation)]),
    ("  kind: 又一", &[(3, F::DuplicateKey)]),
    ("  valid: {from: 2026-01-01 until: 长期}", &[(33, F::MissingComma)]),
    ("  <<: x", &[(3, F::MergeKey)]),
    ("principal: “张三”", &[(12, F::FullWidthPunctuation('“'))]),
    ("remark: \"没有结束", &[(9, F::Unclosed)]),
    ("numbers:", &[]),
    ("  - number: 'x'y", &[(16, F::TrailingText)]),
    ("    from: 2026: 1", &[(15, F::ColonInValue)]),
    ("  － number: z", &[(3, F::FullWidthPunctuation('－'))]),
    ("\u{3000}- number: q", &[(1, F::FullWidthPunctuation('\u{3000}'))]),
    ("<<<<<<< HEAD", &[(1, F::ConflictMarker)]),
    ("region: 330106", &[]),
    ("=======", &[]),
    ("region: 330108", &[]),
    (">>>>>>> other", &[]),
    ("? home", &[(1, F::ComplexKey)]),
    (": x", &[]),
    ("＃ 备注", &[(1, F::FullWidthPunctuation('＃'))]),
    ("escape: \"a\\qb\"", &[(11, F::BadEscape)]),
    ("list: [a，b, *c, &d e", &[(7, F::Unclosed), (9, F::FullWidthPunctuation('，')), (13, F::Alias), (17, F::Anchor)]),
    ("item: - x", &[(7, F::ItemOnKeyLine)]),
    ("at: @x", &[(5, F::Reserved('@'))]),
    ("没有冒号", &[(1, F::MissingColon)]),
    ("text: |", &[]),
    ("  <<<<<<< 内容", &[]),
    ("id: again", &[(1, F::DuplicateKey)]),
    ("bell: x\u{7}", &[(8, F::ControlCharacter('\u{7}'))]),
    ("last: good", &[]),
    ("---", &[(1, F::SecondDocument)]),
    ("not: read", &[]),
];

fn check(end: &str) {
    let text: String = LINES.iter().map(|(line, _)| format!("{line}{end}")).collect();
    let reading = read(text.as_bytes(), &Limits::default());
    let index = LineIndex::new(&text);
    let found: Vec<_> = reading.faults.iter().map(|fault| (index.line_column(fault.span.start), fault.kind)).collect();
    let mut expected = Vec::new();
    for (at, (_, faults)) in LINES.iter().enumerate() {
        expected.extend(faults.iter().map(|&(column, kind)| ((at + 1, column), kind)));
    }
    assert!(expected.len() >= 25);
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected, "{:?}", reading.faults);
    }
    assert_eq!(found.len(), expected.len(), "{found:?}");

    // Both keys of a pair and both ends of a conflict are told.
    let related = |kind| {
        let fault = reading.faults.iter().find(|fault| fault.kind == kind).expect("reported");
        index.line_column(fault.related.expect("a second place").start)
    };
    assert_eq!(related(F::DuplicateKey), (8, 2));
    assert_eq!(related(F::ConflictMarker), (25, 1));
    assert_eq!(related(F::Unclosed), (16, 1));

    // What is good was read, what is not is refused, and a key of which nothing is known is not there.
    let root = reading.root().expect("a mapping");
    let text_of = |key: &str| root.get(key).and_then(|node| node.scalar()).map(|scalar| scalar.text);
    assert_eq!(text_of("id"), Some("example"));
    assert_eq!(text_of("address"), Some("杭州市"));
    assert_eq!(text_of("region"), Some("330106"));
    assert_eq!(text_of("last"), Some("good"));
    assert_eq!(text_of("text").map(str::trim_end), Some("<<<<<<< 内容"));
    let kind_of = |key: &str| root.get(key).map(|node| node.kind());
    for key in ["supervisor", "principal", "remark", "escape", "list", "item", "at"] {
        assert_eq!(kind_of(key), Some(Kind::Refused), "{key}");
    }
    for key in ["name", "nature", "home", "not"] {
        assert_eq!(kind_of(key), None, "{key}");
    }
    let certificate = root.get("certificate").expect("read");
    let number = certificate.get("number").and_then(|node| node.scalar()).map(|scalar| scalar.text);
    assert_eq!(number, Some("91330106"));
    let numbers = root.get("numbers").expect("read");
    assert_eq!(numbers.items().count(), 3);
    assert!(!reading.whole);
}

#[test]
fn every_fault_of_a_file_at_its_place() {
    check("\n");
}

#[test]
fn and_with_the_line_ends_of_windows() {
    check("\r\n");
}

#[test]
fn conflicts_of_three_sides_and_within_text() {
    let text = "a: |\n  x\n<<<<<<< ours\n  y\n||||||| base\n  z\n=======\n  w\n>>>>>>> theirs\n\
                b: 1\n<<<<<<< ours\nb: 2\n=======\n>>>>>>> t";
    let reading = read(text.as_bytes(), &Limits::default());
    let kinds: Vec<_> = reading.faults.iter().map(|fault| fault.kind).collect();
    assert_eq!(kinds, [F::ConflictMarker, F::ConflictMarker, F::DuplicateKey]);
    let ends: Vec<_> = reading.faults.iter().map(|fault| fault.related.map(|span| &text[span.range()])).collect();
    assert_eq!(ends, [Some(">>>>>>> theirs"), Some(">>>>>>> t"), Some("b")]);
    let open = read(b"<<<<<<< ours\na: 1\n", &Limits::default());
    assert_eq!(open.faults.len(), 1);
    assert!(open.root().and_then(|root| root.get("a")).is_some());
}

#[test]
fn bytes_that_are_not_text() {
    let bytes = [b"a: 1\nb: \"".as_slice(), &[0xB1, 0xB8, 0xB0, 0xB8], b"\"\n"].concat();
    let reading = read(&bytes, &Limits::default());
    assert_eq!(reading.text, "a: 1\nb: \"");
    assert_eq!(reading.faults.len(), 1);
    assert_eq!((reading.faults[0].kind, reading.faults[0].span.start), (F::NotUtf8, 9));
    assert!(!reading.whole);
    assert_eq!(reading.root().map(|root| root.entries().count()), Some(1));
}

#[test]
fn old_macintosh_line_ends_are_one_fault() {
    let reading = read(b"a: 1\rb: 2\rc\r", &Limits::default());
    let kinds: Vec<_> = reading.faults.iter().map(|fault| fault.kind).collect();
    assert_eq!(kinds, [F::CarriageReturnAlone, F::MissingColon]);
}

#[test]
fn faults_have_an_end() {
    let text = "x\n".repeat(1000);
    let text = format!("a: 1\n{text}");
    let reading = read(text.as_bytes(), &Limits::default());
    assert_eq!(reading.faults.len(), 201);
    assert_eq!(reading.faults.last().map(|fault| fault.kind), Some(F::TooManyFaults));
    assert!(!reading.whole);
}

#[test]
fn lines_and_columns_are_those_of_people() {
    let text = "键: 值\r\n\nb: 𠮷x\n";
    let index = LineIndex::new(text);
    assert_eq!(index.line_count(), 4);
    assert_eq!((index.line_text(1), index.line_text(2), index.line_text(3)), ("键: 值", "", "b: 𠮷x"));
    assert_eq!((index.line_text(0), index.line_text(4), index.line_text(9)), ("", "", ""));
    let at = |sub: &str| index.line_column(text.find(sub).expect("there") as u32);
    assert_eq!((at("键"), at("值"), at("b"), at("x")), ((1, 1), (1, 4), (3, 1), (3, 5)));
    // Inside a character, at the end and past it.
    assert_eq!(index.line_column(1), (1, 1));
    let end = text.len() as u32;
    assert_eq!((index.line_column(end), index.line_column(end + 9)), ((4, 1), (4, 1)));
    assert_eq!(LineIndex::new("").line_column(0), (1, 1));
}
