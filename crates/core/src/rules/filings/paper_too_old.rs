//! F166: an authorisation was older than it may be when the order was sent.

use crate::filed::{State, state};
use crate::law::TENCENT_GUIDE;
use crate::model::Filing;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::orders::{day, first, is_own, tell};
use crate::rules::parts;
use crate::vocabulary::{Event, PeriodKind};
use crate::words;
use crate::words::Words;

/// An authorisation was older than it may be when the order was sent.
pub static RULE: Rule = Rule {
    code: "F166",
    name: "authorisation-too-old",
    severity: Severity::Warning,
    title: Words::fixed("授权书在提交时已经过久", "an authorisation was older than it may be when the order was sent"),
    demand: Words::fixed(
        "负责人授权书要在提交前 {authorisation-age}内签署，更早的会被退回",
        "The authorisation of a principal is signed within {authorisation-age} before the order is sent; an older one \
         is sent back",
    ),
    help: Words::fixed("重新签署授权书", "have a new one signed"),
    sources: &[TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("一年前签的授权书", "an authorisation of a year ago"),
        given: &[
            parts::OFFICE_MOVED,
            parts::MOVE_JUST_FILED,
            parts::MOVE_PAPERS,
            Given::Edit {
                file: "example/filings/2026-11-20-address.yaml",
                old: "events:\n",
                new: yaml! {"
                      - kind: 主体负责人授权书
                        of: people/zhang
                        where: 公司档案柜 A-4
                        dated: 2025-11-18
                    events:
                "},
            },
        ],
        finds: &["example/filings/2026-11-20-address/papers/2/dated"],
    },
    keeps: Example {
        shows: Words::fixed("上周签的", "signed last week"),
        given: &[
            parts::OFFICE_MOVED,
            parts::MOVE_JUST_FILED,
            parts::MOVE_PAPERS,
            Given::Edit {
                file: "example/filings/2026-11-20-address.yaml",
                old: "events:\n",
                new: yaml! {"
                      - kind: 主体负责人授权书
                        of: people/zhang
                        where: 公司档案柜 A-4
                        dated: 2026-11-13
                    events:
                "},
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let filing = named.record;
    // What was approved was let pass.
    if !is_own(filing) || state(filing) == State::Approved {
        return;
    }
    let sent = first(filing, Event::Submitted).and_then(day).unwrap_or(case.today);
    let Some(counted) = case.tables.count(PeriodKind::AuthorisationAge, "", sent) else { return };
    let Some(oldest) = counted.day() else { return };
    for paper in filing.papers.items() {
        let is_one = paper.value.kind.known().is_some_and(|kind| kind.contains("授权书"));
        let Some(dated) = paper.value.dated.placed().filter(|dated| is_one && dated.value < oldest) else { continue };
        let (date, Words { zh, en }) = (dated.value, counted.length());
        tell(
            case,
            report,
            dated.place,
            words!(
                "授权书 {date} 签署，到 {sent} 提交已超过 {zh}",
                "the authorisation was signed on {date}, more than {en} before the order was sent on {sent}"
            ),
        )
        .counted_by(counted.period);
    }
}
