//! S103: details of a service are missing.

use crate::law::{HUAWEI_GUIDE, WECHAT_FILING};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::is_judged;
use crate::rules::services::website_without_domain::has_no_domain;
use crate::vocabulary::ServiceKind;
use crate::words;
use crate::words::Words;

/// Details of a service are missing.
pub static RULE: Rule = Rule {
    code: "S103",
    name: "service-details-missing",
    severity: Severity::Warning,
    title: Words::fixed("服务的细项没有写", "details of a service are missing"),
    demand: Words::fixed(
        "备案表还要填网站的首页网址和语种、服务的内容类型",
        "The form of a filing asks for the home page and the languages of a website, and for the category of any \
         service",
    ),
    help: Words::fixed("照备案系统补上", "copy them from the filing system"),
    sources: &[HUAWEI_GUIDE.whole(), WECHAT_FILING.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("没有首页网址", "the home page is missing"),
        given: &[
            Given::Edit { file: "example/services.yaml", old: "  home: www.shop.example\n", new: "" },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "  services/shop/home: www.shop.example\n",
                new: "",
            },
        ],
        finds: &["example/services/shop"],
    },
    keeps: Example {
        shows: Words::fixed("都写了", "nothing is missing"),
        given: &[Given::Stands { file: "example/services.yaml", text: "  home: www.shop.example\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let website = service.kind.known() == Some(&ServiceKind::Website);
    let lacks = [
        (website && service.home.is_absent() && !has_no_domain(service), "home"),
        (website && service.languages.is_absent(), "languages"),
        (service.category.is_absent(), "category"),
    ];
    if lacks.iter().any(|(lacks, _)| *lacks) && is_judged(case, service) {
        let key = named.key;
        let most = case.missing_of_service(named.key).min(Severity::Warning);
        let fields: Vec<&str> = lacks.iter().filter(|(lacks, _)| *lacks).map(|(_, field)| *field).collect();
        let (zh, en) = (fields.join("、"), fields.join(", "));
        report.at(named.place, words!("服务 {key} 还没有写 {zh}", "the service `{key}` lacks {en}")).at_most(most);
    }
}
