//! What importing refuses, and that nothing makes it panic.

#[path = "import_support/input.rs"]
mod input;

use beian_records::import::{InputFile, Refusal, miit, plan};
use input::{fixtures, of};
use std::fs;

#[test]
fn failures_say_what_to_do() {
    for (json, code, word) in [
        (r#"{"success":false,"code":401,"msg":"token过期"}"#, "401", "reload"),
        (r#"{"code":"429","message":"slow down"}"#, "429", "wait"),
        (r#"{"code":500,"msg":"服务器异常","params":null}"#, "500", "later"),
        (r#"{"success":false}"#, "", "later"),
    ] {
        let refusal = of(json).refusal.unwrap();
        assert!(matches!(&refusal, Refusal::Failed { code: found, .. } if found == code), "{refusal:?}");
        assert!(refusal.words().en.contains(word), "{refusal:?}");
    }
    let said = of(r#"{"code":500,"msg":"用户 13800138000 受限"}"#).refusal.unwrap().words();
    assert!(!said.zh.contains("13800138000") && said.zh.contains("138****8000"), "{said:?}");
}

#[test]
fn other_people_s_shapes_are_refused() {
    for (json, name) in [
        (r#"{"code":200,"data":{"domain":"a.example"}}"#, "third-party"),
        (r#"{"MainLicence":"粤B2-20090059","ServiceLicence":"粤B2-20090059-5"}"#, "third-party"),
        (r#"[{"domain_licence":"京ICP备16020626号"}]"#, "third-party"),
        (r#"{"params":{"list":[{"UnitName":"甲"}]}}"#, "third-party"),
        (r#"{"code":200,"params":null}"#, "no-content"),
        (r#"{"a":1}"#, "not-registry"),
        ("[1,2]", "not-registry"),
        ("17", "not-registry"),
        ("plain words", "not-json"),
        ("\u{feff}", "empty"),
        ("  \n", "empty"),
    ] {
        assert_eq!(of(json).refusal.map(|refusal| refusal.name()), Some(name), "{json}");
    }
}

#[test]
fn records_that_cannot_stand_are_refused_one_by_one() {
    let row = |main: &str, service: &str| {
        format!(
            r#"{{"mainLicence":{main},"serviceLicence":{service},"unitName":"甲",
            "updateRecordTime":"2024-01-02 03:04:05"}}"#
        )
    };
    let good = row(r#""浙ICP备2021000017号""#, r#""浙ICP备2021000017号-1""#);
    let foreign = row(r#""浙ICP备2021000017号""#, r#""浙ICP备2021000018号-1""#);
    let nameless = row("null", "null");
    let answer = of(&format!(r#"{{"code":200,"params":[{good},{foreign},{nameless}]}}"#));
    assert_eq!(answer.rows.len(), 1);
    assert_eq!(answer.refused, [(2, Refusal::ForeignNumber), (3, Refusal::NoNumber)]);
    assert!(answer.is_refused() && answer.refusal.is_none());
    // The subject's number follows from the service's.
    assert_eq!(of(&row("null", r#""浙ICP备2021000017号-1""#)).rows, answer.rows);
    let strange = row(r#""浙ICP备2021000017号""#, r#"{"a":1}"#);
    assert_eq!(of(&strange).refusal, Some(Refusal::BadField("serviceLicence")));
    let control = row(r#""浙ICP备2021000017号\u0007-1""#, "null");
    assert_eq!(of(&control).refusal, Some(Refusal::BadField("mainLicence")));
}

#[test]
fn hostile_files_end_quickly() {
    let deep = "[".repeat(100_000);
    assert_eq!(of(&deep).refusal, Some(Refusal::TooDeep));
    let wide = format!("[{}0]", "0,".repeat(1_000_000));
    assert_eq!(of(&wide).refusal, Some(Refusal::TooMany));
    let row = r#"{"mainLicence":"浙ICP备2021000017号","updateRecordTime":"2024-01-01"}"#;
    assert_eq!(of(&format!("[{}{row}]", format!("{row},").repeat(6_000))).refusal, Some(Refusal::TooMany));
    let long = format!(r#"{{"mainLicence":"浙ICP备2021000017号","unitName":"{}"}}"#, "字".repeat(10_000));
    assert_eq!(of(&long).refusal, Some(Refusal::BadField("unitName")));
    let folder = tempfile::tempdir().unwrap();
    let large = folder.path().join("large.json");
    // A file of 1 GB that takes no room.
    fs::File::create(&large).unwrap().set_len(1 << 30).unwrap();
    assert_eq!(InputFile::open(&large).bytes, Err(Refusal::TooLarge));
    assert_eq!(InputFile::open(folder.path()).bytes, Err(Refusal::NoFile));
    assert!(matches!(InputFile::open(&folder.path().join("none")).bytes, Err(Refusal::Unreadable(_))));
    let mut endless = std::io::repeat(b' ');
    assert_eq!(InputFile::stream("stdin", &mut endless).bytes, Err(Refusal::TooLarge));
}

#[test]
fn random_bytes_never_panic() {
    let whole = fs::read(fixtures().join("app-invented-2024.json")).unwrap();
    // Every cut and many flips of a real shape.
    for end in 0..whole.len() {
        let answer = miit(&InputFile::new("cut", whole[..end].to_vec()), None);
        assert!(answer.refusal.is_some(), "{end}");
    }
    let mut state = 17_u64;
    for _ in 0..3_000 {
        let mut bytes = whole.clone();
        for _ in 0..3 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let at = (state >> 33) as usize % bytes.len();
            bytes[at] = (state >> 24) as u8;
        }
        let plan = plan(vec![miit(&InputFile::new("flip", bytes), None)]);
        assert!(plan.subjects.iter().all(|subject| subject.refusal.is_none()));
    }
}
