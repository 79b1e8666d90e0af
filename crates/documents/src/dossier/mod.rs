//! Dossiers: what stood on file of a subject on a day, who knew it when, by which papers, and
//! what the rules of that day make of it.
//!
//! Two states are never mixed: what is on file follows from the approved filings alone, the
//! records hold what the organiser intends. Every value says of which of the two it is.

mod context;
mod facts;
mod filings;
mod findings;
mod history;
mod index;
mod input;
mod kept;
mod labels;
mod mask;
mod papers;
mod provenance;
mod public;
mod services;
mod timeline;
mod todo;

pub use index::{Index, IndexEntry};
pub use input::{Audience, Commit, Days, Finding, History, Input, Known, Recorded, Terms, Waived};

use crate::engine::{Engine, Rendered};
use crate::{Error, Templates};
use beian_core::personal::Veil;
use facts::Facts;
use kept::Kept;
use mask::Mask;
use todo::Todo;

/// The template of a dossier for auditors and for the house.
pub const DOSSIER: &str = "dossier.md.j2";
/// The template of a dossier for everyone.
pub const PUBLIC: &str = "dossier-public.md.j2";
/// The template of the page over all dossiers.
pub const INDEX: &str = "index.md.j2";

/// Renders dossiers; its templates are compiled once.
#[derive(Debug)]
pub struct Dossiers {
    engine: Engine,
    kept: Kept,
}

impl Dossiers {
    /// Compiles the templates.
    ///
    /// # Errors
    /// If one of them is no template.
    pub fn new(templates: &Templates) -> Result<Self, Error> {
        Ok(Self { engine: templates.engine()?, kept: Kept::new() })
    }

    /// One dossier, in Markdown as UTF-8, and its entry in the page over all of them, which does not
    /// know yet in which file it will stand.
    ///
    /// # Errors
    /// If a template asks for what is not there, or takes too much.
    pub fn dossier(&self, input: &Input<'_>) -> Result<(Vec<u8>, IndexEntry), Error> {
        let mask = Mask::new(input);
        let facts = Facts { input, mask: &mask, kept: &self.kept };
        let todo = Todo::new(facts);
        let entry = index::entry(facts, &todo);
        let rendered = match input.terms.audience {
            Audience::Public => self.engine.bytes(PUBLIC, &public::context(facts)),
            Audience::Auditor | Audience::Internal => {
                let others = self.kept.others(facts, &self.engine)?;
                self.engine.bytes(DOSSIER, &context::context(facts, todo, others))
            }
        };
        Ok((mask.document(rendered?), entry))
    }

    /// The page over all dossiers, in Markdown.
    ///
    /// # Errors
    /// If a template asks for what is not there, or takes too much.
    pub fn index(&self, index: &Index<'_>) -> Result<Rendered, Error> {
        let rendered = self.engine.render(INDEX, &index::context(index, &self.kept))?;
        let shown = |text: String| if index.terms.reveal { text } else { Veil::default().document(&text) };
        Ok(Rendered { text: shown(rendered.text), ..rendered })
    }
}
