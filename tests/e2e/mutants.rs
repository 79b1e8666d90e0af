//! Mutants: bytes that were whole once, and what was done to them; and that no command breaks on records of them.
//!
//! `BEIAN_HOSTILE=50000` tries so many mutants of records (`just hostile`).

use crate::gitted::Gitted;
use crate::harness::Case;
use crate::rounds::Proof;
use beian_core::rules::BASE;

/// Numbers that are drawn from a seed, the same on every machine (`splitmix64`).
pub(crate) struct Draw(u64);

impl Draw {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below another one, zero if that is zero.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit.max(1)).expect("a number")).expect("a number")
    }

    pub(crate) fn of<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }
}

/// What is put into mutants: what acts on a terminal, a log, a page, a reader of YAML or a template.
const ODD: &[&[u8]] = &[
    b"\0",
    b"\x1b[31m",
    b"\x1b]0;x\x07",
    b"\xc2\x9b31m",
    b"\xff\xfe",
    b"\r",
    b"\t",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xae",
    b"\xe2\x80\x8b",
    b"\n---\n",
    b"\n<<<<<<< HEAD\n",
    b"&a *a",
    b"!!python/object ",
    b"<<: ",
    b"- - - - - - - -",
    b"[[[[[[[[[[[[",
    b"{a: {b: {c: ",
    b"{{ 7 * 7 }}",
    b"{% for x in range(99999) %}",
    b"{% include 'dossier.md.j2' %}",
    b"::add-mask::x",
    b"##[error]x",
    b"<script>",
    b"](javascript:x)",
    b"~",
    b"null",
    b"0x1F",
    b"1e999",
    b"9999-99-99",
    b"2026-02-30",
    b"\"",
    b"'",
    b"|",
    b">",
    b"#",
    b": ",
    b"\xef\xbc\x9a",
    b"110101199003070011",
    b"\xf0\x9f\x98\x80",
    b"\xe4\xba\xacICP\xe5\xa4\x8712345678\xe5\x8f\xb7-1",
    b"\xf3\xa0\x80\x81",
];

/// A mutant of one of some inputs.
pub(crate) fn mutated(draw: &mut Draw, corpus: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = draw.of(corpus).clone();
    for _ in 0..=draw.below(4) {
        mutate(draw, &mut bytes, corpus);
    }
    bytes
}

fn mutate(draw: &mut Draw, bytes: &mut Vec<u8>, corpus: &[Vec<u8>]) {
    let at = draw.below(bytes.len() + 1);
    match draw.below(9) {
        0 => bytes.truncate(at),
        1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << draw.below(8)),
        2 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = u8::try_from(draw.below(256)).expect("a byte")),
        3 | 4 => drop(bytes.splice(at..at, draw.of(ODD).iter().copied())),
        5 => without_line(draw, bytes),
        6 => drop(bytes.splice(at..at, line(draw, draw_of(corpus, at)))),
        7 => {
            let end = (at + draw.below(12)).min(bytes.len());
            drop(bytes.splice(at..end, draw.of(ODD).iter().copied()));
        }
        _ => {
            let again = line(draw, bytes);
            drop(bytes.splice(at..at, again));
        }
    }
}

fn draw_of(corpus: &[Vec<u8>], at: usize) -> &[u8] {
    &corpus[at % corpus.len()]
}

/// A line of some bytes, with its end.
fn line(draw: &mut Draw, bytes: &[u8]) -> Vec<u8> {
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    if lines.is_empty() { Vec::new() } else { draw.of(&lines).to_vec() }
}

fn without_line(draw: &mut Draw, bytes: &mut Vec<u8>) {
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let gone = draw.below(lines.len());
    *bytes = lines.iter().enumerate().filter(|(at, _)| *at != gone).flat_map(|(_, line)| line.to_vec()).collect();
}

/// So many mutants of records are tried by `cargo test`.
const FEW: usize = 80;

/// So many stand side by side in one run.
const BATCH: usize = 20;

/// So many commands are tried on each batch, each of them twice.
const TURN: usize = 4;

/// What is asked of mutants, in turns.
const COMMANDS: [&[&str]; 16] = [
    &["validate"],
    &["review", "main", "--format", "markdown"],
    &["dossier", "m7", "--audience", "internal"],
    &["validate", "--format", "json"],
    &["validate", "--format", "short", "--lang", "en"],
    &["notice", "--from", "main"],
    &["validate", "--format", "github"],
    &["history", "m3"],
    &["validate", "--format", "sarif"],
    &["review", "main", "--format", "json"],
    &["dossier", "m7", "--audience", "public", "--format", "html"],
    &["validate", "--format", "junit"],
    &["review", "main", "--verbose"],
    &["validate", "--format", "gitlab"],
    &["dossier", "m9", "--as-of", "2022-06-01"],
    &["validate", "--format", "markdown", "--verbose"],
];

#[test]
fn no_mutant_of_records_breaks_a_command() {
    let many = std::env::var("BEIAN_HOSTILE").ok().and_then(|many| many.parse().ok());
    let corpus: Vec<Vec<u8>> = BASE.iter().map(|(_, text)| text.as_bytes().to_vec()).collect();
    let batches: Vec<usize> = (0..many.unwrap_or(FEW).div_ceil(BATCH)).collect();
    Proof { called: "mutants", is_long: many.is_some() }.hold(&batches, |batch| breaks_nothing(*batch, &corpus));
}

/// One file of each subject is a mutant, and a few commands are asked twice.
fn breaks_nothing(batch: usize, corpus: &[Vec<u8>]) {
    let whole = whole();
    let mut draw = Draw::new(u64::try_from(batch).expect("a number"));
    for mutant in 0..BATCH {
        let which = draw.below(BASE.len());
        let (name, _) = BASE[which];
        let mutated = mutated(&mut draw, &[&corpus[which..=which], corpus].concat());
        whole.case.write(&format!("records/m{mutant}/{name}"), mutated);
    }
    for turn in 0..TURN {
        let args = COMMANDS[(batch * TURN + turn) % COMMANDS.len()];
        let run = whole.run(args);
        assert!((0..=4).contains(&run.status), "batch {batch}, {args:?}: {}", run.shown());
        let acts = |c: char| c.is_control() && c != '\n' && c != '\t';
        assert!(!run.shown().contains(acts), "batch {batch}, {args:?} prints a character that acts");
        assert_eq!(run.shown(), whole.run(args).shown(), "batch {batch}, {args:?} answers otherwise");
    }
}

/// As many clean subjects, committed.
fn whole() -> Gitted {
    let case = Case::empty();
    case.write("beian.yaml", "sample: true\n");
    for mutant in 0..BATCH {
        for (name, text) in BASE {
            case.write(&format!("records/m{mutant}/{name}"), text);
        }
    }
    Gitted::of(case)
}
