//! The report for people, in the manner of rustc: what, where with the line itself, what
//! to do, and what it rests on.

use super::excerpt::{Excerpt, excerpt};
use super::report::Report;
use super::short;
use super::shown::shown;
use super::summary;
use crate::context::Context;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use beian_core::rule::{Citation, Severity, SourceKind};
use beian_core::words::{Lang, Words};
use beian_records::locate::{Located, LocatedRelated, Location};
use std::io::{self, Write};

/// Excerpts are cut to a width of ours, so that the renderer has nothing to trim.
const WIDE: usize = 10_000;

/// The most lines that two marks in one excerpt may lie apart.
const NEAR: usize = 200;

/// Writes the report. Notes are one line each unless they are asked for in full: an
/// imported register has hundreds, and errors must not drown in them.
pub(crate) fn write(report: &Report, context: &Context, out: &mut dyn Write) -> io::Result<()> {
    let renderer = if context.color { Renderer::styled() } else { Renderer::plain() }.term_width(WIDE);
    let (notes, heavy): (Vec<&Located>, Vec<&Located>) =
        report.findings.iter().partition(|finding| finding.severity == Severity::Note && !context.verbose);
    for finding in heavy {
        writeln!(out, "{}\n", drawn(finding, context.lang, &renderer))?;
    }
    if context.quiet {
        return Ok(());
    }
    for note in &notes {
        writeln!(out, "{}", short::line(note, context.lang))?;
    }
    if !notes.is_empty() {
        writeln!(out)?;
    }
    summary::write(report, context.lang, out)
}

fn drawn(finding: &Located, lang: Lang, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let level = level.with_name(finding.severity.words().get(lang).to_owned());
    let title = level.primary_title(shown(finding.message.get(lang))).id(finding.rule.code);
    let mut group = Group::with_title(title);
    let (here, elsewhere): (Vec<_>, Vec<_>) =
        finding.related.iter().partition(|related| is_near(&related.location, &finding.location));
    group = with_place(group, finding, &here, lang);
    for related in elsewhere {
        group = with_related(group, related, lang);
    }
    let (help, basis) = match lang {
        Lang::Zh => ("办法", "依据"),
        Lang::En => ("help", "note"),
    };
    group = group.element(Level::HELP.with_name(help).message(shown(finding.help.get(lang)).into_owned()));
    if let Some(citation) = finding.rule.sources.first() {
        group = group.element(Level::NOTE.with_name(basis).message(cited(citation).get(lang).to_owned()));
    }
    renderer.render(&[group])
}

/// Whether a related place can be shown in the excerpt of the finding. Exactly one line
/// between the two would be drawn, and what stands in it is not known here.
fn is_near(related: &Location, finding: &Location) -> bool {
    let apart = related.line.abs_diff(finding.line);
    related.path == finding.path && 0 < related.line && 0 < finding.line && apart <= NEAR && apart != 2
}

fn with_place<'a>(group: Group<'a>, finding: &Located, near: &[&LocatedRelated], lang: Lang) -> Group<'a> {
    let group = group.element(origin(&finding.location));
    let Some(primary) = excerpt(&finding.location) else {
        // Without a line to draw, related places can only be named.
        return near.iter().fold(group, |group, related| with_related(group, related, lang));
    };
    let mut marks = vec![(&finding.location, primary, None)];
    for related in near {
        if let Some(line) = excerpt(&related.location) {
            marks.push((&related.location, line, Some(shown(related.message.get(lang)).into_owned())));
        }
    }
    group.element(snippet(marks))
}

/// The lines with marks, and empty ones between them, which the renderer leaves out.
fn snippet<'a>(mut marks: Vec<(&Location, Excerpt, Option<String>)>) -> Snippet<'a, Annotation<'a>> {
    marks.sort_by_key(|(location, ..)| location.line);
    let first = marks.first().map_or(1, |(location, ..)| location.line);
    let mut source = String::new();
    let mut annotations = Vec::new();
    let (mut line, mut start) = (first, 0);
    let mut drawn: Option<&Location> = None;
    for (location, excerpt, label) in &marks {
        while line < location.line {
            source.push('\n');
            line += 1;
            start = source.len();
        }
        let same = drawn.is_some_and(|drawn| drawn.line == location.line);
        if !same {
            source.push_str(&excerpt.text);
            drawn = Some(location);
        }
        // Two marks in one line that was cut for one of them cannot both be shown.
        if same && source.get(start..) != Some(excerpt.text.as_str()) {
            continue;
        }
        let kind = if label.is_none() { AnnotationKind::Primary } else { AnnotationKind::Context };
        let span = start + excerpt.marked.start..start + excerpt.marked.end;
        annotations.push(kind.span(span).label(label.clone()));
    }
    Snippet::source(source).line_start(first).annotations(annotations)
}

fn with_related<'a>(group: Group<'a>, related: &LocatedRelated, lang: Lang) -> Group<'a> {
    let label = shown(related.message.get(lang)).into_owned();
    let group = group.element(origin(&related.location));
    match excerpt(&related.location) {
        Some(line) => {
            let mark = AnnotationKind::Context.span(line.marked).label(label);
            group.element(Snippet::source(line.text).line_start(related.location.line).annotation(mark))
        }
        None => group.element(Level::NOTE.no_name().message(label)),
    }
}

fn origin<'a>(location: &Location) -> Origin<'a> {
    let origin = Origin::path(shown(&location.path).into_owned());
    if location.line == 0 { origin } else { origin.line(location.line).char_column(location.column) }
}

/// A source in one line: title, number, article, since when it is in force.
pub(crate) fn cited(citation: &Citation) -> Words {
    let source = citation.source;
    let mut zh = format!("《{}》", source.title);
    let mut en = source.title_en.to_owned();
    if !source.number.is_empty() {
        zh += &format!("（{}）", source.number);
        en += &format!(" ({})", source.number);
    }
    if !citation.article.is_empty() {
        zh += citation.article;
        en += &format!(", {}", citation.article);
    }
    // The format of records is ours; since when it holds is of no use to a reader.
    match source.in_force {
        _ if source.kind == SourceKind::RecordFormat => {}
        Some(day) => {
            zh += &format!("，{day} 起施行");
            en += &format!(", in force since {day}");
        }
        None => {
            zh += &format!("，{}，{}", source.publisher, source.dated);
            en += &format!(", {}, {}", source.publisher, source.dated);
        }
    }
    Words { zh: zh.into(), en: en.into() }
}
