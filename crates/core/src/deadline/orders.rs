//! Days to keep while an order runs, a letter waits or a service is new.

use super::Deadline;
use crate::day::{Day, When};
use crate::model::{Dated, Filing};
use crate::rule::Case;
use crate::rules::services::police_filing_missing;
use crate::rules::times::{
    authority_overdue, change_due, draft_lapses, letter_unanswered, police_number_not_shown, sms_code_lapses,
};
use crate::words;

pub(super) fn deadlines(case: &Case<'_>) -> Vec<Deadline> {
    let mut found: Vec<Deadline> = case.subject.filings.iter().flat_map(|filing| of_filing(case, filing)).collect();
    for letter in &case.subject.official {
        let record = &letter.record.value;
        let Some(due) = record.due.known().filter(|_| record.answered.is_absent()) else { continue };
        let stem = &letter.stem;
        found.push(Deadline {
            due: Some(*due),
            fact: format!("official/{stem}"),
            what: words!("答复来函 {stem}", "answer the letter {stem}"),
            rule: Some(letter_unanswered::RULE.code),
        });
    }
    for (key, service) in case.subject.live_services(case.today) {
        let fact = format!("services/{key}/police");
        if let Some((opened, due)) = police_filing_missing::due(&service.value) {
            let opened = opened.value;
            let what = words!(
                "办理公安联网备案（{opened} 开通，三十日内）",
                "file with the police (opened on {opened}, within thirty days)"
            );
            let rule = Some(police_filing_missing::RULE.code);
            found.push(Deadline { due: Some(due), fact: fact.clone(), what, rule });
        }
        if let Some((_, approved, due)) = police_number_not_shown::due(&service.value, case.today) {
            let approved = approved.value;
            let what = words!(
                "展示公安备案号（{approved} 核发，三十日内）",
                "show the police number (granted on {approved}, within thirty days)"
            );
            found.push(Deadline { due: Some(due), fact, what, rule: Some(police_number_not_shown::RULE.code) });
        }
    }
    found
}

fn of_filing(case: &Case<'_>, dated: &Dated<Filing>) -> Vec<Deadline> {
    let (filing, stem) = (&dated.record.value, &dated.stem);
    let mut found = Vec::new();
    let mut add = |due: Option<Day>, what, rule: &'static str| {
        found.push(Deadline { due, fact: format!("filings/{stem}"), what, rule: Some(rule) });
    };
    if let Some(sent) = sms_code_lapses::sent(filing) {
        // A moment is known to the minute; of a day all that is known is that it ends the next.
        let (at, due) = (sent.value, sent.value.day().plus_days(1));
        let what = match at {
            When::Moment(_) => {
                words!("核验短信验证码（{at} 发出，24 小时内）", "enter the code (sent at {at}, within 24 hours)")
            }
            When::Day(_) => {
                words!("核验短信验证码（{at} 发出，24 小时内）", "enter the code (sent on {at}, within 24 hours)")
            }
        };
        add(Some(due), what, sms_code_lapses::RULE.code);
    }
    if let Some((_, since)) = authority_overdue::handed_over(filing) {
        let due = authority_overdue::due(since, &case.tables.calendar);
        let what = match due {
            Ok(_) => words!(
                "管局作出决定（{since} 提交管局，二十个工作日）",
                "the authority decides (handed over on {since}, twenty working days)"
            ),
            Err(year) => {
                let year = year.0;
                words!(
                    "管局作出决定（{since} 提交管局，二十个工作日；本程序没有 {year} 年的放假安排，不推算）",
                    "the authority decides (handed over on {since}, twenty working days; this program has no \
                     calendar of {year}, and does not guess)"
                )
            }
        };
        add(due.ok(), what, authority_overdue::RULE.code);
    }
    if let Some((effective, due)) = change_due::due(filing) {
        let effective = effective.value;
        let what = words!(
            "提交变更（{effective} 生效，提前三十日）",
            "submit the change (it takes effect on {effective}, thirty days before)"
        );
        add(Some(due), what, change_due::RULE.code);
    }
    if let Some((_, updated)) = draft_lapses::updated(filing) {
        let what = words!(
            "更新或提交订单，否则失效（{updated} 最后更新）",
            "update or submit the order, or it lapses (last update on {updated})"
        );
        add(Some(draft_lapses::lapses(updated)), what, draft_lapses::RULE.code);
    }
    found
}
