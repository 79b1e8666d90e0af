//! The number on the subject's certificate, as the rules on codes see it.

use crate::model::Certificate;
use crate::record::{Placed, Text};
use crate::rule::Case;
use crate::vocabulary::{CertificateKind as Kind, Nature};

/// The certificate, if it can be read.
pub(super) fn certificate<'a>(case: &Case<'a>) -> Option<&'a Certificate> {
    case.subject.particulars.value.certificate.known()
}

/// Whether a certificate is a person's.
pub(super) const fn is_personal(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::ResidentId
            | Kind::Passport
            | Kind::MainlandPermitTaiwan
            | Kind::MainlandPermitHongKongMacao
            | Kind::ForeignResidence
            | Kind::ResidencePermitHongKongMacao
            | Kind::ResidencePermitTaiwan
    )
}

/// How many letters, digits and stars a number has, whatever groups them.
pub(super) fn length(number: &str) -> usize {
    number.chars().filter(|c| c.is_alphanumeric() || *c == '*').count()
}

/// Whether a number has the form of the registration number that codes have replaced.
pub(super) fn is_registration(number: &str) -> bool {
    length(number) == 15 && number.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-'))
}

/// The number on the certificate, where it is meant to be a unified social credit code.
///
/// A licence carries nothing else since the codes came. Other certificates of organisations
/// had numbers of their own before, so that only what looks like a code is taken for one.
pub(super) fn credit_code<'a>(case: &Case<'a>) -> Option<&'a Placed<Text>> {
    let certificate = certificate(case)?;
    let number = certificate.number.placed()?;
    let looks_like_one = || length(&number.value) == 18 && number.value.is_ascii();
    let is_one = match certificate.kind.known() {
        Some(Kind::BusinessLicence | Kind::CreditCodeCertificate) => {
            length(&number.value) != 9 && !is_registration(&number.value)
        }
        Some(
            Kind::OrganisationCode
            | Kind::UnitNumber
            | Kind::MilitaryServicePermit
            | Kind::OverseasCertificate
            | Kind::MedicalLicence
            | Kind::PrivateSchoolLicence,
        ) => false,
        Some(kind) => !is_personal(*kind) && looks_like_one(),
        None => nature(case).is_some_and(|nature| nature != Nature::Individual) && looks_like_one(),
    };
    is_one.then_some(number)
}

/// The nature of the subject, if it is known.
pub(super) fn nature(case: &Case<'_>) -> Option<Nature> {
    case.subject.particulars.value.nature.known().copied()
}
