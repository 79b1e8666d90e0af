//! L104: an order names something that does not exist.

use super::paths::follow;
use crate::filed::state;
use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::record::{Place, Placed, Text};
use crate::rule::{Case, Check, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::filings::on_file::are_recorded;
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
        "订单覆盖什么、核发给谁、填报了哪些事项，都按“文件/键/字段”指称；指称落空，重放订单就得不出备案了什么",
        "What an order covers, to what numbers are granted and which facts are filed is named as file/key/field; where \
         that leads nowhere, replaying the orders cannot tell what is on file",
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
    for Told { place, message, help, again } in lost.told {
        let finding = report.at(place, message);
        finding.at_most(case.most());
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
    fn tell(&mut self, target: String, place: Place, message: Words, help: Option<Words>) {
        let next = self.told.len();
        match self.told.get_mut(*self.at.entry(target).or_insert(next)) {
            Some(told) if told.again.len() < MOST => told.again.push(place),
            Some(_) => {}
            None => self.told.push(Told { place, message, help, again: Vec::new() }),
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
        }
    }
    // What stands in the records exists.
    if let Some(facts) = filing.facts.placed()
        && !are_recorded(case)
    {
        for (fact, entry) in facts.value.iter() {
            path(case, fact, entry.place, open, lost);
        }
    }
}

/// An order is about the subject and its services, and about nothing else.
fn object(case: &Case<'_>, named: &Placed<Text>, lost: &mut LostTargets) {
    let text = &*named.value;
    let service = text.strip_prefix("services/").filter(|key| !key.contains('/'));
    if text != "subject" && service.is_none() {
        let said = words!("“{text}”不是 subject 或 services/…", "`{text}` is neither `subject` nor `services/…`");
        lost.tell(text.to_owned(), named.place, said, None);
    } else if service.is_some() {
        path(case, text, named.place, true, lost);
    }
}

fn path(case: &Case<'_>, text: &str, place: Place, open: bool, lost: &mut LostTargets) {
    let Err(found) = follow(case.subject, text, open) else { return };
    let (zh, en) = (&found.message.zh, &found.message.en);
    lost.tell(target(case, text), place, words!("{text}：{zh}", "{text}: {en}"), found.help);
}

/// What does not exist: the service that is missing, or else the path itself.
fn target(case: &Case<'_>, text: &str) -> String {
    let service = text.strip_prefix("services/").and_then(|rest| rest.split('/').next());
    let missing = service.filter(|key| case.subject.services.get(key).is_none());
    missing.map_or_else(|| text.to_owned(), |key| format!("services/{key}"))
}
