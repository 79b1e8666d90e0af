//! A changed fact as a line of a table: of what, which, from what, to what.

use super::entry::Entry;
use super::matter::Matter;
use super::state::State;
use crate::change::{Change, Fact, PersonField, ServiceField as S, SubjectField as F, show_in};
use crate::names::Province;
use crate::record::Plain;
use crate::words;
use crate::words::{Lang, Words};

/// A changed fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Of what: the organiser, a service by its number, a person with part and name.
    pub of: String,
    /// What filing people call the fact.
    pub label: String,
    /// What it was; none if there was nothing.
    pub old: Option<Entry>,
    /// What it becomes; none if it is taken away.
    pub new: Option<Entry>,
}

/// The changes of a matter that concern the authority, in the order of its form.
pub(super) fn changes(matter: &Matter<'_>) -> Vec<Changed> {
    let mut told: Vec<&Change> = matter.facts.iter().filter(|change| is_told(&change.fact)).collect();
    told.sort_by(|a, b| a.fact.cmp(&b.fact));
    told.into_iter().map(|change| changed(matter, change)).collect()
}

/// What the records keep for themselves is none of the authority's business.
const fn is_told(fact: &Fact) -> bool {
    match fact {
        Fact::Subject(field) => {
            !matches!(field, F::Format | F::Id | F::Numbers | F::Whole | F::EndedOn | F::EndedWhy | F::EndedFiling)
        }
        Fact::Service(_, field) => {
            !matches!(field, S::Numbers | S::Whole | S::EndedOn | S::EndedWhy | S::EndedFiling | S::Closed)
        }
        Fact::Person(_, field) => !matches!(field, PersonField::Whole),
        Fact::Domain(..) | Fact::Server(..) => true,
        Fact::Filing(..) | Fact::Observation(..) | Fact::Official(..) => false,
    }
}

fn changed(matter: &Matter<'_>, change: &Change) -> Changed {
    let Words { zh, en } = change.fact.words();
    let old = words!("变更前的{zh}", "{en} before");
    let new = words!("变更后的{zh}", "{en} after");
    let entry = |state: &State<'_>, value: &Option<Plain>, label: Words| {
        value.as_ref().map(|value| shown(state, &change.fact, value, label))
    };
    Changed {
        of: of(matter, &change.fact),
        label: zh.into_owned(),
        old: entry(&matter.before, &change.old, old),
        new: entry(&matter.after, &change.new, new),
    }
}

fn of(matter: &Matter<'_>, fact: &Fact) -> String {
    match fact {
        Fact::Service(key, _) => {
            let number = matter.before.number(&format!("services/{key}"));
            let name = matter.before.service_text(key, S::Name).or_else(|| matter.after.service_text(key, S::Name));
            [name, number].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Fact::Person(key, _) => {
            let name = matter.after.person_text(key, PersonField::Name);
            let name = name.or_else(|| matter.before.person_text(key, PersonField::Name)).unwrap_or_default();
            format!("{} {name}", role(matter, key)).trim().to_owned()
        }
        Fact::Domain(key, _) => key.to_string(),
        Fact::Server(..) => "接入服务器".to_owned(),
        Fact::Subject(_) | Fact::Filing(..) | Fact::Observation(..) | Fact::Official(..) => "主体".to_owned(),
    }
}

/// The part that a person has in the filing.
fn role(matter: &Matter<'_>, key: &str) -> &'static str {
    let sides = [&matter.after, &matter.before];
    let subject = sides.iter().any(|side| side.subject_text(F::Principal).as_deref() == Some(key));
    let services = matter
        .running
        .iter()
        .chain(&matter.services())
        .any(|service| sides.iter().any(|side| side.service_text(service, S::Principal).as_deref() == Some(key)));
    match (subject, services) {
        (true, true) => "主体负责人兼服务负责人",
        (true, false) => "主体负责人",
        (false, true) => "服务负责人",
        (false, false) => "人员",
    }
}

/// A value as the authority reads it: persons by name, regions with their province, no
/// personal number.
fn shown(state: &State<'_>, fact: &Fact, value: &Plain, label: Words) -> Entry {
    let text = show_in(value, Lang::Zh);
    match fact {
        // A key says nothing to a reader, so a person without a name is left open.
        Fact::Subject(F::Principal | F::LegalRepresentative) | Fact::Service(_, S::Principal) => {
            state.person(value.as_text(), label)
        }
        Fact::Subject(F::Region | F::CertificateRegion) => {
            let named = Province::of_code(&text).map(|province| format!("{}（区划代码 {text}）", province.name_zh));
            Entry::text(Some(named.as_deref().unwrap_or(&text)), label)
        }
        Fact::Service(key, S::Domains) => Entry::text(Some(&state.domains(key).join("、")), label),
        Fact::Service(_, S::Commercial) if text == "true" => Entry::Given("经营性".to_owned()),
        Fact::Service(_, S::Commercial) if text == "false" => Entry::Given("非经营性".to_owned()),
        _ => state.shown(fact, Some(&text), label),
    }
}
