//! `beian rules` and `beian explain`.

use crate::harness::Case;
use insta::assert_snapshot;

#[test]
fn a_rule_is_explained() {
    assert_snapshot!(Case::empty().run(["explain", "c117"]), @r#"
    exit 0
    C117 unquoted-text (错误)
    文字没有加引号，会被读成别的东西

    要求：证号、电话这类号码是文字：不加引号时，有的程序会把它读成数，丢掉开头的零或改成科学计数
    办法：给值加上英文双引号
    施行：一直有效
    依据：
      - 《beian 记录格式》（docs/record-format.md）（2026-11-21 核对）

    违反：没加引号的区划代码
      example/subject.yaml
            kind: 营业执照
            number: "91330106MA0EXAMP12"
        -   region: "330106"
        +   region: 330106
            address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
            valid:

    遵守：加了引号
      example/subject.yaml
            region: "330106"
    "#);
    assert_snapshot!(Case::empty().run(["explain", "wrong-kind", "--lang", "en"]), @r#"
    exit 0
    C116 wrong-kind (error)
    a value is of the wrong kind

    demand: The record format says whether a field is text, a list or a mapping
    help: write it in the form that the message names
    in force: always
    sources:
      - beian record format (docs/record-format.md) (checked 2026-11-21)

    breaks it: a list where text is meant
      example/domains.yaml
          shop.example:
        -   registrar: 阿里云
        +   registrar: [阿里云, 腾讯云]
            registered: 2020-11-02
            holder:

    keeps it: text
      example/domains.yaml
            registrar: 阿里云
    "#);
}

#[test]
fn a_rule_that_is_not_there_is_a_failure() {
    assert_snapshot!(Case::empty().run(["explain", "unqoted-text"]), @r#"
    exit 2
    ---- stderr
    错误: 没有规则 unqoted-text
      办法: 是不是 unquoted-text？
    "#);
    assert_snapshot!(Case::empty().run(["explain", "nothing-like-it", "--lang", "en"]), @r#"
    exit 2
    ---- stderr
    error: there is no rule nothing-like-it
      help: `beian rules` lists them all
    "#);
}

#[test]
fn every_rule_is_listed_and_explained() {
    let case = Case::empty();
    let list = case.outcome(["rules", "--lang", "en"]).out;
    assert_eq!(list.lines().count(), beian_core::rules::all().count());
    for rule in beian_core::rules::all() {
        assert!(list.contains(&format!("{}  {}", rule.code, rule.severity.name())), "{}", rule.code);
        for lang in ["zh", "en"] {
            let run = case.outcome(["explain", rule.code, "--lang", lang]);
            assert_eq!(run.status, 0);
            assert!(run.out.contains(rule.name) && run.out.contains("2026-"), "{}", run.out);
        }
    }
}

#[test]
fn a_family_can_be_listed_alone() {
    let case = Case::empty();
    let lines = case.outcome(["rules", "--family", "c"]).out;
    assert!(!lines.is_empty() && lines.lines().all(|line| line.starts_with('C')), "{lines}");
    // Two families share a letter; by its name each stands alone.
    let named = case.outcome(["rules", "--family", "settings"]).out;
    assert!(named.lines().all(|line| line.starts_with("C2")) && lines.ends_with(&named), "{named}");
    let none = case.outcome(["rules", "--family", "Q", "--lang", "en"]);
    assert_eq!(none.status, 2);
    assert!(
        none.err.contains("there is no family Q") && none.err.contains("settings (C), domains (D)"),
        "{}",
        none.err
    );
}

#[test]
fn rules_are_there_for_programs() {
    let run = Case::empty().outcome(["rules", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(json["version"], 1);
    let rules = json["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), beian_core::rules::all().count());
    for rule in rules {
        for key in ["code", "name", "severity", "title", "demand", "help", "sources", "breaks", "keeps"] {
            assert!(!rule[key].is_null(), "{} lacks {key}", rule["code"]);
        }
        assert!(!rule["sources"].as_array().expect("sources").is_empty(), "{}", rule["code"]);
    }
}
