//! A116: one server carries more filings than its provider allows.

use super::common::{terms, users};
use crate::law::{ALIYUN_GUIDE, HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::model::Server;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// One more website on the server.
macro_rules! branch {
    ($number:literal, $counted:literal) => {
        Given::Edit {
            file: "example/services.yaml",
            old: yaml! {"
                shop:
                  kind: 网站
            "},
            new: yaml! {"
                shop-{number}:
                  kind: 网站
                  name: 示例好物分铺之{counted}
                  domains:
                    - shop-{number}.example
                  home: www.shop-{number}.example
                  access:
                    - provider: 阿里云
                      servers:
                        - web-1
                      code: ba-example-{number}
                  content: 销售本公司的示例商品
                  category: 网络购物
                  commercial: false
                  approvals: 不涉及
                  languages:
                    - 中文
                  principal: li
                shop:
                  kind: 网站
            ", number = $number, counted = $counted},
        }
    };
}

/// The domain of that website.
macro_rules! branch_domain {
    ($number:literal) => {
        Given::Edit {
            file: "example/domains.yaml",
            old: "shop.example:\n",
            new: yaml! {r#"
                shop-{number}.example:
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
            "#, number = $number},
        }
    };
}

/// One server carries more filings than its provider allows.
pub static RULE: Rule = Rule {
    code: "A116",
    name: "too-many-services-on-server",
    severity: Severity::Warning,
    title: Words::fixed("一台服务器承担的备案过多", "one server carries more filings than its provider allows"),
    demand: Words::fixed(
        "阿里云一个实例有 5 个备案服务码，每个只能用一次；腾讯云、华为云一个实例也只能备案 5 个网站",
        "An instance at Alibaba Cloud has five service codes, each used once; Tencent and Huawei take five websites an \
         instance as well",
    ),
    help: Words::fixed(
        "把多出来的服务放到另一台符合条件的服务器上备案",
        "file what is too much with another server that qualifies",
    ),
    sources: &[ALIYUN_GUIDE.whole(), TENCENT_GUIDE.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Server(check),
    breaks: Example {
        shows: Words::fixed("六个网站用一台服务器", "six websites on one server"),
        given: &[
            branch!("1", "一"),
            branch_domain!("1"),
            branch!("2", "二"),
            branch_domain!("2"),
            branch!("3", "三"),
            branch_domain!("3"),
            branch!("4", "四"),
            branch_domain!("4"),
            branch!("5", "五"),
            branch_domain!("5"),
        ],
        finds: &["example/servers/web-1"],
    },
    keeps: Example {
        shows: Words::fixed("一个网站", "one website"),
        given: &[Given::Stands { file: "example/services.yaml", text: "        - web-1\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Server>, report: &mut Report<'_>) {
    // No provider allows fewer than the smallest number of the table, so few services need no look.
    let used = users(case, named.key).count();
    if used < 2 {
        return;
    }
    let Some((most, row)) = terms(case, named.record).and_then(|row| Some((row.filings?, row))) else { return };
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    if used <= most {
        return;
    }
    let (key, provider) = (named.key, &row.provider);
    let said = words!(
        "{used} 个服务用 {key} 接入，{provider}一个实例只能备案 {most} 个",
        "{used} services are connected through `{key}`, but {provider} takes {most} filings an instance"
    );
    let finding = report.at(named.place, said);
    finding.at_most(row.provenance.weight());
    for (service, place) in users(case, named.key).skip(most) {
        let key = service.key;
        finding.related(place, words!("服务 {key} 是多出来的", "the service `{key}` is one more"));
    }
}
