//! A first filing, walked from an empty folder by its plan alone.

use crate::harness::{Case, root};
use crate::plan::{FIRST, TODAY, json, unfiled};
use serde_json::Value;
use std::fs;

/// A first filing, from an empty folder on.
struct Walk {
    case: Case,
    today: String,
    events: String,
    /// What was done, by the plan's own steps.
    done: Vec<String>,
}

impl Walk {
    const FILING: &'static str = "records/su-wanli/filings/2026-11-02-first.yaml";

    fn write(&self, file: &str, change: impl Fn(String) -> String) {
        let text = unfiled(&format!("su-wanli/{file}"));
        self.case.write(&format!("records/su-wanli/{file}"), change(text));
    }

    fn event(&mut self, event: &str) {
        self.events += &format!("  - at: {}\n    event: {event}\n", self.today);
        let events = &self.events;
        let granted = if event == "管局通过" {
            "granted:\n  - of: subject\n    number: \"蜀ICP备2026000063号\"\n  - of: services/notes\n    number: \
             \"蜀ICP备2026000063号-1\"\n"
        } else {
            ""
        };
        // What is filed stands in the order, as in the shipped one.
        let path = root().join("records/su-wanli/filings/2024-04-22-first.yaml");
        let shipped = fs::read_to_string(path).expect("an order");
        let facts = shipped.split("events:").next().and_then(|text| text.split_once("facts:")).expect("facts").1;
        self.case.write(Self::FILING, format!("{FIRST}facts:{facts}events:\n{events}{granted}"));
    }

    /// The keys of the service after its approval.
    fn after(&self, more: &str) {
        let day = self.events.rsplit("at: ").next().and_then(|rest| rest.get(..10)).expect("a day").to_owned();
        let numbers = |number: &str, indent: &str| {
            format!(
                "{indent}numbers:\n{indent}  - number: \"{number}\"\n{indent}    from: {day}\n{indent}    filing: \
                 2026-11-02-first\n"
            )
        };
        self.write("subject.yaml", |text| text + &numbers("蜀ICP备2026000063号", ""));
        self.write("services.yaml", |text| text + &numbers("蜀ICP备2026000063号-1", "  ") + more);
    }

    /// Does what the plan says is to be done now.
    fn act(&mut self, step: &Value) {
        let id = step["id"].as_str().expect("a step").to_owned();
        let day = |of: &str| step[of]["day"].as_str().map(str::to_owned);
        let facts = step["items"].as_array().expect("lines").iter().filter(|item| item["kind"] == "fact");
        let asked: String = facts.map(|item| item["text"].as_str().unwrap_or_default().to_owned()).collect();
        let (today, opened) = (self.today.clone(), format!("  opened: {}\n", self.today));
        match id.as_str() {
            "account" => {
                assert!(asked.contains("接入商"), "{asked}");
                self.write("services.yaml", |text| text);
            }
            "server" => self.write("servers.yaml", |text| text),
            "domain" => self.write("domains.yaml", |text| text.replace("2024-04-08", &today)),
            "records" if !self.case.path("records/su-wanli/people.yaml").exists() => {
                self.write("people.yaml", |text| text);
            }
            "records" => {
                self.write("subject.yaml", |text| text);
                self.write("servers.yaml", |text| text);
            }
            "submit" => match day("not_before").filter(|from| *from > self.today) {
                Some(from) => self.today = from,
                None => self.event("提交订单"),
            },
            "first-review" => {
                self.today = day("by").expect("a day");
                self.event("初审通过");
                self.event("发送短信");
            }
            "message" => {
                self.event("短信核验\n    who: su");
                self.event("提交管局");
            }
            "decision" => {
                self.today = day("by").expect("a day");
                self.event("管局通过");
                self.after("");
            }
            "open" => self.after(&opened),
            "show" => panic!("where it is shown nobody asked yet"),
            "police" => {
                let opened = opened.replace(&self.today, &self.opened());
                self.after(&format!(
                    "{opened}  police:\n    applied: {today}\n    approved: {today}\n    number: \
                     \"川公网安备51010702000063号\"\n"
                ));
            }
            "show-police" => {
                self.after(&format!(
                    "  opened: {}\n  police:\n    applied: {today}\n    approved: {today}\n    number: \
                     \"川公网安备51010702000063号\"\n    shown: {today}\n",
                    self.opened()
                ));
            }
            other => panic!("what is done at {other}? {step:#}"),
        }
        self.done.push(id);
    }

    fn opened(&self) -> String {
        self.events.rsplit("at: ").next().and_then(|rest| rest.get(..10)).expect("a day").to_owned()
    }
}

#[test]
fn a_first_filing_is_walked_by_its_plan_alone() {
    let case = Case::empty();
    case.write("beian.yaml", "sample: true\n");
    case.write("records/readme.txt", "");
    let nobody = case.outcome(["plan", "su-wanli"]);
    assert!(nobody.status == 3 && nobody.err.contains("三行 subject.yaml"), "{}", nobody.shown());
    case.write("records/su-wanli/subject.yaml", "format: 1\nname: 苏万里\nnature: 个人\n");
    let mut walk = Walk { case, today: TODAY.to_owned(), events: String::new(), done: Vec::new() };
    for _ in 0..30 {
        let told = json(&walk.case, &walk.today, &["su-wanli"]);
        let steps = told["steps"].as_array().expect("steps");
        let now = steps.iter().find(|step| step["standing"] == "now").unwrap_or_else(|| panic!("no act: {told:#}"));
        if told["progress"] == "in-order" {
            assert_eq!(now["id"], "keep");
            break;
        }
        walk.act(now);
    }
    let told = json(&walk.case, &walk.today, &["su-wanli"]);
    assert_eq!(told["progress"], "in-order", "{:?} {told:#}", walk.done);
    let run = walk.case.outcome(["validate", "--today", &walk.today]);
    assert_eq!(run.status, 0, "{}", run.shown());
    for step in ["domain", "records", "submit", "first-review", "message", "decision", "open", "police", "show-police"]
    {
        assert!(walk.done.iter().any(|done| done == step), "{step}: {:?}", walk.done);
    }
}
