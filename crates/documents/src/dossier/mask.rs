//! What of people may stand in a dossier.

use super::input::{Audience, Input};
use beian_core::change::{Fact, SubjectField, show_in};
use beian_core::personal::Veil;
use beian_core::record::{Plain, Text};
use beian_core::vocabulary::HolderRelation;
use beian_core::words::Lang;
use std::collections::BTreeSet;

/// Hides people and their numbers as the audience asks.
#[derive(Debug)]
pub(super) struct Mask {
    reveal: bool,
    lang: Lang,
    veil: Veil,
    /// Names of people, the longest first; none where they may be read.
    names: Vec<String>,
}

impl Mask {
    pub(super) fn new(input: &Input<'_>) -> Self {
        let hidden = input.terms.audience != Audience::Internal && !input.terms.reveal;
        let mut names: Vec<String> = if hidden { names(input).into_iter().collect() } else { Vec::new() };
        names.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
        Self { reveal: input.terms.reveal, lang: input.terms.lang, veil: veil(input), names }
    }

    /// A text with the numbers of persons hidden: for what is public anyway.
    pub(super) fn numbers(&self, text: &str) -> String {
        if self.reveal { text.to_owned() } else { self.veil.text(text).into_owned() }
    }

    /// A text with people hidden.
    pub(super) fn text(&self, text: &str) -> String {
        self.unnamed(self.numbers(text))
    }

    fn unnamed(&self, mut out: String) -> String {
        for name in self.names.iter().filter(|name| 1 < name.chars().count()) {
            if out.contains(name.as_str()) {
                out = out.replace(name.as_str(), &short(name));
            }
        }
        out
    }

    /// A value of records or filings.
    pub(super) fn plain(&self, fact: &Fact, plain: &Plain) -> String {
        let shown = if self.reveal { show_in(plain, self.lang) } else { self.veil.shown_in(fact, plain, self.lang) };
        self.unnamed(shown)
    }

    /// A whole document: what no value was asked for, such as the words of a template.
    pub(super) fn document(&self, bytes: Vec<u8>) -> Vec<u8> {
        match std::str::from_utf8(&bytes) {
            Ok(text) if !self.reveal => self.unnamed(self.veil.document(text)).into_bytes(),
            _ => bytes,
        }
    }
}

/// What the subject holds of people, and what it held.
fn veil(input: &Input<'_>) -> Veil {
    let mut veil = Veil::of(input.subject);
    if input.terms.reveal {
        return veil;
    }
    let asked = input.asked.iter().map(|(fact, held)| (fact, &held.value));
    for (fact, value) in values(input).chain(asked) {
        let is_open = || value.as_text().is_some_and(|number| veil.is_open(fact, number));
        if veil.held(fact).is_some() || is_open() {
            veil.learn(fact, value);
        }
    }
    veil
}

/// What is and was on file.
fn values<'i>(input: &'i Input<'_>) -> impl Iterator<Item = (&'i String, &'i Plain)> {
    let held = input.on_file.facts.iter().map(|(fact, held)| (fact, &held.value));
    let past = input.history.into_iter().flat_map(|history| history.filed.iter());
    let past =
        past.flat_map(|(fact, steps)| steps.iter().filter_map(move |known| Some((fact, known.step.value.as_ref()?))));
    held.chain(past)
}

/// The first character of a name, and a star for each other one.
fn short(name: &str) -> String {
    let mut chars = name.chars();
    let first: String = chars.next().into_iter().collect();
    first + &"*".repeat(chars.count().max(1))
}

/// Every name of a person that the subject holds or has held, but for its own.
fn names(input: &Input<'_>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut add = |name: Option<&Text>| names.extend(name.map(|name| name.trim().to_owned()));
    for (_, person) in input.subject.people.iter() {
        add(person.value.name.known());
        add(person.value.emergency.known().and_then(|emergency| emergency.whose.known()));
    }
    for (_, domain) in input.subject.domains.iter() {
        let Some(holder) = domain.value.holder.known() else { continue };
        if holder.relation.known() != Some(&HolderRelation::Organiser) {
            add(holder.name.known());
        }
    }
    for (fact, value) in values(input) {
        if fact.starts_with("people/") && (fact.ends_with("/name") || fact.ends_with("/emergency/whose")) {
            names.extend(value.as_text().map(|name| name.trim().to_owned()));
        }
    }
    // The organiser is named by the public registry, an individual too.
    let own = Fact::Subject(SubjectField::Name).spelled();
    let told = values(input).filter(|(fact, _)| **fact == own).filter_map(|(_, value)| value.as_text());
    let recorded = input.subject.particulars.value.name.known().map(|name| &**name);
    for name in told.chain(recorded).chain([""]) {
        names.remove(name.trim());
    }
    names
}
