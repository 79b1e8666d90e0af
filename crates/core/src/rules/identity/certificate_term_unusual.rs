//! I127: a certificate has a term that its kind is not given for.

use super::term::{Term, each};
use crate::day::Day;
use crate::law::ID_CARD_LAW;
use crate::record::Placed;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A certificate has a term that its kind is not given for.
pub static RULE: Rule = Rule {
    code: "I127",
    name: "certificate-term-unusual",
    severity: Severity::Warning,
    title: Words::fixed("证件没有这样的有效期", "a certificate has a term that its kind is not given for"),
    demand: Words::fixed(
        "居民身份证的有效期是五年、十年、二十年或长期，从签发之日起算；不是整数年的，起止日期里有一个抄错了",
        "An identity card is given for five, ten or twenty years from its first day, or without an end; with any other \
         term the first or the last day was copied wrongly",
    ),
    help: Words::fixed("对照证件改正起止日期", "correct the days from the certificate"),
    sources: &[ID_CARD_LAW.article(5)],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("身份证有效期十九年", "an identity card for nineteen years"),
        given: &[Given::Edit { file: "example/people.yaml", old: "until: 2035-06-01", new: "until: 2034-06-01" }],
        finds: &["example/people/zhang/certificate/valid/until"],
    },
    keeps: Example {
        shows: Words::fixed("十年", "ten years"),
        given: &[Given::Edit {
            file: "example/people.yaml",
            old: yaml! {"
                      from: 2016-02-01
                      until: 2036-02-01
            "},
            new: yaml! {"
                      from: 2018-02-01
                      until: 2028-02-01
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    each(case, &mut |term| {
        let Some(from) = term.from else { return };
        let years = &term.row.years;
        let fits = years.is_empty() || years.iter().any(|years| term.is_of(*years, from.value));
        if !fits && !term.is_too_long(case.clock) {
            tell(case, term, from, report);
        }
    });
}

fn tell(case: &Case<'_>, term: &Term<'_>, from: &Placed<Day>, report: &mut Report<'_>) {
    let Term { kind, row, last, .. } = term;
    let first = from.value;
    let years: Vec<String> = row.years.iter().map(ToString::to_string).collect();
    let (zh, en) = (years.join("、"), years.join(", "));
    report
        .at(
            term.until.place,
            words!(
                "{kind}从 {first} 到 {last}，不是 {zh} 年中的一种",
                "this certificate ({kind}) runs from {first} to {last}, which is none of the terms of {en} years"
            ),
        )
        .related(from.place, Words::fixed("起始日在这里", "the first day stands here"))
        .at_most(case.most())
        .at_most(row.provenance.weight());
}
