//! A change of one file of the clean subject: what it means, both ways.

use super::subject::{TODAY, amended, clean, told};
use beian_core::change::diff_states;
use beian_core::procedure::{coverage, procedures};
use beian_core::rules::review::{Turn, check};
use beian_core::tables::Tables;
use beian_records::limits::Limits;
use beian_records::read::{ReadSubject, read_states};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The first byte says which file the others are on the newer side.
pub(super) fn change(data: &[u8]) -> String {
    let (old, new) = (clean(), amended(data));
    let (there, back) = (read_states(&old, &new, &Limits::default()), read_states(&new, &old, &Limits::default()));
    meant(&there.0, &there.1) + &meant(&back.0, &back.1)
}

fn meant(old: &ReadSubject<'_>, new: &ReadSubject<'_>) -> String {
    let (was, is) = (Some(&old.subject), Some(&new.subject));
    let tables = Tables::builtin();
    let changes = diff_states(was, is);
    let required = procedures(tables, &changes, was, is, TODAY);
    let coverage = coverage(&tables.clouds, &required, was, is);
    let numbers = BTreeMap::new();
    let turn = Turn {
        old: was,
        new: is,
        changes: &changes,
        required: &required,
        coverage: &coverage,
        numbers: &numbers,
        committed: TODAY,
        today: TODAY,
    };
    let mut out = String::new();
    let _ = writeln!(out, "{changes:?}");
    for one in &required {
        let _ = writeln!(out, "{:?} {:?}", one.verdict, one.covers);
    }
    let (former, present): (Vec<_>, Vec<_>) = check(&turn).into_iter().partition(|finding| finding.former);
    told(old, former, &mut out);
    told(new, present, &mut out);
    out
}
