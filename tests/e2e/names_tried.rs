//! The rules that look at words, tried on real names of sites: each alarm is known, and hardly one is false.
//!
//! A name is tried as the name of a site and as what it offers. Of sites seen in lists the organiser is not known: one
//! is made of the first two letters, as companies are mostly called after their site.

use crate::committed::committed;
use crate::harness::{Case, root};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

/// The rules that look at the words of a name or of what is offered.
const RULES: [&str; 7] = ["S108", "S115", "S116", "S117", "S118", "S137", "S146"];

/// So many alarms may be such as a clerk rejects.
const MOST: usize = 3;

/// A name as it was seen.
struct Seen {
    name: String,
    nature: String,
    organiser: String,
}

/// An alarm, and what a clerk says to it.
struct Alarm {
    name: String,
    code: String,
    agrees: bool,
    zh: String,
    en: String,
}

fn rows(file: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(root().join("tests/fixtures/names").join(file)).expect("a table of names");
    let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.map(|row| row.split('\t').map(str::to_owned).collect()).collect()
}

fn seen() -> Vec<Seen> {
    let row = |row: Vec<String>| {
        let own: String = row[0].chars().filter(|c| c.is_alphanumeric()).take(2).collect();
        let organiser = if row[3] == "-" { format!("杭州{own}网络科技有限公司") } else { row[3].clone() };
        Seen { name: row[0].clone(), nature: row[2].clone(), organiser }
    };
    rows("sites-seen.tsv").into_iter().map(row).collect()
}

fn alarms() -> Vec<Alarm> {
    let row = |row: Vec<String>| Alarm {
        name: row[0].clone(),
        code: row[1].clone(),
        agrees: row[2] == "agrees",
        zh: row[3].clone(),
        en: row[4].clone(),
    };
    rows("site-alarms.tsv").into_iter().map(row).collect()
}

/// The names that the program alarms at, with the rules.
fn found(names: &[Seen]) -> BTreeSet<(String, String)> {
    let case = Case::empty();
    for (at, Seen { name, nature, organiser }) in names.iter().enumerate() {
        let folder = format!("records/s{at:03}");
        let subject = format!("format: 1\nname: {organiser}\nnature: {nature}\nregion: \"330106\"\n");
        case.write(&format!("{folder}/subject.yaml"), subject);
        let service = format!(
            "site:\n  kind: 网站\n  name: \"{name}\"\n  content: \"{name}\"\n  commercial: false\n  approvals: 不涉及\n"
        );
        case.write(&format!("{folder}/services.yaml"), service);
    }
    let out = case.outcome(["validate", "--format", "json", "--today", "2026-11-21", "records"]).out;
    let report: serde_json::Value = serde_json::from_str(&out).expect("a report");
    let found = report["findings"].as_array().expect("findings").iter();
    let of_words = found.filter(|one| RULES.contains(&one["code"].as_str().unwrap_or_default()));
    let named = of_words.map(|one| {
        let at: usize = one["subject"].as_str().and_then(|id| id[1..].parse().ok()).expect("a subject of these");
        (names[at].name.clone(), one["code"].as_str().unwrap_or_default().to_owned())
    });
    named.collect()
}

#[test]
fn every_alarm_at_a_real_name_is_known() {
    let (names, alarms) = (seen(), alarms());
    assert!(300 <= names.len(), "{} names", names.len());
    let known: BTreeSet<_> = alarms.iter().map(|alarm| (alarm.name.clone(), alarm.code.clone())).collect();
    let found = found(&names);
    let (new, gone): (Vec<_>, Vec<_>) = (found.difference(&known).collect(), known.difference(&found).collect());
    assert!(new.is_empty() && gone.is_empty(), "site-alarms.tsv: new {new:#?} gone {gone:#?}");
    let rejected = alarms.iter().filter(|alarm| !alarm.agrees).count();
    assert!(rejected <= MOST, "{rejected} alarms are such as a clerk rejects");
    committed("docs/names-tried.md", &page(&names, &alarms, rejected));
}

fn page(names: &[Seen], alarms: &[Alarm], rejected: usize) -> String {
    let mut page = format!(
        "# 用真实网站名称试过的词 · Words tried on real names of sites

按词判断名称和内容的规则（{codes}）用 {count} 个真实的网站名称试过：每个既作网站名称，又作服务内容。
名称取自公开的备案查询答复、网站页脚和网址导航，只有名称。每处提示都列在下面；办备案的人会认为不对的有 {rejected} 处，
最多 {MOST} 处（`tests/e2e/names_tried.rs`）。

The rules that look at words ({codes}) were tried on {count} real names of sites, each as the name of a site and
as what it offers. The names are from public answers of registries, feet of pages and lists of sites, and nothing but
names. Each alarm is listed; a clerk would reject {rejected} of them, and may reject {MOST} at most.

| 名称 · Name | 规则 · Rule | 判断 · Verdict | 为什么 · Why | |
| --- | --- | --- | --- | --- |
",
        codes = RULES.join(" "),
        count = names.len(),
    );
    for Alarm { name, code, agrees, zh, en } in alarms {
        let verdict = if *agrees { "同意 agrees" } else { "不同意 rejects" };
        writeln!(page, "| {name} | {code} | {verdict} | {zh} | {en} |").expect("a text");
    }
    page
}
