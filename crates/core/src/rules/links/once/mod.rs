//! L201 to L208: values that one subject alone may claim. What they share stands here, and
//! what makes them differ in one table.

mod table;

pub use table::RULES;

use crate::day::Day;
use crate::law::Citation;
use crate::rule::{Check, Claim, Example, Given, Rule, Severity, Shared};
use crate::words::Words;

/// What makes one of these rules differ from the others.
struct Row {
    code: &'static str,
    name: &'static str,
    severity: Severity,
    title: Both,
    demand: Both,
    help: Both,
    sources: &'static [Citation],
    since: Option<Day>,
    shared: Shared,
    shows: Both,
    given: &'static [Given],
    finds: &'static [&'static str],
}

/// A wording in Chinese and in English.
type Both = (&'static str, &'static str);

const fn once(row: &Row) -> Rule {
    Rule {
        code: row.code,
        name: row.name,
        severity: row.severity,
        title: both(row.title),
        demand: both(row.demand),
        help: both(row.help),
        sources: row.sources,
        since: row.since,
        until: None,
        check: Check::Shared(row.shared),
        breaks: Example { shows: both(row.shows), given: row.given, finds: row.finds },
        keeps: Example { shows: Words::fixed("各有各的", "each its own"), given: &[Given::Other], finds: &[] },
    }
}

const fn both((zh, en): Both) -> Words {
    Words::fixed(zh, en)
}

/// Each subject makes such a claim once, so that every further claim is another subject's.
const fn always(_: &Claim, _: &Claim) -> bool {
    true
}

/// Whether two claims are of two subjects.
fn apart(one: &Claim, other: &Claim) -> bool {
    one.subject != other.subject
}

/// Whether two claims are of two subjects and not known to be of one person.
fn strangers(one: &Claim, other: &Claim) -> bool {
    apart(one, other) && (one.about.is_empty() || one.about != other.about)
}

/// Whether two claims are of two subjects, and neither is of something that passes on just now.
fn settled(one: &Claim, other: &Claim) -> bool {
    apart(one, other) && !one.about.is_empty() && !other.about.is_empty()
}
