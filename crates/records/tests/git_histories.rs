//! The commits of all subjects in one pass agree with those of each subject alone.

#![expect(clippy::expect_used, reason = "a test that cannot make its repository has failed")]

mod git_common;

use beian_records::git::Error;
use git_common::{Files, Made, put, rename, subject, take};

fn day(number: u32) -> String {
    format!("2026-06-{number:02}T10:00:00+08:00")
}

/// Seven commits: edits, a move with an edit, a merge, a subject that goes and comes again.
fn made() -> Made {
    let made = Made::new();
    let mut files = Files::new();
    put(&mut files, "readme", "not yet any records");
    made.commit(&day(1), &files);
    subject(&mut files, "icp/acme", 1);
    subject(&mut files, "icp/beta", 2);
    made.commit(&day(2), &files);
    put(&mut files, "icp/beta/domains.yaml", "{}\n");
    made.commit(&day(3), &files);
    rename(&mut files, "icp/acme", "icp/客户/acme");
    put(&mut files, "icp/客户/acme/people.yaml", "{}\n");
    let fourth = made.commit(&day(4), &files);
    put(&mut files, "icp/客户/acme/servers.yaml", "{}\n");
    let side = made.commit_on(&day(5), &files, &[fourth]);
    let merge = made.commit_on(&day(6), &files, &[fourth, side]);
    made.git.reference("refs/heads/main", merge, true, "test").expect("the branch");
    let kept = files.clone();
    take(&mut files, "icp/beta");
    made.commit(&day(7), &files);
    let mut files = kept;
    subject(&mut files, "icp/acme", 3);
    made.commit(&day(8), &files);
    made
}

#[test]
fn one_pass_tells_what_each_alone_tells() {
    let made = made();
    let repository = made.open();
    let head = repository.resolve("HEAD").expect("HEAD");
    let all = repository.histories(&head, "icp", None).expect("a whole history");
    for folder in ["客户/acme", "beta", "nobody"] {
        let alone = repository.history(&head, "icp", folder, None).expect("a whole history");
        assert_eq!(all.of(folder), alone, "{folder}");
        let only = repository.histories(&head, "icp", Some(folder)).expect("a whole history");
        assert_eq!(only.of(folder), alone, "{folder}");
    }
    // Who stands in a folder that another one left has no part in that one's history.
    let only = repository.histories(&head, "icp", Some("acme")).expect("a whole history");
    assert_eq!((all.of("acme").len(), only.of("acme").len()), (1, 1));
    assert_eq!(all.of("beta").len(), 4);
    assert!(all.of("beta").iter().any(|commit| !commit.present));
}

#[test]
fn papers_are_no_change_of_records() {
    let made = Made::new();
    let mut files = Files::new();
    subject(&mut files, "icp/acme", 1);
    made.commit(&day(1), &files);
    put(&mut files, "icp/acme/evidence/a.txt", "a");
    made.commit(&day(2), &files);
    let repository = made.open();
    let head = repository.resolve("HEAD").expect("HEAD");
    for only in [None, Some("acme")] {
        assert_eq!(repository.histories(&head, "icp", only).expect("a whole history").of("acme").len(), 1);
    }
}

#[test]
fn a_cut_off_history_is_no_history() {
    let made = made();
    let head = made.open().resolve("HEAD").expect("HEAD");
    let cut = made.open().resolve("HEAD~1").expect("a commit").id;
    std::fs::write(made.git.path().join("shallow"), format!("{cut}\n")).expect("the mark of a shallow clone");
    let found = made.open().histories(&head, "icp", None);
    assert_eq!(found.err(), Some(Error::Shallow { commits: 2 }));
}

#[test]
fn a_signature_is_told() {
    let made = Made::new();
    let mut files = Files::new();
    subject(&mut files, "icp/acme", 1);
    let plain = made.commit(&day(1), &files);
    let repository = made.open();
    assert!(!repository.resolve("HEAD").expect("HEAD").signed);
    let commit = made.git.find_commit(plain).expect("the commit");
    let text = commit.raw_header().expect("a header").to_owned() + "\n" + commit.message().expect("a message");
    let signature = "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----";
    let signed = made.git.commit_signed(&text, signature, None).expect("a signed commit");
    made.git.reference("refs/heads/main", signed, true, "test").expect("the branch");
    let head = repository.resolve("HEAD").expect("HEAD");
    assert!(head.signed);
    assert!(repository.histories(&head, "icp", None).expect("a whole history").of("acme")[0].signed);
}
