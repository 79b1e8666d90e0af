//! Ends that rest on no order: the authority's own act, and the end of a mandate, as letters tell.

use crate::day::Day;
use crate::model::{Ended, Official, Subject};
use crate::record::Slot;
use crate::vocabulary::{EndReason, OfficialKind};

/// Whether a letter of `official/` is what an end of `subject` or `services/…` rests on.
#[must_use]
pub fn letter_ends(subject: &Subject, path: &str, ended: &Ended) -> bool {
    let Some(why) = ended.why.known().copied() else { return false };
    subject.official.iter().map(|letter| &letter.record.value).any(|letter| {
        let about = letter.about.known().is_some_and(|about| about.0.iter().any(|one| is_about(&one.value, path)));
        about && tells(letter, why, ended)
    })
}

/// Whether a text of a letter names a path, or the whole subject.
fn is_about(text: &str, path: &str) -> bool {
    let text = text.trim().trim_end_matches('/');
    text == path || text == "subject"
}

/// Whether a letter can tell of such an end.
fn tells(letter: &Official, why: EndReason, ended: &Ended) -> bool {
    let Some(kind) = letter.kind.known() else { return false };
    let texts = || [&letter.demands, &letter.about].into_iter().filter_map(|slot| slot.known()).flat_map(|all| &all.0);
    let says = |words: &[&str]| texts().any(|text| words.iter().any(|word| text.value.contains(word)));
    match (why, kind) {
        (EndReason::MandateEnded, OfficialKind::Other) => says(&["委托", "终止", "解除", "mandate"]),
        // A notice announces the deletion, which follows it.
        (EndReason::Deregistered, OfficialKind::EmptyShell) => {
            let days = letter.received.known().zip(ended.on.known());
            days.is_none_or(|(received, on)| received <= on)
        }
        (EndReason::Deregistered, OfficialKind::Penalty | OfficialKind::Review | OfficialKind::Other) => {
            says(&["注销", "删除", "取消备案", "撤销", "cancel", "deregister"])
        }
        (EndReason::Deregistered, OfficialKind::Rectification | OfficialKind::ProviderNotice)
        | (EndReason::Migrated | EndReason::MandateEnded, _) => false,
    }
}

/// Whether a letter is about what has ended by a day, so that nothing is left to be done.
#[must_use]
pub fn is_moot(subject: &Subject, letter: &Official, today: Day) -> bool {
    let over = |ended: &Slot<Ended>| ended.known().is_some_and(|end| end.on.known().is_none_or(|on| *on <= today));
    let whole = over(&subject.particulars.value.ended);
    let named = |text: &str| {
        let path = text.trim().trim_end_matches('/');
        if path == "subject" {
            return Some(whole);
        }
        let service = subject.services.get(path.strip_prefix("services/")?)?;
        Some(whole || over(&service.value.ended))
    };
    let about = letter.about.known().map(|about| about.0.as_slice()).unwrap_or_default();
    let mut named = about.iter().filter_map(|text| named(&text.value)).peekable();
    if named.peek().is_none() { whole } else { named.all(|ended| ended) }
}
