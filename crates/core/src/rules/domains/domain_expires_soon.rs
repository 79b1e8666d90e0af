//! D119: a domain expires soon.

use super::common::open_orders;
use crate::law::{HUAWEI_GUIDE, TENCENT_DOMAINS};
use crate::model::Domain;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::{is_left, users};
use crate::vocabulary::PeriodKind;
use crate::words;
use crate::words::Words;

/// A domain expires soon.
pub static RULE: Rule = Rule {
    code: "D119",
    name: "domain-expires-soon",
    severity: Severity::Warning,
    title: Words::fixed("域名快到期了", "a domain expires soon"),
    demand: Words::fixed(
        "许多省份要求提交备案时域名剩余有效期在 {domain-left}以上（各省不一）；已备案的域名到期不续，服务就断",
        "Many provinces ask for more than {domain-left} left when an order is submitted (they differ); and a filed \
         domain that is not renewed takes its service down",
    ),
    help: Words::fixed("续费并更新 expires", "renew it and update `expires`"),
    sources: &[HUAWEI_GUIDE.whole(), TENCENT_DOMAINS.whole()],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("四十天后到期", "forty days to go"),
        given: &[Given::Edit { file: "example/domains.yaml", old: "expires: 2029-11-02", new: "expires: 2026-12-31" }],
        finds: &["example/domains/shop.example/expires"],
    },
    keeps: Example {
        shows: Words::fixed("还有几年", "years to go"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "expires: 2029-11-02" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let Some(expires) = named.record.expires.placed() else { return };
    let left = case.today.days_until(expires.value);
    let Some(counted) = case.tables.count(PeriodKind::DomainLeft, "", expires.value) else { return };
    let is_soon = 0 <= left && counted.day().is_some_and(|first| first <= case.today);
    if !is_soon || is_left(case, named.record) || users(case, named.key).next().is_none() {
        return;
    }
    let (key, day) = (named.key, expires.value);
    let order = open_orders(case, key).next();
    let finding = report
        .at(expires.place, words!("{key} 将于 {day} 到期，还有 {left} 天", "`{key}` expires on {day}, in {left} days"));
    match order {
        Some(order) => {
            finding.at_most(case.most()).counted_by(counted.period).related(
                order.place,
                Words::fixed("这个订单还在办理，管局可能因此退回", "this order is open and may be sent back for it"),
            );
        }
        // Nothing is asked of the authority now, so this only reminds.
        None => {
            finding.counted_by(counted.period).at_most(Severity::Note);
        }
    }
}
