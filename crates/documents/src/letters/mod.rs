//! Letters: typed values in, one Markdown document each out.

mod context;

use crate::engine::Rendered;
use crate::{Error, Templates};
use beian_core::letter::Letter;
use context::context;

/// Renders letters by the templates in force, each by the one named after its kind. One that
/// asks for what is not there, or prints what no letter may hold, keeps no other from being
/// rendered.
///
/// # Errors
/// If a template cannot be compiled.
pub fn letters<'l>(
    templates: &Templates,
    letters: impl IntoIterator<Item = &'l Letter>,
) -> Result<Vec<Result<Rendered, Error>>, Error> {
    let engine = templates.engine()?;
    let one = |letter: &Letter| {
        let rendered = engine.render(&template(letter), &context(letter))?;
        Ok(Rendered { text: letter.veil.document(&rendered.text), ..rendered })
    };
    Ok(letters.into_iter().map(one).collect())
}

/// The name of the template of a letter.
fn template(letter: &Letter) -> String {
    format!("letters/{}{}", letter.kind.id(), crate::templates::ENDING)
}
