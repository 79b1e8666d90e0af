//! F164: a first filing of a subject that is on file.

use crate::filed::{replay, state};
use crate::law::{HUAWEI_GUIDE, MII_33};
use crate::model::Filing;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::orders::{all, day, first, in_force_at, procedure, tell};
use crate::vocabulary::{Event, Procedure};
use crate::words;
use crate::words::Words;

/// A first filing of a subject that is on file.
pub static RULE: Rule = Rule {
    code: "F164",
    name: "first-filing-again",
    severity: Severity::Warning,
    title: Words::fixed("主体已备案，又办首次备案", "a first filing of a subject that is on file"),
    demand: Words::fixed(
        "一个主体只有一个主体备案号：已备案的主体再开服务，办新增互联网信息服务；先注销主体的才再办首次备案",
        "A subject has one number: one on file that opens another service files 新增互联网信息服务, and files anew \
         only after it was deregistered",
    ),
    help: Words::fixed(
        "改办新增互联网信息服务；主体其实已注销的，补记注销主体的订单",
        "file 新增互联网信息服务 instead; if the subject was deregistered, add that order",
    ),
    sources: &[HUAWEI_GUIDE.whole(), MII_33.article(12)],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("五年前就已备案", "on file for five years"),
        given: &[
            Given::Edit {
                file: "example/services.yaml",
                old: "    shown: 2021-04-10\n",
                new: yaml! {"
                        shown: 2021-04-10
                    blog:
                      kind: 网站
                      name: 示例工坊
                      domains:
                        - blog.example
                      home: www.blog.example
                      access:
                        - provider: 阿里云
                          servers:
                            - web-1
                      content: 介绍本公司的示例工艺
                      category: 单位门户网站
                      commercial: false
                      approvals: 不涉及
                      languages:
                        - 中文
                      principal: li
                "},
            },
            Given::Edit {
                file: "example/domains.yaml",
                old: "shop.example:\n",
                new: yaml! {r#"
                    blog.example:
                      registrar: 阿里云
                      registered: 2020-11-02
                      holder:
                        name: 杭州示例网络科技有限公司
                        certificate:
                          kind: 营业执照
                          number: "91330106MA0EXAMP12"
                        relation: 主办单位
                      verified: 2020-11-10
                      expires: 2029-11-02
                    shop.example:
                "#},
            },
            Given::File {
                file: "example/filings/2026-11-20-blog.yaml",
                text: yaml! {r#"
                    procedure: 首次备案
                    through: 阿里云
                    covers:
                      - subject
                      - services/blog
                    facts:
                      subject/name: 杭州示例网络科技有限公司
                      subject/nature: 企业
                      subject/certificate/kind: 营业执照
                      subject/certificate/number: "91330106MA0EXAMP12"
                      subject/certificate/address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                      subject/region: "330106"
                      subject/address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                      subject/principal: zhang
                      people/zhang/name: 张示例
                      people/zhang/mobile: "138****0001"
                      people/zhang/email: zhang@shop.example
                      people/li/name: 李示例
                      people/li/mobile: "139****0002"
                      people/li/email: li@shop.example
                      services/blog/kind: 网站
                      services/blog/name: 示例工坊
                      services/blog/domains:
                        - blog.example
                      services/blog/home: www.blog.example
                      services/blog/content: 介绍本公司的示例工艺
                      services/blog/approvals: 不涉及
                      services/blog/languages:
                        - 中文
                      services/blog/principal: li
                    events:
                      - at: 2026-11-20T10:00:00+08:00
                        event: 提交订单
                "#},
            },
        ],
        finds: &["example/filings/2026-11-20-blog/procedure"],
    },
    keeps: Example {
        shows: Words::fixed("第一次备案", "the first one"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "procedure: 首次备案\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let filing = named.record;
    let Some(asked) = filing.procedure.placed().filter(|_| procedure(filing) == Some(Procedure::First)) else { return };
    if !filing.corrects.is_absent() || state(filing) == crate::filed::State::Ended {
        return;
    }
    let asked_on = first(filing, Event::Submitted).and_then(day).unwrap_or_else(|| in_force_at(case, named));
    let on_file = replay(&case.subject.filings, asked_on);
    let Some(held) = on_file.numbers.get("subject").filter(|held| *held.filing != *named.key) else { return };
    let Some(earlier) = all(case).find(|other| *other.key == *held.filing) else { return };
    let stem = earlier.key;
    tell(
        case,
        report,
        asked.place,
        words!(
            "主体已由 {stem} 备案，没有注销，又办首次备案",
            "the subject is on file by `{stem}` and was not deregistered; this is a first filing again"
        ),
    )
    .related(earlier.place, Words::fixed("主体在档的订单", "the order by which it is on file"));
}
