//! T111: a police number is not shown in time after it was granted.

use crate::day::Day;
use crate::law::TENCENT_GUIDE;
use crate::model::{Police, Service, Stage};
use crate::record::{Placed, Said};
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::tables::{Counted, Tables};
use crate::vocabulary::PeriodKind;
use crate::words;
use crate::words::Words;

/// A police number is not shown in time after it was granted.
pub static RULE: Rule = Rule {
    code: "T111",
    name: "police-number-not-shown",
    severity: Severity::Warning,
    title: Words::fixed("公安备案号核发后逾期没有展示", "a police number is not shown in time after it was granted"),
    demand: Words::fixed(
        "公安联网备案号连同图标和链接，核发后 {police-number-shown}内展示在首页底部",
        "The police number stands at the foot of the home page, with its icon and link, within {police-number-shown} \
         of its approval",
    ),
    help: Words::fixed("加到页面底部，并写 shown", "put it on the page and add `shown`"),
    sources: &[TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("还没有展示", "not shown"),
        given: &[Given::Edit { file: "example/services.yaml", old: "shown: 2021-04-10", new: "shown: false" }],
        finds: &["example/services/shop/police/shown"],
    },
    keeps: Example {
        shows: Words::fixed("展示了", "shown"),
        given: &[Given::Stands { file: "example/services.yaml", text: "shown: 2021-04-10" }],
        finds: &[],
    },
};

/// The police's record of a live service whose number is not shown, the day of its approval,
/// and the time in which it is shown.
pub(crate) fn due<'c>(
    service: &'c Service,
    tables: &'c Tables,
    today: Day,
) -> Option<(&'c Police, &'c Placed<Day>, Counted<'c>)> {
    let police = service.police.known().filter(|police| service.is_live(today) && police.cancelled().is_none())?;
    let approved = police.approved.placed()?;
    let shown = match police.shown.said() {
        Said::This(shown) => shown.value.on(today),
        Said::Faulty(_) | Said::Unknown => true,
        Said::Nothing => false,
    };
    if shown {
        return None;
    }
    Some((police, approved, tables.count(PeriodKind::PoliceNumberShown, "", approved.value)?))
}

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let Some((police, approved, counted)) = due(named.record, case.tables, case.today) else { return };
    let Some(due) = counted.day().filter(|_| counted.is_over(case.today) && case.stage != Stage::Ended) else { return };
    let (key, day) = (named.key, approved.value);
    let Words { zh, en } = counted.moved();
    report
        .at(
            police.shown.place().unwrap_or(approved.place),
            words!(
                "服务 {key} 的公安备案号 {day} 核发，应在 {due} 前展示{zh}",
                "the police number of `{key}` was granted on {day} and was to be shown by {due}{en}"
            ),
        )
        .counted_by(counted.period);
}
