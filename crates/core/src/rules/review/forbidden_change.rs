//! R109: a change that the law does not allow.

use super::turn::Turn;
use crate::law::{MII_33, MIIT_633};
use crate::procedure::{LawfulRoute, Required, Verdict, With};
use crate::record::Vocabulary;
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A change that the law does not allow.
pub static RULE: Rule = Rule {
    code: "R109",
    name: "forbidden-change",
    severity: Severity::Error,
    title: Words::fixed("这样改不允许", "a change that cannot be filed"),
    demand: Words::fixed(
        "有的事项不能靠变更备案改：要么注销后重新备案，要么迁移，审核期间则什么都不能改",
        "Some facts cannot be changed by a change of the filing: one deregisters and files anew, or migrates; and \
         nothing changes while the authority reviews",
    ),
    help: Words::fixed("撤销这处改动，走合法的途径", "take the change back and go the lawful way"),
    sources: &[MII_33.article(14), MIIT_633.whole()],
    since: None,
    until: None,
    check: Check::Review,
    breaks: Example {
        shows: Words::fixed("只有一个域名的网站换域名", "another domain on a site that has one"),
        given: &[
            Given::Edit { file: "example/domains.yaml", old: "shop.example:\n", new: "store.example:\n" },
            Given::Edit { file: "example/services.yaml", old: "    - shop.example", new: "    - store.example" },
        ],
        finds: &["example/services/shop/domains"],
    },
    keeps: Example {
        shows: Words::fixed("域名没有动", "the domain stays"),
        given: &[Given::Stands { file: "example/services.yaml", text: "    - shop.example" }],
        finds: &[],
    },
};

pub(super) fn check(turn: &Turn<'_>, report: &mut Report<'_>) {
    for required in turn.required {
        if let Verdict::Forbidden { why, lawful_routes } = &required.verdict {
            tell(turn, report, required, why, lawful_routes);
        }
    }
}

fn tell(turn: &Turn<'_>, report: &mut Report<'_>, required: &Required, why: &Words, routes: &[LawfulRoute]) {
    // While the authority reviews no fact is the reason, and all wait alike.
    let fact = required.because.as_ref().or_else(|| required.facts.first().map(|change| &change.fact));
    let first = fact.map(ToString::to_string).unwrap_or_default();
    let (zh, en) = (&why.zh, &why.en);
    let message = words!("{first} 不能这样改：{zh}", "{first} cannot be changed so: {en}");
    let finding = match turn.old.filter(|_| turn.new.is_none()) {
        Some(old) => report.gone(old.particulars.place, message),
        None => report.at(turn.place(&first), message),
    };
    finding.help(way_out(required, routes)).cite(&required.citations);
}

/// What to do instead.
fn way_out(required: &Required, routes: &[LawfulRoute]) -> Words {
    let route = |route: &LawfulRoute| route.steps.iter().map(|step| step.term()).collect::<Vec<_>>().join(" → ");
    let routes = routes.iter().map(route).collect::<Vec<_>>();
    let under_review = required.conflicts.iter().find_map(|conflict| match &conflict.with {
        With::Filing(stem) => Some(stem),
        With::Order(_) => None,
    });
    match (under_review, routes.is_empty()) {
        (Some(stem), false) => {
            let then = routes.join("；");
            words!(
                "撤销这处改动，等订单 {stem} 审核结束后再办{then}",
                "take the change back and file it ({then}) once {stem} is decided"
            )
        }
        (Some(stem), true) => words!(
            "撤销这处改动，等订单 {stem} 审核结束后再改",
            "take the change back and wait until {stem} is decided"
        ),
        (None, false) => {
            let (zh, en) = (routes.join("；或 "), routes.join("; or "));
            words!("撤销这处改动。合法途径：{zh}", "take the change back. The lawful way: {en}")
        }
        // What it takes first is no order with the authority of filings.
        (None, true) => {
            let (zh, en): (Vec<_>, Vec<_>) =
                required.notes.iter().map(|note| (note.zh.to_string(), note.en.to_string())).unzip();
            let (zh, en) = (zh.join("；"), en.join("; "));
            words!("撤销这处改动。{zh}", "take the change back: {en}")
        }
    }
}
