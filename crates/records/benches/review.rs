//! What changed between two revisions, and who else claims a value: `just bench`.
//!
//! A repository of clean subjects in grouping folders is streamed into `git fast-import`,
//! here only; a second commit changes ten files. `git diff --raw` of the same revisions, a
//! whole process, is the measure. `BEIAN_BENCH_LARGE=1` adds 100,000 subjects.

#![expect(clippy::expect_used, reason = "a benchmark without its repository measures nothing")]

mod corpus;
#[path = "corpus/stream.rs"]
mod stream;

use beian_core::day::Day;
use beian_core::record::Place;
use beian_core::rule::{Claim, ClaimKind};
use beian_core::tables::Tables;
use beian_records::disk::Disk;
use beian_records::git::{
    ClaimIndex, Compared, KeySource, Repository, RevisionTree, RuleKeys, changed_in_working_tree, changed_subjects,
};
use beian_records::limits::Limits;
use beian_records::raw::{Content, RawSubject, TreeLimits};
use beian_records::read::read_subject;
use beian_records::survey::key;
use beian_records::tree::{self, Tree};
use divan::Bencher;
use std::collections::BTreeSet;
use std::fs;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn main() {
    divan::main();
}

fn sizes() -> Vec<u32> {
    let large = std::env::var_os("BEIAN_BENCH_LARGE").is_some();
    [1_000, 10_000].into_iter().chain(large.then_some(100_000)).collect()
}

/// A bare repository below the target folder, made once.
fn repository(size: u32) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("review-{size}.git"));
    if !root.join("complete").exists() {
        drop(fs::remove_dir_all(&root));
        git(&["init", "--quiet", "--bare"]).arg(&root).status().expect("git");
        let mut import = git(&["-C"])
            .arg(&root)
            .args(["fast-import", "--quiet", "--depth=10"])
            .stdin(Stdio::piped())
            .spawn()
            .expect("git");
        stream::write(&mut BufWriter::new(import.stdin.take().expect("a pipe")), size).expect("a stream");
        assert!(import.wait().expect("git").success(), "the import failed");
        fs::write(root.join("complete"), "").expect("a mark");
    }
    root
}

fn git(arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.args(["-c", "gc.auto=0"]).args(arguments).env("GIT_CONFIG_NOSYSTEM", "1");
    command
}

fn tree<'r>(repository: &'r Repository, at: &str) -> RevisionTree<'r> {
    let revision = repository.resolve(at).expect("the revision");
    RevisionTree::open(repository, &revision, "records", TreeLimits::default()).expect("the records folder")
}

/// The measure: git's own comparison, as a process.
#[divan::bench(args = sizes(), sample_count = 30, sample_size = 1)]
fn git_diff_raw(bencher: Bencher<'_, '_>, size: u32) {
    let root = repository(size);
    bencher.bench_local(|| {
        git(&["-C"]).arg(&root).args(["diff", "--raw", "main~1", "main"]).output().expect("git").stdout.len()
    });
}

/// Opening the repository, resolving both revisions, the pruned walk.
#[divan::bench(args = sizes(), sample_count = 50, sample_size = 1)]
fn what_changed(bencher: Bencher<'_, '_>, size: u32) {
    let root = repository(size);
    bencher.bench_local(|| {
        let repository = Repository::discover(&root).expect("the repository");
        let changed =
            changed_subjects(&tree(&repository, "main~1"), &tree(&repository, "main"), Compared::WithEvidence)
                .expect("two trees");
        assert_eq!(changed.len(), 10, "ten subjects changed");
        changed.len()
    });
}

/// The same, with both sides of the ten subjects read and typed.
#[divan::bench(args = sizes(), sample_count = 50, sample_size = 1)]
fn what_changed_read_and_typed(bencher: Bencher<'_, '_>, size: u32) {
    let root = repository(size);
    bencher.bench_local(|| {
        let repository = Repository::discover(&root).expect("the repository");
        let (base, head) = (tree(&repository, "main~1"), tree(&repository, "main"));
        let changed = changed_subjects(&base, &head, Compared::WithEvidence).expect("two trees");
        let typed = |raw: Option<RawSubject>| raw.map_or(0, |raw| read_subject(&raw, &Limits::default()).texts.len());
        let sides = changed.iter().map(|subject| subject.read(&base, &head).expect("both sides"));
        sides.map(|(old, new)| typed(old) + typed(new)).sum::<usize>()
    });
}

/// Keys as the rules make them, whether or not a rule claims these values yet.
struct Values<'a>(RuleKeys<'a>);

impl KeySource for Values<'_> {
    fn stamp(&self) -> String {
        "bench".to_owned()
    }

    fn possible(&self, raw: &RawSubject) -> Vec<u64> {
        let mut keys = self.0.possible(raw);
        let Some(file) = raw.files.iter().find(|file| file.name == "domains.yaml") else { return keys };
        let Content::Bytes(bytes) = &file.content else { return keys };
        let text = String::from_utf8_lossy(bytes);
        let names = text.lines().filter(|line| line.ends_with(':') && !line.starts_with(' '));
        for (at, name) in names.cycle().take(6).enumerate() {
            keys.push(key(&Claim {
                kind: ClaimKind::Domain,
                value: format!("{name}{at}").into(),
                subject: "".into(),
                holder: "".into(),
                about: "".into(),
                place: Place::NOWHERE,
            }));
        }
        keys
    }

    fn claimed(&self, raw: &RawSubject) -> Vec<u64> {
        self.possible(raw)
    }
}

fn ask(root: &Path) -> usize {
    let repository = Repository::discover(root).expect("the repository");
    let head = tree(&repository, "main");
    let source = Values(RuleKeys {
        tables: Tables::builtin(),
        today: Day::of(2026, 11, 21),
        sample: true,
        limits: Limits::default(),
    });
    let changed = changed_subjects(&tree(&repository, "main~1"), &head, Compared::WithEvidence).expect("two trees");
    let folders: BTreeSet<String> = changed.into_iter().filter_map(|subject| subject.head).collect();
    let keys: Vec<u64> =
        folders.iter().flat_map(|folder| source.possible(&head.read_subject(folder).expect("a subject"))).collect();
    let found = ClaimIndex::new(&repository, &source).elsewhere(&head, &keys, &folders).expect("a whole tree");
    found.claims.len()
}

/// Who else claims what the ten changed subjects claim, without an index: a fresh clone.
#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn claims_cold(bencher: Bencher<'_, '_>, size: u32) {
    let root = repository(size);
    bencher.with_inputs(|| drop(fs::remove_dir_all(root.join("beian")))).bench_local_values(|()| ask(&root));
}

/// The same with the index of the revision.
#[divan::bench(args = sizes(), sample_count = 50, sample_size = 1)]
fn claims_warm(bencher: Bencher<'_, '_>, size: u32) {
    let root = repository(size);
    ask(&root);
    bencher.bench_local(|| ask(&root));
}

/// The same with the index of the revision before it.
#[divan::bench(args = sizes(), sample_count = 50, sample_size = 1)]
fn claims_warm_from_base(bencher: Bencher<'_, '_>, size: u32) {
    let root = repository(size);
    drop(fs::remove_dir_all(root.join("beian")));
    let repository = Repository::discover(&root).expect("the repository");
    let source = Values(RuleKeys {
        tables: Tables::builtin(),
        today: Day::of(2026, 11, 21),
        sample: true,
        limits: Limits::default(),
    });
    let base = tree(&repository, "main~1");
    ClaimIndex::new(&repository, &source).elsewhere(&base, &[1], &BTreeSet::new()).expect("a whole tree");
    bencher.bench_local(|| ask(&root));
}

/// Every subject of a revision, read and not judged: what `--at` costs beyond a directory.
#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn whole_revision(bencher: Bencher<'_, '_>, size: u32) {
    let root = repository(size);
    let repository = Repository::discover(&root).expect("the repository");
    let head = tree(&repository, "main");
    bencher.bench_local(|| tree::each(&head, &|raw| raw.files.len()).expect("a whole tree").len());
}

/// A working directory with the files of the first commit.
fn directory(size: u32) -> Disk {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("corpus-{size}"));
    if !folder.join(".complete").exists() {
        corpus::write(&folder, size).expect("a corpus");
        fs::write(folder.join(".complete"), "").expect("a mark");
    }
    Disk::open(&folder, TreeLimits::default()).expect("the corpus")
}

/// The newer side is a working directory: all of it is read and hashed.
#[divan::bench(args = [1_000, 10_000], sample_count = 5, sample_size = 1)]
fn what_changed_in_a_working_directory(bencher: Bencher<'_, '_>, size: u32) {
    let root = repository(size);
    let disk = directory(size);
    let repository = Repository::discover(&root).expect("the repository");
    let base = tree(&repository, "main");
    bencher.bench_local(|| {
        let changed = changed_in_working_tree(&base, &disk, Compared::WithEvidence).expect("a whole tree");
        assert_eq!(changed.len(), 10, "ten subjects changed");
    });
}

/// The measure for it: reading the same files.
#[divan::bench(args = [1_000, 10_000], sample_count = 5, sample_size = 1)]
fn reading_a_working_directory(bencher: Bencher<'_, '_>, size: u32) {
    let disk = directory(size);
    bencher.bench_local(|| tree::each(&disk, &|raw| raw.files.len()).map(|found| found.len()));
}

/// The history of one subject over the two commits.
#[divan::bench(args = sizes(), sample_count = 30, sample_size = 1)]
fn history(bencher: Bencher<'_, '_>, size: u32) {
    let root = repository(size);
    bencher.bench_local(|| {
        let repository = Repository::discover(&root).expect("the repository");
        let head = repository.resolve("main").expect("the revision");
        repository.history(&head, "records", &corpus::folder(0), None).expect("a whole history").len()
    });
}
