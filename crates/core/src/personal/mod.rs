//! What is shown of people: the one place that decides.
//!
//! A [`Veil`] knows what the records of a subject hold of people, by field and not by what it
//! looks like: a passport's number, a landline and a number that was mistyped have no form by
//! which they could be found. It hides that wherever it turns up, in a value, a sentence or a
//! line of a file, and beside it every number of a person that has a form.

mod field;
mod gather;
mod hidden;

pub use field::Held;

use crate::change::{Change, Fact, HIDDEN_DIGITS, How, show, show_in};
use crate::model::Subject;
use crate::numbers::mask::{hide_personal, hide_personal_but, may_be_organisations};
use crate::record::Plain;
use crate::words;
use crate::words::{Lang, Words};
use field::{Whose, fact_of};
use std::borrow::Cow;

/// What of people may not be shown, of one subject.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Veil {
    whose: Whose,
    /// What stands in fields of persons, with its masked form; the longest first.
    secrets: Vec<(Box<str>, Box<str>)>,
    /// Numbers that begin like a person's and stand in a field of an organisation's certificate.
    open: Vec<Box<str>>,
}

/// What is shorter than this stands in many texts that have nothing to do with it.
const SHORTEST: usize = 6;

/// Adds a number of an organisation's certificate that would be hidden for a person's.
fn leave(open: &mut Vec<Box<str>>, number: &str) {
    if matches!(hide_personal(number), Cow::Owned(_)) {
        let compact: String = number.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
        open.extend(may_be_organisations(&compact).then(|| compact.into()));
    }
}

impl Veil {
    /// Over what the records of a subject hold, its filings included.
    #[must_use]
    pub fn of(subject: &Subject) -> Self {
        let mut veil = Self { whose: gather::whose(subject), ..Self::default() };
        let mut found = Vec::new();
        gather::each_open(subject, &veil.whose, &mut |text| leave(&mut veil.open, text));
        gather::each(subject, &veil.whose, &mut |held, text| found.push((held, text.trim().to_owned())));
        for (held, text) in found {
            veil.add(held, &text);
        }
        veil.sort();
        veil
    }

    /// Over the fields of a subject, of which more may be known than its records say.
    #[must_use]
    pub(crate) fn of_fields(subject: &Subject, individual: bool) -> Self {
        let mut veil = Self { whose: gather::whose(subject), ..Self::default() };
        veil.whose.individual |= individual;
        veil
    }

    /// Over what two states of a subject hold.
    #[must_use]
    pub fn over(old: Option<&Subject>, new: Option<&Subject>) -> Self {
        let mut both = Self::default();
        for veil in [old, new].into_iter().flatten().map(Self::of) {
            both.join(veil);
        }
        both
    }

    /// Hides also what another one hides.
    pub fn join(&mut self, other: Self) {
        self.whose.individual |= other.whose.individual;
        self.whose.of_organisations.extend(other.whose.of_organisations);
        self.secrets.extend(other.secrets);
        self.open.extend(other.open);
        self.sort();
    }

    fn add(&mut self, held: Held, text: &str) {
        let compact: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
        let whole = text.chars().filter(|c| !c.is_whitespace()).count();
        let mut add = |text: &str| {
            let hidden = hidden::hidden(held, text);
            if hidden != text {
                self.secrets.push((text.into(), hidden.into()));
            }
        };
        if SHORTEST <= whole {
            add(text);
        }
        // Rules write numbers without what groups them.
        if matches!(held, Held::Number | Held::Telephone) && compact != text && SHORTEST <= compact.chars().count() {
            add(&compact);
        }
    }

    fn sort(&mut self) {
        self.secrets.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        self.secrets.dedup();
    }

    /// A text as it may be shown; it has as many characters. What was hidden stays as it is if it is hidden again.
    #[must_use]
    pub fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let Cow::Owned(mut out) = self.hidden_of(text) else { return Cow::Borrowed(text) };
        // Each round hides more or is the last one.
        loop {
            let more = self.hidden_of(&out).into_owned();
            if more == out {
                return Cow::Owned(out);
            }
            out = more;
        }
    }

    fn hidden_of<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.without_secrets(text) {
            Cow::Borrowed(text) => self.without_numbers(text),
            Cow::Owned(text) => Cow::Owned(self.without_numbers(&text).into_owned()),
        }
    }

    fn without_secrets<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut out = Cow::Borrowed(text);
        for (secret, hidden) in &self.secrets {
            if out.contains(&**secret) {
                out = Cow::Owned(out.replace(&**secret, hidden));
            }
        }
        out
    }

    /// A document as it may be shown, line by line: most lines hold no number at all.
    #[must_use]
    pub fn document(&self, text: &str) -> String {
        self.without_secrets(text).split_inclusive('\n').map(|line| self.without_numbers(line)).collect()
    }

    fn without_numbers<'t>(&self, text: &'t str) -> Cow<'t, str> {
        hide_personal_but(text, &|number| self.open.iter().any(|open| **open == *number))
    }

    /// The numbers that begin like a person's and are an organisation's: its papers show them.
    #[must_use]
    pub fn open(&self) -> &[Box<str>] {
        &self.open
    }

    /// Whether what stands under a path is a number of an organisation's certificate.
    #[must_use]
    pub fn is_open(&self, path: &str, number: &str) -> bool {
        let is_theirs = |fact: Fact| field::is_organisations(&fact, &self.whose);
        may_be_organisations(number) && fact_of(path).is_some_and(is_theirs)
    }

    /// Heeds also what a value holds that was or shall be filed under a path.
    pub fn learn(&mut self, path: &str, value: &Plain) {
        let mut found = Vec::new();
        gather::open(path, value, &self.whose, &mut |text| leave(&mut self.open, text));
        gather::told(path, value, &self.whose, &mut |held, text| found.push((held, text.trim().to_owned())));
        for (held, text) in found {
            self.add(held, &text);
        }
        self.sort();
    }

    /// A sentence as it may be shown. What the program itself brings along tells nothing of anybody.
    #[must_use]
    pub fn words(&self, words: Words) -> Words {
        let one = |text: Cow<'static, str>| match text {
            Cow::Borrowed(fixed) => Cow::Borrowed(fixed),
            Cow::Owned(made) => Cow::Owned(self.text(&made).into_owned()),
        };
        Words { zh: one(words.zh), en: one(words.en) }
    }

    /// What a path of the records leads to: what it holds of a person, if anything.
    #[must_use]
    pub fn held(&self, path: &str) -> Option<Held> {
        fact_of(path).and_then(|fact| field::held(&fact, &self.whose))
    }

    /// Whether the subject is an individual, or nobody knows.
    #[must_use]
    pub const fn is_of_individual(&self) -> bool {
        self.whose.individual
    }

    /// Whether the holder of a domain is surely an organisation.
    #[must_use]
    pub fn is_of_organisation(&self, domain: &str) -> bool {
        self.whose.of_organisations.iter().any(|one| &**one == domain)
    }

    /// A value of a fact with what it holds of people masked.
    #[must_use]
    pub fn value(&self, fact: &Fact, value: &Plain) -> Plain {
        self.below(&fact.spelled(), value)
    }

    fn below(&self, path: &str, value: &Plain) -> Plain {
        match value {
            Plain::Text(text) => Plain::text(&match self.held(path) {
                Some(held) => Cow::Owned(hidden::hidden(held, text)),
                None => self.text(text),
            }),
            Plain::List(items) => Plain::List(items.iter().map(|item| self.below(path, item)).collect()),
            Plain::Map(entries) => {
                let below = |key: &str, value| self.below(&[path, "/", key].concat(), value);
                Plain::Map(entries.iter().map(|(key, value)| (self.text(key).into(), below(key, value))).collect())
            }
        }
    }

    /// A value of a fact as it may be shown.
    #[must_use]
    pub fn shown(&self, fact: &Fact, value: &Plain) -> String {
        show(&self.value(fact, value))
    }

    /// A value of a fact as it may be shown, with the names of fields in a language.
    #[must_use]
    pub fn shown_in(&self, fact: &Fact, value: &Plain, lang: Lang) -> String {
        show_in(&self.value(fact, value), lang)
    }

    /// What stands in a field of a person as it may be shown.
    #[must_use]
    pub fn field(held: Held, text: &str) -> String {
        hidden::hidden(held, text)
    }

    /// A change in one line.
    #[must_use]
    pub fn change(&self, change: &Change) -> Words {
        let Words { zh, en } = change.fact.words();
        if change.fact.is_whole() {
            let named = self.name(change).map(|name| format!(" {name}")).unwrap_or_default();
            return match change.how() {
                How::Added => words!("增加{zh}{named}", "{en}{named} is added"),
                How::Removed => words!("去掉{zh}{named}", "{en}{named} is taken away"),
                How::Changed => words!("{zh}{named}有变", "{en}{named} changes"),
            };
        }
        let shown = |value: &Plain, lang| self.shown_in(&change.fact, value, lang);
        let both =
            |value: &Option<Plain>| value.as_ref().map(|value| [Lang::Zh, Lang::En].map(|lang| shown(value, lang)));
        match (both(&change.old), both(&change.new)) {
            (Some([old_zh, old_en]), Some([new_zh, new_en])) => {
                let besides = if old_zh == new_zh { HIDDEN_DIGITS } else { Words::default() };
                let (more_zh, more_en) = (besides.zh, besides.en);
                words!("{zh}：{old_zh} → {new_zh}{more_zh}", "{en}: {old_en} → {new_en}{more_en}")
            }
            (None, Some([new_zh, new_en])) => words!("{zh}：增加 {new_zh}", "{en}: {new_en} is added"),
            (Some([old_zh, old_en]), None) => words!("{zh}：去掉 {old_zh}", "{en}: {old_en} is taken away"),
            (None, None) => words!("{zh}", "{en}"),
        }
    }

    /// The name in a record that was added or taken away.
    fn name(&self, change: &Change) -> Option<String> {
        match change.new.as_ref().or(change.old.as_ref()) {
            Some(Plain::Map(entries)) => entries.get("name").map(|name| self.text(&show(name)).into_owned()),
            Some(Plain::Text(_) | Plain::List(_)) | None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn part() -> impl Strategy<Value = &'static str> {
        prop::sample::select(
            &[
                "13800138000",
                "13812341334",
                "5678901",
                "1334",
                "110105194912310",
                "021",
                "02X",
                "E1234567",
                "8",
                "0574-",
                "87654321",
                "*",
                "**",
                "-",
                " ",
                "a",
                "@mail",
                ".example",
                "浙江省",
                "样本街",
                "护照",
            ][..],
        )
    }

    fn texts() -> impl Strategy<Value = Vec<String>> {
        prop::collection::vec(prop::collection::vec(part(), 1..5).prop_map(|parts| parts.concat()), 1..5)
    }

    proptest! {
        #[test]
        fn what_a_veil_hides_is_hidden_once_and_for_all(secrets in texts(), among in texts()) {
            let mut veil = Veil::default();
            for (n, secret) in secrets.iter().enumerate() {
                let held = [Held::Number, Held::Telephone, Held::Mail, Held::Address][n % 4];
                veil.add(held, secret);
            }
            veil.sort();
            for text in [among.concat(), [&*secrets[0], &*among[0]].concat(), secrets.concat()] {
                let once = veil.text(&text).into_owned();
                prop_assert_eq!(once.chars().count(), text.chars().count());
                prop_assert_eq!(&*veil.text(&once), &*once, "{}", text);
            }
        }
    }
}
