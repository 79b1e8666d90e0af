//! What stands beside the records and decides about them, found by one road in every store.
//!
//! Settings, overlays, templates and a baseline are regular files of the repository itself. What
//! stands in the place of one and is none, or cannot be read, is told and never passed over: what
//! it would have said is not known.

use super::{Error, Why, join, stays_inside};
use crate::overlay::File;
use crate::raw::Content;
use crate::road::Named;
use crate::tree::is_yaml;
use std::collections::BTreeMap;

/// The most that one overlay or template may hold.
const LARGEST: u64 = 1 << 20;

/// How deep a folder of templates is looked into: they have no folders of folders of folders.
pub(super) const DEPTH: usize = 4;

/// How many files a folder of overlays or templates may hold.
pub(super) const MOST: usize = 1_000;

/// How many names are looked at for them.
const NAMES: usize = 10 * MOST;

/// One kind of store, as it finds its files. Paths have neither empty parts nor dots.
pub(super) trait Files {
    /// What a path stands for, links not followed; nothing if nothing stands there.
    fn named(&self, path: &str) -> Result<Option<Named>, Error>;

    /// What stands right in a folder, in no order.
    fn inside(&self, folder: &str) -> Result<Vec<Entry>, Error>;

    /// What a file holds that is not longer than so many bytes.
    fn content(&self, path: &str, most: u64) -> Result<Content, Error>;

    /// What tells a file, a link or a submodule from any other.
    fn id(&self, path: &str) -> Result<String, Error>;
}

/// A name within a folder.
#[derive(Debug)]
pub(super) struct Entry {
    /// The name; one that is no text is shown with replacement characters.
    pub(super) name: String,
    pub(super) is_text: bool,
    pub(super) named: Named,
}

/// Where a path leads.
enum Way {
    /// Nowhere.
    Nowhere,
    /// To what stands there.
    To(Named),
    /// To what stands before its end, and is not entered.
    Before(String, Named),
}

fn way(files: &dyn Files, path: &str) -> Result<Way, Error> {
    if !stays_inside(path) {
        return Err(Error::Outside { path: path.to_owned(), link: false });
    }
    let path = join("", path);
    if path.is_empty() {
        return Ok(Way::To(Named::Folder));
    }
    for (end, _) in path.match_indices('/') {
        let folder = path.get(..end).unwrap_or_default();
        match files.named(folder)? {
            None | Some(Named::File) => return Ok(Way::Nowhere),
            Some(Named::Folder) => {}
            Some(closed) => return Ok(Way::Before(folder.to_owned(), closed)),
        }
    }
    Ok(files.named(&path)?.map_or(Way::Nowhere, Way::To))
}

/// Why a name is not that of a regular file; nothing if it may be one.
fn closed(named: Named) -> Option<Why> {
    match named {
        Named::File => None,
        // A folder where a file belongs.
        Named::Folder => Some(Why::Special),
        Named::Link => Some(Why::Link),
        Named::Submodule => Some(Why::Submodule),
    }
}

/// What a file holds; nothing if there is none.
pub(super) fn file(files: &dyn Files, path: &str, most: u64) -> Result<Option<Content>, Error> {
    match way(files, path)? {
        Way::Nowhere => Ok(None),
        Way::To(Named::File) => files.content(&join("", path), most).map(Some),
        Way::To(named) => Ok(closed(named).map(Content::Unseen)),
        Way::Before(path, named) => Err(unseen(path, closed(named).unwrap_or(Why::Special))),
    }
}

/// The overlays that a name stands for: itself, or the YAML files of a folder.
pub(super) fn overlays(files: &dyn Files, name: &str) -> Result<Vec<File>, Error> {
    let mut found = Vec::new();
    for (path, named) in overlay_paths(files, name)? {
        if let Some(why) = closed(named) {
            return Err(unseen(path, why));
        }
        found.push((path.clone(), bytes(files, &path)?));
    }
    Ok(found)
}

/// The files below a folder whose names end so, by their paths from that folder on, sorted; nothing
/// if there is no such folder.
pub(super) fn below(files: &dyn Files, folder: &str, ending: &str) -> Result<Option<Vec<File>>, Error> {
    match way(files, folder)? {
        Way::To(Named::Folder) => {}
        Way::Nowhere => return Ok(None),
        Way::To(Named::File) => return Err(Error::NoFolder { path: folder.to_owned() }),
        Way::To(named) => return Err(unseen(folder.to_owned(), closed(named).unwrap_or(Why::Special))),
        Way::Before(path, named) => return Err(unseen(path, closed(named).unwrap_or(Why::Special))),
    }
    let root = join("", folder);
    let mut found = Vec::new();
    for Met { path, entry, is_too_deep } in walked(files, &root)? {
        let is_wanted = entry.name.ends_with(ending);
        let why = match entry.named {
            Named::File if !is_wanted => continue,
            _ if !entry.is_text => Some(Why::NoText),
            Named::Folder => is_too_deep.then_some(Why::TooDeep),
            // A link may lead to a folder of templates, whatever it is called.
            named => closed(named),
        };
        match why {
            Some(why) => return Err(unseen(path, why)),
            None if entry.named == Named::Folder => {}
            None if found.len() == MOST => return Err(unseen(root, Why::TooMany)),
            None => {
                let bytes = bytes(files, &path)?;
                let inner = path.strip_prefix(&root).unwrap_or(&path).trim_start_matches('/');
                found.push((inner.to_owned(), bytes));
            }
        }
    }
    found.sort_unstable();
    Ok(Some(found))
}

/// What tells an overlay, the settings or a baseline, or all overlays of a folder, from any other.
pub(super) fn ids(files: &dyn Files, name: &str) -> Result<BTreeMap<String, String>, Error> {
    let paths = match overlay_paths(files, name) {
        Err(Error::Missing { .. }) => Vec::new(),
        paths => paths?,
    };
    paths.into_iter().map(|(path, _)| Ok((path.clone(), files.id(&path)?))).collect()
}

/// The same of all files below a folder. A folder that cannot be entered is told from none, since
/// with it nothing of the whole is read; what stands in it acts nowhere.
pub(super) fn ids_below(files: &dyn Files, folder: &str) -> Result<BTreeMap<String, String>, Error> {
    let root = join("", folder);
    let paths = match way(files, folder)? {
        Way::Nowhere => Vec::new(),
        Way::To(Named::Folder) => {
            let met = walked(files, &root)?.into_iter();
            let counts = |met: &Met| met.entry.named != Named::Folder || met.is_too_deep || !met.entry.is_text;
            let id = |met: Met| match met.entry.named {
                Named::Folder => Ok((met.path, String::new())),
                _ => Ok((met.path.clone(), files.id(&met.path)?)),
            };
            return met.filter(counts).map(id).collect();
        }
        Way::To(_) => vec![root],
        Way::Before(path, _) => vec![path],
    };
    paths.into_iter().map(|path| Ok((path.clone(), files.id(&path)?))).collect()
}

/// What a name of the settings stands for: each path with what stands there, sorted.
fn overlay_paths(files: &dyn Files, name: &str) -> Result<Vec<(String, Named)>, Error> {
    let path = join("", name);
    match way(files, name)? {
        Way::Nowhere => Err(Error::Missing { path: name.to_owned() }),
        Way::Before(path, named) => Ok(vec![(path, named)]),
        Way::To(Named::Folder) => {
            let mut paths = Vec::new();
            for Entry { name, is_text, named } in files.inside(&path)? {
                if name.starts_with('.') || !is_yaml(&name) {
                    continue;
                }
                let inner = join(&path, &name);
                if !is_text {
                    return Err(unseen(inner, Why::NoText));
                }
                paths.push((inner, named));
                if MOST < paths.len() {
                    return Err(unseen(path, Why::TooMany));
                }
            }
            paths.sort_unstable_by(|a, b| a.0.cmp(&b.0));
            Ok(paths)
        }
        Way::To(named) => Ok(vec![(path, named)]),
    }
}

/// What is met below a folder.
struct Met {
    path: String,
    entry: Entry,
    /// Whether it stands further down than is looked.
    is_too_deep: bool,
}

fn walked(files: &dyn Files, root: &str) -> Result<Vec<Met>, Error> {
    let mut met = Vec::new();
    let mut left = vec![(root.to_owned(), 0)];
    while let Some((folder, depth)) = left.pop() {
        for entry in files.inside(&folder)?.into_iter().filter(|entry| !entry.name.starts_with('.')) {
            let path = join(&folder, &entry.name);
            let is_too_deep = DEPTH <= depth;
            if entry.named == Named::Folder && entry.is_text && !is_too_deep {
                left.push((path.clone(), depth + 1));
            }
            met.push(Met { path, entry, is_too_deep });
            if NAMES < met.len() {
                return Err(unseen(root.to_owned(), Why::TooMany));
            }
        }
    }
    Ok(met)
}

fn bytes(files: &dyn Files, path: &str) -> Result<Vec<u8>, Error> {
    match files.content(path, LARGEST)? {
        Content::Bytes(bytes) => Ok(bytes),
        Content::Unseen(why) => Err(unseen(path.to_owned(), why)),
    }
}

fn unseen(path: String, why: Why) -> Error {
    Error::Unseen { path, why }
}
