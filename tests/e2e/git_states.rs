//! What others have begun in a repository, and what strangers wrote into its settings: locks that nobody holds,
//! a merge, rebase or search under way, programs that git would start. None of it changes an answer, and nothing
//! is started.

use crate::gitted::{Gitted, git_in};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

const COMMANDS: [&[&str]; 8] = [
    &["validate"],
    &["validate", "--at", "HEAD"],
    &["review", "HEAD~1", "HEAD"],
    &["review", "HEAD"],
    &["history", "example"],
    &["dossier", "example", "--at", "HEAD"],
    &["dossier", "--all", "--out", "out"],
    &["notice", "--from", "HEAD~1", "HEAD"],
];

fn made() -> Gitted {
    let made = Gitted::clean();
    moved(&made, "文三路 100 号", "文三路 200 号", "2026-11-10");
    made
}

/// Moves the subject, and commits it.
fn moved(made: &Gitted, from: &str, to: &str, day: &str) {
    made.edit(
        "records/example/subject.yaml",
        &format!("\naddress: 浙江省杭州市西湖区{from}"),
        &format!("\naddress: 浙江省杭州市西湖区{to}"),
    );
    made.commit(day, "搬家");
}

/// What each command answers.
fn answers(made: &Gitted) -> Vec<String> {
    let answer = |args: &&[&str]| {
        drop(fs::remove_dir_all(made.case.path("out")));
        made.run(&[args, &["--lang", "en"][..]].concat()).shown()
    };
    COMMANDS.iter().map(answer).collect()
}

/// All files of a folder, with what they hold.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(below, bytes)| (format!("{name}/{below}"), bytes)));
        } else {
            found.insert(name, fs::read(&path).expect("a file"));
        }
    }
    found
}

/// The files by which git keeps others away, and of which a killed run leaves some behind.
const LOCKS: [&str; 6] =
    ["index.lock", "HEAD.lock", "config.lock", "packed-refs.lock", "shallow.lock", "refs/heads/main.lock"];

#[test]
fn locks_that_nobody_holds_change_no_answer_and_are_left_alone() {
    let made = made();
    let wanted = answers(&made);
    for lock in LOCKS {
        made.case.write(&format!(".git/{lock}"), "");
        assert_eq!(answers(&made), wanted, "{lock}");
        assert!(made.case.path(".git").join(lock).is_file(), "{lock} is not ours to take away");
        fs::remove_file(made.case.path(".git").join(lock)).expect("the lock");
    }
}

/// Runs git, which may stop where changes conflict.
fn begin(made: &Gitted, args: &[&str]) {
    let mut git = Command::new("git");
    git.args(["-c", "user.name=a", "-c", "user.email=a@records.example", "-c", "advice.detachedHead=false"]);
    let output = git.args(args).current_dir(made.case.path("")).env("GIT_EDITOR", "true").output();
    assert!(output.expect("git").status.code().is_some_and(|code| code <= 1), "git {args:?}");
}

/// What stands in the folder of git while something is under way, and how it is begun.
const UNDER_WAY: [(&str, &[&str]); 6] = [
    ("MERGE_HEAD", &["merge", "--quiet", "other"]),
    ("rebase-merge", &["rebase", "--quiet", "other"]),
    ("rebase-apply", &["rebase", "--quiet", "--apply", "other"]),
    ("CHERRY_PICK_HEAD", &["cherry-pick", "other"]),
    ("REVERT_HEAD", &["revert", "--no-edit", "HEAD~1"]),
    ("BISECT_LOG", &["bisect", "start", "HEAD", "HEAD~2"]),
];

#[test]
fn what_is_under_way_is_no_change_and_its_conflicts_are_told() {
    for (state, args) in UNDER_WAY {
        let made = made();
        made.git("2026-11-10", &["branch", "other", "HEAD~1"]);
        moved(&made, "文三路 200 号", "文三路 300 号", "2026-11-12");
        made.git("2026-11-12", &["switch", "--quiet", "other"]);
        moved(&made, "文三路 100 号", "文三路 400 号", "2026-11-12");
        made.git("2026-11-12", &["switch", "--quiet", "main"]);
        begin(&made, args);
        assert!(made.case.path(".git").join(state).exists(), "{args:?} leaves {state}");
        let before = files(&made.case.path(".git"));
        let text = fs::read_to_string(made.case.path("records/example/subject.yaml")).expect("a record");
        let is_open = text.contains("<<<<<<<");
        assert_eq!(is_open, state != "BISECT_LOG", "{state}");
        for args in [&["validate"][..], &["review", "HEAD"], &["notice", "--from", "HEAD"], &["dossier", "example"]] {
            let run = made.run(&[args, &["--lang", "en"]].concat());
            let shown = run.shown();
            assert!((0..=4).contains(&run.status), "{state} {args:?}: {shown}");
            assert!(run.status != 0 || !is_open || args[0] == "dossier", "{state} {args:?}: {shown}");
            assert!(
                !run.out.contains("<<<<<<<") || matches!(args[0], "validate" | "review"),
                "{state} {args:?}: {shown}"
            );
            assert!(args[0] != "notice" || run.out.is_empty() || !is_open, "{state}: no letter comes of it: {shown}");
            assert!(args[0] != "validate" || is_open == shown.contains("C106"), "{state}: {shown}");
        }
        // What was committed is read all the same.
        let run = made.run(&["validate", "--at", "main"]);
        assert_eq!(run.status, 0, "{state}: {}", run.shown());
        assert!(files(&made.case.path(".git")) == before, "{state}: the folder of git is as it was");
    }
}

/// Settings of a repository by which git itself starts a program.
const STARTING: [(&str, &str); 10] = [
    ("core.fsmonitor", "PROGRAM"),
    ("core.hooksPath", "hooks"),
    ("core.pager", "PROGRAM"),
    ("core.editor", "PROGRAM"),
    ("core.sshCommand", "PROGRAM"),
    ("diff.external", "PROGRAM"),
    ("filter.x.smudge", "PROGRAM"),
    ("filter.x.process", "PROGRAM"),
    ("alias.log", "!PROGRAM"),
    ("gpg.program", "PROGRAM"),
];

/// Begins a repository whose settings start a program that leaves a mark, by each way that git knows.
fn armed() -> (Gitted, std::path::PathBuf) {
    let made = made();
    let (program, mark) = (made.case.path(".git/program"), made.case.path(".git/mark"));
    made.case.write(".git/program", format!("#!/bin/sh\ntouch '{}'\nexit 1\n", mark.display()));
    let mut settings = String::new();
    for (key, value) in STARTING {
        let (section, name) = key.rsplit_once('.').expect("a section");
        let section = section.split_once('.').map_or_else(|| section.to_owned(), |(a, b)| format!("{a} \"{b}\""));
        let value = value.replace("PROGRAM", &program.to_string_lossy());
        settings += &format!("[{section}]\n\t{name} = {value}\n");
    }
    made.case.write(".git/more", settings);
    for hook in ["post-checkout", "pre-commit", "post-index-change", "fsmonitor-watchman", "reference-transaction"] {
        made.case.write(&format!(".git/hooks/{hook}"), fs::read(&program).expect("the program"));
    }
    made.case.write(".git/info/attributes", "*.yaml filter=x diff=x merge=x\n");
    for file in
        fs::read_dir(made.case.path(".git/hooks")).expect("hooks").flatten().map(|entry| entry.path()).chain([program])
    {
        assert!(Command::new("chmod").arg("755").arg(file).status().expect("chmod").success());
    }
    git_in(&made.case.path(""), "2026-11-10", &["config", "include.path", "more"]);
    (made, mark)
}

#[cfg(unix)]
#[test]
fn no_setting_of_a_repository_starts_a_program() {
    let (made, mark) = armed();
    drop(Command::new("git").arg("status").current_dir(made.case.path("")).output().expect("git"));
    assert!(mark.exists(), "git itself starts it");
    fs::remove_file(&mark).expect("the mark");
    made.edit("records/example/subject.yaml", "supervisor: 张示例", "supervisor: 王示例");
    // Where strace is, every start of a program is seen, and not this one alone.
    let strace = Path::new("/usr/bin/strace");
    for args in COMMANDS {
        drop(fs::remove_dir_all(made.case.path("out")));
        let log = made.case.path(".git/log");
        let run = if strace.is_file() {
            let mut command = Command::new(strace);
            command.args(["-f", "-qq", "-e", "trace=execve,execveat", "-o"]).arg(&log);
            command.arg(env!("CARGO_BIN_EXE_beian"));
            made.case.finished(command, "", args)
        } else {
            made.run(args)
        };
        assert!((0..=1).contains(&run.status), "{args:?}: {}", run.shown());
        assert!(!mark.exists(), "{args:?} starts a program");
        let started = fs::read_to_string(&log).unwrap_or_default();
        assert!(started.lines().count() <= 1, "{args:?}: {started}");
    }
}
