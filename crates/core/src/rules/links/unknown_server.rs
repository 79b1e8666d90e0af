//! L102: a server is named that is not in servers.yaml.

use super::suggest::suggest;
use crate::law::RECORD_FORMAT;
use crate::model::Service;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A server is named that is not in servers.yaml.
pub static RULE: Rule = Rule {
    code: "L102",
    name: "unknown-server",
    severity: Severity::Error,
    title: Words::fixed("指称的服务器不存在", "a server is named that is not in servers.yaml"),
    demand: Words::fixed(
        "记录之间用键互相指称；指向不存在的记录，负责人是谁、服务器在哪就没有着落",
        "Records name each other by key; a key without a record leaves open who answers and where a service runs",
    ),
    help: Words::fixed(
        "在 servers.yaml 里加上这台服务器，或改正键",
        "add the server to servers.yaml, or correct the key",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("服务器的键写错", "a misspelt key"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "        - web-1\n",
            new: yaml! {"
                        - web-1
                        - web-2
            "},
        }],
        finds: &["example/services/shop/access/0/servers/1"],
    },
    keeps: Example {
        shows: Words::fixed("服务器在 servers.yaml 里", "the server is in servers.yaml"),
        given: &[Given::Stands { file: "example/services.yaml", text: "        - web-1" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    if !named.record.is_live(case.today) {
        return;
    }
    for server in named.record.access.items().iter().flat_map(|access| access.value.servers.items()) {
        let key = &*server.value;
        if case.subject.servers.get(key).is_none() && !case.subject.is_unread("servers") {
            let finding = report.at(
                server.place,
                words!("服务器 {key} 不在 servers.yaml 里", "the server `{key}` is not in servers.yaml"),
            );
            suggest(finding.at_most(case.most()), key, &case.subject.servers, "servers.yaml");
        }
    }
}
