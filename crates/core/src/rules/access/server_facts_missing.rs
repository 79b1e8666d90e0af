//! A107: facts about a server are missing.

use super::common::{is_told, users};
use crate::law::{Article, HUAWEI_GUIDE, MII_33, MIIT_2009};
use crate::model::Server;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// Facts about a server are missing.
pub static RULE: Rule = Rule {
    code: "A107",
    name: "server-facts-missing",
    severity: Severity::Error,
    title: Words::fixed("服务器信息不完整", "facts about a server are missing"),
    demand: Words::fixed(
        "备案要写服务器的公网 IP 和所在地；没有接入商和地域，无从判断它能不能备案",
        "A filing states the public addresses and the place of a server; without provider and region nobody can tell \
         whether it can carry one",
    ),
    help: Words::fixed("从接入商的控制台补上", "copy them from the provider's console"),
    sources: &[MII_33.articles(&[Article::new(7), Article::new(19)]), MIIT_2009.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Server(check),
    breaks: Example {
        shows: Words::fixed("没有 IP 地址", "no address"),
        given: &[Given::Edit {
            file: "example/servers.yaml",
            old: yaml! {"
                  addresses:
                    - 203.0.113.10
            "},
            new: "",
        }],
        finds: &["example/servers/web-1"],
    },
    keeps: Example {
        shows: Words::fixed("写明 IP 地址", "the address is there"),
        given: &[Given::Stands { file: "example/servers.yaml", text: "    - 203.0.113.10\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Server>, report: &mut Report<'_>) {
    let server = named.record;
    let lacks = [
        (server.provider.is_absent(), "provider"),
        (server.addresses.is_absent(), "addresses"),
        (server.cloud_region.is_absent() && server.place.is_absent(), "place"),
    ];
    if lacks.iter().all(|(lacks, _)| !lacks) || !is_told(case) {
        return;
    }
    let Some((service, used)) = users(case, named.key).next() else { return };
    let fields: Vec<&str> = lacks.iter().filter(|(lacks, _)| *lacks).map(|(_, field)| *field).collect();
    let (zh, en, key, service) = (fields.join("、"), fields.join(", "), named.key, service.key);
    report
        .at(named.place, words!("服务器 {key} 缺少 {zh}", "the server `{key}` lacks {en}"))
        .at_most(case.missing())
        .related(used, words!("服务 {service} 用它", "used by the service `{service}`"));
}
