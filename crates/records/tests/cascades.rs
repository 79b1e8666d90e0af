//! One mistake is told once: planted mistakes, each with all that is found of it.

#![expect(clippy::expect_used, reason = "a test whose records cannot be read has failed")]

use beian_core::day::Day;
use beian_core::rule::Case;
use beian_core::rules::{self, BASE};
use beian_core::tables::Tables;
use beian_records::limits::Limits;
use beian_records::raw::{Content, RawFile, RawSubject};
use beian_records::read::read_subject;
use std::collections::BTreeMap;
use std::fmt::Write as _;

const TODAY: Day = Day::of(2026, 11, 21);

const FIRST: &str = "filings/2021-02-20-first.yaml";

/// A mistake: what it is, and the edits of the clean subject that make it. An edit of a name without
/// a text renames the file.
type Mistake = (&'static str, &'static [(&'static str, &'static str, &'static str)]);

/// The mistakes, those that once had many findings first.
const MISTAKES: [Mistake; 44] = [
    ("the key of the service was renamed", &[("services.yaml", "shop:\n", "store:\n")]),
    ("the service was forgotten in covers", &[(FIRST, "  - subject\n  - services/shop\nfacts", "  - subject\nfacts")]),
    ("the year of the first event is wrong", &[(FIRST, "2021-02-20T10:12", "2022-02-20T10:12")]),
    ("the year of the last event is wrong", &[(FIRST, "2021-03-18T16:40", "2020-03-18T16:40")]),
    ("the day of an event is wrong", &[(FIRST, "2021-02-22T09:30", "2021-02-12T09:30")]),
    ("the month of an event is wrong", &[(FIRST, "2021-02-22T09:31", "2021-12-22T09:31")]),
    (
        "approved, but no number was written",
        &[(
            FIRST,
            "granted:\n  - of: subject\n    number: \"浙ICP备2021000017号\"\n  \
         - of: services/shop\n    number: \"浙ICP备2021000017号-1\"\n",
            "",
        )],
    ),
    ("the file has a wrong name", &[(FIRST, "", "filings/2012-02-20-first.yaml")]),
    ("the key of a person was renamed", &[("people.yaml", "li:\n", "lisi:\n")]),
    ("the key of a server was renamed", &[("servers.yaml", "web-1:", "web-2:")]),
    ("the key of the domain is misspelled", &[("domains.yaml", "shop.example:", "shoop.example:")]),
    ("the domain of the service is misspelled", &[("services.yaml", "    - shop.example", "    - shoop.example")]),
    ("the home page is misspelled", &[("services.yaml", "home: www.shop.example", "home: www.shoop.example")]),
    ("the principal of the service is misspelled", &[("services.yaml", "principal: li", "principal: lee")]),
    ("the principal of the subject is misspelled", &[("subject.yaml", "\nprincipal: zhang", "\nprincipal: zang")]),
    ("the legal representative is misspelled", &[("subject.yaml", "representative: zhang", "representative: zang")]),
    ("the server of the access is misspelled", &[("services.yaml", "        - web-1", "        - web-11")]),
    ("the region is one of another city", &[("subject.yaml", "\nregion: \"330106\"", "\nregion: \"330206\"")]),
    ("the region is one of another province", &[("subject.yaml", "\nregion: \"330106\"", "\nregion: \"320106\"")]),
    ("a mobile begins as none does", &[("people.yaml", "  mobile: \"138****0001\"", "  mobile: \"128****0001\"")]),
    ("the nature is wrong", &[("subject.yaml", "nature: 企业", "nature: 事业单位")]),
    ("a digit of the credit code is wrong", &[("subject.yaml", "91330106MA0EXAMP12", "91330106MA0EXAMP13")]),
    ("the credit code is too short", &[("subject.yaml", "91330106MA0EXAMP12", "91330106MA0EXAMP1")]),
    ("the letter O in the place of 0", &[("subject.yaml", "91330106MA0EXAMP12", "9133O106MA0EXAMP12")]),
    ("the name of the organiser is misspelled", &[("subject.yaml", "name: 杭州示例网络", "name: 杭州市例网络")]),
    ("the address is another one", &[("subject.yaml", "502 室\nsupervisor", "503 室\nsupervisor")]),
    ("the subject number is misspelled", &[("subject.yaml", "浙ICP备2021000017号", "浙ICP备2021000071号")]),
    ("the service number is misspelled", &[("services.yaml", "浙ICP备2021000017号-1", "浙ICP备2021000017号-2")]),
    ("the letter of the province is wrong", &[("subject.yaml", "浙ICP备2021000017号", "沪ICP备2021000017号")]),
    (
        "the number ends in the suffix of an App",
        &[("services.yaml", "浙ICP备2021000017号-1", "浙ICP备2021000017号-1A")],
    ),
    ("a mobile lacks a digit", &[("people.yaml", "  mobile: \"138****0001\"", "  mobile: \"138****001\"")]),
    ("the mail address has no sign", &[("people.yaml", "email: zhang@shop.example", "email: zhang.shop.example")]),
    ("a term ends before it begins", &[("people.yaml", "from: 2015-06-01", "from: 2045-06-01")]),
    ("the domain has expired", &[("domains.yaml", "expires: 2029-11-02", "expires: 2025-11-02")]),
    (
        "the domain was verified before it was registered",
        &[("domains.yaml", "verified: 2020-11-10", "verified: 2019-11-10")],
    ),
    (
        "the holder is somebody else",
        &[("domains.yaml", "name: 杭州示例网络科技有限公司", "name: 上海别家网络科技有限公司")],
    ),
    ("the address of the server is private", &[("servers.yaml", "203.0.113.10", "192.168.0.10")]),
    ("the region of the cloud is misspelled", &[("servers.yaml", "cn-hangzhou", "cn-hangzhuo")]),
    ("the provider of the server is another one", &[("servers.yaml", "provider: 阿里云", "provider: 腾讯云")]),
    ("the paid time has ended", &[("servers.yaml", "until: 2028-01-15", "until: 2025-01-15")]),
    ("the service opened before its number", &[("services.yaml", "opened: 2021-03-20", "opened: 2020-03-20")]),
    (
        "the number names an order that is not there",
        &[("services.yaml", "filing: 2021-02-20-first", "filing: 2021-02-21-first")],
    ),
    ("an event has a word that is none", &[(FIRST, "event: 初审通过", "event: 初审过了")]),
    ("the procedure is a change", &[(FIRST, "procedure: 首次备案", "procedure: 变更主体")]),
];

fn found(edits: &[(&str, &str, &str)]) -> Vec<&'static str> {
    let mut files: BTreeMap<String, String> =
        BASE.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    for (file, old, new) in edits {
        let text = files.remove(*file).expect("a file of the clean subject");
        if old.is_empty() {
            files.insert((*new).to_owned(), text);
            continue;
        }
        assert!(text.contains(old), "{file} does not hold {old:?}");
        files.insert((*file).to_owned(), text.replacen(old, new, 1));
    }
    let one = |(name, text): (String, String)| RawFile { name, content: Content::Bytes(text.into_bytes()) };
    let raw = RawSubject { folder: "example".to_owned(), files: files.into_iter().map(one).collect() };
    let read = read_subject(&raw, &Limits::default());
    let case = Case::new(&read.subject, Tables::builtin(), TODAY, true);
    let mut codes: Vec<&str> = read.findings.iter().chain(&rules::check(&case)).map(|one| one.rule.code).collect();
    codes.sort_unstable();
    codes
}

#[test]
fn one_mistake_is_told_once() {
    let (mut table, mut all, mut most) = (String::new(), 0, 0);
    for (mistake, edits) in &MISTAKES {
        let codes = found(edits);
        (all, most) = (all + codes.len(), most.max(codes.len()));
        writeln!(table, "{} {mistake}: {}", codes.len(), codes.join(" ")).expect("a text");
    }
    insta::assert_snapshot!("mistakes", table);
    assert!(!table.lines().any(|line| line.starts_with('0')), "something is not found:\n{table}");
    assert!(most <= 3, "one mistake has {most} findings:\n{table}");
    // Twelve findings of ten mistakes.
    assert!(all * 10 <= MISTAKES.len() * 12, "{all} findings of {} mistakes:\n{table}", MISTAKES.len());
}
