//! Facts about numbers that people have written, against what `decode` says.

use beian_core::numbers::{Decoded, Fault, FilingNumber, RecordNumber, decode};

const PAGES: &str = include_str!("../../../tests/fixtures/numbers/pages.tsv");
const CODES: &str = include_str!("../../../tests/fixtures/numbers/codes.tsv");
const MARKUP: &str = include_str!("../../../tests/fixtures/numbers/markup.tsv");
const YEAR: i32 = 2026;

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn told(number: &Decoded) -> String {
    let faults: Vec<&str> = number.faults.iter().map(|fault| fault.name()).collect();
    let canonical = number.canonical.as_deref().unwrap_or("-");
    let ok = number.ok.to_string();
    let kind = number.kind.name();
    [kind, &number.input, canonical, &ok, &faults.join(",")].join("\t")
}

#[test]
fn every_fact_is_told() {
    for row in rows(PAGES).chain(rows(CODES)) {
        let found = decode(row[1], YEAR);
        let told: Vec<String> = found.iter().map(told).collect();
        assert_eq!(told, [row.join("\t")]);
        assert_eq!(found[0].range, 0..row[1].len());
    }
}

#[test]
fn numbers_are_found_in_markup() {
    for row in rows(MARKUP) {
        let text = row[0].replace("\\n", "\n");
        let found = decode(&text, YEAR);
        let told: Vec<String> =
            found.iter().map(|n| format!("{}={}", n.kind.name(), n.canonical.as_deref().unwrap_or("-"))).collect();
        let wanted = row[1..].iter().copied().filter(|want| !want.is_empty());
        assert_eq!(told, wanted.collect::<Vec<_>>(), "{text}");
        for number in &found {
            assert_eq!(&text[number.range.clone()], number.input);
        }
    }
}

#[test]
fn types_agree_with_decode() {
    let records = |row: &Vec<&str>| row[2] != "-" && row[0] != "police" && row[0] != "unknown";
    for row in rows(PAGES).filter(records) {
        let reading = RecordNumber::parse(row[1]);
        // A letter without an index (`号A`) can be written canonically, but is no number.
        if let Some(number) = reading.number {
            assert_eq!(number.to_string(), row[2]);
            assert_eq!(RecordNumber::parse(row[2]).number, Some(number));
        } else {
            assert!(reading.faults.contains(&Fault::BadSuffix), "{}", row[1]);
        }
    }
}

#[test]
fn parts_are_told_in_order() {
    let found = decode("浙ICP备2023001234号-12X", YEAR);
    let names: Vec<&str> = found[0].parts.iter().map(|(name, _)| *name).collect();
    assert_eq!(
        names.join(" "),
        "province province_name authority level year serial service_index service_kind subject"
    );
    let part = |name: &str| {
        let part = found[0].parts.iter().find(|part| part.0 == name);
        part.map(|part| part.1.as_str())
    };
    assert_eq!(part("authority"), Some("浙江省通信管理局"));
    assert_eq!(part("service_kind"), Some("小程序"));
    assert_eq!(part("year"), Some("2023"));
}

#[test]
fn levels_of_a_filing_number() {
    let service = FilingNumber::parse_strict("粤ICP备2023103620号-5X").unwrap();
    let subject = FilingNumber::parse_strict("粤ICP备2023103620号").unwrap();
    assert_eq!(service.subject_level(), subject);
    assert!(service.is_service_of(&subject) && !subject.is_service_of(&subject));
    assert_eq!((subject.year(), subject.letter()), (Some(2023), '粤'));
    assert_eq!(FilingNumber::parse_strict("川ICP备20012194号-4"), Err(vec![Fault::AliasProvince]));
    let licence = RecordNumber::parse_strict("粤B2-20090059-1626X").unwrap();
    assert_eq!(licence.service_index(), Some(1626));
    assert_eq!(licence.service_letter(), Some('X'));
    assert_eq!(licence.subject_part().to_string(), "粤B2-20090059");
    assert!(FilingNumber::parse("粤B2-20090059").number.is_none());
}

#[test]
fn masked_shows_no_person() {
    for (text, wanted) in [
        ("11010519491231002X", "110***********002X"),
        ("110105194912310021", "110***********0021"),
        ("13800138000", "138****8000"),
        ("H12345678", "H****5678"),
    ] {
        let masked = decode(text, YEAR)[0].masked();
        assert_eq!(masked.input, wanted);
        assert!(masked.canonical.is_none_or(|number| number == wanted));
        let digits = |value: &str| value.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        for (_, value) in masked.parts {
            assert!(value.len() <= 4 || !digits(&value), "{value}");
        }
    }
}
