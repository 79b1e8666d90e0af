//! `beian validate`: the report in each format and language.

use crate::harness::Case;
use insta::assert_snapshot;

#[test]
fn clean_records_end_in_one_line() {
    assert_snapshot!(Case::clean().run(["validate"]), @r#"
    exit 0
    检查了 1 个主体、6 个文件：没有问题
    "#);
    assert_snapshot!(Case::clean().run(["validate", "records", "--lang", "en"]), @r#"
    exit 0
    checked 1 subject, 6 files: nothing is wrong
    "#);
    assert_snapshot!(Case::clean().run(["validate", "--quiet"]), @r#"exit 0"#);
}

#[test]
fn faults_are_shown_with_their_lines() {
    assert_snapshot!(Case::faulty().run(["validate"]), @r#"
    exit 1
    错误[C107]: 这个键在同一层已经写过
      --> records/example/people.yaml:17:3
       |
    16 |   name: 李示例
       |   ---- 第一次写在这里
    17 |   name: 李再写
       |   ^^^^
       |
       = 办法: 留下对的一行，删去另一行
       = 依据: 《beian 记录格式》（docs/record-format.md）

    警告[C120]: “公司”的规定用语是“企业”
     --> records/example/subject.yaml:3:9
      |
    3 | nature: 公司
      |         ^^^^
      |
      = 办法: 写成 企业
      = 依据: 《beian 记录格式》（docs/record-format.md）

    错误[C117]: 这段文字没有引号，会被读成整数
     --> records/example/subject.yaml:7:11
      |
    7 |   region: 330106
      |           ^^^^^^
      |
      = 办法: 写成 "330106"
      = 依据: 《beian 记录格式》（docs/record-format.md）

    检查了 1 个主体、6 个文件：2 个错误，1 个警告，0 条提示
    规则的要求、依据和例子：beian explain C107
    "#);
}

#[test]
fn faults_are_shown_in_english() {
    assert_snapshot!(Case::faulty().run(["validate", "--lang", "en"]), @r#"
    exit 1
    error[C107]: this key stands in its mapping already
      --> records/example/people.yaml:17:3
       |
    16 |   name: 李示例
       |   ---- it stands here first
    17 |   name: 李再写
       |   ^^^^
       |
       = help: keep the right line and delete the other
       = note: beian record format (docs/record-format.md)

    warning[C120]: the term for `公司` is 企业
     --> records/example/subject.yaml:3:9
      |
    3 | nature: 公司
      |         ^^^^
      |
      = help: write 企业
      = note: beian record format (docs/record-format.md)

    error[C117]: without quotes this text is taken for an integer
     --> records/example/subject.yaml:7:11
      |
    7 |   region: 330106
      |           ^^^^^^
      |
      = help: write "330106"
      = note: beian record format (docs/record-format.md)

    checked 1 subject, 6 files: 2 errors, 1 warning, 0 notes
    for a rule's demand, sources and examples: beian explain C107
    "#);
}

#[test]
fn the_short_format_is_one_line_a_finding() {
    assert_snapshot!(Case::faulty().run(["validate", "--format", "short"]), @r#"
    exit 1
    records/example/people.yaml:17:3: 错误[C107] 这个键在同一层已经写过；留下对的一行，删去另一行
    records/example/subject.yaml:3:9: 警告[C120] “公司”的规定用语是“企业”；写成 企业
    records/example/subject.yaml:7:11: 错误[C117] 这段文字没有引号，会被读成整数；写成 "330106"
    ---- stderr
    检查了 1 个主体、6 个文件：2 个错误，1 个警告，0 条提示
    规则的要求、依据和例子：beian explain C107
    "#);
    assert_snapshot!(Case::faulty().run(["validate", "--format", "short", "-q", "--lang", "en"]));
}

#[test]
fn the_json_format_is_for_programs() {
    let case = Case::clean();
    case.edit("records/example/people.yaml", "  name: 李示例", "  name: 李示例\n  name: 李再写");
    assert_snapshot!(case.run(["validate", "--format", "json", "--lang", "en"]), @r#"
    exit 1
    {
      "version": 1,
      "tool": "beian [VERSION]",
      "rules": "[RULES]",
      "overlays": [],
      "at": null,
      "as_of": "2026-11-21",
      "summary": {
        "subjects": 1,
        "unseen_papers": 0,
        "files": 6,
        "unseen": 0,
        "unseen_subjects": 0,
        "errors": 1,
        "warnings": 0,
        "notes": 0,
        "waived": 0,
        "baselined": 0
      },
      "not_run": [],
      "baseline": null,
      "findings": [
        {
          "code": "C107",
          "name": "duplicate-key",
          "severity": "error",
          "message": "this key stands in its mapping already",
          "help": "keep the right line and delete the other",
          "subject": "example",
          "fact": "example/people",
          "path": "records/example/people.yaml",
          "line": 17,
          "column": 3,
          "end_line": 17,
          "end_column": 7,
          "related": [
            {
              "message": "it stands here first",
              "fact": "example/people",
              "path": "records/example/people.yaml",
              "line": 16,
              "column": 3,
              "end_line": 16,
              "end_column": 7
            }
          ],
          "sources": [
            {
              "id": "record-format",
              "title": "beian 记录格式",
              "title_en": "beian record format",
              "number": "docs/record-format.md",
              "amended_by": null,
              "article": "",
              "article_en": "",
              "publisher": "beian",
              "dated": "2026-11-21",
              "in_force": "2026-11-21",
              "until": null,
              "checked": "2026-11-21",
              "kind": "record-format",
              "url": "docs/record-format.md"
            }
          ]
        }
      ],
      "waived": []
    }
    "#);
}

#[test]
fn json_holds_the_same_findings_as_text() {
    let run = Case::faulty().outcome(["validate", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let short = Case::faulty().outcome(["validate", "--format", "short"]);
    let findings = json["findings"].as_array().expect("findings");
    assert_eq!(findings.len(), short.out.lines().count());
    for (finding, line) in findings.iter().zip(short.out.lines()) {
        let place = format!("{}:{}:{}: ", finding["path"].as_str().unwrap(), finding["line"], finding["column"]);
        assert!(line.starts_with(&place), "{line} is not at {place}");
        assert!(line.contains(finding["code"].as_str().unwrap()));
    }
}

#[test]
fn warnings_count_only_when_they_are_denied() {
    let case = Case::clean();
    case.edit("records/example/subject.yaml", "nature: 企业", "nature: 公司");
    assert_eq!(case.outcome(["validate"]).status, 0);
    assert_eq!(case.outcome(["validate", "--deny", "warnings"]).status, 1);
}

#[test]
fn faults_of_the_settings_are_findings() {
    let case = Case::clean();
    case.write("beian.yaml", "sample: true\nrecord: records\nrules: [tab]\n");
    assert_snapshot!(case.run(["validate"]), @r#"
    exit 1
    错误[C115]: 设置没有 record 这个键
     --> beian.yaml:2:1
      |
    2 | record: records
      | ^^^^^^
      |
      = 办法: 是不是 records？
      = 依据: 《beian 记录格式》（docs/record-format.md）

    错误[C116]: 这里要写分项，写的却是列表
     --> beian.yaml:3:1
      |
    3 | rules: [tab]
      | ^^^^^
      |
      = 办法: 按提示的形式写
      = 依据: 《beian 记录格式》（docs/record-format.md）

    检查了 1 个主体、6 个文件：2 个错误，0 个警告，0 条提示
    规则的要求、依据和例子：beian explain C115
    "#);
}

/// What could not be read is told once; no rule takes what it may hold for missing.
#[test]
fn a_file_that_could_not_be_read_is_one_finding() {
    for file in ["subject", "people", "domains", "servers", "services"] {
        for broken in ["- [\n", "\u{0}\u{0}"] {
            let case = Case::clean();
            case.write(&format!("records/example/{file}.yaml"), broken);
            let run = case.outcome(["validate", "--format", "short", "-q"]);
            let other: Vec<&str> = run.out.lines().filter(|line| !line.contains("[C1")).collect();
            assert!(run.status == 1 && other.is_empty(), "{file}.yaml: {}", run.out);
        }
    }
}

/// An entry that could not be read is there all the same.
#[test]
fn an_entry_that_could_not_be_read_is_not_unknown() {
    let case = Case::clean();
    case.edit("records/example/servers.yaml", "web-1:\n", "web-1: none\nweb-2:\n");
    let run = case.outcome(["validate", "--format", "short", "-q"]);
    assert!(run.out.contains("[C") && !run.out.contains("L102"), "{}", run.out);
}

/// What happened after a past day that is judged has happened nevertheless; only what lies
/// after the clock is yet to come.
#[test]
fn the_future_begins_after_the_clock_and_not_after_the_day_judged() {
    let events = "2026-07-06-address.yaml";
    let case = Case::clean();
    case.edit(
        "records/example/subject.yaml",
        "address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\nsupervisor",
        "address: 浙江省杭州市滨江区江南大道 588 号 1206 室\nsupervisor",
    );
    let rule = beian_core::rules::find("F146").expect("a rule");
    let approved = rule.keeps.given.iter().find_map(|given| match given {
        beian_core::rule::Given::File { text, .. } => Some(*text),
        _ => None,
    });
    case.write(&format!("records/example/filings/{events}"), approved.expect("an approved change"));
    for as_of in ["2026-11-21", "2026-07-10", "2026-07-01"] {
        let run = case.outcome(["validate", "--as-of", as_of, "--format", "short", "-q"]);
        assert!(!run.out.contains("F104"), "{as_of}: {}", run.out);
    }
    let run = case.outcome(["validate", "--as-of", "2020-12-01", "--format", "short", "-q"]);
    assert!(!run.out.contains("D120") && !run.out.contains("N105"), "{}", run.out);
    case.edit(&format!("records/example/filings/{events}"), "2026-07-24T15:30:00+08:00", "2027-07-24T15:30:00+08:00");
    for as_of in ["2026-11-21", "2027-12-01"] {
        let run = case.outcome(["validate", "--as-of", as_of, "--format", "short", "-q"]);
        assert!(run.out.contains("F104"), "{as_of}: {}", run.out);
    }
}

#[test]
fn the_day_whose_rules_judge_is_named() {
    assert_snapshot!(Case::clean().run(["validate", "--as-of", "2026-06-01"]), @r#"
    exit 0
    检查了 1 个主体、6 个文件：没有问题
    按 2026-06-01 的规则判断
    "#);
}
