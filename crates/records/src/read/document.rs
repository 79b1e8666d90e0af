//! A file that is no part of a subject: settings, a baseline, an overlay.

use super::{Context, report_text, root};
use crate::limits::Limits;
use crate::locate::{Located, Locator, Text};
use crate::yaml;
use beian_core::personal::Veil;
use beian_core::record::{Places, Record};
use beian_core::rule::Finding;

/// A file that was read, kept with its text so that rules can still point into it after
/// everything else was judged.
#[derive(Debug, Default)]
pub struct Document<T> {
    /// What stands in it.
    pub value: T,
    /// What is wrong with its form.
    pub findings: Vec<Located>,
    /// Where it stands, as reports name it.
    pub path: String,
    text: String,
    places: Places,
}

impl<T: Record> Document<T> {
    /// Reads a file; `stem` begins the facts in it.
    #[must_use]
    pub fn read(bytes: &[u8], path: &str, stem: &str, limits: &Limits) -> Self {
        let mut context = Context::default();
        let place = context.places.add_file(0, stem);
        let reading = yaml::read(bytes, limits);
        report_text(&reading, place, &mut context);
        let value = root::<T>(&reading, place, &mut context).unwrap_or_default();
        let (path, text) = (path.to_owned(), reading.text.to_owned());
        let mut document = Self { value, findings: Vec::new(), path, text, places: context.places };
        document.findings = document.locate(context.findings);
        document
    }
}

impl<T> Document<T> {
    /// Where the values of this file stand.
    #[must_use]
    pub const fn places(&self) -> &Places {
        &self.places
    }

    /// Locates findings about this file.
    #[must_use]
    pub fn locate(&self, findings: Vec<Finding>) -> Vec<Located> {
        let texts = [Text::new(self.path.clone(), &self.text)];
        let veil = Veil::default();
        let locator = Locator { texts: &texts, places: &self.places, subject: "", folder: &self.path, veil: &veil };
        findings.into_iter().map(|finding| locator.finding(finding)).collect()
    }
}
