//! The tables of provinces, names, approvals and terms read completely, every row is founded as
//! it says, and no two tables disagree on what a name means.

use beian_core::day::Day;
use beian_core::names::Province;
use beian_core::rows::Confidence;
use beian_core::rows::table::{Provenance, RowFault};
use beian_core::rule::Severity;
use beian_core::tables::{Act, Demand, Fault, Founded as _, NameRow, ProvinceRows, RowKind, Tables, Who};
use beian_core::vocabulary::ApprovalKind;
use std::collections::BTreeSet;

const TODAY: Day = Day::of(2026, 11, 21);

/// Every source exists, carries the row's confidence, and was read no later than it was checked.
fn founded(row: &str, provenance: &Provenance) {
    let sources = Tables::builtin().sources();
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
    assert_eq!(rows, Tables::builtin().provinces);
    assert_eq!(faults, []);
    let mut codes = BTreeSet::new();
    for row in rows.all() {
        founded(&format!("{} {}", row.code, row.demand), &row.provenance);
        for key in row.dissent.iter().flat_map(|one| &one.sources) {
            assert!(Tables::builtin().sources().get(key).is_some(), "{} {}: no source {key}", row.code, row.demand);
            assert!(!row.provenance.sources.contains(key), "{} {}: {key} says both", row.code, row.demand);
        }
        codes.insert(row.code);
    }
    assert_eq!(codes.len(), 32, "the whole country and 31 provinces");
    for code in codes.into_iter().filter(|code| *code != 0) {
        assert!(Province::of_code(&format!("{code:02}")).is_some_and(Province::can_file), "{code}");
    }
    let checks = rows.all().filter(|row| row.kind == RowKind::Check).count();
    assert!((150..=400).contains(&checks), "{checks}");
    // Each of them is asked somewhere, so that no demand is dead.
    for demand in Demand::ALL.iter().filter(|demand| **demand != Demand::ProvinceMove) {
        assert!(rows.all().any(|row| row.kind == RowKind::Check && row.demand == demand.name()), "{demand:?}");
    }
}

fn header() -> &'static str {
    ProvinceRows::TEXT.lines().find(|line| !line.starts_with('#')).unwrap_or_default()
}

/// Where sources that a reader can look up disagree, a row decides nothing, but for these: more
/// or newer sources stand behind them, so that they keep their weight and tell the dissent.
#[test]
fn a_row_with_a_dissent_is_disputed_or_kept_on_purpose() {
    let sources = Tables::builtin().sources();
    let mut kept = Vec::new();
    for row in Tables::builtin().provinces.all().filter(|row| !row.dissent.is_empty()) {
        let said = row.disagreement(sources).unwrap().zh;
        for one in &row.dissent {
            let title = sources.get(&one.sources[0]).unwrap().title;
            assert!(said.contains(title), "{said}");
        }
        let findable = |keys: &[String]| sources.ceiling(keys.iter().map(String::as_str)) > Confidence::Unsure;
        assert!(row.dissent.iter().all(|one| findable(&one.sources)), "{} {}", row.code, row.demand);
        if row.provenance.confidence == Confidence::Disputed {
            let own = sources.get(&row.provenance.sources[0]).unwrap().title;
            assert!(said.contains(own), "{said}");
            assert!(findable(&row.provenance.sources), "{} {}", row.code, row.demand);
        } else {
            kept.push((row.code, row.demand.as_str()));
        }
    }
    let expected = [
        (15, "individual-to-organisation"),
        (15, "non-local"),
        (33, "non-local"),
        (34, "principal"),
        (45, "non-local"),
        (46, "principal"),
        (62, "principal"),
    ];
    assert_eq!(kept, expected);
}

#[test]
fn papers_letters_periods_and_days_read() {
    let tables = Tables::builtin();
    for table in Tables::open() {
        assert_eq!(tables.clone().lay(table, table.text), [], "{}", table.name);
    }
    for row in tables.papers.all() {
        founded(&row.id, &row.provenance);
        for code in row.provinces.iter().map(|code| code.trim_start_matches('!')) {
            assert!(Province::of_code(code).is_some(), "{}: {code}", row.id);
        }
    }
    for row in tables.letters.all() {
        founded(&format!("{:?}", row.letter), &row.provenance);
        assert!(row.province.as_deref().is_none_or(|code| Province::of_code(code).is_some()), "{row:?}");
    }
    for row in tables.periods.all() {
        founded(row.kind.id(), &row.provenance);
        for key in &row.reading {
            assert!(tables.sources().get(key).is_some(), "{}: no text {key}", row.kind.id());
        }
    }
    for row in tables.calendar.all() {
        founded(&row.first.to_string(), &row.provenance);
    }
    assert_eq!((tables.papers.all().count(), tables.letters.all().count()), (38, 18));
}

#[test]
fn what_procedures_depend_on_answers() {
    let provinces = &Tables::builtin().provinces;
    let ask = |code, who, demand| provinces.ask(code, who, demand, TODAY);
    assert!(ask("62", Who::Individual, Demand::IndividualToOrganisation).is_some());
    assert!(provinces.decides("62", Who::Individual, Demand::IndividualToOrganisation, TODAY).is_none(), "disputed");
    assert!(provinces.decides("31", Who::Individual, Demand::IndividualToOrganisation, TODAY).is_some());
    assert!(provinces.decides("61", Who::Individual, Demand::NonLocal, TODAY).is_none(), "disputed");
    let jiangxi = ask("36", Who::Organisation, Demand::MaxPerOrder).unwrap();
    assert_eq!((jiangxi.limit(15, false), jiangxi.limit(16, false)), (None, Some(1)));
    let shanxi = ask("14", Who::Organisation, Demand::MaxPerOrder).unwrap();
    assert_eq!((shanxi.limit(0, false), shanxi.limit(0, true)), (Some(3), None));
    let shaanxi = ask("61", Who::Individual, Demand::NonLocal).unwrap();
    assert!(shaanxi.says("allowed") && shaanxi.says("locals") && !shaanxi.says("proof"));
    let zhejiang = ask("33", Who::Individual, Demand::NonLocal).unwrap();
    assert!(zhejiang.says("proof") && !zhejiang.says("allowed"), "what is kept says one thing");
    assert_eq!(ask("50", Who::Individual, Demand::PlanFrom).unwrap().least(), Some(3));
}

#[test]
fn provinces_answer() {
    let tables = Tables::builtin();
    let ask = |region, who, demand| tables.provinces.ask(region, who, demand, TODAY).map(|row| row.value.as_str());
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
    let text = |line: &str| format!("{}\n{line}\n", header());
    for line in [
        "33\tindividual\tmin-age\tcheck\teighteen\t-\t-\t-\t-\tUNSURE\tguide-000\t-\t2026-11-21",
        "33\tindividual\tmin-aje\tcheck\t18\t-\t-\t-\t-\tUNSURE\tguide-000\t-\t2026-11-21",
        "33\tpeople\tmin-age\tcheck\t18\t-\t-\t-\t-\tUNSURE\tguide-000\t-\t2026-11-21",
        "33\tindividual\tnon-local\tcheck\tmaybe\t-\t-\t-\t-\tUNSURE\tguide-000\t-\t2026-11-21",
        "33\tindividual\tnon-local\tcheck\tproof\t-\t-\t-\t-\tDISPUTED\thuawei-rules\t-\t2026-11-21",
        "33\tindividual\tnon-local\tcheck\tproof\t-\t-\t-\t-\tDISPUTED\thuawei-rules\tallowed\t2026-11-21",
        "33\tindividual\tnon-local\tcheck\tproof\t-\t-\t-\t-\tDISPUTED\thuawei-rules\tmaybe=guide-001\t2026-11-21",
    ] {
        let (_, faults): (_, Vec<RowFault>) = ProvinceRows::parse(&text(line));
        assert_eq!(faults.len(), 1, "{line}");
    }
    let advice = "33\tindividual\tmin-aje\tadvice\teighteen\t-\t-\t-\t-\tUNSURE\tguide-000\t-\t2026-11-21";
    assert_eq!(ProvinceRows::parse(&text(advice)).1, []);
}

#[test]
fn names_read() {
    let rows = &Tables::builtin().names;
    for row in rows.all() {
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
        assert!(rows.of(fault, TODAY).next().is_some(), "{fault:?}");
    }
}

#[test]
fn names_answer() {
    let names = &Tables::builtin().names;
    let words = |name: &str, who, region: &str| {
        let kind = Some(beian_core::vocabulary::ServiceKind::Website);
        let meant = |row: &NameRow| row.is_for(who, kind, region);
        let mut words: Vec<String> =
            names.words(name, TODAY).filter(|(_, row)| meant(row)).map(|(word, _)| word.to_owned()).collect();
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
    let tables = Tables::builtin();
    for row in tables.approvals.all() {
        founded(&row.service, &row.provenance);
    }
    for row in tables.approval_words.all() {
        founded(&row.id, &row.provenance);
        assert!((row.in_name || row.in_content) && !row.words.is_empty(), "{}", row.id);
        assert!(tables.approvals.of(row.approval, TODAY).row().is_some(), "{} suggests what has no row", row.id);
    }
    let hits = |text: &str| -> Vec<String> {
        let hits = tables.approval_words.hits(text, (Who::Organisation, "330106"), &tables.words, TODAY);
        hits.map(|(word, _)| word.to_owned()).collect()
    };
    assert_eq!(hits("销售药品"), ["药品"]);
    assert_eq!(hits("发布行业新闻"), ["新闻"]);
    assert_eq!(hits("高中数学线上辅导"), ["线上辅导"]);
    for fair in
        ["销售日用商品，不提供新闻和药品", "公司新闻与产品展示", "示例图书馆馆藏查询", "某某教育基金会", "没有直播"]
    {
        assert_eq!(hits(fair), Vec::<String>::new(), "{fair}");
    }
}

/// What content needs is answered by the row of the day, and what is unclear is called so.
#[test]
fn what_content_needs_depends_on_the_day() {
    use ApprovalKind::{Drugs, Education, Finance, Game, Medical, News, OffCampus};
    let act = |kind, day| Tables::builtin().approvals.of(kind, day).row().map(|row| row.act);
    for (kind, day, wanted) in [
        (Drugs, Day::of(2025, 1, 19), Some(Act::Approval)),
        (Drugs, Day::of(2025, 1, 20), Some(Act::Unclear)),
        (Drugs, Day::of(2025, 12, 18), Some(Act::Unclear)),
        (Drugs, Day::of(2025, 12, 19), Some(Act::Filing)),
        (Drugs, TODAY, Some(Act::Filing)),
        (Medical, TODAY, Some(Act::Nothing)),
        (Medical, Day::of(2015, 1, 1), None),
        (Education, TODAY, Some(Act::Nothing)),
        (OffCampus, TODAY, Some(Act::Approval)),
        (Game, Day::of(2019, 5, 13), None),
        (Game, TODAY, Some(Act::Approval)),
        (Finance, TODAY, Some(Act::Nothing)),
        (News, TODAY, Some(Act::Approval)),
    ] {
        assert_eq!(act(kind, day), wanted, "{kind:?} on {day}");
    }
    let finance = Tables::builtin().approvals.of(Finance, TODAY).row().unwrap();
    let said = finance.disagreement(Tables::builtin().sources()).unwrap().zh;
    assert!(said.contains("称不属于前置审批") && said.contains("称要先经审批"), "{said}");
    assert!(!finance.is_surely(Act::Nothing), "disputed");
}

#[test]
fn terms_read_and_answer() {
    let rows = &Tables::builtin().terms;
    let clouds = &Tables::builtin().clouds;
    let mut seen = BTreeSet::new();
    for row in rows.all() {
        founded(&format!("{} {}", row.provider, row.product), &row.provenance);
        let known = clouds.provider(&row.provider, TODAY).row();
        assert_eq!(known.map(|provider| &provider.name), Some(&row.provider));
        assert!(row.kind == RowKind::Advice || seen.insert(&row.provider), "{} has two checks", row.provider);
    }
    let row = rows.of("阿里云", TODAY).unwrap();
    assert_eq!((row.months, row.filings, row.prepaid), (Some(3), Some(5), true));
    assert_eq!(rows.of("火山引擎", TODAY), None);
}

#[test]
fn what_is_unsure_weighs_no_more_than_a_note() {
    let weights = Tables::builtin().provinces.all().map(|row| (row.provenance.confidence, row.provenance.weight()));
    for (confidence, weight) in weights {
        assert_eq!(weight == Severity::Note, !confidence.decides());
        assert!(weight < Severity::Error);
    }
}

/// Whatever stands below data/ is a table of the list, and so in the version of the rule set.
#[test]
#[expect(clippy::disallowed_methods, reason = "what stands in the folder is what is tested")]
fn every_table_is_listed() {
    let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/data"))];
    let mut many = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let (name, text) = (path.file_stem().unwrap(), std::fs::read_to_string(&path).unwrap());
            let table = beian_core::tables::TABLES.iter().find(|table| *table.name == *name);
            assert_eq!(table.map(|table| table.text), Some(text.as_str()), "{path:?} is no table of the list");
            many += 1;
        }
    }
    assert!(many > 15, "{many}");
    assert_eq!(many, beian_core::tables::TABLES.len());
}
