//! D117: an order was submitted too soon after the domain's verification.

use super::common::{open_orders, submitted};
use crate::day::Day;
use crate::law::{ALIYUN_GUIDE, HUAWEI_GUIDE, TENCENT_DOMAINS};
use crate::model::Domain;
use crate::record::Placed;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::users;
use crate::rules::parts;
use crate::tables::End;
use crate::vocabulary::PeriodKind;
use crate::words;
use crate::words::Words;

/// An order was submitted too soon after the domain's verification.
pub static RULE: Rule = Rule {
    code: "D117",
    name: "filed-too-soon-after-verification",
    severity: Severity::Warning,
    title: Words::fixed(
        "域名实名认证后过早提交了备案",
        "an order was submitted too soon after the domain's verification",
    ),
    demand: Words::fixed(
        "实名信息同步到备案系统约要 {verification-known}（各家说法不一，有的更长），没同步就提交多半被退回",
        "Verified data take about {verification-known} from the registrar to the filing system (providers differ, and \
         some say more); what is submitted sooner is mostly sent back",
    ),
    help: Words::fixed(
        "若被退回，等同步以后再提交",
        "if the order is sent back, wait until the data are there and submit again",
    ),
    sources: &[TENCENT_DOMAINS.whole(), HUAWEI_GUIDE.whole(), ALIYUN_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("实名次日就提交", "submitted the day after the verification"),
        given: &[
            Given::Edit {
                file: "example/domains.yaml",
                old: "shop.example:\n",
                new: yaml! {r#"
                    blog.example:
                      registrar: 阿里云
                      registered: 2026-11-02
                      holder:
                        name: 杭州示例网络科技有限公司
                        certificate:
                          kind: 营业执照
                          number: "91330106MA0EXAMP12"
                        relation: 主办单位
                      verified: 2026-11-18
                      expires: 2029-11-02
                    shop.example:
                "#},
            },
            parts::BLOG_ADDED,
            parts::BLOG_FILED,
        ],
        finds: &["example/domains/blog.example/verified"],
    },
    keeps: Example {
        shows: Words::fixed("实名满三天后提交", "submitted after three days"),
        given: &[
            Given::Edit {
                file: "example/domains.yaml",
                old: "shop.example:\n",
                new: yaml! {r#"
                    blog.example:
                      registrar: 阿里云
                      registered: 2026-11-02
                      holder:
                        name: 杭州示例网络科技有限公司
                        certificate:
                          kind: 营业执照
                          number: "91330106MA0EXAMP12"
                        relation: 主办单位
                      verified: 2026-11-16
                      expires: 2029-11-02
                    shop.example:
                "#},
            },
            parts::BLOG_ADDED,
            parts::BLOG_FILED,
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let Some(verified) = named.record.verified.placed() else { return };
    if open_orders(case, named.key).all(|order| submitted(order.record).is_none()) {
        wait(case, named, verified, report);
        return;
    }
    for order in open_orders(case, named.key) {
        let Some((submitted, place)) = submitted(order.record) else { continue };
        let (day, key) = (verified.value, named.key);
        let through = order.record.through.known().map_or("", |through| &**through);
        let Some(period) = case.tables.period(PeriodKind::VerificationKnown, through, day) else { continue };
        // Of a span the shortest is what an order must have waited.
        let Ok(End { day: earliest, .. }) = period.soonest(day, &case.tables.calendar) else { continue };
        if day <= submitted && submitted < earliest {
            report
                .at(
                    verified.place,
                    words!(
                        "{key} 在 {day} 实名认证，{submitted} 就提交了备案；宜等到 {earliest}",
                        "`{key}` was verified on {day} and submitted on {submitted}; better wait until {earliest}"
                    ),
                )
                .at_most(case.most())
                .counted_by(period)
                .related(place, Words::fixed("提交订单", "submitted here"));
        }
    }
}

/// Says until when a site that is drafted and not submitted waits.
fn wait(case: &Case<'_>, named: &Named<'_, Domain>, verified: &Placed<Day>, report: &mut Report<'_>) {
    let (day, key) = (verified.value, named.key);
    let mut drafted = users(case, key).filter(|(service, _)| service.record.numbers.items().is_empty());
    let Some((service, place)) = drafted.next().filter(|_| day <= case.today) else { return };
    let access = service.record.access.items().first();
    let through = access.and_then(|access| access.value.provider.known()).map_or("", |provider| &**provider);
    let Some(period) = case.tables.period(PeriodKind::VerificationKnown, through, day) else { return };
    let Ok(End { day: earliest, .. }) = period.soonest(day, &case.tables.calendar) else { return };
    if case.today < earliest {
        report
            .at(
                verified.place,
                words!(
                    "{key} 在 {day} 实名认证，备案宜等到 {earliest} 再提交",
                    "`{key}` was verified on {day}; better submit its filing on {earliest} or later"
                ),
            )
            .at_most(Severity::Note)
            .counted_by(period)
            .related(place, Words::fixed("用它的服务", "the service that uses it"));
    }
}
