//! What decides about a review: settings, tables and baseline, all of the older side.
//!
//! A pull request must not be able to make its own review milder. Only where records begin
//! does the newer side decide, since there is nothing yet that it could undo.

use crate::context::Context;
use crate::failure::Failure;
use crate::past::{Past, Settled, join};
use beian_core::model::{Baseline, Settings};
use beian_core::tables::Tables;
use beian_records::baseline::{self, FILE, LIMITS};
use beian_records::beside;
use beian_records::git::Revision;
use beian_records::locate::Located;
use beian_records::overlay::{self, Laid};
use beian_records::read::Document;
use std::borrow::Cow;
use std::path::PathBuf;

/// What decides.
pub(crate) struct Deciding {
    pub(crate) settled: Settled,
    pub(super) tables: Cow<'static, Tables>,
    /// What is wrong with the overlays; their rows do not decide.
    pub(super) unread: Vec<Located>,
    pub(super) side: Side,
}

/// Where it stands.
pub(super) enum Side {
    Revision(Revision),
    /// In the working directory, in that folder.
    Working(PathBuf),
}

impl Side {
    /// The overlays of settings, laid over the built-in tables.
    pub(super) fn laid(&self, past: &Past, settings: &Document<Settings>) -> Laid {
        match self {
            Self::Revision(revision) => past.laid(revision, settings),
            Self::Working(folder) => overlay::lay(settings, |name| {
                let files = beside::files(folder, name)?;
                Ok(files.into_iter().map(|(path, bytes)| (join(&past.folder, &path), bytes)).collect())
            }),
        }
    }
}

impl Deciding {
    pub(crate) fn read(
        past: &Past,
        base: &Revision,
        head: Option<&Revision>,
        context: &Context,
    ) -> Result<Self, Failure> {
        let before = past.settled(base)?;
        let begins = !before.is_there && past.records_of(base, &before)?.is_none();
        let (settled, side) = match (head, past.git.work_dir()) {
            (Some(head), _) if begins => (past.settled(head)?, Side::Revision(head.clone())),
            (None, Some(root)) if begins => {
                let folder = root.join(&past.folder);
                (past.working(context, &folder)?, Side::Working(folder))
            }
            _ => (before, Side::Revision(base.clone())),
        };
        let laid = side.laid(past, &settled.settings);
        Ok(Self { settled, tables: laid.tables, unread: laid.findings, side })
    }

    /// The findings that were adopted. A baseline that is not there hides nothing.
    pub(super) fn baseline(&self, past: &Past) -> Result<Option<Document<Baseline>>, Failure> {
        let settings = &self.settled.settings.value;
        let folder = match &self.side {
            Side::Revision(revision) => return past.baseline(revision, settings),
            Side::Working(folder) => folder,
        };
        let name = settings.baseline.known().map_or(FILE, |name| &**name);
        let bytes = beside::bounded(&folder.join(name), LIMITS.bytes as u64).ok();
        Ok(bytes.map(|bytes| baseline::read(&bytes, &join(&past.folder, name))))
    }
}
