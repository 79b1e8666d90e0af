//! Finding repositories and revisions, and what is said where there are none.

mod git_common;

use beian_records::git::{Error, Repository, RevisionTree};
use beian_records::raw::TreeLimits;
use git_common::{Files, Made, all, open_tree, put, subject};
use git2::Oid;
use std::fs;

fn files(mark: u32) -> Files {
    let mut files = Files::new();
    subject(&mut files, "icp/records/acme", mark);
    put(&mut files, "src/main.rs", "fn main() {}\n");
    files
}

/// Three commits in a row, on the first days of three months.
fn three() -> (Made, Vec<Oid>) {
    let made = Made::new();
    let days = ["2026-05-01T09:00:00+08:00", "2026-06-01T00:00:00+08:00", "2026-07-01T23:30:00+08:00"];
    let ids = days.iter().zip(0..).map(|(day, mark)| made.commit(day, &files(mark))).collect();
    (made, ids)
}

fn at(repository: &Repository, name: &str) -> String {
    repository.resolve(name).map_or_else(|error| format!("{error:?}"), |revision| revision.id)
}

#[test]
fn every_way_of_naming_a_revision() {
    let (made, ids) = three();
    made.git.tag_lightweight("v1.2", &made.git.find_object(ids[1], None).expect("a commit"), false).expect("a tag");
    let repository = made.open();
    let id = |index: usize| ids[index].to_string();
    for name in ["HEAD", "main", "refs/heads/main", &id(2), &id(2)[..12], "@", "2026-07-01", "2030-01-01"] {
        assert_eq!(at(&repository, name), id(2), "{name}");
    }
    for name in ["HEAD~1", "v1.2", "main^", "v1.2^{commit}", "2026-06-01", "2026-06-30", "2026-07-01T23:29:59+08:00"] {
        assert_eq!(at(&repository, name), id(1), "{name}");
    }
    for name in ["HEAD~2", "2026-05-31", "2026-05-31T15:59:59Z"] {
        assert_eq!(at(&repository, name), id(0), "{name}");
    }
    let revision = repository.resolve("HEAD").expect("HEAD");
    assert_eq!((revision.author.as_str(), revision.summary.as_str()), ("王小明", "state of 2026-07-01T23:30:00+08:00"));
    assert_eq!(revision.when, 1_782_919_800);
}

#[test]
fn what_names_no_commit() {
    let (made, _) = three();
    let repository = made.open();
    let missing = |name: &str| Err(Error::NoSuchRevision { name: name.to_owned(), shallow: false });
    for name in ["v9", "HEAD~7", "", "main..HEAD", "2026-02-30", "\u{7f16}\u{53f7}", ":/", "-x"] {
        assert_eq!(repository.resolve(name), missing(name), "{name}");
    }
    assert_eq!(repository.resolve("HEAD:src"), Err(Error::NotACommit { name: "HEAD:src".to_owned() }));
    let early = repository.resolve("2020-01-01");
    assert!(matches!(early, Err(Error::NothingSoEarly { ref at, .. }) if at == "2020-01-01"), "{early:?}");
}

#[test]
fn a_short_id_that_fits_two_objects() {
    let made = Made::new();
    made.commit("2026-05-01T09:00:00+08:00", &files(1));
    // Enough blobs that two share their first four digits.
    let mut seen = std::collections::BTreeSet::new();
    let twice = (0..).map(|n: u32| made.git.blob(&n.to_be_bytes()).expect("a blob").to_string()).find_map(|id| {
        let short = id[..4].to_owned();
        (!seen.insert(short.clone())).then_some(short)
    });
    let name = twice.expect("sooner or later");
    assert_eq!(made.open().resolve(&name), Err(Error::AmbiguousRevision { name }));
}

#[test]
fn a_day_is_one_of_the_first_parents() {
    let made = Made::new();
    let first = made.commit("2026-05-01T09:00:00+08:00", &files(1));
    let side = made.commit_on("2026-06-10T09:00:00+08:00", &files(2), &[first]);
    let merge = made.commit_on("2026-06-20T09:00:00+08:00", &files(2), &[first, side]);
    made.git.reference("refs/heads/main", merge, true, "test").expect("the branch");
    let repository = made.open();
    // The side was committed by then, but nobody on the main line knew it.
    assert_eq!(at(&repository, "2026-06-15"), first.to_string());
    assert_eq!(at(&repository, "2026-06-20"), merge.to_string());
    let base = repository.merge_base(
        &repository.resolve(&side.to_string()).expect("the side"),
        &repository.resolve("HEAD").expect("HEAD"),
    );
    assert_eq!(base.expect("a history").expect("a base").id, side.to_string());
}

#[test]
fn a_cut_off_history_answers_what_it_can() {
    let (made, ids) = three();
    fs::write(made.git.path().join("shallow"), format!("{}\n", ids[1])).expect("the mark of a shallow clone");
    let repository = made.open();
    assert!(repository.is_shallow());
    assert_eq!(at(&repository, "HEAD~1"), ids[1].to_string());
    assert_eq!(at(&repository, "2026-06-15"), ids[1].to_string());
    let cut = repository.resolve("2026-05-15").expect_err("beyond the cut");
    assert_eq!(cut, Error::Shallow { commits: 2 });
    assert!(cut.hint().en.contains("git fetch --unshallow"));
    let beyond = repository.resolve("HEAD~2").expect_err("beyond the cut");
    assert_eq!(beyond, Error::NoSuchRevision { name: "HEAD~2".to_owned(), shallow: true });
    assert!(beyond.hint().zh.contains("git fetch --unshallow"));
}

#[test]
fn an_unborn_branch() {
    let repository = Made::new();
    let repository = repository.open();
    for name in ["HEAD", "HEAD~1", "@", "2026-06-30"] {
        assert_eq!(repository.resolve(name), Err(Error::UnbornBranch { bare: false }), "{name}");
    }
    assert!(matches!(repository.resolve("main"), Err(Error::NoSuchRevision { .. })));
}

#[test]
fn no_repository() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let error = Repository::discover(folder.path()).expect_err("there is none");
    assert_eq!(error, Error::NotARepository { path: folder.path().to_path_buf() });
    assert!(error.hint().en.contains("git init"));
}

#[test]
fn a_bare_repository() {
    let made = Made::init(true);
    made.commit("2026-05-01T09:00:00+08:00", &files(1));
    let repository = made.open();
    assert_eq!((repository.work_dir(), repository.folder_of(made.path())), (None, None));
    assert_eq!(all(&open_tree(&repository, "main", "icp/records")).len(), 1);
}

#[test]
fn records_in_a_folder_of_a_larger_repository() {
    let (made, _) = three();
    made.write(&files(1));
    let repository = Repository::discover(&made.path().join("icp/records/acme")).expect("from below");
    assert_eq!(repository.folder_of(&made.path().join("icp/records")), Some("icp/records".to_owned()));
    assert_eq!(repository.folder_of(made.path()), Some(String::new()));
    assert_eq!(repository.folder_of(std::path::Path::new("/")), None);
    let revision = repository.resolve("HEAD").expect("HEAD");
    let missing = RevisionTree::open(&repository, &revision, "records", TreeLimits::default());
    let facts = Error::NoRecordsFolder { revision: revision.id.clone(), folder: "records".to_owned() };
    assert_eq!(missing.expect_err("no such folder"), facts);
}

#[test]
fn a_linked_working_tree_has_a_head_of_its_own() {
    let (made, ids) = three();
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let path = elsewhere.path().join("linked");
    let branch = made.git.branch("old", &made.git.find_commit(ids[0]).expect("a commit"), false).expect("a branch");
    let reference = branch.into_reference();
    let mut options = git2::WorktreeAddOptions::new();
    options.reference(Some(&reference));
    made.git.worktree("linked", &path, Some(&options)).expect("a linked working tree");
    let repository = Repository::discover(&path).expect("the linked working tree");
    assert_eq!(at(&repository, "HEAD"), ids[0].to_string());
    assert_eq!(at(&repository, "main"), ids[2].to_string());
    assert_eq!(repository.common_dir().canonicalize().ok(), made.git.path().canonicalize().ok());
    assert_eq!(all(&open_tree(&repository, "HEAD", "icp/records")).len(), 1);
}

#[test]
fn a_submodule_is_a_repository_of_its_own() {
    let (outer, _) = three();
    let (inner, ids) = three();
    let git_dir = outer.git.path().join("modules/inner");
    fs::create_dir_all(git_dir.parent().expect("a folder")).expect("a folder");
    let folder = outer.path().join("inner");
    fs::create_dir_all(&folder).expect("a folder");
    fs::rename(inner.git.path(), &git_dir).expect("as git submodule absorbgitdirs does");
    fs::write(folder.join(".git"), "gitdir: ../.git/modules/inner\n").expect("a file");
    let config = git2::Config::open(&git_dir.join("config"));
    config.expect("its settings").set_str("core.worktree", "../../../inner").expect("its folder");
    let repository = Repository::discover(&folder).expect("the submodule");
    assert_eq!(at(&repository, "HEAD"), ids[2].to_string());
    assert_eq!(repository.folder_of(&folder), Some(String::new()));
}

#[test]
fn forms_that_cannot_be_read_are_named() {
    let unknown = |setting: &str, value: &str| {
        let made = Made::new();
        let mut config =
            made.git.config().expect("its settings").open_level(git2::ConfigLevel::Local).expect("its own");
        config.set_i32("core.repositoryformatversion", 1).expect("a setting");
        config.set_str(setting, value).expect("a setting");
        Repository::discover(made.path()).expect_err("unknown to libgit2")
    };
    assert_eq!(unknown("extensions.partialClone", "origin"), Error::PartialClone);
    let sha256 = unknown("extensions.objectFormat", "sha256");
    assert_eq!(sha256, Error::UnsupportedExtension { extension: "sha256".to_owned() });
    let reftable = unknown("extensions.refStorage", "reftable");
    assert_eq!(reftable, Error::UnsupportedExtension { extension: "refstorage".to_owned() });
    assert!(reftable.hint().en.contains("git refs migrate"));
}

#[test]
fn the_branch_that_others_start_from() {
    let (made, ids) = three();
    assert_eq!(made.open().default_branch().as_deref(), Ok("refs/heads/main"));
    made.git.reference("refs/remotes/origin/trunk", ids[1], true, "test").expect("a reference");
    made.git
        .reference_symbolic("refs/remotes/origin/HEAD", "refs/remotes/origin/trunk", true, "test")
        .expect("a reference");
    assert_eq!(made.open().default_branch().as_deref(), Ok("refs/remotes/origin/trunk"));
}

#[cfg(unix)]
#[test]
fn a_repository_of_another_user_is_not_opened() {
    let (made, _) = three();
    let strange = Some(61_234);
    // Only root can give a folder away; for others there is nothing to test.
    let given = [made.git.path(), made.path()].iter().all(|path| std::os::unix::fs::chown(path, strange, None).is_ok());
    if given {
        let error = Repository::discover(made.path()).expect_err("another owner");
        assert!(matches!(error, Error::Owner { .. }), "{error:?}");
        assert!(error.hint().en.contains("git config --global --add safe.directory"));
    }
}

#[test]
fn every_error_has_words_and_a_hint_in_both_languages() {
    let text = || "x".to_owned();
    let path = || std::path::PathBuf::from("/x");
    let all = [
        Error::NotARepository { path: path() },
        Error::UnbornBranch { bare: false },
        Error::UnbornBranch { bare: true },
        Error::NoSuchRevision { name: text(), shallow: false },
        Error::NoSuchRevision { name: text(), shallow: true },
        Error::NotACommit { name: text() },
        Error::AmbiguousRevision { name: text() },
        Error::NothingSoEarly { at: text(), first: 0 },
        Error::Shallow { commits: 3 },
        Error::PartialClone,
        Error::UnsupportedExtension { extension: text() },
        Error::Owner { path: path() },
        Error::Corrupt { what: text(), why: text() },
        Error::NoRecordsFolder { revision: text(), folder: text() },
        Error::Other { what: text(), why: text() },
    ];
    for error in all {
        for words in [error.words(), error.hint()] {
            assert!(words.en.is_ascii() && !words.zh.is_ascii(), "{words:?}");
        }
        assert_eq!(error.to_string(), error.words().en);
    }
}
