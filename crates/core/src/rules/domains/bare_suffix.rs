//! D104: a public suffix stands where a domain is meant.

use super::examples::renamed;
use crate::law::{HUAWEI_GUIDE, TENCENT_DOMAINS};
use crate::model::Domain;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A public suffix stands where a domain is meant.
pub static RULE: Rule = Rule {
    code: "D104",
    name: "bare-suffix",
    severity: Severity::Warning,
    title: Words::fixed("写的是公共后缀而不是域名", "a public suffix stands where a domain is meant"),
    demand: Words::fixed(
        "com.cn、政务.cn 这类后缀由注册管理机构开放给大家注册，谁也不能拿它备案",
        "Others register below a suffix such as com.cn, and nobody can file it",
    ),
    help: Words::fixed("写全注册的域名，例如 example.com.cn", "write the whole registered name, as in example.com.cn"),
    sources: &[TENCENT_DOMAINS.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("只写了 com.cn", "only `com.cn`"),
        given: renamed!("com.cn"),
        finds: &["example/domains/com.cn"],
    },
    keeps: Example {
        shows: Words::fixed("可读的小写域名", "a readable domain in small letters"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "shop.example:" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    // No suffix has four parts that a filing could name by mistake.
    if 3 < named.key.bytes().filter(|byte| *byte == b'.').count() {
        return;
    }
    let Some(domain) = case.domain(named.key) else { return };
    if domain.is_public_suffix() {
        report
            .at(
                named.place,
                words!(
                    "{domain} 是公共后缀，不是能注册的域名",
                    "`{domain}` is a public suffix, not a name to register"
                ),
            )
            .at_most(case.most());
    }
}
