//! The templates in force: the built-in ones, overridden file by file.

use crate::Error;
use crate::engine::Engine;
use beian_core::words::{Lang, Words};
pub use beian_templates::{BUILTIN, Template};
use std::collections::BTreeMap;

/// The version of what templates are given. It grows when a name changes or goes.
pub const CONTEXT_VERSION: u32 = 1;

/// The end of every template's name.
pub const ENDING: &str = ".md.j2";

/// The most templates that a folder may hold.
const MOST: usize = 200;

/// What the built-in template of a name makes.
#[must_use]
pub fn about(name: &str, lang: Lang) -> Option<&'static str> {
    let template = BUILTIN.iter().find(|template| template.name == name)?;
    Some(match lang {
        Lang::Zh => template.zh,
        Lang::En => template.en,
    })
}

/// The templates in force.
#[derive(Debug, Clone)]
pub struct Templates {
    sources: BTreeMap<String, String>,
}

impl Templates {
    /// The built-in ones.
    #[must_use]
    pub fn builtin() -> Self {
        let sources = BUILTIN.iter().map(|builtin| (builtin.name.to_owned(), builtin.source.to_owned()));
        Self { sources: sources.collect() }
    }

    /// The built-in ones, with others over or beside them. Templates of other names can be
    /// included by these.
    ///
    /// # Errors
    /// If one of them is no template, says what templates cannot, or if there are too many.
    pub fn overlaid(files: BTreeMap<String, String>) -> Result<Self, Error> {
        let mut templates = Self::builtin();
        if let Some((name, _)) = files.iter().nth(MOST) {
            let what = Words::fixed("模板文件超过 200 个", "there are more than 200 templates");
            return Err(Error::new(name, None, what));
        }
        templates.sources.extend(files);
        templates.engine()?;
        Ok(templates)
    }

    /// Compiles them.
    pub(crate) fn engine(&self) -> Result<Engine, Error> {
        Engine::new(&self.sources)
    }

    /// The text of a template.
    #[must_use]
    pub fn source(&self, name: &str) -> Option<&str> {
        self.sources.get(name).map(String::as_str)
    }

    /// The names of all templates.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.sources.keys().map(String::as_str)
    }

    /// Whether a template differs from the built-in one of its name, or is none of them.
    #[must_use]
    pub fn is_own(&self, name: &str) -> bool {
        BUILTIN.iter().find(|builtin| builtin.name == name).map(|builtin| builtin.source) != self.source(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_template_compiles_and_tells_its_context() {
        assert!(Templates::builtin().engine().is_ok());
        for builtin in BUILTIN {
            assert!(builtin.name.ends_with(ENDING), "{}", builtin.name);
            assert!(builtin.source.starts_with("{#"), "{}", builtin.name);
        }
    }
}
