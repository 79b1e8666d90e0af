//! F111: only one principal entered a code of a first filing.

use crate::day::Day;
use crate::law::HUAWEI_GUIDE;
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{covers, day, events, facts, filed_text, last, procedure, tell};
use crate::vocabulary::{Event, Procedure};
use crate::words;
use crate::words::Words;

/// Only one principal entered a code of a first filing.
pub static RULE: Rule = Rule {
    code: "F111",
    name: "sms-by-one-principal",
    severity: Severity::Warning,
    title: Words::fixed("首次备案只有一位负责人核验了短信", "only one principal entered a code of a first filing"),
    demand: Words::fixed(
        "首次备案时主体负责人和服务负责人都要核验；两人同一号码时发一次",
        "In a first filing the principal of the subject and that of the service enter a code each, or one if they \
         share a number",
    ),
    help: Words::fixed("补记另一位的短信核验，并写明 who", "add the other one, with `who`"),
    sources: &[HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("服务负责人没有核验", "the principal of the service did not"),
        given: &[Given::Edit {
            file: "example/filings/2021-02-20-first.yaml",
            old: yaml! {"
                  - at: 2021-02-22T11:20:00+08:00
                    event: 短信核验
                    who: li
            "},
            new: "",
        }],
        finds: &["example/filings/2021-02-20-first/events/4"],
    },
    keeps: Example {
        shows: Words::fixed("两人都核验了", "both did"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "    who: li" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let filing = named.record;
    let Some(over) = last(filing, Event::HandedOver) else { return };
    if procedure(filing) != Some(Procedure::First) || day(over).is_none_or(|day| day < SINCE) {
        return;
    }
    let entered: Vec<&str> = events(filing)
        .filter(|(_, event)| *event == Event::SmsVerified)
        .filter_map(|(event, _)| event.value.who.known().map(|who| &**who))
        .collect();
    // Without names nobody can tell who is missing.
    if entered.is_empty() {
        return;
    }
    let answers = |fact: &str| fact.strip_suffix("/principal").is_some_and(|path| covers(filing, path));
    let principals = facts(filing).filter(|(fact, _)| answers(fact)).filter_map(|(fact, _)| filed_text(filing, fact));
    let mut missing: Vec<&str> = principals.filter(|key| !entered.contains(key)).collect();
    missing.retain(|key| !entered.iter().any(|one| may_share_a_phone(filing, one, key)));
    missing.sort_unstable();
    missing.dedup();
    for key in missing {
        tell(case, report, over.place, words!("负责人 {key} 没有短信核验", "the principal `{key}` entered no code"));
    }
}

/// The day from which every province checks by SMS.
const SINCE: Day = Day::of(2020, 8, 17);

/// Whether two people may have one number: masked ones that look alike tell nothing.
fn may_share_a_phone(filing: &Filing, one: &str, other: &str) -> bool {
    let phone = |key: &str| filed_text(filing, &format!("people/{key}/mobile"));
    match (phone(one), phone(other)) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}
