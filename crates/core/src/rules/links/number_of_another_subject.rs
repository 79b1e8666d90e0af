//! L106: the number of a service is not under its subject's number.

use super::compared::current;
use crate::law::{MII_33, REGISTRY};
use crate::numbers::RecordNumber;
use crate::record::{Placed, Text};
use crate::rule::{Case, Check, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::live;
use crate::words;
use crate::words::Words;

/// The number of a service is not under its subject's number.
pub static RULE: Rule = Rule {
    code: "L106",
    name: "number-of-another-subject",
    severity: Severity::Error,
    title: Words::fixed(
        "服务备案号不在本主体的备案号之下",
        "the number of a service is not under its subject's number",
    ),
    demand: Words::fixed(
        "服务备案号是主体备案号加序号；前半段不同，就是别的主体的服务",
        "The number of a service is its subject's number with a suffix; another beginning is another subject's service",
    ),
    help: Words::fixed(
        "核对服务和主体的备案号；主体另有备案号的，写在 numbers 或 other_numbers",
        "check both numbers; if the subject holds another number, add it to `numbers` or `other_numbers`",
    ),
    sources: &[MII_33.article(12), REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("服务备案号抄错一位", "one digit copied wrongly"),
        given: &[
            Given::Edit {
                file: "example/services.yaml", old: "浙ICP备2021000017号-1", new: "浙ICP备2021000071号-1"
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "浙ICP备2021000017号-1",
                new: "浙ICP备2021000071号-1",
            },
        ],
        finds: &["example/services/shop/numbers/0/number"],
    },
    keeps: Example {
        shows: Words::fixed("在主体备案号之下", "under the subject's number"),
        given: &[Given::Stands { file: "example/services.yaml", text: "浙ICP备2021000017号-1" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let particulars = &case.subject.particulars.value;
    let held = particulars.numbers.items().iter().filter_map(|held| held.value.number.placed());
    let texts: Vec<&Placed<Text>> = held.chain(particulars.other_numbers.items()).collect();
    // A canonical service number begins with its subject's, which needs no parsing.
    let begins = |number: &str| {
        let mut rests = texts.iter().filter_map(|text| number.strip_prefix(&*text.value));
        rests.any(|rest| rest.starts_with('-'))
    };
    for service in live(case) {
        for number in current(service.record.numbers.items(), case.today).filter(|number| !begins(&number.value)) {
            let Some(read) = RecordNumber::parse(&number.value).number.filter(|read| !read.is_subject()) else {
                continue;
            };
            let mut subjects = texts.iter().filter_map(|text| RecordNumber::parse(&text.value).number).peekable();
            // Numbers that cannot be read are another rule's.
            if subjects.peek().is_none() || subjects.any(|subject| is_of(&read, &subject)) {
                continue;
            }
            let (text, key) = (&number.value, service.key);
            let finding = report.at(
                number.place,
                words!(
                    "服务 {key} 的备案号 {text} 不在本主体的备案号之下",
                    "`{text}`, the number of the service `{key}`, is not under a number of this subject"
                ),
            );
            finding.at_most(case.most());
            if let Some(first) = texts.first() {
                finding.related(first.place, Words::fixed("主体备案号", "the subject's number"));
            }
        }
    }
}

/// Whether a service number belongs to a subject's number. Two letters of one province are a
/// fault of spelling, which another rule reports.
fn is_of(service: &RecordNumber, subject: &RecordNumber) -> bool {
    let province = service.province();
    service.is_service_of(subject)
        || (service.serial() == subject.serial() && province.is_some() && province == subject.province())
}
