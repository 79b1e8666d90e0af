//! S136: the filing with the police was made late, or it does not say when.

use super::police_filing_missing::binds;
use crate::law::{Article, HUAWEI_GUIDE, MPS_33};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::is_judged;
use crate::vocabulary::PeriodKind;
use crate::words;
use crate::words::Words;

/// The filing with the police was made late, or it does not say when.
pub static RULE: Rule = Rule {
    code: "S136",
    name: "police-filed-late",
    severity: Severity::Warning,
    title: Words::fixed(
        "公安联网备案办晚了，或没有写何时办的",
        "the filing with the police was made late, or does not say when",
    ),
    demand: Words::fixed(
        "公安联网备案在联网开通后 {police-filing}内办理；晚办的补不回来，只作提醒",
        "The filing with the police is made within {police-filing} of opening; what was late cannot be undone and is \
         told only",
    ),
    help: Words::fixed(
        "如实保留日期，不要改；可在 beian.yaml 豁免，不必写 until",
        "leave the days as they are; a waiver for it needs no `until`",
    ),
    sources: &[MPS_33.articles(&[Article::new(12), Article::new(23)]), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("开通四个月后才申请", "applied for four months after the opening"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: yaml! {"
                    applied: 2021-03-25
                    approved: 2021-04-08
            "},
            new: yaml! {"
                    applied: 2021-07-26
                    approved: 2021-08-09
            "},
        }],
        finds: &["example/services/shop/police/applied"],
    },
    keeps: Example {
        shows: Words::fixed("一周内申请", "applied for within a week"),
        given: &[Given::Stands { file: "example/services.yaml", text: "    applied: 2021-03-25\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let (Some(opened), Some(police)) = (service.opened.placed(), service.police.known()) else { return };
    // A filing that took the place of another is not the one that the opening asked for.
    if !is_judged(case, service) || !police.ended.is_absent() {
        return;
    }
    let Some(period) = case.tables.periods.of(PeriodKind::PoliceFiling, opened.value) else { return };
    if police.applied.known().is_some_and(|applied| period.is_kept(opened.value, *applied)) {
        return;
    }
    let Ok(due) = period.end(opened.value, &case.tables.calendar) else { return };
    let (key, open, last) = (named.key, opened.value, due.day);
    // What was late cannot be undone: of whom no law asks it, it is only worth knowing.
    let (binds, _) = binds(case, service, open);
    let most = if binds == Severity::Error { case.most().min(Severity::Warning) } else { Severity::Note };
    match (police.applied.placed(), police.approved.known()) {
        (Some(applied), _) if due.is_over(applied.value) => {
            let (day, late) = (applied.value, last.days_until(applied.value));
            report
                .at(
                    applied.place,
                    words!(
                        "{key} 于 {open} 开通，应在 {last} 前申请公安联网备案，{day} 才申请，晚了 {late} 天",
                        "`{key}` opened on {open}; its filing with the police was due by {last} and was asked for on \
                         {day}, {late} days late"
                    ),
                )
                .at_most(most)
                .counted_by(period)
                .related(opened.place, Words::fixed("从这一天起算", "counted from this day"));
        }
        (None, approved) if police.applied.is_absent() && approved.is_none_or(|day| last < *day) => {
            let Some(number) = police.number.placed() else { return };
            report
                .at(
                    number.place,
                    words!(
                        "{key} 的公安联网备案没有写 applied，看不出是否在 {last} 前申请",
                        "the filing of `{key}` with the police has no `applied`: whether it was asked for by {last} \
                         is not known"
                    ),
                )
                .help(Words::fixed("补写 applied", "add `applied`"))
                .at_most(most)
                .counted_by(period);
        }
        _ => {}
    }
}
