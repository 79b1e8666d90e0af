//! A114: the term of a server has ended, but a service uses it.

use super::common::users;
use crate::law::{HUAWEI_GUIDE, MIIT_6};
use crate::model::Server;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The term of a server has ended, but a service uses it.
pub static RULE: Rule = Rule {
    code: "A114",
    name: "server-term-ended",
    severity: Severity::Warning,
    title: Words::fixed("服务器已到期，服务还在用", "the term of a server has ended, but a service uses it"),
    demand: Words::fixed(
        "服务器到期释放后服务就没有了接入，会成为空壳；备案在办时服务器要一直运行",
        "When a server ends, its service loses its access and becomes an empty shell; while an order runs the server \
         keeps running",
    ),
    help: Words::fixed(
        "续费后改正 paid；已换服务器的，在 access 里写新的",
        "renew it and correct `paid`; if another server took its place, name that one in `access`",
    ),
    sources: &[MIIT_6.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Server(check),
    breaks: Example {
        shows: Words::fixed("上个月到期", "it ended last month"),
        given: &[Given::Edit { file: "example/servers.yaml", old: "until: 2028-01-15", new: "until: 2026-10-15" }],
        finds: &["example/servers/web-1/paid/until"],
    },
    keeps: Example {
        shows: Words::fixed("还没有到期", "it has not ended"),
        given: &[Given::Stands { file: "example/servers.yaml", text: "until: 2028-01-15" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Server>, report: &mut Report<'_>) {
    let server = named.record;
    let Some(until) = server.paid.known().and_then(|paid| paid.until.placed()) else { return };
    if case.today <= until.value || !server.released.is_absent() {
        return;
    }
    let Some((service, used)) = users(case, named.key).next() else { return };
    let (key, day, service) = (named.key, until.value, service.key);
    report
        .at(until.place, words!("{key} 已于 {day} 到期", "the term of `{key}` ended on {day}"))
        .related(used, words!("服务 {service} 还在用它", "the service `{service}` still uses it"));
}
