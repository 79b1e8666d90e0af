//! D110: a domain is held at a foreign registrar.

use crate::law::{HUAWEI_GUIDE, MIIT_43, TENCENT_DOMAINS, TENCENT_GATEWAY};
use crate::model::Domain;
use crate::names::Standing;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::{is_left, users};
use crate::words;
use crate::words::Words;

/// A domain is held at a foreign registrar.
pub static RULE: Rule = Rule {
    code: "D110",
    name: "foreign-registrar",
    severity: Severity::Warning,
    title: Words::fixed("域名在境外注册商", "a domain is held at a foreign registrar"),
    demand: Words::fixed(
        "备案的域名要由工业和信息化部批准的注册服务机构管理；在境外注册商的，先转入境内机构再备案（备案义务本身不因此免\
         除）",
        "A domain must be held at a registrar that MIIT approved before it can be filed; one held abroad is \
         transferred in first (the duty to file exists all the same)",
    ),
    help: Words::fixed(
        "先把域名转入国内获批的注册服务机构，更新 registrar 和 registrar_since",
        "transfer the domain to an approved registrar in the mainland, then update `registrar` and `registrar_since`",
    ),
    sources: &[TENCENT_DOMAINS.whole(), TENCENT_GATEWAY.whole(), HUAWEI_GUIDE.whole(), MIIT_43.whole()],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("域名在 GoDaddy", "a domain at GoDaddy"),
        given: &[Given::Edit { file: "example/domains.yaml", old: "registrar: 阿里云", new: "registrar: GoDaddy" }],
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
    let Some(row) = case.tables.registrars.lookup(&registrar.value, case.today).row() else { return };
    if row.standing != Standing::Foreign || is_left(case, named.record) {
        return;
    }
    let (key, name) = (named.key, &row.name);
    // Nobody disputes the demand; that this registrar is meant rests on the row.
    let founded = row.provenance.weight();
    let said = if is_on_file(case, key) {
        words!(
            "{key} 在境外注册商 {name}：已备案的核查时会被要求转入境内，新的订单也会被退回",
            "`{key}` is held at {name}, a foreign registrar: an inspection of what is on file objects to that, and a \
             new order is sent back"
        )
    } else {
        words!(
            "{key} 在境外注册商 {name}，转入境内之前不能备案",
            "`{key}` is held at {name}, a foreign registrar, and cannot be filed before it is transferred in"
        )
    };
    report.at(registrar.place, said).at_most(founded.min(case.most()));
}

/// Whether a service of the domain has a number.
fn is_on_file(case: &Case<'_>, key: &str) -> bool {
    users(case, key).any(|(service, _)| !service.record.numbers.items().is_empty())
}
