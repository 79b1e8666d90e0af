//! Files made to cost much: each is a value or a fault, and quickly.

use std::time::{Duration, Instant};

use beian_records::limits::Limits;
use beian_records::yaml::{FaultKind as F, Reading, read};

const RAISED: Limits = Limits { bytes: 1 << 28, depth: 1_000_000, nodes: 10_000_000, faults: 200 };

/// Reads within a time that is generous for a slow machine and short for anything quadratic.
fn quickly<'t>(text: &'t str, limits: &Limits) -> Reading<'t> {
    let start = Instant::now();
    let reading = read(text.as_bytes(), limits);
    let taken = start.elapsed();
    assert!(taken < Duration::from_secs(20), "{taken:?} for {:?}", text.get(..20));
    reading
}

fn kinds(reading: &Reading<'_>) -> Vec<F> {
    reading.faults.iter().map(|fault| fault.kind).collect()
}

#[test]
fn deep_nesting_is_one_fault() {
    let block: String = (0..300).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    let texts = [
        "[".repeat(10_000),
        "[".repeat(10_000) + &"]".repeat(10_000),
        "- ".repeat(20_000),
        "{".repeat(200_000),
        "{a: ".repeat(100_000),
        "[{a: ".repeat(100_000),
        "a: ".to_owned() + &"[".repeat(200_000),
        block,
        "- [".to_owned() + &"- [".repeat(20_000),
    ];
    for text in &texts {
        for limits in [Limits::default(), RAISED] {
            let reading = quickly(text, &limits);
            assert_eq!(reading.faults.len(), 1, "{:?}", &reading.faults[..2]);
        }
    }
    let after = format!("a: {}\nb: 1\nc: &x 2\n", "[".repeat(1000));
    assert_eq!(kinds(&quickly(&after, &Limits::default())), [F::TooDeep, F::Anchor]);
}

#[test]
fn many_questions_anchors_and_quotes() {
    for part in
        ["? ", "&x ", "!t ", "*x ", "\"", "'", "\"\\", "'\n", "- '\n", "- \"a\n", "a: [\n", "a: {\n b", ": ", ":", "#"]
    {
        quickly(&part.repeat(100_000), &RAISED);
    }
    for part in [
        "x\n",
        " x\n",
        "- [\n",
        "- - [\n",
        "|\n",
        "- |\n",
        "<<<<<<< \n",
        "=======\n",
        "\t",
        "\t\n",
        "\r",
        "\u{feff}",
        "　",
        "＃\n",
    ] {
        let limits = Limits { faults: 1_000_000, ..RAISED };
        quickly(&part.repeat(100_000), &limits);
    }
    let stairs: String = (0..2000).map(|depth| format!("{}x\n", " ".repeat(depth))).collect();
    quickly(&stairs, &RAISED);
    let down: String = (0..2000).rev().map(|depth| format!("{}a: 1\n", " ".repeat(depth))).collect();
    quickly(&down, &Limits { faults: 1_000_000, ..RAISED });
}

#[test]
fn one_long_key_or_value() {
    let key = "k".repeat(1_000_000) + ": 1\n";
    assert_eq!(kinds(&quickly(&key, &Limits::default())), [F::LongKey]);
    let value = format!("a: {}\n", "值".repeat(300_000));
    let reading = quickly(&value, &Limits::default());
    assert!(reading.faults.is_empty());
    let folded = format!("a: x\n{}", "  y\n".repeat(200_000));
    assert!(quickly(&folded, &Limits::default()).faults.is_empty());
}

#[test]
fn a_million_keys() {
    let mut text: String = (0..1_000_000).map(|n| format!("k{n}: {n}\n")).collect();
    text.push_str("k999999: 1\nk0: 1\n'k17': 1\n");
    let reading = quickly(&text, &RAISED);
    assert_eq!(kinds(&reading), [F::DuplicateKey; 3]);
    assert!(reading.whole);
    assert_eq!(reading.root().map(|root| root.entries().count()), Some(1_000_000));
    let limited = quickly(&text, &Limits { bytes: 1 << 28, ..Limits::default() });
    assert_eq!(kinds(&limited), [F::TooManyNodes]);
    assert!(!limited.whole && limited.node_count() < 100_010);
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let limits = Limits { bytes: 10, ..Limits::default() };
    let reading = read("a: 北京\nb: 1\n".as_bytes(), &limits);
    assert_eq!(kinds(&reading), [F::TooLarge]);
    assert!(reading.root().is_none() && !reading.whole);
    assert_eq!((reading.text, reading.faults[0].span.start), ("a: 北京\n", 10));
    let inside = read("a: 北北北".as_bytes(), &limits);
    assert_eq!((inside.text, inside.faults[0].span.start), ("a: 北北", 9));
    assert!(read(b"a: 345678\n", &limits).faults.is_empty());
}
