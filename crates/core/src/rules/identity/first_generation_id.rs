//! I111: an identity number of the first generation is still in use.

use super::held::certificate;
use crate::law::GB_11643;
use crate::record::{Placed, Text};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::vocabulary::CertificateKind as Kind;
use crate::words::Words;

/// An identity number of the first generation is still in use.
pub static RULE: Rule = Rule {
    code: "I111",
    name: "first-generation-id",
    severity: Severity::Warning,
    title: Words::fixed("仍在用 15 位的第一代身份证号码", "an identity number of the first generation is still in use"),
    demand: Words::fixed(
        "公民身份号码自 1999 年起为 18 位，第一代身份证已停用，备案只收 18 位号码",
        "Identity numbers have had 18 characters since 1999 and cards of the first generation are void; filings take \
         numbers of 18 only",
    ),
    help: Words::fixed(
        "换成现行身份证上的 18 位号码（遮盖后写入）",
        "take the number of 18 characters from the present card, masked",
    ),
    sources: &[GB_11643.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("15 位号码", "a number of 15 digits"),
        given: &[Given::Edit { file: "example/people.yaml", old: "330***********0018", new: "330********0018" }],
        finds: &["example/people/zhang/certificate/number"],
    },
    keeps: Example {
        shows: Words::fixed("18 位号码", "a number of 18 characters"),
        given: &[Given::Stands { file: "example/people.yaml", text: "\"330***********0018\"" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    if let Some(certificate) = certificate(case) {
        judge(certificate.kind.known(), certificate.number.placed(), report);
    }
    for (_, person) in case.subject.people.iter() {
        if let Some(certificate) = person.value.certificate.known() {
            judge(certificate.kind.known(), certificate.number.placed(), report);
        }
    }
}

fn judge(kind: Option<&Kind>, number: Option<&Placed<Text>>, report: &mut Report<'_>) {
    let Some(number) = number.filter(|_| kind == Some(&Kind::ResidentId)) else { return };
    let masked = |c: u8| c.is_ascii_digit() || c == b'*';
    // The mask of these records keeps the length: three digits, stars, four digits.
    let own_mask = || number.value.starts_with(|c: char| c.is_ascii_digit()) && number.value.bytes().all(masked);
    if number.value.len() == 15 && own_mask() {
        report.at(
            number.place,
            Words::fixed(
                "身份证号码是 15 位的第一代号码",
                "the identity number is one of the first generation, with 15 digits",
            ),
        );
    }
}
