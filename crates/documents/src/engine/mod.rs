//! The template engine: strict, bounded in time and memory, and unable to read a file.
//!
//! Templates of a repository under review come from a stranger. They see nothing but their
//! context; names are looked up among the templates given, never on a disk. `docs/templates.md`
//! is written for those who write templates.

mod bounds;
mod explain;
mod filters;
mod guard;
mod print;
mod seen;

pub(crate) use explain::explain;
pub use filters::{TOOLS, Tool};

use crate::Error;
use crate::value::Printed;
use beian_core::words::Words;
use minijinja::machinery::parse;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io;

/// Steps that a rendering may take. The dossier of a subject of a thousand services takes a
/// hundredth; a machine does them all in less than a second.
const FUEL: u64 = 10_000_000;

/// The longest document, in bytes.
const LONGEST_OUTPUT: usize = 16 << 20;

/// What a document takes in most cases, in bytes.
const USUAL_OUTPUT: usize = 24 << 10;

/// The longest template, in bytes.
const LONGEST_TEMPLATE: usize = 256 << 10;

/// A document, and the blanks in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The Markdown.
    pub text: String,
    /// What is to be filled in by hand, in the order of the document, each once.
    pub blanks: Vec<Words>,
}

/// Compiled templates.
#[derive(Debug)]
pub(crate) struct Engine {
    environment: Environment<'static>,
}

impl Engine {
    /// Compiles templates, by their names.
    pub(crate) fn new(sources: &BTreeMap<String, String>) -> Result<Self, Error> {
        let mut environment = Environment::empty();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_syntax(syntax());
        environment.set_debug(true);
        environment.set_fuel(Some(FUEL));
        environment.set_recursion_limit(100);
        environment.set_formatter(print::print);
        filters::register(&mut environment);
        for (name, source) in sources {
            add(&mut environment, name, source)?;
        }
        Ok(Self { environment })
    }

    /// Renders a template that others print as a whole, as a value that is not escaped again.
    pub(crate) fn part(&self, name: &str, context: &impl Serialize) -> Result<Value, Error> {
        let mut text = self.render(name, context)?.text;
        text.truncate(text.trim_end().len());
        Ok(Value::from_safe_string(text))
    }

    /// Renders a template.
    pub(crate) fn render(&self, name: &str, context: &impl Serialize) -> Result<Rendered, Error> {
        let (bytes, blanks) = self.run(name, context)?;
        let text =
            String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        Ok(Rendered { text, blanks })
    }

    /// Renders a template to bytes of UTF-8, for those who only write them.
    pub(crate) fn bytes(&self, name: &str, context: &impl Serialize) -> Result<Vec<u8>, Error> {
        self.run(name, context).map(|(bytes, _)| bytes)
    }

    fn run(&self, name: &str, context: &impl Serialize) -> Result<(Vec<u8>, Vec<Words>), Error> {
        let explain = |error: &minijinja::Error| explain(name, error);
        let template = self.environment.get_template(name).map_err(|error| explain(&error))?;
        let mut out = Bounded(Vec::with_capacity(USUAL_OUTPUT));
        let rendered =
            template.render_captured_to(Value::from(Serde(context)), &mut out).map_err(|error| explain(&error))?;
        let printed = rendered.state().get_temp(print::PRINTED).and_then(|value| value.downcast_object::<Printed>());
        let blanks = printed.map(|printed| printed.labels()).unwrap_or_default();
        drop(rendered);
        trim_end(&mut out.0);
        out.0.push(b'\n');
        Ok((out.0, blanks))
    }
}

/// Takes blanks and line breaks from the end of a text, looking at nothing but its end.
fn trim_end(text: &mut Vec<u8>) {
    let begins = |byte: &u8| byte & 0xc0 != 0x80;
    while let Some(at) = text.iter().rposition(begins) {
        let last = text.get(at..).and_then(|last| std::str::from_utf8(last).ok());
        if !last.is_some_and(|last| last.trim_end().is_empty()) {
            return;
        }
        text.truncate(at);
    }
}

fn syntax() -> SyntaxConfig {
    let built = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    // The builder refuses delimiters only, and none is set here.
    built.unwrap_or_default()
}

fn add(environment: &mut Environment<'static>, name: &str, source: &str) -> Result<(), Error> {
    if source.len() > LONGEST_TEMPLATE {
        return Err(Error::new(name, None, Words::fixed("模板超过 256 KB", "the template is longer than 256 KB")));
    }
    let source = &*seen::check(name, source)?;
    bounds::check(name, source)?;
    let explain = |error: minijinja::Error| explain(name, &error);
    guard::check(name, &parse(source, name, syntax()).map_err(explain)?)?;
    environment.add_template_owned(name.to_owned(), source.to_owned()).map_err(explain)
}

/// An output that ends where no document should go on.
struct Bounded(Vec<u8>);

impl io::Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > LONGEST_OUTPUT {
            return Err(io::Error::other("too long"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
