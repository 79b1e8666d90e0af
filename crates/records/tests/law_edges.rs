//! What binds whom, and since when: the edges of rules that rest on more than one text.

mod edge_support;

use edge_support::{FIRST, Records, said};

const TODAY: &str = "2026-11-21";

const LICENCE: &str = "supervisor: 张示例
licences:
  - kind: 增值电信业务经营许可证
    number: \"浙B2-20220017\"
    valid:
      from: 2022-01-20
      until: 2028-01-19
";

fn licensed(records: Records) -> Records {
    records.with("supervisor: 张示例\n", LICENCE)
}

/// The notice of 2019 speaks of non-commercial filings: for who may hold a licence it is practice.
#[test]
fn several_domains_weigh_less_under_a_licence() {
    let two = Records::clean().with("- shop.example\n", "- shop.example\n    - blog.example\n");
    assert_eq!(two.says("D124", TODAY), said(&["error services/shop/domains/1"]));
    assert_eq!(two.says("D124", "2019-04-21"), said(&[]), "the day before the notice");
    assert_eq!(licensed(two.clone()).says("D124", TODAY), said(&["warning services/shop/domains/1"]));
    let charges = two.with("commercial: false", "commercial: true");
    assert_eq!(charges.says("D124", TODAY), said(&["warning services/shop/domains/1"]));
}

/// Two websites on one domain.
fn twice() -> Records {
    let clean = Records::clean();
    let shop = beian_core::rules::BASE.iter().find(|(name, _)| *name == "services.yaml").map_or("", |(_, text)| *text);
    let blog = shop.replacen("shop:", "blog:", 1).replace("号-1", "号-2");
    clean.and("services.yaml", &format!("{blog}{shop}"))
}

#[test]
fn a_domain_in_two_websites_weighs_less_under_a_licence() {
    assert_eq!(twice().says("L112", TODAY), said(&["error services/shop/domains/0"]));
    assert_eq!(twice().says("L112", "2019-04-21"), said(&[]));
    assert_eq!(licensed(twice()).says("L112", TODAY), said(&["warning services/shop/domains/0"]));
}

const POLICE: &str = "  police:
    applied: 2021-03-25
    approved: 2021-04-08
    number: \"浙公网安备33010602000017号\"
    shown: 2021-04-10
";

fn person(records: Records) -> Records {
    records
        .with("nature: 企业", "nature: 个人")
        .with("kind: 营业执照", "kind: 居民身份证")
        .with("91330106MA0EXAMP12", "330***********0018")
        .with("杭州示例网络科技有限公司", "张示例")
}

/// Order 33 of the police binds organisations; of persons and of Apps providers ask the same.
#[test]
fn the_police_filing_is_asked_of_each_by_what_binds() {
    let none = Records::clean().with(POLICE, "");
    let missing = |weight: &str| said(&[&format!("{weight} services/shop/police")]);
    assert_eq!(none.says("S126", TODAY), missing("error"), "an organisation");
    assert_eq!(person(none.clone()).says("S126", TODAY), missing("warning"), "a person");
    let unknown = none.clone().with("nature: 企业\n", "");
    assert_eq!(unknown.says("S126", TODAY), missing("warning"), "nobody knows who");
    let app = none.with("kind: 网站", "kind: APP");
    assert_eq!(app.says("S126", TODAY), missing("note"), "an App of before the page");
    let later = app.clone().with("opened: 2021-03-20", "opened: 2026-01-23");
    assert_eq!(later.says("S126", TODAY), missing("warning"), "an App of the day of the page");
    let before = app.clone().with("opened: 2021-03-20", "opened: 2026-01-22");
    assert_eq!(before.says("S126", TODAY), missing("note"), "an App of the day before");
    let mini = later.with("kind: APP", "kind: 小程序");
    assert_eq!(mini.says("S126", TODAY), missing("note"), "of mini programs no page speaks");
    assert_eq!(app.with("  opened: 2021-03-20\n", "").says("S126", TODAY), said(&[]), "nobody knows since when");
}

#[test]
fn a_late_police_filing_of_a_person_is_worth_knowing_only() {
    let late = Records::clean().with("applied: 2021-03-25", "applied: 2021-07-26").with("2021-04-08", "2021-08-09");
    assert_eq!(late.says("S136", TODAY), said(&["warning services/shop/police/applied"]));
    assert_eq!(person(late).says("S136", TODAY), said(&["note services/shop/police/applied"]));
}

/// A number of the police proves no filing with the ministry, and may be that of a site that comes from elsewhere.
#[test]
fn a_police_number_is_no_filing() {
    let numbers = "  numbers:
    - number: \"浙ICP备2021000017号-1\"
      from: 2021-03-18
      filing: 2021-02-20-first
";
    let none = Records::clean().with(numbers, "").and(FIRST, "procedure: 首次备案\ncovers:\n  - subject\n");
    assert_eq!(none.says("S125", TODAY), said(&["warning services/shop/opened"]));
    assert_eq!(none.with(POLICE, "").says("S125", TODAY), said(&["error services/shop/opened"]));
}

/// What an opening balance gives as the day of a number is mostly that of an export: told once, as a note.
#[test]
fn openings_before_the_day_of_an_export_are_told_once() {
    let shop = beian_core::rules::BASE.iter().find(|(name, _)| *name == "services.yaml").map_or("", |(_, text)| *text);
    let shop = shop.replace("from: 2021-03-18", "from: 2026-11-20");
    let three: String = (1..4)
        .map(|index| shop.replacen("shop:", &format!("shop{index}:"), 1).replace("号-1", &format!("号-{index}")))
        .collect();
    let opening = "procedure: 既有备案\ncovers:\n  - subject\n  - services/shop1\n  - services/shop2\n  - \
                   services/shop3\nbasis:\n  document: 公共查询\n  date: 2026-11-20\n";
    let opened = Records::clean().and("services.yaml", &three).and(FIRST, opening);
    assert_eq!(opened.says("S125", TODAY), said(&["note services/shop1/opened"]));
    let filed = Records::clean().and("services.yaml", &three);
    assert_eq!(filed.says("S125", TODAY).len(), 3, "what an order granted is told of each");
}

/// Who holds a name under .edu.cn chooses no registrar.
#[test]
fn the_registrar_of_education_is_known() {
    let cernet = Records::clean().with("registrar: 阿里云", "registrar: CERNET");
    assert_eq!(cernet.says("D111", TODAY), said(&["note domains/shop.example/registrar"]));
    let university = cernet.with("@shop.example", "@example.com").with("shop.example", "shili.edu.cn");
    assert_eq!(university.says("D111", TODAY), said(&[]));
}
