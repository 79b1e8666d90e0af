//! N125: two services of one subject have one police number.

use crate::law::SEEN_ON_PAGES;
use crate::record::Place;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::links::{police_key, police_numbers};
use crate::words;
use crate::words::Words;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Two services of one subject have one police number.
pub static RULE: Rule = Rule {
    code: "N125",
    name: "police-number-twice",
    severity: Severity::Note,
    title: Words::fixed("两个服务写了同一个公安备案号", "two services have one police number"),
    demand: Words::fixed(
        "一个网站的几个域名共用一个公安备案号；网站和 App、两个网站各有各的号",
        "The domains of one site share a police number; a site and an App, or two sites, have numbers of their own",
    ),
    help: Words::fixed(
        "在全国互联网安全管理服务平台核对；确是一个网站的，可以豁免",
        "check both on the platform of the police; if they are one site, waive this",
    ),
    sources: &[SEEN_ON_PAGES.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("App 抄了网站的号码", "an App with the number of the website"),
        given: &[
            super::app_filed::app_filed!("浙ICP备2021000017号-2A"),
            super::app_filed::app_filed!(granted "浙ICP备2021000017号-2A"),
            Given::Edit { file: "example/services.yaml", old: "33010602000044", new: "33010602000017" },
        ],
        finds: &["example/services/shop-app/police/number"],
    },
    keeps: Example {
        shows: Words::fixed("各有各的号", "each its own"),
        given: &[
            super::app_filed::app_filed!("浙ICP备2021000017号-2A"),
            super::app_filed::app_filed!(granted "浙ICP备2021000017号-2A"),
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    if case.subject.services.known().nth(1).is_none() {
        return;
    }
    let mut seen: BTreeMap<Cow<'_, str>, (&str, Place)> = BTreeMap::new();
    for (key, number) in police_numbers(case) {
        let (first, place) = *seen.entry(police_key(&number.value)).or_insert((key, number.place));
        if first != key {
            let text = &number.value;
            report
                .at(number.place, words!("{text} 也是服务 {first} 的", "`{text}` is also that of `{first}`"))
                .related(place, words!("服务 {first} 的号码", "the number of `{first}`"));
        }
    }
}
