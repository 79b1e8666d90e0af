//! Which commits touched a subject.

#![expect(clippy::expect_used, reason = "a test that cannot make its repository has failed")]

mod git_common;

use beian_records::git::Error;
use git_common::{Files, Made, put, rename, subject, take};
use git2::Oid;

fn start() -> Files {
    let mut files = Files::new();
    subject(&mut files, "icp/acme", 1);
    subject(&mut files, "icp/beta", 2);
    files
}

fn day(number: u32) -> String {
    format!("2026-06-{number:02}T10:00:00+08:00")
}

/// The commits, oldest first, as positions in the list given, with the folder then.
fn history(made: &Made, ids: &[Oid], folder: &str, within: Option<&str>) -> Vec<(usize, String, bool)> {
    let repository = made.open();
    let head = repository.resolve("HEAD").expect("HEAD");
    let found = repository.history(&head, "icp", folder, within).expect("a whole history");
    let position = |id: &str| ids.iter().position(|known| known.to_string() == id).expect("one of ours");
    found.iter().rev().map(|commit| (position(&commit.id), commit.folder.clone(), commit.present)).collect()
}

#[test]
fn only_what_touched_it_through_moves_and_merges() {
    let made = Made::new();
    let mut files = start();
    let mut ids = vec![made.commit(&day(1), &files)];
    put(&mut files, "icp/beta/domains.yaml", "{}\n");
    ids.push(made.commit(&day(2), &files));
    put(&mut files, "icp/acme/domains.yaml", "{}\n");
    ids.push(made.commit(&day(3), &files));
    rename(&mut files, "icp/acme", "icp/客户/acme");
    put(&mut files, "icp/客户/acme/people.yaml", "{}\n");
    ids.push(made.commit(&day(4), &files));
    // A side branch changes it; the main line sees the merge.
    put(&mut files, "icp/客户/acme/servers.yaml", "{}\n");
    let side = made.commit_on(&day(5), &files, &[ids[3]]);
    ids.push(made.commit_on(&day(6), &files, &[ids[3], side]));
    made.git.reference("refs/heads/main", ids[4], true, "test").expect("the branch");
    take(&mut files, "icp/beta");
    ids.push(made.commit(&day(7), &files));

    let at = |position: usize, folder: &str, present| (position, folder.to_owned(), present);
    assert_eq!(
        history(&made, &ids, "客户/acme", None),
        [at(0, "acme", true), at(2, "acme", true), at(3, "客户/acme", true), at(4, "客户/acme", true)]
    );
    assert_eq!(
        history(&made, &ids, "客户/acme", Some("domains.yaml")),
        [at(0, "acme", true), at(2, "acme", true), at(3, "客户/acme", true)]
    );
    assert_eq!(history(&made, &ids, "beta", None), [at(0, "beta", true), at(1, "beta", true), at(5, "beta", false)]);
    assert_eq!(history(&made, &ids, "nobody", None), []);
}

#[test]
fn what_a_commit_tells() {
    let made = Made::new();
    let first = made.commit(&day(1), &start());
    let mut files = start();
    put(&mut files, "icp/acme/domains.yaml", "{}\n");
    made.commit(&day(2), &files);
    let repository = made.open();
    let head = repository.resolve("HEAD").expect("HEAD");
    let commits = repository.history(&head, "icp", "acme", None).expect("a whole history");
    let commit = &commits[0];
    assert_eq!((commit.author.as_str(), commit.summary.as_str()), ("王小明", "state of 2026-06-02T10:00:00+08:00"));
    assert_eq!((commit.first_parent.clone(), commit.parents), (Some(first.to_string()), 1));
    assert_eq!(commit.author_when, commit.when);
    assert_eq!(commit.revision(&repository).expect("it is there").id, commit.id);
    assert_eq!(commits[1].first_parent, None);
}

#[test]
fn a_cut_off_history_is_no_history() {
    let made = Made::new();
    made.commit(&day(1), &start());
    let cut = made.commit(&day(2), &start());
    made.commit(&day(3), &start());
    std::fs::write(made.git.path().join("shallow"), format!("{cut}\n")).expect("the mark of a shallow clone");
    let repository = made.open();
    let head = repository.resolve("HEAD").expect("HEAD");
    assert_eq!(repository.history(&head, "icp", "acme", None), Err(Error::Shallow { commits: 2 }));
}
