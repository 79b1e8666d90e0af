//! `beian review` goes by what the older side decided: levels, waivers, baseline, overlays.

use crate::gitted::Gitted;
use crate::harness::Case;

const SUBJECT: &str = "records/example/subject.yaml";
const WAIVER: &str = "waivers:\n  - rule: alias-term\n    fact: example/subject/nature\n    reason: 年底前换完\n    \
                      owner: 李示例\n    until: 2026-12-31\n";
const UNUSED: &str = "  - rule: alias-term\n    fact: other/subject/nature\n    reason: 年底前换完\n    \
                      owner: 李示例\n    until: 2026-12-31\n";
const DENY: &[&str] = &["main", "--deny", "warnings"];

/// A repository with these settings, in which a change writes a term by an alias.
fn alias(settings: &str) -> Gitted {
    let case = Case::clean();
    case.write("beian.yaml", format!("sample: true\n{settings}"));
    let made = Gitted::of(case);
    made.edit(SUBJECT, "nature: 企业", "nature: 公司");
    made
}

fn found_alias() -> String {
    format!("warning C120 {SUBJECT}:3")
}

/// How many new findings are waived, and how many the baseline hides.
fn accepted(made: &Gitted) -> (u64, u64) {
    let run = made.run(&["review", "main", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let count = |key: &str| json["summary"][key].as_u64().expect("a count");
    (count("waived"), count("baselined"))
}

#[test]
fn a_waiver_of_the_older_side_counts() {
    let made = alias("");
    assert_eq!(made.found(DENY), (1, vec![found_alias()]));
    assert_eq!(accepted(&made), (0, 0));
    let made = alias(&format!("{WAIVER}{UNUSED}"));
    assert_eq!(made.found(DENY), (0, Vec::new()), "nor is a waiver of what was not looked at called unused");
    assert_eq!(accepted(&made), (1, 0));
    assert!(made.run(&["review"]).out.contains("，豁免 1 处"));
    let made = alias(&WAIVER.replace("2026-12-31", "2026-11-20"));
    assert_eq!(made.found(DENY), (1, vec![found_alias()]), "it ran out yesterday");
    let made = alias(&WAIVER.replace("    reason: 年底前换完\n", ""));
    assert_eq!(made.found(DENY), (1, vec![found_alias()]), "it does not say why");
}

#[test]
fn a_change_cannot_waive_its_own_fault() {
    let made = alias("");
    for settings in [WAIVER, "levels:\n  - rules: alias-term\n    subjects: example\n    level: allow\n"] {
        made.case.write("beian.yaml", format!("sample: true\n{settings}"));
        let both = vec!["note R110 beian.yaml".to_owned(), found_alias()];
        let (status, mut found) = made.found(DENY);
        found.sort();
        assert_eq!((status, found), (1, both));
        assert_eq!(accepted(&made), (0, 0));
    }
}

#[test]
fn a_level_for_some_subjects_counts() {
    let level = |subjects: &str, level: &str| {
        format!("levels:\n  - rules: alias-term\n    subjects: {subjects}\n    level: {level}\n")
    };
    assert_eq!(alias(&level("exam*", "deny")).found(&["main"]).0, 1);
    assert_eq!(alias(&level("other", "deny")).found(&["main"]).0, 0);
    assert_eq!(alias(&level("exam*", "allow")).found(DENY), (0, Vec::new()));
}

#[test]
fn what_is_asked_for_goes_before_levels_and_not_before_waivers() {
    let deny = &["main", "--deny", "uncovered"];
    let mail = |settings: &str| {
        let case = Case::clean();
        case.write("beian.yaml", format!("sample: true\n{settings}"));
        let made = Gitted::of(case);
        made.edit("records/example/people.yaml", "email: li@", "email: li.shili@");
        made.found(deny)
    };
    assert_eq!(mail("levels:\n  - rules: R107\n    subjects: example\n    level: allow\n").0, 1);
    let waiver = WAIVER.replace("alias-term", "R107").replace("example/subject/nature", "example/people/*");
    assert_eq!(mail(&waiver), (0, Vec::new()));
}

#[test]
fn a_baseline_of_the_older_side_counts() {
    let made = alias("");
    assert_eq!(made.run(&["validate", "--write-baseline"]).status, 0);
    let (status, found) = made.found(DENY);
    let baseline = "note R110 beian-baseline.yaml".to_owned();
    assert_eq!(
        (status, found),
        (1, vec![found_alias(), baseline.clone(), format!("{baseline}:8")]),
        "one of the newer side hides nothing"
    );
    made.commit("2026-11-20", "采用");
    made.edit(SUBJECT, "nature: 公司", "nature: 企业");
    made.commit("2026-11-20", "改好");
    made.edit(SUBJECT, "nature: 企业", "nature: 公司");
    assert_eq!(made.found(DENY), (0, Vec::new()));
    assert_eq!(accepted(&made), (0, 1));
}

#[test]
fn an_overlay_of_the_older_side_counts() {
    let row = "source:\n  title: 关于批准示例注册管理机构的公告\n  publisher: 工业和信息化部\n  date: 2026-11-01\n\
               tables:\n  suffixes:\n    - suffix: io\n      readable: io\n      approval: approved\n      \
               beijing: unknown\n";
    let added = "beian-shop.io:\n  registered: 2026-11-01\n  registrar: 阿里云\n";
    let made = |base: bool| {
        let case = Case::clean();
        case.write("beian.yaml", "sample: true\noverlays: [packs]\n");
        case.write("packs/empty.yaml", row.split("tables").next().unwrap_or_default());
        if base {
            case.write("packs/suffixes.yaml", row);
        }
        let made = Gitted::of(case);
        made.case.write("packs/suffixes.yaml", row);
        let domains = std::fs::read_to_string(made.case.path("records/example/domains.yaml")).expect("a record");
        made.case.write("records/example/domains.yaml", domains + added);
        made.found(&["main"]).1
    };
    let told = |found: &[String]| found.iter().any(|line| line.contains(" D1") && line.contains("domains.yaml"));
    assert!(told(&made(false)), "{:?}", made(false));
    assert!(!told(&made(true)), "{:?}", made(true));
}

#[test]
fn a_fault_that_a_change_puts_into_the_settings_is_told() {
    let made = alias("rules:\n  no-such-rule: deny\n");
    assert_eq!(made.found(DENY).1, vec![found_alias()], "one that stood there before is not new");
    let settings = "sample: true\nrules:\n  no-such-rule: deny\n  no-such-rule-either: deny\nsampel: true\n";
    made.case.write("beian.yaml", settings);
    let told = |found: &[String]| found.iter().filter(|line| line.contains("beian.yaml:")).cloned().collect::<Vec<_>>();
    let (status, found) = made.found(&["main"]);
    assert_eq!(status, 1);
    assert_eq!(told(&found), ["error C201 beian.yaml:4", "error C115 beian.yaml:5"], "{found:?}");
    made.commit("2026-11-20", "设置");
    assert_eq!(made.found(&["main~1", "main"]).1, found, "of two revisions as of the working tree");
    assert_eq!(told(&made.found(&["main"]).1), Vec::<String>::new());
}

#[test]
fn an_overlay_of_the_older_side_that_cannot_be_read_is_told() {
    let made = alias("overlays: packs\n");
    let told = |found: &[String]| found.iter().filter(|line| line.contains("beian.yaml")).cloned().collect::<Vec<_>>();
    assert_eq!(told(&made.found(&["main"]).1), ["note C220 beian.yaml:2"], "it did not decide");
    made.case.write("packs/empty.yaml", "source:\n  title: 无\n  publisher: 无\n  date: 2026-11-01\n");
    assert_eq!(told(&made.found(&["main"]).1), ["note C220 beian.yaml:2"], "nor does one that is brought now");
    made.case.write("beian.yaml", "sample: true\noverlays: others\n");
    let (_, found) = made.found(&["main"]);
    assert_eq!(told(&found), ["note C220 beian.yaml", "error C220 beian.yaml:2", "note R110 beian.yaml"], "{found:?}");
}

#[test]
fn a_domain_too_many_is_told_even_if_the_change_is_made_light() {
    let more = |settings: &str| {
        let case = Case::clean();
        case.write("beian.yaml", format!("sample: true\n{settings}"));
        let made = Gitted::of(case);
        made.edit("records/example/services.yaml", "    - shop.example\n", "    - shop.example\n    - more.example\n");
        let mut found = made.found(&["main"]).1;
        found.retain(|line| line.contains("R109") || line.contains("D124"));
        found
    };
    assert_eq!(more(""), ["error R109 records/example/services.yaml:8"]);
    assert_eq!(more("rules:\n  R109: allow\n"), ["error D124 records/example/services.yaml:10"]);
}

#[test]
fn what_a_change_adopts_is_told_entry_by_entry_and_hides_nothing_there() {
    let made = alias("");
    // Written at home, and brought alone: nothing is wrong yet.
    assert_eq!(made.run(&["validate", "--write-baseline"]).status, 0);
    made.git("2026-11-20", &["checkout", "--quiet", "HEAD", "--", SUBJECT]);
    let alone = made.run(&["review", "HEAD", "--lang", "en"]);
    assert!(alone.out.contains("beian-baseline.yaml changes here"), "{}", alone.shown());
    assert!(alone.out.contains("the baseline adopts C120 at `example/subject/nature`"), "{}", alone.shown());
    made.commit("2026-11-20", "只有基线");
    let again = made.run(&["review", "HEAD", "--lang", "en"]);
    assert!(!again.out.contains("R110"), "what stands there already is no news: {}", again.shown());
}

#[test]
fn settings_that_a_change_makes_unreadable_stop_it() {
    let pointer = "version https://git-lfs.github.com/spec/v1\n\
                   oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n";
    for (file, settings) in [
        ("beian.yaml", ""),
        ("overlays/a.yaml", "overlays: overlays\n"),
        ("beian-baseline.yaml", "baseline: beian-baseline.yaml\n"),
    ] {
        let case = Case::clean();
        case.write("beian.yaml", format!("sample: true\n{settings}"));
        if file != "beian.yaml" {
            let overlay = "source:\n  title: 通知\n  publisher: 某局\n  date: 2026-01-05\ntables: {}\n";
            case.write(file, if file.starts_with("overlays") { overlay } else { "findings: []\n" });
        }
        let made = Gitted::of(case);
        made.case.write(file, pointer);
        let (status, found) = made.found(&["main"]);
        assert_eq!(status, 1, "{found:?}");
        assert!(found.contains(&format!("error C125 {file}")), "{found:?}");
        made.commit("2026-11-20", "改设置");
        assert_eq!(made.found(&["main~1", "main"]).0, 1, "{file} in a commit");
    }
}
