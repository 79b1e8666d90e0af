//! What guides tell of a first filing, fact by fact: each is served, or rightly contradicted, by a command.

use crate::committed::committed;
use crate::harness::{Case, root};
use crate::plan::{FIRST, TODAY, draft};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

/// One fact.
struct Fact {
    number: String,
    place: String,
    told: String,
    answer: String,
    on: String,
    args: String,
    says: String,
}

fn facts() -> Vec<Fact> {
    let text = fs::read_to_string(root().join("docs/first-filing-facts.tsv")).expect("the facts");
    let rows = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1);
    let fact = |line: &str| {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let [number, place, told, answer, on, args, says] = cells.try_into().unwrap_or_else(|_| panic!("{line}"));
        Fact { number, place, told, answer, on, args, says }
    };
    rows.map(fact).collect()
}

/// The records on which a command is shown.
fn records(name: &str) -> Case {
    let sichuan = ("\"510107\"", "\"510107\"");
    match name {
        "empty" => Case::empty(),
        // A person's first filing in the own province, complete.
        "draft" => draft("su-wanli", sichuan),
        // The same with a domain that is not verified yet.
        "early" => {
            let case = draft("su-wanli", sichuan);
            case.edit("records/su-wanli/domains.yaml", "  verified: 2024-04-08\n", "");
            case
        }
        // The same with a domain that was verified today.
        "fresh" => {
            let case = draft("su-wanli", sichuan);
            case.edit("records/su-wanli/domains.yaml", "2024-04-08", TODAY);
            case
        }
        // The same through Alibaba Cloud, not verified yet.
        "ali" => {
            let case = draft("su-wanli", ("腾讯云", "阿里云"));
            case.edit("records/su-wanli/domains.yaml", "  verified: 2024-04-08\n", "");
            case
        }
        // A person from another province, in Guangdong.
        "stranger" => {
            let case = draft("su-wanli", sichuan);
            let path = "records/su-wanli/subject.yaml";
            let text = fs::read_to_string(case.path(path)).expect("a record").replace("\"510107\"", "\"440106\"");
            case.write(path, text);
            case
        }
        // A firm whose domains are not verified yet.
        "firm-early" => {
            let case = draft("ningbo-shifan", ("\"330203\"", "\"330203\""));
            let path = "records/ningbo-shifan/domains.yaml";
            let text = fs::read_to_string(case.path(path)).expect("a record");
            let lines = text.lines().filter(|line| !line.trim_start().starts_with("verified:"));
            case.write(path, lines.map(|line| format!("{line}\n")).collect::<String>());
            case
        }
        "firm" => draft("ningbo-shifan", ("\"330203\"", "\"330203\"")),
        "three" => {
            let case = Case::empty();
            case.write("records/shop/subject.yaml", "format: 1\nname: 张小店\nnature: 个人\n");
            case
        }
        "rejected" => {
            let case = draft("su-wanli", sichuan);
            let events = "  - at: 2026-10-20\n    event: 提交订单\n  - at: 2026-10-21\n    event: 初审驳回\n";
            let note = "    note: 网站名称不符合要求，请修改\n";
            case.write("records/su-wanli/filings/2026-10-20-first.yaml", format!("{FIRST}events:\n{events}{note}"));
            case
        }
        "shipped" => crate::gitted::Gitted::shipped().case,
        other => panic!("there are no records {other}"),
    }
}

#[test]
fn every_fact_is_shown_by_its_command() {
    let facts = facts();
    let mut cases: BTreeMap<String, Case> = BTreeMap::new();
    let mut outputs: BTreeMap<(String, String), String> = BTreeMap::new();
    let mut missed = Vec::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for fact in &facts {
        *counts.entry(fact.answer.as_str()).or_default() += 1;
        if fact.answer == "outside" {
            continue;
        }
        let case = cases.entry(fact.on.clone()).or_insert_with(|| records(&fact.on));
        let shown = outputs.entry((fact.on.clone(), fact.args.clone())).or_insert_with(|| {
            let args: Vec<&str> = fact.args.split(' ').chain(["--today", TODAY]).collect();
            let run = case.outcome(args);
            // A line that was broken for paper is one line all the same.
            run.out.lines().map(str::trim).collect()
        });
        let said: String = fact.says.split_whitespace().collect::<Vec<_>>().join(" ");
        if !shown.contains(&said) {
            missed.push(format!("{} {} [{}] {}", fact.number, fact.told, fact.args, fact.says));
        }
    }
    assert!(missed.is_empty(), "{} facts are not shown:\n{}", missed.len(), missed.join("\n"));
    assert_eq!(facts.len(), 205);
    let of = |answer: &str| counts.get(answer).copied().unwrap_or_default();
    assert!(190 <= of("served") + of("contradicted"), "{counts:?}");
    committed("docs/first-filing-facts.md", &page(&facts, of("served"), of("contradicted"), of("outside")));
}

fn page(facts: &[Fact], served: usize, contradicted: usize, outside: usize) -> String {
    let mut page = format!(
        "# 首次备案：五份指南，逐条对照 · What five guides tell of a first filing\n\n由 `docs/first-filing-facts.tsv` \
         生成并由测试逐条运行：{} 条中 {served} 条由所列命令给出，{contradicted} 条指南说得不对、命令给出正确的说法，\
         {outside} 条不属于备案。“出处”是指南（guide-000 至 guide-004，见 [sources.md](sources.md)）和行号。\n\n\
         Made from `docs/first-filing-facts.tsv`; a test runs each command. Of {} facts {served} are served, \
         {contradicted} are contradicted with reason, and {outside} are no matter of filings.\n\n\
         | # | 出处 | 指南说 | 答复 | 命令 | 输出里有 |\n| --- | --- | --- | --- | --- | --- |\n",
        facts.len(),
        facts.len()
    );
    for fact in facts {
        let answer = match fact.answer.as_str() {
            "served" => "给出",
            "contradicted" => "更正",
            _ => "不属于备案",
        };
        let code = |text: &str| if text == "-" { "—".to_owned() } else { format!("`{}`", text.replace('|', "\\|")) };
        let command = if fact.args == "-" { "—".to_owned() } else { code(&format!("beian {}", fact.args)) };
        let (number, place, told, says) = (&fact.number, &fact.place, &fact.told, code(&fact.says));
        writeln!(page, "| {number} | {place} | {told} | {answer} | {command} | {says} |").expect("a page");
    }
    page
}
