//! Evidence: papers that are missing, changed or not in git, wherever records are judged.

use crate::gitted::Gitted;
use serde_json::Value;

const FIRST: &str = "records/ningbo-shifan/filings/2021-05-10-first.yaml";
const PAPER: &str = "records/ningbo-shifan/evidence/licence.pdf";

/// The SHA-256 of `scan` and a line end.
const SCAN: &str = "db1cb87dd9ea36a40a3d54e62e6a9ef8a8f4eec7bba0b1fbfdb4ce2d0d6f0d2c";

/// The shipped records with one paper in the repository.
fn with_paper() -> Gitted {
    let made = Gitted::shipped();
    let text = std::fs::read_to_string(made.case.path(FIRST)).expect("the first filing");
    let hash = beian_records::evidence::sha256(b"scan\n");
    let named = format!("    file: licence.pdf\n    sha256: {hash}");
    made.case.write(FIRST, text.replacen("    where: 行政部档案柜 B-2", &named, 1));
    made.case.write(PAPER, "scan\n");
    made.commit("2026-11-02", "材料");
    made
}

fn pointer() -> String {
    let hash = beian_records::evidence::sha256(b"scan\n");
    format!("version https://git-lfs.github.com/spec/v1\noid sha256:{hash}\nsize 5\n")
}

/// What is told of the paper: codes found by a validation and by a review, the last line of the
/// review, and the cell of the dossier.
fn told(made: &Gitted, side: &[&str], at: &[&str]) -> (Vec<String>, Vec<String>, String, String) {
    let codes = |args: &[&str]| -> Vec<String> {
        let run = made.run(args);
        let json: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.shown()));
        let findings = json["findings"].as_array().expect("findings").iter();
        findings.filter_map(|one| Some(format!("{} {}", one["code"].as_str()?, one["severity"].as_str()?))).collect()
    };
    let validated = codes(&[&["validate", "--format", "json"], at].concat());
    let reviewed = codes(&[&["review", "--format", "json"], side].concat());
    let review = made.run(&[&["review", "--lang", "en"], side].concat());
    let last = review.out.lines().last().and_then(|line| line.split_once(" · ")).expect("a last line").1.to_owned();
    let dossier = made.run(&[&["dossier", "ningbo-shifan", "--lang", "en"], at].concat());
    let row = dossier.out.lines().find(|line| line.contains("| licence.pdf |")).expect("a row").to_owned();
    let cell = row.trim_end_matches(" |").rsplit(" | ").next().expect("a cell").to_owned();
    (validated, reviewed, last, cell)
}

#[test]
fn a_paper_that_is_changed_or_missing_is_told_everywhere() {
    let made = with_paper();
    let nothing = "0 subjects changed; 0 new errors, 0 new warnings, 0 new notes, 0 solved";
    let one = "1 subject changed; 1 new error, 0 new warnings, 0 new notes, 0 solved";
    let clean = |cell: &str| (Vec::new(), Vec::new(), nothing.to_owned(), cell.to_owned());
    let fault = |code: &str, cell: &str| {
        let codes = vec![format!("{code} error")];
        (codes.clone(), codes, one.to_owned(), cell.to_owned())
    };
    assert_eq!(told(&made, &["HEAD"], &[]), clean("matches"));
    made.case.write(PAPER, "other\n");
    assert_eq!(told(&made, &["HEAD"], &[]), fault("F151", "differs from its SHA-256"));
    made.commit("2026-11-03", "换了");
    assert_eq!(told(&made, &["HEAD~1", "HEAD"], &["--at", "HEAD"]), fault("F151", "differs from its SHA-256"));
    std::fs::remove_file(made.case.path(PAPER)).expect("the paper");
    assert_eq!(told(&made, &["HEAD~1"], &[]), fault("F150", "the file is not in the repository"));
    made.commit("2026-11-04", "删了");
    let gone = fault("F150", "the file is not in the repository");
    assert_eq!(told(&made, &["HEAD~2", "HEAD"], &["--at", "HEAD"]), gone);
    made.case.write(PAPER, pointer());
    made.git("2026-11-05", &["add", "--all"]);
    assert_eq!(told(&made, &["HEAD~2"], &[]), clean("matches"));
    made.commit("2026-11-05", "指针");
    assert_eq!(told(&made, &["HEAD~3", "HEAD"], &["--at", "HEAD"]), clean("matches"));
    made.case.write(PAPER, pointer().replace(&beian_records::evidence::sha256(b"scan\n"), SCAN));
    assert_eq!(told(&made, &["HEAD"], &[]), fault("F151", "differs from its SHA-256"));
}

#[test]
fn a_paper_that_is_not_in_git_is_told() {
    let made = with_paper();
    made.git("2026-11-03", &["rm", "--quiet", "--cached", PAPER]);
    let (validated, _, _, cell) = told(&made, &["HEAD"], &[]);
    assert_eq!((validated, cell.as_str()), (vec!["F152 warning".to_owned()], "matches, but is not in git"));
}

#[test]
fn the_page_over_all_dossiers_counts_papers_as_gaps() {
    let made = with_paper();
    let index = |out: &str, more: &[&str]| {
        let run = made.run(&[&["dossier", "--all", "--lang", "en", "--out", out], more].concat());
        assert_eq!(run.status, 0, "{}", run.shown());
        std::fs::read_to_string(made.case.path(out).join("index.md")).expect("the page over all")
    };
    assert!(!index("right", &[]).contains("SHA-256"), "{}", index("again", &[]));
    made.case.write(PAPER, "other\n");
    assert!(index("other", &[]).contains("papers that differ from their SHA-256: 1"));
    std::fs::remove_file(made.case.path(PAPER)).expect("the paper");
    assert!(index("gone", &[]).contains("papers not in the repository: 1"));
    let left_out = index("left-out", &["--no-evidence"]);
    assert!(left_out.contains("not checked (--no-evidence)") && !left_out.contains("papers not"), "{left_out}");
}

#[test]
fn what_is_left_out_is_said() {
    let made = with_paper();
    made.case.write(PAPER, "other\n");
    for format in ["text", "markdown", "github"] {
        let run = made.run(&["validate", "--no-evidence", "--lang", "en", "--format", format]);
        let said = format!("{}{}", run.out, run.err);
        assert!(run.status == 0 && said.contains("these rules did not run"), "{format}: {}", run.shown());
    }
    let json = |args: &[&str]| -> Value { serde_json::from_str(&made.run(args).out).expect("JSON") };
    let validated = json(&["validate", "--no-evidence", "--format", "json"]);
    assert_eq!(validated["not_run"], serde_json::json!(["F150", "F151", "F152", "F153", "P107"]));
    assert_eq!(validated["summary"]["unseen_papers"], Value::Null);
    let reviewed = json(&["review", "HEAD", "--no-evidence", "--format", "json"]);
    assert_eq!(reviewed["not_run"], serde_json::json!(["F150", "F151", "F152", "F153", "P107"]));
    assert_eq!(reviewed["subjects"], serde_json::json!([]));
    let review = made.run(&["review", "HEAD", "--no-evidence", "--lang", "en"]);
    assert!(review.status == 0 && review.out.contains("not looked at (--no-evidence)"), "{}", review.shown());
    let dossier = made.run(&["dossier", "ningbo-shifan", "--no-evidence", "--lang", "en"]);
    assert!(dossier.out.contains("not checked (--no-evidence)"), "{}", dossier.shown());
}

#[test]
fn a_review_names_the_files_that_changed() {
    let made = with_paper();
    made.case.write(PAPER, "other\n");
    made.case.write("records/ningbo-shifan/evidence/new.pdf", "new\n");
    let text = made.run(&["review", "HEAD", "--lang", "en"]).out;
    assert!(text.contains("evidence/licence.pdf has another content"), "{text}");
    assert!(text.contains("evidence/new.pdf is new"), "{text}");
    let json: Value = serde_json::from_str(&made.run(&["review", "HEAD", "--format", "json"]).out).expect("JSON");
    let expected = serde_json::json!([
        { "file": "evidence/licence.pdf", "how": "changed" },
        { "file": "evidence/new.pdf", "how": "added" },
    ]);
    assert_eq!(json["subjects"][0]["evidence"], expected);
}

#[test]
fn what_was_not_checked_out_is_read_from_git_or_not_seen() {
    let made = with_paper();
    let right = made.run(&["validate", "--lang", "en"]).shown();
    made.git("2026-11-03", &["update-index", "--skip-worktree", PAPER]);
    std::fs::remove_file(made.case.path(PAPER)).expect("the paper");
    assert_eq!(made.run(&["validate", "--lang", "en"]).shown(), right);
    // Where git does not have it either, it is not missing.
    let id = made.id(&format!("HEAD:{PAPER}"));
    std::fs::remove_file(made.case.path(&format!(".git/objects/{}/{}", &id[..2], &id[2..]))).expect("an object");
    let run = made.run(&["validate", "--lang", "en"]);
    assert!(run.out.contains("licence.pdf was not seen and not checked"), "{}", run.shown());
    assert!(!run.out.contains("F150"), "{}", run.shown());
}

#[test]
fn a_paper_that_is_right_and_not_committed_is_told_in_the_dossier() {
    let made = with_paper();
    let dossier = || made.run(&["dossier", "ningbo-shifan", "--lang", "en"]);
    assert!(!dossier().out.contains("changes that no commit holds"), "{}", dossier().shown());
    // The commit holds another one than the records name and the working tree has.
    let right = std::fs::read(made.case.path(PAPER)).expect("the paper");
    made.case.write(PAPER, "other\n");
    made.commit("2026-11-04", "另一份");
    assert!(
        !dossier().out.contains("changes that no commit holds"),
        "it is wrong, and committed: {}",
        dossier().shown()
    );
    made.case.write(PAPER, right);
    assert!(dossier().out.contains("| matches |"), "{}", dossier().shown());
    assert!(dossier().out.contains("changes that no commit holds"), "{}", dossier().shown());
    made.run(&["dossier", "--all", "--out", "all", "--lang", "en"]);
    let all = std::fs::read_to_string(made.case.path("all/ningbo-shifan.md")).expect("a dossier");
    assert!(all.contains("changes that no commit holds"), "{all}");
}
