//! What the rules find in all subjects, sorted by subject.

use super::source::{AnyTree, Kind, Source};
use crate::commands::validate::{standing, waiver};
use crate::failure::Failure;
use crate::progress;
use beian_core::day::Day;
use beian_core::policy::{Policy, Selection};
use beian_core::tables::Tables;
use beian_core::words::Lang;
use beian_documents::dossier::{Finding, Waived};
use beian_records::judgement::{self, Ruling};
use beian_records::locate::Located;
use beian_records::survey::{Scope, Terms, survey};
use std::collections::BTreeMap;
use std::sync::atomic::AtomicUsize;

/// What was found of one subject.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) findings: Vec<Finding>,
    pub(super) waived: Vec<Waived>,
    pub(super) adopted: Vec<Finding>,
}

/// What was found, by subjects.
#[derive(Debug, Default)]
pub(super) struct Judged {
    pub(super) by_subject: BTreeMap<String, Found>,
    /// Rows of the user's by which was judged.
    pub(super) overlays: Vec<[String; 4]>,
}

/// Judges all subjects as they stand, by the rules of a day.
pub(super) fn judged(source: &Source, tree: &AnyTree<'_>, as_of: Day, lang: Lang) -> Result<Judged, Failure> {
    let settings = match &source.kind {
        Kind::Working(repository, _) => &repository.settings,
        Kind::Revision(settled) => &settled.settings,
    };
    // Baselines and overlays lie beside the settings in the working tree; a revision is judged
    // by what its own settings say, and by the tables as they are built in.
    let (laid, baseline) = match &source.kind {
        Kind::Working(repository, _) => (Some(repository.laid()), standing(repository)?),
        Kind::Revision(_) => (None, None),
    };
    let policy = Policy::new(&settings.value, Selection::default(), as_of);
    let done = AtomicUsize::new(0);
    let tables: &Tables = match &laid {
        Some(laid) => &laid.tables,
        None => Tables::builtin(),
    };
    let terms = Terms { tables, policy: &policy, ..Terms::new(as_of, source.sample(), &done) };
    let found = progress::shown(lang, &done, || survey(tree, &Scope::All, &terms));
    let ruling = Ruling { settings, policy: &policy, baseline: baseline.as_ref(), today: as_of, whole: false };
    let judgement = judgement::judge(Vec::new(), found.findings, &ruling);
    let mut judged = Judged::default();
    if let (Kind::Working(repository, _), Some(laid)) = (&source.kind, &laid) {
        // Named from the root on, wherever the program runs.
        let named = laid.overlays.iter().map(|named| {
            let path = repository.seen_from_root(&named.path);
            [path, named.title.clone(), named.publisher.clone(), named.date.clone()]
        });
        judged.overlays = named.collect();
    }
    for located in judgement.findings {
        judged.of(&located).findings.push(finding(located));
    }
    for located in judgement.adopted {
        judged.of(&located).adopted.push(finding(located));
    }
    for (located, index) in judgement.waived {
        let waived = waiver(located, index, &settings.value);
        let of = judged.of(&waived.finding);
        of.waived.push(Waived {
            reason: waived.reason,
            owner: waived.owner,
            until: waived.until,
            finding: finding(waived.finding),
        });
    }
    Ok(judged)
}

impl Judged {
    fn of(&mut self, located: &Located) -> &mut Found {
        self.by_subject.entry(located.subject.clone()).or_default()
    }
}

fn finding(located: Located) -> Finding {
    Finding {
        rule: located.rule,
        severity: located.severity,
        fact: located.fact,
        message: located.message,
        help: located.help,
    }
}
