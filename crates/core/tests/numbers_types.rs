//! What the types say about their parts, each by one or two numbers.

use beian_core::numbers::{
    CreditCode, Fault, Kind, Mobile, OrganisationCode, Permit, PermitKind, PoliceNumber, RecordNumber,
    RegistrationNumber, ResidentId, ServiceKind, Sex,
};
use beian_core::words::Lang;

const YEAR: i32 = 2026;

#[test]
fn credit_codes_name_their_authority() {
    let code = CreditCode::parse("12441400456763110Y").number.unwrap();
    assert_eq!(code.authority().unwrap().get(Lang::Zh), "机构编制");
    assert_eq!(code.entity_class().unwrap().get(Lang::En), "public institution");
    assert_eq!((code.class_code(), code.region()), ("12", "441400"));
    assert_eq!(code.organisation(), "456763110");
}

#[test]
fn letters_may_start_a_credit_code() {
    // The form is judged apart from the check, which is wrong in both.
    let reading = CreditCode::parse("N1110000600037341A");
    assert!(!reading.faults.contains(&Fault::Letter));
    assert_eq!(reading.number.unwrap().authority().unwrap().get(Lang::En), "agriculture");
    let reading = CreditCode::parse("B1110000600037341A");
    assert!(reading.faults.contains(&Fault::NoSuchAuthority));
}

#[test]
fn pilot_codes_are_kept_apart_from_wrong_ones() {
    let pilot = CreditCode::parse("91350203M0001QAY9B");
    assert_eq!(pilot.faults, [Fault::PilotRegionCode]);
    assert!(!pilot.is_ok() && pilot.number.unwrap().is_of_pilot_region());
    assert!(CreditCode::parse("91350100M000100Y43").is_ok());
}

#[test]
fn an_inner_check_is_harmless() {
    // The outer check holds, the organisation code's does not.
    let wrong = "9111000060003734";
    let last = "0123456789ABCDEFGHJKLMNPQRTUWXY".chars();
    let code = last
        .map(|check| format!("{wrong}2{check}"))
        .find(|code| !CreditCode::parse(code).faults.contains(&Fault::CheckDigit))
        .unwrap();
    let reading = CreditCode::parse(&code);
    assert_eq!(reading.faults, [Fault::InnerCheckDigit]);
    assert!(reading.is_ok());
}

#[test]
fn identity_numbers_tell_birth_and_sex() {
    let id = ResidentId::parse("11010519491231002x", YEAR);
    assert_eq!(id.faults, [Fault::Case]);
    let id = id.number.unwrap();
    assert_eq!((id.born().to_string().as_str(), id.sex()), ("1949-12-31", Sex::Female));
    assert_eq!(id.region_name(), Some("北京市"));
    assert_eq!(format!("{id:?}"), "ResidentId(110***********002X)");
    let permit = ResidentId::parse("830000199201300022", YEAR).number.unwrap();
    assert_eq!(permit.region_name(), Some("台湾省"));
    let card = ResidentId::parse("911124198108030024", YEAR).number.unwrap();
    assert!(card.is_foreigner());
}

#[test]
fn identity_numbers_of_the_future_or_the_past_are_refused() {
    for (text, year, fault) in [
        ("110105194912310021", YEAR, Fault::CheckDigit),
        ("11010519491231002X", 1948, Fault::NoSuchDate),
        ("110105194902290021", YEAR, Fault::NoSuchDate),
        ("160105194912310029", YEAR, Fault::NoSuchArea),
        ("130503670401001", YEAR, Fault::FirstGeneration),
        ("1101051949123100", YEAR, Fault::Length),
        ("1101051949123100AX", YEAR, Fault::Letter),
    ] {
        let reading = ResidentId::parse(text, year);
        assert!(reading.faults.contains(&fault) && !reading.is_ok(), "{text}");
    }
}

#[test]
fn police_numbers_have_their_own_letters() {
    let number = PoliceNumber::parse_strict("贵公网安备52060202000576号").unwrap();
    assert_eq!(number.province().unwrap().letter(), Some('黔'));
    for letter in ['滇', '云'] {
        let text = format!("{letter}公网安备53011402000392号");
        assert!(PoliceNumber::parse_strict(&text).is_ok());
    }
    let spaced = PoliceNumber::parse("甘公网安备 62090202000584号");
    assert_eq!((spaced.is_ok(), spaced.faults), (true, vec![Fault::PsbSpace]));
    let moved = PoliceNumber::parse("沪公网安备33010002000078号");
    assert_eq!(moved.faults, [Fault::PsbProvinceMismatch]);
}

#[test]
fn records_tell_their_kind() {
    for (text, kind, service) in [
        ("京ICP备2023001234号", Kind::Icp, None),
        ("京ICP备2023001234号-1", Kind::Icp, Some(ServiceKind::Website)),
        ("京ICP备2023001234号-2A", Kind::IcpApp, Some(ServiceKind::App)),
        ("京ICP备2023001234号-4K", Kind::IcpQuick, Some(ServiceKind::QuickApp)),
        ("京ICP证030173号-3X", Kind::LicenceIcp, Some(ServiceKind::MiniProgram)),
        ("B2-20070268", Kind::LicenceB2, None),
    ] {
        let number = RecordNumber::parse_strict(text).unwrap();
        assert_eq!((number.kind(), number.service_kind()), (kind, service));
    }
    let years = ["京ICP备05008878号", "京ICP证030173号", "粤B2-20090059"];
    let years = years.map(|text| RecordNumber::parse_strict(text).unwrap().year());
    assert_eq!(years, [Some(2005), Some(2003), Some(2009)]);
}

#[test]
fn older_codes_of_organisations() {
    let code = OrganisationCode::parse("71526726X").number.unwrap();
    assert_eq!(code.to_string(), "71526726-X");
    assert_eq!(OrganisationCode::parse("74583060-8").faults, [Fault::CheckDigit]);
    let number = RegistrationNumber::parse("330108000003512").number.unwrap();
    assert_eq!((number.region(), number.province().unwrap().code), ("330108", "33"));
    assert!(!RegistrationNumber::parse("330108000003513").is_ok());
}

#[test]
fn numbers_of_persons_beside_identity() {
    assert_eq!(Mobile::parse("+86 138-0013-8000").number.unwrap().as_str(), "13800138000");
    assert_eq!(Mobile::parse("12800138000").faults, [Fault::MobilePrefix]);
    assert_eq!(Mobile::parse("1380013800").faults, [Fault::Length]);
    let kinds = ["H12345678", "12345678", "ABC123456789012"];
    let kinds = kinds.map(|text| Permit::parse(text).number.unwrap().kind());
    assert_eq!(kinds, [PermitKind::HongKongMacao, PermitKind::Taiwan, PermitKind::Foreigner]);
}
