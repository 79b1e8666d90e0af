//! What a row of the provinces' practice can be about, and which values it takes.

use super::ProvinceRow;
use crate::day::Day;
use crate::record::Vocabulary;
use crate::vocabulary::ResidenceKind;

macro_rules! demands {
    ($( $(#[doc = $about:literal])+ $variant:ident: $name:literal, $value:ident; )+) => {
        /// A demand that rules judge by, or a practice on which procedures depend.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Demand {
            $( $(#[doc = $about])+ $variant, )+
        }

        impl Demand {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in tables.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$variant => $name, )+ }
            }

            pub(super) fn fits(self, value: &str) -> bool {
                match self { $( Self::$variant => $value(value), )+ }
            }
        }
    };
}

demands! {
    /// Whether a person from elsewhere may file: `allowed`, `proof` or `locals`.
    NonLocal: "non-local", is_admission;
    /// By what such a person proves to live there.
    ResidenceProofs: "residence-proofs", are_proofs;
    /// What proves it not.
    RefusedProofs: "refused-proofs", are_proofs;
    /// The age from which a person may be principal.
    MinAge: "min-age", is_count;
    /// The age until which a person may be principal of a service.
    MaxAge: "max-age", is_count;
    /// Who may be principal of the subject: `legal-representative` or `authorised`.
    Principal: "principal", is_principal;
    /// Somebody authorised answers for the services as well.
    ManagerIsPrincipal: "manager-is-principal", is_yes;
    /// Foreigners are refused.
    Foreigners: "foreigners", is_refusal;
    /// A foreign legal representative may authorise somebody.
    ForeignLegalRepresentative: "foreign-legal-representative", is_authorisation;
    /// How many telephone numbers two principals have between them.
    Numbers: "numbers", is_count;
    /// Whose emergency number it is must be said.
    EmergencyNamed: "emergency-named", is_yes;
    /// Postal address and certificate are of one city.
    SameCity: "same-city", is_yes;
    /// How many services a subject may have.
    MaxServices: "max-services", is_count_of_unlicensed;
    /// From how many services on a construction plan is asked.
    PlanFrom: "plan-from", is_count;
    /// How many services one order may bring.
    MaxPerOrder: "max-per-order", is_limit;
    /// How many services a first filing may bring.
    FirstFilingServices: "first-filing-services", is_count;
    /// How many characters the remark has at least.
    Remark: "remark", is_count;
    /// The category of personal blogs is refused.
    BlogCategory: "blog-category", is_refusal;
    /// The category 其他: `refused`, or `remark` if it must be explained.
    OtherCategory: "other-category", is_refusal_or_remark;
    /// Whether an individual's record can become an organisation's: `free`, `own-company`, `never`.
    IndividualToOrganisation: "individual-to-organisation", is_turn;
    /// Whether an organisation's record can become an individual's: `own-household-business`.
    OrganisationToIndividual: "organisation-to-individual", is_own_business;
    /// Whether an organisation's record can become another's: `never`, `same-legal-representative`
    /// or `vague`.
    AnotherOrganisation: "another-organisation", is_succession;
    /// A letter on the change of name is asked for.
    RenameLetter: "rename-letter", is_yes;
    /// A subject without services takes a new one.
    EmptySubjectDirectAdd: "empty-subject-direct-add", is_yes;
    /// Services can pass from one subject to another.
    Migration: "migration", is_yes;
    /// A subject can move to another province.
    ProvinceMove: "province-move", is_yes;
    /// A change must be approved before new access or a new service.
    ChangeBeforeAccess: "change-before-access", is_yes;
    /// Other numbers of the same organiser must be given up first.
    DuplicateSubjectNumbers: "duplicate-subject-numbers", is_yes;
    /// Which number stands at the foot of the page: `subject`.
    FooterNumber: "footer-number", is_subject;
    /// By which day of a year the holder of a licence reports on the year before: `MM-DD`.
    LicenceReport: "licence-report", is_day_of_year;
    /// A rename is filed at both levels at once.
    OnlyChangeBoth: "only-change-both", is_yes;
}

fn is_count(value: &str) -> bool {
    value.parse::<u32>().is_ok()
}

/// `n`, or `n without licence`.
fn is_count_of_unlicensed(value: &str) -> bool {
    is_count(value.strip_suffix(ProvinceRow::UNLICENSED).unwrap_or(value))
}

/// `n`, `n over m`, or `n but changes`.
fn is_limit(value: &str) -> bool {
    let (most, rest) = value.split_once(' ').unwrap_or((value, ""));
    let holds = rest.is_empty() || rest == "but changes" || rest.strip_prefix("over ").is_some_and(is_count);
    is_count(most) && holds
}

fn is_turn(value: &str) -> bool {
    matches!(value, "free" | "own-company" | "never")
}

fn is_own_business(value: &str) -> bool {
    value == "own-household-business"
}

fn is_succession(value: &str) -> bool {
    matches!(value, "never" | "same-legal-representative" | "vague")
}

fn is_subject(value: &str) -> bool {
    value == "subject"
}

fn is_day_of_year(value: &str) -> bool {
    Day::parse(&format!("2000-{value}")).is_ok()
}

fn is_yes(value: &str) -> bool {
    value == "yes"
}

fn is_refusal(value: &str) -> bool {
    value == "refused"
}

fn is_refusal_or_remark(value: &str) -> bool {
    matches!(value, "refused" | "remark")
}

fn is_authorisation(value: &str) -> bool {
    value == "may-authorise"
}

fn is_admission(value: &str) -> bool {
    matches!(value, "allowed" | "proof" | "locals")
}

fn is_principal(value: &str) -> bool {
    matches!(value, "legal-representative" | "authorised")
}

fn are_proofs(value: &str) -> bool {
    let known = |word: &str| ResidenceKind::INFO.terms.iter().any(|term| term.canonical == word);
    value.split(';').all(|word| word == ProvinceRow::MORE || known(word))
}
