//! A review for a terminal: subject by subject, then what is newly wrong.

use super::narrow::concerning;
use super::points::{points, verdict};
use super::{Report, fate, lost, not_read, of_evidence};
use crate::context::Context;
use crate::output::draw::{draw, renderer};
use crate::output::short;
use crate::output::shown::shown;
use beian_core::change::Change;
use beian_core::personal::Veil;
use beian_core::procedure::{Reason, Required, Verdict};
use beian_core::rule::Severity;
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_records::locate::Located;
use beian_records::review::SubjectReview;
use std::io::{self, Write};

/// The most facts of one answer that are listed, unless everything is asked for.
const MOST: usize = 20;

/// Writes the review.
pub(crate) fn write(report: &Report, context: &Context, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint { color: context.color };
    for subject in &report.review.subjects {
        write_subject(subject, context, &paint, out)?;
    }
    for moved in &report.review.moves {
        writeln!(out, "{}", shown(moved.get(context.lang)))?;
    }
    if !report.review.moves.is_empty() {
        writeln!(out)?;
    }
    write_findings(report, context, out)?;
    if !context.quiet {
        let compared = report.sides.words();
        writeln!(out, "{} · {}", compared.get(context.lang), report.counted().get(context.lang))?;
    }
    Ok(())
}

/// Notes are one line each, unless they are asked for in full.
fn write_findings(report: &Report, context: &Context, out: &mut dyn Write) -> io::Result<()> {
    let renderer = renderer(context.color);
    let (notes, heavy): (Vec<&Located>, Vec<&Located>) =
        report.review.findings.iter().partition(|finding| finding.severity == Severity::Note && !context.verbose);
    for finding in heavy {
        writeln!(out, "{}\n", draw(finding, report.today, context.lang, &renderer))?;
    }
    if context.quiet {
        return Ok(());
    }
    for note in &notes {
        writeln!(out, "{}", short::line(note, context.lang))?;
    }
    if notes.is_empty() { Ok(()) } else { writeln!(out) }
}

fn write_subject(subject: &SubjectReview, context: &Context, paint: &Paint, out: &mut dyn Write) -> io::Result<()> {
    let title = format!("{}{}", shown(&subject.id), fate(subject, context.lang));
    writeln!(out, "{}", paint.bold(&title))?;
    for one in &subject.lost {
        writeln!(out, "  {}", paint.red(&shown(lost(one).get(context.lang))))?;
    }
    if !subject.lost.is_empty() {
        return writeln!(out);
    }
    for rename in &subject.changes.renamed {
        let (old, new) = (shown(&rename.old).into_owned(), shown(&rename.new).into_owned());
        writeln!(out, "  {}", words!("键 {old} 改叫 {new}", "key {old} is now {new}").get(context.lang))?;
    }
    for fact in &subject.changes.unknown {
        writeln!(out, "  {}", shown(not_read(fact).get(context.lang)))?;
    }
    for (number, required) in subject.required.iter().enumerate() {
        write_answer(number + 1, subject, required, context, paint, out)?;
    }
    let most = if context.verbose { usize::MAX } else { MOST };
    for file in subject.evidence.iter().take(most) {
        writeln!(out, "  {}", shown(of_evidence(file).get(context.lang)))?;
    }
    write_rest(subject.evidence.len().saturating_sub(most), "  ", context.lang, out)?;
    if subject.required.is_empty() {
        let none = match subject.changes.unknown.is_empty() {
            true => Words::fixed("  没有事项变化", "  no fact changed"),
            false => Words::fixed("  此外没有事项变化", "  beside that no fact was changed"),
        };
        writeln!(out, "{}", none.get(context.lang))?;
    }
    writeln!(out)
}

/// How much more there is than was listed.
fn write_rest(rest: usize, before: &str, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    if rest == 0 {
        return Ok(());
    }
    let said = words!("另有 {rest} 项，-v 全部列出", "and {rest} more; -v lists them all");
    writeln!(out, "{before}{}", said.get(lang))
}

fn write_answer(
    number: usize,
    subject: &SubjectReview,
    required: &Required,
    context: &Context,
    paint: &Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = context.lang;
    let title = shown(&verdict(required, lang)).into_owned();
    let title = match required.verdict {
        Verdict::Forbidden { .. } => paint.red(&title),
        Verdict::Needed(_) | Verdict::AskFirst { .. } => paint.bold(&title),
        Verdict::NotNeeded(_) => title,
    };
    writeln!(out, "  {number}. {title}")?;
    let most = if context.verbose { usize::MAX } else { MOST };
    for change in required.facts.iter().take(most) {
        writeln!(out, "     {}", line(required, change, &subject.veil, lang))?;
    }
    write_rest(required.facts.len().saturating_sub(most), "     ", lang, out)?;
    // What was done is told by its own file, and there is nothing more to say of it.
    if matches!(required.verdict, Verdict::NotNeeded(Reason::Record)) {
        return Ok(());
    }
    let colon = if lang == Lang::Zh { "：" } else { ": " };
    let points = points(required, lang);
    // Papers are many and short, so that they share a line.
    for same in points.chunk_by(|a, b| a.label == b.label && a.joined && b.joined) {
        let comma = if lang == Lang::Zh { "；" } else { "; " };
        let text = same.iter().map(|point| shown(&point.text)).collect::<Vec<_>>().join(comma);
        let Some(first) = same.first() else { continue };
        let text = if first.good { paint.green(&text) } else { text };
        writeln!(out, "     {}{colon}{text}", first.label)?;
    }
    Ok(())
}

/// A change in one line: the fact as it is spelled, and what filing people call it.
fn line(required: &Required, change: &Change, veil: &Veil, lang: Lang) -> String {
    let fact = change.fact.to_string();
    let words = veil.change(&concerning(required, change));
    format!("{}  {}", shown(&fact), shown(words.get(lang)))
}

/// Colours, if there are any.
struct Paint {
    color: bool,
}

impl Paint {
    fn with(&self, code: &str, text: &str) -> String {
        if self.color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn bold(&self, text: &str) -> String {
        self.with("1", text)
    }

    fn red(&self, text: &str) -> String {
        self.with("1;31", text)
    }

    fn green(&self, text: &str) -> String {
        self.with("32", text)
    }
}
