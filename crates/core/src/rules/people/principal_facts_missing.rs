//! P208: facts about a principal are missing.

use super::common::{heads, manages};
use crate::law::{HUAWEI_GUIDE, MII_33};
use crate::model::Person;
use crate::model::Stage;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// Facts about a principal are missing.
pub static RULE: Rule = Rule {
    code: "P208",
    name: "principal-facts-missing",
    severity: Severity::Error,
    title: Words::fixed("负责人信息不完整", "facts about a principal are missing"),
    demand: Words::fixed(
        "备案要写主体负责人和服务负责人的姓名、证件、手机、应急电话和邮箱，短信核验码发到手机",
        "A filing states name, certificate, mobile, emergency number and mail address of both principals; the \
         verification code goes to the mobile",
    ),
    help: Words::fixed(
        "在 people.yaml 里补上；号码入库前遮盖中间",
        "fill them in in people.yaml; mask the middle of numbers before committing",
    ),
    sources: &[MII_33.article(7), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Person(check),
    breaks: Example {
        shows: Words::fixed("没有邮箱和应急电话", "neither mail address nor emergency number"),
        given: &[
            Given::Edit {
                file: "example/people.yaml",
                old: yaml! {r#"
                      emergency:
                        phone: "138****0001"
                        whose: 张示例
                        relation: 同事
                      email: li@shop.example
                "#},
                new: "",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "  people/li/email: li@shop.example\n",
                new: "",
            },
        ],
        finds: &["example/people/li"],
    },
    keeps: Example {
        shows: Words::fixed("都写了", "nothing is missing"),
        given: &[Given::Stands { file: "example/people.yaml", text: "email: li@shop.example" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Person>, report: &mut Report<'_>) {
    let person = named.record;
    let certificate = person.certificate.known();
    let lacks = [
        (person.name.is_absent(), "name"),
        (person.certificate.is_absent(), "certificate"),
        (certificate.is_some_and(|it| it.kind.is_absent()), "certificate/kind"),
        (certificate.is_some_and(|it| it.number.is_absent()), "certificate/number"),
        (person.mobile.is_absent(), "mobile"),
        (person.emergency.is_absent(), "emergency"),
        (person.email.is_absent(), "email"),
    ];
    if lacks.iter().all(|(lacks, _)| !lacks) {
        return;
    }
    // Of people who are legal representatives only, no telephone is asked.
    if case.stage == Stage::Ended || !(heads(case, named.key) || manages(case, named.key)) {
        return;
    }
    let fields: Vec<&str> = lacks.iter().filter(|(lacks, _)| *lacks).map(|(_, field)| *field).collect();
    let (zh, en, key) = (fields.join("、"), fields.join(", "), named.key);
    report
        .at(named.place, words!("负责人 {key} 缺少 {zh}", "the principal `{key}` lacks {en}"))
        .at_most(case.missing());
}
