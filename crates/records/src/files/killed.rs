//! Killed, or refused, at each operation: what stands in a place is the old or the new, and the
//! next run works and leaves nothing behind.

use super::fault::{Fault, done, plan};
use super::hidden::{Kind, kind};
use super::{Error, Folder, Road, replace_file};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names and contents of all files below a folder; of hidden ones too.
type Files = BTreeMap<String, String>;

/// A way of writing: what stood there, and what does it.
struct Way {
    name: &'static str,
    before: &'static [(&'static str, &'static str)],
    after: &'static [(&'static str, &'static str)],
    write: fn(&Path) -> Result<(), Error>,
    exchanges: bool,
    /// Whether a kill leaves the old or the new in every case, or sometimes what the next run finishes.
    is_one_step: bool,
}

/// More than is written at once.
const LONG: &str = "new a, which is longer than what is written at once, so that a kill can fall between two writes";

const OLD: &[(&str, &str)] = &[("out/a", "old a"), ("out/b", "old b, which is longer"), ("out/gone", "x"), ("y", "y")];
const NEW: &[(&str, &str)] = &[("out/a", LONG), ("out/b", "new"), ("out/c/d", "d"), ("y", "y")];

fn renew(root: &Path) -> Result<(), Error> {
    laid(root, Road::Whole, &[("a", LONG), ("b", "new"), ("c/d", "d")], &["gone"])
}

fn beside(root: &Path) -> Result<(), Error> {
    laid(root, Road::Beside, &[("a", LONG), ("b", "new"), ("c/d", "d")], &["gone"])
}

fn one(root: &Path) -> Result<(), Error> {
    laid(root, Road::Beside, &[("a", LONG)], &[])
}

fn single(root: &Path) -> Result<(), Error> {
    replace_file(&root.join("out/a"), LONG.as_bytes())
}

fn laid(root: &Path, road: Road, files: &[(&str, &str)], goes: &[&str]) -> Result<(), Error> {
    let folder = Folder::open(&root.join("out"))?;
    let staged = folder.stage(road)?;
    files.iter().try_for_each(|(name, text)| staged.add(name, text.as_bytes()))?;
    let goes: Vec<String> = goes.iter().map(|name| (*name).to_owned()).collect();
    folder.take(staged, road, &goes, |_| Ok(()))
}

const WAYS: [Way; 7] = [
    Way { name: "a new folder", before: &[("y", "y")], after: NEW, write: renew, exchanges: true, is_one_step: true },
    Way {
        name: "files into a new folder",
        before: &[("y", "y")],
        after: NEW,
        write: beside,
        exchanges: true,
        is_one_step: true,
    },
    Way { name: "a folder is renewed", before: OLD, after: NEW, write: renew, exchanges: true, is_one_step: true },
    Way { name: "two renames", before: OLD, after: NEW, write: renew, exchanges: false, is_one_step: false },
    Way { name: "several files", before: OLD, after: NEW, write: beside, exchanges: true, is_one_step: false },
    Way {
        name: "one of several",
        before: OLD,
        after: &[("out/a", LONG), OLD[1], OLD[2], OLD[3]],
        write: one,
        exchanges: true,
        is_one_step: true,
    },
    Way {
        name: "one file",
        before: OLD,
        after: &[("out/a", LONG), OLD[1], OLD[2], OLD[3]],
        write: single,
        exchanges: true,
        is_one_step: true,
    },
];

/// A folder in memory where there is such a thing: bringing thousands of files to a disk takes minutes.
fn place() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

fn lay(root: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

fn meant(files: &[(&str, &str)]) -> Files {
    files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

/// All files below a folder, and whether something hidden stands there.
fn found(root: &Path) -> (Files, bool) {
    let (mut files, mut hidden, mut folders) = (Files::new(), false, vec![root.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().flatten() {
            let path = entry.path();
            if kind(&entry.file_name()).is_some() {
                hidden = true;
            } else if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                files.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    (files, hidden)
}

/// How many operations a way takes.
fn steps(way: &Way) -> usize {
    let root = place();
    lay(root.path(), way.before);
    plan(Fault::None, way.exchanges);
    (way.write)(root.path()).unwrap();
    let count = done().len();
    assert_eq!(found(root.path()), (meant(way.after), false), "{}", way.name);
    count
}

/// Not a test by itself: what a test runs as a process, to be killed.
#[test]
#[ignore = "is run by the test that kills it"]
fn child() {
    let arguments = std::env::var("BEIAN_TEST_KILLED").unwrap();
    let mut parts = arguments.splitn(3, ' ');
    let mut number = || parts.next().unwrap().parse::<usize>().unwrap();
    let (way, at) = (&WAYS[number()], number());
    plan(Fault::Killed(at), way.exchanges);
    drop((way.write)(Path::new(parts.next().unwrap())));
}

fn killed(way: usize, at: usize, root: &Path) -> bool {
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "files::killed::child", "--ignored", "--quiet"])
        .env("BEIAN_TEST_KILLED", format!("{way} {at} {}", root.display()))
        .output()
        .unwrap()
        .status;
    assert!(status.success() || status.signal().is_some(), "{status}");
    status.signal().is_some()
}

#[test]
fn what_is_killed_leaves_the_old_or_the_new_and_the_next_run_works() {
    let mut kills = 0;
    for (n, way) in WAYS.iter().enumerate() {
        let steps = steps(way);
        for at in 1..=steps {
            let root = place();
            lay(root.path(), way.before);
            assert!(killed(n, at, root.path()), "{}: {at} of {steps}", way.name);
            kills += 1;
            let (files, _) = found(root.path());
            let is_whole = files == meant(way.before) || files == meant(way.after);
            let told = format!("{}: killed at {at} of {steps}: {files:?}", way.name);
            assert!(is_whole || !way.is_one_step, "{told}");
            // Whatever stands there, each file is the old or the new one.
            let (before, after) = (meant(way.before), meant(way.after));
            for (name, text) in &files {
                assert!(before.get(name) == Some(text) || after.get(name) == Some(text), "{told}");
            }
            if !is_whole {
                // Whoever opens it next finishes it, or puts it back as it was.
                plan(Fault::None, true);
                drop(Folder::open(&root.path().join("out")).unwrap());
                let (files, _) = found(root.path());
                assert!(files == before || files == after, "{told}: finished as {files:?}");
            }
            plan(Fault::None, true);
            (way.write)(root.path()).unwrap();
            assert_eq!(found(root.path()), (after, false), "{told}");
        }
    }
    assert!(100 < kills, "{kills}");
}

#[test]
fn what_is_refused_leaves_the_old_or_the_new_and_nothing_behind() {
    const NUMBERS: [i32; 2] = [5, 28];
    for way in &WAYS {
        for at in 1..=steps(way) {
            for number in NUMBERS {
                let root = place();
                lay(root.path(), way.before);
                plan(Fault::Refused(at, number), way.exchanges);
                let written = (way.write)(root.path());
                let last = done().get(at - 1).map(|(what, _)| *what);
                plan(Fault::None, true);
                let (files, hidden) = found(root.path());
                let told = format!("{}: {last:?} refused at {at}: {written:?}: {files:?}", way.name);
                let (before, after) = (meant(way.before), meant(way.after));
                if written.is_ok() {
                    assert_eq!(files, after, "{told}");
                } else {
                    assert!(files == before || files == after, "{told}");
                }
                // What could not be taken away is taken away by the next run.
                assert!(!hidden || matches!(last, Some("unlink" | "rmdir" | "rename" | "flush")), "{told}");
                (way.write)(root.path()).unwrap();
                assert_eq!(found(root.path()), (after, false), "{told}");
            }
        }
    }
}

#[test]
fn all_is_on_the_disk_before_it_comes_to_its_place() {
    for way in &WAYS {
        let root = place();
        lay(root.path(), way.before);
        plan(Fault::None, way.exchanges);
        (way.write)(root.path()).unwrap();
        let done = done();
        let comes = |(what, path): &(&str, PathBuf)| {
            let name = path.file_name().unwrap();
            let is_aside = kind(name) == Some(Kind::Staged) || name.to_string_lossy().starts_with(".gone-");
            matches!(*what, "rename" | "exchange") && !is_aside
        };
        let first = done.iter().position(comes).unwrap();
        for (what, path) in &done[..first] {
            let written = done[..first].iter().rposition(|(what, other)| *what == "write" && other == path);
            let flushed = done[..first].iter().rposition(|(what, other)| *what == "flush" && other == path);
            assert!(*what != "write" || written < flushed, "{}: {}", way.name, path.display());
            assert!(*what != "mkdir" || flushed.is_some(), "{}: {}", way.name, path.display());
        }
        let last = done.iter().rposition(comes).unwrap();
        let above = done[last].1.parent().unwrap();
        let flushed = done[last..].iter().any(|(what, path)| *what == "flush" && path == above);
        assert!(flushed, "{}: the folder of {} is not flushed: {done:?}", way.name, done[last].1.display());
    }
}

#[test]
fn what_is_not_ours_is_neither_written_over_nor_lost() {
    // Something is changed between the check and the exchange.
    for exchanges in [true, false] {
        let root = place();
        lay(root.path(), OLD);
        plan(Fault::None, exchanges);
        let folder = Folder::open(&root.path().join("out")).unwrap();
        let staged = folder.stage(Road::Whole).unwrap();
        staged.add("a", b"new").unwrap();
        lay(root.path(), &[("out/mine", "mine")]);
        let kept = folder.take(staged, Road::Whole, &[], |at| {
            let path = at.join("mine");
            if path.exists() { Err(Error { path, error: std::io::ErrorKind::AlreadyExists.into() }) } else { Ok(()) }
        });
        kept.unwrap_err();
        let expected = [OLD, &[("out/mine", "mine")]].concat();
        assert_eq!(found(root.path()), (meant(&expected), false));
    }
    // A set that has begun leaves alone what was changed after the kill.
    let root = place();
    lay(root.path(), OLD);
    let at = steps(&WAYS[4]) - 8;
    assert!(killed(4, at, root.path()));
    if found(root.path()).0 != meant(NEW) {
        lay(root.path(), &[("out/b", "mine")]);
        plan(Fault::None, true);
        drop(Folder::open(&root.path().join("out")).unwrap());
        assert_eq!(found(root.path()).0.get("out/b").map(String::as_str), Some("mine"));
    }
}

#[test]
fn what_another_run_works_on_is_left_alone() {
    let root = place();
    lay(root.path(), OLD);
    plan(Fault::None, true);
    let folder = Folder::open(&root.path().join("new")).unwrap();
    let staged = folder.stage(Road::Whole).unwrap();
    staged.add("a", b"x").unwrap();
    renew(root.path()).unwrap();
    folder.take(staged, Road::Whole, &[], |_| Ok::<(), Error>(())).unwrap();
    let expected = [NEW, &[("new/a", "x")]].concat();
    assert_eq!(found(root.path()), (meant(&expected), false));
    // Two writers of one folder: the second waits, and is refused in the end.
    let folder = Folder::open(&root.path().join("new")).unwrap();
    let busy = Folder::open(&root.path().join("new")).unwrap_err();
    assert_eq!(busy.error.kind(), std::io::ErrorKind::ResourceBusy);
    drop(folder);
    drop(Folder::open(&root.path().join("new")).unwrap());
}

#[test]
fn rights_are_kept_and_links_are_not_followed() {
    use std::os::unix::fs::PermissionsExt;
    for (way, write) in [renew as fn(&Path) -> Result<(), Error>, beside, single].into_iter().enumerate() {
        let root = place();
        lay(root.path(), OLD);
        let (out, file) = (root.path().join("out"), root.path().join("out/a"));
        fs::set_permissions(&out, PermissionsExt::from_mode(0o700)).unwrap();
        fs::set_permissions(&file, PermissionsExt::from_mode(0o600)).unwrap();
        plan(Fault::None, true);
        write(root.path()).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&out), mode(&file)), (0o700, 0o600));
        // The place of a file is a link: refused, and what it leads to is as it was.
        fs::remove_file(&file).unwrap();
        lay(root.path(), &[("outside", "x")]);
        std::os::unix::fs::symlink(root.path().join("outside"), &file).unwrap();
        let written = write(root.path());
        assert!(written.is_err() || way == 0);
        assert_eq!(fs::read_to_string(root.path().join("outside")).unwrap(), "x");
    }
    // What is left over and is a link is taken away, and not what it leads to.
    let root = place();
    lay(root.path(), OLD);
    lay(root.path(), &[("outside/x", "x")]);
    std::os::unix::fs::symlink(root.path().join("outside"), root.path().join(".beian-0123456789abcdef.tmp")).unwrap();
    plan(Fault::None, true);
    renew(root.path()).unwrap();
    assert!(root.path().join("outside/x").exists() && !found(root.path()).1);
}
