//! D114: the domain of an individual is held by somebody else.

use super::common::is_before_the_notice;
use crate::day::Day;
use crate::law::MIIT_264;
use crate::model::Domain;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::{is_left, users};
use crate::rules::parts;
use crate::vocabulary::{HolderRelation, Nature};
use crate::words;
use crate::words::Words;

/// The domain of an individual is held by somebody else.
pub static RULE: Rule = Rule {
    code: "D114",
    name: "holder-of-individual",
    severity: Severity::Error,
    title: Words::fixed("个人备案的域名不在本人名下", "the domain of an individual is held by somebody else"),
    demand: Words::fixed(
        "个人从事互联网信息服务的，域名注册者应为本人；股东、负责人等例外只适用于单位",
        "Where a person runs an information service, the domain must be that person's own; shareholders and managers \
         may stand in for organisations only",
    ),
    help: Words::fixed("把域名过户到本人名下并重新实名", "transfer the domain to the person and verify it anew"),
    sources: &[MIIT_264.article(1)],
    since: Some(Day::of(2018, 1, 1)),
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("个人用了亲友名下的域名", "a person using a friend's domain"),
        given: &[
            parts::INDIVIDUAL,
            parts::INDIVIDUAL_ALONE,
            Given::Edit {
                file: "example/domains.yaml",
                old: yaml! {r#"
                        name: 杭州示例网络科技有限公司
                        certificate:
                          kind: 营业执照
                          number: "91330106MA0EXAMP12"
                        relation: 主办单位
                "#},
                new: yaml! {r#"
                        name: 李示例
                        certificate:
                          kind: 居民身份证
                          number: "330***********0026"
                        relation: 股东
                "#},
            },
            Given::Edit {
                file: "example/services.yaml", old: "name: 示例好物铺", new: "name: 张示例的示例手记"
            },
            Given::Edit {
                file: "example/services.yaml",
                old: yaml! {"
                      content: 销售本公司的示例商品
                      category: 网络购物
                "},
                new: yaml! {"
                      content: 记录读书和旅行的见闻
                      category: 其他
                "},
            },
            Given::Edit { file: "example/services.yaml", old: "principal: li", new: "principal: zhang" },
            parts::INDIVIDUAL_FILED,
            parts::MANAGER_NOT_FILED,
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/name: 示例好物铺",
                new: "services/shop/name: 张示例的示例手记",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/content: 销售本公司的示例商品",
                new: "services/shop/content: 记录读书和旅行的见闻",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/principal: li",
                new: "services/shop/principal: zhang",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: yaml! {"
                      - at: 2021-02-22T11:20:00+08:00
                        event: 短信核验
                        who: li
                "},
                new: "",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: yaml! {"
                      - kind: 营业执照
                        of: subject
                        where: 公司档案柜 A-3
                "},
                new: "",
            },
        ],
        finds: &["example/domains/shop.example/holder/relation"],
    },
    keeps: Example {
        shows: Words::fixed("本人名下的域名", "the person's own domain"),
        given: &[
            parts::INDIVIDUAL,
            parts::INDIVIDUAL_ALONE,
            Given::Edit {
                file: "example/domains.yaml",
                old: yaml! {r#"
                        name: 杭州示例网络科技有限公司
                        certificate:
                          kind: 营业执照
                          number: "91330106MA0EXAMP12"
                        relation: 主办单位
                "#},
                new: yaml! {r#"
                        name: 张示例
                        certificate:
                          kind: 居民身份证
                          number: "330***********0018"
                        relation: 主办单位
                "#},
            },
            Given::Edit {
                file: "example/services.yaml", old: "name: 示例好物铺", new: "name: 张示例的示例手记"
            },
            Given::Edit {
                file: "example/services.yaml",
                old: yaml! {"
                      content: 销售本公司的示例商品
                      category: 网络购物
                "},
                new: yaml! {"
                      content: 记录读书和旅行的见闻
                      category: 其他
                "},
            },
            Given::Edit { file: "example/services.yaml", old: "principal: li", new: "principal: zhang" },
            parts::INDIVIDUAL_FILED,
            parts::MANAGER_NOT_FILED,
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/name: 示例好物铺",
                new: "services/shop/name: 张示例的示例手记",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/content: 销售本公司的示例商品",
                new: "services/shop/content: 记录读书和旅行的见闻",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/principal: li",
                new: "services/shop/principal: zhang",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: yaml! {"
                      - at: 2021-02-22T11:20:00+08:00
                        event: 短信核验
                        who: li
                "},
                new: "",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: yaml! {"
                      - kind: 营业执照
                        of: subject
                        where: 公司档案柜 A-3
                "},
                new: "",
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let nature = &case.subject.particulars.value.nature;
    if nature.known() != Some(&Nature::Individual) || is_left(case, named.record) {
        return;
    }
    let Some(holder) = named.record.holder.known() else { return };
    let Some(relation) = holder.relation.placed() else { return };
    if relation.value == HolderRelation::Organiser || users(case, named.key).next().is_none() {
        return;
    }
    let (key, stated) = (named.key, relation.value);
    let finding = report.at(
        relation.place,
        words!(
            "{key} 的持有者是“{stated}”，个人备案的域名只能归本人",
            "the holder of `{key}` is given as {stated}, but an individual's domain must be the person's own"
        ),
    );
    finding.at_most(case.most());
    if is_before_the_notice(case, named.key) {
        finding.at_most(Severity::Warning);
    }
    if let Some(place) = nature.place() {
        finding.related(place, Words::fixed("主体是个人", "the subject is an individual"));
    }
}
