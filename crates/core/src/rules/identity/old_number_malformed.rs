//! I109: a registration number or organisation code is wrong.

use super::held::{certificate, is_registration, length};
use crate::law::GB_11714;
use crate::numbers::{OrganisationCode, RegistrationNumber};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::vocabulary::CertificateKind as Kind;
use crate::words;
use crate::words::Words;

/// A registration number or organisation code is wrong.
pub static RULE: Rule = Rule {
    code: "I109",
    name: "old-number-malformed",
    severity: Severity::Error,
    title: Words::fixed("注册号或组织机构代码写得不对", "a registration number or organisation code is wrong"),
    demand: Words::fixed(
        "组织机构代码是 8 位本体代码加 1 位校验位；工商注册号是 14 位数字加 1 位校验位",
        "An organisation code has 8 characters and a check character; a registration number has 14 digits and a check \
         digit",
    ),
    help: Words::fixed(
        "对照证件重新抄写；已换发的，改用统一社会信用代码",
        "copy it again from the certificate; where a credit code was issued, use that",
    ),
    sources: &[GB_11714.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("组织机构代码校验位不对", "an organisation code with a wrong check character"),
        given: &[
            Given::Edit {
                file: "example/subject.yaml", old: "  kind: 营业执照\n", new: "  kind: 组织机构代码证\n"
            },
            Given::Edit { file: "example/domains.yaml", old: "kind: 营业执照", new: "kind: 组织机构代码证" },
            Given::Edit { file: "example/subject.yaml", old: "91330106MA0EXAMP12", new: "74583060-8" },
            Given::Edit { file: "example/domains.yaml", old: "91330106MA0EXAMP12", new: "74583060-8" },
        ],
        finds: &["example/subject/certificate/number", "F146 example/subject/certificate/kind"],
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
    match (kind, length(text)) {
        (Kind::OrganisationCode, 18) => {
            report.at(
                number.place,
                words!(
                    "“{text}”是 18 位，不是组织机构代码；如果是统一社会信用代码，请改证件类型",
                    "`{text}` has 18 characters and is no organisation code; if it is a credit code, correct the kind \
                     of certificate"
                ),
            );
        }
        (Kind::OrganisationCode, count) if count != 9 => {
            report.at(
                number.place,
                words!(
                    "组织机构代码“{text}”有 {count} 位，应为 9 位",
                    "the organisation code `{text}` has {count} characters, not 9"
                ),
            );
        }
        (Kind::OrganisationCode | Kind::BusinessLicence | Kind::CreditCodeCertificate, 9)
            if !OrganisationCode::parse(text).is_ok() =>
        {
            report.at(
                number.place,
                words!(
                    "组织机构代码“{text}”的校验位不对，有字符抄错了",
                    "the check character of the organisation code `{text}` is wrong: some character was copied wrongly"
                ),
            );
        }
        (Kind::BusinessLicence | Kind::RepresentativeOffice, 15)
            if is_registration(text) && !RegistrationNumber::parse(text).is_ok() =>
        {
            // That these numbers have a check digit is known from libraries only.
            report
                .at(
                    number.place,
                    words!(
                        "注册号“{text}”的地区码或校验位不对，请对照营业执照",
                        "the area or the check digit of the registration number `{text}` is wrong; compare it with the \
                         licence"
                    ),
                )
                .at_most(Severity::Warning);
        }
        _ => {}
    }
}
