//! Letters: typed values in, one Markdown document each out.

mod context;

use crate::engine::Rendered;
use crate::{Error, Templates};
use beian_core::letter::Letter;
use context::context;

/// Renders letters by the templates in force, each by the one named after its kind.
///
/// # Errors
/// If a template cannot be compiled, asks for what is not there, or prints what no letter
/// may hold.
pub fn letters<'l>(
    templates: &Templates,
    letters: impl IntoIterator<Item = &'l Letter>,
) -> Result<Vec<Rendered>, Error> {
    let engine = templates.engine()?;
    let one = |letter: &Letter| engine.render(&template(letter), &context(letter));
    letters.into_iter().map(one).collect()
}

/// The name of the template of a letter.
fn template(letter: &Letter) -> String {
    format!("letters/{}{}", letter.kind.id(), crate::templates::ENDING)
}
