//! The templates in force: the built-in ones, with those of the repository over them.

use crate::failure::Failure;
use crate::past::{Past, join};
use beian_core::words;
use beian_documents::Templates;
use beian_documents::templates::ENDING;
use beian_records::beside;
use beian_records::git::Revision;
use beian_records::overlay::File;
use beian_records::raw::{Content, TreeLimits};
use std::path::Path;

/// The folder of templates beside the settings.
pub(crate) const FOLDER: &str = "templates";

/// The templates of a folder that was named, or else of the repository's folder.
pub(crate) fn in_force(named: Option<&Path>, repository: Option<&Path>) -> Result<Templates, Failure> {
    let folder = match (named, repository) {
        (Some(named), _) if named.is_dir() => named.to_path_buf(),
        (Some(named), _) => {
            let shown = named.to_string_lossy();
            return Err(Failure::usage(words!("--templates 的 {shown} 不是目录", "--templates {shown} is no folder")));
        }
        (None, Some(repository)) => repository.join(FOLDER),
        (None, None) => return Ok(Templates::builtin()),
    };
    // A link found on the way could lead out of the repository.
    let is_folder = named.is_some() || folder.symlink_metadata().is_ok_and(|metadata| metadata.is_dir());
    if !is_folder {
        return Ok(Templates::builtin());
    }
    laid(beside::below(&folder, ENDING).map_err(Failure::usage)?)
}

/// The templates of a folder that was named, or else of a revision.
pub(crate) fn committed(named: Option<&Path>, past: &Past, revision: &Revision) -> Result<Templates, Failure> {
    if named.is_some() {
        return in_force(named, None);
    }
    let folder = join(&past.folder, FOLDER);
    let mut files: Vec<File> = Vec::new();
    for path in past.git.ids(revision, &folder).map_err(Failure::git)?.into_keys() {
        let Some(name) = path.strip_prefix(&folder).map(|name| name.trim_start_matches('/')) else { continue };
        if !name.ends_with(ENDING) {
            continue;
        }
        match past.git.file(revision, &path, &TreeLimits::default()).map_err(Failure::git)? {
            Some(Content::Bytes(bytes)) => files.push((name.to_owned(), bytes)),
            Some(_) => {
                return Err(Failure::usage(words!(
                    "模板 {path} 不是普通文件",
                    "the template {path} is no regular file"
                )));
            }
            None => {}
        }
    }
    laid(files)
}

fn laid(files: Vec<File>) -> Result<Templates, Failure> {
    let text = |(name, bytes): File| match String::from_utf8(bytes) {
        Ok(text) => Ok((name, text)),
        Err(_) => Err(Failure::usage(words!("模板 {name} 不是 UTF-8 文本", "the template {name} is no UTF-8 text"))),
    };
    let files = files.into_iter().map(text).collect::<Result<_, _>>()?;
    Templates::overlaid(files).map_err(Failure::template)
}
