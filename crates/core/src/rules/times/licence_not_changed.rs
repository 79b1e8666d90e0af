//! T114: a licence was not changed after its holder was.

use crate::day::Day;
use crate::law::{MIIT_42, RECORD_FORMAT};
use crate::model::{Filing, Licence, Stage};
use crate::record::{Place, Placed, Validity, unknown};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::orders::{all, facts, is_change};
use crate::rules::parts;
use crate::tables::Counted;
use crate::vocabulary::PeriodKind;
use crate::words;
use crate::words::Words;

macro_rules! licence {
    ($issued:literal) => {
        Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例\n",
            new: concat!(
                "supervisor: 张示例\nlicences:\n  - kind: 增值电信业务经营许可证\n    number: \"浙B2-20220017\"\n    \
                 valid:\n      from: 2022-01-20\n      until: 2028-01-19\n    ",
                $issued,
                "\n"
            ),
        }
    };
}

/// A licence was not changed after its holder was.
pub static RULE: Rule = Rule {
    code: "T114",
    name: "licence-not-changed",
    severity: Severity::Warning,
    title: Words::fixed(
        "改名或换法定代表人后没有变更经营许可证",
        "a licence was not changed after its holder got another name or legal representative",
    ),
    demand: Words::fixed(
        "持证单位的名称或法定代表人变更登记后 {licence-change}内，到发证机关变更经营许可证；\
         换发的许可证写新的发证日期。没有写发证日期的，看不出换过没有，作提示",
        "Within {licence-change} of the registration of another name or legal representative the holder has the \
         licence changed by its issuer; what is issued then bears a new day. A licence without `issued` does not show \
         whether it was changed: a note",
    ),
    help: Words::fixed(
        "到发证机关（电信业务市场综合管理信息系统）办理许可证变更，把换发的日期写进 issued；已经换过的补写 issued",
        "have the licence changed by its issuer and enter the day of the new one as `issued`; if that was done, add \
         `issued`",
    ),
    sources: &[MIIT_42.article(29), RECORD_FORMAT.whole()],
    since: Some(Day::of(2017, 9, 1)),
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("改名三个月了，许可证还是改名前发的", "renamed three months ago, the licence is older"),
        given: &[parts::FORMAT_2, RENAMED, NAMED_ANEW, HOLDS_ANEW, licence!("issued: 2022-01-20")],
        finds: &["example/subject/licences/0/issued"],
    },
    keeps: Example {
        shows: Words::fixed("改名后换发了许可证", "the licence was issued anew after the new name"),
        given: &[parts::FORMAT_2, RENAMED, NAMED_ANEW, HOLDS_ANEW, licence!("issued: 2026-08-20")],
        finds: &[],
    },
};

const NAMED_ANEW: Given = Given::Edit {
    file: "example/subject.yaml",
    old: "name: 杭州示例网络科技有限公司",
    new: "name: 杭州示例好物科技有限公司",
};

const HOLDS_ANEW: Given = Given::Edit {
    file: "example/domains.yaml",
    old: "    name: 杭州示例网络科技有限公司",
    new: "    name: 杭州示例好物科技有限公司",
};

const RENAMED: Given = Given::File {
    file: "example/filings/2026-08-05-rename.yaml",
    text: yaml! {r#"
        procedure: 变更主体
        through: 阿里云
        order: "20260805000017"
        covers:
          - subject
        facts:
          subject/name:
            from: 杭州示例网络科技有限公司
            to: 杭州示例好物科技有限公司
        basis:
          document: 准予变更登记通知书
          date: 2026-08-03
        effective: 2026-08-03
        events:
          - at: 2026-08-05T10:12:00+08:00
            event: 提交订单
          - at: 2026-08-06T09:30:00+08:00
            event: 初审通过
          - at: 2026-08-06T09:31:00+08:00
            event: 发送短信
          - at: 2026-08-06T11:02:00+08:00
            event: 短信核验
            who: zhang
          - at: 2026-08-06T11:21:00+08:00
            event: 提交管局
          - at: 2026-08-19T16:40:00+08:00
            event: 管局通过
        papers:
          - kind: 准予变更登记通知书
            of: subject
            where: 公司档案柜 A-3
    "#},
};

/// A licence that is older than the last change of its holder, and the time to have it changed.
pub(crate) struct Older<'c> {
    pub(crate) licence: &'c Placed<Licence>,
    /// Where its day stands, if it tells one.
    issued: Option<&'c Placed<Day>>,
    /// Where the change stands.
    change: Place,
    pub(crate) counted: Counted<'c>,
}

/// The licences that have not followed the last change of their holder, as far as the records tell.
pub(crate) fn older<'c>(case: &Case<'c>) -> Vec<Older<'c>> {
    let licences = &case.subject.particulars.value.licences;
    if case.stage == Stage::Ended || licences.items().is_empty() {
        return Vec::new();
    }
    let changes = all(case).filter_map(|filing| registered(filing.record, case.today));
    let Some((day, change)) = changes.max_by_key(|(day, _)| *day) else { return Vec::new() };
    let Some(counted) = case.tables.count(PeriodKind::LicenceChange, "", day) else { return Vec::new() };
    let held = licences.items().iter().filter(|licence| is_held(&licence.value, day, case.today));
    held.filter_map(|licence| {
        let issued = licence.value.issued.placed();
        let is_later = issued.is_some_and(|issued| day <= issued.value);
        (!is_later).then_some(Older { licence, issued, change, counted })
    })
    .collect()
}

/// The day on which another name or legal representative was registered, and where that stands.
fn registered(filing: &Filing, today: Day) -> Option<(Day, Place)> {
    if !is_change(filing) {
        return None;
    }
    let of_holder = |key: &str| matches!(key, "subject/name" | "subject/legal_representative");
    let (_, fact) = facts(filing).find(|(key, _)| of_holder(key))?;
    // Of two days the later one counts: nobody is called late too soon.
    let dated = filing.basis.known().and_then(|basis| basis.date.known()).copied();
    let day = dated.max(filing.effective.known().copied())?;
    (day <= today).then_some((day, fact.place))
}

/// Whether a licence was held on a day, and is still.
fn is_held(licence: &Licence, day: Day, today: Day) -> bool {
    let Some(Validity { from, until }) = licence.valid.known() else { return false };
    let ends = unknown::aside(|| until.known().and_then(|until| until.day()));
    from.known().is_some_and(|from| *from < day) && ends.is_none_or(|end| today <= end)
}

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    for Older { licence, issued, change, counted } in older(case) {
        let Some(due) = counted.day().filter(|_| counted.is_over(case.today)) else { continue };
        let (registered, late, Words { zh, en }) = (counted.event, due.days_until(case.today), counted.remark());
        let finding = match issued {
            Some(placed) => {
                let day = placed.value;
                report.at(
                    placed.place,
                    words!(
                        "持证单位的变更于 {registered} 登记，许可证应在 {due} 前变更{zh}，现在写的仍是 {day} 发的，\
                         已晚 {late} 天",
                        "the holder's change was registered on {registered}, and the licence was to follow by \
                         {due}{en}; it is still the one of {day}, {late} days late"
                    ),
                )
            }
            None if licence.value.issued.is_absent() => report
                .missing(
                    licence.place,
                    "issued",
                    words!(
                        "持证单位的变更于 {registered} 登记，许可证应在 {due} 前变更{zh}；没有写 issued，\
                         看不出换过没有",
                        "the holder's change was registered on {registered}, and the licence was to follow by \
                         {due}{en}; without `issued` nothing shows whether it did"
                    ),
                )
                .at_most(Severity::Note),
            None => continue,
        };
        finding.at_most(counted.period.most()).related(change, Words::fixed("这次变更", "the change"));
    }
}
