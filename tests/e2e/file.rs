//! `beian file`: what it writes covers the change, and what it does not write it says, with the lawful way.

use crate::gitted::{Gitted, copy};
use crate::harness::{Case, root};
use crate::situations::lay_as;
use beian_core::rules::{BASE, OTHER};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// All that can be said of a filing.
const SAID: &[&str] = &[
    "file",
    "HEAD",
    "--reason",
    "业务调整",
    "--effective",
    "2027-01-31",
    "--through",
    "阿里云",
    "--counterparty",
    "宁波样板商贸有限公司",
    "--complete",
    "--lang",
    "zh",
];

fn folders(of: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(root().join(of))
        .expect("cases")
        .map(|entry| entry.expect("a case").path())
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    found
}

/// A case of `tests/fixtures/changes`, its older side committed.
fn change(folder: &Path) -> Gitted {
    let case = Case::empty();
    case.write("beian.yaml", "sample: true\n");
    lay_base(&case, &folder.join("old"));
    let made = Gitted::of(case);
    fs::remove_dir_all(made.case.path("records")).expect("the older side");
    lay_base(&made.case, &folder.join("new"));
    fs::create_dir_all(made.case.path("records")).expect("a folder");
    made
}

/// The subjects of a state, each over the clean one.
fn lay_base(case: &Case, state: &Path) {
    case.write("records/.keep", "");
    let Ok(subjects) = fs::read_dir(state) else { return };
    for subject in subjects.flatten() {
        let name = subject.file_name().to_string_lossy().into_owned();
        for (file, text) in BASE {
            let swaps = OTHER.iter().filter(|_| name == "other");
            let text = swaps.fold((*text).to_owned(), |text, (a, b)| text.replace(a, b));
            case.write(&format!("records/{name}/{file}"), text);
        }
        copy(&subject.path(), &case.path(&format!("records/{name}")));
        take_empty(&case.path(&format!("records/{name}")));
    }
}

/// An empty file stands for one that is gone.
fn take_empty(folder: &Path) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            take_empty(&path);
        } else if fs::metadata(&path).expect("a file").len() == 0 {
            fs::remove_file(&path).expect("a file");
        }
    }
}

fn situation(folder: &Path) -> Gitted {
    let case = Case::empty();
    lay_as(&case, &folder.join("old"), &str::to_owned);
    let made = Gitted::of(case);
    lay_as(&made.case, &folder.join("new"), &str::to_owned);
    made
}

/// The errors of a review that denies what is uncovered and what is forbidden: code and fact.
fn errors(made: &Gitted) -> BTreeSet<(String, String)> {
    let run = made.run(&["review", "HEAD", "--deny", "uncovered,forbidden", "--format", "json", "--lang", "zh"]);
    let json: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.shown()));
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let found = json["findings"].as_array().expect("findings").iter();
    found
        .filter(|finding| finding["severity"] == "error")
        .map(|finding| (text(finding, "code"), text(finding, "fact")))
        .collect()
}

/// By what it is known that a way is told.
const WAYS: [&str; 5] = ["合法途径：", "不能这样改", "请改正那个订单", "先恢复记录", "没有看到"];

#[test]
fn whatever_changes_is_covered_by_what_is_written_or_the_way_is_told() {
    let changes = folders("tests/fixtures/changes").into_iter().map(|folder| (change(&folder), folder));
    let situations = folders("tests/fixtures/situations").into_iter().map(|folder| (situation(&folder), folder));
    let (mut wrote, mut refused) = (0, 0);
    let mut wrong = Vec::new();
    for (made, folder) in changes.chain(situations) {
        let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
        let before = errors(&made);
        let run = made.run(SAID);
        let after = errors(&made);
        let left: Vec<_> = after.iter().filter(|(code, _)| code == "R107").collect();
        let fresh: Vec<_> = after.difference(&before).collect();
        if !fresh.is_empty() {
            wrong.push(format!("{name}: newly wrong {fresh:?}\n{}", run.shown()));
        }
        if run.status == 0 && !left.is_empty() {
            wrong.push(format!("{name}: uncovered {left:?}\n{}", run.shown()));
        }
        if run.status == 1 && !WAYS.iter().any(|way| run.out.contains(way)) {
            wrong.push(format!("{name}: no way is told\n{}", run.shown()));
        }
        if 1 < run.status {
            wrong.push(format!("{name}: {}", run.shown()));
        }
        // A second run has nothing to add.
        let again = made.run(SAID);
        if again.out.contains(".yaml\n") || again.status != run.status {
            wrong.push(format!("{name}: again {}\nafter {}", again.shown(), run.shown()));
        }
        wrote += usize::from(run.out.contains("/filings/"));
        refused += usize::from(run.status == 1);
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
    assert!(50 < wrote && 10 < refused, "{wrote} wrote, {refused} refused");
}

#[test]
fn a_change_becomes_a_filing() {
    let made = Gitted::shipped();
    made.edit("records/ningbo-shifan/services.yaml", "name: 示范批发订货网", "name: 示范订货网");
    let run = made.run(&["file", "HEAD", "--reason", "改名", "--dry-run", "--lang", "en"]);
    insta::assert_snapshot!(run.shown());
    assert!(!made.case.path("records/ningbo-shifan/filings/2026-11-21-change-service-wholesale.yaml").exists());
    let run = made.run(&["file", "HEAD", "--reason", "改名", "--effective", "2027-01-31", "--lang", "en"]);
    assert_eq!(run.shown(), "exit 0\nrecords/ningbo-shifan/filings/2026-11-21-change-service-wholesale.yaml\n");
    assert_eq!(made.run(&["review", "HEAD", "--deny", "uncovered,forbidden,warnings"]).status, 0);
    let again = made.run(&["file", "HEAD", "--lang", "en"]);
    assert_eq!(again.shown(), "exit 0\nno filing is to be written\n");
}

#[test]
fn what_is_forbidden_is_not_written() {
    let made = Gitted::clean();
    made.edit("records/example/services.yaml", "    - shop.example\n", "    - other.example\n");
    let run = made.run(&["file", "HEAD", "--lang", "en"]);
    assert_eq!(run.status, 1);
    assert!(run.out.contains("the lawful way: "), "{}", run.shown());
    assert_eq!(fs::read_dir(made.case.path("records/example/filings")).expect("filings").count(), 1);
    let nobody = made.run(&["file", "HEAD", "--subject", "nobody", "--lang", "en"]);
    assert_eq!(nobody.status, 3, "{}", nobody.shown());
}

#[test]
fn records_begin_with_what_was_on_file() {
    let made = Gitted::clean();
    fs::remove_file(made.case.path("records/example/filings/2021-02-20-first.yaml")).expect("a filing");
    for file in ["subject.yaml", "services.yaml"] {
        let path = format!("records/example/{file}");
        let text = fs::read_to_string(made.case.path(&path)).expect("a file");
        made.case.write(
            &path,
            text.replace("      filing: 2021-02-20-first\n", "").replace("    filing: 2021-02-20-first\n", ""),
        );
    }
    let args = ["file", "--existing", "--subject", "example", "--basis", "备案查询截图", "--basis-date", "2026-11-20"];
    let run = made.run(&[&args[..], &["--lang", "en"]].concat());
    assert_eq!(run.shown(), "exit 0\nrecords/example/filings/2026-11-20-existing.yaml\n");
    let run = made.run(&["validate", "--deny", "warnings", "--lang", "en"]);
    assert_eq!(run.status, 0, "{}", run.shown());
    let again = made.run(&args);
    assert_eq!(again.status, 3, "{}", again.shown());
}
