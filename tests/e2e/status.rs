//! How far each subject and service has come, a line each.

use crate::gitted::Gitted;
use crate::harness::{Case, Run};
use insta::assert_snapshot;
use serde_json::Value;
use std::fs;

/// A first filing of one shop that is drafted and not yet sent to anybody.
fn draft() -> Case {
    let case = Case::clean();
    for name in ["subject.yaml", "services.yaml"] {
        let path = format!("records/example/{name}");
        let text = fs::read_to_string(case.path(&path)).expect("a record");
        case.write(&path, without(&text, &["numbers", "opened", "police"]));
    }
    for entry in fs::read_dir(case.path("records/example/filings")).expect("filings").flatten() {
        fs::remove_file(entry.path()).expect("a filing");
    }
    case.write("records/example/filings/2026-11-20-first.yaml", FIRST);
    case
}

const FIRST: &str = "procedure: 首次备案
through: 阿里云
covers:
  - subject
  - services/shop
";

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

/// What the draft has come to with events.
fn with(events: &[(&str, &str)]) -> Value {
    let case = draft();
    let events: String = events.iter().map(|(at, event)| format!("  - at: {at}\n    event: {event}\n")).collect();
    let events = if events.is_empty() { events } else { format!("events:\n{events}") };
    case.write("records/example/filings/2026-11-20-first.yaml", format!("{FIRST}{events}"));
    json(&case.outcome(["status", "--format", "json"]))
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|why| panic!("{why}: {}", run.shown()))
}

fn shop(all: &Value) -> &Value {
    let rows = all["rows"].as_array().expect("rows");
    rows.iter().find(|row| row["service"] == "shop").expect("the shop")
}

#[test]
fn the_shipped_records_are_in_order() {
    let made = Gitted::shipped();
    assert_snapshot!("status_text_zh", made.run(&["status"]).shown());
    assert_snapshot!("status_text_en", made.run(&["status", "--lang", "en", "--sort", "subject"]).shown());
    assert_snapshot!("status_markdown", made.run(&["status", "--format", "markdown", "--province", "浙"]).shown());
    assert_snapshot!("status_csv", made.run(&["status", "--format", "csv", "--subject", "su-wanli"]).shown());
    assert_snapshot!("status_json", made.run(&["status", "--format", "json", "--subject", "su-wanli"]).shown());
}

#[test]
fn an_order_is_as_far_as_its_events_say() {
    let course = [
        (None, "ready", "house"),
        (Some(("2026-11-16", "提交订单")), "at-provider", "provider"),
        (Some(("2026-11-17", "初审通过")), "before-message", "provider"),
        (Some(("2026-11-20T16:00:00+08:00", "发送短信")), "message", "house"),
        (Some(("2026-11-20T17:00:00+08:00", "短信核验")), "before-handover", "provider"),
        (Some(("2026-11-20T18:00:00+08:00", "提交管局")), "at-administration", "administration"),
    ];
    for until in 1..=course.len() {
        let events: Vec<_> = course.iter().take(until).filter_map(|(event, ..)| *event).collect();
        let all = with(&events);
        let (_, progress, actor) = course[until - 1];
        let row = shop(&all);
        assert_eq!((row["progress"].as_str(), row["next"]["actor"].as_str()), (Some(progress), Some(actor)), "{row}");
        assert_eq!(row["number"], Value::Null);
    }
    let decides = shop(&with(&[("2026-11-20", "提交订单"), ("2026-11-20", "提交管局")])).clone();
    assert_eq!(decides["next"]["by"], "2026-12-18", "20 working days");
}

#[test]
fn what_lacks_keeps_a_draft_and_comes_first() {
    let case = draft();
    case.edit("records/example/domains.yaml", "  verified: ", "  # verified: ");
    let all = json(&case.outcome(["status", "--format", "json"]));
    let row = shop(&all);
    assert_eq!((row["progress"].as_str(), row["urgency"].as_str()), (Some("preparing"), Some("house")), "{row}");
    assert!(row["next"]["what"].as_str().is_some_and(|what| what.contains("shop.example")), "{row}");
    // The day after it was verified is too early.
    let case = draft();
    let domains = fs::read_to_string(case.path("records/example/domains.yaml")).expect("domains");
    let (before, rest) = domains.split_once("verified: ").expect("a day");
    let rest = rest.split_once('\n').expect("a line").1;
    case.write("records/example/domains.yaml", format!("{before}verified: 2026-11-20\n{rest}"));
    let all = json(&case.outcome(["status", "--format", "json"]));
    let row = shop(&all);
    assert_eq!(row["progress"], "waiting", "{row}");
    assert_eq!(row["next"]["not_before"], "2026-11-23", "{row}");
}

#[test]
fn filters_keep_what_is_meant() {
    let made = Gitted::shipped();
    let count = |args: &[&str]| {
        let run = made.run(&[&["status", "--format", "json"], args].concat());
        assert_eq!(run.status, 0, "{args:?}: {}", run.shown());
        json(&run)["rows"].as_array().map_or(0, Vec::len)
    };
    let all = count(&[]);
    assert_eq!(count(&["--province", "浙江"]), count(&["--province", "浙"]));
    assert!(count(&["--province", "浙"]) < all && 0 < count(&["--provider", "阿里云"]));
    assert_eq!(count(&["--status", "已备案"]), count(&["--status", "filed"]));
    assert_eq!(count(&["records/su-wanli"]), count(&["--subject", "su-wanli"]));
    for (args, status) in [
        (&["status", "--province", "火星"][..], 2),
        (&["status", "--status", "已备"], 2),
        (&["status", "--owner", "nobody"], 3),
        (&["status", "--subject", "nobody"], 3),
    ] {
        let run = made.run(args);
        assert_eq!(run.status, status, "{args:?}: {}", run.shown());
    }
    assert!(made.run(&["status", "--status", "已备"]).err.contains("已备案"));
}

#[test]
fn status_and_due_know_the_same_days() {
    let made = Gitted::shipped();
    let due = json(&made.run(&["due", "--format", "json"]));
    let due = due["due"].as_array().expect("days");
    let rows = json(&made.run(&["status", "--format", "json"]));
    let mut seen = 0;
    for row in rows["rows"].as_array().expect("rows") {
        let next = &row["next"];
        if next.is_null() || next["by"].is_null() || next["usual"] == true {
            continue;
        }
        let same =
            |one: &Value| one["subject"] == row["subject"] && one["due"] == next["by"] && one["fact"] == next["fact"];
        assert!(due.iter().any(same), "{row}");
        seen += 1;
    }
    assert!(4 < seen, "{seen}");
}
