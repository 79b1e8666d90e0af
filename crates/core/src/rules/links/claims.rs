//! What a subject claims as its own.

use crate::rule::{Case, Claim};

/// Every value of the subject that no other one may hold.
#[must_use]
pub fn claims(_case: &Case<'_>) -> Vec<Claim> {
    Vec::new()
}
