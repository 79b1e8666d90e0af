//! Numbers, services, domains and servers.

use super::facts::{DASH, Facts};
use super::labels::Labels;
use beian_core::change::{Fact, ServerField, ServiceField};
use beian_core::model::{Domain, NumberHeld, Service, layout};
use beian_core::numbers::PoliceNumber;
use beian_core::plan::page::{MIIT, POLICE};
use beian_core::procedure::shows_subject_number;
use beian_core::record::{Placed, Plain, Shown, Slot};
use beian_core::status::of_service;
use beian_core::vocabulary::{HolderRelation, ServiceKind};
use beian_core::words;
use beian_core::words::Words;
use minijinja::Value;
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Debug, Serialize)]
pub(super) struct ServiceView {
    key: String,
    name: String,
    status: String,
    facts: Vec<Value>,
    numbers: Vec<NumberView>,
    police: Vec<Value>,
    display: Vec<Display>,
}

#[derive(Debug, Serialize)]
pub(super) struct NumberView {
    of: String,
    number: String,
    from: String,
    to: String,
    basis: String,
    on_file: String,
}

#[derive(Debug, Serialize)]
struct Display {
    what: String,
    number: String,
    link: String,
    place: String,
    state: String,
}

#[derive(Debug, Serialize)]
pub(super) struct DomainView {
    domain: String,
    services: String,
    registered: String,
    verified: String,
    holder: String,
    registrar: String,
    expires: String,
    state: String,
}

#[derive(Debug, Serialize)]
pub(super) struct ServerView {
    key: String,
    facts: Vec<Value>,
}

const FACTS: &[ServiceField] = &[
    ServiceField::Kind,
    ServiceField::Name,
    ServiceField::NameProof,
    ServiceField::Domains,
    ServiceField::Home,
    ServiceField::Access,
    ServiceField::Content,
    ServiceField::Category,
    ServiceField::Commercial,
    ServiceField::Approvals,
    ServiceField::Languages,
    ServiceField::Principal,
    ServiceField::Platforms,
    ServiceField::Icon,
    ServiceField::Sdks,
    ServiceField::Stores,
    ServiceField::ShownSince,
    ServiceField::ShownAt,
    ServiceField::Owner,
    ServiceField::Opened,
    ServiceField::Closed,
    ServiceField::Remark,
    ServiceField::EndedOn,
    ServiceField::EndedWhy,
    ServiceField::EndedFiling,
];

const POLICE_FACTS: &[ServiceField] = &[
    ServiceField::PoliceApplied,
    ServiceField::PoliceApproved,
    ServiceField::PoliceNumber,
    ServiceField::PoliceShown,
    ServiceField::PoliceEnded,
];

/// The keys of the services that are on file or in the records.
pub(super) fn keys(facts: Facts<'_>) -> BTreeSet<String> {
    let on_file = facts.input.on_file.facts.keys();
    let filed = on_file.filter_map(|fact| fact.strip_prefix("services/")?.split('/').next());
    facts.input.subject.services.iter().map(|(key, _)| key).chain(filed).map(str::to_owned).collect()
}

/// How many services there are. That there were none on a past day, or no others, nothing shows.
pub(super) fn count(facts: Facts<'_>) -> String {
    match keys(facts).len() {
        0 if facts.input.terms.days.is_past() => Labels::new(facts.input.terms.lang).not_provable.to_owned(),
        known => known.to_string(),
    }
}

pub(super) fn services(facts: Facts<'_>) -> Vec<ServiceView> {
    keys(facts).iter().map(|key| service(facts, key)).collect()
}

fn service(facts: Facts<'_>, key: &str) -> ServiceView {
    let input = facts.input;
    let recorded = input.subject.services.get(key).map(|service| &service.value);
    let fact = |field: &ServiceField| Fact::Service(key.into(), *field);
    let status = of_service(input.subject, key, input.terms.days.as_of);
    ServiceView {
        key: key.to_owned(),
        name: name(facts, key),
        status: super::context::standing(facts, status),
        facts: facts.rows(FACTS.iter().map(fact)),
        numbers: recorded.map_or_else(Vec::new, |service| numbers(facts, &format!("services/{key}"), &service.numbers)),
        police: facts.rows(POLICE_FACTS.iter().map(fact)),
        display: recorded
            .filter(|service| service.is_live(input.terms.days.as_of))
            .map_or_else(Vec::new, |service| display(facts, key, service)),
    }
}

/// The name on file, or else that of the records, or else the key.
pub(super) fn name(facts: Facts<'_>, key: &str) -> String {
    let on_file = facts.input.on_file.value(&Fact::Service(key.into(), ServiceField::Name)).and_then(Plain::as_text);
    let recorded = || facts.input.subject.services.get(key)?.value.name.known().map(|name| &**name);
    facts.mask.numbers(on_file.or_else(recorded).unwrap_or(key))
}

/// Numbers held by the records, and whether a filing on file granted them; then what was
/// granted and stands in no record.
pub(super) fn numbers(facts: Facts<'_>, of: &str, held: &Slot<Vec<Placed<NumberHeld>>>) -> Vec<NumberView> {
    let granted = facts.input.on_file.numbers.get(of);
    let text = |text: Option<String>| text.unwrap_or_else(|| DASH.to_owned());
    let mut found: Vec<NumberView> = held
        .items()
        .iter()
        .map(|held| {
            let held = &held.value;
            let number = held.number.known().map_or("", |number| &**number);
            let is_granted = granted.is_some_and(|granted| granted.value.as_text() == Some(number));
            let state = match (is_granted, held.until.is_absent()) {
                (true, _) => Words::fixed("在档", "on file"),
                (false, _) if held.number.is_faulty() => Words::fixed("读不出来", "cannot be read"),
                (false, true) if facts.input.subject.is_unread(layout::FILINGS) => {
                    Words::fixed("有订单没有读全，不可证", "cannot be shown: a filing could not be read whole")
                }
                (false, true) => Words::fixed("仅见于记录", "records only"),
                (false, false) => Words::fixed("已停用", "no longer"),
            };
            NumberView {
                of: of.to_owned(),
                number: if number.is_empty() { DASH.to_owned() } else { facts.mask.numbers(number) },
                from: text(held.from.known().map(ToString::to_string)),
                to: text(held.until.known().map(ToString::to_string)),
                basis: text(held.filing.known().map(ToString::to_string)),
                on_file: facts.say(&state),
            }
        })
        .collect();
    if let Some(granted) = granted
        && let Some(number) = granted.value.as_text()
        && !held.items().iter().any(|held| held.value.number.known().is_some_and(|held| &**held == number))
    {
        found.push(NumberView {
            of: of.to_owned(),
            number: facts.mask.numbers(number),
            from: text(granted.since.map(|since| since.to_string())),
            to: DASH.to_owned(),
            basis: granted.filing.to_string(),
            on_file: facts.say(&Words::fixed("在档，记录没有", "on file, not in the records")),
        });
    }
    found
}

/// The number that stands for something: the one on file, or else the last one in use.
pub(super) fn current(facts: Facts<'_>, of: &str, held: &Slot<Vec<Placed<NumberHeld>>>) -> Option<String> {
    let granted = facts.input.on_file.numbers.get(of).and_then(|held| held.value.as_text());
    let recorded = || {
        let mut in_use = held.items().iter().filter(|held| held.value.until.is_absent());
        in_use.next_back()?.value.number.known().map(|number| &**number)
    };
    granted.or_else(recorded).map(|number| facts.mask.numbers(number))
}

fn display(facts: Facts<'_>, key: &str, service: &Service) -> Vec<Display> {
    let subject = facts.input.subject;
    let place = facts.say(&match service.kind.known() {
        Some(ServiceKind::Website) => Words::fixed("首页底部", "the foot of the home page"),
        Some(_) => Words::fixed("应用内的设置、介绍等显著位置", "in the App, at settings or about"),
        None => Words::fixed(
            "网站在首页底部，应用在设置、介绍等显著位置（服务类型不可证）",
            "the foot of the home page, or in the App: the kind of the service cannot be shown",
        ),
    });
    let number = if shows_subject_number(facts.input.terms.tables, subject, facts.input.terms.days.as_of) {
        current(facts, "subject", &subject.particulars.value.numbers)
    } else {
        current(facts, &format!("services/{key}"), &service.numbers)
    };
    let mut found = Vec::new();
    found.extend(number.map(|number| Display {
        what: facts.say(&Words::fixed("ICP 备案号", "filing number")),
        number,
        link: MIIT.to_owned(),
        place: place.clone(),
        state: match service.opened.known() {
            Some(opened) => facts.say(&words!("{opened} 开通起应展示", "since the opening on {opened}")),
            None => facts.say(&Words::fixed("开通之日起应展示", "from the opening on")),
        },
    }));
    let Some(number) = service.police.known().and_then(|police| police.number.known()) else { return found };
    let code = PoliceNumber::parse(number).number.map(|number| number.code().to_string());
    let shown = service.police.known().and_then(|police| police.shown.known()).copied();
    found.push(Display {
        what: facts.say(&Words::fixed("公安备案号", "police number")),
        number: facts.mask.numbers(number),
        link: code.map_or_else(|| DASH.to_owned(), |code| format!("{POLICE}{code}")),
        place,
        state: facts.say(&match shown {
            Some(Shown::Since(day)) => words!("{day} 起已展示", "shown since {day}"),
            Some(Shown::Flag(true)) => Words::fixed("已展示，起始日期没有记录", "shown, since when is not recorded"),
            Some(Shown::Flag(false)) => Words::fixed("没有展示", "not shown"),
            None => Words::fixed("是否展示没有记录", "whether it is shown is not recorded"),
        }),
    });
    found
}

pub(super) fn domains(facts: Facts<'_>) -> Vec<DomainView> {
    facts.input.subject.domains.iter().map(|(key, domain)| one_domain(facts, key, &domain.value)).collect()
}

fn one_domain(facts: Facts<'_>, key: &str, domain: &Domain) -> DomainView {
    let services = facts.input.subject.services.iter();
    let used = services.filter(|(_, service)| service.value.domains.items().iter().any(|used| &*used.value == key));
    let used: Vec<String> = used.map(|(key, _)| name(facts, key)).collect();
    let day = |slot: &Slot<beian_core::day::Day>| slot.known().map_or_else(|| DASH.to_owned(), ToString::to_string);
    let holder = domain.holder.known();
    let relation = holder.and_then(|holder| holder.relation.known()).copied();
    let holder_name = holder.and_then(|holder| holder.name.known()).map(|name| match relation {
        Some(HolderRelation::Organiser) => facts.mask.numbers(name),
        Some(_) | None => facts.mask.text(name),
    });
    let relation_term = relation.map(beian_core::record::Vocabulary::term);
    let state = domain.left.known().map(|left| facts.say(&words!("{left} 停止使用", "given up on {left}")));
    DomainView {
        domain: key.to_owned(),
        services: if used.is_empty() { DASH.to_owned() } else { used.join("、") },
        registered: day(&domain.registered),
        verified: day(&domain.verified),
        holder: match (holder_name, relation_term) {
            (Some(name), Some(term)) => format!("{name}（{term}）"),
            (Some(name), None) => name,
            (None, _) => DASH.to_owned(),
        },
        registrar: domain.registrar.known().map_or_else(|| DASH.to_owned(), |name| facts.mask.text(name)),
        expires: day(&domain.expires),
        state: state.unwrap_or_else(|| facts.say(&Words::fixed("在用", "in use"))),
    }
}

pub(super) fn servers(facts: Facts<'_>) -> Vec<ServerView> {
    let fields = ServerField::ALL.iter().filter(|field| **field != ServerField::Whole);
    let rows = |key: &str| facts.rows(fields.clone().map(|field| Fact::Server(key.into(), *field)));
    let on_file = facts.input.on_file.facts.keys();
    let filed = on_file.filter_map(|fact| fact.strip_prefix("servers/")?.split('/').next());
    let keys: BTreeSet<&str> = facts.input.subject.servers.iter().map(|(key, _)| key).chain(filed).collect();
    keys.into_iter().map(|key| ServerView { key: key.to_owned(), facts: rows(key) }).collect()
}
