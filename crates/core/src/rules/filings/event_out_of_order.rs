//! F106: an event cannot follow the one before it.

use super::order::{Misstep, missteps};
use crate::law::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{is_reviewed, tell};
use crate::words;
use crate::words::Words;

/// An event cannot follow the one before it.
pub static RULE: Rule = Rule {
    code: "F106",
    name: "event-out-of-order",
    severity: Severity::Warning,
    title: Words::fixed("事件的先后不合办理流程", "an event cannot follow the one before it"),
    demand: Words::fixed(
        "提交订单、服务商初审、短信核验、提交管局、管局决定，依次进行；退回后要重新提交",
        "An order is submitted, reviewed by the provider, verified by SMS, handed over and decided; what is sent back \
         is submitted anew",
    ),
    help: Words::fixed("补记漏掉的事件，或改正误记的", "add the event that is missing, or correct this one"),
    sources: &[HUAWEI_GUIDE.whole(), TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("没有发送短信就核验了", "verified without a code"),
        given: &[Given::Edit {
            file: "example/filings/2021-02-20-first.yaml",
            old: yaml! {"
                  - at: 2021-02-22T09:31:00+08:00
                    event: 发送短信
            "},
            new: "",
        }],
        finds: &["example/filings/2021-02-20-first/events/2"],
    },
    keeps: Example {
        shows: Words::fixed("先发送后核验", "sent, then verified"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "    event: 发送短信" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    if !is_reviewed(named.record) {
        return;
    }
    for wrong in missteps(named.record) {
        let event = wrong.event;
        let message = match wrong.misstep {
            Misstep::NotSubmitted => words!("订单还没有提交，就有“{event}”", "{event} before the order was submitted"),
            Misstep::NotSent => words!("短信还没有发出，就有“{event}”", "{event} before a code was sent"),
            Misstep::Again => words!("没有被退回，又一次“{event}”", "{event} again, though nobody sent it back"),
            Misstep::OutOfOrder => words!("“{event}”不能发生在这里", "{event} cannot come here"),
            Misstep::AfterEnd | Misstep::WithdrawnAtAuthority | Misstep::NotHandedOver => continue,
        };
        let finding = tell(case, report, wrong.at.place, message);
        if let Some((before, kind)) = wrong.before {
            finding.related(before.place, words!("它前面是“{kind}”", "{kind} stands before it"));
        }
    }
}
