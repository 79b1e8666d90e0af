//! What a review is held against: where that is not known, nothing is reviewed.

use crate::gitted::{Gitted, git_in};
use std::path::Path;

const ZEROS: &str = "0000000000000000000000000000000000000000";

/// A commit on a branch of its own that breaks a file.
fn broken() -> Gitted {
    let made = Gitted::clean();
    made.git("2026-11-02", &["switch", "--quiet", "--create", "feature"]);
    made.case.write("records/example/people.yaml", "li:\n  name: [\n");
    made.commit("2026-11-20", "坏的");
    made
}

/// As a runner of GitLab checks it out: one commit, no branch.
fn detached(made: &Gitted, into: &Path) {
    let from = format!("file://{}", made.case.path("").display());
    let git = |args: &[&str]| git_in(into, "2026-11-20", args);
    git(&["init", "--quiet", "--initial-branch=main"]);
    git(&["remote", "add", "origin", &from]);
    git(&["fetch", "--quiet", "--depth=20", "origin", "feature"]);
    git(&["checkout", "--quiet", "--detach", "FETCH_HEAD"]);
}

#[test]
fn an_unknown_default_branch_is_no_clean_review() {
    let made = broken();
    std::fs::create_dir(made.case.path("clone")).expect("a folder");
    detached(&made, &made.case.path("clone"));
    let run = made.case.outcome_in("clone", ["review", "--lang", "en"]);
    assert_eq!(run.status, 4, "{}", run.shown());
    assert!(run.err.contains("default branch") && run.err.contains("git remote set-head"), "{}", run.shown());
}

#[test]
fn what_the_remote_calls_its_branch_is_not_replaced_by_another() {
    let made = broken();
    made.git("2026-11-20", &["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk"]);
    assert_eq!(made.run(&["review"]).status, 4);
    made.git("2026-11-20", &["update-ref", "refs/remotes/origin/trunk", "main"]);
    assert_eq!(made.run(&["review"]).status, 1);
}

#[test]
fn a_new_branch_is_held_against_where_it_left_the_default_one() {
    let made = broken();
    made.git("2026-11-20", &["switch", "--quiet", "main"]);
    made.edit("records/example/domains.yaml", "registrar:", "# 主干上的\n  registrar:");
    made.commit("2026-11-20", "主干");
    for args in [[ZEROS, "feature"].as_slice(), &[&format!("{ZEROS}...feature")]] {
        let (status, found) = made.found(args);
        assert!(status == 1 && found.iter().any(|one| one.contains("records/example/people.yaml")), "{found:?}");
        let run = made.run(&[&["review", "--format", "json"], args].concat());
        assert!(run.out.contains(&made.id("main~1")), "{}", run.shown());
    }
}

#[test]
fn a_branch_that_begins_with_nothing_is_judged_whole() {
    let made = broken();
    // The first push of the default branch: no other place to start from is known.
    let run = made.run(&["review", ZEROS, "main", "--lang", "en"]);
    assert_eq!(run.status, 0, "{}", run.shown());
    assert!(run.out.contains("example (new)") && run.out.contains("1 subject changed"), "{}", run.shown());
}
