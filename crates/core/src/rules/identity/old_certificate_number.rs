//! I108: a number that the credit code has replaced is still in use.

use super::held::{certificate, length};
use crate::day::Day;
use crate::law::SC_2015_33;
use crate::numbers::{OrganisationCode, RegistrationNumber};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::vocabulary::CertificateKind as Kind;
use crate::words;
use crate::words::Words;

/// A number that the credit code has replaced is still in use.
pub static RULE: Rule = Rule {
    code: "I108",
    name: "old-certificate-number",
    severity: Severity::Warning,
    title: Words::fixed(
        "仍在用已被统一社会信用代码取代的号码",
        "a number that the credit code has replaced is still in use",
    ),
    demand: Words::fixed(
        "法人和其他组织自 2015 年起改用 18 位统一社会信用代码，到 2017 年底换完；原来的 15 位注册号和 9 位组织机构代码\
         不再使用",
        "Organisations have had credit codes of 18 characters since 2015 and all of them since the end of 2017; \
         registration numbers of 15 digits and organisation codes of 9 are no longer used",
    ),
    help: Words::fixed(
        "查到同一单位的统一社会信用代码，办理变更主体；这不算换主体",
        "find the credit code of the same organisation and file a change of the subject (变更主体); it stays the same \
         subject",
    ),
    sources: &[SC_2015_33.whole()],
    since: Some(Day::of(2018, 1, 1)),
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("15 位注册号", "a registration number of 15 digits"),
        given: &[
            Given::Edit { file: "example/subject.yaml", old: "91330106MA0EXAMP12", new: "330106000012340" },
            Given::Edit { file: "example/domains.yaml", old: "91330106MA0EXAMP12", new: "330106000012340" },
        ],
        finds: &["example/subject/certificate/number"],
    },
    keeps: Example {
        shows: Words::fixed("统一社会信用代码", "a credit code"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  number: \"91330106MA0EXAMP12\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some(certificate) = certificate(case) else { return };
    let (Some(number), Some(kind)) = (certificate.number.placed(), certificate.kind.known()) else { return };
    let text = &number.value;
    // A number that is wrong in itself is found by its own rule first.
    let old = match length(text) {
        15 if matches!(kind, Kind::BusinessLicence | Kind::RepresentativeOffice) => {
            RegistrationNumber::parse(text).is_ok().then_some(("15 位注册号", "registration number of 15 digits"))
        }
        9 if matches!(kind, Kind::BusinessLicence | Kind::OrganisationCode | Kind::CreditCodeCertificate) => {
            OrganisationCode::parse(text).is_ok().then_some(("9 位组织机构代码", "organisation code of 9 characters"))
        }
        _ => None,
    };
    let Some((zh, en)) = old else { return };
    let finding = report.at(
        number.place,
        words!(
            "“{text}”是{zh}，已由 18 位统一社会信用代码取代",
            "`{text}` is a {en}, which the credit code of 18 characters has replaced"
        ),
    );
    finding.at_most(case.missing());
}
