//! What the rules on domains share: which services use a domain, and since when.

use crate::day::Day;
use crate::filed::state;
use crate::model::{Filing, FilingEvent, Service, Stage};
use crate::names::{Approval, DomainName};
use crate::record::{Place, Placed, Text};
use crate::rule::{Case, Named, Severity};
use crate::vocabulary::{Event, Procedure};

/// How heavy a rule on domains weighs at most.
///
/// What a registry shows is on file already, and what has ended needs no repair.
pub(crate) const fn most(case: &Case<'_>) -> Severity {
    match case.stage {
        Stage::Imported | Stage::Ended => Severity::Note,
        Stage::Drafting | Stage::Filed => Severity::Error,
    }
}

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

/// The services that are still run. A subject that has ended runs none.
pub(crate) fn live<'a>(case: &Case<'a>) -> impl Iterator<Item = Named<'a, Service>> {
    let runs = case.stage != Stage::Ended;
    case.subject.live_services(case.today).filter(move |_| runs).map(|(key, service)| Named {
        key,
        record: &service.value,
        place: service.place,
    })
}

/// The domains of a service, as far as they could be read.
pub(crate) fn domains_of(service: &Service) -> &[Placed<Text>] {
    service.domains.items()
}

/// The live services that use a domain, with the place where each names it.
pub(crate) fn users<'a>(case: &Case<'a>, key: &str) -> impl Iterator<Item = (Named<'a, Service>, Place)> {
    live(case).filter_map(move |service| {
        let used = domains_of(service.record).iter().find(|domain| same(&domain.value, key))?;
        Some((service, used.place))
    })
}

/// The day on which a service was first granted a number; none if any of these days is not known.
pub(crate) fn granted(service: &Service) -> Option<Day> {
    let mut first: Option<Day> = None;
    for number in service.numbers.items() {
        let from = *number.value.from.known()?;
        first = Some(first.map_or(from, |day| day.min(from)));
    }
    first
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

/// Whether every domain stands under a suffix that is approved: the rules on suffixes are done
/// with it.
pub(super) fn suffixes_are_approved(case: &Case<'_>) -> bool {
    let is_approved = |domain: &DomainName| case.tables.suffixes.approval(domain) == Approval::Approved;
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
