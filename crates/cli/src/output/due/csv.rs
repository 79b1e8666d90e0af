//! Days to keep for a spreadsheet.

use super::Report;
use crate::output::sheet::{head, row};
use beian_core::words::Lang;
use std::io::{self, Write};

const HEADS: [&str; 13] = [
    "due",
    "at",
    "state",
    "days_left",
    "subject",
    "name",
    "kind",
    "what",
    "actor",
    "fact",
    "services",
    "owners",
    "rule",
];

/// Writes them.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    head(&HEADS, out)?;
    report.items.iter().try_for_each(|item| {
        let text = |day: Option<String>| day.unwrap_or_default();
        let due = text(item.due.map(|due| due.to_string()));
        let at = text(item.at.map(|at| at.to_string()));
        let left = text(item.left(report.today).map(|left| left.to_string()));
        let cells = [
            &due,
            &at,
            item.state(report.today).id(),
            &left,
            &item.subject,
            item.name.as_deref().unwrap_or_default(),
            item.matter.id(),
            item.what.get(lang),
            item.matter.actor().id(),
            &item.fact,
            &item.services.join(";"),
            &item.owners.join(";"),
            item.rule.unwrap_or_default(),
        ];
        row(&cells, out)
    })
}
