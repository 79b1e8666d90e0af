//! T108: a certificate expires soon.

use crate::law::HUAWEI_GUIDE;
use crate::model::Stage;
use crate::record::{Slot, Text, Validity};
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{all as filings, is_open};
use crate::vocabulary::PeriodKind;
use crate::words;
use crate::words::Words;

/// A certificate expires soon.
pub static RULE: Rule = Rule {
    code: "T108",
    name: "certificate-expires-soon",
    severity: Severity::Warning,
    title: Words::fixed("证件快到期了", "a certificate expires soon"),
    demand: Words::fixed(
        "提交备案时证件剩余有效期要在 {certificate-left}以上；换证后还要办理变更",
        "At least {certificate-left} are to be left on a certificate when an order is submitted; and a new one is \
         filed as a change",
    ),
    help: Words::fixed("先换证，再提交", "renew it before you submit"),
    sources: &[HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("两个月后到期", "two months to go"),
        given: &[
            Given::Edit { file: "example/people.yaml", old: "from: 2016-02-01", new: "from: 2017-01-20" },
            Given::Edit { file: "example/people.yaml", old: "until: 2036-02-01", new: "until: 2027-01-20" },
        ],
        finds: &["example/people/li/certificate/valid/until"],
    },
    keeps: Example {
        shows: Words::fixed("还有几年", "years to go"),
        given: &[Given::Stands { file: "example/people.yaml", text: "until: 2036-02-01" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    if case.stage == Stage::Ended {
        return;
    }
    let order = filings(case).find(|filing| is_open(filing.record));
    let mut judge = |valid: Option<&Validity>, person: Option<&str>| {
        let Some(until) = valid.and_then(|valid| valid.until.placed()) else { return };
        let Some(day) = until.value.day() else { return };
        // A term that ends before it begins is misspelled.
        if valid.and_then(|valid| valid.from.known()).is_some_and(|from| day < *from) {
            return;
        }
        let Some(counted) = case.tables.count(PeriodKind::CertificateLeft, "", day) else { return };
        if day < case.today || !counted.is_over(case.today) {
            return;
        }
        let (Words { zh, en }, length) = (whose(person), counted.length());
        let (zh_left, en_left) = (length.zh, length.en);
        let finding = report.at(
            until.place,
            words!(
                "{zh}的证件 {day} 到期，不足 {zh_left}",
                "the certificate of {en} expires on {day}, within {en_left}"
            ),
        );
        finding.counted_by(counted.period);
        match &order {
            Some(order) => finding.related(
                order.place,
                Words::fixed("正在办理的订单可能因此退回", "this order is open and may be sent back for it"),
            ),
            None => finding.at_most(Severity::Note),
        };
    };
    let facts = &case.subject.particulars.value;
    judge(facts.certificate.known().and_then(|certificate| certificate.valid.known()), None);
    // An individual's own certificate stands at the subject and at the person.
    for (key, person) in case.subject.people.iter().filter(|(key, _)| answers(case, key)) {
        let valid = person.value.certificate.known().and_then(|certificate| certificate.valid.known());
        judge(valid, Some(key));
    }
}

/// Whose certificate it is.
fn whose(person: Option<&str>) -> Words {
    match person {
        None => Words::fixed("主体", "the subject"),
        Some(key) => words!("人员 {key} ", "`{key}`"),
    }
}

/// Whether somebody answers for the subject or for a service of its that lives.
pub(crate) fn answers(case: &Case<'_>, key: &str) -> bool {
    let is = |slot: &Slot<Text>| slot.known().is_some_and(|text| &**text == key);
    is(&case.subject.particulars.value.principal)
        || case.subject.live_services(case.today).any(|(_, service)| is(&service.value.principal))
}
