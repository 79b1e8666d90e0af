//! What of people may stand in a dossier.

use super::input::{Audience, Input};
use beian_core::change::show_in;
use beian_core::numbers::mask::hide_personal;
use beian_core::record::{Plain, Text};
use beian_core::vocabulary::{HolderRelation, Nature};
use beian_core::words::Lang;
use std::collections::BTreeSet;

/// Hides people and their numbers as the audience asks.
#[derive(Debug)]
pub(super) struct Mask {
    reveal: bool,
    lang: Lang,
    hidden: bool,
    /// Names of people, the longest first; none where they may be read.
    names: Vec<String>,
}

impl Mask {
    pub(super) fn new(input: &Input<'_>) -> Self {
        let hidden = input.terms.audience != Audience::Internal && !input.terms.reveal;
        let mut names: Vec<String> = if hidden { names(input).into_iter().collect() } else { Vec::new() };
        names.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
        Self { reveal: input.terms.reveal, lang: input.terms.lang, hidden, names }
    }

    /// A text with the numbers of persons hidden: for what is public anyway.
    pub(super) fn numbers(&self, text: &str) -> String {
        if self.reveal { text.to_owned() } else { hide_personal(text).into_owned() }
    }

    /// A text with people hidden.
    pub(super) fn text(&self, text: &str) -> String {
        let mut out = self.numbers(text);
        for name in self.names.iter().filter(|name| 1 < name.chars().count()) {
            if out.contains(name.as_str()) {
                out = out.replace(name.as_str(), &short(name));
            }
        }
        out
    }

    /// An address of electronic mail.
    pub(super) fn mail(&self, mail: &str) -> String {
        match mail.split_once('@') {
            Some((user, host)) if self.hidden => {
                let first: String = user.chars().take(1).collect();
                format!("{first}***@{host}")
            }
            _ => self.numbers(mail),
        }
    }

    /// A value of records or filings.
    pub(super) fn plain(&self, plain: &Plain) -> String {
        self.text(&show_in(plain, self.lang))
    }
}

/// The first character of a name, and a star for each other one.
fn short(name: &str) -> String {
    let mut chars = name.chars();
    let first: String = chars.next().into_iter().collect();
    first + &"*".repeat(chars.count().max(1))
}

/// Every name of a person that the subject holds or has held. An individual who files is
/// named by the public registry, so that this name hides nothing.
fn names(input: &Input<'_>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut add = |name: Option<&Text>| names.extend(name.map(|name| name.trim().to_owned()));
    for (_, person) in input.subject.people.iter() {
        add(person.value.name.known());
        add(person.value.emergency.known().and_then(|emergency| emergency.whose.known()));
    }
    for (_, domain) in input.subject.domains.iter() {
        let Some(holder) = domain.value.holder.known() else { continue };
        if holder.relation.known().is_some_and(|relation| *relation != HolderRelation::Organiser) {
            add(holder.name.known());
        }
    }
    let held = input.on_file.facts.iter().map(|(fact, held)| (fact, &held.value));
    let past = input.history.into_iter().flat_map(|history| history.filed.iter());
    let past =
        past.flat_map(|(fact, steps)| steps.iter().filter_map(move |known| Some((fact, known.step.value.as_ref()?))));
    for (fact, value) in held.chain(past) {
        if fact.starts_with("people/") && (fact.ends_with("/name") || fact.ends_with("/emergency/whose")) {
            names.extend(value.as_text().map(|name| name.trim().to_owned()));
        }
    }
    let particulars = &input.subject.particulars.value;
    if particulars.nature.known() == Some(&Nature::Individual)
        && let Some(name) = particulars.name.known()
    {
        names.remove(name.trim());
    }
    names.remove("");
    names
}
