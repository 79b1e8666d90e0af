//! What is to be done by when: every format, its exit status, and one engine for all that tell days.

use crate::harness::{Case, Run};
use insta::assert_snapshot;
use serde_json::Value;
use std::fs;

const CHANGE: &str = "procedure: 变更主体
through: 阿里云
order: \"20260706000017\"
covers:
  - subject
facts:
  subject/address:
    from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
    to: 浙江省杭州市滨江区江南大道 588 号 1206 室
effective: 2026-12-28
events:
  - at: 2026-11-16T10:00:00+08:00
    event: 提交订单
  - at: 2026-11-20T09:40:00+08:00
    event: 初审通过
  - at: 2026-11-20T09:41:00+08:00
    event: 发送短信
";

const LETTER: &str = "kind: 年度审核
authority: 浙江省通信管理局
received: 2026-11-18
due: 2026-11-25T18:00:00+08:00
about: 核查
demands:
  - 核对主体信息
";

/// The clean subject with a change whose code waits, a letter to be answered to the hour, an order that the
/// administration has from the last year with a calendar into one without, a domain that ended and an owner.
fn busy() -> Case {
    let case = Case::clean();
    let subject = fs::read_to_string(case.path("records/example/subject.yaml")).expect("a subject");
    case.write("records/example/subject.yaml", subject.replacen("format: 1", "format: 2", 1));
    case.write("records/example/filings/2026-11-16-address.yaml", CHANGE);
    case.write("records/example/official/2026-11-18-review.yaml", LETTER);
    let domains = fs::read_to_string(case.path("records/example/domains.yaml")).expect("domains");
    let (before, rest) = domains.split_once("expires: ").expect("a domain with an end");
    let (_, after) = rest.split_once('\n').expect("an end");
    case.write("records/example/domains.yaml", format!("{before}expires: 2026-11-01\n{after}"));
    let services = fs::read_to_string(case.path("records/example/services.yaml")).expect("services");
    case.write("records/example/services.yaml", services.replacen("  kind:", "  owner: 运营部小赵\n  kind:", 1));
    case
}

/// The same with an order that the administration has since so late a day that its time reaches a year without a
/// published calendar.
fn late_in_the_year() -> Case {
    let case = busy();
    let filing = "records/example/filings/2026-11-16-address.yaml";
    let text = fs::read_to_string(case.path(filing)).expect("a filing");
    case.write(
        filing,
        text + "  - at: 2026-12-09T10:00:00+08:00\n    event: 短信核验\n    who: zhang\n  - at: \
                2026-12-10T10:00:00+08:00\n    event: 提交管局\n",
    );
    case
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|why| panic!("{why}: {}", run.shown()))
}

#[test]
fn what_is_late_comes_first() {
    assert_snapshot!("due_text_zh", busy().run(["due"]));
    assert_snapshot!("due_text_en", busy().run(["due", "--lang", "en", "--within", "30d"]));
    assert_snapshot!("due_nothing", Case::clean().run(["due", "--within", "1d"]));
}

#[test]
fn other_formats_say_the_same() {
    assert_snapshot!("due_markdown", busy().run(["due", "--format", "markdown", "--within", "30d"]));
    assert_snapshot!("due_json", busy().run(["due", "--format", "json", "--within", "30d"]));
    assert_snapshot!("due_csv", busy().run(["due", "--format", "csv", "--within", "30d"]));
    assert_snapshot!("due_ics", busy().run(["due", "--format", "ics", "--within", "30d"]).replace('\r', ""));
    for format in ["wecom", "dingtalk", "feishu"] {
        let args = ["due", "--within", "30d", "--mention", "all", "--mention", "zhao", "--format", format];
        assert_snapshot!(format!("due_{format}"), busy().run(args));
    }
}

#[test]
fn a_year_without_a_calendar_counts_nothing() {
    let run = late_in_the_year().outcome(["due", "--format", "json"]);
    let all = json(&run);
    let due = all["due"].as_array().expect("a list");
    let decided = due.iter().find(|one| one["kind"] == "authority-decision").expect("the administration's time");
    assert_eq!((&decided["due"], &decided["unknown_calendar"]), (&Value::Null, &Value::from(2027)));
    assert_eq!(decided["actor"], "administration");
    let text = late_in_the_year().outcome(["due", "--lang", "en"]).out;
    let line = text.lines().find(|line| line.contains("the authority decides")).expect("its line");
    assert!(line.contains("calendar of 2027 unknown") && !line.contains("2027-"), "{line}");
}

#[test]
fn the_exit_status_is_what_was_asked() {
    let case = busy();
    for (args, status) in [
        (&["due"][..], 0),
        (&["due", "--fail-on", "overdue"], 1),
        (&["due", "--fail-on", "overdue", "--subject", "example"], 1),
        (&["due", "--fail-on", "within:7d"], 1),
        (&["due", "--within", "1d", "--fail-on", "within:7d", "--format", "json"], 1),
        (&["due", "--fail-on", "overdue", "records/example"], 1),
        (&["due", "--fail-on", "tomorrow"], 2),
        (&["due", "--within", "soon"], 2),
        (&["due", "--mention", "zhao"], 2),
        (&["due", "--format", "wecom", "--mention", "<at>"], 2),
        (&["due", "--previous", "x.ics"], 2),
        (&["due", "--subject", "nobody"], 3),
        (&["due", "--owner", "nobody"], 3),
        (&["due", "nowhere"], 2),
    ] {
        let run = case.outcome(args);
        assert_eq!(run.status, status, "{args:?}: {}", run.shown());
    }
    let clean = Case::clean();
    assert_eq!(clean.outcome(["due", "--fail-on", "overdue"]).status, 0);
    assert_eq!(clean.outcome(["due", "--fail-on", "within:1d"]).status, 0);
}

#[test]
fn what_was_not_read_is_not_passed_over() {
    let case = busy();
    case.edit("records/example/domains.yaml", "expires: 2026-11-01", "expires: 2026-11-31");
    let run = case.outcome(["due", "--fail-on", "overdue", "--lang", "en"]);
    assert_eq!(run.status, 4, "{}", run.shown());
    assert!(run.err.contains("records/example/domains.yaml") && run.err.contains("may hold more days"), "{}", run.err);
    let all = json(&case.outcome(["due", "--format", "json"]));
    assert_eq!(all["not_seen"][0]["path"], "records/example/domains.yaml");
}

#[test]
fn an_owner_gets_what_concerns_his_services() {
    let all = json(&busy().outcome(["due", "--format", "json", "--owner", "运营部小赵"]));
    let due = all["due"].as_array().expect("a list");
    assert!(!due.is_empty());
    for one in due {
        let owners = one["owners"].as_array().expect("owners");
        assert!(owners.iter().any(|owner| owner == "运营部小赵"), "{one}");
    }
}

/// The value of the first line of that name.
fn value<'t>(entry: &'t str, name: &str) -> &'t str {
    entry.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default()
}

fn entries(calendar: &str) -> Vec<&str> {
    calendar.split("BEGIN:VEVENT").skip(1).collect()
}

#[test]
fn a_calendar_keeps_to_its_form() {
    let case = busy();
    let run = case.outcome(["due", "--format", "ics"]);
    assert_eq!(run.status, 0, "{}", run.shown());
    assert_eq!(run.out, case.outcome(["due", "--format", "ics"]).out, "the same bytes each time");
    for line in run.out.split_inclusive('\n') {
        assert!(line.ends_with("\r\n") && line.len() <= 77 && line.matches('\r').count() == 1, "{line:?}");
    }
    assert!(3 < entries(&run.out).len());
    for entry in entries(&run.out) {
        assert!(value(entry, "UID:").ends_with("@beian"), "{entry}");
        assert_eq!(entry.matches("BEGIN:VALARM").count(), 2, "{entry}");
    }
    // A moment stands in the zone of Beijing, a day stands as a day.
    assert!(run.out.contains("DTSTART;TZID=Asia/Shanghai:20261125T180000\r\n"), "{}", run.out);
    assert!(run.out.contains("DTSTART;TZID=Asia/Shanghai:20261121T094100\r\n"), "{}", run.out);
    assert!(run.out.contains("DTSTART;VALUE=DATE:20261101\r\nDTEND;VALUE=DATE:20261102\r\n"), "{}", run.out);
}

#[test]
fn a_later_calendar_updates_and_cancels_an_older_one() {
    let case = busy();
    let older = case.outcome(["due", "--format", "ics"]).out;
    case.write("older.ics", &older);
    case.edit("records/example/domains.yaml", "expires: 2026-11-01", "expires: 2030-11-01");
    case.edit("records/example/official/2026-11-18-review.yaml", "demands:", "answered: 2026-11-20\ndemands:");
    let newer = case.outcome(["due", "--format", "ics", "--within", "7d", "--previous", "older.ics"]).out;
    let ends = |calendar: &str| {
        let all = entries(calendar);
        let one = all.iter().find(|entry| value(entry, "CATEGORIES:").starts_with("域名到期"));
        one.map(|entry| value(entry, "UID:").to_owned())
    };
    let all = case.outcome(["due", "--format", "ics"]).out;
    assert_eq!(ends(&older).expect("the domain"), ends(&all).expect("the domain"), "an update keeps its UID");
    let cancelled: Vec<_> = entries(&newer).into_iter().filter(|entry| entry.contains("STATUS:CANCELLED")).collect();
    assert_eq!(cancelled.len(), 1, "only what is done, and not what is merely far: {newer}");
    assert!(cancelled[0].replace("\r\n ", "").contains("：答复来函 2026-11-18-review"), "{newer}");
    assert!(cancelled[0].contains("DTSTART;TZID=Asia/Shanghai:20261125T180000"), "{newer}");
}

#[test]
fn a_message_fits_its_robot() {
    let case = Case::clean();
    let text: String = (0..120)
        .map(|at| {
            format!(
                "shop{at}.example:\n  registrar: 阿里云\n  registered: 2020-01-01\n  verified: 2020-01-02\n  \
                 expires: 2026-12-01\n"
            )
        })
        .collect();
    let domains = fs::read_to_string(case.path("records/example/domains.yaml")).expect("domains");
    case.write("records/example/domains.yaml", domains + &text);
    for (format, most) in [("wecom", 2_048), ("dingtalk", 20_000), ("feishu", 20_000)] {
        let run = case.outcome(["due", "--format", format, "--within", "30d"]);
        let bodies: Vec<Value> = run.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        let content =
            |body: &Value| body["text"]["content"].as_str().or(body["content"]["text"].as_str()).map(str::len);
        assert!(bodies.iter().all(|body| content(body).is_some_and(|length| length <= most)), "{format}");
        assert!(run.out.lines().all(|line| format == "wecom" || line.len() <= most), "{format}");
        let told = run.out.matches("shop").count();
        assert_eq!(told, 120, "{format}: {}", bodies.len());
    }
}

#[test]
fn dossiers_know_the_same_days() {
    let case = busy();
    let all = json(&case.outcome(["due", "--format", "json"]));
    let dossier = case.outcome(["dossier", "example", "--audience", "internal"]).out.replace('\\', "");
    let due = all["due"].as_array().expect("a list");
    assert!(4 < due.len());
    for one in due {
        let fact = one["fact"].as_str().expect("a fact");
        let day = one["due"].as_str().unwrap_or("—");
        let stands = dossier.lines().any(|line| line.contains(fact) && line.contains(day));
        assert!(stands, "{one} stands in no line of the dossier");
    }
}
