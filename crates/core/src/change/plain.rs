//! Values as plain data: how they are compared and shown.

use super::fact::Mode;
use crate::model::{Access, Approval, Licence, NumberHeld, PlatformRelease};
use crate::names::DomainName;
use crate::numbers::mask;
use crate::record::{Keyed, Placed, Plain, Record, Slot, Value, Writer};
use crate::words::Lang;
use std::collections::BTreeMap;

/// Any value as plain data, with its lists in one order.
pub(crate) fn plain<T: Value>(value: &T) -> Plain {
    ordered(written(value))
}

/// Any value as plain data, with its lists as they stand.
fn written<T: Value>(value: &T) -> Plain {
    let mut sink = Sink::default();
    value.write(&mut sink);
    sink.out.unwrap_or_else(|| Plain::text(""))
}

/// The plain data of a field; none if it is absent or cannot be read.
pub(crate) fn of_slot<T: Value>(slot: &Slot<T>) -> Option<Plain> {
    slot.known().map(plain)
}

/// Lists mean the same in any order, so they get one.
pub(crate) fn ordered(plain: Plain) -> Plain {
    match plain {
        Plain::Text(text) => Plain::Text(text),
        Plain::List(items) => {
            let mut items: Vec<Plain> = items.into_iter().map(ordered).collect();
            if 1 < items.len() {
                items.sort_by_cached_key(show);
            }
            Plain::List(items)
        }
        Plain::Map(entries) => Plain::Map(entries.into_iter().map(|(key, value)| (key, ordered(value))).collect()),
    }
}

/// A value as people read it, personal numbers in full.
pub(crate) fn show(plain: &Plain) -> String {
    match plain {
        Plain::Text(text) => text.to_string(),
        Plain::List(items) => items.iter().map(show).collect::<Vec<_>>().join("、"),
        Plain::Map(entries) => {
            entries.iter().map(|(key, value)| format!("{key} {}", show(value))).collect::<Vec<_>>().join("，")
        }
    }
}

/// A value as people read it, with the names of fields in the language; personal numbers in full.
#[must_use]
pub fn show_in(plain: &Plain, lang: Lang) -> String {
    let (and, then, to) = match lang {
        Lang::Zh => ("、", "，", " 至 "),
        Lang::En => ("; ", ", ", " to "),
    };
    match plain {
        Plain::Text(text) => text.to_string(),
        Plain::List(items) => items.iter().map(|item| show_in(item, lang)).collect::<Vec<_>>().join(and),
        Plain::Map(entries) if is_term(entries) => {
            let end = |key: &str| entries.get(key).map(show).unwrap_or_default();
            format!("{}{to}{}", end("from"), end("until")).trim().to_owned()
        }
        Plain::Map(entries) => {
            let labelled = entries.iter().map(|(key, value)| format!("{} {}", label(key, lang), show_in(value, lang)));
            labelled.collect::<Vec<_>>().join(then)
        }
    }
}

fn is_term(entries: &BTreeMap<Box<str>, Plain>) -> bool {
    !entries.is_empty() && entries.keys().all(|key| matches!(&**key, "from" | "until"))
}

/// What filing people call a field of a record in a list.
fn label(key: &str, lang: Lang) -> String {
    let records = [Access::INFO, Approval::INFO, PlatformRelease::INFO, NumberHeld::INFO, Licence::INFO];
    let known = records.iter().find_map(|info| info.field(key)).filter(|_| lang == Lang::Zh);
    known.map_or(key, |field| field.label).to_owned()
}

/// Whether two values of a fact say the same.
pub(crate) fn same(mode: Mode, a: &Plain, b: &Plain) -> bool {
    match mode {
        // Most of what is compared did not change.
        Mode::Plain => a == b || ordered(a.clone()) == ordered(b.clone()),
        Mode::Personal => match (a, b) {
            (Plain::Text(a), Plain::Text(b)) => same_number(a, b),
            _ => a == b,
        },
        Mode::Domains => domains(a) == domains(b),
        Mode::Validity => term(a) == term(b),
    }
}

/// Whether two spellings of a personal number can be one number: equal, or one masked and
/// the other fitting the visible ends of it.
///
/// Two masked numbers are one only if they are spelled alike; whether they hide one number
/// nobody can tell, and it is the same fact that is compared here over time.
pub(crate) fn same_number(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (masked, full) = match (mask::is_masked(a), mask::is_masked(b)) {
        (true, false) => (a, b),
        (false, true) => (b, a),
        (true, true) | (false, false) => return false,
    };
    masked.chars().count() == full.chars().count()
        && masked.chars().zip(full.chars()).all(|(m, f)| m == '*' || m.eq_ignore_ascii_case(&f))
}

/// The ASCII form of a domain, or the text itself where it is none.
pub(crate) fn ascii(text: &str) -> String {
    DomainName::parse(text).map_or_else(|_| text.to_lowercase(), |domain| domain.ascii().to_owned())
}

fn domains(plain: &Plain) -> Vec<String> {
    let mut names: Vec<String> = match plain {
        Plain::Text(text) => vec![ascii(text)],
        Plain::List(items) => items.iter().map(|item| ascii(&show(item))).collect(),
        Plain::Map(_) => vec![show(plain)],
    };
    names.sort();
    names
}

/// A term as first and last day.
fn term(plain: &Plain) -> (Option<String>, Option<String>) {
    match plain {
        Plain::Map(entries) => (entries.get("from").map(show), entries.get("until").map(show)),
        Plain::Text(_) | Plain::List(_) => (None, Some(show(plain))),
    }
}

/// Takes a value as plain data.
#[derive(Default)]
pub(super) struct Sink {
    pub(super) out: Option<Plain>,
    fields: Vec<BTreeMap<Box<str>, Plain>>,
}

impl Writer for Sink {
    fn text(&mut self, text: &str) {
        self.out = Some(Plain::text(text));
    }

    fn bare(&mut self, text: &str) {
        self.text(text);
    }

    fn record<T: Record>(&mut self, record: &T) {
        self.fields.push(BTreeMap::new());
        record.write_fields(self);
        self.out = self.fields.pop().map(Plain::Map);
    }

    fn field<T: Value>(&mut self, name: &'static str, slot: &Slot<T>) {
        if let (Some(value), Some(fields)) = (slot.known().map(written), self.fields.last_mut()) {
            fields.insert(name.into(), value);
        }
    }

    fn list<T: Value>(&mut self, items: &[Placed<T>]) {
        self.out = Some(Plain::List(items.iter().map(|item| written(&item.value)).collect()));
    }

    fn keyed<T: Value>(&mut self, entries: &Keyed<T>) {
        self.out = Some(Plain::Map(entries.iter().map(|(key, entry)| (key.into(), written(&entry.value))).collect()));
    }

    fn plain(&mut self, plain: &Plain) {
        self.out = Some(plain.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_number_is_the_plain_one_that_fits_it() {
        assert!(same_number("138****8000", "13800138000"));
        assert!(same_number("110***********002X", "11010519491231002x"));
        assert!(!same_number("138****8000", "13900138000"));
        assert!(!same_number("138****8000", "138001380001"));
        assert!(!same_number("138****8000", "138****8001"));
    }

    #[test]
    fn order_and_spelling_of_domains_are_nothing() {
        let list = |names: &[&str]| Plain::List(names.iter().map(|name| Plain::text(name)).collect());
        let (a, b) = (list(&["例子.cn", "b.cn"]), list(&["b.cn", "xn--fsqu00a.cn"]));
        assert!(same(Mode::Domains, &a, &b));
        assert!(!same(Mode::Plain, &a, &b));
        assert!(same(Mode::Plain, &list(&["x", "y"]), &list(&["y", "x"])));
    }
}
