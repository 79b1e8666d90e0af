//! What a province asks: every row is shown, with who says so.

use crate::harness::Case;
use beian_core::names::Province;
use beian_core::tables::Tables;
use insta::assert_snapshot;
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn a_province_tells_what_it_asks_of_a_person() {
    let args = ["rules", "--province", "广东", "--nature", "个人", "--procedure", "首次备案"];
    assert_snapshot!("practice_guangdong_zh", Case::clean().run(args));
    assert_snapshot!("practice_guangdong_en", Case::clean().run([&args[..], &["--lang", "en"]].concat()));
}

#[test]
fn every_row_of_practice_and_every_paper_is_shown_somewhere() {
    let case = Case::clean();
    let (mut rows, mut papers) = (BTreeSet::new(), BTreeSet::new());
    let codes: BTreeSet<u8> = Tables::builtin().provinces.all().map(|row| row.code).collect();
    for code in codes.iter().filter(|code| **code != 0) {
        let province = Province::of_code(&format!("{code:02}")).expect("a province");
        for args in [vec![], vec!["--nature", "个人"], vec!["--nature", "企业"]] {
            let all = ["rules", "--format", "json", "--province", province.short_zh];
            let out = case.outcome([&all[..], &args[..]].concat()).out;
            let told: Value = serde_json::from_str(&out).expect("JSON");
            for row in told["rows"].as_array().expect("rows") {
                rows.insert(format!("{} {} {}", row["province"], row["who"], row["demand"]));
            }
            for paper in told["papers"].as_array().expect("papers") {
                papers.insert(paper["id"].as_str().expect("an id").to_owned());
            }
        }
    }
    let text = |word: &str| format!("\"{word}\"");
    for row in Tables::builtin().provinces.all() {
        let who = text(match row.who {
            beian_core::tables::Who::Individual => "individual",
            beian_core::tables::Who::Organisation => "organisation",
            beian_core::tables::Who::Everyone => "everyone",
        });
        let key = format!("{} {who} {}", text(&format!("{:02}", row.code)), text(&row.demand));
        assert!(rows.contains(&key), "{key} is shown nowhere");
    }
    for paper in Tables::builtin().papers.all() {
        assert!(papers.contains(&paper.id), "{} is shown nowhere", paper.id);
    }
}

#[test]
fn what_is_meant_is_known_or_told() {
    let case = Case::clean();
    for (args, status) in [
        (&["rules", "--province", "粤"][..], 0),
        (&["rules", "--province", "火星"], 2),
        (&["rules", "--province", "台湾"], 2),
        (&["rules", "--province", "广东", "--nature", "公司法人"], 2),
        (&["rules", "--province", "广东", "--procedure", "备案"], 2),
        (&["rules", "--nature", "个人"], 2),
    ] {
        let run = case.outcome(args);
        assert_eq!(run.status, status, "{args:?}: {}", run.shown());
    }
}
