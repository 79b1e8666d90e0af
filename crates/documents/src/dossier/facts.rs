//! Facts with what is on file, what the records say, and what each rests on.

use super::input::Input;
use super::kept::Kept;
use super::mask::Mask;
use crate::value::printed;
use beian_core::change::{Fact, PersonField, ServiceField, SubjectField, same_value};
use beian_core::filed::{Held, is_filed, is_read, value_of};
use beian_core::model::layout;
use beian_core::record::Plain;
use beian_core::words;
use beian_core::words::Words;
use minijinja::Value;

/// Nothing to tell.
pub(super) const DASH: &str = "—";

printed! {
    /// A fact, ready to print.
    Row { label, on_file, records, basis, differs }
}

/// Shows facts of one dossier.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts<'a> {
    pub(super) input: &'a Input<'a>,
    pub(super) mask: &'a Mask,
    pub(super) kept: &'a Kept,
}

impl Facts<'_> {
    /// A sentence in the dossier's language.
    pub(super) fn say(&self, words: &Words) -> String {
        words.get(self.input.terms.lang).to_owned()
    }

    /// A sentence in the dossier's language, as templates see it.
    pub(super) fn said(&self, words: &Words) -> Value {
        Value::from(words.get(self.input.terms.lang))
    }

    /// The facts that are known, in their order.
    pub(super) fn rows(&self, facts: impl IntoIterator<Item = Fact>) -> Vec<Value> {
        let mut last = None;
        facts.into_iter().filter_map(|fact| self.row(&fact, &mut last)).map(Value::from_object).collect()
    }

    fn row<'f>(&'f self, fact: &Fact, last: &mut Option<(&'f Held, Value)>) -> Option<Row> {
        let held = self.input.on_file.facts.get(&fact.spelled());
        if let Some(asked) = self.input.asked.get(&fact.spelled()) {
            return Some(self.asked(fact, asked, held));
        }
        let recorded = value_of(self.input.subject, fact);
        let is_read = is_read(self.input.subject, fact);
        if held.is_none() && recorded.is_none() && is_read {
            return None;
        }
        let same = match (held, &recorded) {
            (Some(held), Some(recorded)) => same_value(fact, &held.value, recorded),
            _ => false,
        };
        let filed = is_filed(fact);
        let is_known = is_read && (held.is_some() || !self.input.subject.is_unread(layout::FILINGS));
        let dash = || Value::from(DASH);
        Some(Row {
            label: self.said(&fact.words()),
            on_file: held.map_or_else(dash, |held| Value::from(self.value(fact, &held.value))),
            records: match &recorded {
                _ if !is_read => self.said(&Words::fixed("读不出来", "cannot be read")),
                Some(_) if same => self.said(&Words::fixed("同在档", "same")),
                Some(recorded) => Value::from(self.value(fact, recorded)),
                None => dash(),
            },
            basis: match held {
                Some(held) => self.basis(held, last),
                None if filed && self.ended(fact).is_some() => {
                    let stem = self.ended(fact).unwrap_or_default();
                    self.said(&words!("已由 {stem} 注销", "deregistered by {stem}"))
                }
                None if filed && self.input.subject.is_unread(layout::FILINGS) => self
                    .said(&Words::fixed("有订单没有读全，不可证", "cannot be shown: a filing could not be read whole")),
                None if filed && self.input.on_file.facts.is_empty() => {
                    self.said(&Words::fixed("未在档", "not on file"))
                }
                None if filed => self.said(&Words::fixed("订单没有写明", "no filing says")),
                None => self.said(&Words::fixed("不属备案登记事项", "not part of filings")),
            },
            // Of a past day nobody can tell where the records differed.
            differs: Value::from(filed && !same && is_known && !self.input.terms.days.is_past()),
        })
    }

    /// A fact that an order asks for, and what is on file until it is approved.
    fn asked(&self, fact: &Fact, asked: &Held, held: Option<&Held>) -> Row {
        let value = self.value(fact, &asked.value);
        let stem = &asked.filing;
        let said = match held.map(|held| self.value(fact, &held.value)) {
            Some(held) => words!("申请中：{value}（在档：{held}）", "asked for: {value} (on file: {held})"),
            None => words!("申请中：{value}", "asked for: {value}"),
        };
        Row {
            label: self.said(&fact.words()),
            on_file: self.said(&said),
            records: Value::from(DASH),
            basis: self.said(&words!("{stem}，在办", "{stem}, under way")),
            differs: Value::from(false),
        }
    }

    /// Whether what no filing says is not so: nobody knows it of a past day, or where a filing cannot
    /// be read whole.
    pub(super) fn tells_of_nothing(&self) -> bool {
        !self.input.terms.days.is_past() && !self.input.subject.is_unread(layout::FILINGS)
    }

    /// The filing that took what a fact is about off the file.
    fn ended(&self, fact: &Fact) -> Option<&str> {
        let ended = &self.input.on_file.ended;
        let own = match fact {
            Fact::Service(key, _) => ended.get(&format!("services/{key}")),
            _ => None,
        };
        own.or_else(|| ended.get("subject")).map(|stem| &**stem)
    }

    /// What a fact on file rests on; mostly that is what the fact before it rests on.
    fn basis<'f>(&self, held: &'f Held, last: &mut Option<(&'f Held, Value)>) -> Value {
        let same = |of: &Held| of.filing == held.filing && of.since == held.since;
        if let Some((_, basis)) = last.as_ref().filter(|(of, _)| same(of)) {
            return basis.clone();
        }
        let basis = match held.since {
            Some(since) => {
                let stem = &held.filing;
                self.said(&words!("{stem}，{since} 起", "{stem}, since {since}"))
            }
            None => Value::from(&*held.filing),
        };
        *last = Some((held, basis.clone()));
        basis
    }

    /// A value as it may be shown; who is named by a key is named by name.
    pub(super) fn value(&self, fact: &Fact, value: &Plain) -> String {
        let shown = match (fact, value.as_text()) {
            (
                Fact::Subject(SubjectField::Principal | SubjectField::LegalRepresentative)
                | Fact::Service(_, ServiceField::Principal),
                Some(key),
            ) => self.person(key),
            (Fact::Service(_, ServiceField::Commercial), Some(flag)) => self.flag(flag),
            (Fact::Subject(SubjectField::Name) | Fact::Service(_, ServiceField::Name), Some(name)) => {
                self.mask.numbers(name)
            }
            _ => self.mask.plain(fact, value),
        };
        if shown.trim().is_empty() { DASH.to_owned() } else { shown }
    }

    fn flag(&self, flag: &str) -> String {
        self.say(&match flag {
            "true" => Words::fixed("是", "yes"),
            "false" => Words::fixed("否", "no"),
            _ => Words::fixed(DASH, DASH),
        })
    }

    /// The name of a person by key, with the key.
    pub(super) fn person(&self, key: &str) -> String {
        let recorded = self.input.subject.people.get(key).and_then(|person| person.value.name.known());
        let on_file = self.input.on_file.value(&Fact::Person(key.into(), PersonField::Name));
        let name = on_file.and_then(Plain::as_text).or(recorded.map(|name| &**name));
        name.map_or_else(|| self.mask.text(key), |name| self.mask.text(name))
    }
}
