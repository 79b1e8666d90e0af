//! What the administration of a province asks beyond the national rules.

use super::{RowKind, Who};
use crate::record::Vocabulary;
use crate::rows::sorted::{Rows, Tabled, parted};
use crate::rows::table::{self, Provenance, Row, RowFault};
use crate::vocabulary::ResidenceKind;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

macro_rules! demands {
    ($( $(#[doc = $about:literal])+ $variant:ident: $name:literal, $value:ident; )+) => {
        /// A demand that rules judge by.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Demand {
            $( $(#[doc = $about])+ $variant, )+
        }

        impl Demand {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in tables.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$variant => $name, )+ }
            }

            fn fits(self, value: &str) -> bool {
                match self { $( Self::$variant => $value(value), )+ }
            }
        }
    };
}

demands! {
    /// Whether a person from elsewhere may file: `allowed`, `proof` or `locals`.
    NonLocal: "non-local", is_admission;
    /// By what such a person proves to live there.
    ResidenceProofs: "residence-proofs", are_proofs;
    /// What proves it not.
    RefusedProofs: "refused-proofs", are_proofs;
    /// The age from which a person may be principal.
    MinAge: "min-age", is_count;
    /// The age until which a person may be principal of a service.
    MaxAge: "max-age", is_count;
    /// Who may be principal of the subject: `legal-representative` or `authorised`.
    Principal: "principal", is_principal;
    /// Somebody authorised answers for the services as well.
    ManagerIsPrincipal: "manager-is-principal", is_yes;
    /// Foreigners are refused.
    Foreigners: "foreigners", is_refusal;
    /// A foreign legal representative may authorise somebody.
    ForeignLegalRepresentative: "foreign-legal-representative", is_authorisation;
    /// How many telephone numbers two principals have between them.
    Numbers: "numbers", is_count;
    /// Whose emergency number it is must be said.
    EmergencyNamed: "emergency-named", is_yes;
    /// Postal address and certificate are of one city.
    SameCity: "same-city", is_yes;
    /// How many services a subject may have.
    MaxServices: "max-services", is_count;
    /// From how many services on a construction plan is asked.
    PlanFrom: "plan-from", is_count;
    /// How many services one order may bring.
    MaxPerOrder: "max-per-order", is_count;
    /// How many services a first filing may bring.
    FirstFilingServices: "first-filing-services", is_count;
    /// How many characters the remark has at least.
    Remark: "remark", is_count;
    /// The category of personal blogs is refused.
    BlogCategory: "blog-category", is_refusal;
    /// The category 其他: `refused`, or `remark` if it must be explained.
    OtherCategory: "other-category", is_refusal_or_remark;
}

fn is_count(value: &str) -> bool {
    value.parse::<u32>().is_ok()
}

fn is_yes(value: &str) -> bool {
    value == "yes"
}

fn is_refusal(value: &str) -> bool {
    value == "refused"
}

fn is_refusal_or_remark(value: &str) -> bool {
    matches!(value, "refused" | "remark")
}

fn is_authorisation(value: &str) -> bool {
    value == "may-authorise"
}

fn is_admission(value: &str) -> bool {
    matches!(value, "allowed" | "proof" | "locals")
}

fn is_principal(value: &str) -> bool {
    matches!(value, "legal-representative" | "authorised")
}

fn are_proofs(value: &str) -> bool {
    let known = |word: &str| ResidenceKind::INFO.terms.iter().any(|term| term.canonical == word);
    value.split(';').all(|word| word == ProvinceRow::MORE || known(word))
}

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
    /// The value as a number, where it is one.
    pub count: Option<u32>,
    /// What else there is to know.
    pub note: Option<String>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl ProvinceRow {
    /// Stands in a list that is not closed.
    pub const MORE: &'static str = "…";

    /// The terms of a list, without the sign that it is not closed.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.value.split(';').filter(|term| *term != Self::MORE)
    }

    /// Whether a list says that there are no others.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.value.split(';').all(|term| term != Self::MORE)
    }
}

impl Tabled for ProvinceRow {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let (demand, value) = (row.must("demand")?.to_owned(), row.must("value")?.to_owned());
        let kind = RowKind::read(row)?;
        let known = Demand::ALL.iter().find(|known| known.name() == demand);
        if kind == RowKind::Check && !known.is_some_and(|known| known.fits(&value)) {
            return Err(row.fault("value", "no value of a demand that rules judge by"));
        }
        Ok(Self {
            code: row.must("province")?.parse().map_err(|_| row.fault("province", "no code of two digits"))?,
            who: Who::read(row)?,
            demand,
            kind,
            count: value.parse().ok(),
            value,
            note: row.text("note"),
            provenance: row.provenance()?,
        })
    }
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

    /// The row of a demand that is for exactly these.
    fn row(&self, demand: Demand, who: Who) -> Option<&ProvinceRow> {
        let rows = self.rows();
        let of = |demand: &Demand| {
            let name = demand.name();
            [Who::Individual, Who::Organisation, Who::Everyone]
                .map(|who| rows.position(|(is, of)| (&**is, *of).cmp(&(name, who))))
        };
        let places = self.places.get_or_init(|| Demand::ALL.iter().map(of).collect());
        rows.at((*places.get(demand as usize)?.get(who as usize)?)?)
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
        let key = |row: &ProvinceRow| format!("{} {:?} {}", row.code, row.who, row.demand);
        let (rows, faults) = table::read(text, ProvinceRow::read, key);
        (Self::default().with(rows), faults)
    }

    /// The table with rows laid over it; a later row replaces an earlier one whole, and a demand
    /// that becomes advice is no longer judged.
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

    /// The compiled-in table, in which the rows of a province stand together.
    #[must_use]
    pub fn builtin() -> Self {
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

    /// What the province of a region asks of these, or else the whole country.
    #[must_use]
    pub fn ask(&self, region: &str, who: Who, demand: Demand) -> Option<&ProvinceRow> {
        let provinces = code(region).into_iter().chain([0]).filter_map(|code| self.provinces.get(&code));
        provinces
            .flat_map(|province| [who, Who::Everyone].map(|who| (province, who)))
            .filter_map(|(province, who)| province.row(demand, who))
            .find(|row| row.kind == RowKind::Check)
    }

    /// The prose about a province, for who reads its plan.
    pub fn advice(&self, region: &str, who: Who) -> impl Iterator<Item = &ProvinceRow> {
        let own = code(region).filter(|code| *code != 0);
        let provinces = [0].into_iter().chain(own).filter_map(|code| self.provinces.get(&code));
        let rows = provinces.flat_map(|province| province.rows().iter());
        rows.filter(move |row| row.kind == RowKind::Advice && row.who.includes(who))
    }

    /// All rows, by province and demand.
    pub fn iter(&self) -> impl Iterator<Item = &ProvinceRow> {
        self.provinces.values().flat_map(|province| province.rows().iter())
    }
}

/// The province of a region.
fn code(region: &str) -> Option<u8> {
    region.get(..2).and_then(|code| code.parse().ok())
}
