//! Questions to whoever sits at a terminal: one a line, each answer checked before the next.

use crate::context::Context;
use crate::failure::Failure;
use crate::output::shown::shown;
use beian_core::record::{Shape, TermsInfo};
use beian_core::words::{Lang, Words};
use beian_records::edit::{Edit, stated};
use std::io::{BufRead, Write};

/// A question for a field.
pub(crate) struct Question {
    /// The field, from the record on.
    pub(crate) field: &'static str,
    /// What stands there if nothing is answered, because the records say so already.
    pub(crate) offered: Option<String>,
}

/// What checks an answer before the next question is asked: the edit, or why it is not taken.
pub(crate) type Check<'c> = dyn FnMut(&str, &Edit) -> Result<(), Words> + 'c;

/// Asks for the fields of a record. An empty answer leaves a field out, or takes what is offered;
/// items of a list are parted by spaces.
pub(crate) fn asked(
    shape: &'static Shape,
    questions: &[Question],
    context: &Context,
    (input, out): (&mut dyn BufRead, &mut dyn Write),
    check: &mut Check<'_>,
) -> Result<Vec<(String, Vec<String>)>, Failure> {
    let mut answers = Vec::new();
    for question in questions {
        let field = question.field;
        loop {
            write!(out, "{}", shown(&prompt(shape, question, context.lang))).map_err(Failure::writing)?;
            out.flush().map_err(Failure::writing)?;
            let mut line = String::new();
            let read = input.read_line(&mut line).map_err(|error| Failure::reading("stdin", &error))?;
            if read == 0 {
                return Ok(answers);
            }
            let line = line.trim();
            let line = if line.is_empty() { question.offered.as_deref().unwrap_or_default() } else { line };
            if line.is_empty() {
                break;
            }
            let is_list = leaf(shape, field).is_some_and(|(_, shape)| shape.is_list());
            let values: Vec<&str> = if is_list { line.split_whitespace().collect() } else { vec![line] };
            match stated(shape, field, &values).and_then(|edit| check(field, &edit)) {
                Ok(()) => {
                    answers.push((field.to_owned(), values.into_iter().map(str::to_owned).collect()));
                    break;
                }
                Err(why) => writeln!(out, "  {}", shown(why.get(context.lang))).map_err(Failure::writing)?,
            }
        }
    }
    Ok(answers)
}

/// What the field is called, which words it takes, and what is offered.
fn prompt(shape: &'static Shape, question: &Question, lang: Lang) -> String {
    let field = question.field;
    let (label, terms) = match leaf(shape, field) {
        Some((label, shape)) => (label, terms(shape)),
        None => (field, None),
    };
    let called = match lang {
        Lang::Zh => format!("{label}（{field}）"),
        Lang::En => field.to_owned(),
    };
    let words = terms.map(|terms| {
        let all = terms.terms.iter().map(|term| match lang {
            Lang::Zh => term.canonical.to_owned(),
            Lang::En => format!("{} {}", term.canonical, term.english),
        });
        format!(" [{}]", all.collect::<Vec<_>>().join(" | "))
    });
    let offered = question.offered.as_ref().map(|offered| format!(" ({offered})"));
    format!("{called}{}{}: ", words.unwrap_or_default(), offered.unwrap_or_default())
}

fn terms(shape: &'static Shape) -> Option<&'static TermsInfo> {
    match shape {
        Shape::Term(terms) => Some(terms),
        _ => None,
    }
}

/// The label and shape of a field.
fn leaf(shape: &'static Shape, field: &str) -> Option<(&'static str, &'static Shape)> {
    let mut shape = shape;
    let mut label = "";
    for part in field.split('/') {
        while let Shape::List(inner) = shape {
            shape = inner;
        }
        let Shape::Record(info) = shape else { return None };
        let field = info.field(part)?;
        (label, shape) = (field.label, field.shape);
    }
    Some((label, shape))
}
