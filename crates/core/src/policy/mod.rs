//! Policy: what a repository makes of findings.
//!
//! Rules say what is wrong; a repository says how heavy that weighs here ([`Policy::weigh`]),
//! what is accepted for a time ([`Policy::waiver`]), and whoever runs the program says what
//! is looked at ([`Selection`]). Nothing here changes what a rule finds.

mod selection;
mod version;

pub use selection::{Selection, UnknownSelector};
pub use version::{dated, version, version_of};

use crate::day::Day;
use crate::model::{Glob, Settings, Waiver};
use crate::record::Placed;
use crate::rule::{Rule, Severity};
use crate::rules;
use crate::vocabulary::Level;
use std::collections::{BTreeMap, BTreeSet};

/// A level for some subjects.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Particular {
    /// Codes of the rules.
    codes: BTreeSet<&'static str>,
    /// Which subjects.
    subjects: Vec<Glob>,
    level: Level,
}

/// A waiver that counts: complete, of a rule that exists, and not expired.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Granted {
    fact: Box<str>,
    /// Its position among the waivers of the settings.
    index: usize,
}

/// What a repository makes of findings on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Policy {
    selection: Selection,
    /// Codes of rules whose findings are errors whatever the settings say of them.
    denied: BTreeSet<&'static str>,
    general: BTreeMap<&'static str, Level>,
    particular: Vec<Particular>,
    waivers: BTreeMap<&'static str, Vec<Granted>>,
}

impl Policy {
    /// Takes every finding as its rule made it.
    #[must_use]
    pub fn none() -> &'static Self {
        static NONE: Policy = Policy {
            selection: Selection::EVERYTHING,
            denied: BTreeSet::new(),
            general: BTreeMap::new(),
            particular: Vec::new(),
            waivers: BTreeMap::new(),
        };
        &NONE
    }

    /// The policy of settings on a day. What is wrong with them, the rules `C2…` find; here
    /// it has no effect.
    #[must_use]
    pub fn new(settings: &Settings, selection: Selection, today: Day) -> Self {
        let mut policy = Self { selection, ..Self::default() };
        for (word, level) in settings.rules.known().into_iter().flat_map(|levels| levels.iter()) {
            if let Some(rule) = rules::find(word) {
                policy.general.insert(rule.code, level.value);
            }
        }
        for row in settings.levels.items() {
            let Some(level) = row.value.level.known() else { continue };
            let rules = row.value.rules.known().map_or(&[][..], |rules| &rules.0);
            let subjects = row.value.subjects.known().map_or(&[][..], |subjects| &subjects.0);
            policy.particular.push(Particular {
                codes: rules.iter().filter_map(|word| rules::find(&word.value)).map(|rule| rule.code).collect(),
                subjects: subjects.iter().filter_map(|glob| Glob::parse(&glob.value).ok()).collect(),
                level: *level,
            });
        }
        for (index, waiver) in settings.waivers.items().iter().enumerate() {
            if let Some((code, fact)) = granted(waiver, today) {
                policy.waivers.entry(code).or_default().push(Granted { fact: fact.into(), index });
            }
        }
        policy
    }

    /// The same policy, with errors made of what these rules find: whoever runs the program
    /// goes before what settings say of levels. Waivers still count, since each says why.
    #[must_use]
    pub fn denying(mut self, rules: impl IntoIterator<Item = &'static Rule>) -> Self {
        self.denied.extend(rules.into_iter().map(|rule| rule.code));
        self
    }

    /// What is looked at.
    #[must_use]
    pub const fn selection(&self) -> &Selection {
        &self.selection
    }

    /// How heavy a finding weighs here; nothing if it is not to be told.
    ///
    /// `deny` makes an error of it whatever the rule says. `note` and `warn` bring it down to
    /// that, and raise it only where the rule itself never weighs so much: a finding that its
    /// rule made lighter, such as what an imported record lacks, is not raised by a level
    /// that was written to make errors lighter.
    #[must_use]
    pub fn weigh(&self, rule: &Rule, subject: &str, severity: Severity) -> Option<Severity> {
        if !self.selection.takes(rule) {
            return None;
        }
        let up_to = |level: Severity| if rule.severity < level { level } else { severity.min(level) };
        match self.level(rule, subject) {
            None => Some(severity),
            Some(Level::Allow) => None,
            Some(Level::Note) => Some(up_to(Severity::Note)),
            Some(Level::Warn) => Some(up_to(Severity::Warning)),
            Some(Level::Deny) => Some(Severity::Error),
        }
    }

    /// The level of a rule for a subject. What is said of some subjects goes before what is
    /// said of all, and what is said later before what is said earlier.
    fn level(&self, rule: &Rule, subject: &str) -> Option<Level> {
        if self.denied.contains(rule.code) {
            return Some(Level::Deny);
        }
        let particular = self
            .particular
            .iter()
            .rev()
            .find(|row| row.codes.contains(rule.code) && row.subjects.iter().any(|glob| glob.matches(subject)));
        particular.map(|row| row.level).or_else(|| self.general.get(rule.code).copied())
    }

    /// The waiver that covers a finding, by its position in the settings.
    #[must_use]
    pub fn waiver(&self, rule: &Rule, fact: &str) -> Option<usize> {
        self.waivers.get(rule.code)?.iter().find(|waiver| covers(&waiver.fact, fact)).map(|waiver| waiver.index)
    }

    /// Positions of the waivers that count and that covered nothing, though their rules judged:
    /// those not among `used`.
    #[must_use]
    pub fn unused(&self, used: &[usize], today: Day) -> BTreeSet<usize> {
        let judged =
            |code: &str| rules::find(code).is_some_and(|rule| rule.in_force(today) && self.selection.takes(rule));
        let granted = self.waivers.iter().filter(|(code, _)| judged(code)).flat_map(|(_, waivers)| waivers);
        granted.map(|waiver| waiver.index).filter(|index| !used.contains(index)).collect()
    }
}

/// Whether a waiver's fact covers the fact of a finding: the same one, or with `/*` at its
/// end any below it.
fn covers(waived: &str, fact: &str) -> bool {
    match waived.strip_suffix("/*") {
        Some(above) => fact.strip_prefix(above).is_some_and(|rest| rest.starts_with('/')),
        None => waived == fact,
    }
}

/// The rule and fact of a waiver that counts. One that does not say why, by whom or until
/// when waives nothing: else a line without an owner would hide a fault for ever.
fn granted(waiver: &Placed<Waiver>, today: Day) -> Option<(&'static str, &str)> {
    let Waiver { rule, fact, reason, owner, until } = &waiver.value;
    let rule = rules::find(rule.known()?)?;
    reason.known().and(owner.known())?;
    let endless = until.is_absent() && rules::is_past_mending(rule);
    let holds = endless || until.known().is_some_and(|until| today <= *until);
    holds.then_some((rule.code, fact.known()?))
}

#[cfg(test)]
mod tests;
