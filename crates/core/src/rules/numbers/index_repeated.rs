//! N123: services of two kinds have one running index.

use super::app_filed::app_filed;
use super::written::{Counted, counted};
use crate::law::{HUAWEI_APPS, REGISTRY};
use crate::record::Place;
use crate::rule::{Case, Check, Example, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// Services of two kinds have one running index.
pub static RULE: Rule = Rule {
    code: "N123",
    name: "index-repeated",
    severity: Severity::Warning,
    title: Words::fixed("两类服务用了同一个序号", "services of two kinds have one running index"),
    demand: Words::fixed(
        "一个主体的网站、App、小程序、快应用共用一个序号：-1、-2A、-3X、-4K，字母只说明类型，不另起编号",
        "Websites, Apps, mini programs and quick apps of a subject share one counter: -1, -2A, -3X, -4K; the letter \
         tells the kind and starts no count of its own",
    ),
    help: Words::fixed(
        "对照管局公共查询改正抄错的那个序号",
        "compare both with the public query of the registry and correct the one that was copied wrongly",
    ),
    sources: &[REGISTRY.whole(), HUAWEI_APPS.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("网站是 -1，App 是 -1A", "a website with -1 and an App with -1A"),
        given: &[app_filed!("浙ICP备2021000017号-1A"), app_filed!(granted "浙ICP备2021000017号-1A")],
        finds: &["example/services/shop-app/numbers/0/number"],
    },
    keeps: Example {
        shows: Words::fixed("网站是 -1，App 是 -2A", "a website with -1 and an App with -2A"),
        given: &[app_filed!("浙ICP备2021000017号-2A"), app_filed!(granted "浙ICP备2021000017号-2A")],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let services = &case.subject.services;
    if services.known().nth(1).is_none() {
        return;
    }
    let mut all: Vec<(Counted<'_>, &str, &str, Place)> = Vec::new();
    for (key, service) in services.known() {
        for held in service.value.numbers.items() {
            let Some(number) = held.value.number.placed() else { continue };
            let Some(counted) = counted(&number.value) else { continue };
            all.push((counted, key, &number.value, number.place));
        }
    }
    // Those that share an index stand beside each other, the website's first.
    all.sort_by(|(one, ..), (other, ..)| one.cmp(other));
    for pair in all.windows(2) {
        let [(one, first, shown, before), (other, key, text, place)] = pair else { continue };
        // One number of two services, and two of one service, are the matter of other rules.
        if one.under != other.under || one.index != other.index || one.kind == other.kind || first == key {
            continue;
        }
        let index = one.index;
        report
            .at(
                *place,
                words!(
                    "{text} 的序号 {index} 已是服务 {first} 的 {shown} 用的",
                    "index {index} of `{text}` is that of `{shown}`, the number of `{first}`"
                ),
            )
            .at_most(case.most())
            .related(*before, words!("服务 {first} 的备案号", "the number of `{first}`"));
    }
}
