//! What an approval writes: numbers, days and ends.

use super::event::{Content, Edit, Happened, in_filing};
use crate::day::Day;
use crate::model::{Dated, Ended, Filing, Grant, NumberHeld, Service, Subject};
use crate::numbers::RecordNumber;
use crate::record::{Items, Placed, Slot, Step, Text};
use crate::rules::orders::{covers, covers_service, facts};
use crate::tables::Tables;
use crate::vocabulary::{EndReason, Procedure};
use crate::words;
use crate::words::Words;

/// What is written beside the event.
pub(super) fn approved(
    tables: &Tables,
    subject: &Subject,
    (procedure, dated): (Procedure, &Dated<Filing>),
    happened: &Happened,
) -> Result<Vec<Edit>, Words> {
    let approval = Approval { tables, subject, procedure, dated, day: happened.at.day() };
    let mut edits = approval.grants(&happened.grants)?;
    if procedure.ends_services() || procedure.ends_subject() {
        edits.extend(approval.ends(EndReason::Deregistered));
    } else if procedure == Procedure::Migration && !approval.states_facts() {
        edits.extend(approval.ends(EndReason::Migrated));
    } else {
        edits.extend(approval.accesses());
    }
    edits.extend(approval.opened(&happened.opened)?);
    Ok(edits)
}

struct Approval<'a> {
    tables: &'a Tables,
    subject: &'a Subject,
    procedure: Procedure,
    dated: &'a Dated<Filing>,
    day: Day,
}

impl<'a> Approval<'a> {
    fn filing(&self) -> &'a Filing {
        &self.dated.record.value
    }

    /// The services that the order covers, or that end with the subject.
    fn services(&self) -> Vec<(&'a str, &'a Service)> {
        let is_all = self.procedure.ends_subject() || self.procedure == Procedure::ChangeProvince;
        let all = self.subject.services.iter().map(|(key, service)| (key, &service.value));
        all.filter(|(key, service)| covers_service(self.filing(), key) || is_all && service.ended.is_absent()).collect()
    }

    fn covers_subject(&self) -> bool {
        covers(self.filing(), "subject")
    }

    /// Whether it states what is filed, as that of a receiver does.
    fn states_facts(&self) -> bool {
        facts(self.filing()).next().is_some()
    }

    /// The scopes that get a number by the approval.
    fn granted_to(&self) -> Vec<String> {
        let takes_in = self.procedure == Procedure::Migration && self.states_facts();
        let brings = self.procedure.files_service() || self.procedure == Procedure::ChangeProvince || takes_in;
        if !brings {
            return Vec::new();
        }
        let subject = self.covers_subject().then(|| "subject".to_owned());
        subject.into_iter().chain(self.services().into_iter().map(|(key, _)| format!("services/{key}"))).collect()
    }

    fn grants(&self, said: &[(String, String)]) -> Result<Vec<Edit>, Words> {
        let expected = self.granted_to();
        let written = |scope: &str| {
            self.filing().granted.items().iter().any(|grant| grant.value.of.known().is_some_and(|of| **of == *scope))
        };
        let missing: Vec<&String> =
            expected.iter().filter(|scope| !written(scope) && !said.iter().any(|(of, _)| of == *scope)).collect();
        if !missing.is_empty() {
            let list: Vec<String> = missing.iter().map(|scope| format!("--grant {scope}=…")).collect();
            let list = list.join(" ");
            return Err(words!(
                "通过时核发的号码没有写全：{list}",
                "numbers granted with the approval are missing: {list}"
            ));
        }
        let mut edits = Vec::new();
        let parent = self.subject_number(said);
        for (of, text) in said {
            if !expected.contains(of) {
                return Err(words!("这个订单不核发 {of} 的号码", "this order grants no number to {of}"));
            }
            let number = self.number(of, text, parent.as_ref())?;
            edits.extend(self.grant(of, &number));
        }
        Ok(edits)
    }

    /// The subject's number that is granted, or else the one that it holds.
    fn subject_number(&self, said: &[(String, String)]) -> Option<RecordNumber> {
        let granted = said.iter().find(|(of, _)| of == "subject").map(|(_, number)| number.as_str());
        let held = || {
            let numbers = self.subject.particulars.value.numbers.items();
            numbers.iter().rfind(|held| held.value.until.is_absent())?.value.number.known().map(|number| &**number)
        };
        RecordNumber::parse(granted.or_else(held)?).number
    }

    fn number(&self, of: &str, text: &str, parent: Option<&RecordNumber>) -> Result<RecordNumber, Words> {
        let reading = RecordNumber::parse(text);
        let Some(number) = reading.number.filter(|_| reading.faults.is_empty()) else {
            return Err(words!(
                "“{text}”不是写对的备案号（beian decode {text} 说明哪里不对）",
                "`{text}` is no filing number as the authority writes it (`beian decode {text}` says why)"
            ));
        };
        if of == "subject" {
            return if number.is_subject() {
                Ok(number)
            } else {
                Err(words!(
                    "{text} 是服务备案号，不是主体备案号",
                    "{text} is the number of a service, not of a subject"
                ))
            };
        }
        match parent {
            _ if number.is_subject() => Err(words!("{text} 没有服务的后缀", "{text} lacks the suffix of a service")),
            Some(parent) if !number.is_service_of(parent) => {
                Err(words!("{text} 不在主体备案号 {parent} 之下", "{text} does not stand under the number {parent}"))
            }
            _ => Ok(number),
        }
    }

    /// The number among those granted, and among those held; the former one ends.
    fn grant(&self, of: &str, number: &RecordNumber) -> Vec<Edit> {
        let text = || Slot::new(Text::from(number.to_string()));
        let grant = Grant { of: Slot::new(of.into()), number: text() };
        let mut edits = vec![Edit { at: in_filing(&self.dated.stem, "granted"), content: Content::Grant(grant) }];
        let (at, held) = match of.strip_prefix("services/") {
            Some(key) => {
                (service(key, "numbers"), self.subject.services.get(key).map(|service| &service.value.numbers))
            }
            None => (
                vec![Step::File("subject".into()), Step::Field("numbers")],
                Some(&self.subject.particulars.value.numbers),
            ),
        };
        let held = held.map(Slot::items).unwrap_or_else(|| Items::all(&[]));
        let is_held =
            held.iter().any(|one| one.value.number.known().is_some_and(|known| **known == *number.to_string()));
        if is_held {
            return edits;
        }
        edits.extend(self.until(&at, held));
        let number = NumberHeld {
            number: text(),
            from: Slot::new(self.day),
            filing: Slot::new(Text::from(&*self.dated.stem)),
            ..NumberHeld::default()
        };
        edits.push(Edit { at, content: Content::Number(number) });
        edits
    }

    /// The last days of numbers that are held.
    fn until(&self, at: &[Step], held: Items<'_, Placed<NumberHeld>>) -> Vec<Edit> {
        let open = (0_u32..).zip(held.iter()).filter(|(_, held)| held.value.until.is_absent());
        open.map(|(n, _)| Edit {
            at: [at, &[Step::Item(n), Step::Field("until")]].concat(),
            content: Content::Day(self.day),
        })
        .collect()
    }

    /// What has ended, with the numbers.
    fn ends(&self, why: EndReason) -> Vec<Edit> {
        let ended =
            || Ended { on: Slot::new(self.day), why: Slot::new(why), filing: Slot::new(Text::from(&*self.dated.stem)) };
        let mut edits = Vec::new();
        for (key, record) in self.services().into_iter().filter(|(_, record)| record.ended.is_absent()) {
            edits.extend(self.until(&service(key, "numbers"), record.numbers.items()));
            edits.push(Edit { at: service(key, "ended"), content: Content::Ended(ended()) });
        }
        let particulars = &self.subject.particulars.value;
        if self.procedure.ends_subject() && particulars.ended.is_absent() {
            let at = |field| vec![Step::File("subject".into()), Step::Field(field)];
            edits.extend(self.until(&at("numbers"), particulars.numbers.items()));
            edits.push(Edit { at: at("ended"), content: Content::Ended(ended()) });
        }
        edits
    }

    /// Since when, and until when, an access stands by the order.
    fn accesses(&self) -> Vec<Edit> {
        let Some(through) = self.filing().through.known() else { return Vec::new() };
        let comes = self.procedure.opens();
        if !comes && self.procedure != Procedure::CancelAccess {
            return Vec::new();
        }
        let mut edits = Vec::new();
        for (key, record) in self.services() {
            for (n, access) in (0_u32..).zip(record.access.items().iter()) {
                let access = &access.value;
                let is_by = access.provider.known().is_some_and(|by| self.tables.clouds.is_same_provider(by, through));
                let is_open = access.until.is_absent() && (!comes || access.since.is_absent());
                if is_by && is_open {
                    let field = if comes { "since" } else { "until" };
                    let at = [&*service(key, "access"), &[Step::Item(n), Step::Field(field)]].concat();
                    edits.push(Edit { at, content: Content::Day(self.day) });
                }
            }
        }
        edits
    }

    /// The days of opening that were said.
    fn opened(&self, said: &[(String, Day)]) -> Result<Vec<Edit>, Words> {
        let services = self.services();
        let mut edits = Vec::new();
        for (scope, day) in said {
            let key = scope.strip_prefix("services/").unwrap_or(scope);
            let Some((_, record)) = services.iter().find(|(known, _)| *known == key) else {
                return Err(words!("订单不涉及服务 {key}", "the order does not cover the service {key}"));
            };
            if !record.opened.is_absent() {
                return Err(words!("服务 {key} 已写有开通日期", "the service {key} has a day of opening already"));
            }
            edits.push(Edit { at: service(key, "opened"), content: Content::Day(*day) });
        }
        Ok(edits)
    }
}

/// A field of a service.
fn service(key: &str, field: &'static str) -> Vec<Step> {
    vec![Step::File("services".into()), Step::Key(key.into()), Step::Field(field)]
}
