//! S126: no filing with the police in time after opening.

use crate::day::Day;
use crate::law::{Article, Citation, HUAWEI_GUIDE, MPS_33, UCLOUD_NOTICES};
use crate::model::{Police, Service};
use crate::record::{Placed, unknown};
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::is_judged;
use crate::tables::{Counted, Tables};
use crate::vocabulary::{Nature, PeriodKind, ServiceKind};
use crate::words;
use crate::words::Words;

/// No filing with the police in time after opening.
pub static RULE: Rule = Rule {
    code: "S126",
    name: "police-filing-missing",
    severity: Severity::Error,
    title: Words::fixed("开通后逾期仍没有公安联网备案", "no filing with the police in time after opening"),
    demand: Words::fixed(
        "公安联网备案在联网开通后 {police-filing}内办理，从开通起算，不从 ICP 备案通过起算。第十二条讲的是法人和其他\
         组织；个人的网站和 2026-01-23 以后开通的 App，是接入商照此要求，作警告；其余的没有定论，作提示",
        "The filing with the police is made within {police-filing} of opening, counted from there and not from the ICP \
         approval. Article 12 binds legal persons and other organisations; of individuals, and of Apps that opened \
         since 2026-01-23, providers ask the same: a warning. The rest is not settled: a note",
    ),
    help: Words::fixed(
        "到 beian.mps.gov.cn 办理，把日期记在 police 里；注销了的不要删，在 police 写 ended",
        "file it at beian.mps.gov.cn and enter the days in `police`; one that was cancelled stays, with `ended`",
    ),
    sources: &[MPS_33.articles(&[Article::new(12), Article::new(23)]), HUAWEI_GUIDE.whole(), UCLOUD_NOTICES.whole()],
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

/// Whether a filing with the police was asked for, as far as the records tell.
pub(crate) fn is_begun(service: &Service) -> bool {
    service.police.known().map_or(!service.police.is_absent(), |police| {
        !(police.applied.is_absent() && police.approved.is_absent() && police.number.is_absent())
    })
}

/// The day on which a service opened that is not filed with the police, and the time to do so.
pub(crate) fn due<'c>(service: &'c Service, tables: &'c Tables) -> Option<(&'c Placed<Day>, Counted<'c>)> {
    let opened = service.opened.placed()?;
    if is_begun(service) {
        return None;
    }
    Some((opened, tables.count(PeriodKind::PoliceFiling, "", opened.value)?))
}

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    gone(case, named, report);
    let Some((opened, counted)) = due(service, case.tables) else { return };
    let Some(due) = counted.day().filter(|_| counted.is_over(case.today) && is_judged(case, service)) else { return };
    let (key, open, Words { zh, en }) = (named.key, opened.value, counted.moved());
    let said = words!(
        "{key} 于 {open} 开通，应在 {due} 前办公安联网备案{zh}，还没有记录",
        "`{key}` opened on {open}; its filing with the police was due by {due}{en}, and none is recorded"
    );
    let (most, sources) = binds(case, service, opened.value);
    let finding = match service.police.place() {
        Some(place) => report.at(place, said),
        None => report.missing(named.place, "police", said),
    };
    finding
        .at_most(most)
        .at_most(case.missing_of_service(named.key))
        .counted_by(counted.period)
        .related(opened.place, Words::fixed("从这一天起算", "counted from this day"));
    if !sources.is_empty() {
        finding.cite(sources);
    }
}

/// The first day since which a provider's page asks Apps for it.
const APPS: Day = Day::of(2026, 1, 23);

/// The most that it weighs for whom it is asked of, and what that rests on where it is not what the rule rests on.
pub(super) fn binds(case: &Case<'_>, service: &Service, opened: Day) -> (Severity, &'static [Citation]) {
    const OF_PERSONS: &[Citation] = &[HUAWEI_GUIDE.whole(), MPS_33.article(11)];
    const OF_APPS: &[Citation] = &[UCLOUD_NOTICES.whole()];
    let nature = &case.subject.particulars.value.nature;
    let unit = unknown::aside(|| nature.known().map(|nature| *nature != Nature::Individual));
    match (service.kind.known(), unit) {
        (Some(ServiceKind::Website), Some(true)) => (Severity::Error, &[]),
        (Some(ServiceKind::Website), _) => (Severity::Warning, OF_PERSONS),
        (Some(ServiceKind::App), _) if APPS <= opened => (Severity::Warning, OF_APPS),
        _ => (Severity::Note, OF_APPS),
    }
}

/// A filing with the police that was cancelled, while the service is still open.
fn gone(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let ended = service.police.known().and_then(Police::cancelled);
    let Some(ended) = ended.filter(|ended| ended.value <= case.today && is_judged(case, service)) else { return };
    let (key, day) = (named.key, ended.value);
    let (most, _) = binds(case, service, service.opened.known().copied().unwrap_or(day));
    report
        .at(
            ended.place,
            words!(
                "{key} 的公安联网备案已于 {day} 注销，服务还在开通",
                "the filing of `{key}` with the police ended on {day}, and the service is open"
            ),
        )
        .at_most(most.min(Severity::Warning))
        .help(Words::fixed(
            "重新办理，用新的 applied、approved、number 代替旧的，ended 留着；服务已关停的，写 closed",
            "file it anew and put the new `applied`, `approved` and `number` in the places of the old ones beside \
             `ended`; if the service has closed, write `closed`",
        ));
}
