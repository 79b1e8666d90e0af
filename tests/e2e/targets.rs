//! What a path on the command line means.

use crate::harness::Case;
use insta::assert_snapshot;

fn short(case: &Case, path: &str) -> String {
    case.run(["validate", "--format", "short", "--lang", "en", path])
}

#[test]
fn one_subject_can_be_checked() {
    assert_snapshot!(short(&Case::faulty(), "records/example"));
}

#[test]
fn one_file_can_be_checked() {
    assert_snapshot!(short(&Case::faulty(), "records/example/people.yaml"));
    assert_snapshot!(short(&Case::faulty(), "./records/example/domains.yaml"), @r#"
    exit 0
    ---- stderr
    looked only at ./records/example/domains.yaml: nothing is wrong
    only a part was checked; the rules across subjects did not run: [CODES]
    "#);
}

#[test]
fn a_folder_of_a_subject_can_be_checked() {
    let case = Case::clean();
    case.edit("records/example/filings/2021-02-20-first.yaml", "procedure: 首次备案", "procedure: 首次");
    case.edit("records/example/subject.yaml", "nature: 企业", "nature: 公司");
    assert_snapshot!(short(&case, "records/example/filings"), @r#"
    exit 0
    records/example/filings/2021-02-20-first.yaml:1:12: warning[C120] the term for `首次` is 首次备案; write 首次备案
    ---- stderr
    looked only at records/example/filings: 0 errors, 1 warning, 0 notes
    only a part was checked; the rules across subjects did not run: [CODES]
    for a rule's demand, sources and examples: beian explain C120
    "#);
    assert_snapshot!(short(&case, "records/example/filings/2021-02-20-first.yaml"), @r#"
    exit 0
    records/example/filings/2021-02-20-first.yaml:1:12: warning[C120] the term for `首次` is 首次备案; write 首次备案
    ---- stderr
    looked only at records/example/filings/2021-02-20-first.yaml: 0 errors, 1 warning, 0 notes
    only a part was checked; the rules across subjects did not run: [CODES]
    for a rule's demand, sources and examples: beian explain C120
    "#);
}

#[test]
fn a_group_is_a_tree_of_its_own() {
    let case = Case::faulty();
    case.write("records/group/one/subject.yaml", "format: 1\nname: 组内\nnaturr: 企业\n");
    let run = case.outcome(["validate", "--format", "short", "records/group"]);
    assert!(run.out.lines().all(|line| line.starts_with("records/group/one/")), "{}", run.out);
    assert!(run.out.contains("records/group/one/subject.yaml:3:1: 错误[C115]"), "{}", run.out);
}

#[test]
fn a_part_names_the_rules_that_did_not_run() {
    let run = Case::clean().outcome(["validate", "records/example", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let rules = Case::empty().outcome(["rules", "--format", "json"]);
    let rules: serde_json::Value = serde_json::from_str(&rules.out).expect("JSON");
    let across: Vec<_> = rules["rules"]
        .as_array()
        .expect("rules")
        .iter()
        .filter(|rule| rule["scope"] == "across-subjects" && rule["until"].is_null())
        .map(|rule| rule["code"].clone())
        .collect();
    assert_eq!(json["not_run"], serde_json::Value::from(across));
    let whole = Case::clean().outcome(["validate", "--format", "json"]);
    let whole: serde_json::Value = serde_json::from_str(&whole.out).expect("JSON");
    assert_eq!(whole["not_run"], serde_json::json!([]));
}

#[test]
fn the_repository_is_found_from_within_it() {
    let case = Case::faulty();
    case.write("records/example/evidence/note.txt", "");
    let run = case.outcome(["validate", "--format", "short", "."]);
    assert!(run.out.starts_with("records/example/people.yaml:"), "{}", run.out);
    let elsewhere = Case::empty();
    let there = case.path("");
    let run = elsewhere.outcome(["validate".as_ref(), "--repository".as_ref(), there.as_os_str()]);
    assert_eq!(run.status, 1, "{}", run.shown());
}

#[test]
fn a_path_that_is_not_there_is_a_failure() {
    assert_snapshot!(Case::clean().run(["validate", "record"]), @r#"
    exit 2
    ---- stderr
    错误: 没有 record
      办法: 是不是 records？
    "#);
    assert_snapshot!(Case::clean().run(["validate", "--lang", "en", "nowhere/at/all"]), @r#"
    exit 2
    ---- stderr
    error: there is no nowhere/at/all
      help: without a path, `beian validate` checks the records folder of the repository
    "#);
    assert_snapshot!(Case::empty().run(["validate"]), @r#"
    exit 2
    ---- stderr
    错误: 没有记录目录 records
      办法: 说明路径，如 beian validate 路径，或在 beian.yaml 里写 records
    "#);
}

#[test]
fn nothing_to_check_is_told_apart() {
    let case = Case::clean();
    case.write("docs/readme.md", "");
    assert_snapshot!(case.run(["validate", "docs"]), @r#"
    exit 3
    ---- stderr
    错误: docs 里没有主体
      办法: 每个主体一个文件夹，里面有 subject.yaml
    "#);
    assert_snapshot!(case.run(["validate", "--lang", "en", "docs/readme.md"]), @r#"
    exit 3
    ---- stderr
    error: docs/readme.md is no record of a subject
      help: a subject's folder has a subject.yaml
    "#);
}

#[test]
fn the_settings_can_be_checked_alone() {
    let case = Case::clean();
    assert_snapshot!(case.run(["validate", "beian.yaml"]), @r#"
    exit 0
    检查了 0 个主体、1 个文件：没有问题
    "#);
    case.write("beian.yaml", "sample: ja\n");
    assert_snapshot!(short(&case, "beian.yaml"), @r#"
    exit 1
    beian.yaml:1:9: error[C121] only true or false can stand here; write it as the message says
    ---- stderr
    checked 0 subjects, 1 file: 1 error, 0 warnings, 0 notes
    for a rule's demand, sources and examples: beian explain C121
    "#);
}

#[test]
fn records_stand_inside_the_repository() {
    let case = Case::clean();
    case.write("beian.yaml", "records: ../elsewhere\n");
    assert_snapshot!(case.run(["validate"]), @r#"
    exit 2
    ---- stderr
    错误: 设置里的路径 ../elsewhere 不在仓库里面
      办法: 写从 beian.yaml 所在目录起的路径
    "#);
    case.write("beian.yaml", "records: /etc\n");
    assert_eq!(case.outcome(["validate"]).status, 2);
}
