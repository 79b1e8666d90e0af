//! What the administration of a province does and asks beyond the national rules.

use super::demand::Demand;
use super::dissent::Dissent;
use super::{RowKind, Who};
use crate::day::Day;
use crate::rows::sorted::{Rows, parted};
use crate::rows::table::{self, Confidence, Provenance, Row, RowFault, Said, Tabled, founded};
use crate::words::Words;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// One demand of one province.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvinceRow {
    /// The first two digits of GB/T 2260; 0 for the whole country.
    pub code: u8,
    /// For whom it is.
    pub who: Who,
    /// The name of the demand; of a check, that of a [`Demand`].
    pub demand: String,
    /// Whether rules judge by it.
    pub kind: RowKind,
    /// What is demanded.
    pub value: String,
    /// The number with which the value begins, where it begins with one.
    pub count: Option<u32>,
    /// What else there is to know.
    pub note: Option<Words>,
    /// Who says otherwise.
    pub dissent: Vec<Dissent>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl ProvinceRow {
    /// Stands in a list that is not closed.
    pub const MORE: &'static str = "…";
    /// Follows a count that does not bind those who hold a licence.
    pub(super) const UNLICENSED: &'static str = " without licence";

    /// The terms of a list, without the sign that it is not closed.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.value.split(';').filter(|term| *term != Self::MORE)
    }

    /// Whether a list says that there are no others.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.value.split(';').all(|term| term != Self::MORE)
    }

    /// Whether the row, or where sources disagree one of them, says this.
    #[must_use]
    pub fn says(&self, value: &str) -> bool {
        self.voices().any(|said| said == value)
    }

    /// Whether sources that do not count say this, since the row is kept against them.
    #[must_use]
    pub fn is_denied(&self, value: &str) -> bool {
        !self.says(value) && self.dissent.iter().any(|one| one.value == value)
    }

    /// The least count that the row says, or where sources disagree one of them.
    #[must_use]
    pub fn least(&self) -> Option<u32> {
        self.voices().filter_map(counted).min()
    }

    /// What counts as said: the value, and where sources disagree what the others say.
    fn voices(&self) -> impl Iterator<Item = &str> {
        let others = self.dissent.iter().filter(|_| self.provenance.confidence == Confidence::Disputed);
        std::iter::once(self.value.as_str()).chain(others.map(|one| one.value.as_str()))
    }

    /// Whether the count does not bind those who hold a licence.
    #[must_use]
    pub fn spares_licensed(&self) -> bool {
        self.value.ends_with(Self::UNLICENSED)
    }

    /// The number in a row, if it applies where so many services are on file already.
    #[must_use]
    pub fn limit(&self, on_file: usize, change: bool) -> Option<usize> {
        let mut words = self.value.split(' ');
        let limit = words.next()?.parse().ok()?;
        match (words.next(), words.next()) {
            (Some("over"), Some(over)) => (over.parse::<usize>().ok()? < on_file).then_some(limit),
            (Some("but"), Some("changes")) => (!change).then_some(limit),
            _ => Some(limit),
        }
    }
}

/// The number with which a value begins.
fn counted(value: &str) -> Option<u32> {
    value.split(' ').next()?.parse().ok()
}

impl Tabled for ProvinceRow {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let (demand, value) = (row.must("demand")?.to_owned(), row.must("value")?.to_owned());
        let kind = RowKind::read(row)?;
        let known = Demand::ALL.iter().find(|known| known.name() == demand);
        let dissent = Dissent::read(row)?;
        if kind == RowKind::Check {
            let Some(known) = known.filter(|known| known.fits(&value)) else {
                return Err(row.fault("value", "no value of a demand that rules judge by"));
            };
            if !dissent.iter().all(|one| known.fits(&one.value)) {
                return Err(row.fault("dissent", "no value of that demand"));
            }
        }
        let provenance = row.provenance()?;
        if dissent.is_empty() && provenance.confidence == Confidence::Disputed {
            return Err(row.fault("dissent", "missing: a disputed row names who says otherwise"));
        }
        Ok(Self {
            code: row.must("province")?.parse().map_err(|_| row.fault("province", "no code of two digits"))?,
            who: Who::read(row)?,
            demand,
            kind,
            count: counted(&value),
            value,
            note: row.words("note_zh", "note_en"),
            dissent,
            provenance,
        })
    }

    fn key(&self) -> String {
        format!("{} {:?} {}", self.code, self.who, self.demand)
    }

    founded!();
}

/// What all provinces ask.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProvinceRows {
    /// By province; a review asks for one or two of them.
    provinces: BTreeMap<u8, Province>,
}

/// The rows of one province, sorted by demand when somebody first asks for one.
#[derive(Debug, Clone, Default)]
struct Province {
    lines: &'static str,
    rows: OnceLock<Rows<(Cow<'static, str>, Who), ProvinceRow>>,
    /// Where the rows of each demand stand, by whom they are for: asked at every subject.
    places: OnceLock<Vec<[Option<usize>; 3]>>,
}

impl Province {
    fn rows(&self) -> &Rows<(Cow<'static, str>, Who), ProvinceRow> {
        self.rows.get_or_init(|| {
            let (header, _) = parted(ProvinceRows::TEXT);
            let key = |[_, who, demand]: [&'static str; 3]| Some((Cow::Borrowed(demand), Who::parse(who)?));
            Rows::of_lines(header, self.lines, ["province", "who", "demand"], key)
        })
    }

    /// What is said on a day of a demand on exactly these.
    fn said(&self, demand: Demand, who: Who, day: Day) -> Option<Said<'_, ProvinceRow>> {
        let rows = self.rows();
        let of = |demand: &Demand| {
            let name = demand.name();
            [Who::Individual, Who::Organisation, Who::Everyone]
                .map(|who| rows.position(|(is, of)| (&**is, *of).cmp(&(name, who))))
        };
        let places = self.places.get_or_init(|| Demand::ALL.iter().map(of).collect());
        Some(rows.at((*places.get(demand as usize)?.get(who as usize)?)?, day))
    }

    fn lay(&mut self, rows: impl IntoIterator<Item = ProvinceRow>) {
        let mut all = self.rows().clone();
        all.lay(rows.into_iter().map(|row| ((Cow::Owned(row.demand.clone()), row.who), row)));
        (self.rows, self.places) = (OnceLock::from(all), OnceLock::new());
    }
}

impl PartialEq for Province {
    fn eq(&self, other: &Self) -> bool {
        self.rows() == other.rows()
    }
}

impl Eq for Province {}

impl ProvinceRows {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/provinces.tsv");

    /// Reads a table text; rows that cannot be read are left out and told.
    #[must_use]
    pub fn parse(text: &str) -> (Self, Vec<RowFault>) {
        let (rows, faults) = table::rows(text);
        (Self::default().with(rows), faults)
    }

    /// The table with rows laid over it; a demand that becomes advice is no longer judged.
    #[must_use]
    pub fn with(mut self, rows: impl IntoIterator<Item = ProvinceRow>) -> Self {
        let mut laid: BTreeMap<u8, Vec<ProvinceRow>> = BTreeMap::new();
        for row in rows {
            laid.entry(row.code).or_default().push(row);
        }
        for (code, rows) in laid {
            self.provinces.entry(code).or_default().lay(rows);
        }
        self
    }

    pub(super) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        let (rows, faults) = table::rows(text);
        *self = std::mem::take(self).with(rows);
        faults
    }

    /// The compiled-in table, in which the rows of a province stand together.
    #[must_use]
    pub(crate) fn builtin() -> Self {
        let (_, mut rest) = parted(Self::TEXT);
        let mut provinces = BTreeMap::new();
        while let Some(code) = rest.get(..2) {
            let mut lines = rest.split_inclusive('\n').take_while(|line| line.starts_with(code));
            let (lines, below) = rest.split_at(lines.by_ref().map(str::len).sum::<usize>().max(2));
            if let Ok(code) = code.parse() {
                provinces.insert(code, Province { lines, ..Province::default() });
            }
            rest = below;
        }
        Self { provinces }
    }

    /// What the province of a region asks of these on a day, or else the whole country.
    #[must_use]
    pub fn ask(&self, region: &str, who: Who, demand: Demand, day: Day) -> Option<&ProvinceRow> {
        let provinces = code(region).into_iter().chain([0]).filter_map(|code| self.provinces.get(&code));
        provinces
            .flat_map(|province| [who, Who::Everyone].map(|who| (province, who)))
            .filter_map(|(province, who)| province.said(demand, who, day)?.row())
            .find(|row| row.kind == RowKind::Check)
    }

    /// The same, if it is founded well enough to decide.
    #[must_use]
    pub fn decides(&self, region: &str, who: Who, demand: Demand, day: Day) -> Option<&ProvinceRow> {
        self.ask(region, who, demand, day).filter(|row| row.provenance.confidence.decides())
    }

    /// The prose about a province, for who reads its plan.
    pub fn advice(&self, region: &str, who: Who) -> impl Iterator<Item = &ProvinceRow> {
        let own = code(region).filter(|code| *code != 0);
        let provinces = [0].into_iter().chain(own).filter_map(|code| self.provinces.get(&code));
        let rows = provinces.flat_map(|province| province.rows().all());
        rows.filter(move |row| row.kind == RowKind::Advice && row.who.includes(who))
    }

    /// What is told on a day of a province and of such organisers, judged or not; of the whole country what the
    /// province does not say itself.
    #[must_use]
    pub fn practice(&self, region: &str, who: Option<Who>, day: Day) -> Vec<&ProvinceRow> {
        let of = |code: u8| {
            let rows = self.provinces.get(&code).into_iter().flat_map(|province| province.rows().all());
            let is_meant = |row: &&ProvinceRow| {
                let (since, until) = (row.provenance.since, row.provenance.until);
                let holds = since.is_none_or(|since| since <= day) && until.is_none_or(|until| day <= until);
                holds && who.is_none_or(|who| row.who.includes(who))
            };
            rows.filter(is_meant).collect::<Vec<_>>()
        };
        let own = code(region).filter(|code| *code != 0).map(of).unwrap_or_default();
        let says = |row: &&ProvinceRow| own.iter().any(|one| one.demand == row.demand && one.who.includes(row.who));
        let national: Vec<&ProvinceRow> = of(0).into_iter().filter(|row| !says(row)).collect();
        own.into_iter().chain(national).collect()
    }

    /// The rows that speak of a day, by province and demand.
    pub fn on(&self, day: Day) -> impl Iterator<Item = &ProvinceRow> {
        self.all().filter(move |row| {
            let (since, until) = (row.provenance.since, row.provenance.until);
            since.is_none_or(|since| since <= day) && until.is_none_or(|until| day <= until)
        })
    }

    /// All rows, by province and demand.
    pub fn all(&self) -> impl Iterator<Item = &ProvinceRow> {
        self.provinces.values().flat_map(|province| province.rows().all())
    }
}

/// The province of a region.
fn code(region: &str) -> Option<u8> {
    region.get(..2).and_then(|code| code.parse().ok())
}
