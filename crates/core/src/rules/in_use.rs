//! What is in use on the day that is judged: the services that are run, and what they name.

use crate::day::Day;
use crate::model::{Domain, Service, Stage};
use crate::names::DomainName;
use crate::record::{Items, Place, Placed, Text, unknown};
use crate::rule::{Case, Named};

/// The day from which providers check the holder of a domain; what was filed before is exempt.
pub(crate) const HOLDERS_CHECKED: Day = Day::of(2018, 1, 1);

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
pub(crate) fn domains_of(service: &Service) -> Items<'_, Placed<Text>> {
    service.domains.items()
}

/// The live services that use a domain, with the place where each names it.
pub(crate) fn users<'a>(case: &Case<'a>, key: &str) -> impl Iterator<Item = (Named<'a, Service>, Place)> {
    live(case).filter_map(move |service| {
        let used = domains_of(service.record).iter().find(|domain| same(&domain.value, key))?;
        Some((service, used.place))
    })
}

/// Whether a service may run under a licence and not by a filing alone: it charges, or its subject
/// holds a licence or nobody knows whether it does. The notice on the numbers of filings speaks of non-commercial ones.
pub(crate) fn may_be_licensed(case: &Case<'_>, service: &Service) -> bool {
    let licences = &case.subject.particulars.value.licences;
    unknown::aside(|| {
        let none = licences.is_absent() || licences.known().is_some_and(Vec::is_empty);
        !none || service.commercial.known().is_some_and(|flag| flag.0)
    })
}

/// Whether a service is reached by an address alone, as its home page or its remark says.
pub(crate) fn is_reached_by_address(service: &Service) -> bool {
    let none = service.domains.is_absent() || service.domains.known().is_some_and(Vec::is_empty);
    none && {
        let home = service.home.known().map(|home| home.trim_start_matches("http://").trim_end_matches('/'));
        let address = home.is_some_and(|home| home.parse::<std::net::IpAddr>().is_ok());
        address || service.remark.known().is_some_and(|remark| remark.contains("IP"))
    }
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

/// The keys of the people who answer for a subject and its live services, each once.
pub(crate) fn principals<'a>(case: &Case<'a>) -> Vec<&'a str> {
    let subject = case.subject.particulars.value.principal.known();
    let services = live(case).filter_map(|service| service.record.principal.known());
    let mut keys: Vec<&str> = subject.into_iter().chain(services).map(|key| &**key).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Whether a service ever names a server.
pub(crate) fn names_server(service: &Service, server: &str) -> bool {
    service.access.items().iter().any(|access| access.value.servers.items().iter().any(|key| *key.value == *server))
}

/// Whether a service is judged: what has ended needs no repair.
pub(crate) fn is_judged(case: &Case<'_>, service: &Service) -> bool {
    case.stage != Stage::Ended && service.is_live(case.today)
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

/// Whether the subject has given a domain up.
pub(crate) fn is_left(case: &Case<'_>, domain: &Domain) -> bool {
    domain.left.known().is_some_and(|left| *left <= case.today)
}

/// Whether a service was on file before 2018: item 5 of the notice of 2017 leaves its domains alone.
pub(crate) fn was_filed_before_2018(service: &Service) -> bool {
    let old = |from: &Day| *from < HOLDERS_CHECKED;
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
