//! What the demands of provinces and their values are called by people.

use super::ProvinceRow;
use crate::rows::table;
use crate::rows::table::{Row, RowFault};
use crate::words;
use crate::words::Words;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The text of the table, which says nothing of its own: no row of it is founded on anything.
const TEXT: &str = include_str!("practice-words.tsv");

/// One wording.
struct Wording {
    demand: String,
    /// The part of a value, or none for what the demand is called.
    value: Option<String>,
    zh: String,
    en: Option<String>,
}

/// The wordings, by demand and value.
type Wordings = BTreeMap<String, BTreeMap<Option<String>, (String, Option<String>)>>;

/// What the parts of a value stand between.
const BETWEEN: char = '；';

fn wording(row: &Row<'_>) -> Result<Wording, RowFault> {
    let value = row.must("value")?;
    Ok(Wording {
        demand: row.must("demand")?.to_owned(),
        value: (value != "*").then(|| value.to_owned()),
        zh: row.must("zh")?.to_owned(),
        en: row.text("en"),
    })
}

fn wordings() -> &'static Wordings {
    static ALL: OnceLock<Wordings> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Wordings::new();
        let key = |one: &Wording| (one.demand.clone(), one.value.clone());
        for one in table::read(TEXT, wording, key).0 {
            all.entry(one.demand).or_default().insert(one.value, (one.zh, one.en));
        }
        all
    })
}

/// One part of a value as people read it; what no wording has stands as it is.
fn part(demand: &str, value: &str) -> Words {
    let known = wordings().get(demand).and_then(|all| all.get(&Some(value.to_owned())));
    match (known, value) {
        (Some((zh, en)), _) => {
            let en = en.as_deref().unwrap_or(value);
            words!("{zh}", "{en}")
        }
        (None, "yes") => Words::fixed("是", "yes"),
        (None, _) => {
            let listed = value.replace(';', "、");
            let parted = value.replace(';', ", ");
            words!("{listed}", "{parted}")
        }
    }
}

impl ProvinceRow {
    /// What is asked, in words: `域名持有者：单位或法定代表人`.
    #[must_use]
    pub fn told(&self) -> Words {
        let called = wordings().get(&self.demand).and_then(|all| all.get(&None));
        let (zh, en) = called
            .map_or((&*self.demand, &*self.demand), |(zh, en)| (zh.as_str(), en.as_deref().unwrap_or(&self.demand)));
        // What is called by a whole sentence needs no yes.
        if self.value == "yes" && !self.has_words("yes") {
            return words!("{zh}", "{en}");
        }
        let parts: Vec<Words> = self.value.split(BETWEEN).map(|value| part(&self.demand, value)).collect();
        let join = |of: fn(&Words) -> &str, by: &str| parts.iter().map(of).collect::<Vec<_>>().join(by);
        let (all_zh, all_en) = (join(|one| &one.zh, "；"), join(|one| &one.en, "; "));
        words!("{zh}：{all_zh}", "{en}: {all_en}")
    }

    fn has_words(&self, value: &str) -> bool {
        wordings().get(&self.demand).is_some_and(|all| all.contains_key(&Some(value.to_owned())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::{Demand, Tables};

    #[test]
    fn every_wording_is_read() {
        let key = |one: &Wording| (one.demand.clone(), one.value.clone());
        assert!(table::read(TEXT, wording, key).1.is_empty());
    }

    #[test]
    fn every_row_is_told_in_both_languages() {
        let is_english =
            |text: &str| text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| 3 < word.len()).count();
        for row in Tables::builtin().provinces.all() {
            let told = row.told();
            let is_address = row.demand == "portal";
            assert!(is_address || is_english(&told.zh) < 2, "{} {}: {}", row.code, row.demand, told.zh);
            assert!(!told.en.contains("：") && !told.zh.contains(row.demand.as_str()), "{}: {told:?}", row.demand);
        }
        for demand in Demand::ALL {
            assert!(wordings().contains_key(demand.name()), "{}", demand.name());
        }
    }

    #[test]
    fn every_wording_is_of_a_row() {
        let rows: Vec<&ProvinceRow> = Tables::builtin().provinces.all().collect();
        for (demand, all) in wordings() {
            for value in all.keys().flatten() {
                let is_of =
                    |row: &&&ProvinceRow| row.demand == *demand && row.value.split(BETWEEN).any(|one| one == value);
                assert!(rows.iter().find(is_of).is_some(), "{demand}: {value}");
            }
        }
    }
}
