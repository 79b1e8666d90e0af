//! No place at all: records that are named without a repository around them are judged by
//! nothing but the rules.

use super::{Error, Store};
use crate::git::Revision;
use crate::overlay::File;
use crate::raw::Content;
use crate::tree::Tree;
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

    fn overlays(&self, name: &str) -> Result<Vec<File>, Error> {
        Err(Error::Missing { path: name.to_owned() })
    }

    fn below(&self, _folder: &str, _ending: &str) -> Result<Option<Vec<File>>, Error> {
        Ok(None)
    }

    fn ids(&self, _name: &str) -> Result<BTreeMap<String, String>, Error> {
        Ok(BTreeMap::new())
    }

    fn ids_below(&self, _folder: &str) -> Result<BTreeMap<String, String>, Error> {
        Ok(BTreeMap::new())
    }
}
