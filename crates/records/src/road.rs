//! The road by which every tree of records is read.
//!
//! Which files are records, which names do not count and what cannot be seen is said here once.
//! A working directory and a git revision only say how a folder is listed and how a file is
//! opened.

use crate::git;
use crate::raw::{Content, RawFile, RawSubject, TreeLimits};
use crate::tree::{holds_records, is_subject_folder, is_yaml};
use crate::unseen::Why;
use beian_core::model::layout::{EVIDENCE, SETTINGS};
use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// One name of a folder.
#[derive(Debug, Clone)]
pub(crate) struct Entry<A> {
    /// The name; one that is no text is shown with replacement characters.
    pub(crate) name: String,
    /// What leads to what it names.
    pub(crate) at: A,
    /// Why it is not entered or opened, if it is not.
    pub(crate) closed: Option<Why>,
}

/// What a folder holds, sorted; hidden files do not count.
#[derive(Debug)]
pub(crate) struct Listing<A> {
    /// Files, and folders that are not entered.
    pub(crate) files: Vec<Entry<A>>,
    pub(crate) folders: Vec<Entry<A>>,
}

impl<A> Default for Listing<A> {
    fn default() -> Self {
        Self { files: Vec::new(), folders: Vec::new() }
    }
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    File,
    Folder,
    /// A symbolic link, wherever it leads.
    Link,
    Submodule,
}

impl<A> Listing<A> {
    /// Adds what one name stands for. A name that is no text cannot be asked for again, so
    /// that it ends here, and the reader reports it.
    pub(crate) fn add(&mut self, name: String, is_text: bool, named: Named, at: A) {
        let closed = match named {
            // What no record is called is read nowhere, whatever its name is.
            Named::File if is_text || !is_yaml(&name) => None,
            Named::Submodule => Some(Why::Submodule),
            // A link that is called like a record is opened as one.
            Named::Link if !is_yaml(&name) => Some(Why::Link),
            _ if !is_text => Some(Why::NoText),
            _ => None,
        };
        let list = if named == Named::Folder && is_text { &mut self.folders } else { &mut self.files };
        list.push(Entry { name, at, closed });
    }

    pub(crate) fn sort(&mut self) {
        self.files.sort_unstable_by(|a, b| a.name.cmp(&b.name));
        self.folders.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    }

    pub(crate) fn is_subject(&self) -> bool {
        is_subject_folder(self.files.iter().chain(&self.folders).map(|entry| entry.name.as_str()))
    }
}

/// Why a folder was not listed.
#[derive(Debug)]
pub(crate) enum Stop {
    /// It cannot be seen, which the reader reports.
    Unseen(Why),
    /// An object of the repository is missing or broken, which ends everything.
    Broken(git::Error),
}

impl From<git::Error> for Stop {
    fn from(error: git::Error) -> Self {
        Self::Broken(error)
    }
}

impl Stop {
    /// Why it cannot be seen.
    pub(crate) fn unseen(self) -> Result<Why, git::Error> {
        match self {
            Self::Unseen(why) => Ok(why),
            Self::Broken(error) => Err(error),
        }
    }
}

/// How many papers a folder may hold, and how deep folders of them may lie.
pub(crate) const PAPERS: usize = 1_000_000;
pub(crate) const PAPERS_DEPTH: usize = 64;

/// How one kind of tree lists its folders and opens its files.
pub(crate) trait Road: Sync {
    /// What leads to a file or folder.
    type At: Send + Sync + Clone;

    fn limits(&self) -> &TreeLimits;

    /// What leads to a folder, from the records folder on; nothing if there is none.
    fn find(&self, folder: &str) -> Result<Option<Self::At>, Stop>;

    fn list(&self, at: &Self::At) -> Result<Listing<Self::At>, Stop>;

    /// The same of a folder of papers, of which there may be far more than of records.
    fn list_papers(&self, at: &Self::At) -> Result<Listing<Self::At>, Stop>;

    /// What a file holds; `path` is its path from the records folder on.
    fn content(&self, at: &Self::At, path: &str) -> Result<Content, git::Error>;

    /// Whether a symbolic link leads to a plain file, which no record is, and may be passed
    /// over.
    fn leads_to_file(&self, at: &Self::At, path: &str) -> Result<bool, git::Error>;
}

/// The path of a name within a folder.
pub(crate) fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// A name under which a folder holds a record, or may hold some that nobody sees.
#[derive(Debug)]
pub(crate) struct Held<A> {
    /// From the folder on; empty for the folder itself.
    pub(crate) name: String,
    /// What leads there; nothing for what was left out by a limit.
    pub(crate) at: Option<A>,
    /// Why it cannot be seen, if it cannot.
    pub(crate) why: Option<Why>,
}

/// What is made of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Is {
    /// A subject's: what stands below it belongs to the subject.
    Subject,
    /// One of groups and subjects, which are looked into.
    Group,
    /// The same, but so far down that nobody looks further.
    End,
}

impl Is {
    pub(crate) fn of<A>(listing: &Listing<A>, depth: usize, limits: &TreeLimits) -> Self {
        match () {
            () if listing.is_subject() => Self::Subject,
            () if limits.depth <= depth => Self::End,
            () => Self::Group,
        }
    }
}

/// What a folder holds of records, and what of it cannot be seen: of a subject's folder all
/// below it, of another one what lies right in it, where nobody reads it.
pub(crate) fn held<R: Road>(
    road: &R,
    listing: &Listing<R::At>,
    folder: &str,
    is: Is,
) -> Result<Vec<Held<R::At>>, git::Error> {
    let mut held = Vec::with_capacity(listing.files.len());
    for entry in &listing.files {
        let is_record = is_yaml(&entry.name) && !(is != Is::Subject && folder.is_empty() && entry.name == SETTINGS);
        let is_papers = is == Is::Subject && entry.name == EVIDENCE;
        if (is_record || entry.closed.is_some()) && !is_papers {
            held.extend(opened(road, entry, "", folder)?);
        }
    }
    for inner in &listing.folders {
        match is {
            Is::Group => {}
            Is::End => held.push(Held { why: Some(Why::TooDeep), ..at(inner, "") }),
            Is::Subject if holds_records(&inner.name) => dated(road, inner, folder, &mut held)?,
            Is::Subject if inner.name == EVIDENCE => {}
            Is::Subject => {
                if let Some(why) = hidden(road, &inner.at, 0)? {
                    held.push(Held { why: Some(why), ..at(inner, "") });
                }
            }
        }
    }
    held.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(held)
}

/// The records of a folder within a subject, which has no folders of its own.
fn dated<R: Road>(road: &R, inner: &Entry<R::At>, folder: &str, held: &mut Vec<Held<R::At>>) -> Result<(), git::Error> {
    match road.list(&inner.at) {
        Ok(below) => {
            for entry in below.files.iter().filter(|entry| is_yaml(&entry.name) || entry.closed.is_some()) {
                held.extend(opened(road, entry, &inner.name, folder)?);
            }
            held.extend(below.folders.iter().map(|one| Held { why: Some(Why::Misplaced), ..at(one, &inner.name) }));
        }
        Err(stop) => held.push(Held { why: Some(stop.unseen()?), ..at(inner, "") }),
    }
    Ok(())
}

fn at<A: Clone>(entry: &Entry<A>, inside: &str) -> Held<A> {
    Held { name: join(inside, &entry.name), at: Some(entry.at.clone()), why: entry.closed.clone() }
}

/// A name as it is held; nothing for a link to what is no record.
fn opened<R: Road>(
    road: &R,
    entry: &Entry<R::At>,
    inside: &str,
    folder: &str,
) -> Result<Option<Held<R::At>>, git::Error> {
    let held = at(entry, inside);
    let is_passed = held.why == Some(Why::Link) && road.leads_to_file(&entry.at, &join(folder, &held.name))?;
    Ok((!is_passed).then_some(held))
}

/// Why the records that lie somewhere below another folder of a subject are not seen; nothing if
/// there are none.
fn hidden<R: Road>(road: &R, at: &R::At, depth: usize) -> Result<Option<Why>, git::Error> {
    let listing = match road.list(at) {
        Ok(listing) => listing,
        Err(stop) => return stop.unseen().map(Some),
    };
    if listing.is_subject() || listing.files.iter().any(|entry| is_yaml(&entry.name)) {
        return Ok(Some(Why::Misplaced));
    }
    if road.limits().depth <= depth {
        return Ok((!listing.folders.is_empty()).then_some(Why::TooDeep));
    }
    for inner in &listing.folders {
        if let Some(why) = hidden(road, &inner.at, depth + 1)? {
            return Ok(Some(why));
        }
    }
    Ok(None)
}

/// The road's answer to [`Tree::visit`], with what a function makes of each subject.
pub(crate) fn each_subject<R: Road, T: Send>(
    road: &R,
    judge: &(impl Fn(RawSubject) -> T + Sync),
) -> Result<Vec<T>, git::Error> {
    match road.find("") {
        Ok(Some(root)) => walk(road, &root, "", 0, judge).into_iter().collect(),
        Ok(None) => Ok(Vec::new()),
        Err(stop) => Ok(vec![judge(unlisted("", stop.unseen()?))]),
    }
}

fn walk<R: Road, T: Send>(
    road: &R,
    at: &R::At,
    folder: &str,
    depth: usize,
    judge: &(impl Fn(RawSubject) -> T + Sync),
) -> Vec<Result<T, git::Error>> {
    let listing = match road.list(at) {
        Ok(listing) => listing,
        Err(stop) => return vec![stop.unseen().map(|why| judge(unlisted(folder, why)))],
    };
    let is = Is::of(&listing, depth, road.limits());
    let mut results = Vec::new();
    match read_listing(road, &listing, folder, is) {
        // Nothing lies beside the subjects, as it should be.
        Ok(raw) if is == Is::Group && raw.files.is_empty() => {}
        read => results.push(read.map(judge)),
    }
    if is == Is::Group {
        let below: Vec<_> = listing
            .folders
            .into_par_iter()
            .flat_map_iter(|entry| walk(road, &entry.at, &join(folder, &entry.name), depth + 1, judge))
            .collect();
        results.extend(below);
    }
    results
}

/// The road's answer to [`Tree::read_subject`]. Of a folder of groups it reads the strays.
pub(crate) fn read_subject<R: Road>(road: &R, folder: &str) -> Result<RawSubject, git::Error> {
    let listing = road.find(folder).and_then(|at| at.map(|at| road.list(&at)).transpose());
    match listing {
        Ok(Some(listing)) => {
            let depth = folder.split('/').filter(|part| !part.is_empty()).count();
            let is = Is::of(&listing, depth, road.limits());
            read_listing(road, &listing, folder, is)
        }
        Ok(None) => Ok(RawSubject { folder: folder.to_owned(), files: Vec::new() }),
        Err(stop) => Ok(unlisted(folder, stop.unseen()?)),
    }
}

fn read_listing<R: Road>(road: &R, listing: &Listing<R::At>, folder: &str, is: Is) -> Result<RawSubject, git::Error> {
    let held = held(road, listing, folder, is)?;
    let mut files = Vec::with_capacity(held.len());
    for Held { name, at, why } in held {
        let content = match (why, at) {
            (Some(why), _) => Content::Unseen(why),
            (None, Some(at)) => road.content(&at, &join(folder, &name))?,
            (None, None) => continue,
        };
        files.push(RawFile { name, content });
    }
    Ok(RawSubject { folder: folder.to_owned(), files })
}

/// A folder that cannot be listed: records must not go missing without a word.
fn unlisted(folder: &str, why: Why) -> RawSubject {
    let files = vec![RawFile { name: String::new(), content: Content::Unseen(why) }];
    RawSubject { folder: folder.to_owned(), files }
}
