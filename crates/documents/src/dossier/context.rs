//! What the template of a dossier prints: version 1 of its interface.

use super::facts::{DASH, Facts};
use super::filings::{FilingView, filings, open};
use super::findings::{self, FindingView, RuleView};
use super::history;
use super::input::{Audience, Commit, History};
use super::kept::Others;
use super::labels::Labels;
use super::papers::{PaperView, papers};
use super::provenance::{CommitView, commit, stamps};
use super::services::{DomainView, NumberView, ServerView, ServiceView, domains, numbers, servers, services};
use super::timeline::{Moment, timeline};
use super::todo::{DeadlineView, PendingView, Todo};
use beian_core::change::{Fact, PersonField, SubjectField};
use beian_core::filed::value_of;
use beian_core::model::layout;
use beian_core::procedure::administration;
use beian_core::record::{Plain, Vocabulary};
use beian_core::status::{Status, of_subject};
use beian_core::words;
use beian_core::words::{Lang, Words};
use minijinja::Value;
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Debug, Serialize)]
pub(super) struct Context {
    w: Value,
    id: String,
    name: String,
    audience: String,
    is_past: bool,
    is_sample: bool,
    is_revealed: bool,
    is_changed: bool,
    has_on_file: bool,
    in_git: bool,
    has_history: bool,
    stamps: Vec<[String; 2]>,
    overview: Vec<[String; 2]>,
    identity: Vec<Value>,
    numbers: Vec<NumberView>,
    licences: Vec<[String; 3]>,
    people: Vec<PersonView>,
    services: Vec<ServiceView>,
    domains: Vec<DomainView>,
    servers: Vec<ServerView>,
    filings: Vec<FilingView>,
    open: Vec<FilingView>,
    timeline: Vec<Moment>,
    papers: Vec<PaperView>,
    pending: Vec<PendingView>,
    findings: Vec<FindingView>,
    waived: Vec<FindingView>,
    adopted: Vec<FindingView>,
    deadlines: Vec<DeadlineView>,
    history: Vec<Value>,
    recorded: Vec<Value>,
    left_out: Vec<LeftOut>,
    rules: Vec<RuleView>,
    not_known: String,
    caveat: Option<String>,
    others: Value,
    other_rules: Value,
    commits: Vec<CommitView>,
}

#[derive(Debug, Serialize)]
struct PersonView {
    key: String,
    name: String,
    roles: String,
    facts: Vec<Value>,
}

#[derive(Debug, Serialize)]
struct LeftOut {
    of: String,
    facts: Vec<String>,
}

pub(super) fn context(facts: Facts<'_>, todo: Todo, others: Others) -> Context {
    let input = facts.input;
    let terms = &input.terms;
    let w = Labels::new(terms.lang);
    let history = input.history;
    let judged = findings::judged(facts);
    let Todo { pending, deadlines } = todo;
    Context {
        w: facts.kept.labels(terms.lang),
        id: input.subject.id.to_string(),
        name: organiser(facts),
        audience: facts.say(&audience(terms.audience)),
        is_past: terms.days.is_past(),
        is_sample: terms.sample,
        is_revealed: terms.reveal,
        is_changed: input.is_changed,
        // What a filing put on file that cannot be read, is there all the same.
        has_on_file: !input.on_file.facts.is_empty()
            || !input.on_file.numbers.is_empty()
            || input.subject.is_unread(layout::FILINGS),
        in_git: terms.in_git,
        has_history: history.is_some(),
        stamps: stamps(terms, &w),
        overview: overview(facts, &w, &deadlines),
        identity: facts.rows(IDENTITY.iter().map(|field| Fact::Subject(*field))),
        numbers: numbers(facts, "subject", &input.subject.particulars.value.numbers),
        licences: licences(facts),
        people: people(facts),
        services: services(facts),
        domains: domains(facts),
        servers: servers(facts),
        filings: filings(facts),
        open: open(facts),
        timeline: timeline(facts),
        papers: papers(facts),
        pending,
        findings: findings::findings(facts, input.findings),
        waived: findings::waived(facts),
        adopted: findings::findings(facts, input.adopted),
        deadlines,
        history: history.map_or_else(Vec::new, |history| history::filed(facts, history)),
        recorded: history.map_or_else(Vec::new, |history| history::recorded(facts, history)),
        left_out: left_out(facts),
        not_known: findings::not_known(facts),
        caveat: findings::caveat(facts, &judged),
        rules: judged,
        others: others.others,
        other_rules: others.table,
        commits: history.map_or_else(Vec::new, |history| commits(facts, history)),
    }
}

/// The commits that touched the subject. Of a past day those of that time, and later ones only
/// where they entered what was true then: what else they did is not told.
fn commits(facts: Facts<'_>, history: &History) -> Vec<CommitView> {
    let terms = &facts.input.terms;
    let cited: BTreeSet<usize> = history.filed.values().flatten().filter_map(|known| known.commit).collect();
    let mut found = Vec::new();
    for (at, one) in history.commits.iter().enumerate() {
        let by_then = one.committed.is_some_and(|day| day <= terms.days.as_of);
        if !terms.days.is_past() || by_then {
            found.push(commit(one, terms.lang));
        } else if cited.contains(&at) {
            found.push(commit(&Commit { summary: String::new(), ..one.clone() }, terms.lang));
        }
    }
    found
}

const IDENTITY: &[SubjectField] = &[
    SubjectField::Name,
    SubjectField::Nature,
    SubjectField::CertificateKind,
    SubjectField::CertificateNumber,
    SubjectField::CertificateRegion,
    SubjectField::CertificateAddress,
    SubjectField::CertificateValid,
    SubjectField::Region,
    SubjectField::BusinessScope,
    SubjectField::Address,
    SubjectField::Supervisor,
    SubjectField::LegalRepresentative,
    SubjectField::Principal,
    SubjectField::OtherNumbers,
    SubjectField::Remark,
    SubjectField::EndedOn,
    SubjectField::EndedWhy,
    SubjectField::EndedFiling,
];

/// The organiser's name on file, or else that of the records, be it asked for, or else the identity.
pub(super) fn organiser(facts: Facts<'_>) -> String {
    let on_file = facts.input.on_file.value(&Fact::Subject(SubjectField::Name)).and_then(Plain::as_text);
    let recorded = || facts.input.subject.particulars.value.name.known().map(|name| &**name);
    let id = &facts.input.subject.id;
    match on_file.or_else(recorded) {
        Some(name) => facts.mask.numbers(name),
        None if facts.input.terms.days.is_past() => {
            facts.say(&words!("{id}（当日名称不可证）", "{id} (its name on that day cannot be shown)"))
        }
        None => facts.mask.numbers(id),
    }
}

pub(super) const fn audience(audience: Audience) -> Words {
    match audience {
        Audience::Public => Words::fixed("公开", "everyone"),
        Audience::Auditor => Words::fixed("审计查验（个人信息已遮盖）", "auditors (people masked)"),
        Audience::Internal => Words::fixed("内部使用（个人号码已遮盖）", "the house itself (personal numbers masked)"),
    }
}

fn overview(facts: Facts<'_>, w: &Labels, deadlines: &[DeadlineView]) -> Vec<[String; 2]> {
    let input = facts.input;
    let day = input.terms.days.as_of;
    let unknown = || facts.say(&Words::fixed("地区没有记录，不能判断", "not known: no region is recorded"));
    let number = super::services::current(facts, "subject", &input.subject.particulars.value.numbers);
    let is_known = !input.subject.particulars.value.numbers.is_unknown();
    let none = if is_known { w.none } else { w.not_provable };
    let next = deadlines.iter().find(|deadline| !deadline.is_over());
    let mut rows = vec![
        [w.status.to_owned(), standing(facts, of_subject(input.subject, day))],
        [w.authority.to_owned(), administration(input.subject).map_or_else(unknown, |words| facts.say(&words))],
        [facts.say(&SubjectField::Numbers.words()), number.unwrap_or_else(|| none.to_owned())],
        [w.services.to_owned(), super::services::count(facts)],
        [w.findings.to_owned(), findings::counts(facts, w)],
    ];
    rows.extend(next.map(|next| [facts.say(&Words::fixed("最近时限", "next deadline")), next.line()]));
    rows.push([w.audience.to_owned(), facts.say(&audience(input.terms.audience))]);
    rows
}

/// Where something stands. That nothing was on file or under way on a past day, or while filings
/// cannot be read, nothing shows.
pub(super) fn standing(facts: Facts<'_>, status: Status) -> String {
    let is_shown = status != Status::Unfiled || facts.tells_of_nothing();
    if is_shown { facts.say(&status.words()) } else { Labels::new(facts.input.terms.lang).not_provable.to_owned() }
}

fn licences(facts: Facts<'_>) -> Vec<[String; 3]> {
    let text = |text: Option<String>| text.filter(|text| !text.is_empty()).unwrap_or_else(|| DASH.to_owned());
    let one = |licence: &beian_core::model::Licence| {
        let valid = licence.valid.known();
        let from = valid.and_then(|valid| valid.from.known()).map(ToString::to_string);
        let until = valid.and_then(|valid| valid.until.known()).map(ToString::to_string);
        let to = match facts.input.terms.lang {
            Lang::Zh => " 至 ",
            Lang::En => " to ",
        };
        let term: Vec<String> = [from, until].into_iter().flatten().collect();
        [
            text(licence.kind.known().map(|kind| kind.term().to_owned())),
            text(licence.number.known().map(|number| facts.mask.numbers(number))),
            text(Some(term.join(to))),
        ]
    };
    facts.input.subject.particulars.value.licences.items().iter().map(|licence| one(&licence.value)).collect()
}

fn people(facts: Facts<'_>) -> Vec<PersonView> {
    let on_file = facts.input.on_file.facts.keys();
    let filed = on_file.filter_map(|fact| fact.strip_prefix("people/")?.split('/').next());
    let keys: BTreeSet<&str> = facts.input.subject.people.iter().map(|(key, _)| key).chain(filed).collect();
    let fields = PersonField::ALL.iter().filter(|field| **field != PersonField::Whole);
    let one = |key: &str| PersonView {
        key: key.to_owned(),
        name: facts.person(key),
        roles: roles(facts, key),
        facts: facts.rows(fields.clone().map(|field| Fact::Person(key.into(), *field))),
    };
    keys.into_iter().map(one).collect()
}

/// What a person is to the subject and its services.
fn roles(facts: Facts<'_>, key: &str) -> String {
    let input = facts.input;
    let is = |fact: Fact| {
        let on_file = input.on_file.value(&fact).and_then(Plain::as_text) == Some(key);
        on_file || value_of(input.subject, &fact).is_some_and(|value| value.as_text() == Some(key))
    };
    let mut roles = Vec::new();
    for field in [SubjectField::LegalRepresentative, SubjectField::Principal] {
        if is(Fact::Subject(field)) {
            roles.push(facts.say(&field.words()));
        }
    }
    for service in super::services::keys(facts) {
        if is(Fact::Service(service.as_str().into(), beian_core::change::ServiceField::Principal)) {
            let name = super::services::name(facts, &service);
            roles.push(match input.terms.lang {
                Lang::Zh => format!("{name}的服务负责人"),
                Lang::En => format!("principal of {name}"),
            });
        }
    }
    if roles.is_empty() { DASH.to_owned() } else { roles.join("、") }
}

/// What is left out of a past day, by what it is about.
fn left_out(facts: Facts<'_>) -> Vec<LeftOut> {
    let mut found: Vec<LeftOut> = Vec::new();
    for spelled in facts.input.left_out {
        let Some(fact) = Fact::parse(spelled) else { continue };
        let label = facts.say(&fact.words());
        let mut parts = spelled.splitn(3, '/');
        let file = parts.next().unwrap_or_default();
        let of =
            if file == "subject" { file.to_owned() } else { format!("{file}/{}", parts.next().unwrap_or_default()) };
        match found.last_mut().filter(|last| last.of == of) {
            Some(last) => last.facts.push(label),
            None => found.push(LeftOut { of, facts: vec![label] }),
        }
    }
    found
}
