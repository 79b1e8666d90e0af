//! The list of texts: whole, used, and true about days.

#![expect(clippy::disallowed_methods, reason = "the purity of core binds its library, and this test reads its files")]
#![expect(clippy::unwrap_used, reason = "what cannot be read fails the test")]

use beian_core::day::Day;
use beian_core::law::{
    Article, At, CSL, Citation, Findable, MII_33, MIIT_6, MPS_33, NAMED, REGISTRY, SC_292, SourceKind, Sources,
    TENCENT_DOMAINS,
};
use beian_core::rules;
use beian_core::words::Words;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn said(words: &Words) -> (&str, &str) {
    (&words.zh, &words.en)
}

#[test]
fn every_row_of_the_list_can_be_read() {
    let (sources, faults) = Sources::parse(Sources::TEXTS, Sources::VERSIONS, Sources::RENUMBERED);
    assert_eq!(faults, []);
    assert_eq!(&sources, Sources::builtin());
    assert!(100 < sources.iter().count());
    let lines = |text: &str| text.lines().skip_while(|line| line.starts_with('#')).skip(1).count();
    let versions: usize = sources.iter().map(|source| source.versions.len()).sum();
    assert_eq!(versions, lines(Sources::VERSIONS), "a version of a text that is not listed");
}

#[test]
fn every_text_that_code_names_is_listed() {
    for text in NAMED {
        assert_eq!(text.source().id, *text, "{}", text.key());
    }
    let keys: BTreeSet<_> = NAMED.iter().map(|text| text.key()).collect();
    assert_eq!(keys.len(), NAMED.len(), "two names for one text");
}

#[test]
fn versions_follow_each_other_without_a_gap() {
    for source in Sources::builtin().iter() {
        let id = source.id.key();
        assert!(!source.versions.is_empty(), "{id} has no version");
        assert!(
            source.versions.iter().take(1).all(|first| first.act.is_none()),
            "{id}: the first version amends nothing"
        );
        assert!(source.versions.iter().skip(1).all(|later| later.act.is_some()), "{id}: a later version amends");
        for pair in source.versions.windows(2) {
            let next = pair[0].until.map(|until| until.plus_days(1));
            assert_eq!(next, pair[1].from, "{id}: a version begins the day after the one before it ends");
        }
        assert!(source.versions.last().is_some_and(|last| last.until.is_none()), "{id} is in force");
        let may = source.kind.enters_into_force() || source.kind == SourceKind::Standard;
        if !may && source.kind != SourceKind::RecordFormat {
            assert!(source.versions.iter().all(|version| version.from.is_none()), "{id} is a page and enters nothing");
        }
    }
}

#[test]
fn a_reader_finds_a_text_as_the_list_says() {
    for source in Sources::builtin().iter() {
        let id = source.id.key();
        match source.findable {
            Findable::Address => assert!(source.url.is_some(), "{id} has no address"),
            Findable::Number => assert!(source.number.is_some(), "{id} has no number"),
            Findable::Title => assert_eq!(source.url, None, "{id} has an address"),
            Findable::No => assert_eq!((source.url, source.number), (None, None), "{id} can be found"),
        }
        assert!(
            source.kind != SourceKind::Unsure || source.findable == Findable::No,
            "{id} is unsure, and can be found"
        );
    }
}

#[test]
fn every_citation_of_a_rule_resolves_and_is_printed_in_both_languages() {
    let days = [Day::of(2000, 1, 1), Day::of(2019, 4, 22), Day::of(2026, 11, 30)];
    for rule in rules::all() {
        for citation in rule.sources {
            assert!(NAMED.contains(&citation.text), "{}: {}", rule.code, citation.text.key());
            let printed =
                days.iter().flat_map(|day| [citation.short(*day), citation.on(*day)]).chain([citation.ever()]);
            for Words { zh, en } in printed {
                assert!(zh.contains(citation.source().title), "{}: {zh}", rule.code);
                assert!(en.contains(citation.source().title_en), "{}: {en}", rule.code);
                assert!(!zh.contains("））") && !zh.contains("（（"), "{}: {zh}", rule.code);
            }
            for article in citation.articles() {
                let Words { zh, en } = article.words();
                assert!(zh.starts_with('第') && !en.contains('第'), "{}: {zh} {en}", rule.code);
            }
        }
    }
}

/// The text of every file below a folder whose name ends so.
fn texts(folder: &Path, ending: &str, found: &mut String) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("law") {
            texts(&path, ending, found);
        } else if path.extension().is_some_and(|one| one == ending) {
            *found += &fs::read_to_string(&path).unwrap();
        }
    }
}

#[test]
fn every_listed_text_is_used() {
    let core = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut code, mut rows) = (String::new(), String::new());
    texts(&core.join("src"), "rs", &mut code);
    texts(&core.join("data"), "tsv", &mut rows);
    let ids = fs::read_to_string(core.join("src/law/ids.rs")).unwrap();
    let cells: BTreeSet<&str> = rows.split(['\t', ',', '\n', ';', ':', ' ']).collect();
    for source in Sources::builtin().iter() {
        let key = source.id.key();
        let named = ids.lines().find(|line| line.ends_with(&format!("= \"{key}\",")));
        let name = named.and_then(|line| line.trim().split(' ').next());
        let in_code = name.is_some_and(|name| code.contains(&format!("{name}.")));
        let quoted = code.contains(&format!("\"{key}\""));
        let row = Sources::TEXTS.lines().find(|line| line.starts_with(&format!("{key}\t")));
        let reason = row.is_some_and(|row| row.contains("\tkept for "));
        assert!(in_code || quoted || cells.contains(key) || reason, "nothing rests on {key}");
    }
}

#[test]
fn every_source_of_a_row_is_listed() {
    let core = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in fs::read_dir(core.join("data")).unwrap().flatten() {
        let path = entry.path();
        let text = if path.is_file() { fs::read_to_string(&path).unwrap() } else { continue };
        let mut lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let header: Vec<_> = lines.next().unwrap_or_default().split('\t').collect();
        let Some(at) = header.iter().position(|column| *column == "sources") else { continue };
        for line in lines {
            let cell = line.split('\t').nth(at).unwrap_or_default();
            for key in cell.split(',') {
                let cited = Citation::parse(key, Sources::builtin());
                assert!(cited.is_some(), "{}: {key} is not listed: {line}", path.display());
            }
        }
    }
}

#[test]
fn a_citation_resolves_to_the_version_in_force_on_the_day() {
    let consent = SC_292.article(5);
    for (day, zh, en) in [
        (
            Day::of(2005, 3, 20),
            "《互联网信息服务管理办法》（国务院令第292号）第五条，该版 2000-09-25 至 2011-01-07 施行",
            "Measures for the Administration of Internet Information Services (国务院令第292号), art. 5, this version \
             in force from 2000-09-25 to 2011-01-07",
        ),
        (
            Day::of(2025, 1, 19),
            "《互联网信息服务管理办法》（国务院令第292号，国务院令第588号修订）第五条，\
             该版 2011-01-08 至 2025-01-19 施行",
            "Measures for the Administration of Internet Information Services (国务院令第292号, as amended by \
             国务院令第588号), art. 5, this version in force from 2011-01-08 to 2025-01-19",
        ),
        (
            Day::of(2025, 1, 20),
            "《互联网信息服务管理办法》（国务院令第292号，国务院令第797号修订）第五条，\
             该版 2025-01-20 起施行",
            "Measures for the Administration of Internet Information Services (国务院令第292号, as amended by \
             国务院令第797号), art. 5, this version in force since 2025-01-20",
        ),
    ] {
        assert_eq!(said(&consent.on(day)), (zh, en));
    }
    let ahead = MII_33.article(14);
    assert!(
        ahead
            .on(Day::of(2024, 1, 17))
            .zh
            .contains("（信息产业部令第33号）第十四条，该版 2005-03-20 至 2024-01-17 施行")
    );
    assert!(ahead.on(Day::of(2024, 1, 18)).zh.contains("工业和信息化部令第68号修订）第十四条，该版 2024-01-18 起施行"));
    assert!(MPS_33.article(12).on(Day::of(2010, 1, 1)).zh.contains("（公安部令第33号）第十二条，该版 1997-12-30"));
    assert_eq!(SC_292.source().on(Day::of(2000, 9, 24)), None, "before the first version there is none");
}

#[test]
fn an_article_bears_the_number_of_the_day() {
    let identity = CSL.article(26);
    assert_eq!(said(&identity.articles_on(Day::of(2025, 12, 31))), ("第二十四条", "art. 24"));
    assert_eq!(said(&identity.articles_on(Day::of(2026, 1, 1))), ("第二十六条", "art. 26"));
    let merged = CSL.article(71);
    assert_eq!(said(&merged.articles_on(Day::of(2020, 1, 1))).1, "arts. 64, 66 and 70");
    assert_eq!(said(&CSL.article(20).articles_on(Day::of(2020, 1, 1))), ("", ""), "an article that was new in 2026");
    assert!(identity.on(Day::of(2020, 1, 1)).zh.contains("（主席令第53号）第二十四条"));
    let paragraph = CSL.at(Article::new(64).paragraph(1));
    assert_eq!(said(&paragraph.articles_on(Day::of(2020, 1, 1))).0, "第六十一条第一款");
}

#[test]
fn no_day_is_invented() {
    let day = Day::of(2026, 11, 30);
    let scheme = MIIT_6.whole().on(day);
    assert_eq!(scheme.zh, "《空壳类备案数据清理工作方案》（工信部电管〔2011〕6号），工业和信息化部，2011年");
    assert_eq!(scheme.en, "Scheme for Clearing Empty Filing Data (工信部电管〔2011〕6号), 工业和信息化部, 2011");
    let list = TENCENT_DOMAINS.whole();
    assert_eq!(list.on(day).zh, "《备案域名》，腾讯云，2022-08-30");
    assert_eq!(list.short(day).zh, "腾讯云《备案域名》", "whose page it is");
    assert!(REGISTRY.whole().on(day).zh.ends_with("未注明日期"));
    assert!(REGISTRY.whole().on(day).en.ends_with("not dated"));
}

#[test]
fn all_versions_are_told_where_no_day_is_asked() {
    const WHO: &[Article] = &[Article::new(5), Article::new(7)];
    assert_eq!(
        MII_33.articles(WHO).ever().zh,
        "《非经营性互联网信息服务备案管理办法》（信息产业部令第33号）第五条、第七条；2005-02-08，2005-03-20 起施行；\
         2024-01-18 工业和信息化部令第68号修订，2024-01-18 起施行"
    );
}

#[test]
fn rows_and_templates_cite_by_key_and_article() {
    let read = |cell: &str| Citation::parse(cell, Sources::builtin());
    assert_eq!(read("mii-33:22p2"), Some(MII_33.at(Article::new(22).paragraph(2))));
    assert_eq!(read("mii-33").map(|cited| cited.at), Some(At::Whole));
    for unknown in ["mii-34", "mii-33:", "mii-33:x", "", ":5"] {
        assert_eq!(read(unknown), None, "{unknown}");
    }
}
