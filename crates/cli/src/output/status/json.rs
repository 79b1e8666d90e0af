//! How far subjects and services have come, for programs: version 1. The types stand for themselves, so that nothing
//! inside `beian` can change what others read.

use super::{Report, Urgency};
use crate::output::json::{TOOL, VERSION};
use crate::output::machine::pretty;
use crate::output::shown::shown;
use beian_core::plan::Likely;
use beian_core::words::Lang;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Document {
    version: u32,
    tool: &'static str,
    /// The version of the rules.
    rules: String,
    today: String,
    /// Files and folders that could not be seen.
    unseen: usize,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    subject: String,
    organiser: Option<String>,
    /// The key of the service; null for the subject itself.
    service: Option<String>,
    name: Option<String>,
    status: &'static str,
    progress: &'static str,
    /// `late`, `week`, `house`, `month`, `others`, `in-order` or `ended`.
    urgency: &'static str,
    number: Option<String>,
    /// What is done next, or null where nothing is.
    next: Option<Next>,
    /// The order that says how far it has come.
    order: Option<String>,
    /// What the rejection of that order is likely about, by its words; empty where it was not rejected.
    likely: Vec<LikelyOut>,
    /// How much keeps it from being handed in.
    blockers: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    province: Option<&'static str>,
    access: Vec<Access>,
    owner: Option<String>,
}

#[derive(Serialize)]
struct Next {
    actor: &'static str,
    what: String,
    not_before: Option<String>,
    by: Option<String>,
    /// Whether `by` is only what is usual: nobody is late by it.
    usual: bool,
    unknown_calendar: Option<i32>,
    why: String,
    fact: String,
}

#[derive(Serialize)]
struct LikelyOut {
    id: String,
    reason: String,
    mend: String,
    /// Codes of the rules that find it in records.
    rules: Vec<String>,
    by: String,
}

#[derive(Serialize)]
struct Access {
    provider: String,
    account: Option<String>,
}

const fn urgency(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Late => "late",
        Urgency::Week => "week",
        Urgency::House => "house",
        Urgency::Month => "month",
        Urgency::Others => "others",
        Urgency::InOrder => "in-order",
        Urgency::Ended => "ended",
    }
}

fn likely(one: &Likely, report: &Report, lang: Lang) -> LikelyOut {
    LikelyOut {
        id: one.id.clone(),
        reason: one.reason.get(lang).to_owned(),
        mend: one.mend.get(lang).to_owned(),
        rules: one.rules.clone(),
        by: one.basis(report.today).get(lang).to_owned(),
    }
}

/// Writes them.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let text = |text: &str| shown(text).into_owned();
    let optional = |value: &Option<String>| value.as_deref().map(text);
    let rows = report.rows.iter().map(|row| {
        let next = row.next.as_ref().map(|next| Next {
            actor: next.actor.id(),
            what: text(next.what.get(lang)),
            not_before: next.not_before.map(|day| day.to_string()),
            by: next.by.map(|day| day.to_string()),
            usual: next.is_usual,
            unknown_calendar: next.unknown.map(|unknown| unknown.0),
            why: text(next.why.get(lang)),
            fact: text(&next.fact),
        });
        let [errors, warnings, notes] = row.findings;
        let access = row
            .access
            .iter()
            .map(|(provider, account)| Access { provider: text(provider), account: optional(account) });
        Row {
            subject: text(&row.subject),
            organiser: optional(&row.organiser),
            service: optional(&row.service),
            name: optional(&row.name),
            status: row.status.id(),
            progress: row.phase.id(),
            urgency: urgency(row.urgency(report.today)),
            number: optional(&row.number),
            next,
            order: optional(&row.order),
            likely: row.likely.iter().map(|one| likely(one, report, lang)).collect(),
            blockers: row.blockers,
            errors,
            warnings,
            notes,
            province: row.province.map(|province| province.short_zh),
            access: access.collect(),
            owner: optional(&row.owner),
        }
    });
    let document = Document {
        version: VERSION,
        tool: TOOL,
        rules: report.rules.clone(),
        today: report.today.to_string(),
        unseen: report.unseen,
        rows: rows.collect(),
    };
    pretty(&document, out)
}
