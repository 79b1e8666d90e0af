//! L104: an order names something that does not exist.

use super::paths::follow;
use crate::filed::state;
use crate::law::RECORD_FORMAT;
use crate::model::{Filing, Observation, Says};
use crate::record::{FactChange, Place, Placed, Plain, Text};
use crate::rule::{Case, Check, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::filings::on_file::are_recorded;
use crate::rules::in_use::same;
use crate::words;
use crate::words::Words;
use std::collections::BTreeMap;

/// An order names something that does not exist.
pub static RULE: Rule = Rule {
    code: "L104",
    name: "unknown-target",
    severity: Severity::Error,
    title: Words::fixed("订单里写的对象或事项不存在", "an order names something that does not exist"),
    demand: Words::fixed(
        "订单覆盖什么、核发给谁、填报了哪些事项，都按“文件/键/字段”指称；指称落空，重放订单就得不出备案了什么。\
         观察记录也这样指称。人员、域名、服务器离开后可以删，已结束的订单指着它们、别的订单又从没写过的，只作提示",
        "What an order covers, to what numbers are granted and which facts are filed is named as file/key/field; where \
         that leads nowhere, replaying the orders cannot tell what is on file. Observations name facts alike. People, \
         domains and servers may be deleted once they are gone; that a closed order names one that no other order \
         speaks of is a note",
    ),
    help: Words::fixed(
        "改正写法；服务、主体已不在的，保留其记录并写 ended",
        "correct it; keep the record of a service that is gone and write `ended` there",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("事项的名称写错了", "a misspelt fact"),
        given: &[Given::Edit {
            file: "example/filings/2021-02-20-first.yaml",
            old: "people/li/email",
            new: "people/li/emial",
        }],
        finds: &["example/filings/2021-02-20-first/facts/people/li/emial"],
    },
    keeps: Example {
        shows: Words::fixed("覆盖主体和它的网站", "it covers the subject and its website"),
        given: &[Given::Stands {
            file: "example/filings/2021-02-20-first.yaml",
            text: yaml! {"
                  - services/shop
                facts:
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let mut lost = LostTargets::default();
    for dated in &case.subject.filings {
        look(case, &dated.record.value, &mut lost);
    }
    for dated in &case.subject.observations {
        seen(case, &dated.record.value, &mut lost);
    }
    for Told { place, message, help, most, again } in lost.told {
        let finding = report.at(place, message);
        finding.at_most(case.most().min(most));
        if let Some(help) = help {
            finding.help(help);
        }
        for place in again {
            finding.related(place, Words::fixed("这里也写了它", "it is named here, too"));
        }
    }
}

/// What is told of one target: what follows from it stands beside it.
struct Told {
    place: Place,
    message: Words,
    help: Option<Words>,
    most: Severity,
    again: Vec<Place>,
}

/// The targets that do not exist, in the order in which they were met; a file may name tens of
/// thousands, so that each is looked up and not looked for.
#[derive(Default)]
struct LostTargets {
    told: Vec<Told>,
    at: BTreeMap<String, usize>,
}

/// So many places are shown beside the first one.
const MOST: usize = 20;

impl LostTargets {
    fn tell(&mut self, target: String, place: Place, message: Words, help: Option<Words>, most: Severity) {
        let next = self.told.len();
        match self.told.get_mut(*self.at.entry(target).or_insert(next)) {
            Some(told) if told.again.len() < MOST => told.again.push(place),
            Some(_) => {}
            None => self.told.push(Told { place, message, help, most, again: Vec::new() }),
        }
    }
}

fn look(case: &Case<'_>, filing: &Filing, lost: &mut LostTargets) {
    let open = state(filing).is_pending();
    for covered in filing.covers.items() {
        object(case, covered, lost);
    }
    for grant in filing.granted.items() {
        if let Some(of) = grant.value.of.placed() {
            object(case, of, lost);
        }
    }
    for paper in filing.papers.items() {
        // A paper may also belong to somebody outside these records, in words.
        if let Some(of) = paper.value.of.placed()
            && of.value.contains('/')
        {
            path(case, &of.value, of.place, open, lost);
            if !open {
                stranger(case, (&of.value, of.place), true, lost);
            }
        }
    }
    // What stands in the records exists.
    if let Some(facts) = filing.facts.placed()
        && !are_recorded(case)
    {
        for (fact, entry) in facts.value.iter() {
            path(case, fact, entry.place, open, lost);
            if !open {
                stranger(case, (fact, entry.place), false, lost);
            }
        }
    }
}

/// What somebody else showed is put down by the keys of the records.
fn seen(case: &Case<'_>, observation: &Observation, lost: &mut LostTargets) {
    let Some(Says::Facts(facts)) = observation.says.known() else { return };
    for (fact, entry) in facts.iter() {
        // Keys of its own are what a page or a registry has; one with a slash is meant for a fact.
        if !fact.contains('/') {
            continue;
        }
        let Err(found) = follow(case.subject, fact, false) else { continue };
        let (zh, en) = (&found.message.zh, &found.message.en);
        lost.tell(target(case, fact), entry.place, words!("{fact}：{zh}", "{fact}: {en}"), found.help, Severity::Note);
    }
}

/// An order is about the subject and its services, and about nothing else.
fn object(case: &Case<'_>, named: &Placed<Text>, lost: &mut LostTargets) {
    let text = &*named.value;
    let service = text.strip_prefix("services/").filter(|key| !key.contains('/'));
    if text != "subject" && service.is_none() {
        let said = words!("“{text}”不是 subject 或 services/…", "`{text}` is neither `subject` nor `services/…`");
        lost.tell(text.to_owned(), named.place, said, None, Severity::Error);
    } else if service.is_some() {
        path(case, text, named.place, true, lost);
    }
}

/// What was deleted since may be named by a closed order; but no order ever named this one. What the records began with
/// names less than there was. A paper of somebody is another rule's matter.
fn stranger(case: &Case<'_>, (path, place): (&str, Place), is_paper: bool, lost: &mut LostTargets) {
    let subject = case.subject;
    let Some((file, rest)) = path.split_once('/') else { return };
    let key = rest.split('/').next().unwrap_or_default();
    let known = match file {
        "domains" => subject.domains.iter().any(|(known, _)| same(known, key)),
        "servers" => subject.servers.get(key).is_some(),
        "people" if !is_paper => subject.people.get(key).is_some(),
        _ => return,
    };
    let orders = || subject.filings.iter().map(|dated| &dated.record.value);
    if known || subject.is_unread(file) || orders().any(Filing::is_opening) {
        return;
    }
    let handled = |order: &Filing| {
        let who = order.events.items().iter().filter_map(|event| event.value.who.known());
        order.contact.known().into_iter().chain(who).any(|person| **person == *key)
    };
    let speaks =
        |(fact, change): (&str, &Placed<FactChange>)| (is_paper && is_of(fact, file, key)) || names(&change.value, key);
    let named = |order: &Filing| order.facts.known().is_some_and(|facts| facts.iter().any(speaks)) || handled(order);
    if !orders().any(named) {
        let message =
            words!("{path}：记录里没有，也没有订单写过", "`{path}`: neither the records nor an order name it");
        lost.tell(format!("{file}/{key}"), place, message, None, Severity::Note);
    }
}

/// Whether a fact is one of the record under this key.
fn is_of(fact: &str, file: &str, key: &str) -> bool {
    fact.strip_prefix(file)
        .and_then(|rest| rest.strip_prefix('/'))
        .is_some_and(|rest| rest.split('/').next() == Some(key))
}

/// Whether an order speaks of a key in a value.
fn names(change: &FactChange, key: &str) -> bool {
    match change {
        FactChange::Filed(value) => holds(value, key),
        FactChange::Changed { from, to } => from.known().into_iter().chain(to.known()).any(|value| holds(value, key)),
    }
}

fn holds(value: &Plain, key: &str) -> bool {
    match value {
        Plain::Text(text) => same(text, key),
        Plain::List(items) => items.iter().any(|item| holds(item, key)),
        Plain::Map(entries) => entries.values().any(|value| holds(value, key)),
    }
}

fn path(case: &Case<'_>, text: &str, place: Place, open: bool, lost: &mut LostTargets) {
    let Err(found) = follow(case.subject, text, open) else { return };
    let (zh, en) = (&found.message.zh, &found.message.en);
    lost.tell(target(case, text), place, words!("{text}：{zh}", "{text}: {en}"), found.help, Severity::Error);
}

/// What does not exist: the service that is missing, or else the path itself.
fn target(case: &Case<'_>, text: &str) -> String {
    let service = text.strip_prefix("services/").and_then(|rest| rest.split('/').next());
    let missing = service.filter(|key| case.subject.services.get(key).is_none());
    missing.map_or_else(|| text.to_owned(), |key| format!("services/{key}"))
}
