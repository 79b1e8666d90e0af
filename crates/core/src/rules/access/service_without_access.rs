//! A104: a filed service has no access provider: an empty shell.

use super::common::{current, is_told};
use crate::law::{Article, MII_33, MIIT_6};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A filed service has no access provider: an empty shell.
pub static RULE: Rule = Rule {
    code: "A104",
    name: "service-without-access",
    severity: Severity::Error,
    title: Words::fixed("已备案的服务没有接入商：空壳", "a filed service has no access provider: an empty shell"),
    demand: Words::fixed(
        "有备案号而没有接入信息的网站或 App 是空壳，管局公告后清理，号码随之作废；公告期长短各地不一",
        "A website or App with a number but no access is an empty shell: after a public notice, whose length differs \
         by province, the authority deletes it and its number",
    ),
    help: Words::fixed(
        "在新的接入商办理新增接入；不再使用的，注销这个服务",
        "file 新增接入 with the new provider; if the service is no longer used, deregister it",
    ),
    sources: &[MIIT_6.whole(), MII_33.articles(&[Article::new(18), Article::new(19)])],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("接入已经取消", "the access was cancelled"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "      since: 2021-03-18\n",
            new: yaml! {"
                      since: 2021-03-18
                      until: 2026-05-01
            "},
        }],
        finds: &["example/services/shop/access"],
    },
    keeps: Example {
        shows: Words::fixed("有接入", "connected"),
        given: &[Given::Stands {
            file: "example/services.yaml",
            text: yaml! {"
                    - provider: 阿里云
                      servers:
                        - web-1
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let faulty = service.access.known().is_none() && !service.access.is_absent();
    let served = faulty || current(service, case.today).next().is_some();
    // A service without a number is no shell yet.
    if served || service.numbers.items().is_empty() || !is_told(case) || !service.is_live(case.today) {
        return;
    }
    let key = named.key;
    match service.access.place() {
        Some(place) => {
            let said = words!(
                "服务 {key} 的接入都已结束，成了空壳",
                "every access of `{key}` has ended: it is an empty shell"
            );
            report.at(place, said).at_most(case.most());
        }
        None => {
            let said = words!("服务 {key} 有备案号，却没有接入信息", "the service `{key}` has a number, but no access");
            report.missing(named.place, "access", said).at_most(case.missing_of_service(named.key));
        }
    }
}
