//! What becomes of the days of rows when others are laid over them.
//!
//! Several rows of one matter may stand in a table, each of its days. A row that is laid over
//! them speaks from its first day on: what was there before keeps the days before it. A row
//! without a first day takes the place of them all.

use super::table::Provenance;
use crate::day::Day;

/// Whether a row stays beneath another that is laid over it, each with the days that are left
/// to it. Among rows that are laid, the order in which that happens decides nothing, unless
/// two of them begin on one day: then the later one counts.
pub(super) fn stays(under: &mut Provenance, is_laid: bool, over: &mut Provenance, written: &Provenance) -> bool {
    if under.since < over.since {
        end_before(under, written.since);
        return true;
    }
    if is_laid {
        let later = over.since < under.since;
        if later {
            end_before(over, under.since);
        }
        return later;
    }
    // What begins after the last day of the row that is laid is none of its matter.
    written.until.is_some_and(|last| under.since.is_some_and(|first| last < first))
}

fn end_before(row: &mut Provenance, next: Option<Day>) {
    let Some(last) = next.map(|day| day.plus_days(-1)) else { return };
    row.until = Some(row.until.map_or(last, |until| until.min(last)));
}
