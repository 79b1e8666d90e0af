//! P103: a mobile number is wrong.

use crate::law::{RECORD_FORMAT, VOLCENGINE_GUIDE};
use crate::model::Person;
use crate::numbers::{Fault, Mobile};
use crate::rule::Named;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::spelling::bare;
use crate::words::Words;

/// A mobile number is wrong.
pub static RULE: Rule = Rule {
    code: "P103",
    name: "mobile-malformed",
    severity: Severity::Error,
    title: Words::fixed("手机号码不对", "a mobile number is wrong"),
    demand: Words::fixed(
        "手机号码是 11 位，以 13 至 19 开头；核验短信发到这个号码",
        "A mobile number has 11 digits and starts with 13 to 19; the verification message goes to it",
    ),
    help: Words::fixed("核对号码；入库前遮盖中间四位", "check the number, and mask its middle before committing"),
    sources: &[RECORD_FORMAT.whole(), VOLCENGINE_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Person(check),
    breaks: Example {
        shows: Words::fixed("少了一位", "one digit is missing"),
        given: &[Given::Edit {
            file: "example/people.yaml",
            old: "mobile: \"138****0001\"",
            new: "mobile: \"1380000001\"",
        }],
        finds: &["example/people/zhang/mobile"],
    },
    keeps: Example {
        shows: Words::fixed("11 位，中间遮盖", "11 digits with a masked middle"),
        given: &[Given::Stands { file: "example/people.yaml", text: "mobile: \"138****0001\"" }],
        finds: &[],
    },
};

fn check(_: &Case<'_>, person: &Named<'_, Person>, report: &mut Report<'_>) {
    let Some(mobile) = person.record.mobile.placed() else { return };
    let text = bare(&mobile.value);
    let message = if text.contains('*') {
        masked_fault(&text)
    } else {
        let faults = Mobile::parse(&text).faults;
        let has = |fault| faults.contains(&fault);
        if has(Fault::Length) {
            Some(Words::fixed("手机号码不是 11 位", "the mobile number does not have 11 digits"))
        } else if has(Fault::MobilePrefix) {
            Some(NO_SUCH_START)
        } else if faults.is_empty() {
            None
        } else {
            Some(Words::fixed("手机号码里有数字以外的字符", "the mobile number holds something else than digits"))
        }
    };
    if let Some(message) = message {
        report.at(mobile.place, message);
    }
}

const NO_SUCH_START: Words = Words::fixed(
    "手机号码要以 13 至 19 开头；固定电话写在应急联系里",
    "a mobile number starts with 13 to 19; a fixed line belongs to the emergency contact",
);

/// Of a masked number the visible start still tells.
fn masked_fault(mobile: &str) -> Option<Words> {
    let bare: String = mobile.chars().filter(|c| c.is_alphanumeric() || *c == '*').collect();
    let bare = ["0086", "86"].iter().find_map(|code| bare.strip_prefix(code)).unwrap_or(&bare);
    let mut digits = bare.chars();
    match (digits.next(), digits.next()) {
        (Some('1'), Some('3'..='9' | '*')) | (Some('*'), _) => None,
        _ => Some(NO_SUCH_START),
    }
}
