//! A111: an address is not public.

use crate::law::{HUAWEI_GUIDE, MIIT_2009, RFC_6890};
use crate::model::Server;
use crate::names::{AddressClass, Addresses};
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::words;
use crate::words::Words;
use std::net::IpAddr;

/// An address is not public.
pub static RULE: Rule = Rule {
    code: "A111",
    name: "address-not-public",
    severity: Severity::Error,
    title: Words::fixed("IP 地址不是公网地址", "an address is not public"),
    demand: Words::fixed(
        "备案的是服务对外的公网 IP；内网、本机、保留和文档示例地址从外面访问不到，0.0.0.0 也不能填",
        "A filing names the public address of a service; private, loopback, reserved and documentation addresses \
         cannot be reached from outside, and 0.0.0.0 cannot be entered",
    ),
    help: Words::fixed(
        "写服务器的公网 IP；在负载均衡之后的，写负载均衡的",
        "write the public address of the server, or that of the load balancer before it",
    ),
    sources: &[RFC_6890.whole(), MIIT_2009.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Server(check),
    breaks: Example {
        shows: Words::fixed("内网地址", "a private address"),
        given: &[Given::Edit { file: "example/servers.yaml", old: "203.0.113.10", new: "192.168.1.10" }],
        finds: &["example/servers/web-1/addresses/0"],
    },
    keeps: Example {
        shows: Words::fixed("示例记录里的文档地址", "a documentation address in records that teach"),
        given: &[Given::Stands { file: "example/servers.yaml", text: "- 203.0.113.10" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Server>, report: &mut Report<'_>) {
    for address in named.record.addresses.items() {
        let fair = |class: &AddressClass| {
            *class == AddressClass::Public || (case.sample && *class == AddressClass::Documentation)
        };
        let wrong = match address.value.parse::<IpAddr>() {
            Ok(single) => Some(AddressClass::of(single)).filter(|class| !fair(class)),
            Err(_) => {
                let read = Addresses::parse(&address.value);
                read.ok().and_then(|read| read.classes().into_iter().find(|class| !fair(class)))
            }
        };
        let Some(class) = wrong else { continue };
        let (text, Words { zh, en }) = (&address.value, class.words());
        report.at(address.place, words!("{text} 是{zh}，不是公网地址", "`{text}` is {en}, not a public address"));
    }
}
