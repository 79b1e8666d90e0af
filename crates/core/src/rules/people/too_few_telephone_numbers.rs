//! P210: two principals have fewer telephone numbers than the province asks.

use super::common::{person, principal, shown};
use super::examples::{HUBEI, organisation};
use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::asked::{ask, asker};
use crate::tables::Demand;
use crate::words;
use crate::words::Words;

/// Two principals have fewer telephone numbers than the province asks.
pub static RULE: Rule = Rule {
    code: "P210",
    name: "too-few-telephone-numbers",
    severity: Severity::Warning,
    title: Words::fixed(
        "两位负责人的电话不够本省要求的数目",
        "two principals have fewer telephone numbers than the province asks",
    ),
    demand: Words::fixed(
        "两级负责人不是同一人时，有的省要三个或四个不同的号码（各省：docs/practice.md 的 `numbers`）；遮\
         盖的号码看来相同未必相同，只作提示",
        "Where the two principals are two people, some provinces ask for three or four different numbers (which \
         ones: `numbers` in docs/practice.md); masked numbers that look alike may differ, so that it is a note",
    ),
    help: Words::fixed("应急电话各写另外一个人的", "give for each the emergency number of somebody else"),
    sources: &[PROVINCE_PAGES.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("湖北的企业，应急电话互为对方手机", "in Hubei, each is the emergency contact of the other"),
        given: organisation!(HUBEI, "91420106MA0EXAMP1L"),
        finds: &["example/services/shop/principal"],
    },
    keeps: Example {
        shows: Words::fixed("湖北的企业，四个号码", "four numbers in Hubei"),
        given: organisation!(
            HUBEI,
            "91420106MA0EXAMP1L",
            Given::Edit {
                file: "example/people.yaml",
                old: "    phone: \"139****0002\"",
                new: "    phone: \"137****0005\""
            },
            Given::Edit {
                file: "example/people.yaml",
                old: "    phone: \"138****0001\"",
                new: "    phone: \"136****0006\""
            }
        ),
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let Some(row) = ask(case, Demand::Numbers) else { return };
    let wanted = row.count.and_then(|count| usize::try_from(count).ok()).unwrap_or_default();
    let (Some((head, one)), Some((manager, other))) = (principal(case), person(case, &named.record.principal)) else {
        return;
    };
    if head.value == manager.value || !named.record.is_live(case.today) {
        return;
    }
    let mut numbers: Vec<String> = Vec::new();
    let mut masked = false;
    for person in [&one.value, &other.value] {
        let emergency = person.emergency.known().and_then(|it| it.phone.known());
        for phone in person.mobile.known().into_iter().chain(emergency) {
            let (shown, hidden) = shown(phone);
            masked |= hidden;
            numbers.push(shown);
        }
    }
    let given = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    let differ = numbers.len();
    // What is missing is told elsewhere.
    if given < wanted || wanted <= differ {
        return;
    }
    let (Words { zh, en }, key) = (asker(case, row), &manager.value);
    let said = words!(
        "主体负责人和 {key} 一共留了 {differ} 个不同的号码，{zh}要 {wanted} 个",
        "the principal of the subject and `{key}` have {differ} different numbers between them; {en} asks for {wanted}"
    );
    let most = if masked { Severity::Note } else { row.provenance.weight() };
    report
        .at(manager.place, said)
        .at_most(most)
        .related(head.place, Words::fixed("主体负责人在这里", "the principal of the subject stands here"));
}
