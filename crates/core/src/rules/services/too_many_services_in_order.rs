//! S134: an order brings more services than the province takes.

use crate::filed::state;
use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES};
use crate::model::Filing;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::asked::{ask, asker};
use crate::rules::in_use::live;
use crate::rules::parts;
use crate::rules::people::examples::{HUBEI, organisation};
use crate::tables::Demand;
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;

/// An order brings more services than the province takes.
pub static RULE: Rule = Rule {
    code: "S134",
    name: "too-many-services-in-order",
    severity: Severity::Warning,
    title: Words::fixed("一个订单里的服务过多", "an order brings more services than the province takes"),
    demand: Words::fixed(
        "有的省限定一个订单、或者首次备案里服务的个数（各省：docs/practice.md 的 `max-per-order` \
         和 `first-filing-services`）",
        "Some provinces bound the number of services in one order, or in a first filing (which ones: \
         `max-per-order` and `first-filing-services` in docs/practice.md)",
    ),
    help: Words::fixed("分几个订单提交，一个通过再提交下一个", "file them in several orders, one after the other"),
    sources: &[PROVINCE_PAGES.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("湖北一个订单两个网站", "two websites in one order in Hubei"),
        given: organisation!(
            HUBEI,
            "91420106MA0EXAMP1L",
            Given::Edit {
                file: "example/people.yaml",
                old: "    phone: \"139****0002\"",
                new: "    phone: \"137****0005\""
            },
            Given::Edit {
                file: "example/people.yaml",
                old: "    phone: \"138****0001\"",
                new: "    phone: \"136****0006\""
            },
            Given::Edit {
                file: "example/services.yaml",
                old: "    shown: 2021-04-10\n",
                new: yaml! {"
                        shown: 2021-04-10
                    more-1:
                      kind: 网站
                      name: 示例好物分铺之一
                      domains:
                        - more-1.example
                      home: www.more-1.example
                      access:
                        - provider: 阿里云
                          servers:
                            - web-1
                      content: 销售本公司的示例商品
                      category: 网络购物
                      commercial: false
                      approvals: 不涉及
                      languages:
                        - 中文
                      principal: li
                    more-2:
                      kind: 网站
                      name: 示例好物分铺之二
                      domains:
                        - more-2.example
                      home: www.more-2.example
                      access:
                        - provider: 阿里云
                          servers:
                            - web-1
                      content: 销售本公司的示例商品
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
                    more-1.example:
                      registrar: 阿里云
                      registered: 2020-11-02
                      holder:
                        name: 杭州示例网络科技有限公司
                        certificate:
                          kind: 营业执照
                          number: "91420106MA0EXAMP1L"
                        relation: 主办单位
                      verified: 2020-11-10
                      expires: 2029-11-02
                    more-2.example:
                      registrar: 阿里云
                      registered: 2020-11-02
                      holder:
                        name: 杭州示例网络科技有限公司
                        certificate:
                          kind: 营业执照
                          number: "91420106MA0EXAMP1L"
                        relation: 主办单位
                      verified: 2020-11-10
                      expires: 2029-11-02
                    shop.example:
                "#},
            },
            Given::File {
                file: "example/filings/2026-11-18-more.yaml",
                text: yaml! {r#"
                    procedure: 新增互联网信息服务
                    through: 阿里云
                    order: "20261118000017"
                    covers:
                      - services/more-1
                      - services/more-2
                    facts:
                      services/more-1/kind: 网站
                      services/more-1/name: 示例好物分铺之一
                      services/more-1/domains:
                        - more-1.example
                      services/more-1/home: www.more-1.example
                      services/more-1/content: 销售本公司的示例商品
                      services/more-1/approvals: 不涉及
                      services/more-1/languages:
                        - 中文
                      services/more-1/principal: li
                      services/more-2/kind: 网站
                      services/more-2/name: 示例好物分铺之二
                      services/more-2/domains:
                        - more-2.example
                      services/more-2/home: www.more-2.example
                      services/more-2/content: 销售本公司的示例商品
                      services/more-2/approvals: 不涉及
                      services/more-2/languages:
                        - 中文
                      services/more-2/principal: li
                    events:
                      - at: 2026-11-18T10:12:00+08:00
                        event: 提交订单
                    papers:
                      - kind: 居民身份证
                        of: people/li
                        where: 公司档案柜 A-3
                "#},
            }
        ),
        finds: &["example/filings/2026-11-18-more/covers"],
    },
    keeps: Example {
        shows: Words::fixed("湖北一个订单一个网站", "one website an order in Hubei"),
        given: organisation!(
            HUBEI,
            "91420106MA0EXAMP1L",
            Given::Edit {
                file: "example/people.yaml",
                old: "    phone: \"139****0002\"",
                new: "    phone: \"137****0005\""
            },
            Given::Edit {
                file: "example/people.yaml",
                old: "    phone: \"138****0001\"",
                new: "    phone: \"136****0006\""
            },
            parts::BRANCH_ADDED,
            Given::Edit {
                file: "example/domains.yaml",
                old: "shop.example:\n",
                new: yaml! {r#"
                    more-1.example:
                      registrar: 阿里云
                      registered: 2020-11-02
                      holder:
                        name: 杭州示例网络科技有限公司
                        certificate:
                          kind: 营业执照
                          number: "91420106MA0EXAMP1L"
                        relation: 主办单位
                      verified: 2020-11-10
                      expires: 2029-11-02
                    shop.example:
                "#},
            },
            parts::BRANCH_FILED
        ),
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let filing = named.record;
    let Some(covers) = filing.covers.placed().filter(|covers| 1 < covers.value.len()) else { return };
    let first = filing.procedure.known() == Some(&Procedure::First);
    let files = filing.procedure.known().is_some_and(|asked| asked.files_service());
    if !files || !state(filing).is_pending() {
        return;
    }
    let count = covers.value.iter().filter(|covered| covered.value.starts_with("services/")).count();
    let in_first = ask(case, Demand::FirstFilingServices).filter(|_| first);
    let Some(row) = in_first.or_else(|| ask(case, Demand::MaxPerOrder)) else { return };
    let on_file = live(case).count().saturating_sub(count);
    let Some(most) = row.limit(on_file, false) else { return };
    if count <= most {
        return;
    }
    let Words { zh, en } = asker(case, row);
    let said = words!(
        "这个订单有 {count} 个服务，{zh}一次只收 {most} 个",
        "this order brings {count} services, but {en} takes {most} at a time"
    );
    report.at(covers.place, said).rests_on(row, case.tables);
}
