//! I115: the certificate is of another province than the subject.

use super::held::{certificate, nature};
use crate::law::MII_33;
use crate::names::province::PROVINCES;
use crate::names::{Province, Region};
use crate::record::{Place, Placed, Text};
use crate::rule::{Case, Check, Example, Finding, Given, Report, Rule, Severity};
use crate::vocabulary::Nature;
use crate::words;
use crate::words::Words;

/// The certificate is of another province than the subject.
pub static RULE: Rule = Rule {
    code: "I115",
    name: "certificate-region-differs",
    severity: Severity::Warning,
    title: Words::fixed("证件上的省与主体所在省不同", "the certificate is of another province than the subject"),
    demand: Words::fixed(
        "管局按主办单位住所所在省确定；单位的住所就是证件上登记的住所，跨省备案会被退回。\
         只从证件住所的写法看出来的、个人的，作提示",
        "The province of the organiser's domicile decides the administration. The domicile of an organisation is the \
         one on its certificate, and what is filed in another province is sent back. What the wording of an address \
         alone tells is a note, as it is for individuals",
    ),
    help: Words::fixed(
        "核对住所；迁了省的，要先换证，再按跨省办理",
        "check the domicile; who moved to another province renews the certificate first and then files the move",
    ),
    sources: &[MII_33.article(3)],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("证件在江苏，主体在浙江", "certificate of Jiangsu, subject in Zhejiang"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: yaml! {r#"
                  region: "330106"
                  address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
            "#},
            new: yaml! {r#"
                  region: "320102"
                  address: 江苏省南京市玄武区示例路 100 号 3 幢 502 室
            "#},
        }],
        finds: &["example/subject/certificate/region", "F146 example/subject/certificate/address"],
    },
    keeps: Example {
        shows: Words::fixed("同在浙江", "both in Zhejiang"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  region: \"330106\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some(own) = case.subject.particulars.value.region.placed() else { return };
    let Some(paper) = certificate(case) else { return };
    let Some(region) = paper.region.placed() else {
        by_address(own, paper.address.placed(), report);
        return;
    };
    // Two equal texts need no reading.
    if own.value == region.value {
        return;
    }
    let (Ok(here), Ok(there)) = (Region::parse(&own.value), Region::parse(&region.value)) else { return };
    // That an individual's is in another city has a rule of its own.
    if here.province().code == there.province().code {
        return;
    }
    let individual = nature(case).is_none_or(|nature| nature == Nature::Individual);
    let most = if individual { Severity::Note } else { Severity::Warning };
    differs(own, here.province(), region.place, there.province(), report).at_most(most).at_most(case.most());
}

fn differs<'r>(
    own: &Placed<Text>,
    here: &Province,
    place: Place,
    there: &Province,
    report: &'r mut Report<'_>,
) -> &'r mut Finding {
    let (here, there) = (here.name(), there.name());
    let (zh, en, zh_own, en_own) = (there.zh, there.en, here.zh, here.en);
    report
        .at(
            place,
            words!("证件在{zh}，主体所在地却是{zh_own}", "the certificate is of {en}, but the subject is in {en_own}"),
        )
        .related(own.place, Words::fixed("主体所在地在这里", "the subject's region stands here"))
}

/// Where the certificate's region is not told, the address on it may begin with a province.
fn by_address(own: &Placed<Text>, address: Option<&Placed<Text>>, report: &mut Report<'_>) {
    let (Some(address), Ok(here)) = (address, Region::parse(&own.value)) else { return };
    let here = here.province();
    if address.value.starts_with(here.short_zh) {
        return;
    }
    // Only a full name counts: 海南路 is a road in many cities.
    let Some(there) = PROVINCES.iter().find(|province| address.value.starts_with(province.name_zh)) else { return };
    differs(own, here, address.place, there, report).at_most(Severity::Note);
}
