//! I101: facts about the subject are missing.

use crate::law::{Article, MII_33, SC_292, WECHAT_FILING};
use crate::model::Certificate;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// Facts about the subject are missing.
pub static RULE: Rule = Rule {
    code: "I101",
    name: "subject-facts-missing",
    severity: Severity::Error,
    title: Words::fixed("主体信息不完整", "facts about the subject are missing"),
    demand: Words::fixed(
        "备案要如实写明主办单位名称、性质、证件、所在地、地址和主体负责人",
        "A filing states the name, nature, certificate, region, address and principal of the organiser",
    ),
    help: Words::fixed(
        "照证件和备案系统补全 subject.yaml 里缺少的项目；从查询结果导入的记录可以以后再补",
        "fill in what subject.yaml lacks, from the certificate and the filing system; imported records can be \
         completed later",
    ),
    sources: &[SC_292.article(8), MII_33.articles(&[Article::new(5), Article::new(7)]), WECHAT_FILING.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("没有通信地址和主体负责人", "neither address nor principal"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: yaml! {"
                address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                supervisor: 张示例
                legal_representative: zhang
                principal: zhang
            "},
            new: yaml! {"
                supervisor: 张示例
                legal_representative: zhang
            "},
        }],
        finds: &[
            "example/subject",
            "F146 example/filings/2021-02-20-first/facts/subject/address",
            "F146 example/filings/2021-02-20-first/facts/subject/principal",
        ],
    },
    keeps: Example {
        shows: Words::fixed("主体信息齐全", "all of them stand there"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "principal: zhang\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    if case.subject.is_unread("subject") {
        return;
    }
    let placed = &case.subject.particulars;
    let facts = &placed.value;
    let certificate = facts.certificate.known();
    // Where the certificate cannot be read, the reader has said so.
    let in_certificate = |absent: fn(&Certificate) -> bool| certificate.map_or(facts.certificate.is_absent(), absent);
    let missing = [
        (facts.name.is_absent(), "name", "主办单位名称"),
        (facts.nature.is_absent(), "nature", "主办单位性质"),
        (in_certificate(|it| it.kind.is_absent()), "certificate/kind", "证件类型"),
        (in_certificate(|it| it.number.is_absent()), "certificate/number", "证件号码"),
        (in_certificate(|it| it.address.is_absent()), "certificate/address", "证件住所"),
        (facts.region.is_absent(), "region", "所在地区划"),
        (facts.address.is_absent(), "address", "通信地址"),
        (facts.principal.is_absent(), "principal", "主体负责人"),
    ];
    if missing.iter().all(|(absent, ..)| !absent) {
        return;
    }
    let absent = || missing.iter().filter(|(absent, ..)| *absent);
    let zh = absent().map(|(_, key, label)| format!("{label}（{key}）")).collect::<Vec<_>>().join("、");
    let en = absent().map(|(_, key, _)| format!("`{key}`")).collect::<Vec<_>>().join(", ");
    report.at(placed.place, words!("主体信息缺少：{zh}", "the subject lacks {en}")).at_most(case.missing());
}
