//! Each value of the shipped records is changed into another of its kind, and something is found: of what stays
//! silent docs/silent-values.md says why it may.

#![expect(clippy::expect_used, reason = "a test whose records cannot be read has failed")]

mod shipped;

use beian_core::day::Day;
use beian_core::rule::{Case, Finding};
use beian_core::rules;
use beian_core::tables::Tables;
use beian_records::limits::Limits;
use beian_records::raw::{Content, RawFile, RawSubject};
use beian_records::read::read_subject;
use shipped::{root, texts};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

const TODAY: Day = Day::of(2026, 11, 21);

/// So many kinds of values may stay silent, each with a line that says why.
const MOST: usize = 12;

type Files = BTreeMap<String, String>;

/// What is found of a subject.
fn told(folder: &str, files: &Files) -> BTreeSet<String> {
    let one = |(name, text): (&String, &String)| RawFile {
        name: name.clone(),
        content: Content::Bytes(text.clone().into_bytes()),
    };
    let raw = RawSubject { folder: folder.to_owned(), files: files.iter().map(one).collect() };
    let read = read_subject(&raw, &Limits::default());
    let case = Case::new(&read.subject, Tables::builtin(), TODAY, true);
    let judged = rules::check(&case);
    let words = |one: &Finding| format!("{} {} {}", one.rule.code, read.subject.fact(one.place), one.message.en);
    read.findings.iter().chain(&judged).map(words).collect()
}

/// A value of a file: the line, where it begins in it, and of which kind it is.
struct Value {
    line: usize,
    start: usize,
    kind: String,
}

/// The scalar values of a file, each with the path of its keys, in which keys of the user's are stars.
fn values(name: &str, text: &str) -> Vec<Value> {
    let (file, keyed) = match name.split_once('/') {
        Some((folder, _)) => (folder, false),
        None => (name.trim_end_matches(".yaml"), name != "subject.yaml"),
    };
    let mut path: Vec<(usize, String)> = Vec::new();
    let mut found = Vec::new();
    for (line, content) in text.lines().enumerate() {
        let bare = content.trim_start();
        if bare.is_empty() || bare.starts_with('#') {
            continue;
        }
        let mut indent = content.len() - bare.len();
        let mut rest = bare;
        while let Some(item) = rest.strip_prefix("- ") {
            indent += 2;
            rest = item;
        }
        path.retain(|(depth, _)| *depth < indent);
        let split = rest.split_once(": ").or_else(|| rest.strip_suffix(':').map(|key| (key, "")));
        let is_key = |key: &str| !key.starts_with('"') && !key.contains(' ');
        let (key, value) = match split.filter(|(key, _)| is_key(key)) {
            Some((key, value)) => (key, value),
            None => ("*", rest),
        };
        let named = if path.is_empty() && keyed { "*".to_owned() } else { fact(key) };
        path.push((indent, named));
        if !value.is_empty() {
            let all: Vec<&str> = path.iter().map(|(_, key)| &**key).collect();
            let kind = format!("{file}/{}", all.join("/"));
            found.push(Value { line, start: content.len() - value.len(), kind });
        }
    }
    found
}

/// A key, of which what is the user's in a fact is a star.
fn fact(key: &str) -> String {
    let mut parts: Vec<&str> = key.split('/').collect();
    if 2 < parts.len() && parts[0] != "subject" {
        parts[1] = "*";
    }
    parts.join("/")
}

/// Another value of the same kind.
fn other(value: &str) -> Option<String> {
    const TERMS: &[(&str, &str)] = &[
        ("true", "false"),
        ("false", "true"),
        ("网站", "小程序"),
        ("APP", "小程序"),
        ("企业", "事业单位"),
        ("事业单位", "企业"),
        ("个人", "企业"),
        ("营业执照", "统一社会信用代码证书"),
        ("居民身份证", "护照"),
        ("事业单位法人证书", "营业执照"),
        ("长期", "2030-01-01"),
        ("阿里云", "腾讯云"),
        ("腾讯云", "华为云"),
        ("华为云", "阿里云"),
        ("云接入", "主机托管"),
        ("包年包月", "按量付费"),
        ("不涉及", "[]"),
        ("中文", "英语"),
        ("首次备案", "变更主体"),
        ("新增互联网信息服务", "变更主体"),
        ("变更主体", "首次备案"),
        ("注销互联网信息服务", "变更主体"),
        ("注销", "迁移"),
        ("主办单位", "股东"),
        ("主要负责人", "股东"),
        ("提交订单", "初审通过"),
        ("初审通过", "提交管局"),
        ("发送短信", "初审通过"),
        ("短信核验", "发送短信"),
        ("提交管局", "发送短信"),
        ("管局通过", "管局驳回"),
        ("Android", "iOS"),
        ("iOS", "Android"),
        ("浙江省", "广东省"),
        ("上海市", "北京市"),
        ("四川省", "云南省"),
        ("cn-hangzhou", "cn-beijing"),
        ("cn-shanghai", "cn-beijing"),
        ("ap-chengdu", "ap-beijing"),
        ("cn-east-3", "cn-east-33"),
        ("wang", "chen"),
        ("chen", "wang"),
        ("zhou", "wu"),
        ("wu", "zhou"),
        ("su", "su2"),
        ("web", "app-api"),
        ("app-api", "web"),
        ("hall", "hall2"),
        ("light", "light2"),
        ("subject", "services/other"),
    ];
    if let Some((_, other)) = TERMS.iter().find(|(term, _)| *term == value) {
        return Some((*other).to_owned());
    }
    // A day, or a moment: a year later. 29 February stands nowhere.
    if value.len() >= 10 && Day::parse(value.get(..10)?).is_ok() {
        let year: i32 = value.get(..4)?.parse().ok()?;
        return Some(format!("{}{}", year + 1, value.get(4..)?));
    }
    // Another last digit, or else another letter in the place of the first.
    if let Some((at, digit)) = value.char_indices().rfind(|(_, c)| c.is_ascii_digit()) {
        let next = char::from_digit((digit.to_digit(10)? + 1) % 10, 10)?;
        return Some(format!("{}{next}{}", value.get(..at)?, value.get(at + 1..)?));
    }
    let (at, letter) = value.char_indices().find(|(_, c)| c.is_alphanumeric())?;
    let next = if letter.is_ascii() { 'q' } else { '某' };
    Some(format!("{}{next}{}", value.get(..at)?, value.get(at + letter.len_utf8()..)?))
}

fn changed(text: &str, value: &Value) -> Option<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let line = lines.get_mut(value.line)?;
    let other = other(line.get(value.start..)?)?;
    line.replace_range(value.start.., &other);
    Some(lines.join("\n") + "\n")
}

/// What was tried.
#[derive(Default)]
struct Heard {
    /// Each kind of value, with how many of it were changed and how many changes nobody heard of.
    kinds: BTreeMap<String, (usize, usize)>,
    /// How many values of filings were changed.
    filed: usize,
    /// The changes of values of filings that nobody heard of: the file, the line, and what was put there.
    silent: BTreeSet<String>,
}

fn heard() -> Heard {
    let mut heard = Heard::default();
    for subject in ["ningbo-shifan", "su-wanli", "yangzi-library"] {
        let clean = texts(&root().join("records").join(subject));
        let before = told(subject, &clean);
        for (name, text) in &clean {
            for value in values(name, text) {
                let Some(mutant) = changed(text, &value) else { continue };
                let mut files = clean.clone();
                files.insert(name.clone(), mutant);
                let is_silent = told(subject, &files).is_subset(&before);
                if let Some(stem) = name.strip_prefix("filings/") {
                    heard.filed += 1;
                    let now = files[name].lines().nth(value.line).unwrap_or_default();
                    let line = format!("{subject}/{} {}", stem.trim_end_matches(".yaml"), now.trim());
                    heard.silent.extend(is_silent.then_some(line));
                }
                let counts = heard.kinds.entry(value.kind).or_default();
                counts.0 += 1;
                counts.1 += usize::from(is_silent);
            }
        }
    }
    heard
}

/// The kinds of values that a row of the page names.
fn named(row: &str) -> Vec<String> {
    row.split('|').nth(1).unwrap_or_default().split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn a_changed_value_is_heard_of_or_may_be_silent() {
    let page = fs::read_to_string(root().join("docs/silent-values.md")).expect("the page of silent values");
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| `")).collect();
    // The rows on values of filings name the order; those on kinds of values the kind.
    let orders = ["ningbo-shifan/", "su-wanli/", "yangzi-library/"];
    let is_of_filing = |row: &&str| orders.iter().any(|order| row[3..].starts_with(order));
    let (filings, kinds): (Vec<&str>, Vec<&str>) = rows.into_iter().partition(is_of_filing);
    let allowed: BTreeSet<String> = kinds.iter().flat_map(|row| named(row)).collect();
    let heard = heard();
    let silent = heard.kinds.iter().filter(|(_, (_, silent))| 0 < *silent);
    let silent: BTreeSet<String> = silent.map(|(kind, _)| kind.clone()).collect();
    let tried: usize = heard.kinds.values().map(|(all, _)| all).sum();
    let counts: Vec<_> = heard.kinds.iter().filter(|(_, (_, silent))| 0 < *silent).collect();
    assert!(400 < tried, "{tried} values");
    assert_eq!(silent, allowed, "docs/silent-values.md names what is silent: {counts:#?}");
    assert!(kinds.len() <= MOST, "{} kinds stay silent", kinds.len());
    let listed: BTreeSet<String> = filings.iter().map(|row| named(row).join(" ")).collect();
    assert!(200 < heard.filed, "{} values of filings", heard.filed);
    assert_eq!(heard.silent, listed, "docs/silent-values.md lists each change of a filing that is silent");
    assert!(listed.len() <= MOST, "{} changes of filings stay silent", listed.len());
}
