//! What an order cannot stand beside: filings on the way, and the other orders.
//!
//! A subject has one order at a time, at whichever provider. While the authority reviews,
//! nothing can be changed and nothing withdrawn.

use super::situation::Situation;
use super::verdict::{Conflict, LawfulRoute, Required, Verdict, With};
use crate::filed::{State, state};
use crate::law::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::tables::Demand as Topic;
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;

/// Holds every order against the filings on the way. What stays at the provider waits for nobody.
pub(super) fn with_filings(s: &Situation<'_>, list: &mut [Required]) {
    let filings = s.subject().map(|subject| subject.filings.as_slice()).unwrap_or_default();
    for filing in filings {
        let state = state(&filing.record.value);
        for answer in list.iter_mut() {
            let Some(procedure) = answer.procedure().filter(|procedure| procedure.reaches_authority()) else {
                continue;
            };
            if answer.filed.contains(&filing.stem) {
                continue;
            }
            match state {
                State::UnderReview => forbid(answer, procedure, &filing.stem),
                State::WithProvider => answer.conflicts.push(waiting(&filing.stem)),
                State::Draft | State::Approved | State::Ended => {}
            }
        }
    }
}

fn forbid(answer: &mut Required, procedure: Procedure, stem: &str) {
    answer.verdict = Verdict::Forbidden {
        why: words!(
            "订单 {stem} 正在管局审核，审核期间不能变更、新增、注销，也不能撤回；须等管局作出决定",
            "the administration is reviewing {stem}; until it decides nothing can be changed, added, ended or withdrawn"
        ),
        lawful_routes: vec![LawfulRoute { steps: vec![procedure] }],
    };
    answer.conflicts.push(Conflict {
        with: With::Filing(stem.into()),
        words: words!("等 {stem} 审核结束后办理", "file it once {stem} is decided"),
    });
    for citation in [TENCENT_GUIDE.whole(), HUAWEI_GUIDE.whole()] {
        if !answer.citations.contains(&citation) {
            answer.citations.push(citation);
        }
    }
}

fn waiting(stem: &str) -> Conflict {
    Conflict {
        with: With::Filing(stem.into()),
        words: words!(
            "订单 {stem} 还在接入商处：同一主体同时只能有一个订单，先撤回或等它办完，或并入该订单",
            "{stem} is still with the provider: a subject has one order at a time, so withdraw it, wait for it, or \
             join this to it"
        ),
    }
}

/// Puts the orders of one answer one after the other.
pub(super) fn with_one_another(s: &Situation<'_>, list: &mut [Required]) {
    let mut last: Option<(usize, Procedure)> = None;
    let mut filed = std::collections::BTreeSet::new();
    for (at, answer) in list.iter_mut().enumerate() {
        let Some(procedure) = answer.procedure().filter(|procedure| procedure.reaches_authority()) else { continue };
        // What one filing asks for together waits for nothing.
        let together = !answer.filed.is_disjoint(&filed);
        if let Some((before, earlier)) = last.filter(|_| !together) {
            answer.conflicts.push(Conflict { with: With::Order(before), words: order_words(s, earlier, procedure) });
        }
        last = Some((at, procedure));
        filed.clone_from(&answer.filed);
    }
}

fn order_words(s: &Situation<'_>, earlier: Procedure, later: Procedure) -> Words {
    let change = earlier.is_change();
    let first = crate::record::Vocabulary::term(earlier);
    match later {
        Procedure::AddService if change => Words::fixed(
            "变更与新增服务不能同时办理：变更通过后再新增",
            "a change and a new service cannot be filed together: add the service once the change is approved",
        ),
        Procedure::AddAccess if change && s.decides(Topic::ChangeBeforeAccess).is_some() => Words::fixed(
            "该省规定变更与新增接入不能同单，先变更",
            "the province takes a change and new access in separate orders, the change first",
        ),
        Procedure::AddAccess if change => Words::fixed(
            "变更与新增接入在多数省份不能同时办理：变更通过后再新增接入",
            "in most provinces a change and new access cannot be filed together: the change comes first",
        ),
        Procedure::CancelAccess if earlier == Procedure::AddAccess => {
            Words::fixed("新增接入通过后再取消原接入", "cancel the old access once the new one is approved")
        }
        _ => words!(
            "同一主体同时只能有一个订单：上一项（{first}）办完后再提交",
            "a subject has one order at a time: send it once the one before ({first}) is done"
        ),
    }
}
