//! A working directory and a revision of the same files are read alike.

mod git_common;

use beian_records::disk::Disk;
use beian_records::git::Error;
use beian_records::raw::{Content, TreeLimits};
use beian_records::tree::{self, Tree};
use beian_records::unseen::Why;
use git_common::{FILE, Files, LINK, Made, SUBMODULE, all, judged, open_tree, put, subject};

fn add(files: &mut Files, path: &str, mode: i32, content: &[u8]) {
    files.insert(path.as_bytes().to_vec(), (mode, content.to_vec()));
}

/// Subjects, strays, hidden files, links of all kinds, large files, names that are no text.
fn awkward() -> Files {
    let mut files = Files::new();
    subject(&mut files, "records/acme", 1);
    subject(&mut files, "records/浙江/客户/beta", 2);
    put(&mut files, "records/beian.yaml", "levels: {}\n");
    put(&mut files, "records/浙江/beian.yaml", "stray: 1\n");
    put(&mut files, "records/stray.yml", "stray: 1\n");
    put(&mut files, "records/.hidden.yaml", "hidden: 1\n");
    put(&mut files, "records/.hidden/subject.yaml", "hidden: 1\n");
    put(&mut files, "records/acme/.subject.yaml.swp", "hidden\n");
    put(&mut files, "records/acme/evidence/paper.yaml", "paper: 1\n");
    put(&mut files, "records/acme/filings/not-a-date.yaml", "paper: 1\n");
    put(&mut files, "records/acme/readme.md", "no record\n");
    put(&mut files, "records/large/people.yaml", &"x".repeat((1 << 20) + 1));
    put(&mut files, "records/a/b/c/d/e/f/g/h/deep/subject.yaml", "id: deep\n");
    put(&mut files, "outside.yaml", "outside: 1\n");
    for (name, target) in [
        ("in.yaml", "../acme/domains.yaml"),
        ("chain.yaml", "in.yaml"),
        ("out.yaml", "../../outside.yaml"),
        ("above.yaml", "../../../../../../../../etc/passwd"),
        ("absolute.yaml", "/etc/passwd"),
        ("loop.yaml", "loop.yaml"),
        ("dangling.yaml", "nothing.yaml"),
        ("folder.yaml", "../acme"),
        ("around.yaml", "../../records/acme/people.yaml"),
        ("subject.yaml", "../acme/subject.yaml"),
    ] {
        add(&mut files, &format!("records/links/{name}"), LINK, target.as_bytes());
    }
    add(&mut files, "records/linked", LINK, b"acme");
    files.insert(b"records/acme/\xff.yaml".to_vec(), (FILE, b"no: text\n".to_vec()));
    files.insert(b"records/\xfe\xff/subject.yaml".to_vec(), (FILE, b"no: text\n".to_vec()));
    files
}

#[cfg(unix)]
#[test]
fn the_same_files_read_alike_from_disk_and_from_a_revision() {
    let made = Made::new();
    let files = awkward();
    made.commit("2026-06-01T10:00:00+08:00", &files);
    made.write(&files);
    let repository = made.open();
    let revision = open_tree(&repository, "HEAD", "records");
    let disk = Disk::open(&made.path().join("records"), TreeLimits::default()).expect("the folder");
    let (from_disk, from_git) = (all(&disk), all(&revision));
    assert_eq!(from_disk, from_git);
    assert!(from_disk.iter().any(|(folder, _)| folder == "浙江/客户/beta"));
    let (disk_survey, git_survey) = (judged(&disk), judged(&revision));
    assert_eq!(format!("{:?}", disk_survey.findings), format!("{:?}", git_survey.findings));
    assert_eq!((disk_survey.subjects, disk_survey.files), (git_survey.subjects, git_survey.files));
    for folder in ["acme", "浙江/客户/beta", "links", "no/such", "large"] {
        assert_eq!(
            git_common::shown(&disk.read_subject(folder).expect("a subject")),
            git_common::shown(&revision.read_subject(folder).expect("a subject"))
        );
    }
}

#[test]
fn links_within_the_records_are_followed_and_no_others() {
    let made = Made::new();
    made.commit("2026-06-01T10:00:00+08:00", &awkward());
    let repository = made.open();
    let links = open_tree(&repository, "HEAD", "records").read_subject("links").expect("a subject");
    for file in links.files {
        let inside = ["around.yaml", "chain.yaml", "in.yaml", "subject.yaml"].contains(&file.name.as_str());
        assert_eq!(matches!(file.content, Content::Bytes(_)), inside, "{}", file.name);
        assert_eq!(matches!(file.content, Content::Unseen(Why::Link)), !inside, "{}", file.name);
    }
}

#[test]
fn a_submodule_among_the_records_is_said_not_skipped() {
    let made = Made::new();
    let mut files = Files::new();
    subject(&mut files, "records/acme", 1);
    add(&mut files, "records/other", SUBMODULE, &[7; 20]);
    add(&mut files, "records/acme/filings/2026-01-01-a.yaml", SUBMODULE, &[7; 20]);
    add(&mut files, "records/acme/observations", SUBMODULE, &[7; 20]);
    add(&mut files, "records/acme/evidence", SUBMODULE, &[7; 20]);
    made.commit("2026-06-01T10:00:00+08:00", &files);
    let repository = made.open();
    let subjects = all(&open_tree(&repository, "HEAD", "records"));
    let special: Vec<_> = subjects
        .iter()
        .flat_map(|(folder, files)| files.iter().map(move |(name, content)| (folder.as_str(), name.as_str(), content)))
        .filter(|(.., content)| *content == "Unseen(Submodule)")
        .map(|(folder, name, _)| (folder, name))
        .collect();
    assert_eq!(special, [("", "other"), ("acme", "filings/2026-01-01-a.yaml"), ("acme", "observations")]);
}

#[test]
fn a_missing_object_is_said_not_skipped() {
    let made = Made::new();
    let mut files = Files::new();
    subject(&mut files, "records/acme", 1);
    subject(&mut files, "records/beta", 2);
    made.commit("2026-06-01T10:00:00+08:00", &files);
    let acme = made.git.revparse_single("HEAD:records/acme").expect("the folder").id().to_string();
    let object = made.git.path().join("objects").join(&acme[..2]).join(&acme[2..]);
    std::fs::remove_file(object).expect("a loose object");
    let repository = made.open();
    let tree = open_tree(&repository, "HEAD", "records");
    let missing = Error::Missing { object: acme, path: None, partial: false };
    assert_eq!(tree::each(&tree, &|_| ()), Err(missing.clone()));
    assert_eq!(tree.read_subject("acme").map(drop), Err(missing));
    assert!(tree.read_subject("beta").is_ok());
}

#[test]
fn the_root_of_a_repository_can_be_the_records_folder() {
    let made = Made::new();
    let mut files = Files::new();
    subject(&mut files, "acme", 1);
    put(&mut files, "beian.yaml", "levels: {}\n");
    made.commit("2026-06-01T10:00:00+08:00", &files);
    let repository = made.open();
    assert_eq!(all(&open_tree(&repository, "HEAD", "")).len(), 1);
    let revision = repository.resolve("HEAD").expect("HEAD");
    let settings = repository.file(&revision, "beian.yaml", &TreeLimits::default()).expect("readable");
    assert!(matches!(settings, Some(Content::Bytes(bytes)) if bytes == b"levels: {}\n"));
    assert!(repository.file(&revision, "acme", &TreeLimits::default()).expect("readable").is_none());
    assert!(repository.file(&revision, "no.yaml", &TreeLimits::default()).expect("readable").is_none());
}
