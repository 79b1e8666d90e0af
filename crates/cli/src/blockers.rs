//! What keeps an order from being handed in, as rules say it of the records.

use beian_core::progress::Blocker;
use beian_core::rule::Severity;
use beian_records::locate::Located;

/// What is wrong with a subject, in the order in which records are filled in.
pub(crate) fn blockers(found: &[Located]) -> Vec<Blocker> {
    const ORDER: [&str; 5] = ["subject", "people", "domains", "servers", "services"];
    // A record that is named and not there is lacking.
    const NAMED: [&str; 3] = ["L101", "L102", "L103"];
    // Rules on times tell of days, and those on what others claim are not about this order.
    let is_of_it = |code: &str| NAMED.contains(&code) || !code.starts_with(['T', 'L', 'F']);
    let keeps = |one: &&Located| Severity::Warning <= one.severity && is_of_it(one.rule.code);
    let rank = |fact: &str| {
        let file = fact.split('/').next().unwrap_or_default();
        ORDER.iter().position(|one| *one == file).unwrap_or(ORDER.len())
    };
    let mut all: Vec<Blocker> = found
        .iter()
        .filter(keeps)
        .map(|one| Blocker { fact: inside(one).to_owned(), what: one.message.clone(), rule: one.rule.code })
        .collect();
    all.sort_by_key(|blocker| rank(&blocker.fact));
    all
}

/// The fact of a finding within its subject.
pub(crate) fn inside(found: &Located) -> &str {
    found.fact.strip_prefix(&*found.subject).and_then(|rest| rest.strip_prefix('/')).unwrap_or(&found.fact)
}
