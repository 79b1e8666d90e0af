//! The pruned walk finds what a comparison of everything finds.

#![expect(clippy::expect_used, reason = "a test that cannot make its repository has failed")]

mod git_common;

use beian_records::disk::Disk;
use beian_records::git::{ChangedSubject, Compared, changed_in_working_tree, changed_subjects};
use beian_records::raw::TreeLimits;
use beian_records::tree::Tree;
use git_common::{FILE, Files, LINK, Made, SUBMODULE, all, open_tree, put, rename, subject, take};
use proptest::prelude::*;
use std::collections::BTreeMap;
#[cfg(unix)]
use std::fs::File;
#[cfg(unix)]
use std::path::Path;
#[cfg(unix)]
use std::time::{Duration, SystemTime};

const DAY: &str = "2026-06-01T10:00:00+08:00";

fn three() -> Files {
    let mut files = Files::new();
    for (folder, mark) in [("records/acme", 1), ("records/浙江/beta", 2), ("records/浙江/gamma", 3)] {
        subject(&mut files, folder, mark);
    }
    put(&mut files, "readme.md", "a larger repository\n");
    files
}

/// What changes between two states, found in both ways: committed, and in the working directory.
fn changes(old: &Files, new: &Files) -> Vec<ChangedSubject> {
    let made = Made::new();
    made.commit(DAY, old);
    made.commit(DAY, new);
    let repository = made.open();
    let base = open_tree(&repository, "HEAD~1", "records");
    let changed = changed_subjects(&base, &open_tree(&repository, "HEAD", "records"), Compared::Records)
        .expect("two whole trees");
    made.write(new);
    std::fs::create_dir_all(made.path().join("records")).expect("a folder");
    let disk = Disk::open(&made.path().join("records"), TreeLimits::default()).expect("the folder");
    assert_eq!(changed_in_working_tree(&base, &disk, Compared::Records).expect("a whole tree"), changed);
    changed
}

fn change(base: Option<&str>, head: Option<&str>, files: &[&str]) -> ChangedSubject {
    let text = |folder: &str| folder.to_owned();
    ChangedSubject {
        base: base.map(text),
        head: head.map(text),
        files: files.iter().map(|name| text(name)).collect(),
        evidence: Vec::new(),
    }
}

const ALL: &[&str] =
    &["domains.yaml", "filings/2021-02-20-first.yaml", "people.yaml", "servers.yaml", "services.yaml", "subject.yaml"];

#[test]
fn nothing_but_records_counts() {
    let old = three();
    let mut new = three();
    put(&mut new, "readme.md", "changed\n");
    put(&mut new, "records/acme/evidence/scan.yaml", "no record\n");
    put(&mut new, "records/acme/notes.md", "no record\n");
    put(&mut new, "records/acme/.hidden.yaml", "no record\n");
    put(&mut new, "records/beian.yaml", "no record\n");
    assert_eq!(changes(&old, &new), []);
}

#[test]
fn changed_new_and_gone() {
    let old = three();
    let mut new = three();
    put(&mut new, "records/acme/domains.yaml", "{}\n");
    put(&mut new, "records/acme/filings/2026-06-01-new.yaml", "{}\n");
    take(&mut new, "records/浙江/beta");
    subject(&mut new, "records/上海/delta", 4);
    put(&mut new, "records/浙江/stray.yaml", "stray: 1\n");
    let expected = [
        change(Some("acme"), Some("acme"), &["domains.yaml", "filings/2026-06-01-new.yaml"]),
        change(None, Some("上海/delta"), ALL),
        change(None, Some("浙江"), &["stray.yaml"]),
        change(Some("浙江/beta"), None, ALL),
    ];
    assert_eq!(changes(&old, &new), expected);
}

#[test]
fn moves_are_matched() {
    let old = three();
    let mut new = three();
    // To another group, with a change; the identity is the folder's name.
    rename(&mut new, "records/浙江/beta", "records/上海/beta");
    put(&mut new, "records/上海/beta/domains.yaml", "{}\n");
    // Renamed as it stands.
    rename(&mut new, "records/acme", "records/acme-cn");
    assert_eq!(
        changes(&old, &new),
        [change(Some("acme"), Some("acme-cn"), &[]), change(Some("浙江/beta"), Some("上海/beta"), &["domains.yaml"])]
    );
}

#[test]
fn a_folder_that_holds_another_subject_is_taken_apart() {
    let identified = |files: &mut Files, folder: &str, id: &str, name: &str| {
        put(files, &format!("records/{folder}/subject.yaml"), &format!("id: {id}\nname: {name}\n"));
    };
    let (mut old, mut new) = (Files::new(), Files::new());
    identified(&mut old, "one", "acme", "甲");
    identified(&mut old, "two", "beta", "乙");
    identified(&mut new, "one", "beta", "乙二");
    identified(&mut new, "two", "acme", "甲二");
    let file = &["subject.yaml"];
    assert_eq!(changes(&old, &new), [change(Some("two"), Some("one"), file), change(Some("one"), Some("two"), file)]);
}

#[test]
fn what_a_folder_hides_as_a_subject_is_told_when_it_turns_into_a_group() {
    let (mut group, mut hiding) = (Files::new(), Files::new());
    subject(&mut group, "records/浙江/beta", 2);
    subject(&mut hiding, "records/浙江/beta", 2);
    put(&mut hiding, "records/浙江/subject.yaml", "id: upper\n");
    put(&mut group, "records/浙江/evidence/list.yaml", "{}\n");
    put(&mut hiding, "records/浙江/evidence/list.yaml", "{}\n");
    let list: &[&str] = &["list.yaml"];
    // What lies below a subject is not read, which is told.
    let subject: &[&str] = &["beta", "subject.yaml"];
    let turned = [
        change(None, Some("浙江"), subject),
        change(Some("浙江/beta"), None, ALL),
        change(Some("浙江/evidence"), None, list),
    ];
    assert_eq!(changes(&group, &hiding), turned);
    let turned_back = [
        change(Some("浙江"), None, subject),
        change(None, Some("浙江/beta"), ALL),
        change(None, Some("浙江/evidence"), list),
    ];
    assert_eq!(changes(&hiding, &group), turned_back);
}

#[test]
fn a_whole_group_renamed_is_no_reading() {
    let old = three();
    let mut new = three();
    rename(&mut new, "records/浙江", "records/zhejiang");
    assert_eq!(
        changes(&old, &new),
        [
            change(Some("浙江/beta"), Some("zhejiang/beta"), &[]),
            change(Some("浙江/gamma"), Some("zhejiang/gamma"), &[])
        ]
    );
}

#[test]
fn line_ends_of_the_working_directory_do_not_count() {
    let made = Made::new();
    let mut files = three();
    made.commit(DAY, &files);
    for (_, content) in files.values_mut() {
        *content = String::from_utf8_lossy(content).replace('\n', "\r\n").into_bytes();
    }
    made.write(&files);
    let repository = made.open();
    let disk = Disk::open(&made.path().join("records"), TreeLimits::default()).expect("the folder");
    assert_eq!(
        changed_in_working_tree(&open_tree(&repository, "HEAD", "records"), &disk, Compared::Records),
        Ok(Vec::new())
    );
}

/// Writes the index and dates it: what is as young as the index is read in any case.
#[cfg(unix)]
fn write_index(made: &Made, index: &mut git2::Index, time: SystemTime) {
    index.write().expect("an index");
    let file = File::options().write(true).open(made.git.path().join("index")).expect("the index");
    file.set_modified(time).expect("a time");
}

#[cfg(unix)]
#[test]
fn what_the_index_remembers_is_not_read_unless_it_was_written_since() {
    let made = Made::new();
    let files = three();
    made.commit(DAY, &files);
    made.write(&files);
    let later = SystemTime::now() + Duration::from_secs(60);
    let (name, at) = ("records/acme/people.yaml", made.path().join("records/acme/people.yaml"));
    let text = std::fs::read_to_string(&at).expect("a file");
    let mut index = made.git.index().expect("an index");
    index.add_path(Path::new(name)).expect("an entry");
    write_index(&made, &mut index, later);
    let found = || {
        let repository = made.open();
        let disk = Disk::open(&made.path().join("records"), TreeLimits::default()).expect("the folder");
        changed_in_working_tree(&open_tree(&repository, "HEAD", "records"), &disk, Compared::Records)
            .expect("a whole tree")
    };
    let people = [change(Some("acme"), Some("acme"), &["people.yaml"])];
    assert_eq!(found(), []);

    let mut entry = index.get_path(Path::new(name), 0).expect("the entry");
    entry.id = made.git.blob(b"another\n").expect("a blob");
    index.add(&entry).expect("an entry");
    write_index(&made, &mut index, later);
    assert_eq!(found(), people, "the index is asked, not the file");

    let file = File::options().write(true).open(&at).expect("the file");
    file.set_modified(later).expect("a time");
    assert_eq!(found(), [], "a file of another time is read");
    std::fs::write(&at, text.replace("138", "139") + "\n").expect("a file");
    assert_eq!(found(), people);
}

#[cfg(unix)]
#[test]
fn what_is_as_young_as_the_index_is_read() {
    let made = Made::new();
    let files = three();
    made.commit(DAY, &files);
    made.write(&files);
    let name = Path::new("records/acme/people.yaml");
    let time = std::fs::metadata(made.path().join(name)).and_then(|file| file.modified()).expect("a time");
    let mut index = made.git.index().expect("an index");
    index.add_path(name).expect("an entry");
    let mut entry = index.get_path(name, 0).expect("the entry");
    entry.id = made.git.blob(b"another\n").expect("a blob");
    index.add(&entry).expect("an entry");
    write_index(&made, &mut index, time);
    let repository = made.open();
    let disk = Disk::open(&made.path().join("records"), TreeLimits::default()).expect("the folder");
    assert_eq!(
        changed_in_working_tree(&open_tree(&repository, "HEAD", "records"), &disk, Compared::Records),
        Ok(Vec::new())
    );
}

#[cfg(unix)]
#[test]
fn links_and_submodules_do_not_confuse_it() {
    let mut old = three();
    old.insert(b"records/acme/people2.yaml".to_vec(), (LINK, b"people.yaml".to_vec()));
    old.insert(b"records/module".to_vec(), (SUBMODULE, vec![7; 20]));
    old.insert(b"records/acme/\xff.yaml".to_vec(), (FILE, b"no: text\n".to_vec()));
    assert_eq!(changes(&old, &old), []);
    let mut new = old.clone();
    new.insert(b"records/acme/people2.yaml".to_vec(), (LINK, b"domains.yaml".to_vec()));
    new.insert(b"records/module".to_vec(), (SUBMODULE, vec![8; 20]));
    assert_eq!(changes(&old, &new), [change(Some("acme"), Some("acme"), &["people2.yaml"])]);
}

#[test]
fn a_folder_that_nobody_reads_changed_only_if_something_in_it_did() {
    let made_of = |paths: &[&str]| {
        let mut files = Files::new();
        paths.iter().for_each(|path| put(&mut files, &format!("records/{path}"), "id: one\n"));
        files
    };
    // A folder of filings makes the records folder a subject's, and hides the subjects below it.
    let old = made_of(&["b/subject.yaml", "a/c/subject.yaml", "filings/2026-01-01-a.yaml"]);
    let new = made_of(&["b/subject.yaml", "a/subject.yaml", "filings/2026-01-01-a.yaml"]);
    assert_eq!(changes(&old, &new), [change(Some(""), Some(""), &["a"])]);
    assert_eq!(changes(&old, &old), []);
    let mut other = old.clone();
    put(&mut other, "records/a/c/subject.yaml", "id: two\n");
    assert_eq!(changes(&old, &other), [change(Some(""), Some(""), &["a"])]);
    put(&mut other, "records/b/e/notes.md", "");
    assert_eq!(changes(&old, &other), [change(Some(""), Some(""), &["a", "b"])]);
}

/// Folders and files that make and unmake subjects, one within the other too: what lies below
/// a subject is hidden by it and comes to light when it turns into a group.
fn some_files() -> impl Strategy<Value = Vec<(String, String)>> {
    let folder = prop::sample::select(vec!["", "a/", "b/", "a/c/", "a/c/d/", "b/c/", "浙/"]);
    let file = prop::sample::select(vec![
        "subject.yaml",
        "domains.yaml",
        "filings/2026-01-01-a.yaml",
        "evidence/a.yaml",
        "stray.yaml",
        "notes.md",
    ]);
    let text = prop::sample::select(vec!["id: one\n", "id: two\n", "name: 甲\n", "{}\n"]);
    let one = (folder, file, text).prop_map(|(folder, file, text)| (format!("{folder}{file}"), text.to_owned()));
    prop::collection::vec(one, 0..14)
}

fn laid_out(files: &[(String, String)]) -> Files {
    let mut all = Files::new();
    put(&mut all, "records/.keep", "");
    for (path, text) in files {
        put(&mut all, &format!("records/{path}"), text);
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_finds_what_a_comparison_of_everything_finds(old in some_files(), new in some_files()) {
        let made = Made::new();
        made.commit(DAY, &laid_out(&old));
        made.commit(DAY, &laid_out(&new));
        let repository = made.open();
        let (base, head) = (open_tree(&repository, "HEAD~1", "records"), open_tree(&repository, "HEAD", "records"));
        let changed = changed_subjects(&base, &head, Compared::Records).expect("two whole trees");
        made.write(&laid_out(&new));
        let disk = Disk::open(&made.path().join("records"), TreeLimits::default()).expect("the folder");
        let here = changed_in_working_tree(&base, &disk, Compared::Records).expect("a whole tree");
        prop_assert_eq!(&here, &changed);
        let folders = |tree: &_| {
            all(tree).into_iter().filter(|(_, files)| !files.is_empty()).collect::<BTreeMap<_, _>>()
        };
        let (before, after) = (folders(&base), folders(&head));
        // Every folder that differs is named once on its side, and no other one.
        let mut gone: Vec<_> =
            before.iter().filter(|(at, files)| after.get(*at) != Some(*files)).map(|(at, _)| at).collect();
        let mut fresh: Vec<_> =
            after.iter().filter(|(at, files)| before.get(*at) != Some(*files)).map(|(at, _)| at).collect();
        gone.sort();
        fresh.sort();
        // Where something lies that nobody sees, it may have changed without a difference to be seen.
        let is_unseen = |(_, text): &(String, String)| text.starts_with("Unseen");
        let hides = |tree: &BTreeMap<String, Vec<_>>, at: &String| {
            tree.get(at).is_some_and(|files| files.iter().any(is_unseen))
        };
        let may_differ = |at: &String| hides(&before, at) && before.get(at) == after.get(at);
        let side = |of: fn(&ChangedSubject) -> Option<&String>| {
            let mut side: Vec<_> = changed.iter().filter_map(of).filter(|at| !may_differ(at)).collect();
            side.sort();
            side
        };
        prop_assert_eq!(side(|changed| changed.base.as_ref()), gone);
        prop_assert_eq!(side(|changed| changed.head.as_ref()), fresh);
        for subject in &changed {
            let (old, new) = subject.read(&base, &head).expect("both sides");
            let text = |raw: Option<beian_records::raw::RawSubject>| {
                raw.map(|raw| git_common::shown(&raw).1).unwrap_or_default()
            };
            let (old, new) = (text(old), text(new));
            let strays = |folder: &Option<String>| folder.as_ref().is_some_and(|at| at.is_empty());
            let hidden = subject.base.as_ref().is_some_and(may_differ);
            if !strays(&subject.base) && !strays(&subject.head) && !subject.moved() && !hidden {
                prop_assert!(old != new, "{:?} says that {:?} changed", subject, old);
            }
        }
        prop_assert_eq!(changed_subjects(&head, &head, Compared::Records).expect("a whole tree"), vec![]);
    }
}

#[test]
fn reading_a_side_reads_all_of_it() {
    let made = Made::new();
    let old = three();
    let mut new = three();
    put(&mut new, "records/acme/domains.yaml", "{}\n");
    made.commit(DAY, &old);
    made.commit(DAY, &new);
    let repository = made.open();
    let (base, head) = (open_tree(&repository, "HEAD~1", "records"), open_tree(&repository, "HEAD", "records"));
    let changed = changed_subjects(&base, &head, Compared::Records).expect("two whole trees");
    let (before, after) = changed[0].read(&base, &head).expect("both sides");
    assert_eq!(before.map(|raw| raw.files.len()), Some(6));
    assert_eq!(
        git_common::shown(&after.expect("it is there")),
        git_common::shown(&head.read_subject("acme").expect("a subject"))
    );
}
