//! What cannot be read, by all commands: one table, in which every cell is the right answer.

#![cfg(unix)]

use crate::gitted::Gitted;
use crate::harness::Run;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::PathBuf;
use std::process::Command;

const DAY: &str = "2026-11-20";

/// The commands on a working tree that differs from the last commit, and those on a revision that
/// holds the same; by the letters of the table.
const WORKING: [(char, &str); 5] = [
    ('V', "validate"),
    ('R', "review HEAD"),
    ('N', "notice --from HEAD --dry-run"),
    ('F', "notice example/2021-02-20-first --dry-run"),
    ('D', "dossier example"),
];
const COMMITTED: [(char, &str); 5] = [
    ('v', "validate --at HEAD"),
    ('r', "review HEAD~1 HEAD"),
    ('n', "notice --from HEAD~1 HEAD --dry-run"),
    ('d', "dossier example --at HEAD"),
    ('h', "history example subject/name"),
];

/// A kind of what cannot be read: how it is called, how it is made in the repository of the clean
/// subject `records/example` and another one, and the exit status of each command. Where git holds
/// no such thing, there are none of a revision.
struct Kind {
    called: &'static str,
    make: fn(&Gitted),
    working: [i32; 5],
    committed: Option<[i32; 5]>,
}

fn home(made: &Gitted) -> PathBuf {
    made.case.path("records/example")
}

fn at(made: &Gitted, name: &str) -> PathBuf {
    home(made).join(name)
}

fn link(made: &Gitted, target: &str) {
    fs::remove_file(at(made, "services.yaml")).expect("a file");
    symlink(target, at(made, "services.yaml")).expect("a link");
}

fn special(made: &Gitted, make: impl Fn(&std::path::Path)) {
    fs::remove_file(at(made, "services.yaml")).expect("a file");
    make(&at(made, "services.yaml"));
}

fn add(made: &Gitted, bytes: &[u8]) {
    let old = fs::read(at(made, "services.yaml")).expect("a file");
    fs::write(at(made, "services.yaml"), [&old, bytes].concat()).expect("a file");
}

fn go(made: &Gitted, to: &OsStr) {
    let to = made.case.path("records").join(to);
    fs::create_dir_all(to.parent().expect("a folder")).expect("folders");
    fs::rename(home(made), to).expect("a move");
}

/// What is read as ever.
const CLEAN: ([i32; 5], Option<[i32; 5]>) = ([0, 0, 3, 0, 0], Some([0, 0, 3, 0, 0]));

/// A part of the subject is not seen, wherever it is asked for.
const UNSEEN: ([i32; 5], Option<[i32; 5]>) = ([1, 4, 4, 4, 4], Some([1, 4, 4, 4, 4]));

/// The same, of what git does not hold.
const UNSEEN_HERE: ([i32; 5], Option<[i32; 5]>) = ([1, 4, 4, 4, 4], None);

/// It is read and its form is at fault: an error tells it, and what is asked of it is told.
const FAULTY: ([i32; 5], Option<[i32; 5]>) = ([1, 1, 4, 4, 0], Some([1, 1, 4, 0, 0]));

/// Its records stand there without the one that makes it a subject.
const HALF: ([i32; 5], Option<[i32; 5]>) = ([1, 1, 4, 4, 4], Some([1, 1, 4, 4, 0]));

const fn kind(called: &'static str, (working, committed): ([i32; 5], Option<[i32; 5]>), make: fn(&Gitted)) -> Kind {
    Kind { called, make, working, committed }
}

#[test]
fn every_command_says_the_right_thing_of_what_cannot_be_read() {
    let kinds = [
        kind("a link within the records", CLEAN, |made| {
            fs::rename(at(made, "services.yaml"), made.case.path("records/shared.txt")).expect("a move");
            symlink("../shared.txt", at(made, "services.yaml")).expect("a link");
        }),
        kind("a link out of the repository", UNSEEN, |made| link(made, "/etc/hostname")),
        kind("a link out of the records", UNSEEN, |made| link(made, "../../beian.yaml")),
        kind("a link to nothing", UNSEEN, |made| link(made, "nothing.yaml")),
        kind("a link to itself", UNSEEN, |made| link(made, "services.yaml")),
        kind("a link to a folder", UNSEEN, |made| link(made, "filings")),
        kind("a link for the folder of filings", UNSEEN, |made| {
            fs::rename(at(made, "filings"), made.case.path("elsewhere")).expect("a move");
            symlink("../../elsewhere", at(made, "filings")).expect("a link");
        }),
        kind("a link for the subject", UNSEEN, |made| {
            go(made, OsStr::new("../real/example"));
            symlink("../real/example", home(made)).expect("a link");
        }),
        kind("a pipe", UNSEEN_HERE, |made| {
            special(made, |path| assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo").success()));
        }),
        kind("a socket", UNSEEN_HERE, |made| special(made, |path| drop(UnixListener::bind(path).expect("a socket")))),
        kind("a folder in place of a file", UNSEEN, |made| {
            special(made, |path| fs::create_dir(path).expect("a folder"));
            made.case.write("records/example/services.yaml/services.yaml", "shop: {}\n");
        }),
        kind("a name that is no text", UNSEEN, |made| {
            fs::write(made.case.path("records/example").join(OsStr::from_bytes(b"\xff.yaml")), "a: b\n")
                .expect("a file");
        }),
        kind("a folder whose name is no text", UNSEEN, |made| go(made, OsStr::from_bytes(b"\xbf\xcd/example"))),
        kind("a subject ten folders deep", UNSEEN, |made| go(made, OsStr::new("1/2/3/4/5/6/7/8/9/example"))),
        kind("a filing below a folder of filings", UNSEEN, |made| {
            fs::create_dir(at(made, "filings/2021")).expect("a folder");
            let name = "2021-02-20-first.yaml";
            fs::rename(at(made, "filings").join(name), at(made, "filings/2021").join(name)).expect("a move");
        }),
        kind("records in a folder that a subject does not have", UNSEEN, |made| {
            made.case.write("records/example/fillings/2026-01-01-a.yaml", "procedure: 变更主体\n");
        }),
        kind("a subject within a subject", UNSEEN, |made| {
            made.case.write("records/example/inner/subject.yaml", "format: 1\nname: 丙\nnature: 个人\n");
        }),
        kind("the 10,001st file", UNSEEN, |made| {
            (0..10_001).for_each(|n| made.case.write(&format!("records/example/official/2026-01-01-n{n}.yaml"), ""));
        }),
        kind("a file over the limit", UNSEEN, |made| add(made, "#".repeat(1_100_000).as_bytes())),
        kind("half a copied subject", HALF, |made| fs::remove_file(at(made, "subject.yaml")).expect("a file")),
        kind("a pointer of LFS", UNSEEN, |made| {
            let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0a0b\nsize 12\n";
            fs::write(at(made, "services.yaml"), pointer).expect("a file");
        }),
        kind("a repository of its own", UNSEEN, |made| {
            let inner = home(made);
            for args in [["init", "--quiet"].as_slice(), &["add", "--all"], &["commit", "--quiet", "--message", "a"]] {
                crate::gitted::git_in(&inner, DAY, args);
            }
            made.git(DAY, &["rm", "-r", "--quiet", "--cached", "records/example"]);
        }),
        kind("an emptied file", FAULTY, |made| fs::write(at(made, "services.yaml"), "").expect("a file")),
        kind("a file of comments", FAULTY, |made| fs::write(at(made, "services.yaml"), "# a\n").expect("a file")),
        kind("a list in place of entries", FAULTY, |made| {
            fs::write(at(made, "services.yaml"), "- a\n").expect("a file");
        }),
        kind("bytes that are no text", FAULTY, |made| add(made, b"\xff")),
        kind("marks of a merge", FAULTY, |made| {
            let text = fs::read_to_string(at(made, "services.yaml")).expect("a file");
            let both = format!("<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> other\n");
            fs::write(at(made, "services.yaml"), both).expect("a file");
        }),
    ];
    let mut wrong = Vec::new();
    for kind in &kinds {
        let made = Gitted::clean();
        made.case.write("records/beta/subject.yaml", "format: 1\nname: 乙\nnature: 个人\n");
        made.commit("2026-11-02", "另一个");
        (kind.make)(&made);
        let mut row = |commands: &[(char, &str)], wanted: &[i32]| {
            for ((letter, command), wanted) in commands.iter().zip(wanted) {
                let run = made.run(&[command.split(' ').collect::<Vec<_>>().as_slice(), &["--lang", "en"]].concat());
                wrong.extend(fault(kind.called, *letter, *wanted, &run));
            }
        };
        row(&WORKING, &kind.working);
        let Some(committed) = &kind.committed else { continue };
        made.commit(DAY, kind.called);
        row(&COMMITTED, committed);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with an answer: its status, or that it takes what was not seen for gone or new, or
/// for nothing wrong.
fn fault(called: &str, letter: char, wanted: i32, run: &Run) -> Option<String> {
    let said = format!("{}{}", run.out, run.err);
    let is_told = ["was not seen", "cannot be compared", "C1", "left out"].iter().any(|word| said.contains(word));
    let lies = ["gone", "(new)", "注销", "no fact changed", "taken away"];
    // Where all is seen, nothing that is said of it lies.
    let lie = lies.iter().find(|lie| is_told && run.out.contains(**lie));
    let is_right = run.status == wanted && lie.is_none() && (is_told || wanted != 1 && wanted != 4);
    let lines: Vec<&str> = said.lines().take(6).collect();
    (!is_right)
        .then(|| format!("{called} {letter}: {} for {wanted}, {lie:?}\n    {}", run.status, lines.join("\n    ")))
}
