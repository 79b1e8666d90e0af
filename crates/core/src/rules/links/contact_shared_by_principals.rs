//! L113: two principals share a mobile or a mail address.

use super::compared::{mail_key, phone_key};
use crate::law::HUAWEI_GUIDE;
use crate::model::Person;
use crate::numbers::{Alike, alike, is_all_hidden, is_hidden};
use crate::record::{Slot, Text};
use crate::rule::{Case, Check, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::principals;
use crate::spelling::is_one;
use crate::words;
use crate::words::Words;
use std::borrow::Cow;

/// Two principals share a mobile or a mail address.
pub static RULE: Rule = Rule {
    code: "L113",
    name: "contact-shared-by-principals",
    severity: Severity::Warning,
    title: Words::fixed("两位负责人共用手机或邮箱", "two principals share a mobile or a mail address"),
    demand: Words::fixed(
        "主体负责人和服务负责人不是同一人时，手机和邮箱各用各的；共用的会被接入商退回",
        "Where the principals of subject and service are two people, each has a mobile and a mail address of one's \
         own; shared ones are sent back by providers",
    ),
    help: Words::fixed("写各人自己的手机和邮箱", "write each person's own"),
    sources: &[HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("两人用同一个邮箱", "two people with one mail address"),
        given: &[
            Given::Edit {
                file: "example/people.yaml",
                old: "email: li@shop.example",
                new: "email: zhang@shop.example",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "people/li/email: li@shop.example",
                new: "people/li/email: zhang@shop.example",
            },
        ],
        finds: &["example/people/zhang/email"],
    },
    keeps: Example {
        shows: Words::fixed("各用各的邮箱", "each with an own address"),
        given: &[Given::Stands { file: "example/people.yaml", text: "email: li@shop.example" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let keys = principals(case);
    if keys.len() < 2 {
        return;
    }
    let mut people: Vec<(&str, &Person)> = Vec::with_capacity(keys.len());
    for key in keys {
        let Some(person) = case.subject.people.get(key).map(|person| &person.value) else { continue };
        for (before, other) in &people {
            // One person under two keys shares everything with oneself.
            if other.name.known().zip(person.name.known()).is_some_and(|(one, other)| is_one(one, other)) {
                continue;
            }
            let said = ("手机", "mobile");
            judge(case, before, (&other.mobile, &person.mobile), phone_key, said, report);
            let said = ("邮箱", "mail address");
            judge(case, before, (&other.email, &person.email), mail_key, said, report);
        }
        people.push((key, person));
    }
}

/// Whether what two numbers show is alike, and digits of one are hidden.
fn may_be_one(one: &str, other: &str) -> bool {
    (is_hidden(one) || is_hidden(other)) && alike(one, other) == Alike::Hidden && !is_all_hidden(one)
}

fn judge(
    case: &Case<'_>,
    before: &str,
    (first, further): (&Slot<Text>, &Slot<Text>),
    key: fn(&str) -> Option<Cow<'_, str>>,
    (zh, en): (&str, &str),
    report: &mut Report<'_>,
) {
    let (Some(first), Some(further)) = (first.placed(), further.placed()) else { return };
    let value = key(&first.value);
    let finding = if value.is_some() && value == key(&further.value) {
        let said = words!("与 {before} 用了同一个{zh}", "the same {en} as that of `{before}`");
        report.at(further.place, said).at_most(case.most())
    } else if may_be_one(&first.value, &further.value) {
        let said = words!(
            "{zh}露出的部分与 {before} 的相同，遮盖的部分无从比较，请核对",
            "the {en} shows the same as that of `{before}`; what is masked cannot be compared, so check it"
        );
        report.at(further.place, said).at_most(Severity::Note)
    } else {
        return;
    };
    finding.related(first.place, words!("{before} 的{zh}", "the {en} of `{before}`"));
}
