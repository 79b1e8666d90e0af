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
    /// What was to be printed and cannot be, as the template spells it.
    asked: Option<String>,
}

impl Error {
    pub(crate) fn new(template: &str, line: Option<usize>, what: Words) -> Self {
        Self(Box::new(Fault { template: template.to_owned(), line, what, hint: None, asked: None }))
    }

    pub(crate) fn hint(mut self, hint: Words) -> Self {
        self.0.hint = Some(hint);
        self
    }

    pub(crate) fn asked_for(mut self, expression: String) -> Self {
        self.0.asked = Some(expression);
        self
    }

    /// The last name of what was to be printed and cannot be: `basis` of `change.basis`.
    #[must_use]
    pub fn asked(&self) -> Option<&str> {
        let expression = self.0.asked.as_deref()?.split('|').next()?;
        let name = expression.rsplit('.').next()?.trim();
        let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        is_name.then_some(name)
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
        let Fault { template, line, what: Words { zh, en }, asked, .. } = &*self.0;
        if let (Some(line), Some(asked)) = (line, asked) {
            return words!(
                "模板 {template} 第 {line} 行，{asked}：{zh}",
                "template {template}, line {line}, `{asked}`: {en}"
            );
        }
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
