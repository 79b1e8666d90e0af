//! What the subject's province asks of it, and of whom.

use crate::model::Stage;
use crate::names::Province;
use crate::rule::Case;
use crate::tables::{Demand, ProvinceRow, Who};
use crate::words::Words;

/// The region of the subject, as it is written; empty if it is not known.
pub(crate) fn region<'a>(case: &Case<'a>) -> &'a str {
    case.subject.particulars.value.region.known().map_or("", |region| &**region)
}

/// Whether it files as an individual or as an organisation; none if its nature is not known.
pub(crate) fn who(case: &Case<'_>) -> Option<Who> {
    case.subject.particulars.value.nature.known().map(|nature| Who::of(*nature))
}

/// What the subject's province asks of it; of what has ended nothing.
pub(crate) fn ask<'a>(case: &Case<'a>, demand: Demand) -> Option<&'a ProvinceRow> {
    if case.stage == Stage::Ended {
        return None;
    }
    case.tables.provinces.ask(region(case), who(case)?, demand, case.today)
}

/// How a message names whoever asks: the province of the subject, or the whole country.
pub(crate) fn asker(case: &Case<'_>, row: &ProvinceRow) -> Words {
    let province = Province::of_code(region(case)).filter(|_| row.code != 0);
    province.map_or(Words::fixed("各省", "every province"), Province::name)
}
