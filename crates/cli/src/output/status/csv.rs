//! How far subjects and services have come, for a spreadsheet.

use super::Report;
use crate::output::sheet::{head, row};
use beian_core::words::Lang;
use std::io::{self, Write};

const HEADS: [&str; 20] = [
    "subject",
    "organiser",
    "service",
    "name",
    "status",
    "progress",
    "number",
    "next",
    "actor",
    "not_before",
    "by",
    "usual",
    "why",
    "order",
    "errors",
    "warnings",
    "notes",
    "province",
    "access",
    "owner",
];

/// Writes them.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    head(&HEADS, out)?;
    report.rows.iter().try_for_each(|one| {
        let next = one.next.as_ref();
        let day = |day: Option<beian_core::day::Day>| day.map(|day| day.to_string()).unwrap_or_default();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let usual = next.filter(|next| next.by.is_some()).map_or("", |next| if next.is_usual { "yes" } else { "no" });
        let [errors, warnings, notes] = one.findings.map(|count| count.to_string());
        let cells = [
            one.subject.clone(),
            text(&one.organiser),
            text(&one.service),
            text(&one.name),
            one.status.words().get(lang).to_owned(),
            one.phase.words().get(lang).to_owned(),
            text(&one.number),
            one.act(lang),
            next.map_or("", |next| next.actor.id()).to_owned(),
            day(next.and_then(|next| next.not_before)),
            day(next.and_then(|next| next.by)),
            usual.to_owned(),
            next.map(|next| next.why.get(lang).to_owned()).unwrap_or_default(),
            text(&one.order),
            errors,
            warnings,
            notes,
            one.province.map(|province| province.short_zh).unwrap_or_default().to_owned(),
            one.through(),
            text(&one.owner),
        ];
        row(&cells.each_ref().map(String::as_str), out)
    })
}
