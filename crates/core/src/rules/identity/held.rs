//! The number on the subject's certificate, as the rules on codes see it.

use crate::model::Certificate;
use crate::numbers::{CreditCode, Reading};
use crate::record::{Placed, Text};
use crate::rule::Case;
use crate::spelling::folded;
use crate::vocabulary::{CertificateKind as Kind, Nature};

/// The certificate, if it can be read.
pub(super) fn certificate<'a>(case: &Case<'a>) -> Option<&'a Certificate> {
    case.subject.particulars.value.certificate.known()
}

/// How many letters, digits and stars a number has, whatever groups them.
pub(super) fn length(number: &str) -> usize {
    number.chars().filter(|c| c.is_alphanumeric() || *c == '*').count()
}

/// Whether a number has the form of the registration number that codes have replaced.
pub(super) fn is_registration(number: &str) -> bool {
    length(number) == 15 && folded(number).chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-'))
}

/// The number on the certificate, where it is meant to be a unified social credit code.
///
/// A licence carries nothing else since the codes came. Other certificates of organisations
/// had numbers of their own before, so that only what looks like a code is taken for one.
pub(super) fn credit_code<'a>(case: &Case<'a>) -> Option<&'a Placed<Text>> {
    let certificate = certificate(case)?;
    let number = certificate.number.placed()?;
    let is_one = || is_credit_code(case, certificate, &number.value);
    case.memo.holds_credit_code.get_or_init(is_one).then_some(number)
}

fn is_credit_code(case: &Case<'_>, certificate: &Certificate, number: &str) -> bool {
    let looks_like_one = || length(number) == 18 && folded(number).is_ascii();
    match certificate.kind.known() {
        Some(Kind::BusinessLicence | Kind::CreditCodeCertificate) => length(number) != 9 && !is_registration(number),
        Some(
            Kind::OrganisationCode
            | Kind::UnitNumber
            | Kind::MilitaryServicePermit
            | Kind::OverseasCertificate
            | Kind::MedicalLicence
            | Kind::PrivateSchoolLicence,
        ) => false,
        Some(kind) => !kind.is_personal() && looks_like_one(),
        None => nature(case).is_some_and(|nature| nature != Nature::Individual) && looks_like_one(),
    }
}

/// That number read as a code, which several rules look at.
pub(super) fn credit_code_read<'c>(case: &'c Case<'_>) -> Option<(&'c Placed<Text>, &'c Reading<CreditCode>)> {
    let number = credit_code(case)?;
    Some((number, case.memo.credit_code.get_or_init(|| CreditCode::parse(&number.value))))
}

/// The nature of the subject, if it is known.
pub(super) fn nature(case: &Case<'_>) -> Option<Nature> {
    case.subject.particulars.value.nature.known().copied()
}
