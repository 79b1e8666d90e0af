//! S101: facts about a service are missing.

use super::common::lacking;
use crate::law::{Article, MII_33, SC_292};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::is_judged;
use crate::words;
use crate::words::Words;

/// Facts about a service are missing.
pub static RULE: Rule = Rule {
    code: "S101",
    name: "service-facts-missing",
    severity: Severity::Error,
    title: Words::fixed("服务信息不完整", "facts about a service are missing"),
    demand: Words::fixed(
        "备案要写明每个互联网信息服务的类型、名称、内容和负责人",
        "A filing states the kind, name, content and principal of each service",
    ),
    help: Words::fixed(
        "补上缺少的项目；负责人写 people.yaml 里的键，两级是同一人也要写",
        "fill in what is missing; the principal is a key of people.yaml, and is said even if one person answers at \
         both levels",
    ),
    sources: &[SC_292.article(8), MII_33.articles(&[Article::new(5), Article::new(7)])],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("新服务没有写内容", "the content of a new service is missing"),
        given: &[
            Given::Edit {
                file: "example/services.yaml",
                old: "    shown: 2021-04-10\n",
                new: yaml! {"
                        shown: 2021-04-10
                    more:
                      kind: 网站
                      name: 示例好物分铺之一
                      domains:
                        - more.example
                      home: www.more.example
                      access:
                        - provider: 阿里云
                          servers:
                            - web-1
                      category: 网络购物
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
                    more.example:
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
        ],
        finds: &["example/services/more"],
    },
    keeps: Example {
        shows: Words::fixed("都写了", "nothing is missing"),
        given: &[Given::Stands { file: "example/services.yaml", text: "  content: 销售本公司的示例商品\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let lacks = [
        (service.kind.is_absent(), "kind"),
        (service.name.is_absent(), "name"),
        (service.content.is_absent(), "content"),
        (service.principal.is_absent(), "principal"),
    ];
    if lacks.iter().any(|(lacks, _)| *lacks) && is_judged(case, service) {
        let key = named.key;
        lacking(
            (case, named.key),
            named.place,
            &lacks,
            |zh, en| words!("服务 {key} 缺少 {zh}", "the service `{key}` lacks {en}"),
            report,
        );
    }
}
