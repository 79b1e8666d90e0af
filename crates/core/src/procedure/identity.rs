//! Whether the organiser is still the same one.
//!
//! A filing belongs to one organiser. Another name is a change, another number is another
//! organiser, and between persons and organisations the provinces decide.

use super::demand::Ban;
use super::situation::{Situation, known, province_of};
use crate::change::{Fact, KeyOf, SubjectField as F, same_number};
use crate::filed::{State, state};
use crate::law::{Citation, HUAWEI_GUIDE, MII_33, TENCENT_GUIDE};
use crate::model::{Dated, Filing, Particulars};
use crate::numbers::{CreditCode, OrganisationCode, RegistrationNumber};
use crate::record::Vocabulary;
use crate::rows::table::Confidence;
use crate::spelling::is_one;
use crate::tables::{Demand as Topic, Founded as _, ProvinceRow};
use crate::vocabulary::{CertificateKind, Nature, Procedure};
use crate::words;
use crate::words::Words;

/// What became of the organiser.
#[derive(Debug, Clone)]
pub(super) enum Identity {
    /// It is the same.
    Same,
    /// It is the same under a newer number.
    NewNumber(Words),
    /// It is another, but the province lets the record pass to it.
    Passes(Words),
    /// It is another.
    Another(Box<Ban>),
    /// It moved to a province that the record can follow it to.
    Follows(Words),
}

pub(super) fn identity(s: &Situation<'_>) -> Identity {
    let (Some(old), Some(new)) = (s.before(), s.now()) else { return Identity::Same };
    if !s.on_file() || as_filed(s, new) {
        return Identity::Same;
    }
    let individual = |subject: &Particulars| subject.nature.known().map(|nature| *nature == Nature::Individual);
    match (individual(old), individual(new)) {
        (Some(true), Some(false)) => return to_organisation(s, old, new),
        (Some(false), Some(true)) => return Identity::Another(Box::new(to_individual(s))),
        _ => {}
    }
    match number(s, old, new) {
        Identity::Same => province(s),
        other => other,
    }
}

/// Whether the records only return to the organiser that is on file.
fn as_filed(s: &Situation<'_>, new: &Particulars) -> bool {
    let Some(subject) = s.new else { return false };
    let on_file = crate::filed::replay(&subject.filings, s.today);
    let held = |field| on_file.value(&Fact::Subject(field)).and_then(|value| value.as_text());
    let number = held(F::CertificateNumber).zip(certificate_number(new));
    let nature = held(F::Nature).zip(new.nature.known().map(|nature| nature.term()));
    let region = held(F::Region).zip(known(&new.region));
    number.is_some_and(|(held, now)| same_number(held, now))
        && nature.is_none_or(|(held, now)| held == now)
        && region.is_none_or(|(held, now)| held.get(..2) == now.get(..2))
}

fn certificate_number(subject: &Particulars) -> Option<&str> {
    known(&subject.certificate.known()?.number)
}

fn certificate_kind(subject: &Particulars) -> Option<CertificateKind> {
    subject.certificate.known()?.kind.known().copied()
}

fn number(s: &Situation<'_>, old: &Particulars, new: &Particulars) -> Identity {
    let (Some(before), Some(now)) = (certificate_number(old), certificate_number(new)) else {
        return Identity::Same;
    };
    if same_number(before, now) {
        return Identity::Same;
    }
    let same_name = known(&old.name).zip(known(&new.name)).is_some_and(|(old, new)| is_one(old, new));
    if s.organisation() {
        match upgraded(before, now, same_name) {
            Some(true) => Identity::NewNumber(Words::fixed(
                "旧注册号或组织机构代码换成同一单位的统一社会信用代码，不是换主体",
                "an old number gave way to the same organisation's credit code: the subject is the same",
            )),
            Some(false) | None => another_organisation(s, old, new),
        }
    } else if same_name && (lengthened(before, now) || certificate_kind(old) != certificate_kind(new)) {
        Identity::NewNumber(Words::fixed(
            "同一人换了证件（如十五位身份证号升为十八位），不是换主体",
            "the same person has another certificate: the subject is the same",
        ))
    } else {
        let why = Words::fixed(
            "证件号码不同即为另一人，个人备案不能变更给他人",
            "another number is another person; a person's filing cannot pass to somebody else",
        );
        Identity::Another(Box::new(anew(Ban::new(why, &[HUAWEI_GUIDE.whole()]).because_of(F::CertificateNumber))))
    }
}

/// Whether a credit code has replaced an old number of the same organisation. `None` if the
/// old number is none that credit codes replaced.
///
/// The organisation code lives on within the credit code, so that it proves the identity. Of
/// the registration number nothing does; there the name has to.
fn upgraded(before: &str, now: &str, same_name: bool) -> Option<bool> {
    let code = CreditCode::parse(now).number?;
    if let Some(organisation) = OrganisationCode::parse(before).number {
        return Some(organisation.as_str() == code.organisation());
    }
    RegistrationNumber::parse(before).number.map(|_| same_name)
}

/// Whether fifteen digits of an identity number became eighteen.
fn lengthened(before: &str, now: &str) -> bool {
    let part = |text: &'_ str, from, to| text.get(from..to).map(str::to_owned);
    before.len() == 15 && now.len() == 18 && {
        part(before, 0, 6) == part(now, 0, 6) && part(before, 6, 15) == part(now, 8, 17)
    }
}

/// Deregister and file anew: what is left where nothing else is lawful.
fn anew(ban: Ban) -> Ban {
    ban.route(&[Procedure::DeregisterSubject, Procedure::First])
}

fn another_organisation(s: &Situation<'_>, old: &Particulars, new: &Particulars) -> Identity {
    if let Some(row) = s.decides(Topic::AnotherOrganisation)
        && row.value == "same-legal-representative"
        && same_legal_representative(s, old, new)
    {
        return Identity::Passes(Words::fixed(
            "该省在法定代表人不变时允许甲公司变更为乙公司",
            "the province lets A become B where the legal representative stays the same",
        ));
    }
    let why = Words::fixed(
        "统一社会信用代码（证件号码）不同即为另一主体，不能按变更办理",
        "another credit code is another subject; that is no change",
    );
    let mut ban = Ban::new(why, &[HUAWEI_GUIDE.whole(), TENCENT_GUIDE.whole()]).because_of(F::CertificateNumber);
    if s.decides(Topic::Migration).is_some() && 0 < s.count_on_file() {
        ban = ban.route(&[Procedure::Migration, Procedure::DeregisterEmptyShell]).note(Words::fixed(
            "迁移前域名实名信息须已是新主体，新主体另有账号，双方都没有在途订单；APP 不能迁移",
            "before a migration the domain belongs to the new subject, which has an account of its own, and neither \
             side has an open order; Apps cannot be migrated",
        ));
    }
    let code =
        |subject: &Particulars| certificate_number(subject).is_some_and(|n| CreditCode::parse(n).number.is_some());
    if !code(old) && code(new) && s.organisation() {
        ban.notes.push(Words::fixed(
            "若确为同一单位换发统一社会信用代码，凭登记机关出具的证明先向接入商确认，可按变更主体办理",
            "if it is the same organisation after all, show the registry's proof to the provider first: then it is a \
             change of the subject",
        ));
    }
    let unsure = s.row(Topic::AnotherOrganisation).and_then(|row| row.note.clone());
    ban.notes.extend(unsure.filter(|_| s.decides(Topic::AnotherOrganisation).is_none()));
    Identity::Another(Box::new(anew(ban)))
}

fn same_legal_representative(s: &Situation<'_>, old: &Particulars, new: &Particulars) -> bool {
    match (known(&old.legal_representative), known(&new.legal_representative)) {
        (Some(before), Some(now)) => s.changes.new_key(KeyOf::Person, before) == now,
        _ => false,
    }
}

fn to_organisation(s: &Situation<'_>, old: &Particulars, new: &Particulars) -> Identity {
    let place = s.province().map(|province| province.name()).unwrap_or_default();
    let (zh, en) = (&place.zh, &place.en);
    let row = s.row(Topic::IndividualToOrganisation);
    let own = known(&new.legal_representative)
        .zip(known(&old.principal))
        .is_some_and(|(legal, principal)| legal == s.changes.new_key(KeyOf::Person, principal));
    let founded = row.is_some_and(|row| row.provenance.confidence == Confidence::Confirmed && row.dissent.is_empty());
    match row.map(|row| (row.value.as_str(), founded)) {
        Some(("free", true)) => Identity::Passes(words!(
            "{zh}允许个人备案变更为单位备案",
            "{en} lets a person's filing become an organisation's"
        )),
        Some(("own-company", true)) if own => Identity::Passes(words!(
            "{zh}允许个人备案变更为本人任法定代表人的单位",
            "{en} lets a person's filing become that of the company whose legal representative the person is"
        )),
        Some(("own-company", true)) => {
            let why = words!(
                "{zh}只允许个人变更为本人任法定代表人的单位，这里的法定代表人不是原负责人",
                "{en} lets a person's filing become only that of the person's own company, and this is not it"
            );
            Identity::Another(Box::new(anew(Ban::new(why, &[TENCENT_GUIDE.whole()]).because_of(F::Nature))))
        }
        _ => {
            let why = words!(
                "{zh}不允许个人备案变更为单位备案",
                "{en} does not let a person's filing become an organisation's"
            );
            let ban = Ban::new(why, &[HUAWEI_GUIDE.whole(), TENCENT_GUIDE.whole()]).because_of(F::Nature);
            Identity::Another(Box::new(anew(doubted(s, ban, row, own))))
        }
    }
}

/// As a rule a person's filing cannot become an organisation's. One source alone that says
/// otherwise of a province, or sources that disagree, are a reason to ask, and none to act.
fn doubted(s: &Situation<'_>, mut ban: Ban, row: Option<&ProvinceRow>, own: bool) -> Ban {
    let place = s.province().map(|province| province.name()).unwrap_or_default();
    let (zh, en) = (&place.zh, &place.en);
    let Some(row) = row else {
        ban.why = words!(
            "个人备案通例不能变更为单位备案，{zh}没有可靠的例外",
            "as a rule a person's filing cannot become an organisation's, and no founded exception of {en} is known"
        );
        return ban;
    };
    if row.value == "never" && row.provenance.confidence.decides() {
        ban.notes.extend(row.disagreement(s.tables.sources()));
        return ban;
    }
    // Who says that it can: the row itself, or those who say otherwise than the row.
    let others = row.dissent.iter().map(|one| (one.value.as_str(), &one.sources));
    let mut voices = std::iter::once((row.value.as_str(), &row.provenance.sources)).chain(others);
    let Some((value, sources)) = voices.find(|(value, _)| *value != "never") else { return ban };
    let (case_zh, case_en) = match value {
        "own-company" if own => (
            "变更为本人任法定代表人的单位，有来源说可以",
            "but a source says that the company whose legal representative the person is may take it over",
        ),
        "own-company" => (
            "有来源说可以变更为本人任法定代表人的单位，这里的法定代表人不是原负责人",
            "but a source says that the person's own company may take it over, which this is not",
        ),
        _ => ("有来源说可以", "but a source says that it can"),
    };
    let titles: Vec<String> = sources.iter().map(|key| titled(s, key)).collect();
    let named = titles.join("、");
    ban.why = words!(
        "个人备案通例不能变更为单位备案（注销后重新备案）；{zh}{case_zh}（{named}），先问管局和接入商",
        "as a rule a person's filing cannot become an organisation's (deregister and file anew); {en}: {case_en} \
         ({named}), so ask the administration and the provider first"
    );
    ban.notes.extend(row.note.clone());
    ban.notes.extend(row.disagreement(s.tables.sources()));
    ban.disputed = own || value != "own-company";
    ban
}

/// The title of a source by its key.
fn titled(s: &Situation<'_>, key: &str) -> String {
    s.tables.sources().get(key).map_or_else(|| key.to_owned(), |source| format!("《{}》", source.title))
}

fn to_individual(s: &Situation<'_>) -> Ban {
    let why = Words::fixed(
        "单位备案不能变更或迁移为个人备案",
        "an organisation's filing can neither become nor be migrated to a person's",
    );
    let mut ban = anew(Ban::new(why, &[TENCENT_GUIDE.whole(), HUAWEI_GUIDE.whole()]).because_of(F::Nature));
    ban.notes.extend(s.row(Topic::OrganisationToIndividual).and_then(|row| row.note.clone()));
    ban
}

fn province(s: &Situation<'_>) -> Identity {
    let (Some(old), Some(new)) = (s.old.and_then(province_of), s.new.and_then(province_of)) else {
        return Identity::Same;
    };
    if old.code == new.code {
        return Identity::Same;
    }
    let (from, to) = (old.name(), new.name());
    let (from_zh, from_en, to_zh, to_en) = (&from.zh, &from.en, &to.zh, &to.en);
    if s.decides(Topic::ProvinceMove).is_some() {
        return Identity::Follows(words!(
            "{from_zh}可以办理跨省变更，迁到{to_zh}；备案号是否重新核发没有来源可查，请问管局",
            "{from_en} lets a filing move to {to_en}; whether the numbers change no source tells: ask there"
        ));
    }
    // Whoever files it has asked: until the new authority approves, the old one is competent.
    let asked = |dated: &Dated<Filing>| {
        let filing = &dated.record.value;
        filing.procedure.known() == Some(&Procedure::ChangeProvince) && state(filing) != State::Ended
    };
    if let Some(dated) = s.new.and_then(|new| new.filings.iter().find(|dated| asked(dated))) {
        let stem = &dated.stem;
        return Identity::Follows(words!(
            "订单 {stem} 办理跨省变更，通过前仍由{from_zh}管辖，通过后归{to_zh}；备案号换不换没有来源可查，请问管局",
            "{stem} asks for the move; {from_en} is competent until it is approved, and {to_en} then; whether the \
             numbers change no source tells: ask there"
        ));
    }
    let article: Citation = MII_33.article(3);
    let why = words!(
        "备案归主办单位所在省的通信管理局，主体从{from_zh}迁到{to_zh}不能按普通变更办理",
        "a filing belongs to the administration of the organiser's province; a move from {from_en} to {to_en} is no \
         ordinary change"
    );
    let note = Words::fixed(
        "部分省份另有“跨省变更”，范围未见可靠公布；先问原省管局和接入商，能办的不必注销",
        "some provinces know a filing's move between provinces, but where is not founded; ask the old administration \
         and the provider first, for where it can be had nothing need be deregistered",
    );
    let mut ban = Ban::new(why, &[article, TENCENT_GUIDE.whole()]).because_of(F::Region);
    // That the act exists is known, where it can be had is not.
    ban.disputed = true;
    Identity::Another(Box::new(anew(ban.route(&[Procedure::ChangeProvince])).note(note)))
}
