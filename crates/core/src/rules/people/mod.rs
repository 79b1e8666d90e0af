//! P: people, and what provinces ask of them. Its codes start at 201; the rest stands in `privacy`.

pub(crate) mod common;

use crate::rule::Rule;

/// The family, in the order of the codes.
pub static FAMILY: &[&Rule] = &[];
