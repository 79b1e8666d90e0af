//! Days that holders of telecommunications licences keep.

use super::{Deadline, Matter};
use crate::day::Day;
use crate::model::Licence;
use crate::record::Placed;
use crate::rule::Case;
use crate::rules::asked::region;
use crate::rules::times::{licence_expires, licence_not_changed};
use crate::tables::{Demand, Who};
use crate::vocabulary::PeriodKind;
use crate::words;
use crate::words::Words;

pub(super) fn deadlines(case: &Case<'_>) -> Vec<Deadline> {
    let all = case.subject.particulars.value.licences.items();
    let reports = all.iter().enumerate().filter_map(|(index, licence)| report(case, index, licence));
    let older = licence_not_changed::older(case);
    let changes = older.iter().filter_map(|older| {
        let index = all.iter().position(|licence| std::ptr::eq(licence, older.licence))?;
        let (day, Words { zh, en }, more) = (older.counted.event, older.counted.length(), older.counted.remark());
        let (more_zh, more_en) = (more.zh, more.en);
        let what = words!(
            "变更经营许可证（持证单位 {day} 变更登记，{zh}内）{more_zh}",
            "have the licence changed (its holder's change was registered on {day}, within {en}){more_en}"
        );
        let fact = format!("subject/licences/{index}");
        Some(Deadline::counted(Matter::LicenceChange, &older.counted, fact, what).by(&licence_not_changed::RULE))
    });
    let renewals = all.iter().enumerate().filter_map(|(index, licence)| renewal(case, index, licence));
    changes.chain(renewals).chain(reports).collect()
}

/// The day by which the renewal of a licence is asked for; once the licence has ended there is nothing to renew.
fn renewal(case: &Case<'_>, index: usize, licence: &Placed<Licence>) -> Option<Deadline> {
    let until = licence.value.valid.known()?.until.known()?.day().filter(|until| case.today <= *until)?;
    let counted = case.tables.count(PeriodKind::LicenceRenewal, "", until)?;
    let Words { zh, en } = counted.length();
    let what = words!(
        "申请经营许可证续期（{until} 到期，提前 {zh}）",
        "ask for the renewal of the licence (it ends on {until}, {en} before)"
    );
    let fact = format!("subject/licences/{index}");
    Some(Deadline::counted(Matter::LicenceRenewal, &counted, fact, what).by(&licence_expires::RULE))
}

/// The next day by which a holder reports on a year at whose end the licence was held. Whether the report was made the
/// records do not tell, so that a day that has passed is not shown.
fn report(case: &Case<'_>, index: usize, licence: &Placed<Licence>) -> Option<Deadline> {
    let row = case.tables.provinces.ask(region(case), Who::Organisation, Demand::LicenceReport, case.today)?;
    let by = |year: i32| Day::parse(&format!("{year:04}-{}", row.value)).ok();
    let this = case.today.year();
    let due = [this, this + 1].into_iter().filter_map(by).find(|due| case.today <= *due)?;
    let valid = licence.value.valid.known()?;
    let (year, from) = (due.year() - 1, valid.from.known()?);
    let end = Day::new(year, 12, 31)?;
    let ends = valid.until.known().and_then(|until| until.day());
    let what = words!(
        "报送 {year} 年电信业务年报（以当年通知为准）",
        "the yearly report on {year} of the licence's holder (as the notice of the year says)"
    );
    let is_held = *from <= end && ends.is_none_or(|until| end <= until);
    let fact = format!("subject/licences/{index}");
    is_held.then(|| Deadline::new(Matter::LicenceReport, Some(due), fact, what))
}
