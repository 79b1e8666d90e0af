//! What the rules on domains share: orders that bring one before the authority, holders, suffixes.

use crate::day::Day;
use crate::filed::{Aspect, either_way, state};
use crate::model::{Filing, FilingEvent};
use crate::names::{Approval, DomainName};
use crate::record::{Place, Placed, Text};
use crate::rule::{Case, Named};
use crate::rules::in_use::{HOLDERS_CHECKED, granted, users};
use crate::rules::orders::asks_for;
use crate::vocabulary::Event;

/// Whether every service that uses a domain was filed before providers had to check its holder.
pub(crate) fn is_before_the_notice(case: &Case<'_>, key: &str) -> bool {
    users(case, key).all(|(service, _)| granted(service.record).is_some_and(|day| day < HOLDERS_CHECKED))
}

/// The day on which an order was last submitted, with the place of that event.
pub(crate) fn submitted(filing: &Filing) -> Option<(Day, Place)> {
    let submitted = |event: &&Placed<FilingEvent>| event.value.event.known() == Some(&Event::Submitted);
    let event = filing.events.items().iter().rfind(submitted)?;
    Some((event.value.at.known()?.day(), event.place))
}

/// The orders not yet decided that bring a domain before the authority.
pub(crate) fn open_orders<'a>(case: &Case<'a>, key: &str) -> impl Iterator<Item = Named<'a, Filing>> {
    case.subject
        .filings
        .iter()
        .filter(|filing| state(&filing.record.value).is_pending())
        .filter(move |filing| users(case, key).any(|(service, _)| asks_for(&filing.record.value, service.key)))
        .map(|filing| Named { key: &filing.stem, record: &filing.record.value, place: filing.record.place })
}

/// The names of the legal representative and of the subject's principal, as far as they are known.
pub(crate) fn heads<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a Text> {
    let subject = case.subject;
    let particulars = &subject.particulars.value;
    [&particulars.legal_representative, &particulars.principal]
        .into_iter()
        .filter_map(|key| subject.people.get(key.known()?)?.value.name.known())
}

/// Whether an order under way takes a domain out of every service that uses it: its holder is
/// the receiver's matter already.
pub(crate) fn passes_on(case: &Case<'_>, key: &str) -> bool {
    let passes =
        |service: &Named<'_, _>| either_way(case.subject, &format!("services/{}", service.key), Aspect::Holder);
    let mut users = users(case, key).peekable();
    users.peek().is_some() && users.all(|(service, _)| passes(&service))
}

/// Whether every domain stands under a suffix that is approved: the rules on suffixes are done
/// with it.
pub(super) fn suffixes_are_approved(case: &Case<'_>) -> bool {
    let is_approved = |domain: &DomainName| case.tables.suffixes.approval(domain, case.today) == Approval::Approved;
    let all = || case.subject.domains.iter().all(|(key, _)| case.domain(key).is_some_and(is_approved));
    *case.memo.suffixes_are_approved.get_or_init(all)
}

/// Whether a name is kept for documents, tests or private nets, so that nobody can register it.
pub(crate) fn is_special(domain: &DomainName) -> bool {
    domain.is_documentation() || matches!(domain.last_label(), "local" | "internal" | "onion" | "arpa")
}

/// Whether a name is kept for documents and these records teach with it.
pub(crate) fn teaches(case: &Case<'_>, domain: &DomainName) -> bool {
    case.sample && domain.is_documentation() && !matches!(domain.last_label(), "invalid" | "localhost")
}
