//! Days to keep once a service is approved.

use super::{Deadline, Matter};
use crate::rule::Case;
use crate::rules::services::{opened_not_recorded, police_filing_missing};
use crate::rules::times::{police_code_lapses, police_number_not_shown};
use crate::words;
use crate::words::Words;

pub(super) fn deadlines(case: &Case<'_>) -> Vec<Deadline> {
    let mut found = Vec::new();
    for (key, service) in case.subject.live_services(case.today) {
        let service = &service.value;
        if opened_not_recorded::is_asked(case, key, service) {
            let fact = format!("services/{key}/opened");
            let what = Words::fixed(
                "开通后补写开通日期；公安联网备案的期限从那天算起",
                "add the day of opening once it is open; the time for the filing with the police is counted from it",
            );
            found.push(Deadline::new(Matter::OpenedRecord, None, fact, what).by(&opened_not_recorded::RULE));
        }
        let fact = || format!("services/{key}/police");
        if let Some((_, counted)) = police_filing_missing::due(service, case.tables) {
            let (opened, Words { zh, en }, more) = (counted.event, counted.length(), counted.remark());
            let (more_zh, more_en) = (more.zh, more.en);
            let what = words!(
                "办理公安联网备案（{opened} 开通，{zh}内）{more_zh}",
                "file with the police (opened on {opened}, within {en}){more_en}"
            );
            let due = Deadline::counted(Matter::PoliceFiling, &counted, fact(), what);
            found.push(due.by(&police_filing_missing::RULE));
        }
        if let Some((_, counted)) = police_code_lapses::due(service, case.tables) {
            let (approved, Words { zh, en }) = (counted.event, counted.length());
            let what = words!(
                "公安联网备案数据码失效（{approved} 发放，{zh}）",
                "the code for the police lapses (given on {approved}, {en})"
            );
            let due = Deadline::counted(Matter::PoliceCode, &counted, fact(), what);
            found.push(due.by(&police_code_lapses::RULE));
        }
        if let Some((_, _, counted)) = police_number_not_shown::due(service, case.tables, case.today) {
            let (approved, Words { zh, en }, more) = (counted.event, counted.length(), counted.remark());
            let (more_zh, more_en) = (more.zh, more.en);
            let what = words!(
                "展示公安备案号（{approved} 核发，{zh}内）{more_zh}",
                "show the police number (granted on {approved}, within {en}){more_en}"
            );
            let due = Deadline::counted(Matter::PoliceNumber, &counted, fact(), what);
            found.push(due.by(&police_number_not_shown::RULE));
        }
    }
    found
}
