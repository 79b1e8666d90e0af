//! S122: a package name is malformed.

use crate::law::{HUAWEI_APPS, WECHAT_FILING};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::is_judged;
use crate::rules::parts;
use crate::vocabulary::Platform;
use crate::words;
use crate::words::Words;

/// A package name is malformed.
pub static RULE: Rule = Rule {
    code: "S122",
    name: "package-name-malformed",
    severity: Severity::Warning,
    title: Words::fixed("包名写法不对", "a package name is malformed"),
    demand: Words::fixed(
        "Android 包名和 iOS Bundle ID 是用点分开的两段以上字母、数字；填成 App 名称或下载链接的核对不上",
        "The package on Android and the bundle on iOS are two or more parts of letters and digits with dots between; a \
         title or a link will not be recognised",
    ),
    help: Words::fixed("照应用包里的写，例如 com.example.shop", "copy it from the package, as in com.example.shop"),
    sources: &[HUAWEI_APPS.whole(), WECHAT_FILING.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("写成了中文名", "the title in its place"),
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
                      id: 示例好物
                      fingerprint: "0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9"
                      public_key: 见密钥保管单
            "#},
        }],
        finds: &["example/services/shop-app/platforms/0/id"],
    },
    keeps: Example { shows: Words::fixed("包名", "the package"), given: &[parts::APP_ADDED], finds: &[] },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    for release in named.record.platforms.items() {
        let (Some(os), Some(id)) = (release.value.os.known(), release.value.id.placed()) else { continue };
        if !matches!(os, Platform::Android | Platform::Ios | Platform::HarmonyOs) || is_package(&id.value) {
            continue;
        }
        if is_judged(case, named.record) {
            let text = &id.value;
            report.at(id.place, words!("“{text}”不是 {os} 的包名", "`{text}` is no package name on {os}"));
        }
    }
}

fn is_package(id: &str) -> bool {
    let fits =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    id.contains('.') && id.split('.').all(fits)
}
