//! The page for those who write templates, made from the built-in ones.

use crate::Error;
use crate::engine::{TOOLS, explain};
use crate::templates::{BUILTIN, CONTEXT_VERSION};
use beian_templates::TEMPLATES_PAGE;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior, context};
use serde::Serialize;

#[derive(Serialize)]
struct Row {
    name: &'static str,
    zh: &'static str,
    en: &'static str,
    context: String,
}

#[derive(Serialize)]
struct Tool {
    usage: String,
    zh: String,
    en: String,
}

/// The page of the templates, in Markdown.
///
/// # Errors
/// If its own template asks for what is not there.
pub fn templates_page() -> Result<String, Error> {
    render().map_err(|error| explain(TEMPLATES_PAGE.name, &error))
}

fn render() -> Result<String, minijinja::Error> {
    let templates: Vec<Row> = BUILTIN
        .iter()
        .map(|builtin| Row {
            name: builtin.name,
            zh: builtin.zh,
            en: builtin.en,
            context: opening_comment(builtin.source).to_owned(),
        })
        .collect();
    let tools: Vec<Tool> = TOOLS
        .iter()
        .map(|tool| Tool {
            usage: tool.usage.replace('|', "\\|"),
            zh: tool.about.zh.to_string(),
            en: tool.about.en.to_string(),
        })
        .collect();
    // These are words of ours with Markdown in them: nothing is escaped here.
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    let template = environment.template_from_named_str(TEMPLATES_PAGE.name, TEMPLATES_PAGE.source)?;
    let page = template.render(context! {
        tools => Serde(&tools),
        templates => Serde(&templates),
        version => CONTEXT_VERSION,
    })?;
    Ok(page.trim_end().to_owned() + "\n")
}

/// What a template says at its beginning of what it can print.
fn opening_comment(source: &str) -> &str {
    let comment = source.strip_prefix("{#").and_then(|rest| rest.split_once("#}"));
    comment.map_or("", |(comment, _)| comment.trim_matches(['-', ' ', '\n']))
}
