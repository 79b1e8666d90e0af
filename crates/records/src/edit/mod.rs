//! Edits that keep the user's text: what is meant changes, and nothing else.
//!
//! A value is found by the places of our own reader, and its bytes are replaced; what comes new
//! is set beside what is there, in the order of the format. Then the text is read back: unless
//! it says exactly what was meant, by our reader and by another one, it is not written.

mod amend;
mod insert;
mod meant;
mod placed;
mod stated;
mod text;

pub use amend::{Amended, NotAmended, amended, shape_of};
pub use placed::placed;
pub use stated::stated;
pub use text::{Act, Edit, NotEdited, Step, Written, edited};
