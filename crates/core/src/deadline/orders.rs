//! Days to keep while an order runs, and while a letter waits.

use super::{Deadline, Matter};
use crate::day::When;
use crate::filed::is_moot;
use crate::model::{Dated, Filing, Official};
use crate::rule::Case;
use crate::rules::times::{
    authority_overdue, change_due, draft_lapses, empty_shell_notice_runs, letter_unanswered, letter_without_due,
    sms_code_lapses,
};
use crate::tables::Counted;
use crate::vocabulary::{OfficialKind, PeriodKind};
use crate::words;
use crate::words::Words;

pub(super) fn deadlines(case: &Case<'_>) -> Vec<Deadline> {
    let mut found: Vec<Deadline> = case.subject.filings.iter().flat_map(|filing| of_filing(case, filing)).collect();
    found.extend(case.subject.official.iter().filter_map(|letter| of_letter(case, letter)));
    found
}

/// What is to be done about a letter that nobody has answered.
fn of_letter(case: &Case<'_>, letter: &Dated<Official>) -> Option<Deadline> {
    let record = &letter.record.value;
    if !record.answered.is_absent() || is_moot(case.subject, record, case.today) {
        return None;
    }
    let (stem, fact) = (&letter.stem, format!("official/{}", letter.stem));
    if let Some(due) = record.due.known() {
        let at = match due {
            When::Moment(at) => Some(*at),
            When::Day(_) => None,
        };
        let found = Deadline::new(Matter::Letter, Some(due.day()), fact, answer_by(stem, *due));
        return Some(Deadline { at, ..found }.by(&letter_unanswered::RULE));
    }
    if record.due.is_absent() && record.kind.known() == Some(&OfficialKind::EmptyShell) {
        let counted = case.tables.count(PeriodKind::ShellNotice, "", *record.received.known()?)?;
        let day = counted.soonest(&case.tables.calendar)?;
        let what = words!(
            "恢复接入（空壳公告 {stem} 没有写期满日，这是见过的最短公告期）",
            "restore an access (the notice `{stem}` gives no last day; this is the shortest that was seen)"
        );
        return Some(Deadline::new(Matter::ShellNotice, Some(day), fact, what).by(&empty_shell_notice_runs::RULE));
    }
    letter_without_due::is_open(case, record).then(|| {
        let what = words!("答复来函 {stem}（没有写期限）", "answer the letter {stem} (it names no day)");
        Deadline::new(Matter::Letter, None, fact, what).by(&letter_without_due::RULE)
    })
}

/// What is to be done about a letter; a moment says its hour.
fn answer_by(stem: &str, due: When) -> Words {
    match due {
        When::Day(_) => words!("答复来函 {stem}", "answer the letter {stem}"),
        When::Moment(at) => {
            let at = at.to_the_minute();
            words!("答复来函 {stem}（{at} 前）", "answer the letter {stem} (by {at}, Beijing time)")
        }
    }
}

fn of_filing(case: &Case<'_>, dated: &Dated<Filing>) -> Vec<Deadline> {
    let (filing, stem) = (&dated.record.value, &dated.stem);
    let of = |matter, counted: &Counted<'_>, what| Deadline::counted(matter, counted, format!("filings/{stem}"), what);
    let mut found = Vec::new();
    let sent = sms_code_lapses::sent(filing).map(|sent| sent.value);
    if let Some((at, counted)) = sent.and_then(|at| Some((at, sms_code_lapses::due(at, case.tables)?))) {
        let Words { zh, en } = counted.length();
        let (by, what) = match at {
            When::Moment(moment) => {
                let sent = moment.to_the_minute();
                let what = words!(
                    "核验短信验证码（{sent} 发出，{zh}内）",
                    "enter the code (sent at {sent}, Beijing time, within {en})"
                );
                (counted.period.moment(moment), what)
            }
            When::Day(_) => {
                (None, words!("核验短信验证码（{at} 发出，{zh}内）", "enter the code (sent on {at}, within {en})"))
            }
        };
        found.push(Deadline { at: by, ..of(Matter::SmsCode, &counted, what) }.by(&sms_code_lapses::RULE));
    }
    let handed_over = authority_overdue::handed_over(filing);
    if let Some(counted) = handed_over.and_then(|(_, since)| authority_overdue::due(since, case.tables)) {
        let (since, Words { zh, en }, more) = (counted.event, counted.length(), counted.remark());
        let (more_zh, more_en) = (more.zh, more.en);
        let what = words!(
            "管局作出决定（{since} 提交管局，{zh}）{more_zh}",
            "the authority decides (handed over on {since}, {en}){more_en}"
        );
        found.push(of(Matter::AuthorityDecision, &counted, what).by(&authority_overdue::RULE));
    }
    if let Some((_, counted)) = change_due::due(filing, case.tables) {
        let (effective, Words { zh, en }) = (counted.event, counted.length());
        let what = words!(
            "提交变更（{effective} 生效，提前 {zh}）",
            "submit the change (it takes effect on {effective}, {en} before)"
        );
        found.push(of(Matter::ChangeAhead, &counted, what).by(&change_due::RULE));
    }
    if let Some((_, counted)) = draft_lapses::due(filing, case.tables) {
        let (updated, Words { zh, en }) = (counted.event, counted.length());
        let what = words!(
            "更新或提交订单，否则失效（{updated} 最后更新，{zh}）",
            "update or submit the order, or it lapses (last update on {updated}, {en})"
        );
        found.push(of(Matter::DraftLapses, &counted, what).by(&draft_lapses::RULE));
    }
    found
}
