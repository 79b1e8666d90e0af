//! What may be meant where a reference leads nowhere.

use crate::record::Keyed;
use crate::rule::Finding;
use crate::words;
use crate::words::nearest;

/// Says which entry may be meant, or that one is to be added.
pub(super) fn suggest<T>(finding: &mut Finding, key: &str, entries: &Keyed<T>, file: &'static str) {
    let near = nearest(key, entries.iter().map(|(key, _)| key));
    finding.help(match near {
        Some(near) => words!("是不是 {near}？", "did you mean `{near}`?"),
        None => words!("在 {file} 里加上 {key}，或改正这里的写法", "add `{key}` to {file}, or correct it here"),
    });
}
