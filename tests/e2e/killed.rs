//! Commands that write, killed at any moment or refused by the system: what stands in a place is the old or the new,
//! and the next run works and leaves nothing behind. Every operation of the layer that writes is tried in
//! `records::files::killed`; here the program itself is killed as it runs. `just kills` does that a thousand times.

#![cfg(unix)]

mod ways;

use crate::gitted::{Gitted, copy};
use crate::harness::{Case, root};
use crate::rounds::Proof;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use ways::*;

/// Names and contents of files.
type Files = BTreeMap<String, Vec<u8>>;

/// A repository in which a command is about to write.
fn made(way: &Way) -> Gitted {
    let made = Gitted::shipped();
    for (name, from) in [("web.json", "web-qq.com-2023.json"), ("batch.json", "pages-1.json")] {
        copy(&root().join("tests/fixtures/import").join(from), &made.case.path(name));
    }
    (way.before)(&made);
    made
}

/// All files of a place; of the hidden ones beside and in it, their names.
fn found(case: &Case, out: &str) -> (Files, Vec<String>) {
    let (mut files, mut hidden) = (Files::new(), Vec::new());
    look(&case.path(""), Path::new(""), out, &mut files, &mut hidden);
    (files, hidden)
}

fn look(root: &Path, within: &Path, out: &str, files: &mut Files, hidden: &mut Vec<String>) {
    for entry in fs::read_dir(root.join(within)).expect("a folder").flatten() {
        let (path, name) = (within.join(entry.file_name()), entry.file_name().to_string_lossy().into_owned());
        if name.starts_with(".beian-") {
            hidden.push(path.to_string_lossy().into_owned());
        } else if name != ".git" && entry.path().is_dir() {
            look(root, &path, out, files, hidden);
        } else if path.starts_with(out) {
            files.insert(path.to_string_lossy().into_owned(), fs::read(entry.path()).expect("a file"));
        }
    }
}

/// What a kill left is the old or the new, and the next run makes the new of it and leaves nothing behind.
fn holds(way: &Way, made: &Gitted, before: &Files, after: &Files, killed: &str) {
    let (files, _) = found(&made.case, way.out);
    let told = format!("{}: killed {killed}", way.called);
    let is_whole = files == *before || files == *after;
    assert!(is_whole || !way.is_one_step, "{told}: {:?}", files.keys());
    for (name, bytes) in &files {
        assert!(before.get(name) == Some(bytes) || after.get(name) == Some(bytes), "{told}: {name} is half written");
    }
    if way.args[0] == "dossier" && made.case.path("out/manifest.json").exists() {
        let run = made.run(&["dossier", "--verify", "out"]);
        let is_beside = way.called.contains("beside") && run.out.lines().count() == 1 && run.out.contains("note.txt");
        assert!(run.status == 0 || is_beside, "{told}: {}", run.shown());
    }
    let run = made.run(way.args);
    assert!(run.status == 0 || way.is_once && run.status == 2, "{told}: {}", run.shown());
    let (files, hidden) = found(&made.case, way.out);
    assert!(files == *after && hidden.is_empty(), "{told}: {hidden:?} {:?}", files.keys());
}

/// What stands in the place before a run and after it, and how long the run took.
fn whole(way: &Way) -> (Files, Files, Duration) {
    let made = made(way);
    let (before, _) = found(&made.case, way.out);
    let begun = Instant::now();
    run(&made, way.args);
    let time = begun.elapsed();
    let (after, hidden) = found(&made.case, way.out);
    assert!(before != after && hidden.is_empty(), "{}: {hidden:?}", way.called);
    (before, after, time)
}

/// Numbers that look drawn, the same in each run.
struct Drawn(u64);

impl Drawn {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }
}

/// Kills a run after a while, with the process number that all runs have in a container if that is asked for.
fn kill_after(made: &Gitted, args: &[&str], wait: Duration, is_contained: bool) {
    let program = env!("CARGO_BIN_EXE_beian");
    let command = if is_contained {
        let mut command = Command::new("/usr/bin/unshare");
        command.args(["--pid", "--fork", "--kill-child", program]);
        command
    } else {
        Command::new(program)
    };
    let mut command = made.case.prepared(command, "", args);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program");
    std::thread::sleep(wait);
    // It may have ended by itself.
    drop(child.kill());
    child.wait().expect("our own child");
    if is_contained {
        // What it forked dies a moment later than itself.
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn wanted() -> Option<usize> {
    std::env::var("BEIAN_KILLS").ok()?.parse().ok()
}

#[test]
fn a_run_that_is_killed_at_any_moment_leaves_the_old_or_the_new() {
    let many = wanted();
    let mut drawn = Drawn(20_261_130);
    let mut rounds = Vec::new();
    for n in 0..many.map_or(1, |many| many.div_ceil(WAYS.len())) {
        rounds.extend(WAYS.iter().map(|way| (way, drawn.next(), many.is_some() && n % 3 == 0)));
    }
    let known = WAYS.each_ref().map(whole);
    Proof { called: "killed at any moment", is_long: many.is_some() }.hold(&rounds, |(way, drawn, is_contained)| {
        let at = WAYS.iter().position(|other| other.called == way.called).expect("one of the ways");
        let (before, after, time) = &known[at];
        let micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX).max(1);
        let wait = Duration::from_micros(drawn % (micros + micros / 4));
        let made = made(way);
        kill_after(&made, way.args, wait, *is_contained);
        holds(way, &made, before, after, &format!("after {wait:?}"));
    });
}

/// The signals by which somebody ends a run: from the keyboard, by a service that stops, by a terminal that goes.
const SIGNALS: [(&str, i32); 3] = [("INT", 2), ("TERM", 15), ("HUP", 1)];

#[test]
fn an_interruption_leaves_the_old_or_the_new_and_ends_the_run_as_one() {
    let many = wanted();
    let mut drawn = Drawn(20_261_201);
    let mut rounds = Vec::new();
    for n in 0..many.map_or(1, |many| many.div_ceil(5 * WAYS.len())) {
        let signal = |(at, way)| (way, drawn.next(), SIGNALS[(n + at) % SIGNALS.len()]);
        rounds.extend(WAYS.iter().enumerate().map(signal));
    }
    let known = WAYS.each_ref().map(whole);
    Proof { called: "interrupted", is_long: many.is_some() }.hold(&rounds, |(way, drawn, (signal, number))| {
        let at = WAYS.iter().position(|other| other.called == way.called).expect("one of the ways");
        let (before, after, time) = &known[at];
        let made = made(way);
        let mut command = made.case.prepared(Command::new(env!("CARGO_BIN_EXE_beian")), "", way.args);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program");
        std::thread::sleep(Duration::from_micros(drawn % u64::try_from(time.as_micros()).expect("a while").max(1)));
        let told = format!("kill -s {signal} {}", child.id());
        drop(Command::new("/bin/sh").args(["-c", &told]).stderr(Stdio::null()).status());
        let status = child.wait().expect("our own child");
        // A shell says 130 for the first: who runs it in a loop sees that somebody ended it.
        let is_ended = status.signal() == Some(*number) || status.success();
        assert!(is_ended, "{}: {signal}: {status}", way.called);
        holds(way, &made, before, after, &format!("by {signal}"));
    });
}

#[test]
fn closed_channels_change_nothing_of_what_is_written() {
    for (n, closed) in ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"].into_iter().enumerate() {
        let way = &WAYS[n];
        let (_, after, _) = whole(way);
        let made = made(way);
        let mut command = Command::new("/bin/sh");
        command.args(["-c", &format!("exec \"$0\" \"$@\" {closed}"), env!("CARGO_BIN_EXE_beian")]);
        let run = made.case.finished(command, "", way.args);
        let (files, hidden) = found(&made.case, way.out);
        assert!(run.status == 0 && files == after && hidden.is_empty(), "{closed}: {}", run.shown());
    }
}

/// Calls of the system that change the disk.
const CALLS: [&str; 12] = [
    "mkdir",
    "openat",
    "write",
    "fsync",
    "fchmod",
    "chmod",
    "rename",
    "renameat2",
    "unlink",
    "unlinkat",
    "rmdir",
    "flock",
];

#[test]
fn a_run_that_is_killed_at_each_call_leaves_the_old_or_the_new() {
    // Needs strace, so that it is run by `just kills` alone.
    let Some(many) = wanted() else { return };
    let mut rounds = Vec::new();
    for way in &WAYS {
        for (call, last) in calls(way) {
            // Files are opened for reading by the hundred: the last ones are those that are made.
            let first = if call == "openat" { last.saturating_sub(many / WAYS.len()) } else { 0 };
            rounds.extend((first + 1..=last).map(|at| (way, call, at, last)));
        }
    }
    let known = WAYS.each_ref().map(whole);
    let killed = AtomicUsize::new(0);
    let proof = Proof { called: "killed at each call", is_long: true };
    proof.hold(&rounds, |(way, call, at, last)| {
        let n = WAYS.iter().position(|other| other.called == way.called).expect("one of the ways");
        let (before, after, _) = &known[n];
        let made = made(way);
        let mut command = Command::new("/usr/bin/strace");
        command.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={call}")]);
        command.args(["-e", &format!("inject={call}:signal=KILL:when={at}"), env!("CARGO_BIN_EXE_beian")]);
        let mut command = made.case.prepared(command, "", way.args);
        let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("strace");
        holds(way, &made, before, after, &format!("at {call} {at} of {last}"));
        killed.fetch_add(usize::from(!status.success()), Ordering::Relaxed);
    });
    let killed = killed.into_inner();
    proof.tell(&format!("{killed} of {} runs were killed", rounds.len()));
    assert!(many <= killed, "{killed} of {} runs were killed at a call of the system", rounds.len());
}

/// How often a run makes each call.
fn calls(way: &Way) -> Vec<(&'static str, usize)> {
    let made = made(way);
    let log = made.case.path("calls.log");
    let mut command = Command::new("/usr/bin/strace");
    command.args(["-f", "-qq", "-e", &format!("trace={}", CALLS.join(",")), "-o"]).arg(&log);
    command.arg(env!("CARGO_BIN_EXE_beian"));
    let mut command = made.case.prepared(command, "", way.args);
    assert!(command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("strace").success());
    let text = fs::read_to_string(log).expect("a log");
    let count = |call: &str| text.lines().filter(|line| line.contains(&format!(" {call}("))).count();
    CALLS.into_iter().map(|call| (call, count(call))).filter(|(_, n)| 0 < *n).collect()
}

#[test]
fn whatever_is_written_is_flushed_before_the_run_ends() {
    let strace = Path::new("/usr/bin/strace");
    if !strace.is_file() {
        return;
    }
    for way in &WAYS {
        let (before, after, _) = whole(way);
        let made = made(way);
        let log = made.case.path(".git/flushed");
        let mut command = Command::new(strace);
        command.args(["-f", "-qq", "-e", "trace=fsync", "-o"]).arg(&log).arg(env!("CARGO_BIN_EXE_beian"));
        let mut command = made.case.prepared(command, "", way.args);
        assert!(command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("strace").success());
        let text = fs::read_to_string(log).expect("a log");
        let flushed = text.lines().filter(|line| line.contains(" fsync(")).count();
        let new = after.iter().filter(|(name, bytes)| before.get(*name) != Some(bytes)).count();
        // Each file, and the folder in which it stands.
        assert!(new < flushed, "{}: {new} files, and {flushed} times something was flushed", way.called);
    }
}

#[test]
fn a_write_that_the_system_refuses_is_told_and_changes_nothing() {
    for (n, way) in WAYS.iter().enumerate() {
        let made = made(way);
        let (before, _) = found(&made.case, way.out);
        // No file may grow over so many blocks of 512 bytes: the first, or a later one is refused.
        for (blocks, lang, word) in [("0", "zh", "写不了"), ("0", "en", "cannot write"), ("1", "en", "cannot write")]
        {
            let mut command = Command::new("/bin/sh");
            let limited = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
            command.args(["-c", &limited, env!("CARGO_BIN_EXE_beian"), "--lang", lang]);
            let run = made.case.finished(command, "", way.args);
            let told = format!("{n} {}: {}", way.called, run.shown());
            let is_small = found(&made.case, way.out).0.values().all(|bytes| bytes.len() <= 512) && run.status == 0;
            assert!(is_small || (run.status == 2 && run.err.contains(word)), "{told}");
            let reason = if lang == "zh" { "文件太大" } else { "too large" };
            let place = way.out.trim_end_matches(".yaml");
            assert!(is_small || (run.err.contains(reason) && run.err.contains(place)), "{told}");
            let (files, hidden) = found(&made.case, way.out);
            assert!(is_small || (files == before && hidden.is_empty()), "{hidden:?} {told}");
        }
    }
}
