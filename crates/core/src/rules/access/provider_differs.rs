//! A108: the provider of an access differs from that of its server.

use super::common::{current, is_same_provider, server};
use crate::law::{MII_33, MIIT_6};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The provider of an access differs from that of its server.
pub static RULE: Rule = Rule {
    code: "A108",
    name: "provider-differs",
    severity: Severity::Warning,
    title: Words::fixed("接入商与服务器的接入商不同", "the provider of an access differs from that of its server"),
    demand: Words::fixed(
        "备案的接入商就是服务器的接入商；两处不同，必有一处不真实。经代理商接入的，以备案系统里的接入商为准",
        "The provider on file is the one that connects the server; where the two differ, one of them is untrue. With a \
         reseller, the one in the filing system counts",
    ),
    help: Words::fixed(
        "核对备案系统里的接入商，改正其中一处",
        "look up the provider in the filing system and correct one of the two",
    ),
    sources: &[MII_33.article(7), MIIT_6.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("接入写腾讯云，服务器在阿里云", "Tencent Cloud for a server of Alibaba Cloud"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "    - provider: 阿里云",
            new: "    - provider: 腾讯云",
        }],
        finds: &["example/services/shop/access/0/provider"],
    },
    keeps: Example {
        shows: Words::fixed("两处相同", "both are the same"),
        given: &[Given::Stands { file: "example/services.yaml", text: "    - provider: 阿里云\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    for access in current(named.record, case.today) {
        let Some(by) = access.value.provider.placed() else { continue };
        for key in access.value.servers.items() {
            let Some(other) = server(case, &key.value).and_then(|server| server.value.provider.placed()) else {
                continue;
            };
            if is_same_provider(case, &by.value, &other.value) || !named.record.is_live(case.today) {
                continue;
            }
            let (one, two, key) = (&by.value, &other.value, &key.value);
            let said = words!(
                "接入商写的是{one}，服务器 {key} 却在{two}",
                "the access is by {one}, but its server `{key}` is of {two}"
            );
            report
                .at(by.place, said)
                .at_most(case.most())
                .related(other.place, Words::fixed("服务器的接入商", "the provider of the server"));
            break;
        }
    }
}
