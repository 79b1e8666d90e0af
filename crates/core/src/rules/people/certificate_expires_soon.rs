//! P209: a certificate has too little time left.

use super::common::{ask, at_filing, heads, manages};
use crate::day::Until;
use crate::record::{Placed, Validity};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::sources::{HUAWEI_GUIDE, PROVINCE_PAGES};
use crate::tables::{Demand, ProvinceRow};
use crate::words;
use crate::words::Words;

/// A certificate has too little time left.
pub static RULE: Rule = Rule {
    code: "P209",
    name: "certificate-expires-soon",
    severity: Severity::Warning,
    title: Words::fixed("证件剩余有效期不足", "a certificate has too little time left"),
    demand: Words::fixed(
        "备案时主体证件和负责人证件要有 3 个月以上的有效期；没有订单在办时只作提示，换证后要办变更",
        "When a filing is made, the certificates of the subject and of its principals are valid for three months or more; without an order it is a note, and a new certificate is a change to be filed",
    ),
    help: Words::fixed(
        "先换证，再备案；已备案的换证后办变更",
        "renew it before filing; on file already, file the change after renewing",
    ),
    sources: &[HUAWEI_GUIDE.whole(), PROVINCE_PAGES.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("负责人的身份证下月到期", "the card of a principal ends next month"),
        given: &[Given::Edit {
            file: "example/people.yaml",
            old: "      until: 2036-02-01",
            new: "      until: 2026-12-20",
        }],
        finds: &["example/people/li/certificate/valid/until"],
    },
    keeps: Example {
        shows: Words::fixed("有效期还长", "years are left"),
        given: &[Given::Stands { file: "example/people.yaml", text: "until: 2036-02-01" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some((days, row)) = ask(case, Demand::CertificateDays).and_then(|row| Some((row.count?, row))) else { return };
    let last = case.today.plus_days(i64::from(days));
    let soon = |until: &Placed<Until>| until.value.day().is_some_and(|day| case.today <= day && day < last);
    let subject = case.subject.particulars.value.certificate.known().and_then(|it| it.valid.known());
    if let Some(until) = subject.and_then(in_order).filter(|until| soon(until)) {
        say(case, row, until, "主体证件", "the certificate of the subject", report);
    }
    for (key, person) in case.subject.people.iter() {
        let valid = person.value.certificate.known().and_then(|it| it.valid.known());
        let Some(until) = valid.and_then(in_order).filter(|until| soon(until)) else { continue };
        if heads(case, key) || manages(case, key) {
            say(case, row, until, &format!("{key} 的证件"), &format!("the certificate of `{key}`"), report);
        }
    }
}

/// The end of a term, unless its ends are exchanged, which is another fault.
fn in_order(valid: &Validity) -> Option<&Placed<Until>> {
    let until = valid.until.placed()?;
    let reversed = valid.from.known().zip(until.value.day()).is_some_and(|(from, until)| until < *from);
    (!reversed).then_some(until)
}

fn say(case: &Case<'_>, row: &ProvinceRow, until: &Placed<Until>, zh: &str, en: &str, report: &mut Report<'_>) {
    let Some((day, days)) = until.value.day().zip(row.count) else { return };
    let left = case.today.days_until(day);
    let said = words!(
        "{zh}有效期到 {day}，只剩 {left} 天；备案时要有 {days} 天以上",
        "{en} is valid until {day}, {left} days from now; {days} are asked when a filing is made"
    );
    report.at(until.place, said).at_most(at_filing(case, row));
}
