//! A115: a server was given back, but a service uses it.

use super::common::users;
use crate::law::{MII_33, MIIT_6};
use crate::model::Server;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A server was given back, but a service uses it.
pub static RULE: Rule = Rule {
    code: "A115",
    name: "released-server-in-use",
    severity: Severity::Error,
    title: Words::fixed("服务器已释放，服务还在用", "a server was given back, but a service uses it"),
    demand: Words::fixed(
        "接入信息要真实、完整：已释放的服务器不再为服务提供接入，备案的 IP 可能已经分给别人",
        "What is on file about access must be true and complete: a server given back connects nothing, and its address \
         may be somebody else's by now",
    ),
    help: Words::fixed(
        "在 access 里写现在的服务器；没有的，办理取消接入或注销",
        "name the present server in `access`; if there is none, cancel the access or deregister",
    ),
    sources: &[MIIT_6.whole(), MII_33.article(7)],
    since: None,
    until: None,
    check: Check::Server(check),
    breaks: Example {
        shows: Words::fixed("今年三月释放", "given back in March"),
        given: &[Given::Edit {
            file: "example/servers.yaml",
            old: "    billing: 包年包月\n",
            new: yaml! {"
                    billing: 包年包月
                  released: 2026-03-02
            "},
        }],
        finds: &["example/servers/web-1/released"],
    },
    keeps: Example {
        shows: Words::fixed("没有释放", "not given back"),
        given: &[Given::Stands { file: "example/servers.yaml", text: "billing: 包年包月" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Server>, report: &mut Report<'_>) {
    let Some(released) = named.record.released.placed().filter(|day| day.value <= case.today) else { return };
    let Some((service, used)) = users(case, named.key).next() else { return };
    let (key, day, service) = (named.key, released.value, service.key);
    report
        .at(released.place, words!("{key} 已于 {day} 释放", "`{key}` was given back on {day}"))
        .at_most(case.most())
        .related(used, words!("服务 {service} 还在用它", "the service `{service}` still uses it"));
}
