//! A109: the days of an access or of a payment are out of order.

use crate::day::Day;
use crate::law::RECORD_FORMAT;
use crate::record::Slot;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The days of an access or of a payment are out of order.
pub static RULE: Rule = Rule {
    code: "A109",
    name: "access-days-out-of-order",
    severity: Severity::Error,
    title: Words::fixed("接入或付费的日期先后颠倒", "the days of an access or of a payment are out of order"),
    demand: Words::fixed(
        "起在止之前；释放不会早于开始付费",
        "A first day comes before the last one, and nothing is given back before it is paid for",
    ),
    help: Words::fixed("核对日期", "check the days"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("付费止于起之前", "paid until a day before the first one"),
        given: &[Given::Edit {
            file: "example/servers.yaml",
            old: yaml! {"
                    from: 2021-01-15
                    until: 2028-01-15
            "},
            new: yaml! {"
                    from: 2031-01-15
                    until: 2028-01-15
            "},
        }],
        finds: &["example/servers/web-1/paid/until"],
    },
    keeps: Example {
        shows: Words::fixed("先后合理", "in order"),
        given: &[Given::Stands {
            file: "example/servers.yaml",
            text: yaml! {"
                    from: 2021-01-15
                    until: 2028-01-15
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    for (_, server) in case.subject.servers.iter() {
        let server = &server.value;
        if let Some(paid) = server.paid.known() {
            judge(&paid.from, &paid.until, ("付费的起", "the first day paid for"), report);
            judge(&paid.from, &server.released, ("付费的起", "the first day paid for"), report);
        }
    }
    for (_, service) in case.subject.services.iter() {
        for access in service.value.access.items() {
            judge(&access.value.since, &access.value.until, ("接入的起", "the first day of the access"), report);
        }
    }
}

fn judge(first: &Slot<Day>, last: &Slot<Day>, (zh, en): (&str, &str), report: &mut Report<'_>) {
    let (Some(first), Some(last)) = (first.placed(), last.placed()) else { return };
    if last.value < first.value {
        let (day, from) = (last.value, first.value);
        report
            .at(last.place, words!("{day} 早于{zh} {from}", "{day} lies before {en}, {from}"))
            .related(first.place, Words::fixed("起在这里", "the first day stands here"));
    }
}
