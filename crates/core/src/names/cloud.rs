//! Cloud regions: whether a server stands in mainland China, where alone it can carry a filing.
//!
//! Ids are matched whole and per provider. `cn-hongkong` is no mainland region, `ap-guangzhou` is
//! one, and `cn-north-1` is another place at each provider, so no prefix says anything.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use crate::day::Day;
use crate::rows::sorted::Rows;
use crate::rows::table::{self, Provenance, Row, RowFault, Said, Tabled, founded};
use crate::spelling::folded;

/// Whether a place is in mainland China.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mainland {
    /// In mainland China.
    Yes,
    /// In Hong Kong, Macao, Taiwan or abroad.
    No,
    /// No source tells.
    Unknown,
}

/// An access provider (接入商).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// The spelling that reports use.
    pub name: String,
    /// A short ASCII id.
    pub id: String,
    /// Other spellings; they serve matching only.
    pub aliases: Vec<String>,
    /// What it calls the code that binds a server to a filing.
    pub code: Option<String>,
    /// How many orders an account can have open at a time.
    pub orders: Option<u32>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

/// A region of a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloudRegion {
    /// The name of the provider, as in [`Provider::name`].
    pub provider: String,
    /// The id, as the provider writes it.
    pub id: String,
    /// Where it stands, as the provider names it.
    pub place: String,
    /// Whether that is in mainland China.
    pub mainland: Mainland,
    /// The first two digits of GB/T 2260 of its province; none outside, or where the provider names none.
    pub province: Option<String>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Tabled for Provider {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        Ok(Self {
            name: row.must("name")?.to_owned(),
            id: row.must("id")?.to_owned(),
            aliases: row.list("aliases"),
            code: row.text("code"),
            orders: row
                .get("orders")
                .map(|cell| cell.parse().map_err(|_| row.fault("orders", "not a number")))
                .transpose()?,
            provenance: row.provenance()?,
        })
    }

    fn key(&self) -> String {
        self.name.clone()
    }

    founded!();
}

impl Tabled for CloudRegion {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        Ok(Self {
            provider: row.must("provider")?.to_owned(),
            id: row.must("region")?.to_owned(),
            place: row.must("place")?.to_owned(),
            mainland: match row.must("mainland")? {
                "yes" => Mainland::Yes,
                "no" => Mainland::No,
                "unknown" => Mainland::Unknown,
                _ => return Err(row.fault("mainland", "not yes, no or unknown")),
            },
            province: row.text("province"),
            provenance: row.provenance()?,
        })
    }

    fn key(&self) -> String {
        format!("{}\t{}", self.provider, self.id)
    }

    founded!();
}

/// Providers and their regions.
#[derive(Debug, Clone, Default)]
pub struct Clouds {
    providers: Rows<Cow<'static, str>, Provider>,
    by_spelling: Spellings,
    regions: Rows<(Cow<'static, str>, Cow<'static, str>), CloudRegion>,
}

/// The names of providers by their folded spellings. Those of the compiled-in table are
/// folded when a record first writes none of its names.
#[derive(Debug, Clone)]
struct Spellings(OnceLock<BTreeMap<String, String>>);

impl Default for Spellings {
    fn default() -> Self {
        Self(OnceLock::from(BTreeMap::new()))
    }
}

impl Spellings {
    const fn built_in() -> Self {
        Self(OnceLock::new())
    }

    fn get(&self) -> &BTreeMap<String, String> {
        self.0.get_or_init(|| {
            let (providers, _) = Clouds::parse_providers(Clouds::PROVIDERS);
            providers.iter().flat_map(spellings).collect()
        })
    }

    fn lay(&mut self, spellings: impl IntoIterator<Item = (String, String)>) {
        let mut all = self.get().clone();
        all.extend(spellings);
        self.0 = OnceLock::from(all);
    }
}

/// Every spelling of a provider with its name.
fn spellings(row: &Provider) -> impl Iterator<Item = (String, String)> {
    let all = row.aliases.iter().chain([&row.id, &row.name]);
    all.map(|spelling| (folded(spelling).into_owned(), row.name.clone()))
}

impl Clouds {
    /// The text of the compiled-in table of providers.
    pub const PROVIDERS: &'static str = include_str!("../../data/providers.tsv");
    /// The text of the compiled-in table of regions.
    pub const REGIONS: &'static str = include_str!("../../data/cloud-regions.tsv");

    /// The compiled-in tables, each row of them read at its first use.
    #[must_use]
    pub(crate) fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Clouds> = LazyLock::new(|| Clouds {
            providers: Rows::built_in(Clouds::PROVIDERS, ["name"], |[name]| Some(Cow::Borrowed(name))),
            by_spelling: Spellings::built_in(),
            regions: Rows::built_in(Clouds::REGIONS, ["provider", "region"], |[provider, id]| {
                Some((Cow::Borrowed(provider), Cow::Borrowed(id)))
            }),
        });
        &BUILTIN
    }

    /// Reads a table of providers; rows that cannot be read are left out and told.
    #[must_use]
    pub fn parse_providers(text: &str) -> (Vec<Provider>, Vec<RowFault>) {
        table::rows(text)
    }

    /// Reads a table of regions; rows that cannot be read are left out and told.
    #[must_use]
    pub fn parse_regions(text: &str) -> (Vec<CloudRegion>, Vec<RowFault>) {
        table::rows(text)
    }

    /// Lays the rows of a text over the providers, and tells those that could not be read.
    pub(crate) fn lay_providers(&mut self, text: &str) -> Vec<RowFault> {
        let (rows, faults) = Self::parse_providers(text);
        *self = std::mem::take(self).with(rows, []);
        faults
    }

    /// Lays the rows of a text over the regions, and tells those that could not be read.
    pub(crate) fn lay_regions(&mut self, text: &str) -> Vec<RowFault> {
        let (rows, faults) = Self::parse_regions(text);
        *self = std::mem::take(self).with([], rows);
        faults
    }

    /// The tables with rows laid over them.
    #[must_use]
    pub fn with(
        mut self,
        providers: impl IntoIterator<Item = Provider>,
        regions: impl IntoIterator<Item = CloudRegion>,
    ) -> Self {
        let providers: Vec<Provider> = providers.into_iter().collect();
        if !providers.is_empty() {
            self.by_spelling.lay(providers.iter().flat_map(spellings));
        }
        self.providers.lay(providers.into_iter().map(|row| (Cow::Owned(row.name.clone()), row)));
        let keyed = |row: CloudRegion| ((Cow::Owned(row.provider.clone()), Cow::Owned(row.id.clone())), row);
        self.regions.lay(regions.into_iter().map(keyed));
        self
    }

    /// All providers, by name.
    pub fn providers(&self) -> impl Iterator<Item = &Provider> {
        self.providers.all()
    }

    /// The names of providers, to suggest one that is spelled nearly alike.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.providers.all().map(|row| row.name.as_str())
    }

    /// All regions, by provider and id.
    pub fn regions(&self) -> impl Iterator<Item = &CloudRegion> {
        self.regions.all()
    }

    /// What the table says on a day of the provider of a spelling.
    #[must_use]
    pub fn provider(&self, spelling: &str, day: Day) -> Said<'_, Provider> {
        self.name(spelling).map_or(Said::Nothing, |name| self.providers.find(|key| (**key).cmp(name), day))
    }

    /// The name that reports use for a spelling; width, case and white space do not matter.
    /// Which spellings mean one firm is no practice, and so has no days.
    pub(crate) fn name<'s>(&'s self, spelling: &'s str) -> Option<&'s str> {
        // Nearly every record writes the name as the table does, which needs no folding.
        if self.providers.position(|key| (**key).cmp(spelling)).is_some() {
            return Some(spelling);
        }
        self.by_spelling.get().get(&*folded(spelling)).map(String::as_str)
    }

    /// Whether two spellings mean one provider; width, case and white space do not matter.
    #[must_use]
    pub fn is_same_provider(&self, one: &str, other: &str) -> bool {
        one == other
            || match (self.name(one), self.name(other)) {
                (Some(one), Some(other)) => one == other,
                (None, None) => folded(one) == folded(other),
                _ => false,
            }
    }

    /// What the table says on a day of the region of an id at a provider. The id has to agree
    /// letter by letter.
    #[must_use]
    pub fn region(&self, provider: &str, id: &str, day: Day) -> Said<'_, CloudRegion> {
        let Some(provider) = self.name(provider) else { return Said::Nothing };
        self.regions.find(|(of, is)| (&**of, &**is).cmp(&(provider, id)), day)
    }

    /// The ids of a provider's regions on a day.
    pub fn regions_of<'s>(&'s self, provider: &'s str, day: Day) -> impl Iterator<Item = &'s str> {
        let ids = self.regions.all().filter(move |row| row.provider == provider).map(|row| row.id.as_str());
        ids.filter(move |id| self.region(provider, id, day).row().is_some())
    }

    /// The first two digits of GB/T 2260 of the province of a city after which a provider names a region of a day.
    #[must_use]
    pub fn province_of(&self, city: &str, day: Day) -> Option<&str> {
        let named = self.regions.all().filter(|row| row.place == city && row.province.is_some());
        let rows = named.map(|row| self.region(&row.provider, &row.id, day));
        rows.filter_map(Said::row).find_map(|row| row.province.as_deref())
    }

    /// Whether a region stands in mainland China on a day.
    ///
    /// Weigh the answer by the confidence of [`region`](Self::region)'s row.
    #[must_use]
    pub fn mainland(&self, provider: &str, id: &str, day: Day) -> Mainland {
        self.region(provider, id, day).row().map_or(Mainland::Unknown, |row| row.mainland)
    }
}
