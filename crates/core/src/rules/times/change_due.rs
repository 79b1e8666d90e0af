//! T104: a change is due and was not submitted.

use crate::day::Day;
use crate::law::{MII_33, SC_292};
use crate::model::Filing;
use crate::record::Placed;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{events, first, is_change, is_final};
use crate::rules::parts;
use crate::tables::{Counted, Tables};
use crate::vocabulary::{Event, PeriodKind};
use crate::words;
use crate::words::Words;

/// A change is due and was not submitted.
pub static RULE: Rule = Rule {
    code: "T104",
    name: "change-due",
    severity: Severity::Warning,
    title: Words::fixed("变更该提交了还没有提交", "a change is due and was not submitted"),
    demand: Words::fixed(
        "变更要在生效前 {change-ahead}提交；过了这一天，只能推迟生效",
        "A change is submitted {change-ahead} before it takes effect; after that day only its effect can be put off",
    ),
    help: Words::fixed(
        "立即提交，或推迟生效日期；若依据的文件事后才有，写明 basis",
        "submit it at once, or put the effect off; if it rests on a later document, name it in `basis`",
    ),
    sources: &[MII_33.article(14), SC_292.article(11)],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("两周后生效，还没有提交", "two weeks to go"),
        given: &[
            parts::OFFICE_MOVED,
            Given::File {
                file: "example/filings/2026-11-16-address.yaml",
                text: yaml! {r#"
                    procedure: 变更主体
                    through: 阿里云
                    order: "20260706000017"
                    covers:
                      - subject
                    facts:
                      subject/address:
                        from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                        to: 浙江省杭州市滨江区江南大道 588 号 1206 室
                    effective: 2026-12-05
                "#},
            },
        ],
        finds: &["example/filings/2026-11-16-address/effective"],
    },
    keeps: Example {
        shows: Words::fixed("还有时间", "time enough"),
        given: &[
            parts::OFFICE_MOVED,
            Given::File {
                file: "example/filings/2026-11-16-address.yaml",
                text: yaml! {r#"
                    procedure: 变更主体
                    through: 阿里云
                    order: "20260706000017"
                    covers:
                      - subject
                    facts:
                      subject/address:
                        from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                        to: 浙江省杭州市滨江区江南大道 588 号 1206 室
                    effective: 2027-02-01
                "#},
            },
        ],
        finds: &[],
    },
};

/// The day on which a change that is not submitted takes effect, and the last one to submit it.
pub(crate) fn due<'c>(filing: &'c Filing, tables: &'c Tables) -> Option<(&'c Placed<Day>, Counted<'c>)> {
    let submitted = first(filing, Event::Submitted).is_some() || events(filing).any(|(_, event)| is_final(event));
    if !is_change(filing) || submitted {
        return None;
    }
    let effective = filing.effective.placed()?;
    let counted = tables.count(PeriodKind::ChangeAhead, "", effective.value)?;
    let due = counted.day()?;
    // A document of later than the due day is why it could not be filed sooner.
    let later = filing.basis.known().and_then(|basis| basis.date.known()).is_some_and(|date| due < *date);
    (!later).then_some((effective, counted))
}

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let Some((effective, counted)) = due(named.record, case.tables) else { return };
    let Some(due) = counted.day() else { return };
    let (stem, day, left) = (named.key, effective.value, case.today.days_until(due));
    if left < 0 {
        let late = -left;
        report
            .at(
                effective.place,
                words!(
                    "变更 {stem} 于 {day} 生效，最迟 {due} 提交，已晚 {late} 天，还没有提交",
                    "the change `{stem}` takes effect on {day}; it was due on {due}, {late} days ago, and is not \
                     submitted"
                ),
            )
            .at_most(case.most())
            .counted_by(counted.period);
    } else if left <= SOON {
        report
            .at(
                effective.place,
                words!(
                    "变更 {stem} 于 {day} 生效，最迟 {due} 提交，还有 {left} 天",
                    "the change `{stem}` takes effect on {day} and is due on {due}, in {left} days"
                ),
            )
            .counted_by(counted.period)
            .at_most(Severity::Note);
    }
}

/// How many days before its last day a change is told.
const SOON: i64 = 14;
