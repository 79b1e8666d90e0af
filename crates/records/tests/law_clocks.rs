//! The clocks that the law knows beside those of filing: a licence that follows its holder, the
//! code by which a website is filed with the police; and whom a suffix is kept for.

mod edge_support;

use edge_support::{FIRST, Records, said};

const TODAY: &str = "2026-11-21";

fn licensed(issued: &str) -> Records {
    let licence = format!(
        "supervisor: 张示例\nlicences:\n  - kind: 增值电信业务经营许可证\n    number: \"浙B2-20220017\"\n    \
         valid:\n      from: 2022-01-20\n      until: 2028-01-19\n{issued}"
    );
    Records::clean().with("supervisor: 张示例\n", &licence)
}

/// The order by which the holder's name or legal representative changed, registered on 2026-08-03.
fn changed(records: Records, fact: &str) -> Records {
    let order = format!(
        "procedure: 变更主体\ncovers:\n  - subject\nfacts:\n  {fact}:\n    from: 甲\n    to: 乙\nbasis:\n  document: \
         准予变更登记通知书\n  date: 2026-08-03\neffective: 2026-08-01\n"
    );
    records.and("filings/2026-08-05-holder.yaml", &order)
}

const NAME: &str = "subject/name";

#[test]
fn a_licence_follows_its_holder_within_thirty_days() {
    let old = || changed(licensed("    issued: 2022-01-20\n"), NAME);
    let late = said(&["warning subject/licences/0/issued"]);
    assert_eq!(old().says("T114", TODAY), late);
    // Of the two days of the order the later one counts.
    assert_eq!(old().says("T114", "2026-09-02"), said(&[]), "the last day");
    assert_eq!(old().says("T114", "2026-09-03"), late, "the day after");
    assert_eq!(old().says("T114", "2028-02-01"), said(&[]), "a licence that has ended");
    let legal = changed(licensed("    issued: 2022-01-20\n"), "subject/legal_representative");
    assert_eq!(legal.says("T114", TODAY), late);
    for issued in ["    issued: 2026-08-03\n", "    issued: 2026-09-20\n"] {
        assert_eq!(changed(licensed(issued), NAME).says("T114", TODAY), said(&[]), "{issued}");
    }
    assert_eq!(changed(licensed(""), NAME).says("T114", TODAY), said(&["note subject/licences/0/issued"]));
    assert_eq!(changed(licensed(""), "subject/address").says("T114", TODAY), said(&[]), "an address is not on it");
    assert_eq!(changed(Records::clean(), NAME).says("T114", TODAY), said(&[]), "no licence");
    let granted_later = old().with("2022-01-20", "2026-08-20");
    assert_eq!(granted_later.says("T114", TODAY), said(&[]), "a licence of after the change");
}

const POLICE: &str = "  police:
    applied: 2021-03-25
    approved: 2021-04-08
    number: \"浙公网安备33010602000017号\"
    shown: 2021-04-10
";

/// The clean subject with a website of 2026 that is not filed with the police.
fn new_site() -> Records {
    Records::clean()
        .with(POLICE, "")
        .with("opened: 2021-03-20", "opened: 2026-10-20")
        .with("from: 2021-03-18", "from: 2026-10-16")
}

#[test]
fn the_code_for_the_police_lapses_thirty_days_after_the_approval() {
    let told = said(&["note services/shop/numbers/0/from"]);
    assert_eq!(new_site().says("T120", "2026-10-31"), said(&[]), "fifteen days left");
    assert_eq!(new_site().says("T120", "2026-11-01"), told, "fourteen days left");
    assert_eq!(new_site().says("T120", "2026-11-15"), told, "its last day");
    assert_eq!(new_site().says("T120", "2026-11-19"), told, "lapsed, and the filing is not overdue");
    // Then the filing itself is overdue, and that is told once.
    assert_eq!(new_site().says("T120", TODAY), said(&[]));
    assert_eq!(new_site().says("S126", TODAY), said(&["error services/shop/police"]));
    let closed = new_site().with("  opened: 2026-10-20\n", "");
    assert_eq!(closed.says("T120", TODAY), told, "it has not opened");
    let applied = "  principal: li\n  police:\n    applied: 2026-11-01\n  opened";
    let begun = new_site().with("  principal: li\n  opened", applied);
    assert_eq!(begun.says("T120", "2026-11-15"), said(&[]));
    let app = new_site().with("kind: 网站", "kind: APP");
    assert_eq!(app.says("T120", "2026-11-15"), said(&[]), "the code is for websites");
    assert_eq!(Records::clean().with(POLICE, "").says("T120", TODAY), said(&[]), "before there were codes");
}

#[test]
fn the_code_is_no_number_and_is_not_kept() {
    let code = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
    let number = Records::clean().with("浙公网安备33010602000017号", code);
    assert_eq!(number.says("N116", TODAY), said(&["error services/shop/police/number"]));
    for (old, new) in [
        ("supervisor: 张示例\n", format!("supervisor: 张示例\nremark: 数据码{code}\n")),
        ("  commercial: false\n", format!("  commercial: false\n  remark: \"数据码：{}\"\n", code.to_uppercase())),
    ] {
        assert_eq!(Records::clean().with(old, &new).says("S145", TODAY).len(), 1, "{new}");
    }
    let letter = format!("kind: 接入商通知\nabout: 公安联网备案数据码 {code}，30 日内有效\n");
    let received = Records::clean().and("official/2026-10-16-code.yaml", &letter);
    assert_eq!(received.says("S145", TODAY), said(&["warning official/2026-10-16-code/about"]));
    // Fingerprints and hashes look alike, and are none.
    for harmless in [format!("校验值 {code}"), "数据码已经用过".to_owned(), format!("数据码 {code}{code}")]
    {
        let remark = format!("supervisor: 张示例\nremark: {harmless}\n");
        assert_eq!(Records::clean().with("supervisor: 张示例\n", &remark).says("S145", TODAY), said(&[]), "{harmless}");
    }
}

fn on(domain: &str, nature: &str, name: &str) -> Records {
    Records::clean()
        .with("@shop.example", "@example.com")
        .with("shop.example", domain)
        .with("nature: 企业", &format!("nature: {nature}"))
        .with("杭州示例网络科技有限公司", name)
}

#[test]
fn a_suffix_is_kept_for_those_that_the_notices_name() {
    let all = [
        ("shili.edu.cn", "企业", "杭州示例网络科技有限公司", &["warning"][..]),
        ("shili.edu.cn", "企业", "杭州示例教育有限公司", &[]),
        ("shili.edu.cn", "个人", "张示例", &["warning"]),
        ("shili.edu.cn", "事业单位", "杭州示例大学", &[]),
        ("shili.edu.cn", "民办非企业单位", "杭州示例学校", &[]),
        ("shili.gov.cn", "企业", "杭州示例网络科技有限公司", &["warning"]),
        ("shili.gov.cn", "政府机关", "杭州市示例局", &[]),
        ("shili.gov.cn", "事业单位", "杭州示例研究所", &["note"]),
        ("shili.cn", "个人", "张示例", &[]),
    ];
    for (domain, nature, name, weights) in all {
        let expected: Vec<String> = weights.iter().map(|weight| format!("{weight} domains/{domain}")).collect();
        assert_eq!(on(domain, nature, name).says("D123", TODAY), expected, "{domain} {nature} {name}");
    }
    let tasks = "supervisor: 张示例\nremark: 承担行政职能";
    let with_tasks = on("shili.gov.cn", "事业单位", "杭州示例所").with("supervisor: 张示例", tasks);
    assert_eq!(with_tasks.says("D123", TODAY), said(&[]));
}

const BLOG: &str = "procedure: 新增互联网信息服务\ncovers:\n  - services/shop\nevents:\n  - at: \
                    2026-11-19T10:12:00+08:00\n    event: 提交订单\n";

#[test]
fn the_staffing_office_comes_first() {
    let order = |nature: &str, papers: &str| {
        let order = format!("{BLOG}{papers}");
        Records::clean().with("nature: 企业", &format!("nature: {nature}")).and(FIRST, &order)
    };
    let identity = "papers:\n  - kind: 居民身份证\n    of: people/li\n    where: 档案柜\n";
    let told = said(&["warning filings/2021-02-20-first/papers"]);
    assert_eq!(order("事业单位", identity).says("S144", TODAY), told);
    assert_eq!(order("政府机关", identity).says("S144", TODAY), told);
    assert_eq!(order("企业", identity).says("S144", TODAY), said(&[]));
    assert_eq!(order("社会团体", identity).says("S144", TODAY), said(&[]));
    assert_eq!(order("事业单位", "").says("S144", TODAY), said(&[]), "no paper is listed at all");
    for paper in ["网站名称审核表", "网站开办资格申请表", "编办批复", "机构编制部门的开办审核材料"]
    {
        let with = format!("{identity}  - kind: {paper}\n    of: services/shop\n    where: 档案柜\n");
        assert_eq!(order("事业单位", &with).says("S144", TODAY), said(&[]), "{paper}");
    }
    let app = order("事业单位", identity).with("kind: 网站", "kind: APP");
    assert_eq!(app.says("S144", TODAY), said(&[]), "an App");
    assert_eq!(order("事业单位", identity).says("S144", "2024-06-30"), said(&[]), "before the provisions");
}
