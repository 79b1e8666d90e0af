//! I117: a certificate has expired.

use super::held::certificate;
use crate::day::Day;
use crate::law::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::model::Stage;
use crate::record::{Slot, Text, Validity};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A certificate has expired.
pub static RULE: Rule = Rule {
    code: "I117",
    name: "certificate-expired",
    severity: Severity::Warning,
    title: Words::fixed("证件已过期", "a certificate has expired"),
    demand: Words::fixed(
        "主体和负责人的证件要在有效期内；换证后要办理变更备案",
        "The certificates of the subject and of those who answer for it are to be valid; a new one is filed as a \
         change",
    ),
    help: Words::fixed("换领新证，把新的有效期写入记录并办理变更", "renew it, record the new term and file the change"),
    sources: &[HUAWEI_GUIDE.whole(), TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("负责人的身份证过期", "the principal's identity card has expired"),
        given: &[Given::Edit { file: "example/people.yaml", old: "until: 2035-06-01", new: "until: 2025-06-01" }],
        finds: &["example/people/zhang/certificate/valid/until"],
    },
    keeps: Example {
        shows: Words::fixed("仍在有效期内", "still valid"),
        given: &[Given::Stands { file: "example/people.yaml", text: "until: 2035-06-01" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    if case.stage == Stage::Ended {
        return;
    }
    if let Some(certificate) = certificate(case) {
        let whose = || Words::fixed("主体证件", "the certificate of the subject");
        judge(certificate.valid.known(), case.today, whose, report);
    }
    for (key, person) in case.subject.people.iter().filter(|(key, _)| answers(case, key)) {
        let Some(certificate) = person.value.certificate.known() else { continue };
        let whose = || words!("人员 {key} 的证件", "the certificate of `{key}`");
        judge(certificate.valid.known(), case.today, whose, report);
    }
}

fn judge(valid: Option<&Validity>, today: Day, whose: impl FnOnce() -> Words, report: &mut Report<'_>) {
    let Some(until) = valid.and_then(|valid| valid.until.placed()) else { return };
    if let Some(day) = until.value.day()
        && day < today
    {
        let Words { zh, en } = whose();
        report.at(until.place, words!("{zh}有效期到 {day}，已经过期", "{en} was valid until {day} and has expired"));
    }
}

/// Whether somebody answers for the subject or for a service of its that lives.
fn answers(case: &Case<'_>, key: &str) -> bool {
    let facts = &case.subject.particulars.value;
    let is = |slot: &Slot<Text>| slot.known().is_some_and(|text| &**text == key);
    is(&facts.principal)
        || is(&facts.legal_representative)
        || case.subject.live_services(case.today).any(|(_, service)| is(&service.value.principal))
}
