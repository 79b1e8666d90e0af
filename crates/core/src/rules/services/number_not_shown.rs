//! S140: the filing number is not shown, or was shown late.

use crate::law::{Article, MII_33, SC_292};
use crate::model::{NumberShown, Service};
use crate::record::{Placed, Shown};
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::{granted, is_judged};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// The filing number is not shown, or was shown late.
pub static RULE: Rule = Rule {
    code: "S140",
    name: "number-not-shown",
    severity: Severity::Error,
    title: Words::fixed("没有展示备案号，或展示得晚", "the filing number is not shown, or was shown late"),
    demand: Words::fixed(
        "开通时就要标明备案号：网站在首页底部中央并链接备案系统，App 在显著位置；晚了的补不回来，只作提醒",
        "A service shows its number when it opens: a website at the foot of its home page with a link to the filing \
         system, an App in a prominent place; what was late cannot be undone and is told only",
    ),
    help: Words::fixed("把备案号加上去，并在 shown 写 since", "put the number there, and write `since` under `shown`"),
    sources: &[
        SC_292.articles(&[Article::new(12), Article::new(22)]),
        MII_33.articles(&[Article::new(13), Article::new(25)]),
    ],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("开通了，没有展示", "open, and not shown"),
        given: &[
            parts::FORMAT_2,
            Given::Edit {
                file: "example/services.yaml",
                old: "  opened: 2021-03-20\n",
                new: yaml! {"
                      opened: 2021-03-20
                      shown:
                        since: false
                "},
            },
        ],
        finds: &["example/services/shop/shown/since"],
    },
    keeps: Example {
        shows: Words::fixed("开通起就展示在首页底部", "at the foot of the home page since the opening"),
        given: &[
            parts::FORMAT_2,
            Given::Edit {
                file: "example/services.yaml",
                old: "  opened: 2021-03-20\n",
                new: yaml! {"
                      opened: 2021-03-20
                      shown:
                        since: 2021-03-20
                        where: 首页底部中央
                "},
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let shown = service.shown.known().and_then(|shown: &NumberShown| shown.since.placed());
    let (Some(shown), Some(granted)) = (shown.filter(|_| is_judged(case, service)), granted(service)) else { return };
    let opened = service.opened.placed();
    if case.today < granted || opened.is_some_and(|opened| case.today < opened.value) {
        return;
    }
    let key = named.key;
    if !shown.value.on(case.today) {
        report
            .at(
                shown.place,
                words!("{key} 在提供服务，备案号没有展示", "`{key}` is open and does not show its filing number"),
            )
            .at_most(case.most());
        return;
    }
    let (Shown::Since(day), Some(Placed { value: opened, place })) = (shown.value, opened) else { return };
    let from = granted.max(*opened);
    let late = from.days_until(day);
    if 0 < late {
        report
            .at(
                shown.place,
                words!(
                    "{key} 于 {opened} 开通，备案号 {day} 才展示，晚了 {late} 天",
                    "`{key}` opened on {opened} and shows its filing number since {day}, {late} days late"
                ),
            )
            .help(Words::fixed(
                "如实保留日期，不要改；可在 beian.yaml 豁免，不必写 until",
                "leave the days as they are; a waiver for it needs no `until`",
            ))
            .at_most(case.most().min(Severity::Warning))
            .related(*place, Words::fixed("从这一天起应展示", "to be shown since this day"));
    }
}
