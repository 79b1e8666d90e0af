//! L: links across records and across subjects.

mod claims;

pub use claims::claims;

use crate::rule::Rule;

/// The family, in the order of the codes.
pub static FAMILY: &[&Rule] = &[];
