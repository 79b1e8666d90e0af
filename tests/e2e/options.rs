//! What all commands share: language, colour, days, failures.

use crate::harness::Case;
use insta::assert_snapshot;

#[test]
fn the_language_follows_the_environment() {
    let said = |name, value| Case::clean().with(name, value).outcome(["validate"]).out;
    let zh = said("LANG", "zh_CN.UTF-8");
    let en = said("LANG", "en_GB.UTF-8");
    assert_ne!(zh, en);
    assert_eq!(said("LC_ALL", "C"), zh);
    assert_eq!(said("BEIAN_LANG", "en"), en);
    assert_eq!(Case::clean().with("LANG", "en").with("BEIAN_LANG", "zh").outcome(["validate"]).out, zh);
}

#[test]
fn a_pipe_gets_no_colour() {
    for args in [&["validate"][..], &["validate", "--color", "never"], &["rules"], &["--help"], &["explain", "C117"]] {
        let run = Case::faulty().outcome(args);
        assert!(!run.out.contains('\u{1b}') && !run.err.contains('\u{1b}'), "{args:?}");
    }
    let forced = Case::faulty().with("CLICOLOR_FORCE", "1").outcome(["validate"]);
    assert!(forced.out.contains('\u{1b}'));
    let refused = Case::faulty().with("CLICOLOR_FORCE", "1").with("NO_COLOR", "1").outcome(["validate"]);
    assert!(!refused.out.contains('\u{1b}'));
}

#[test]
fn colour_changes_nothing_but_colour() {
    let plain = Case::faulty().outcome(["validate"]).out;
    let coloured = Case::faulty().outcome(["validate", "--color", "always"]).out;
    let mut stripped = String::new();
    let mut rest = coloured.as_str();
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        stripped += before;
        rest = after.split_once('m').map_or("", |(_, rest)| rest);
    }
    // A renderer may pad a line before it ends a colour.
    let trimmed = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    assert_eq!(trimmed(&(stripped + rest)), trimmed(&plain));
}

#[test]
fn one_clock_is_enough() {
    // The harness gives the day already.
    let run = Case::clean().outcome(["--today", "2026-11-22", "validate"]);
    assert_eq!(run.status, 2);
    assert!(run.out.is_empty() && run.err.contains("--today"), "{}", run.err);
}

#[test]
fn usage_is_explained() {
    let case = Case::clean();
    assert_eq!(case.outcome(["frobnicate"]).status, 2);
    assert_eq!(case.outcome(["validate", "--format", "xml"]).status, 2);
    assert_eq!(case.outcome(["--help"]).status, 0);
    assert_eq!(case.outcome(["--version"]).out, "beian [VERSION]\n");
    assert_snapshot!(case.run(["validate", "--as-of", "2026-02-30"]), @r#"
    exit 2
    ---- stderr
    错误: --as-of 的值“2026-02-30”：日历上没有这一天
    "#);
    assert_snapshot!(case.run(["validate", "--as-of", "tomorrow", "--lang", "en"]), @r#"
    exit 2
    ---- stderr
    error: --as-of `tomorrow`: a date is written YYYY-MM-DD, as in 2026-03-01
    "#);
}

#[test]
fn a_runner_gets_no_commands_out_of_records() {
    let case = Case::clean().with("GITHUB_ACTIONS", "true");
    case.write("records/::add-mask::x/subject.yaml", "a: \"##vso[task.x]\"\nname: \"::stop-commands::y\n");
    for format in ["text", "short", "json"] {
        let run = case.outcome(["validate", "--format", format]);
        let all = run.out + &run.err;
        // Three colons begin no command: none has a name that begins with one.
        let begins = |line: &str| line.trim_start().strip_prefix("::").is_some_and(|rest| !rest.starts_with(':'));
        assert!(!all.lines().any(begins), "{all}");
        assert!(!all.contains("##vso[") && !all.contains("##["), "{all}");
    }
    std::fs::rename(case.path("records/::add-mask::x"), case.path("::x")).expect("a folder");
    let run = case.outcome(["validate", "--format", "short", "::x"]);
    assert!(run.out.starts_with(": :x/subject.yaml:"), "{}", run.out);
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    use std::process::{Command, Stdio};
    let case = Case::faulty();
    let mut child = Command::new(env!("CARGO_BIN_EXE_beian"))
        .args(["rules", "--format", "json"])
        .current_dir(case.path(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program");
    drop(child.stdout.take());
    let done = child.wait_with_output().expect("a child");
    assert_eq!(done.status.code(), Some(0));
    assert!(done.stderr.is_empty(), "{}", String::from_utf8_lossy(&done.stderr));
}
