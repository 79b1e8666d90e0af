//! S111: the name of a service is too short or too long.

use super::common::{Name, is_han, weight};
use crate::law::{MIIT_2009, NAME_PAGES};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::tables::{Fault, Match};
use crate::words;
use crate::words::Words;

/// The name of a service is too short or too long.
pub static RULE: Rule = Rule {
    code: "S111",
    name: "name-too-short-or-long",
    severity: Severity::Warning,
    title: Words::fixed("服务名称太短或太长", "the name of a service is too short or too long"),
    demand: Words::fixed(
        "网站名称至少三个汉字（一份较老的页面说四个，从多数取三个）；过长的名称填不进备案表",
        "The name of a website has three Han characters or more (one older page says four; most say three), and very \
         long ones do not fit the form",
    ),
    help: Words::fixed(
        "换一个说明内容的名称，三到十个字为宜",
        "choose a name that says what it is, of three to ten characters",
    ),
    sources: &[NAME_PAGES.whole(), MIIT_2009.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("两个字", "two characters"),
        given: &[
            Given::Edit { file: "example/services.yaml", old: "name: 示例好物铺", new: "name: 好物" },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/name: 示例好物铺",
                new: "services/shop/name: 好物",
            },
        ],
        finds: &["example/services/shop/name"],
    },
    keeps: Example {
        shows: Words::fixed("五个字", "five characters"),
        given: &[Given::Stands { file: "example/services.yaml", text: "name: 示例好物铺" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let Some(name) = Name::of(case, named.record) else { return };
    let text = &name.text.value;
    let (letters, han) = text.chars().fold((0, 0), |(all, han), c| (all + 1, han + usize::from(is_han(c))));
    for row in name.rows(case, Fault::Length) {
        let Some(bound) = row.bound else { continue };
        let said = match row.how {
            // A name without any Han character is told by the rules on letters.
            Match::MinHan if 0 < han && han < bound => words!(
                "名称“{text}”只有 {han} 个汉字，少于 {bound} 个",
                "the name {text} has {han} Han characters, fewer than {bound}"
            ),
            Match::MaxLetters if bound < letters => words!(
                "名称“{text}”有 {letters} 个字，超过 {bound} 个",
                "the name {text} has {letters} characters, more than {bound}"
            ),
            _ => continue,
        };
        report.at(name.text.place, said).at_most(weight(named.record, &row.provenance)).rests_on(row, case.tables);
    }
}
