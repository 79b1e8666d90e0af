//! D115: the certificate of a domain's holder is not the subject's.

use super::common::{is_before_the_notice, passes_on};
use crate::day::Day;
use crate::law::{MIIT_264, TENCENT_DOMAINS};
use crate::model::Domain;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::{is_left, users};
use crate::spelling::folded;
use crate::vocabulary::HolderRelation;
use crate::words;
use crate::words::Words;

/// The certificate of a domain's holder is not the subject's.
pub static RULE: Rule = Rule {
    code: "D115",
    name: "holder-certificate-differs",
    severity: Severity::Error,
    title: Words::fixed("域名持有者的证件号码与主体不同", "the certificate of a domain's holder is not the subject's"),
    demand: Words::fixed(
        "域名应为主办单位所有；备案系统核对持有者的名称、证件类型和证件号码，号码不同就是另一个单位",
        "The domain must be the organiser's own; the registry compares name, kind and number of the holder's \
         certificate, and another number is another organisation",
    ),
    help: Words::fixed(
        "在注册服务机构用主体现用的证件重新实名；记录抄错的改正记录",
        "verify the domain anew with the certificate on file; if the record was copied wrongly, correct it",
    ),
    sources: &[MIIT_264.article(1), TENCENT_DOMAINS.whole()],
    since: Some(Day::of(2018, 1, 1)),
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("另一个统一社会信用代码", "another credit code"),
        given: &[Given::Edit { file: "example/domains.yaml", old: "91330106MA0EXAMP12", new: "91330106MA0TEEXAXG" }],
        finds: &["example/domains/shop.example/holder/certificate/number"],
    },
    keeps: Example {
        shows: Words::fixed("同一个统一社会信用代码", "the same credit code"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "91330106MA0EXAMP12" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let Some(holder) = named.record.holder.known() else { return };
    // The certificate of a shareholder or manager is another one by right.
    if holder.relation.known() != Some(&HolderRelation::Organiser)
        || is_left(case, named.record)
        || passes_on(case, named.key)
    {
        return;
    }
    let (Some(theirs), Some(ours)) = (holder.certificate.known(), case.subject.particulars.value.certificate.known())
    else {
        return;
    };
    let (Some(held), Some(filed)) = (theirs.number.placed(), ours.number.placed()) else { return };
    // Masked numbers that look alike are not equal, and those that do not are not known to differ.
    if held.value == filed.value || held.value.contains('*') || filed.value.contains('*') {
        return;
    }
    if compact(&held.value) == compact(&filed.value) || users(case, named.key).next().is_none() {
        return;
    }
    let key = named.key;
    let finding = report.at(
        held.place,
        words!(
            "{key} 的持有者证件号码与主体证件号码不同，却写着持有者是主办单位",
            "the holder of `{key}` is given as the organiser, but the certificate number is not the subject's"
        ),
    );
    finding.at_most(case.most()).related(filed.place, Words::fixed("主体证件号码", "the subject's number"));
    let kinds = (theirs.kind.known(), ours.kind.known());
    if let (Some(theirs), Some(ours)) = kinds
        && theirs != ours
    {
        // Of two papers of one organisation each has a number of its own.
        finding.at_most(Severity::Warning).help(words!(
            "域名用{theirs}实名，主体用{ours}备案：用同一种证件重新实名",
            "the domain was verified with {theirs}, the subject filed with {ours}: verify it anew with the same paper"
        ));
    } else if is_before_the_notice(case, key) {
        finding.at_most(Severity::Warning);
    }
}

/// A number without what groups it.
fn compact(number: &str) -> String {
    folded(number).chars().filter(|letter| letter.is_alphanumeric()).collect()
}
