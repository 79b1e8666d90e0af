//! A filing as the text of a new file, with what is still to be gathered as comments.

use super::{read_alike, to_yaml};
use crate::limits::Limits;
use crate::read::Document;
use beian_core::model::Filing;
use beian_core::visible::is_hidden;

/// The text of a filing, with lines of comment at its end; none if it would not be read as it was meant.
#[must_use]
pub fn filing_text(filing: &Filing, comments: &[String]) -> Option<String> {
    let mut text = to_yaml(filing);
    for comment in comments {
        let line: String = comment.chars().filter(|c| !c.is_control() && !is_hidden(*c)).collect();
        text.push_str("# ");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    let read = Document::<Filing>::read(text.as_bytes(), "", "", &Limits::default());
    (read.findings.is_empty() && read.value == *filing && read_alike(&text)).then_some(text)
}
