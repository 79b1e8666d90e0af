//! A102: an access provider that the table does not know.

use super::common::{provider, users};
use crate::law::{MIIT_6, RECORD_FORMAT};
use crate::model::Server;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::words;
use crate::words::Words;
use crate::words::nearest;

/// An access provider that the table does not know.
pub static RULE: Rule = Rule {
    code: "A102",
    name: "unknown-provider",
    severity: Severity::Note,
    title: Words::fixed("不认识的接入商", "an access provider that the table does not know"),
    demand: Words::fixed(
        "接入商要有接入资质；表里没有的只是不知道，无从核对地域和服务器条件",
        "A provider of access needs the licence for it; one that the table lacks is merely unknown, and its regions \
         and terms cannot be checked",
    ),
    help: Words::fixed(
        "核对名称；写接入商通用的名称，或在覆盖数据里补上这一家",
        "check the name and write the common one, or add the provider by an overlay",
    ),
    sources: &[RECORD_FORMAT.whole(), MIIT_6.whole()],
    since: None,
    until: None,
    check: Check::Server(check),
    breaks: Example {
        shows: Words::fixed("写错的名称", "a name with a slip"),
        given: &[
            Given::Edit { file: "example/servers.yaml", old: "provider: 阿里云", new: "provider: 阿里云云" },
            Given::Edit {
                file: "example/services.yaml",
                old: "    - provider: 阿里云",
                new: "    - provider: 阿里云云",
            },
        ],
        finds: &["example/servers/web-1/provider"],
    },
    keeps: Example {
        shows: Words::fixed("表里有的名称", "a name that the table has"),
        given: &[Given::Stands { file: "example/servers.yaml", text: "provider: 阿里云" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Server>, report: &mut Report<'_>) {
    let Some(by) = named.record.provider.placed() else { return };
    if !provider(case, &by.value).is_nothing() || users(case, named.key).next().is_none() {
        return;
    }
    let text = &by.value;
    let finding = report.at(by.place, words!("不认识接入商“{text}”", "the provider `{text}` is not known"));
    if let Some(near) = nearest(text, case.tables.clouds.names()) {
        finding.help(words!("是不是“{near}”？", "did you mean `{near}`?"));
    }
}
