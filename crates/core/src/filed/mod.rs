//! What is on file with the authority, and which filing asks for which change.
//!
//! The records hold what the organiser intends. What is on file follows from the approved
//! filings alone, without git: they are replayed to a day in the order of their approval.

mod access;
mod between;
mod course;
mod facts;
mod letters;
mod past;
mod replay;
mod state;

pub use access::{AccessChange, access_change};
pub use between::{Aspect, Hold, concerns, either_way, hold, under_way_of};
pub use course::{Step, course};
pub use facts::{is_filed, is_read, value_of};
pub use letters::{is_moot, letter_ends};
pub use past::{Past, past};
pub use replay::{Held, OnFile, pending, replay};
pub use state::{State, state, state_on};

pub(crate) use replay::as_on_file;
