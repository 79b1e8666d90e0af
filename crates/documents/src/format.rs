//! The page of the record format, made from the declarations that the reader follows.

use crate::Error;
use crate::engine::explain;
use beian_core::model::{FIRST_FORMAT, KINDS};
use beian_core::record::{FieldInfo, RecordInfo, Shape};
use beian_core::vocabulary;
use beian_templates::FORMAT_PAGE;
use minijinja::{Environment, UndefinedBehavior, context};
use serde::Serialize;

#[derive(Serialize)]
struct File {
    name: &'static str,
    files: &'static str,
    holds: String,
}

#[derive(Serialize)]
struct Record {
    name: &'static str,
    label: &'static str,
    about: &'static str,
    fields: Vec<Field>,
}

#[derive(Serialize)]
struct Field {
    name: &'static str,
    label: &'static str,
    about: String,
    holds: String,
}

#[derive(Serialize)]
struct Vocabulary {
    zh: String,
    en: String,
    terms: Vec<Term>,
}

#[derive(Serialize)]
struct Term {
    canonical: &'static str,
    english: &'static str,
    aliases: String,
}

/// The page of the record format, in Markdown.
///
/// # Errors
/// If the template asks for what is not there.
pub fn format_page() -> Result<String, Error> {
    render().map_err(|error| explain(FORMAT_PAGE.name, &error))
}

fn render() -> Result<String, minijinja::Error> {
    let mut records = Vec::new();
    for kind in KINDS {
        collect(kind.shape, &mut records);
    }
    let files: Vec<_> =
        KINDS.iter().map(|kind| File { name: kind.name, files: kind.files, holds: holds(kind.shape) }).collect();
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let template = environment.template_from_named_str(FORMAT_PAGE.name, FORMAT_PAGE.source)?;
    template.render(context! {
        files => minijinja::value::Serde(&files),
        records => minijinja::value::Serde(&records),
        vocabularies => minijinja::value::Serde(&vocabularies()),
    })
}

fn vocabularies() -> Vec<Vocabulary> {
    vocabulary::ALL
        .iter()
        .map(|list| Vocabulary {
            zh: list.name.zh.to_string(),
            en: list.name.en.to_string(),
            terms: list
                .terms
                .iter()
                .map(|term| Term {
                    canonical: term.canonical, english: term.english, aliases: term.aliases.join("、")
                })
                .collect(),
        })
        .collect()
}

/// Every record below a shape, each once, outer ones first.
fn collect(shape: &Shape, records: &mut Vec<Record>) {
    match shape {
        Shape::Record(info) => {
            if records.iter().any(|record| record.name == info.name) {
                return;
            }
            records.push(record(info));
            for field in info.fields {
                collect(field.shape, records);
            }
        }
        Shape::List(inner) | Shape::Keyed(inner) => collect(inner, records),
        Shape::Either(one, other) => {
            collect(one, records);
            collect(other, records);
        }
        Shape::Text
        | Shape::Flag
        | Shape::Whole
        | Shape::Day
        | Shape::When
        | Shape::Until
        | Shape::Shown
        | Shape::Texts
        | Shape::Term(_)
        | Shape::Fact
        | Shape::Plain => {}
    }
}

fn record(info: &RecordInfo) -> Record {
    let fields = info
        .fields
        .iter()
        .map(|field| Field { name: field.name, label: field.label, about: about(field), holds: holds(field.shape) })
        .collect();
    Record { name: info.name, label: info.label, about: info.about.trim(), fields }
}

/// What a field is, and with which version it came if not with the first.
fn about(field: &FieldInfo) -> String {
    let about = field.about.trim();
    match field.since {
        FIRST_FORMAT => about.to_owned(),
        since => format!("{about} Since format {since}."),
    }
}

/// What stands in a field, in words.
fn holds(shape: &Shape) -> String {
    match shape {
        Shape::Text => "text".to_owned(),
        Shape::Flag => "`true` or `false`".to_owned(),
        Shape::Whole => "whole number".to_owned(),
        Shape::Day => "`YYYY-MM-DD`".to_owned(),
        Shape::When => "day, or moment with offset".to_owned(),
        Shape::Until => "`YYYY-MM-DD` or 长期".to_owned(),
        Shape::Shown => "day, `true` or `false`".to_owned(),
        Shape::Texts => "text, or list of text".to_owned(),
        Shape::Term(terms) => format!("term: {}", terms.name.zh),
        Shape::Record(info) => format!("[{}](#{})", info.name, info.name.to_lowercase()),
        Shape::List(item) => format!("list of {}", holds(item)),
        Shape::Keyed(entry) => format!("by key: {}", holds(entry)),
        Shape::Fact => "value, or `from` and `to`".to_owned(),
        Shape::Plain => "any value".to_owned(),
        Shape::Either(one, other) => format!("{}, or {}", holds(one), holds(other)),
    }
}
