//! What content needs before it is offered: the approval of another authority, a filing with it,
//! or nothing, by the day.

use super::dissent::{Dissent, Founded, disagreement};
use crate::day::Day;
use crate::law::Sources;
use crate::record::Vocabulary;
use crate::rows::Said;
use crate::rows::listed::Listed;
use crate::rows::table::{Confidence, Provenance, Row, RowFault, Tabled, founded};
use crate::vocabulary::ApprovalKind;
use crate::words;
use crate::words::Words;

/// What some content needs of the authority that watches over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// Its approval (许可), before the filing.
    Approval,
    /// A filing (备案) of its own.
    Filing,
    /// Nothing (无).
    Nothing,
    /// The sources do not tell (不明).
    Unclear,
}

impl Act {
    fn parse(word: &str) -> Option<Self> {
        match word {
            "approval" => Some(Self::Approval),
            "filing" => Some(Self::Filing),
            "none" => Some(Self::Nothing),
            "unclear" => Some(Self::Unclear),
            _ => None,
        }
    }
}

/// What content of one kind needs in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApprovalRow {
    /// The kind of content.
    pub approval: ApprovalKind,
    /// What it needs.
    pub act: Act,
    /// What may not be offered without it, as letters name it.
    pub service: String,
    /// Who gives it.
    pub authority: Option<Words>,
    /// What is given, in Chinese.
    pub document: Option<String>,
    /// Other kinds under which records may state it.
    pub stated_as: Vec<ApprovalKind>,
    /// What else there is to know.
    pub note: Option<Words>,
    /// Who says otherwise.
    pub dissent: Vec<Dissent>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

/// The kind of a canonical term.
pub(super) fn kind(term: &str) -> Option<ApprovalKind> {
    let at = ApprovalKind::INFO.terms.iter().position(|known| known.canonical == term)?;
    ApprovalKind::from_index(at)
}

impl Tabled for ApprovalRow {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let act = Act::parse(row.must("act")?).ok_or_else(|| row.fault("act", "no such act"))?;
        let authority = row.words("authority_zh", "authority_en");
        if authority.is_none() && matches!(act, Act::Approval | Act::Filing) {
            return Err(row.fault("authority_zh", "missing: who gives it, in both languages"));
        }
        let stated: Option<Vec<_>> = row.list("stated_as").iter().map(|term| kind(term)).collect();
        let dissent = Dissent::read(row)?;
        if !dissent.iter().all(|one| Act::parse(&one.value).is_some()) {
            return Err(row.fault("dissent", "no such act"));
        }
        let provenance = row.provenance()?;
        if dissent.is_empty() && provenance.confidence == Confidence::Disputed {
            return Err(row.fault("dissent", "missing: a disputed row names who says otherwise"));
        }
        Ok(Self {
            approval: kind(row.must("approval")?).ok_or_else(|| row.fault("approval", "no such kind"))?,
            act,
            service: row.must("service")?.to_owned(),
            authority,
            document: row.text("document"),
            stated_as: stated.ok_or_else(|| row.fault("stated_as", "no such kind"))?,
            note: row.words("note_zh", "note_en"),
            dissent,
            provenance,
        })
    }

    fn key(&self) -> String {
        self.approval.term().to_owned()
    }

    founded!();
}

impl ApprovalRow {
    /// Whether an entry of that kind states it.
    #[must_use]
    pub fn is_stated_by(&self, kind: ApprovalKind) -> bool {
        self.approval == kind || self.stated_as.contains(&kind)
    }

    /// Whether it is surely needed: what is unclear or disputed never weighs as that does.
    #[must_use]
    pub fn is_surely(&self, act: Act) -> bool {
        self.act == act && self.provenance.confidence.decides()
    }
}

impl Founded for ApprovalRow {
    fn provenance(&self) -> &Provenance {
        &self.provenance
    }

    fn disagreement(&self, sources: &Sources) -> Option<Words> {
        let value = match self.act {
            Act::Approval => "approval",
            Act::Filing => "filing",
            Act::Nothing => "none",
            Act::Unclear => "unclear",
        };
        disagreement((value, &self.provenance), &self.dissent, in_words, sources)
    }
}

fn in_words(act: &str) -> Words {
    match act {
        "approval" => Words::fixed("要先经审批", "it needs an approval first"),
        "filing" => Words::fixed("要另行备案", "it needs a filing of its own"),
        "none" => Words::fixed("不属于前置审批", "it is no prior approval"),
        _ => words!("不明", "not known"),
    }
}

/// What all kinds of content need.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ApprovalRows(Listed<ApprovalRow>);

impl ApprovalRows {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/approvals.tsv");

    pub(super) const fn builtin() -> Self {
        Self(Listed::built_in(Self::TEXT))
    }

    pub(super) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        self.0.lay(text)
    }

    /// All rows.
    pub fn all(&self) -> impl Iterator<Item = &ApprovalRow> {
        self.0.all()
    }

    /// What content of a kind needs on a day.
    #[must_use]
    pub fn of(&self, kind: ApprovalKind, day: Day) -> Said<'_, ApprovalRow> {
        self.0.said(|row| row.approval == kind, day)
    }

    /// The rows of all kinds that speak of a day, in the order of the table.
    pub fn on(&self, day: Day) -> impl Iterator<Item = &ApprovalRow> {
        self.0.on(day)
    }
}
