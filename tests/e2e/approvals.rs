//! Certificates and content are judged by what was asked for on the day that is judged.

use crate::harness::Case;

/// The clean subject with a drug certificate of the old kind, or without any.
fn made(approvals: &str, content: &str) -> Case {
    let case = Case::clean();
    for (file, indent, key) in [
        ("records/example/services.yaml", "  ", "approvals"),
        ("records/example/filings/2021-02-20-first.yaml", "  ", "services/shop/approvals"),
    ] {
        let old = format!("{indent}{key}: 不涉及\n");
        let lines = approvals.lines().map(|line| format!("{indent}  {line}\n")).collect::<String>();
        let new = if approvals.is_empty() { old.clone() } else { format!("{indent}{key}:\n{lines}") };
        case.edit(file, &old, &new);
        let old = if key == "approvals" { "content: " } else { "services/shop/content: " };
        case.edit(file, &format!("{old}销售本公司的示例商品"), &format!("{old}{content}"));
    }
    case
}

const CERTIFICATE: &str = "- kind: 药品和医疗器械
  authority: 浙江省药品监督管理局
  number: （浙）-非经营性-2019-0017
  valid:
    from: 2019-12-01
    until: 2024-12-01";

fn said(case: &Case, day: &str, code: &str) -> String {
    let args = ["validate", "--format", "short", "--lang", "en", "--as-of", day, "records/example"];
    let out = case.outcome(args).out;
    out.lines().filter(|line| line.contains(code)).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_lapsed_certificate_is_judged_by_the_row_of_the_day() {
    let case = made(CERTIFICATE, "销售示例药品");
    assert_eq!(said(&case, "2024-12-01", "[S107]"), "", "the last day");
    let lapsed = said(&case, "2025-01-19", "[S107]");
    assert!(lapsed.contains("error[S107]"), "an approval: {lapsed}");
    let unclear = said(&case, "2025-01-20", "[S107]");
    assert!(unclear.contains("note[S107]") && unclear.contains("not known"), "{unclear}");
    let filing = said(&case, "2026-11-21", "[S107]");
    assert!(filing.contains("note[S107]") && filing.contains("互联网药品医疗器械信息服务备案"), "{filing}");
}

#[test]
fn content_is_judged_by_the_row_of_the_day() {
    let case = made("", "销售示例药品");
    let approval = said(&case, "2025-01-19", "[S108]");
    assert!(approval.contains("approves that first"), "{approval}");
    let unclear = said(&case, "2025-06-01", "[S108]");
    assert!(unclear.contains("note[S108]") && !unclear.contains("approves that first"), "{unclear}");
    let filing = said(&case, "2026-11-21", "[S108]");
    assert!(filing.contains("note[S108]") && filing.contains("a filing with the provincial drug"), "{filing}");
}

/// What no one approves any more, sources disagree on or do not tell weighs no more than a note.
#[test]
fn what_needs_no_approval_is_a_note() {
    let finance = said(&made("", "提供网络借贷信息"), "2026-11-21", "[S108]");
    let both = finance.contains("it is no prior approval") && finance.contains("it needs an approval first");
    assert!(finance.contains("note[S108]") && both, "{finance}");
    let game = said(&made("", "网络游戏下载"), "2026-11-21", "[S108]");
    assert!(game.contains("the National Press and Publication Administration approves that first"), "{game}");
    let lessons = said(&made("", "高中数学线上辅导"), "2026-11-21", "[S108]");
    assert!(lessons.contains("校外培训"), "{lessons}");
    let health = made(&CERTIFICATE.replace("药品和医疗器械", "医疗保健"), "销售本公司的示例商品");
    assert_eq!(said(&health, "2026-11-21", "[S107]"), "", "an approval that was abolished does not lapse");
}

/// Where sources disagree on a name, both sides are told.
#[test]
fn sources_that_disagree_on_a_name_are_named() {
    let rows = beian_core::tables::Tables::builtin().names.all().filter(|row| row.id == "N022" || row.id == "N043");
    let mut told = 0;
    for row in rows {
        use beian_core::tables::Founded as _;
        let words = row.disagreement(beian_core::tables::Tables::builtin().sources()).expect("a dissent").en;
        let case = Case::empty();
        let person = "format: 1\nname: 张示例\nnature: 个人\nregion: \"610102\"\nprincipal: zhang\n";
        case.write("records/a/subject.yaml", person);
        let service = |key: &str, name: &str| format!("{key}:\n  kind: 网站\n  name: {name}\n  principal: zhang\n");
        let name = if row.id == "N022" { "张示例的博客" } else { "读书手记" };
        case.write("records/a/services.yaml", service("one", name) + &service("two", name));
        let out = case.outcome(["validate", "--format", "short", "--lang", "en", "records/a"]).out;
        assert!(out.contains(&*words), "{}: {words}\n{out}", row.id);
        told += 1;
    }
    assert_eq!(told, 2);
}
