//! What a judging rests on, all of it from one store: settings with their levels and waivers,
//! tables with the overlays over them, the baseline.
//!
//! Whatever is judged, these are found here and nowhere else. Of a review both sides are judged
//! by those of the older one, so that no change judges itself.

use crate::baseline;
use crate::locate::Located;
use crate::overlay::{self, File, Overlaid};
use crate::raw::Content;
use crate::read::{Document, read_settings};
use crate::store::{Empty, Error, Store, stays_inside};
use beian_core::model::{Baseline, Settings};
use beian_core::policy;
use beian_core::tables::Tables;
use beian_core::words::Words;
use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// The name of the settings.
pub const SETTINGS: &str = "beian.yaml";

/// Where records stand if no settings say so.
const RECORDS: &str = "records";

/// Where templates stand if no settings say so.
const TEMPLATES: &str = "templates";

/// More is no file of settings.
const LARGEST: u64 = 1 << 20;

/// How reports name a path of a store.
pub type Naming = Box<dyn Fn(&str) -> String + Send + Sync>;

/// What a judging rests on.
pub struct Grounds {
    store: Arc<dyn Store>,
    naming: Naming,
    settings: Document<Settings>,
    is_there: bool,
    laid: Overlaid,
    /// Whether a baseline that the settings name need not be there.
    may_lack_baseline: bool,
    baseline: OnceLock<Option<Document<Baseline>>>,
}

impl fmt::Debug for Grounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Grounds").field("store", &self.store).field("settings", &self.settings.path).finish()
    }
}

impl Grounds {
    /// Those of a store. Settings that are given take the place of the ones that it holds.
    ///
    /// # Errors
    /// If there are settings that cannot be read. What is wrong with what stands in them, and
    /// with overlays, are findings.
    pub fn read(store: Arc<dyn Store>, given: Option<Document<Settings>>, naming: Naming) -> Result<Self, Error> {
        let settings = match given {
            Some(settings) => Some(settings),
            None => settings(&*store, &naming)?,
        };
        let is_there = settings.is_some();
        let settings = settings.unwrap_or_default();
        let mut unseen = None;
        let laid = overlay::lay(&settings, |name| match store.overlays(name) {
            Ok(files) => Ok(files.into_iter().map(|(path, bytes)| (naming(&path), bytes)).collect()),
            Err(error) => {
                let words = error.words();
                unseen = unseen.take().or(Some(error).filter(Error::is_of_store));
                Err(words)
            }
        });
        // What is there and was not seen would judge otherwise.
        if let Some(error) = unseen {
            return Err(error);
        }
        Ok(Self { store, naming, settings, is_there, laid, may_lack_baseline: false, baseline: OnceLock::new() })
    }

    /// Those of no place: the rules as they are.
    #[must_use]
    pub fn none() -> Self {
        Self::of(Document::default())
    }

    /// Settings alone, without a store in which overlays or a baseline would stand.
    #[must_use]
    pub fn of(settings: Document<Settings>) -> Self {
        let store: Arc<dyn Store> = Arc::new(Empty);
        let laid = overlay::lay(&settings, |name| store.overlays(name).map_err(|error| error.words()));
        let naming: Naming = Box::new(str::to_owned);
        Self { store, naming, settings, is_there: false, laid, may_lack_baseline: false, baseline: OnceLock::new() }
    }

    /// The same with another baseline than the one that stands in the store, or with none.
    #[must_use]
    pub fn with_baseline(mut self, baseline: Option<Document<Baseline>>) -> Self {
        self.baseline = OnceLock::from(baseline);
        self
    }

    /// The same where a baseline that is not there hides nothing: what names it was settled
    /// before the change under review, which may be what brings it.
    #[must_use]
    pub const fn that_may_lack_its_baseline(mut self) -> Self {
        self.may_lack_baseline = true;
        self
    }

    /// Where all of it stands.
    #[must_use]
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.store
    }

    /// The settings, and what is wrong with their form.
    #[must_use]
    pub const fn settings(&self) -> &Document<Settings> {
        &self.settings
    }

    /// Whether there are settings at all.
    #[must_use]
    pub const fn is_there(&self) -> bool {
        self.is_there
    }

    /// What rules look up: the built-in tables with the overlays over them.
    #[must_use]
    pub fn tables(&self) -> &Tables {
        &self.laid.tables
    }

    /// The version of the rule set that judges: another where overlays change a row.
    #[must_use]
    pub fn rules(&self) -> Cow<'static, str> {
        policy::version_of(self.tables())
    }

    /// What came of laying the overlays.
    #[must_use]
    pub const fn laid(&self) -> &Overlaid {
        &self.laid
    }

    /// What of the overlays could not be used, whoever judges by them: the file, and why.
    pub fn unused_overlays(&self) -> impl Iterator<Item = (&str, &Words)> {
        self.laid.findings.iter().map(|fault| (fault.location.path.as_str(), &fault.message))
    }

    /// Whether the records teach.
    #[must_use]
    pub fn sample(&self) -> bool {
        self.settings.value.sample.known().is_some_and(|sample| sample.0)
    }

    /// The folder of the records, from that of the settings on.
    ///
    /// # Errors
    /// If the settings name one outside of it.
    pub fn records(&self) -> Result<&str, Error> {
        inside(self.settings.value.records.known().map_or(RECORDS, |records| records.trim_end_matches('/')))
    }

    /// The templates of the store: the files whose names end so, by their paths from their folder on.
    ///
    /// # Errors
    /// If the settings name a folder outside of theirs, or one that is not there, or one of the
    /// files cannot be read.
    pub fn templates(&self, ending: &str) -> Result<Vec<File>, Error> {
        let named = &self.settings.value.templates;
        let folder = inside(named.known().map_or(TEMPLATES, |folder| folder.trim_end_matches('/')))?;
        match self.store.below(folder, ending)? {
            Some(files) => Ok(files),
            None if named.is_absent() => Ok(Vec::new()),
            None => Err(Error::Missing { path: folder.to_owned() }),
        }
    }

    /// Where the baseline stands by the settings, or else beside them.
    ///
    /// # Errors
    /// If the settings name a file outside of their folder.
    pub fn baseline_file(&self) -> Result<&str, Error> {
        inside(self.settings.value.baseline.known().map_or(baseline::FILE, |name| name))
    }

    /// The findings that were adopted with an old tree; read when they are first asked for,
    /// since most changes are clean and a baseline may be long.
    ///
    /// # Errors
    /// If the settings name one that is not there: without it, what was adopted would look new.
    pub fn baseline(&self) -> Result<Option<&Document<Baseline>>, Error> {
        if self.baseline.get().is_none() {
            let read = self.read_baseline()?;
            return Ok(self.baseline.get_or_init(|| read).as_ref());
        }
        Ok(self.baseline.get().and_then(Option::as_ref))
    }

    /// What is wrong with the form of the settings, of overlays and of the baseline.
    ///
    /// # Errors
    /// If there is a baseline that cannot be read.
    pub fn faults(&self) -> Result<Vec<Located>, Error> {
        let baseline = self.baseline()?.into_iter().flat_map(|baseline| &baseline.findings);
        Ok(self.settings.findings.iter().chain(&self.laid.findings).chain(baseline).cloned().collect())
    }

    fn read_baseline(&self) -> Result<Option<Document<Baseline>>, Error> {
        let path = self.baseline_file()?;
        let is_named = !self.settings.value.baseline.is_absent();
        match self.store.file(path, baseline::LIMITS.bytes as u64)? {
            Some(Content::Bytes(bytes)) => Ok(Some(baseline::read(&bytes, &(self.naming)(path)))),
            Some(Content::Unseen(why)) => Err(Error::Unseen { path: path.to_owned(), why }),
            None if is_named && !self.may_lack_baseline => Err(Error::Missing { path: path.to_owned() }),
            None => Ok(None),
        }
    }
}

fn settings(store: &dyn Store, naming: &Naming) -> Result<Option<Document<Settings>>, Error> {
    match store.file(SETTINGS, LARGEST)? {
        None => Ok(None),
        Some(Content::Bytes(bytes)) => Ok(Some(read_settings(&bytes, &naming(SETTINGS)))),
        Some(Content::Unseen(why)) => Err(Error::Unseen { path: naming(SETTINGS), why }),
    }
}

fn inside(path: &str) -> Result<&str, Error> {
    if stays_inside(path) { Ok(path) } else { Err(Error::Outside { path: path.to_owned(), link: false }) }
}
