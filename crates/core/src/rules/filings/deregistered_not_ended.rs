//! F141: a deregistration was approved, but the record has not ended.

use crate::law::{MII_33, RECORD_FORMAT};
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{all, covered, covers, day, in_force_at, last, procedure, tell};
use crate::rules::parts;
use crate::vocabulary::{Event, Procedure};
use crate::words;
use crate::words::Words;

/// A deregistration was approved, but the record has not ended.
pub static RULE: Rule = Rule {
    code: "F141",
    name: "deregistered-not-ended",
    severity: Severity::Error,
    title: Words::fixed("注销已通过，记录里却没有终止", "a deregistration was approved, but the record has not ended"),
    demand: Words::fixed(
        "注销通过后，主体或服务写 ended；号码作废，不能再用",
        "After the approval the subject or service is `ended`; its number is void and never used again",
    ),
    help: Words::fixed(
        "补写 ended 的 on、why 和 filing，号码写 until；注销后重新开办的，立首次备案（主体）或新增（服务）的订单",
        "add `ended` with `on`, `why` and `filing`, and `until` to its number; what is opened again after it is filed \
         anew, by an order 首次备案 (subject) or 新增互联网信息服务 (service)",
    ),
    sources: &[RECORD_FORMAT.whole(), MII_33.article(15)],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("服务还像在用", "the service looks alive"),
        given: &[Given::File {
            file: "example/filings/2026-07-06-close.yaml",
            text: yaml! {r#"
                procedure: 注销互联网信息服务
                through: 阿里云
                order: "20260706000017"
                covers:
                  - services/shop
                effective: 2026-07-06
                events:
                  - at: 2026-07-06T10:00:00+08:00
                    event: 提交订单
                  - at: 2026-07-07T09:40:00+08:00
                    event: 初审通过
                  - at: 2026-07-07T09:41:00+08:00
                    event: 发送短信
                  - at: 2026-07-07T10:05:00+08:00
                    event: 短信核验
                    who: li
                  - at: 2026-07-07T10:06:00+08:00
                    event: 提交管局
                  - at: 2026-07-24T15:30:00+08:00
                    event: 管局通过
            "#},
        }],
        finds: &["example/filings/2026-07-06-close/covers/0"],
    },
    keeps: Example {
        shows: Words::fixed("服务已终止", "it has ended"),
        given: &[parts::OLD_SITE_CLOSED, parts::OLD_SITE_ENDED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let ends = procedure(named.record).is_some_and(|asked| asked.ends_services() || asked.ends_subject());
    let Some(approved) = last(named.record, Event::Approved).filter(|_| ends) else { return };
    let since = day(approved);
    for (path, place) in covered(named.record) {
        // What was filed anew since then lives again.
        let again = all(case).any(|other| {
            procedure(other.record).is_some_and(Procedure::files_service)
                && covers(other.record, path)
                && since.is_some_and(|since| since <= in_force_at(case, &other))
        });
        let lives = match path.strip_prefix("services/") {
            Some(key) => case.subject.services.get(key).is_some_and(|service| service.value.ended.is_absent()),
            None => path == "subject" && case.subject.particulars.value.ended.is_absent(),
        };
        if lives && !again {
            tell(
                case,
                report,
                place,
                words!("{path} 的注销已通过，记录里没有 ended", "`{path}` was deregistered, but has no `ended`"),
            )
            .related(approved.place, Words::fixed("管局在此通过", "approved here"));
        }
    }
}
