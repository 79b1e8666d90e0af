//! What an order on access does to the accesses on file: it states only what comes or goes.

use crate::record::{FactChange, Plain};
use crate::vocabulary::Procedure;

/// What an order on access states of a service's accesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessChange<'a> {
    /// These come beside those that are there.
    Comes(&'a Plain),
    /// These go, and the others stay.
    Goes(&'a Plain),
}

/// What a filing states of accesses that come or go; none if it states them all, with what
/// they were before or as part of a service that is filed.
#[must_use]
pub fn access_change<'a>(procedure: Procedure, fact: &str, change: &'a FactChange) -> Option<AccessChange<'a>> {
    if !(fact.starts_with("services/") && fact.ends_with("/access")) {
        return None;
    }
    let one = match change {
        FactChange::Filed(value) => value,
        FactChange::Changed { from, to } => match (from.known(), to.known()) {
            (None, Some(one)) | (Some(one), None) => one,
            _ => return None,
        },
    };
    let change = if procedure.opens() { AccessChange::Comes(one) } else { AccessChange::Goes(one) };
    procedure.states_access().then_some(change)
}

impl AccessChange<'_> {
    /// The accesses on file afterwards; none if no access is left.
    #[must_use]
    pub fn after(self, before: Option<&Plain>) -> Option<Plain> {
        let before = before.map(items).unwrap_or_default();
        let kept = |other: &Plain| {
            let stays = |item: &&Plain| !items(other).iter().any(|one| provider(one) == provider(item));
            before.iter().copied().filter(stays).cloned().collect::<Vec<Plain>>()
        };
        let after = match self {
            Self::Comes(new) => kept(new).into_iter().chain(items(new).into_iter().cloned()).collect(),
            Self::Goes(old) => kept(old),
        };
        (!after.is_empty()).then_some(Plain::List(after))
    }

    /// Whether the accesses in the records are such as the order makes them: what comes is
    /// there, what goes is not.
    #[must_use]
    pub fn is_in(self, recorded: Option<&Plain>) -> bool {
        let recorded = recorded.map(items).unwrap_or_default();
        let is_there = |one: &&Plain| recorded.iter().any(|item| provider(item) == provider(one) && open(item));
        match self {
            Self::Comes(new) => items(new).iter().all(is_there),
            Self::Goes(old) => !items(old).iter().any(is_there),
        }
    }
}

fn items(plain: &Plain) -> Vec<&Plain> {
    match plain {
        Plain::List(items) => items.iter().collect(),
        one => vec![one],
    }
}

/// By whom an access is; the name alone may stand for it.
fn provider(access: &Plain) -> Option<&str> {
    match access {
        Plain::Text(name) => Some(name.trim()),
        Plain::Map(entries) => entries.get("provider").and_then(Plain::as_text).map(str::trim),
        Plain::List(_) => None,
    }
}

fn open(access: &Plain) -> bool {
    !matches!(access, Plain::Map(entries) if entries.contains_key("until"))
}

#[cfg(test)]
mod tests {
    use super::{access_change, provider};
    use crate::record::{FactChange, Plain, Slot};
    use crate::vocabulary::Procedure;

    const FACT: &str = "services/shop/access";

    fn list(names: &[&str]) -> Plain {
        let one = |name: &&str| Plain::Map([("provider".into(), Plain::text(name))].into());
        Plain::List(names.iter().map(one).collect())
    }

    fn names(plain: Option<&Plain>) -> Vec<&str> {
        let Some(Plain::List(items)) = plain else { return Vec::new() };
        items.iter().filter_map(provider).collect()
    }

    #[test]
    fn what_comes_stands_beside_what_is_there_and_what_goes_goes_alone() {
        let (one, both) = (FactChange::Filed(list(&["乙"])), list(&["甲", "乙"]));
        let after = |procedure, before: &[&str]| {
            let change = access_change(procedure, FACT, &one).unwrap();
            change.after(Some(&list(before)))
        };
        assert_eq!(names(after(Procedure::AddAccess, &["甲"]).as_ref()), ["甲", "乙"]);
        assert_eq!(names(after(Procedure::AddAccess, &["甲", "乙"]).as_ref()), ["甲", "乙"]);
        assert_eq!(names(after(Procedure::CancelAccess, &["甲", "乙"]).as_ref()), ["甲"]);
        assert_eq!(after(Procedure::CancelAccess, &["乙"]), None);
        assert!(access_change(Procedure::AddAccess, FACT, &one).unwrap().is_in(Some(&both)));
        assert!(!access_change(Procedure::CancelAccess, FACT, &one).unwrap().is_in(Some(&both)));
    }

    #[test]
    fn a_list_that_was_and_is_states_all() {
        let whole = FactChange::Changed { from: Slot::new(list(&["甲"])), to: Slot::new(list(&["乙"])) };
        assert_eq!(access_change(Procedure::CancelAccess, FACT, &whole), None);
        assert_eq!(access_change(Procedure::ChangeAccess, FACT, &FactChange::Filed(list(&["甲"]))), None);
    }
}
