//! What the library says of a template that failed, in words.

use super::print::Unprintable;
use crate::Error;
use beian_core::words;
use beian_core::words::Words;
use minijinja::ErrorKind;
use std::error::Error as _;

/// The innermost fault: that of an included template, not that of the one which includes it.
fn innermost(error: &minijinja::Error) -> &minijinja::Error {
    let mut found = error;
    let mut source = error.source();
    while let Some(error) = source {
        if let Some(inner) = error.downcast_ref::<minijinja::Error>() {
            found = inner;
        }
        source = error.source();
    }
    found
}

/// What is wrong, and where.
pub(crate) fn explain(template: &str, error: &minijinja::Error) -> Error {
    let error = innermost(error);
    let name = error.name().unwrap_or(template);
    let (what, hint) = what(error);
    let mut fault = Error::new(name, error.line(), what);
    let is_value = error.source().is_some_and(|source| source.is::<Unprintable>());
    if let Some(expression) = value(error).filter(|_| is_value) {
        fault = fault.asked_for(expression);
    }
    match hint {
        Some(hint) => fault.hint(hint),
        None => fault,
    }
}

fn what(error: &minijinja::Error) -> (Words, Option<Words>) {
    if let Some(unprintable) = error.source().and_then(|source| source.downcast_ref::<Unprintable>()) {
        return (unprintable.what.clone(), Some(unprintable.hint.clone()));
    }
    let detail = error.detail().unwrap_or_default();
    match error.kind() {
        ErrorKind::UndefinedError => {
            let (zh, en) = match expression(error) {
                Some(name) => (format!("没有“{name}”"), format!("there is no `{name}`")),
                None => ("用到了没有的变量".to_owned(), "a variable does not exist".to_owned()),
            };
            let hint = Words::fixed(
                "查对拼写；用 beian templates show 看这个模板能用的内容",
                "check the spelling; `beian templates show NAME` tells what the template can print",
            );
            (words!("{zh}", "{en}"), Some(hint))
        }
        ErrorKind::OutOfFuel => (
            Words::fixed("运行的步数超过上限", "it takes more steps than a template may"),
            Some(Words::fixed("看看循环和 include 是否没有尽头", "look for a loop or an include without end")),
        ),
        ErrorKind::WriteFailure => {
            (Words::fixed("写出的内容超过上限 16 MB", "it writes more than the limit of 16 MB"), None)
        }
        ErrorKind::TemplateNotFound => (
            match detail.split('\'').nth(1) {
                Some(name) => words!("没有模板“{name}”", "there is no template `{name}`"),
                None => words!("没有这个模板：{detail}", "{detail}"),
            },
            Some(Words::fixed(
                "只能 include 模板目录里的文件和自带的模板，按目录里的名字写",
                "include only files of the templates folder and built-in ones, by their names there",
            )),
        ),
        ErrorKind::UnknownFilter => (
            words!("没有这个过滤器：{detail}", "unknown filter: {detail}"),
            Some(Words::fixed("beian templates list 列出过滤器", "`beian templates list` lists the filters")),
        ),
        ErrorKind::UnknownTest => (words!("没有这个判断：{detail}", "unknown test: {detail}"), None),
        ErrorKind::SyntaxError => (words!("语法有误：{detail}", "syntax error: {detail}"), None),
        ErrorKind::InvalidOperation if detail == "recursion limit exceeded" => (
            Words::fixed("一层套一层，没有尽头", "it goes into itself without end"),
            Some(Words::fixed("看看 include 是否绕回了自己", "look for an include that comes back to itself")),
        ),
        kind => (words!("{kind}：{detail}", "{kind}: {detail}"), None),
    }
}

/// The expression at fault, as the template spells it.
fn expression(error: &minijinja::Error) -> Option<String> {
    let (source, range) = (error.template_source()?, error.range()?);
    let start = begin(source.get(..range.start)?).unwrap_or(range.start);
    short(source.get(start..range.end)?)
}

/// The value that cannot be printed. Of one that goes through a filter the library marks the filter alone.
fn value(error: &minijinja::Error) -> Option<String> {
    let (source, range) = (error.template_source()?, error.range()?);
    short(match until_filter(source.get(..range.start)?) {
        Some(before) => filtered(before),
        None => source.get(range)?,
    })
}

/// Where a value begins that is cut off before its filter.
fn begin(before: &str) -> Option<usize> {
    let until = until_filter(before)?;
    let value = filtered(until);
    (!value.is_empty()).then(|| until.len() - value.len())
}

/// What stands before the sign of a filter.
fn until_filter(before: &str) -> Option<&str> {
    before.trim_end().strip_suffix('|').map(str::trim_end)
}

fn short(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty() && text.chars().count() <= 80 && !text.contains('\n')).then(|| text.to_owned())
}

/// The value at the end of a text that is cut off before a filter: names, and what picks one of several.
fn filtered(before: &str) -> &str {
    let is_of_it = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '[' | ']' | '\'' | '"');
    let value = before.rsplit(|c| !is_of_it(c)).next().unwrap_or_default();
    match before.get(..before.len() - value.len()).and_then(until_filter) {
        // It went through another filter before.
        Some(rest) if !value.is_empty() => filtered(rest),
        _ => value,
    }
}
