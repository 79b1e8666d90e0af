//! What shall be written into the records: filings that a change needs, and what an event adds.
//!
//! Here it is only said what is written, as values. How a file says it, and where it stands, is
//! known by `records`. Nothing is written that the records or the user did not say: what is not
//! known is left out and asked for.

mod approval;
mod completion;
mod event;
mod filed;
mod filing;
mod parties;

pub use completion::{Completion, completion};
pub use event::{Content, Edit, Happened, event, possible};
pub use filed::{filed_facts, opening};
pub use filing::{Ask, Draft, Drafts, Given, drafts};
pub use parties::counterparty;
