//! How letters differ by province: rows of a table, each with its sources.
//!
//! A row that is unsure decides nothing. What no row tells is not known, and the usual manner
//! stands: organisations sign and seal, persons sign.

use super::kind::LetterKind;
use crate::procedure::Who;
use crate::rows::table::{self, Confidence, Provenance, Row, RowFault};
use crate::words::Words;
use std::sync::LazyLock;

/// Who signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signer {
    /// The subject's principal.
    SubjectPrincipal,
    /// The service's principal.
    ServicePrincipal,
    /// The legal representative.
    LegalRepresentative,
    /// The person who files.
    Oneself,
}

impl Signer {
    fn parse(text: &str) -> Option<Self> {
        match text {
            "subject-principal" => Some(Self::SubjectPrincipal),
            "service-principal" => Some(Self::ServicePrincipal),
            "legal-representative" => Some(Self::LegalRepresentative),
            "self" => Some(Self::Oneself),
            _ => None,
        }
    }

    /// What filing people call the signer.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Self::SubjectPrincipal => Words::fixed("主体负责人", "the subject's principal"),
            Self::ServicePrincipal => Words::fixed("服务负责人", "the service's principal"),
            Self::LegalRepresentative => Words::fixed("法定代表人", "the legal representative"),
            Self::Oneself => Words::fixed("本人", "the person who files"),
        }
    }
}

/// How a letter is signed and called somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manner {
    /// Its title, in Chinese.
    pub title: String,
    /// Who signs.
    pub signer: Signer,
    /// Whether the seal is set.
    pub seal: bool,
    /// Whether the thumb is printed.
    pub thumb: bool,
    /// Whether the administration takes such a letter at all.
    pub accepted: bool,
    /// What else there is to know.
    pub notes: Vec<Words>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct LetterRow {
    letter: LetterKind,
    province: Option<String>,
    who: Who,
    title: Option<String>,
    signer: Option<Signer>,
    seal: Option<bool>,
    thumb: Option<bool>,
    accepted: Option<bool>,
    note: Option<Words>,
    provenance: Provenance,
}

const TEXT: &str = include_str!("../../data/procedures/letters.tsv");

fn rows() -> &'static [LetterRow] {
    static ROWS: LazyLock<Vec<LetterRow>> = LazyLock::new(|| parse(TEXT).0);
    &ROWS
}

fn parse(text: &str) -> (Vec<LetterRow>, Vec<RowFault>) {
    table::read(text, row, |row| format!("{:?}\t{:?}\t{:?}", row.letter, row.province, row.who))
}

fn row(row: &Row<'_>) -> Result<LetterRow, RowFault> {
    let signer = row.get("signer").map(|text| Signer::parse(text).ok_or_else(|| row.fault("signer", "nobody")));
    let note = row.text("note_zh").zip(row.text("note_en"));
    Ok(LetterRow {
        letter: LetterKind::parse(row.must("letter")?).ok_or_else(|| row.fault("letter", "no such letter"))?,
        province: row.text("province"),
        who: Who::parse(row.must("who")?).ok_or_else(|| row.fault("who", "nobody"))?,
        title: row.text("title_zh"),
        signer: signer.transpose()?,
        seal: flag(row, "seal")?,
        thumb: flag(row, "thumb")?,
        accepted: flag(row, "accepted")?,
        note: note.map(|(zh, en)| Words { zh: zh.into(), en: en.into() }),
        provenance: row.provenance()?,
    })
}

fn flag(row: &Row<'_>, column: &'static str) -> Result<Option<bool>, RowFault> {
    match row.get(column) {
        None => Ok(None),
        Some("yes") => Ok(Some(true)),
        Some("no") => Ok(Some(false)),
        Some(_) => Err(row.fault(column, "neither yes nor no")),
    }
}

/// How a letter is signed and called in a province; none if the province is not known.
#[must_use]
pub fn manner(letter: LetterKind, province: Option<&str>, organisation: bool) -> Manner {
    manner_by(rows(), letter, province, organisation)
}

fn manner_by(rows: &[LetterRow], letter: LetterKind, province: Option<&str>, organisation: bool) -> Manner {
    let who = if organisation { Who::Organisation } else { Who::Individual };
    let speaks = |row: &&LetterRow| {
        row.letter == letter
            && (row.who == who || row.who == Who::Any)
            && row.provenance.confidence != Confidence::Unsure
            && row.province.as_deref().is_none_or(|code| province == Some(code))
    };
    let mut found: Vec<&LetterRow> = rows.iter().filter(speaks).collect();
    found.sort_by_key(|row| row.province.is_none());
    let signer = if organisation { Signer::SubjectPrincipal } else { Signer::Oneself };
    Manner {
        title: found.iter().find_map(|row| row.title.clone()).unwrap_or_else(|| letter.words().zh.into_owned()),
        signer: found.iter().find_map(|row| row.signer).unwrap_or(signer),
        seal: found.iter().find_map(|row| row.seal).unwrap_or(organisation),
        thumb: found.iter().find_map(|row| row.thumb).unwrap_or(false),
        accepted: found.iter().find_map(|row| row.accepted).unwrap_or(true),
        notes: found.iter().filter_map(|row| row.note.clone()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::Sources;
    use crate::names::Province;

    #[test]
    fn every_row_can_be_read_and_names_its_sources() {
        let (rows, faults) = parse(TEXT);
        assert_eq!(faults, Vec::new());
        let sources = Sources::builtin();
        for row in rows {
            assert!(row.province.as_deref().is_none_or(|code| Province::of_code(code).is_some()), "{row:?}");
            assert!(row.provenance.sources.iter().all(|key| sources.get(key).is_some()), "{row:?}");
            let ceiling = sources.ceiling(row.provenance.sources.iter().map(String::as_str));
            assert!(row.provenance.confidence <= ceiling, "{row:?} claims more than {ceiling:?}");
        }
    }

    #[test]
    fn a_province_goes_before_all_and_the_usual_manner_last() {
        let usual = manner(LetterKind::Change, Some("33"), true);
        assert_eq!((usual.title.as_str(), usual.signer, usual.seal), ("变更备案说明", Signer::SubjectPrincipal, true));
        let person = manner(LetterKind::Change, Some("51"), false);
        assert_eq!((person.signer, person.seal, person.thumb), (Signer::Oneself, false, false));
        let shandong = manner(LetterKind::DeregisterShell, Some("37"), true);
        assert_eq!((shandong.title.as_str(), shandong.notes.len()), ("申请注销空壳主体", 1));
        let guangdong = manner(LetterKind::Pledge, Some("44"), false);
        assert_eq!((guangdong.signer, guangdong.thumb), (Signer::Oneself, true));
        assert!(!manner(LetterKind::PriorApproval, Some("42"), true).accepted);
        assert_eq!(manner(LetterKind::Pledge, None, true).title, "真实性承诺书");
    }

    #[test]
    fn an_unsure_row_decides_nothing() {
        let (mut rows, _) = parse(TEXT);
        for row in &mut rows {
            row.provenance.confidence = Confidence::Unsure;
        }
        let shandong = manner_by(&rows, LetterKind::DeregisterShell, Some("37"), true);
        assert_eq!((shandong.title.as_str(), shandong.notes.len()), ("空壳主体注销申请", 0));
    }
}
