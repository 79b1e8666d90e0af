//! D120: the days of a domain contradict each other.

use crate::law::RECORD_FORMAT;
use crate::model::Domain;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The days of a domain contradict each other.
pub static RULE: Rule = Rule {
    code: "D120",
    name: "domain-days-out-of-order",
    severity: Severity::Error,
    title: Words::fixed("域名的几个日期先后矛盾", "the days of a domain contradict each other"),
    demand: Words::fixed(
        "先注册，后转入、实名、到期；已经发生的事不会在今天之后",
        "A domain is registered first, then transferred, verified, and expires; what has happened does not lie after \
         today",
    ),
    help: Words::fixed("对照注册服务机构的域名证书改正日期", "correct the days by the registrar's domain certificate"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("实名日早于注册日", "verified before it was registered"),
        given: &[Given::Edit {
            file: "example/domains.yaml",
            old: "registered: 2020-11-02",
            new: "registered: 2020-11-12",
        }],
        finds: &["example/domains/shop.example/verified"],
    },
    keeps: Example {
        shows: Words::fixed("先注册，后实名，最后到期", "registered, verified, then the end of the term"),
        given: &[Given::Stands {
            file: "example/domains.yaml",
            text: yaml! {"
                  verified: 2020-11-10
                  expires: 2029-11-02
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let domain = named.record;
    let past = [
        (&domain.registered, "注册", "registered"),
        (&domain.registrar_since, "转入", "transferred"),
        (&domain.verified, "实名认证", "verified"),
    ];
    for (slot, what_zh, what_en) in past {
        let Some(day) = slot.placed() else { continue };
        if case.clock < day.value {
            let value = day.value;
            report
                .at(
                    day.place,
                    words!("{what_zh}日期 {value} 还没有到", "{value}, the day it was {what_en}, is yet to come"),
                )
                .at_most(case.most());
        }
    }
    let Some(registered) = domain.registered.placed() else { return };
    let later = [
        (&domain.registrar_since, "转入", "transfer", Severity::Error),
        // A verified template may be older than the domains registered with it.
        (&domain.verified, "实名认证", "verification", Severity::Warning),
        (&domain.expires, "到期", "end of the term", Severity::Error),
        (&domain.left, "停止使用", "giving up", Severity::Error),
    ];
    for (slot, what_zh, what_en, weight) in later {
        let Some(day) = slot.placed() else { continue };
        if day.value < registered.value {
            let (value, first) = (day.value, registered.value);
            report
                .at(
                    day.place,
                    words!(
                        "{what_zh}日期 {value} 早于注册日期 {first}",
                        "the {what_en}, {value}, lies before the registration, {first}"
                    ),
                )
                .at_most(weight.min(case.most()))
                .related(registered.place, Words::fixed("注册日期", "registered"));
        }
    }
}
