//! F114: an order was submitted while the authority reviewed another.

use crate::day::When;
use crate::law::{TENCENT_GUIDE, WECHAT_FILING};
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{all, events, first, is_before, is_open, is_reviewed, last, procedure, tell};
use crate::rules::parts;
use crate::vocabulary::{Event, Procedure};
use crate::words;
use crate::words::Words;

/// An order was submitted while the authority reviewed another.
pub static RULE: Rule = Rule {
    code: "F114",
    name: "submitted-during-review",
    severity: Severity::Warning,
    title: Words::fixed(
        "管局审核期间又提交了另一个订单",
        "an order was submitted while the authority reviewed another",
    ),
    demand: Words::fixed(
        "管局审核期间该主体什么也不能改，后一个订单要等前一个有结果",
        "While the authority reviews, nothing of the subject can be changed; the next order waits for the decision",
    ),
    help: Words::fixed(
        "核对时间；尚未办结的撤回后再提交",
        "check the times; if it is still open, withdraw it and submit later",
    ),
    sources: &[TENCENT_GUIDE.whole(), WECHAT_FILING.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("前一个还在管局", "the earlier one was under review"),
        given: &[
            parts::MOVE_FILED,
            parts::OFFICE_MOVED,
            Given::File {
                file: "example/filings/2026-07-10-b.yaml",
                text: yaml! {r#"
                    procedure: 变更主体
                    through: 阿里云
                    order: "20260710000017"
                    covers:
                      - subject
                    facts:
                      subject/remark:
                        from: 无
                        to: 有
                    effective: 2026-09-20
                    events:
                      - at: 2026-07-10T10:00:00+08:00
                        event: 提交订单
                      - at: 2026-08-07T09:40:00+08:00
                        event: 初审通过
                      - at: 2026-08-07T09:41:00+08:00
                        event: 发送短信
                      - at: 2026-08-07T10:05:00+08:00
                        event: 短信核验
                        who: zhang
                      - at: 2026-08-07T10:06:00+08:00
                        event: 提交管局
                      - at: 2026-08-24T15:30:00+08:00
                        event: 管局通过
                "#},
            },
            Given::Edit {
                file: "example/subject.yaml",
                old: "supervisor: 张示例\n",
                new: yaml! {"
                    supervisor: 张示例
                    remark: 有
                "},
            },
        ],
        finds: &["example/filings/2026-07-10-b/events/0/at"],
    },
    keeps: Example {
        shows: Words::fixed("前一个办结以后", "after the earlier one"),
        given: &[parts::MOVE_FILED, parts::OFFICE_MOVED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let own = |filing: &Filing| is_reviewed(filing) && procedure(filing) != Some(Procedure::CancelAccess);
    let Some(submitted) = first(named.record, Event::Submitted).filter(|_| own(named.record)) else { return };
    let Some(at) = submitted.value.at.placed() else { return };
    for other in all(case).filter(|other| other.key != named.key && own(other.record)) {
        // Two orders that are both open are another rule's matter.
        if is_open(named.record) && is_open(other.record) {
            continue;
        }
        let Some((from, until)) = review(other.record) else { continue };
        if is_before(from, at.value) && is_before(at.value, until) {
            let (stem, time) = (other.key, at.value);
            tell(
                case,
                report,
                at.place,
                words!(
                    "{time} 提交时，订单 {stem} 还在管局审核",
                    "`{stem}` was with the authority when this was submitted at {time}"
                ),
            )
            .related(other.place, Words::fixed("正在审核的订单", "the order under review"))
            .at_most(if is_open(named.record) { Severity::Warning } else { Severity::Note });
        }
    }
}

/// The time in which the authority last had an order.
fn review(filing: &Filing) -> Option<(When, When)> {
    let from = last(filing, Event::HandedOver)?.value.at.known()?;
    let decided = events(filing).rfind(|(_, event)| matches!(event, Event::Approved | Event::Rejected))?;
    Some((*from, *decided.0.value.at.known()?))
}
