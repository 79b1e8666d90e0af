//! N119: a filing was approved, but no number is held.

use crate::day::Day;
use crate::law::{Article, MII_33, SC_292};
use crate::model::{Dated, Filing, Stage, Subject};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A filing was approved, but no number is held.
pub static RULE: Rule = Rule {
    code: "N119",
    name: "filed-without-number",
    severity: Severity::Error,
    title: Words::fixed("备案已通过，却没有写备案号", "a filing was approved, but no number is held"),
    demand: Words::fixed(
        "管局准予备案时核发备案号；网站开通后要在首页公布",
        "The authority grants a number with its approval, and an open site must show it",
    ),
    help: Words::fixed(
        "照备案系统把主体号和服务号写入 numbers",
        "enter the numbers of the subject and its services in `numbers`",
    ),
    sources: &[MII_33.articles(&[Article::new(12), Article::new(13)]), SC_292.article(12)],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("服务已备案，没有号码", "a filed service without a number"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: yaml! {r#"
                  numbers:
                    - number: "浙ICP备2021000017号-1"
                      from: 2021-03-18
                      filing: 2021-02-20-first
            "#},
            new: "",
        }],
        finds: &["example/services/shop/numbers"],
    },
    keeps: Example {
        shows: Words::fixed("号码写明了", "the number is held"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  - number: \"浙ICP备2021000017号\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let subject = case.subject;
    if case.stage == Stage::Ended || subject.is_unread("subject") {
        return;
    }
    // A list that is there, but whose numbers have all ended, tells of a subject on its way out.
    let particulars = &subject.particulars;
    if particulars.value.numbers.is_absent()
        && let Some((dated, day)) = approved(subject, "subject")
    {
        report
            .missing(
                particulars.place,
                "numbers",
                words!(
                    "主体已在 {day} 通过备案，却没有主体备案号",
                    "the subject was approved on {day}, but holds no number"
                ),
            )
            .at_most(case.missing())
            .related(dated.record.place, Words::fixed("通过的订单在这里", "the filing approved stands here"));
    }
    for (key, service) in subject.live_services(case.today) {
        if service.value.numbers.is_absent()
            && let Some((dated, day)) = approved(subject, &format!("services/{key}"))
        {
            report
                .missing(
                    service.place,
                    "numbers",
                    words!(
                        "服务 {key} 已在 {day} 通过备案，却没有服务备案号",
                        "the service `{key}` was approved on {day}, but holds no number"
                    ),
                )
                .at_most(case.missing())
                .related(dated.record.place, Words::fixed("通过的订单在这里", "the filing approved stands here"));
        }
    }
}

/// The approved filing by which something came on file.
fn approved<'a>(subject: &'a Subject, what: &str) -> Option<(&'a Dated<Filing>, Day)> {
    subject.filings.iter().find_map(|dated| {
        let filing = &dated.record.value;
        let first = filing.procedure.known().is_some_and(|asked| asked.files_service());
        let covers = filing.covers.items().iter().any(|covered| &*covered.value == what);
        // What an approved order leaves out is missing there first.
        let grants = filing.granted.items().iter().any(|grant| grant.value.of.known().is_some_and(|of| **of == *what));
        filing.approved().filter(|_| first && covers && grants).map(|day| (dated, day))
    })
}
