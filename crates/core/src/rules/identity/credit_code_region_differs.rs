//! I116: the credit code is of another province.

use super::held::{certificate, credit_code};
use crate::law::{GB_2260, GB_32100};
use crate::names::{Province, Region};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::spelling::folded;
use crate::words;
use crate::words::Words;

/// The credit code is of another province.
pub static RULE: Rule = Rule {
    code: "I116",
    name: "credit-code-region-differs",
    severity: Severity::Note,
    title: Words::fixed("信用代码里的省与所在省不同", "the credit code is of another province"),
    demand: Words::fixed(
        "信用代码第 3 至 8 位是登记机关的区划；迁移过的单位代码不变，所以不同也可能是对的",
        "Characters 3 to 8 of a credit code name the region of the registering office; the code stays when an \
         organisation moves, so a difference may be right",
    ),
    help: Words::fixed(
        "核对代码是否抄错，所在地是否写对；都对的，可以豁免",
        "check the code and the region; if both are right, waive this",
    ),
    sources: &[GB_32100.whole(), GB_2260.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("代码是江苏的，单位在浙江", "a code of Jiangsu for an organisation in Zhejiang"),
        given: &[
            Given::Edit { file: "example/subject.yaml", old: "91330106MA0EXAMP12", new: "91320102MA0EXAMP14" },
            Given::Edit { file: "example/domains.yaml", old: "91330106MA0EXAMP12", new: "91320102MA0EXAMP14" },
        ],
        finds: &["example/subject/certificate/number", "F146 example/subject/certificate/number"],
    },
    keeps: Example {
        shows: Words::fixed("代码和所在地都在浙江", "both of Zhejiang"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  number: \"91330106MA0EXAMP12\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let facts = &case.subject.particulars.value;
    let Some(number) = credit_code(case) else { return };
    // The certificate's region is compared with the subject's by a rule of its own.
    let region = facts.region.placed().or_else(|| certificate(case)?.region.placed());
    let Some((region, Ok(here))) = region.map(|region| (region, Region::parse(&region.value))) else { return };
    // Codes of the national office start their region with 10, which is no province.
    let Some(there) = folded(&number.value).get(2..8).and_then(Province::of_code) else { return };
    if there.code == here.province().code {
        return;
    }
    let (there, here) = (there.name(), here.province().name());
    let (zh, en, zh_own, en_own) = (there.zh, there.en, here.zh, here.en);
    report
        .at(
            number.place,
            words!(
                "信用代码由{zh}的机关发放，所在地却是{zh_own}",
                "the credit code was issued in {en}, but the region is in {en_own}"
            ),
        )
        .related(region.place, Words::fixed("所在地在这里", "the region stands here"));
}
