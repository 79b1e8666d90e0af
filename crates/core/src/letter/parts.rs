//! The parts that letters share: organiser, services, contact, signature, enclosures.

use super::content::{Basis, Contact, Organiser, ServiceLine, Signing};
use super::entry::Entry;
use super::matter::Matter;
use super::state::State;
use crate::change::{PersonField as P, ServiceField as S, SubjectField as F};
use crate::day::Day;
use crate::numbers::RecordNumber;
use crate::personal::Held;
use crate::procedure::PaperNeed;
use crate::record::Items;
use crate::tables::{Demand, Manner, PaperLetter, Period, Who};
use crate::vocabulary::{LetterKind, PeriodKind, Procedure, ServiceKind};
use crate::words::Words;

const NUMBER: Words = Words::fixed("主体备案号", "subject number");
const SERVICE_NUMBER: Words = Words::fixed("服务备案号", "service number");

/// The competent administration, in Chinese.
pub(super) fn administration(state: &State<'_>) -> Entry {
    let named = state.province().and_then(|province| province.administration());
    named.map_or(
        Entry::Open(Words::fixed(
            "主送机关：主办单位所在省通信管理局",
            "addressee: the administration of the province",
        )),
        |words| Entry::Given(words.zh.into_owned()),
    )
}

/// How a letter is signed and called where this matter is decided.
pub(super) fn manner_of(matter: &Matter<'_>, kind: LetterKind) -> Manner {
    let state = matter.standing();
    let who = if state.is_individual() { Who::Individual } else { Who::Organisation };
    matter.tables.letters.manner(kind, state.province().map(|province| province.code), who, matter.today)
}

pub(super) const fn signing(manner: &Manner) -> Signing {
    Signing { signer: manner.signer, seal: manner.seal, thumb: manner.thumb }
}

/// The organiser as it stands on one side.
pub(super) fn organiser(matter: &Matter<'_>, state: &State<'_>) -> Organiser {
    use crate::change::Fact;
    let fact = |field| state.entry(&Fact::Subject(field));
    let individual = state.is_individual();
    let number = state.subject_text(F::CertificateNumber);
    let label = Fact::Subject(F::CertificateNumber).words();
    let held = matter.standing().number("subject");
    let principal = state.subject_text(F::Principal);
    Organiser {
        individual,
        name: fact(F::Name),
        nature: fact(F::Nature),
        certificate: fact(F::CertificateKind),
        certificate_number: if individual {
            Entry::personal(Held::Number, number.as_deref(), label)
        } else {
            fact(F::CertificateNumber)
        },
        number: (matter.procedure != Procedure::First).then(|| Entry::text(held.as_deref(), NUMBER)),
        address: fact(F::Address),
        principal: state.person(principal.as_deref(), Fact::Subject(F::Principal).words()),
    }
}

/// A service as it stands on one side.
pub(super) fn service(matter: &Matter<'_>, state: &State<'_>, key: &str) -> ServiceLine {
    use crate::change::Fact;
    let fact = |field| state.entry(&Fact::Service(key.into(), field));
    let held = matter.before.number(&format!("services/{key}"));
    let comes = matter.procedure.files_service();
    ServiceLine {
        kind: fact(S::Kind),
        name: fact(S::Name),
        number: (!comes).then(|| Entry::text(held.as_deref(), SERVICE_NUMBER)),
        at: at(state, key),
        footer: footer(matter, held.as_deref()),
        content: fact(S::Content),
    }
}

/// Where a service is found: its domains, and for what runs on systems, those.
fn at(state: &State<'_>, key: &str) -> Entry {
    let mut places = state.domains(key);
    if state.kind(key) != Some(ServiceKind::Website) {
        places.extend(state.platforms(key));
    }
    Entry::text(Some(&places.join("、")), Words::fixed("域名或运行平台", "domains or platforms"))
}

/// The number that stands at the foot of a service's pages.
fn footer(matter: &Matter<'_>, held: Option<&str>) -> Entry {
    let bare = matter.decides(Demand::FooterNumber).is_some_and(|row| row.value == "subject");
    let parsed = held.and_then(|held| RecordNumber::parse(held).number);
    match (held, parsed) {
        (Some(_), Some(number)) if bare => Entry::Given(number.subject_part().to_string()),
        _ => Entry::text(held, SERVICE_NUMBER),
    }
}

/// Who handles it: whom the filing names, or the person who files.
pub(super) fn contact(matter: &Matter<'_>) -> Contact {
    let state = matter.standing();
    let named = matter.filing.and_then(|filing| filing.contact.known()).map(ToString::to_string);
    let key = named.or_else(|| state.subject_text(F::Principal).filter(|_| state.is_individual()));
    let text = |field| key.as_deref().and_then(|key| state.person_text(key, field));
    Contact {
        name: Entry::text(text(P::Name).as_deref(), Words::fixed("联系人", "contact")),
        mobile: Entry::personal(
            Held::Telephone,
            text(P::Mobile).as_deref(),
            Words::fixed("联系人手机号码", "mobile of the contact"),
        ),
        email: Entry::personal(
            Held::Mail,
            text(P::Email).as_deref(),
            Words::fixed("联系人电子邮箱", "mail of the contact"),
        ),
    }
}

/// The document on which a filing rests.
pub(super) fn basis(matter: &Matter<'_>) -> Basis {
    let basis = matter.filing.and_then(|filing| filing.basis.known());
    let text = |slot: Option<&crate::record::Text>| slot.map(ToString::to_string);
    let document = text(basis.and_then(|basis| basis.document.known()));
    let number = text(basis.and_then(|basis| basis.number.known()));
    Basis {
        document: Entry::text(document.as_deref(), Words::fixed("变更依据文件", "document of the change")),
        number: Entry::text(number.as_deref(), Words::fixed("依据文件文号", "number of that document")),
        date: Entry::day(
            basis.and_then(|basis| basis.date.known()).copied(),
            Words::fixed("依据文件日期", "date of that document"),
        ),
    }
}

pub(super) fn has_basis(matter: &Matter<'_>) -> bool {
    matter.filing.is_some_and(|filing| filing.basis.known().is_some())
}

/// A reason stands within a sentence, so its own end is left out.
const ENDS: [char; 6] = ['。', '；', '，', '.', ';', ' '];

pub(super) fn reason(matter: &Matter<'_>) -> Entry {
    let reason = matter.filing.and_then(|filing| filing.reason.known()).map(|text| text.trim_end_matches(ENDS));
    Entry::text(reason, Words::fixed("原因", "reason"))
}

pub(super) fn effective(matter: &Matter<'_>) -> Option<Day> {
    matter.filing.and_then(|filing| filing.effective.known()).copied()
}

/// What is handed in with the letter: the papers that the filing names, or else those that
/// are surely asked for; the document it rests on first.
pub(super) fn enclosures(matter: &Matter<'_>) -> Vec<String> {
    let mut found: Vec<String> = basis_copy(matter).into_iter().collect();
    let has_document = !found.is_empty();
    let named = matter.filing.map_or(Items::all(&[]), |filing| filing.papers.items());
    for paper in named {
        let Some(kind) = paper.value.kind.known() else { continue };
        let of = paper.value.of.known().and_then(|of| whose(matter, of));
        found.push(sheet(kind, of));
    }
    if named.is_empty() {
        let sure = matter.needs.papers.iter().filter(|need| need.only_if.is_none());
        // The document of the registry is what a province asks for as the letter on the name.
        let twice = |need: &PaperNeed| has_document && need.serves == Some(PaperLetter::Rename);
        for need in sure.filter(|need| need.is_sheet && !twice(need)) {
            found.extend(sheets(matter, need));
        }
    }
    let mut once: Vec<String> = Vec::new();
    for one in found.into_iter().filter_map(|one| Entry::text(Some(&one), NUMBER).given().map(str::to_owned)) {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}

/// The document on which the filing rests, as an enclosure.
pub(super) fn basis_copy(matter: &Matter<'_>) -> Option<String> {
    let document = basis(matter).document;
    document.given().map(|document| format!("《{}》复印件", document.trim_matches(['《', '》'])))
}

/// What proves who applies: the certificate, and of an organisation also the clerk's.
pub(super) fn applicant(matter: &Matter<'_>) -> Vec<String> {
    let mut found = vec![certificate_copy(matter)];
    if !matter.standing().is_individual() {
        found.push("经办人身份证件复印件".to_owned());
    }
    found
}

fn sheets(matter: &Matter<'_>, need: &PaperNeed) -> Vec<String> {
    if need.of.is_empty() {
        return vec![need.name.zh.to_string()];
    }
    need.of.iter().map(|of| sheet(&need.name.zh, whose(matter, of))).collect()
}

fn sheet(name: &str, of: Option<String>) -> String {
    of.map_or_else(|| name.to_owned(), |of| format!("{name}（{of}）"))
}

/// Whose paper it is, in words; nothing for the subject's own.
fn whose(matter: &Matter<'_>, of: &str) -> Option<String> {
    match of.split_once('/') {
        Some(("people", key)) => matter.after.person_text(key, P::Name),
        Some(("services", key)) => matter.after.service_text(key, S::Name),
        Some(("domains", name)) => Some(name.to_owned()),
        _ => None,
    }
}

/// What proves who applies, where the records name no papers: the certificate of the organiser.
pub(super) fn certificate_copy(matter: &Matter<'_>) -> String {
    let state = matter.standing();
    let kind = state.subject_text(F::CertificateKind);
    match (kind, state.is_individual()) {
        (Some(kind), true) => format!("{kind}复印件（正反面）"),
        (Some(kind), false) => format!("{kind}复印件（加盖公章）"),
        (None, true) => "本人身份证件复印件（正反面）".to_owned(),
        (None, false) => "主办单位证件复印件（加盖公章）".to_owned(),
    }
}

/// The periods that the day of a letter knows: those of its provider, or else of all.
pub(super) fn periods(matter: &Matter<'_>) -> Vec<Period> {
    let provider = matter.provider.as_deref().unwrap_or_default();
    let row = |kind: &PeriodKind| matter.tables.period(*kind, provider, matter.day).cloned();
    PeriodKind::ALL.iter().filter_map(row).collect()
}
