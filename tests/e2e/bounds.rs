//! How long each command may take: so many seconds of a processor, whatever else the machine does. The system ends a
//! run that takes more.

#![cfg(unix)]

use crate::gitted::Gitted;
use crate::harness::{Case, Run};
use std::collections::BTreeSet;
use std::fmt::Write as _;
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

/// A file as long as one may be, of what costs a reader, a rule or an editor of lines the most.
fn heavy() -> Vec<(&'static str, &'static str, String)> {
    const LONGEST: usize = (1 << 20) - 64;
    let many = |head: &str, line: &dyn Fn(usize) -> String| {
        let mut text = head.to_owned();
        for n in 0.. {
            let next = line(n);
            if LONGEST < text.len() + next.len() {
                break;
            }
            let _ = write!(text, "{next}");
        }
        text
    };
    vec![
        ("one long text", "subject.yaml", format!("format: 1\nname: {}\n", "长".repeat(LONGEST / 3 - 16))),
        ("keys that nobody knows", "subject.yaml", many("format: 1\n", &|n| format!("key-{n}: x\n"))),
        ("people", "people.yaml", many("", &|n| format!("p{n}:\n  name: 张示例\n"))),
        ("domains", "domains.yaml", many("", &|n| format!("d{n}.example:\n  registrar: 阿里云\n"))),
        ("servers", "servers.yaml", many("", &|n| format!("s{n}:\n  addresses: [192.0.2.1, 10.0.0.1]\n"))),
        ("services", "services.yaml", many("", &|n| format!("s{n}:\n  kind: 网站\n  domains: [shop.example]\n"))),
        ("numbers", "services.yaml", many("a:\n  numbers:\n", &|n| format!("    - number: 浙ICP备{n:010}号\n"))),
        (
            "facts",
            "filings/2026-01-01-a.yaml",
            many("procedure: 首次备案\nfacts:\n", &|n| format!("  services/s{n}/name: 甲\n")),
        ),
        (
            "events",
            "filings/2026-01-01-a.yaml",
            many("procedure: 首次备案\nevents:\n", &|_| "  - at: 2026-01-02\n    event: 提交\n".to_owned()),
        ),
        (
            "covers",
            "filings/2026-01-01-a.yaml",
            many("procedure: 首次备案\ncovers:\n", &|n| format!("  - services/s{n}\n")),
        ),
    ]
}

#[test]
fn a_file_that_costs_the_most_ends_within_a_bound() {
    for (what, file, text) in heavy() {
        let made = Gitted::clean();
        made.case.write(&format!("records/example/{file}"), text);
        for args in [&["validate", "--format", "short"][..], &["review", "HEAD"], &["dossier", "example"]] {
            let run = within(&made.case, 20, args);
            assert!((0..=4).contains(&run.status), "20 s were not enough for {args:?} of {what}: {}", run.err);
        }
    }
}
