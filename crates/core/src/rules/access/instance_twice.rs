//! A122: one instance stands under two keys.

use super::common::is_same_provider;
use crate::law::{ALIYUN_GUIDE, RECORD_FORMAT};
use crate::record::{Placed, Text};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::spelling::is_one;
use crate::words;
use crate::words::Words;

/// A second server of the site, under a key of its own.
macro_rules! twice {
    ($instance:literal) => {
        &[
            Given::Edit {
                file: "example/servers.yaml",
                old: "web-1:\n",
                new: yaml! {"
                    web-2:
                      provider: 阿里云
                      mode: 云接入
                      cloud_region: cn-hangzhou
                      place: 浙江省
                      instance: {instance}
                      addresses:
                        - 203.0.113.12
                      paid:
                        from: 2021-01-15
                        until: 2028-01-15
                        billing: 包年包月
                    web-1:
                ", instance = $instance},
            },
            Given::Edit {
                file: "example/services.yaml",
                old: "        - web-1\n",
                new: yaml! {"
                            - web-1
                            - web-2
                "},
            },
        ]
    };
}

/// One instance stands under two keys.
pub static RULE: Rule = Rule {
    code: "A122",
    name: "instance-twice",
    severity: Severity::Warning,
    title: Words::fixed("一台实例记成了两台服务器", "one instance stands under two keys"),
    demand: Words::fixed(
        "一台服务器记一次，几个服务都指它；记成两台，承担的备案数和剩余时间就算错了",
        "A server is recorded once, and all of its services name it; under two keys its filings and its time are \
         counted wrongly",
    ),
    help: Words::fixed(
        "改正抄错的实例号；确是一台的并成一个键，已释放的写 released",
        "correct the instance that was copied; merge both keys if they are one, or write `released` for the one \
         given back",
    ),
    sources: &[RECORD_FORMAT.whole(), ALIYUN_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("两个键，一个实例号", "two keys with one instance"),
        given: twice!("i-example0001"),
        finds: &["example/servers/web-2/instance"],
    },
    keeps: Example {
        shows: Words::fixed("各是一台", "one server each"), given: twice!("i-example0003"), finds: &[]
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let servers = &case.subject.servers;
    if servers.known().nth(1).is_none() {
        return;
    }
    let mut seen: Vec<(&str, &Text, &Placed<Text>)> = Vec::new();
    for (key, server) in servers.known().filter(|(_, server)| server.value.released.is_absent()) {
        let (Some(by), Some(instance)) = (server.value.provider.known(), server.value.instance.placed()) else {
            continue;
        };
        let clash = seen
            .iter()
            .find(|(_, other, before)| is_one(&instance.value, &before.value) && is_same_provider(case, by, other));
        if let Some((first, _, before)) = clash {
            let text = &instance.value;
            report
                .at(
                    instance.place,
                    words!(
                        "实例 {text} 已经记在服务器 {first} 下",
                        "the instance `{text}` stands under `{first}` already"
                    ),
                )
                .at_most(case.most())
                .related(before.place, words!("服务器 {first}", "the server `{first}`"));
        }
        // A list that long is nobody's; comparing each with each would cost its square.
        if seen.len() < 256 {
            seen.push((key, by, instance));
        }
    }
}
