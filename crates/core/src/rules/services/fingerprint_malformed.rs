//! S121: a fingerprint is malformed.

use crate::law::{HUAWEI_APPS, WECHAT_FILING};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::is_judged;
use crate::rules::parts;
use crate::vocabulary::Platform;
use crate::words;
use crate::words::Words;

/// A fingerprint is malformed.
pub static RULE: Rule = Rule {
    code: "S121",
    name: "fingerprint-malformed",
    severity: Severity::Warning,
    title: Words::fixed("签名指纹写法不对", "a fingerprint is malformed"),
    demand: Words::fixed(
        "Android 填签名证书的 MD5（32 位十六进制），iOS 填 SHA-1（40 位）；填成 SHA-256 或另一种的，分发平台核对不上",
        "Android asks for the MD5 of the certificate (32 hexadecimal digits), iOS for its SHA-1 (40); a SHA-256 or the \
         other one will not be recognised",
    ),
    help: Words::fixed("重新从证书取出，冒号可写可不写", "take it again from the certificate; colons may stand or not"),
    sources: &[HUAWEI_APPS.whole(), WECHAT_FILING.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("Android 填了 SHA-1", "a SHA-1 for Android"),
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
                      fingerprint: "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:10:20:30:40"
                      public_key: 见密钥保管单
            "#},
        }],
        finds: &["example/services/shop-app/platforms/0/fingerprint"],
    },
    keeps: Example {
        shows: Words::fixed("Android 填 MD5", "an MD5 for Android"),
        given: &[parts::APP_ADDED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    for release in named.record.platforms.items() {
        let (Some(os), Some(print)) = (release.value.os.known(), release.value.fingerprint.placed()) else { continue };
        let (wanted, name) = match os {
            Platform::Android => (32, "MD5"),
            Platform::Ios => (40, "SHA-1"),
            _ => continue,
        };
        let hex = print.value.chars().filter(char::is_ascii_hexdigit).count();
        let clean = print.value.chars().all(|c| c.is_ascii_hexdigit() || matches!(c, ':' | ' ' | '-'));
        if (clean && hex == wanted) || !is_judged(case, named.record) {
            continue;
        }
        let said = if !clean {
            words!(
                "{os} 的指纹里有十六进制以外的字符",
                "the fingerprint for {os} holds something else than hexadecimal digits"
            )
        } else {
            let kind = match hex {
                32 => "（像是 MD5）",
                40 => "（像是 SHA-1）",
                64 => "（像是 SHA-256）",
                _ => "",
            };
            words!(
                "{os} 的指纹应是 {wanted} 位的 {name}，这里有 {hex} 位{kind}",
                "the fingerprint for {os} is an {name} of {wanted} digits, but {hex} stand here"
            )
        };
        report.at(print.place, said);
    }
}
