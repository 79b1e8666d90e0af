//! F146: the records differ from what is on file, and no order asks for it.

use super::common::tell;
use super::known::is_known;
use super::on_file::{OnFile, Recorded, are_recorded, is_asked, is_same, on_file, recorded, shown};
use crate::law::{MII_33, RECORD_FORMAT};
use crate::record::Plain;
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Rule, Severity};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// The records differ from what is on file, and no order asks for it.
pub static RULE: Rule = Rule {
    code: "F146",
    name: "change-not-filed",
    severity: Severity::Warning,
    title: Words::fixed(
        "记录与备案的不一样，没有订单办理变更",
        "the records differ from what is on file, and no order asks for it",
    ),
    demand: Words::fixed(
        "已通过的订单依次推得备案的信息；记录写的是要达到的样子，两者不同的要有订单办理变更",
        "The approved orders, one after another, give what is on file; the records hold what is meant to be, and what \
         differs is covered by an order",
    ),
    help: Words::fixed(
        "办理变更并立订单；若是笔误，改正记录或订单",
        "file the change and make an order of it; if something is misspelled, correct the record or the order",
    ),
    sources: &[MII_33.article(14), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("改了地址，没有办理变更", "an address changed, but not filed"),
        given: &[parts::OFFICE_MOVED],
        finds: &["example/subject/address"],
    },
    keeps: Example {
        shows: Words::fixed("变更已通过", "the change was approved"),
        given: &[parts::OFFICE_MOVED, parts::MOVE_FILED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    if are_recorded(case) {
        return;
    }
    let on_file = on_file(case);
    for (fact, held) in &on_file.held {
        let (place, value) = match recorded(case.subject, fact, held.value) {
            Recorded::Same => continue,
            Recorded::Value(value, _) if held.value.is_some_and(|held| is_same(fact, held, &value)) => continue,
            Recorded::Value(value, place) => (place, Some(value)),
            Recorded::Nothing { faulty: true } => continue,
            Recorded::Nothing { faulty: false } if held.value.is_none() => continue,
            // What no record can hold is misspelled, which is another rule's matter.
            Recorded::Nothing { faulty: false } if !is_known(fact) => continue,
            Recorded::Nothing { faulty: false } => (held.place, None),
            // People come and go with their keys; who answers is a fact of its own.
            Recorded::NoRecord if !fact.starts_with("services/") => continue,
            Recorded::NoRecord => (held.place, None),
        };
        if is_asked(case, fact) || is_renamed(case, &on_file, held.value, value.as_ref(), fact) {
            continue;
        }
        let (old, new) = (shown(fact, held.value), shown(fact, value.as_ref()));
        tell(
            case,
            report,
            place,
            words!(
                "{fact} 备案的是“{old}”，记录是“{new}”，没有订单办理变更",
                "`{fact}` is on file as {old}, the records say {new}, and no order asks for it"
            ),
        )
        .related(held.place, Words::fixed("备案的值", "the value on file"))
        .at_most(Severity::Warning);
    }
}

/// Whether a principal is the one on file under another key.
fn is_renamed(case: &Case<'_>, on_file: &OnFile<'_>, old: Option<&Plain>, new: Option<&Plain>, fact: &str) -> bool {
    let (Some(old), Some(new)) = (old.and_then(Plain::as_text), new.and_then(Plain::as_text)) else { return false };
    if !fact.ends_with("/principal") || case.subject.people.get(old).is_some() {
        return false;
    }
    let held = on_file.held.get(format!("people/{old}/name").as_str()).and_then(|held| held.value?.as_text());
    let named = case.subject.people.get(new).and_then(|person| person.value.name.known());
    matches!((held, named), (Some(held), Some(named)) if held == &**named)
}
