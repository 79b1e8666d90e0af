//! F148: an order that is not decided asks for another value than the records hold.

use super::common::{facts, tell};
use super::known::is_known;
use super::on_file::{Recorded, is_same, pending, recorded, shown};
use crate::record::{FactChange, Place, Plain, Slot};
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::sources::RECORD_FORMAT;
use crate::words;
use crate::words::Words;
use std::collections::BTreeMap;

/// An order that is not decided asks for another value than the records hold.
pub static RULE: Rule = Rule {
    code: "F148",
    name: "asked-value-differs",
    severity: Severity::Error,
    title: Words::fixed(
        "办理中的订单要的不是记录里的值",
        "an order that is not decided asks for another value than the records hold",
    ),
    demand: Words::fixed(
        "记录写要达到的样子，办理中的订单办的就是它",
        "The records hold what is meant to be, and that is what a pending order asks for",
    ),
    help: Words::fixed("改正订单或记录", "correct the order or the record"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("订单与记录的地址不同", "two addresses"),
        given: &[Given::File {
            file: "example/filings/2026-11-16-address.yaml",
            text: "procedure: 变更主体\nthrough: 阿里云\norder: \"20260706000017\"\ncovers:\n  - subject\nfacts:\n  subject/address:\n    from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\n    to: 浙江省杭州市滨江区江南大道 588 号 1206 室\neffective: 2026-12-28\nevents:\n  - at: 2026-11-16T10:00:00+08:00\n    event: 提交订单\n  - at: 2026-11-17T09:40:00+08:00\n    event: 初审通过\n  - at: 2026-11-17T09:41:00+08:00\n    event: 发送短信\n  - at: 2026-11-17T10:05:00+08:00\n    event: 短信核验\n    who: zhang\n  - at: 2026-11-17T10:06:00+08:00\n    event: 提交管局\n",
        }],
        finds: &["example/filings/2026-11-16-address/facts/subject/address/to"],
    },
    keeps: Example {
        shows: Words::fixed("一致", "the same"),
        given: &[
            Given::Edit {
                file: "example/subject.yaml",
                old: "address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\nsupervisor",
                new: "address: 浙江省杭州市滨江区江南大道 588 号 1206 室\nsupervisor",
            },
            Given::File {
                file: "example/filings/2026-11-16-address.yaml",
                text: "procedure: 变更主体\nthrough: 阿里云\norder: \"20260706000017\"\ncovers:\n  - subject\nfacts:\n  subject/address:\n    from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\n    to: 浙江省杭州市滨江区江南大道 588 号 1206 室\neffective: 2026-12-28\nevents:\n  - at: 2026-11-16T10:00:00+08:00\n    event: 提交订单\n  - at: 2026-11-17T09:40:00+08:00\n    event: 初审通过\n  - at: 2026-11-17T09:41:00+08:00\n    event: 发送短信\n  - at: 2026-11-17T10:05:00+08:00\n    event: 短信核验\n    who: zhang\n  - at: 2026-11-17T10:06:00+08:00\n    event: 提交管局\n",
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let mut asked: BTreeMap<&str, (Option<&Plain>, Place)> = BTreeMap::new();
    for filing in pending(case) {
        for (fact, change) in facts(filing.record) {
            let (value, place) = match &change.value {
                FactChange::Filed(value) => (Some(value), change.place),
                FactChange::Changed { to: Slot::Faulty(_), .. } => continue,
                FactChange::Changed { to, .. } => (to.known(), to.place().unwrap_or(change.place)),
            };
            asked.insert(fact, (value, place));
        }
    }
    for (fact, (value, place)) in asked {
        let (other, at) = match (recorded(case.subject, fact, value), value) {
            (Recorded::Same, _) => continue,
            (Recorded::Value(other, _), Some(value)) if is_same(fact, value, &other) => continue,
            (Recorded::Nothing { .. }, None) | (Recorded::Nothing { faulty: true } | Recorded::NoRecord, _) => continue,
            (Recorded::Nothing { .. }, _) if !is_known(fact) => continue,
            (Recorded::Value(other, at), _) => (Some(other), at),
            (Recorded::Nothing { faulty: false }, Some(_)) => (None, Place::NOWHERE),
        };
        let (new, kept) = (shown(fact, value), shown(fact, other.as_ref()));
        let finding = tell(
            case,
            report,
            place,
            words!(
                "{fact} 订单要办成“{new}”，记录是“{kept}”",
                "the order asks for {new} as `{fact}`, the records say {kept}"
            ),
        );
        if at.is_somewhere() {
            finding.related(at, Words::fixed("记录的值", "the value in the records"));
        }
    }
}
