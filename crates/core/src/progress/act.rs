//! What is done next, by whom, not before when and by when.

use super::order::Order;
use super::{Blocker, Phase, Seen};
use crate::calendar::UnknownYear;
use crate::day::Day;
use crate::deadline::{Actor, Deadline, Matter, concerned};
use crate::model::Service;
use crate::rule::Case;
use crate::tables::Counted;
use crate::vocabulary::PeriodKind;
use crate::words;
use crate::words::Words;

/// A day, and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct By {
    /// The day; none where the calendar of working days would have to be known.
    pub day: Option<Day>,
    /// The year of that calendar.
    pub unknown: Option<UnknownYear>,
    /// What it is counted from and rests on.
    pub why: Words,
    /// Whether it is only what is usual: nobody is late by it.
    pub is_usual: bool,
}

/// What is done next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Who does it.
    pub actor: Actor,
    /// What.
    pub what: Words,
    /// The day before which it is too early.
    pub not_before: Option<By>,
    /// The last day.
    pub by: Option<By>,
    /// The fact that it is about, within the subject.
    pub fact: String,
}

/// The day from which on a draft can be handed in: when the filing system has learned of the domains.
#[must_use]
pub fn earliest(case: &Case<'_>, service: Option<(&str, &Service)>) -> Option<By> {
    let mut found: Option<By> = None;
    let all = case.subject.services.iter().map(|(key, service)| (key, &service.value));
    let meant = all.filter(|(key, one)| service.map_or(one.numbers.items().is_empty(), |(only, _)| only == *key));
    for (_, service) in meant.filter(|(_, service)| service.is_live(case.today)) {
        let provider = service.access.items().iter().find_map(|access| access.value.provider.known());
        let provider = provider.map_or("", |provider| &**provider);
        for domain in service.domains.items() {
            let verified = case.subject.domains.get(&domain.value).and_then(|domain| domain.value.verified.known());
            let Some(counted) =
                verified.and_then(|day| case.tables.count(PeriodKind::VerificationKnown, provider, *day))
            else {
                continue;
            };
            let by = soonest(case, &domain.value, &counted);
            let is_later = found.as_ref().is_none_or(|other| match (other.day, by.day) {
                (_, None) => true,
                (None, Some(_)) => false,
                (Some(other), Some(day)) => other < day,
            });
            if is_later {
                found = Some(by);
            }
        }
    }
    found
}

/// When a domain that was verified is known to the filing system at the soonest.
fn soonest(case: &Case<'_>, domain: &str, counted: &Counted<'_>) -> By {
    let (verified, Words { zh, en }) = (counted.event, counted.length());
    let basis = counted.period.basis(verified);
    let (basis_zh, basis_en) = (basis.zh, basis.en);
    let end = counted.period.soonest(verified, &case.tables.calendar);
    By {
        day: end.ok().map(|end| end.day),
        unknown: end.err(),
        why: words!(
            "{domain} {verified} 实名认证，{zh}后备案系统才查得到（{basis_zh}）",
            "{domain} was verified on {verified}; the filing system knows it after {en} ({basis_en})"
        ),
        is_usual: true,
    }
}

/// What is done next.
pub(super) fn next(
    seen: &Seen<'_, '_>,
    service: Option<&str>,
    phase: Phase,
    order: Option<&Order<'_>>,
    blockers: &[&Blocker],
) -> Option<Act> {
    let own = order.map(|order| format!("filings/{}", order.stem));
    let fact = own.clone().unwrap_or_else(|| service.map_or("subject".to_owned(), |key| format!("services/{key}")));
    let of_order =
        |matter: Matter| seen.days.iter().find(|day| day.matter == matter && Some(&day.fact) == own.as_ref());
    let of_service = |matter: Matter| seen.of(service).find(|day| day.matter == matter);
    let usual = |kind| usual(seen, order, kind);
    let acted = |what: Words, by: Option<By>| {
        phase.actor().map(|actor| Act { actor, what, not_before: None, by, fact: fact.clone() })
    };
    let lapse = || of_order(Matter::DraftLapses).or_else(|| of_order(Matter::ChangeAhead)).map(by);
    let named = service.and_then(|key| Some((key, &seen.case.subject.services.get(key)?.value)));
    match phase {
        Phase::Preparing => acted(to_mend(blockers), lapse()),
        Phase::Waiting => {
            let what = Words::fixed("提交订单", "submit the order");
            let not_before = earliest(seen.case, named);
            Some(Act { actor: Actor::House, what, not_before, by: lapse(), fact })
        }
        Phase::Ready => acted(Words::fixed("提交订单", "submit the order"), lapse()),
        Phase::AtProvider => acted(
            Words::fixed("接入商初审；接听核实电话", "the provider looks at it; take its call"),
            usual(PeriodKind::ProviderReview),
        ),
        Phase::SentBack | Phase::Rejected => acted(sent_back(order), lapse()),
        Phase::BeforeMessage => acted(
            Words::fixed("等 12381 短信", "wait for the text message of 12381"),
            usual(PeriodKind::ProviderHandover),
        ),
        Phase::Message => acted(
            Words::fixed("核验短信验证码", "enter the code of the text message"),
            of_order(Matter::SmsCode).map(by),
        ),
        Phase::BeforeHandover => acted(
            Words::fixed("等接入商提交管局", "wait for the provider to hand it over"),
            usual(PeriodKind::ProviderHandover),
        ),
        Phase::AtAdministration => {
            acted(Words::fixed("管局审核", "the administration decides"), of_order(Matter::AuthorityDecision).map(by))
        }
        Phase::OpenUnfiled => acted(
            Words::fixed(
                "未备案不得开通：先关停，再办备案",
                "nothing may be open without being filed: close it, then file it",
            ),
            None,
        ),
        Phase::Approved => acted(
            Words::fixed("开通、展示备案号，补记开通日期", "open it, show its number, and record the day of opening"),
            None,
        ),
        Phase::ToShow => acted(Words::fixed("展示备案号", "show its number"), None),
        Phase::ToFilePolice => {
            acted(Words::fixed("办理公安联网备案", "file it with the police"), of_service(Matter::PoliceFiling).map(by))
        }
        Phase::AtPolice => acted(Words::fixed("公安机关审核", "the police look at it"), None),
        Phase::ToShowPolice => acted(
            Words::fixed("展示公安备案号", "show the number of the police"),
            of_service(Matter::PoliceNumber).map(by),
        ),
        Phase::Shell => {
            let notice = seen.days.iter().find(|day| day.matter == Matter::ShellNotice);
            let what = Words::fixed("恢复接入或办理注销", "restore an access, or deregister it");
            acted(what, notice.map(by))
        }
        Phase::ToDeregister => acted(Words::fixed("办理注销", "deregister it"), None),
        Phase::InOrder => upcoming(seen, service),
        Phase::Ended => None,
    }
}

/// A day to keep, as the last day of an act.
fn by(day: &Deadline) -> By {
    By { day: day.due, unknown: day.unknown, why: day.what.clone(), is_usual: false }
}

/// A period after the last event of an order that is merely usual.
fn usual(seen: &Seen<'_, '_>, order: Option<&Order<'_>>, kind: PeriodKind) -> Option<By> {
    let order = order?;
    let through = order.filing.through.known().map_or("", |name| &**name);
    let counted = seen.case.tables.count(kind, through, order.since?)?;
    let (event, Words { zh, en }, basis) = (counted.event, counted.length(), counted.period.basis(counted.event));
    let (basis_zh, basis_en) = (basis.zh, basis.en);
    Some(By {
        day: counted.day(),
        unknown: counted.end.err(),
        why: words!("{event} 起通常 {zh}（{basis_zh}）", "mostly within {en} of {event} ({basis_en})"),
        is_usual: true,
    })
}

/// What is mended first, and how much more there is.
fn to_mend(blockers: &[&Blocker]) -> Words {
    let Some(first) = blockers.first() else { return Words::fixed("补全记录", "complete the records") };
    let (Words { zh, en }, rest) = (&first.what, blockers.len() - 1);
    match rest {
        0 => words!("{zh}", "{en}"),
        _ => words!("{zh}（另有 {rest} 处）", "{en} ({rest} more)"),
    }
}

fn sent_back(order: Option<&Order<'_>>) -> Words {
    let reason = order.and_then(|order| order.note);
    match reason {
        Some(reason) => {
            words!("按退回原因改正后重新提交：{reason}", "mend what it was sent back for and submit it again: {reason}")
        }
        None => {
            Words::fixed("查明退回原因，改正后重新提交", "find out why it was sent back, mend it and submit it again")
        }
    }
}

/// Of what is in order, the first day to keep that concerns it.
fn upcoming(seen: &Seen<'_, '_>, service: Option<&str>) -> Option<Act> {
    let concerns = |day: &&Deadline| match service {
        None => !day.fact.starts_with("services/"),
        Some(key) => !day.fact.starts_with("subject/") && concerned(seen.case.subject, &day.fact).contains(&key),
    };
    let first = seen.days.iter().filter(concerns).find(|day| day.due.is_some() || day.unknown.is_some())?;
    let actor = first.matter.actor();
    Some(Act { actor, what: first.what.clone(), not_before: None, by: Some(by(first)), fact: first.fact.clone() })
}
