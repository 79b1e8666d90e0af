//! Cloud regions: whether a server stands in mainland China, where alone it can carry a filing.
//!
//! Ids are matched whole and per provider. `cn-hongkong` is no mainland region, `ap-guangzhou` is
//! one, and `cn-north-1` is another place at each provider, so no prefix says anything.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::table::{self, Provenance, RowFault};

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
    /// Where the row comes from.
    pub provenance: Provenance,
}

/// Providers and their regions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clouds {
    providers: BTreeMap<String, Provider>,
    by_spelling: BTreeMap<String, String>,
    regions: BTreeMap<String, BTreeMap<String, CloudRegion>>,
}

impl Clouds {
    /// The text of the compiled-in table of providers.
    pub const PROVIDERS: &'static str = include_str!("../../data/providers.tsv");
    /// The text of the compiled-in table of regions.
    pub const REGIONS: &'static str = include_str!("../../data/cloud-regions.tsv");

    /// The compiled-in tables, read at their first use.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Clouds> = LazyLock::new(|| {
            let (providers, _) = Clouds::parse_providers(Clouds::PROVIDERS);
            let (regions, _) = Clouds::parse_regions(Clouds::REGIONS);
            Clouds::default().with(providers, regions)
        });
        &BUILTIN
    }

    /// Reads a table of providers; rows that cannot be read are left out and told.
    #[must_use]
    pub fn parse_providers(text: &str) -> (Vec<Provider>, Vec<RowFault>) {
        table::read(
            text,
            |row| {
                Ok(Provider {
                    name: row.must("name")?.to_owned(),
                    id: row.must("id")?.to_owned(),
                    aliases: row.list("aliases"),
                    code: row.text("code"),
                    provenance: row.provenance()?,
                })
            },
            |row| row.name.clone(),
        )
    }

    /// Reads a table of regions; rows that cannot be read are left out and told.
    #[must_use]
    pub fn parse_regions(text: &str) -> (Vec<CloudRegion>, Vec<RowFault>) {
        table::read(
            text,
            |row| {
                Ok(CloudRegion {
                    provider: row.must("provider")?.to_owned(),
                    id: row.must("region")?.to_owned(),
                    place: row.must("place")?.to_owned(),
                    mainland: match row.must("mainland")? {
                        "yes" => Mainland::Yes,
                        "no" => Mainland::No,
                        "unknown" => Mainland::Unknown,
                        _ => return Err(row.fault("mainland", "not yes, no or unknown")),
                    },
                    provenance: row.provenance()?,
                })
            },
            |row| format!("{}\t{}", row.provider, row.id),
        )
    }

    /// The tables with rows laid over them; a later row replaces an earlier one whole.
    #[must_use]
    pub fn with(
        mut self,
        providers: impl IntoIterator<Item = Provider>,
        regions: impl IntoIterator<Item = CloudRegion>,
    ) -> Self {
        for row in providers {
            for spelling in row.aliases.iter().chain([&row.id, &row.name]) {
                self.by_spelling.insert(table::fold(spelling).into_owned(), row.name.clone());
            }
            self.providers.insert(row.name.clone(), row);
        }
        for row in regions {
            self.regions.entry(row.provider.clone()).or_default().insert(row.id.clone(), row);
        }
        self
    }

    /// All providers, by name.
    pub fn providers(&self) -> impl Iterator<Item = &Provider> {
        self.providers.values()
    }

    /// All regions, by provider and id.
    pub fn regions(&self) -> impl Iterator<Item = &CloudRegion> {
        self.regions.values().flat_map(BTreeMap::values)
    }

    /// The provider of a spelling; width, case and white space do not matter.
    #[must_use]
    pub fn provider(&self, spelling: &str) -> Option<&Provider> {
        // Nearly every record writes the name as the table does, which needs no folding.
        self.providers.get(spelling).or_else(|| {
            let name = self.by_spelling.get(&*table::fold(spelling))?;
            self.providers.get(name)
        })
    }

    /// The region of an id at a provider. The id has to agree letter by letter.
    #[must_use]
    pub fn region(&self, provider: &str, id: &str) -> Option<&CloudRegion> {
        self.regions.get(&self.provider(provider)?.name)?.get(id)
    }

    /// Whether a region stands in mainland China.
    ///
    /// Weigh the answer by the confidence of [`region`](Self::region)'s row.
    #[must_use]
    pub fn mainland(&self, provider: &str, id: &str) -> Mainland {
        self.region(provider, id).map_or(Mainland::Unknown, |row| row.mainland)
    }
}
