//! Whether something was asked for that is not known.
//!
//! Of a past day much is not known. What was found without asking for any of it is true whatever
//! it was; what was found after asking may rest on it. So the one place where judgements are made
//! asks here, and no rule need think of it. The mark is the thread's own: a judgement runs on one
//! thread from its beginning to its end, and marks of its own are all that it meets.

use std::cell::{Cell, OnceCell};

thread_local! {
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Notes that something was asked for that is not known.
#[cold]
pub(crate) fn asked() {
    ASKED.set(true);
}

/// Whether it was, since the judgement began that is running.
pub(crate) fn was_asked() -> bool {
    ASKED.get()
}

/// Runs a judgement, and tells whether it asked for something that is not known. A judgement
/// within another one is part of it.
pub(crate) fn heeding<R>(judge: impl FnOnce() -> R) -> (R, bool) {
    let before = ASKED.replace(false);
    let made = judge();
    let asked = ASKED.get();
    ASKED.set(before || asked);
    (made, asked)
}

/// Asks for what only makes a finding lighter: it stands whatever the answer is.
pub(crate) fn aside<R>(ask: impl FnOnce() -> R) -> R {
    let before = ASKED.get();
    let told = ask();
    ASKED.set(before);
    told
}

/// What is found out once and asked for often: who asks for it asks for all that it rests on.
#[derive(Debug)]
pub(crate) struct Once<T>(OnceCell<(T, bool)>);

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self(OnceCell::new())
    }
}

impl<T> Once<T> {
    pub(crate) fn get_or_init(&self, find: impl FnOnce() -> T) -> &T {
        let (found, rests_on_unknown) = self.0.get_or_init(|| heeding(find));
        if *rests_on_unknown {
            asked();
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Slot;

    #[test]
    fn asking_for_what_is_not_known_is_noticed() {
        let (given, unknown) = (Slot::new(1), Slot::<u8>::UNKNOWN);
        assert_eq!(heeding(|| given.known().copied()), (Some(1), false));
        assert_eq!(heeding(|| unknown.known().copied()), (None, true));
        assert_eq!(heeding(|| unknown.is_absent()), (false, true));
        assert_eq!(heeding(|| given == unknown), (false, true));
    }

    #[test]
    fn a_judgement_within_another_is_part_of_it() {
        let unknown = Slot::<u8>::UNKNOWN;
        let outer = || {
            let first = heeding(|| unknown.is_absent()).1;
            let second = heeding(|| Slot::new(1).is_absent()).1;
            (first, second)
        };
        assert_eq!(heeding(outer), ((true, false), true));
    }

    #[test]
    fn what_is_asked_aside_is_not_noticed() {
        let unknown = Slot::<u8>::UNKNOWN;
        assert_eq!(heeding(|| aside(|| unknown.is_absent())), (false, false));
        assert_eq!(heeding(|| (unknown.is_absent(), aside(|| unknown.is_absent()))), ((false, false), true));
    }

    #[test]
    fn what_is_found_once_is_noticed_each_time() {
        let (unknown, once) = (Slot::<u8>::UNKNOWN, Once::default());
        for _ in 0..2 {
            assert_eq!(heeding(|| *once.get_or_init(|| unknown.is_absent())), (false, true));
        }
    }
}
