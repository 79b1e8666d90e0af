//! The repository that records stand in: its folder and its settings.

use crate::context::Context;
use crate::failure::Failure;
use beian_core::model::Settings;
use beian_core::words;
use beian_core::words::Words;
use beian_records::beside;
use beian_records::overlay::{self, Laid};
use beian_records::read::{Document, read_settings};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

/// The name of the settings.
pub(crate) const SETTINGS: &str = "beian.yaml";

/// Where records stand if no settings say so.
const RECORDS: &str = "records";

/// More is no file of settings.
const LARGEST: u64 = 1 << 20;

/// A repository.
#[derive(Debug, Default)]
pub(crate) struct Repository {
    /// Its folder without links, if there is one.
    pub(crate) folder: Option<PathBuf>,
    /// Its settings.
    pub(crate) settings: Document<Settings>,
}

impl Repository {
    /// The repository named on the command line, or else the nearest one at or above a path.
    pub(crate) fn open(context: &Context, from: &Path) -> Result<Self, Failure> {
        let folder = match &context.repository {
            Some(folder) => Some(named(folder)?),
            None => fs::canonicalize(from).ok().and_then(|from| above(&from)),
        };
        let mut repository = Self { folder, ..Self::default() };
        if let Some((file, bytes)) = repository.settings_text(context)? {
            repository.settings = read_settings(&bytes, &from_here(&file));
        }
        Ok(repository)
    }

    /// The bytes of the settings and the file they stand in, if there are any.
    fn settings_text(&self, context: &Context) -> Result<Option<(PathBuf, Vec<u8>)>, Failure> {
        let file = match (&context.config, &self.folder) {
            (Some(file), _) => file.clone(),
            (None, Some(folder)) => folder.join(SETTINGS),
            (None, None) => return Ok(None),
        };
        // Settings that were found, not named, may come from someone else: a link could show
        // any file of this machine in a report.
        let metadata = if context.config.is_some() { fs::metadata(&file) } else { fs::symlink_metadata(&file) };
        let shown = from_here(&file);
        let metadata = match metadata {
            Err(error) if error.kind() == io::ErrorKind::NotFound && context.config.is_none() => return Ok(None),
            Err(error) => return Err(Failure::reading(&shown, &error)),
            Ok(metadata) => metadata,
        };
        if !metadata.is_file() {
            return Err(Failure::usage(words!(
                "设置 {shown} 不是普通文件",
                "the settings {shown} are no regular file"
            ))
            .hint(Words::fixed("用 --config 指明设置文件", "name the settings with --config")));
        }
        let mut bytes = Vec::new();
        let read = File::open(&file).and_then(|open| open.take(LARGEST + 1).read_to_end(&mut bytes));
        read.map_err(|error| Failure::reading(&shown, &error))?;
        Ok(Some((file, bytes)))
    }

    /// The overlays of the settings, laid over the built-in tables.
    pub(crate) fn laid(&self) -> Laid {
        overlay::lay(&self.settings, |name| {
            let Some(folder) = &self.folder else {
                return Err(Words::fixed("没有仓库目录", "there is no folder of a repository"));
            };
            let files = beside::files(folder, name)?;
            Ok(files.into_iter().map(|(path, bytes)| (from_here(&folder.join(path)), bytes)).collect())
        })
    }

    /// A path as it is shown, named as other programs find it: from the folder of the git
    /// repository on, or else of this one.
    pub(crate) fn seen_from_root(&self, shown: &str) -> String {
        let Some(folder) = &self.folder else { return shown.to_owned() };
        let root = folder.ancestors().find(|folder| folder.join(".git").exists()).unwrap_or(folder);
        let Ok(here) = std::env::current_dir().and_then(fs::canonicalize) else { return shown.to_owned() };
        let mut path = PathBuf::new();
        for part in here.join(shown).components() {
            match part {
                Component::ParentDir => {
                    path.pop();
                }
                Component::CurDir => {}
                other => path.push(other),
            }
        }
        path.strip_prefix(root).map_or_else(|_| shown.to_owned(), |rest| rest.to_string_lossy().into_owned())
    }

    /// The folder of the records by the settings, or else the usual one; it need not exist.
    pub(crate) fn records(&self) -> Result<PathBuf, Failure> {
        let inside = inside(&self.settings.value)?;
        let Some(folder) = &self.folder else {
            return Ok(PathBuf::from(inside));
        };
        let records = folder.join(inside);
        match fs::canonicalize(&records) {
            Ok(real) if !real.starts_with(folder) => Err(Failure::usage(words!(
                "记录目录 {inside} 是通往仓库之外的链接",
                "the records folder {inside} is a link out of the repository"
            ))),
            _ => Ok(records),
        }
    }
}

/// The folder of the records by the settings, from the folder of the settings on.
pub(crate) fn inside(settings: &Settings) -> Result<&str, Failure> {
    let inside = settings.records.known().map_or(RECORDS, |records| records.trim_end_matches('/'));
    let plain = Path::new(inside).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if plain {
        return Ok(inside);
    }
    Err(Failure::usage(words!(
        "设置里的记录目录 {inside} 不在仓库里面",
        "the records folder {inside} of the settings is not inside the repository"
    ))
    .hint(Words::fixed("写从 beian.yaml 所在目录起的路径", "write a path from the folder of beian.yaml on")))
}

/// The folder named on the command line, without links.
fn named(folder: &Path) -> Result<PathBuf, Failure> {
    let real = fs::canonicalize(folder).map_err(|error| Failure::reading(&folder.to_string_lossy(), &error))?;
    if real.is_dir() {
        return Ok(real);
    }
    let shown = folder.to_string_lossy();
    Err(Failure::usage(words!("--repository 的 {shown} 不是目录", "--repository {shown} is no folder")))
}

/// The nearest folder at or above a path that is a repository.
pub(crate) fn above(from: &Path) -> Option<PathBuf> {
    let is_repository =
        |folder: &&Path| folder.join(SETTINGS).symlink_metadata().is_ok() || folder.join(".git").exists();
    from.ancestors().find(is_repository).map(Path::to_path_buf)
}

/// A path as a person reads it: from the present folder on, where that is shorter.
pub(crate) fn from_here(path: &Path) -> String {
    let Ok(here) = std::env::current_dir().and_then(fs::canonicalize) else {
        return path.to_string_lossy().into_owned();
    };
    for (climbs, folder) in here.ancestors().enumerate().take(4) {
        // A path that shares nothing with this folder but its outermost parts reads better whole.
        if let Ok(rest) = path.strip_prefix(folder)
            && (climbs == 0 || folder.parent().is_some())
        {
            let rest = "../".repeat(climbs) + &rest.to_string_lossy();
            return if rest.is_empty() { ".".to_owned() } else { rest };
        }
    }
    path.to_string_lossy().into_owned()
}
