//! R101: a closed filing was edited.

use super::common::{Edit, edits, missing};
use super::turn::Turn;
use crate::change::{Fact, plain, same_value, shown};
use crate::law::RECORD_FORMAT;
use crate::model::{Dated, Filing};
use crate::numbers::is_hidden;
use crate::record::Plain;
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;
use std::collections::BTreeMap;

/// A closed filing was edited.
pub static RULE: Rule = Rule {
    code: "R101",
    name: "closed-filing-edited",
    severity: Severity::Error,
    title: Words::fixed("改动了已办结的订单", "a closed filing was edited"),
    demand: Words::fixed(
        "管局通过、管局驳回、撤回或失效之后，订单只能续写，不能改写：它说明当时报了什么。把明文的个人号码改成掩码除外",
        "After approval, rejection, withdrawal or lapse a filing is append-only: it says what was asked then. Plain \
         personal numbers may be masked",
    ),
    help: Words::fixed(
        "恢复原文；写错的，另写一个订单，用 corrects 指明它更正哪个",
        "restore it; what was wrong is corrected by another filing that names this one in `corrects`",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Review,
    breaks: Example {
        shows: Words::fixed("已通过的首次备案改了地址", "another address in an approved filing"),
        given: &[Given::Edit {
            file: "example/filings/2021-02-20-first.yaml",
            old: "  subject/address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室",
            new: "  subject/address: 浙江省杭州市西湖区文三路 100 号 3 幢 503 室",
        }],
        finds: &["example/filings/2021-02-20-first/facts/subject/address"],
    },
    keeps: Example {
        shows: Words::fixed("办结之后补记一份材料", "a paper noted after the approval"),
        given: &[Given::Edit {
            file: "example/filings/2021-02-20-first.yaml",
            old: "papers:\n",
            new: yaml! {"
                papers:
                  - kind: 居民身份证
                    of: people/li
                    where: 公司档案柜 A-3
            "},
        }],
        finds: &[],
    },
};

/// Lists that grow after an order is closed.
const GROWING: &[&str] = &["papers", "granted"];

/// Fields that are often known only later, and say nothing of what was asked.
const LATE: &[&str] = &["papers", "granted", "order", "account", "contact"];

pub(super) fn check(turn: &Turn<'_>, report: &mut Report<'_>) {
    for (old, new) in turn.closed() {
        let Some(new) = new else { continue };
        for edit in edited(old, new) {
            tell(turn, report, &old.stem, &edit);
        }
    }
}

fn edited(old: &Dated<Filing>, new: &Dated<Filing>) -> Vec<Edit> {
    // Nearly every closed filing of a subject that changed stands as it stood.
    if old.record.value == new.record.value {
        return Vec::new();
    }
    let (Plain::Map(mut before), Plain::Map(mut after)) = (plain(&old.record.value), plain(&new.record.value)) else {
        return Vec::new();
    };
    // Events have a rule of their own.
    before.remove("events");
    after.remove("events");
    let mut found = Vec::new();
    for field in GROWING {
        found.extend(shrunk(field, before.remove(*field), after.remove(*field)));
    }
    after.retain(|field, _| before.contains_key(field) || !LATE.contains(&&**field));
    edits("", &Plain::Map(before), &Plain::Map(after), &mut found);
    // What the records begin with rests on what is seen later, too.
    let opening = old.record.value.procedure.known() == Some(&Procedure::Existing);
    found.retain(|edit| !(is_spelled_otherwise(edit) || opening && edit.old.is_none()));
    found
}

/// Whether an edit only spells a fact otherwise. Who hid a number had a reason: it stays hidden.
fn is_spelled_otherwise(edit: &Edit) -> bool {
    let (Some(old), Some(new)) = (&edit.old, &edit.new) else { return false };
    let Some(path) = edit.path.strip_prefix("/facts/") else { return false };
    let fact = path.strip_suffix("/from").or_else(|| path.strip_suffix("/to")).unwrap_or(path);
    let hides = |value: &Plain| value.as_text().is_some_and(is_hidden);
    hides(old) == hides(new) && Fact::parse(fact).is_some_and(|fact| same_value(&fact, old, new))
}

/// What a growing list lost.
fn shrunk(field: &str, old: Option<Plain>, new: Option<Plain>) -> Vec<Edit> {
    let items = |plain: Option<Plain>| match plain {
        Some(Plain::List(items)) => items,
        _ => Vec::new(),
    };
    let (old, new) = (items(old), items(new));
    let lost = missing(&old, &new);
    lost.into_iter().map(|item| Edit { path: format!("/{field}"), old: Some(item.clone()), new: None }).collect()
}

fn tell(turn: &Turn<'_>, report: &mut Report<'_>, stem: &str, edit: &Edit) {
    let field = edit.path.trim_start_matches('/');
    let said = |value: &Option<Plain>| value.as_ref().map(said);
    let message = match (said(&edit.old), said(&edit.new)) {
        (Some(old), Some(new)) => words!(
            "订单 {stem} 已办结，{field} 却由“{old}”改成“{new}”",
            "{stem} is closed, but its {field} was changed from `{old}` to `{new}`"
        ),
        (Some(old), None) => {
            words!("订单 {stem} 已办结，{field} 却去掉了“{old}”", "{stem} is closed, but its {field} lost `{old}`")
        }
        (None, Some(new)) => {
            words!("订单 {stem} 已办结，{field} 却补了“{new}”", "{stem} is closed, but its {field} got `{new}`")
        }
        (None, None) => return,
    };
    report.at(turn.place(&format!("filings/{stem}/{field}")), message);
}

fn said(value: &Plain) -> String {
    match value {
        Plain::Map(entries) => {
            let entries: BTreeMap<_, _> = entries.iter().collect();
            entries.values().map(|value| shown(value)).collect::<Vec<_>>().join(" ")
        }
        Plain::Text(_) | Plain::List(_) => shown(value),
    }
}
