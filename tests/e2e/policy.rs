//! Levels, waivers and selection.

use crate::harness::Case;
use insta::assert_snapshot;

/// A subject whose nature is an alias: one warning.
fn alias() -> Case {
    let case = Case::clean();
    case.edit("records/example/subject.yaml", "nature: 企业", "nature: 公司");
    case
}

fn settings(case: &Case, text: &str) {
    case.write("beian.yaml", format!("sample: true\n{text}"));
}

fn short(case: &Case) -> (i32, String) {
    let run = case.outcome(["validate", "--format", "short", "-q", "--lang", "en"]);
    (run.status, run.out)
}

#[test]
fn a_level_decides_how_heavy_a_rule_weighs() {
    let case = alias();
    assert!(short(&case).1.contains("warning[C120]"));
    for (level, status, said) in
        [("allow", 0, ""), ("note", 0, ""), ("warn", 0, "warning[C120]"), ("deny", 1, "error[C120]")]
    {
        for name in ["C120", "alias-term"] {
            settings(&case, &format!("rules:\n  {name}: {level}\n"));
            let (found, out) = short(&case);
            assert_eq!(found, status, "{level}: {out}");
            assert!(out.contains(said) && out.is_empty() == said.is_empty(), "{level}: {out}");
        }
    }
}

#[test]
fn a_level_can_be_for_some_subjects() {
    let case = alias();
    settings(&case, "levels:\n  - rules: alias-term\n    subjects: [other, exam*]\n    level: deny\n");
    assert_eq!(short(&case).0, 1);
    settings(&case, "levels:\n  - rules: alias-term\n    subjects: other\n    level: deny\n");
    assert_eq!(short(&case).0, 0);
}

const WAIVER: &str = "waivers:\n  - rule: alias-term\n    fact: example/subject/nature\n    reason: 年底前换完\n    \
                      owner: 李示例\n    until: 2026-12-31\n";

#[test]
fn a_waiver_is_counted_and_listed_when_asked_for() {
    let case = alias();
    settings(&case, WAIVER);
    assert_snapshot!(case.run(["validate", "--deny", "warnings"]), @r#"
    exit 0
    检查了 1 个主体、6 个文件：没有问题
    另有 1 处已豁免（-v 列出）
    "#);
    assert_snapshot!(case.run(["validate", "-v", "--lang", "en"]), @r#"
    exit 0
    records/example/subject.yaml:3:9: warning[C120] the term for `公司` is 企业; write 企业
      waived: 年底前换完 (李示例, until 2026-12-31)
    rule set [RULES]
    checked 1 subject, 6 files: nothing is wrong
    1 finding waived (-v lists them)
    "#);
    let json: serde_json::Value =
        serde_json::from_str(&case.outcome(["validate", "--format", "json"]).out).expect("JSON");
    assert_eq!(json["summary"]["waived"], 1);
    assert_eq!(json["waived"][0]["code"], "C120");
    assert_eq!(json["waived"][0]["reason"], "年底前换完");
}

#[test]
fn a_waiver_that_should_not_be_is_a_finding() {
    for (from, to, code) in [
        ("    reason: 年底前换完\n", "", "C205"),
        ("    owner: 李示例\n", "", "C206"),
        ("    until: 2026-12-31\n", "", "C207"),
        ("    until: 2026-12-31\n", "    until: 2026-11-20\n", "C209"),
    ] {
        let case = alias();
        settings(&case, &WAIVER.replace(from, to));
        let (status, out) = short(&case);
        assert_eq!(status, 1, "{out}");
        assert!(out.contains(&format!("error[{code}]")) && out.contains("[C120]"), "{out}");
    }
    let mended = Case::clean();
    settings(&mended, WAIVER);
    assert!(short(&mended).1.contains("beian.yaml:3:5: warning[C210]"));
    // In a part of the records nobody can tell what a waiver is for.
    let part = mended.outcome(["validate", "records/example", "--format", "short", "-q"]);
    assert_eq!(part.out, "");
}

#[test]
fn the_day_of_judgement_ends_a_waiver() {
    let case = alias();
    settings(&case, WAIVER);
    let run = case.outcome(["validate", "--as-of", "2027-01-01", "--format", "short", "-q"]);
    assert!(run.out.contains("[C209]"), "{}", run.out);
}

#[test]
fn rules_are_selected_by_name_and_by_code() {
    let case = Case::faulty();
    let codes = |args: &[&str]| {
        let run = case.outcome(["validate", "--format", "short", "-q", "--lang", "en"].iter().chain(args));
        let code = |line: &str| line.split_once('[').expect("a code").1[..4].to_owned();
        run.out.lines().map(code).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(codes(&[]), "C107 C120 C117");
    assert_eq!(codes(&["--ignore", "C107"]), "C120 C117");
    assert_eq!(codes(&["--ignore", "C"]), "");
    assert_eq!(codes(&["--ignore", "C", "--select", "alias-term"]), "C120");
    assert_eq!(codes(&["--select", "N,D118"]), "C107 C117");
    assert_eq!(case.outcome(["validate", "--exit-zero"]).status, 0);
    assert_snapshot!(case.run(["validate", "--select", "alias-trm"]), @r#"
    exit 2
    ---- stderr
    错误: 没有规则 alias-trm
      办法: 是不是 alias-term？
    "#);
}

#[test]
fn statistics_count_by_rule() {
    let case = Case::faulty();
    assert_snapshot!(case.run(["validate", "--statistics", "--lang", "en"]), @r#"
    exit 1
    1  C107  duplicate-key  a key stands twice
    1  C117  unquoted-text  text without quotes that is taken for something else
    1  C120  alias-term  an alias stands for the term of its list
    ---- stderr
    checked 1 subject, 6 files: 2 errors, 1 warning, 0 notes
    for a rule's demand, sources and examples: beian explain C107
    "#);
    let json = case.outcome(["validate", "--statistics", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["statistics"].as_array().expect("counts").len(), 3);
    assert_eq!(case.outcome(["validate", "--statistics", "--format", "sarif"]).status, 2);
}

#[test]
fn the_rule_set_has_one_version() {
    let case = Case::clean();
    let version = case.outcome(["rules", "--version"]).out;
    assert_eq!(version.trim_end(), beian_core::policy::version());
}
