//! A repository whose objects are a stranger's: trees, commits and bytes that are neither, whole or spoiled.

use beian_records::git::{Compared, Repository, Revision, RevisionTree, changed_subjects};
use beian_records::raw::TreeLimits;
use beian_records::tree::{self, Tree};
use git2::{ObjectType, Oid};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The most objects of a repository.
const MOST: usize = 24;

/// Names that entries of trees get, most of them such as records have.
const NAMES: [&[u8]; 16] = [
    b"records",
    b"example",
    b"subject.yaml",
    b"people.yaml",
    b"filings",
    b"2021-02-20-first.yaml",
    b"evidence",
    b"beian.yaml",
    b".git",
    b"..",
    b"a/b",
    b"",
    b"Subject.yaml",
    b"\xff\xfe.yaml",
    b"official",
    b"a\nb.yaml",
];

/// Modes that entries of trees get: files, folders, links, submodules, and none of these.
const MODES: [&str; 8] = ["100644", "40000", "100644", "40000", "120000", "160000", "100755", "0"];

/// Bytes that are taken from one after the other; there are always more, of which all are zero.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn one(&mut self) -> u8 {
        self.some(1).first().copied().unwrap_or_default()
    }

    fn some(&mut self, count: usize) -> &'a [u8] {
        let (taken, left) = self.0.split_at(count.min(self.0.len()));
        self.0 = left;
        taken
    }
}

/// Instructions, by which objects are made that refer to earlier ones.
pub(super) fn git(data: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut options = git2::RepositoryInitOptions::new();
    options.bare(true).initial_head("main").external_template(false);
    let made = git2::Repository::init_opts(folder.path(), &options).expect("a new repository");
    let (mut bytes, mut ids) = (Bytes(data), Vec::new());
    while !bytes.0.is_empty() && ids.len() < MOST {
        ids.extend(object(&made, &mut bytes, &ids, folder.path()));
    }
    if let Some(last) = ids.last() {
        // The name need not lead to a commit.
        drop(fs::write(folder.path().join("refs/heads/main"), format!("{last}\n")));
    }
    drop(made);
    walked(folder.path(), &ids)
}

fn object(git: &git2::Repository, bytes: &mut Bytes<'_>, ids: &[Oid], folder: &Path) -> Option<Oid> {
    let kind = bytes.one();
    let (kind, content) = match kind % 8 {
        0 | 1 => (ObjectType::Blob, blob(bytes)),
        2..=4 => (ObjectType::Tree, tree(bytes, ids)),
        5 | 6 => (ObjectType::Commit, commit(bytes, ids)),
        _ => {
            spoil(bytes, ids, folder);
            let kind = [ObjectType::Tree, ObjectType::Commit, ObjectType::Tag][usize::from(kind / 8 % 3)];
            (kind, blob(bytes))
        }
    };
    git.odb().ok()?.write(kind, &content).ok()
}

fn blob(bytes: &mut Bytes<'_>) -> Vec<u8> {
    let count = usize::from(bytes.one());
    bytes.some(count).to_vec()
}

fn tree(bytes: &mut Bytes<'_>, ids: &[Oid]) -> Vec<u8> {
    let mut out = Vec::new();
    for _ in 0..bytes.one() % 8 {
        let (mode, name) = (bytes.one(), bytes.one());
        out.extend_from_slice(MODES[usize::from(mode) % MODES.len()].as_bytes());
        out.push(b' ');
        out.extend_from_slice(NAMES[usize::from(name) % NAMES.len()]);
        out.push(0);
        out.extend_from_slice(&id(bytes, ids));
    }
    out
}

fn commit(bytes: &mut Bytes<'_>, ids: &[Oid]) -> Vec<u8> {
    let mut out = format!("tree {}\n", hex(&id(bytes, ids)));
    for _ in 0..bytes.one() % 3 {
        let _ = writeln!(out, "parent {}", hex(&id(bytes, ids)));
    }
    let when = i64::from(bytes.one()).wrapping_mul(i64::MAX / 251 * i64::from(bytes.one() % 3)) + 1_700_000_000;
    let zone = ["+0800", "-1200", "+1737", "x", ""][usize::from(bytes.one() % 5)];
    let mut out = out.into_bytes();
    for who in ["author", "committer"] {
        out.extend_from_slice(format!("{who} ").as_bytes());
        out.extend_from_slice(&blob(bytes));
        out.extend_from_slice(format!(" <a@b.example> {when} {zone}\n").as_bytes());
    }
    out.push(b'\n');
    out.extend_from_slice(&blob(bytes));
    out
}

/// An earlier object, or one that is not there.
fn id(bytes: &mut Bytes<'_>, ids: &[Oid]) -> [u8; 20] {
    let mut out = [0; 20];
    match ids.get(usize::from(bytes.one()) % (ids.len() + 1)) {
        Some(id) => out.copy_from_slice(id.as_bytes()),
        None => {
            let some = bytes.some(2);
            out[..some.len()].copy_from_slice(some);
        }
    }
    out
}

fn hex(id: &[u8; 20]) -> String {
    id.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Cuts the file of an earlier object off, fills it with zeros, turns a byte of it over, or takes it away.
fn spoil(bytes: &mut Bytes<'_>, ids: &[Oid], folder: &Path) {
    let (which, how, at) = (usize::from(bytes.one()), bytes.one(), usize::from(bytes.one()));
    let Some(id) = ids.get(which % ids.len().max(1)) else { return };
    let id = id.to_string();
    let file = folder.join("objects").join(&id[..2]).join(&id[2..]);
    let Ok(mut content) = fs::read(&file) else { return };
    // Git writes its objects so that nobody may change them.
    drop(fs::remove_file(&file));
    let at = at % content.len().max(1);
    match how % 4 {
        0 => content.truncate(at),
        1 => content.iter_mut().skip(at).for_each(|byte| *byte = 0),
        2 => content.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= how | 1),
        _ => return,
    }
    drop(fs::write(file, content));
}

/// Walks over the repository from every object, as if each were a commit.
fn walked(folder: &Path, ids: &[Oid]) -> String {
    let mut out = String::new();
    let repository = match Repository::discover(folder) {
        Ok(repository) => repository,
        Err(error) => return error.to_string(),
    };
    let mut revisions = Vec::new();
    for name in ids.iter().map(ToString::to_string).chain(["main".to_owned()]) {
        match repository.resolve(&name) {
            Ok(revision) => revisions.push(revision),
            Err(error) => {
                let _ = writeln!(out, "{error}");
            }
        }
    }
    for (at, revision) in revisions.iter().enumerate() {
        let _ = writeln!(out, "{} {} {}", revision.id, revision.author.escape_debug(), revision.summary.escape_debug());
        read(&repository, revision, &mut out);
        compared(&repository, revisions.get(at.wrapping_sub(1)), revision, &mut out);
        let histories = repository.histories(revision, "records", None);
        let _ = writeln!(
            out,
            "{:?}",
            histories.map(|histories| histories.of("example")).map_err(|error| error.to_string())
        );
        let history = repository.history(revision, "", "example", None);
        let _ = writeln!(out, "{:?}", history.map_err(|error| error.to_string()));
    }
    // Folders of the machine are called otherwise each time.
    out.replace(&*folder.to_string_lossy(), "")
}

fn read(repository: &Repository, revision: &Revision, out: &mut String) {
    for root in ["", "records"] {
        let subjects = RevisionTree::open(repository, revision, root, TreeLimits::default()).and_then(|opened| {
            let mut subjects = tree::each(&opened, &|raw| format!("{raw:?}"))?;
            subjects.sort();
            let alone = opened.read_subject("example")?;
            Ok((subjects, format!("{alone:?}"), opened.evidence("example", "evidence/a.pdf")))
        });
        let _ = writeln!(out, "{:?}", subjects.map_err(|error| error.to_string()));
    }
}

fn compared(repository: &Repository, old: Option<&Revision>, new: &Revision, out: &mut String) {
    let Some(old) = old else { return };
    let open = |revision| RevisionTree::open(repository, revision, "records", TreeLimits::default());
    let (Ok(base), Ok(head)) = (open(old), open(new)) else { return };
    let changed = changed_subjects(&base, &head, Compared::WithEvidence);
    let _ = writeln!(out, "{:?}", changed.map_err(|error| error.to_string()));
    let common = repository.merge_base(old, new);
    let _ = writeln!(out, "{:?}", common.map(|found| found.map(|found| found.id)).map_err(|error| error.to_string()));
}
