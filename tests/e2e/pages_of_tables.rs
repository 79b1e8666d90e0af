//! Pages that show what the tables hold: the texts that everything rests on, and the practice of provinces.

use crate::committed::committed;
use crate::harness::root;
use beian_core::law::{Findable, Source, SourceKind, Sources};
use beian_core::names::Province;
use beian_core::tables::{Demand, Founded as _, ProvinceRow, RowKind, Tables, Who};
use std::fmt::Write as _;

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Law => "法律、法规、规章",
        SourceKind::Notice => "通知、公告",
        SourceKind::Standard => "标准",
        SourceKind::RecordFormat => "本项目的格式",
        SourceKind::Manual => "手册、网页",
        SourceKind::Data => "数据",
        SourceKind::Unsure => "出处不明",
    }
}

fn findable(source: &Source) -> String {
    match (source.findable, source.url) {
        (Findable::Address, Some(url)) | (Findable::Title, Some(url)) => format!("[网址]({url})"),
        (Findable::Address, None) => "网址".to_owned(),
        (Findable::Number, _) => "文号".to_owned(),
        (Findable::Title, None) => "标题".to_owned(),
        (Findable::No, _) => "**找不到**".to_owned(),
    }
}

#[test]
fn the_list_of_texts_is_committed() {
    let mut page = String::from(
        "# 所依据的文本 · What everything rests on\n\n由 `crates/core/data/law/` 生成：规则、数据行、期限和信函引用的\
         每份文本各一行。同一出处的两份文本互不印证；凭一份找不到的文本写的数据行只作提示。\
         “核对”是最后一次与存本对照的日子。\n\n\
         One row for each text that rules, rows, periods and letters cite, made from `crates/core/data/law/`. \
         Two texts of one house confirm nothing, and what rests on a text that no reader can find is a note. \
         The last column is the day on which the text was last held against a stored copy.\n\n\
         | id | 标题 | 文号 | 发布 | 版本 | 类别 | 怎样找到 | 核对 |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    let sources = Sources::builtin();
    let mut count = 0;
    for source in sources.iter() {
        let title = if source.title_en.is_empty() {
            source.title.to_owned()
        } else {
            format!("{}<br>{}", source.title, source.title_en)
        };
        let versions: Vec<String> =
            source.versions.iter().map(|version| source.dated(version).zh.into_owned()).collect();
        writeln!(
            page,
            "| `{}` | {} | {} | {} | {} | {} | {} | {} |",
            source.id.key(),
            cell(&title),
            source.number.unwrap_or("—"),
            cell(source.publisher),
            versions.join("<br>"),
            kind(source.kind),
            findable(source),
            source.checked
        )
        .expect("a page");
        count += 1;
    }
    assert!(count > 120, "{count}");
    committed("docs/sources.md", &page);
}

/// What a row says, with who says so, who says otherwise and when.
fn line(row: &ProvinceRow) -> String {
    let sources = Tables::builtin().sources();
    let who = match row.who {
        Who::Individual => "个人",
        Who::Organisation => "单位",
        Who::Everyone => "全部",
    };
    let weight = row.provenance.confidence.as_str();
    let keys: Vec<String> = row.provenance.sources.iter().map(|key| format!("`{key}`")).collect();
    let days = match (row.provenance.since, row.provenance.until) {
        (None, None) => String::new(),
        (since, until) => {
            let day = |day: Option<beian_core::day::Day>| day.map_or_else(String::new, |day| day.to_string());
            format!("{}—{}", day(since), day(until))
        }
    };
    let note = row.note.as_ref().map_or("", |note| &*note.zh);
    let others = row.disagreement(sources).map_or_else(String::new, |words| words.zh.into_owned());
    let told: Vec<&str> = [note, &*others].into_iter().filter(|text| !text.is_empty()).collect();
    format!(
        "| `{}` | {who} | {} | {weight} | {} | {days} | {} |",
        row.demand,
        cell(&row.value),
        keys.join(" "),
        cell(&told.join("；"))
    )
}

#[test]
fn the_practice_of_provinces_is_committed() {
    let mut page = String::from(
        "# 各省的做法 · What provinces do and ask\n\n由 `crates/core/data/provinces.tsv` 生成：规则和流程据以判断的\
         每一行。依据全是接入商的手册，没有一行是在管局看到的。`CONFIRMED` 两处以上印证，`REPORTED` 一处，\
         `DISPUTED` 说法不一，`UNSURE` 出处不明；后两种只作提示。自己的数据行用覆盖数据写。\n\n\
         Every row by which rules and procedures judge, made from `crates/core/data/provinces.tsv`. All of it is what \
         providers tell; no row was read at an administration. `DISPUTED` and `UNSURE` rows are notes. Rows of your \
         own go into an overlay. What each text is: [sources.md](sources.md).\n",
    );
    let mut last = None;
    for row in Tables::builtin().provinces.all().filter(|row| row.kind == RowKind::Check) {
        if last != Some(row.code) {
            let name = Province::of_code(&format!("{:02}", row.code)).map_or_else(
                || "全国 · the whole country".to_owned(),
                |province| {
                    let words = province.name();
                    format!("{} · {}", words.zh, words.en)
                },
            );
            let head =
                "| 要求 | 对谁 | 值 | 依据程度 | 依据 | 起讫 | 说明 |\n| --- | --- | --- | --- | --- | --- | --- |";
            writeln!(page, "\n## {name}\n\n{head}").expect("a page");
            last = Some(row.code);
        }
        writeln!(page, "{}", line(row)).expect("a page");
    }
    committed("docs/practice.md", &page);
}

#[test]
fn the_consequences_are_committed() {
    let mut page = String::from(
        "# 法律规定的后果 · What the law says follows\n\n由 `crates/core/data/consequences.tsv` 生成；\
         `beian explain 规则` 和档案按被判断的那一天引用。轻微、及时改正、没有造成危害后果的不予处罚，\
         两年内没有被发现的不再处罚（行政处罚法第三十三条、第三十六条）。\n\n\
         Made from `crates/core/data/consequences.tsv`; `beian explain RULE` and dossiers cite the row of the day. A \
         slight breach that is put right in time and did no harm is not punished, and none that nobody found within \
         two years (Administrative Penalty Law, arts. 33, 36).\n\n\
         | 起 | 止 | 对谁 | 后果 | What follows | 规则 |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    let today = beian_core::day::Day::of(2026, 11, 21);
    let mut count = 0;
    for row in Tables::builtin().consequences.all() {
        let day = |day: Option<beian_core::day::Day>| day.map_or_else(|| "—".to_owned(), |day| day.to_string());
        let (since, until) = (row.provenance.since, row.provenance.until);
        let words = row.words(until.unwrap_or(today));
        let rules = row.rules.join(" ");
        for code in &row.rules {
            assert!(beian_core::rules::find(code).is_some(), "{}: no rule {code}", row.id);
        }
        writeln!(
            page,
            "| {} | {} | {} | {} | {} | {rules} |",
            day(since),
            day(until),
            cell(&row.bound.zh),
            cell(&words.zh),
            cell(&words.en)
        )
        .expect("a page");
        count += 1;
    }
    assert!(count > 10, "{count}");
    committed("docs/consequences.md", &page);
}

/// What follows depends on the day, and `explain` tells it with what holds of all of it.
#[test]
fn a_rule_is_explained_with_what_follows() {
    let said = |code: &str, day: &str| {
        crate::harness::Case::empty().outcome(["explain", code, "--lang", "en", "--today", day]).out
    };
    let now = said("N119", "2026-11-21");
    assert!(now.contains("only if it is not put right in time") && now.contains("art. 33"), "{now}");
    let before = said("N119", "2024-01-17");
    assert!(before.contains("a fine of 5000 to 10000 yuan") && !before.contains("only if"), "{before}");
    assert!(!said("C103", "2026-11-21").contains("what the law says follows"));
}

/// What rules call by its name on that page is there.
#[test]
fn rules_name_demands_that_the_page_has() {
    let mut named = 0;
    for folder in ["people", "services"] {
        let files = std::fs::read_dir(root().join("crates/core/src/rules").join(folder)).expect("the rules");
        for file in files.flatten() {
            let text = std::fs::read_to_string(file.path()).expect("a rule");
            // A text goes on in the next line of the source.
            let text = text.split_whitespace().filter(|word| *word != "\\").collect::<Vec<_>>().join(" ");
            let Some((before, _)) = text.split_once(" in docs/practice.md)") else { continue };
            let inside = before.rsplit('(').next().unwrap_or_default();
            for key in inside.split('`').skip(1).step_by(2) {
                let known = Demand::ALL.iter().any(|known| known.name() == key);
                assert!(known, "{} names {key}", file.path().display());
                named += 1;
            }
        }
    }
    assert!(named > 15, "{named}");
}
