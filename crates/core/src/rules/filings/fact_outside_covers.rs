//! F116: an order files facts of what it does not cover.

use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::record::Place;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{covered, covers, facts, is_target, tell};
use crate::rules::parts;
use crate::words;
use crate::words::Words;
use std::collections::BTreeMap;

/// An order files facts of what it does not cover.
pub static RULE: Rule = Rule {
    code: "F116",
    name: "fact-outside-covers",
    severity: Severity::Error,
    title: Words::fixed("订单填报了范围以外的事项", "an order files facts of what it does not cover"),
    demand: Words::fixed(
        "facts 只写 covers 所列主体或服务的事项；人员随负责的一方",
        "`facts` belong to the subject or the services in `covers`; people go with whom they answer for",
    ),
    help: Words::fixed("补进 covers，或把事项移到另一个订单", "add it to `covers`, or move the fact to another order"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("变更主体的订单改了服务", "a change of the subject that touches a service"),
        given: &[
            Given::Edit { file: "example/services.yaml", old: "name: 示例好物铺", new: "name: 示例好物馆" },
            Given::File {
                file: "example/filings/2026-07-06-address.yaml",
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
                      services/shop/name:
                        from: 示例好物铺
                        to: 示例好物馆
                    effective: 2026-08-20
                    events:
                      - at: 2026-07-06T10:00:00+08:00
                        event: 提交订单
                      - at: 2026-07-07T09:40:00+08:00
                        event: 初审通过
                      - at: 2026-07-07T09:41:00+08:00
                        event: 发送短信
                      - at: 2026-07-07T10:05:00+08:00
                        event: 短信核验
                        who: zhang
                      - at: 2026-07-07T10:06:00+08:00
                        event: 提交管局
                      - at: 2026-07-24T15:30:00+08:00
                        event: 管局通过
                "#},
            },
            parts::OFFICE_MOVED,
        ],
        finds: &["example/filings/2026-07-06-address/facts/services/shop/name"],
    },
    keeps: Example {
        shows: Words::fixed("各在其内", "within"),
        given: &[parts::OFFICE_MOVED, parts::MOVE_FILED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let lost = covered(named.record).any(|(path, _)| !is_target(case, path));
    if lost || named.record.covers.items().is_empty() {
        return;
    }
    let subject = covers(named.record, "subject");
    let mut outsiders: BTreeMap<&str, Vec<(&str, Place)>> = BTreeMap::new();
    for (fact, change) in facts(named.record) {
        let outside = if let Some(rest) = fact.strip_prefix("services/") {
            !covers_service(named.record, rest)
        } else {
            !subject && (fact == "subject" || fact.starts_with("subject/"))
        };
        if outside {
            outsiders.entry(scope(fact)).or_default().push((fact, change.place));
        }
    }
    // What was forgotten is forgotten once, however many facts stand under it.
    for (scope, facts) in outsiders {
        let mut facts = facts.into_iter();
        let Some((fact, place)) = facts.next() else { continue };
        let finding = tell(case, report, place, words!("{fact} 不在 covers 之内", "`{fact}` is outside `covers`"));
        finding.help(words!(
            "在 covers 里补上 {scope}，或把事项移到别的订单",
            "add {scope} to `covers`, or move the facts to another order"
        ));
        for (_, place) in facts.take(MOST) {
            finding.related(place, Words::fixed("这一项也是", "so is this one"));
        }
    }
}

/// So many facts are shown beside the first one.
const MOST: usize = 20;

/// What a fact is about, as an order covers it.
fn scope(fact: &str) -> &str {
    let Some(rest) = fact.strip_prefix("services/") else { return "subject" };
    let key = rest.split('/').next().unwrap_or(rest);
    fact.get(.."services/".len() + key.len()).unwrap_or(fact)
}

/// Whether an order covers the service of a path that begins with its key.
fn covers_service(filing: &Filing, path: &str) -> bool {
    let is_above = |key: &str| path.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    covered(filing).any(|(covered, _)| covered.strip_prefix("services/").is_some_and(is_above))
}
