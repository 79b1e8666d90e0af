//! Days to keep while an order runs, a letter waits or a service is new.

use super::Deadline;
use crate::day::{Day, When};
use crate::filed::is_moot;
use crate::model::{Dated, Filing};
use crate::rule::Case;
use crate::rules::services::{opened_not_recorded, police_filing_missing};
use crate::rules::times::{
    authority_overdue, change_due, draft_lapses, letter_unanswered, police_code_lapses, police_number_not_shown,
    sms_code_lapses,
};
use crate::words;
use crate::words::Words;

pub(super) fn deadlines(case: &Case<'_>) -> Vec<Deadline> {
    let mut found: Vec<Deadline> = case.subject.filings.iter().flat_map(|filing| of_filing(case, filing)).collect();
    for letter in &case.subject.official {
        let record = &letter.record.value;
        let open = record.answered.is_absent() && !is_moot(case.subject, record, case.today);
        let Some(due) = record.due.known().filter(|_| open) else { continue };
        let stem = &letter.stem;
        found.push(Deadline {
            due: Some(due.day()),
            fact: format!("official/{stem}"),
            what: answer_by(stem, *due),
            rule: Some(letter_unanswered::RULE.code),
        });
    }
    for (key, service) in case.subject.live_services(case.today) {
        if opened_not_recorded::is_asked(case, key, &service.value) {
            let fact = format!("services/{key}/opened");
            let what = Words::fixed(
                "开通后补写开通日期；公安联网备案的期限从那天算起",
                "add the day of opening once it is open; the time for the filing with the police is counted from it",
            );
            found.push(Deadline { due: None, fact, what, rule: Some(opened_not_recorded::RULE.code) });
        }
        let fact = format!("services/{key}/police");
        if let Some((_, counted)) = police_filing_missing::due(&service.value, case.tables) {
            let (opened, Words { zh, en }, more) = (counted.event, counted.length(), counted.remark());
            let (more_zh, more_en) = (more.zh, more.en);
            let what = words!(
                "办理公安联网备案（{opened} 开通，{zh}内）{more_zh}",
                "file with the police (opened on {opened}, within {en}){more_en}"
            );
            let rule = Some(police_filing_missing::RULE.code);
            found.push(Deadline { due: counted.day(), fact: fact.clone(), what, rule });
        }
        if let Some((_, counted)) = police_code_lapses::due(&service.value, case.tables) {
            let (approved, Words { zh, en }) = (counted.event, counted.length());
            let what = words!(
                "公安联网备案数据码失效（{approved} 发放，{zh}）",
                "the code for the police lapses (given on {approved}, {en})"
            );
            let rule = Some(police_code_lapses::RULE.code);
            found.push(Deadline { due: counted.day(), fact: fact.clone(), what, rule });
        }
        if let Some((_, _, counted)) = police_number_not_shown::due(&service.value, case.tables, case.today) {
            let (approved, Words { zh, en }, more) = (counted.event, counted.length(), counted.remark());
            let (more_zh, more_en) = (more.zh, more.en);
            let what = words!(
                "展示公安备案号（{approved} 核发，{zh}内）{more_zh}",
                "show the police number (granted on {approved}, within {en}){more_en}"
            );
            found.push(Deadline { due: counted.day(), fact, what, rule: Some(police_number_not_shown::RULE.code) });
        }
    }
    found
}

/// What is to be done about a letter; a moment says its hour.
fn answer_by(stem: &str, due: When) -> Words {
    if due.is_day() {
        return words!("答复来函 {stem}", "answer the letter {stem}");
    }
    words!("答复来函 {stem}（{due} 前）", "answer the letter {stem} (by {due})")
}

fn of_filing(case: &Case<'_>, dated: &Dated<Filing>) -> Vec<Deadline> {
    let (filing, stem) = (&dated.record.value, &dated.stem);
    let mut found = Vec::new();
    let mut add = |due: Option<Day>, what, rule: &'static str| {
        found.push(Deadline { due, fact: format!("filings/{stem}"), what, rule: Some(rule) });
    };
    let sent = sms_code_lapses::sent(filing).map(|sent| sent.value);
    if let Some((at, counted)) = sent.and_then(|at| Some((at, sms_code_lapses::due(at, case.tables)?))) {
        let Words { zh, en } = counted.length();
        let what = match at {
            When::Moment(_) => {
                words!("核验短信验证码（{at} 发出，{zh}内）", "enter the code (sent at {at}, within {en})")
            }
            When::Day(_) => {
                words!("核验短信验证码（{at} 发出，{zh}内）", "enter the code (sent on {at}, within {en})")
            }
        };
        add(counted.day(), what, sms_code_lapses::RULE.code);
    }
    let handed_over = authority_overdue::handed_over(filing);
    if let Some(counted) = handed_over.and_then(|(_, since)| authority_overdue::due(since, case.tables)) {
        let (since, Words { zh, en }, more) = (counted.event, counted.length(), counted.remark());
        let (more_zh, more_en) = (more.zh, more.en);
        let what = words!(
            "管局作出决定（{since} 提交管局，{zh}）{more_zh}",
            "the authority decides (handed over on {since}, {en}){more_en}"
        );
        add(counted.day(), what, authority_overdue::RULE.code);
    }
    if let Some((_, counted)) = change_due::due(filing, case.tables) {
        let (effective, Words { zh, en }) = (counted.event, counted.length());
        let what = words!(
            "提交变更（{effective} 生效，提前 {zh}）",
            "submit the change (it takes effect on {effective}, {en} before)"
        );
        add(counted.day(), what, change_due::RULE.code);
    }
    if let Some((_, counted)) = draft_lapses::due(filing, case.tables) {
        let (updated, Words { zh, en }) = (counted.event, counted.length());
        let what = words!(
            "更新或提交订单，否则失效（{updated} 最后更新，{zh}）",
            "update or submit the order, or it lapses (last update on {updated}, {en})"
        );
        add(counted.day(), what, draft_lapses::RULE.code);
    }
    found
}
