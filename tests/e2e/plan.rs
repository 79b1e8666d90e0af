//! What is done for an order from first to last: twelve plans to read, and what they hold.

use crate::gitted::Gitted;
use crate::harness::{Case, root};
use beian_core::names::Province;
use beian_core::tables::Tables;
use insta::assert_snapshot;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

/// A record without some keys and what stands below them.
fn without(text: &str, keys: &[&str]) -> String {
    let mut left_out: Option<usize> = None;
    let mut out = String::new();
    for line in text.lines() {
        let depth = line.len() - line.trim_start().len();
        if left_out.is_some_and(|at| at < depth || (at == depth && line.trim_start().starts_with("- "))) {
            continue;
        }
        let key = line.trim_start().split(':').next().unwrap_or_default();
        left_out = keys.contains(&key).then_some(depth);
        if left_out.is_none() {
            out += &format!("{line}\n");
        }
    }
    out
}

/// A shipped file before anything of it was filed.
pub(crate) fn unfiled(path: &str) -> String {
    let text = fs::read_to_string(root().join("records").join(path)).expect("a shipped record");
    without(&text, &["numbers", "opened", "police", "shown", "since"])
}

const FILES: [&str; 5] = ["subject.yaml", "people.yaml", "domains.yaml", "servers.yaml", "services.yaml"];

/// A shipped subject before its first filing, in another region.
pub(crate) fn draft(subject: &str, region: (&str, &str)) -> Case {
    let case = Case::empty();
    case.write("beian.yaml", "sample: true\n");
    for file in FILES {
        let text = unfiled(&format!("{subject}/{file}")).replace(region.0, region.1);
        case.write(&format!("records/{subject}/{file}"), text);
    }
    case
}

fn plan(case: &Case, today: &str, args: &[&str]) -> String {
    let run = case.outcome([&["plan", "--today", today], args].concat());
    assert_eq!(run.status, 0, "{}", run.shown());
    run.out
}

pub(crate) fn json(case: &Case, today: &str, args: &[&str]) -> Value {
    let out = plan(case, today, &[args, &["--format", "json"]].concat());
    serde_json::from_str(&out).unwrap_or_else(|why| panic!("{why}: {out}"))
}

pub(crate) const TODAY: &str = "2026-11-02";

#[test]
fn plans_of_first_filings() {
    let enterprise = draft("ningbo-shifan", ("\"330203\"", "\"310101\""));
    assert_snapshot!("plan_first_enterprise_shanghai", plan(&enterprise, TODAY, &["ningbo-shifan", "store"]));
    let person = draft("su-wanli", ("510107", "440106"));
    assert_snapshot!("plan_first_person_guangdong", plan(&person, TODAY, &["su-wanli"]));
    assert_snapshot!("plan_first_person_guangdong_en", plan(&person, TODAY, &["su-wanli", "--lang", "en"]));
    let markdown = ["su-wanli", "--format", "markdown", "--open-on", "2026-12-25"];
    assert_snapshot!("plan_first_person_guangdong_markdown", plan(&person, TODAY, &markdown));
    let library = draft("yangzi-library", ("320105", "320105"));
    assert_snapshot!("plan_first_library_jiangsu", plan(&library, TODAY, &["yangzi-library", "library"]));
}

#[test]
fn plans_of_changes_ends_and_accesses() {
    let made = Gitted::shipped();
    for (name, args) in [
        ("change_enterprise_zhejiang", &["ningbo-shifan", "--procedure", "变更备案"][..]),
        ("change_person_sichuan", &["su-wanli", "--procedure", "变更主体"]),
        ("change_library_jiangsu", &["yangzi-library", "--procedure", "变更主体"]),
        ("end_enterprise_zhejiang", &["ningbo-shifan", "wholesale", "--procedure", "注销互联网信息服务"]),
        ("end_person_sichuan", &["su-wanli", "--procedure", "注销主体"]),
        ("end_library_jiangsu", &["yangzi-library", "--procedure", "注销主体"]),
        ("access_enterprise_zhejiang", &["ningbo-shifan", "store", "--procedure", "新增接入"]),
        ("access_person_sichuan", &["su-wanli", "notes", "--procedure", "新增接入"]),
        ("access_library_jiangsu", &["yangzi-library", "library", "--procedure", "新增接入"]),
    ] {
        assert_snapshot!(format!("plan_{name}"), plan(&made.case, TODAY, args));
    }
}

#[test]
fn a_draft_of_three_lines_is_asked_for_the_rest_by_name() {
    let case = Case::empty();
    case.write("records/shop/subject.yaml", "format: 1\nname: 张小店\nnature: 个人\n");
    let text = plan(&case, TODAY, &["shop"]);
    for asked in [
        "region",
        "主体负责人（principal）",
        "services.yaml 没有服务",
        "domains.yaml 没有域名",
        "接入商未记录（access）",
    ] {
        assert!(text.contains(asked), "{asked}: {text}");
    }
    assert_snapshot!("plan_three_lines", text);
}

#[test]
fn a_first_filing_fits_two_pages() {
    let provinces =
        ["110101", "120101", "310101", "320105", "330106", "440106", "510107", "610104", "650102", "370102"];
    for region in provinces {
        for (subject, old) in [("su-wanli", "510107"), ("ningbo-shifan", "330203"), ("yangzi-library", "320105")] {
            for lang in ["zh", "en"] {
                let case = draft(subject, (&format!("\"{old}\""), &format!("\"{region}\"")));
                let lines = plan(&case, TODAY, &[subject, "--lang", lang]).lines().count();
                // A page of A4 holds 70 lines of 100 columns in letters of nine points.
                let most = if lang == "zh" { 116 } else { 140 };
                assert!(lines <= most, "{subject} in {region}, {lang}: {lines} lines");
            }
        }
    }
}

#[test]
fn what_cannot_be_planned_is_told() {
    let made = Gitted::shipped();
    for (args, status, said) in [
        (&["plan", "nobody"][..], 3, "三行 subject.yaml"),
        (&["plan", "su-wanly"], 3, "su-wanli"),
        (&["plan", "su-wanli", "nothing"], 2, "notes"),
        (&["plan", "ningbo-shifan", "--procedure", "新增接入"], 2, "哪个服务"),
        (&["plan", "su-wanli", "--procedure", "备案"], 2, "首次备案"),
        (&["plan", "su-wanli", "--procedure", "转移备案"], 2, ""),
        (&["plan", "su-wanli", "--open-on", "morgen"], 2, ""),
    ] {
        let run = made.run(args);
        assert!(run.status == status && run.err.contains(said), "{args:?}: {}", run.shown());
    }
    let person = draft("su-wanli", ("510107", "440106"));
    let run = person.outcome(["plan", "su-wanli", "--procedure", "变更主体"]);
    assert!(run.status == 2 && run.err.contains("还没有备案"), "{}", run.shown());
}

#[test]
fn the_page_of_a_province_shows_its_own_number() {
    let made = Gitted::shipped();
    let codes = |case: &Case, subject: &str| {
        let told = json(case, TODAY, &[subject]);
        let steps = told["steps"].as_array().expect("steps").clone();
        let items = steps.iter().flat_map(|step| step["items"].as_array().cloned().unwrap_or_default());
        items
            .filter(|item| item["kind"] == "code")
            .map(|item| item["text"].as_str().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    // Before its number is shown, the HTML stands in the plan.
    let services = "records/su-wanli/services.yaml";
    let text = fs::read_to_string(made.case.path(services)).expect("services");
    made.case.write(services, format!("{}  shown:\n    since: false\n", without(&text, &["police"])));
    let shown = codes(&made.case, "su-wanli");
    assert!(shown.iter().any(|code| code.contains(">蜀ICP备2024000063号-1</a>")), "{shown:?}");
    let person = draft("su-wanli", ("510107", "440106"));
    assert!(codes(&person, "su-wanli").iter().any(|code| code.contains("主体备案号")));
}

#[test]
fn a_day_to_open_is_counted_back_and_kept() {
    let case = draft("su-wanli", ("510107", "510107"));
    let course = |today: &str, args: &[&str]| json(&case, today, &[&["su-wanli"], args].concat())["course"].clone();
    let soonest = course(TODAY, &[]);
    assert_eq!(soonest["kind"], "forwards");
    let day = soonest["opens"].as_str().expect("a day");
    // What is too soon is answered with the earliest.
    let early = course(TODAY, &["--open-on", "2026-11-10"]);
    assert_eq!((&early["kind"], early["opens"].as_str()), (&Value::from("too-soon"), Some(day)));
    // Each step on its last day, and it opens on the day.
    let wanted = "2026-12-24";
    let planned = course(TODAY, &["--open-on", wanted]);
    assert_eq!((&planned["kind"], planned["opens"].as_str()), (&Value::from("backwards"), Some(wanted)));
    let last = |mark: &str| planned["days"][mark].as_str().expect("a day").to_owned();
    let mut events = String::new();
    for (mark, event) in [
        ("submitted", "提交订单"),
        ("passed", "初审通过"),
        ("verified", "短信核验\n    who: su"),
        ("handed-over", "提交管局"),
    ] {
        let day = last(mark);
        assert_eq!(course(&day, &["--open-on", wanted])["kind"], "backwards", "{mark}");
        events += &format!("  - at: {day}\n    event: {event}\n");
        if mark == "passed" {
            events += &format!("  - at: {day}\n    event: 发送短信\n");
        }
        case.write("records/su-wanli/filings/2026-11-02-first.yaml", format!("{FIRST}events:\n{events}"));
        let rest = course(&day, &["--open-on", wanted]);
        assert_eq!((&rest["kind"], rest["opens"].as_str()), (&Value::from("backwards"), Some(wanted)), "{mark}");
    }
    // In a year without a calendar nothing is counted.
    let unknown = course("2026-12-20", &["--open-on", "2027-03-01"]);
    assert_eq!(
        (&unknown["kind"], &unknown["unknown_calendar"]),
        (&Value::from("unknown-calendar"), &Value::from(2027))
    );
}

pub(crate) const FIRST: &str = "procedure: 首次备案
through: 腾讯云
covers:
  - subject
  - services/notes
";

#[test]
fn a_rejection_is_told_with_what_it_is_likely_about() {
    let case = draft("su-wanli", ("510107", "510107"));
    let events = "events:\n  - at: 2026-10-20\n    event: 提交订单\n  - at: 2026-10-21\n    event: 初审驳回\n\
                  \u{20}   note: 网站名称不符合要求，请修改；通信地址请写到门牌号\n";
    case.write("records/su-wanli/filings/2026-10-20-first.yaml", format!("{FIRST}{events}"));
    let text = plan(&case, TODAY, &["su-wanli"]);
    assert!(text.contains("退回原因") && text.contains("可能是：名称") && text.contains("可能是：地址"), "{text}");
    let run = case.outcome(["status", "--format", "json"]);
    let told: Value = serde_json::from_str(&run.out).expect("JSON");
    let rows = told["rows"].as_array().expect("rows");
    assert!(
        rows.iter().any(|row| row["likely"][0]["id"] == "name" && row["likely"][1]["id"] == "address"),
        "{}",
        run.out
    );
}

#[test]
fn every_row_on_names_and_servers_is_shown() {
    let case = Case::clean();
    let tables = Tables::builtin();
    let mut told = String::new();
    let codes: BTreeSet<u8> = tables.provinces.all().map(|row| row.code).filter(|code| *code != 0).collect();
    for code in codes {
        let province = Province::of_code(&format!("{code:02}")).expect("a province");
        told += &case.outcome(["rules", "--province", province.short_zh]).out;
    }
    for row in tables.names.all() {
        assert!(told.contains(&*row.told().zh), "{} is shown nowhere", row.id);
    }
    for paper in tables.papers.all() {
        let detail = paper.detail.as_ref().map_or("", |detail| &*detail.zh);
        assert!(told.contains(detail), "the detail of {} is shown nowhere", paper.id);
    }
    let mut plans = String::new();
    for provider in ["阿里云", "腾讯云", "华为云", "青云"] {
        let case = draft("su-wanli", ("腾讯云", provider));
        // What is done is not told any more: the domain is still to be verified.
        case.edit("records/su-wanli/domains.yaml", "  verified: 2024-04-08\n", "");
        plans += &plan(&case, TODAY, &["su-wanli"]);
    }
    for row in tables.terms.all() {
        assert!(plans.contains(&format!("{}：", row.product)), "{} is shown nowhere", row.product);
    }
}

#[test]
fn a_word_of_the_field_leads_to_rules_and_rows() {
    let case = Case::empty();
    for (word, said) in [("博客", "S116"), ("官方", "S146"), ("幕布", "幕布"), ("居住证", "P203")] {
        let run = case.outcome(["explain", word]);
        assert!(run.status == 0 && run.out.contains(said), "{word}: {}", run.shown());
    }
    assert_snapshot!("explain_a_word", case.run(["explain", "博客"]));
    assert_eq!(case.outcome(["explain", "火星文字"]).status, 2);
    assert_eq!(case.outcome(["explain", "unquoted-txt"]).status, 2);
}
