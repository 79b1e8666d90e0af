//! Many jobs at once, a few one after the other.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// So many jobs are done by the thread that has them. Starting others, each with its own
/// memory and its own handle on a repository, costs more than reading some subjects.
pub(crate) const FEW: usize = 32;

/// Does a job for each item and answers in their order.
pub(crate) fn each<T: Send, R: Send>(items: Vec<T>, job: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    if items.len() <= FEW { items.into_iter().map(job).collect() } else { many(items, job) }
}

/// The same, at once however few there are: each may stand for thousands.
pub(crate) fn many<T: Send, R: Send>(items: Vec<T>, job: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    items.into_par_iter().map(job).collect()
}
