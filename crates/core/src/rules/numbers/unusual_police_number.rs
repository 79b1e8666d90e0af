//! N118: digits 7 and 8 of a police number are not 02.

use crate::law::SEEN_ON_PAGES;
use crate::model::Service;
use crate::rule::Named;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// Digits 7 and 8 of a police number are not 02.
pub static RULE: Rule = Rule {
    code: "N118",
    name: "unusual-police-number",
    severity: Severity::Note,
    title: Words::fixed("公安备案号第 7、8 位不是 02", "digits 7 and 8 of a police number are not 02"),
    demand: Words::fixed(
        "见过的公安备案号第 7、8 位都是 02；没有查到明文规定",
        "All police numbers seen have 02 there; no text was found that says so",
    ),
    help: Words::fixed("核对是不是抄错了数字", "check whether a digit was copied wrongly"),
    sources: &[SEEN_ON_PAGES.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("第 7、8 位是 20", "20 in their place"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "浙公网安备33010602000017号",
            new: "浙公网安备33010620000017号",
        }],
        finds: &["example/services/shop/police/number"],
    },
    keeps: Example {
        shows: Words::fixed("第 7、8 位是 02", "02 there"),
        given: &[Given::Stands { file: "example/services.yaml", text: "浙公网安备33010602000017号" }],
        finds: &[],
    },
};

fn check(_: &Case<'_>, service: &Named<'_, Service>, report: &mut Report<'_>) {
    let Some(number) = service.record.police.known().and_then(|police| police.number.placed()) else { return };
    let digits = || number.value.chars().filter(char::is_ascii_digit);
    if digits().count() == 14 && !digits().skip(6).take(2).eq("02".chars()) {
        let text = &number.value;
        report.at(
            number.place,
            words!(
                "公安备案号“{text}”第 7、8 位不是常见的 02",
                "digits 7 and 8 of the police number `{text}` are not the usual 02"
            ),
        );
    }
}
