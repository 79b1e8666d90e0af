//! One finding as rustc would draw it: what is wrong, the lines it is about with marks
//! under them, what to do, and what it rests on.

use super::excerpt::{Excerpt, excerpt};
use super::short;
use super::shown::shown;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet};
use beian_core::day::Day;
use beian_core::rule::Severity;
use beian_core::words::Lang;
use beian_records::locate::{Located, LocatedRelated, Location};

/// Excerpts are cut to a width of ours, so that the renderer has nothing to trim.
const WIDE: usize = 10_000;

/// The most lines that two marks in one excerpt may lie apart.
const NEAR: usize = 200;

/// What stands in for the path of an excerpt, followed by the number of the place. No text
/// that went through [`shown`] holds it.
const HERE: char = '\u{fdd0}';

/// What draws, with or without colour.
pub(crate) const fn renderer(color: bool) -> Renderer {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(WIDE)
}

/// Draws a finding.
pub(crate) fn draw(finding: &Located, day: Day, lang: Lang, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let level = level.with_name(finding.severity.words().get(lang).to_owned());
    let title = level.primary_title(shown(finding.message.get(lang))).id(finding.rule.code);
    let mut group = Group::with_title(title);
    for place in places(finding, lang) {
        group = place.onto(group);
    }
    let (help, basis) = match lang {
        Lang::Zh => ("办法", "依据"),
        Lang::En => ("help", "note"),
    };
    group = group.element(Level::HELP.with_name(help).message(shown(finding.help.get(lang)).into_owned()));
    if let Some(citation) = finding.sources().first() {
        group = group.element(Level::NOTE.with_name(basis).message(citation.on(day).get(lang).to_owned()));
    }
    with_paths(&renderer.render(&[group]), finding)
}

/// A place that is drawn under one path: one mark or several.
struct Place<'a> {
    /// 0 for the finding itself, from 1 on for its related places.
    number: usize,
    location: &'a Location,
    marks: Vec<Mark>,
    /// What is said where there is no line to mark.
    word: Option<String>,
}

/// A mark under a part of a line.
struct Mark {
    line: usize,
    excerpt: Excerpt,
    /// What is said of it; the finding's own mark is explained by the title.
    label: Option<String>,
}

/// The places of a finding. Related ones that stand near in the same file are drawn into
/// its own excerpt.
fn places(finding: &Located, lang: Lang) -> Vec<Place<'_>> {
    let mut own = place(0, &finding.location, None);
    let mut others = Vec::new();
    for (index, related) in finding.related.iter().enumerate() {
        let label = shown(related.message.get(lang)).into_owned();
        let mut other = place(index + 1, &related.location, Some(label));
        if is_near(&own, related) {
            own.marks.append(&mut other.marks);
        } else {
            others.push(other);
        }
    }
    others.insert(0, own);
    others
}

fn place(number: usize, location: &Location, label: Option<String>) -> Place<'_> {
    match excerpt(location) {
        Some(excerpt) => {
            Place { number, location, marks: vec![Mark { line: location.line, excerpt, label }], word: None }
        }
        None => Place { number, location, marks: Vec::new(), word: label },
    }
}

/// Whether a related place can be shown in the excerpt of the finding.
fn is_near(own: &Place<'_>, related: &LocatedRelated) -> bool {
    let line = related.location.line;
    // A single line between two marks would be drawn, and what stands in it is not known
    // here. Two marks in one line need the same cut of it.
    let fits = |mark: &Mark| match mark.line.abs_diff(line) {
        0 => excerpt(&related.location).is_some_and(|other| other.text == mark.excerpt.text),
        apart => apart != 2 && apart <= NEAR,
    };
    related.location.path == own.location.path
        && !related.location.excerpt.is_empty()
        && !own.marks.is_empty()
        && own.marks.iter().all(fits)
}

impl Place<'_> {
    fn onto(mut self, group: Group<'_>) -> Group<'_> {
        if self.marks.is_empty() {
            let group = if self.number == 0 { group } else { group.element(Padding) };
            let group = group.element(Origin::path(format!("{HERE}{}", self.number)));
            return match self.word {
                Some(word) => group.element(Level::NOTE.no_name().message(word)),
                None => group,
            };
        }
        self.marks.sort_by_key(|mark| mark.line);
        group.element(self.snippet())
    }

    /// The lines with marks, and empty ones between them, which the renderer leaves out.
    fn snippet<'s>(self) -> Snippet<'s, Annotation<'s>> {
        let first = self.marks.first().map_or(1, |mark| mark.line);
        let mut source = String::new();
        let mut annotations = Vec::new();
        let (mut line, mut start) = (first, 0);
        for mark in self.marks {
            while line < mark.line {
                source.push('\n');
                line += 1;
                start = source.len();
            }
            if source.len() == start {
                source.push_str(&mark.excerpt.text);
            }
            let is_own = self.number == 0 && mark.label.is_none();
            let kind = if is_own { AnnotationKind::Primary } else { AnnotationKind::Context };
            let span = start + mark.excerpt.marked.start..start + mark.excerpt.marked.end;
            annotations.push(kind.span(span).label(mark.label));
        }
        Snippet::source(source).line_start(first).path(format!("{HERE}{}", self.number)).annotations(annotations)
    }
}

/// Puts the paths into a drawing.
///
/// The renderer counts columns in the line it is given, which is not the line of the file
/// where something was masked, escaped or cut. So it draws stand-ins, and here they become
/// the path, line and column that are meant.
fn with_paths(drawn: &str, finding: &Located) -> String {
    let mut pieces = drawn.split(HERE);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
        let number: usize = piece[..digits].parse().unwrap_or(0);
        let location = match number.checked_sub(1) {
            None => &finding.location,
            Some(index) => finding.related.get(index).map_or(&finding.location, |related| &related.location),
        };
        out += &short::place(location);
        out += piece.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit());
    }
    out
}
