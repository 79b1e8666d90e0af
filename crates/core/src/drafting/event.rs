//! What an event of an order adds to the records.
//!
//! An approval brings numbers, and days: since when a number is held and an access stands, until
//! when, and what has ended. It opens nothing: the day of opening is written only if it is said.

use super::approval;
use crate::change::{Fact, same_filed};
use crate::day::{Day, When};
use crate::filed::{State, access_change, is_filed, state, value_of};
use crate::model::{Dated, Ended, Filing, FilingEvent, Grant, NumberHeld, Subject};
use crate::record::{FactChange, Plain, Slot, Step, Text, Vocabulary};
use crate::rules::filings::order::{Misstep, next, standing};
use crate::rules::orders::is_before;
use crate::tables::Tables;
use crate::vocabulary::{Channel, Event, Procedure};
use crate::words;
use crate::words::Words;

/// Something that happened to an order, as somebody tells it.
#[derive(Debug, Clone)]
pub struct Happened {
    /// When.
    pub at: When,
    /// What.
    pub event: Event,
    /// Key of the person whom it concerns.
    pub who: Option<String>,
    /// The reason, or another note.
    pub note: Option<String>,
    /// The number of the order.
    pub order: Option<String>,
    /// Numbers granted: to what, and the number.
    pub grants: Vec<(String, String)>,
    /// Services that opened, with the day.
    pub opened: Vec<(String, Day)>,
}

/// A value put into the records.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// Where: the file first, named as facts name it.
    pub at: Vec<Step>,
    /// What.
    pub content: Content,
}

/// What is put there. Items of lists come to their ends.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A text in the place of what was there.
    Text(String),
    /// A day in the place of what was there.
    Day(Day),
    /// A filed value in the place of what was there.
    Fact(Plain),
    /// An end.
    Ended(Ended),
    /// One more event.
    Event(FilingEvent),
    /// One more number granted.
    Grant(Grant),
    /// One more number held.
    Number(NumberHeld),
}

/// The events that can come next to an order; none once it has ended.
#[must_use]
pub fn possible(filing: &Filing) -> Vec<Event> {
    (0..).map_while(Event::from_index).filter(|event| misstep(filing, *event).is_none()).collect()
}

/// Why an event cannot come next.
fn misstep(filing: &Filing, event: Event) -> Option<Misstep> {
    let procedure = filing.procedure.known().copied()?;
    if procedure.channel() == Channel::Provider {
        return next(standing(filing), event).err();
    }
    // What goes to the authority on paper, or stays between accounts, has no such course.
    let is_over = matches!(state(filing), State::Approved | State::Ended);
    is_over.then_some(Misstep::AfterEnd)
}

/// What an event writes.
///
/// # Errors
/// Why it cannot have happened so, or what has to be said beside it.
pub fn event(
    (tables, today): (&Tables, Day),
    subject: &Subject,
    dated: &Dated<Filing>,
    happened: &Happened,
) -> Result<Vec<Edit>, Words> {
    let filing = &dated.record.value;
    let procedure = procedure_of(filing)?;
    if let Some(misstep) = misstep(filing, happened.event) {
        return Err(refused(filing, happened.event, misstep));
    }
    in_time(filing, happened.at, today)?;
    said_with(subject, happened)?;
    let mut edits = vec![Edit {
        at: in_filing(&dated.stem, "events"),
        content: Content::Event(FilingEvent {
            at: Slot::new(happened.at),
            event: Slot::new(happened.event),
            who: happened.who.clone().map(Text::from).into(),
            note: happened.note.clone().map(Text::from).into(),
        }),
    }];
    edits.extend(order_number(dated, happened)?);
    if happened.event == Event::Approved {
        as_recorded(tables, subject, filing)?;
        edits.extend(approval::approved(tables, subject, (procedure, dated), happened)?);
    } else if !happened.grants.is_empty() || !happened.opened.is_empty() {
        return Err(Words::fixed(
            "号码和开通日期只随“管局通过”写入",
            "numbers and days of opening come with the approval alone (管局通过)",
        ));
    }
    Ok(edits)
}

fn procedure_of(filing: &Filing) -> Result<Procedure, Words> {
    match filing.procedure.known() {
        Some(Procedure::Existing) => Err(Words::fixed(
            "既有备案没有办理经过：它写的是早已备案的内容",
            "an opening balance has no events: it states what was on file already",
        )),
        Some(procedure) => Ok(*procedure),
        None => {
            Err(Words::fixed("订单没有写 procedure，先写明办的是什么", "the filing names no procedure: write it first"))
        }
    }
}

fn refused(filing: &Filing, event: Event, misstep: Misstep) -> Words {
    let Words { zh, en } = match misstep {
        Misstep::AfterEnd => words!("订单已经办结，不会再有“{event}”", "the order has ended: no {event} can follow"),
        Misstep::WithdrawnAtAuthority => {
            Words::fixed("管局已经在审，不能撤回", "what the authority reviews cannot be withdrawn")
        }
        Misstep::NotHandedOver => {
            words!("订单还没有提交管局，就有“{event}”", "{event} before the order was handed over to the authority")
        }
        Misstep::NotSubmitted => words!("订单还没有提交，就有“{event}”", "{event} before the order was submitted"),
        Misstep::NotSent => words!("短信还没有发出，就有“{event}”", "{event} before a code was sent"),
        Misstep::Again => words!("没有被退回，又一次“{event}”", "{event} again, though nobody sent it back"),
        Misstep::OutOfOrder => words!("“{event}”不能发生在这里", "{event} cannot come here"),
    };
    let list = possible(filing);
    if list.is_empty() {
        return Words { zh, en };
    }
    let can: Vec<String> = list.iter().map(ToString::to_string).collect();
    let (can_zh, can_en) = (can.join("、"), can.join(", "));
    words!("{zh}；接下来可以是：{can_zh}", "{en}; what can come next: {can_en}")
}

fn in_time(filing: &Filing, at: When, today: Day) -> Result<(), Words> {
    if today < at.day() {
        return Err(words!("{at} 还没有到（今天 {today}）", "{at} has not come yet (today is {today})"));
    }
    let last = filing.events.items().iter().filter_map(|event| event.value.at.known()).next_back();
    match last {
        Some(last) if is_before(at, *last) => {
            Err(words!("{at} 早于上一个事件（{last}）", "{at} lies before the last event ({last})"))
        }
        _ => Ok(()),
    }
}

/// Whether all is said that belongs to the event.
fn said_with(subject: &Subject, happened: &Happened) -> Result<(), Words> {
    let event = happened.event;
    if let Some(who) = happened.who.as_deref().filter(|who| subject.people.get(who).is_none()) {
        return Err(words!("people.yaml 里没有 {who}", "there is no {who} in people.yaml"));
    }
    if event == Event::SmsVerified && happened.who.is_none() {
        return Err(words!("“{event}”要写明是谁（--who）", "{event} needs whose code it was (--who)"));
    }
    if matches!(event, Event::Rejected | Event::FirstReviewRejected) && happened.note.is_none() {
        return Err(words!("“{event}”要写明原因（--note）", "{event} needs the reason (--note)"));
    }
    Ok(())
}

fn order_number(dated: &Dated<Filing>, happened: &Happened) -> Result<Option<Edit>, Words> {
    let Some(number) = &happened.order else { return Ok(None) };
    match dated.record.value.order.known() {
        Some(known) if **known == **number => Ok(None),
        Some(known) => {
            Err(words!("订单号已写为 {known}，与 {number} 不同", "the order has the number {known}, not {number}"))
        }
        None => Ok(Some(Edit { at: in_filing(&dated.stem, "order"), content: Content::Text(number.clone()) })),
    }
}

/// The records must say what was approved: else nobody could tell what is on file.
fn as_recorded(tables: &Tables, subject: &Subject, filing: &Filing) -> Result<(), Words> {
    let mut differing: Vec<&str> = Vec::new();
    let facts = filing.facts.known().into_iter().flat_map(|facts| facts.iter());
    for (spelled, change) in facts {
        let is_access = filing.procedure.known().and_then(|asked| access_change(*asked, spelled, &change.value));
        let Some(fact) = Fact::parse(spelled).filter(is_filed) else { continue };
        let recorded = value_of(subject, &fact);
        let agrees = match (is_access, &change.value) {
            (Some(access), _) => access.is_in(recorded.as_ref()),
            (None, FactChange::Filed(value)) => same(tables, &fact, Some(value), recorded.as_ref()),
            (None, FactChange::Changed { to, .. }) => same(tables, &fact, to.known(), recorded.as_ref()),
        };
        if !agrees {
            differing.push(spelled);
        }
    }
    if differing.is_empty() {
        return Ok(());
    }
    let (zh, en) = (differing.join("、"), differing.join(", "));
    Err(words!(
        "记录里的 {zh} 与订单所写不同；先让记录写成批准的内容，再记通过",
        "the records say otherwise than the filing of {en}: let them say what was approved first"
    ))
}

fn same(tables: &Tables, fact: &Fact, one: Option<&Plain>, other: Option<&Plain>) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => same_filed(&tables.clouds, fact, one, other),
        _ => false,
    }
}

/// A field of a filing.
pub(super) fn in_filing(stem: &str, field: &'static str) -> Vec<Step> {
    vec![Step::File(format!("filings/{stem}").into()), Step::Field(field)]
}
