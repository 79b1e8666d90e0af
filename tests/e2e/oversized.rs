//! Objects of git that are far larger than they look, or say that they are: no command takes the memory for them, and
//! each ends soon, with a word.

#![cfg(unix)]

use crate::gitted::Gitted;
use crate::harness::Run;
use crate::looping::{bytes, pack_of, stored};
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

/// A run takes well below a second; the rest is for machines on which all tests run at once.
const SOON: Duration = Duration::from_secs(20);

/// What is claimed, in bytes, and the room that a run has, in KiB: it is far less.
const CLAIMED: u64 = 1 << 33;
const ROOM: u64 = 3 << 20;

const COMMANDS: [&[&str]; 5] = [
    &["validate", "--at", "HEAD"],
    &["review", "HEAD~1", "HEAD"],
    &["history", "example"],
    &["dossier", "example", "--at", "HEAD"],
    &["notice", "--from", "HEAD~1", "HEAD"],
];

fn made() -> Gitted {
    let made = Gitted::clean();
    made.edit("records/example/subject.yaml", "supervisor: 张示例", "supervisor: 王示例");
    made.commit("2026-11-20", "x");
    made
}

/// Runs the program in so much room of memory, and sees to it that it ends soon.
fn run(made: &Gitted, args: &[&str], about: &str) -> Run {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", &format!("ulimit -v {ROOM}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_beian")]);
    let start = Instant::now();
    let run = made.case.finished(command, "", [args, &["--lang", "en"]].concat());
    assert!((0..=4).contains(&run.status) && start.elapsed() < SOON, "{about} {args:?}: {}", run.shown());
    run
}

/// The head of an object in a pack: its kind, and the length that it says it has.
fn head(kind: u8, length: u64) -> Vec<u8> {
    let low = |bits: u64, mask: u64| u8::try_from(bits & mask).expect("a few bits");
    let mut left = length >> 4;
    let mut head = vec![kind << 4 | low(length, 15)];
    while 0 < left {
        *head.last_mut().expect("a byte") |= 0x80;
        head.push(low(left, 127));
        left >>= 7;
    }
    head
}

/// A length as a delta writes it.
fn length(mut left: u64) -> Vec<u8> {
    let mut out = Vec::new();
    loop {
        let low = u8::try_from(left & 127).expect("a few bits");
        left >>= 7;
        out.push(if left == 0 { low } else { low | 0x80 });
        if left == 0 {
            return out;
        }
    }
}

#[test]
fn what_says_that_it_is_gigabytes_ends_every_command_with_a_word() {
    const DELTA: u8 = 7;
    let kinds = [("HEAD:records/example/subject.yaml", 3), ("HEAD:records/example", 2), ("HEAD", 1)];
    for (n, (object, kind)) in kinds.into_iter().enumerate() {
        let made = made();
        let (id, other) = (made.id(object), bytes(&made.id("HEAD:beian.yaml")));
        let base = fs::metadata(made.case.path("beian.yaml")).expect("the settings").len();
        fs::remove_file(made.case.path(&format!(".git/objects/{}/{}", &id[..2], &id[2..]))).expect("a loose object");
        let of = |claimed: u64, delta: &[u8]| [&head(DELTA, claimed), &other[..], &stored(delta)].concat();
        let copied = |base: u64, result: u64| [length(base), length(result), vec![0x90, 5]].concat();
        let (result, basis) = (copied(base, CLAIMED), copied(CLAIMED, 5));
        let entries = [
            ("whole", [head(kind, CLAIMED), stored(b"x")].concat()),
            ("what a delta makes", of(u64::try_from(result.len()).expect("a few"), &result)),
            ("what a delta is of", of(u64::try_from(basis.len()).expect("a few"), &basis)),
            ("a delta itself", of(CLAIMED, &copied(base, 5))),
        ];
        for (m, (about, entry)) in entries.into_iter().enumerate() {
            let (pack, index) = pack_of(&[(&id, entry)]);
            made.case.write(".git/objects/pack/pack-0707070707070707070707070707070707070707.pack", pack);
            made.case.write(".git/objects/pack/pack-0707070707070707070707070707070707070707.idx", index);
            for args in [COMMANDS[(n + m) % COMMANDS.len()], COMMANDS[(n + m + 2) % COMMANDS.len()]] {
                let about = format!("{object}, {about}");
                let run = run(&made, args, &about);
                let is_told = run.status == 4 && !run.err.is_empty() || run.shown().contains("more than 1 MiB");
                assert!(is_told, "{about} {args:?}: {}", run.shown());
            }
        }
    }
}

#[test]
fn a_record_that_unpacks_to_far_more_is_not_read() {
    let made = made();
    made.case.write("records/example/people.yaml", vec![b'#'; 64 << 20]);
    made.commit("2026-11-20", "large");
    for packed in [false, true] {
        if packed {
            made.git("2026-11-20", &["repack", "-a", "-d", "--quiet"]);
        }
        made.case.write("records/example/people.yaml", "x");
        for args in COMMANDS {
            let run = run(&made, args, "a large blob");
            assert!(run.status != 0 && run.shown().contains("MiB"), "{args:?}: {}", run.shown());
        }
    }
}

#[test]
fn a_message_of_megabytes_is_told_in_a_line() {
    let made = made();
    made.edit("records/example/subject.yaml", "supervisor: 王示例", "supervisor: 李示例");
    made.case.write("message", "长".repeat(8 << 20));
    made.git("2026-11-20", &["add", "records"]);
    made.git("2026-11-20", &["commit", "--quiet", "--file", "message"]);
    for args in COMMANDS {
        let run = run(&made, args, "a long message");
        assert!(run.out.len() + run.err.len() < 1 << 20, "{args:?} prints {} bytes", run.out.len() + run.err.len());
    }
}
