//! What rules on suggested approvals share: which word of a text suggests what, and how that is told.

use super::common::{is_registered, weight};
use crate::model::{Approvals, Service};
use crate::record::{Placed, Text};
use crate::rule::{Case, Report, Severity};
use crate::rules::asked::{region, who};
use crate::rules::in_use::is_judged;
use crate::spelling::bare;
use crate::tables::{Act, ApprovalRow, ApprovalWord};
use crate::words;
use crate::words::Words;

/// A text in which words are looked for.
pub(super) struct Looked<'a> {
    /// The service that it is of.
    pub(super) service: &'a Service,
    /// The text.
    pub(super) text: &'a Placed<Text>,
    /// Which words count in it.
    pub(super) counts: fn(&ApprovalWord) -> bool,
    /// How a message begins that quotes a word of it.
    pub(super) begins: fn(&str, &str) -> Words,
}

/// Reports the first word of a text that suggests content which needs something that is not stated.
pub(super) fn suggested(case: &Case<'_>, looked: &Looked<'_>, report: &mut Report<'_>) {
    let Some(who) = who(case) else { return };
    // Spaces and wide letters hide no word.
    let text = bare(&looked.text.value);
    let hits = case.tables.approval_words.hits(&text, (who, region(case)), &case.tables.words, case.today);
    let meant = hits.filter(|(word, row)| (looked.counts)(row) && !is_registered(case, word));
    let asked = meant.filter_map(|(word, found)| {
        let row = case.tables.approvals.of(found.approval, case.today).row()?;
        (!is_stated(looked.service, row)).then_some((word, found, row))
    });
    // What surely needs an approval is told before what needs none.
    let Some((word, found, row)) = asked.min_by_key(|(_, _, row)| row.act) else { return };
    if !is_judged(case, looked.service) {
        return;
    }
    let most = if row.act == Act::Approval { Severity::Warning } else { Severity::Note };
    let finding = report.at(looked.text.place, said((looked.begins)(&looked.text.value, word), row));
    finding.at_most(weight(looked.service, &found.provenance).min(most)).rests_on(row, case.tables);
    if let Some(place) = looked.service.approvals.place() {
        finding.related(place, Words::fixed("这里没有写这一项", "it is not stated here"));
    }
}

/// Whether a service states what a row asks for.
fn is_stated(service: &Service, row: &ApprovalRow) -> bool {
    let Some(Approvals::Given(list)) = service.approvals.known() else { return false };
    list.iter().any(|approval| approval.value.kind.known().is_some_and(|kind| row.is_stated_by(*kind)))
}

fn said(begin: Words, row: &ApprovalRow) -> Words {
    let Words { zh, en } = begin;
    let kind = row.approval;
    let (by, by_en) = row.authority.as_ref().map_or(("主管部门", "the authority"), |by| (&*by.zh, &*by.en));
    let note = row.note.clone().unwrap_or_default();
    let (note, note_en) = (note.zh, note.en);
    match row.act {
        Act::Approval => {
            words!("{zh}，可能涉及{kind}，要先经{by}批准", "{en}, which suggests {kind}: {by_en} approves that first")
        }
        Act::Filing => {
            let document = row.document.as_deref().unwrap_or("备案");
            words!(
                "{zh}，可能涉及{kind}：不再要审批，但要先在{by}办理{document}",
                "{en}, which suggests {kind}: that needs no approval any more, but a filing with {by_en} ({document})"
            )
        }
        Act::Unclear => words!("{zh}，可能涉及{kind}：{note}", "{en}, which suggests {kind}: {note_en}"),
        Act::Nothing => words!("{zh}，像是{kind}：{note}", "{en}, which suggests {kind}: {note_en}"),
    }
}
