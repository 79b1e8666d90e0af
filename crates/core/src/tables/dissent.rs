//! What sources say against a row, and how that is told.

use super::{Demand, ProvinceRow};
use crate::law::Sources;
use crate::rows::table::{Confidence, Row, RowFault};
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

impl ProvinceRow {
    /// Which sources say what, where they disagree.
    #[must_use]
    pub fn disagreement(&self, sources: &Sources) -> Option<Words> {
        if self.dissent.is_empty() {
            return None;
        }
        let others: Vec<Words> = self.dissent.iter().map(|one| self.told(&one.sources, &one.value, sources)).collect();
        let join = |words: &[Words]| Words {
            zh: words.iter().map(|one| &*one.zh).collect::<Vec<_>>().join("，").into(),
            en: words.iter().map(|one| &*one.en).collect::<Vec<_>>().join(", ").into(),
        };
        if self.provenance.confidence == Confidence::Disputed {
            let own = self.told(&self.provenance.sources, &self.value, sources);
            let all: Vec<Words> = std::iter::once(own).chain(others).collect();
            let Words { zh, en } = join(&all);
            return Some(words!("来源说法不一：{zh}", "the sources disagree: {en}"));
        }
        let Words { zh, en } = join(&others);
        Some(words!("也有不同说法：{zh}", "others say otherwise: {en}"))
    }

    fn told(&self, keys: &[String], value: &str, sources: &Sources) -> Words {
        let mut names: Vec<&str> = Vec::new();
        for name in keys.iter().map(|key| sources.get(key).map_or(key.as_str(), |source| source.title)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let Words { zh, en } = self.in_words(value);
        let (all_zh, all_en) = (names.join("》《"), names.join(", "));
        words!("《{all_zh}》称{zh}", "{all_en}: {en}")
    }

    /// A value as people read it.
    fn in_words(&self, value: &str) -> Words {
        match value {
            "allowed" => Words::fixed("不要求是本省人", "people from elsewhere may file"),
            "proof" => Words::fixed("外省人要本省居住证明", "people from elsewhere prove that they live there"),
            "locals" => Words::fixed("只收本省户籍", "locals only"),
            "legal-representative" => Words::fixed("主体负责人须是法定代表人", "only the legal representative"),
            "authorised" => Words::fixed("可以授权他人", "somebody authorised as well"),
            _ if self.demand == Demand::PlanFrom.name() => words!("第 {value} 个起", "from the {value}th on"),
            _ => words!("{value}", "{value}"),
        }
    }
}
