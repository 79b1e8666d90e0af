//! S142: a service is on file, and nothing tells since when it is open.

use super::common::has_passed;
use crate::law::{MII_33, MPS_33};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::{granted, is_judged};
use crate::vocabulary::PeriodKind;
use crate::words;
use crate::words::Words;

/// A service is on file, and nothing tells since when it is open.
pub static RULE: Rule = Rule {
    code: "S142",
    name: "opened-not-recorded",
    severity: Severity::Note,
    title: Words::fixed(
        "服务已备案，没有记录开通日期",
        "a service is on file, and nothing tells since when it is open",
    ),
    demand: Words::fixed(
        "开通之日起要展示备案号，{police-filing}内办理公安联网备案；没有开通日期，这些期限无从算起",
        "From the opening on the number is shown, and within {police-filing} the service is filed with the police; \
         without its day neither can be counted",
    ),
    help: Words::fixed("开通了的写 opened；还没有开通的不用改", "add `opened` once it is open; until then leave it"),
    sources: &[MPS_33.article(12), MII_33.article(13)],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("备案五年，没有 opened", "on file for five years without `opened`"),
        given: &[Given::Edit { file: "example/services.yaml", old: "  opened: 2021-03-20\n", new: "" }],
        finds: &["example/services/shop/opened"],
    },
    keeps: Example {
        shows: Words::fixed("写了开通日期", "the day of opening is told"),
        given: &[Given::Stands { file: "example/services.yaml", text: "  opened: 2021-03-20\n" }],
        finds: &[],
    },
};

/// Whether the day of opening is asked for: an order of the records themselves filed the service,
/// and what the records began with may leave it open.
pub(crate) fn is_asked(case: &Case<'_>, key: &str, service: &Service) -> bool {
    is_judged(case, service)
        && service.opened.is_absent()
        && granted(service).is_some_and(|from| from <= case.today)
        && has_passed(case, key)
        && !case.subject.is_opened(&format!("services/{key}"))
}

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    if !is_asked(case, named.key, named.record) {
        return;
    }
    let (key, Some(from)) = (named.key, granted(named.record)) else { return };
    // Until then it may well not be open, and nothing can be late.
    if !case.tables.count(PeriodKind::PoliceFiling, "", from).is_some_and(|counted| counted.is_over(case.today)) {
        return;
    }
    report.missing(
        named.place,
        "opened",
        words!(
            "{key} 于 {from} 核发备案号，没有写 opened：何时开通、公安联网备案的期限从哪天算起，都无从知道",
            "`{key}` got its number on {from} and has no `opened`: since when it is open, and by when it is filed with \
             the police, is not known"
        ),
    );
}
