//! R111: a change about which sources disagree.

use super::turn::Turn;
use crate::change::Fact;
use crate::filed::{State, state};
use crate::law::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::procedure::{LawfulRoute, Required, Verdict};
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A change about which sources disagree.
pub static RULE: Rule = Rule {
    code: "R111",
    name: "ask-first",
    severity: Severity::Warning,
    title: Words::fixed("各来源说法不一，先问再改", "sources disagree about this change: ask first"),
    demand: Words::fixed(
        "通例不能按变更办理，但有来源说该省可以，或者所据的通知管不到它（持经营许可证的服务）：\
         先问管局和接入商，不行的走通例",
        "As a rule it is no change of the filing, but a source says that the province takes it, or the notice that it \
         rests on does not reach it (a licensed service): ask the authority and the provider first, and go the general \
         way if they refuse",
    ),
    help: Words::fixed("先问管局和接入商，再决定", "ask the authority and the provider first"),
    sources: &[TENCENT_GUIDE.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Review,
    breaks: Example {
        shows: Words::fixed("迁到另一个省", "a move to another province"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "region: \"330106\"\naddress",
            new: "region: \"320106\"\naddress",
        }],
        finds: &["example/subject/region"],
    },
    keeps: Example {
        shows: Words::fixed("性质没有动", "the nature stays"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "nature: 企业" }],
        finds: &[],
    },
};

pub(super) fn check(turn: &Turn<'_>, report: &mut Report<'_>) {
    for required in turn.required {
        if let Verdict::AskFirst { why, lawful_routes } = &required.verdict
            && !is_asked(turn, required.because.as_ref())
        {
            tell(turn, report, required, (why, lawful_routes));
        }
    }
}

/// Whether an order asks for it already: then the authority will say.
fn is_asked(turn: &Turn<'_>, fact: Option<&Fact>) -> bool {
    let (Some(fact), Some(new)) = (fact.map(ToString::to_string), turn.new) else { return false };
    new.filings.iter().map(|dated| &dated.record.value).any(|filing| {
        let named = filing.facts.known().is_some_and(|facts| facts.get(&fact).is_some());
        named
            && state(filing) != State::Ended
            && filing.procedure.known().is_some_and(|asked| asked.is_change() || asked.replaces_number())
    })
}

fn tell(turn: &Turn<'_>, report: &mut Report<'_>, required: &Required, (why, routes): (&Words, &[LawfulRoute])) {
    let fact = required.because.as_ref().or_else(|| required.facts.first().map(|change| &change.fact));
    let first = fact.map(ToString::to_string).unwrap_or_default();
    let (zh, en) = (&why.zh, &why.en);
    let ways = routes
        .iter()
        .map(|route| route.steps.iter().map(ToString::to_string).collect::<Vec<_>>().join(" → "))
        .collect::<Vec<_>>();
    let (ways_zh, ways_en) = (ways.join("；或 "), ways.join("; or "));
    report
        .at(turn.place(&first), words!("{first} 先问再改：{zh}", "ask before {first} is changed: {en}"))
        .help(words!(
            "先问管局和接入商；可以变更的，立订单写明 {first} 的 from 和 to；不可以的，撤销这处改动，走：{ways_zh}",
            "ask the authority and the provider; if they take it, write an order with `from` and `to` of {first}; if \
             not, take the change back and go: {ways_en}"
        ))
        .cite(&required.citations);
}
