//! I114: no administration takes filings for the region.

use crate::law::{HUAWEI_GUIDE, MII_33};
use crate::names::Region;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// No administration takes filings for the region.
pub static RULE: Rule = Rule {
    code: "I114",
    name: "region-without-administration",
    severity: Severity::Warning,
    title: Words::fixed("所在地没有受理备案的管局", "no administration takes filings for the region"),
    demand: Words::fixed(
        "备案由主办单位住所所在省的通信管理局受理；港澳台没有这样的管局",
        "Filings go to the Communications Administration of the organiser's province; Hong Kong, Macao and Taiwan have \
         none",
    ),
    help: Words::fixed(
        "用境内登记的分支机构或代表机构备案，写它的所在地；个人写内地居住地",
        "file as a branch or office that is registered on the mainland and name its region; a person names the place \
         of residence there",
    ),
    sources: &[MII_33.article(3), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("所在地是香港", "the region is Hong Kong"),
        given: &[
            Given::Edit {
                file: "example/subject.yaml",
                old: yaml! {r#"
                    region: "330106"
                    address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                "#},
                new: yaml! {r#"
                    region: "810000"
                    address: 示例文三路 100 号 3 幢 502 室
                "#},
            },
            Given::Edit { file: "example/subject.yaml", old: "  region: \"330106\"\n", new: "" },
            Given::Edit {
                file: "example/subject.yaml",
                old: yaml! {r#"
                    nature: 企业
                    certificate:
                      kind: 营业执照
                      number: "91330106MA0EXAMP12"
                "#},
                new: yaml! {r#"
                    nature: 境外机构
                    certificate:
                      kind: 境外机构证件
                      number: "0123456"
                "#},
            },
            Given::Edit {
                file: "example/domains.yaml",
                old: yaml! {r#"
                          kind: 营业执照
                          number: "91330106MA0EXAMP12"
                "#},
                new: yaml! {r#"
                          kind: 境外机构证件
                          number: "0123456"
                "#},
            },
        ],
        finds: &[
            "example/subject/region",
            "F146 example/subject/address",
            "F146 example/subject/certificate/kind",
            "F146 example/subject/certificate/number",
            "F146 example/subject/nature",
        ],
    },
    keeps: Example {
        shows: Words::fixed("浙江省", "Zhejiang"),
        given: &[Given::Stands {
            file: "example/subject.yaml",
            text: yaml! {r#"
                region: "330106"
                address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
            "#},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some(written) = case.subject.particulars.value.region.placed() else { return };
    let Ok(region) = Region::parse(&written.value) else { return };
    let province = region.province();
    if !province.can_file() {
        let Words { zh, en } = province.name();
        report.at(
            written.place,
            words!("{zh}没有受理备案的通信管理局", "no Communications Administration takes filings for {en}"),
        );
    }
}
