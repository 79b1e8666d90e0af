//! I122: the name does not fit the nature of the organiser.

use crate::law::MII_33;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::tables::WordList;
use crate::vocabulary::Nature;
use crate::words;
use crate::words::Words;

/// The name does not fit the nature of the organiser.
pub static RULE: Rule = Rule {
    code: "I122",
    name: "name-against-nature",
    severity: Severity::Warning,
    title: Words::fixed("名称与主办单位性质不符", "the name does not fit the nature of the organiser"),
    demand: Words::fixed(
        "备案资料要真实：个人写本人姓名，公司不能按个人、机关或事业单位备案",
        "The data of a filing are true: a person files under the own name, and a company is neither a person nor an \
         organ or institution",
    ),
    help: Words::fixed("按证件改正名称或性质", "correct the name or the nature from the certificate"),
    sources: &[MII_33.article(7)],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("事业单位叫有限公司", "an institution that is called a company"),
        given: &[
            Given::Edit {
                file: "example/subject.yaml",
                old: yaml! {r#"
                    nature: 企业
                    certificate:
                      kind: 营业执照
                      number: "91330106MA0EXAMP12"
                "#},
                new: yaml! {r#"
                    nature: 事业单位
                    certificate:
                      kind: 事业单位法人证书
                      number: "12330106MB0EXAMP5M"
                "#},
            },
            Given::Edit {
                file: "example/domains.yaml",
                old: yaml! {r#"
                          kind: 营业执照
                          number: "91330106MA0EXAMP12"
                "#},
                new: yaml! {r#"
                          kind: 事业单位法人证书
                          number: "12330106MB0EXAMP5M"
                "#},
            },
        ],
        finds: &[
            "example/subject/name",
            "F146 example/subject/certificate/kind",
            "F146 example/subject/certificate/number",
            "F146 example/subject/nature",
        ],
    },
    keeps: Example {
        shows: Words::fixed("企业叫有限公司", "an enterprise that is called one"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "nature: 企业\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let facts = &case.subject.particulars.value;
    let (Some(name), Some(nature)) = (facts.name.placed(), facts.nature.placed()) else { return };
    let text = &name.value;
    let list = match nature.value {
        Nature::Individual => WordList::NotOfAPerson,
        Nature::Government
        | Nature::Institution
        | Nature::SocialGroup
        | Nature::PrivateNonEnterprise
        | Nature::Foundation
        | Nature::LawFirm => WordList::OfACompany,
        _ => return,
    };
    if case.tables.words.any(list, case.today, |word| text.ends_with(word)) == Some(true) {
        let body = nature.value;
        report
            .at(name.place, words!("名称是“{text}”，性质却是“{body}”", "the name is {text}, but the nature is {body}"))
            .related(nature.place, Words::fixed("性质在这里", "the nature stands here"));
    }
}
