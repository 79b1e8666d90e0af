//! The road by which every tree of records is read, wherever it is kept.
//!
//! What makes a folder a subject, which files are records and which names do not count is
//! said here once. A working directory and a git revision only say how a folder is listed
//! and how a file is opened.

use crate::git::{self, ChangedSubject, Compared, RevisionTree};
use crate::jobs;
use crate::raw::{Content, RawFile, RawSubject, TreeLimits};
use beian_core::evidence::Seen;
use beian_core::model::layout::{FILES, FOLDERS, SETTINGS};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::fmt::Display;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// A tree of records: a working directory or a revision.
pub trait Tree: Sync {
    /// Shows every subject to a visitor, in parallel and in no order. A subject is read when
    /// its turn comes and dropped when the visitor is done.
    ///
    /// # Errors
    /// If an object is missing or broken.
    fn visit(&self, visitor: &(dyn Fn(RawSubject) + Sync)) -> Result<(), git::Error>;

    /// Reads one subject's folder; `folder` is its path from the records folder on.
    ///
    /// # Errors
    /// If an object is missing or broken.
    fn read_subject(&self, folder: &str) -> Result<RawSubject, git::Error>;

    /// The subjects that differ from those of a revision.
    ///
    /// # Errors
    /// If an object is missing or broken, or a folder cannot be listed.
    fn changed_since(&self, base: &RevisionTree<'_>, compared: Compared) -> Result<Vec<ChangedSubject>, git::Error>;

    /// What is seen of a file within a subject's evidence (see [`beian_core::evidence::inside`]).
    fn evidence(&self, folder: &str, inside: &str) -> Seen;
}

/// Calls a function on every subject, in parallel, and answers the results in no order.
///
/// # Errors
/// If an object is missing or broken.
pub fn each<T: Send>(tree: &dyn Tree, judge: &(impl Fn(RawSubject) -> T + Sync)) -> Result<Vec<T>, git::Error> {
    let answers = Mutex::new(Vec::new());
    tree.visit(&|raw| {
        let answer = judge(raw);
        answers.lock().unwrap_or_else(PoisonError::into_inner).push(answer);
    })?;
    Ok(answers.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// Reads some subjects by their folders and calls a function on each, in parallel; answers in
/// the order of the folders.
///
/// # Errors
/// If an object is missing or broken.
pub fn each_of<T: Send>(
    tree: &dyn Tree,
    folders: &[String],
    judge: &(impl Fn(RawSubject) -> T + Sync),
) -> Result<Vec<T>, git::Error> {
    jobs::each(folders.iter().collect(), |folder| Ok(judge(tree.read_subject(folder)?))).into_iter().collect()
}

/// Why a file whose name is no text is not opened.
pub(crate) const NO_TEXT: &str = "the name is not UTF-8";

/// Whether a file's name is that of a record.
#[must_use]
pub fn is_yaml(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "yaml" || ending == "yml")
}

/// Whether a folder with these names in it is a subject's.
#[must_use]
pub fn is_subject_folder<'a>(mut names: impl Iterator<Item = &'a str>) -> bool {
    names.any(|name| FILES.contains(&name) || FOLDERS.contains(&name))
}

/// Whether a folder of that name within a subject holds records.
pub(crate) fn holds_records(name: &str) -> bool {
    FOLDERS.contains(&name)
}

/// One name of a folder.
#[derive(Debug)]
pub(crate) struct Entry<A> {
    /// The name; one that is no text is shown with replacement characters.
    pub(crate) name: String,
    /// Where to find what it names, or nothing if the name is no text.
    pub(crate) at: Option<A>,
    /// Whether it is a folder that is not entered: a submodule, or one whose name is no text.
    pub(crate) closed: bool,
}

impl<A> Entry<A> {
    /// Whether it holds a record, for a file of a subject's folder.
    pub(crate) fn is_record(&self) -> bool {
        is_yaml(&self.name) || (self.closed && holds_records(&self.name))
    }

    /// Whether it is a record that lies beside the subjects, where nobody reads it.
    pub(crate) fn is_stray(&self, folder: &str) -> bool {
        self.closed || (is_yaml(&self.name) && !(folder.is_empty() && self.name == SETTINGS))
    }
}

/// What a folder holds, sorted; hidden files do not count.
#[derive(Debug)]
pub(crate) struct Listing<A> {
    pub(crate) files: Vec<Entry<A>>,
    pub(crate) folders: Vec<Entry<A>>,
}

impl<A> Default for Listing<A> {
    fn default() -> Self {
        Self { files: Vec::new(), folders: Vec::new() }
    }
}

impl<A> Listing<A> {
    /// Adds what one name stands for. A name that is no text cannot be asked for again, so
    /// that it ends here, and the reader reports it.
    pub(crate) fn add(&mut self, name: String, is_text: bool, is_folder: bool, at: A) {
        match (is_text, is_folder) {
            (true, true) => self.folders.push(Entry { name, at: Some(at), closed: false }),
            (true, false) => self.files.push(Entry { name, at: Some(at), closed: false }),
            (false, _) => self.files.push(Entry { name, at: None, closed: is_folder }),
        }
    }

    pub(crate) fn sort(&mut self) {
        self.files.sort_unstable_by(|a, b| a.name.cmp(&b.name));
        self.folders.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    }

    pub(crate) fn is_subject(&self) -> bool {
        is_subject_folder(self.files.iter().chain(&self.folders).map(|entry| entry.name.as_str()))
    }
}

/// How one kind of tree lists its folders and opens its files.
pub(crate) trait Road: Sync {
    /// What leads to a file or folder.
    type At: Send + Sync;
    /// Why a folder cannot be listed.
    type Error: Display;

    fn limits(&self) -> &TreeLimits;

    /// What leads to a folder, from the records folder on; nothing if there is none.
    fn find(&self, folder: &str) -> Result<Option<Self::At>, Self::Error>;

    fn list(&self, at: &Self::At) -> Result<Listing<Self::At>, Self::Error>;

    /// What a file holds; `path` is its path from the records folder on.
    fn content(&self, at: &Self::At, path: &str) -> Content;
}

/// The path of a name within a folder.
pub(crate) fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// The road's answer to [`Tree::visit`], with what a function makes of each subject.
pub(crate) fn each_subject<R: Road, T: Send>(road: &R, judge: &(impl Fn(RawSubject) -> T + Sync)) -> Vec<T> {
    match road.find("") {
        Ok(Some(root)) => walk(road, &root, "", 0, judge),
        Ok(None) => Vec::new(),
        Err(error) => vec![judge(unlisted("", &error))],
    }
}

fn walk<R: Road, T: Send>(
    road: &R,
    at: &R::At,
    folder: &str,
    depth: usize,
    judge: &(impl Fn(RawSubject) -> T + Sync),
) -> Vec<T> {
    let listing = match road.list(at) {
        Ok(listing) => listing,
        Err(error) => return vec![judge(unlisted(folder, &error))],
    };
    if listing.is_subject() || road.limits().depth <= depth {
        return vec![judge(read_listing(road, &listing, folder))];
    }
    let mut results = Vec::new();
    let strays = strays(road, &listing, folder);
    if !strays.files.is_empty() {
        results.push(judge(strays));
    }
    let below: Vec<_> = listing
        .folders
        .into_par_iter()
        .flat_map_iter(|entry| match &entry.at {
            Some(at) => walk(road, at, &join(folder, &entry.name), depth + 1, judge),
            None => Vec::new(),
        })
        .collect();
    results.extend(below);
    results
}

/// The road's answer to [`Tree::read_subject`]. Of a folder of groups it reads the strays.
pub(crate) fn read_subject<R: Road>(road: &R, folder: &str) -> RawSubject {
    let listing = road.find(folder).and_then(|at| at.map(|at| road.list(&at)).transpose());
    match listing {
        Ok(Some(listing)) => read_listing(road, &listing, folder),
        Ok(None) => RawSubject { folder: folder.to_owned(), files: Vec::new() },
        Err(error) => unlisted(folder, &error),
    }
}

/// Records that lie beside the subjects, where nobody reads them.
fn strays<R: Road>(road: &R, listing: &Listing<R::At>, folder: &str) -> RawSubject {
    let files = listing.files.iter().filter(|entry| entry.is_stray(folder));
    RawSubject { folder: folder.to_owned(), files: files.map(|entry| read_file(road, folder, entry)).collect() }
}

fn read_listing<R: Road>(road: &R, listing: &Listing<R::At>, folder: &str) -> RawSubject {
    let mut files: Vec<_> =
        listing.files.iter().filter(|entry| entry.is_record()).map(|entry| read_file(road, folder, entry)).collect();
    for inner in listing.folders.iter().filter(|entry| holds_records(&entry.name)) {
        let Some(at) = &inner.at else { continue };
        match road.list(at) {
            Ok(below) => {
                let path = join(folder, &inner.name);
                for entry in below.files.iter().filter(|entry| is_yaml(&entry.name)) {
                    let mut file = read_file(road, &path, entry);
                    file.name = format!("{}/{}", inner.name, entry.name);
                    files.push(file);
                }
            }
            Err(error) => files.push(refused(inner.name.clone(), &error)),
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    RawSubject { folder: folder.to_owned(), files }
}

fn read_file<R: Road>(road: &R, folder: &str, entry: &Entry<R::At>) -> RawFile {
    match &entry.at {
        Some(at) => RawFile { name: entry.name.clone(), content: road.content(at, &join(folder, &entry.name)) },
        None => refused(entry.name.clone(), &NO_TEXT),
    }
}

fn refused(name: String, why: &impl Display) -> RawFile {
    RawFile { name, content: Content::Refused(why.to_string()) }
}

/// A folder that cannot be listed, as a file of the folder above that cannot be read:
/// records must not go missing without a word.
fn unlisted(folder: &str, why: &impl Display) -> RawSubject {
    let (above, name) = folder.rsplit_once('/').unwrap_or(("", if folder.is_empty() { "." } else { folder }));
    RawSubject { folder: above.to_owned(), files: vec![refused(name.to_owned(), why)] }
}
