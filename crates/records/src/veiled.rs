//! The lines of a record, as far as they may be shown.
//!
//! A line is shown under a fault, and most often because something is wrong with its file, so that
//! no reader knows what stands in it. What it may hold of people is told by the keys above it and
//! in it; where those do not tell, nothing of it is shown in what speaks of people.

use beian_core::personal::{Held, Veil};
use std::borrow::Cow;
use std::ops::Range;

/// What of a file may not be shown: ranges of bytes, with what they hold if that is known.
pub(crate) type Hidden = Vec<(Range<usize>, Option<Held>)>;

/// Fields of people and of what holds domains in which nothing stands that is masked.
const OPEN: [&str; 14] = [
    "name",
    "born",
    "home",
    "kind",
    "valid",
    "from",
    "until",
    "region",
    "whose",
    "relation",
    "post",
    "department",
    "tag",
    "to",
];

/// Fields that hold what is masked, wherever somebody put them.
const TELLING: [&str; 6] = ["number", "mobile", "phone", "email", "address", "certificate"];

/// The ranges of a file, called by its name without ending, that may not be shown.
pub(crate) fn hidden(file: &str, text: &str, veil: &Veil) -> Hidden {
    let mut lines = Lines { file, veil, above: Vec::new(), found: Vec::new() };
    let mut at = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        lines.line(at, line.trim_end_matches(['\n', '\r']));
        at += line.len();
    }
    lines.found
}

/// A line that begins at a byte of its file, as it may be shown, and where in it a range of its
/// bytes is then. It keeps the number of its characters.
pub(crate) fn line<'l>(
    line: &'l str,
    begins: usize,
    hidden: &Hidden,
    veil: &Veil,
    marked: Range<usize>,
) -> (Cow<'l, str>, Range<usize>) {
    let ends = begins + line.len();
    let first = hidden.partition_point(|(range, _)| range.end <= begins);
    let inside = hidden.iter().skip(first).take_while(|(range, _)| range.start < ends);
    let (mut shown, mut at) = (String::new(), 0);
    for (range, held) in inside {
        let (from, to) = (range.start.saturating_sub(begins), (range.end - begins).min(line.len()));
        let (Some(before), Some(value)) = (line.get(at..from), line.get(from..to)) else { continue };
        shown.push_str(&veil.text(before));
        shown.push_str(&value_shown(value, *held));
        at = to;
    }
    let rest = veil.text(line.get(at..).unwrap_or_default());
    if at == 0 && matches!(rest, Cow::Borrowed(_)) {
        return (Cow::Borrowed(line), marked);
    }
    shown.push_str(&rest);
    let moved = |at: usize| {
        let count = line.get(..at).map_or(0, |before| before.chars().count());
        shown.char_indices().nth(count).map_or(shown.len(), |(at, _)| at)
    };
    let marked = moved(marked.start)..moved(marked.end);
    (Cow::Owned(shown), marked)
}

/// What stands at some bytes of a file and may not be shown, without its quotes, and its masked
/// form; nothing if it may be shown, or is so short that it stands in any sentence.
pub(crate) fn at(text: &str, hidden: &Hidden, span: Range<usize>) -> Option<(String, String)> {
    const SHORTEST: usize = 3;
    let first = hidden.partition_point(|(range, _)| range.end <= span.start);
    let (range, held) = hidden.get(first).filter(|(range, _)| range.start < span.end)?;
    let value = text.get(range.start.max(span.start)..range.end.min(span.end))?.trim_matches(['"', '\'', ' ']);
    (SHORTEST <= value.chars().count()).then(|| (value.to_owned(), value_shown(value, *held)))
}

/// A value as it is written in a file: what quotes it stays, a note after it does not count.
fn value_shown(value: &str, held: Option<Held>) -> String {
    let (value, note) = value.find(" #").map_or((value, ""), |at| value.split_at(at));
    let inner = value.trim_matches(['"', '\'', ' ']);
    let starts = value.find(inner).unwrap_or(0);
    let (before, after) = (value.get(..starts), value.get(starts + inner.len()..));
    let starred = |text: &str| text.chars().map(|c| if c.is_alphanumeric() { '*' } else { c }).collect::<String>();
    let shown = held.map_or_else(|| starred(inner), |held| Veil::field(held, inner));
    [before.unwrap_or_default(), &shown, after.unwrap_or_default(), &starred(note)].concat()
}

/// Whether a value may be shown, and what it holds if not.
enum May {
    Show,
    Hide(Option<Held>),
}

struct Lines<'t, 'v> {
    file: &'v str,
    veil: &'v Veil,
    /// The keys above a line, with their indentations.
    above: Vec<(usize, &'t str)>,
    found: Hidden,
}

impl<'t> Lines<'t, '_> {
    fn line(&mut self, at: usize, line: &'t str) {
        // What is commented out is still there to be read.
        let body = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '-' | '?' | '\u{feff}'));
        let (indent, is_comment) = (line.len() - body.len(), line.trim_start().starts_with('#'));
        let kept = self.above.iter().take_while(|(above, _)| *above < indent).count();
        let Some((key, value)) = key(body) else {
            let may = self.may(self.above.iter().take(kept).map(|(_, key)| *key));
            return self.hide(at + indent, body, &may);
        };
        if !is_comment {
            self.above.truncate(kept);
            self.above.push((indent, key));
        }
        let may = self.may(self.above.iter().take(kept).map(|(_, key)| *key).chain([key]));
        self.hide(at + indent + value, body.get(value..).unwrap_or_default(), &may);
    }

    fn hide(&mut self, at: usize, text: &str, may: &May) {
        let May::Hide(held) = may else { return };
        let begins = at + text.len() - text.trim_start().len();
        // A sign that opens or ends a block or a list has nothing in it.
        if text.contains(|c: char| c.is_alphanumeric()) {
            self.found.push((begins..begins + text.trim().len(), *held));
        }
    }

    /// What a value under some keys may hold.
    fn may<'k>(&self, keys: impl Iterator<Item = &'k str>) -> May {
        let path = keys.fold(self.file.to_owned(), |path, key| path + "/" + key);
        if let Some(held) = self.veil.held(&path) {
            return May::Hide(Some(held));
        }
        // A filing tells of facts of other records.
        let fact = path.split_once("/facts/").map_or(&*path, |(_, fact)| fact);
        let mut steps = fact.split('/');
        let (record, rest): (_, Vec<&str>) = (steps.next().unwrap_or_default(), steps.collect());
        let leaf = rest.last().copied().unwrap_or_default();
        let is_shown = match record {
            "people" => 1 < rest.len() && OPEN.contains(&leaf) && !self.is_within_held(fact),
            "domains" => match rest.as_slice() {
                [] => self.file != "domains",
                [key, ..] if self.veil.is_of_organisation(key) => true,
                [_] => false,
                [_, field, ..] => !matches!(*field, "holder") && !TELLING.contains(&leaf) || OPEN.contains(&leaf),
            },
            "subject" if self.veil.is_of_individual() => match rest.as_slice() {
                [] => self.file != "subject",
                ["certificate" | "address", ..] => OPEN.contains(&leaf) && !self.is_within_held(fact),
                [field] => !TELLING.contains(field),
                [..] => true,
            },
            _ => true,
        };
        if is_shown { May::Show } else { May::Hide(None) }
    }

    /// Whether a path goes on below a field that holds something of a person.
    fn is_within_held(&self, fact: &str) -> bool {
        fact.match_indices('/').any(|(at, _)| fact.get(..at).is_some_and(|above| self.veil.held(above).is_some()))
    }
}

/// The key at the beginning of a line, and where its value begins.
fn key(body: &str) -> Option<(&str, usize)> {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t']);
    let (name, colon) = match body.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        Some(quote) => {
            let end = 1 + body.get(1..)?.find(quote)?;
            (body.get(1..end)?, end + 1)
        }
        None => {
            let at = body.match_indices(':').map(|(at, _)| at).find(|at| body.get(at + 1..).is_some_and(ends))?;
            (body.get(..at)?, at)
        }
    };
    let after = body.get(colon..)?;
    let value = after.trim_start().strip_prefix(':').filter(|rest| ends(rest))?;
    let is_key = !name.trim().is_empty() && !name.contains(['{', '[', ',']);
    is_key.then_some((name.trim(), body.len() - value.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use beian_core::model::Subject;

    fn shown(file: &str, text: &str) -> String {
        let mut bytes = text.to_owned();
        for (range, _) in hidden(file, text, &Veil::of(&Subject::default())) {
            bytes.replace_range(range.clone(), &"*".repeat(range.len()));
        }
        bytes
    }

    #[test]
    fn what_speaks_of_people_is_shown_only_where_it_is_known_to_be_open() {
        for (file, text, wanted) in [
            ("people", "zhang:\n  name: Z\n  mobile: 1380", "zhang:\n  name: Z\n  mobile: ****"),
            ("people", "zhang:\n  mobile: >\n    12\n  name: Z", "zhang:\n  mobile: >\n    **\n  name: Z"),
            ("people", "zhang:\n  # mobile: 12", "zhang:\n  # mobile: **"),
            ("people", "zhang: {name: Z}", "zhang: *********"),
            ("people", "zhang:\n  certificate: E12", "zhang:\n  certificate: ***"),
            ("people", "zhang:\n  certificate:\n    number: E1", "zhang:\n  certificate:\n    number: **"),
            ("people", "zhang:\n  number:\n    name: E1", "zhang:\n  number:\n    name: E1"),
            ("people", "zhang:\n  mobile:\n    name: E1", "zhang:\n  mobile:\n    name: **"),
            ("people", "E12", "***"),
            ("people", "zhang:\n  phone : \"12\"", "zhang:\n  phone : ****"),
            ("filings/2021", "facts:\n  people/z/mobile: 12", "facts:\n  people/z/mobile: **"),
            ("filings/2021", "facts:\n  people/z/mobile:\n    from: 12", "facts:\n  people/z/mobile:\n    from: **"),
            ("filings/2021", "facts:\n  subject/name: AB", "facts:\n  subject/name: AB"),
            ("filings/2021", "order: 12", "order: 12"),
            ("subject", "address: AB\nname: C", "address: **\nname: C"),
            ("subject", "numbers:\n  - number: 12", "numbers:\n  - number: 12"),
            ("subject", "certificate:\n  number: 12\n  kind: K", "certificate:\n  number: **\n  kind: K"),
            (
                "domains",
                "a.cn:\n  holder:\n    certificate:\n      number: 12",
                "a.cn:\n  holder:\n    certificate:\n      number: **",
            ),
            ("domains", "a.cn:\n  registrar: AB", "a.cn:\n  registrar: AB"),
            ("services", "a:\n  number: 12", "a:\n  number: 12"),
        ] {
            assert_eq!(shown(file, text), wanted);
        }
    }
}
