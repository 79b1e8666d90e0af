//! The texts of plans: what to know and to do at each step, at which step a demand of a province matters, and what
//! rejections are likely about. They are read where steps are known.

/// What to know and to do at each step.
pub(crate) const HINTS: &str = include_str!("../../data/plan-hints.tsv");
/// At which step a demand of a province matters.
pub(crate) const DEMANDS: &str = include_str!("../../data/plan-demands.tsv");
/// What rejections are likely about.
pub(crate) const REJECTIONS: &str = include_str!("../../data/plan-rejections.tsv");
