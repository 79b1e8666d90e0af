//! What the rules about settings see.

use super::Policy;
use crate::day::Day;
use crate::model::Settings;

/// The settings of a repository, after its records were judged by them.
#[derive(Debug, Clone, Copy)]
pub struct SettingsCase<'a> {
    /// The settings.
    pub settings: &'a Settings,
    /// What became of them.
    pub policy: &'a Policy,
    /// The day by whose rules was judged.
    pub today: Day,
    /// Positions of the waivers that covered a finding; nothing where only a part of the
    /// records was judged, so that nobody can tell which are of use.
    pub used: Option<&'a [usize]>,
}
