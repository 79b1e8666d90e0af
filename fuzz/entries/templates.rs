//! A template of a stranger, before and after the engine sees it.

use super::dossier::{Asked, document};
use super::subject::clean;
use beian_documents::Templates;
use beian_documents::dossier::{Audience, DOSSIER, Dossiers};
use beian_records::limits::Limits;
use beian_records::read::read_subject;
use std::collections::BTreeMap;

/// The text of the template of a dossier.
pub(super) fn templates(data: &[u8]) -> String {
    let Ok(text) = std::str::from_utf8(data) else { return String::new() };
    let files = BTreeMap::from([(DOSSIER.to_owned(), text.to_owned())]);
    let dossiers = match Templates::overlaid(files).and_then(|templates| Dossiers::new(&templates)) {
        Ok(dossiers) => dossiers,
        Err(error) => return format!("{error:?}"),
    };
    let raw = clean();
    let read = read_subject(&raw, &Limits::default());
    document(&dossiers, &read, Asked { audience: Audience::Auditor, as_of: super::subject::TODAY })
}
