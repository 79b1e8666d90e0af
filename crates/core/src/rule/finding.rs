//! What a check finds.

use super::Rule;
use crate::law::{Citation, Severity};
use crate::record::{Place, unknown};
use crate::tables::{Founded, Period, Tables};
use crate::words;
use crate::words::Words;

/// A breach of a rule, at one place.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// How heavy it weighs here; never more than the rule.
    pub severity: Severity,
    /// The one place it is about.
    pub place: Place,
    /// The field that is missing there, if that is the fault.
    pub missing: Option<&'static str>,
    /// What is wrong here.
    pub message: Words,
    /// What to do here, if that is more exact than the rule's help.
    pub help: Option<Words>,
    /// What it rests on here, if that is more exact than the rule's sources.
    pub rests_on: Vec<Citation>,
    /// Other places that explain it.
    pub related: Vec<Related>,
    /// Whether its place is one of the older of two states: what is gone stands nowhere else.
    pub former: bool,
    /// Whether it may rest on something that is not known.
    pub(crate) unsure: bool,
}

/// A place that explains a finding.
#[derive(Debug, Clone)]
pub struct Related {
    /// The place.
    pub place: Place,
    /// What it has to do with it.
    pub message: Words,
}

impl Finding {
    /// A finding that weighs as its rule does.
    #[must_use]
    pub const fn new(rule: &'static Rule, place: Place, message: Words) -> Self {
        Self {
            rule,
            severity: rule.severity,
            place,
            missing: None,
            message,
            help: None,
            rests_on: Vec::new(),
            related: Vec::new(),
            former: false,
            unsure: false,
        }
    }

    /// Says more exactly what to do.
    pub fn help(&mut self, help: Words) -> &mut Self {
        self.help = Some(help);
        self.heed()
    }

    /// What was asked for until now is what it rests on.
    fn heed(&mut self) -> &mut Self {
        self.unsure |= unknown::was_asked();
        self
    }

    /// Says more exactly what it rests on.
    pub fn cite(&mut self, citations: &[Citation]) -> &mut Self {
        self.rests_on = citations.to_vec();
        self
    }

    /// Adds a place that explains it.
    pub fn related(&mut self, place: Place, message: Words) -> &mut Self {
        self.related.push(Related { place, message });
        self.heed()
    }

    /// Lets it weigh as a row does, and names the sources that disagree.
    pub(crate) fn rests_on(&mut self, row: &impl Founded, tables: &Tables) -> &mut Self {
        self.disputed(row, tables).at_most(row.provenance().weight())
    }

    /// Names the sources that disagree with a row, or among each other.
    pub(crate) fn disputed(&mut self, row: &impl Founded, tables: &Tables) -> &mut Self {
        if let Some(others) = row.disagreement(tables.sources()) {
            let (Words { zh, en }, more) = (&self.message, others);
            let (more_zh, more_en) = (more.zh, more.en);
            self.message = words!("{zh}；{more_zh}", "{en}; {more_en}");
        }
        self.heed()
    }

    /// Lets it weigh as the period does by which it is counted, and says where that is a user's own, since the texts
    /// of the rule name another one.
    pub(crate) fn counted_by(&mut self, period: &Period) -> &mut Self {
        let (own, Words { zh, en }) = (period.own(), &self.message);
        let (own_zh, own_en) = (own.zh, own.en);
        if !own_zh.is_empty() {
            self.message = words!("{zh}{own_zh}", "{en}{own_en}");
        }
        self.at_most(period.most())
    }

    /// Makes it weigh at most so much.
    pub fn at_most(&mut self, severity: Severity) -> &mut Self {
        self.severity = self.severity.min(severity);
        self.heed()
    }
}

/// Takes the findings of one rule.
#[derive(Debug)]
pub struct Report<'a> {
    rule: &'static Rule,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Report<'a> {
    /// A report for one rule.
    pub const fn new(rule: &'static Rule, findings: &'a mut Vec<Finding>) -> Self {
        Self { rule, findings }
    }

    /// Reports a fault at a place.
    pub fn at(&mut self, place: Place, message: Words) -> &mut Finding {
        self.findings.push_mut(Finding::new(self.rule, place, message)).heed()
    }

    /// Reports that what stood at a place of the older state is gone.
    pub fn gone(&mut self, place: Place, message: Words) -> &mut Finding {
        let finding = self.at(place, message);
        finding.former = true;
        finding
    }

    /// Reports that a field is missing from the record at a place.
    pub fn missing(&mut self, record: Place, field: &'static str, message: Words) -> &mut Finding {
        let finding = self.at(record, message);
        finding.missing = Some(field);
        finding
    }
}
