//! S123: a platform does not fit the kind of service.

use crate::law::{HUAWEI_APPS, MIIT_105};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::is_judged;
use crate::rules::parts;
use crate::vocabulary::{Platform, ServiceKind};
use crate::words;
use crate::words::Words;

/// A platform does not fit the kind of service.
pub static RULE: Rule = Rule {
    code: "S123",
    name: "platform-against-kind",
    severity: Severity::Warning,
    title: Words::fixed("运行平台与服务类型不符", "a platform does not fit the kind of service"),
    demand: Words::fixed(
        "App 装在 Android、iOS 等系统上，小程序跑在微信、支付宝等宿主里，网站没有运行平台；类型错了，\
         备案号的字母也会错",
        "An App runs on a system such as Android, a mini program in a host such as WeChat, and a website on no \
         platform; with the wrong kind the letter of the number will be wrong as well",
    ),
    help: Words::fixed("改正 kind，或把它们分成两个服务", "correct `kind`, or make two services of it"),
    sources: &[MIIT_105.whole(), HUAWEI_APPS.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("App 写在微信里", "an App inside WeChat"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "    shown: 2021-04-10\n",
            new: yaml! {"
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
                    - os: 微信
                      id: wx0000000000000000
            "},
        }],
        finds: &["example/services/shop-app/platforms/0/os"],
    },
    keeps: Example {
        shows: Words::fixed("App 在 Android 上", "an App on Android"),
        given: &[parts::APP_ADDED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let Some(kind) = service.kind.known() else { return };
    for release in service.platforms.items() {
        let Some(os) = release.value.os.placed() else { continue };
        let host = matches!(os.value, Platform::WeChat | Platform::Alipay | Platform::Baidu | Platform::Douyin);
        let fits = match kind {
            ServiceKind::Website => false,
            ServiceKind::App => !host && os.value != Platform::QuickAppAlliance,
            ServiceKind::MiniProgram => host || os.value == Platform::Other,
            ServiceKind::QuickApp => !host,
        };
        if !fits && is_judged(case, service) {
            let (key, os_term) = (named.key, os.value);
            let said = words!("{key} 是{kind}，运行平台却写了{os_term}", "`{key}` is {kind}, but runs on {os_term}");
            let finding = report.at(os.place, said);
            if let Some(place) = service.kind.place() {
                finding.related(place, Words::fixed("类型在这里", "the kind stands here"));
            }
        }
    }
}
