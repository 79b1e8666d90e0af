//! Evidence in a git repository: what differs, and what is seen of a file.

#![expect(clippy::expect_used, reason = "a test that cannot make its repository has failed")]

mod git_common;

use beian_core::evidence::Seen;
use beian_records::disk::Disk;
use beian_records::git::{ChangedFile, ChangedSubject, Compared, changed_in_working_tree, changed_subjects};
use beian_records::raw::TreeLimits;
use beian_records::tree::Tree;
use git_common::{FILE, Files, LINK, Made, SUBMODULE, open_tree, put, subject};
use git2::{Index, IndexEntry, IndexTime, Oid};

const DAY: &str = "2026-06-01T10:00:00+08:00";

/// The SHA-256 of `abc`.
const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

fn with_evidence() -> Files {
    let mut files = Files::new();
    subject(&mut files, "records/acme", 1);
    subject(&mut files, "records/浙江/beta", 2);
    put(&mut files, "records/acme/evidence/2026/a.pdf", "abc");
    put(&mut files, "records/acme/evidence/b.pdf", "old");
    put(&mut files, "records/浙江/beta/evidence/c.pdf", "abc");
    files
}

fn add(files: &mut Files, path: &str, mode: i32, content: &[u8]) {
    files.insert(path.as_bytes().to_vec(), (mode, content.to_vec()));
}

fn pointer(hash: &str) -> String {
    format!("version https://git-lfs.github.com/spec/v1\noid sha256:{hash}\nsize 3\n")
}

/// What changes between two states, found in both ways: committed, and in the working directory.
fn changes(old: &Files, new: &Files) -> Vec<ChangedSubject> {
    let made = Made::new();
    made.commit(DAY, old);
    made.commit(DAY, new);
    let repository = made.open();
    let base = open_tree(&repository, "HEAD~1", "records");
    let head = open_tree(&repository, "HEAD", "records");
    let changed = changed_subjects(&base, &head, Compared::WithEvidence).expect("two whole trees");
    made.write(new);
    let disk = Disk::open(&made.path().join("records"), TreeLimits::default()).expect("the folder");
    assert_eq!(changed_in_working_tree(&base, &disk, Compared::WithEvidence).expect("a whole tree"), changed);
    let without = changed_subjects(&base, &head, Compared::Records).expect("two whole trees");
    assert!(without.iter().all(|one| one.evidence.is_empty()), "{without:?}");
    changed
}

fn file(name: &str, was: bool, is: bool) -> ChangedFile {
    ChangedFile { name: name.to_owned(), was, is }
}

fn only_evidence(folder: &str, evidence: Vec<ChangedFile>) -> ChangedSubject {
    ChangedSubject { base: Some(folder.to_owned()), head: Some(folder.to_owned()), files: Vec::new(), evidence }
}

#[test]
fn changed_evidence_alone_makes_a_subject_changed() {
    let old = with_evidence();
    assert_eq!(changes(&old, &old), Vec::new());
    let mut new = old.clone();
    put(&mut new, "records/acme/evidence/2026/a.pdf", "abd");
    put(&mut new, "records/acme/evidence/new.pdf", "new");
    new.remove("records/acme/evidence/b.pdf".as_bytes());
    let told = vec![
        file("evidence/2026/a.pdf", true, true),
        file("evidence/b.pdf", true, false),
        file("evidence/new.pdf", false, true),
    ];
    assert_eq!(changes(&old, &new), [only_evidence("acme", told)]);
}

#[test]
fn evidence_that_goes_whole_is_a_change() {
    let old = with_evidence();
    let mut new = old.clone();
    new.remove("records/浙江/beta/evidence/c.pdf".as_bytes());
    assert_eq!(changes(&old, &new), [only_evidence("浙江/beta", vec![file("evidence/c.pdf", true, false)])]);
}

#[test]
fn a_subject_that_moves_takes_its_evidence_along() {
    let old = with_evidence();
    let mut new = Files::new();
    for (path, held) in &old {
        let path = String::from_utf8_lossy(path).replace("records/acme", "records/浙江/acme");
        new.insert(path.into_bytes(), held.clone());
    }
    let moved = changes(&old, &new);
    assert_eq!(moved.iter().map(|one| one.evidence.len()).collect::<Vec<_>>(), [0], "{moved:?}");
    put(&mut new, "records/浙江/acme/evidence/b.pdf", "changed on the way");
    assert_eq!(changes(&old, &new)[0].evidence, [file("evidence/b.pdf", true, true)]);
}

#[test]
fn a_file_that_stands_in_for_its_own_pointer_is_no_change() {
    let mut old = with_evidence();
    put(&mut old, "records/acme/evidence/2026/a.pdf", &pointer(ABC));
    let made = Made::new();
    made.commit(DAY, &old);
    made.write(&with_evidence());
    let repository = made.open();
    let disk = Disk::open(&made.path().join("records"), TreeLimits::default()).expect("the folder");
    let base = open_tree(&repository, "HEAD", "records");
    let changed = || changed_in_working_tree(&base, &disk, Compared::WithEvidence).expect("a whole tree");
    assert_eq!(changed(), Vec::new());
    let mut other = Files::new();
    put(&mut other, "records/acme/evidence/2026/a.pdf", "abd");
    made.write(&other);
    assert_eq!(changed(), [only_evidence("acme", vec![file("evidence/2026/a.pdf", true, true)])]);
}

#[test]
fn a_pointer_to_the_very_file_is_no_change() {
    let old = with_evidence();
    let mut new = old.clone();
    put(&mut new, "records/acme/evidence/2026/a.pdf", &pointer(ABC));
    assert_eq!(changes(&old, &new), Vec::new());
    assert_eq!(changes(&new, &old), Vec::new());
    put(&mut new, "records/acme/evidence/b.pdf", &pointer(ABC));
    assert_eq!(changes(&old, &new), [only_evidence("acme", vec![file("evidence/b.pdf", true, true)])]);
}

#[test]
fn a_pointer_to_the_very_file_is_no_change_of_a_subject_that_moves() {
    let old = with_evidence();
    let mut new = Files::new();
    for (path, held) in &old {
        let path = String::from_utf8_lossy(path).replace("records/acme", "records/浙江/acme");
        new.insert(path.into_bytes(), held.clone());
    }
    put(&mut new, "records/浙江/acme/evidence/2026/a.pdf", &pointer(ABC));
    for (old, new) in [(&old, &new), (&new, &old)] {
        let moved = changes(old, new);
        assert_eq!(moved.iter().map(|one| one.evidence.len()).collect::<Vec<_>>(), [0], "{moved:?}");
    }
}

#[test]
fn many_papers_and_deep_ones_are_compared() {
    let mut old = with_evidence();
    for number in 0..10_050 {
        put(&mut old, &format!("records/acme/evidence/scans/{number}.txt"), "scan");
    }
    put(&mut old, "records/acme/evidence/1/2/3/4/5/6/7/8/9/10/deep.pdf", "deep");
    assert_eq!(changes(&old, &old), Vec::new());
    let mut new = old.clone();
    put(&mut new, "records/acme/evidence/scans/9.txt", "another");
    put(&mut new, "records/acme/evidence/1/2/3/4/5/6/7/8/9/10/deep.pdf", "another");
    let told =
        vec![file("evidence/1/2/3/4/5/6/7/8/9/10/deep.pdf", true, true), file("evidence/scans/9.txt", true, true)];
    assert_eq!(changes(&old, &new), [only_evidence("acme", told)]);
}

fn found(sha256: &str, is_pointer: bool, is_tracked: bool) -> Seen {
    Seen::File { sha256: sha256.into(), is_pointer, is_tracked }
}

#[test]
fn a_revision_says_what_it_holds() {
    let mut files = with_evidence();
    put(&mut files, "records/acme/evidence/pointer.pdf", &pointer(ABC));
    add(&mut files, "records/acme/evidence/link.pdf", LINK, b"b.pdf");
    add(&mut files, "records/acme/evidence/modules", SUBMODULE, &[7; 20]);
    let made = Made::new();
    made.commit(DAY, &files);
    let repository = made.open();
    let tree = open_tree(&repository, "HEAD", "records");
    assert_eq!(tree.evidence("acme", "2026/a.pdf"), found(ABC, false, true));
    assert_eq!(tree.evidence("浙江/beta", "c.pdf"), found(ABC, false, true));
    assert_eq!(tree.evidence("acme", "pointer.pdf"), found(ABC, true, true));
    for missing in ["c.pdf", "2027/a.pdf"] {
        assert_eq!(tree.evidence("acme", missing), Seen::Missing, "{missing}");
    }
    for strange in ["link.pdf", "2026", "b.pdf/inside", "link.pdf/inside"] {
        assert_eq!(tree.evidence("acme", strange), Seen::NoFile, "{strange}");
    }
    let module = tree.evidence("acme", "modules/a.pdf");
    assert!(matches!(module, Seen::Unseen(_)), "{module:?}");
}

#[test]
fn a_lost_object_is_not_seen_and_not_missing() {
    let made = Made::new();
    made.commit(DAY, &with_evidence());
    let id = Oid::hash_object(git2::ObjectType::Blob, b"abc").expect("an id").to_string();
    std::fs::remove_file(made.path().join(".git/objects").join(&id[..2]).join(&id[2..])).expect("a loose object");
    let repository = made.open();
    let seen = open_tree(&repository, "HEAD", "records").evidence("acme", "2026/a.pdf");
    assert!(matches!(seen, Seen::Unseen(_)), "{seen:?}");
}

/// Lays a state down and tells the index of what it shall know, and of it that it was left out.
fn working(files: &Files, known: &[&str], left_out: &[&str]) -> (Made, Disk) {
    let made = Made::new();
    made.commit(DAY, files);
    made.write(files);
    let mut index = made.git.index().expect("an index");
    known.iter().for_each(|path| index.add_path(path.as_ref()).expect("a file"));
    for path in left_out {
        leave_out(&mut index, path);
        std::fs::remove_file(made.path().join(path)).expect("a file");
    }
    index.write().expect("an index");
    let disk = Disk::open(&made.path().join("records"), TreeLimits::default()).expect("the folder");
    (made, disk)
}

fn leave_out(index: &mut Index, path: &str) {
    let none = IndexTime::new(0, 0);
    let entry = IndexEntry {
        ctime: none,
        mtime: none,
        dev: 0,
        ino: 0,
        mode: u32::try_from(FILE).expect("a mode"),
        uid: 0,
        gid: 0,
        file_size: 0,
        id: Oid::hash_object(git2::ObjectType::Blob, b"abc").expect("an id"),
        flags: 0x4000,
        flags_extended: 0x4000,
        path: path.as_bytes().to_vec(),
    };
    index.add(&entry).expect("an entry");
}

#[test]
fn a_working_tree_tells_what_git_does_not_know() {
    let known = ["records/acme/subject.yaml", "records/acme/evidence/b.pdf"];
    let (_made, disk) = working(&with_evidence(), &known, &[]);
    assert!(matches!(disk.evidence("acme", "b.pdf"), Seen::File { is_tracked: true, .. }));
    assert_eq!(disk.evidence("acme", "2026/a.pdf"), found(ABC, false, false));
    // Nothing of this subject is in git, so that nothing of it can have been forgotten.
    assert_eq!(disk.evidence("浙江/beta", "c.pdf"), found(ABC, false, true));
    assert_eq!(disk.evidence("浙江/beta", "d.pdf"), Seen::Missing);
}

#[test]
fn what_was_not_checked_out_is_not_missing() {
    let (made, disk) = working(&with_evidence(), &["records/acme/subject.yaml"], &["records/acme/evidence/2026/a.pdf"]);
    assert_eq!(disk.evidence("acme", "2026/a.pdf"), found(ABC, false, true), "git holds it");
    assert_eq!(disk.evidence("acme", "2026/b.pdf"), Seen::Missing);
    // Without an index that can be read nobody can tell.
    std::fs::write(made.path().join(".git/index"), "no index").expect("a file");
    let disk = Disk::open(&made.path().join("records"), TreeLimits::default()).expect("the folder");
    let seen = disk.evidence("acme", "2026/b.pdf");
    assert!(matches!(seen, Seen::Unseen(_)), "{seen:?}");
    assert_eq!(disk.evidence("acme", "b.pdf"), found(&beian_records::evidence::sha256(b"old"), false, true));
}
