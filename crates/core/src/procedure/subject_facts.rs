//! What changes of the subject's own facts ask for.

use super::demand::{Demand, Scope, Timing};
use super::identity::Identity;
use super::situation::{Situation, known};
use super::verdict::Reason;
use crate::change::{Change, SubjectField as F};
use crate::law::{HUAWEI_GUIDE, MII_33, TENCENT_GUIDE};
use crate::tables::{Demand as Topic, Founded as _};
use crate::vocabulary::{EndReason, Procedure};
use crate::words;
use crate::words::Words;

pub(super) fn answer(s: &Situation<'_>, identity: &Identity, field: F, change: &Change) -> Vec<Demand> {
    match field {
        F::Whole => whole(s, change),
        F::Format | F::Id | F::EndedFiling => vec![Demand::nothing(Reason::Record, change)],
        F::Remark | F::BusinessScope => vec![Demand::nothing(Reason::NeverFiled, change)],
        F::Numbers | F::OtherNumbers => vec![Demand::nothing(Reason::Granted, change)],
        F::Licences => vec![Demand::nothing(Reason::Licence, change).note(Words::fixed(
            "持证后查询系统可能以许可证编号作为备案号显示，页面底部的号码以核发为准",
            "the registry may show the licence number in the place of the filing number",
        ))],
        F::EndedOn | F::EndedWhy => ended(s, change),
        F::LegalRepresentative => legal_representative(s, change),
        F::Name
        | F::Nature
        | F::CertificateKind
        | F::CertificateNumber
        | F::CertificateRegion
        | F::CertificateAddress
        | F::CertificateValid
        | F::Region
        | F::Address
        | F::Supervisor
        | F::Principal => filed(s, identity, field, change),
    }
}

fn filed(s: &Situation<'_>, identity: &Identity, field: F, change: &Change) -> Vec<Demand> {
    if !s.on_file() {
        return vec![Demand::nothing(Reason::NotYetOnFile, change)];
    }
    if s.subject_ends() {
        return vec![Demand::nothing(Reason::EndsWithIt, change)];
    }
    // The certificate's region is no field of the form: it follows the domicile.
    if field == F::CertificateRegion && s.held(F::CertificateRegion).is_none() {
        return vec![Demand::nothing(Reason::NeverFiled, change)];
    }
    let procedure = match identity {
        Identity::Same | Identity::NewNumber(_) | Identity::Passes(_) => Procedure::ChangeSubject,
        Identity::Follows(_) => Procedure::ChangeProvince,
        Identity::Another(ban) => return vec![Demand::never((**ban).clone(), Scope::Subject, change)],
    };
    let procedure = if procedure == Procedure::ChangeSubject && field == F::Name && only_both(s) {
        Procedure::ChangeBoth
    } else {
        procedure
    };
    let mut demand = Demand::file(procedure, Scope::Subject, change, timing(field)).through(s.main_provider());
    match identity {
        Identity::NewNumber(note) | Identity::Passes(note) | Identity::Follows(note) => {
            demand.notes.push(note.clone());
            demand.citations.push(HUAWEI_GUIDE.whole());
        }
        Identity::Same | Identity::Another(_) => {}
    }
    demand.notes.extend(note(s, field));
    if procedure == Procedure::ChangeBoth {
        demand.notes.push(Words::fixed(
            "该省更名只受理“变更备案”（主体和服务一并提交），不受理单独的变更",
            "for a rename the province takes a change of subject and services in one order only",
        ));
        let each = |key: String| {
            let provider = s.provider_of(&key);
            Demand::file(Procedure::ChangeService, Scope::Service(key), change, Timing::AtOnce).through(provider)
        };
        let services: Vec<Demand> = s.running().into_iter().map(each).collect();
        return std::iter::once(demand).chain(services).collect();
    }
    vec![demand]
}

/// Whether the province takes a rename at both levels only.
fn only_both(s: &Situation<'_>) -> bool {
    s.decides(Topic::OnlyChangeBoth).is_some()
}

/// What rests on a new certificate can be shown only afterwards; the rest is known before.
const fn timing(field: F) -> Timing {
    match field {
        F::Name
        | F::Nature
        | F::CertificateKind
        | F::CertificateNumber
        | F::CertificateRegion
        | F::CertificateAddress
        | F::CertificateValid => Timing::AtOnce,
        F::Whole
        | F::Format
        | F::Id
        | F::Region
        | F::BusinessScope
        | F::Address
        | F::Supervisor
        | F::LegalRepresentative
        | F::Principal
        | F::Numbers
        | F::OtherNumbers
        | F::Licences
        | F::Remark
        | F::EndedOn
        | F::EndedWhy
        | F::EndedFiling => Timing::BeforeEffect,
    }
}

fn note(s: &Situation<'_>, field: F) -> Option<Words> {
    match field {
        F::Name => Some(Words::fixed(
            "名称变更后域名持有者须用新名称重新实名认证，等实名数据入库后再提交",
            "after a rename the domains' holder has to be verified anew under the new name, before the order is sent",
        )),
        F::Principal => principal_note(s),
        _ => None,
    }
}

/// Whether the new principal is one that the province takes.
fn principal_note(s: &Situation<'_>) -> Option<Words> {
    let subject = s.now()?;
    let (principal, legal) = (known(&subject.principal)?, known(&subject.legal_representative)?);
    let row = s.row(Topic::Principal).filter(|_| principal != legal)?;
    let province = s.province()?.name();
    let (zh, en) = (&province.zh, &province.en);
    if row.value == "legal-representative" && row.provenance.confidence.decides() {
        return Some(words!(
            "{zh}要求主体负责人为法定代表人，新负责人不是法定代表人，提交前先向接入商确认",
            "{en} wants the legal representative as the subject's principal, and the new one is not; ask the provider \
             first"
        ));
    }
    // What sources disagree on is told with both sides, and decides nothing.
    let others = row.disagreement(s.tables.sources())?;
    let (others_zh, others_en) = (others.zh, others.en);
    Some(words!(
        "新负责人不是法定代表人，提交前先向接入商确认：{zh}的要求，{others_zh}",
        "the new principal is not the legal representative; ask the provider first what {en} wants: {others_en}"
    ))
}

fn legal_representative(s: &Situation<'_>, change: &Change) -> Vec<Demand> {
    if !s.on_file() {
        return vec![Demand::nothing(Reason::NotYetOnFile, change)];
    }
    let unchanged = !s.changes.facts.iter().any(|other| {
        matches!(other.fact, crate::change::Fact::Subject(F::Principal | F::CertificateNumber | F::Nature))
    });
    let wanted = s.decides(Topic::Principal).is_some_and(|row| row.value == "legal-representative");
    let demand = Demand::nothing(Reason::NeverFiled, change);
    if !unchanged {
        return vec![demand];
    }
    let note = if wanted {
        Words::fixed(
            "该省要求主体负责人为法定代表人：法定代表人已换，主体负责人也应变更（变更主体）",
            "the province wants the legal representative as principal: change the subject's principal too",
        )
    } else {
        Words::fixed(
            "法定代表人本身不单独备案；授权书由新法定代表人重签",
            "the legal representative is not filed as such; authorisations are signed anew",
        )
    };
    vec![demand.note(note)]
}

fn whole(s: &Situation<'_>, change: &Change) -> Vec<Demand> {
    if s.new.is_none() {
        return vec![gone(s, change)];
    }
    if s.brought_in() {
        return vec![Demand::nothing(Reason::BroughtIn, change)];
    }
    let Some(provider) = s.main_provider() else {
        return vec![Demand::nothing(Reason::NotYetOnFile, change).note(Words::fixed(
            "主体下还没有互联网信息服务或接入，首次备案要同时报一项服务",
            "there is no service with access yet; a first filing holds at least one",
        ))];
    };
    vec![Demand::file(Procedure::First, Scope::Subject, change, Timing::BeforeService).through(Some(provider))]
}

fn gone(s: &Situation<'_>, change: &Change) -> Demand {
    if !s.on_file() {
        return Demand::nothing(Reason::NotYetOnFile, change);
    }
    end_of_subject(s, change).note(Words::fixed(
        "记录不应直接删除：保留 subject.yaml，写明 ended 和依据订单",
        "records are not deleted: keep subject.yaml and say `ended` with the filing it rests on",
    ))
}

fn ended(s: &Situation<'_>, change: &Change) -> Vec<Demand> {
    let why = s.now().and_then(|now| now.ended.known()).and_then(|ended| ended.why.known()).copied();
    if s.returns() && change.new.is_none() {
        return vec![anew(s, change)];
    }
    if !s.on_file() || change.new.is_none() {
        return vec![Demand::nothing(Reason::Record, change)];
    }
    vec![match why {
        Some(EndReason::MandateEnded) => Demand::nothing(Reason::MandateEnded, change).note(Words::fixed(
            "交还或删除主办单位的个人资料，委托记录按规定留存",
            "hand back or delete the organiser's personal data; records of the mandate are kept as the law asks",
        )),
        Some(EndReason::Migrated) => after_migration(s, change),
        Some(EndReason::Deregistered) | None => end_of_subject(s, change),
    }]
}

/// A subject that was deregistered files anew; its numbers never come back.
fn anew(s: &Situation<'_>, change: &Change) -> Demand {
    let note = Words::fixed(
        "注销不可恢复，原备案号不再使用；重新开办按首次备案",
        "a deregistration is not undone and the old numbers are gone: whoever opens again files anew",
    );
    let Some(provider) = s.main_provider() else {
        return Demand::nothing(Reason::NotYetOnFile, change).note(note);
    };
    Demand::file(Procedure::First, Scope::Subject, change, Timing::BeforeService).through(Some(provider)).note(note)
}

/// A subject whose last service was migrated away is an empty shell until it is cancelled.
fn after_migration(s: &Situation<'_>, change: &Change) -> Demand {
    let left = s.running();
    if left.is_empty() {
        return Demand::file(Procedure::DeregisterEmptyShell, Scope::Subject, change, Timing::Free)
            .note(Words::fixed(
                "服务全部迁出后原主体成为空壳，只有管局能注销",
                "with its services migrated away the subject is an empty shell, which only the administration cancels",
            ))
            .cite(HUAWEI_GUIDE.whole());
    }
    Demand::file(Procedure::Migration, Scope::Subject, change, Timing::Free).through(s.main_provider())
}

fn end_of_subject(s: &Situation<'_>, change: &Change) -> Demand {
    if s.count_on_file() == 0 {
        return Demand::file(Procedure::DeregisterEmptyShell, Scope::Subject, change, Timing::Free)
            .note(Words::fixed(
                "主体下已没有服务和接入，任何接入商都不能代办，书面或在管局网站向管局申请",
                "nothing stands under the subject, so no provider can help: apply to the administration itself",
            ))
            .cite(TENCENT_GUIDE.whole());
    }
    Demand::file(Procedure::DeregisterSubject, Scope::Subject, change, Timing::AtTheEnd)
        .through(s.main_provider())
        .cite(MII_33.article(15))
}
