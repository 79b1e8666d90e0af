//! Rows: tables that are compiled in as text, and how well each row is founded.

mod laid;
pub(crate) mod listed;
pub(crate) mod sorted;
pub mod table;

pub use table::{Confidence, Provenance, RowFault, Said};
