//! L110: a server is recorded that no service uses.

use crate::law::RECORD_FORMAT;
use crate::model::Server;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::names_server;
use crate::words;
use crate::words::Words;

/// A server is recorded that no service uses.
pub static RULE: Rule = Rule {
    code: "L110",
    name: "unused-server",
    severity: Severity::Note,
    title: Words::fixed("记着没有服务使用的服务器", "a server is recorded that no service uses"),
    demand: Words::fixed(
        "备案里的 IP 要与实际一致；没有服务使用的服务器可能是漏写了接入，也可能早已释放",
        "The addresses on file must be the real ones; a server without a service may be an access forgotten, or given \
         back long ago",
    ),
    help: Words::fixed(
        "在服务的 access 里写上它；已释放的写 released",
        "name it in the `access` of its service; if it was given back, write `released`",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Server(check),
    breaks: Example {
        shows: Words::fixed("没有服务使用的服务器", "a server without a service"),
        given: &[Given::Edit {
            file: "example/servers.yaml",
            old: "web-1:\n",
            new: yaml! {"
                web-2:
                  provider: 阿里云
                  mode: 云接入
                  cloud_region: cn-hangzhou
                  place: 浙江省
                  instance: i-example0003
                  addresses:
                    - 203.0.113.12
                  paid:
                    from: 2021-01-15
                    until: 2028-01-15
                    billing: 包年包月
                web-1:
            "},
        }],
        finds: &["example/servers/web-2"],
    },
    keeps: Example {
        shows: Words::fixed("网站所在的服务器", "the server of the website"),
        given: &[Given::Stands { file: "example/servers.yaml", text: "web-1:\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Server>, report: &mut Report<'_>) {
    if case.subject.is_unread("services") {
        return;
    }
    let released = named.record.released.known().is_some_and(|day| *day <= case.today);
    if released || case.subject.services.iter().any(|(_, service)| names_server(&service.value, named.key)) {
        return;
    }
    let key = named.key;
    report.at(named.place, words!("没有服务使用服务器 {key}", "no service uses the server `{key}`"));
}
