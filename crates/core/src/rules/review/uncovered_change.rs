//! R107: a change that no filing asks for.

use super::turn::Turn;
use crate::law::{MII_33, RECORD_FORMAT, SC_292};
use crate::procedure::Required;
use crate::procedure::{Uncovered, Why};
use crate::record::Vocabulary;
use crate::rule::{Check, Example, Report, Rule, Severity};
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// A change that no filing asks for.
pub static RULE: Rule = Rule {
    code: "R107",
    name: "uncovered-change",
    severity: Severity::Warning,
    title: Words::fixed("备案事项变了，却没有订单", "a filed fact changes and no filing asks for it"),
    demand: Words::fixed(
        "备案事项变更要提前 {change-ahead}办理；记录里就要有一个订单，写明这一项由什么变成什么",
        "A change of what is filed is asked for {change-ahead} ahead; so the records hold a filing that names the \
         fact with its old and new value",
    ),
    help: Words::fixed("写一个订单，或撤销这处改动", "write a filing, or take the change back"),
    sources: &[MII_33.article(14), SC_292.article(11), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Review,
    breaks: Example {
        shows: Words::fixed("换了地址，没有订单", "another address and no filing"),
        given: &[parts::OFFICE_MOVED],
        finds: &["example/subject/address"],
    },
    keeps: Example {
        shows: Words::fixed("换了地址，也有订单", "another address and its filing"),
        given: &[parts::OFFICE_MOVED, parts::MOVE_JUST_FILED],
        finds: &[],
    },
};

/// The most facts that a message names.
const MOST: usize = 3;

pub(super) fn check(turn: &Turn<'_>, report: &mut Report<'_>) {
    // What is gone without an end is no change to be filed, and has a rule of its own.
    let vanished = turn.new.is_none() && turn.old.is_some_and(|old| old.particulars.value.ended.is_absent());
    for uncovered in turn.coverage.uncovered.iter().filter(|_| !vanished) {
        if let Some(required) = turn.required.get(uncovered.order) {
            tell(turn, report, uncovered, required);
        }
    }
}

fn tell(turn: &Turn<'_>, report: &mut Report<'_>, uncovered: &Uncovered, required: &Required) {
    let Some(gap) = uncovered.gaps.first() else { return };
    let mut facts: Vec<String> = uncovered.gaps.iter().map(|gap| gap.fact.to_string()).collect();
    facts.dedup();
    let count = facts.len();
    let named = facts.iter().take(MOST).cloned().collect::<Vec<_>>().join("、");
    let more = if MOST < count { words!(" 等 {count} 项", " and more, {count} in all") } else { Words::default() };
    let procedure = required.procedure().map_or("", |procedure| procedure.term());
    let why = gap.why.words();
    let message = Words {
        zh: format!("{named}{} 有变，要办{procedure}：{}", more.zh, why.zh).into(),
        en: format!("{named}{} changed, which needs {procedure}: {}", more.en, why.en).into(),
    };
    let day = turn.today;
    let place = turn.place(&gap.fact.to_string());
    let finding = match turn.old.filter(|_| turn.new.is_none()) {
        Some(old) => report.gone(old.particulars.place, message),
        None => report.at(place, message),
    };
    let Words { zh, en } = required.order_to_write();
    let again = match &gap.why {
        Why::CameToNothing(stem) => words!(
            "按意见改正后在 {stem} 里补记重新提交的经过；或另立订单，",
            "mend what was objected to and record in `{stem}` that it was submitted again; or, for another order, "
        ),
        _ => Words::default(),
    };
    let (again_zh, again_en) = (again.zh, again.en);
    finding
        .help(words!(
            "{again_zh}写 filings/{day}-….yaml：{zh}；或撤销改动",
            "{again_en}write filings/{day}-….yaml: {en}; or take the change back"
        ))
        .cite(&required.citations);
}
