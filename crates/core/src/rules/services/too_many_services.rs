//! S133: the subject has more services than it may.

use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::domains::common::live;
use crate::rules::people::common::{ask, asker};
use crate::rules::people::examples::individual;
use crate::tables::Demand;
use crate::words;
use crate::words::Words;

/// The subject has more services than it may.
pub static RULE: Rule = Rule {
    code: "S133",
    name: "too-many-services",
    severity: Severity::Warning,
    title: Words::fixed("主体下的服务过多", "the subject has more services than it may"),
    demand: Words::fixed(
        "个人主体最多五个服务（华为云：第六个提交不了）；陕西个人五个、单位三十个，超过的（据青云）要附建设方案",
        "An individual has five services at most, as Huawei takes no sixth; Shaanxi takes five of individuals and thirty of organisations, beyond which, as QingCloud has it, a plan is asked",
    ),
    help: Words::fixed("注销不用的服务，或由单位备案", "deregister what is not used, or file as an organisation"),
    sources: &[HUAWEI_GUIDE.whole(), PROVINCE_PAGES.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("个人开六个网站", "six websites of an individual"),
        given: individual!(region: "330106", address: "浙江省杭州市西湖区文三路 100 号 3 幢 502 室", letter: "浙", police: "浙公网安备33010602000017号", id: "330***********0018", person: "", Given::Edit { file: "example/services.yaml", old: "shop:\n  kind: 网站", new: "notes-1:\n  kind: 网站\n  name: 张示例的读书手记之一\n  domains:\n    - notes-1.example\n  home: www.notes-1.example\n  access:\n    - provider: 阿里云\n      servers:\n        - web-1\n  content: 记录读书和旅行的见闻\n  category: 其他\n  commercial: false\n  approvals: 不涉及\n  languages:\n    - 中文\n  principal: zhang\n  remark: 本网站由本人开办，记录读书和旅行的见闻，不涉及企业信息，不提供评论和下载\nnotes-2:\n  kind: 网站\n  name: 张示例的读书手记之二\n  domains:\n    - notes-2.example\n  home: www.notes-2.example\n  access:\n    - provider: 阿里云\n      servers:\n        - web-1\n  content: 记录读书和旅行的见闻\n  category: 其他\n  commercial: false\n  approvals: 不涉及\n  languages:\n    - 中文\n  principal: zhang\n  remark: 本网站由本人开办，记录读书和旅行的见闻，不涉及企业信息，不提供评论和下载\nnotes-3:\n  kind: 网站\n  name: 张示例的读书手记之三\n  domains:\n    - notes-3.example\n  home: www.notes-3.example\n  access:\n    - provider: 阿里云\n      servers:\n        - web-2\n  content: 记录读书和旅行的见闻\n  category: 其他\n  commercial: false\n  approvals: 不涉及\n  languages:\n    - 中文\n  principal: zhang\n  remark: 本网站由本人开办，记录读书和旅行的见闻，不涉及企业信息，不提供评论和下载\nnotes-4:\n  kind: 网站\n  name: 张示例的读书手记之四\n  domains:\n    - notes-4.example\n  home: www.notes-4.example\n  access:\n    - provider: 阿里云\n      servers:\n        - web-2\n  content: 记录读书和旅行的见闻\n  category: 其他\n  commercial: false\n  approvals: 不涉及\n  languages:\n    - 中文\n  principal: zhang\n  remark: 本网站由本人开办，记录读书和旅行的见闻，不涉及企业信息，不提供评论和下载\nnotes-5:\n  kind: 网站\n  name: 张示例的读书手记之五\n  domains:\n    - notes-5.example\n  home: www.notes-5.example\n  access:\n    - provider: 阿里云\n      servers:\n        - web-2\n  content: 记录读书和旅行的见闻\n  category: 其他\n  commercial: false\n  approvals: 不涉及\n  languages:\n    - 中文\n  principal: zhang\n  remark: 本网站由本人开办，记录读书和旅行的见闻，不涉及企业信息，不提供评论和下载\nshop:\n  kind: 网站" }, Given::Edit { file: "example/domains.yaml", old: "shop.example:\n", new: "notes-1.example:\n  registrar: 阿里云\n  registered: 2020-11-02\n  holder:\n    name: 张示例\n    certificate:\n      kind: 居民身份证\n      number: \"330***********0018\"\n    relation: 主办单位\n  verified: 2020-11-10\n  expires: 2029-11-02\nnotes-2.example:\n  registrar: 阿里云\n  registered: 2020-11-02\n  holder:\n    name: 张示例\n    certificate:\n      kind: 居民身份证\n      number: \"330***********0018\"\n    relation: 主办单位\n  verified: 2020-11-10\n  expires: 2029-11-02\nnotes-3.example:\n  registrar: 阿里云\n  registered: 2020-11-02\n  holder:\n    name: 张示例\n    certificate:\n      kind: 居民身份证\n      number: \"330***********0018\"\n    relation: 主办单位\n  verified: 2020-11-10\n  expires: 2029-11-02\nnotes-4.example:\n  registrar: 阿里云\n  registered: 2020-11-02\n  holder:\n    name: 张示例\n    certificate:\n      kind: 居民身份证\n      number: \"330***********0018\"\n    relation: 主办单位\n  verified: 2020-11-10\n  expires: 2029-11-02\nnotes-5.example:\n  registrar: 阿里云\n  registered: 2020-11-02\n  holder:\n    name: 张示例\n    certificate:\n      kind: 居民身份证\n      number: \"330***********0018\"\n    relation: 主办单位\n  verified: 2020-11-10\n  expires: 2029-11-02\nshop.example:\n" }, Given::Edit { file: "example/servers.yaml", old: "web-1:\n", new: "web-2:\n  provider: 阿里云\n  mode: 云接入\n  cloud_region: cn-hangzhou\n  place: 浙江省\n  instance: i-example0003\n  addresses:\n    - 203.0.113.20\n  paid:\n    from: 2021-01-15\n    until: 2028-01-15\n    billing: 包年包月\nweb-1:\n" }),
        finds: &["example/services/shop"],
    },
    keeps: Example {
        shows: Words::fixed("个人开一个网站", "one website of an individual"),
        given: individual!(region: "330106", address: "浙江省杭州市西湖区文三路 100 号 3 幢 502 室", letter: "浙", police: "浙公网安备33010602000017号", id: "330***********0018", person: ""),
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    if case.subject.services.len() < 2 {
        return;
    }
    let Some((most, row)) = ask(case, Demand::MaxServices).and_then(|row| Some((row.count?, row))) else { return };
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let count = live(case).count();
    let Some(last) = live(case).nth(most) else { return };
    let Words { zh, en } = asker(case, row);
    let said = words!(
        "主体有 {count} 个服务，{zh}最多 {most} 个",
        "the subject has {count} services; {en} takes {most} at most"
    );
    report.at(last.place, said).at_most(row.provenance.weight());
}
