//! The records folder itself is a link, a submodule, or left out whole; an index in parts; names
//! that are one to the file system; a merge under way. Every command says the same of it.

#![cfg(unix)]

use crate::gitted::{Gitted, git_in};
use crate::harness::{Case, Run};
use std::fs;
use std::os::unix::fs::symlink;

const DAY: &str = "2026-11-20";

/// The commands, in a repository of the shipped records with two commits.
const COMMANDS: [&str; 9] = [
    "validate",
    "validate --at HEAD",
    "review HEAD~1",
    "review HEAD~1 HEAD",
    "notice --from HEAD~1",
    "notice ningbo-shifan/2026-07-06-address",
    "dossier ningbo-shifan",
    "dossier ningbo-shifan --at HEAD",
    "history ningbo-shifan subject/address",
];

fn moved() -> Gitted {
    let made = Gitted::shipped();
    made.edit("records/ningbo-shifan/subject.yaml", "范例大道 200 号", "范例大道 300 号");
    made.commit(DAY, "搬家");
    made
}

fn run_in(case: &Case, folder: &str, command: &str) -> Run {
    case.outcome_in(folder, [command.split(' ').collect::<Vec<_>>().as_slice(), &["--lang", "en"]].concat())
}

#[test]
fn a_records_folder_that_is_a_link_is_refused_by_all() {
    let made = moved();
    fs::rename(made.case.path("records"), made.case.path("real")).expect("a move");
    symlink("real", made.case.path("records")).expect("a link");
    made.commit(DAY, "一");
    made.commit(DAY, "二");
    for command in COMMANDS {
        let run = run_in(&made.case, "", command);
        assert!(run.status == 4 && run.out.is_empty(), "{command}: {}", run.shown());
        assert!(run.err.contains("`records` is a symbolic link") && run.err.contains("beian.yaml"), "{}", run.shown());
    }
    // As it is told to do.
    made.edit("beian.yaml", "records: records", "records: real");
    made.commit(DAY, "三");
    made.commit(DAY, "四");
    for command in COMMANDS {
        let run = run_in(&made.case, "", command);
        assert!(run.status != 4, "{command}: {}", run.shown());
    }
}

#[test]
fn a_records_folder_that_is_a_submodule_is_read_or_refused() {
    let made = moved();
    let above = Case::empty();
    let git = |args: &[&str]| git_in(&above.path(""), DAY, args);
    git(&["init", "--quiet", "--initial-branch=main"]);
    let records = made.case.path("records");
    let inner = |args: &[&str]| git_in(&records, DAY, args);
    inner(&["init", "--quiet", "--initial-branch=main"]);
    inner(&["add", "--all"]);
    inner(&["commit", "--quiet", "--message", "一"]);
    fs::copy(made.case.path("beian.yaml"), above.path("beian.yaml")).expect("settings");
    let from = format!("file://{}", records.display());
    git(&["submodule", "--quiet", "add", &from, "records"]);
    git(&["add", "--all"]);
    git(&["commit", "--quiet", "--message", "一"]);
    git(&["commit", "--quiet", "--allow-empty", "--message", "二"]);
    let is_of_working_tree = |command: &str| {
        matches!(command, "validate" | "dossier ningbo-shifan" | "notice ningbo-shifan/2026-07-06-address")
    };
    for command in COMMANDS {
        let run = run_in(&above, "", command);
        if is_of_working_tree(command) {
            assert_eq!(run.status, 0, "{command}: {}", run.shown());
        } else {
            assert!(run.status == 4 && run.err.contains("submodule"), "{command}: {}", run.shown());
        }
    }
    git(&["submodule", "--quiet", "deinit", "--force", "records"]);
    for command in COMMANDS {
        let run = run_in(&above, "", command);
        assert!(run.status == 4 && run.err.contains("git submodule update --init"), "{command}: {}", run.shown());
        assert!(run.out.is_empty(), "{command}: {}", run.shown());
    }
}

#[test]
fn records_that_were_left_out_whole_are_read_from_git() {
    let made = moved();
    let right = COMMANDS.map(|command| run_in(&made.case, "", command).shown());
    let paths = ["validate records/ningbo-shifan", "validate records/ningbo-shifan/subject.yaml", "validate records"];
    let right_of_paths = paths.map(|command| run_in(&made.case, "", command).shown());
    made.case.write("other/file", "");
    made.commit(DAY, "别的");
    made.git(DAY, &["reset", "--quiet", "--soft", "HEAD~1"]);
    made.git(DAY, &["sparse-checkout", "set", "--cone", "other"]);
    assert!(!made.case.path("records").exists(), "git left it out");
    for (command, right) in COMMANDS.iter().chain(&paths).zip(right.iter().chain(&right_of_paths)) {
        assert_eq!(run_in(&made.case, "", command).shown(), *right, "{command}");
    }
    let absent = run_in(&made.case, "", "validate records/nobody");
    assert!(absent.status == 2 && absent.err.contains("there is no records/nobody"), "{}", absent.shown());
}

#[test]
fn papers_that_were_left_out_are_read_from_git() {
    let made = moved();
    let paper = "records/ningbo-shifan/evidence/licence.pdf";
    made.case.write(paper, "a paper");
    let filing = "records/ningbo-shifan/filings/2023-11-02-app.yaml";
    let text = fs::read_to_string(made.case.path(filing)).expect("a filing");
    let papers = format!(
        "papers:\n  - kind: 营业执照\n    file: licence.pdf\n    sha256: {}\n",
        beian_records::evidence::sha256(b"a paper")
    );
    assert!(!text.contains("papers:"), "the shipped filing names none");
    made.case.write(filing, text + &papers);
    made.commit(DAY, "材料");
    let right = COMMANDS.map(|command| run_in(&made.case, "", command).shown());
    assert!(!right[0].contains("F150"), "{}", right[0]);
    made.git(DAY, &["sparse-checkout", "set", "--no-cone", "/*", "!evidence/"]);
    assert!(!made.case.path(paper).exists(), "git left it out");
    for (command, right) in COMMANDS.iter().zip(&right) {
        assert_eq!(run_in(&made.case, "", command).shown(), *right, "{command}");
    }
}

#[test]
fn an_index_in_parts_that_leaves_out_files_is_refused() {
    let made = moved();
    made.git(DAY, &["update-index", "--split-index"]);
    assert_eq!(run_in(&made.case, "", "validate").status, 0, "nothing is left out");
    made.git(DAY, &["update-index", "--no-split-index"]);
    made.git(DAY, &["sparse-checkout", "set", "--cone", "records/su-wanli"]);
    made.git(DAY, &["update-index", "--split-index"]);
    for command in COMMANDS.iter().filter(|command| !command.contains("HEAD") && !command.starts_with("history")) {
        let run = run_in(&made.case, "", command);
        assert!(run.status == 4 && run.err.contains("git update-index --no-split-index"), "{}", run.shown());
    }
    let review = run_in(&made.case, "", "review HEAD~1");
    assert!(review.status == 4 && review.err.contains("--no-split-index"), "{}", review.shown());
    made.git(DAY, &["update-index", "--no-split-index"]);
    assert_eq!(run_in(&made.case, "", "validate").status, 0);
}

#[test]
fn a_sparse_index_is_read_or_refused() {
    let made = moved();
    let right = COMMANDS.map(|command| run_in(&made.case, "", command).shown());
    made.git(DAY, &["sparse-checkout", "set", "--cone", "--sparse-index", "records/su-wanli"]);
    for (command, right) in COMMANDS.iter().zip(right) {
        let run = run_in(&made.case, "", command);
        let is_refused = run.status == 4 && run.err.contains("git sparse-checkout disable");
        assert!(is_refused || run.shown() == right, "{command}: {}", run.shown());
    }
}

#[test]
fn names_that_are_one_to_a_normalising_file_system_are_refused() {
    let made = moved();
    // The same letter, composed and in two parts.
    for folder in ["caf\u{e9}", "cafe\u{301}"] {
        made.case.write(&format!("records/{folder}/subject.yaml"), "id: cafe\nformat: 1\nname: 乙\nnature: 个人\n");
    }
    made.commit(DAY, "twins");
    assert!(run_in(&made.case, "", "review HEAD").status != 4, "here they are two");
    made.git(DAY, &["config", "core.precomposeUnicode", "true"]);
    fs::remove_dir_all(made.case.path("records/cafe\u{301}")).expect("a folder");
    for command in ["validate", "review HEAD", "notice --from HEAD", "dossier ningbo-shifan"] {
        let run = run_in(&made.case, "", command);
        assert!(run.status == 4 && run.err.contains("git mv"), "{command}: {}", run.shown());
    }
}

#[test]
fn a_merge_under_way_is_no_change_of_what_it_leaves_open() {
    let made = moved();
    made.git(DAY, &["switch", "--quiet", "--create", "side", "HEAD~1"]);
    made.edit("records/ningbo-shifan/subject.yaml", "范例大道 200 号", "范例大道 400 号");
    made.commit(DAY, "另搬");
    let merged = std::process::Command::new("git")
        .args(["-c", "user.name=a", "-c", "user.email=a@records.example", "merge", "--quiet", "main"])
        .current_dir(made.case.path(""))
        .output()
        .expect("git");
    assert!(!merged.status.success(), "the two moves conflict");
    let validate = run_in(&made.case, "", "validate");
    assert!(validate.status == 1 && validate.out.contains("C106"), "{}", validate.shown());
    for command in ["review HEAD", "review main", "notice --from HEAD"] {
        let run = run_in(&made.case, "", command);
        assert!(matches!(run.status, 1 | 4), "{command}: {}", run.shown());
        assert!((run.out.clone() + &run.err).contains("cannot be compared"), "{command}: {}", run.shown());
        assert!(!run.out.contains("变更") && !run.out.contains("no fact changed"), "{command}: {}", run.shown());
    }
    let notice = run_in(&made.case, "", "notice ningbo-shifan/2026-07-06-address");
    assert!(notice.status == 4 && notice.out.is_empty(), "{}", notice.shown());
}
