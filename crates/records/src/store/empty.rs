//! No place at all: records that are named without a repository around them are judged by
//! nothing but the rules.

use super::{Error, Store, Unseen};
use crate::git::Revision;
use crate::overlay::File;
use crate::raw::Content;
use crate::tree::Tree;
use beian_core::words::Words;
use std::collections::BTreeMap;

/// A store without anything in it.
#[derive(Debug, Clone, Copy)]
pub struct Empty;

impl Store for Empty {
    fn revision(&self) -> Option<&Revision> {
        None
    }

    fn tree(&self, _records: &str) -> Result<Option<Box<dyn Tree + '_>>, Error> {
        Ok(None)
    }

    fn file(&self, _path: &str, _most: u64) -> Result<Option<Content>, Error> {
        Ok(None)
    }

    fn files(&self, _name: &str) -> Result<Vec<File>, Words> {
        Err(Words::fixed("没有仓库目录", "there is no folder of a repository"))
    }

    fn below(&self, _folder: &str, _ending: &str) -> Result<Vec<File>, Error> {
        Ok(Vec::new())
    }

    fn ids(&self, _path: &str) -> Result<BTreeMap<String, String>, Error> {
        Ok(BTreeMap::new())
    }

    fn unseen(&self, _records: &str) -> Result<Vec<Unseen>, Error> {
        Ok(Vec::new())
    }
}
