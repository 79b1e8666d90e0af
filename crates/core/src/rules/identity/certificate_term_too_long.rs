//! I126: a certificate ends later than any of its kind can.

use super::term::{Term, each};
use crate::law::ID_CARD_LAW;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A certificate ends later than any of its kind can.
pub static RULE: Rule = Rule {
    code: "I126",
    name: "certificate-term-too-long",
    severity: Severity::Warning,
    title: Words::fixed("证件有效期过长", "a certificate ends later than any of its kind can"),
    demand: Words::fixed(
        "个人证件的有效期有上限：居民身份证最长二十年（四十六周岁以上的写 长期），台胞证五年；各类证件的年限见数据表 \
         certificate-terms",
        "Certificates of persons are given for so many years at most: an identity card for twenty (people of 46 and \
         older have one without an end, 长期), a permit of Taiwan residents for five; the table certificate-terms has \
         them by kind",
    ),
    help: Words::fixed(
        "对照证件改正起止日期；长期有效的写 长期",
        "correct the days from the certificate; write 长期 for one without an end",
    ),
    sources: &[ID_CARD_LAW.article(5)],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("身份证有效期三十年", "an identity card for thirty years"),
        given: &[Given::Edit { file: "example/people.yaml", old: "until: 2035-06-01", new: "until: 2045-06-01" }],
        finds: &["example/people/zhang/certificate/valid/until"],
    },
    keeps: Example {
        shows: Words::fixed("二十年", "twenty years"),
        given: &[Given::Stands { file: "example/people.yaml", text: "until: 2035-06-01" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    each(case, &mut |term| {
        if term.is_too_long(case.clock) {
            tell(case, term, report);
        }
    });
}

fn tell(case: &Case<'_>, term: &Term<'_>, report: &mut Report<'_>) {
    let Term { kind, row, last, .. } = term;
    let longest = row.longest;
    let finding = report.at(
        term.until.place,
        words!(
            "{kind}有效期到 {last}，超过了最长的 {longest} 年",
            "this certificate ({kind}) ends on {last}, which is more than the {longest} years it has at most"
        ),
    );
    if let Some(from) = term.from {
        finding.related(from.place, Words::fixed("起始日在这里", "the first day stands here"));
    }
    finding.at_most(case.most()).at_most(row.provenance.weight());
}
