//! What people and programs read.

pub(crate) mod about;
pub(crate) mod catalogue;
pub(crate) mod columns;
pub(crate) mod decoded;
pub(crate) mod draw;
pub(crate) mod due;
pub(crate) mod escape;
pub(crate) mod example;
pub(crate) mod excerpt;
pub(crate) mod github;
pub(crate) mod gitlab;
pub(crate) mod ical;
pub(crate) mod json;
pub(crate) mod junit;
pub(crate) mod machine;
pub(crate) mod markdown;
pub(crate) mod periods;
pub(crate) mod plan;
pub(crate) mod practice;
pub(crate) mod report;
pub(crate) mod review;
pub(crate) mod rule_pages;
pub(crate) mod rule_set;
pub(crate) mod runner;
pub(crate) mod sarif;
pub(crate) mod sheet;
pub(crate) mod short;
pub(crate) mod shown;
pub(crate) mod statistics;
pub(crate) mod status;
pub(crate) mod stream;
pub(crate) mod summary;
pub(crate) mod text;

#[cfg(test)]
mod tests;
