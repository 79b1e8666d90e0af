//! Domains: real international names, faults by name, and what holds for any text.

use std::collections::BTreeSet;

use beian_core::names::{DomainFault, DomainName, DomainWeight, Region, Suffixes};
use proptest::prelude::*;

const REAL: &str = include_str!("../../../tests/fixtures/names/idn-domains.tsv");

fn names(faults: &[DomainFault]) -> String {
    let names: Vec<_> = faults.iter().map(|fault| fault.name()).collect();
    if names.is_empty() { "-".to_owned() } else { names.join(",") }
}

#[test]
fn real_international_names() {
    let rows: Vec<Vec<&str>> =
        REAL.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| line.split('\t').collect()).collect();
    assert!(rows.len() >= 15);
    for row in rows {
        let reading = DomainName::read(row[0]).unwrap();
        let domain = &reading.domain;
        assert_eq!(domain.readable(), row[1], "{}", row[0]);
        assert_eq!(domain.ascii(), row[2], "{}", row[0]);
        let registrable = domain.registrable();
        let registrable = registrable.as_ref().map_or("-", DomainName::readable);
        assert_eq!(registrable, row[3], "{}", row[0]);
        let got: BTreeSet<_> = reading.faults.iter().map(|fault| fault.name()).collect();
        let wanted: BTreeSet<_> = row[4].split(',').filter(|name| *name != "-").collect();
        assert_eq!(got, wanted, "{}", row[0]);
    }
}

#[test]
fn two_spellings_are_one_domain() {
    let readable = DomainName::parse("食狮.公司.cn").unwrap();
    let ascii = DomainName::parse("XN--85X722F.xn--55qx5d。CN.").unwrap();
    assert_eq!(readable, ascii);
    assert_eq!(BTreeSet::from([readable, ascii]).len(), 1);
}

#[test]
fn suffixes_and_registrable_names() {
    for (name, suffix, registrable) in [
        ("www.example.com", "com", "example.com"),
        ("a.b.com.cn", "com.cn", "b.com.cn"),
        ("a.b.zj.cn", "zj.cn", "b.zj.cn"),
        ("www.gov.cn", "gov.cn", "www.gov.cn"),
        ("a.b.co.uk", "co.uk", "b.co.uk"),
        ("a.b.政务.cn", "政务.cn", "b.政务.cn"),
        ("政务.cn", "政务.cn", "-"),
        // Private rules do not count: the holder registered the host's name.
        ("someone.github.io", "io", "github.io"),
        ("a.s3.cn-north-1.amazonaws.com.cn", "com.cn", "amazonaws.com.cn"),
        ("x.oss.aliyuncs.com", "com", "aliyuncs.com"),
        ("a.b.kawasaki.jp", "b.kawasaki.jp", "a.b.kawasaki.jp"),
        ("www.city.kawasaki.jp", "kawasaki.jp", "city.kawasaki.jp"),
        ("a.b.unlisted", "unlisted", "b.unlisted"),
        ("com", "com", "-"),
    ] {
        let domain = DomainName::parse(name).unwrap();
        assert_eq!(domain.suffix().readable(), suffix, "{name}");
        let found = domain.registrable();
        assert_eq!(found.as_ref().map_or("-", DomainName::readable), registrable, "{name}");
        assert_eq!(domain.is_public_suffix(), registrable == "-", "{name}");
        assert_eq!(domain.is_registrable(), registrable == name, "{name}");
        assert_eq!(domain.tld().readable(), name.rsplit('.').next().unwrap());
        if let Some(found) = found {
            assert_eq!(domain.is_below(&found), domain != found, "{name}");
        }
    }
    let (one, other) = (DomainName::parse("aexample.com"), DomainName::parse("example.com"));
    assert!(!one.unwrap().is_below(&other.unwrap()));
}

#[test]
fn what_is_refused() {
    let long_label = format!("{}.com", "a".repeat(64));
    let long_name = format!("{}com", "abcdefg.".repeat(32));
    let endless = "中".repeat(100_000);
    for (text, name) in [
        ("", "empty"),
        ("a..b", "empty-label"),
        (".", "empty-label"),
        ("。", "empty-label"),
        (".com", "empty-label"),
        (&*long_label, "label-too-long"),
        (&*long_name, "name-too-long"),
        (&*endless, "name-too-long"),
        (" example.com", "white-space"),
        ("exam\tple.com", "white-space"),
        ("https://example.com", "scheme"),
        ("//example.com", "scheme"),
        ("example.com/index", "path"),
        ("example.com?a", "path"),
        ("example.com:8080", "port"),
        ("me@example.com", "at-sign"),
        ("*.example.com", "wildcard"),
        ("_dmarc.example.com", "underscore"),
        ("-a.cn", "hyphen"),
        ("a-.cn", "hyphen"),
        ("192.0.2.1", "bare-ip"),
        ("2001:db8::1", "bare-ip"),
        ("[2001:db8::1]", "bare-ip"),
        ("１９２.0.2.1", "bare-ip"),
        ("example.123", "numeric-tld"),
        ("256.1.1.1", "numeric-tld"),
        ("xn--a.com", "not-idna"),
        ("xn--.com", "hyphen"),
        ("xn--abc-.com", "hyphen"),
        ("xn--zz-zz.com", "not-idna"),
        ("exa!mple.com", "not-idna"),
        ("例子！.com", "not-idna"),
        ("a\u{301}\u{202e}b.com", "not-idna"),
    ] {
        let fault = DomainName::read(text).unwrap_err();
        let shown: String = text.chars().take(30).collect();
        assert_eq!(fault.name(), name, "{shown}");
        assert_eq!(fault.weight(), DomainWeight::Refused);
    }
}

#[test]
fn what_is_tolerated_but_named() {
    for (text, kept, faults) in [
        ("example.com", "example.com", "-"),
        ("Example.COM", "example.com", "upper-case"),
        ("example.com.", "example.com", "trailing-dot"),
        ("例子。公司．cn", "例子.公司.cn", "wide-dot"),
        ("ｅxample.com", "example.com", "full-width"),
        ("xn--fsqu00a.xn--fiqs8s", "例子.中国", "ascii-form"),
        ("mu\u{308}nchen.de", "münchen.de", "not-normal"),
        ("аррle.com", "аррle.com", "mixed-script"),
        ("аррӏе.com", "аррӏе.com", "look-alike"),
        ("xn--80ak6aa92e.com", "аррӏе.com", "look-alike,ascii-form"),
        ("ab--cd.com", "ab--cd.com", "reserved-hyphens"),
        ("公司.cn", "公司.cn", "bare-suffix"),
        ("localhost", "localhost", "bare-suffix"),
    ] {
        let reading = DomainName::read(text).unwrap();
        assert_eq!(reading.domain.readable(), kept, "{text}");
        assert_eq!(names(&reading.faults), faults, "{text}");
        assert!(reading.faults.iter().all(|f| f.weight() != DomainWeight::Refused), "{text}");
    }
}

#[test]
fn guesses_and_documentation_names() {
    for (text, guess) in [
        ("https://www.example.com:8080/a?b=c", Some("www.example.com")),
        ("*.例子.中国", Some("例子.中国")),
        ("me@example.com", Some("example.com")),
        (" Example.com ", Some("example.com")),
        ("https://", None),
        ("http://192.0.2.1/", None),
    ] {
        let found = DomainName::guess(text);
        assert_eq!(found.as_ref().map(DomainName::readable), guess, "{text}");
    }
    for (text, kept) in [
        ("shop.example", true),
        ("www.example.com", true),
        ("myexample.com", false),
        ("example.cn", false),
        ("a.test", true),
    ] {
        assert_eq!(DomainName::parse(text).unwrap().is_documentation(), kept, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Whatever reads, prints to a text that reads to the same, without a fault of spelling.
    #[test]
    fn printing_and_reading_agree(
        text in concat!(
            r"([a-zA-Z0-9\-一-龥а-яα-ωàéü０-９ａ-ｚ]{1,12}[.。．]){0,4}",
            r"(com|CN|中国|com\.cn|公司\.cn|xn--fiqs8s)\.?"
        ),
    ) {
        if let Ok(reading) = DomainName::read(&text) {
            let printed = reading.domain.to_string();
            let again = DomainName::read(&printed).unwrap();
            prop_assert_eq!(again.domain.ascii(), reading.domain.ascii());
            prop_assert_eq!(again.domain.readable(), &*printed);
            prop_assert!(again.faults.iter().all(|f| f.weight() == DomainWeight::Doubtful));
            let by_ascii = DomainName::parse(reading.domain.ascii()).unwrap();
            prop_assert_eq!(by_ascii.readable(), &*printed);
        }
    }

    /// No text makes a parser panic, and what follows from a name stays a name.
    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        let _ = DomainName::guess(&text);
        let _ = Region::parse(&text);
        let _ = Suffixes::parse(&text);
        if let Ok(domain) = DomainName::parse(&text) {
            for part in [domain.suffix(), domain.tld(), domain.registrable().unwrap_or(domain.tld())] {
                prop_assert!(domain == part || domain.is_below(&part));
                prop_assert_eq!(DomainName::parse(part.readable()), Ok(part));
            }
        }
    }

    /// Six digits read back as they were, or name a fault.
    #[test]
    fn region_codes_print_as_read(code in "[0-9]{6}") {
        if let Ok(region) = Region::parse(&code) {
            prop_assert_eq!(region.to_string(), code);
        }
    }
}
