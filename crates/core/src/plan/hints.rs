//! What whoever files has to know at each step, and at which step a demand of a province matters: rows of text.

use super::step::{Group, Step};
use crate::record::Vocabulary;
use crate::rows::table::{self, Row, RowFault};
use crate::tables::Who;
use crate::tables::guide::{DEMANDS, HINTS};
use crate::vocabulary::ServiceKind;
use crate::words::Words;
use std::sync::OnceLock;

/// One thing to know or to do.
pub(super) struct Hint {
    pub(super) step: Step,
    when: Option<Vec<Group>>,
    who: Who,
    services: Vec<ServiceKind>,
    pub(super) provider: Option<String>,
    /// Whether it is something to tick off.
    pub(super) is_act: bool,
    pub(super) words: Words,
    pub(super) sources: Vec<String>,
}

/// At which step a demand of a province matters.
pub(super) struct Placed {
    pub(super) demand: String,
    pub(super) step: Step,
    when: Option<Vec<Group>>,
    pub(super) only: Option<Only>,
}

/// On what else it depends that a demand matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Only {
    /// Something of the subject is on file.
    Filed,
    /// Nothing is.
    First,
    /// A person who is not known to be of the province.
    Stranger,
    /// A principal who is not the legal representative.
    Authorised,
    /// A person under age.
    Minor,
    /// A person who files as such.
    Person,
    /// A household business.
    Household,
    /// An organ or institution.
    Public,
    /// A plan of the site is asked for.
    Plan,
    /// Two people are principals.
    Two,
}

fn step(row: &Row<'_>) -> Result<Step, RowFault> {
    Step::parse(row.must("step")?).ok_or_else(|| row.fault("step", "no such step"))
}

fn when(row: &Row<'_>) -> Result<Option<Vec<Group>>, RowFault> {
    match row.must("when")? {
        "*" => Ok(None),
        list => {
            let groups: Option<Vec<Group>> = list.split(';').map(Group::parse).collect();
            groups.map(Some).ok_or_else(|| row.fault("when", "no such orders"))
        }
    }
}

fn hint(row: &Row<'_>) -> Result<Hint, RowFault> {
    let kind = |term: &String| ServiceKind::INFO.position(term).and_then(ServiceKind::from_index);
    let services: Option<Vec<ServiceKind>> = row.list("services").iter().map(kind).collect();
    Ok(Hint {
        step: step(row)?,
        when: when(row)?,
        who: Who::parse(row.must("who")?).ok_or_else(|| row.fault("who", "nobody"))?,
        services: services.ok_or_else(|| row.fault("services", "no such kind of service"))?,
        provider: row.text("provider"),
        is_act: match row.must("act")? {
            "do" => true,
            "know" => false,
            _ => return Err(row.fault("act", "neither do nor know")),
        },
        words: row.words("zh", "en").ok_or_else(|| row.fault("zh", "missing"))?,
        sources: row.must("sources")?.split(',').map(str::to_owned).collect(),
    })
}

fn placed(row: &Row<'_>) -> Result<Placed, RowFault> {
    Ok(Placed {
        demand: row.must("demand")?.to_owned(),
        step: step(row)?,
        when: when(row)?,
        only: match row.get("only") {
            None => None,
            Some("filed") => Some(Only::Filed),
            Some("first") => Some(Only::First),
            Some("stranger") => Some(Only::Stranger),
            Some("authorised") => Some(Only::Authorised),
            Some("minor") => Some(Only::Minor),
            Some("person") => Some(Only::Person),
            Some("household") => Some(Only::Household),
            Some("public") => Some(Only::Public),
            Some("plan") => Some(Only::Plan),
            Some("two") => Some(Only::Two),
            Some(_) => return Err(row.fault("only", "no such condition")),
        },
    })
}

impl Hint {
    /// Whether it is for such an order of these, with services of these kinds.
    pub(super) fn is_for(&self, group: Group, who: Option<Who>, kinds: &[ServiceKind]) -> bool {
        self.when.as_ref().is_none_or(|when| when.contains(&group))
            && who.is_none_or(|who| self.who.includes(who))
            && (self.services.is_empty() || kinds.iter().any(|kind| self.services.contains(kind)))
    }
}

impl Placed {
    /// Whether it matters in such an order.
    pub(super) fn is_for(&self, group: Group) -> bool {
        self.when.as_ref().is_none_or(|when| when.contains(&group))
    }
}

/// All hints, in the order of the table.
pub(super) fn hints() -> &'static [Hint] {
    static ALL: OnceLock<Vec<Hint>> = OnceLock::new();
    ALL.get_or_init(|| table::read(HINTS, hint, |one| one.words.zh.to_string()).0)
}

/// The places of demands.
pub(super) fn demands() -> &'static [Placed] {
    static ALL: OnceLock<Vec<Placed>> = OnceLock::new();
    ALL.get_or_init(|| table::read(DEMANDS, placed, |one| one.demand.clone()).0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::{Citation, Sources};
    use crate::tables::Tables;

    #[test]
    fn every_row_is_read_and_rests_on_a_text_of_the_list() {
        assert_eq!(table::read(HINTS, hint, |one| one.words.zh.to_string()).1, []);
        assert_eq!(table::read(DEMANDS, placed, |one| one.demand.clone()).1, []);
        for one in hints() {
            for key in &one.sources {
                assert!(Citation::parse(key, Sources::builtin()).is_some(), "{key}");
            }
            let clouds = &Tables::builtin().clouds;
            assert!(one.provider.as_deref().is_none_or(|provider| clouds.names().any(|name| name == provider)));
        }
        for one in demands() {
            let rows = Tables::builtin().provinces.all();
            assert!(rows.map(|row| &row.demand).any(|demand| *demand == one.demand), "{}", one.demand);
        }
    }

    #[test]
    fn no_hint_names_a_period_that_is_none() {
        let day = crate::day::Day::of(2026, 11, 21);
        for one in hints() {
            let filled = Tables::builtin().periods.fill(&one.words, day);
            assert!(!filled.zh.contains('{') && !filled.en.contains('{'), "{filled:?}");
        }
    }
}
