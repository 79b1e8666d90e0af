//! How values reach a document: escaped, and never as a word of the machine.

use crate::escape::escaped;
use crate::value::{Blank, Printed};
use beian_core::words::Words;
use minijinja::value::{Value, ValueKind};
use minijinja::{Error, ErrorKind, Output, State};
use std::fmt;
use std::sync::Arc;

/// Name under which a rendering keeps the blanks that it printed.
pub(super) const PRINTED: &str = "printed";

/// A value that would stand in a document as a word of the machine, or as nothing.
#[derive(Debug)]
pub(super) struct Unprintable {
    pub(super) what: Words,
    pub(super) hint: Words,
}

impl fmt::Display for Unprintable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what.en)
    }
}

impl std::error::Error for Unprintable {}

pub(super) fn unprintable(what: Words) -> Error {
    let hint = Words::fixed("先用 {% if … %} 判断有没有", "ask with {% if … %} first whether there is one");
    Error::new(ErrorKind::InvalidOperation, "unprintable value").with_source(Unprintable { what, hint })
}

/// Prints a value.
pub(super) fn print(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if let Some(blank) = value.downcast_object_ref::<Blank>() {
        printed(state).note(&blank.label);
        return Ok(out.write_str(crate::value::BLANK)?);
    }
    let what = match value.kind() {
        ValueKind::String if value.is_safe() => {
            return Ok(out.write_str(value.as_str().unwrap_or_default())?);
        }
        ValueKind::String => {
            let text = value.as_str().unwrap_or_default();
            if !text.chars().all(char::is_whitespace) {
                return Ok(out.write_str(&escaped(text))?);
            }
            Words::fixed("要打印的值是空的", "the value to print is empty")
        }
        ValueKind::Number => return Ok(write!(out, "{value}")?),
        // Left to the library, which says which one it is.
        ValueKind::Undefined => return Err(Error::from(ErrorKind::UndefinedError)),
        ValueKind::None => Words::fixed("要打印的值没有填", "the value to print is not there"),
        ValueKind::Bool => Words::fixed("是否（true/false）不能打印", "true and false cannot be printed"),
        _ => Words::fixed(
            "列表和对象不能整个打印，用 for 逐项打印，或用 join",
            "a list or record cannot be printed whole: print its entries in a `for`, or `join` them",
        ),
    };
    Err(unprintable(what))
}

/// The blanks printed so far.
pub(super) fn printed(state: &mut State<'_, '_>) -> Arc<Printed> {
    let kept = state.get_temp(PRINTED).and_then(|value| value.downcast_object::<Printed>());
    kept.unwrap_or_else(|| {
        let fresh = Arc::new(Printed::default());
        state.set_temp(PRINTED, Value::from_dyn_object(fresh.clone()));
        fresh
    })
}
