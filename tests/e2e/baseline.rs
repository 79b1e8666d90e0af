//! The baseline: an old tree is adopted, what is new is told.

use crate::harness::Case;
use insta::assert_snapshot;
use std::fmt::Write as _;

/// A tree with 200 errors: people whose keys stand twice.
fn two_hundred() -> Case {
    let case = Case::clean();
    let mut people = std::fs::read_to_string(case.path("records/example/people.yaml")).expect("people");
    for number in 0..100 {
        write!(people, "p{number}:\n  born: 1990-13-01\n  email: [a]\n").expect("text");
    }
    case.write("records/example/people.yaml", people);
    case
}

fn errors(case: &Case) -> (i32, u64, u64) {
    let run = case.outcome(["validate", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let count = |key: &str| json["summary"][key].as_u64().expect("a count");
    (run.status, count("errors"), count("baselined"))
}

#[test]
fn an_old_tree_is_adopted_and_a_new_fault_is_told() {
    let case = two_hundred();
    let (status, found, _) = errors(&case);
    assert_eq!(status, 1);
    assert!(200 <= found, "{found}");
    let written = case.outcome(["validate", "--write-baseline", "--lang", "en"]);
    assert_eq!(written.status, 0, "{}", written.out);
    assert!(written.err.contains("were written to beian-baseline.yaml"), "{}", written.err);
    let (status, left, hidden) = errors(&case);
    assert_eq!((status, left), (0, 0));
    assert!(found <= hidden);
    // A line above moves everything, and hides nothing less.
    case.edit("records/example/people.yaml", "p0:\n", "# moved\n\np0:\n");
    assert_eq!(errors(&case), (0, 0, hidden));
    case.edit("records/example/subject.yaml", "  region: \"330106\"", "  region: 330106");
    assert_eq!(errors(&case), (1, 1, hidden));
    assert_eq!(case.outcome(["validate", "--no-baseline", "-q"]).status, 1);
    // Written again it is the same file.
    case.edit("records/example/subject.yaml", "  region: 330106", "  region: \"330106\"");
    let before = std::fs::read(case.path("beian-baseline.yaml")).expect("the baseline");
    assert_eq!(case.outcome(["validate", "--write-baseline"]).status, 0);
    assert_eq!(std::fs::read(case.path("beian-baseline.yaml")).expect("the baseline"), before);
}

#[test]
fn an_entry_dies_with_its_finding_and_the_baseline_shows_its_age() {
    let case = Case::clean();
    case.edit("records/example/subject.yaml", "nature: 企业", "nature: 公司");
    assert_eq!(case.outcome(["validate", "--write-baseline"]).status, 0);
    assert_snapshot!(case.run(["validate", "--as-of", "2026-11-21", "--lang", "en"]), @r#"
    exit 0
    checked 1 subject, 6 files: nothing is wrong
    1 finding hidden by the baseline beian-baseline.yaml of 2026-11-21, 0 days old
    "#);
    let text = std::fs::read_to_string(case.path("beian-baseline.yaml")).expect("the baseline");
    case.write("beian-baseline.yaml", text.replace("written: 2026-11-21", "written: 2026-11-01"));
    case.edit("records/example/subject.yaml", "nature: 公司", "nature: 有限公司");
    let run = case.outcome(["validate", "--lang", "en"]);
    assert!(run.out.contains("20 days old"), "{}", run.out);
    assert!(run.out.contains("note[C230]"), "{}", run.out);
    // In a part of the records nobody can tell what is gone.
    case.edit("records/example/subject.yaml", "nature: 有限公司", "nature: 企业");
    assert!(!case.outcome(["validate", "records/example", "-v"]).out.contains("C230"));
}

#[test]
fn what_is_wrong_with_the_settings_is_never_adopted() {
    let case = Case::clean();
    case.write("beian.yaml", "sample: true\nrules:\n  no-such-rule: allow\n");
    let run = case.outcome(["validate", "--write-baseline"]);
    assert_eq!(run.status, 1);
    assert!(run.out.contains("C201"), "{}", run.out);
}

#[test]
fn only_a_baseline_is_written_over() {
    let case = Case::clean();
    case.write("notes.yaml", "a: b\n");
    assert_snapshot!(case.run(["validate", "--write-baseline=notes.yaml", "--lang", "en"]), @r#"
    exit 2
    ---- stderr
    error: notes.yaml is no baseline and was not written over
      help: name another file with --write-baseline=FILE
    "#);
    assert_eq!(case.outcome(["validate", "--baseline", "absent.yaml"]).status, 2);
    case.write("beian.yaml", "sample: true\nbaseline: old.yaml\n");
    assert_eq!(case.outcome(["validate"]).status, 2, "settings name a file that is not there");
    assert_eq!(case.outcome(["validate", "--write-baseline"]).status, 0);
    assert_eq!(case.outcome(["validate"]).status, 0);
}

#[test]
fn no_number_of_a_person_is_in_a_baseline() {
    let case = Case::clean();
    let people = std::fs::read_to_string(case.path("records/example/people.yaml")).expect("people");
    let people = people + "extra:\n  mobile: \"13800138000\"\n  name: 张示例\n";
    case.write("records/example/people.yaml", people);
    assert_eq!(case.outcome(["validate", "--write-baseline"]).status, 0);
    let text = std::fs::read_to_string(case.path("beian-baseline.yaml")).expect("the baseline");
    assert!(text.contains("extra") && !text.contains("13800138000"), "{text}");
}
