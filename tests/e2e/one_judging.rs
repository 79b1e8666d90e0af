//! One judging: what a repository decides acts on every road by which its records are judged.
//!
//! A row of an overlay, a level, a waiver, one that ran out, and a baseline, each held against
//! the working tree, a revision, a review, and the dossiers of today and of a past day. What
//! `history` and `notice` print holds no finding, so that they are not here.

use crate::gitted::Gitted;
use crate::harness::root;
use serde_json::Value;
use std::path::Path;

/// What becomes of a finding: its severity, or why it is not told.
const WAIVED: &str = "waived";
const ADOPTED: &str = "adopted";
const NOTHING: &str = "nothing";

/// A row that the shipped records break, and no built-in one.
const OVERLAY: &str = "\
source:
  title: 新口径
  publisher: 浙江省通信管理局
  date: 2020-01-01
tables:
  names:
    - id: X900
      who: everyone
      services: 网站
      match: word
      values: 批发订
      fault: word
      kind: check
";

const NAMED: &str = "overlays: overlays\n";
const LEVEL: &str = "levels:\n  - rules: S116\n    subjects: ningbo-*\n    level: deny\n";

/// A waiver that counts to the end of a day.
fn waiver(until: &str) -> String {
    format!(
        "waivers:\n  - rule: S116\n    fact: ningbo-shifan/services/wholesale/name\n    reason: 年底前改名\n    \
         owner: 王样本\n    until: {until}\n"
    )
}

/// The shipped records with these settings beside them, committed under another name of the
/// service; in the working tree and in the next commit it has its own name again.
fn made(settings: &str, adopt: bool) -> Gitted {
    let made = Gitted::shipped();
    made.case.write("overlays/own.yaml", OVERLAY);
    let shipped = std::fs::read_to_string(made.case.path("beian.yaml")).expect("the settings");
    made.case.write("beian.yaml", format!("{shipped}{settings}"));
    if adopt {
        assert_eq!(made.run(&["validate", "--write-baseline"]).status, 0);
    }
    made.edit(SERVICES, SHOWN, "示范采货网");
    made.commit("2026-11-02", "设置");
    made.git("2026-11-02", &["branch", "before"]);
    made.edit(SERVICES, "示范采货网", SHOWN);
    made.commit("2026-11-03", "改名");
    made
}

const SERVICES: &str = "records/ningbo-shifan/services.yaml";
const SHOWN: &str = "示范批发订货网";

/// What becomes of the finding in a report that is told as JSON.
fn in_json(made: &Gitted, args: &[&str]) -> String {
    let run = made.run(&[args, &["--format", "json", "--lang", "en"]].concat());
    let json: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.shown()));
    let findings = json["findings"].as_array().expect("findings");
    if let Some(found) = findings.iter().find(|finding| finding["code"] == "S116") {
        return found["severity"].as_str().expect("a severity").to_owned();
    }
    let is_some = |key: &str| json["summary"][key].as_u64().is_some_and(|count| 0 < count);
    let why = if is_some("waived") { WAIVED } else { NOTHING };
    if is_some("baselined") { ADOPTED.to_owned() } else { why.to_owned() }
}

/// What becomes of it in a dossier.
fn in_dossier(made: &Gitted, args: &[&str]) -> String {
    let run = made.run(&[&["dossier", "ningbo-shifan", "--lang", "en"], args].concat());
    let (_, findings) = run.out.split_once("\n## Findings\n").unwrap_or_else(|| panic!("{}", run.shown()));
    let (findings, _) = findings.split_once("\n## ").expect("what follows them");
    let mut part = NOTHING;
    for line in findings.lines() {
        part = match line {
            "### Waived" => WAIVED,
            "### Adopted with the baseline" => ADOPTED,
            _ => part,
        };
        if line.contains("S116 name-word-refused") {
            let severity = line.trim_start_matches("| ").split(' ').next().expect("a severity");
            return if part == NOTHING { severity.to_owned() } else { part.to_owned() };
        }
    }
    NOTHING.to_owned()
}

/// What becomes of it by each road: today on the first five, on a past day on the others.
fn roads(made: &Gitted) -> ([String; 5], [String; 4]) {
    let today = [
        in_json(made, &["validate"]),
        in_json(made, &["validate", "--at", "HEAD"]),
        in_json(made, &["review", "before"]),
        in_dossier(made, &[]),
        in_dossier(made, &["--at", "HEAD"]),
    ];
    let past = ["--as-of", "2026-11-10"];
    let then = [
        in_json(made, &["validate", "--as-of", "2026-11-10"]),
        in_json(made, &["validate", "--at", "HEAD", "--as-of", "2026-11-10"]),
        in_dossier(made, &past),
        in_dossier(made, &["--at", "HEAD", "--as-of", "2026-11-10"]),
    ];
    (today, then)
}

fn all(today: &str, then: &str) -> ([String; 5], [String; 4]) {
    (std::array::from_fn(|_| today.to_owned()), std::array::from_fn(|_| then.to_owned()))
}

#[test]
fn a_row_of_an_overlay_acts_on_every_road() {
    assert_eq!(roads(&made("", false)), all(NOTHING, NOTHING), "no built-in row finds it");
    assert_eq!(roads(&made(NAMED, false)), all("note", "note"));
}

#[test]
fn a_level_acts_on_every_road() {
    assert_eq!(roads(&made(&format!("{NAMED}{LEVEL}"), false)), all("error", "error"));
}

#[test]
fn a_waiver_acts_on_every_road_to_its_last_day() {
    let until = |day: &str| roads(&made(&format!("{NAMED}{}", waiver(day)), false));
    assert_eq!(until("2026-12-31"), all(WAIVED, WAIVED));
    assert_eq!(until("2026-11-09"), all("note", "note"), "it ran out before both days");
    assert_eq!(until("2026-11-10"), all("note", WAIVED), "it still counted on the past day");
}

#[test]
fn a_baseline_acts_on_every_road() {
    assert_eq!(roads(&made(NAMED, true)), all(ADOPTED, ADOPTED));
}

#[test]
fn no_change_judges_itself() {
    // What the newer side brings decides about no finding of the review that shows it.
    let made = made(NAMED, false);
    for settings in [format!("sample: true\n{NAMED}{LEVEL}"), format!("sample: true\n{NAMED}{}", waiver("2026-12-31"))]
    {
        made.case.write("beian.yaml", settings);
        assert_eq!(in_json(&made, &["review", "before"]), "note");
    }
    made.case.write("beian.yaml", "sample: true\n");
    assert_eq!(in_json(&made, &["review", "before"]), "note", "an overlay that the change takes away still counts");
    made.case.write("templates/dossier.md.j2", "changed\n");
    assert_eq!(in_json(&made, &["review", "before"]), "note");
}

/// The settings may name another folder of templates.
#[test]
fn templates_stand_where_the_settings_say() {
    let made = Gitted::clean();
    made.case.write("own/dossier.md.j2", "own words\n");
    made.case.write("beian.yaml", "sample: true\ntemplates: own\n");
    made.commit("2026-11-02", "模板");
    for at in [&[][..], &["--at", "HEAD"]] {
        assert_eq!(made.run(&[&["dossier", "example"], at].concat()).out, "own words\n");
    }
    let before = made.run(&["dossier", "example", "--at", "HEAD~1"]);
    assert!(before.out.contains("示例"), "{}", before.shown());
}

/// Whoever could build a policy or a panel of rules could judge by something else.
#[test]
fn the_judging_has_one_constructor() {
    for word in ["Policy::new(", "Panel::new(", "judging::Judging {"] {
        let mut homes = Vec::new();
        for folder in ["crates/records/src", "crates/cli/src", "crates/documents/src"] {
            uses(&root().join(folder), word, &mut homes);
        }
        homes.retain(|home| !home.ends_with("records/src/judging/mod.rs"));
        assert_eq!(homes, Vec::<String>::new(), "{word}");
    }
}

fn uses(folder: &Path, word: &str, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            uses(&path, word, found);
        } else if std::fs::read_to_string(&path).is_ok_and(|text| text.contains(word)) {
            found.push(path.display().to_string());
        }
    }
}
