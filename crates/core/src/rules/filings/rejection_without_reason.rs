//! F144: a rejection has no reason.

use crate::law::{RECORD_FORMAT, TENCENT_GUIDE};
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{events, lacks};
use crate::vocabulary::Event;
use crate::words;
use crate::words::Words;

/// A rejection has no reason.
pub static RULE: Rule = Rule {
    code: "F144",
    name: "rejection-without-reason",
    severity: Severity::Warning,
    title: Words::fixed("驳回没有写理由", "a rejection has no reason"),
    demand: Words::fixed(
        "驳回的理由记在 note；照着改才能再提交，下次也不重犯",
        "The reasons of a rejection are kept in `note`, so that it can be put right and not be repeated",
    ),
    help: Words::fixed("从驳回通知抄写理由", "copy the reasons into `note`"),
    sources: &[RECORD_FORMAT.whole(), TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("没有理由", "none given"),
        given: &[Given::File {
            file: "example/filings/2026-07-06-address.yaml",
            text: yaml! {r#"
                procedure: 变更主体
                through: 阿里云
                order: "20260706000017"
                covers:
                  - subject
                facts:
                  subject/address:
                    from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                    to: 浙江省杭州市滨江区江南大道 588 号 1206 室
                effective: 2026-08-20
                events:
                  - at: 2026-07-06T10:00:00+08:00
                    event: 提交订单
                  - at: 2026-07-07T10:00:00+08:00
                    event: 初审驳回
                  - at: 2026-07-08T10:00:00+08:00
                    event: 撤回
            "#},
        }],
        finds: &["example/filings/2026-07-06-address/events/1/note"],
    },
    keeps: Example {
        shows: Words::fixed("写明理由", "given"),
        given: &[Given::File {
            file: "example/filings/2026-07-06-address.yaml",
            text: yaml! {r#"
                procedure: 变更主体
                through: 阿里云
                order: "20260706000017"
                covers:
                  - subject
                facts:
                  subject/address:
                    from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                    to: 浙江省杭州市滨江区江南大道 588 号 1206 室
                effective: 2026-08-20
                events:
                  - at: 2026-07-06T10:00:00+08:00
                    event: 提交订单
                  - at: 2026-07-07T10:00:00+08:00
                    event: 初审驳回
                    note: 营业执照照片不清晰
                  - at: 2026-07-08T10:00:00+08:00
                    event: 撤回
            "#},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    for (event, kind) in events(named.record) {
        if matches!(kind, Event::Rejected | Event::FirstReviewRejected) && event.value.note.is_absent() {
            lacks(case, report, event.place, "note", words!("“{kind}”没有写理由", "{kind} without its reasons"))
                .at_most(Severity::Warning);
        }
    }
}
