//! F123: a first filing or new service leaves out facts that were filed.

use crate::law::{MII_33, RECORD_FORMAT};
use crate::model::Filing;
use crate::record::{FactChange, Keyed};
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{covered, filed_text, is_target, procedure, tell};
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;

/// A first filing or new service leaves out facts that were filed.
pub static RULE: Rule = Rule {
    code: "F123",
    name: "filed-facts-missing",
    severity: Severity::Warning,
    title: Words::fixed(
        "首次备案或新增服务漏写了填报的事项",
        "a first filing or new service leaves out facts that were filed",
    ),
    demand: Words::fixed(
        "主办单位名称、性质、证件、住所、负责人、服务名称、域名、内容等都填报给管局；写全了才能说明某一天备案的是什么",
        "Name, nature, certificate, domicile, principals, name, domains and content of services are filed with the \
         authority; what was on file on a day can be told only if they are all there",
    ),
    help: Words::fixed("从订单详情补写 facts", "add them to `facts` from the order"),
    sources: &[MII_33.article(7), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("漏了主办单位性质", "no nature"),
        given: &[Given::Edit {
            file: "example/filings/2021-02-20-first.yaml",
            old: "  subject/nature: 企业\n",
            new: "",
        }],
        finds: &["example/filings/2021-02-20-first/facts"],
    },
    keeps: Example {
        shows: Words::fixed("写全了", "all there"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "  subject/nature: 企业" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let Some(place) = named.record.facts.place() else { return };
    let first = procedure(named.record) == Some(Procedure::First);
    if !procedure(named.record).is_some_and(Procedure::files_service) {
        return;
    }
    let Some(given) = named.record.facts.known() else { return };
    // The authority's form is one; a field may also stand as a part of the record that holds it.
    let is_there = |wanted: &str| {
        let wholes = wanted.match_indices('/').filter_map(|(end, _)| wanted.get(..end));
        given.get(wanted).is_some() || wholes.into_iter().any(|whole| given.get(whole).is_some())
    };
    let mut missing = Vec::new();
    if given.is_empty() {
        return;
    }
    if first && !are_all(given, "subject", SUBJECT) {
        missing.extend(SUBJECT.iter().map(|field| format!("subject/{field}")).filter(|fact| !is_there(fact)));
    }
    for (path, _) in covered(named.record).filter(|(path, _)| path.starts_with("services/") && is_target(case, path)) {
        if are_all(given, path, SITE) {
            continue;
        }
        let key = path.trim_start_matches("services/");
        // What a site lacks that has no domain is told of the site.
        let has_none = case.subject.services.get(key).is_some_and(|service| service.value.domains.is_absent());
        let site = !has_none && filed_text(named.record, &format!("{path}/kind")).is_none_or(|kind| kind == "网站");
        let mut fact = format!("{path}/");
        for field in SERVICE.iter().chain(site.then_some(&"domains")) {
            fact.truncate(path.len() + 1);
            fact.push_str(field);
            if !is_there(&fact) {
                missing.push(fact.clone());
            }
        }
    }
    if !missing.is_empty() {
        let (zh, en) = (missing.join("、"), missing.join(", "));
        tell(case, report, place, words!("没有写 {zh}", "{en} not given")).at_most(Severity::Warning);
    }
}

/// Whether fields of a record stand among the facts, each by itself: nearly always so, and
/// told by going through the facts once.
fn are_all(given: &Keyed<FactChange>, path: &str, fields: &[&str]) -> bool {
    let field = |fact: &str| fact.strip_prefix(path)?.strip_prefix('/').map(|field| fields.contains(&field));
    given.iter().filter(|(fact, _)| field(fact) == Some(true)).count() == fields.len()
}

const SUBJECT: &[&str] =
    &["name", "nature", "certificate/kind", "certificate/number", "region", "address", "principal"];
const SERVICE: &[&str] = &["kind", "name", "content", "principal"];
/// What is filed of a website, which is more than of others.
const SITE: &[&str] = &["kind", "name", "content", "principal", "domains"];
