//! From a place to a line: the last step before a report.

use crate::veiled::{self, Hidden};
use crate::yaml::LineIndex;
use beian_core::law::Citation;
use beian_core::personal::Veil;
use beian_core::record::{Place, Places};
use beian_core::rule::{Finding, Rule, Severity};
use beian_core::words::Words;
use std::cell::OnceCell;
use std::ops::Range;

/// Where something stands in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Location {
    /// The file, from the records folder on.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Last line.
    pub end_line: usize,
    /// Column after the last character.
    pub end_column: usize,
    /// The line as it is written, or a part of it; empty if there is none to show.
    pub excerpt: Box<str>,
    /// What of the line the excerpt leaves out.
    pub cut: Cut,
    /// The bytes of the excerpt that are meant.
    pub marked: Range<usize>,
}

/// Whether an excerpt leaves out the ends of its line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cut {
    /// Its line begins before it.
    pub before: bool,
    /// Its line goes on after it.
    pub after: bool,
}

/// A place that explains a finding, located.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocatedRelated {
    /// Where.
    pub location: Location,
    /// The fact that stands there, with its subject.
    pub fact: String,
    /// What it has to do with the finding.
    pub message: Words,
}

/// A finding that knows its file and line.
#[derive(Debug, Clone)]
pub struct Located {
    /// The rule.
    pub rule: &'static Rule,
    /// How heavy it weighs.
    pub severity: Severity,
    /// The subject.
    pub subject: String,
    /// The fact, with its subject.
    pub fact: String,
    /// Where.
    pub location: Location,
    /// What is wrong.
    pub message: Words,
    /// What to do.
    pub help: Words,
    /// What it rests on here, if that is more exact than the rule's sources.
    pub rests_on: Vec<Citation>,
    /// Other places that explain it.
    pub related: Vec<LocatedRelated>,
}

impl Located {
    /// What it rests on, the chief text first.
    #[must_use]
    pub fn sources(&self) -> &[Citation] {
        if self.rests_on.is_empty() { self.rule.sources } else { &self.rests_on }
    }

    /// What findings are sorted by: file, place, code, wording.
    #[must_use]
    pub fn order(&self) -> (&str, usize, usize, &str, &str) {
        let Location { path, line, column, .. } = &self.location;
        (path, *line, *column, self.rule.code, &self.message.en)
    }
}

/// The text of one file of a subject, kept while its findings are located.
#[derive(Debug)]
pub struct Text<'t> {
    /// The file, from the records folder on.
    pub path: String,
    /// What it is called in the subject's folder, without ending; empty for a file of no subject.
    name: String,
    /// Its text.
    pub text: &'t str,
    /// Where its lines begin, once that is asked for: clean records never ask.
    lines: OnceCell<LineIndex<'t>>,
    /// What of it may not be shown, once one of its lines is shown.
    hidden: OnceCell<Hidden>,
}

impl<'t> Text<'t> {
    /// A file's text.
    #[must_use]
    pub const fn new(path: String, text: &'t str) -> Self {
        Self { path, name: String::new(), text, lines: OnceCell::new(), hidden: OnceCell::new() }
    }

    /// What of it may not be shown.
    fn hidden(&self, veil: &Veil) -> &Hidden {
        self.hidden.get_or_init(|| veiled::hidden(&self.name, self.text, veil))
    }

    /// The same of a file that is called so in a subject's folder.
    #[must_use]
    pub fn of_subject(self, name: &str) -> Self {
        Self { name: name.to_owned(), ..self }
    }
}

/// Knows the texts of one subject and where its values stand.
#[derive(Debug)]
pub struct Locator<'a, 't> {
    /// The texts, by the numbers that places hold.
    pub texts: &'a [Text<'t>],
    /// Where the values in them stand.
    pub places: &'a Places,
    /// What begins their facts: the subject's name, or nothing for a file that is no part of one.
    pub subject: &'a str,
    /// The subject's folder: what a finding about no file points at.
    pub folder: &'a str,
    /// What of people may not be shown.
    pub veil: &'a Veil,
}

impl Locator<'_, '_> {
    /// Locates a finding.
    #[must_use]
    pub fn finding(&self, finding: Finding) -> Located {
        let mut fact = self.fact(finding.place);
        if let Some(field) = finding.missing {
            fact.push('/');
            fact.push_str(field);
        }
        let related = finding
            .related
            .into_iter()
            .map(|related| LocatedRelated {
                location: self.location(related.place),
                fact: self.fact(related.place),
                message: self.veil.words(related.message),
            })
            .collect();
        let said = |words: Words| self.said(finding.place, words);
        Located {
            rule: finding.rule,
            severity: finding.severity,
            subject: self.subject.to_owned(),
            fact: fact.trim_matches('/').to_owned(),
            location: self.location(finding.place),
            message: said(finding.message),
            help: finding.help.map_or_else(|| finding.rule.help.clone(), said),
            rests_on: finding.rests_on,
            related,
        }
    }

    /// What is said of a place, without what may not be shown of it. What could not be read is in
    /// no veil, and so is looked up where it stands.
    fn said(&self, place: Place, words: Words) -> Words {
        let words = self.veil.words(words);
        let hidden = || {
            let (file, span) = self.places.span(place)?;
            let text = self.texts.get(file as usize)?;
            veiled::at(text.text, text.hidden(self.veil), span)
        };
        match hidden() {
            Some((value, shown)) if words.zh.contains(&value) || words.en.contains(&value) => {
                let without = |text: &str| text.replace(&value, &shown).into();
                Words { zh: without(&words.zh), en: without(&words.en) }
            }
            _ => words,
        }
    }

    /// The fact that stands at a place, with its subject.
    fn fact(&self, place: Place) -> String {
        format!("{}/{}", self.subject, self.places.fact(place))
    }

    /// Where a place stands.
    #[must_use]
    pub fn location(&self, place: Place) -> Location {
        let Some((file, span)) = self.places.span(place) else {
            return Location { path: self.folder.to_owned(), ..Location::default() };
        };
        self.texts.get(file as usize).map_or_else(Location::default, |text| locate(text, span, self.veil))
    }
}

/// The longest line that is kept for an excerpt, in bytes. A longer one is cut around what
/// is meant, so that a file of one line does not end in a report of one megabyte.
const LONGEST: usize = 400;

fn locate(text: &Text<'_>, span: Range<usize>, veil: &Veil) -> Location {
    let lines = text.lines.get_or_init(|| LineIndex::new(text.text));
    let start = snap(text.text, span.start);
    let end = snap(text.text, span.end).max(start);
    let (line, column) = lines.line_column(offset(start));
    let (end_line, end_column) = lines.line_column(offset(end));
    let whole = lines.line_text(line);
    let from = text.text[..start].rfind('\n').map_or(0, |at| at + 1);
    let (in_line, after) = (start - from, (end - from).min(whole.len()));
    let in_line = in_line.min(whole.len());
    let (whole, marked) = veiled::line(whole, from, text.hidden(veil), veil, in_line..after.max(in_line));
    let (excerpt, marked, cut) = excerpt(&whole, marked);
    Location { path: text.path.clone(), line, column, end_line, end_column, excerpt, marked, cut }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The nearest boundary of a character at or before a byte.
fn snap(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at)
}

fn excerpt(line: &str, marked: Range<usize>) -> (Box<str>, Range<usize>, Cut) {
    if line.len() <= LONGEST {
        return (line.into(), marked, Cut::default());
    }
    let from = line.floor_char_boundary(marked.start.saturating_sub(LONGEST / 4));
    let to = line.floor_char_boundary(from + LONGEST);
    let shown = line.get(from..to).unwrap_or_default();
    let end = marked.end.min(to) - from;
    let cut = Cut { before: 0 < from, after: to < line.len() };
    (shown.into(), marked.start - from..end.max(marked.start - from), cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_says_what_of_its_line_it_leaves_out() {
        let whole = "x".repeat(LONGEST);
        assert_eq!(excerpt(&whole, 3..4), (whole.as_str().into(), 3..4, Cut::default()));
        let long = "x".repeat(3 * LONGEST);
        let cut = |at: usize| excerpt(&long, at..at + 1).2;
        assert_eq!(cut(0), Cut { before: false, after: true });
        assert_eq!(cut(LONGEST + 200), Cut { before: true, after: true });
        assert_eq!(cut(3 * LONGEST - 1), Cut { before: true, after: false });
    }
}
