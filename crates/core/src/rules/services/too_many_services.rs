//! S133: the subject has more services than it may.

use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::asked::{ask, asker};
use crate::rules::in_use::live;
use crate::rules::people::examples::{OF_ZHEJIANG, ZHEJIANG, individual};
use crate::tables::Demand;
use crate::words;
use crate::words::Words;

/// One more website of the individual, on a server.
macro_rules! note {
    ($number:literal, $counted:literal, $server:literal) => {
        Given::Edit {
            file: "example/services.yaml",
            old: yaml! {"
                shop:
                  kind: 网站
            "},
            new: yaml! {"
                notes-{number}:
                  kind: 网站
                  name: 张示例的读书手记之{counted}
                  domains:
                    - notes-{number}.example
                  home: www.notes-{number}.example
                  access:
                    - provider: 阿里云
                      servers:
                        - {server}
                  content: 记录读书和旅行的见闻
                  category: 其他
                  commercial: false
                  approvals: 不涉及
                  languages:
                    - 中文
                  principal: zhang
                  remark: 本网站由本人开办，记录读书和旅行的见闻，不涉及企业信息，不提供评论和下载
                shop:
                  kind: 网站
            ", number = $number, counted = $counted, server = $server},
        }
    };
}

/// The domain of that website.
macro_rules! note_domain {
    ($number:literal) => {
        Given::Edit {
            file: "example/domains.yaml",
            old: "shop.example:\n",
            new: yaml! {r#"
                notes-{number}.example:
                  registrar: 阿里云
                  registered: 2020-11-02
                  holder:
                    name: 张示例
                    certificate:
                      kind: 居民身份证
                      number: "330***********0018"
                    relation: 主办单位
                  verified: 2020-11-10
                  expires: 2029-11-02
                shop.example:
            "#, number = $number},
        }
    };
}

/// The subject has more services than it may.
pub static RULE: Rule = Rule {
    code: "S133",
    name: "too-many-services",
    severity: Severity::Warning,
    title: Words::fixed("主体下的服务过多", "the subject has more services than it may"),
    demand: Words::fixed(
        "个人主体最多五个服务（华为云：第六个提交不了）；有的省另有上限（各省：docs/practice.md 的 `max-services`\
         ）",
        "An individual has five services at most, as Huawei takes no sixth; some provinces have bounds of their \
         own (which ones: `max-services` in docs/practice.md)",
    ),
    help: Words::fixed("注销不用的服务，或由单位备案", "deregister what is not used, or file as an organisation"),
    sources: &[HUAWEI_GUIDE.whole(), PROVINCE_PAGES.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("个人开六个网站", "six websites of an individual"),
        given: individual!(
            ZHEJIANG,
            OF_ZHEJIANG,
            note!("1", "一", "web-1"),
            note_domain!("1"),
            note!("2", "二", "web-1"),
            note_domain!("2"),
            note!("3", "三", "web-2"),
            note_domain!("3"),
            note!("4", "四", "web-2"),
            note_domain!("4"),
            note!("5", "五", "web-2"),
            note_domain!("5"),
            Given::Edit {
                file: "example/servers.yaml",
                old: "web-1:\n",
                new: yaml! {"
                    web-2:
                      provider: 阿里云
                      mode: 云接入
                      cloud_region: cn-hangzhou
                      place: 浙江省
                      instance: i-example0003
                      addresses:
                        - 203.0.113.20
                      paid:
                        from: 2021-01-15
                        until: 2028-01-15
                        billing: 包年包月
                    web-1:
                "},
            }
        ),
        finds: &["example/services/shop"],
    },
    keeps: Example {
        shows: Words::fixed("个人开一个网站", "one website of an individual"),
        given: individual!(ZHEJIANG, OF_ZHEJIANG),
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    if case.subject.services.len() < 2 {
        return;
    }
    let Some((most, row)) = ask(case, Demand::MaxServices).and_then(|row| Some((row.least()?, row))) else { return };
    if row.spares_licensed() && !case.subject.particulars.value.licences.items().is_empty() {
        return;
    }
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let count = live(case).count();
    let Some(last) = live(case).nth(most) else { return };
    let Words { zh, en } = asker(case, row);
    let said = words!(
        "主体有 {count} 个服务，{zh}最多 {most} 个",
        "the subject has {count} services; {en} takes {most} at most"
    );
    report.at(last.place, said).rests_on(row, case.tables);
}
