//! Throw-away repositories with fixed dates and identities, made through git2 alone.

#![expect(clippy::expect_used, reason = "a test that cannot make its repository has failed")]
#![allow(dead_code, clippy::allow_attributes, reason = "each test file uses what it needs")]

use beian_core::day::{Day, Moment};
use beian_core::rules::BASE;
use beian_records::git::{Repository, Revision, RevisionTree};
use beian_records::grounds::Grounds;
use beian_records::judging::{Asked, Days, Judging};
use beian_records::raw::{Content, RawSubject, TreeLimits};
use beian_records::read::read_settings;
use beian_records::survey::{Scope, Survey, survey};
use beian_records::tree::{self, Tree};
use git2::{Oid, Signature, Time};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;

pub(crate) const FILE: i32 = 0o100_644;
pub(crate) const LINK: i32 = 0o120_000;
pub(crate) const SUBMODULE: i32 = 0o160_000;

/// The day on which records are judged.
pub(crate) const TODAY: Day = Day::of(2026, 11, 21);

/// What a revision shall hold: by path, mode and content. Of a submodule the content is the
/// id of its commit.
pub(crate) type Files = BTreeMap<Vec<u8>, (i32, Vec<u8>)>;

/// A repository in a folder of its own.
pub(crate) struct Made {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) git: git2::Repository,
}

impl Made {
    pub(crate) fn new() -> Self {
        Self::init(false)
    }

    pub(crate) fn init(bare: bool) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut options = git2::RepositoryInitOptions::new();
        options.bare(bare).initial_head("main").external_template(false);
        let git = git2::Repository::init_opts(folder.path(), &options).expect("a new repository");
        Self { folder, git }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn open(&self) -> Repository {
        Repository::discover(self.path()).expect("the repository just made")
    }

    pub(crate) fn tree(&self, files: &Files) -> Oid {
        let mut folders: BTreeMap<&[u8], Files> = BTreeMap::new();
        let mut builder = self.git.treebuilder(None).expect("a tree builder");
        for (path, (mode, content)) in files {
            match path.iter().position(|byte| *byte == b'/') {
                Some(at) => {
                    let below = folders.entry(&path[..at]).or_default();
                    below.insert(path[at + 1..].to_vec(), (*mode, content.clone()));
                }
                None => {
                    let id = if *mode == SUBMODULE {
                        Oid::from_bytes(content).expect("an id")
                    } else {
                        self.git.blob(content).expect("a blob")
                    };
                    builder.insert(path.as_slice(), id, *mode).expect("an entry");
                }
            }
        }
        for (name, below) in folders {
            builder.insert(name, self.tree(&below), 0o040_000).expect("a folder");
        }
        builder.write().expect("a tree")
    }

    /// Commits onto `main`, at a moment, without touching index and working tree.
    pub(crate) fn commit(&self, when: &str, files: &Files) -> Oid {
        let parent = self.git.refname_to_id("refs/heads/main").ok();
        let id = self.commit_on(when, files, parent.as_slice());
        self.git.reference("refs/heads/main", id, true, "test").expect("the branch");
        id
    }

    pub(crate) fn commit_on(&self, when: &str, files: &Files, parents: &[Oid]) -> Oid {
        let seconds = Moment::parse(when).expect("a moment").unix_seconds();
        let who = Signature::new("王小明", "wang@records.example", &Time::new(seconds, 480)).expect("a signature");
        let tree = self.git.find_tree(self.tree(files)).expect("the tree");
        let parents: Vec<_> = parents.iter().map(|id| self.git.find_commit(*id).expect("a parent")).collect();
        let parents: Vec<_> = parents.iter().collect();
        self.git.commit(None, &who, &who, &format!("state of {when}\n\nmore"), &tree, &parents).expect("a commit")
    }

    /// Writes files into the working directory.
    pub(crate) fn write(&self, files: &Files) {
        for (path, (mode, content)) in files {
            lay_down(self.path(), path, *mode, content);
        }
    }
}

#[cfg(unix)]
fn native(path: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(path))
}

#[cfg(not(unix))]
fn native(path: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(path).into_owned())
}

fn lay_down(root: &Path, path: &[u8], mode: i32, content: &[u8]) {
    let path = root.join(native(path));
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    match mode {
        SUBMODULE => fs::create_dir_all(&path).expect("a folder"),
        #[cfg(unix)]
        LINK => std::os::unix::fs::symlink(native(content), &path).expect("a link"),
        _ => fs::write(&path, content).expect("a file"),
    }
}

/// Adds a text file.
pub(crate) fn put(files: &mut Files, path: &str, text: &str) {
    files.insert(path.as_bytes().to_vec(), (FILE, text.as_bytes().to_vec()));
}

/// The clean subject under a folder, with a name of its own.
pub(crate) fn subject(files: &mut Files, folder: &str, mark: u32) {
    for (name, text) in BASE {
        let text = text
            .replace("shop.example", &format!("shop{mark}.example"))
            .replace("2021000017", &format!("2021{:06}", 100_000 + mark));
        put(files, &format!("{folder}/{name}"), &text);
    }
}

/// Takes everything below a folder away.
pub(crate) fn take(files: &mut Files, folder: &str) {
    let below = format!("{folder}/").into_bytes();
    files.retain(|path, _| !path.starts_with(&below));
}

/// Moves everything below a folder.
pub(crate) fn rename(files: &mut Files, from: &str, to: &str) {
    let below = format!("{from}/").into_bytes();
    let moved: Vec<_> =
        files.iter().filter(|(path, _)| path.starts_with(&below)).map(|(p, c)| (p.clone(), c.clone())).collect();
    take(files, from);
    for (path, content) in moved {
        let mut new = format!("{to}/").into_bytes();
        new.extend(&path[below.len()..]);
        files.insert(new, content);
    }
}

pub(crate) fn open_tree<'r>(repository: &'r Repository, at: &str, folder: &str) -> RevisionTree<'r> {
    let revision: Revision = repository.resolve(at).expect("the revision");
    RevisionTree::open(repository, &revision, folder, TreeLimits::default()).expect("the records folder")
}

/// All subjects of a tree, in order and comparable.
pub(crate) fn all(tree: &dyn Tree) -> Vec<(String, Vec<(String, String)>)> {
    let mut subjects = tree::each(tree, &|raw| shown(&raw)).expect("a whole tree");
    subjects.sort();
    subjects
}

pub(crate) fn shown(raw: &RawSubject) -> (String, Vec<(String, String)>) {
    let content = |content: &Content| match content {
        Content::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        other => format!("{other:?}"),
    };
    (raw.folder.clone(), raw.files.iter().map(|file| (file.name.clone(), content(&file.content))).collect())
}

pub(crate) fn judged(tree: &dyn Tree) -> Survey {
    let done = AtomicUsize::new(0);
    let grounds = Grounds::of(read_settings(b"sample: true", "beian.yaml"));
    let judging = Judging::new(&grounds, Asked::default(), Days::today(TODAY));
    survey(tree, &Scope::All, &judging, &done).expect("a whole tree")
}
