//! N117: letter and digits of a police number are of two provinces.

use super::police;
use crate::law::{GB_2260, SEEN_ON_PAGES};
use crate::model::Service;
use crate::names::Province;
use crate::numbers::{Fault, PoliceNumber};
use crate::rule::Named;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// Letter and digits of a police number are of two provinces.
pub static RULE: Rule = Rule {
    code: "N117",
    name: "police-letter-against-digits",
    severity: Severity::Warning,
    title: Words::fixed(
        "公安备案号的简称与数字不是同一个省",
        "letter and digits of a police number are of two provinces",
    ),
    demand: Words::fixed(
        "公安备案号的前两位数字是受理机关所在省的区划代码，要与省份简称相符",
        "The first two digits of a police number are the code of the province whose letter stands before them",
    ),
    help: Words::fixed("核对是不是抄了别的网站的号码", "check whether the number was copied from another site"),
    sources: &[GB_2260.whole(), SEEN_ON_PAGES.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("浙字头，江苏的代码", "letter of Zhejiang, digits of Jiangsu"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "浙公网安备33010602000017号",
            new: "浙公网安备32010602000017号",
        }],
        finds: &["example/services/shop/police/number"],
    },
    keeps: Example {
        shows: Words::fixed("都是浙江", "both of Zhejiang"),
        given: &[Given::Stands { file: "example/services.yaml", text: "浙公网安备33010602000017号" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, service: &Named<'_, Service>, report: &mut Report<'_>) {
    if police::are_flawless(case) {
        return;
    }
    let Some(number) = service.record.police.known().and_then(|police| police.number.placed()) else { return };
    if police::is_flawless(&number.value) {
        return;
    }
    let reading = PoliceNumber::parse(&number.value);
    if !reading.faults.contains(&Fault::PsbProvinceMismatch) {
        return;
    }
    let Some(read) = reading.number else { return };
    let (letter, code) = (read.letter(), read.code().head(2));
    let message = match (read.province(), Province::of_code(&format!("{code:02}"))) {
        (Some(one), Some(other)) => {
            let (zh, en, zh_other, en_other) = (one.short_zh, one.name_en, other.short_zh, other.name_en);
            words!(
                "公安备案号写“{letter}”（{zh}），数字却以 {code}（{zh_other}）开头",
                "the police number has the letter {letter} ({en}), but starts with {code} ({en_other})"
            )
        }
        _ => words!(
            "公安备案号写“{letter}”，数字却以 {code} 开头",
            "the police number has the letter {letter}, but starts with {code}"
        ),
    };
    report.at(number.place, message);
}
