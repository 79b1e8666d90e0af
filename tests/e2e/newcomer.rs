//! Three subjects that somebody who had never seen the program wrote down, changed in six requests and grew from an
//! import: their histories, and what is right to say at each step.

use crate::gitted::{Gitted, git_in};
use crate::harness::{Case, Run, root};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

/// A history at one of its commits.
fn at(bundle: &str, revision: &str) -> Gitted {
    let case = Case::empty();
    let path = root().join("tests/fixtures/cases/newcomer").join(format!("{bundle}.bundle"));
    let here = case.path("");
    git_in(&here, "2026-11-25", &["init", "--quiet", "--initial-branch=main"]);
    let all = "+refs/*:refs/kept/*";
    git_in(&here, "2026-11-25", &["fetch", "--quiet", &path.to_string_lossy(), all]);
    git_in(&here, "2026-11-25", &["checkout", "--quiet", "--detach", revision]);
    Gitted { case }
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.shown()))
}

/// `weight code` of all findings.
fn told(run: &Run) -> BTreeSet<String> {
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let all = json(run)["findings"].as_array().expect("findings").clone();
    all.iter().map(|finding| format!("{} {}", text(finding, "severity"), text(finding, "code"))).collect()
}

fn has(told: &BTreeSet<String>, code: &str) -> bool {
    told.iter().any(|one| one.ends_with(code))
}

fn validated(made: &Gitted, day: &str) -> Run {
    made.run(&["validate", "--format", "json", "--lang", "zh", "--today", day])
}

fn reviewed(made: &Gitted, base: &str, day: &str) -> Run {
    made.run(&["review", base, "--format", "json", "--lang", "zh", "--today", day])
}

/// What a review asks for.
fn asked(run: &Run) -> Vec<String> {
    let all = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let subjects = all(&json(run)["subjects"]);
    let answers = subjects.iter().flat_map(|subject| all(&subject["answers"]));
    answers.filter(|one| one["verdict"] != "not-needed").map(|one| one["procedure"].to_string()).collect()
}

const SERVICES: &str = "records/lanjing/services.yaml";

/// The nine faults that an opening balance once hid.
const NINE: &[(&str, &str, &str, &str)] = &[
    (SERVICES, "在线销售本公司自营的家居用品", "在线销售药品和医疗器械", "S108"),
    (SERVICES, "name: 蓝鲸优选商城", "name: 中国蓝鲸商城", "S115"),
    (SERVICES, "name: 蓝鲸优选帮助中心", "name: lanjing-help", "S112"),
    (
        SERVICES,
        "3A:0B:11:C9:55:7E:60:71:82:93:A4:B5:C6:D7:E8:F9",
        "9F:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:10:20:30:40",
        "S121",
    ),
    (
        SERVICES,
        "  police:\n    applied: 2021-03-10\n    approved: 2021-03-26\n    number: \"粤公网安备44030502005120号\"\n    \
         shown: true\n",
        "",
        "S126",
    ),
    ("records/lanjing/subject.yaml", "legal_representative: lin\n", "", "I124"),
    ("records/my-blog/services.yaml", "name: 周明的运维笔记", "name: 蓝鲸优选科技公司商城", "S116"),
    ("records/my-blog/services.yaml", "commercial: false", "commercial: true", "S110"),
    (SERVICES, "展示公司介绍、产品与招聘信息", "提供时政新闻、论坛评论与视频直播", "S108"),
];

const OPENINGS: [&str; 2] =
    ["records/lanjing/filings/2026-11-25-existing.yaml", "records/my-blog/filings/2026-11-25-existing.yaml"];

/// An opening says where the records begin: it hides no contradiction, with or without an order after it.
#[test]
fn nine_faults_are_told_whatever_the_records_begin_with() {
    let planted = || {
        let made = at("init", "refs/kept/heads/init");
        for (file, old, new, _) in NINE {
            let text = fs::read_to_string(made.case.path(file)).expect("a file");
            assert!(text.contains(old), "{file}: {old}");
            made.case.write(file, text.replacen(old, new, 1));
        }
        made
    };
    let opening_only = planted();
    for file in OPENINGS {
        let text = fs::read_to_string(opening_only.case.path(file)).expect("an opening");
        let (before, rest) = text.split_once("facts:").expect("facts");
        let (_, basis) = rest.split_once("basis:").expect("a basis");
        opening_only.case.write(file, format!("{before}basis:{basis}"));
    }
    let changed = planted();
    changed.case.write("records/lanjing/filings/2026-11-20-supervisor.yaml", SUPERVISOR);
    let none = planted();
    OPENINGS.iter().for_each(|file| fs::remove_file(none.case.path(file)).expect("an opening"));
    for (what, made) in [("an opening alone", &opening_only), ("an order after it", &changed), ("no opening", &none)] {
        let found = told(&validated(made, "2026-11-25"));
        for (_, _, _, code) in NINE {
            assert!(has(&found, code), "{what}: {code} is missing of {found:?}");
        }
        assert!(found.contains("error S110") && found.contains("warning S121"), "{what}: {found:?}");
    }
}

const SUPERVISOR: &str = "procedure: 变更主体
through: 阿里云
order: \"1\"
covers:
  - subject
facts:
  subject/supervisor:
    from: 张三
    to: 林海涛
effective: 2026-12-30
events:
  - at: 2026-11-20
    event: 提交订单
  - at: 2026-11-20
    event: 初审通过
  - at: 2026-11-20
    event: 发送短信
  - at: 2026-11-20
    event: 短信核验
    who: lin
  - at: 2026-11-21
    event: 提交管局
  - at: 2026-11-24
    event: 管局通过
";

/// What the registry does not show is filled in: the administration has it, nothing is filed (Order 33 art. 14 speaks
/// of what changes).
#[test]
fn an_import_is_filled_in_without_a_filing() {
    let made = at("imp", "refs/kept/heads/main");
    let run = reviewed(&made, "30b8f83", "2026-11-25");
    assert_eq!(asked(&run), Vec::<String>::new(), "{}", run.shown());
    assert!(!has(&told(&run), "R107"), "{}", run.shown());
}

/// Since when an access is used is the organiser's own to know: it asks for no order.
#[test]
fn the_first_day_of_an_access_is_filed_nowhere() {
    let made = at("my", "432629a");
    let text = fs::read_to_string(made.case.path(SERVICES)).expect("services");
    let own = "        - ali-mall\n";
    assert!(text.contains(own), "the server");
    made.case.write(SERVICES, text.replacen(own, &format!("{own}      since: 2027-02-03\n"), 1));
    let (state, change) = (validated(&made, "2027-04-21"), reviewed(&made, "HEAD", "2027-04-21"));
    assert!(!has(&told(&state), "F146"), "{}", state.shown());
    assert_eq!(asked(&change), Vec::<String>::new(), "{}", change.shown());
}

/// One server for another of the same provider: no order for a free site, and no finding that asks for one.
#[test]
fn another_server_of_a_provider_is_told_one_way() {
    let made = at("my", "432629a");
    let text = fs::read_to_string(made.case.path(SERVICES)).expect("services");
    made.case.write(SERVICES, text.replacen("- ali-web\n", "- ali-mall\n", 1));
    let run = reviewed(&made, "HEAD", "2027-04-22");
    assert_eq!(asked(&run), Vec::<String>::new(), "{}", run.shown());
    assert!(!has(&told(&run), "warning F146") && !has(&told(&run), "R107"), "{}", run.shown());
}

/// On a past day, while an order ran, the records were neither wrong nor empty.
#[test]
fn a_past_day_is_told_as_it_was() {
    for (revision, day, today) in [("432629a", "2026-12-20", "2027-04-21"), ("b2a761f", "2026-12-01", "2026-12-14")] {
        let made = at("my", revision);
        let run = made.run(&["dossier", "lanjing", "--as-of", day, "--today", today, "--lang", "zh"]);
        assert_eq!(run.status, 0, "{}", run.shown());
        for code in ["**F148**", "| F148 ", "| T111 ", "错误"] {
            let found = run.out.lines().filter(|line| line.contains(code) && line.contains("lanjing")).count();
            assert_eq!(found, 0, "{revision} on {day}: {code}");
        }
    }
}

/// A second opening changes nothing that an order, or the first one, states.
#[test]
fn a_second_opening_explains_no_other_company() {
    let made = at("my", "a980c18");
    let subject = "records/lanjing/subject.yaml";
    let text = fs::read_to_string(made.case.path(subject)).expect("the subject");
    let (name, code) = ("深圳市别的公司科技有限公司", "91440300MA5GKW3T3C");
    let was = text.lines().find_map(|line| line.strip_prefix("name: ")).expect("a name").to_owned();
    made.case.write(subject, text.replace(&was, name).replace("91440300MA5FKW3T2N", code));
    let opening = format!(
        "procedure: 既有备案\ncovers:\n  - subject\nfacts:\n  subject/name: {name}\n  subject/certificate/number: \
         \"{code}\"\nbasis:\n  document: 公共查询\n  date: 2026-11-26\n"
    );
    made.case.write("records/lanjing/filings/2026-11-26-existing.yaml", opening);
    let args = ["review", "a980c18", "--deny", "uncovered,forbidden", "--today", "2026-11-26", "--format", "json"];
    let run = made.run(&args);
    assert_eq!(run.status, 1, "{}", run.shown());
    assert!(has(&told(&run), "F160") && !asked(&run).is_empty(), "{}", run.shown());
}

/// An order of a company names its provider: no other is proposed.
#[test]
fn the_provider_is_the_order_s() {
    let made = at("my", "8f3479f");
    let run = made.run(&["review", "a980c18", "8f3479f", "--lang", "zh", "--today", "2026-11-25"]);
    assert!(!run.out.contains("接入商：腾讯云"), "{}", run.shown());
}

/// The six requests, commit by commit, each reviewed on a later day: nothing is uncovered, nothing forbidden.
#[test]
fn six_requests_go_through_without_a_false_alarm() {
    let made = at("my", "432629a");
    let log = made.git("2026-11-25", &["log", "--reverse", "--first-parent", "--format=%h", "a980c18..432629a"]);
    let mut base = "a980c18".to_owned();
    for commit in log.lines().map(str::to_owned) {
        let args = ["review", &base, &commit, "--format", "json", "--lang", "zh", "--today", "2027-04-22"];
        let run = made.run(&args);
        for code in ["R107", "R108", "R109", "error F148", "error F146"] {
            assert!(!has(&told(&run), code), "{base}..{commit}: {}", run.shown());
        }
        base = commit;
    }
}
