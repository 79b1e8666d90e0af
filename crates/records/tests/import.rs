//! Importing: every kind of file ends in records or in a clear refusal, and what is written
//! validates with notes only.

#![expect(clippy::unwrap_used, reason = "a failed test says where")]

#[path = "import_support/mod.rs"]
mod support;

use beian_core::day::Day;
use beian_core::words::Lang;
use beian_records::import::{Done, InputFile, Laid, Plan, Refusal, json, lay_down, miit, plan, text};
use std::fs;
use std::path::Path;
use support::{answer, assert_notes_only, fixtures, names, of, planned, texts, tree, validated};

#[test]
fn every_file_ends_in_records_or_a_named_refusal() {
    let outcome = |name: &String| {
        let answer = answer(name);
        let became = match &answer.refusal {
            Some(refusal) => refusal.name().to_owned(),
            None => format!("{} + {} + {}", answer.rows.len(), answer.nothing.len(), answer.blacklist.len()),
        };
        format!("{name}: {became}")
    };
    let outcomes: Vec<_> = names().iter().map(outcome).collect();
    assert_eq!(
        outcomes,
        [
            "app-invented-2024.json: 2 + 0 + 0",
            "batch-2025.json: 1 + 1 + 0",
            "blocked.html: html",
            "empty-app-record.json: 0 + 1 + 0",
            "empty-blacklist-record.json: 0 + 0 + 1",
            "empty-web-record.json: 0 + 1 + 0",
            "empty.json: empty",
            "error-401.json: failed",
            "error-500.json: failed",
            "gbk.json: not-utf8",
            "lines.jsonl: 2 + 0 + 0",
            "pages-1.json: 2 + 0 + 0",
            "pages-2.json: 2 + 0 + 0",
            "thirdparty-345api-qq.com.json: third-party",
            "thirdparty-applet-tencent-2023.json: third-party",
            "thirdparty-icp-checker-api.json: third-party",
            "thirdparty-uapis-found.json: third-party",
            "thirdparty-uapis-not-found.json: third-party",
            "truncated.json: truncated",
            "web-detail-mi.cn-2021.json: 1 + 0 + 0",
            "web-mi.cn-2021.json: 1 + 0 + 0",
            "web-qq.com-2023.json: 1 + 0 + 0",
            "web-record-bilibili-2025.json: 1 + 0 + 0",
            "web-scgzyun.com-2024.json: 1 + 0 + 0",
        ]
    );
}

#[test]
fn what_is_personal_is_never_written_nor_shown() {
    let all: Vec<_> = names();
    let plan = plan(all.iter().map(|name| answer(name)).collect());
    let folder = tempfile::tempdir().unwrap();
    let done = lay_down(plan, folder.path(), false).unwrap();
    let mut said: String = tree(folder.path()).into_values().collect();
    for lang in [Lang::Zh, Lang::En] {
        said += &text(&done, lang).join("\n");
        said += &json(&done, lang).to_string();
    }
    for personal in ["王编造", "编造路", "91440300MA0MADEUP9", "编造的地址", "901 室"] {
        assert!(!said.contains(personal), "{personal}");
    }
    // The name of an organiser is public, also where it is a person.
    assert!(said.contains("张编造"));
}

#[test]
fn what_is_imported_validates_with_notes_only() {
    let all = names();
    let folder = tempfile::tempdir().unwrap();
    let done = lay_down(plan(all.iter().map(|name| answer(name)).collect()), folder.path(), false).unwrap();
    assert!(done.laid.iter().all(|laid| *laid == Laid::Written));
    assert!(done.is_refused(), "some files were refused");
    let survey = validated(folder.path());
    assert_eq!(survey.subjects, 7);
    assert_notes_only(&survey);
}

#[test]
fn the_example_is_what_the_importer_makes_of_the_real_answers() {
    let plan = planned(&[
        "web-detail-mi.cn-2021.json",
        "web-mi.cn-2021.json",
        "web-qq.com-2023.json",
        "web-record-bilibili-2025.json",
        "web-scgzyun.com-2024.json",
    ]);
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/imported/records");
    if std::env::var_os("BEIAN_BLESS").is_some() {
        drop(fs::remove_dir_all(&example));
        lay_down(planned_again(&plan), &example, false).unwrap();
    }
    let same = "to make it anew: BEIAN_BLESS=1 cargo test -p beian-records --test import";
    assert_eq!(tree(&example), texts(&plan), "{same}");
    assert_notes_only(&validated(&example));
}

fn planned_again(made: &Plan) -> Plan {
    plan(made.files.iter().map(|file| file.answer.clone()).collect())
}

#[test]
fn the_order_of_files_does_not_count() {
    let mut all = names();
    let forward = texts(&plan(all.iter().map(|name| answer(name)).collect()));
    all.reverse();
    assert_eq!(texts(&plan(all.iter().map(|name| answer(name)).collect())), forward);
    let twice: Vec<_> = all.iter().chain(&all).map(|name| answer(name)).collect();
    assert_eq!(texts(&plan(twice)), forward);
}

#[test]
fn the_later_change_holds_and_both_observations_stay() {
    let plan = planned(&["pages-1.json", "pages-2.json", "batch-2025.json"]);
    let [subject] = plan.subjects.as_slice() else { unreachable!("one number, one subject") };
    assert_eq!(subject.subject.particulars.value.name.known().map(|name| &**name), Some("某市改名科技有限公司"));
    assert_eq!(subject.subject.observations.len(), 3);
    let facts: Vec<_> = subject.conflicts.iter().map(|it| (it.fact.as_str(), it.dropped_from.as_str())).collect();
    assert_eq!(
        facts,
        [
            ("subject/name", "pages-1.json"),
            ("subject/name", "pages-2.json"),
            ("services/web-1/limit_access", "pages-1.json")
        ]
    );
    assert!(subject.notes.iter().any(|note| note.en.contains("limited in access")));
}

#[test]
fn what_has_no_place_in_records_stays_in_the_observation() {
    let row = r#"{"mainLicence":"浙ICP备2021000017号","serviceLicence":"浙ICP备2021000017号-1","natureName":"外星机构",
        "domain":"192.0.2.1","contentTypeName":"未知项、文化","provinceId":990000,
        "updateRecordTime":"2024-01-02 03:04:05"}"#;
    let made = plan(vec![of(row)]);
    let texts = texts(&made);
    let (records, observed): (Vec<_>, Vec<_>) = texts.iter().partition(|(name, _)| !name.contains("/observations/"));
    for word in ["外星机构", "192.0.2.1", "未知项"] {
        assert!(observed.iter().any(|(_, text)| text.contains(word)), "{word}");
        assert!(!records.iter().any(|(_, text)| text.contains(word)), "{word}");
    }
    let notes: Vec<_> = made.subjects[0].notes.iter().map(|note| note.en.as_ref()).collect();
    assert_eq!(notes.len(), 4, "{notes:#?}");
    let folder = tempfile::tempdir().unwrap();
    lay_down(made, folder.path(), false).unwrap();
    assert_notes_only(&validated(folder.path()));
}

#[test]
fn an_alias_of_a_nature_becomes_the_term() {
    let row = r#"{"mainLicence":"浙ICP备2021000017号","natureName":"党政机关","updateRecordTime":"2024-01-02"}"#;
    let made = plan(vec![of(row)]);
    let nature = made.subjects[0].subject.particulars.value.nature.known().map(ToString::to_string);
    assert_eq!(nature.as_deref(), Some("政府机关"));
}

#[test]
fn pages_that_are_missing_are_counted() {
    let absent = |names: &[&str]| planned(names).files.iter().map(|file| file.absent).collect::<Vec<_>>();
    assert_eq!(absent(&["pages-1.json"]), [1]);
    assert_eq!(absent(&["pages-1.json", "pages-2.json"]), [0, 0]);
    assert_eq!(absent(&["web-qq.com-2023.json"]), [0]);
}

#[test]
fn a_name_that_is_not_found_is_no_subject() {
    let plan = planned(&["empty-web-record.json", "empty-app-record.json", "empty-blacklist-record.json"]);
    assert!(plan.subjects.is_empty());
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("records");
    let done = lay_down(plan, &out, false).unwrap();
    assert!(!done.is_refused() && !out.exists());
    let none = of(r#"{"code":200,"params":{"list":[],"total":0},"success":true}"#);
    assert_eq!((none.refusal, none.nothing.len()), (None, 1));
}

#[test]
fn the_day_comes_from_the_user_or_from_the_answer() {
    let source = InputFile::open(&fixtures().join("web-qq.com-2023.json"));
    assert_eq!(miit(&source, None).day, Some(Day::of(2023, 10, 18)));
    assert_eq!(miit(&source, Some(Day::of(2024, 1, 1))).day, Some(Day::of(2024, 1, 1)));
    let early = miit(&source, Some(Day::of(2023, 10, 17)));
    assert_eq!(early.refusal, Some(Refusal::SavedBefore(Day::of(2023, 10, 18))));
    let undated = r#"{"mainLicence":"浙ICP备2021000017号","unitName":"甲","updateRecordTime":"soon"}"#;
    assert_eq!(of(undated).refusal, Some(Refusal::NoDay));
    let dated = miit(&InputFile::new("a", undated.as_bytes().to_vec()), Some(Day::of(2024, 1, 1)));
    assert_eq!(dated.refusal, None);
    let plan = plan(vec![dated]);
    let names: Vec<_> = plan.subjects[0].files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["subject.yaml", "filings/2024-01-01-existing.yaml", "observations/2024-01-01-miit.yaml"]);
}

fn laid(out: &Path, names: &[&str], dry_run: bool) -> Done {
    lay_down(planned(names), out, dry_run).unwrap()
}

#[test]
fn nothing_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("deep/records");
    let dry = laid(&out, &["web-qq.com-2023.json"], true);
    assert_eq!(dry.laid, [Laid::Planned]);
    assert!(!out.exists());
    assert_eq!(laid(&out, &["web-qq.com-2023.json"], false).laid, [Laid::Written]);
    assert_eq!(laid(&out, &["web-qq.com-2023.json"], false).laid, [Laid::Unchanged]);
    let before = tree(&out);
    fs::write(out.join("yue-b2-20090059/people.yaml"), "a: {}\n").unwrap();
    let again = laid(&out, &["web-qq.com-2023.json", "web-mi.cn-2021.json"], false);
    // What can be written is written; the other one is left as the user made it.
    assert!(matches!(again.laid.as_slice(), [Laid::Written, Laid::Refused(_)]));
    assert!(again.is_refused());
    for (name, text) in before {
        assert_eq!(fs::read_to_string(out.join(name)).unwrap(), text);
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_the_way_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("yue-b2-20090059")).unwrap();
    let done = laid(folder.path(), &["web-qq.com-2023.json"], false);
    assert!(matches!(done.laid.as_slice(), [Laid::Refused(_)]));
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}
