//! L104: an order names something that does not exist.

use super::paths::follow;
use crate::filed::state;
use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::record::{Place, Placed, Text};
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::filings::on_file::are_recorded;
use crate::words;
use crate::words::Words;

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
    check: Check::Filing(check),
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

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let (filing, open) = (named.record, state(named.record).is_pending());
    for covered in filing.covers.items() {
        object(case, covered, report);
    }
    for grant in filing.granted.items() {
        if let Some(of) = grant.value.of.placed() {
            object(case, of, report);
        }
    }
    for paper in filing.papers.items() {
        // A paper may also belong to somebody outside these records, in words.
        if let Some(of) = paper.value.of.placed()
            && of.value.contains('/')
        {
            path(case, &of.value, of.place, open, report);
        }
    }
    // What stands in the records exists.
    if let Some(facts) = filing.facts.placed()
        && !are_recorded(case)
    {
        for (fact, entry) in facts.value.iter() {
            path(case, fact, entry.place, open, report);
        }
    }
}

/// An order is about the subject and its services, and about nothing else.
fn object(case: &Case<'_>, named: &Placed<Text>, report: &mut Report<'_>) {
    let text = &*named.value;
    let service = text.strip_prefix("services/").filter(|key| !key.contains('/'));
    if text != "subject" && service.is_none() {
        report
            .at(
                named.place,
                words!("“{text}”不是 subject 或 services/…", "`{text}` is neither `subject` nor `services/…`"),
            )
            .at_most(case.most());
    } else if service.is_some() {
        path(case, text, named.place, true, report);
    }
}

fn path(case: &Case<'_>, text: &str, place: Place, open: bool, report: &mut Report<'_>) {
    let Err(lost) = follow(case.subject, text, open) else { return };
    let (zh, en) = (&lost.message.zh, &lost.message.en);
    let finding = report.at(place, words!("{text}：{zh}", "{text}: {en}"));
    finding.at_most(case.most());
    if let Some(help) = lost.help {
        finding.help(help);
    }
}
