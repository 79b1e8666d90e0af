//! Which rules are looked at in one run.

use crate::rule::{Check, Rule, Severity};
use crate::rules;

/// Rules by their names or by the beginnings of their codes: `N`, `D118`, `suffix-unknown`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    select: Vec<Box<str>>,
    ignore: Vec<Box<str>>,
    /// Whether files of evidence are not to be looked at, so that no rule can speak of them.
    no_evidence: bool,
}

/// A word that selects no rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownSelector(pub Box<str>);

impl Selection {
    /// All rules.
    pub const EVERYTHING: Self = Self { select: Vec::new(), ignore: Vec::new(), no_evidence: false };

    /// Only these rules, all if none are named, without those.
    ///
    /// # Errors
    /// For a word that selects no rule: a misspelt one would silently look at nothing.
    pub fn new(select: &[String], ignore: &[String]) -> Result<Self, UnknownSelector> {
        let known = |word: &String| match rules::all().any(|rule| exactness(word, rule).is_some()) {
            true => Ok(word.as_str().into()),
            false => Err(UnknownSelector(word.as_str().into())),
        };
        Ok(Self {
            select: select.iter().map(known).collect::<Result<_, _>>()?,
            ignore: ignore.iter().map(known).collect::<Result<_, _>>()?,
            no_evidence: false,
        })
    }

    /// The same, without the rules on files of evidence if those are not to be looked at.
    #[must_use]
    pub fn with_evidence(self, evidence: bool) -> Self {
        Self { no_evidence: !evidence, ..self }
    }

    /// Whether a rule is looked at. Where it is both selected and ignored, the more exact
    /// word decides, so that `--ignore N --select N101` means what it says.
    ///
    /// What cannot be read cannot be judged: errors of form are told whatever is selected,
    /// unless they are ignored by name, or a broken file would pass for a clean one.
    #[must_use]
    pub fn takes(&self, rule: &Rule) -> bool {
        if self.no_evidence && matches!(rule.check, Check::Evidence(_)) {
            return false;
        }
        let most = |words: &[Box<str>]| words.iter().filter_map(|word| exactness(word, rule)).max();
        let always = matches!(rule.check, Check::Form) && rule.severity == Severity::Error;
        let selected = if self.select.is_empty() || always { Some(0) } else { None };
        let Some(selected) = most(&self.select).max(selected) else { return false };
        most(&self.ignore).is_none_or(|ignored| ignored < selected)
    }
}

/// How exactly a word means a rule; nothing if it does not.
fn exactness(word: &str, rule: &Rule) -> Option<usize> {
    let starts = rule.code.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    if rule.name == word {
        Some(rule.code.len())
    } else if starts && !word.is_empty() {
        Some(word.len())
    } else {
        None
    }
}
