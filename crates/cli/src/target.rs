//! What a path on the command line means: a tree, a subject, a part of one, the settings.

use crate::failure::Failure;
use crate::repository::{Repository, SETTINGS, from_here};
use beian_core::words;
use beian_core::words::{Words, nearest};
use beian_records::disk::{Disk, is_subject_folder, is_yaml};
use beian_records::raw::{RawFile, TreeLimits};
use beian_records::survey::Scope;
use beian_records::tree::Tree;
use beian_records::{store, system};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What is to be judged.
#[derive(Debug)]
pub(crate) struct Target {
    /// The folder from which paths in findings are counted.
    pub(crate) root: PathBuf,
    /// What of it is judged; nothing if only the settings are meant.
    pub(crate) scope: Option<Scope>,
    /// The path as it was given, and the same without links.
    given: (PathBuf, PathBuf),
}

impl Target {
    /// What a path means, or without one the records of the repository.
    pub(crate) fn of(path: Option<&Path>, repository: &Repository) -> Result<Self, Failure> {
        path.map_or_else(|| Self::records(repository), |path| Self::at(path, repository))
    }

    /// That no subject stands there.
    pub(crate) fn no_subject(&self) -> Failure {
        let path = self.given();
        Failure::nothing(words!("{path} 里没有主体", "no subject in {path}")).hint(Words::fixed(
            "每个主体一个文件夹，里面有 subject.yaml",
            "each subject is a folder with a subject.yaml in it",
        ))
    }

    /// The records of a repository.
    pub(crate) fn records(repository: &Repository) -> Result<Self, Failure> {
        let records = repository.records()?;
        let shown = from_here(&records);
        let missing = || {
            Failure::usage(words!("没有记录目录 {shown}", "there is no records folder {shown}")).hint(Words::fixed(
                "说明路径，如 beian validate 路径，或在 beian.yaml 里写 records",
                "give a path, as in `beian validate PATH`, or set `records` in beian.yaml",
            ))
        };
        let real = system::real(&records).map_err(|error| Failure::reading(&shown, &error))?;
        if !real.exists() {
            // Git may have left out all of it.
            repository.grounds.store().tree(repository.grounds.records()?)?.ok_or_else(missing)?;
            return Ok(Self { root: real.clone(), scope: Some(Scope::All), given: (PathBuf::from(shown), real) });
        }
        if !real.is_dir() {
            return Err(Failure::usage(words!("记录目录 {shown} 不是目录", "the records folder {shown} is no folder")));
        }
        Ok(Self { root: real.clone(), scope: Some(Scope::All), given: (PathBuf::from(shown), real) })
    }

    /// What a path means.
    pub(crate) fn at(path: &Path, repository: &Repository) -> Result<Self, Failure> {
        if fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
            && let Some(target) = Self::left_out(path, repository)?
        {
            return Ok(target);
        }
        let real = real(path)?;
        let given = (path.to_path_buf(), real.clone());
        // In the repository's own folder, the records are meant and not everything beside them.
        let records = repository.records().ok().and_then(|records| fs::canonicalize(records).ok());
        if let Some(records) = records.clone()
            && repository.folder.as_ref() == Some(&real)
        {
            return Ok(Self { root: records, scope: Some(Scope::All), given });
        }
        if !real.is_dir() && real.file_name().is_some_and(|name| name == SETTINGS) {
            return Ok(Self { root: real, scope: None, given });
        }
        let Some((subject, within)) = subject(&real)? else {
            return Ok(Self { root: real, scope: Some(Scope::All), given });
        };
        let root = match records {
            Some(records) if subject.starts_with(&records) && subject != records => records,
            _ => subject.parent().unwrap_or(&subject).to_path_buf(),
        };
        let folder = subject.strip_prefix(&root).unwrap_or(&subject).to_string_lossy().into_owned();
        Ok(Self { root, scope: Some(Scope::Subject { folder, within }), given })
    }

    /// What a path means under which git left out what stands there; nothing if nothing does.
    fn left_out(path: &Path, repository: &Repository) -> Result<Option<Self>, Failure> {
        let Some(tree) = repository.grounds.store().tree(repository.grounds.records()?)? else { return Ok(None) };
        let not_read = |error| Failure::reading(&path.to_string_lossy(), &error);
        let records = system::real(&repository.records()?).map_err(not_read)?;
        let real = system::real(path).map_err(not_read)?;
        let given = (path.to_path_buf(), real.clone());
        let Some(inside) = real.strip_prefix(&records).ok().and_then(Path::to_str) else { return Ok(None) };
        if let Some(scope) = in_tree(&*tree, inside)? {
            return Ok(Some(Self { root: records, scope: Some(scope), given }));
        }
        Ok(match Disk::open(&real, TreeLimits::default()) {
            Ok(_) => Some(Self { root: real, scope: Some(Scope::All), given }),
            Err(store::Error::Reading { .. }) => None,
            Err(error) => return Err(error.into()),
        })
    }

    /// The path as it was given.
    pub(crate) fn given(&self) -> String {
        self.given.0.to_string_lossy().into_owned()
    }

    /// The part of a subject that alone is looked at, as it was given.
    pub(crate) fn part(&self) -> Option<String> {
        match self.scope {
            Some(Scope::Subject { within: Some(_), .. }) => Some(self.given()),
            _ => None,
        }
    }

    /// A path from the root on, as the user would write it.
    pub(crate) fn shown(&self, path: &str) -> String {
        let real = self.root.join(path);
        let (given, given_real) = &self.given;
        match real.strip_prefix(given_real) {
            Ok(rest) if rest.as_os_str().is_empty() => given.to_string_lossy().into_owned(),
            Ok(rest) if given.as_os_str() == "." => rest.to_string_lossy().into_owned(),
            Ok(rest) => given.join(rest).to_string_lossy().into_owned(),
            Err(_) => from_here(&real),
        }
    }
}

/// The path without links in it. A file that is a link stays one, for the reader to judge.
fn real(path: &Path) -> Result<PathBuf, Failure> {
    let shown = path.to_string_lossy();
    let missing = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => not_there(path),
        _ => Failure::reading(&shown, &error),
    };
    fs::symlink_metadata(path).map_err(missing)?;
    if path.is_dir() {
        return fs::canonicalize(path).map_err(missing);
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = fs::canonicalize(parent).map_err(missing)?;
    Ok(path.file_name().map_or(folder.clone(), |name| folder.join(name)))
}

fn not_there(path: &Path) -> Failure {
    let shown = path.to_string_lossy();
    let failure = Failure::usage(words!("没有 {shown}", "there is no {shown}"));
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let names = names(parent).unwrap_or_default();
    match nearest(&name, names.iter().map(String::as_str)) {
        Some(near) => {
            let near = path.with_file_name(near);
            let near = near.to_string_lossy();
            failure.hint(words!("是不是 {near}？", "did you mean {near}?"))
        }
        None => failure.hint(Words::fixed(
            "不带路径时检查仓库里的记录目录：beian validate",
            "without a path, `beian validate` checks the records folder of the repository",
        )),
    }
}

/// The subject that a path is or lies in, with the part of it that is meant.
fn subject(real: &Path) -> Result<Option<(PathBuf, Option<String>)>, Failure> {
    let name = real.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let parent = real.parent().map(Path::to_path_buf).unwrap_or_default();
    if real.is_dir() {
        return Ok(match () {
            () if is_subject(real)? => Some((real.to_path_buf(), None)),
            () if holds_records(real) => Some((parent, Some(name))),
            () => None,
        });
    }
    if !is_yaml(&name) {
        return Err(no_record(real));
    }
    if holds_records(&parent) {
        let folder = parent.file_name().unwrap_or_default().to_string_lossy();
        let subject = parent.parent().map(Path::to_path_buf).unwrap_or_default();
        return Ok(Some((subject, Some(format!("{folder}/{name}")))));
    }
    if is_subject(&parent)? { Ok(Some((parent, Some(name)))) } else { Err(no_record(real)) }
}

/// The subject of a tree that a path is or lies in; nothing if it is a folder above subjects, or
/// nothing stands there.
pub(crate) fn in_tree(tree: &dyn Tree, path: &str) -> Result<Option<Scope>, Failure> {
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    for end in ends {
        let Some(folder) = path.get(..end) else { return Ok(None) };
        let raw = tree.read_subject(folder)?;
        let mut names = raw.files.iter().map(|file| file.name.split('/').next().unwrap_or_default());
        if is_subject_folder(&mut names) {
            let within = path.get(end + 1..).filter(|rest| !rest.is_empty()).map(str::to_owned);
            let is_there = |within: &String| {
                let rest = |file: &RawFile| file.name.strip_prefix(&**within).map(str::to_owned);
                raw.files.iter().filter_map(rest).any(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            let scope = Scope::Subject { folder: folder.to_owned(), within: within.clone() };
            return Ok(within.is_none_or(|within| is_there(&within)).then_some(scope));
        }
    }
    Ok(None)
}

fn no_record(path: &Path) -> Failure {
    let shown = from_here(path);
    Failure::nothing(words!("{shown} 不是主体的记录", "{shown} is no record of a subject"))
        .hint(Words::fixed("主体的文件夹里有 subject.yaml", "a subject's folder has a subject.yaml"))
}

fn is_subject(folder: &Path) -> Result<bool, Failure> {
    match names(folder) {
        Ok(names) => Ok(is_subject_folder(names.iter().map(String::as_str))),
        Err(error) => Err(Failure::reading(&from_here(folder), &error)),
    }
}

/// Whether a folder is one of those within a subject that hold records.
fn holds_records(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    // Every such name makes the folder above a subject's, a file's name does not apply here.
    !is_yaml(&name) && is_subject_folder(std::iter::once(&*name))
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names: Vec<String> =
        fs::read_dir(folder)?.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    Ok(names)
}
