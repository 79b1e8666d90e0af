//! N108: the number of a subject stands for a service's, or the other way round.

use super::written::{Level, each, has_suffix};
use crate::law::{RECORD_FORMAT, REGISTRY};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The number of a subject stands for a service's, or the other way round.
pub static RULE: Rule = Rule {
    code: "N108",
    name: "number-of-wrong-level",
    severity: Severity::Error,
    title: Words::fixed(
        "主体号和服务号写反了",
        "the number of a subject stands for a service's, or the other way round",
    ),
    demand: Words::fixed(
        "主体备案号没有后缀，服务备案号有“-1”“-2A”这样的后缀",
        "A subject's number has no suffix, a service's has one such as -1 or -2A",
    ),
    help: Words::fixed(
        "主体下写不带后缀的号码，服务下写带后缀的号码",
        "write the number without a suffix under the subject and the one with it under the service",
    ),
    sources: &[RECORD_FORMAT.whole(), REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("给主体核发的号码带了后缀", "the number granted to the subject has a suffix"),
        given: &[Given::Edit {
            file: "example/filings/2021-02-20-first.yaml",
            old: yaml! {r#"
                  - of: subject
                    number: "浙ICP备2021000017号"
            "#},
            new: yaml! {r#"
                  - of: subject
                    number: "浙ICP备2021000017号-1"
            "#},
        }],
        finds: &["example/filings/2021-02-20-first/granted/0/number"],
    },
    keeps: Example {
        shows: Words::fixed("主体号没有后缀", "the subject's number has no suffix"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  - number: \"浙ICP备2021000017号\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    each(case, &mut |written| {
        let text = written.text;
        let message = match (written.level, has_suffix(case, text)) {
            (Level::Subject, Some(true)) => words!(
                "“{text}”带有后缀，是服务号，不是主体号",
                "`{text}` has a suffix: it is the number of a service, not of the subject"
            ),
            (Level::Service, Some(false)) => words!(
                "“{text}”没有后缀，是主体号，不是服务号",
                "`{text}` has no suffix: it is the number of the subject, not of a service"
            ),
            _ => return,
        };
        report.at(written.place, message);
    });
}
