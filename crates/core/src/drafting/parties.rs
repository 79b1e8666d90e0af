//! Who stands on the other side of a migration.

use crate::change::Moves;
use crate::model::{Counterparty, Subject};

/// The other party of services that pass between two subjects of the same records, for an order
/// of `id` over these scopes; none if it is not among them, or if there are several.
#[must_use]
pub fn counterparty<'a>(
    moves: &Moves,
    subjects: impl Fn(&str) -> Option<&'a Subject>,
    id: &str,
    covers: impl IntoIterator<Item = &'a str>,
) -> Option<Counterparty> {
    let mut found: Option<&str> = None;
    for key in covers.into_iter().filter_map(|scope| scope.strip_prefix("services/")) {
        let other = moves.services.iter().find_map(|moved| {
            if &*moved.from == id && &*moved.old_key == key {
                Some(&*moved.to)
            } else if &*moved.to == id && &*moved.new_key == key {
                Some(&*moved.from)
            } else {
                None
            }
        })?;
        if found.is_some_and(|before| before != other) {
            return None;
        }
        found = Some(other);
    }
    let other = &subjects(found?)?.particulars.value;
    let last = other.numbers.items().iter().next_back().and_then(|held| held.value.number.known().cloned());
    let party = Counterparty { name: other.name.known().cloned().into(), number: last.into() };
    (!party.name.is_absent() || !party.number.is_absent()).then_some(party)
}
