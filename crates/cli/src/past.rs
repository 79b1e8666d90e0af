//! Records as they were committed: the git repository, its settings and records of a revision.

use crate::context::Context;
use crate::failure::Failure;
use crate::repository::{Repository, SETTINGS, above, inside};
use beian_core::model::{Baseline, Settings};
use beian_core::words;
use beian_core::words::Words;
use beian_records::baseline;
use beian_records::git::{self, Revision, RevisionTree};
use beian_records::overlay::{self, Laid};
use beian_records::raw::{Content, TreeLimits};
use beian_records::read::{Document, read_settings};
use std::fs;
use std::path::{Path, PathBuf};

/// A git repository that holds a repository of records.
#[derive(Debug)]
pub(crate) struct Past {
    /// The git repository.
    pub(crate) git: git::Repository,
    /// The folder of the settings, from the root of the repository on; empty for the root.
    pub(crate) folder: String,
    /// Settings that were named and stand for those of every revision.
    named: Option<PathBuf>,
}

/// Settings as a revision holds them.
#[derive(Debug, Default)]
pub(crate) struct Settled {
    /// The settings, and what is wrong with their form.
    pub(crate) settings: Document<Settings>,
    /// The records folder, from the root of the repository on.
    pub(crate) records: String,
    /// Whether there are settings at all.
    pub(crate) is_there: bool,
}

impl Settled {
    /// Whether the records teach.
    pub(crate) fn sample(&self) -> bool {
        self.settings.value.sample.known().is_some_and(|sample| sample.0)
    }
}

impl Past {
    /// The repository named on the command line, or else the one around a path.
    pub(crate) fn open(context: &Context, from: &Path) -> Result<Self, Failure> {
        let from = context.repository.as_deref().unwrap_or(from);
        let git = git::Repository::discover(from).map_err(Failure::git)?;
        let settled = match &context.repository {
            Some(folder) => Some(folder.clone()),
            None => fs::canonicalize(from).ok().and_then(|from| above(&from)),
        };
        let folder = settled.and_then(|folder| git.folder_of(&folder)).unwrap_or_default();
        Ok(Self { git, folder, named: context.config.clone() })
    }

    /// The repository around a folder of records, whose settings are known already.
    pub(crate) fn around(records: &Path) -> Result<Self, git::Error> {
        let git = git::Repository::discover(records)?;
        Ok(Self { git, folder: String::new(), named: None })
    }

    /// The revision of that name or day.
    pub(crate) fn resolve(&self, at: &str) -> Result<Revision, Failure> {
        self.git.resolve(at).map_err(Failure::git)
    }

    /// The settings of a revision, or those that were named.
    pub(crate) fn settled(&self, revision: &Revision) -> Result<Settled, Failure> {
        let settings = self.settings(revision)?;
        let is_there = settings.is_some();
        let settings = settings.unwrap_or_default();
        let records = self.records(&settings.value)?;
        Ok(Settled { settings, records, is_there })
    }

    /// The same, wherever they say that records stand; none if there are no settings.
    pub(crate) fn settings(&self, revision: &Revision) -> Result<Option<Document<Settings>>, Failure> {
        let path = join(&self.folder, SETTINGS);
        let bytes = match &self.named {
            Some(file) => Some(fs::read(file).map_err(|error| Failure::reading(&file.to_string_lossy(), &error))?),
            None => self.committed(revision, &path)?,
        };
        Ok(bytes.map(|bytes| read_settings(&bytes, &path)))
    }

    /// The settings of the working directory.
    pub(crate) fn working(&self, context: &Context, folder: &Path) -> Result<Settled, Failure> {
        let Repository { settings, .. } = Repository::open(context, folder)?;
        let records = self.records(&settings.value)?;
        Ok(Settled { settings, records, is_there: true })
    }

    /// The records folder by the settings, from the root of the repository on.
    fn records(&self, settings: &Settings) -> Result<String, Failure> {
        let inside = inside(settings)?;
        let parts = self.folder.split('/').chain(inside.split('/'));
        Ok(parts.filter(|part| !part.is_empty() && *part != ".").collect::<Vec<_>>().join("/"))
    }

    fn committed(&self, revision: &Revision, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        match self.git.file(revision, path, &TreeLimits::default()).map_err(Failure::git)? {
            None => Ok(None),
            Some(Content::Bytes(bytes)) => Ok(Some(bytes)),
            Some(_) => {
                Err(Failure::usage(words!("设置 {path} 不是普通文件", "the settings {path} are no regular file"))
                    .hint(Words::fixed("用 --config 指明设置文件", "name the settings with --config")))
            }
        }
    }

    /// The overlays of the settings of a revision as it holds them, laid over the built-in tables.
    pub(crate) fn laid(&self, revision: &Revision, settings: &Document<Settings>) -> Laid {
        overlay::lay(settings, |name| self.git.files_beside(revision, &self.folder, name))
    }

    /// The baseline of a revision, as its settings name it or at the usual place; none if it
    /// holds none.
    pub(crate) fn baseline(
        &self,
        revision: &Revision,
        settings: &Settings,
    ) -> Result<Option<Document<Baseline>>, Failure> {
        let path = join(&self.folder, settings.baseline.known().map_or(baseline::FILE, |name| &**name));
        let limits = TreeLimits { file_bytes: baseline::LIMITS.bytes as u64, ..TreeLimits::default() };
        match self.git.file(revision, &path, &limits).map_err(Failure::git)? {
            Some(Content::Bytes(bytes)) => Ok(Some(baseline::read(&bytes, &path))),
            _ => Ok(None),
        }
    }

    /// The records of a revision below a folder.
    pub(crate) fn tree(&self, revision: &Revision, folder: &str) -> Result<RevisionTree<'_>, Failure> {
        RevisionTree::open(&self.git, revision, folder, TreeLimits::default()).map_err(Failure::git)
    }

    /// The records of a revision by its settings; none if it has no such folder yet.
    pub(crate) fn records_of(
        &self,
        revision: &Revision,
        settled: &Settled,
    ) -> Result<Option<RevisionTree<'_>>, Failure> {
        match RevisionTree::open(&self.git, revision, &settled.records, TreeLimits::default()) {
            Ok(tree) => Ok(Some(tree)),
            Err(git::Error::NoRecordsFolder { .. }) => Ok(None),
            Err(error) => Err(Failure::git(error)),
        }
    }

    /// What a path of the command line is called in the trees of the repository. The path
    /// need not be there any more.
    pub(crate) fn inside(&self, path: &Path) -> Result<String, Failure> {
        let Some(root) = self.git.work_dir() else {
            return Ok(path.to_string_lossy().trim_matches('/').to_owned());
        };
        let whole = std::path::absolute(path).map_err(|error| Failure::reading(&path.to_string_lossy(), &error))?;
        let mut there = whole.as_path();
        let mut rest = Vec::new();
        while let (Err(_), Some(above), Some(name)) = (fs::canonicalize(there), there.parent(), there.file_name()) {
            rest.push(name.to_owned());
            there = above;
        }
        let mut real = fs::canonicalize(there).unwrap_or_else(|_| there.to_path_buf());
        real.extend(rest.into_iter().rev());
        let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_path_buf());
        match real.strip_prefix(&root) {
            Ok(inside) => Ok(inside.to_string_lossy().replace('\\', "/")),
            Err(_) => {
                let path = path.to_string_lossy();
                Err(Failure::usage(words!("{path} 不在这个 git 仓库里", "{path} is not inside this git repository")))
            }
        }
    }

    /// A path from the root of the repository on, as the user would write it.
    pub(crate) fn shown(&self, path: &str) -> String {
        match self.git.work_dir().and_then(|root| fs::canonicalize(root).ok()) {
            Some(root) => crate::repository::from_here(&root.join(path)),
            None => path.to_owned(),
        }
    }
}

/// A path below a folder.
pub(crate) fn join(folder: &str, path: &str) -> String {
    if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") }
}
