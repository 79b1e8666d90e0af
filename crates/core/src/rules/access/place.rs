//! Where a server is said to stand, as the rules on places see it.

use crate::rule::Case;
pub(super) use crate::tables::Stands;

/// What a text says of where a server stands; none if it cannot be told.
pub(super) fn stands<'a>(case: &'a Case<'_>, place: &str) -> Option<Stands<'a>> {
    case.tables.stands(place, case.today)
}
