//! I115: the certificate is of another province than the subject.

use super::held::certificate;
use crate::law::MII_33;
use crate::names::Region;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The certificate is of another province than the subject.
pub static RULE: Rule = Rule {
    code: "I115",
    name: "certificate-region-differs",
    severity: Severity::Note,
    title: Words::fixed("证件上的省与主体所在省不同", "the certificate is of another province than the subject"),
    demand: Words::fixed(
        "管局按主办单位住所所在省确定；证件上的住所通常就是它",
        "The province of the organiser's domicile decides the administration, and the domicile is usually the one on \
         the certificate",
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
    let Some(paper) = certificate(case).and_then(|it| it.region.placed()) else { return };
    // Two equal texts need no reading.
    if own.value == paper.value {
        return;
    }
    let (Ok(here), Ok(there)) = (Region::parse(&own.value), Region::parse(&paper.value)) else { return };
    if here.province().code == there.province().code {
        return;
    }
    let (here, there) = (here.province().name(), there.province().name());
    let (zh, en, zh_own, en_own) = (there.zh, there.en, here.zh, here.en);
    report
        .at(
            paper.place,
            words!("证件在{zh}，主体所在地却是{zh_own}", "the certificate is of {en}, but the subject is in {en_own}"),
        )
        .related(own.place, Words::fixed("主体所在地在这里", "the subject's region stands here"));
}
