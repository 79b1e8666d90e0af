//! P201: a principal is younger than the province asks.

use super::common::{born, heads, is_of_age, manages};
use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES, TENCENT_GUIDE};
use crate::model::Person;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::asked::{ask, asker};
use crate::tables::Demand;
use crate::words;
use crate::words::Words;

/// A principal is younger than the province asks.
pub static RULE: Rule = Rule {
    code: "P201",
    name: "under-age",
    severity: Severity::Warning,
    title: Words::fixed("负责人未到本省要求的年龄", "a principal is younger than the province asks"),
    demand: Words::fixed(
        "各省对负责人有最低年龄，多为 18 周岁（各省：docs/practice.md 的 `min-age`）；有的省凭收入或监护\
         证明放宽。来源不一的省只作提示；证件号码遮盖、又没写出生日期的不判断",
        "Provinces set an age for principals, mostly 18 (each: `min-age` in docs/practice.md); some admit younger \
         ones who prove an income or a guardian. Where sources disagree it is a note; where the birth is masked \
         and not written, nothing is said",
    ),
    help: Words::fixed(
        "换一位负责人，或问接入商本省收哪些证明",
        "take another principal, or ask the provider which proofs the province takes",
    ),
    sources: &[PROVINCE_PAGES.whole(), TENCENT_GUIDE.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Person(check),
    breaks: Example {
        shows: Words::fixed("十六岁的服务负责人", "a service principal of sixteen"),
        given: &[Given::Edit {
            file: "example/people.yaml",
            old: yaml! {"
                  name: 李示例
                  certificate:
            "},
            new: yaml! {"
                  name: 李示例
                  born: 2010-05-01
                  certificate:
            "},
        }],
        finds: &["example/people/li/born"],
    },
    keeps: Example {
        shows: Words::fixed("成年的负责人", "a principal of full age"),
        given: &[Given::Edit {
            file: "example/people.yaml",
            old: yaml! {"
                  name: 李示例
                  certificate:
            "},
            new: yaml! {"
                  name: 李示例
                  born: 1990-05-01
                  certificate:
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Person>, report: &mut Report<'_>) {
    let Some((born, place)) = born(named.record) else { return };
    if !(heads(case, named.key) || manages(case, named.key)) {
        return;
    }
    let Some((years, row)) = ask(case, Demand::MinAge).and_then(|row| Some((row.count?, row))) else { return };
    if is_of_age(born, years, case.today) {
        return;
    }
    let (key, Words { zh, en }) = (named.key, asker(case, row));
    let said = words!(
        "{key} 未满 {years} 周岁，{zh}不接受作负责人",
        "`{key}` is younger than {years}, the age that {en} asks of principals"
    );
    report.at(place, said).rests_on(row, case.tables);
}
