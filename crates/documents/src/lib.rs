//! Documents of `beian`: values in, Markdown out.
//!
//! Templates are strict: a misspelt variable is an error and never an empty place. Nothing
//! here reads a file or knows the day.

mod error;
mod format;

pub use error::Error;
pub use format::format_page;
