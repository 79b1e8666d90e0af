//! S127: the police number is not shown.

use super::common::is_judged;
use crate::model::Service;
use crate::record::Slot;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::sources::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::vocabulary::ServiceKind;
use crate::words;
use crate::words::Words;

/// The police number is not shown.
pub static RULE: Rule = Rule {
    code: "S127",
    name: "police-number-not-shown",
    severity: Severity::Warning,
    title: Words::fixed("公安备案号没有展示", "the police number is not shown"),
    demand: Words::fixed(
        "公安备案通过后三十日内，把备案号、警徽图标和链接放到网页底部",
        "Within 30 days of the approval the number, the shield and the link stand at the foot of the page",
    ),
    help: Words::fixed("放上去，并在 police/shown 里写日期", "put them there and write the day in `police/shown`"),
    sources: &[TENCENT_GUIDE.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("没有展示", "it is not shown"),
        given: &[Given::Edit { file: "example/services.yaml", old: "    shown: 2021-04-10\n", new: "" }],
        finds: &["example/services/shop/police"],
    },
    keeps: Example {
        shows: Words::fixed("已经展示", "it is shown"),
        given: &[Given::Stands { file: "example/services.yaml", text: "    shown: 2021-04-10\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let Some(police) = service.police.placed() else { return };
    let Some(approved) = police.value.approved.known() else { return };
    let shown = match &police.value.shown {
        Slot::Given(shown) => shown.value.on(case.today),
        Slot::Faulty(_) => true,
        Slot::Absent => false,
    };
    let website = service.kind.known() == Some(&ServiceKind::Website);
    if shown || case.today <= approved.plus_days(30) || !website || !is_judged(case, service) {
        return;
    }
    let key = named.key;
    let said = words!(
        "{key} 的公安备案于 {approved} 通过，备案号没有展示的记录",
        "the filing of `{key}` with the police was approved on {approved}, and nothing says that the number is shown"
    );
    report.at(police.value.shown.place().unwrap_or(police.place), said);
}
