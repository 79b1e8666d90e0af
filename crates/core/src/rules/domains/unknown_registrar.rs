//! D111: whether a registrar is approved is not known.

use crate::law::{HUAWEI_GUIDE, MIIT_43, TENCENT_DOMAINS};
use crate::model::Domain;
use crate::names::{ReservedFor, Standing};
use crate::rows::Said;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::is_left;
use crate::words;
use crate::words::Words;

/// Whether a registrar is approved is not known.
pub static RULE: Rule = Rule {
    code: "D111",
    name: "unknown-registrar",
    severity: Severity::Note,
    title: Words::fixed("不知道注册服务机构是否获批", "whether a registrar is approved is not known"),
    demand: Words::fixed(
        "备案系统核对域名的注册服务机构是否获批；程序内的名单很短，查不到不等于未批准",
        "The registry checks that the registrar is approved; the built-in list is short, and not listed does not mean \
         refused",
    ),
    help: Words::fixed(
        "核对名称的写法；在 domain.miit.gov.cn 查这家机构是否获批",
        "check the spelling; look the registrar up at domain.miit.gov.cn",
    ),
    sources: &[TENCENT_DOMAINS.whole(), HUAWEI_GUIDE.whole(), MIIT_43.whole()],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("名单里没有的机构", "a registrar that the list lacks"),
        given: &[Given::Edit {
            file: "example/domains.yaml",
            old: "registrar: 阿里云",
            new: "registrar: 示例域名注册公司",
        }],
        finds: &["example/domains/shop.example/registrar"],
    },
    keeps: Example {
        shows: Words::fixed("获批的注册服务机构", "an approved registrar"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "registrar: 阿里云" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let Some(registrar) = named.record.registrar.placed() else { return };
    let registrar_name = &registrar.value;
    // A row of other days says that the registrar is known, and not what held on this one.
    let is_unknown = match case.tables.registrars.lookup(registrar_name, case.today) {
        Said::Row(row) => row.standing == Standing::Unknown && !is_of_education(case, named.key),
        Said::OtherDays => false,
        Said::Nothing => true,
    };
    if is_unknown && !is_left(case, named.record) {
        let key = named.key;
        report.at(
            registrar.place,
            words!(
                "不知道 {key} 的注册服务机构“{registrar_name}”是否获批",
                "whether {registrar_name}, the registrar of `{key}`, is approved is not known"
            ),
        );
    }
}

/// Whether a name stands under a suffix kept for education: there its holder chooses no registrar.
fn is_of_education(case: &Case<'_>, key: &str) -> bool {
    let suffix = case.domain(key).map(|domain| case.tables.suffixes.lookup(domain, case.today));
    suffix.and_then(Said::row).and_then(|row| row.reserved) == Some(ReservedFor::Education)
}
