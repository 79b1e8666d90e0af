//! P215: the postal address is not in the city of the certificate.

use super::examples::{HEBEI, organisation};
use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES};
use crate::names::Region;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::asked::{ask, asker};
use crate::tables::Demand;
use crate::words;
use crate::words::Words;

/// The postal address is not in the city of the certificate.
pub static RULE: Rule = Rule {
    code: "P215",
    name: "address-in-another-city",
    severity: Severity::Warning,
    title: Words::fixed("通信地址与证件不在同一城市", "the postal address is not in the city of the certificate"),
    demand: Words::fixed(
        "有的省要求单位的通信地址与证件住所在同一城市（各省：docs/practice.md 的 `same-city`）",
        "Some provinces want the postal address of an organisation in the city of its certificate (which ones: \
         `same-city` in docs/practice.md)",
    ),
    help: Words::fixed("写证件所在城市的地址", "write an address in the city of the certificate"),
    sources: &[PROVINCE_PAGES.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed(
            "河北的企业，证件在石家庄，地址在唐山",
            "in Hebei, certified in one city and living in another",
        ),
        given: organisation!(
            HEBEI,
            "91130102MA0EXAMP1T",
            Given::Edit {
                file: "example/subject.yaml",
                old: yaml! {r#"

                    region: "130102"
                    address: 河北省石家庄市长安区示例路 1 号 301 室
                "#},
                new: yaml! {r#"

                    region: "130202"
                    address: 河北省唐山市路南区示例路 1 号 301 室
                "#},
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: yaml! {r#"
                      subject/region: "130102"
                      subject/address: 河北省石家庄市长安区示例路 1 号 301 室
                "#},
                new: yaml! {r#"
                      subject/region: "130202"
                      subject/address: 河北省唐山市路南区示例路 1 号 301 室
                "#},
            }
        ),
        finds: &["example/subject/region"],
    },
    keeps: Example {
        shows: Words::fixed("在同一城市", "one city"),
        given: organisation!(HEBEI, "91130102MA0EXAMP1T"),
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let facts = &case.subject.particulars.value;
    let Some(own) = facts.region.placed() else { return };
    let Some(paper) = facts.certificate.known().and_then(|it| it.region.placed()) else { return };
    if own.value == paper.value {
        return;
    }
    let (Ok(here), Ok(there)) = (Region::parse(&own.value), Region::parse(&paper.value)) else { return };
    // Another province is another fault, and a whole province tells no city. In municipalities
    // everything is one city, but none of them asks for this.
    let one_city = here.prefecture() == there.prefecture() || here.prefecture() == 0 || there.prefecture() == 0;
    if here.province().code != there.province().code || one_city {
        return;
    }
    let Some(row) = ask(case, Demand::SameCity) else { return };
    let Words { zh, en } = asker(case, row);
    report
        .at(
            own.place,
            words!(
                "通信地址和证件不在同一城市，{zh}要求相同",
                "postal address and certificate are of two cities, but {en} wants one"
            ),
        )
        .rests_on(row, case.tables)
        .related(paper.place, Words::fixed("证件区划在这里", "the region of the certificate stands here"));
}
