//! Files and folders that cannot be seen: each is a finding or status 4, and nothing is gone.

#![cfg(unix)]

use crate::gitted::Gitted;
use crate::harness::{Case, Run};
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Command;

const SERVICES: &str = "records/example/services.yaml";

fn english(case: &Case, args: &[&str]) -> Run {
    case.outcome([args, &["--lang", "en"]].concat())
}

/// Something that is done, and how it is called.
type Done<T> = (&'static str, fn(&T));

/// What is done to the clean subject's file of services, so that it cannot be read whole.
fn spoiled() -> Vec<Done<Path>> {
    fn add(path: &Path, bytes: &[u8], before: bool) {
        let old = fs::read(path).expect("a file");
        let all = if before { [bytes, &old].concat() } else { [&old, bytes].concat() };
        fs::write(path, all).expect("a file");
    }
    vec![
        ("too large", |path| add(path, "#".repeat(1_100_000).as_bytes(), false)),
        ("a link out of the tree", |path| {
            fs::remove_file(path).expect("a file");
            symlink("/etc/hostname", path).expect("a link");
        }),
        ("a pointer of LFS", |path| {
            fs::write(path, "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n").expect("a file");
        }),
        ("a pipe", |path| {
            fs::remove_file(path).expect("a file");
            assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo").success());
        }),
        ("emptied", |path| fs::write(path, "").expect("a file")),
        ("only a comment", |path| fs::write(path, "# services\n").expect("a file")),
        ("not UTF-8", |path| add(path, b"\xff", false)),
        ("half a copy", |path| fs::remove_file(path.with_file_name("subject.yaml")).expect("a file")),
        ("a list instead of entries", |path| fs::write(path, "- a\n").expect("a file")),
    ]
}

#[test]
fn what_cannot_be_read_of_a_subject_is_not_gone() {
    for (what, spoil) in spoiled() {
        let made = Gitted::clean();
        spoil(&made.case.path(SERVICES));
        let validate = english(&made.case, &["validate"]);
        assert_eq!(validate.status, 1, "{what}: {}", validate.shown());
        let review = english(&made.case, &["review", "HEAD"]);
        assert!(matches!(review.status, 1 | 4), "{what}: {}", review.shown());
        assert!(review.out.contains("cannot be compared"), "{what}: {}", review.shown());
        for false_word in ["gone", "taken away", "注销", "no fact changed"] {
            assert!(!review.out.contains(false_word), "{what}: {}", review.shown());
        }
        let notice = english(&made.case, &["notice", "--from", "HEAD", "--dry-run"]);
        assert!(notice.status == 4 && notice.out.is_empty(), "{what}: {}", notice.shown());
        // And back: what the older side did not show is not new. Git keeps no pipes.
        if what == "a pipe" {
            continue;
        }
        made.commit("2026-11-20", what);
        made.git("2026-11-20", &["checkout", "--quiet", "HEAD~1", "--", "records"]);
        let back = english(&made.case, &["review", "HEAD"]);
        assert!(back.status == 4 && back.out.contains("on the older side"), "{what}: {}", back.shown());
        assert!(!back.out.contains("(new)"), "{what}: {}", back.shown());
    }
}

/// What is done to a repository so that a subject or record lies where nobody looks.
fn hidden() -> Vec<Done<Case>> {
    fn moved(case: &Case, to: &str) {
        let to = case.path(to);
        fs::create_dir_all(to.parent().expect("a folder")).expect("folders");
        fs::rename(case.path("records/example"), to).expect("a move");
    }
    vec![
        ("behind a link", |case| {
            moved(case, "real/example");
            symlink("../real/example", case.path("records/example")).expect("a link");
        }),
        ("ten folders deep", |case| moved(case, "records/1/2/3/4/5/6/7/8/9/example")),
        ("in a repository of its own", |case| case.write("records/example/.git/HEAD", "ref: refs/heads/main\n")),
        ("under a name that is no text", |case| {
            fs::create_dir(case.path("records").join(std::ffi::OsStr::from_bytes(b"\xbf\xcd"))).expect("a folder");
            let to = case.path("records").join(std::ffi::OsStr::from_bytes(b"\xbf\xcd/example"));
            fs::rename(case.path("records/example"), to).expect("a move");
        }),
    ]
}

#[test]
fn a_subject_where_nobody_looks_is_not_gone() {
    for (what, hide) in hidden() {
        let made = Gitted::clean();
        made.case.write("records/beta/subject.yaml", "format: 1\nname: 乙\nnature: 个人\n");
        made.commit("2026-11-02", "另一个");
        hide(&made.case);
        let validate = english(&made.case, &["validate"]);
        assert!(validate.status == 1 && validate.out.contains("C125"), "{what}: {}", validate.shown());
        assert!(validate.out.contains("was not seen"), "{what}: {}", validate.shown());
        let review = english(&made.case, &["review", "HEAD"]);
        assert!(review.status == 4 && !review.out.contains("gone"), "{what}: {}", review.shown());
        let notice = english(&made.case, &["notice", "--from", "HEAD", "--dry-run"]);
        assert!(notice.status == 4 && notice.out.is_empty(), "{what}: {}", notice.shown());
        let all = english(&made.case, &["dossier", "--all", "--out", "out"]);
        assert!(all.status == 4 && !made.case.path("out").exists(), "{what}: {}", all.shown());
        let one = english(&made.case, &["dossier", "example"]);
        assert_eq!(one.status, 4, "{what}: it may stand there: {}", one.shown());
    }
}

#[test]
fn records_where_none_are_read_are_told() {
    let strays = ["filings/2026/2026-01-01-x.yaml", "old/services.yaml", "fillings/2026-01-01-x.yaml"];
    for stray in strays {
        let case = Case::clean();
        case.write(&format!("records/example/{stray}"), "procedure: 外星\n");
        let run = english(&case, &["validate"]);
        assert!(run.status == 1 && run.out.contains("C125") && run.out.contains("was not seen"), "{}", run.shown());
    }
    let case = Case::clean();
    case.write("records/example/evidence/list.yaml", "a: paper\n");
    case.write("records/example/scans/a.pdf", "no record");
    symlink("../../beian.yaml", case.path("records/example/notes")).expect("a link to a file");
    assert_eq!(english(&case, &["validate"]).status, 0, "papers and other files are nobody's records");
}

#[test]
fn a_folder_of_too_many_files_is_told_whole() {
    let case = Case::clean();
    for number in 0..10_001 {
        case.write(&format!("records/example/observations/2026-01-01-n{number}.yaml"), "");
    }
    let run = english(&case, &["validate", "--format", "short"]);
    assert!(run.status == 1 && run.out.contains("more than 10,000 files"), "{}", run.shown());
}

#[test]
fn emptied_files_of_all_kinds_are_told() {
    for name in
        ["filings/2026-11-01-a.yaml", "observations/2026-11-01-a.yaml", "official/2026-11-01-a.yaml", "servers.yaml"]
    {
        let case = Case::clean();
        case.write(&format!("records/example/{name}"), "# nothing\n");
        let run = english(&case, &["validate"]);
        assert!(run.status == 1 && run.out.contains("C128"), "{name}: {}", run.shown());
    }
}

#[test]
fn a_new_folder_under_a_name_that_is_no_text_is_no_clean_review() {
    let made = Gitted::clean();
    let folder = made.case.path("records").join(std::ffi::OsStr::from_bytes(b"\xbf\xcd\xbb\xa7/wang-er"));
    fs::create_dir_all(&folder).expect("folders");
    fs::write(folder.join("subject.yaml"), "format: 1\nname: 王二\nnature: 个人\n").expect("a file");
    made.commit("2026-11-20", "odd");
    for args in [["review", "HEAD~1", "HEAD"].as_slice(), &["review", "HEAD~1"]] {
        let run = english(&made.case, args);
        assert!(run.status == 4 && run.out.contains("C125"), "{}", run.shown());
    }
}

#[test]
fn settings_and_an_index_that_are_pipes_do_not_stop_it_for_ever() {
    let made = Gitted::clean();
    for name in ["beian.yaml", ".git/index"] {
        fs::remove_file(made.case.path(name)).expect("a file");
        assert!(Command::new("mkfifo").arg(made.case.path(name)).status().expect("mkfifo").success());
        for args in [["review", "HEAD"].as_slice(), &["validate"], &["dossier", "example"]] {
            let run = english(&made.case, args);
            assert!(run.status == 0 || !run.err.is_empty() || !run.out.is_empty(), "{}", run.shown());
        }
        fs::remove_file(made.case.path(name)).expect("a pipe");
        if name == "beian.yaml" {
            made.case.write(name, "sample: true\n");
        }
    }
}

/// Says that a test could not be run, so that nobody takes silence for success.
#[expect(clippy::print_stderr, reason = "it is for whoever runs the tests")]
fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}

/// The program as a user who may not read everything; nothing where that cannot be arranged.
fn as_another(case: &Case, args: &[&str]) -> Option<Run> {
    // Root may read all, so that root's tests run it as nobody.
    let is_root = fs::metadata("/proc/self").is_ok_and(|metadata| std::os::unix::fs::MetadataExt::uid(&metadata) == 0);
    if !is_root {
        return Some(english(case, args));
    }
    let program = case.path("beian");
    // Copied by a process of its own: one that another test starts while this process writes the copy would hold
    // it open for writing, and such a file cannot be run.
    let copied = Command::new("cp").arg(env!("CARGO_BIN_EXE_beian")).arg(&program).status().expect("cp starts");
    assert!(copied.success(), "a copy");
    fs::set_permissions(case.path(""), fs::Permissions::from_mode(0o755)).expect("our folder");
    let there = Command::new("setpriv").arg("--version").output().is_ok_and(|output| output.status.success());
    if !there {
        skipped("run as root, and there is no setpriv to give that up");
        return None;
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(program);
    // Set after the harness cleared it, `setpriv` is found by the search of this process.
    Some(case.finished(command, "", [args, &["--lang", "en"]].concat()))
}

#[test]
fn a_folder_that_may_not_be_read_is_told() {
    for locked in ["records/example", "records/example/filings", "records/example/services.yaml"] {
        let case = Case::clean();
        case.write("records/beta/subject.yaml", "format: 1\nname: 乙\nnature: 个人\n");
        fs::create_dir(case.path("o")).expect("a folder");
        fs::set_permissions(case.path("o"), fs::Permissions::from_mode(0o777)).expect("our folder");
        fs::set_permissions(case.path(locked), fs::Permissions::from_mode(0o000)).expect("our folder");
        if let Some(run) = as_another(&case, &["validate"]) {
            assert!(run.status == 1 && run.out.contains("was not seen"), "{locked}: {}", run.shown());
            let run = as_another(&case, &["dossier", "--all", "--out", "o/x"]).expect("it ran before");
            assert!(run.status == 4 && run.err.contains(locked), "{locked}: {}", run.shown());
            assert!(!case.path("o/x").exists(), "{locked}: nothing half");
        }
        fs::set_permissions(case.path(locked), fs::Permissions::from_mode(0o755)).expect("our folder");
    }
}
