//! A repository of a few kilobytes can hold the same folder a hundred million times: it is refused, and not walked.

#![expect(clippy::expect_used, reason = "a test that cannot make its repository has failed")]

mod git_common;

use beian_records::disk::Disk;
use beian_records::git::{Compared, Error, RevisionTree, changed_in_working_tree, changed_subjects};
use beian_records::raw::TreeLimits;
use beian_records::tree::Tree;
use git_common::{Files, Made, subject};
use git2::Oid;

/// How many folders each folder of the bomb holds, and how deep they lie in each other.
const WIDE: usize = 10;
const DEEP: usize = 7;

const LIMITS: TreeLimits = TreeLimits { file_bytes: 1 << 20, files: 10_000, depth: 8, folders: 2_000 };

/// A folder that holds one tree under many names, and that one another, and so on.
fn bomb(made: &Made, name: &str, mode: i32) -> Oid {
    let blob = made.git.blob(b"x\n").expect("a blob");
    let mut inner = (name.to_owned(), blob, mode);
    for _ in 0..DEEP {
        let mut folder = made.git.treebuilder(None).expect("a folder");
        for n in 0..WIDE {
            folder.insert(format!("{n}{}", inner.0), inner.1, inner.2).expect("an entry");
        }
        inner = (String::new(), folder.write().expect("a tree"), 0o040_000);
    }
    inner.1
}

/// A commit of a clean subject with a bomb somewhere below the root.
fn armed(made: &Made, path: &str, bomb: Oid) -> Oid {
    let head = made.git.head().expect("a head").peel_to_commit().expect("a commit");
    let tree = within(made, head.tree().expect("a tree").id(), path, bomb);
    let tree = made.git.find_tree(tree).expect("the tree");
    let who = head.author();
    made.git.commit(None, &who, &who, "bomb", &tree, &[&head]).expect("a commit")
}

fn within(made: &Made, tree: Oid, path: &str, bomb: Oid) -> Oid {
    let tree = made.git.find_tree(tree).expect("a tree");
    let mut folder = made.git.treebuilder(Some(&tree)).expect("a folder");
    let (name, rest) = path.split_once('/').unwrap_or((path, ""));
    let inner = match (rest, tree.get_name(name)) {
        ("", _) => bomb,
        (rest, entry) => within(made, entry.expect("a folder").id(), rest, bomb),
    };
    folder.insert(name, inner, 0o040_000).expect("an entry");
    folder.write().expect("a tree")
}

fn is_refused<T: std::fmt::Debug>(what: &str, answer: &Result<T, Error>) {
    assert!(matches!(answer, Err(Error::TooManyFolders { most: 2_000 })), "{what}: {answer:?}");
}

#[test]
fn what_holds_itself_a_million_times_is_refused_wherever_it_stands() {
    let made = Made::new();
    let mut files = Files::new();
    subject(&mut files, "records/acme", 1);
    made.commit("2026-11-01T10:00:00+08:00", &files);
    made.write(&files);
    let repository = made.open();
    for (place, name) in
        [("records/groups", "x.txt"), ("records/acme/more", "x.txt"), ("records/acme/evidence", "x.pdf")]
    {
        let commit = armed(&made, place, bomb(&made, name, 0o100_644)).to_string();
        let [base, head] = ["HEAD", &commit].map(|name| {
            let revision = repository.resolve(name).expect("a revision");
            RevisionTree::open(&repository, &revision, "records", LIMITS).expect("the records")
        });
        let opened = |tree: &RevisionTree<'_>| {
            let revision = repository.resolve(if tree.id() == base.id() { "HEAD" } else { &commit }).expect("one");
            RevisionTree::open(&repository, &revision, "records", LIMITS).expect("the records")
        };
        if !place.ends_with("evidence") {
            is_refused(place, &opened(&head).visit(&|_| ()));
        }
        is_refused(place, &changed_subjects(&opened(&base), &opened(&head), Compared::WithEvidence));
        is_refused(place, &changed_subjects(&opened(&head), &opened(&base), Compared::WithEvidence));
        let disk = Disk::open(&made.path().join("records"), LIMITS).expect("the folder");
        is_refused(place, &changed_in_working_tree(&opened(&head), &disk, Compared::WithEvidence));
        let reads = (0..LIMITS.folders).all(|_| base.visit(&|_| ()).is_ok());
        assert!(reads, "what was there before is read, however often");
    }
}
