//! S132: the remark that the province asks for is missing.

use super::common::weight;
use crate::law::PROVINCE_PAGES;
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::asked::{ask, asker};
use crate::rules::in_use::is_judged;
use crate::rules::people::examples::{GANSU, individual};
use crate::tables::Demand;
use crate::words;
use crate::words::Words;

/// The remark that the province asks for is missing.
pub static RULE: Rule = Rule {
    code: "S132",
    name: "remark-missing",
    severity: Severity::Warning,
    title: Words::fixed("没有写本省要求的备注", "the remark that the province asks for is missing"),
    demand: Words::fixed(
        "有的省要个人在备注里写明网站内容，或写声明（各省：docs/practice.md 的 `remark`）",
        "Some provinces have individuals describe the content in the remark, or declare it (which ones: `remark` \
         in docs/practice.md)",
    ),
    help: Words::fixed("在 remark 里写明网站内容和用途", "describe content and purpose in `remark`"),
    sources: &[PROVINCE_PAGES.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("甘肃的个人没有备注", "without a remark in Gansu"),
        given: individual!(
            GANSU,
            "620***********0014",
            Given::Edit {
                file: "example/services.yaml",
                old: "  remark: 本网站由本人开办，记录读书和旅行的见闻，不涉及企业信息，不提供评论和下载\n",
                new: ""
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: yaml! {"
                      services/shop/remark: 本网站由本人开办，记录读书和旅行的见闻，不涉及企业信息，不提供评论和下载
                "},
                new: ""
            }
        ),
        finds: &["example/services/shop/remark"],
    },
    keeps: Example {
        shows: Words::fixed("写了备注", "with a remark"),
        given: individual!(GANSU, "620***********0014"),
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let Some((least, row)) = ask(case, Demand::Remark).and_then(|row| Some((row.count?, row))) else { return };
    if !is_judged(case, service) || service.remark.is_faulty() {
        return;
    }
    let least = usize::try_from(least).unwrap_or(usize::MAX);
    let length = service.remark.known().map_or(0, |remark| remark.trim().chars().count());
    if least <= length {
        return;
    }
    let (Words { zh, en }, key) = (asker(case, row), named.key);
    let most = weight(service, &row.provenance);
    match service.remark.place() {
        Some(place) => {
            let said = words!(
                "备注有 {length} 个字，{zh}要求 {least} 个以上",
                "the remark has {length} characters, but {en} asks for {least}"
            );
            report.at(place, said).at_most(most).rests_on(row, case.tables);
        }
        None => {
            let said = words!(
                "{key} 没有备注，{zh}要求写明网站内容",
                "`{key}` has no remark, but {en} wants the content described there"
            );
            report.missing(named.place, "remark", said).at_most(most).rests_on(row, case.tables);
        }
    }
}
