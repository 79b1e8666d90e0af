//! F128: an approved first filing or new service has no number.

use crate::law::{MII_33, RECORD_FORMAT};
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{covered, is_target, last, procedure};
use crate::vocabulary::{Event, Procedure};
use crate::words;
use crate::words::Words;

/// An approved first filing or new service has no number.
pub static RULE: Rule = Rule {
    code: "F128",
    name: "approved-without-number",
    severity: Severity::Error,
    title: Words::fixed(
        "首次备案或新增服务通过了，没有写核发号码",
        "an approved first filing or new service has no number",
    ),
    demand: Words::fixed(
        "通过时核发主体备案号和每项服务的备案号",
        "With the approval the subject and each service get their numbers",
    ),
    help: Words::fixed(
        "从管局短信或公共查询补写 granted",
        "add `granted` from the authority's message or the public query",
    ),
    sources: &[MII_33.article(12), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("服务没有号码", "the service has none"),
        given: &[Given::Edit {
            file: "example/filings/2021-02-20-first.yaml",
            old: yaml! {r#"
                  - of: services/shop
                    number: "浙ICP备2021000017号-1"
            "#},
            new: "",
        }],
        finds: &["example/filings/2021-02-20-first/covers/1"],
    },
    keeps: Example {
        shows: Words::fixed("都有号码", "both have theirs"),
        given: &[Given::Stands {
            file: "example/filings/2021-02-20-first.yaml",
            text: yaml! {r#"
                  - of: services/shop
                    number: "浙ICP备2021000017号-1"
            "#},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let first = procedure(named.record) == Some(Procedure::First);
    let gives = procedure(named.record).is_some_and(Procedure::files_service);
    let Some(approved) = last(named.record, Event::Approved).filter(|_| gives) else { return };
    let has = |path: &str| {
        named.record.granted.items().iter().any(|grant| grant.value.of.known().is_some_and(|of| &**of == path))
    };
    let lacks = |path: &str| is_target(case, path) && !has(path) && (first || path != "subject");
    let mut lacking = covered(named.record).filter(|(path, _)| lacks(path));
    let Some((path, place)) = lacking.next() else { return };
    let finding = report.at(place, words!("{path} 没有核发号码", "no number was granted to `{path}`"));
    finding.at_most(case.missing()).related(approved.place, Words::fixed("管局在此通过", "approved here"));
    for (path, place) in lacking {
        finding.related(place, words!("{path} 也没有", "nor to `{path}`"));
    }
}
