//! A112: the server was bought for too short a time.

use super::common::{terms, users};
use crate::law::{ALIYUN_GUIDE, HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::model::Server;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The server was bought for too short a time.
pub static RULE: Rule = Rule {
    code: "A112",
    name: "server-bought-too-short",
    severity: Severity::Warning,
    title: Words::fixed("服务器购买时长不足", "the server was bought for too short a time"),
    demand: Words::fixed(
        "接入商要求备案的服务器累计购买满 3 个月（含续费）。来源不一：有的只说购买时长，有的还要求剩余 1 个月，\
         前者由本规则看，后者另看",
        "Providers ask that a server for a filing be bought for three months or more, renewals included. Sources \
         differ: some speak of the time bought alone, some of the time left as well, which another rule looks at",
    ),
    help: Words::fixed("续费到满足时长再提交备案", "renew it before filing"),
    sources: &[ALIYUN_GUIDE.whole(), HUAWEI_GUIDE.whole(), TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Server(check),
    breaks: Example {
        shows: Words::fixed("只买了一个月", "bought for one month"),
        given: &[Given::Edit {
            file: "example/servers.yaml",
            old: yaml! {"
                    from: 2021-01-15
                    until: 2028-01-15
            "},
            new: yaml! {"
                    from: 2026-11-01
                    until: 2026-12-01
            "},
        }],
        finds: &["example/servers/web-1/paid/until"],
    },
    keeps: Example {
        shows: Words::fixed("满三个月", "three months and more"),
        given: &[Given::Stands {
            file: "example/servers.yaml",
            text: yaml! {"
                    from: 2021-01-15
                    until: 2028-01-15
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Server>, report: &mut Report<'_>) {
    let Some(paid) = named.record.paid.known() else { return };
    let (Some(from), Some(until)) = (paid.from.placed(), paid.until.placed()) else { return };
    // Seven months and more are enough for every provider, and a term that is over is another fault.
    if until.value < from.value || 240 < from.value.days_until(until.value) || until.value < case.today {
        return;
    }
    let Some((months, row)) = terms(case, named.record).and_then(|row| Some((row.months?, row))) else { return };
    if from.value.plus_months(months) <= until.value.plus_days(1) || users(case, named.key).next().is_none() {
        return;
    }
    let (key, provider, first, last) = (named.key, &row.provider, from.value, until.value);
    let said = words!(
        "{key} 购买时间为 {first} 至 {last}，不满 {months} 个月，{provider}不能用它备案",
        "`{key}` is bought from {first} to {last}, less than {months} months, and {provider} takes no filing with it"
    );
    report.at(until.place, said).at_most(row.provenance.weight());
}
