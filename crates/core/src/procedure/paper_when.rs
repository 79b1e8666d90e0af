//! When a paper is asked for, and whose it is.

use super::demand::{Scope, Timing};
use super::domains;
use super::join::Order;
use super::practice::Topic;
use super::situation::{Situation, known};
use crate::change::{Fact, ServiceField, SubjectField, ascii};
use crate::model::Approvals;
use crate::names::Province;
use crate::vocabulary::{HolderRelation, Procedure, ServiceKind};
use crate::words::Words;

/// The condition of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    Always,
    /// The subject's principal has it.
    Principal,
    /// The services' principals have it.
    Manager,
    /// Of the legal representative, where another person is principal.
    LegalRepresentative,
    App,
    Access,
    PrincipalNotLegal,
    ManagerNotLegal,
    HolderNotOrganiser,
    NonLocal,
    Minor,
    Domain,
    DomainCertificate,
    SitePlan,
    Approval,
    Renamed,
    Document,
    PaperWay,
    /// Words in the names or the content that make the administration ask.
    Mentions(&'static [&'static str]),
}

/// That a paper is needed, and whose it is.
pub(super) enum Need {
    /// Needed.
    Of(Vec<String>),
    /// Needed if something holds that the records do not tell.
    If(Vec<String>, Words),
}

impl When {
    pub(super) fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "always" => Self::Always,
            "principal" => Self::Principal,
            "manager" => Self::Manager,
            "legal-representative" => Self::LegalRepresentative,
            "app" => Self::App,
            "access" => Self::Access,
            "principal-not-legal" => Self::PrincipalNotLegal,
            "manager-not-legal" => Self::ManagerNotLegal,
            "holder-not-organiser" => Self::HolderNotOrganiser,
            "non-local" => Self::NonLocal,
            "minor" => Self::Minor,
            "domain" => Self::Domain,
            "domain-certificate" => Self::DomainCertificate,
            "site-plan" => Self::SitePlan,
            "approval" => Self::Approval,
            "renamed" => Self::Renamed,
            "document" => Self::Document,
            "paper-way" => Self::PaperWay,
            "words-approval" => Self::Mentions(&["新闻", "出版", "药", "医疗", "视听", "宗教", "网约车"]),
            "words-education" => Self::Mentions(&["教育", "培训", "学校", "学院"]),
            "words-culture" => Self::Mentions(&["文化", "直播"]),
            "words-finance" => Self::Mentions(&["金融", "投资", "理财", "保险", "基金", "贷款"]),
            "words-medical" => Self::Mentions(&["医院", "诊所", "医疗"]),
            _ => return None,
        })
    }

    /// Whether and of whom the paper is needed. `asks` says whether the province is named.
    pub(super) fn need(self, s: &Situation<'_>, order: &Order, procedure: Procedure, asks: bool) -> Option<Need> {
        let opening = procedure.opens();
        let only = |holds: bool, of: Vec<String>| holds.then_some(Need::Of(of));
        match self {
            Self::Always => Some(Need::Of(Vec::new())),
            Self::Principal => Some(Need::Of(s.principal().map(|key| format!("people/{key}")).into_iter().collect())),
            Self::Manager => Some(Need::Of(managers(s, order).iter().map(|key| format!("people/{key}")).collect())),
            Self::LegalRepresentative => {
                let person = legal(s).filter(|legal| s.principal().is_some_and(|key| key != *legal))?;
                Some(Need::Of(vec![format!("people/{person}")]))
            }
            Self::App => {
                let apps: Vec<String> = order.services().into_iter().filter(|key| is_app(s, key)).collect();
                only(!apps.is_empty() && (opening || touches_app(order)), spelled(apps))
            }
            Self::Access => only(opening || procedure == Procedure::ChangeAccess || touches_access(order), Vec::new()),
            Self::PrincipalNotLegal => {
                let person = s.principal().filter(|key| legal(s).is_some_and(|legal| legal != *key))?;
                Some(Need::Of(vec![format!("people/{person}")]))
            }
            Self::ManagerNotLegal => {
                let managers = managers(s, order);
                let others: Vec<String> =
                    managers.into_iter().filter(|key| legal(s).is_some_and(|legal| legal != key)).collect();
                only(!others.is_empty(), others.iter().map(|key| format!("people/{key}")).collect())
            }
            Self::HolderNotOrganiser => {
                let others = held_by_others(s, order);
                only(!others.is_empty(), others)
            }
            Self::NonLocal => non_local(s),
            Self::Minor => minor(s),
            Self::Domain if opening => {
                Some(Need::If(Vec::new(), Words::fixed("域名不在本接入商注册的", "the domain is registered elsewhere")))
            }
            Self::Domain => only(reverifies(order), Vec::new()),
            Self::DomainCertificate if opening && !asks => {
                Some(Need::If(Vec::new(), Words::fixed("接入商要求的", "the provider asks for it")))
            }
            Self::DomainCertificate => {
                only(asks && (opening || reverifies(order) || touches_domains(order)), Vec::new())
            }
            Self::SitePlan => {
                let limit = s.decides(Topic::SitePlan).and_then(|row| row.limit(0, false))?;
                only(limit <= s.count_on_file() + order.services().len(), Vec::new())
            }
            Self::Approval => {
                let given = |key: &String| {
                    matches!(s.service(key).and_then(|service| service.approvals.known()), Some(Approvals::Given(_)))
                };
                let services: Vec<String> = order.services().into_iter().filter(given).collect();
                only(!services.is_empty(), spelled(services))
            }
            Self::Renamed if s.decides(Topic::RenameLetter).is_none() => {
                (s.organisation() && renamed(order)).then(|| {
                    Need::If(Vec::new(), Words::fixed("管局或接入商要求的", "administration or provider ask for it"))
                })
            }
            Self::Renamed => only(s.organisation() && renamed(order), Vec::new()),
            Self::Document => {
                let at_once = order
                    .demands
                    .iter()
                    .any(|demand| demand.timing == Timing::AtOnce && demand.scope == Scope::Subject);
                only(at_once && !renamed(order) && !only_person(order), Vec::new())
            }
            Self::PaperWay => Some(Need::If(Vec::new(), Words::fixed("不能在线办理、走书面的", "it is done on paper"))),
            Self::Mentions(list) => {
                let mention = mentions(s, order, list);
                mention.then(|| {
                    Need::If(
                        Vec::new(),
                        Words::fixed(
                            "名称或内容提到但实际不涉及的",
                            "names or content mention it, but it is not offered",
                        ),
                    )
                })
            }
        }
    }
}

fn spelled(keys: Vec<String>) -> Vec<String> {
    keys.into_iter().map(|key| format!("services/{key}")).collect()
}

fn legal<'a>(s: &Situation<'a>) -> Option<&'a str> {
    known(&s.subject()?.particulars.value.legal_representative)
}

fn is_app(s: &Situation<'_>, key: &str) -> bool {
    s.service(key).and_then(|service| service.kind.known()).is_some_and(|kind| *kind != ServiceKind::Website)
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

fn mentions(s: &Situation<'_>, order: &Order, list: &[&str]) -> bool {
    let mut texts: Vec<&str> = s.now().and_then(|now| known(&now.name)).into_iter().collect();
    let services = order.services();
    for service in services.iter().filter_map(|key| s.service(key)) {
        texts.extend([known(&service.name), known(&service.content)].into_iter().flatten());
    }
    texts.iter().any(|text| list.iter().any(|word| text.contains(word)))
}
