//! What an order does besides changing the record: what goes dark, what stays behind.

use super::domains;
use super::join::Order;
use super::situation::{Situation, known, province_of, service_number};
use super::verdict::{Effect, EffectKind};
use crate::change::{Fact, Route, ServiceField, SubjectField};
use crate::tables::Demand as Topic;
use crate::vocabulary::{PeriodKind, Procedure};
use crate::words;
use crate::words::Words;
use std::collections::BTreeSet;

/// The effects of a procedure on these services.
pub(super) fn effects(s: &Situation<'_>, order: &Order, procedure: Procedure) -> BTreeSet<Effect> {
    let services: Vec<String> = order.services().into_iter().collect();
    let mut found = BTreeSet::new();
    match procedure {
        Procedure::DeregisterSubject => subject_ends(s, &mut found),
        Procedure::DeregisterService => {
            services.iter().for_each(|key| service_ends(s, key, &mut found));
            left_empty(s, order, &mut found);
        }
        Procedure::DeregisterEmptyShell => shell_ends(&mut found),
        Procedure::CancelAccess => services.iter().for_each(|key| access_ends(s, key, &mut found)),
        Procedure::AddAccess => services.iter().for_each(|key| {
            let words =
                Words::fixed("备案号不变，页面底部不用改", "the number stays, and so does the foot of the page");
            found.insert(effect(EffectKind::NumberStays, &format!("services/{key}"), words));
        }),
        Procedure::Migration => services.iter().for_each(|key| migrated(s, key, &mut found)),
        Procedure::ChangeProvince => s.running().iter().for_each(|key| new_number(key, &mut found)),
        Procedure::ChangeSubject | Procedure::ChangeService | Procedure::ChangeBoth | Procedure::ChangeAccess => {
            changed(s, order, &mut found);
        }
        Procedure::First | Procedure::AddService => opened(s, &services, &mut found),
        Procedure::DeregisterOther | Procedure::Transfer | Procedure::Claim | Procedure::Existing => {}
    }
    found
}

/// The effects of the first lawful route, where it begins with an end.
pub(super) fn of_route(s: &Situation<'_>, order: &Order, steps: &[Procedure]) -> BTreeSet<Effect> {
    let mut found = BTreeSet::new();
    for step in steps {
        match step {
            Procedure::DeregisterSubject => subject_ends(s, &mut found),
            Procedure::DeregisterService => order.services().iter().for_each(|key| service_ends(s, key, &mut found)),
            Procedure::Migration => {
                let named = order.services();
                let all: Vec<String> = if named.is_empty() { s.running() } else { named.into_iter().collect() };
                all.iter().for_each(|key| new_number(key, &mut found));
            }
            Procedure::DeregisterEmptyShell => shell_ends(&mut found),
            // These end nothing and give no other number.
            Procedure::First
            | Procedure::AddService
            | Procedure::AddAccess
            | Procedure::ChangeSubject
            | Procedure::ChangeService
            | Procedure::ChangeBoth
            | Procedure::ChangeAccess
            | Procedure::ChangeProvince
            | Procedure::DeregisterOther
            | Procedure::CancelAccess
            | Procedure::Transfer
            | Procedure::Claim
            | Procedure::Existing => {}
        }
    }
    found
}

fn effect(kind: EffectKind, of: &str, words: Words) -> Effect {
    Effect { kind, of: of.to_owned(), words }
}

fn shell_ends(found: &mut BTreeSet<Effect>) {
    let words = Words::fixed("主体备案号失效，不再恢复", "the subject number ends for good");
    found.insert(effect(EffectKind::NumberEnds, "subject", words));
}

fn subject_ends(s: &Situation<'_>, found: &mut BTreeSet<Effect>) {
    let keys = s.old.into_iter().flat_map(|old| old.services.iter().map(|(key, _)| key));
    let keys: Vec<String> = keys.map(|key| s.changes.new_key(crate::change::KeyOf::Service, key).to_owned()).collect();
    for key in
        keys.iter().filter(|key| s.service_on_file(key) && !s.old_service(key).is_some_and(super::situation::over))
    {
        service_ends(s, key, found);
    }
    let words = Words::fixed(
        "主体备案号和名下全部服务备案号一并失效，不能恢复；再开办按首次备案",
        "the subject number and all service numbers end for good; whoever opens again files anew",
    );
    found.insert(effect(EffectKind::NumberEnds, "subject", words));
}

fn service_ends(s: &Situation<'_>, key: &str, found: &mut BTreeSet<Effect>) {
    let of = format!("services/{key}");
    let Some(service) = s.old_service(key).or_else(|| s.new_service(key)) else { return };
    let names = names(&domains::of(Some(service)));
    let label = known(&service.name).unwrap_or(key);
    found.insert(effect(EffectKind::Dark, &of, words!("{label} 停止访问：{names}", "{label} goes dark: {names}")));
    if let Some(number) = service_number(service) {
        found.insert(effect(
            EffectKind::NumberEnds,
            &of,
            words!("{number} 失效，不再核发给任何服务", "{number} ends and is never granted again"),
        ));
        found.insert(effect(
            EffectKind::Footer,
            &of,
            words!("撤下页面或 APP 内展示的 {number}", "take {number} off pages and Apps"),
        ));
    }
}

fn names(domains: &BTreeSet<String>) -> String {
    if domains.is_empty() { "-".to_owned() } else { domains.iter().cloned().collect::<Vec<_>>().join("、") }
}

/// What the province does with a subject whose last service goes.
fn left_empty(s: &Situation<'_>, order: &Order, found: &mut BTreeSet<Effect>) {
    let going = order.services();
    if s.running().iter().any(|key| !going.contains(key)) {
        return;
    }
    let words = if s.decides(Topic::EmptySubjectDirectAdd).is_some() {
        Words::fixed(
            "最后一项服务注销后主体成为空壳主体；该省接受在空壳主体下直接新增服务，长期空置会被管局清理",
            "with its last service gone the subject is an empty shell; the province takes new services under it, but \
             clears shells in time",
        )
    } else {
        Words::fixed(
            "最后一项服务注销后主体成为空壳主体，由管局公告后清理；再开办须先注销空壳主体、再首次备案。\
             不再开办的可直接注销主体",
            "with its last service gone the subject is an empty shell, which the administration clears after a notice; \
             to open again, cancel the shell and file anew. Who stops for good can deregister the subject instead",
        )
    };
    found.insert(effect(EffectKind::EmptyShell, "subject", words));
}

fn access_ends(s: &Situation<'_>, key: &str, found: &mut BTreeSet<Effect>) {
    let of = format!("services/{key}");
    let open = s.new_service(key).map(Route::all).unwrap_or_default().into_iter().any(|route| !route.ends);
    let (kind, words) = if open {
        (
            EffectKind::NumberStays,
            Words::fixed("备案号保留，在其余接入商处继续有效", "the number stays in force at the other provider"),
        )
    } else {
        (
            EffectKind::EmptyShell,
            Words::fixed(
                "备案号暂存，但服务没有接入商即为空壳网站（APP），管局公告后删除",
                "the number survives for now, but a service without a provider is an empty shell, which the \
                 administration deletes after a notice",
            ),
        )
    };
    found.insert(effect(kind, &of, words));
}

fn migrated(s: &Situation<'_>, key: &str, found: &mut BTreeSet<Effect>) {
    new_number(key, found);
    if s.service_on_file(key) && s.running().iter().all(|other| other == key) {
        let words = Words::fixed(
            "最后一项服务迁出后，原主体随之注销或成为空壳主体，由管局处理",
            "with its last service gone the old subject is cancelled or an empty shell",
        );
        found.insert(effect(EffectKind::EmptyShell, "subject", words));
    }
}

fn new_number(key: &str, found: &mut BTreeSet<Effect>) {
    let words = Words::fixed(
        "核发新号码，页面底部换成新号码；旧号码不再使用",
        "a new number is granted and takes the place of the old one at the foot of pages",
    );
    found.insert(effect(EffectKind::Footer, &format!("services/{key}"), words));
}

fn changed(s: &Situation<'_>, order: &Order, found: &mut BTreeSet<Effect>) {
    for demand in &order.demands {
        match &demand.change.fact {
            Fact::Service(key, ServiceField::Domains) => {
                let (old, new) = (domains::of(s.old_service(key)), domains::of(s.new_service(key)));
                for name in old.difference(&new) {
                    let words = words!("{name} 不再属于本备案，停止解析到境内服务器", "{name} goes dark");
                    found.insert(effect(EffectKind::Dark, &format!("domains/{name}"), words));
                }
            }
            Fact::Domain(key, _) => {
                let words = words!("{key} 不再属于本备案，停止解析到境内服务器", "{key} goes dark");
                found.insert(effect(EffectKind::Dark, &format!("domains/{key}"), words));
            }
            Fact::Subject(SubjectField::Name) => also(
                found,
                Words::fixed(
                    "公安联网备案、经营许可证和页面上的主办单位名称另行变更",
                    "the filing with the police, licences and pages that show the name are changed too",
                ),
            ),
            _ => {}
        }
    }
}

fn also(found: &mut BTreeSet<Effect>, words: Words) {
    found.insert(effect(EffectKind::Also, "subject", words));
}

fn opened(s: &Situation<'_>, services: &[String], found: &mut BTreeSet<Effect>) {
    let bare = s.decides(Topic::FooterNumber).is_some_and(|row| row.value == "subject");
    for key in services {
        let of = format!("services/{key}");
        let footer = if bare {
            Words::fixed(
                "通过后在页面底部标明主体备案号（该省不带后缀）并链接 https://beian.miit.gov.cn",
                "after the approval show the subject number (without suffix in this province), linked to \
                 https://beian.miit.gov.cn",
            )
        } else {
            Words::fixed(
                "通过后在页面底部或 APP 内标明服务备案号并链接 https://beian.miit.gov.cn",
                "after the approval show the service number, linked to https://beian.miit.gov.cn",
            )
        };
        found.insert(effect(EffectKind::Footer, &of, footer));
        if let Some(period) = s.tables.period(PeriodKind::PoliceFiling, "", s.today) {
            let Words { zh, en } = period.words();
            let police = words!("开通之日起 {zh}内办理公安联网备案", "file with the police within {en} of the opening");
            found.insert(effect(EffectKind::Also, &of, police));
        }
    }
}

/// Whether the subject has a province at all; without one no authority can be named.
pub(super) fn authority(s: &Situation<'_>) -> Option<Words> {
    s.province().and_then(|province| province.administration())
}

/// The authority to which a subject that moved away comes.
pub(super) fn next_authority(s: &Situation<'_>) -> Option<Words> {
    let new = s.new.and_then(province_of)?;
    (s.province()?.code != new.code).then(|| new.administration()).flatten()
}
