//! T113: a prior approval expires soon.

use crate::law::{NMPA_2025_123, SC_292};
use crate::model::{Approvals, Service, Stage};
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::tables::Act;
use crate::words;
use crate::words::Words;

/// A prior approval expires soon.
pub static RULE: Rule = Rule {
    code: "T113",
    name: "approval-expires-soon",
    severity: Severity::Note,
    title: Words::fixed("前置审批快到期了", "a prior approval expires soon"),
    demand: Words::fixed(
        "前置审批到期，服务就失去依据；续办往往要一两个月。审批已经改为备案的，到期不再续办",
        "A service that needs a prior approval stands on it, and its renewal often takes a month or two. Where the \
         approval became a filing it is not renewed",
    ),
    help: Words::fixed("向审批机关续办，并更新 valid", "renew it with the authority that gave it, and update `valid`"),
    sources: &[SC_292.article(5), NMPA_2025_123.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("两个月后到期", "two months to go"),
        given: &[
            Given::Edit {
                file: "example/services.yaml",
                old: "  approvals: 不涉及\n",
                new: yaml! {"
                      approvals:
                        - kind: 出版
                          authority: 浙江省新闻出版局
                          number: 浙新出〔2024〕17号
                          evidence: evidence/publishing.pdf
                          valid: 2027-01-20
                "},
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "  services/shop/approvals: 不涉及\n",
                new: "",
            },
            Given::File { file: "example/evidence/publishing.pdf", text: "" },
        ],
        finds: &["example/services/shop/approvals/0/valid"],
    },
    keeps: Example {
        shows: Words::fixed("还有一年", "a year to go"),
        given: &[
            Given::Edit {
                file: "example/services.yaml",
                old: "  approvals: 不涉及\n",
                new: yaml! {"
                      approvals:
                        - kind: 出版
                          authority: 浙江省新闻出版局
                          number: 浙新出〔2024〕17号
                          evidence: evidence/publishing.pdf
                          valid: 2027-12-20
                "},
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "  services/shop/approvals: 不涉及\n",
                new: "",
            },
            Given::File { file: "example/evidence/publishing.pdf", text: "" },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let Some(Approvals::Given(list)) = named.record.approvals.known() else { return };
    for approval in list.iter().filter(|_| named.record.is_live(case.today) && case.stage != Stage::Ended) {
        let Some(until) = approval.value.valid.known().and_then(|valid| valid.until.placed()) else { continue };
        let Some(day) = until.value.day() else { continue };
        let left = case.today.days_until(day);
        if !(0..=DAYS).contains(&left) {
            continue;
        }
        // Whether it can be renewed at all says the row of the judged day.
        let kind = approval.value.kind.known();
        let Some(row) = kind.and_then(|kind| case.tables.approvals.of(*kind, case.today).row()) else { continue };
        match row.act {
            Act::Approval => {
                report.at(
                    until.place,
                    words!("审批 {day} 到期，还有 {left} 天", "the approval ends on {day}, in {left} days"),
                );
            }
            Act::Filing => {
                let document = row.document.as_deref().unwrap_or_default();
                report
                    .at(
                        until.place,
                        words!(
                            "证书 {day} 到期，不再续办，改办{document}",
                            "the certificate ends on {day} and is not renewed any more: file it instead ({document})"
                        ),
                    )
                    .help(words!(
                        "向审批机关办理{document}，并更新 approvals",
                        "file it with that authority ({document}), and update `approvals`"
                    ));
            }
            Act::Nothing | Act::Unclear => {}
        }
    }
}

/// How many days before its end an approval is told.
const DAYS: i64 = 90;
