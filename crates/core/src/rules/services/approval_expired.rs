//! S107: a prior approval has expired.

use crate::day::Day;
use crate::law::{Article, NMPA_2025_123, SC_292};
use crate::model::Approvals;
use crate::model::Service;
use crate::record::{Place, Vocabulary};
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::is_judged;
use crate::rules::parts;
use crate::tables::{Act, ApprovalRow};
use crate::words;
use crate::words::Words;

/// A prior approval has expired.
pub static RULE: Rule = Rule {
    code: "S107",
    name: "approval-expired",
    severity: Severity::Error,
    title: Words::fixed("前置审批已过期", "a prior approval has expired"),
    demand: Words::fixed(
        "须经审批的内容，没有有效的批准不得提供。审批改为备案或者取消的，按被判断的那一天看，旧证书过期只作提示",
        "What needs an approval must not be offered without a valid one. Where an approval became a filing or was \
         abolished, the day that is judged decides, and that an old certificate lapsed is a note",
    ),
    help: Words::fixed(
        "换领后更新；内容已停止的，改 content 和 approvals 并办理变更",
        "renew it; if the content has ended, change `content` and `approvals` and file the change",
    ),
    sources: &[SC_292.articles(&[Article::new(5), Article::new(11)]), NMPA_2025_123.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("去年到期", "it ended last year"),
        given: &[
            Given::Edit {
                file: "example/services.yaml",
                old: "  approvals: 不涉及\n",
                new: yaml! {"
                      approvals:
                        - kind: 出版
                          authority: 浙江省新闻出版局
                          number: 浙新出〔2020〕17号
                          valid:
                            from: 2020-01-01
                            until: 2025-12-31
                "},
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "  services/shop/approvals: 不涉及\n",
                new: yaml! {"
                      services/shop/approvals:
                          - kind: 出版
                            authority: 浙江省新闻出版局
                            number: 浙新出〔2020〕17号
                            valid:
                              from: 2020-01-01
                              until: 2025-12-31
                "},
            },
        ],
        finds: &["example/services/shop/approvals/0/valid/until"],
    },
    keeps: Example {
        shows: Words::fixed("在有效期内", "still valid"),
        given: &[parts::APPROVAL, parts::APPROVAL_FILED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let Some(Approvals::Given(list)) = named.record.approvals.known() else { return };
    for approval in list {
        let until = approval.value.valid.known().and_then(|valid| valid.until.placed());
        let Some((until, day)) = until.and_then(|until| Some((until, until.value.day()?))) else { continue };
        if day < case.today && is_judged(case, named.record) {
            let kind = approval.value.kind.known().copied();
            // Whether it is still needed says the row of the judged day.
            match kind.and_then(|kind| case.tables.approvals.of(kind, case.today).row()) {
                Some(row) => expired((until.place, day), row, report),
                None => {
                    report.at(until.place, lapsed(kind.map_or("", |kind| kind.term()), day)).at_most(Severity::Note);
                }
            }
        }
    }
}

fn lapsed(kind: &str, day: Day) -> Words {
    words!("{kind}审批有效期到 {day}，已经过期", "the approval {kind} was valid until {day} and has expired")
}

fn expired((place, day): (Place, Day), row: &ApprovalRow, report: &mut Report<'_>) {
    let kind = row.approval;
    match row.act {
        Act::Approval => {
            let most = if row.is_surely(Act::Approval) { Severity::Error } else { Severity::Note };
            report.at(place, lapsed(kind.term(), day)).at_most(most);
        }
        Act::Filing => {
            let (zh, en) = row.authority.as_ref().map_or(("", ""), |by| (&*by.zh, &*by.en));
            let document = row.document.as_deref().unwrap_or_default();
            report
                .at(
                    place,
                    words!(
                        "{kind}的证书有效期到 {day}；如今不再审批，改在{zh}办理{document}",
                        "the certificate {kind} was valid until {day}; no approval is given any more, but it is filed \
                         with {en} ({document})"
                    ),
                )
                .help(words!(
                    "已经办好{document}的，把备案号写进 approvals；内容已停止的，改 content 和 approvals 并办理变更",
                    "if it is filed ({document}), enter the number in `approvals`; if the content has ended, change \
                     `content` and `approvals` and file the change"
                ))
                .at_most(Severity::Note);
        }
        Act::Unclear => {
            let note = row.note.clone().unwrap_or_default();
            let (zh, en) = (note.zh, note.en);
            report
                .at(
                    place,
                    words!(
                        "{kind}的证书有效期到 {day}；这时是否还要，并不清楚：{zh}",
                        "the certificate {kind} was valid until {day}; whether one is still needed is not known: {en}"
                    ),
                )
                .at_most(Severity::Note);
        }
        // What nobody approves any more cannot lapse.
        Act::Nothing => {}
    }
}
