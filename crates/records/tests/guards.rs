//! What guards a rule: each condition of those whose loss once no test saw.

mod edge_support;

use edge_support::{FIRST, Records, said};

const TODAY: &str = "2026-11-21";

/// The clean subject, one of whose people has another certificate.
fn certified(kind: &str, number: &str) -> Records {
    let old = "kind: 居民身份证\n    number: \"330***********0018\"";
    Records::clean().with(old, &format!("kind: {kind}\n    number: \"{number}\""))
}

#[test]
fn a_number_without_a_form_is_known_by_its_kind() {
    let at = ["warning people/zhang/certificate/number"];
    for (kind, number) in [
        ("护照", "E12345678"),
        ("台湾居民来往大陆通行证", "01234567"),
        ("港澳居民来往内地通行证", "H12345678"),
        ("外国人永久居留身份证", "CAN110012345678"),
    ] {
        assert_eq!(certified(kind, number).says("P101", TODAY), said(&at), "{kind} {number}");
        // Masked, by stars of either width, or with nothing in it that could be a number.
        let masked = ["E1****678", "E1＊＊＊＊678", "见存放处"];
        for number in masked {
            assert_eq!(certified(kind, number).says("P101", TODAY), said(&[]), "{kind} {number}");
        }
    }
    // What has a form is told by that, once, and another kind of number is another rule's.
    assert_eq!(certified("护照", "11010519491231002X").says("P101", TODAY), said(&at));
    assert_eq!(certified("居民身份证", "E12345678").says("P101", TODAY), said(&[]));
}

/// The clean subject with other days of its service's filing with the police, one of whose lines is left.
fn policed(left: &str) -> Records {
    let all = "  police:
    applied: 2021-03-25
    approved: 2021-04-08
    number: \"浙公网安备33010602000017号\"
    shown: 2021-04-10
";
    let left = if left.is_empty() { String::new() } else { format!("  police:\n    {left}\n") };
    Records::clean().with(all, &left)
}

#[test]
fn a_filing_with_the_police_is_begun_by_any_of_its_days() {
    assert_eq!(policed("").says("S126", TODAY), said(&["error services/shop/police"]));
    assert_eq!(policed("shown: 2021-04-10").says("S126", TODAY), said(&["error services/shop/police"]));
    for begun in ["applied: 2021-03-25", "approved: 2021-04-08", "number: \"浙公网安备33010602000017号\"", "applied: x"]
    {
        assert_eq!(policed(begun).says("S126", TODAY), said(&[]), "{begun}");
    }
}

#[test]
fn a_filing_with_the_police_is_missed_when_its_time_is_over_and_the_service_open() {
    // Opened on 2021-03-20: the thirty days end on 2021-04-19.
    assert_eq!(policed("").says("S126", "2021-04-19"), said(&[]));
    assert_eq!(policed("").says("S126", "2021-04-20"), said(&["error services/shop/police"]));
    let closed = policed("").with("  opened: 2021-03-20\n", "  opened: 2021-03-20\n  closed: 2021-04-01\n");
    assert_eq!(closed.says("S126", TODAY), said(&[]));
    let ended = policed("").with("supervisor: 张示例\n", "supervisor: 张示例\nended:\n  on: 2021-04-01\n");
    assert_eq!(ended.says("S126", TODAY), said(&[]));
    let unopened = policed("").with("  opened: 2021-03-20\n", "");
    assert_eq!(unopened.says("S126", TODAY), said(&[]));
}

#[test]
fn nothing_is_held_against_filings_that_cannot_be_read_whole() {
    let moved = Records::clean().with("502 室\nsupervisor", "503 室\nsupervisor");
    assert_eq!(moved.says("F146", TODAY), said(&["warning subject/address"]));
    let filing = beian_core::rules::BASE.iter().find(|(name, _)| *name == FIRST).map_or("", |(_, text)| *text);
    for (old, new) in [
        ("procedure: 首次备案", "procedure: 首次什么"),
        ("  services/shop/name: 示例好物铺", "  services/shop/name: \"\""),
        ("event: 初审通过", "event: 初审过了"),
    ] {
        assert!(filing.contains(old), "{old}");
        let spoiled = moved.clone().and(FIRST, &filing.replacen(old, new, 1));
        assert_eq!(spoiled.says("F146", TODAY), said(&[]), "{new}");
    }
}

#[test]
fn what_nobody_sees_is_told_as_that_and_not_repeated() {
    for (old, code) in [
        ("registered: 2020-11-02", "C121"),
        ("nature: 企业", "C119"),
        ("commercial: false", "C121"),
        ("kind: 网站", "C119"),
    ] {
        let (key, _) = old.split_once(": ").unwrap_or_default();
        let spoiled = Records::clean().with(old, &format!("{key}: \"甲\\u200b\""));
        assert_eq!(spoiled.says(code, TODAY), said(&[]), "{old}");
        assert!(!spoiled.says("C130", TODAY).is_empty(), "{old}");
    }
}

/// In Hebei a foreigner is to authorise somebody; that this principal was never filed is another matter.
#[test]
fn what_a_province_asks_of_people_hides_no_change() {
    let passport = ("kind: 居民身份证\n    number: \"330***********0018\"", "kind: 护照\n    number: \"E****0018\"");
    let hebei = |records: Records| {
        let records = records.with("\nregion: \"330106\"", "\nregion: \"130102\"");
        records.with(passport.0, passport.1)
    };
    let at = ["warning subject/principal"];
    assert_eq!(hebei(Records::clean()).says("P220", TODAY), said(&at));
    let filed = beian_core::rules::BASE.iter().find(|(name, _)| *name == FIRST).map_or("", |(_, text)| *text);
    let other = filed.replace("subject/principal: zhang", "subject/principal: li");
    let unfiled = hebei(Records::clean()).and(FIRST, &other);
    assert_eq!(unfiled.says("P220", TODAY), said(&at));
    assert_eq!(unfiled.says("F146", TODAY), said(&["warning subject/principal", "warning subject/region"]));
}

/// Where nothing says how the number came, that is asked first.
#[test]
fn the_day_of_opening_is_asked_where_an_order_filed_the_service() {
    let unopened = policed("").with("  opened: 2021-03-20\n", "");
    assert_eq!(unopened.says("S142", TODAY), said(&["note services/shop/opened"]));
    let unfiled = unopened.with("  - services/shop\nfacts", "facts");
    assert_eq!(unfiled.says("S142", TODAY), said(&[]));
}
