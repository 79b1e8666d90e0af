//! The papers of an order: rows of a table, by nature, procedure, province and condition.

use super::join::Order;
use super::paper_when::{Need, When};
use super::practice::Who;
use super::situation::Situation;
use crate::record::Vocabulary;
use crate::rows::table::{self, Confidence, Provenance, RowFault};
use crate::vocabulary::{Nature, Procedure};
use crate::words::Words;
use std::sync::LazyLock;

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
    /// How well the row is founded.
    pub confidence: Confidence,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PaperRow {
    pub(super) id: String,
    pub(super) name: Words,
    pub(super) who: PaperWho,
    pub(super) procedures: Vec<Procedure>,
    pub(super) when: When,
    pub(super) provinces: Vec<String>,
    pub(super) detail: Option<Words>,
    pub(super) provenance: Provenance,
}

/// From whom a paper is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PaperWho {
    Of(Who),
    /// Organs and public institutions.
    Public,
}

const TEXT: &str = include_str!("../../data/procedures/papers.tsv");

fn rows() -> &'static [PaperRow] {
    static ROWS: LazyLock<Vec<PaperRow>> = LazyLock::new(|| parse(TEXT).0);
    &ROWS
}

fn parse(text: &str) -> (Vec<PaperRow>, Vec<RowFault>) {
    table::read(text, row, |row| row.id.clone())
}

fn row(row: &table::Row<'_>) -> Result<PaperRow, RowFault> {
    let who = row.must("who")?;
    let who = match who {
        "public" => Some(PaperWho::Public),
        who => Who::parse(who).map(PaperWho::Of),
    };
    let procedures: Option<Vec<Procedure>> = row
        .list("procedures")
        .iter()
        .map(|term| Procedure::INFO.position(term).and_then(Procedure::from_index))
        .collect();
    let words =
        |zh: Option<String>, en: Option<String>| zh.zip(en).map(|(zh, en)| Words { zh: zh.into(), en: en.into() });
    Ok(PaperRow {
        id: row.must("id")?.to_owned(),
        name: words(row.text("name_zh"), row.text("name_en")).ok_or_else(|| row.fault("name_zh", "missing"))?,
        who: who.ok_or_else(|| row.fault("who", "nobody"))?,
        procedures: procedures.ok_or_else(|| row.fault("procedures", "no such procedure"))?,
        when: When::parse(row.must("when")?).ok_or_else(|| row.fault("when", "no such condition"))?,
        provinces: row.list("provinces"),
        detail: words(row.text("detail_zh"), row.text("detail_en")),
        provenance: row.provenance()?,
    })
}

impl PaperRow {
    fn asked_of(&self, s: &Situation<'_>) -> bool {
        let nature = s.subject().and_then(|subject| subject.particulars.value.nature.known()).copied();
        let organisation = nature.is_none_or(|nature| nature != Nature::Individual);
        match self.who {
            PaperWho::Of(Who::Any) => true,
            PaperWho::Of(Who::Individual) => !organisation,
            PaperWho::Of(Who::Organisation) => organisation,
            PaperWho::Public => {
                matches!(nature, Some(Nature::Government | Nature::Institution | Nature::MassOrganisation))
            }
        }
    }

    /// Whether the row speaks of a province; rows without any speak of all.
    pub(super) fn in_province(&self, code: &str) -> bool {
        let (without, with): (Vec<&String>, Vec<&String>) = self.provinces.iter().partition(|p| p.starts_with('!'));
        let excluded = without.iter().any(|province| province.get(1..) == Some(code));
        !excluded && (with.is_empty() || with.iter().any(|province| *province == code))
    }
}

/// The papers that an order needs, in the order of the table.
pub(super) fn papers(s: &Situation<'_>, order: &Order, procedure: Procedure) -> Vec<PaperNeed> {
    let code = s.province().map_or("", |province| province.code);
    rows()
        .iter()
        .filter(|row| row.procedures.contains(&procedure) && row.asked_of(s))
        .filter(|row| row.when == When::DomainCertificate || row.in_province(code))
        .filter_map(|row| {
            let need = row.when.need(s, order, procedure, row.in_province(code))?;
            let (of, only_if) = match need {
                Need::Of(of) => (of, None),
                Need::If(of, words) => (of, Some(words)),
            };
            Some(PaperNeed {
                id: row.id.clone(),
                name: row.name.clone(),
                of,
                only_if,
                detail: row.detail.clone(),
                confidence: row.provenance.confidence,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::Sources;

    #[test]
    fn every_row_can_be_read_and_names_its_sources() {
        let (rows, faults) = parse(TEXT);
        assert_eq!(faults, Vec::new());
        let sources = Sources::builtin();
        for row in rows {
            assert!(row.provenance.sources.iter().all(|key| sources.get(key).is_some()), "{row:?}");
            assert!(!row.procedures.is_empty(), "{row:?}");
        }
    }
}
