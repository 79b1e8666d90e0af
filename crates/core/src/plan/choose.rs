//! Which order a plan is about, and what it covers.

use super::step::{Group, Step};
use super::{Asked, is_decided};
use crate::model::{Filing, Service};
use crate::progress::{Phase, Progress};
use crate::record::Vocabulary;
use crate::rule::Case;
use crate::rules::orders;
use crate::status::Status;
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;

/// The order of a plan.
pub(super) struct Chosen<'s> {
    pub(super) procedure: Procedure,
    pub(super) group: Group,
    pub(super) covers: Vec<String>,
    /// The keys of the services that it is about.
    pub(super) services: Vec<&'s str>,
    /// The order that is recorded.
    pub(super) order: Option<&'s Filing>,
    pub(super) now: Progress<'s>,
}

/// The order that is meant.
pub(super) fn choose<'s>(case: &Case<'s>, stages: &[Progress<'s>], asked: &Asked<'_>) -> Result<Chosen<'s>, Words> {
    let of = |service: Option<&str>| stages.iter().find(|one| one.service == service);
    let subject = of(None).ok_or_else(|| Words::fixed("没有这个主体", "there is no such subject"))?;
    let row = match asked.service {
        Some(key) => of(Some(key)).ok_or_else(|| no_service(case, key))?,
        None => first(case, stages, subject, asked.procedure),
    };
    let filing = |stem: &str| case.subject.filings.iter().find(|dated| &*dated.stem == stem);
    let order = row.order.and_then(filing).map(|dated| &dated.record.value);
    let under_way = order.and_then(|order| order.procedure.known()).copied();
    let procedure = asked.procedure.or(under_way).or_else(|| next(case, subject, row));
    let procedure = procedure.ok_or_else(|| nothing(row))?;
    let group = Group::of(procedure).ok_or_else(|| {
        let term = procedure.term();
        words!("{term}不经管局，没有步骤可列", "{term} does not reach the administration: there are no steps")
    })?;
    fits(subject, row, procedure)?;
    let order = order.filter(|_| under_way == Some(procedure));
    let order = order.or_else(|| approved(case, row, procedure));
    let services = services(case, stages, asked, procedure, row)?;
    let covers = covers(procedure, subject, &services, order);
    let mut now = row.clone();
    if order.is_none() && !(group == Group::Opens && (is_decided(now.phase) || !is_on_file(row.status))) {
        // What it has come to is of another order, or of none.
        now.phase = Phase::Preparing;
        now.act = None;
        now.order = None;
    }
    Ok(Chosen { procedure, group, covers, services, order, now })
}

/// Of a subject with several services the one that has come least far, or the subject itself.
fn first<'p, 's>(
    case: &Case<'s>,
    stages: &'p [Progress<'s>],
    subject: &'p Progress<'s>,
    procedure: Option<Procedure>,
) -> &'p Progress<'s> {
    if procedure.is_some_and(|asked| !asked.files_service()) {
        return subject;
    }
    let is_live = |one: &&Progress<'s>| {
        let service = one.service.and_then(|key| case.subject.services.get(key));
        service.is_some_and(|service| service.value.is_live(case.today)) && one.phase != Phase::Ended
    };
    let open = stages.iter().filter(is_live);
    // An order that is under way comes first, then what is not in order.
    let rank = |one: &&Progress<'s>| (one.order.is_none(), one.phase == Phase::InOrder, one.phase);
    open.min_by_key(rank).unwrap_or(subject)
}

const fn is_on_file(status: Status) -> bool {
    match status {
        Status::Filed | Status::Changing | Status::Deregistering | Status::EmptyShell => true,
        Status::Unfiled | Status::Filing | Status::Deregistered => false,
    }
}

/// What comes next where no order says it.
fn next(case: &Case<'_>, subject: &Progress<'_>, row: &Progress<'_>) -> Option<Procedure> {
    let opening = || if is_on_file(subject.status) { Procedure::AddService } else { Procedure::First };
    match row.phase {
        Phase::ToDeregister => {
            let live = case.subject.live_services(case.today).count();
            Some(if live == 0 { Procedure::DeregisterSubject } else { Procedure::DeregisterService })
        }
        Phase::Shell | Phase::Ended => None,
        phase if is_decided(phase) => Some(opened_by(case, row).unwrap_or(Procedure::First)),
        _ => Some(opening()),
    }
}

/// How orders name what they cover.
fn path(row: &Progress<'_>) -> String {
    row.service.map_or_else(|| "subject".to_owned(), |key| format!("services/{key}"))
}

/// The procedure by which something came on file.
fn opened_by(case: &Case<'_>, row: &Progress<'_>) -> Option<Procedure> {
    let path = path(row);
    let filings = case.subject.filings.iter().map(|dated| &dated.record.value);
    filings
        .filter(|filing| orders::covers(filing, &path))
        .filter_map(|filing| filing.procedure.known())
        .find(|asked| asked.files_service())
        .copied()
}

/// The approved order of a procedure that something came on file by.
fn approved<'s>(case: &Case<'s>, row: &Progress<'_>, procedure: Procedure) -> Option<&'s Filing> {
    if !(procedure.files_service() && is_decided(row.phase)) {
        return None;
    }
    let path = path(row);
    let filings = case.subject.filings.iter().map(|dated| &dated.record.value);
    filings
        .filter(|filing| filing.procedure.known() == Some(&procedure) && filing.approved().is_some())
        .find(|filing| orders::covers(filing, &path))
}

/// Whether the order can be asked for as things stand.
fn fits(subject: &Progress<'_>, row: &Progress<'_>, procedure: Procedure) -> Result<(), Words> {
    let term = procedure.term();
    let is_filed = is_on_file(subject.status);
    if procedure == Procedure::First && is_filed && !is_decided(row.phase) {
        return Err(Words::fixed(
            "主体已备案，再开服务是“新增互联网信息服务”",
            "the subject is on file: another service is 新增互联网信息服务",
        ));
    }
    if procedure == Procedure::AddService && !is_filed {
        return Err(Words::fixed("主体还没有备案，先办“首次备案”", "the subject is not on file: 首次备案 comes first"));
    }
    if !procedure.files_service() && !matches!(Group::of(procedure), Some(Group::Moves | Group::Paper)) && !is_filed {
        return Err(words!("还没有备案，谈不上{term}", "nothing is on file, so that there is no {term}"));
    }
    Ok(())
}

/// The services that the order is about.
fn services<'s>(
    case: &Case<'s>,
    stages: &[Progress<'s>],
    asked: &Asked<'_>,
    procedure: Procedure,
    row: &Progress<'s>,
) -> Result<Vec<&'s str>, Words> {
    let live: Vec<&'s str> = case.subject.live_services(case.today).map(|(key, _)| key).collect();
    if let Some(key) = row.service.filter(|_| asked.service.is_some() || procedure == Procedure::AddService) {
        return Ok(vec![key]);
    }
    let is_unfiled = |key: &&str| {
        stages.iter().any(|one| one.service == Some(*key) && (!is_on_file(one.status) || is_decided(one.phase)))
    };
    match procedure {
        Procedure::First => Ok(live.into_iter().filter(is_unfiled).collect()),
        Procedure::ChangeSubject | Procedure::DeregisterEmptyShell | Procedure::DeregisterOther => Ok(Vec::new()),
        Procedure::ChangeService
        | Procedure::ChangeAccess
        | Procedure::DeregisterService
        | Procedure::AddAccess
        | Procedure::CancelAccess => match live.as_slice() {
            [only] => Ok(vec![*only]),
            [] => Ok(case.subject.services.iter().map(|(key, _)| key).take(1).collect()),
            _ => {
                let (term, all) = (procedure.term(), live.join("、"));
                Err(words!(
                    "{term}办的是哪个服务？写在主体后面：{all}",
                    "which service is {term} about? Name it after the subject: {all}"
                ))
            }
        },
        _ => Ok(live),
    }
}

fn covers(procedure: Procedure, subject: &Progress<'_>, services: &[&str], order: Option<&Filing>) -> Vec<String> {
    if let Some(order) = order {
        let covered: Vec<String> = order.covers.items().iter().map(|covered| covered.value.to_string()).collect();
        if !covered.is_empty() {
            return covered;
        }
    }
    let of_subject = match procedure {
        Procedure::First => !is_on_file(subject.status) || is_decided(subject.phase),
        Procedure::ChangeSubject
        | Procedure::ChangeBoth
        | Procedure::ChangeProvince
        | Procedure::DeregisterSubject
        | Procedure::DeregisterEmptyShell => true,
        _ => false,
    };
    let of_services = services.iter().map(|key| format!("services/{key}"));
    of_subject.then(|| "subject".to_owned()).into_iter().chain(of_services).collect()
}

fn no_service(case: &Case<'_>, key: &str) -> Words {
    let all = case.subject.services.iter().map(|(key, _)| key).collect::<Vec<_>>().join("、");
    words!("没有服务 {key}；有：{all}", "there is no service {key}; there are: {all}")
}

fn nothing(row: &Progress<'_>) -> Words {
    let (Words { zh, en }, next) =
        (row.phase.words(), row.act.as_ref().map(|act| act.what.clone()).unwrap_or_default());
    let (next_zh, next_en) = (next.zh, next.en);
    words!(
        "{zh}，{next_zh}；用 --procedure 说明要办什么，如 新增接入、注销互联网信息服务",
        "{en}: {next_en}; say with --procedure what is asked, such as 新增接入 or 注销互联网信息服务"
    )
}

impl<'s> Chosen<'s> {
    /// The services with what they hold.
    pub(super) fn each<'c>(&'c self, case: &Case<'s>) -> impl Iterator<Item = (&'s str, &'s Service)> + use<'c, 's> {
        let subject = case.subject;
        self.services.iter().filter_map(move |key| Some((*key, &subject.services.get(key)?.value)))
    }

    /// The step at which it stands.
    pub(super) fn step(&self) -> Option<Step> {
        Step::of(self.now.phase)
    }
}
