//! I106: the nature does not fit the class in the credit code.

use super::held::credit_code_read;
use crate::law::GB_32100;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::vocabulary::Nature;
use crate::words;
use crate::words::Words;

/// The nature does not fit the class in the credit code.
pub static RULE: Rule = Rule {
    code: "I106",
    name: "nature-against-credit-code",
    severity: Severity::Warning,
    title: Words::fixed("主办单位性质与信用代码的机构类别不符", "the nature does not fit the class in the credit code"),
    demand: Words::fixed(
        "信用代码前两位表明登记机关和机构类别：91 企业、92 个体工商户、11 机关、12 事业单位、51 社会团体、\
         52 民办非企业单位、53 基金会、31 律师事务所",
        "The first two characters of the code name who registered what: 91 enterprise, 92 individual business, 11 \
         organ, 12 institution, 51 social group, 52 private non-enterprise unit, 53 foundation, 31 law firm",
    ),
    help: Words::fixed(
        "对照证照，改正性质或代码",
        "compare both with the certificate and correct the nature or the code",
    ),
    sources: &[GB_32100.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("企业用了事业单位的代码", "an enterprise with the code of an institution"),
        given: &[
            Given::Edit { file: "example/subject.yaml", old: "91330106MA0EXAMP12", new: "12330106MB0EXAMP5M" },
            Given::Edit { file: "example/domains.yaml", old: "91330106MA0EXAMP12", new: "12330106MB0EXAMP5M" },
        ],
        finds: &["example/subject/nature", "F146 example/subject/certificate/number"],
    },
    keeps: Example {
        shows: Words::fixed("企业用企业的代码", "an enterprise with the code of one"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "nature: 企业\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some(nature) = case.subject.particulars.value.nature.placed() else { return };
    let Some((number, reading)) = credit_code_read(case) else { return };
    let Some(code) = &reading.number else { return };
    let mut first = code.class_code().chars();
    let (Some(authority), Some(class)) = (first.next(), first.next()) else { return };
    let Some((fits, most)) = fits(nature.value, authority, class) else { return };
    if fits {
        return;
    }
    let Some(holder) = code.entity_class() else { return };
    let (value, two, zh, en) = (nature.value, code.class_code(), holder.zh, holder.en);
    report
        .at(
            nature.place,
            words!(
                "性质写“{value}”，但信用代码以 {two} 开头，那是{zh}的代码",
                "the nature is {value}, but the credit code starts with {two}, the class of: {en}"
            ),
        )
        .at_most(most)
        .related(number.place, Words::fixed("信用代码在这里", "the credit code stands here"));
}

/// Whether authority and class fit the nature, and how heavy it weighs if not; nothing
/// where bodies of that nature have codes of many classes.
fn fits(nature: Nature, authority: char, class: char) -> Option<(bool, Severity)> {
    let code = |first: char, second: char| authority == first && matches!(class, c if c == second || c == '9');
    let sure = |fits| Some((fits, Severity::Warning));
    let inferred = |fits| Some((fits, Severity::Note));
    match nature {
        Nature::Enterprise => sure(matches!(authority, '9' | 'Y')),
        Nature::Government => sure(code('1', '1')),
        Nature::Institution => sure(code('1', '2')),
        Nature::SocialGroup => sure(code('5', '1')),
        Nature::PrivateNonEnterprise => sure(code('5', '2')),
        Nature::Foundation => sure(code('5', '3')),
        Nature::LawFirm => sure(code('3', '1')),
        Nature::Notary => inferred(code('3', '2') || code('1', '2')),
        Nature::JudicialAppraisal => inferred(code('3', '4')),
        Nature::Arbitration => inferred(code('3', '5') || code('1', '2')),
        Nature::MassOrganisation => inferred(code('1', '3') || authority == '8'),
        Nature::CollectiveEconomy => inferred(authority == 'N'),
        Nature::ForeignCultureCentre => inferred(authority == '4'),
        Nature::Defence => inferred(authority == 'A'),
        Nature::Individual | Nature::ReligiousBody | Nature::OverseasBody | Nature::MedicalInstitution => None,
    }
}
