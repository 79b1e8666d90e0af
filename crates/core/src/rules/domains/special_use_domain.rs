//! D109: a domain is kept for special uses and cannot be registered.

use super::common::{is_special, teaches};
use super::examples::renamed;
use crate::law::{Article, RFC_2606, RFC_6761};
use crate::model::Domain;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A domain is kept for special uses and cannot be registered.
pub static RULE: Rule = Rule {
    code: "D109",
    name: "special-use-domain",
    severity: Severity::Error,
    title: Words::fixed("域名属于保留名称，无法注册", "a domain is kept for special uses and cannot be registered"),
    demand: Words::fixed(
        ".example、.test、.localhost、.local 等名称按互联网标准留作文档、测试和内部使用，谁也注册不到，因而不能备案；\
         教学用的记录在 beian.yaml 写 sample: true",
        "Names under .example, .test, .localhost, .local and the like are kept for documents, tests and private nets \
         by internet standards; nobody can register them, so none can be filed. Records that teach say `sample: true` \
         in beian.yaml",
    ),
    help: Words::fixed(
        "写真正注册的域名；若这些记录只作示例，在 beian.yaml 写 sample: true",
        "write the name that is really registered; if these records only teach, say `sample: true` in beian.yaml",
    ),
    sources: &[RFC_6761.at(Article::Section("6")), RFC_2606.articles(&[Article::Section("2"), Article::Section("3")])],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("内部使用的 .local", "`.local`, for private nets"),
        given: renamed!("shop.local"),
        finds: &["example/domains/shop.local"],
    },
    keeps: Example {
        shows: Words::fixed("教学记录里的 .example", "`.example` in records that teach"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "shop.example:" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let Some(domain) = case.domain(named.key) else { return };
    if is_special(domain) && !teaches(case, domain) {
        report
            .at(
                named.place,
                words!(
                    "{domain} 是保留给文档、测试或内网的名称，注册不到，不能备案",
                    "`{domain}` is kept for documents, tests or private nets; it cannot be registered or filed"
                ),
            )
            .at_most(case.most());
    }
}
