//! P205: a proof of residence has expired.

use super::common::{heads, manages};
use super::examples::{OF_SICHUAN, ZHEJIANG, individual};
use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES};
use crate::model::Person;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::asked::ask;
use crate::tables::Demand;
use crate::words;
use crate::words::Words;

/// A proof of residence has expired.
pub static RULE: Rule = Rule {
    code: "P205",
    name: "residence-proof-expired",
    severity: Severity::Warning,
    title: Words::fixed("居住证明已过期", "a proof of residence has expired"),
    demand: Words::fixed(
        "居住证有期限，过期的不能再证明居住",
        "A residence permit has a term and proves nothing after it",
    ),
    help: Words::fixed("换领后更新 residence", "renew it and update `residence`"),
    sources: &[PROVINCE_PAGES.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Person(check),
    breaks: Example {
        shows: Words::fixed("去年到期的居住证", "a permit that ended last year"),
        given: individual!(
            ZHEJIANG,
            OF_SICHUAN,
            Given::Edit {
                file: "example/people.yaml",
                old: "  name: 张示例\n",
                new: yaml! {r#"
                      name: 张示例
                      home: "510107"
                      residence:
                        kind: 居住证
                        region: "330106"
                        valid:
                          from: 2024-01-01
                          until: 2025-12-31
                "#},
            }
        ),
        finds: &["example/people/zhang/residence/valid/until"],
    },
    keeps: Example {
        shows: Words::fixed("还在有效期内", "still valid"),
        given: individual!(
            ZHEJIANG,
            OF_SICHUAN,
            Given::Edit {
                file: "example/people.yaml",
                old: "  name: 张示例\n",
                new: yaml! {r#"
                      name: 张示例
                      home: "510107"
                      residence:
                        kind: 居住证
                        region: "330106"
                        valid:
                          from: 2026-01-01
                          until: 2027-12-31
                "#},
            }
        ),
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Person>, report: &mut Report<'_>) {
    let Some(valid) = named.record.residence.known().and_then(|proof| proof.valid.known()) else { return };
    let Some(until) = valid.until.placed() else { return };
    let Some(day) = until.value.day().filter(|day| *day < case.today) else { return };
    if !heads(case, named.key) && !manages(case, named.key) {
        return;
    }
    let Some(row) = ask(case, Demand::NonLocal).filter(|row| row.says("proof")) else { return };
    let key = named.key;
    let said =
        words!("{key} 的居住证明有效期到 {day}，已经过期", "the proof of residence of `{key}` was valid until {day}");
    report.at(until.place, said).rests_on(row, case.tables);
}
