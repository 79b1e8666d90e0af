//! Documents of `beian`: values in, Markdown out.
//!
//! Templates are strict: a misspelt variable is an error and never an empty place. Nothing
//! here reads a file or knows the day.

pub mod dossier;
pub mod engine;
mod error;
pub mod escape;
mod format;
mod guide;
pub mod html;
pub mod letters;
pub mod templates;
mod value;

pub use error::Error;
pub use format::format_page;
pub use guide::templates_page;
pub use templates::Templates;
