//! Settings, overlays, templates and a baseline that are not whole here: every command answers as
//! of a complete checkout, or says which file it could not read and what helps.

#![cfg(unix)]

use crate::gitted::Gitted;
use crate::harness::Run;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

const DAY: &str = "2026-11-20";
const POINTER: &str = "version https://git-lfs.github.com/spec/v1\noid sha256:0a0b\nsize 12\n";

/// The files that decide, by what names them.
const FILES: [&str; 4] = ["beian.yaml", "overlays/a.yaml", "templates/letters/change.md.j2", "adopted.yaml"];

/// The commands, of the working tree and of a revision.
const COMMANDS: [&str; 7] = [
    "validate",
    "validate --at HEAD",
    "review HEAD",
    "notice --from HEAD~1",
    "notice ningbo-shifan/2026-07-06-address",
    "dossier ningbo-shifan",
    "dossier ningbo-shifan --at HEAD",
];

/// The shipped records with all four, and two commits; the second one moves a company.
fn made() -> Gitted {
    let made = Gitted::shipped();
    let settings = fs::read_to_string(made.case.path("beian.yaml")).expect("settings");
    made.case.write("beian.yaml", settings + "overlays: overlays\nbaseline: adopted.yaml\n");
    let overlay = "source:\n  title: 新口径\n  publisher: 浙江省通信管理局\n  date: 2020-01-01\n\
                   tables:\n  provinces:\n    - province: \"33\"\n      who: organisation\n      \
                   demand: min-age\n      kind: check\n      value: \"19\"\n";
    made.case.write("overlays/a.yaml", overlay);
    assert_eq!(made.run(&["templates", "export", "letters/change.md.j2"]).status, 0);
    made.case.write("adopted.yaml", "format: 1\n");
    made.commit(DAY, "数据");
    made.edit("records/ningbo-shifan/subject.yaml", "范例大道 200 号", "范例大道 300 号");
    made.commit(DAY, "搬家");
    made
}

fn run(made: &Gitted, command: &str) -> Run {
    made.run(&[command.split(' ').collect::<Vec<_>>().as_slice(), &["--lang", "en"]].concat())
}

/// Something that is done, and how it is called.
type Done<T> = (&'static str, fn(&T));

/// Whether a command reads a file: only documents are made by templates.
fn reads(command: &str, file: &str) -> bool {
    let makes = command.starts_with("notice") || command.starts_with("dossier");
    !file.starts_with("templates") || makes
}

fn spoil(made: &Gitted, file: &str, spoil: impl Fn(&Path)) {
    let path = made.case.path(file);
    if path.exists() {
        fs::remove_file(&path).expect("a file");
    }
    spoil(&path);
}

#[test]
fn what_decides_and_is_a_pointer_is_named_with_the_way_out() {
    let made = made();
    let right: Vec<String> = COMMANDS.map(|command| run(&made, command).shown()).to_vec();
    for file in FILES {
        let whole = fs::read(made.case.path(file)).expect("a file");
        spoil(&made, file, |path| fs::write(path, POINTER).expect("a file"));
        for (command, right) in COMMANDS.iter().zip(&right) {
            let run = run(&made, command);
            let is_here = !command.contains("HEAD") && reads(command, file);
            if is_here && (file != "adopted.yaml" || run.status == 4) {
                assert!(run.status == 4 && run.err.contains("`git lfs pull`"), "{file} {command}: {}", run.shown());
                assert!(run.err.contains(file) && run.out.is_empty(), "{file} {command}: {}", run.shown());
            } else if *command != "review HEAD" {
                assert_eq!(run.shown(), *right, "{file} {command}");
            }
        }
        made.commit(DAY, "LFS");
        for command in COMMANDS.iter().filter(|command| reads(command, file) && !command.contains("HEAD~1")) {
            let run = run(&made, command);
            let is_asked = file != "adopted.yaml" || command.starts_with("validate");
            assert!(!is_asked || run.status == 4, "{file} {command}: {}", run.shown());
            assert!(!is_asked || run.err.contains("`git lfs pull`"), "{file} {command}: {}", run.shown());
        }
        fs::write(made.case.path(file), whole).expect("a file");
        made.commit(DAY, "back");
        made.git(DAY, &["reset", "--quiet", "--soft", "HEAD~2"]);
    }
}

#[test]
fn what_decides_and_was_left_out_is_read_from_git() {
    let made = made();
    let right = COMMANDS.map(|command| run(&made, command).shown());
    let list = run(&made, "templates list").shown();
    made.git(DAY, &["sparse-checkout", "set", "--no-cone", "/records/su-wanli/"]);
    for file in FILES {
        assert!(!made.case.path(file).exists(), "{file} was left out");
    }
    for (command, right) in COMMANDS.iter().zip(right) {
        assert_eq!(run(&made, command).shown(), right, "{command}");
    }
    assert_eq!(run(&made, "templates list").shown(), list);
    // From within, where the folder of the settings is that of the repository.
    let inside = made.case.outcome_in("records", ["validate", "--lang", "en"]);
    assert!(inside.out.contains("checked 3 subjects"), "{}", inside.shown());
}

#[test]
fn what_decides_and_lacks_its_object_is_named_with_the_way_out() {
    for file in FILES {
        let made = made();
        let id = made.id(&format!("HEAD:{file}"));
        fs::remove_file(made.case.path(&format!(".git/objects/{}/{}", &id[..2], &id[2..]))).expect("a loose object");
        for command in COMMANDS.iter().filter(|command| command.contains("HEAD") && reads(command, file)) {
            let run = run(&made, command);
            // A baseline is read where there is something for it to hide.
            if file == "adopted.yaml" && run.status != 4 {
                continue;
            }
            assert!(run.status == 4 && run.err.contains("`git fsck`"), "{file} {command}: {}", run.shown());
            assert!(run.err.contains(file), "{file} {command}: {}", run.shown());
        }
        assert!(matches!(run(&made, "validate").status, 0 | 1), "it stands in the working tree");
    }
}

#[test]
fn what_decides_and_is_no_file_to_read_is_told() {
    let kinds: [Done<Path>; 4] = [
        ("a symbolic link", |path| symlink("README.md", path).expect("a link")),
        ("regular file", |path| {
            assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo").success());
        }),
        ("too large", |path| fs::write(path, "#".repeat(33 << 20)).expect("a file")),
        ("regular file", |path| fs::create_dir(path).expect("a folder")),
    ];
    for file in FILES {
        for (what, kind) in kinds {
            let made = made();
            spoil(&made, file, kind);
            for command in ["validate", "dossier ningbo-shifan", "notice ningbo-shifan/2026-07-06-address"] {
                let run = run(&made, command);
                let is_template = file.starts_with("templates");
                if is_template && (command == "validate" || what == "regular file") && run.status < 2 {
                    continue;
                }
                let said = run.out.clone() + &run.err;
                // An overlay is found wanting; what else decides is needed at once.
                let is_overlay = file.starts_with("overlays");
                let is_told = matches!(run.status, 1 | 2) || is_overlay && said.contains("not used");
                let is_told = is_told && said.contains(what) && said.contains(file);
                let is_unasked = file == "adopted.yaml" && command.starts_with("notice") && run.status == 0;
                assert!(is_told || is_unasked, "{file} {what} {command}: {}", run.shown());
            }
        }
    }
}

#[test]
fn templates_that_nobody_reads_are_told() {
    let cases: [Done<Gitted>; 5] = [
        ("more than 4 deep", |made| made.case.write("templates/1/2/3/4/5/a.md.j2", "")),
        ("more than 1000 files", |made| {
            (0..1_001).for_each(|number| made.case.write(&format!("templates/{number}.md.j2"), ""));
        }),
        ("a symbolic link", |made| {
            fs::rename(made.case.path("templates/letters"), made.case.path("letters")).expect("a move");
            symlink("../letters", made.case.path("templates/letters")).expect("a link");
        }),
        ("not UTF-8", |made| {
            let name = std::ffi::OsStr::from_bytes(b"\xbf\xcd.md.j2");
            fs::write(made.case.path("templates").join(name), "").expect("a file");
        }),
        ("there is no letters", |made| {
            let settings = fs::read_to_string(made.case.path("beian.yaml")).expect("settings");
            made.case.write("beian.yaml", settings + "templates: letters\n");
        }),
    ];
    for (what, spoil) in cases {
        let made = made();
        spoil(&made);
        for command in ["dossier ningbo-shifan", "notice ningbo-shifan/2026-07-06-address", "templates list"] {
            let run = run(&made, command);
            assert!(run.status == 2 && run.err.contains(what), "{what} {command}: {}", run.shown());
        }
        made.commit(DAY, what);
        for command in ["dossier ningbo-shifan --at HEAD", "notice --from HEAD"] {
            let run = run(&made, command);
            assert!(run.status == 2 && run.err.contains(what), "{what} {command}: {}", run.shown());
        }
        let review = run(&made, "review HEAD~1 HEAD");
        assert!(review.out.contains("R110"), "{what}: what stops documents is told: {}", review.shown());
        assert!(matches!(run(&made, "review HEAD~1").status, 0 | 1), "{what}: {}", run(&made, "review HEAD~1").shown());
    }
}

#[test]
fn line_ends_alone_do_not_change_what_decides() {
    let made = made();
    let with_returns = |file: &str| {
        let text = fs::read_to_string(made.case.path(file)).expect("a file");
        made.case.write(file, text.replace('\n', "\r\n"));
    };
    FILES.iter().for_each(|file| with_returns(file));
    let review = run(&made, "review HEAD");
    assert!(review.status == 0 && !review.out.contains("R110"), "{}", review.shown());
    made.case.write("adopted.yaml", "format: 1\n# more\n");
    assert!(run(&made, "review HEAD").out.contains("adopted.yaml changes here"));
}
