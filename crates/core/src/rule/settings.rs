//! What the rules about settings see.

use crate::day::Day;
use crate::model::Settings;
use std::collections::BTreeSet;

/// The settings of a repository, after its records were judged by them.
#[derive(Debug, Clone, Copy)]
pub struct SettingsCase<'a> {
    /// The settings.
    pub settings: &'a Settings,
    /// The day by whose rules was judged.
    pub today: Day,
    /// Positions of the waivers that were of no use though what they waive was looked for; none
    /// where only a part of the records was judged, so that nobody can tell.
    pub unused: &'a BTreeSet<usize>,
}
