//! JSON for programs, which a log may show to a machine that takes lines for commands.
//!
//! What such a machine would act on is written by the escapes of JSON, so that no value changes.

use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};
use std::io::{self, Write};

/// Writes a value over several lines, and ends the last one.
pub(crate) fn pretty(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *out, Quiet(PrettyFormatter::new())))?;
    writeln!(out)
}

/// Writes texts without signs that a runner acts on.
struct Quiet<'a>(PrettyFormatter<'a>);

/// Hands on what is no text.
macro_rules! hand_on {
    ($($method:ident($($given:ident: $kind:ty),*);)+) => {
        $(
            fn $method<W: ?Sized + Write>(&mut self, writer: &mut W $(, $given: $kind)*) -> io::Result<()> {
                self.0.$method(writer $(, $given)*)
            }
        )+
    };
}

impl Formatter for Quiet<'_> {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        if !fragment.contains("##") && !fragment.contains("section_") {
            return writer.write_all(fragment.as_bytes());
        }
        let quiet = fragment.replace("##", "\\u0023\\u0023").replace("section_", "section\\u005f");
        writer.write_all(quiet.as_bytes())
    }

    hand_on! {
        begin_array();
        end_array();
        begin_array_value(first: bool);
        end_array_value();
        begin_object();
        end_object();
        begin_object_key(first: bool);
        begin_object_value();
        end_object_value();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_the_same_after_it_was_read_again() {
        for text in ["##[error]x", "###vso[y]", "section_start:1:z", "::debug::", "a\u{1b}\"b", "平"] {
            let mut out = Vec::new();
            pretty(&[text], &mut out).unwrap();
            let written = String::from_utf8(out).unwrap();
            assert!(!written.contains("##") && !written.contains("section_"), "{written}");
            assert_eq!(serde_json::from_str::<Vec<String>>(&written).unwrap(), [text]);
        }
    }
}
