//! Twelve kinds of lawful subjects, of which nothing is wrong: no error and no warning.

#![expect(clippy::expect_used, reason = "a test whose records cannot be read has failed")]

use beian_core::day::Day;
use beian_core::rule::{Case, Severity};
use beian_core::rules::{self, BASE};
use beian_core::tables::Tables;
use beian_records::limits::Limits;
use beian_records::raw::{Content, RawFile, RawSubject};
use beian_records::read::read_subject;
use std::collections::BTreeMap;
use std::fmt::Write as _;

const TODAY: Day = Day::of(2026, 11, 21);

const CODE: &str = "91330106MA0EXAMP12";
const NAME: &str = "杭州示例网络科技有限公司";
const SITE: &str = "示例好物铺";
const CONTENT: &str = "销售本公司的示例商品";

/// A kind of subject: what it is, and what in it is another than in the clean subject, wherever it
/// stands. What is replaced by nothing is left out.
type Kind = (&'static str, &'static [(&'static str, &'static str)]);

const KINDS: [Kind; 11] = [
    (
        "an App alone",
        &[
            ("kind: 网站", "kind: APP"),
            ("号-1", "号-1A"),
            ("  services/shop/home: www.shop.example\n", ""),
            ("  home: www.shop.example\n", PLATFORMS),
            ("    - shop.example", "    - api.shop.example"),
        ],
    ),
    (
        "an association",
        &[
            (CODE, "51330106500123453R"),
            (NAME, "杭州市示例行业协会"),
            ("nature: 企业", "nature: 社会团体"),
            ("kind: 营业执照", "kind: 社会团体法人登记证书"),
            (SITE, "示例行业协会"),
            (CONTENT, "介绍协会活动与会员服务"),
            ("网络购物", "单位门户网站"),
        ],
    ),
    (
        "a foreign-invested company",
        &[(NAME, "示例（中国）投资有限公司"), ("supervisor: 张示例", "supervisor: Example Holdings Ltd.")],
    ),
    (
        "a government office",
        &[
            (CODE, "113301060021234508"),
            (NAME, "杭州市西湖区示例局"),
            ("nature: 企业", "nature: 政府机关"),
            ("kind: 营业执照", "kind: 统一社会信用代码证书"),
            ("shop.example", "shili.gov.cn"),
            (SITE, "西湖区示例局"),
            (CONTENT, "公开政务信息与办事指南"),
            ("网络购物", "单位门户网站"),
        ],
    ),
    (
        "a hospital",
        &[
            (CODE, "12330106470123451P"),
            (NAME, "杭州市示例医院"),
            ("nature: 企业", "nature: 事业单位"),
            ("kind: 营业执照", "kind: 事业单位法人证书"),
            ("@shop.example", "@example.com"),
            ("shop.example", "示例医院.公益"),
            (SITE, "示例医院"),
            (CONTENT, "介绍医院科室与就诊须知"),
            ("网络购物", "单位门户网站"),
        ],
    ),
    ("an internationalised domain", &[("@shop.example", "@example.com"), ("shop.example", "例子.cn")]),
    (
        "a mini program",
        &[
            ("kind: 网站", "kind: 小程序"),
            ("号-1", "号-1X"),
            ("  services/shop/home: www.shop.example\n", ""),
            ("  home: www.shop.example\n", "  platforms:\n    - os: 微信\n      id: wx0000000000000000\n"),
        ],
    ),
    (
        "several domains, filed before there was one for each",
        &[
            ("浙ICP备2021000017", "浙ICP备17000017"),
            ("2021", "2017"),
            ("2019-05-06", "2012-05-06"),
            ("2020-11", "2016-11"),
            ("2016-02-01", "2010-02-01"),
            ("2036-02-01", "2030-02-01"),
            ("2015-06-01", "2010-06-01"),
            ("2035-06-01", "2030-06-01"),
            ("    - shop.example", "    - shop.example\n    - store.example"),
        ],
    ),
    ("a sole trader", &[(CODE, "92330106MA2ABCD136"), (NAME, "杭州市西湖区示例茶叶店")]),
    (
        "a person from Taiwan",
        &[
            (NAME, "张示例"),
            ("nature: 企业", "nature: 个人"),
            ("kind: 营业执照", "kind: 台湾居民来往大陆通行证"),
            (CODE, "0****5678"),
            ("supervisor: 张示例\n", ""),
            ("legal_representative: zhang\n", ""),
            ("principal: li", "principal: zhang"),
            (
                "kind: 居民身份证\n    number: \"330***********0018\"",
                "kind: 台湾居民来往大陆通行证\n    number: \"0****5678\"",
            ),
            (SITE, "示例的读书笔记"),
            (CONTENT, "个人读书笔记与摘抄"),
            ("网络购物", "其他"),
            ("  - at: 2021-02-22T11:20:00+08:00\n    event: 短信核验\n    who: li\n", ""),
        ],
    ),
    (
        "a university",
        &[
            (CODE, "1233010647012346XF"),
            (NAME, "杭州示例大学"),
            ("nature: 企业", "nature: 事业单位"),
            ("kind: 营业执照", "kind: 事业单位法人证书"),
            ("shop.example", "shili.edu.cn"),
            (SITE, "示例大学"),
            (CONTENT, "介绍学校院系与招生信息"),
            ("网络购物", "单位门户网站"),
            ("registrar: 阿里云", "registrar: CERNET"),
        ],
    ),
];

const PLATFORMS: &str = "  platforms:
    - os: Android
      id: example.shop.app
      fingerprint: \"00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF\"
      public_key: 见密钥保管单
";

type Files = BTreeMap<String, String>;

fn base() -> Files {
    BASE.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn of(kind: &Kind) -> Files {
    let mut files = base();
    for (old, new) in kind.1 {
        let all = files.values().any(|text| text.contains(old));
        assert!(all, "{}: nothing holds {old:?}", kind.0);
        files = files.into_iter().map(|(name, text)| (name.replace(old, new), text.replace(old, new))).collect();
    }
    // Each domain has a record of its own.
    let domains = files.get_mut("domains.yaml").expect("the domains");
    if kind.0.starts_with("several") {
        let second = domains.replace("shop.example:", "store.example:");
        domains.push_str(&second);
    }
    files
}

/// A company of twenty sites under one licence.
fn large() -> Files {
    let mut files = base();
    let (site, domain) = (files["services.yaml"].clone(), files["domains.yaml"].clone());
    let (mut sites, mut domains) = (String::new(), String::new());
    let (mut facts, mut granted, mut covers) = (String::new(), String::new(), String::new());
    let first = files["filings/2021-02-20-first.yaml"].clone();
    let filed: Vec<&str> = first.split_inclusive('\n').collect();
    let from = filed.iter().position(|line| line.starts_with("  services/shop/kind")).expect("the facts of the site");
    let to = filed.iter().position(|line| line.starts_with("events:")).expect("the events");
    for n in 1..=20_u32 {
        let swap = |text: &str| {
            let digit = |digit: char| "零一二三四五六七八九".chars().nth(digit as usize - 48);
            let name: String = n.to_string().chars().filter_map(digit).collect();
            text.replace("shop.example", &format!("shop{n}.example"))
                .replace("号-1\"", &format!("号-{n}\""))
                .replace("services/shop/", &format!("services/shop-{n}/"))
                .replace(SITE, &format!("示例{name}好物铺"))
                .replace("33010602000017", &format!("330106020000{n:02}"))
                // A provider takes so many sites for one server.
                .replace("- web-1", &format!("- web-{}", n.div_ceil(5)))
        };
        sites += &swap(&site).replacen("shop:", &format!("shop-{n}:"), 1);
        domains += &swap(&domain);
        facts += &filed[from..to].iter().map(|line| swap(line)).collect::<String>();
        writeln!(covers, "  - services/shop-{n}").expect("a text");
        writeln!(granted, "  - of: services/shop-{n}\n    number: \"浙ICP备2021000017号-{n}\"").expect("a text");
    }
    let one = filed[from..to].concat();
    let filing = first
        .replace("  - services/shop\n", &covers)
        .replace(&one, &facts)
        .replace("  - of: services/shop\n    number: \"浙ICP备2021000017号-1\"\n", &granted);
    let server = |n: u32| {
        let one = files["servers.yaml"].replace("web-1:", &format!("web-{n}:"));
        one.replace("i-example0001", &format!("i-example000{n}")).replace("203.0.113.10", &format!("203.0.113.1{n}"))
    };
    let servers: String = (1..=4).map(server).collect();
    files.insert("servers.yaml".to_owned(), servers);
    files.insert("services.yaml".to_owned(), sites);
    files.insert("domains.yaml".to_owned(), domains);
    files.insert("filings/2021-02-20-first.yaml".to_owned(), filing);
    files
}

/// What is found that weighs more than a note, and the notes.
fn found(files: Files) -> (Vec<String>, Vec<String>) {
    let one = |(name, text): (String, String)| RawFile { name, content: Content::Bytes(text.into_bytes()) };
    let raw = RawSubject { folder: "example".to_owned(), files: files.into_iter().map(one).collect() };
    let read = read_subject(&raw, &Limits::default());
    let case = Case::new(&read.subject, Tables::builtin(), TODAY, true);
    let all = read.findings.into_iter().chain(rules::check(&case));
    let (heavy, notes): (Vec<_>, Vec<_>) = all.partition(|finding| Severity::Note < finding.severity);
    let say = |found: Vec<beian_core::rule::Finding>| {
        found.iter().map(|one| format!("{} {}", one.rule.code, one.message.zh)).collect::<Vec<_>>()
    };
    (say(heavy), say(notes))
}

#[test]
fn of_lawful_subjects_nothing_is_wrong() {
    let kinds = KINDS.iter().map(|kind| (kind.0, of(kind))).chain([("a large company", large())]);
    let (mut wrong, mut notes) = (Vec::new(), Vec::new());
    for (kind, files) in kinds {
        let (heavy, noted) = found(files);
        wrong.extend(heavy.into_iter().map(|one| format!("{kind}: {one}")));
        notes.extend(noted.into_iter().map(|one| format!("{kind}: {one}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    insta::assert_snapshot!("notes", notes.join("\n"));
}
