//! D117: an order was submitted within three days of the domain's verification.

use super::common::{open_orders, submitted};
use crate::law::{ALIYUN_GUIDE, HUAWEI_GUIDE, TENCENT_DOMAINS};
use crate::model::Domain;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// An order was submitted within three days of the domain's verification.
pub static RULE: Rule = Rule {
    code: "D117",
    name: "filed-too-soon-after-verification",
    severity: Severity::Warning,
    title: Words::fixed(
        "域名实名认证后不满三天就提交了备案",
        "an order was submitted within three days of the domain's verification",
    ),
    demand: Words::fixed(
        "实名信息从注册服务机构到备案系统要两三天（各家说法是 2 至 5 个工作日），没同步就提交多半被退回",
        "Verified data take some days from the registrar to the registry (providers say two to five working days); \
         what is submitted sooner is mostly sent back",
    ),
    help: Words::fixed("若被退回，等满三天再提交", "if the order is sent back, wait three days and submit again"),
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

/// How many days the data take to the registry.
const DAYS: i64 = 3;

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let Some(verified) = named.record.verified.placed() else { return };
    for order in open_orders(case, named.key) {
        let Some((submitted, place)) = submitted(order.record) else { continue };
        let day = verified.value;
        if day <= submitted && day.days_until(submitted) < DAYS {
            let (key, earliest) = (named.key, day.plus_days(DAYS));
            report
                .at(
                    verified.place,
                    words!(
                        "{key} 在 {day} 实名认证，{submitted} 就提交了备案；宜等到 {earliest}",
                        "`{key}` was verified on {day} and submitted on {submitted}; better wait until {earliest}"
                    ),
                )
                .at_most(case.most())
                .related(place, Words::fixed("提交订单", "submitted here"));
        }
    }
}
