//! I107: the kind of certificate does not fit the nature.

use super::held::certificate;
use crate::law::{HUAWEI_GUIDE, WECHAT_CERTIFICATES};
use crate::record::Vocabulary as _;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::vocabulary::{CertificateKind as Kind, Nature};
use crate::words;
use crate::words::Words;

/// The kind of certificate does not fit the nature.
pub static RULE: Rule = Rule {
    code: "I107",
    name: "certificate-against-nature",
    severity: Severity::Warning,
    title: Words::fixed("证件类型与主办单位性质不符", "the kind of certificate does not fit the nature"),
    demand: Words::fixed(
        "每种性质的主办单位只能用规定的几种证件备案",
        "An organiser of each nature files with one of a few kinds of certificates",
    ),
    help: Words::fixed(
        "改用与性质相符的证件，或改正性质",
        "use a certificate that fits the nature, or correct the nature",
    ),
    sources: &[WECHAT_CERTIFICATES.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("企业用了事业单位法人证书", "an enterprise with the certificate of an institution"),
        given: &[
            Given::Edit {
                file: "example/subject.yaml", old: "  kind: 营业执照\n", new: "  kind: 事业单位法人证书\n"
            },
            Given::Edit {
                file: "example/domains.yaml", old: "kind: 营业执照", new: "kind: 事业单位法人证书"
            },
        ],
        finds: &["example/subject/certificate/kind"],
    },
    keeps: Example {
        shows: Words::fixed("企业用营业执照", "an enterprise with a business licence"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  kind: 营业执照\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some(nature) = case.subject.particulars.value.nature.placed() else { return };
    let Some(kind) = certificate(case).and_then(|it| it.kind.placed()) else { return };
    let fitting = fitting(nature.value);
    let general = match kind.value {
        Kind::OrganisationCode => nature.value != Nature::Individual,
        // Issued to bodies of many kinds; the lists of enterprises and persons are known not to hold it.
        Kind::CreditCodeCertificate => !matches!(nature.value, Nature::Individual | Nature::Enterprise),
        _ => false,
    };
    if general || fitting.is_empty() || fitting.contains(&kind.value) {
        return;
    }
    let (body, paper) = (nature.value, kind.value);
    let list = fitting.iter().map(|kind| kind.term()).collect::<Vec<_>>().join("、");
    // Which certificates these three may use is published; the rest follows from one list.
    let published = matches!(body, Nature::Enterprise | Nature::Individual | Nature::Government) || paper.is_personal();
    report
        .at(
            kind.place,
            words!(
                "性质为“{body}”的主办单位不能用{paper}备案，可以用：{list}",
                "an organiser whose nature is {body} does not file with {paper}, but with: {list}"
            ),
        )
        .at_most(if published { Severity::Warning } else { Severity::Note })
        .related(nature.place, Words::fixed("性质在这里", "the nature stands here"));
}

/// The certificates of a nature besides the old organisation code.
const fn fitting(nature: Nature) -> &'static [Kind] {
    match nature {
        Nature::Enterprise => &[Kind::BusinessLicence, Kind::RepresentativeOffice],
        Nature::Individual => &[
            Kind::ResidentId,
            Kind::Passport,
            Kind::MainlandPermitTaiwan,
            Kind::MainlandPermitHongKongMacao,
            Kind::ForeignResidence,
            Kind::ResidencePermitHongKongMacao,
            Kind::ResidencePermitTaiwan,
        ],
        Nature::Government => &[Kind::CreditCodeCertificate],
        Nature::Institution => &[Kind::InstitutionCertificate, Kind::CreditCodeCertificate],
        Nature::SocialGroup => &[Kind::SocialGroupCertificate],
        Nature::PrivateNonEnterprise => {
            &[Kind::PrivateNonEnterpriseCertificate, Kind::SocialServiceCertificate, Kind::PrivateSchoolLicence]
        }
        Nature::Foundation => &[Kind::FoundationCertificate],
        Nature::LawFirm => &[Kind::LawFirmLicence],
        Nature::Defence => &[Kind::UnitNumber, Kind::MilitaryServicePermit],
        Nature::ForeignCultureCentre => &[Kind::CultureCentreCertificate],
        Nature::MassOrganisation => &[Kind::MassOrganisationCertificate],
        Nature::JudicialAppraisal => &[Kind::JudicialAppraisalLicence],
        Nature::ReligiousBody => &[Kind::ReligiousSiteCertificate],
        Nature::OverseasBody => &[Kind::OverseasCertificate],
        Nature::MedicalInstitution => &[Kind::MedicalLicence],
        Nature::Notary => &[Kind::NotaryLicence],
        Nature::CollectiveEconomy => &[Kind::CollectiveEconomyCertificate],
        Nature::Arbitration => &[Kind::ArbitrationCertificate],
    }
}
