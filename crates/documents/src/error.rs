//! What can be wrong with a template.

use beian_core::words;
use beian_core::words::{Lang, Words};
use std::fmt;

/// What is wrong with a template, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    template: String,
    line: Option<usize>,
    what: Words,
    hint: Option<Words>,
}

impl Error {
    pub(crate) fn new(template: &str, line: Option<usize>, what: Words) -> Self {
        Self { template: template.to_owned(), line, what, hint: None }
    }

    pub(crate) fn hint(mut self, hint: Words) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Name of the template.
    #[must_use]
    pub fn template(&self) -> &str {
        &self.template
    }

    /// Line in the template, from one on.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// What is wrong, with the place.
    #[must_use]
    pub fn words(&self) -> Words {
        let Self { template, what: Words { zh, en }, .. } = self;
        match self.line {
            Some(line) => words!("模板 {template} 第 {line} 行：{zh}", "template {template}, line {line}: {en}"),
            None => words!("模板 {template}：{zh}", "template {template}: {en}"),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> Option<&Words> {
        self.hint.as_ref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words().get(Lang::En))
    }
}

impl std::error::Error for Error {}
