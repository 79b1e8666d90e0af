//! How long each command may take: so many seconds of a processor, whatever else the machine does. The system ends a
//! run that takes more.

#![cfg(unix)]

use crate::gitted::Gitted;
use crate::harness::{Case, Run};
use std::collections::BTreeSet;
use std::process::Command;

/// Runs the program with so many seconds of a processor.
fn within(case: &Case, seconds: u32, args: &[&str]) -> Run {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", &format!("ulimit -t {seconds}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_beian")]);
    case.finished(command, "", args)
}

/// A command on what it is mostly run on, and its bound: of a build without optimization, which takes about ten times
/// what the one that is shipped takes.
const BOUNDS: [(u32, &[&str]); 24] = [
    (1, &["validate"]),
    (1, &["validate", "--at", "HEAD"]),
    (1, &["validate", "--format", "sarif"]),
    (1, &["review", "HEAD~1", "HEAD"]),
    (1, &["review", "HEAD~1", "HEAD", "--format", "markdown"]),
    (1, &["notice", "--from", "HEAD~1", "HEAD", "--dry-run"]),
    (1, &["notice", "ningbo-shifan/2026-07-06-address"]),
    (1, &["history", "ningbo-shifan"]),
    (1, &["dossier", "ningbo-shifan"]),
    (1, &["dossier", "ningbo-shifan", "--at", "2026-01-01"]),
    (2, &["dossier", "--all", "--out", "out"]),
    (1, &["rules"]),
    (1, &["rules", "--format", "json"]),
    (1, &["explain", "R107"]),
    (1, &["periods"]),
    (1, &["import", "numbers.txt", "--out", "imported"]),
    (1, &["decode", "浙ICP备2021000017号-1", "91330106MA0EXAMP12"]),
    (1, &["schema", "filing"]),
    (1, &["templates", "list"]),
    (1, &["templates", "show", "dossier.md.j2"]),
    (1, &["templates", "export", "--out", "templates"]),
    (1, &["completions", "bash"]),
    (1, &["reference"]),
    (1, &["--help"]),
];

#[test]
fn every_command_ends_within_its_bound() {
    let made = Gitted::shipped();
    let path = "records/ningbo-shifan/subject.yaml";
    let text = std::fs::read_to_string(made.case.path(path)).expect("a record");
    made.case.write(path, text.replace("范例大道 200 号", "范例大道 300 号"));
    made.commit("2026-11-20", "地址");
    made.case.write("numbers.txt", "浙ICP备2021000017号-1 www.shop.example\n");
    for (seconds, args) in BOUNDS {
        let run = within(&made.case, seconds, args);
        // A run that was ended has no status of its own.
        assert!((0..=4).contains(&run.status), "{seconds} s were not enough for {args:?}: {}", run.shown());
    }
    let help = made.run(&["--help", "--lang", "en"]).out;
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let named: BTreeSet<&str> = commands.filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).collect();
    let named: BTreeSet<&str> = named.into_iter().filter(|name| !name.is_empty()).collect();
    let bounded: BTreeSet<&str> = BOUNDS.iter().map(|(_, args)| args[0]).collect();
    assert!(12 < named.len() && named.is_subset(&bounded), "without a bound: {:?}", named.difference(&bounded));
}
