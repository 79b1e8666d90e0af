//! A119: servers of two providers have the same address.

use super::common::is_same_provider;
use crate::law::{MII_33, RECORD_FORMAT};
use crate::names::Addresses;
use crate::record::{Placed, Text};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// Servers of two providers have the same address.
pub static RULE: Rule = Rule {
    code: "A119",
    name: "address-of-two-providers",
    severity: Severity::Note,
    title: Words::fixed("两家接入商的服务器用同一个 IP", "servers of two providers have the same address"),
    demand: Words::fixed(
        "一个公网 IP 在一个时间只属于一家；备案的 IP 要与实际一致",
        "A public address belongs to one provider at a time, and the address on file must be the real one",
    ),
    help: Words::fixed(
        "核对两台服务器的公网 IP；已释放的写 released",
        "check the public addresses of both servers; if one was given back, write `released`",
    ),
    sources: &[RECORD_FORMAT.whole(), MII_33.article(7)],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("另一家的服务器写了同一个地址", "a server of another provider with the same address"),
        given: &[
            Given::Edit {
                file: "example/servers.yaml",
                old: "web-1:\n",
                new: yaml! {"
                    spare:
                      provider: 腾讯云
                      mode: 云接入
                      cloud_region: ap-shanghai
                      place: 上海市
                      instance: ins-example0009
                      addresses:
                        - 203.0.113.0/28
                      paid:
                        from: 2021-01-15
                        until: 2028-01-15
                        billing: 包年包月
                    web-1:
                "},
            },
            Given::Edit {
                file: "example/services.yaml",
                old: "      since: 2021-03-18\n",
                new: yaml! {"
                          since: 2021-03-18
                        - provider: 腾讯云
                          servers:
                            - spare
                          since: 2022-03-18
                "},
            },
        ],
        finds: &["example/servers/web-1/addresses/0", "F171 example/services/shop/access/1/provider"],
    },
    keeps: Example {
        shows: Words::fixed("各用各的地址", "addresses of their own"),
        given: &[Given::Stands { file: "example/servers.yaml", text: "- 203.0.113.10" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    // Most subjects have one server, or several of one provider.
    let servers = &case.subject.servers;
    if servers.len() < 2 {
        return;
    }
    let mut seen: Vec<(&Text, &Placed<Text>, Addresses)> = Vec::new();
    for (_, server) in servers.iter().filter(|(_, server)| server.value.released.is_absent()) {
        let Some(by) = server.value.provider.known() else { continue };
        for address in server.value.addresses.items() {
            let Ok(read) = Addresses::parse(&address.value) else { continue };
            let clash =
                seen.iter().find(|(other, _, known)| known.overlaps(read) && !is_same_provider(case, by, other));
            if let Some((other, first, _)) = clash {
                let text = &address.value;
                let said = words!(
                    "{text} 同时写在{other}和{by}的服务器上",
                    "`{text}` stands in servers of {other} and of {by}"
                );
                report.at(address.place, said).related(first.place, Words::fixed("另一处", "the other one"));
            }
            // A list that long is nobody's; comparing each with each would cost its square.
            if seen.len() < 256 {
                seen.push((by, address, read));
            }
        }
    }
}
