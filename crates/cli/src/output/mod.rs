//! What people and programs read.

pub(crate) mod catalogue;
pub(crate) mod decoded;
pub(crate) mod draw;
pub(crate) mod example;
pub(crate) mod excerpt;
pub(crate) mod json;
pub(crate) mod report;
pub(crate) mod review;
pub(crate) mod short;
pub(crate) mod shown;
pub(crate) mod stream;
pub(crate) mod summary;
pub(crate) mod text;

#[cfg(test)]
mod tests;
