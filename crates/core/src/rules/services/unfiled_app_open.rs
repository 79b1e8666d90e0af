//! S124: an App is open without a filing.

use super::common::has_passed;
use crate::day::Day;
use crate::law::{ANTI_FRAUD_LAW, MIIT_105};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::granted;
use crate::rules::parts;
use crate::vocabulary::ServiceKind;
use crate::words;
use crate::words::Words;

/// An App is open without a filing.
pub static RULE: Rule = Rule {
    code: "S124",
    name: "unfiled-app-open",
    severity: Severity::Error,
    title: Words::fixed("App 没有备案就在提供服务", "an App is open without a filing"),
    demand: Words::fixed(
        "2023-09-01 起，App、小程序、快应用要先备案再提供服务；此前已开通的要在 2024-03-31 前补备，未备案的不得提供",
        "Since 2023-09-01 Apps, mini programs and quick apps are filed before they open; those open before had to be \
         filed by 2024-03-31, and none may be offered unfiled",
    ),
    help: Words::fixed(
        "停止提供并办理备案；日期抄错的，改正 opened",
        "take it down and file it; if the day was copied wrongly, correct `opened`",
    ),
    sources: &[MIIT_105.whole(), ANTI_FRAUD_LAW.article(23)],
    since: Some(crate::day::Day::of(2023, 9, 1)),
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("没有备案号就上架", "offered without a number"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "    shown: 2021-04-10\n",
            new: yaml! {r#"
                    shown: 2021-04-10
                shop-app:
                  kind: APP
                  name: 示例好物通
                  domains:
                    - shop.example
                  access:
                    - provider: 阿里云
                      servers:
                        - web-1
                  content: 手机端购买本公司的示例商品
                  category: 网络购物
                  commercial: false
                  approvals: 不涉及
                  languages:
                    - 中文
                  principal: li
                  platforms:
                    - os: Android
                      id: example.shop.app
                      fingerprint: "0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9"
                      public_key: 见密钥保管单
                  opened: 2026-05-01
                  police:
                    applied: 2026-05-10
            "#},
        }],
        finds: &["example/services/shop-app/opened"],
    },
    keeps: Example { shows: Words::fixed("还没有开通", "not open yet"), given: &[parts::APP_ADDED], finds: &[] },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let app = service.kind.known().is_some_and(|kind| *kind != ServiceKind::Website);
    let Some(opened) = service.opened.placed().filter(|day| app && day.value <= case.today) else { return };
    let numbers = service.numbers.items();
    let granted = granted(service);
    // What was open before the notice had time to be filed.
    let due = if opened.value < SINCE { UNTIL } else { opened.value };
    let late = match granted {
        Some(day) => due < day,
        None => numbers.is_empty() && !service.numbers.is_faulty() && due < case.today,
    };
    if !late || !service.is_live(case.today) || (granted.is_none() && has_passed(case, named.key)) {
        return;
    }
    let (key, open) = (named.key, opened.value);
    let said = match granted {
        Some(day) => words!(
            "{key} 于 {open} 开通，{day} 才取得备案号",
            "`{key}` opened on {open}, but was granted its number on {day}"
        ),
        None => words!("{key} 于 {open} 开通，还没有备案号", "`{key}` opened on {open} and holds no number"),
    };
    report.at(opened.place, said).at_most(case.most());
}

/// The day from which Apps are filed.
const SINCE: Day = Day::of(2023, 9, 1);
/// The day by which older ones had to be.
const UNTIL: Day = Day::of(2024, 3, 31);
