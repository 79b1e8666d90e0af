//! F129: a granted number is not the one held.

use crate::law::{RECORD_FORMAT, REGISTRY};
use crate::model::Filing;
use crate::model::NumberHeld;
use crate::numbers::RecordNumber;
use crate::record::{Items, Placed};
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::tell;
use crate::words;
use crate::words::Words;

/// A granted number is not the one held.
pub static RULE: Rule = Rule {
    code: "F129",
    name: "granted-number-differs",
    severity: Severity::Error,
    title: Words::fixed("核发的号码不是主体或服务持有的号码", "a granted number is not the one held"),
    demand: Words::fixed(
        "订单核发的号码就是主体和服务的 numbers 里的号码",
        "What an order granted is what `numbers` of the subject or service hold",
    ),
    help: Words::fixed("对照公共查询，改正写错的一处", "compare both with the public query and correct the wrong one"),
    sources: &[RECORD_FORMAT.whole(), REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("核发的号码错一位", "one digit off"),
        given: &[Given::Edit { file: "example/filings/2021-02-20-first.yaml", old: "号-1\"", new: "号-2\"" }],
        finds: &["example/filings/2021-02-20-first/granted/1/number"],
    },
    keeps: Example {
        shows: Words::fixed("一致", "the same"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "浙ICP备2021000017号-1" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    for grant in named.record.granted.items() {
        let (Some(of), Some(number)) = (grant.value.of.known(), grant.value.number.placed()) else { continue };
        let Some(held) = held(case, of) else { continue };
        if held.is_empty()
            || held.iter().any(|held| held.value.number.known().is_none_or(|text| is_same(text, &number.value)))
        {
            continue;
        }
        // A number of the other level, or none held at all, is another rule's matter.
        let level = RecordNumber::parse(&number.value).number.is_none_or(|it| it.is_subject() == (&**of == "subject"));
        if !level {
            continue;
        }
        let text = &number.value;
        let finding = tell(
            case,
            report,
            number.place,
            words!("核发给 {of} 的 {text} 不在它持有的号码里", "{text} was granted to `{of}`, which does not hold it"),
        );
        if let Some(other) = held.last() {
            finding.related(other.place, Words::fixed("持有的号码", "the number held"));
        }
    }
}

/// The numbers held by the subject or a service; none if there is no such service.
fn held<'a>(case: &Case<'a>, of: &str) -> Option<Items<'a, Placed<NumberHeld>>> {
    let subject = case.subject;
    match of.strip_prefix("services/") {
        Some(key) => Some(subject.services.get(key)?.value.numbers.items()),
        None if of == "subject" => Some(subject.particulars.value.numbers.items()),
        None => None,
    }
}

/// Whether two texts are one number, however they are written.
fn is_same(one: &str, other: &str) -> bool {
    one == other || {
        let (one, other) = (RecordNumber::parse(one).number, RecordNumber::parse(other).number);
        one.is_some() && one == other
    }
}
