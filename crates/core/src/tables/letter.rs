//! How letters differ by province: rows of a table, each with its sources.

use super::Who;
use crate::day::Day;
use crate::rows::listed::Listed;
use crate::rows::table::{Provenance, Row, RowFault, Tabled, founded};
use crate::vocabulary::LetterKind;
use crate::words::Words;

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

/// What one province, or all, want of a letter; what the sources do not tell is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterRow {
    /// Which letter.
    pub letter: LetterKind,
    /// The first two digits of the province's code; none for all.
    pub province: Option<String>,
    /// For whom it is.
    pub who: Who,
    /// The title the province gives it.
    pub title: Option<String>,
    /// Who signs.
    pub signer: Option<Signer>,
    /// Whether the seal is set.
    pub seal: Option<bool>,
    /// Whether the thumb is printed.
    pub thumb: Option<bool>,
    /// Whether it is taken.
    pub accepted: Option<bool>,
    /// What else there is to know.
    pub note: Option<Words>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Tabled for LetterRow {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let signer = row.get("signer").map(|text| Signer::parse(text).ok_or_else(|| row.fault("signer", "nobody")));
        Ok(Self {
            letter: LetterKind::parse(row.must("letter")?).ok_or_else(|| row.fault("letter", "no such letter"))?,
            province: row.text("province"),
            who: Who::read(row)?,
            title: row.text("title_zh"),
            signer: signer.transpose()?,
            seal: row.flag("seal")?,
            thumb: row.flag("thumb")?,
            accepted: row.flag("accepted")?,
            note: row.words("note_zh", "note_en"),
            provenance: row.provenance()?,
        })
    }

    fn key(&self) -> String {
        format!("{:?}\t{:?}\t{:?}", self.letter, self.province, self.who)
    }

    founded!();
}

/// How letters differ by province.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LetterRows(Listed<LetterRow>);

impl LetterRows {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/letters.tsv");

    pub(super) const fn builtin() -> Self {
        Self(Listed::built_in(Self::TEXT))
    }

    pub(super) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        self.0.lay(text)
    }

    /// All rows.
    pub fn all(&self) -> impl Iterator<Item = &LetterRow> {
        self.0.all()
    }

    /// How a letter is signed and called in a province on a day; none if the province is not known.
    #[must_use]
    pub fn manner(&self, letter: LetterKind, province: Option<&str>, who: Who, day: Day) -> Manner {
        let speaks = |row: &&LetterRow| {
            row.letter == letter
                && row.who.includes(who)
                && row.provenance.confidence.decides()
                && row.province.as_deref().is_none_or(|code| province == Some(code))
        };
        let mut found: Vec<&LetterRow> = self.0.on(day).filter(speaks).collect();
        found.sort_by_key(|row| row.province.is_none());
        let organisation = who != Who::Individual;
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
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Day = Day::of(2026, 11, 21);

    fn manner(rows: &LetterRows, letter: LetterKind, province: Option<&str>, organisation: bool) -> Manner {
        rows.manner(letter, province, if organisation { Who::Organisation } else { Who::Individual }, DAY)
    }

    #[test]
    fn a_province_goes_before_all_and_the_usual_manner_last() {
        let rows = LetterRows::builtin();
        let usual = manner(&rows, LetterKind::Change, Some("33"), true);
        assert_eq!((usual.title.as_str(), usual.signer, usual.seal), ("变更备案说明", Signer::SubjectPrincipal, true));
        let person = manner(&rows, LetterKind::Change, Some("51"), false);
        assert_eq!((person.signer, person.seal, person.thumb), (Signer::Oneself, false, false));
        let shandong = manner(&rows, LetterKind::DeregisterShell, Some("37"), true);
        assert_eq!((shandong.title.as_str(), shandong.notes.len()), ("申请注销空壳主体", 1));
        let guangdong = manner(&rows, LetterKind::Pledge, Some("44"), false);
        assert_eq!((guangdong.signer, guangdong.thumb), (Signer::Oneself, true));
        assert!(!manner(&rows, LetterKind::PriorApproval, Some("42"), true).accepted);
        assert_eq!(manner(&rows, LetterKind::Pledge, None, true).title, "真实性承诺书");
    }

    #[test]
    fn an_unsure_row_or_one_of_another_day_decides_nothing() {
        let unsure = LetterRows::TEXT.replace("\tREPORTED\t", "\tUNSURE\t").replace("\tCONFIRMED\t", "\tUNSURE\t");
        let mut rows = LetterRows::default();
        assert_eq!(rows.lay(&unsure), []);
        let shandong = manner(&rows, LetterKind::DeregisterShell, Some("37"), true);
        assert_eq!((shandong.title.as_str(), shandong.notes.len()), ("空壳主体注销申请", 0));
        let columns = LetterRows::TEXT.lines().find(|line| !line.starts_with('#')).unwrap();
        let row = "pledge\t33\torganisation\t浙江承诺书\t-\t-\t-\t-\t-\t-\t2026-11-22\t-\tREPORTED\tx\t2026-11-22";
        let later = format!("{columns}\n{row}\n");
        let mut rows = LetterRows::default();
        assert_eq!(rows.lay(&later), []);
        assert_eq!(manner(&rows, LetterKind::Pledge, Some("33"), true).title, "真实性承诺书");
    }
}
