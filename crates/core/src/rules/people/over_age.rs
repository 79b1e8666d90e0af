//! P212: the principal of a service is older than the province allows.

use super::common::{born, is_of_age, manages};
use super::examples::{HEILONGJIANG, organisation};
use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES};
use crate::model::Person;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::asked::{ask, asker};
use crate::tables::Demand;
use crate::words;
use crate::words::Words;

/// The principal of a service is older than the province allows.
pub static RULE: Rule = Rule {
    code: "P212",
    name: "over-age",
    severity: Severity::Warning,
    title: Words::fixed("服务负责人超过本省的年龄上限", "the principal of a service is older than the province allows"),
    demand: Words::fixed(
        "有的省里，单位的服务负责人不超过一定年龄（各省：docs/practice.md 的 `max-age`）",
        "Some provinces take nobody above an age as principal of an organisation's service (which ones: `max-age` \
         in docs/practice.md)",
    ),
    help: Words::fixed("换一位服务负责人", "take another principal for the service"),
    sources: &[PROVINCE_PAGES.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Person(check),
    breaks: Example {
        shows: Words::fixed("黑龙江七十岁的服务负责人", "somebody of seventy in Heilongjiang"),
        given: organisation!(
            HEILONGJIANG,
            "91230102MA0EXAMP1H",
            Given::Edit {
                file: "example/people.yaml",
                old: yaml! {"
                      name: 李示例
                      certificate:
                "},
                new: yaml! {"
                      name: 李示例
                      born: 1956-05-01
                      certificate:
                "},
            }
        ),
        finds: &["example/people/li/born"],
    },
    keeps: Example {
        shows: Words::fixed("五十岁", "somebody of fifty"),
        given: organisation!(
            HEILONGJIANG,
            "91230102MA0EXAMP1H",
            Given::Edit {
                file: "example/people.yaml",
                old: yaml! {"
                      name: 李示例
                      certificate:
                "},
                new: yaml! {"
                      name: 李示例
                      born: 1976-05-01
                      certificate:
                "},
            }
        ),
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Person>, report: &mut Report<'_>) {
    // Few say when they were born, which costs less to see than what the province asks.
    let Some((born, place)) = born(named.record) else { return };
    let Some((years, row)) = ask(case, Demand::MaxAge).and_then(|row| Some((row.count?, row))) else { return };
    if !is_of_age(born, years + 1, case.today) || !manages(case, named.key) {
        return;
    }
    let (Words { zh, en }, key) = (asker(case, row), named.key);
    let said = words!(
        "{key} 超过 {years} 周岁，{zh}不接受作服务负责人",
        "`{key}` is older than {years}, the bound of {en} for principals of services"
    );
    report.at(place, said).rests_on(row, case.tables);
}
