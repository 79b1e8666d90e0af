//! The tables of provinces, names, approvals and terms read completely, every row is founded as
//! it says, and no two tables disagree on what a name means.

use beian_core::law::Sources;
use beian_core::names::{Clouds, Province};
use beian_core::rows::Confidence;
use beian_core::rows::table::{Provenance, RowFault};
use beian_core::rule::Severity;
use beian_core::tables::{
    ApprovalWords, Demand, Fault, NameRow, Names, ProvinceRows, RowKind, ServerTerms, Tables, Who,
};
use std::collections::BTreeSet;

/// Every source exists, carries the row's confidence, and was read no later than it was checked.
fn founded(row: &str, provenance: &Provenance) {
    let sources = Sources::builtin();
    assert!(!provenance.sources.is_empty(), "{row}");
    for key in &provenance.sources {
        assert!(sources.get(key).is_some(), "{row}: no source {key}");
    }
    let ceiling = sources.ceiling(provenance.sources.iter().map(String::as_str));
    assert!(provenance.confidence <= ceiling, "{row}: its sources carry {} at most", ceiling.as_str());
    assert!(provenance.since.is_none_or(|since| since <= provenance.checked), "{row}");
}

#[test]
fn provinces_read() {
    let (rows, faults) = ProvinceRows::parse(ProvinceRows::TEXT);
    assert_eq!(rows, ProvinceRows::builtin());
    assert_eq!(faults, []);
    let mut codes = BTreeSet::new();
    for row in rows.iter() {
        founded(&format!("{} {}", row.code, row.demand), &row.provenance);
        codes.insert(row.code);
    }
    assert_eq!(codes.len(), 32, "the whole country and 31 provinces");
    for code in codes.into_iter().filter(|code| *code != 0) {
        assert!(Province::of_code(&format!("{code:02}")).is_some_and(Province::can_file), "{code}");
    }
    let checks = rows.iter().filter(|row| row.kind == RowKind::Check).count();
    assert!((150..=400).contains(&checks), "{checks}");
    // Each of them is asked somewhere, so that no demand is dead.
    for demand in Demand::ALL {
        assert!(rows.iter().any(|row| row.kind == RowKind::Check && row.demand == demand.name()), "{demand:?}");
    }
}

#[test]
fn provinces_answer() {
    let tables = Tables::builtin();
    let ask = |region, who, demand| tables.provinces.ask(region, who, demand).map(|row| row.value.as_str());
    assert_eq!(ask("330106", Who::Individual, Demand::NonLocal), Some("proof"));
    assert_eq!(ask("620102", Who::Individual, Demand::NonLocal), Some("locals"));
    assert_eq!(ask("120101", Who::Individual, Demand::NonLocal), Some("allowed"));
    assert_eq!(ask("320102", Who::Organisation, Demand::Principal), Some("authorised"));
    assert_eq!(ask("440103", Who::Organisation, Demand::MinAge), Some("16"));
    // Without a row of its own a province is asked what the whole country is.
    assert_eq!(ask("330106", Who::Individual, Demand::MaxServices), Some("5"));
    assert_eq!(ask("330106", Who::Organisation, Demand::MaxServices), None);
    assert_eq!(ask("", Who::Individual, Demand::MinAge), None);
    assert!(tables.provinces.advice("330106", Who::Individual).any(|row| row.demand == "subject-change"));
}

#[test]
fn a_row_that_cannot_be_judged_is_told() {
    let text =
        |line: &str| format!("province\twho\tdemand\tkind\tvalue\tnote\tsince\tconfidence\tsources\tchecked\n{line}\n");
    for line in [
        "33\tindividual\tmin-age\tcheck\teighteen\t-\t-\tUNSURE\tguide-000\t2026-11-21",
        "33\tindividual\tmin-aje\tcheck\t18\t-\t-\tUNSURE\tguide-000\t2026-11-21",
        "33\tpeople\tmin-age\tcheck\t18\t-\t-\tUNSURE\tguide-000\t2026-11-21",
        "33\tindividual\tnon-local\tcheck\tmaybe\t-\t-\tUNSURE\tguide-000\t2026-11-21",
    ] {
        let (_, faults): (_, Vec<RowFault>) = ProvinceRows::parse(&text(line));
        assert_eq!(faults.len(), 1, "{line}");
    }
    let advice = "33\tindividual\tmin-aje\tadvice\teighteen\t-\t-\tUNSURE\tguide-000\t2026-11-21";
    assert_eq!(ProvinceRows::parse(&text(advice)).1, []);
}

#[test]
fn names_read() {
    let (rows, faults) = Names::parse(Names::TEXT);
    assert_eq!(faults, []);
    for row in rows.iter() {
        founded(&row.id, &row.provenance);
        for code in &row.provinces {
            assert!(Province::of_code(code).is_some(), "{}: {code}", row.id);
        }
    }
    for fault in [
        Fault::Length,
        Fault::Letters,
        Fault::Signs,
        Fault::Domain,
        Fault::State,
        Fault::Word,
        Fault::Place,
        Fault::Twice,
    ] {
        assert!(rows.of(fault).next().is_some(), "{fault:?}");
    }
}

#[test]
fn names_answer() {
    let names = &Tables::builtin().names;
    let words = |name: &str, who, region: &str| {
        let kind = Some(beian_core::vocabulary::ServiceKind::Website);
        let meant = |row: &NameRow| row.is_for(who, kind, region);
        let mut words: Vec<String> =
            names.words(name).filter(|(_, row)| meant(row)).map(|(word, _)| word.to_owned()).collect();
        words.dedup();
        words
    };
    assert_eq!(words("示例论坛", Who::Individual, "330106"), ["论坛"]);
    assert_eq!(words("示例论坛", Who::Organisation, "330106"), Vec::<String>::new());
    assert_eq!(words("示例论坛", Who::Organisation, "370102"), ["论坛"]);
    assert_eq!(words("中国示例", Who::Organisation, "330106"), ["中国"]);
    assert_eq!(words("示例中国", Who::Organisation, "330106"), Vec::<String>::new(), "only at the start");
    assert_eq!(words("人民币收藏", Who::Organisation, "330106"), Vec::<String>::new(), "a longer word");
    for fair in ["张示例的读书笔记", "旅行手记", "示例好物铺", "某某的示例手记", "菜谱收藏夹"]
    {
        assert_eq!(words(fair, Who::Individual, "330106"), Vec::<String>::new(), "{fair}");
    }
}

#[test]
fn approvals_read_and_answer() {
    let (rows, faults) = ApprovalWords::parse(ApprovalWords::TEXT);
    assert_eq!(faults, []);
    for row in rows.iter() {
        founded(&row.id, &row.provenance);
        assert!((row.in_name || row.in_content) && !row.words.is_empty(), "{}", row.id);
    }
    let hits = |text: &str| -> Vec<String> {
        rows.hits(text, Who::Organisation, "330106").map(|(word, _)| word.to_owned()).collect()
    };
    assert_eq!(hits("销售药品"), ["药品"]);
    assert_eq!(hits("发布行业新闻"), ["新闻"]);
    for fair in
        ["销售日用商品，不提供新闻和药品", "公司新闻与产品展示", "示例图书馆馆藏查询", "某某教育基金会", "没有直播"]
    {
        assert_eq!(hits(fair), Vec::<String>::new(), "{fair}");
    }
}

#[test]
fn terms_read_and_answer() {
    let (rows, faults) = ServerTerms::parse(ServerTerms::TEXT);
    assert_eq!(faults, []);
    let clouds = Clouds::builtin();
    let mut seen = BTreeSet::new();
    for row in rows.iter() {
        founded(&format!("{} {}", row.provider, row.product), &row.provenance);
        let known = clouds.provider(&row.provider);
        assert_eq!(known.map(|provider| &provider.name), Some(&row.provider));
        assert!(row.kind == RowKind::Advice || seen.insert(&row.provider), "{} has two checks", row.provider);
    }
    let row = rows.of("阿里云").unwrap();
    assert_eq!((row.months, row.filings, row.prepaid), (Some(3), Some(5), true));
    assert_eq!(rows.of("火山引擎"), None);
}

#[test]
fn what_is_unsure_weighs_no_more_than_a_note() {
    let weights = Tables::builtin().provinces.iter().map(|row| (row.provenance.confidence, row.provenance.weight()));
    for (confidence, weight) in weights {
        assert_eq!(weight == Severity::Note, confidence == Confidence::Unsure);
        assert!(weight < Severity::Error);
    }
}
