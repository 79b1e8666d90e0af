//! F122: an order files a fact that no record has.

use super::common::{facts, tell};
use crate::model::Filing;
use crate::model::{Domain, Particulars, Person, Server, Service};
use crate::record::{Record, RecordInfo, Shape};
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::sources::RECORD_FORMAT;
use crate::words;
use crate::words::Words;
use crate::words::nearest;

/// An order files a fact that no record has.
pub static RULE: Rule = Rule {
    code: "F122",
    name: "unknown-fact",
    severity: Severity::Error,
    title: Words::fixed("订单填报了记录里没有的事项", "an order files a fact that no record has"),
    demand: Words::fixed(
        "事项写成“文件/键/字段”，如 services/shop/name；写错的事项谁也对不上",
        "A fact is written file/key/field, as in `services/shop/name`; one that is misspelled belongs to nothing",
    ),
    help: Words::fixed("改正拼写", "correct the spelling"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("字段写错", "a misspelled field"),
        given: &[Given::Edit {
            file: "example/filings/2021-02-20-first.yaml",
            old: "  subject/name: 杭州",
            new: "  subject/names: 杭州示例\n  subject/name: 杭州",
        }],
        finds: &["example/filings/2021-02-20-first/facts/subject/names"],
    },
    keeps: Example {
        shows: Words::fixed("字段都有", "every field exists"),
        given: &[Given::Stands {
            file: "example/filings/2021-02-20-first.yaml",
            text: "  subject/certificate/kind: 营业执照",
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    for (fact, change) in facts(named.record).filter(|(fact, _)| !is_known(fact)) {
        let finding = tell(case, report, change.place, words!("没有 {fact} 这个事项", "there is no fact `{fact}`"));
        let fields = record_of(fact).map(|(info, _)| info.fields.iter().map(|field| field.name)).into_iter().flatten();
        let word = record_of(fact).map_or(fact, |(_, path)| path.split('/').next().unwrap_or(path));
        if let Some(near) = nearest(word, fields) {
            finding.help(words!("是不是 {near}？", "is `{near}` meant?"));
        }
    }
}

/// The record that a fact belongs to, and its path within.
fn record_of(fact: &str) -> Option<(&'static RecordInfo, &str)> {
    let (file, rest) = fact.split_once('/')?;
    if file == "subject" {
        return Some((Particulars::INFO, rest));
    }
    let (key, path) = rest.split_once('/')?;
    let info = match file {
        "people" => Person::INFO,
        "domains" => Domain::INFO,
        "servers" => Server::INFO,
        "services" => Service::INFO,
        _ => return None,
    };
    (!key.is_empty()).then_some((info, path))
}

/// Whether records have such a fact.
pub(super) fn is_known(fact: &str) -> bool {
    record_of(fact).is_some_and(|(info, path)| is_in(&Shape::Record(info), path))
}

/// Whether a path leads somewhere within a shape.
fn is_in(shape: &Shape, path: &str) -> bool {
    if path.is_empty() {
        return true;
    }
    let (field, rest) = path.split_once('/').unwrap_or((path, ""));
    match shape {
        Shape::Record(info) => info.field(field).is_some_and(|field| is_in(field.shape, rest)),
        Shape::Either(one, other) => is_in(one, path) || is_in(other, path),
        Shape::List(_) | Shape::Keyed(_) | Shape::Plain => true,
        _ => false,
    }
}
