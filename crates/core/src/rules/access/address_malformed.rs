//! A110: an address is malformed.

use crate::law::{MIIT_2009, RECORD_FORMAT};
use crate::model::Server;
use crate::names::{AddressFault, Addresses};
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// An address is malformed.
pub static RULE: Rule = Rule {
    code: "A110",
    name: "address-malformed",
    severity: Severity::Error,
    title: Words::fixed("IP 地址写法不对", "an address is malformed"),
    demand: Words::fixed(
        "服务器的 IP 地址逐个写，或写网段、范围；端口、全角字符、前导零和过大的范围都不是一台服务器的地址",
        "Addresses are written one by one, or as a prefix or a range; ports, full-width signs, leading zeros and very \
         wide ranges are no addresses of a server",
    ),
    help: Words::fixed("从控制台照抄公网 IP", "copy the public address from the console"),
    sources: &[RECORD_FORMAT.whole(), MIIT_2009.whole()],
    since: None,
    until: None,
    check: Check::Server(check),
    breaks: Example {
        shows: Words::fixed("带了端口", "with a port"),
        given: &[Given::Edit { file: "example/servers.yaml", old: "- 203.0.113.10", new: "- \"203.0.113.10:443\"" }],
        finds: &["example/servers/web-1/addresses/0"],
    },
    keeps: Example {
        shows: Words::fixed("单个地址", "a single address"),
        given: &[Given::Stands { file: "example/servers.yaml", text: "- 203.0.113.10" }],
        finds: &[],
    },
};

fn check(_: &Case<'_>, named: &Named<'_, Server>, report: &mut Report<'_>) {
    for address in named.record.addresses.items() {
        let Err(fault) = Addresses::parse(&address.value) else { continue };
        let (text, Words { zh, en }) = (&address.value, fault.words());
        let finding = report.at(address.place, words!("“{text}”：{zh}", "`{text}`: {en}"));
        // A very wide range can be what somebody meant.
        if fault == AddressFault::TooWide {
            finding.at_most(Severity::Warning);
        }
    }
}
