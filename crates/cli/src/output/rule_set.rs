//! The line that says by which rules something was made.

use beian_core::words;
use beian_core::words::Words;

/// By which version of the rules.
pub(crate) fn rule_set(version: &str) -> Words {
    words!("规则版本 {version}", "rule set {version}")
}
