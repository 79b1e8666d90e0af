//! By when an order is due.

use super::demand::Timing;
use super::join::{Kind, Order};
use super::situation::Situation;
use super::verdict::{Due, PartDue};
use crate::change::Fact;
use crate::day::Day;
use crate::law::MII_33;
use crate::model::{Filing, Service};
use crate::vocabulary::{PeriodKind, Procedure};
use crate::words;
use crate::words::Words;
use std::collections::BTreeMap;

pub(super) fn due(s: &Situation<'_>, order: &Order, filings: &[&Filing]) -> Option<Due> {
    let Kind::File(procedure) = order.kind else { return None };
    Some(of_timing(s, order, procedure, order.timing(), filings))
}

/// By when each fact is due, where one order holds facts that are not due alike: that a document
/// asks for haste leaves the others their time.
pub(super) fn parts(s: &Situation<'_>, order: &Order, filings: &[&Filing]) -> Vec<PartDue> {
    let Kind::File(procedure) = order.kind else { return Vec::new() };
    let mut timings: BTreeMap<Timing, Vec<Fact>> = BTreeMap::new();
    for demand in order.demands.iter().filter(|demand| demand.timing != Timing::Free && !demand.change.fact.is_whole())
    {
        let facts = timings.entry(demand.timing).or_default();
        if !facts.contains(&demand.change.fact) {
            facts.push(demand.change.fact.clone());
        }
    }
    if timings.len() < 2 {
        return Vec::new();
    }
    let part = |(timing, facts)| PartDue { facts, due: of_timing(s, order, procedure, timing, filings) };
    timings.into_iter().map(part).collect()
}

fn of_timing(s: &Situation<'_>, order: &Order, procedure: Procedure, timing: Timing, filings: &[&Filing]) -> Due {
    match timing {
        Timing::AtOnce => at_once(filings),
        Timing::BeforeEffect => ahead(s, filings),
        Timing::BeforeService => before_service(s, order, procedure),
        Timing::AtTheEnd => at_the_end(s, order, procedure),
        Timing::Free => {
            Due { day: None, counted_from: Words::fixed("法规未定期限", "no law sets a time"), article: None }
        }
    }
}

/// The law wants notice; what rests on a document that exists only afterwards
/// cannot be filed before it, so it is filed as soon as the document is there.
fn at_once(filings: &[&Filing]) -> Due {
    let basis = filings.iter().find_map(|filing| filing.basis.known());
    let dated = basis.and_then(|basis| basis.date.known()).copied();
    let named = basis.and_then(|basis| basis.document.known()).map(ToString::to_string);
    let counted_from = named.map_or_else(
        || {
            Words::fixed(
                "所依据的新证件或登记文件事后才有，取得之日起立即办理",
                "the document it rests on exists only afterwards: at once from the day it is there",
            )
        },
        |name| words!("取得《{name}》之日起立即办理", "at once from the day of {name}"),
    );
    Due { day: dated, counted_from, article: Some(MII_33.article(14)) }
}

fn ahead(s: &Situation<'_>, filings: &[&Filing]) -> Due {
    let effective = filings.iter().filter_map(|filing| filing.effective.known()).min().copied();
    let Some(period) = s.tables.period(PeriodKind::ChangeAhead, "", effective.unwrap_or(s.today)) else {
        return Due {
            day: None, counted_from: Words::fixed("变更生效之前", "before it takes effect"), article: None
        };
    };
    let Words { zh, en } = period.words();
    let counted_from = effective.map_or_else(
        || {
            words!(
                "变更生效之日前 {zh}（订单未写 effective，期限从实际变更之日倒数）",
                "{en} before the change takes effect (no filing says `effective`, so count back from the change)"
            )
        },
        |day| words!("{day} 生效，提前 {zh}", "{en} before it takes effect on {day}"),
    );
    let day = effective.and_then(|day| Some(period.end(day, &s.tables.calendar).ok()?.day));
    Due { day, counted_from, article: period.citation() }
}

/// How long the administration takes, in brackets; nothing where no row tells.
fn review_time(s: &Situation<'_>) -> Words {
    let period = s.tables.period(PeriodKind::AuthorityDecision, "", s.today);
    period.map_or_else(Words::default, |period| {
        let Words { zh, en } = period.words();
        words!("（管局审核最长 {zh}）", " (the administration takes up to {en})")
    })
}

/// Nothing may open, and no access may be used, before the approval.
fn before_service(s: &Situation<'_>, order: &Order, procedure: Procedure) -> Due {
    let days = |day: fn(&Service) -> Option<Day>| {
        let services = order.services();
        services.iter().filter_map(|key| s.new_service(key)).filter_map(day).min()
    };
    let Words { zh, en } = review_time(s);
    if procedure == Procedure::AddAccess {
        let provider = order.provider.clone().unwrap_or_default();
        let since = order.services().iter().filter_map(|key| s.new_service(key)).find_map(|service| {
            let route = service.access.items().iter().find(|access| {
                let named = access.value.provider.known().map(|name| name.to_string()).unwrap_or_default();
                s.same_provider(&named, &provider)
            })?;
            route.value.since.known().copied()
        });
        return Due {
            day: since,
            counted_from: words!("新接入启用之前通过{zh}", "approved before the new access is used{en}"),
            article: Some(MII_33.article(5)),
        };
    }
    Due {
        day: days(|service| service.opened.known().copied()),
        counted_from: words!("服务开通之前通过{zh}，未备案不得开通", "approved before the service opens{en}"),
        article: Some(MII_33.article(5)),
    }
}

fn at_the_end(s: &Situation<'_>, order: &Order, procedure: Procedure) -> Due {
    let service_end = |key: &String| {
        let service = s.new_service(key)?;
        let ended = service.ended.known().and_then(|ended| ended.on.known());
        let until = service.access.items().iter().filter_map(|access| access.value.until.known()).max();
        let access = (procedure == Procedure::CancelAccess).then_some(until).flatten();
        service.closed.known().or(ended).or(access).copied()
    };
    let subject_end = || s.now().and_then(|now| now.ended.known()).and_then(|ended| ended.on.known()).copied();
    let domain_left = || {
        order.demands.iter().filter(|demand| matches!(demand.change.fact, Fact::Domain(..))).find_map(|demand| {
            demand.change.new.as_ref().and_then(|new| new.as_text()).and_then(|text| Day::parse(text).ok())
        })
    };
    let day = order.services().iter().filter_map(service_end).min().or_else(domain_left).or_else(subject_end);
    let counted_from = if procedure == Procedure::CancelAccess {
        Words::fixed("停用该接入之日", "the day on which the access is no longer used")
    } else {
        Words::fixed("停止提供服务之日", "the day on which the service ends")
    };
    let article = (procedure != Procedure::CancelAccess).then(|| MII_33.article(15));
    Due { day, counted_from, article }
}
