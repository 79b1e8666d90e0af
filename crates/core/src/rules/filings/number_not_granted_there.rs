//! F130: the order a number names did not grant it.

use crate::law::RECORD_FORMAT;
use crate::model::NumberHeld;
use crate::record::Placed;
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{by_stem, covers, is_target, procedure, tell};
use crate::rules::parts;
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;

/// The order a number names did not grant it.
pub static RULE: Rule = Rule {
    code: "F130",
    name: "number-not-granted-there",
    severity: Severity::Error,
    title: Words::fixed("所指的订单没有核发这个号码", "the order a number names did not grant it"),
    demand: Words::fixed(
        "numbers 的 filing 指向核发该号码的订单",
        "`filing` of a held number names the order that granted it",
    ),
    help: Words::fixed("改正 filing，或在那个订单补写 granted", "correct `filing`, or add `granted` to that order"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("所指的是变更订单", "it names a change"),
        given: &[
            parts::OFFICE_MOVED,
            parts::MOVE_FILED,
            Given::Edit {
                file: "example/services.yaml",
                old: "filing: 2021-02-20-first",
                new: "filing: 2026-07-06-address",
            },
        ],
        finds: &["example/services/shop/numbers/0/filing"],
    },
    keeps: Example {
        shows: Words::fixed("核发的订单", "the order that granted it"),
        given: &[Given::Stands { file: "example/services.yaml", text: "filing: 2021-02-20-first" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let subject = case.subject;
    let own = subject.particulars.value.numbers.items();
    own.iter().for_each(|held| judge(case, "subject", held, report));
    for (key, service) in subject.services.iter() {
        let path = format!("services/{key}");
        service.value.numbers.items().iter().for_each(|held| judge(case, &path, held, report));
    }
}

fn judge(case: &Case<'_>, path: &str, held: &Placed<NumberHeld>, report: &mut Report<'_>) {
    let Some(stem) = held.value.filing.placed() else { return };
    let Some(filing) = by_stem(case, &stem.value) else { return };
    // A number that differs from the one granted is another rule's matter.
    // So is one that was granted to what does not exist.
    let fits = |of: &str| of == path || !is_target(case, of);
    let grants = filing.record.granted.items().iter().any(|grant| grant.value.of.known().is_none_or(|of| fits(of)));
    // What an approved first filing or new service leaves out is missing there.
    let gives = procedure(filing.record).is_some_and(Procedure::files_service);
    let left_out = gives && covers(filing.record, path);
    if !grants && !left_out {
        let name = &stem.value;
        tell(
            case,
            report,
            stem.place,
            words!("订单 {name} 没有给 {path} 核发号码", "the order `{name}` granted no number to `{path}`"),
        )
        .related(filing.place, Words::fixed("所指的订单", "the order named"));
    }
}
