//! Overlays: rows of a user's change exactly the findings that they should.

use crate::harness::Case;
use insta::assert_snapshot;

const OVERLAY: &str = "source:\n  title: 关于批准示例注册管理机构的公告\n  publisher: 工业和信息化部\n  \
                       date: 2026-11-01\ntables:\n  suffixes:\n    - suffix: io\n      readable: io\n      \
                       approval: approved\n      beijing: unknown\n";

/// A subject with a domain under a suffix that is not approved.
fn foreign_suffix() -> Case {
    let case = Case::clean();
    for file in ["domains", "services"] {
        let path = format!("records/example/{file}.yaml");
        let text = std::fs::read_to_string(case.path(&path)).expect("a record");
        case.write(&path, text.replace("shop.example", "beian-shop.io"));
    }
    case
}

fn codes(case: &Case) -> Vec<String> {
    let run = case.outcome(["validate", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let findings = json["findings"].as_array().expect("findings");
    findings.iter().map(|finding| format!("{} {}", finding["name"], finding["fact"])).collect()
}

#[test]
fn one_row_changes_one_finding() {
    let case = foreign_suffix();
    let before = codes(&case);
    let about = |line: &&String| line.contains("suffix-not-approved");
    assert_eq!(before.iter().filter(about).count(), 1, "{before:?}");
    case.write("beian.yaml", "sample: true\noverlays: packs\n");
    case.write("packs/suffixes.yaml", OVERLAY);
    let after = codes(&case);
    assert_eq!(after, before.iter().filter(|line| !about(line)).cloned().collect::<Vec<_>>());
}

#[test]
fn decode_knows_the_suffixes_of_the_repository_it_stands_in() {
    let case = Case::clean();
    let said = |case: &Case| case.outcome(["decode", "beian-shop.io", "--format", "json"]).out;
    assert!(said(&case).contains("\"not-approved\""), "{}", said(&case));
    case.write("beian.yaml", "sample: true\noverlays: packs\n");
    case.write("packs/suffixes.yaml", OVERLAY);
    assert!(said(&case).contains("\"approved\""), "{}", said(&case));
}

#[test]
fn an_overlay_is_named_in_reports() {
    let case = Case::clean();
    case.write("beian.yaml", "sample: true\noverlays: [packs/suffixes.yaml]\n");
    case.write("packs/suffixes.yaml", OVERLAY);
    assert_snapshot!(case.run(["validate", "-v", "--lang", "en"]), @r#"
    exit 0
    overlay packs/suffixes.yaml: 1 rows, by 关于批准示例注册管理机构的公告 (工业和信息化部, 2026-11-01)
    rule set [RULES]
    checked 1 subject, 6 files: nothing is wrong
    "#);
    let json = case.outcome(["validate", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["overlays"][0]["publisher"], "工业和信息化部");
    assert_eq!(json["overlays"][0]["rows"], 1);
}

#[test]
fn what_is_wrong_with_an_overlay_is_shown_at_its_place() {
    let case = Case::clean();
    case.write("beian.yaml", "sample: true\noverlays: [packs, ../outside, absent.yaml]\n");
    let bad = OVERLAY.replace("approval: approved", "aproval: approved\n      reserved: nobody");
    case.write("packs/a.yaml", bad.replace("  date: 2026-11-01\n", "") + "  sufixes: []\n");
    let run = case.outcome(["validate", "--format", "short", "-q", "--lang", "en"]);
    let wanted = [
        "packs/a.yaml:1:1: error[C221] the source lacks `date`",
        "packs/a.yaml:8:16: error[C222] the table has no column `aproval`",
        "packs/a.yaml:11:3: error[C223] there is no table sufixes; did you mean suffixes?",
        "beian.yaml:2:19: error[C220] the path ../outside of the settings is not inside",
        "beian.yaml:2:31: error[C220] there is no absent.yaml",
    ];
    assert_eq!(run.out.lines().count(), wanted.len(), "{}", run.out);
    assert!(run.out.lines().zip(wanted).all(|(line, start)| line.starts_with(start)), "{}", run.out);
}

#[cfg(unix)]
#[test]
fn an_overlay_outside_of_the_repository_is_not_read() {
    let outside = tempfile::tempdir().expect("a folder");
    std::fs::write(outside.path().join("a.yaml"), "secret: 1\n").expect("a file");
    let case = Case::clean();
    std::os::unix::fs::symlink(outside.path(), case.path("packs")).expect("a link");
    case.write("beian.yaml", "sample: true\noverlays: packs\n");
    let run = case.outcome(["validate", "-v"]);
    assert!(run.out.contains("C220") && !run.out.contains("secret"), "{}", run.out);
}

/// An overlay with the age that a province asks of an organisation's principals.
fn age(province: &str, years: u32) -> String {
    format!(
        "source:\n  title: 备案规则调整的通知\n  publisher: 浙江省通信管理局\n  date: 2026-11-01\n\
         tables:\n  provinces:\n    - province: \"{province}\"\n      who: organisation\n      demand: min-age\n      \
         kind: check\n      value: \"{years}\"\n"
    )
}

#[test]
fn a_province_that_asks_another_age_is_judged_by_it() {
    let case = Case::clean();
    // On the harness's day these two are sixteen and eighteen.
    case.edit("records/example/people.yaml", "  name: 李示例\n", "  name: 李示例\n  born: 2010-05-01\n");
    case.edit("records/example/people.yaml", "  name: 张示例\n", "  name: 张示例\n  born: 2008-05-01\n");
    let built_in = codes(&case);
    let young = |lines: &[String]| -> Vec<String> {
        lines.iter().filter(|line| line.contains("under-age")).map(|line| line.replace(['"', '\\'], "")).collect()
    };
    let rest = |lines: &[String]| -> Vec<String> {
        lines.iter().filter(|line| !line.contains("under-age")).cloned().collect()
    };
    let (li, zhang) = ("under-age example/people/li/born", "under-age example/people/zhang/born");
    assert_eq!(young(&built_in), [li], "Zhejiang asks for 18");
    case.write("beian.yaml", "sample: true\noverlays: zhejiang.yaml\n");
    for (years, wanted) in [(16, &[][..]), (17, &[li]), (18, &[li]), (19, &[zhang, li]), (20, &[zhang, li])] {
        case.write("zhejiang.yaml", age("33", years));
        let found = codes(&case);
        assert_eq!(young(&found), wanted, "an age of {years}");
        assert_eq!(rest(&found), rest(&built_in), "an age of {years} changes nothing else");
    }
    // What another province asks changes nothing here.
    case.write("zhejiang.yaml", age("44", 20));
    assert_eq!(codes(&case), built_in);
}

/// What reports call the rule set by which they judged.
fn rules(case: &Case) -> String {
    let run = case.outcome(["validate", "--format", "sarif"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let version = &json["runs"][0]["tool"]["driver"]["properties"]["rulesVersion"];
    version.as_str().expect("a version").to_owned()
}

#[test]
fn a_row_changes_the_version_of_the_rule_set_and_nothing_else_does() {
    let case = Case::clean();
    let plain = rules(&case);
    assert_eq!(plain, beian_core::policy::version());
    let lay = |files: &[(&str, &str)]| {
        let case = Case::clean();
        case.write("beian.yaml", "sample: true\noverlays: packs\n");
        std::fs::create_dir_all(case.path("packs")).expect("a folder");
        for (name, text) in files {
            case.write(&format!("packs/{name}.yaml"), text);
        }
        rules(&case)
    };
    let about = "source:\n  title: 甲\n  publisher: 乙\n  date: 2026-11-01\ntables:\n";
    let suffix =
        "  suffixes:\n    - suffix: io\n      readable: io\n      approval: approved\n      beijing: unknown\n";
    let age = "  provinces:\n    - province: \"33\"\n      who: individual\n      demand: min-age\n      \
               kind: check\n      value: \"16\"\n";
    let one = lay(&[("a", &format!("{about}{suffix}"))]);
    assert_ne!(one, plain);
    let both = lay(&[("a", &format!("{about}{suffix}{age}"))]);
    assert!(both != one && both != plain);
    assert_eq!(both, lay(&[("a", &format!("{about}{age}{suffix}"))]), "another order");
    let parts = [("b", format!("{about}{age}")), ("a", format!("{about}{suffix}"))];
    assert_eq!(both, lay(&parts.each_ref().map(|(name, text)| (*name, text.as_str()))), "other files");
    let named = format!("# 说明\n{}{suffix}{age}", about.replace('甲', "丙").replace("2026-11-01", "2026-11-02"));
    assert_eq!(both, lay(&[("a", &named)]), "another title, day or comment");
    assert_eq!(plain, lay(&[("a", &about.replace("tables:\n", ""))]), "no row");
    assert_ne!(both, lay(&[("a", &format!("{about}{suffix}{}", age.replace("16", "17")))]), "another value");
}
