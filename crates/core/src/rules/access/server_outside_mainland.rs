//! A101: the server stands outside mainland China.

use super::common::users;
use super::place::{Stands, stands};
use crate::law::{ALIYUN_GUIDE, HUAWEI_GUIDE, MII_33, TENCENT_GUIDE};
use crate::model::Server;
use crate::names::Mainland;
use crate::rows::Confidence;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The server stands outside mainland China.
pub static RULE: Rule = Rule {
    code: "A101",
    name: "server-outside-mainland",
    severity: Severity::Warning,
    title: Words::fixed("服务器不在中国大陆", "the server stands outside mainland China"),
    demand: Words::fixed(
        "备案由境内的接入商代办，接入商只收大陆地域的服务器：香港、澳门、台湾和境外的服务器不能用来备案，\
         也不需要备案（各家手册；办法第五条看的是主办者在不在境内，没有说服务器）。\
         地域按接入商的编号逐字比对：cn-hongkong 不在大陆，ap-guangzhou 在",
        "Access providers file for servers in mainland regions alone: those in Hong Kong, Macao, Taiwan and abroad \
         cannot carry a filing and need none, as manuals have it; article 5 of the measures looks at whether the \
         organiser is in the mainland and does not speak of servers. Regions are compared letter by letter: \
         cn-hongkong is outside, ap-guangzhou inside",
    ),
    help: Words::fixed(
        "换用大陆地域的服务器；服务确实迁到境外的，注销备案或取消接入",
        "take a server in a mainland region; if the service moved abroad for good, deregister it or cancel the access",
    ),
    sources: &[ALIYUN_GUIDE.whole(), HUAWEI_GUIDE.whole(), TENCENT_GUIDE.whole(), MII_33.article(5)],
    since: None,
    until: None,
    check: Check::Server(check),
    breaks: Example {
        shows: Words::fixed("用香港地域", "a region in Hong Kong"),
        given: &[Given::Edit {
            file: "example/servers.yaml",
            old: yaml! {"
                  cloud_region: cn-hangzhou
                  place: 浙江省
            "},
            new: "  cloud_region: cn-hongkong\n",
        }],
        finds: &["example/servers/web-1/cloud_region"],
    },
    keeps: Example {
        shows: Words::fixed("大陆地域", "a mainland region"),
        given: &[Given::Stands { file: "example/servers.yaml", text: "cloud_region: cn-hangzhou" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Server>, report: &mut Report<'_>) {
    let server = named.record;
    let key = named.key;
    let region = server.cloud_region.placed();
    let row = region
        .zip(server.provider.known())
        .and_then(|(id, by)| case.tables.clouds.region(by, &id.value, case.today).row());
    let (place, said, most) = match (row, region, server.place.placed()) {
        (Some(row), Some(id), _) if row.mainland == Mainland::No => {
            let (text, place) = (&id.value, &row.place);
            let most = match row.provenance.confidence {
                Confidence::Confirmed => Severity::Error,
                Confidence::Reported => Severity::Warning,
                Confidence::Disputed | Confidence::Unsure => Severity::Note,
            };
            let said = words!(
                "{key} 的地域 {text} 在{place}，不在中国大陆，不能用来备案",
                "the region `{text}` of `{key}` is in {place}, outside mainland China, and cannot carry a filing"
            );
            (id.place, said, most)
        }
        // That it contradicts its region has a rule of its own.
        (row, _, Some(at)) if row.is_none_or(|row| row.mainland != Mainland::Yes) => {
            let most = match stands(case, &at.value) {
                Some(Stands::Apart) => Severity::Error,
                Some(Stands::Abroad(row)) => row.provenance.weight(),
                _ => return,
            };
            let text = &at.value;
            let said = words!(
                "{key} 放在{text}，不在中国大陆，不能用来备案",
                "`{key}` stands in {text}, outside mainland China, and cannot carry a filing"
            );
            (at.place, said, most)
        }
        _ => return,
    };
    let Some((service, used)) = users(case, key).next() else { return };
    let service = service.key;
    report
        .at(place, said)
        .at_most(most)
        .related(used, words!("服务 {service} 用它", "used by the service `{service}`"));
}
