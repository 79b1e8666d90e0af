//! What several records show of one subject, settled to one value a fact.

use super::answer::Answer;
use super::row::Row;
use beian_core::day::When;
use beian_core::names::DomainName;
use beian_core::numbers::{RecordNumber, ServiceKind};
use beian_core::words;
use beian_core::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// Two answers that show different values of one fact. The later one was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The fact, from the subject's folder on.
    pub fact: String,
    /// The value that was kept.
    pub kept: String,
    /// The file that shows it.
    pub kept_from: String,
    /// The value that was not.
    pub dropped: String,
    /// The file that shows it.
    pub dropped_from: String,
}

/// A record in its answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) row: &'a Row,
    pub(super) answer: &'a Answer,
}

/// What is shown of a subject.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub(super) number: String,
    pub(super) name: Option<String>,
    pub(super) nature: Option<String>,
    pub(super) region: Option<String>,
    pub(super) services: BTreeMap<String, ShownService>,
    /// The latest change among all records.
    pub(super) updated: Option<When>,
}

/// What is shown of a service.
#[derive(Debug, Default)]
pub(super) struct ShownService {
    pub(super) number: String,
    pub(super) kind: Option<ServiceKind>,
    pub(super) title: Option<String>,
    pub(super) domains: Vec<String>,
    /// What is shown in a domain's place and is none.
    pub(super) other_domains: Vec<String>,
    pub(super) home: Option<String>,
    pub(super) contents: Option<Vec<String>>,
    pub(super) limited: Option<String>,
    pub(super) updated: Option<When>,
}

/// What settling had to say.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    pub(super) conflicts: Vec<Conflict>,
    pub(super) notes: BTreeSet<Words>,
}

/// Sorts records so that the later one comes later, whatever the order of the files.
pub(super) fn sort(seen: &mut [Seen<'_>]) {
    seen.sort_by(|a, b| order(a).cmp(&order(b)));
}

fn order<'a>(seen: &Seen<'a>) -> impl Ord + use<'a> {
    let answer = seen.answer;
    (seen.row.age(), answer.day, &*answer.source, &*answer.sha256, seen.row.domain.as_deref())
}

/// Settles sorted records of one subject.
pub(super) fn settle(number: &RecordNumber, seen: &[Seen<'_>], remarks: &mut Remarks) -> Shown {
    let text = |value: &Option<String>| value.clone();
    let mut shown = Shown {
        number: number.to_string(),
        name: latest("subject/name", seen, |row| text(&row.name), remarks),
        nature: latest("subject/nature", seen, |row| text(&row.nature), remarks),
        region: latest("subject/region", seen, |row| text(&row.region), remarks),
        services: BTreeMap::new(),
        updated: updated(seen),
    };
    let mut services: BTreeMap<RecordNumber, Vec<Seen<'_>>> = BTreeMap::new();
    for one in seen {
        remarks.notes.extend(one.row.notes.iter().cloned());
        if let Some(service) = one.row.service {
            services.entry(service).or_default().push(*one);
        }
    }
    for (number, seen) in &services {
        let key = service_key(number);
        let service = settle_service(&key, number, seen, remarks);
        shown.services.insert(key, service);
    }
    shown
}

fn settle_service(key: &str, number: &RecordNumber, seen: &[Seen<'_>], remarks: &mut Remarks) -> ShownService {
    let fact = |field: &str| format!("services/{key}/{field}");
    let limited = latest(&fact("limit_access"), seen, |row| row.limited.clone(), remarks);
    if limited.as_deref() == Some("是") {
        remarks.notes.insert(words!(
            "{number} 被管局标为限制接入，只写入观察",
            "the registry marks {number} as limited in access; only the observation holds it"
        ));
    }
    let (domains, other_domains) = domains(number, seen, remarks);
    ShownService {
        number: number.to_string(),
        kind: number.service_kind(),
        title: latest(&fact("name"), seen, |row| row.title.clone(), remarks),
        domains,
        other_domains,
        home: latest(&fact("home"), seen, |row| row.home.clone(), remarks),
        contents: latest(&fact("approvals"), seen, |row| row.contents.as_ref().map(|kinds| kinds.join("、")), remarks)
            .map(|kinds| kinds.split('、').filter(|kind| !kind.is_empty()).map(str::to_owned).collect()),
        limited,
        updated: updated(seen),
    }
}

/// The key of a service in services.yaml: `web-5`, `mini-1626`.
fn service_key(number: &RecordNumber) -> String {
    let kind = match number.service_kind() {
        Some(ServiceKind::App) => "app",
        Some(ServiceKind::MiniProgram) => "mini",
        Some(ServiceKind::QuickApp) => "quick",
        Some(ServiceKind::Website) | None => "web",
    };
    format!("{kind}-{}", number.service_index().unwrap_or_default())
}

fn updated(seen: &[Seen<'_>]) -> Option<When> {
    seen.iter().rev().find_map(|one| one.row.updated)
}

/// The value of the latest record that has one; other values are conflicts.
fn latest(
    fact: &str,
    seen: &[Seen<'_>],
    value: impl Fn(&Row) -> Option<String>,
    remarks: &mut Remarks,
) -> Option<String> {
    let mut values = seen.iter().rev().filter_map(|one| Some((value(one.row)?, &one.answer.source)));
    let (kept, kept_from) = values.next()?;
    let others: BTreeSet<_> = values.filter(|(value, _)| *value != kept).collect();
    remarks.conflicts.extend(others.into_iter().map(|(dropped, dropped_from)| Conflict {
        fact: fact.to_owned(),
        kept: kept.clone(),
        kept_from: kept_from.clone(),
        dropped,
        dropped_from: dropped_from.clone(),
    }));
    Some(kept)
}

/// The domains of a service, which has a record for each: all of them are kept. Beside them,
/// what stands in a domain's place and is none, such as an address.
fn domains(number: &RecordNumber, seen: &[Seen<'_>], remarks: &mut Remarks) -> (Vec<String>, Vec<String>) {
    let (mut domains, mut others) = (BTreeSet::new(), BTreeSet::new());
    for text in seen.iter().filter_map(|one| one.row.domain.as_deref()) {
        if let Ok(domain) = DomainName::parse(text) {
            domains.insert(domain.readable().to_owned());
        } else if others.insert(text.to_owned()) {
            remarks.notes.insert(words!(
                "{number} 的“{text}”不是域名，只写入观察",
                "`{text}`, shown as the domain of {number}, is none; only the observation holds it"
            ));
        }
    }
    let files: BTreeSet<_> = seen.iter().map(|one| &*one.answer.sha256).collect();
    if 1 < domains.len() && 1 < files.len() {
        let count = domains.len();
        remarks.notes.insert(words!(
            "{number} 在不同应答里共有 {count} 个域名，都已收录；请核对是否都还在用",
            "the answers show {count} domains of {number}; all were taken, so check that each is still in use"
        ));
    }
    (domains.into_iter().collect(), others.into_iter().collect())
}
