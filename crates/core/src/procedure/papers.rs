//! The papers of an order, by the rows of the table.

use super::join::Order;
use super::paper_when::{Need, need};
use super::situation::Situation;
use crate::rows::Confidence;
use crate::tables::{PaperLetter, PaperWhen};
use crate::vocabulary::Procedure;
use crate::words::Words;

/// A paper that an order needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperNeed {
    /// Stable id.
    pub id: String,
    /// What it is.
    pub name: Words,
    /// To whom or what it belongs: `subject`, `people/…`, `services/…`.
    pub of: Vec<String>,
    /// When it is asked for, if that depends on what the records do not tell.
    pub only_if: Option<Words>,
    /// How it has to be.
    pub detail: Option<Words>,
    /// The letter by which it is written, if it is one.
    pub serves: Option<PaperLetter>,
    /// Whether it is a sheet to be enclosed.
    pub is_sheet: bool,
    /// How well the row is founded.
    pub confidence: Confidence,
}

/// The papers that an order needs, in the order of the table.
pub(super) fn papers(s: &Situation<'_>, order: &Order, procedure: Procedure) -> Vec<PaperNeed> {
    let code = s.province().map_or("", |province| province.code);
    let nature = s.subject().and_then(|subject| subject.particulars.value.nature.known()).copied();
    let rows = s.tables.papers.of(procedure, nature, s.today);
    rows.filter(|row| row.when == PaperWhen::DomainCertificate || row.is_of(code))
        .filter_map(|row| {
            let (of, only_if) = match need(row, s, order, (procedure, row.is_of(code)))? {
                Need::Of(of) => (of, None),
                Need::If(of, words) => (of, Some(words)),
            };
            Some(PaperNeed {
                id: row.id.clone(),
                name: row.name.clone(),
                of,
                only_if,
                detail: row.detail.clone(),
                serves: row.serves,
                is_sheet: row.is_sheet,
                confidence: row.provenance.confidence,
            })
        })
        .collect()
}
