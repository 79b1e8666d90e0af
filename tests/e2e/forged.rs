//! Histories that are forged, and names that lead round: each command ends with an answer or a word, prints nothing
//! that acts, says the same twice, and names the clocks that lie.

use crate::gitted::Gitted;
use git2::{ObjectType, Repository};
use std::fs;
use std::time::{Duration, Instant};

/// A run takes well below a second; the rest is for machines on which all tests run at once.
const SOON: Duration = Duration::from_secs(20);

const COMMANDS: [&[&str]; 8] = [
    &["validate", "--at", "HEAD"],
    &["validate", "--at", "2026-11-15"],
    &["review", "HEAD~1", "HEAD"],
    &["history", "example"],
    &["history", "example", "--format", "json"],
    &["dossier", "example", "--at", "HEAD"],
    &["dossier", "--all", "--out", "out"],
    &["notice", "--from", "HEAD~1", "HEAD"],
];

fn made() -> Gitted {
    let made = Gitted::clean();
    made.edit("records/example/subject.yaml", "supervisor: 张示例", "supervisor: 王示例");
    made.commit("2026-11-10", "x");
    made
}

/// Writes an object as it stands, whether or not git would make one like it.
fn object(made: &Gitted, kind: ObjectType, text: &str) -> String {
    let git = Repository::open(made.case.path("")).expect("the repository");
    git.odb().and_then(|odb| odb.write(kind, text.as_bytes())).expect("an object").to_string()
}

/// What each command says, which is the same twice.
fn said(made: &Gitted, about: &str) -> String {
    let mut all = String::new();
    for args in COMMANDS {
        let start = Instant::now();
        let ask = || {
            drop(fs::remove_dir_all(made.case.path("out")));
            made.run(&[args, &["--lang", "en"]].concat())
        };
        let run = ask();
        let shown = run.shown();
        assert!((0..=4).contains(&run.status) && start.elapsed() < SOON, "{about} {args:?}: {shown}");
        let acts = |c: char| c.is_control() && c != '\n' && c != '\t' || matches!(c, '\u{202a}'..='\u{202e}');
        assert!(!shown.contains(acts), "{about} {args:?} prints what acts");
        assert_eq!(ask().shown(), shown, "{about} {args:?} answers otherwise");
        all += &shown;
    }
    all
}

/// Commits that nobody makes: who wrote them and when, who committed them and when, what stands behind that, and what
/// is said of their clocks.
const FORGED: [Forged; 14] = [
    Forged { about: "an author of the future", author: "A <a@b.example> 4070908800 +0800", ..PLAIN },
    Forged {
        about: "a committer of the future",
        committer: "A <a@b.example> 4070908800 +0800",
        doubt: "in the future",
        ..PLAIN
    },
    Forged {
        about: "before its parent",
        committer: "A <a@b.example> 946684800 +0800",
        doubt: "before the commit that it follows",
        ..PLAIN
    },
    Forged {
        about: "a zone of nowhere",
        committer: "A <a@b.example> 1794276000 +1737",
        doubt: "no time zone",
        ..PLAIN
    },
    Forged { about: "no time at all", author: "A <a@b.example>", committer: "A <a@b.example>", ..PLAIN },
    Forged { about: "a time beyond all", committer: "A <a@b.example> 9223372036854775807 +0800", ..PLAIN },
    Forged { about: "a time below all", committer: "A <a@b.example> -9223372036854775808 -9999", ..PLAIN },
    Forged { about: "nobody", author: " <> 1794276000 +0800", committer: " <> 1794276000 +0800", ..PLAIN },
    Forged { about: "a name that acts", author: "\u{1b}[31mA\u{202e}\r <a@b.example> 1794276000 +0800", ..PLAIN },
    Forged { about: "a name of C1", committer: "\u{9b}31mA\u{7} <a@b.example> 1794276000 +0800", ..PLAIN },
    Forged {
        about: "two authors",
        author: "A <a@b.example> 1794276000 +0800\nauthor B <b@b.example> 0 +0000",
        ..PLAIN
    },
    Forged { about: "a signature of nobody", more: "\ngpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END", ..PLAIN },
    Forged { about: "an encoding of its own", more: "\nencoding utf-7", ..PLAIN },
    Forged {
        about: "numbers in the place of names",
        author: "13800138000 <13800138000@b.example> 1794276000 +0800",
        committer: "110101199003070011 <a@b.example> 1794276000 +0800",
        ..PLAIN
    },
];

struct Forged {
    about: &'static str,
    author: &'static str,
    committer: &'static str,
    more: &'static str,
    doubt: &'static str,
}

const PLAIN: Forged = Forged {
    about: "",
    author: "A <a@b.example> 1794276000 +0800",
    committer: "A <a@b.example> 1794276000 +0800",
    more: "",
    doubt: "",
};

#[test]
fn a_forged_commit_is_read_or_refused_and_its_clock_is_doubted() {
    for Forged { about, author, committer, more, doubt } in FORGED {
        let made = made();
        made.edit("records/example/subject.yaml", "supervisor: 王示例", "supervisor: 李示例");
        made.commit("2026-11-11", "y");
        let (tree, parent) = (made.id("HEAD^{tree}"), made.id("HEAD~1"));
        let text = format!(
            "tree {tree}\nparent {parent}\nauthor {author}\ncommitter {committer}{more}\n\nforged \u{1b}]0;x\u{7}\n"
        );
        let id = object(&made, ObjectType::Commit, &text);
        fs::write(made.case.path(".git/refs/heads/main"), format!("{id}\n")).expect("the branch");
        let said = said(&made, about);
        assert!(said.contains(doubt), "{about}: {said}");
        assert!(!said.contains("13800138000") && !said.contains("110101199003070011"), "{about}: {said}");
    }
}

#[test]
fn a_history_that_was_put_in_the_place_of_another_is_compared_as_it_stands() {
    let made = made();
    let kept = made.id("HEAD");
    // A root of its own, as after a forced push.
    made.git("2026-11-12", &["checkout", "--quiet", "--orphan", "other"]);
    made.edit("records/example/subject.yaml", "supervisor: 王示例", "supervisor: 李示例");
    made.commit("2026-11-12", "z");
    made.git("2026-11-12", &["branch", "--force", "main", "other"]);
    let (range, both) = (format!("{kept}...main"), [kept.as_str(), "main"]);
    let parted = made.run(&["review", &range, "--lang", "en"]);
    assert!((0..=4).contains(&parted.status) && !parted.shown().is_empty(), "{}", parted.shown());
    let compared = made.run(&["review", both[0], both[1], "--lang", "en"]);
    assert!(compared.out.contains("李") || compared.out.contains("supervisor"), "{}", compared.shown());
    // What git shows in the place of a commit is nothing that was committed.
    made.git("2026-11-12", &["replace", "main", &kept]);
    let replaced = made.run(&["review", both[0], both[1], "--lang", "en"]);
    assert_eq!(replaced.shown(), compared.shown());
}

#[test]
fn names_that_lead_round_or_far_come_to_an_end() {
    let made = made();
    // A name that stands for a name, and so on, and back to the first.
    for n in 0..1000 {
        fs::write(made.case.path(&format!(".git/refs/heads/n{n}")), format!("ref: refs/heads/n{}\n", n + 1))
            .expect("one");
    }
    fs::write(made.case.path(".git/refs/heads/n1000"), "ref: refs/heads/n0\n").expect("the last");
    // A tag of a tag, and so on, of the commit.
    let mut tag = made.id("HEAD");
    for n in 0..2000 {
        let kind = if n == 0 { "commit" } else { "tag" };
        let text = format!("object {tag}\ntype {kind}\ntag t{n}\ntagger A <a@b.example> 1794276000 +0800\n\nx\n");
        tag = object(&made, ObjectType::Tag, &text);
    }
    made.case.write(".git/refs/tags/far", format!("{tag}\n"));
    for name in ["n0", "n995", "refs/heads/n0", "far", "far^{}", "far~1", &tag] {
        for args in [&["validate", "--at", name][..], &["review", name, "HEAD"], &["dossier", "example", "--at", name]]
        {
            let start = Instant::now();
            let run = made.run(&[args, &["--lang", "en"]].concat());
            let is_said = run.status == 4 && !run.err.is_empty() || run.status <= 1;
            assert!(is_said && start.elapsed() < SOON, "{args:?}: {}", run.shown());
        }
    }
    fs::write(made.case.path(".git/HEAD"), "ref: refs/heads/n0\n").expect("a head");
    let run = made.run(&["review", "HEAD", "--lang", "en"]);
    assert!(run.status == 4 && !run.err.is_empty(), "{}", run.shown());
}
