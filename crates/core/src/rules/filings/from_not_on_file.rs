//! F147: a change starts from a value that was not on file.

use super::on_file::on_file;
use crate::change::{Apart, apart};
use crate::law::RECORD_FORMAT;
use crate::record::FactChange;
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::tell;
use crate::rules::parts;
use crate::words::Words;

/// A change starts from a value that was not on file.
pub static RULE: Rule = Rule {
    code: "F147",
    name: "from-not-on-file",
    severity: Severity::Error,
    title: Words::fixed("变更的原值不是当时备案的值", "a change starts from a value that was not on file"),
    demand: Words::fixed(
        "变更的 from 就是在它以前通过的订单写下的值；不符的，不是漏了订单就是写错",
        "`from` of a change is what the orders approved before it put on file; if not, an order is missing or one of \
         them is wrong",
    ),
    help: Words::fixed(
        "对照先前的订单改正；已办结的用 corrects 更正",
        "compare with the earlier orders; closed ones are corrected by one that `corrects`",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("原值写错", "a wrong old value"),
        given: &[
            parts::OFFICE_MOVED,
            Given::File {
                file: "example/filings/2026-07-06-address.yaml",
                text: yaml! {r#"
                    procedure: 变更主体
                    through: 阿里云
                    order: "20260706000017"
                    covers:
                      - subject
                    facts:
                      subject/address:
                        from: 浙江省杭州市西湖区文三路 100 号 3 幢 503 室
                        to: 浙江省杭州市滨江区江南大道 588 号 1206 室
                    effective: 2026-08-20
                    events:
                      - at: 2026-07-06T10:00:00+08:00
                        event: 提交订单
                      - at: 2026-07-07T09:40:00+08:00
                        event: 初审通过
                      - at: 2026-07-07T09:41:00+08:00
                        event: 发送短信
                      - at: 2026-07-07T10:05:00+08:00
                        event: 短信核验
                        who: zhang
                      - at: 2026-07-07T10:06:00+08:00
                        event: 提交管局
                      - at: 2026-07-24T15:30:00+08:00
                        event: 管局通过
                "#},
            },
        ],
        finds: &["example/filings/2026-07-06-address/facts/subject/address/from"],
    },
    keeps: Example {
        shows: Words::fixed("原值就是首次备案的", "what the first filing said"),
        given: &[parts::OFFICE_MOVED, parts::MOVE_FILED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    // Without a change nothing can start from a wrong value.
    if case.subject.filings.len() < 2 {
        return;
    }
    for found in on_file(case).breaks {
        let FactChange::Changed { from, .. } = &found.change.value else { continue };
        let fact = found.fact;
        let Apart { one: said, other: held } = apart(&case.tables.clouds, fact, from.known(), found.held.value());
        let place = from.place().unwrap_or(found.change.place);
        let message = Words {
            zh: format!("{fact} 的原值写“{}”，当时备案的是“{}”", said.zh, held.zh).into(),
            en: format!("`{fact}` starts from {}, but {} was on file", said.en, held.en).into(),
        };
        tell(case, report, place, message).related(found.held.place, Words::fixed("备案的值", "the value on file"));
    }
}
