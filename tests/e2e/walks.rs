//! Each message that proposes a filing, followed to the letter: what it tells is done, the order it proposes is
//! written, committed, carried on event by event and approved; at no step is anything wrong that was not asked for.
//!
//! `tests/fixtures/walks` holds a folder for each walk over the clean subject: `told` is what the message is told of,
//! `done` what its help says, `order.yaml` the order, `approved` what is written once it is approved, `granted.yaml`
//! the numbers that come with it. Files stand whole; an empty one stands for one that is gone.

use crate::gitted::Gitted;
use crate::harness::{Case, root};
use crate::situations::lay_as;
use beian_core::rules;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const DAY: &str = "2026-11-21";

/// A walk: its folder begins with the code of its rule.
struct Walk {
    folder: &'static str,
    /// Codes that may go on being told until the order is approved, and why.
    until_approved: &'static [(&'static str, &'static str)],
    /// Whether what is told of is committed before.
    committed: bool,
}

const fn walk(folder: &'static str) -> Walk {
    Walk { folder, until_approved: &[], committed: true }
}

const WALKS: &[Walk] = &[
    walk("A104-no-access"),
    walk("A115-released"),
    walk("D113-sold"),
    walk("D113-sold-deregistered"),
    walk("D125-home-elsewhere"),
    walk("F115-a-change-within-a-new-filing"),
    walk("F141-not-ended"),
    walk("F142-ended"),
    walk("F146-address"),
    // What was committed of an opening is closed; only one that is being written can still be put right.
    Walk { committed: false, ..walk("F160-second-opening") },
    walk("I108-old-number"),
    walk("I117-person"),
    walk("I117-subject"),
    walk("L111-unused-domain"),
    walk("N120-a-number-without-a-filing"),
    walk("S107-approval-ended"),
    walk("S124-app-open"),
    walk("S125-site-open"),
    walk("S128-closed"),
    walk("T102-lapsed"),
    Walk { until_approved: &[("T107", "the notice runs until it is answered")], ..walk("T107-shell") },
    walk("T108-soon"),
];

/// Rules of which the help proposes a filing, and which are walked elsewhere or lead to another one's.
const ELSEWHERE: &[(&str, &str)] = &[
    ("I115", "clerk.rs: a move to another province"),
    ("R107", "clerk.rs: an address, the content of a site, both at once, a new site"),
    ("R104", "the record is put back and ended by an order: F142"),
    ("R101", "the text is put back; another order corrects it"),
    ("R102", "the file is put back; another order corrects it"),
    ("R109", "clerk.rs: a domain sold, a move to another province"),
    ("R111", "clerk.rs: a move to another province"),
    ("S134", "the same filing in several orders"),
    ("S141", "the name is changed like any other fact: F146"),
    ("F105", "an event that was written by mistake"),
    ("F116", "the order itself is completed"),
];

/// By what a help is known that proposes a filing.
const PROPOSES: &[&str] = &[
    "办理变更",
    "办理注销",
    "办理新增",
    "办理取消",
    "办理备案",
    "注销这个服务",
    "新增备案",
    "另行备案",
    "立订单",
    "另立",
    "立首次备案",
    "立迁移",
    "按跨省办理",
    "写一个订单",
    "另写一个订单",
    "procedure 写",
    "“既有备案”订单",
    "ended（日期、原因、订单）",
    "几个订单",
    "移到另一个订单",
];

#[test]
fn every_message_that_proposes_a_filing_has_a_walk() {
    let walked: BTreeSet<&str> = WALKS.iter().filter_map(|walk| walk.folder.split('-').next()).collect();
    let elsewhere: BTreeSet<&str> = ELSEWHERE.iter().map(|(code, _)| *code).collect();
    for rule in rules::all() {
        let proposes = PROPOSES.iter().find(|word| rule.help.zh.contains(**word));
        let held = walked.contains(rule.code) || elsewhere.contains(rule.code);
        assert!(proposes.is_none() || held, "{}: {:?} proposes a filing and nobody walks it", rule.code, rule.help.zh);
    }
}

#[test]
fn every_folder_is_a_walk_of_the_table() {
    let mut folders: Vec<String> = fs::read_dir(root().join("tests/fixtures/walks"))
        .expect("walks")
        .map(|entry| entry.expect("a folder").file_name().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    assert_eq!(folders, WALKS.iter().map(|walk| walk.folder).collect::<Vec<_>>());
}

#[test]
fn whoever_follows_a_message_to_the_letter_ends_clean() {
    let wrong: Vec<String> = WALKS.iter().filter_map(|walk| walk.go().err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

impl Walk {
    fn code(&self) -> &'static str {
        self.folder.split('-').next().unwrap_or_default()
    }

    fn go(&self) -> Result<(), String> {
        let folder = root().join("tests/fixtures/walks").join(self.folder);
        let made = Gitted::clean();
        lay(&made.case, &folder.join("told"));
        if self.committed {
            made.commit(DAY, "told");
        }
        let told = findings(&made);
        if !told.iter().any(|one| one.code == self.code()) {
            return Err(format!("{}: it is not told: {told:#?}", self.folder));
        }
        lay(&made.case, &folder.join("done"));
        let order = fs::read_to_string(folder.join("order.yaml")).ok();
        let file = format!("records/example/filings/{DAY}-order.yaml");
        if let Some(order) = &order {
            made.case.write(&file, order);
        }
        self.is_clean(&made, "what it says is done")?;
        made.commit(DAY, "done");
        let Some(order) = order else { return Ok(()) };
        let mut text = format!("{order}order: \"20261121000017\"\nevents:\n");
        for (time, event, who) in EVENTS {
            text.push_str(&format!("  - at: {DAY}T{time}:00+08:00\n    event: {event}\n"));
            if !who.is_empty() {
                text.push_str(&format!("    who: {who}\n"));
            }
            made.case.write(&file, &text);
            self.is_clean(&made, event)?;
            made.commit(DAY, event);
        }
        text.push_str(&format!("  - at: {DAY}T16:00:00+08:00\n    event: 管局通过\n"));
        text.push_str(&fs::read_to_string(folder.join("granted.yaml")).unwrap_or_default());
        made.case.write(&file, &text);
        lay(&made.case, &folder.join("approved"));
        for what in ["管局通过", "the end"] {
            let left = heavy(&made);
            if !left.is_empty() {
                return Err(format!("{}, {what}: {left:#?}", self.folder));
            }
            made.commit(DAY, what);
        }
        Ok(())
    }

    fn is_clean(&self, made: &Gitted, what: &str) -> Result<(), String> {
        let may = |one: &Told| self.until_approved.iter().any(|(code, _)| *code == one.code);
        let left: Vec<Told> = heavy(made).into_iter().filter(|one| !may(one)).collect();
        if left.is_empty() { Ok(()) } else { Err(format!("{}, {what}: {left:#?}", self.folder)) }
    }
}

/// What happens to an order until the authority has it: the time, the event, and who enters the code.
pub(crate) const EVENTS: [(&str, &str, &str); 6] = [
    ("09:00", "提交订单", ""),
    ("10:00", "初审通过", ""),
    ("10:01", "发送短信", ""),
    ("11:00", "短信核验", "zhang"),
    ("11:05", "短信核验", "li"),
    ("12:00", "提交管局", ""),
];

#[derive(Debug)]
struct Told {
    code: String,
    severity: String,
    #[expect(dead_code, reason = "shown where a walk fails")]
    message: String,
    #[expect(dead_code, reason = "shown where a walk fails")]
    help: String,
}

/// What the state and the change say.
fn findings(made: &Gitted) -> Vec<Told> {
    let mut all = Vec::new();
    for command in [&["validate"][..], &["review", "HEAD"]] {
        let run = made.run(&[command, &["--format", "json", "--lang", "zh"]].concat());
        let json: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.shown()));
        let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        all.extend(json["findings"].as_array().expect("findings").iter().map(|finding| Told {
            code: text(finding, "code"),
            severity: text(finding, "severity"),
            message: text(finding, "message"),
            help: text(finding, "help"),
        }));
    }
    all
}

fn heavy(made: &Gitted) -> Vec<Told> {
    findings(made).into_iter().filter(|one| one.severity != "note").collect()
}

/// Lays the files of a step over the clean subject; not every walk has every step.
fn lay(case: &Case, step: &Path) {
    if step.is_dir() {
        lay_as(case, step, &|name| format!("records/example/{name}"));
    }
}
