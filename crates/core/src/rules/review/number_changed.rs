//! R103: a granted number was changed or given to something else.

use super::common::{Holding, holdings};
use super::turn::Turn;
use crate::law::{MII_33, RECORD_FORMAT};
use crate::model::{Stage, Subject};
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;
use std::collections::BTreeSet;

/// A granted number was changed or given to something else.
pub static RULE: Rule = Rule {
    code: "R103",
    name: "number-changed",
    severity: Severity::Error,
    title: Words::fixed("改动或挪用了核发的备案号", "a granted number was changed or given to something else"),
    demand: Words::fixed(
        "备案号由管局核发，一经核发不改，也不再发给别的主体或服务；只有迁移、跨省变更或经营许可证能换号",
        "The authority grants a number once and to one holder. Only a migration, a change of province or a licence \
         replaces it",
    ),
    help: Words::fixed(
        "恢复原号；号码停用的，写 until，再在后面加新号，并记下换号的订单",
        "restore it; a number out of use gets `until`, the new one stands after it, and a filing says why",
    ),
    sources: &[MII_33.article(12), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Review,
    breaks: Example {
        shows: Words::fixed("网站的备案号变成另一个", "another number for the site"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "浙ICP备2021000017号-1",
            new: "浙ICP备2021000017号-2",
        }],
        finds: &["example/services/shop/numbers/0/number"],
    },
    keeps: Example {
        shows: Words::fixed("号码没有动", "the number stays"),
        given: &[Given::Stands { file: "example/services.yaml", text: "浙ICP备2021000017号-1" }],
        finds: &[],
    },
};

pub(super) fn check(turn: &Turn<'_>, report: &mut Report<'_>) {
    let Some(new) = turn.new else { return };
    let before = before(turn);
    let after = holdings(new);
    let mut told = BTreeSet::new();
    for held in after.iter().filter(|held| !before.iter().any(|old| is_same(old, held))) {
        let Some(owner) = owner(turn, &before, held) else { continue };
        let (number, holder) = (&held.number, &held.holder);
        report.at(
            held.place,
            words!(
                "{number} 已核发给 {owner}，不能再给 {holder}",
                "`{number}` was granted to {owner} and cannot be given to {holder}"
            ),
        );
        told.insert(holder.clone());
    }
    // What was never granted is a draft's and may be corrected.
    if turn.old.is_none_or(|old| old.stage() == Stage::Drafting) {
        return;
    }
    let stays = |held: &&Holding| {
        let gone = !after.iter().any(|now| is_same(held, now));
        gone && !told.contains(&held.holder) && holds(new, &held.holder) && !is_replaceable(new, &held.holder)
    };
    for held in before.iter().filter(stays) {
        changed(turn, report, held, &before, &after);
    }
}

/// What was held before, by what the holders are called now.
fn before(turn: &Turn<'_>) -> Vec<Holding> {
    let all = turn.old.map(holdings).unwrap_or_default();
    all.into_iter().map(|held| Holding { holder: turn.holder(&held.holder), ..held }).collect()
}

fn is_same(one: &Holding, other: &Holding) -> bool {
    one.number == other.number && one.holder == other.holder
}

/// To whom else a number was granted.
fn owner(turn: &Turn<'_>, before: &[Holding], held: &Holding) -> Option<String> {
    let here = before.iter().find(|old| old.number == held.number && old.holder != held.holder);
    here.map(|old| old.holder.clone()).or_else(|| turn.elsewhere(&held.number))
}

/// Whether the holder is still there: a service that is gone is a matter of its procedure.
fn holds(new: &Subject, holder: &str) -> bool {
    holder.strip_prefix("services/").is_none_or(|key| new.services.get(key).is_some())
}

/// Whether something that replaces numbers happened to the holder.
fn is_replaceable(new: &Subject, holder: &str) -> bool {
    let licensed = !new.particulars.value.licences.items().is_empty();
    licensed
        || new.filings.iter().any(|filing| {
            let filing = &filing.record.value;
            let replaces = filing.procedure.known().is_some_and(|asked| asked.replaces_number());
            replaces && filing.covers.items().iter().any(|item| &*item.value == "subject" || &*item.value == holder)
        })
}

fn changed(turn: &Turn<'_>, report: &mut Report<'_>, held: &Holding, before: &[Holding], after: &[Holding]) {
    let (number, holder) = (&held.number, &held.holder);
    let new = after.iter().find(|now| now.holder == *holder && !before.iter().any(|old| is_same(old, now)));
    match new {
        Some(now) => {
            let other = &now.number;
            let message = words!(
                "{holder} 的备案号由 {number} 改成 {other}",
                "the number of {holder} was changed from `{number}` to `{other}`"
            );
            report.at(now.place, message);
        }
        None => {
            let message = words!("{holder} 的备案号 {number} 不见了", "the number `{number}` of {holder} is gone");
            report.at(turn.place(&format!("{holder}/numbers")), message);
        }
    }
}
