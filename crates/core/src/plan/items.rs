//! The steps of a plan: how far each has come, who does it, where and by when.

use super::choose::Chosen;
use super::schedule::{Course, Mark, Way};
use super::step::{Group, Step};
use super::{PlanStep, Standing, is_decided, papers};
use crate::day::Day;
use crate::model::{Access, Service};
use crate::names::Province;
use crate::procedure::Needs;
use crate::progress::{By, Phase};
use crate::record::Placed;
use crate::rule::Case;
use crate::tables::Who;
use crate::vocabulary::{Channel, Event, Nature, ServiceKind};
use crate::words;
use crate::words::Words;
use std::cmp::Ordering;

/// All that the lines of a plan are made of.
pub(super) struct Making<'c, 's> {
    pub(super) case: &'c Case<'s>,
    pub(super) chosen: &'c Chosen<'s>,
    pub(super) province: Option<&'static Province>,
    pub(super) nature: Option<Nature>,
    pub(super) provider: Option<String>,
    pub(super) kinds: Vec<ServiceKind>,
    pub(super) needs: Needs,
}

impl<'c, 's> Making<'c, 's> {
    pub(super) fn new(case: &'c Case<'s>, chosen: &'c Chosen<'s>) -> Self {
        let facts = &case.subject.particulars.value;
        let region = facts.region.known().map(|region| &**region);
        let certificate = facts.certificate.known().and_then(|one| one.region.known()).map(|region| &**region);
        let through = chosen.order.and_then(|order| order.through.known()).map(ToString::to_string);
        let provider =
            through.or_else(|| chosen.each(case).find_map(|(_, one)| provider(one, chosen.group, case.today)));
        let mut kinds: Vec<ServiceKind> = chosen.each(case).filter_map(|(_, one)| one.kind.known().copied()).collect();
        if kinds.is_empty() {
            // Most first filings are of a website, and nothing says otherwise.
            kinds.push(ServiceKind::Website);
        }
        let needs = papers::needs(
            case,
            chosen.procedure,
            provider.as_deref().unwrap_or_default(),
            &chosen.covers,
            chosen.order,
        );
        let province = region.or(certificate).and_then(Province::of_code);
        Self { case, chosen, province, nature: facts.nature.known().copied(), provider, kinds, needs }
    }

    pub(super) fn who(&self) -> Option<Who> {
        self.nature.map(Who::of)
    }

    /// The days of the order, as long as they are not all past.
    pub(super) fn course(&self, open_on: Option<Day>) -> Option<Course> {
        let phase = self.chosen.now.phase;
        if self.chosen.procedure.channel() != Channel::Provider || is_decided(phase) || phase == Phase::Ended {
            return None;
        }
        let done = self.chosen.order.filter(|_| self.chosen.now.order.is_some()).and_then(|order| {
            // After what was sent back it begins anew.
            if phase.is_sent_back() {
                return None;
            }
            let events = order.events.items().iter().map(|event| &event.value);
            let marks = events.filter_map(|event| Some((mark(*event.event.known()?)?, event.at.known()?.day())));
            marks.filter(|(_, day)| *day <= self.case.today).last()
        });
        let earliest = self.earliest().filter(|_| self.chosen.group == Group::Opens);
        if let (Some(By { unknown: Some(year), .. }), None) = (&earliest, done) {
            return Some(Course::Unknown(*year));
        }
        let earliest = earliest.and_then(|by| by.day).unwrap_or(self.case.today).max(self.case.today);
        let provider = self.provider.as_deref().unwrap_or_default();
        Some(Way { case: self.case, procedure: self.chosen.procedure, provider, done, earliest }.course(open_on))
    }

    /// The day before which it is not submitted: of the one service that it is about, or else of the subject.
    fn earliest(&self) -> Option<By> {
        let service = match self.chosen.services.as_slice() {
            [only] => self.case.subject.services.get(only).map(|service| (*only, &service.value)),
            _ => None,
        };
        crate::progress::earliest(self.case, service)
    }

    /// The place of the step that is to be done.
    pub(super) fn position(&self) -> usize {
        let steps = self.chosen.group.steps();
        let place = |step: Step| steps.iter().position(|one| *one == step);
        match self.chosen.step() {
            Some(step) => place(step).unwrap_or(steps.len()),
            None if self.chosen.now.phase == Phase::Ended => steps.len(),
            // Facts are lacking: the first step at which something is lacking.
            None => steps.iter().position(|step| self.is_asked(*step) && self.is_lacking(*step)).unwrap_or(0),
        }
    }

    fn is_lacking(&self, step: Step) -> bool {
        !self.facts(step).is_empty()
    }

    /// Whether the order has the step at all.
    pub(super) fn is_asked(&self, step: Step) -> bool {
        let services = || self.chosen.each(self.case);
        let is_bare = |service: &Service| {
            service.kind.known() == Some(&ServiceKind::MiniProgram)
                && service.access.items().iter().all(|access| access.value.servers.items().is_empty())
        };
        let needs_domain = |service: &Service| {
            service.kind.known().is_none_or(|kind| *kind == ServiceKind::Website) || !service.domains.items().is_empty()
        };
        match step {
            Step::Message => self.chosen.procedure.is_checked_by_message(),
            Step::Server => services().next().is_none() || services().any(|(_, one)| !is_bare(one)),
            Step::Domain => services().next().is_none() || services().any(|(_, one)| needs_domain(one)),
            _ => true,
        }
    }

    /// One step.
    pub(super) fn step(&self, step: Step, at: usize, course: Option<&Course>) -> PlanStep {
        let place = self.chosen.group.steps().iter().position(|one| *one == step).unwrap_or(0);
        let standing = match place.cmp(&at) {
            // That the papers are there nothing tells before the order is submitted.
            Ordering::Less if step == Step::Papers && self.chosen.step() == Some(Step::Submit) => Standing::Later,
            Ordering::Less => Standing::Done,
            Ordering::Equal => Standing::Now,
            Ordering::Greater => Standing::Later,
        };
        let act = self.chosen.now.act.as_ref().filter(|_| standing == Standing::Now && step != Step::Keep);
        let counted = course.and_then(|course| by(step, course));
        let known = act.and_then(|act| act.by.clone()).filter(|by| !by.is_usual);
        let not_before = act.and_then(|act| act.not_before.clone()).or_else(|| self.not_before(step, standing));
        let is_done = standing == Standing::Done;
        // What is done needs no more words.
        let items = if is_done { Vec::new() } else { self.items(step) };
        PlanStep {
            step,
            standing,
            actor: act.map_or(step.actor(), |act| act.actor),
            place: self.place(step),
            not_before: not_before.filter(|_| !is_done),
            by: known.or(counted).filter(|_| !is_done),
            items,
        }
    }

    fn not_before(&self, step: Step, standing: Standing) -> Option<By> {
        let is_of_it = step == Step::Submit && self.chosen.group == Group::Opens && standing != Standing::Done;
        is_of_it.then(|| self.earliest()).flatten().filter(|by| by.day.is_none_or(|day| self.case.today < day))
    }

    /// Where it is done.
    fn place(&self, step: Step) -> Words {
        let provider = self.provider.as_deref();
        let at = |zh: &str, en: &str| match provider {
            Some(name) => words!("{name}{zh}", "{en} of {name}"),
            None => words!("接入商{zh}", "{en} of the provider"),
        };
        match step {
            Step::Account | Step::Server => at("控制台", "the console"),
            Step::Domain => Words::fixed("域名注册商", "the registrar"),
            Step::Records => Words::fixed("records/ 里的 YAML", "the YAML in records/"),
            Step::Submit if self.chosen.group == Group::Paper => self.administration(),
            Step::Submit => at("备案系统", "the filing system"),
            Step::Message => Words::fixed("beian.miit.gov.cn", "beian.miit.gov.cn"),
            Step::Decision => self.administration(),
            Step::Police | Step::ShowPolice => Words::fixed("beian.mps.gov.cn", "beian.mps.gov.cn"),
            Step::FirstReview => provider.map_or_else(Words::default, |name| words!("{name}", "{name}")),
            Step::Papers | Step::Stop | Step::Open | Step::Show | Step::Follow | Step::Keep => Words::default(),
        }
    }

    pub(super) fn administration(&self) -> Words {
        self.province.and_then(|province| province.administration()).unwrap_or_default()
    }
}

/// What an event means for the days of an order.
const fn mark(event: Event) -> Option<Mark> {
    match event {
        Event::Submitted => Some(Mark::Submitted),
        Event::FirstReviewPassed | Event::SmsSent => Some(Mark::Passed),
        Event::SmsVerified => Some(Mark::Verified),
        Event::HandedOver => Some(Mark::HandedOver),
        Event::Approved => Some(Mark::Decided),
        Event::FirstReviewRejected | Event::Supplemented | Event::Rejected | Event::Withdrawn | Event::Lapsed => None,
    }
}

/// The last day of a step by the days of the order.
fn by(step: Step, course: &Course) -> Option<By> {
    let Course::Days(schedule) = course else { return None };
    let mark = match step {
        Step::Submit => Mark::Submitted,
        Step::FirstReview => Mark::Passed,
        Step::Message => Mark::Verified,
        Step::Decision => Mark::Decided,
        Step::Open => {
            let why = Words::fixed("批准后才能开通", "nothing opens before the approval");
            return Some(By { day: Some(schedule.opens), unknown: None, why, is_usual: true });
        }
        _ => return None,
    };
    let why = if schedule.is_backwards {
        let opens = schedule.opens;
        words!(
            "要在 {opens} 开通，各步按最长的时间倒推",
            "to open on {opens}, counted back by the longest of each step"
        )
    } else {
        Words::fixed("各步按最长的时间推算", "counted by the longest of each step")
    };
    // The day of an order that can be submitted today is no day to keep.
    let is_open_ended = step == Step::Submit && !schedule.is_backwards;
    let day = schedule.days.get(&mark).copied().filter(|_| !is_open_ended)?;
    Some(By { day: Some(day), unknown: None, why, is_usual: true })
}

/// The provider through which a service is filed: of an access that comes, the last one.
fn provider(service: &Service, group: Group, today: Day) -> Option<String> {
    let items = service.access.items();
    let current = items.iter().filter(|access| access.value.is_current(today) || access.value.until.is_absent());
    let name = |access: &Placed<Access>| access.value.provider.known().map(ToString::to_string);
    match group {
        // One that is used already was there before.
        Group::Access => current
            .filter(|access| access.value.since.known().is_none_or(|since| today < *since))
            .filter_map(name)
            .next_back(),
        _ => current.filter_map(name).next(),
    }
}
