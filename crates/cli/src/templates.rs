//! The templates in force: the built-in ones, with those of the repository over them.

use crate::failure::Failure;
use beian_core::words;
use beian_documents::Templates;
use beian_documents::templates::ENDING;
use beian_records::grounds::Grounds;
use beian_records::overlay::File;
use beian_records::store::{Store as _, Working};
use std::path::Path;

/// The folder of templates beside the settings.
pub(crate) const FOLDER: &str = "templates";

/// The templates of a folder that was named, or else of those that decide.
pub(crate) fn in_force(named: Option<&Path>, grounds: &Grounds) -> Result<Templates, Failure> {
    let Some(named) = named else { return laid(grounds.templates(ENDING)?) };
    let shown = named.to_string_lossy();
    match Working::new(named).below("", ENDING) {
        Ok(files) if named.is_dir() => laid(files.unwrap_or_default()),
        Ok(_) => Err(Failure::usage(words!("--templates 的 {shown} 不是目录", "--templates {shown} is no folder"))),
        Err(error) => Err(error.within(&shown).into()),
    }
}

fn laid(files: Vec<File>) -> Result<Templates, Failure> {
    let text = |(name, bytes): File| match String::from_utf8(bytes) {
        Ok(text) => Ok((name, text)),
        Err(_) => Err(Failure::usage(words!("模板 {name} 不是 UTF-8 文本", "the template {name} is no UTF-8 text"))),
    };
    let files = files.into_iter().map(text).collect::<Result<_, _>>()?;
    Templates::overlaid(files).map_err(Failure::from)
}
