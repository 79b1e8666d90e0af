//! P102: the identity number of a person is wrong.

use super::personal_number;
use crate::law::GB_11643;
use crate::model::Person;
use crate::rule::Named;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words::Words;

/// The identity number of a person is wrong.
pub static RULE: Rule = Rule {
    code: "P102",
    name: "person-id-malformed",
    severity: Severity::Error,
    title: Words::fixed("人员的证件号码不对", "the identity number of a person is wrong"),
    demand: Words::fixed(
        "公民身份号码是 17 位数字加 1 位校验位，其中第 7 至 14 位是出生日期；遮盖的号码不核对",
        "An identity number has 17 digits and a check character, the 7th to 14th being the date of birth; masked \
         numbers are not checked",
    ),
    help: Words::fixed(
        "对照证件重新抄写，入库前遮盖中间各位",
        "copy it again from the certificate, and mask its middle before committing",
    ),
    sources: &[GB_11643.whole()],
    since: None,
    until: None,
    check: Check::Person(check),
    breaks: Example {
        shows: Words::fixed("少了一位", "one digit is missing"),
        given: &[Given::Edit { file: "example/people.yaml", old: "330***********0018", new: "33010619900307001" }],
        finds: &["example/people/zhang/certificate/number"],
    },
    keeps: Example {
        shows: Words::fixed("遮盖的号码不核对", "a masked number is not checked"),
        given: &[Given::Stands { file: "example/people.yaml", text: "\"330***********0018\"" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, person: &Named<'_, Person>, report: &mut Report<'_>) {
    let Some(certificate) = person.record.certificate.known() else { return };
    let (Some(number), Some(kind)) = (certificate.number.placed(), certificate.kind.known()) else { return };
    if let Some(message) = personal_number::fault(*kind, &number.value, case.clock) {
        report.at(number.place, message);
    }
}
