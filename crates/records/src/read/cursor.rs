//! A cursor on one node of a document: what core's records are read through.

use super::context::Context;
use super::form::{RETIRED, hidden, mark, no_term};
use crate::yaml::{Kind, Misread, Node, Scalar, Span, Style, misread};
use beian_core::record::{Form, Keyed, Place, Placed, Plain, Reader, Record, Step, TermsInfo, Value};
use beian_core::rule::{Finding, Rule, Severity};
use beian_core::rules::form;
use beian_core::spelling::{Odd, odd};
use beian_core::visible::hidden_in;
use beian_core::words;
use beian_core::words::{Words, nearest};
use std::collections::BTreeMap;

/// A node, its place, and where to report.
#[derive(Debug)]
pub(super) struct Cursor<'a, 'c> {
    node: Node<'a>,
    place: Place,
    context: &'c mut Context,
}

impl<'a, 'c> Cursor<'a, 'c> {
    pub(super) fn new(node: Node<'a>, place: Place, context: &'c mut Context) -> Self {
        Self { node, place, context }
    }

    /// A cursor on a part of this node.
    fn at(&mut self, node: Node<'a>, step: Step, key: Option<Span>) -> Cursor<'a, '_> {
        let span = mark(node, key);
        let place = self.context.places.add(self.place, step, span.start, span.end);
        Cursor { node, place, context: self.context }
    }

    fn fault(&mut self, rule: &'static Rule, message: Words) -> &mut Finding {
        self.context.findings.push_mut(Finding::new(rule, self.place, message))
    }

    /// A list or mapping stands where text is meant, or the other way round.
    fn wrong_kind(&mut self, meant: &Words) {
        let found = match self.node.kind() {
            Kind::Empty => return self.empty(),
            // The reading of the text has said already what is wrong.
            Kind::Refused => return,
            Kind::Scalar => Words::fixed("文字", "text"),
            Kind::Sequence => Words::fixed("列表", "a list"),
            Kind::Mapping => Words::fixed("分项", "a mapping"),
        };
        let (zh, en, meant_zh, meant_en) = (&found.zh, &found.en, &meant.zh, &meant.en);
        self.fault(
            &form::wrong_kind::RULE,
            words!("这里要写{meant_zh}，写的却是{zh}", "{meant_en} must stand here, not {en}"),
        );
    }

    fn empty(&mut self) {
        self.fault(&form::empty_value::RULE, Words::fixed("键后没有值", "the key has no value"));
    }

    fn scalar(&mut self, meant: &Words) -> Option<Scalar<'a>> {
        let scalar = self.node.scalar();
        if scalar.is_none() {
            self.wrong_kind(meant);
        }
        scalar
    }

    /// Whether an unquoted scalar is text for every reader; if not, that is reported.
    fn is_text(&mut self, scalar: Scalar<'a>, flags: bool) -> bool {
        if scalar.style != Style::Plain {
            return true;
        }
        let text = scalar.text;
        let Some(taken) = misread(text) else {
            return true;
        };
        if flags && matches!(text, "true" | "false") {
            return true;
        }
        if taken == Misread::Null {
            self.fault(&form::empty_value::RULE, words!("{text} 在 YAML 里就是空值", "{text} is YAML for no value"));
            return false;
        }
        let (zh, en) = match taken {
            Misread::Null => ("空值", "no value"),
            Misread::Bool => ("是或否", "true or false"),
            Misread::Integer => ("整数", "an integer"),
            Misread::Float => ("小数", "a floating-point number"),
            Misread::Sexagesimal => ("六十进制数", "a number of base 60"),
        };
        self.fault(
            &form::unquoted_text::RULE,
            words!("这段文字没有引号，会被读成{zh}", "without quotes this text is taken for {en}"),
        )
        .help(words!("写成 \"{text}\"", "write \"{text}\""));
        false
    }

    /// Whether a text holds nothing but what is seen. What stands there as it is, the reading of
    /// the text has reported already; what is escaped is reported here.
    fn is_seen(&mut self, scalar: Scalar<'a>) -> bool {
        // Nothing was reported, and only double quotes hold escapes.
        let escapes = self.context.escapes && scalar.style == Style::Double;
        if !escapes && self.context.findings.is_empty() {
            return true;
        }
        let Some(c) = hidden_in(scalar.text) else { return true };
        let places = &self.context.places;
        let here = places.span(self.place).map(|(file, _)| file);
        let (from, to) = (scalar.span.start as usize, scalar.span.end as usize);
        let within = |finding: &Finding| {
            let span = places.span(finding.place);
            span.is_some_and(|(file, span)| Some(file) == here && from <= span.start && span.end <= to)
        };
        let rules = [form::hidden_character::RULE.code, form::control_character::RULE.code];
        let is_of_it = |finding: &&Finding| rules.contains(&finding.rule.code);
        if !self.context.findings.iter().filter(is_of_it).any(within) {
            self.fault(&form::hidden_character::RULE, hidden(c));
        }
        false
    }

    /// Tells the first character of a text that is not what it seems.
    fn look_alike(&mut self, text: &str) {
        if !self.context.look_alikes {
            return;
        }
        let Some(Odd { found, like }) = odd(text).filter(|odd| self.context.odd.insert(odd.found)) else { return };
        let (code, usual) = (u32::from(found), u32::from(like));
        let message = words!(
            "这里的“{found}”是 U+{code:04X}，不是常用的“{like}”（U+{usual:04X}）",
            "{found} is U+{code:04X} here and not the usual {like}, U+{usual:04X}"
        );
        self.fault(&form::odd_character::RULE, message);
    }

    fn key_is_text(&mut self, key: Scalar<'a>) {
        if key.style == Style::Plain && misread(key.text).is_some() {
            let text = key.text;
            self.context
                .fault(
                    &form::unquoted_text::RULE,
                    self.place,
                    key.span,
                    Words::fixed(
                        "这个键没有引号，会被读成别的东西",
                        "without quotes this key is taken for something else",
                    ),
                )
                .help(words!("写成 \"{text}\"", "write \"{text}\""));
        }
    }

    fn unknown_key<T: Record>(&mut self, key: Scalar<'a>) {
        let record = T::INFO;
        let text = key.text;
        let place = self.context.places.add(self.place, Step::Key(text.into()), key.span.start, key.span.end);
        let label = record.label;
        let name = record.name;
        if RETIRED.contains(&(name, text)) {
            let message =
                words!("{text} 这个键已不再使用，没有读", "the key `{text}` is not used any more and was not read");
            let mut finding = Finding::new(&form::unknown_key::RULE, place, message);
            finding.at_most(Severity::Note).help(words!("删去 {text}", "delete `{text}`"));
            self.context.findings.push(finding);
            return;
        }
        let mut finding = Finding::new(
            &form::unknown_key::RULE,
            place,
            words!("{label}没有 {text} 这个键", "{name} has no key `{text}`"),
        );
        let names = record.fields.iter().map(|field| field.name);
        if let Some(near) = nearest(text, names.clone()) {
            finding.help(words!("是不是 {near}？", "did you mean `{near}`?"));
        } else {
            let all: Vec<_> = names.collect();
            let all = all.join(", ");
            finding.help(words!("可用的键：{all}", "the keys are: {all}"));
        }
        self.context.findings.push(finding);
    }

    fn unknown_term(&mut self, word: &str, terms: &TermsInfo) {
        let (message, help) = no_term(word, terms);
        self.fault(&form::unknown_term::RULE, message).help(help);
    }
}

const TEXT: Words = Words::fixed("文字", "text");
const LIST: Words = Words::fixed("列表", "a list");
const MAPPING: Words = Words::fixed("分项", "a mapping");

impl Reader for Cursor<'_, '_> {
    fn text(&mut self) -> Option<Box<str>> {
        let scalar = self.scalar(&TEXT)?;
        if scalar.style != Style::Plain && scalar.text.trim().is_empty() {
            self.empty();
            return None;
        }
        self.look_alike(scalar.text);
        (self.is_text(scalar, false) && self.is_seen(scalar)).then(|| scalar.text.into())
    }

    fn parsed<T>(&mut self, parse: fn(&str) -> Result<T, Words>) -> Option<T> {
        let scalar = self.scalar(&TEXT)?;
        if scalar.style == Style::Plain && misread(scalar.text) == Some(Misread::Null) {
            self.is_text(scalar, false);
            return None;
        }
        match parse(scalar.text) {
            Ok(value) => return Some(value),
            Err(why) if self.is_seen(scalar) => {
                self.fault(&form::unreadable_value::RULE, why);
            }
            Err(_) => {}
        }
        None
    }

    fn bare<T>(&mut self, parse: fn(&str) -> Result<T, Words>) -> Option<T> {
        let scalar = self.scalar(&TEXT)?;
        if scalar.style != Style::Plain {
            let text = scalar.text;
            if self.is_seen(scalar) {
                let message = words!("{text} 在这里不加引号", "{text} stands without quotes here");
                self.fault(&form::unreadable_value::RULE, message);
            }
            return None;
        }
        self.parsed(parse)
    }

    fn term(&mut self, terms: &'static TermsInfo) -> Option<usize> {
        let scalar = self.scalar(&TEXT)?;
        if let Some(position) = terms.position(scalar.text) {
            return Some(position);
        }
        if let Some(term) = terms.alias_of(scalar.text) {
            let (word, canonical) = (scalar.text, term.canonical);
            self.fault(
                &form::alias_term::RULE,
                words!("“{word}”的规定用语是“{canonical}”", "the term for `{word}` is {canonical}"),
            )
            .help(words!("写成 {canonical}", "write {canonical}"));
            return terms.position(canonical);
        }
        if self.is_text(scalar, false) && self.is_seen(scalar) {
            self.unknown_term(scalar.text, terms);
        }
        None
    }

    fn record<T: Record>(&mut self) -> Option<T> {
        if self.node.kind() != Kind::Mapping {
            self.wrong_kind(&MAPPING);
            return None;
        }
        let mut record = T::default();
        for entry in self.node.entries() {
            let key = entry.key;
            let known = T::INFO.field(key.text).is_some_and(|field| {
                let mut inner = self.at(entry.value, Step::Field(field.name), Some(key.span));
                inner.context.met(field, inner.place);
                record.read_field(field.name, &mut inner)
            });
            if !known {
                self.unknown_key::<T>(key);
            }
        }
        Some(record)
    }

    fn list<T: Value>(&mut self) -> Option<Vec<Placed<T>>> {
        if self.node.kind() != Kind::Sequence {
            self.wrong_kind(&LIST);
            return None;
        }
        let (mut list, before) = (Vec::new(), self.lost());
        for (index, node) in self.node.items().enumerate() {
            let mut inner = self.at(node, Step::Item(u32::try_from(index).unwrap_or(u32::MAX)), None);
            let place = inner.place;
            match T::read(&mut inner) {
                Some(value) => list.push(Placed { value, place }),
                None => self.lose(),
            }
        }
        self.context.partial += u32::from(before != self.lost());
        Some(list)
    }

    fn keyed<T: Value>(&mut self) -> Option<Keyed<T>> {
        if self.node.kind() != Kind::Mapping {
            self.wrong_kind(&MAPPING);
            return None;
        }
        let mut keyed = Vec::with_capacity(self.node.entries().count());
        for entry in self.node.entries() {
            self.key_is_text(entry.key);
            let text: Box<str> = entry.key.text.into();
            let mut inner = self.at(entry.value, Step::Key(text.clone()), Some(entry.key.span));
            let place = inner.place;
            match T::read(&mut inner) {
                Some(value) => keyed.push((text, Placed { value, place })),
                None => self.lose(),
            }
        }
        let all = keyed.len() == self.node.entries().count();
        let keyed: Keyed<T> = keyed.into_iter().collect();
        self.context.partial += u32::from(!all);
        Some(if all { keyed } else { keyed.partial() })
    }

    /// A list or mapping of which something cannot be read cannot be read itself: what a filing
    /// holds is held against other values as a whole.
    fn plain(&mut self) -> Option<Plain> {
        match self.node.kind() {
            Kind::Scalar => {
                let scalar = self.node.scalar()?;
                if scalar.style != Style::Plain && scalar.text.trim().is_empty() {
                    self.empty();
                    return None;
                }
                self.look_alike(scalar.text);
                (self.is_text(scalar, true) && self.is_seen(scalar)).then(|| Plain::text(scalar.text))
            }
            Kind::Sequence => {
                let (mut items, mut all) = (Vec::new(), true);
                for (index, node) in self.node.items().enumerate() {
                    let step = Step::Item(u32::try_from(index).unwrap_or(u32::MAX));
                    let item = self.at(node, step, None).plain();
                    all &= item.is_some();
                    items.extend(item);
                }
                all.then_some(Plain::List(items))
            }
            Kind::Mapping => {
                let (mut map, mut all) = (BTreeMap::new(), true);
                for entry in self.node.entries() {
                    self.key_is_text(entry.key);
                    let step = Step::Key(entry.key.text.into());
                    let value = self.at(entry.value, step, Some(entry.key.span)).plain();
                    all &= value.is_some();
                    map.extend(value.map(|value| (entry.key.text.into(), value)));
                }
                all.then_some(Plain::Map(map))
            }
            Kind::Empty => {
                self.empty();
                None
            }
            Kind::Refused => None,
        }
    }

    fn form(&self) -> Form {
        match self.node.kind() {
            Kind::Scalar => Form::Scalar,
            Kind::Sequence => Form::List,
            Kind::Mapping => Form::Mapping,
            Kind::Empty | Kind::Refused => Form::Empty,
        }
    }

    fn place(&self) -> Place {
        self.place
    }

    fn lose(&mut self) {
        self.context.lost += 1;
    }

    fn lost(&self) -> u32 {
        self.context.lost
    }

    fn only_keys(&self, keys: &[&str]) -> bool {
        self.node.entries().all(|entry| keys.contains(&entry.key.text))
    }
}
