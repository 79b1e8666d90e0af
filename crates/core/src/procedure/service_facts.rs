//! What changes of a service's facts ask for.

use super::access;
use super::demand::{Ban, Demand, Scope, Timing};
use super::domains;
use super::situation::Situation;
use super::verdict::Reason;
use crate::change::{Change, ServiceField as F};
use crate::law::{HUAWEI_GUIDE, MII_33, MIIT_42, MIIT_105, MIIT_633, SC_292};
use crate::tables::Demand as Topic;
use crate::vocabulary::{EndReason, Procedure, ServiceKind};
use crate::words;
use crate::words::Words;

pub(super) fn answer(s: &Situation<'_>, key: &str, field: F, change: &Change) -> Vec<Demand> {
    match field {
        F::Whole => whole(s, key, change),
        F::NameProof | F::Stores | F::ShownSince | F::ShownAt | F::Owner | F::Opened | F::Remark => {
            vec![Demand::nothing(Reason::NeverFiled, change)]
        }
        F::Numbers => vec![Demand::nothing(Reason::Granted, change)],
        F::PoliceApplied | F::PoliceApproved | F::PoliceNumber | F::PoliceShown | F::PoliceEnded => {
            vec![Demand::nothing(Reason::Police, change)]
        }
        F::EndedFiling => vec![Demand::nothing(Reason::Record, change)],
        F::EndedOn | F::EndedWhy | F::Closed => ended(s, key, change),
        // A website without domains has nothing left to be on file.
        F::Domains if s.is_bared(key) && s.service_on_file(key) => end(s, key, change),
        F::Kind | F::Commercial | F::Domains | F::Access => standing(s, key, change, |s| match field {
            F::Domains => domains::answer(s, key, change),
            F::Access => access::answer(s, key, change),
            F::Commercial => commercial(s, key, change),
            _ => kind(key, change),
        }),
        F::Name | F::Home | F::Content | F::Category | F::Approvals | F::Languages | F::Principal => {
            standing(s, key, change, |s| vec![file(s, key, change)])
        }
        F::Platforms | F::Icon | F::Sdks => {
            standing(s, key, change, |s| vec![file(s, key, change).cite(MIIT_105.whole())])
        }
    }
}

/// Only what is on file, and stays there, can be changed.
fn standing(
    s: &Situation<'_>,
    key: &str,
    change: &Change,
    answer: impl Fn(&Situation<'_>) -> Vec<Demand>,
) -> Vec<Demand> {
    if !s.service_on_file(key) {
        return vec![Demand::nothing(Reason::NotYetOnFile, change)];
    }
    if s.subject_ends() || s.service_ends(key) {
        return vec![Demand::nothing(Reason::EndsWithIt, change)];
    }
    answer(s)
}

fn file(s: &Situation<'_>, key: &str, change: &Change) -> Demand {
    Demand::file(Procedure::ChangeService, Scope::Service(key.to_owned()), change, Timing::BeforeEffect)
        .through(s.provider_of(key))
}

fn kind(key: &str, change: &Change) -> Vec<Demand> {
    let why = Words::fixed(
        "网站、APP、小程序、快应用分别备案，备案号后缀不同，服务类型不能变更",
        "websites, Apps, mini programs and quick apps are filed apart, so the kind of a service cannot change",
    );
    let ban = Ban::new(why, &[MIIT_105.whole()]).route(&[Procedure::AddService, Procedure::DeregisterService]);
    vec![Demand::never(ban, Scope::Service(key.to_owned()), change)]
}

/// A paid information service needs a licence; the filing alone does not allow it.
fn commercial(s: &Situation<'_>, key: &str, change: &Change) -> Vec<Demand> {
    let demand = Demand::nothing(Reason::Licence, change).cite(SC_292.article(7));
    let holds = s.now().is_some_and(|now| !now.licences.items().is_empty());
    let starts = change.new.as_ref().and_then(|new| new.as_text()) == Some("true");
    if starts && !holds {
        let why = Words::fixed(
            "没有增值电信业务经营许可证，不能转为经营性（有偿提供信息服务）",
            "without the value-added telecommunications licence the service cannot charge for information",
        );
        let ban = Ban::new(why, &[SC_292.article(7), SC_292.article(11)]).note(Words::fixed(
            "先向许可机关取得增值电信业务经营许可证；只卖自有商品、不对信息收费的，一般仍按非经营性备案",
            "get the licence first; who sells goods of its own and charges nothing for information is filed as \
             non-commercial as a rule",
        ));
        let ban = if s.organisation() { ban } else { only_companies(ban) };
        return vec![Demand::never(ban, Scope::Service(key.to_owned()), change)];
    }
    // What is offered for money is another item of the service, and is told ahead.
    if starts {
        let note = Words::fixed(
            "由无偿转为有偿是变更服务项目，要提前办理；换成许可证编号作号码的，由这个订单核发",
            "to charge for what was free changes the items of the service and is filed ahead; where the licence's \
             number takes the place of the filing number, this order grants it",
        );
        return vec![file(s, key, change).cite(SC_292.article(7)).note(note)];
    }
    vec![demand]
}

/// Who can have a licence: what value-added services ask of their operator names companies first.
fn only_companies(mut ban: Ban) -> Ban {
    ban.citations.push(MIIT_42.article(6));
    ban.note(Words::fixed(
        "申请增值电信业务许可的，须是依法设立的公司（许可管理办法第六条），个人申请不了：要收费，先设立公司，\
         以公司名义备案和申请许可",
        "who applies for the licence has to be a company (article 6 of the measures on licences), which a person is \
         not: to charge, found one, which files and applies itself",
    ))
}

fn ended(s: &Situation<'_>, key: &str, change: &Change) -> Vec<Demand> {
    let returns = change.new.is_none() && !s.service_on_file(key);
    if returns && s.old_service(key).is_some_and(|old| !old.ended.is_absent()) && !s.service_brought_in(key) {
        return vec![added(s, key, change)];
    }
    if change.new.is_none() || !s.service_on_file(key) {
        return vec![Demand::nothing(Reason::Record, change)];
    }
    let why = s.new_service(key).and_then(|service| service.ended.known()).and_then(|ended| ended.why.known());
    match why {
        Some(EndReason::MandateEnded) => vec![Demand::nothing(Reason::MandateEnded, change)],
        Some(EndReason::Migrated) => vec![migrate(s, key, change)],
        Some(EndReason::Deregistered) => end(s, key, change),
        None if s.ordered(key) == Some(Procedure::Migration) => vec![migrate(s, key, change)],
        None => end(s, key, change),
    }
}

/// A service passes to another subject.
pub(super) fn migrate(s: &Situation<'_>, key: &str, change: &Change) -> Demand {
    let scope = Scope::Service(key.to_owned());
    let app = s.service(key).and_then(|service| service.kind.known()).is_some_and(|kind| *kind != ServiceKind::Website);
    let again = [Procedure::DeregisterService, Procedure::AddService];
    if s.to_individual.contains(key) {
        let why = Words::fixed("服务不能迁移给个人主体", "a service cannot be migrated to a person");
        return Demand::never(Ban::new(why, &[HUAWEI_GUIDE.whole()]).route(&again), scope, change);
    }
    if app {
        let why = Words::fixed(
            "迁移只适用于网站，APP、小程序、快应用不能迁移",
            "only websites can be migrated; Apps, mini programs and quick apps cannot",
        );
        return Demand::never(Ban::new(why, &[HUAWEI_GUIDE.whole()]).route(&again), scope, change);
    }
    if s.decides(Topic::Migration).is_none() {
        let why = Words::fixed(
            "未见该省开放互联网信息服务迁移",
            "nothing tells that the province offers the migration of services",
        );
        let ban = Ban::new(why, &[HUAWEI_GUIDE.whole()]).route(&again).note(Words::fixed(
            "开放迁移的省份在增加，办理前向接入商或管局确认",
            "the number of provinces that offer it grows: ask the provider or the administration first",
        ));
        return Demand::never(ban, scope, change);
    }
    Demand::file(Procedure::Migration, scope, change, Timing::Free)
        .through(s.provider_of(key))
        .cite(HUAWEI_GUIDE.whole())
        .note(receiver_note())
}

const fn receiver_note() -> Words {
    Words::fixed(
        "接收方自备账号并已备案（或先首次备案），域名实名已改到接收方，双方都没有在途订单",
        "the receiver has an account and is on file, the domain's holder is the receiver already, and neither side \
         has an open order",
    )
}

/// A service ends.
pub(super) fn end(s: &Situation<'_>, key: &str, change: &Change) -> Vec<Demand> {
    if s.subject_ends() {
        return vec![Demand::nothing(Reason::EndsWithIt, change)];
    }
    if s.ordered(key) == Some(Procedure::DeregisterSubject) {
        let whole = Demand::file(Procedure::DeregisterSubject, Scope::Subject, change, Timing::AtTheEnd);
        return vec![whole.through(s.main_provider()).cite(MII_33.article(15))];
    }
    let demand = Demand::file(Procedure::DeregisterService, Scope::Service(key.to_owned()), change, Timing::AtTheEnd);
    vec![demand.through(s.provider_of(key)).cite(MII_33.article(15))]
}

fn whole(s: &Situation<'_>, key: &str, change: &Change) -> Vec<Demand> {
    if change.new.is_some() {
        return vec![added(s, key, change)];
    }
    if !s.service_on_file(key) || s.old_service(key).is_some_and(super::situation::over) {
        return vec![Demand::nothing(Reason::NotYetOnFile, change)];
    }
    let migrates = match s.ordered(key) {
        Some(asked) => asked == Procedure::Migration,
        None => s.moving_out.contains(key),
    };
    if migrates {
        return vec![migrate(s, key, change)];
    }
    let mut demands = end(s, key, change);
    for demand in demands.iter_mut().filter(|_| !s.subject_ends()) {
        demand.notes.push(Words::fixed(
            "记录不应直接删除：保留该服务，写明 ended 和依据订单",
            "records are not deleted: keep the service and say `ended` with the filing it rests on",
        ));
    }
    demands
}

fn added(s: &Situation<'_>, key: &str, change: &Change) -> Demand {
    if s.service_brought_in(key) || s.brought_in() {
        return Demand::nothing(Reason::BroughtIn, change);
    }
    if access::is_served_from_abroad(s, key) {
        return Demand::nothing(Reason::Abroad, change).cite(HUAWEI_GUIDE.whole());
    }
    let scope = Scope::Service(key.to_owned());
    let website = s.service(key).and_then(|service| service.kind.known()) == Some(&ServiceKind::Website);
    let several = s.service(key).is_some_and(|service| 1 < service.domains.items().len());
    if website && several && domains::one_domain_rule(s.today) {
        let ban = domains::beyond_the_notice(
            Ban::new(
                Words::fixed(
                    "2019-04-22 起一个网站只备一个域名，新网站不能报多个域名",
                    "since 2019-04-22 a website is filed with one domain; a new one cannot hold several",
                ),
                &[MIIT_633.whole()],
            ),
            s.may_be_licensed(key),
        )
        .route(&[Procedure::AddService])
        .note(Words::fixed("每个域名各报一个网站，各得一个服务备案号", "file a website for each domain"));
        return Demand::never(ban, scope, change);
    }
    let demand =
        |procedure| Demand::file(procedure, scope.clone(), change, Timing::BeforeService).through(s.provider_of(key));
    if !s.on_file() {
        return demand(Procedure::First);
    }
    if s.count_on_file() == 0 && s.decides(Topic::EmptySubjectDirectAdd).is_none() {
        let ban = Ban::new(
            Words::fixed(
                "主体名下没有服务，已成空壳；未见该省接受在空壳主体下直接新增服务",
                "the subject is an empty shell, and nothing tells that the province takes a new service under it",
            ),
            &[HUAWEI_GUIDE.whole()],
        )
        .route(&[Procedure::DeregisterEmptyShell, Procedure::First]);
        return Demand::never(ban, scope, change);
    }
    let migrates = match s.ordered(key) {
        Some(asked) => asked == Procedure::Migration,
        None => s.moving_in.contains(key),
    };
    if migrates {
        return Demand::file(Procedure::Migration, scope, change, Timing::Free)
            .through(s.provider_of(key))
            .cite(HUAWEI_GUIDE.whole())
            .note(receiver_note());
    }
    let mut demand = demand(Procedure::AddService);
    demand.notes.extend(elsewhere(s, key));
    if s.held_elsewhere.contains(key) || s.moving_in.contains(key) {
        demand.notes.push(Words::fixed(
            "该服务还在另一主体名下备案，须待那边注销后再新增",
            "the service is still on file under another subject and has to be deregistered there first",
        ));
    }
    if s.decides(Topic::MaxServices).and_then(|row| row.limit(0, false)).is_some_and(|most| most <= s.count_on_file()) {
        demand.notes.push(Words::fixed(
            "名下服务数已到该省上限，提交前先向管局确认",
            "the subject has as many services as the province takes: ask the administration first",
        ));
    }
    if s.row(Topic::DuplicateSubjectNumbers).is_some()
        && s.now().is_some_and(|now| !now.other_numbers.items().is_empty())
    {
        demand.notes.push(Words::fixed(
            "该省要求先注销同一主办单位多余的主体备案号",
            "the province wants other subject numbers of the same organiser given up first",
        ));
    }
    demand
}

/// What to choose at a provider where nothing of the subject is on file yet.
fn elsewhere(s: &Situation<'_>, key: &str) -> Option<Words> {
    let provider = s.provider_of(key)?;
    let known = s.running().iter().any(|other| s.serves(other, &provider));
    (!known).then(|| {
        words!(
            "主体的备案不在{provider}：在其控制台选“新增互联网信息服务（原备案不在本接入商）”",
            "the subject is on file through others than {provider}: choose there the new service of a record that is \
             not at this provider"
        )
    })
}
