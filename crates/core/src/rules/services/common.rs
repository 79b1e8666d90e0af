//! What rules on services share: which are judged, and how a name is looked at.

use crate::model::Service;
use crate::record::{Placed, Text};
use crate::rows::table::Provenance;
use crate::rule::{Case, Report, Severity};
use crate::rules::asked::{region, who};
use crate::rules::in_use::is_judged;
use crate::rules::orders::asks_for;
use crate::tables::{Fault, Match, NameRow, Who};
use crate::vocabulary::ServiceKind;
use crate::words::Words;

/// The most that the breach of a row weighs on a service.
///
/// What the authority has let pass is on file and worth a note: the lists change, and the name
/// is looked at again with the next filing.
pub(super) fn weight(service: &Service, provenance: &Provenance) -> Severity {
    if service.numbers.items().is_empty() { provenance.weight() } else { Severity::Note }
}

/// Whether a word stands in the name under which the organiser is registered. What the registrar
/// of companies let pass is no fault in the name of a website.
pub(super) fn is_registered(case: &Case<'_>, word: &str) -> bool {
    who(case) == Some(Who::Organisation)
        && case.subject.particulars.value.name.known().is_some_and(|name| name.contains(word))
}

/// The name of a service with what its rows depend on.
pub(super) struct Name<'a> {
    /// The name.
    pub(super) text: &'a Placed<Text>,
    /// Who files.
    pub(super) who: Who,
    /// What kind of service it is.
    pub(super) kind: Option<ServiceKind>,
    /// Where the subject is.
    pub(super) region: &'a str,
}

impl<'a> Name<'a> {
    /// The name of a service, if it is judged.
    pub(super) fn of(case: &Case<'a>, service: &'a Service) -> Option<Self> {
        let text = service.name.placed().filter(|_| is_judged(case, service))?;
        Some(Self { text, who: who(case)?, kind: service.kind.known().copied(), region: region(case) })
    }

    /// Whether a row is for it.
    pub(super) fn is_meant_by(&self, row: &NameRow) -> bool {
        row.is_for(self.who, self.kind, self.region)
    }

    /// The rows of one fault that look at more than words and are for it.
    pub(super) fn rows(&self, case: &Case<'a>, fault: Fault) -> impl Iterator<Item = &'a NameRow> {
        case.tables.names.of(fault, case.today).filter(move |row| self.is_meant_by(row))
    }

    /// The first row of one fault and way of looking that is for it.
    pub(super) fn row(&self, case: &Case<'a>, fault: Fault, how: Match) -> Option<&'a NameRow> {
        self.rows(case, fault).find(|row| row.how == how)
    }

    /// The words in it of one fault that rows for it object to; of one word the heaviest row.
    pub(super) fn words(&self, case: &Case<'a>, fault: Fault) -> Vec<(&'a str, &'a NameRow)> {
        let mut found: Vec<(&str, &NameRow)> = Vec::new();
        if names_hold_no_word(case) {
            return found;
        }
        for (word, row) in case.tables.names.words(&self.text.value, case.today) {
            if row.fault != Some(fault) || !self.is_meant_by(row) || is_registered(case, word) {
                continue;
            }
            match found.iter_mut().find(|(known, _)| *known == word) {
                Some(known) if known.1.provenance.confidence < row.provenance.confidence => known.1 = row,
                Some(_) => {}
                None => found.push((word, row)),
            }
        }
        // 有限公司 tells all that 公司 inside it would tell again.
        let all: Vec<&str> = found.iter().map(|(word, _)| *word).collect();
        found.retain(|(word, _)| !all.iter().any(|other| other.len() > word.len() && other.contains(word)));
        found
    }
}

/// Whether no name of a service holds a word of the table, as most do: several rules ask for words.
fn names_hold_no_word(case: &Case<'_>) -> bool {
    let holds_none = |name: &Text| case.tables.names.words(name, case.today).next().is_none();
    let name = |service: &Placed<Service>| service.value.name.known().is_none_or(holds_none);
    *case.memo.names_hold_no_word.get_or_init(|| case.subject.services.iter().all(|(_, service)| name(service)))
}

/// Whether a letter is a Han character.
pub(super) const fn is_han(letter: char) -> bool {
    matches!(
        letter,
        '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}'
            | '〇'
    )
}

/// Reports that fields are missing, all at once.
pub(super) fn lacking(
    (case, key): (&Case<'_>, &str),
    place: crate::record::Place,
    lacks: &[(bool, &str)],
    say: impl FnOnce(&str, &str) -> Words,
    report: &mut Report<'_>,
) {
    let fields: Vec<&str> = lacks.iter().filter(|(lacks, _)| *lacks).map(|(_, field)| *field).collect();
    report.at(place, say(&fields.join("、"), &fields.join(", "))).at_most(case.missing_of_service(key));
}

/// Whether a filing of a service was approved, so that its number is missing and not its filing.
pub(super) fn has_passed(case: &Case<'_>, key: &str) -> bool {
    case.subject.filings.iter().any(|filing| {
        let filing = &filing.record.value;
        asks_for(filing, key) && filing.approved().is_some()
    })
}
