//! S119: two services have one name.

use super::common::Name;
use crate::law::{HUAWEI_GUIDE, NAME_PAGES};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::live;
use crate::rules::parts;
use crate::tables::{Fault, Match};
use crate::words;
use crate::words::Words;

/// Two services have one name.
pub static RULE: Rule = Rule {
    code: "S119",
    name: "name-held-twice",
    severity: Severity::Warning,
    title: Words::fixed("两个服务用了同一个名称", "two services have one name"),
    demand: Words::fixed(
        "同一个 App 在几个平台用一个名称、备一个号，两个 App 不能同名；网站同名各处说法不一，有的省不收，\
         作提示",
        "One App has one name and one number on all platforms, and two Apps have two names; on websites of one \
         name sources disagree and some provinces refuse them, so that it is a note",
    ),
    help: Words::fixed(
        "同一个 App 合成一个服务，写几个 platforms；不同的另取名称",
        "make one service with several `platforms` if it is one App; give different ones different names",
    ),
    sources: &[HUAWEI_GUIDE.whole(), NAME_PAGES.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("两个 App 同名", "two Apps of one name"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "    shown: 2021-04-10\n",
            new: yaml! {r#"
                    shown: 2021-04-10
                shop-app:
                  kind: APP
                  name: 示例好物通
                  domains:
                    - shop.example
                  access:
                    - provider: 阿里云
                      servers:
                        - web-1
                  content: 手机端购买本公司的示例商品
                  category: 网络购物
                  commercial: false
                  approvals: 不涉及
                  languages:
                    - 中文
                  principal: li
                  platforms:
                    - os: Android
                      id: example.shop.app
                      fingerprint: "0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9"
                      public_key: 见密钥保管单
                shop-pad:
                  kind: APP
                  name: 示例好物通
                  domains:
                    - shop.example
                  access:
                    - provider: 阿里云
                      servers:
                        - web-1
                  content: 手机端购买本公司的示例商品
                  category: 网络购物
                  commercial: false
                  approvals: 不涉及
                  languages:
                    - 中文
                  principal: li
                  platforms:
                    - os: Android
                      id: example.shop.pad
                      fingerprint: "0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9"
                      public_key: 见密钥保管单
            "#},
        }],
        finds: &["example/services/shop-pad/name"],
    },
    keeps: Example { shows: Words::fixed("一个 App", "one App"), given: &[parts::APP_ADDED], finds: &[] },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    // Most subjects have one service.
    if case.subject.services.len() < 2 {
        return;
    }
    let Some(name) = Name::of(case, named.record) else { return };
    let twin = live(case)
        .take_while(|other| other.key < named.key)
        .find(|other| other.record.kind == named.record.kind && other.record.name.known() == Some(&name.text.value));
    let Some(first) = twin else { return };
    if let Some(row) = name.row(case, Fault::Twice, Match::Unique) {
        let (text, other) = (&name.text.value, first.key);
        let said = words!("名称“{text}”与 {other} 相同", "the name {text} is that of `{other}` as well");
        let finding = report.at(name.text.place, said);
        finding.rests_on(row, case.tables);
        if let Some(place) = first.record.name.place() {
            finding.related(place, Words::fixed("另一处", "the other one"));
        }
    }
}
