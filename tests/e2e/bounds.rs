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

/// A command on what it is mostly run on, and its bound: of a build without optimization on a slow machine, which takes
/// about ten times what the one that is shipped takes, and far from what a run takes that does not end.
const BOUNDS: [(u32, &[&str]); 33] = [
    (5, &["init", "fresh", "--forge", "github"]),
    (5, &["new", "person", "ningbo-shifan/zhao", "name=赵样本", "--dry-run"]),
    (5, &["set", "ningbo-shifan/services/wholesale/name", "示范订货网", "--dry-run"]),
    (5, &["file", "HEAD~1", "--reason", "搬迁", "--dry-run"]),
    (5, &["event"]),
    (5, &["validate"]),
    (5, &["validate", "--at", "HEAD"]),
    (5, &["validate", "--format", "sarif"]),
    (5, &["review", "HEAD~1", "HEAD"]),
    (5, &["review", "HEAD~1", "HEAD", "--format", "markdown"]),
    (5, &["notice", "--from", "HEAD~1", "HEAD", "--dry-run"]),
    (5, &["notice", "ningbo-shifan/2026-07-06-address"]),
    (5, &["history", "ningbo-shifan"]),
    (5, &["dossier", "ningbo-shifan"]),
    (5, &["dossier", "ningbo-shifan", "--at", "2026-01-01"]),
    (10, &["dossier", "--all", "--out", "out"]),
    (5, &["due"]),
    (5, &["status"]),
    (5, &["plan", "ningbo-shifan"]),
    (5, &["rules", "--province", "粤"]),
    (5, &["rules"]),
    (5, &["rules", "--format", "json"]),
    (5, &["explain", "R107"]),
    (5, &["periods"]),
    (5, &["import", "numbers.txt", "--out", "imported"]),
    (5, &["decode", "浙ICP备2021000017号-1", "91330106MA0EXAMP12"]),
    (5, &["schema", "filing"]),
    (5, &["templates", "list"]),
    (5, &["templates", "show", "dossier.md.j2"]),
    (5, &["templates", "export", "--out", "templates"]),
    (5, &["completions", "bash"]),
    (5, &["reference"]),
    (5, &["--help"]),
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
