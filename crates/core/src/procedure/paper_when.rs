//! When a paper is asked for, and whose it is.

use super::demand::{Scope, Timing};
use super::domains;
use super::join::Order;
use super::situation::{Situation, known};
use crate::change::{Fact, ServiceField, SubjectField, ascii};
use crate::model::{Approvals, Service};
use crate::names::Province;
use crate::tables::{Demand as Topic, Founded as _, PaperRow, PaperWhen};
use crate::vocabulary::{HolderRelation, Procedure, ServiceKind};
use crate::words::Words;

/// That a paper is needed, and whose it is.
pub(super) enum Need {
    /// Needed.
    Of(Vec<String>),
    /// Needed if something holds that the records do not tell.
    If(Vec<String>, Words),
}

/// Whether and of whom the paper of a row is needed. `asks` says whether the province is named.
pub(super) fn need(
    row: &PaperRow,
    s: &Situation<'_>,
    order: &Order,
    (procedure, asks): (Procedure, bool),
) -> Option<Need> {
    let opening = procedure.opens();
    let only = |holds: bool, of: Vec<String>| holds.then_some(Need::Of(of));
    match row.when {
        PaperWhen::Always => Some(Need::Of(Vec::new())),
        PaperWhen::Principal => Some(Need::Of(s.principal().map(|key| format!("people/{key}")).into_iter().collect())),
        PaperWhen::Manager => Some(Need::Of(managers(s, order).iter().map(|key| format!("people/{key}")).collect())),
        PaperWhen::LegalRepresentative => {
            let person = legal(s).filter(|legal| s.principal().is_some_and(|key| key != *legal))?;
            Some(Need::Of(vec![format!("people/{person}")]))
        }
        PaperWhen::App => {
            let apps: Vec<String> = order.services().into_iter().filter(|key| is_app(s, key)).collect();
            only(!apps.is_empty() && (opening || touches_app(order)), spelled(apps))
        }
        PaperWhen::Access => {
            let opens = opening && connects(s, order);
            only(opens || procedure == Procedure::ChangeAccess || touches_access(order), Vec::new())
        }
        PaperWhen::PrincipalNotLegal => {
            let person = s.principal().filter(|key| legal(s).is_some_and(|legal| legal != *key))?;
            Some(Need::Of(vec![format!("people/{person}")]))
        }
        PaperWhen::ManagerNotLegal => {
            let managers = managers(s, order);
            let others: Vec<String> =
                managers.into_iter().filter(|key| legal(s).is_some_and(|legal| legal != key)).collect();
            only(!others.is_empty(), others.iter().map(|key| format!("people/{key}")).collect())
        }
        PaperWhen::HolderNotOrganiser => {
            let others = held_by_others(s, order);
            only(!others.is_empty(), others)
        }
        PaperWhen::NonLocal => non_local(s),
        PaperWhen::Minor => minor(s),
        PaperWhen::Domain | PaperWhen::DomainCertificate if opening && !has_domains(s, order) => None,
        PaperWhen::Domain if opening => {
            Some(Need::If(Vec::new(), Words::fixed("域名不在本接入商注册的", "the domain is registered elsewhere")))
        }
        PaperWhen::Domain => only(reverifies(order), Vec::new()),
        PaperWhen::DomainCertificate if opening && !asks => {
            Some(Need::If(Vec::new(), Words::fixed("接入商要求的", "the provider asks for it")))
        }
        PaperWhen::DomainCertificate => {
            only(asks && (opening || reverifies(order) || touches_domains(order)), Vec::new())
        }
        PaperWhen::SitePlan => {
            let row = s.row(Topic::PlanFrom)?;
            let count = s.count_on_file() + order.services().len();
            if row.provenance.confidence.decides() {
                return only(row.limit(0, false)? <= count, Vec::new());
            }
            // Where sources disagree, the least of their counts makes it worth a question.
            let least = usize::try_from(row.least()?).ok().filter(|least| *least <= count);
            least.and(row.disagreement(s.tables.sources())).map(|others| Need::If(Vec::new(), others))
        }
        PaperWhen::Approval => {
            let given = |key: &String| {
                matches!(s.service(key).and_then(|service| service.approvals.known()), Some(Approvals::Given(_)))
            };
            let services: Vec<String> = order.services().into_iter().filter(given).collect();
            only(!services.is_empty(), spelled(services))
        }
        PaperWhen::Renamed if s.decides(Topic::RenameLetter).is_none() => (s.organisation() && renamed(order))
            .then(|| Need::If(Vec::new(), Words::fixed("管局或接入商要求的", "administration or provider ask for it"))),
        PaperWhen::Renamed => only(s.organisation() && renamed(order), Vec::new()),
        PaperWhen::Document => {
            let at_once =
                order.demands.iter().any(|demand| demand.timing == Timing::AtOnce && demand.scope == Scope::Subject);
            only(at_once && !renamed(order) && !only_person(order), Vec::new())
        }
        PaperWhen::PaperWay => {
            Some(Need::If(Vec::new(), Words::fixed("不能在线办理、走书面的", "it is done on paper")))
        }
        PaperWhen::Mentions => {
            let mention = mentions(s, order, &row.words);
            mention.then(|| {
                Need::If(
                    Vec::new(),
                    Words::fixed("名称或内容提到但实际不涉及的", "names or content mention it, but it is not offered"),
                )
            })
        }
    }
}

fn spelled(keys: Vec<String>) -> Vec<String> {
    keys.into_iter().map(|key| format!("services/{key}")).collect()
}

fn legal<'a>(s: &Situation<'a>) -> Option<&'a str> {
    known(&s.subject()?.particulars.value.legal_representative)
}

/// Whether a service has a package that is signed: a mini program is known by its platform's id alone.
fn is_app(s: &Situation<'_>, key: &str) -> bool {
    let kind = s.service(key).and_then(|service| service.kind.known());
    matches!(kind, Some(ServiceKind::App | ServiceKind::QuickApp))
}

/// Whether a service of an order is of that sort, or there is none of which anything is known.
fn any(s: &Situation<'_>, order: &Order, is_so: impl Fn(&Service) -> bool) -> bool {
    let services = order.services();
    services.is_empty() || services.iter().any(|key| s.service(key).is_none_or(&is_so))
}

/// Whether an order brings a service with a domain. A website has one, be it written or not.
fn has_domains(s: &Situation<'_>, order: &Order) -> bool {
    any(s, order, |service| {
        let website = service.kind.known().is_none_or(|kind| *kind == ServiceKind::Website);
        website || !service.domains.items().is_empty()
    })
}

/// Whether an order brings a service that runs on a server: a mini program need not.
fn connects(s: &Situation<'_>, order: &Order) -> bool {
    any(s, order, |service| {
        let mini = service.kind.known() == Some(&ServiceKind::MiniProgram);
        !mini || service.access.items().iter().any(|access| !access.value.servers.items().is_empty())
    })
}

/// The principals of the services of an order.
pub(super) fn managers(s: &Situation<'_>, order: &Order) -> Vec<String> {
    let mut keys: Vec<String> = order
        .services()
        .iter()
        .filter_map(|key| s.service(key).and_then(|service| known(&service.principal)))
        .map(str::to_owned)
        .collect();
    keys.sort();
    keys.dedup();
    keys
}

fn touches_app(order: &Order) -> bool {
    let app = |fact: &Fact| {
        matches!(fact, Fact::Service(_, ServiceField::Platforms | ServiceField::Icon | ServiceField::Sdks))
    };
    order.demands.iter().any(|demand| app(&demand.change.fact))
}

fn touches_access(order: &Order) -> bool {
    let access = |fact: &Fact| matches!(fact, Fact::Server(..) | Fact::Service(_, ServiceField::Access));
    order.demands.iter().any(|demand| access(&demand.change.fact))
}

fn touches_domains(order: &Order) -> bool {
    order.demands.iter().any(|demand| matches!(demand.change.fact, Fact::Service(_, ServiceField::Domains)))
}

/// Whether the domains' holder has to be verified anew.
fn reverifies(order: &Order) -> bool {
    let holder = |fact: &Fact| {
        matches!(
            fact,
            Fact::Subject(
                SubjectField::Name
                    | SubjectField::Nature
                    | SubjectField::CertificateKind
                    | SubjectField::CertificateNumber
            )
        )
    };
    order.demands.iter().any(|demand| holder(&demand.change.fact))
}

fn renamed(order: &Order) -> bool {
    order.demands.iter().any(|demand| demand.change.fact == Fact::Subject(SubjectField::Name))
}

fn only_person(order: &Order) -> bool {
    order.demands.iter().all(|demand| matches!(demand.change.fact, Fact::Person(..)))
}

fn held_by_others(s: &Situation<'_>, order: &Order) -> Vec<String> {
    let used: Vec<String> = order.services().iter().flat_map(|key| domains::of(s.service(key))).collect();
    let entries = s.new.into_iter().flat_map(|new| new.domains.iter());
    entries
        .filter(|(key, _)| used.contains(&ascii(key)))
        .filter(|(_, domain)| {
            let relation = domain.value.holder.known().and_then(|holder| holder.relation.known());
            relation.is_some_and(|relation| *relation != HolderRelation::Organiser)
        })
        .map(|(key, _)| format!("domains/{key}"))
        .collect()
}

/// Whether an individual comes from elsewhere, by the region of the registered residence.
fn non_local(s: &Situation<'_>) -> Option<Need> {
    let key = s.principal()?;
    let of = vec![format!("people/{key}")];
    let home = s.person(key).and_then(|person| known(&person.home)).and_then(Province::of_code);
    match (home, s.province()) {
        (Some(home), Some(province)) => (home.code != province.code).then_some(Need::Of(of)),
        _ => Some(Need::If(of, Words::fixed("户籍不在本省的", "the registered residence is in another province"))),
    }
}

/// Whether an individual is under age on the day.
fn minor(s: &Situation<'_>) -> Option<Need> {
    let key = s.principal()?;
    let born = s.person(key).and_then(|person| person.born.known())?;
    (s.today < born.plus_months(18 * 12)).then(|| Need::Of(vec![format!("people/{key}")]))
}

fn mentions(s: &Situation<'_>, order: &Order, list: &[String]) -> bool {
    let mut texts: Vec<&str> = s.now().and_then(|now| known(&now.name)).into_iter().collect();
    let services = order.services();
    for service in services.iter().filter_map(|key| s.service(key)) {
        texts.extend([known(&service.name), known(&service.content)].into_iter().flatten());
    }
    texts.iter().any(|text| list.iter().any(|word| text.contains(word.as_str())))
}
