//! Situations of a filing clerk: two states of records, and the answer that is right.
//!
//! `tests/fixtures/situations` holds a folder for each, with the older state whole and of the
//! newer one the files that differ; an empty file stands for one that is gone. Answers and
//! findings stand in the snapshot, the reason why they are right stands here.

use crate::gitted::Gitted;
use crate::harness::{Case, root};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const TODAY: &str = "2026-11-25";

/// Each situation with the reason for its answer.
const SITUATIONS: &[(&str, &str)] = &[
    (
        "06",
        "a person becomes an enterprise, in Gansu and in Guangdong: as a rule deregister and file anew; where a source \
         names an exception, ask first",
    ),
    ("13", "a new site at another provider: 新增互联网信息服务, of the kind whose record is not at this provider"),
    ("16b", "another server of the same provider: no filing for a free site"),
    ("18a", "a site closes: for now `closed` and an order, `ended` once it is approved (MII-33 art. 15)"),
    ("18c", "the order is sent, `ended` still waits for the approval, and the help says so"),
    ("18d", "an order to deregister a site that still runs: nothing is wrong, it closes on its day"),
    ("25", "blanks within a masked number: the same number, no filing"),
    ("25c", "blanks within an address: the same address, no filing"),
    ("27", "the identity in the records never changes: an error"),
    ("27b", "the same, with a change to be filed beside it"),
    ("29b", "the giver deregisters: the receiver files a new service, for nothing is left to migrate (core 3.1)"),
    ("29h", "a migration under way: the domain is the receiver's already, as the migration asks; no finding"),
    ("30", "a blog charges: first the licence (SC-292 arts. 4, 7), which only a company gets"),
    ("30b", "another content: a change of the service"),
    ("32", "filed late: told with the days, as a warning, for it cannot be cured"),
    ("32b", "no day of effect: weighs as much as being late"),
    ("33", "the police filing was late: told with the days, as a warning"),
    ("34", "a registrar abroad: no filing, and a warning, for inspections object"),
    ("37", "two companies exchange domains: forbidden, and never told beside advice to file it"),
    ("38", "two companies become one: both migrate, and the site runs on under its old number"),
    ("44", "a free site charges under a licence: 30 days ahead (SC-292 art. 11)"),
    ("45", "a move to another province was approved: nothing is left to file, least of all with the old one"),
    ("45c", "a move to another province is under way, the records show the new region"),
    ("45d", "a move to another province is under way, the records show the old region"),
    ("47", "another principal: a change of the subject"),
    ("50", "what was deregistered comes back: filed anew, for a cancelled number does not return"),
    ("52", "a domain was sold: it leaves by migration or deregistration"),
    ("54", "a site loses all its domains: one deregistration, and no change beside it (MII-33 art. 15)"),
    ("58", "filed less than thirty days ahead: told with the days"),
    ("59", "name, mobile and principal: one order for both levels, and each keeps its due day"),
];

#[test]
fn each_situation_gets_the_answer_that_is_right() {
    let mut told = String::new();
    for (name, reason) in SITUATIONS {
        let folder = root().join("tests/fixtures/situations").join(name);
        writeln!(told, "== {name}: {reason}\n{}", answer(&folder)).expect("a text");
    }
    insta::with_settings!({ prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("situations", told);
    });
}

#[test]
fn every_folder_is_a_situation_of_the_table() {
    let mut folders: Vec<String> = fs::read_dir(root().join("tests/fixtures/situations"))
        .expect("situations")
        .map(|entry| entry.expect("a folder").file_name().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    let named: Vec<&str> = SITUATIONS.iter().map(|(name, _)| *name).collect();
    assert_eq!(folders, named);
}

/// What a validation and a review say of a situation, short.
fn answer(folder: &Path) -> String {
    answer_as(folder, &str::to_owned)
}

/// The same, of files under other names.
fn answer_as(folder: &Path, named: &dyn Fn(&str) -> String) -> String {
    let case = Case::empty();
    lay_as(&case, &folder.join("old"), named);
    let gitted = Gitted::of(case);
    lay_as(&gitted.case, &folder.join("new"), named);
    let json = |args: &[&str]| -> Value {
        let run = gitted.run(&[args, &["--format", "json", "--lang", "zh", "--today", TODAY]].concat());
        serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.shown()))
    };
    let mut told = String::new();
    let (state, change) = (json(&["validate"]), json(&["review", "HEAD"]));
    for subject in change["subjects"].as_array().expect("subjects") {
        let id = subject["id"].as_str().expect("an identity");
        for answer in subject["answers"].as_array().expect("answers") {
            let text = |key: &str| answer[key].as_str().unwrap_or_default().to_owned();
            let list = |key: &str| {
                let all = answer[key].as_array().map(Vec::as_slice).unwrap_or_default();
                all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("；")
            };
            if answer["verdict"] == "not-needed" {
                continue;
            }
            let what = format!("{} {} [{}]", text("verdict"), text("procedure"), list("covers"));
            writeln!(told, "{id}: {what} {} {}", text("why"), list("lawful_routes")).expect("a text");
            for due in answer["dues"].as_array().map(Vec::as_slice).unwrap_or_default() {
                let of: Vec<&str> = due["of"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
                let (of, day) = (of.join("、"), due["day"].as_str().unwrap_or("-"));
                let from = due["counted_from"].as_str().unwrap_or_default();
                writeln!(told, "{id}:   {of}: {day} {from}").expect("a text");
            }
        }
    }
    for (which, found) in [("state", &state), ("change", &change)] {
        for finding in found["findings"].as_array().expect("findings") {
            let text = |key: &str| finding[key].as_str().unwrap_or_default();
            let (code, weight, fact) = (text("code"), text("severity"), text("fact"));
            let said = text("message");
            writeln!(told, "{which}: {weight} {code} {fact}: {said}").expect("a text");
        }
    }
    told.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// Lays the files of a state over what is there.
fn lay(case: &Case, state: &Path) {
    lay_as(case, state, &str::to_owned);
}

/// The same, of files under other names.
pub(crate) fn lay_as(case: &Case, state: &Path, named: &dyn Fn(&str) -> String) {
    let mut folders: Vec<PathBuf> = vec![state.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of a situation") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = named(&path.strip_prefix(state).expect("a file of the state").to_string_lossy());
            let text = fs::read(&path).expect("a file");
            if text.is_empty() {
                fs::remove_file(case.path(&name)).expect("a file that goes");
            } else {
                case.write(&name, text);
            }
        }
    }
}

/// What only some sources allow is a warning that names them, and no error that stops a pipeline.
#[test]
fn a_disputed_change_is_asked_about_and_fails_nothing() {
    let folder = root().join("tests/fixtures/situations/06");
    let case = Case::empty();
    lay(&case, &folder.join("old"));
    let gitted = Gitted::of(case);
    lay(&gitted.case, &folder.join("new"));
    let args = ["review", "HEAD", "--deny", "forbidden", "--lang", "zh", "--today", TODAY, "--format", "json"];
    let run = gitted.run(&args);
    assert_eq!(run.status, 0, "{}", run.shown());
    let change: Value = serde_json::from_str(&run.out).expect("a report");
    for id in ["lan", "yue"] {
        let subject = change["subjects"].as_array().into_iter().flatten().find(|subject| subject["id"] == id);
        let answer = &subject.expect("a subject")["answers"][0];
        assert_eq!(answer["verdict"], "ask-first", "{id}");
        assert_eq!(answer["lawful_routes"][0], "注销主体 → 首次备案", "{id}");
        let warned = change["findings"].as_array().into_iter().flatten().find(|finding| {
            finding["code"] == "R111" && finding["fact"].as_str().is_some_and(|fact| fact.starts_with(id))
        });
        let warned = warned.expect("a warning");
        assert_eq!(warned["severity"], "warning", "{id}");
        assert!(warned["message"].as_str().is_some_and(|said| said.contains('《')), "no source is named: {warned}");
    }
}

/// Whoever hands something over and whoever gets it are told alike, whichever of them is read first.
#[test]
fn what_passes_between_two_subjects_is_told_alike_in_any_order() {
    for name in ["29b", "29h", "37", "38"] {
        let folder = root().join("tests/fixtures/situations").join(name);
        let sorted = |told: &str| {
            let mut lines: Vec<String> = told.lines().map(|line| line.replace("zz-acme", "acme")).collect();
            lines.sort();
            lines.join("\n")
        };
        let after = answer_as(&folder, &|path| path.replace("records/acme/", "records/zz-acme/"));
        assert!(!after.is_empty(), "{name}");
        assert_eq!(sorted(&answer(&folder)), sorted(&after), "{name}");
    }
}
