//! How far each subject and service has come, as it is told.

use crate::blockers::{blockers, inside};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::status::{Next, Report, Row};
use crate::progress;
use crate::repository::Repository;
use crate::target::Target;
use beian_core::day::Day;
use beian_core::deadline::deadlines;
use beian_core::model::{NumberHeld, Service, Subject};
use beian_core::names::Province;
use beian_core::personal::Veil;
use beian_core::plan::likely;
use beian_core::progress::{Act, Progress, progress as of_case};
use beian_core::record::Placed;
use beian_core::rule::Severity;
use beian_core::words;
use beian_records::disk::Disk;
use beian_records::judging::{Asked, Days, Judging};
use beian_records::locate::Located;
use beian_records::raw::TreeLimits;
use beian_records::survey::{Scope, Surveyed, survey_each};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::AtomicUsize;

/// What was found, and where.
pub(super) struct Gathered {
    pub(super) repository: Repository,
    pub(super) report: Report,
}

/// The rows of one subject, with its folder.
struct Rows {
    folder: String,
    rows: Vec<Row>,
}

/// Of all that a path means.
pub(super) fn gathered(path: Option<&Path>, context: &Context) -> Result<Gathered, Failure> {
    let repository = Repository::open(context, path.unwrap_or(Path::new(".")))?;
    let target = Target::of(path, &repository)?;
    let nothing = || {
        let path = target.given();
        Failure::nothing(words!("{path} 里没有主体", "no subject in {path}"))
    };
    let scope = target.scope.clone().ok_or_else(nothing)?;
    let disk = Disk::open(&target.root, TreeLimits::default()).map_err(Failure::from)?;
    let judging = Judging::new(&repository.grounds, Asked::of_records(), Days::today(context.today));
    let done = AtomicUsize::new(0);
    let look = |seen: &Surveyed<'_>| rows(seen, &judging, context.today);
    let (survey, made) = progress::shown(context.lang, &done, || survey_each(&disk, &judging, &done, &look))?;
    let unseen = survey.not_seen.files;
    let counts = counts(&judging.conclude_part(survey.findings)?.findings);
    let is_meant = |rows: &Rows| match &scope {
        Scope::All => true,
        Scope::Subject { folder, .. } => rows.folder == *folder,
    };
    let mut all: Vec<Row> = made.into_iter().filter(is_meant).flat_map(|rows| rows.rows).collect();
    if all.is_empty() && unseen == 0 {
        return Err(nothing());
    }
    for row in &mut all {
        let key = (row.subject.clone(), row.service.clone());
        row.findings = counts.get(&key).copied().unwrap_or_default();
    }
    let rules = repository.grounds.rules().into_owned();
    let report = Report { rows: all, today: context.today, unseen, rules };
    Ok(Gathered { repository, report })
}

/// How many errors, warnings and notes each subject and service has; what is not in a service counts with the subject.
fn counts(found: &[Located]) -> BTreeMap<(String, Option<String>), [usize; 3]> {
    let mut counts: BTreeMap<_, [usize; 3]> = BTreeMap::new();
    for one in found {
        let inside = inside(one);
        let service = inside.strip_prefix("services/").map(|rest| rest.split('/').next().unwrap_or(rest).to_owned());
        let count = counts.entry((one.subject.clone(), service.filter(|key| !key.is_empty()))).or_default();
        let at = match one.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Note => 2,
        };
        if let Some(count) = count.get_mut(at) {
            *count += 1;
        }
    }
    counts
}

fn rows(seen: &Surveyed<'_>, judging: &Judging<'_>, today: Day) -> Rows {
    let subject = &seen.read.subject;
    let folder = seen.raw.folder.clone();
    if !subject.particulars.place.is_somewhere() {
        return Rows { folder, rows: Vec::new() };
    }
    let case = judging.case(subject);
    let blockers = if seen.findings.is_empty() { Vec::new() } else { blockers(seen.findings) };
    let days = deadlines(&case);
    let all = of_case(&case, &days, &blockers);
    let veil = seen.read.veil();
    Rows { folder, rows: all.iter().map(|one| row(subject, veil, one, today)).collect() }
}

fn row(subject: &Subject, veil: &Veil, one: &Progress<'_>, today: Day) -> Row {
    let facts = &subject.particulars.value;
    let text = |text: &str| veil.text(text).into_owned();
    let service = one.service.and_then(|key| Some(&subject.services.get(key)?.value));
    let numbers = service.map_or(&facts.numbers, |service| &service.numbers);
    let name = service.map_or(&facts.name, |service| &service.name);
    Row {
        subject: text(&subject.id),
        organiser: facts.name.known().map(|name| text(name)),
        service: one.service.map(text),
        name: name.known().map(|name| text(name)),
        status: one.status,
        phase: one.phase,
        number: NumberHeld::on(numbers, today).map(|number| text(number)),
        next: one.act.as_ref().map(|act| next(act, veil)),
        order: one.order.map(text),
        likely: rejected(subject, one).map(likely).unwrap_or_default(),
        blockers: one.blockers.len(),
        findings: [0; 3],
        province: facts.region.known().and_then(|region| Province::of_code(region.get(..2)?)),
        access: service.map(|service| access(service, veil, today)).unwrap_or_default(),
        owner: service.and_then(|service| service.owner.known()).map(|owner| text(owner)),
    }
}

/// What the order was rejected with.
fn rejected<'s>(subject: &'s Subject, one: &Progress<'_>) -> Option<&'s str> {
    let is_order = |stem: &str| one.phase.is_sent_back() && Some(stem) == one.order;
    let order = subject.filings.iter().find(|dated| is_order(&dated.stem))?;
    order.record.value.last_note().map(|note| &**note)
}

fn next(act: &Act, veil: &Veil) -> Next {
    let by = act.by.as_ref();
    Next {
        actor: act.actor,
        what: veil.words(act.what.clone()),
        not_before: act.not_before.as_ref().and_then(|by| by.day),
        by: by.and_then(|by| by.day),
        unknown: by.or(act.not_before.as_ref()).and_then(|by| by.unknown),
        is_usual: by.is_some_and(|by| by.is_usual),
        why: by.or(act.not_before.as_ref()).map(|by| veil.words(by.why.clone())).unwrap_or_default(),
        fact: veil.text(&act.fact).into_owned(),
    }
}

/// Providers and accounts that connect a service on a day.
fn access(service: &Service, veil: &Veil, today: Day) -> Vec<(String, Option<String>)> {
    let text = |text: &beian_core::record::Text| veil.text(text).into_owned();
    let all = service.access.items().iter().filter(|access| access.value.is_current(today));
    let one = |access: &Placed<beian_core::model::Access>| {
        Some((access.value.provider.known().map(text)?, access.value.account.known().map(text)))
    };
    let mut found: Vec<_> = all.filter_map(one).collect();
    found.dedup();
    found
}
