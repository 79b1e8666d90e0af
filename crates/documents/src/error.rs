//! What can be wrong with a template.

use beian_core::words;
use beian_core::words::{Lang, Words};
use std::fmt;

/// What is wrong with a template, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Box<Fault>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Fault {
    template: String,
    line: Option<usize>,
    what: Words,
    hint: Option<Words>,
}

impl Error {
    pub(crate) fn new(template: &str, line: Option<usize>, what: Words) -> Self {
        Self(Box::new(Fault { template: template.to_owned(), line, what, hint: None }))
    }

    pub(crate) fn hint(mut self, hint: Words) -> Self {
        self.0.hint = Some(hint);
        self
    }

    /// Name of the template.
    #[must_use]
    pub fn template(&self) -> &str {
        &self.0.template
    }

    /// Line in the template, from one on.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.0.line
    }

    /// What is wrong, with the place.
    #[must_use]
    pub fn words(&self) -> Words {
        let Fault { template, line, what: Words { zh, en }, .. } = &*self.0;
        match line {
            Some(line) => words!("模板 {template} 第 {line} 行：{zh}", "template {template}, line {line}: {en}"),
            None => words!("模板 {template}：{zh}", "template {template}: {en}"),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> Option<&Words> {
        self.0.hint.as_ref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words().get(Lang::En))
    }
}

impl std::error::Error for Error {}
