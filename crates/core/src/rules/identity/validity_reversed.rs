//! I118: a validity ends before it begins.

use super::held::certificate;
use crate::law::RECORD_FORMAT;
use crate::model::Approvals;
use crate::record::Validity;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A validity ends before it begins.
pub static RULE: Rule = Rule {
    code: "I118",
    name: "validity-reversed",
    severity: Severity::Error,
    title: Words::fixed("有效期的止早于起", "a validity ends before it begins"),
    demand: Words::fixed("有效期的起止要有先后", "A term of validity ends on or after its first day"),
    help: Words::fixed("对照证件改正起止日期", "correct the days from the certificate"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("起止颠倒", "both days are swapped"),
        given: &[Given::Edit {
            file: "example/people.yaml",
            old: yaml! {"
                      from: 2016-02-01
                      until: 2036-02-01
            "},
            new: yaml! {"
                      from: 2036-02-01
                      until: 2026-12-01
            "},
        }],
        finds: &["example/people/li/certificate/valid/until"],
    },
    keeps: Example {
        shows: Words::fixed("先起后止", "first the beginning, then the end"),
        given: &[Given::Stands {
            file: "example/people.yaml",
            text: yaml! {"
                      from: 2016-02-01
                      until: 2036-02-01
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    judge(certificate(case).and_then(|it| it.valid.known()), report);
    for licence in case.subject.particulars.value.licences.items() {
        judge(licence.value.valid.known(), report);
    }
    for (_, person) in case.subject.people.iter() {
        judge(person.value.certificate.known().and_then(|it| it.valid.known()), report);
        judge(person.value.residence.known().and_then(|it| it.valid.known()), report);
    }
    for (_, service) in case.subject.services.iter() {
        let Some(Approvals::Given(approvals)) = service.value.approvals.known() else { continue };
        for approval in approvals {
            judge(approval.value.valid.known(), report);
        }
    }
}

fn judge(valid: Option<&Validity>, report: &mut Report<'_>) {
    let Some(valid) = valid else { return };
    let (Some(from), Some(until)) = (valid.from.placed(), valid.until.placed()) else { return };
    if let Some(last) = until.value.day()
        && last < from.value
    {
        let first = from.value;
        report
            .at(
                until.place,
                words!(
                    "有效期到 {last}，早于起始日 {first}",
                    "the validity ends on {last}, before its first day {first}"
                ),
            )
            .related(from.place, Words::fixed("起始日在这里", "the first day stands here"));
    }
}
