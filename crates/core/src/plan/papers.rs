//! The papers of an order, and which of them the records hold.

use crate::change::{Change, Changes, Fact};
use crate::day::Day;
use crate::filed::{pending, replay};
use crate::model::{Filing, Paper};
use crate::procedure::{Needs, PaperNeed, recorded};
use crate::record::{FactChange, Placed, Slot, Text, Vocabulary as _};
use crate::rule::Case;
use crate::tables::PaperWhen;
use crate::vocabulary::{CertificateKind, Procedure};
use crate::words::Words;

/// What an order needs: the one that is recorded, or one as it would be written.
pub(super) fn needs(
    case: &Case<'_>,
    procedure: Procedure,
    provider: &str,
    covers: &[String],
    order: Option<&Filing>,
) -> Needs {
    let drafted = || Filing {
        procedure: Slot::new(procedure),
        through: Slot::new(Text::from(provider)),
        covers: Slot::new(covers.iter().map(|path| Placed::new(Text::from(path.as_str()))).collect()),
        ..Filing::default()
    };
    let made;
    let filing = match order {
        Some(filing) => filing,
        None => {
            made = drafted();
            &made
        }
    };
    let facts = order.map(changes).filter(|facts| !facts.is_empty()).unwrap_or_else(|| {
        let differs = || pending(&case.tables.clouds, &replay(&case.subject.filings, case.today), case.subject);
        if procedure.is_change() { differs() } else { Vec::new() }
    });
    let mut needs = recorded(case.tables, case.subject, filing, &facts, case.today);
    if procedure.is_change() && facts.is_empty() {
        needs.papers.extend(if_changed(case, procedure, &needs.papers));
    }
    needs
}

/// Papers that a change calls for by what it changes, where nothing tells yet what that is.
fn if_changed(case: &Case<'_>, procedure: Procedure, known: &[PaperNeed]) -> Vec<PaperNeed> {
    let facts = &case.subject.particulars.value;
    let region = facts.region.known().map_or("", |region| &**region);
    let code = region.get(..2).unwrap_or_default();
    let rows = case.tables.papers.of(procedure, facts.nature.known().copied(), case.today);
    let depends = |when: PaperWhen| matches!(when, PaperWhen::Renamed | PaperWhen::Document | PaperWhen::Domain);
    rows.filter(|row| depends(row.when) && row.is_of(code) && known.iter().all(|need| need.id != row.id))
        .map(|row| PaperNeed {
            id: row.id.clone(),
            name: row.name.clone(),
            of: Vec::new(),
            only_if: Some(match row.when {
                PaperWhen::Domain => {
                    Words::fixed("主办单位名称或证件变更的", "the organiser's name or certificate changes")
                }
                when => when.words(),
            }),
            detail: row.detail.clone(),
            serves: row.serves,
            is_sheet: row.is_sheet,
            confidence: row.provenance.confidence,
        })
        .collect()
}

fn changes(filing: &Filing) -> Vec<Change> {
    let facts = filing.facts.known().into_iter().flat_map(|facts| facts.iter());
    let change = |(spelled, change): (&str, &Placed<FactChange>)| {
        let fact = Fact::parse(spelled)?;
        Some(match &change.value {
            FactChange::Filed(value) => Change { fact, old: None, new: Some(value.clone()) },
            FactChange::Changed { from, to } => Change { fact, old: from.known().cloned(), new: to.known().cloned() },
        })
    };
    let changes = Changes { facts: facts.filter_map(change).collect(), ..Changes::default() };
    changes.facts
}

/// The paper of an order that answers a need, if one is recorded: of the same people or things, and called alike.
pub(super) fn held<'f>(need: &PaperNeed, order: Option<&'f Filing>, day: Day) -> Option<&'f Paper> {
    let is_identity = matches!(&*need.id, "subject_certificate" | "principal_id" | "manager_id" | "legal_rep_id");
    let name = &*need.name.zh;
    let is_it = |paper: &&Paper| {
        let kind = paper.kind.known().map_or("", |kind| &**kind);
        let of = paper.of.known().map_or("", |of| &**of);
        let is_there = paper.added.known().is_none_or(|added| *added <= day);
        let certificate = (0..).map_while(CertificateKind::from_index).any(|one| kind.contains(one.term()));
        is_there
            && match is_identity {
                true if need.id == "subject_certificate" => of == "subject" && certificate,
                true => certificate && need.of.iter().any(|whose| *whose == of),
                false => {
                    !kind.is_empty() && (name.contains(kind) || kind.contains(name.split('（').next().unwrap_or(name)))
                }
            }
    };
    let papers = order.into_iter().flat_map(|filing| filing.papers.items());
    papers.map(|paper| &paper.value).find(is_it)
}
