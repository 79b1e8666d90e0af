//! What the rules on domains share: orders that bring one before the authority, holders, suffixes.

use crate::day::Day;
use crate::filed::{Aspect, either_way, state};
use crate::model::{Filing, FilingEvent, Service};
use crate::names::{Approval, DomainName};
use crate::record::{Place, Placed, Text};
use crate::rule::{Case, Named};
use crate::rules::in_use::{granted, users};
use crate::vocabulary::{Event, Procedure};

/// Whether two texts are the same domain.
pub(crate) fn same(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    if DomainName::is_plain(one) && DomainName::is_plain(other) {
        return false;
    }
    matches!((DomainName::parse(one), DomainName::parse(other)), (Ok(one), Ok(other)) if one == other)
}

/// The day from which providers check the holder of a domain; what was filed before is exempt.
const NOTICE: Day = Day::of(2018, 1, 1);

/// Whether every service that uses a domain was filed before providers had to check its holder.
pub(crate) fn is_before_the_notice(case: &Case<'_>, key: &str) -> bool {
    users(case, key).all(|(service, _)| granted(service.record).is_some_and(|day| day < NOTICE))
}

/// The day on which an order was last submitted, with the place of that event.
pub(crate) fn submitted(filing: &Filing) -> Option<(Day, Place)> {
    let submitted = |event: &&Placed<FilingEvent>| event.value.event.known() == Some(&Event::Submitted);
    let event = filing.events.items().iter().rfind(submitted)?;
    Some((event.value.at.known()?.day(), event.place))
}

/// Whether an order brings a service or an access before the authority.
pub(crate) fn asks_for(filing: &Filing, service: &str) -> bool {
    let brings = |asked: &Procedure| asked.opens() || *asked == Procedure::Migration;
    let asks = filing.procedure.known().is_some_and(brings);
    asks && filing
        .covers
        .items()
        .iter()
        .any(|covered| covered.value.strip_prefix("services/").is_some_and(|key| key == service))
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

/// Whether the subject has given a domain up.
pub(crate) fn is_left(case: &Case<'_>, domain: &crate::model::Domain) -> bool {
    domain.left.known().is_some_and(|left| *left <= case.today)
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

/// Whether a service was on file before 2018: item 5 of the notice of 2017 leaves its domains alone.
pub(crate) fn was_filed_before_2018(service: &Service) -> bool {
    let old = |from: &Day| *from < Day::of(2018, 1, 1);
    service.numbers.items().iter().any(|held| held.value.from.known().is_some_and(old))
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn both_forms_are_one_domain() {
        assert!(same("例子.cn", "xn--fsqu00a.cn"));
        assert!(same("Shop.example", "shop.example"));
        assert!(!same("shop.example", "sample.example"));
        assert!(!same("https://shop.example", "shop.example"));
    }
}
