//! A118: the mode of access does not fit the provider.

use super::common::users;
use crate::law::{MIIT_2009, RECORD_FORMAT};
use crate::model::Server;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::vocabulary::AccessMode;
use crate::words;
use crate::words::Words;

/// The mode of access does not fit the provider.
pub static RULE: Rule = Rule {
    code: "A118",
    name: "mode-against-provider",
    severity: Severity::Note,
    title: Words::fixed("接入方式与接入商不符", "the mode of access does not fit the provider"),
    demand: Words::fixed(
        "云服务商的服务器填云接入或虚拟主机；专线、主机托管是自有设备放进机房的方式",
        "A server of a cloud is connected by 云接入 or 虚拟主机; lines and colocation are for machines of one's own",
    ),
    help: Words::fixed("核对备案系统里的接入方式", "look up the mode in the filing system"),
    sources: &[RECORD_FORMAT.whole(), MIIT_2009.whole()],
    since: None,
    until: None,
    check: Check::Server(check),
    breaks: Example {
        shows: Words::fixed("云服务器写成专线", "a cloud server on a dedicated line"),
        given: &[Given::Edit { file: "example/servers.yaml", old: "mode: 云接入", new: "mode: 专线" }],
        finds: &["example/servers/web-1/mode"],
    },
    keeps: Example {
        shows: Words::fixed("云接入", "by the cloud"),
        given: &[Given::Stands { file: "example/servers.yaml", text: "mode: 云接入" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Server>, report: &mut Report<'_>) {
    let server = named.record;
    let (Some(mode), Some(id)) = (server.mode.placed(), server.cloud_region.placed()) else { return };
    if !matches!(mode.value, AccessMode::DedicatedLine | AccessMode::Colocation)
        || users(case, named.key).next().is_none()
    {
        return;
    }
    let (key, said) = (named.key, mode.value);
    report
        .at(
            mode.place,
            words!("{key} 有云地域，接入方式却是{said}", "`{key}` has a cloud region, but is connected by {said}"),
        )
        .related(id.place, Words::fixed("云地域在这里", "the region stands here"));
}
