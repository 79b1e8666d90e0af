//! Names of services against nature, words, province and the organiser's registered name.

use beian_core::day::Day;
use beian_core::rule::{Case, Severity};
use beian_core::rules;
use beian_core::tables::Tables;
use beian_records::limits::Limits;
use beian_records::raw::{Content, RawFile, RawSubject};
use beian_records::read::read_subject;

struct Given<'a> {
    region: &'a str,
    nature: &'a str,
    organiser: &'a str,
    kind: &'a str,
    more: &'a str,
}

const COMPANY: Given<'_> =
    Given {
        region: "330106", nature: "企业", organiser: "杭州示例网络科技有限公司", kind: "网站", more: ""
    };
const PERSON: Given<'_> =
    Given { region: "330106", nature: "个人", organiser: "张示例", kind: "网站", more: "" };

/// The rules on names that find something, with what the heaviest weighs.
fn told(given: &Given<'_>, name: &str) -> (Vec<&'static str>, Option<Severity>) {
    let Given { region, nature, organiser, kind, more } = given;
    let file = |name: &str, text: String| RawFile { name: name.to_owned(), content: Content::Bytes(text.into_bytes()) };
    let service = format!("site:\n  kind: {kind}\n  name: \"{name}\"\n  approvals: 不涉及\n{more}");
    let subject = format!("format: 1\nname: {organiser}\nnature: {nature}\nregion: \"{region}\"\n");
    let files = vec![file("services.yaml", service), file("subject.yaml", subject)];
    let raw = RawSubject { folder: "example".to_owned(), files };
    let read = read_subject(&raw, &Limits::default());
    assert!(read.findings.is_empty(), "{name}");
    let found = rules::check(&Case::new(&read.subject, Tables::builtin(), Day::of(2026, 11, 21), true));
    let is_on_names = |code: &str| ("S111"..="S119").contains(&code) || code == "S146";
    let on_names = found.iter().filter(|finding| is_on_names(finding.rule.code));
    let mut codes: Vec<&str> = on_names.clone().map(|finding| finding.rule.code).collect();
    codes.sort_unstable();
    (codes, on_names.map(|finding| finding.severity).max())
}

#[test]
fn what_is_wrong_is_told_once() {
    for (given, name, code) in [
        (&COMPANY, "好物", "S111"),
        (&COMPANY, "12345", "S112"),
        (&COMPANY, "Example Shop", "S112"),
        (&COMPANY, "示例★好物铺", "S113"),
        (&COMPANY, "www.shop.example", "S114"),
        (&COMPANY, "https://shop.example/", "S114"),
        (&COMPANY, "中国好物铺", "S115"),
        (&COMPANY, "示例人民政府", "S115"),
        (&COMPANY, "反腐好物铺", "S116"),
        (&COMPANY, "示例好物论坛", "S117"),
        (&COMPANY, "示例理财学堂", "S117"),
        (&COMPANY, "官方示例好物铺", "S146"),
        (&COMPANY, "示例官网好物", "S146"),
        (&COMPANY, "杭州官网", "S146"),
        (&COMPANY, "别家官方旗舰店", "S146"),
        (&PERSON, "官方旅行手记", "S146"),
        (&PERSON, "张示例论坛", "S116"),
        (&PERSON, "示例有限公司", "S116"),
        (&PERSON, "示例的博客", "S116"),
        (&PERSON, "爱我中国", "S115"),
        (&PERSON, "浙江旅行手记", "S118"),
        (&Given { region: "500103", ..COMPANY }, "示例ABC铺", "S112"),
        (&Given { region: "370102", ..COMPANY }, "示例好物导航", "S116"),
        (&Given { region: "460105", ..COMPANY }, "海南好物铺", "S118"),
        (&Given { kind: "APP", ..COMPANY }, "示例秒杀", "S116"),
        (&Given { kind: "APP", ..COMPANY }, "示例好物🎁", "S113"),
    ] {
        assert_eq!(told(given, name).0, [code], "{name}");
    }
}

#[test]
fn what_is_fair_is_left_alone() {
    for (given, name) in [
        (&COMPANY, "示例好物铺"),
        (&COMPANY, "杭州示例网络科技有限公司"),
        (&COMPANY, "浙江好物铺"),
        (&COMPANY, "示例官网"),
        (&COMPANY, "示例网络科技官方网站"),
        (&COMPANY, "示例官方商城"),
        (&Given { more: "  name_proof: 商标注册证第 00000000 号\n", ..COMPANY }, "别家官方旗舰店"),
        (&Given { more: "  domains:\n    - abc.example\n", ..COMPANY }, "ABC好物官网"),
        (&COMPANY, "示例好物导航"),
        (&COMPANY, "人民币收藏册"),
        (&COMPANY, "示例图书馆"),
        (&COMPANY, "示例保险柜专卖"),
        (&PERSON, "张示例的读书笔记"),
        (&PERSON, "旅行手记"),
        (&PERSON, "张示例的菜谱本"),
        // Letters make no fault of an App's name.
        (&Given { kind: "APP", ..COMPANY }, "Example"),
        (&Given { kind: "小程序", ..COMPANY }, "示例+"),
        // A word of the registered name was let pass by the registrar.
        (&Given { organiser: "中国示例集团有限公司", ..COMPANY }, "中国示例集团"),
        (&Given { organiser: "杭州示例影视传媒有限公司", ..COMPANY }, "示例影视"),
        (&Given { organiser: "杭州示例（国际）贸易有限公司", ..COMPANY }, "示例（国际）贸易"),
        (&Given { organiser: "海南示例商贸有限公司", region: "460105", ..COMPANY }, "海南示例好物铺"),
        (&Given { organiser: "重庆示例ABC商贸有限公司", region: "500103", ..COMPANY }, "示例ABC铺"),
        // Public bodies have the standing, and others a proof.
        (&Given { organiser: "示例市人民政府办公室", nature: "政府机关", ..COMPANY }, "示例市人民政府"),
        (&Given { more: "  name_proof: 商标注册证第 00000000 号\n", ..COMPANY }, "中国好物铺"),
        (&Given { more: "  ended:\n    on: 2025-01-01\n    why: 注销\n", ..PERSON }, "张示例论坛"),
    ] {
        assert_eq!(told(given, name).0, Vec::<&str>::new(), "{name}");
    }
}

#[test]
fn what_is_on_file_or_unsure_is_a_note() {
    assert_eq!(told(&PERSON, "张示例论坛").1, Some(Severity::Warning));
    let filed = "  numbers:\n    - number: \"浙ICP备2021000017号-1\"\n      from: 2021-03-18\n";
    assert_eq!(told(&Given { more: filed, ..PERSON }, "张示例论坛").1, Some(Severity::Note));
    // A word of one blog's list.
    assert_eq!(told(&PERSON, "张示例营销手记").1, Some(Severity::Note));
}
