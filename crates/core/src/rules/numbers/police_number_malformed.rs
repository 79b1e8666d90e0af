//! N116: a police number is not of the form.

use super::police;
use crate::law::{RECORD_FORMAT, SEEN_ON_PAGES};
use crate::model::Service;
use crate::numbers::{Fault, PoliceNumber, Reading};
use crate::rule::Named;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A police number is not of the form.
pub static RULE: Rule = Rule {
    code: "N116",
    name: "police-number-malformed",
    severity: Severity::Error,
    title: Words::fixed("公安备案号写得不对", "a police number is not of the form"),
    demand: Words::fixed(
        "公安备案号是省份简称、“公网安备”、14 位数字和“号”，连写；办理用的数据码（32 位十六进制数）不是号码",
        "A police number is a province letter, 公网安备, 14 digits and 号, without blanks; the code for the form (32 \
         hexadecimal digits) is none",
    ),
    help: Words::fixed("照全国互联网安全管理服务平台上的号码抄写", "copy it from the platform of the police"),
    sources: &[RECORD_FORMAT.whole(), SEEN_ON_PAGES.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("没有“号”字", "号 is missing"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "浙公网安备33010602000017号",
            new: "浙公网安备33010602000017",
        }],
        finds: &["example/services/shop/police/number"],
    },
    keeps: Example {
        shows: Words::fixed("完整的号码", "a whole number"),
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
    if police::holds_code(&number.value) {
        let said = Words::fixed(
            "这是办理用的公安联网备案数据码，不是公安备案号；通过后才有号码",
            "this is the code for the form of the police and no police number; the number comes with their approval",
        );
        let help = Words::fixed("删去这一项，通过后再写号码", "take it out, and write the number once it is granted");
        report.at(number.place, said).help(help);
        return;
    }
    let Reading { number: read, mut faults } = PoliceNumber::parse(&number.value);
    // Letters against digits are another rule's; 蜀 for 川 is a habit and no fault.
    faults.retain(|fault| !matches!(fault, Fault::PsbProvinceMismatch | Fault::PsbAliasProvince));
    let Some(first) = faults.first() else { return };
    let (text, Words { zh, en }) = (&number.value, first.words());
    let message = match read.map(|read| read.to_string()).filter(|read| **read != **text) {
        Some(right) => words!("公安备案号“{text}”应写成“{right}”", "the police number `{text}` is written `{right}`"),
        None => words!("公安备案号“{text}”：{zh}", "the police number `{text}`: {en}"),
    };
    // Numbers from before the national platform may have been shorter.
    let most = if faults == [Fault::PsbBadDigits] { Severity::Warning } else { Severity::Error };
    report.at(number.place, message).at_most(most);
}
