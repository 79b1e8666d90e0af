//! What the law says follows from a breach: who acts, how, and what it costs, by the day.

use crate::day::Day;
use crate::law::{Citation, PENALTY_LAW, Sources};
use crate::rows::listed::Listed;
use crate::rows::table::{Provenance, Row, RowFault, Tabled, founded};
use crate::words;
use crate::words::Words;

/// What follows from one breach in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consequence {
    /// The row's id.
    pub id: String,
    /// The breach.
    pub breach: Words,
    /// Who is meant.
    pub bound: Words,
    /// Who acts.
    pub authority: Words,
    /// The article that says so.
    pub basis: String,
    /// The articles that are breached.
    pub duty: Vec<String>,
    /// What is done first.
    pub first: Words,
    /// The least and the most of a fine, in yuan.
    pub fine: Option<(u32, u32)>,
    /// When it is imposed, or how it is measured.
    pub measure: Option<Words>,
    /// What follows if the breach goes on.
    pub refusal: Option<Words>,
    /// The codes of the rules that find the breach.
    pub rules: Vec<String>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Tabled for Consequence {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let both = |zh, en| row.words(zh, en).ok_or_else(|| row.fault(zh, "missing in one language or both"));
        let yuan =
            |column| row.get(column).map(|cell| cell.parse().map_err(|_| row.fault(column, "no amount"))).transpose();
        let fine: (Option<u32>, Option<u32>) = (yuan("fine_min")?, yuan("fine_max")?);
        let cites = |key: &str| Citation::parse(key, Sources::builtin()).is_some();
        let basis = row.must("basis")?;
        let duty = row.list("duty");
        if !cites(basis) || !duty.iter().all(|key| cites(key)) {
            return Err(row.fault("basis", "no article of a text of the list"));
        }
        Ok(Self {
            id: row.must("id")?.to_owned(),
            breach: both("breach_zh", "breach_en")?,
            bound: both("bound_zh", "bound_en")?,
            authority: both("authority_zh", "authority_en")?,
            basis: basis.to_owned(),
            duty,
            first: both("first_zh", "first_en")?,
            fine: match fine {
                (None, None) => None,
                (Some(least), Some(most)) if least <= most => Some((least, most)),
                _ => return Err(row.fault("fine_max", "not two amounts that grow")),
            },
            measure: row.words("fine_zh", "fine_en"),
            refusal: row.words("refusal_zh", "refusal_en"),
            rules: row.list("rules"),
            provenance: row.provenance()?,
        })
    }

    fn key(&self) -> String {
        self.id.clone()
    }

    founded!();
}

impl Consequence {
    /// It in one sentence, with its article as of a day.
    #[must_use]
    pub fn words(&self, day: Day) -> Words {
        let cited =
            Citation::parse(&self.basis, Sources::builtin()).map(|citation| citation.short(day)).unwrap_or_default();
        let (basis, basis_en) = (cited.zh, cited.en);
        let (breach, breach_en) = (&self.breach.zh, &self.breach.en);
        let (by, by_en) = (&self.authority.zh, &self.authority.en);
        let (whom, whom_en) = (&self.bound.zh, &self.bound.en);
        let (mut zh, mut en) = (vec![self.first.zh.to_string()], vec![self.first.en.to_string()]);
        let fine = match self.fine {
            Some((least, most)) if least == most => Some(words!("罚款 {least} 元", "a fine of {least} yuan")),
            Some((least, most)) => Some(words!("罚款 {least} 至 {most} 元", "a fine of {least} to {most} yuan")),
            None => self.measure.as_ref().map(|_| Words::fixed("罚款", "a fine")),
        };
        for more in fine.iter().map(|fine| (fine, self.measure.as_ref())) {
            let (fine, measure) = more;
            zh.push(measure.map_or_else(|| fine.zh.to_string(), |measure| format!("{}（{}）", fine.zh, measure.zh)));
            en.push(measure.map_or_else(|| fine.en.to_string(), |measure| format!("{} ({})", fine.en, measure.en)));
        }
        if let Some(refusal) = &self.refusal {
            zh.push(refusal.zh.to_string());
            en.push(refusal.en.to_string());
        }
        let (zh, en) = (zh.join("，"), en.join(", "));
        words!("{breach}（对{whom}）：{by}{zh}（{basis}）", "{breach_en} (of {whom_en}): {by_en}: {en} ({basis_en})")
    }

    /// What holds of all of them.
    #[must_use]
    pub fn caveat(day: Day) -> Words {
        let (slight, late) = (PENALTY_LAW.article(33).short(day), PENALTY_LAW.article(36).short(day));
        let (slight_zh, late_zh, slight_en, late_en) = (slight.zh, late.zh, slight.en, late.en);
        words!(
            "轻微、及时改正、没有造成危害后果的不予处罚（{slight_zh}）；两年内没有被发现的不再处罚（{late_zh}）。\
             个案如何处理由主管部门决定",
            "a slight breach that is put right in time and did no harm is not punished ({slight_en}), and none that \
             nobody found within two years ({late_en}); what is done in a case the authority decides"
        )
    }
}

/// What follows from all breaches.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Consequences(Listed<Consequence>);

impl Consequences {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/consequences.tsv");

    pub(super) const fn builtin() -> Self {
        Self(Listed::built_in(Self::TEXT))
    }

    pub(super) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        self.0.lay(text)
    }

    /// All rows.
    pub fn all(&self) -> impl Iterator<Item = &Consequence> {
        self.0.all()
    }

    /// The row of an id that speaks of a day.
    #[must_use]
    pub fn called(&self, id: &str, day: Day) -> Option<&Consequence> {
        self.0.on(day).find(|row| row.id == id)
    }

    /// What follows on a day from what a rule finds.
    pub fn of<'s>(&'s self, code: &'s str, day: Day) -> impl Iterator<Item = &'s Consequence> {
        self.0.on(day).filter(move |row| row.rules.iter().any(|rule| rule == code))
    }
}
