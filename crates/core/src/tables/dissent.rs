//! What sources say against a row, and how that is told.

use super::{Demand, ProvinceRow};
use crate::law::Sources;
use crate::rows::table::{Confidence, Provenance, Row, RowFault};
use crate::words;
use crate::words::Words;

/// What other sources say than a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dissent {
    /// The value that they give.
    pub value: String,
    /// Keys of [`Sources`].
    pub sources: Vec<String>,
}

impl Dissent {
    /// The cell of a row: `value=source,source`, parted by `;`.
    pub(super) fn read(row: &Row<'_>) -> Result<Vec<Self>, RowFault> {
        let one = |said: &String| {
            let (value, sources) =
                said.split_once('=').filter(|(value, keys)| !value.is_empty() && !keys.is_empty())?;
            Some(Self { value: value.to_owned(), sources: sources.split(',').map(str::to_owned).collect() })
        };
        let dissent: Option<Vec<Self>> = row.list("dissent").iter().map(one).collect();
        dissent.ok_or_else(|| row.fault("dissent", "not `value=source,source`"))
    }
}

/// A row whose sources may be contradicted.
pub trait Founded {
    /// Where it comes from.
    fn provenance(&self) -> &Provenance;

    /// Which sources say what, where they disagree.
    fn disagreement(&self, sources: &Sources) -> Option<Words>;
}

/// Which sources say what: of a disputed row both sides, of one that is kept those that say otherwise.
pub(super) fn disagreement(
    (value, provenance): (&str, &Provenance),
    dissent: &[Dissent],
    in_words: impl Fn(&str) -> Words,
    sources: &Sources,
) -> Option<Words> {
    if dissent.is_empty() {
        return None;
    }
    let told = |keys: &[String], value: &str| {
        let mut names: Vec<&str> = Vec::new();
        for name in keys.iter().map(|key| sources.get(key).map_or(key.as_str(), |source| source.title)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let Words { zh, en } = in_words(value);
        let (all_zh, all_en) = (names.join("》《"), names.join(", "));
        words!("《{all_zh}》称{zh}", "{all_en}: {en}")
    };
    let others = dissent.iter().map(|one| told(&one.sources, &one.value));
    let join = |words: Vec<Words>| {
        let all = |of: fn(&Words) -> &str, by: &str| words.iter().map(of).collect::<Vec<_>>().join(by);
        (all(|one| &one.zh, "，"), all(|one| &one.en, ", "))
    };
    if provenance.confidence == Confidence::Disputed {
        let own = told(&provenance.sources, value);
        let (zh, en) = join(std::iter::once(own).chain(others).collect());
        return Some(words!("来源说法不一：{zh}", "the sources disagree: {en}"));
    }
    let (zh, en) = join(others.collect());
    Some(words!("也有不同说法：{zh}", "others say otherwise: {en}"))
}

impl Founded for ProvinceRow {
    fn provenance(&self) -> &Provenance {
        &self.provenance
    }

    fn disagreement(&self, sources: &Sources) -> Option<Words> {
        disagreement((&self.value, &self.provenance), &self.dissent, |value| self.in_words(value), sources)
    }
}

impl ProvinceRow {
    /// A value as people read it.
    fn in_words(&self, value: &str) -> Words {
        match value {
            "allowed" => Words::fixed("不要求是本省人", "people from elsewhere may file"),
            "proof" => Words::fixed("外省人要本省居住证明", "people from elsewhere prove that they live there"),
            "locals" => Words::fixed("只收本省户籍", "locals only"),
            "legal-representative" => Words::fixed("主体负责人须是法定代表人", "only the legal representative"),
            "authorised" => Words::fixed("可以授权他人", "somebody authorised as well"),
            "never" => Words::fixed("不可以", "never"),
            "own-company" => {
                Words::fixed("可以变更为本人任法定代表人的单位", "the person's own company may take it over")
            }
            _ if self.demand == Demand::MinAge.name() => words!("须满 {value} 周岁", "{value} years old"),
            _ if self.demand == Demand::PlanFrom.name() => words!("第 {value} 个起", "from the {value}th on"),
            _ => words!("{value}", "{value}"),
        }
    }
}
