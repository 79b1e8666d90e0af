//! A103: a cloud region that the table does not know.

use super::common::users;
use crate::law::{ALIYUN_GUIDE, RECORD_FORMAT};
use crate::model::Server;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::words;
use crate::words::Words;
use crate::words::nearest;

/// A cloud region that the table does not know.
pub static RULE: Rule = Rule {
    code: "A103",
    name: "unknown-cloud-region",
    severity: Severity::Note,
    title: Words::fixed("不认识的云地域", "a cloud region that the table does not know"),
    demand: Words::fixed(
        "只有大陆地域的服务器能备案；不认识的编号无从判断。各家的编号同名不同地，要逐字照抄",
        "Only servers in mainland regions can carry a filing, and an unknown id tells nothing. One id is another place \
         at each provider, so copy it letter by letter",
    ),
    help: Words::fixed("从控制台照抄地域编号", "copy the id of the region from the console"),
    sources: &[RECORD_FORMAT.whole(), ALIYUN_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Server(check),
    breaks: Example {
        shows: Words::fixed("写成了别的样子", "written in another way"),
        given: &[Given::Edit { file: "example/servers.yaml", old: "cn-hangzhou", new: "cn-hangzou" }],
        finds: &["example/servers/web-1/cloud_region"],
    },
    keeps: Example {
        shows: Words::fixed("控制台里的编号", "the id of the console"),
        given: &[Given::Stands { file: "example/servers.yaml", text: "cloud_region: cn-hangzhou" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Server>, report: &mut Report<'_>) {
    let server = named.record;
    let (Some(id), Some(by)) = (server.cloud_region.placed(), server.provider.known()) else { return };
    let clouds = &case.tables.clouds;
    if !clouds.region(by, &id.value, case.today).is_nothing() {
        return;
    }
    // Of a provider without any region in the table nothing can be said.
    let Some(by) = clouds.provider(by, case.today).row() else { return };
    let ids = || clouds.regions_of(&by.name, case.today);
    if ids().next().is_none() || users(case, named.key).next().is_none() {
        return;
    }
    let (text, name) = (&id.value, &by.name);
    let finding = report.at(
        id.place,
        words!("{name}没有地域“{text}”，或表里还没有", "{name} has no region `{text}`, or the table lacks it"),
    );
    if let Some(near) = nearest(text, ids()) {
        finding.help(words!("是不是 {near}？", "did you mean `{near}`?"));
    }
}
