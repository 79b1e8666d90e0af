//! Documents that we read as the full reader does, and documents that we refuse, each with its reason.

#[path = "yaml_common.rs"]
mod common;

use beian_records::limits::Limits;
use beian_records::yaml::{FaultKind as F, Style, read};
use common::assert_equal;

const READ: &[&str] = &[
    "",
    "\n",
    "# only a comment",
    "# a\n\n# b\n",
    "---\n",
    "--- # start\na: 1\n",
    "# first\n---\na: 1\n",
    "a: 1",
    "a: 1\n",
    "a: 1\r\nb: 2\r\n",
    "a:\n",
    "a:",
    "a: # nothing\nb: 1\n",
    "a: 1 # one\nb: 2\t# two\n",
    "a:\t\nb: 1\n",
    "名称: 示例科技有限公司\n地址: 杭州市 滨江区\n",
    "  a: 1\n  b: 2\n",
    "a:\n  b: 1\n  c: 2\nd: 3\n",
    "a:\n    b: 1\nc:\n  d: 2\n",
    "a:\n\n  # note\n  b: 1\n\n# note\n\nc: 1\n",
    "a:\n  - 1\n  - 2\nb: 3\n",
    "a:\n- 1\n- 2\nb: 3\n",
    "a:\n- x: 1\n  y: 2\n- x: 3\n",
    "- a\n- b\n",
    "-\n- a\n-\n",
    "- # nothing\n- a\n",
    "-\n  a: 1\n-\n  - b\n",
    "- - a\n  - b\n- - c\n",
    "- - - x\n",
    "-   a: 1\n    b: 2\n-   c\n",
    "- a:\n  - x\n  b: 1\n",
    "- a:\n    - x\n  b: 1\n",
    "a:\n-\nb: 1\n",
    "a:\n  b:\n  - 1\n  c:\nd:\n",
    "a: x y z\n",
    "a: x\n  y\n  z\n",
    "a: x\n\n  y\n\n\n  z\nb: 1\n",
    "a:\n  x\n  y\n",
    "text\n",
    "two\nlines\n",
    "a: x#y\n",
    "a: x:y\n",
    "a: http://x.example/?a=b#c\n",
    "a: -1\n",
    "a: -x\n",
    "a: ?x\n",
    "a: :x\n",
    "a: x'y\"z\n",
    "a: x, y\n",
    "a: x]}\n",
    "a: x &y *z !w\n",
    "a : 1\n",
    "a b c: 1\n",
    "\"a b\": 1\n",
    "'a': 1\n",
    "\"a\" : 1\n",
    "'': 1\n",
    "\"a: b\": 1\n",
    "a: ''\n",
    "a: \"\"\n",
    "a: 'it''s'\n",
    "a: \"x\\ty\\\"z\\\\ \\/ \\x41\\u4e2d\\U0001F600\\0\\a\\b\\e\\f\\n\\r\\v\\N\\_\\L\\P\"\n",
    "a: '\\n'\n",
    "a: \"x\n  y\"\n",
    "a: \"x  \n\n  y \"\n",
    "a: 'x\n\n\n  y'\nb: 1\n",
    "a: \"x\\\n  y\"\n",
    "a: \"x \\\n\n  y\"\n",
    "a: \"\\ \n  x\"\n",
    "a: 'x' # c\n",
    "a: \"x\n  \"\n",
    "a: \"x\n\"\nb: 1\n",
    "- 'a'\n- \"b\"\n",
    "'x'\n",
    "a: []\n",
    "a: {}\n",
    "a: [1, 2]\n",
    "a: [1, 2,]\n",
    "a: [ 1 , 2 , ]\n",
    "a: [x y, 'z, w', \"v\"]\n",
    "a: {b: 1, c: 2}\n",
    "a: {b: 1, c: [2, {d: 3}],}\n",
    "a: {\"b\":1, 'c': 2}\n",
    "a: {b: , c: }\n",
    "{a: 1}\n",
    "[a, b]\n",
    "[\na,\nb\n]\n",
    "a: [\n  1, # one\n  2\n]\nb: 1\n",
    "a: [\n  1,\n  2\n  ]\n",
    "a: {\n  b: 1,\n\n  c: 2\n}\n",
    "a: [http://x, a:b, -1, -, x#y]\n",
    "a:\n  [1, 2]\n",
    "a:\n  'x'\n",
    "- [a]\n- {b: c}\n",
    "a: [[], [[]], {}]\n",
    "a: {b: \"x\n  y\"}\n",
    "a: |\n  x\n  y\n",
    "a: |-\n  x\nb: 1\n",
    "a: |+\n  x\n\n\nb: 1\n",
    "a: |\n  x\n\n\nb: 1\n",
    "a: |\n\n  x\n",
    "a: |\n    x\n      y\n    z\n",
    "a: |2\n    x\n  y\n",
    "a: |-1\n  x\n",
    "a: |1-\n  x\n",
    "a: |\nb: 1\n",
    "a: |\n",
    "a: |",
    "a: |\n  x",
    "a: |+\n  x",
    "a: |  # c\n  # x\n",
    "- |\n x\n- y\n",
    "- - |\n   x\n",
    "|\n x\n",
    "a:\n  |\n  x\n",
    "a: >\n  x\n  y\n\n  z\n",
    "a: >-\n  x\n    y\n  z\n",
    "a: >\n\n  x\n\n\n  y\n\n",
    "a: >+\n  x\n\n",
    "a: >\n  x\n   \n  y\n",
    "a: |\n  x\r\n  y\r\n",
    "a: |\n  x\n  ",
    "a: |\n  x\n    ",
    "a: |2\n  \tx\n",
    "a: |\n  - x\n  b: c\n  # d\n  [\n",
    "a: |\n  x\n # c\nb: 1\n",
    "a: 'x\r\n  y'\r\n",
    "a: x\r\n  y\r\n",
    "a: |\n  ======= x\n",
    "a: null\nb: ~\nc: true\nd: 05\ne: 0x1F\n",
    "a: 12:30:45\nb: 1e3\nc: 2026-01-01\nd: 911101080000000E12\ne: .inf\nf: 330106198609209800\n",
    "\"<<\": 1\n",
    "a: =\n",
    "a: <<\n",
    "“x”和“y”: 1\na: “x”和“y”\nb: 备注：无\nc: 【公告】\nd: － x\n",
];

/// Text, the first fault and the text it marks.
const REFUSED: &[(&str, F, &str)] = &[
    ("a: &x 1\n", F::Anchor, "&x"),
    ("a: *x\n", F::Alias, "*x"),
    ("- *x\n", F::Alias, "*x"),
    ("a: [*x, 1]\n", F::Alias, "*x"),
    ("a: !!str 1\n", F::Tag, "!!str"),
    ("!t\na: 1\n", F::Tag, "!t"),
    ("<<: {a: 1}\n", F::MergeKey, "<<"),
    ("a: {<<: {b: 1}}\n", F::MergeKey, "<<"),
    ("? a\n: b\n", F::ComplexKey, "? a"),
    ("[a]: b\n", F::ComplexKey, "[a]"),
    ("a: {? b : c}\n", F::ComplexKey, "?"),
    ("%YAML 1.2\n---\na: 1\n", F::Directive, "%YAML 1.2"),
    ("a: 1\n---\nb: 2\n", F::SecondDocument, "---"),
    ("---\n---\n", F::SecondDocument, "---"),
    ("a: 1\n...\n", F::DocumentEnd, "..."),
    ("--- a\n", F::NotInSubset, "a"),
    ("a:\n\tb: 1\n", F::Tab, "\t"),
    ("a:\t1\n", F::Tab, "\t"),
    ("-\ta\n", F::Tab, "\t"),
    ("a: [1,\t2]\n", F::Tab, "\t"),
    ("a: 1\n\t\nb: 1\n", F::Tab, "\t"),
    ("name：x\n", F::FullWidthPunctuation('：'), "："),
    ("a: 1\nname：x\n", F::FullWidthPunctuation('：'), "："),
    ("name：x\na: 1\n", F::FullWidthPunctuation('：'), "："),
    ("- name：x\n  a: 1\n", F::FullWidthPunctuation('：'), "："),
    ("a: 1\nname:\u{3000}x\n", F::FullWidthPunctuation('\u{3000}'), "\u{3000}"),
    ("a: “x”\n", F::FullWidthPunctuation('“'), "“x”"),
    ("a: ‘x’\n", F::FullWidthPunctuation('‘'), "‘x’"),
    ("“a”: x\n", F::FullWidthPunctuation('“'), "“a”"),
    ("a: ［x，y］\n", F::FullWidthPunctuation('［'), "［x，y］"),
    ("a: 【x，y】\n", F::FullWidthPunctuation('【'), "【x，y】"),
    ("a: [x，y]\n", F::FullWidthPunctuation('，'), "，"),
    ("a: 1\n＃ note\n", F::FullWidthPunctuation('＃'), "＃"),
    ("a:\n\u{3000}b: 1\n", F::FullWidthPunctuation('\u{3000}'), "\u{3000}"),
    ("a:\n  － x\n", F::FullWidthPunctuation('－'), "－"),
    ("a:\n— x\n", F::FullWidthPunctuation('—'), "—"),
    ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n", F::ConflictMarker, "<<<<<<< HEAD"),
    ("<<<<<<< HEAD\r\na: 1\r\n=======\r\na: 2\r\n>>>>>>> b\r\n", F::ConflictMarker, "<<<<<<< HEAD"),
    ("a: 1\n=======\n", F::ConflictMarker, "======="),
    ("a: 1\0\n", F::NulByte, "\0"),
    ("a: \u{1b}[0m\n", F::ControlCharacter('\u{1b}'), "\u{1b}"),
    ("a: \u{9b}\n", F::ControlCharacter('\u{9b}'), "\u{9b}"),
    ("a: \u{7f}\n", F::ControlCharacter('\u{7f}'), "\u{7f}"),
    ("a: \u{ffff}\n", F::ControlCharacter('\u{ffff}'), "\u{ffff}"),
    ("a: x\u{85}\n", F::LineSeparator('\u{85}'), "\u{85}"),
    ("a: x\u{2028}y\n", F::LineSeparator('\u{2028}'), "\u{2028}"),
    ("\u{feff}a: 1\n", F::ByteOrderMark, "\u{feff}"),
    ("a: 1\rb: 2\r", F::CarriageReturnAlone, "\r"),
    ("a: 1\nb: 2\na: 3\n", F::DuplicateKey, "a"),
    ("x: {a: 1, \"a\": 3}\n", F::DuplicateKey, "\"a\""),
    ("a: 1\n  b: 2\n", F::Indentation, "b: 2"),
    ("a:\n    b: 1\n  c: 2\n", F::Indentation, "c: 2"),
    ("a: 1\n- b\n", F::Indentation, "- b"),
    ("- a\nb: 1\n", F::Indentation, "b: 1"),
    ("  a: 1\nb: 2\n", F::Indentation, "b: 2"),
    ("a: x\n  - y\n", F::Indentation, "- y"),
    ("a: x # c\n  y\n", F::Indentation, "y"),
    ("a: \"x\nb: 1\n", F::Unclosed, "\"x"),
    ("a: 'x\n", F::Unclosed, "'x"),
    ("a: [1, 2\nb: 1\n", F::Unclosed, "["),
    ("a: {b: [1}\n", F::Unclosed, "["),
    ("a: \"\\d\"\n", F::BadEscape, "\\d"),
    ("a: \"\\u12\"\n", F::BadEscape, "\\u12"),
    ("a: \"\\ud800\"\n", F::BadEscape, "\\ud800"),
    ("a: 1\nb\n", F::MissingColon, "b"),
    ("a: 1\nb:2\n", F::MissingValueSpace, ":"),
    ("a: 1\n\"b\":2\n", F::MissingValueSpace, ":"),
    ("a: {b:[1]}\n", F::MissingValueSpace, ":"),
    ("a: {b}\n", F::MissingColon, "b"),
    ("a: b: c\n", F::ColonInValue, ":"),
    ("a: 'b': c\n", F::ColonInValue, ":"),
    ("a: - b\n", F::ItemOnKeyLine, "-"),
    ("a: [1 2, 'x' 'y']\n", F::MissingComma, ""),
    ("a: [1\n  2]\n", F::MissingComma, ""),
    ("a: {b: 1 c: 2}\n", F::MissingComma, ""),
    ("a: [1,, 2]\n", F::MissingItem, ","),
    ("a: [,]\n", F::MissingItem, ","),
    ("a: [b: 1]\n", F::NotInSubset, ":"),
    ("a: 'x' y\n", F::TrailingText, "y"),
    ("a: [1] y\n", F::TrailingText, "y"),
    ("a: @x\n", F::Reserved('@'), "@"),
    ("a: `x`\n", F::Reserved('`'), "`"),
    ("a: %x\n", F::Reserved('%'), "%"),
    ("a: |x\n", F::BadBlockHeader, "|x"),
    ("a: |0\n  x\n", F::BadBlockHeader, "|0"),
    ("a: |\n     \n  x\n", F::Indentation, "     "),
    (": a\n", F::MissingKey, ":"),
    ("a: {: b}\n", F::MissingKey, ":"),
    ("\"a\n  b\": 1\n", F::LongKey, "\"a\n  b\""),
];

#[test]
fn reads_what_the_full_reader_reads() {
    assert!(READ.len() >= 80);
    for text in READ {
        assert_equal(text);
        // A file may lack its last line end, and may have been written on Windows. Block text keeps its line end.
        if !text.contains(['|', '>']) {
            assert_equal(text.trim_end_matches(['\r', '\n']));
        }
        if !text.contains('\r') {
            assert_equal(&text.replace('\n', "\r\n"));
        }
    }
}

#[test]
fn refuses_the_rest_at_its_place() {
    for &(text, kind, marked) in REFUSED {
        let reading = read(text.as_bytes(), &Limits::default());
        let fault = reading.faults.first().unwrap_or_else(|| panic!("no fault in {text:?}"));
        assert_eq!((fault.kind, &text[fault.span.range()]), (kind, marked), "{text:?}: {:?}", reading.faults);
    }
}

#[test]
fn one_fault_is_reported_once() {
    let more_than_one = ["a: [1 2, 'x' 'y']\n"];
    for &(text, _, _) in REFUSED.iter().filter(|(text, _, _)| !more_than_one.contains(text)) {
        let reading = read(text.as_bytes(), &Limits::default());
        assert_eq!(reading.faults.len(), 1, "{text:?}: {:?}", reading.faults);
    }
}

#[test]
fn styles_and_places_of_scalars() {
    let text = "键: 值 # c\nb: \"x\\n\"\nc: 'y'\nd: |\n  l\ne: >\n  f\n";
    let reading = read(text.as_bytes(), &Limits::default());
    let root = reading.root().expect("a mapping");
    let found: Vec<_> = root.entries().filter_map(|entry| entry.value.scalar()).collect();
    let styles: Vec<_> = found.iter().map(|scalar| scalar.style).collect();
    assert_eq!(styles, [Style::Plain, Style::Double, Style::Single, Style::Literal, Style::Folded]);
    let texts: Vec<_> = found.iter().map(|scalar| scalar.text).collect();
    assert_eq!(texts, ["值", "x\n", "y", "l\n", "f\n"]);
    let marked: Vec<_> = found.iter().map(|scalar| &text[scalar.span.range()]).collect();
    assert_eq!(marked, ["值", "\"x\\n\"", "'y'", "|\n  l", ">\n  f"]);
    assert_eq!(root.get("c").and_then(|node| node.scalar()).map(|scalar| scalar.text), Some("y"));
    assert_eq!(&text[root.span().range()], text.trim_end());
}
