//! A106: facts about an access are missing.

use super::common::{current, is_told};
use crate::law::{Article, MII_33, MIIT_6};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::vocabulary::ServiceKind;
use crate::words;
use crate::words::Words;

/// Facts about an access are missing.
pub static RULE: Rule = Rule {
    code: "A106",
    name: "access-facts-missing",
    severity: Severity::Error,
    title: Words::fixed("接入信息不完整", "facts about an access are missing"),
    demand: Words::fixed(
        "备案要写明接入商和服务器的 IP 地址；没有接入商的接入等于没有接入",
        "A filing names the access provider and the addresses of the servers; an access without a provider is none",
    ),
    help: Words::fixed("补上接入商，并在 servers 里引用服务器", "add the provider, and name the servers in `servers`"),
    sources: &[MII_33.articles(&[Article::new(7), Article::new(19)]), MIIT_6.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("没有写接入商", "no provider is named"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: yaml! {"
                    - provider: 阿里云
                      servers:
            "},
            new: "    - servers:\n",
        }],
        finds: &["example/services/shop/access/0"],
    },
    keeps: Example {
        shows: Words::fixed("写明接入商", "the provider is named"),
        given: &[Given::Stands { file: "example/services.yaml", text: "    - provider: 阿里云\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    // Mini programs and quick apps may be served by their platform alone.
    let own = matches!(service.kind.known(), Some(ServiceKind::Website | ServiceKind::App));
    for access in current(service, case.today) {
        let lacks =
            [(access.value.provider.is_absent(), "provider"), (own && access.value.servers.is_absent(), "servers")];
        if lacks.iter().all(|(lacks, _)| !lacks) || !is_told(case) || !service.is_live(case.today) {
            continue;
        }
        let fields: Vec<&str> = lacks.iter().filter(|(lacks, _)| *lacks).map(|(_, field)| *field).collect();
        let (zh, en, key) = (fields.join("、"), fields.join(", "), named.key);
        report
            .at(access.place, words!("服务 {key} 的这项接入缺少 {zh}", "this access of the service `{key}` lacks {en}"))
            .at_most(case.missing_of_service(named.key));
    }
}
