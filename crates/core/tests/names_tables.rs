//! The compiled-in tables read completely, and every row is founded as it says.

use std::collections::BTreeSet;

use beian_core::day::Day;
use beian_core::names::province::{CHECKED, PROVINCES};
use beian_core::names::{Approval, Clouds, DomainName, Mainland, Province, Registrars, Standing, Suffixes};
use beian_core::rows::{Confidence, Provenance};
use beian_core::tables::Tables;

const TODAY: Day = Day::of(2026, 11, 21);

fn suffixes() -> &'static Suffixes {
    &Tables::builtin().suffixes
}

fn registrars() -> &'static Registrars {
    &Tables::builtin().registrars
}

fn clouds() -> &'static Clouds {
    &Tables::builtin().clouds
}

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
fn suffixes_read() {
    let (suffixes, faults) = Suffixes::parse(Suffixes::TEXT);
    assert_eq!(suffixes, *self::suffixes(), "each row read by itself");
    assert_eq!(faults, []);
    let count = suffixes.all().count();
    assert!((190..=400).contains(&count), "{count}");
    for row in suffixes.all() {
        founded(&row.readable, &row.provenance);
        let domain = DomainName::parse(&row.suffix).unwrap();
        assert_eq!((domain.readable(), domain.ascii()), (&*row.readable, &*row.suffix));
        assert!(domain.is_public_suffix(), "{}", row.readable);
        // A suffix nobody can vouch for must not be called approved or refused outright.
        let sure = row.provenance.confidence > Confidence::Unsure;
        assert_eq!(row.approval != Approval::Unknown, sure, "{}", row.readable);
    }
}

#[test]
fn suffixes_answer() {
    let suffixes = self::suffixes();
    let approval = |name: &str| suffixes.approval(&DomainName::parse(name).unwrap(), TODAY);
    for name in ["a.com", "a.cn", "a.com.cn", "a.zj.cn", "食狮.公司", "a.中国", "a.b.org.cn", "cn", "a.me"] {
        assert_eq!(approval(name), Approval::Approved, "{name}");
    }
    for name in ["a.org", "a.io", "a.com.hk"] {
        assert_eq!(approval(name), Approval::NotApproved, "{name}");
    }
    for name in ["a.dev", "a.co.uk", "a.example", "a.tel"] {
        assert_eq!(approval(name), Approval::Unknown, "{name}");
    }
    let taken = |name: &str, province| {
        let name = DomainName::parse(name).unwrap();
        suffixes.taken_by(&name, province, TODAY).map(|(taken, _)| taken)
    };
    assert_eq!(taken("a.com", "11"), Some(true));
    assert_eq!(taken("a.com.cn", "11"), Some(true));
    assert_eq!(taken("a.asia", "11"), Some(false));
    assert_eq!(taken("a.asia", "33"), None);
    assert_eq!(taken("a.dev", "11"), None);
}

#[test]
fn rows_can_be_laid_over() {
    let mut row = suffixes().all().find(|row| row.suffix == "org").unwrap().clone();
    row.approval = Approval::Approved;
    let laid = suffixes().clone().with([row]);
    assert_eq!(laid.approval(&DomainName::parse("a.org").unwrap(), TODAY), Approval::Approved);
    assert_eq!(laid.all().count(), suffixes().all().count());

    let mut laid = Tables::builtin().clone();
    let table = Tables::open().find(|table| table.name == "registrars").unwrap();
    let columns = table.columns().collect::<Vec<_>>().join("\t");
    let row = "GoDaddy\tDaddy\t-\t-\tapproved\t-\t-\tREPORTED\tmine\t2026-11-21\t-";
    assert_eq!(laid.lay(table, &format!("{columns}\n{row}\n")), []);
    assert_eq!(laid.registrars.standing("daddy", TODAY), Standing::Approved);
    assert_eq!(laid.registrars.standing("godaddy", TODAY), Standing::Approved);
    assert_eq!(laid.registrars.all().count(), registrars().all().count());
}

/// Before its first day and after its last a row decides nothing, whichever table it is of.
#[test]
fn a_row_says_nothing_of_other_days() {
    let mut laid = Tables::builtin().clone();
    for (name, row) in [
        ("suffixes", "dev\tdev\tapproved\tunknown\t-\t-\t2026-03-01\t2026-09-30\tREPORTED\tmine\t2026-11-21\t-"),
        ("registrars", "某注册商\t-\t-\t-\tforeign\t2026-03-01\t2026-09-30\tREPORTED\tmine\t2026-11-21\t-"),
        ("providers", "某云\tmouyun\t-\t-\t-\t2026-03-01\t2026-09-30\tREPORTED\tmine\t2026-11-21"),
        ("cloud-regions", "某云\tx-1\t某地\tno\t-\t2026-03-01\t2026-09-30\tREPORTED\tmine\t2026-11-21"),
    ] {
        let table = Tables::open().find(|table| table.name == name).unwrap();
        let columns = table.columns().collect::<Vec<_>>().join("\t");
        assert_eq!(laid.lay(table, &format!("{columns}\n{row}\n")), [], "{name}");
    }
    let domain = DomainName::parse("a.dev").unwrap();
    for (day, holds) in [
        (Day::of(2026, 2, 28), false),
        (Day::of(2026, 3, 1), true),
        (Day::of(2026, 9, 30), true),
        (Day::of(2026, 10, 1), false),
    ] {
        assert_eq!(laid.suffixes.approval(&domain, day) == Approval::Approved, holds, "{day}");
        assert_eq!(laid.registrars.standing("某注册商", day) == Standing::Foreign, holds, "{day}");
        assert_eq!(laid.clouds.provider("某云", day).row().is_some(), holds, "{day}");
        assert_eq!(laid.clouds.mainland("某云", "x-1", day) == Mainland::No, holds, "{day}");
        // It is known all the same, so that no rule calls it unknown.
        assert!(!laid.registrars.lookup("某注册商", day).is_nothing());
        assert!(!laid.clouds.region("某云", "x-1", day).is_nothing());
    }
}

#[test]
fn registrars_read_and_answer() {
    let registrars = self::registrars();
    let count = registrars.all().count();
    assert!((15..=200).contains(&count), "{count}");
    for row in registrars.all() {
        founded(&row.name, &row.provenance);
        for spelling in row.aliases.iter().chain(&row.legal).chain([&row.name]) {
            let found = registrars.lookup(spelling, TODAY).row().unwrap();
            assert_eq!(found.name, row.name, "{spelling} names two registrars");
        }
    }
    assert_eq!(registrars.standing("阿里云 / 万网", TODAY), Standing::Approved);
    assert_eq!(registrars.standing("ALIYUN", TODAY), Standing::Approved);
    assert_eq!(registrars.standing("godaddy", TODAY), Standing::Foreign);
    assert_eq!(registrars.standing("某注册商", TODAY), Standing::Unknown);
    assert_eq!(registrars.standing("华为云", TODAY), Standing::Unknown);
}

#[test]
fn clouds_read() {
    let (providers, faults) = Clouds::parse_providers(Clouds::PROVIDERS);
    assert_eq!(faults, []);
    let (regions, faults) = Clouds::parse_regions(Clouds::REGIONS);
    assert_eq!(clouds().providers().count(), providers.len());
    assert_eq!(clouds().regions().count(), regions.len());
    assert_eq!(faults, []);
    assert!((9..=50).contains(&providers.len()));
    assert!((120..=500).contains(&regions.len()));
    let ids: BTreeSet<_> = providers.iter().map(|row| &row.id).collect();
    assert_eq!(ids.len(), providers.len());
    let clouds = self::clouds();
    for row in &providers {
        founded(&row.name, &row.provenance);
        for spelling in row.aliases.iter().chain([&row.id, &row.name]) {
            let found = clouds.provider(spelling, TODAY).row().unwrap();
            assert_eq!(found.name, row.name, "{spelling} names two providers");
        }
    }
    for row in &regions {
        founded(&format!("{} {}", row.provider, row.id), &row.provenance);
        assert!(providers.iter().any(|provider| provider.name == row.provider));
        assert_eq!(clouds.region(&row.provider, &row.id, TODAY).row(), Some(row));
    }
}

#[test]
fn clouds_answer_whole_ids_per_provider() {
    let clouds = self::clouds();
    for (provider, region, mainland) in [
        ("阿里云", "cn-hangzhou", Mainland::Yes),
        ("aliyun", "cn-hongkong", Mainland::No),
        ("Tencent Cloud", "ap-guangzhou", Mainland::Yes),
        ("腾讯云", "ap-hongkong", Mainland::No),
        ("华为云", "ap-southeast-1", Mainland::No),
        ("huawei", "cn-north-4", Mainland::Yes),
        ("阿里云", "cn-hang", Mainland::Unknown),
        ("阿里云", "cn-hangzhou-b", Mainland::Unknown),
        ("阿里云", "CN-HANGZHOU", Mainland::Unknown),
        ("某云", "cn-hangzhou", Mainland::Unknown),
    ] {
        assert_eq!(clouds.mainland(provider, region, TODAY), mainland, "{provider} {region}");
    }
    let place = |provider| clouds.region(provider, "cn-east-2", TODAY).row().unwrap().place.clone();
    assert_ne!(place("京东云"), place("七牛云"));
}

#[test]
fn broken_rows_are_left_out_and_told() {
    let text = "suffix\treadable\tapproval\tbeijing\treserved\tmeaning\tsince\tconfidence\tsources\tchecked\tnote\n\
        # a comment\n\
        com\tcom\tapproved\tyes\t-\t-\t-\tREPORTED\ta,b\t2026-11-21\t-\n\
        com\tcom\tapproved\tyes\t-\t-\t-\tREPORTED\ta,b\t2026-11-21\t-\n\
        net\tnet\tperhaps\tyes\t-\t-\t-\tREPORTED\ta\t2026-11-21\t-\n\
        top\ttop\tapproved\tyes\t-\t-\t-\tREPORTED\ta\t2026-13-21\t-\n\
        xyz\txyz\n";
    let (suffixes, faults) = Suffixes::parse(text);
    assert_eq!(suffixes.all().count(), 1);
    let told: Vec<_> = faults.iter().map(|fault| (fault.line, fault.column)).collect();
    assert_eq!(told, [(4, ""), (5, "approval"), (6, "checked"), (7, "")]);
}

#[test]
fn provinces_are_complete() {
    let codes: BTreeSet<_> = PROVINCES.iter().map(|row| row.code).collect();
    assert_eq!(codes.len(), 34);
    let letters: String = PROVINCES.iter().map(|row| row.miit).collect();
    assert_eq!(letters, "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝蜀黔滇藏陕陇青宁新");
    assert!(CHECKED.parse::<chrono::NaiveDate>().is_ok());
    let sources = Tables::builtin().sources();
    for row in &PROVINCES {
        assert_eq!(row.miit.is_empty(), row.administration().is_none());
        for founded in [row.miit_founded, row.police_founded] {
            assert!(founded.confidence <= sources.ceiling(founded.sources.iter().copied()));
        }
        assert_eq!(Province::of_code(row.code), Some(row));
        assert_eq!(Province::of_code(&format!("{}0000", row.code)), Some(row));
        assert_eq!(Province::of_name(row.short_zh), Some(row));
        for letter in row.wrong_miit.chars() {
            assert_eq!(Province::of_miit(letter), None);
            assert_eq!(Province::of_wrong_miit(letter), Some(row));
        }
        for letter in row.wrong_police.chars() {
            assert_eq!(Province::of_police(letter), None);
        }
    }
    assert_eq!(Province::of_code("3"), None);
    assert_eq!(Province::of_code("33a"), None);
}

/// What the footers of public sites show agrees with the letters of the table.
#[test]
fn letters_agree_with_those_seen() {
    let seen = include_str!("../../../tests/fixtures/names/letters-seen.tsv");
    for line in seen.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let letter = cells[1].chars().next().unwrap();
        match cells[0] {
            "miit" => assert!(Province::of_miit(letter).is_some(), "{line}"),
            _ => {
                let row = Province::of_code(cells[2]).unwrap();
                let known = row.police.contains(letter) || row.wrong_police.contains(letter);
                assert!(known, "{line}");
            }
        }
    }
}
