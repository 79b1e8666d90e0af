//! A113: too little time is left on the server when a filing is made.

use super::common::{is_asked_for, terms};
use crate::law::TENCENT_GUIDE;
use crate::model::Server;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// Too little time is left on the server when a filing is made.
pub static RULE: Rule = Rule {
    code: "A113",
    name: "server-time-left-too-short",
    severity: Severity::Warning,
    title: Words::fixed("提交备案时服务器剩余时间不足", "too little time is left on the server when a filing is made"),
    demand: Words::fixed(
        "部分接入商要求备案期间服务器还有一定剩余时间（腾讯云 1 个月，青云 3 个月）；审核中到期释放，备案会被退回",
        "Some providers ask that a server has time left while a filing runs (Tencent one month, QingCloud three); if \
         it ends in between, the order is sent back",
    ),
    help: Words::fixed("先续费", "renew it first"),
    sources: &[TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Server(check),
    breaks: Example {
        shows: Words::fixed("腾讯云服务器只剩十天", "ten days left at Tencent Cloud"),
        given: &[
            Given::Edit {
                file: "example/servers.yaml",
                old: yaml! {"
                      provider: 阿里云
                      mode: 云接入
                      cloud_region: cn-hangzhou
                      place: 浙江省
                "},
                new: yaml! {"
                      provider: 腾讯云
                      mode: 云接入
                      cloud_region: ap-shanghai
                      place: 上海市
                "},
            },
            Given::Edit { file: "example/servers.yaml", old: "until: 2028-01-15", new: "until: 2026-12-01" },
            Given::Edit {
                file: "example/services.yaml", old: "    - provider: 阿里云", new: "    - provider: 腾讯云"
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "through: 阿里云",
                new: "through: 腾讯云",
            },
            Given::File {
                file: "example/filings/2026-11-20-access.yaml",
                text: yaml! {"
                    procedure: 新增接入
                    through: 腾讯云
                    covers:
                      - services/shop
                    events:
                      - at: 2026-11-20T10:00:00+08:00
                        event: 提交订单
                "},
            },
        ],
        finds: &["example/servers/web-1/paid/until"],
    },
    keeps: Example {
        shows: Words::fixed("没有订单在办", "no order is under way"),
        given: &[Given::Stands { file: "example/servers.yaml", text: "until: 2028-01-15" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Server>, report: &mut Report<'_>) {
    let Some(until) = named.record.paid.known().and_then(|paid| paid.until.placed()) else { return };
    if 120 < case.today.days_until(until.value) || until.value < case.today {
        return;
    }
    let Some((months, row)) = terms(case, named.record).and_then(|row| Some((row.left?, row))) else { return };
    if case.today.plus_months(months) <= until.value || !is_asked_for(case, named.key) {
        return;
    }
    let (key, provider, last) = (named.key, &row.provider, until.value);
    let said = words!(
        "{key} 只用到 {last}，{provider}要求备案时至少剩余 {months} 个月",
        "`{key}` is paid until {last}, but {provider} asks for {months} months left when a filing is made"
    );
    report.at(until.place, said).at_most(row.provenance.weight());
}
