//! F140: a migration or a deregistration of another's record names no other party.

use crate::law::{RECORD_FORMAT, TENCENT_GUIDE};
use crate::model::Filing;
use crate::record::Said;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{lacks, procedure};
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;

/// A migration or a deregistration of another's record names no other party.
pub static RULE: Rule = Rule {
    code: "F140",
    name: "counterparty-missing",
    severity: Severity::Error,
    title: Words::fixed(
        "迁移或注销他单位备案没有写对方主体",
        "a migration or a deregistration of another's record names no other party",
    ),
    demand: Words::fixed(
        "迁移要写迁入的主体，注销他单位备案要写被注销的主体和备案号",
        "A migration names the subject that takes over, the deregistration of another's record names that record",
    ),
    help: Words::fixed("补写 counterparty 的 name 和 number", "add `name` and `number` of `counterparty`"),
    sources: &[RECORD_FORMAT.whole(), TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("不知迁到哪里", "to whom is not said"),
        given: &[Given::File {
            file: "example/filings/2026-11-16-move.yaml",
            text: yaml! {"
                procedure: 迁移
                through: 阿里云
                covers:
                  - services/shop
                events:
                  - at: 2026-11-16T10:00:00+08:00
                    event: 提交订单
            "},
        }],
        finds: &["example/filings/2026-11-16-move/counterparty"],
    },
    keeps: Example {
        shows: Words::fixed("写明对方", "the other party is named"),
        given: &[Given::File {
            file: "example/filings/2026-11-16-move.yaml",
            text: yaml! {"
                procedure: 迁移
                through: 阿里云
                covers:
                  - services/shop
                counterparty:
                  name: 杭州样本软件有限公司
                events:
                  - at: 2026-11-16T10:00:00+08:00
                    event: 提交订单
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let asks = procedure(named.record).is_some_and(Procedure::names_counterparty);
    let says = match named.record.counterparty.said() {
        Said::Nothing => false,
        Said::Faulty(_) | Said::Unknown => true,
        Said::This(party) => !party.value.name.is_absent() || !party.value.number.is_absent(),
    };
    if asks && !says {
        let stem = named.key;
        lacks(
            case,
            report,
            named.place,
            "counterparty",
            words!("订单 {stem} 没有写对方是谁", "the order `{stem}` does not name the other party"),
        );
    }
}
