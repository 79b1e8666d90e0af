//! F172: a subject is to be deregistered as an empty shell, and has services on file.

use crate::filed::{replay, state};
use crate::law::{HUAWEI_GUIDE, MIIT_6};
use crate::model::Filing;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::live;
use crate::rules::orders::{procedure, tell};
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;

/// A subject is to be deregistered as an empty shell, and has services on file.
pub static RULE: Rule = Rule {
    code: "F172",
    name: "shell-with-services",
    severity: Severity::Warning,
    title: Words::fixed(
        "按空壳主体注销，名下却有在备案的服务",
        "a subject is to be deregistered as an empty shell, and has services on file",
    ),
    demand: Words::fixed(
        "空壳主体是名下已没有服务、也没有接入商的主体；名下还有服务的，办注销主体，服务随之注销",
        "An empty shell is a subject without services and providers; one that has services is deregistered as a \
         subject, and its services with it",
    ),
    help: Words::fixed(
        "要全部终止的改办注销主体；服务其实已经注销的，补上那个订单和 ended",
        "to end all of it, file 注销主体; if the services were deregistered already, add that order and `ended`",
    ),
    sources: &[MIIT_6.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("网站还在备案", "a website is on file"),
        given: &[Given::File {
            file: "example/filings/2026-11-20-shell.yaml",
            text: yaml! {"
                procedure: 注销空壳主体
                covers:
                  - subject
            "},
        }],
        finds: &["example/filings/2026-11-20-shell/procedure"],
    },
    keeps: Example {
        shows: Words::fixed("办注销主体", "the subject is deregistered with its services"),
        given: &[Given::File {
            file: "example/filings/2026-11-20-end.yaml",
            text: yaml! {"
                procedure: 注销主体
                through: 阿里云
                covers:
                  - subject
                  - services/shop
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let filing = named.record;
    let Some(asked) = filing.procedure.placed() else { return };
    if procedure(filing) != Some(Procedure::DeregisterEmptyShell) || !state(filing).is_pending() {
        return;
    }
    let on_file = replay(&case.subject.filings, case.today);
    let mut running = live(case).filter(|service| on_file.numbers.contains_key(&format!("services/{}", service.key)));
    let Some(first) = running.next() else { return };
    let count = 1 + running.count();
    let key = first.key;
    tell(
        case,
        report,
        asked.place,
        words!(
            "名下还有 {count} 项在备案的服务（{key} 等），不是空壳主体",
            "{count} services are on file under the subject (`{key}` among them), so it is no empty shell"
        ),
    )
    .related(first.place, Words::fixed("在备案的服务", "a service on file"));
}
