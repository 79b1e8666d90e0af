//! S120: facts about an App are missing.

use super::common::lacking;
use crate::law::{HUAWEI_APPS, MIIT_105};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::is_judged;
use crate::rules::parts;
use crate::vocabulary::{Platform, ServiceKind};
use crate::words;
use crate::words::Words;

/// Facts about an App are missing.
pub static RULE: Rule = Rule {
    code: "S120",
    name: "app-facts-missing",
    severity: Severity::Error,
    title: Words::fixed("App 的特征信息不完整", "facts about an App are missing"),
    demand: Words::fixed(
        "App、小程序和快应用备案要写运行平台；App 在 Android、iOS、鸿蒙上还要写包名、签名指纹和公钥",
        "Apps, mini programs and quick apps name the platforms on which they run; an App on Android, iOS or HarmonyOS \
         also its package, the fingerprint of its certificate and the public key",
    ),
    help: Words::fixed(
        "从打包用的证书里取出指纹和公钥，填进 platforms",
        "take fingerprint and public key from the certificate that signs it, and enter them in `platforms`",
    ),
    sources: &[MIIT_105.whole(), HUAWEI_APPS.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("没有指纹", "without a fingerprint"),
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
                    - os: Android
                      id: example.shop.app
                      public_key: 见密钥保管单
            "},
        }],
        finds: &["example/services/shop-app/platforms/0"],
    },
    keeps: Example {
        shows: Words::fixed("特征齐全", "nothing is missing"), given: &[parts::APP_ADDED], finds: &[]
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let Some(kind) = service.kind.known().filter(|kind| **kind != ServiceKind::Website) else { return };
    if !is_judged(case, service) {
        return;
    }
    let key = named.key;
    if service.platforms.is_absent() {
        let said = words!("{kind} {key} 没有写运行平台", "`{key}` ({kind}) names no platform");
        report.missing(named.place, "platforms", said).at_most(case.missing_of_service(named.key));
    }
    for release in service.platforms.items() {
        let one = &release.value;
        let signed = *kind == ServiceKind::App
            && matches!(one.os.known(), Some(Platform::Android | Platform::Ios | Platform::HarmonyOs));
        let lacks = [
            (one.os.is_absent(), "os"),
            (signed && one.id.is_absent(), "id"),
            (signed && one.fingerprint.is_absent(), "fingerprint"),
            (signed && one.public_key.is_absent(), "public_key"),
        ];
        if lacks.iter().any(|(lacks, _)| *lacks) {
            let say = |zh: &str, en: &str| words!("{key} 的这个平台缺少 {zh}", "this platform of `{key}` lacks {en}");
            lacking((case, named.key), release.place, &lacks, say, report);
        }
    }
}
