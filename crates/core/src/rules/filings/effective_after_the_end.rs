//! F168: a deregistration is to take effect after it was approved.

use crate::law::{MII_33, RECORD_FORMAT};
use crate::model::Filing;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::orders::{is_own, procedure, tell};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// A deregistration is to take effect after it was approved.
pub static RULE: Rule = Rule {
    code: "F168",
    name: "effective-after-the-end",
    severity: Severity::Note,
    title: Words::fixed("注销通过以后才生效", "a deregistration is to take effect after it was approved"),
    demand: Words::fixed(
        "停止服务的当日办理注销，管局通过时号码就没有了；生效日期写在通过以后的，有一处写错",
        "A service is deregistered on the day it is closed, and its number is gone once that is approved; a day after \
         that cannot be the one on which it takes effect",
    ),
    help: Words::fixed("改正 effective，或改正通过的日期", "correct `effective`, or the day of the approval"),
    sources: &[MII_33.article(15), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("年份写错了", "the year is wrong"),
        given: &[
            parts::OLD_SITE_CLOSED,
            parts::OLD_SITE_ENDED,
            Given::Edit {
                file: "example/filings/2026-07-06-close.yaml",
                old: "effective: 2026-07-06",
                new: "effective: 2027-07-06",
            },
        ],
        finds: &["example/filings/2026-07-06-close/effective"],
    },
    keeps: Example {
        shows: Words::fixed("当日生效", "it takes effect on the day"),
        given: &[parts::OLD_SITE_CLOSED, parts::OLD_SITE_ENDED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let filing = named.record;
    let ends = procedure(filing).is_some_and(|asked| asked.ends_services() || asked.ends_subject());
    let (Some(effective), Some(approved)) = (filing.effective.placed(), filing.approved()) else { return };
    let day = effective.value;
    if is_own(filing) && ends && approved < day {
        let said = words!("{approved} 已经通过，生效日期却是 {day}", "approved on {approved}, and effective on {day}");
        tell(case, report, effective.place, said);
    }
}
