//! What procedures depend on by province: rows of a table, each with its sources.
//!
//! A row that is unsure decides nothing and makes a note; what is absent is not known.

use crate::rows::sorted::{Rows, Tabled};
use crate::rows::table::{self, Confidence, Provenance, Row, RowFault};
use crate::words::Words;
use std::borrow::Cow;
use std::sync::LazyLock;

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// Whether an individual's record can become an organisation's.
    IndividualToOrganisation,
    /// Whether an organisation's record can become an individual's.
    OrganisationToIndividual,
    /// Whether one organisation's record can become another's.
    AnotherOrganisation,
    /// Whether a letter on the change of name is asked for.
    RenameLetter,
    /// Whether a subject without services takes a new one.
    EmptySubjectNewService,
    /// How many services one order may hold.
    ServicesPerOrder,
    /// From how many services on a plan of the site is asked for.
    SitePlan,
    /// How many services a subject may hold.
    ServicesAtMost,
    /// Who may be the subject's principal.
    Principal,
    /// Whether services can pass from one subject to another.
    Migration,
    /// Whether a subject can move to another province.
    ProvinceMove,
    /// Whether a change must be approved before new access or a new service.
    ChangeBeforeAccess,
    /// Whether other numbers of the same organiser must be given up first.
    OneSubjectNumber,
    /// Which number stands at the foot of the page.
    FooterNumber,
    /// Whether a rename is filed at both levels at once.
    OnlyChangeBoth,
}

impl Topic {
    const ALL: [(&'static str, Self); 15] = [
        ("individual-to-organisation", Self::IndividualToOrganisation),
        ("organisation-to-individual", Self::OrganisationToIndividual),
        ("another-organisation", Self::AnotherOrganisation),
        ("rename-letter", Self::RenameLetter),
        ("empty-subject-new-service", Self::EmptySubjectNewService),
        ("services-per-order", Self::ServicesPerOrder),
        ("site-plan", Self::SitePlan),
        ("services-at-most", Self::ServicesAtMost),
        ("principal", Self::Principal),
        ("migration", Self::Migration),
        ("province-move", Self::ProvinceMove),
        ("change-before-access", Self::ChangeBeforeAccess),
        ("one-subject-number", Self::OneSubjectNumber),
        ("footer-number", Self::FooterNumber),
        ("only-change-both", Self::OnlyChangeBoth),
    ];

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == text).map(|(_, topic)| *topic)
    }
}

/// Whom a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// Persons.
    Individual,
    /// Organisations.
    Organisation,
    /// Both.
    Any,
}

impl Who {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        match text {
            "individual" => Some(Self::Individual),
            "organisation" => Some(Self::Organisation),
            "any" => Some(Self::Any),
            _ => None,
        }
    }
}

/// What one province does about one topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeRow {
    /// The first two digits of the province's code.
    pub province: String,
    /// What it is about.
    pub topic: Topic,
    /// Whom it is about.
    pub who: Who,
    /// What the province does.
    pub value: String,
    /// What else there is to know.
    pub note: Option<Words>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Tabled for PracticeRow {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let note = row.text("note_zh").zip(row.text("note_en"));
        Ok(Self {
            province: row.must("province")?.to_owned(),
            topic: Topic::parse(row.must("topic")?).ok_or_else(|| row.fault("topic", "no such topic"))?,
            who: Who::parse(row.must("nature")?).ok_or_else(|| row.fault("nature", "no such nature"))?,
            value: row.must("value")?.to_owned(),
            note: note.map(|(zh, en)| Words { zh: zh.into(), en: en.into() }),
            provenance: row.provenance()?,
        })
    }
}

/// The practice of the provinces.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Practice {
    rows: Rows<Key, PracticeRow>,
}

/// Province, topic and whom it is about.
type Key = (Cow<'static, str>, Topic, Who);

impl Practice {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/procedures/provinces.tsv");

    /// The compiled-in table, each row of it read at its first use.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Practice> = LazyLock::new(|| {
            let key = |[province, topic, who]: [&'static str; 3]| {
                Some((Cow::Borrowed(province), Topic::parse(topic)?, Who::parse(who)?))
            };
            Practice { rows: Rows::built_in(Practice::TEXT, ["province", "topic", "nature"], key) }
        });
        &BUILTIN
    }

    /// Reads a table text; rows that cannot be read are left out and told.
    #[must_use]
    pub fn parse(text: &str) -> (Self, Vec<RowFault>) {
        let key = |row: &PracticeRow| format!("{}\t{:?}\t{:?}", row.province, row.topic, row.who);
        let (rows, faults) = table::read(text, PracticeRow::read, key);
        (Self::default().with(rows), faults)
    }

    /// The table with rows laid over it: a later row replaces an earlier one whole.
    #[must_use]
    pub fn with(mut self, rows: impl IntoIterator<Item = PracticeRow>) -> Self {
        let keyed = |row: PracticeRow| ((Cow::Owned(row.province.clone()), row.topic, row.who), row);
        self.rows.lay(rows.into_iter().map(keyed));
        self
    }

    /// All rows, by province and topic.
    pub fn iter(&self) -> impl Iterator<Item = &PracticeRow> {
        self.rows.iter()
    }

    /// The row on a topic, however well it is founded.
    #[must_use]
    pub fn row(&self, province: &str, topic: Topic, organisation: bool) -> Option<&PracticeRow> {
        let who = if organisation { Who::Organisation } else { Who::Individual };
        let of = |who: Who| {
            self.rows.find(|(in_province, about, whom)| (&**in_province, *about, *whom).cmp(&(province, topic, who)))
        };
        of(who).or_else(|| of(Who::Any))
    }

    /// The row on a topic, if it is founded well enough to decide.
    #[must_use]
    pub fn decides(&self, province: &str, topic: Topic, organisation: bool) -> Option<&PracticeRow> {
        self.row(province, topic, organisation).filter(|row| row.provenance.confidence != Confidence::Unsure)
    }
}

impl PracticeRow {
    /// The number in a row, if it applies where so many services are on file already.
    #[must_use]
    pub(super) fn limit(&self, on_file: usize, change: bool) -> Option<usize> {
        let mut words = self.value.split(' ');
        let limit = words.next()?.parse().ok()?;
        match (words.next(), words.next()) {
            (Some("over"), Some(over)) => (over.parse::<usize>().ok()? < on_file).then_some(limit),
            (Some("but"), Some("changes")) => (!change).then_some(limit),
            _ => Some(limit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::Sources;

    #[test]
    fn every_row_can_be_read_and_names_its_sources() {
        let (practice, faults) = Practice::parse(Practice::TEXT);
        assert_eq!(faults, Vec::new());
        assert_eq!(practice, *Practice::builtin());
        let sources = Sources::builtin();
        for row in practice.iter() {
            assert!(crate::names::Province::of_code(&row.province).is_some(), "{row:?}");
            assert!(row.provenance.sources.iter().all(|key| sources.get(key).is_some()), "{row:?}");
            let ceiling = sources.ceiling(row.provenance.sources.iter().map(String::as_str));
            assert!(row.provenance.confidence <= ceiling, "{row:?} claims more than {ceiling:?}");
        }
    }

    #[test]
    fn an_unsure_row_decides_nothing() {
        let practice = Practice::builtin();
        assert!(practice.row("62", Topic::IndividualToOrganisation, false).is_some());
        assert!(practice.decides("62", Topic::IndividualToOrganisation, false).is_none());
        assert!(practice.decides("31", Topic::IndividualToOrganisation, false).is_some());
    }

    #[test]
    fn a_limit_can_have_a_condition() {
        let practice = Practice::builtin();
        let jiangxi = practice.decides("36", Topic::ServicesPerOrder, true).unwrap();
        assert_eq!((jiangxi.limit(15, false), jiangxi.limit(16, false)), (None, Some(1)));
        let shanxi = practice.decides("14", Topic::ServicesPerOrder, true).unwrap();
        assert_eq!((shanxi.limit(0, false), shanxi.limit(0, true)), (Some(3), None));
    }
}
