//! S126: no filing with the police 30 days after opening.

use super::common::is_judged;
use crate::day::Day;
use crate::law::{Article, HUAWEI_GUIDE, MPS_33};
use crate::model::Service;
use crate::record::Placed;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::vocabulary::ServiceKind;
use crate::words;
use crate::words::Words;

/// No filing with the police 30 days after opening.
pub static RULE: Rule = Rule {
    code: "S126",
    name: "police-filing-missing",
    severity: Severity::Error,
    title: Words::fixed("开通三十日后仍没有公安联网备案", "no filing with the police 30 days after opening"),
    demand: Words::fixed(
        "公安联网备案在联网开通后三十日内办理，从开通起算，不从 ICP 备案通过起算；App 是否要办各处没有定论，作提示",
        "The filing with the police is made within 30 days of opening, counted from there and not from the ICP \
         approval; whether Apps need one is not settled, so that it is a note",
    ),
    help: Words::fixed(
        "到 beian.mps.gov.cn 办理，把日期记在 police 里",
        "file it at beian.mps.gov.cn and enter the days in `police`",
    ),
    sources: &[MPS_33.articles(&[Article::new(12), Article::new(23)]), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("没有办理", "none was made"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: yaml! {r#"
                  police:
                    applied: 2021-03-25
                    approved: 2021-04-08
                    number: "浙公网安备33010602000017号"
                    shown: 2021-04-10
            "#},
            new: "",
        }],
        finds: &["example/services/shop/police"],
    },
    keeps: Example {
        shows: Words::fixed("已经办理", "it was made"),
        given: &[Given::Stands { file: "example/services.yaml", text: "    applied: 2021-03-25\n" }],
        finds: &[],
    },
};

/// The day on which a service opened that is not filed with the police, and the last one to
/// do so.
pub(crate) fn due(service: &Service) -> Option<(&Placed<Day>, Day)> {
    let opened = service.opened.placed()?;
    let begun = service.police.known().map_or(!service.police.is_absent(), |police| {
        !(police.applied.is_absent() && police.approved.is_absent() && police.number.is_absent())
    });
    (!begun).then(|| (opened, opened.value.plus_days(30)))
}

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let Some((opened, due)) = due(service) else { return };
    if case.today <= due || !is_judged(case, service) {
        return;
    }
    let (key, open) = (named.key, opened.value);
    let said = words!(
        "{key} 于 {open} 开通，应在 {due} 前办公安联网备案，还没有记录",
        "`{key}` opened on {open}; its filing with the police was due by {due}, and none is recorded"
    );
    let most = if service.kind.known() == Some(&ServiceKind::Website) { case.missing() } else { Severity::Note };
    match service.police.place() {
        Some(place) => report.at(place, said),
        None => report.missing(named.place, "police", said),
    }
    .at_most(most)
    .related(opened.place, Words::fixed("从这一天起算", "counted from this day"));
}
