//! D116: an order was submitted before the domain was verified.

use super::common::{open_orders, submitted};
use crate::day::Day;
use crate::law::{CSL, MIIT_264, TENCENT_DOMAINS};
use crate::model::Domain;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// An order was submitted before the domain was verified.
pub static RULE: Rule = Rule {
    code: "D116",
    name: "filed-before-verification",
    severity: Severity::Error,
    title: Words::fixed("域名实名认证之前就提交了备案", "an order was submitted before the domain was verified"),
    demand: Words::fixed(
        "没有真实身份信息的域名，接入商不得接入；提交时备案系统会自动核对",
        "A provider may not connect a domain whose holder's identity is not verified; the registry checks it on \
         submission",
    ),
    help: Words::fixed(
        "等实名认证完成并同步后重新提交",
        "submit again once the verification is done and has reached the registry",
    ),
    sources: &[MIIT_264.article(5), CSL.article(26), TENCENT_DOMAINS.whole()],
    since: Some(Day::of(2018, 1, 1)),
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("实名认证在提交的次日", "verified the day after the submission"),
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
                      verified: 2026-11-20
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
        shows: Words::fixed("实名认证在提交之前", "verified well before the submission"),
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
                      verified: 2026-11-10
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
    // What the authority approved is settled, and a holder may be verified anew at any time.
    for order in open_orders(case, named.key) {
        let Some((submitted, place)) = submitted(order.record) else { continue };
        if submitted < verified.value {
            let (key, day) = (named.key, verified.value);
            report
                .at(
                    verified.place,
                    words!(
                        "{submitted} 提交备案时 {key} 还没有实名认证（{day} 才认证）",
                        "when the order was submitted on {submitted}, `{key}` was not verified; that came on {day}"
                    ),
                )
                .at_most(case.most())
                .related(place, Words::fixed("提交订单", "submitted here"));
        }
    }
}
