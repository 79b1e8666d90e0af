//! Proofs of many rounds: all processors share them, and the long form tells as it goes what it finds and how far it
//! is.

use std::any::Any;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// A proof of many rounds.
pub(crate) struct Proof {
    pub(crate) called: &'static str,
    /// Whether it runs for long, so that somebody waits for word of it.
    pub(crate) is_long: bool,
}

impl Proof {
    /// Goes through all rounds; gives back what they find. A round that fails has found why.
    pub(crate) fn find<R: Sync>(&self, rounds: &[R], one: impl Fn(&R) -> Vec<String> + Sync) -> Vec<String> {
        let (next, done, all) = (AtomicUsize::new(0), AtomicUsize::new(0), Mutex::new(Vec::new()));
        let work = || {
            while let Some(round) = rounds.get(next.fetch_add(1, Ordering::Relaxed)) {
                let found = catch_unwind(AssertUnwindSafe(|| one(round))).unwrap_or_else(|cause| vec![said(&*cause)]);
                found.iter().for_each(|what| self.tell(what));
                let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
                all.extend(found);
                let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                if done % (rounds.len() / 100).max(1) == 0 || done == rounds.len() {
                    self.tell(&format!("{done} of {} rounds, {} found", rounds.len(), all.len()));
                }
            }
        };
        thread::scope(|scope| {
            for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
                scope.spawn(work);
            }
        });
        all.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Goes through all rounds, none of which may find anything.
    pub(crate) fn hold<R: Sync>(&self, rounds: &[R], one: impl Fn(&R) + Sync) {
        let found = self.find(rounds, |round| {
            one(round);
            Vec::new()
        });
        assert!(found.is_empty(), "{}: {} of {} rounds:\n{}", self.called, found.len(), rounds.len(), found.join("\n"));
    }

    /// Says something to who waits; not by what a test prints, which is kept to its end.
    pub(crate) fn tell(&self, what: &str) {
        if self.is_long {
            let _ = writeln!(std::io::stderr(), "{}: {what}", self.called);
        }
    }
}

/// What a test failed with.
fn said(cause: &(dyn Any + Send)) -> String {
    let text = cause.downcast_ref::<String>().map(String::as_str).or_else(|| cause.downcast_ref::<&str>().copied());
    text.unwrap_or("failed without a word").to_owned()
}
