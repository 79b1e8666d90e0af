//! The days to keep of all subjects, as they are told.

use super::{DueArgs, unknown};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::due::{Item, Report};
use crate::pass::Pass;
use beian_core::day::Day;
use beian_core::deadline::{Deadline, concerned, deadlines};
use beian_core::model::Subject;
use beian_core::rule::Case;
use beian_core::vocabulary::Nature;
use beian_records::read::ReadSubject;
use std::collections::BTreeSet;

/// What was found of one subject.
struct Found {
    id: String,
    items: Vec<Item>,
    owners: BTreeSet<String>,
}

/// The days to keep that were asked for.
pub(super) fn gathered(args: &DueArgs, pass: &Pass, context: &Context) -> Result<Report, Failure> {
    let grounds = &pass.repository.grounds;
    let (tables, sample, today) = (grounds.tables(), grounds.sample(), context.today);
    // A calendar that follows an older one has to know all that has a day.
    let is_calendar = args.format == super::Format::Ics;
    let look = |read: &ReadSubject<'_>| {
        let case = Case::new(&read.subject, tables, today, sample);
        let mut found = deadlines(&case);
        if !is_calendar {
            found.retain(|one| is_near(one.due, args.within.max(args.fail_on), today) || args.within.is_none());
        }
        let owners = owners(&read.subject);
        Found { id: read.subject.id.to_string(), items: items(read, found), owners }
    };
    let passed = pass.each(context.lang, &look)?;
    for id in &args.subject {
        if !passed.made.iter().any(|found| found.id == *id) {
            return Err(unknown("--subject", id));
        }
    }
    for owner in &args.owner {
        if !passed.made.iter().any(|found| found.owners.contains(owner)) {
            return Err(unknown("--owner", owner));
        }
    }
    let dated = match is_calendar {
        true => {
            passed.made.iter().flat_map(|found| &found.items).filter(|item| item.due.is_some()).map(Item::uid).collect()
        }
        false => BTreeSet::new(),
    };
    let is_asked = |found: &Found| args.subject.is_empty() || args.subject.contains(&found.id);
    let subjects: Vec<Found> = passed.made.into_iter().filter(is_asked).collect();
    let count = subjects.len();
    let is_owned = |item: &Item| args.owner.is_empty() || item.owners.iter().any(|owner| args.owner.contains(owner));
    let mut items: Vec<Item> = subjects.into_iter().flat_map(|found| found.items).filter(is_owned).collect();
    let fails =
        args.fail_on.is_some_and(|days| items.iter().any(|item| item.left(today).is_some_and(|left| left <= days)));
    items.retain(|item| is_near(item.due, args.within, today));
    items.sort_by(|a, b| a.order().cmp(&b.order()));
    let (rules, within, lost) = (grounds.rules().into_owned(), args.within, passed.lost);
    Ok(Report { items, subjects: count, lost, today, within, rules, fails, dated })
}

/// Whether it is late, near enough, or has no day.
fn is_near(due: Option<Day>, within: Option<i64>, today: Day) -> bool {
    within.is_none_or(|within| due.is_none_or(|due| today.days_until(due) <= within))
}

fn owner(subject: &Subject, key: &str) -> Option<String> {
    subject.services.get(key)?.value.owner.known().map(ToString::to_string)
}

fn owners(subject: &Subject) -> BTreeSet<String> {
    subject.services.iter().filter_map(|(key, _)| owner(subject, key)).collect()
}

/// As they are told; most subjects have none that is asked for.
fn items(read: &ReadSubject<'_>, found: Vec<Deadline>) -> Vec<Item> {
    let subject = &read.subject;
    let nature = subject.particulars.value.nature.known();
    let item = |deadline: Deadline| {
        let text = |text: &str| read.veil().text(text).into_owned();
        let services = concerned(subject, &deadline.fact);
        let owners: BTreeSet<String> = services.iter().filter_map(|key| owner(subject, key)).collect();
        Item {
            subject: text(&subject.id),
            name: subject.particulars.value.name.known().map(|name| text(name)),
            is_organisation: nature.is_some_and(|nature| *nature != Nature::Individual),
            matter: deadline.matter,
            due: deadline.due,
            at: deadline.at,
            unknown: deadline.unknown,
            fact: text(&deadline.fact),
            what: read.veil().words(deadline.what),
            rule: deadline.rule,
            services: services.into_iter().map(text).collect(),
            owners: owners.iter().map(|owner| text(owner)).collect(),
        }
    };
    found.into_iter().map(item).collect()
}
