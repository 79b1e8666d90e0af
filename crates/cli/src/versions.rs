//! The git repository around the records: its revisions, and what each of them holds.

use crate::context::Context;
use crate::failure::Failure;
use crate::output::review::short;
use crate::output::shown::shown;
use crate::output::stream;
use crate::repository::{above, from_here, given};
use beian_core::day::Day;
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_records::git::{self, Distrusted, Revision};
use beian_records::grounds::Grounds;
use beian_records::store::{self, Committed, Store, Working, join};
use beian_records::system::real;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// So many commits that cannot be trusted are told one by one.
const TOLD: usize = 5;

/// A git repository that holds a repository of records.
#[derive(Debug)]
pub(crate) struct Versions {
    /// The git repository.
    pub(crate) git: Arc<git::Repository>,
    /// The folder of the settings, from the root of the repository on; empty for the root.
    pub(crate) folder: String,
    /// Settings that were named and stand for those of every revision.
    given: Option<PathBuf>,
    /// The day it is, and how warnings are told; nothing where they are told elsewhere.
    told: Option<(Day, Lang)>,
}

impl Versions {
    /// The repository named on the command line, or else the one around a path.
    pub(crate) fn open(context: &Context, from: &Path) -> Result<Self, Failure> {
        let from = context.repository.as_deref().unwrap_or(from);
        let git = git::Repository::discover(from)?;
        let settled = match &context.repository {
            Some(folder) => Some(folder.clone()),
            None => real(from).ok().and_then(|from| above(&from)),
        };
        let folder = settled.and_then(|folder| git.folder_of(&folder)).unwrap_or_default();
        let told = Some((context.today, context.lang));
        Ok(Self { git: Arc::new(git), folder, given: context.config.clone(), told })
    }

    /// The repository around a folder of records, whose settings are known already.
    pub(crate) fn around(records: &Path) -> Result<Self, git::Error> {
        let git = Arc::new(git::Repository::discover(records)?);
        Ok(Self { git, folder: String::new(), given: None, told: None })
    }

    /// The revision of that name or day. Of a day it is told which commits could not be trusted.
    pub(crate) fn resolve(&self, at: &str) -> Result<Revision, Failure> {
        let Some((today, lang)) = self.told else { return Ok(self.git.resolve(at)?) };
        let revision = self.git.resolve_on(at, today)?;
        let rest = revision.distrusted.len().saturating_sub(TOLD);
        let told = revision.distrusted.iter().take(TOLD).map(|Distrusted { id, doubt }| {
            let (id, Words { zh, en }) = (short(id), doubt.words());
            words!(
                "注意: 提交 {id} 的日期不可信（{zh}），按它之后可信的提交或今天计",
                "warning: the day of commit {id} cannot be trusted ({en}); it counts from the next that can, or today"
            )
        });
        let more = words!("注意: 另有 {rest} 个这样的提交", "warning: {rest} more commits are like it");
        let mut err = stream::stderr();
        for line in told.chain((0 < rest).then_some(more)) {
            // The answer does not hang on whether somebody reads this.
            drop(writeln!(err, "{}", shown(line.get(lang))));
        }
        Ok(revision)
    }

    /// A revision as a store.
    pub(crate) fn committed(&self, revision: &Revision) -> Committed {
        Committed::new(Arc::clone(&self.git), revision.clone(), &self.folder)
    }

    /// A revision as a store, or else the working directory.
    pub(crate) fn store(&self, at: Option<&Revision>) -> Result<Arc<dyn Store>, Failure> {
        match (at, self.git.work_dir()) {
            (Some(revision), _) => Ok(Arc::new(self.committed(revision))),
            (None, Some(root)) => Ok(Arc::new(Working::new(&root.join(&self.folder)))),
            (None, None) => {
                Err(Failure::refused(Words::fixed("裸仓库没有工作目录", "a bare repository has no working tree")).hint(
                    Words::fixed(
                        "写明两个修订，如 `beian review A B`",
                        "name both revisions, as in `beian review A B`",
                    ),
                ))
            }
        }
    }

    /// By what records are judged in a revision, or else in the working directory.
    pub(crate) fn grounds(&self, at: Option<&Revision>) -> Result<Grounds, Failure> {
        self.grounds_or_why_not(at)?.map_err(Failure::from)
    }

    /// The same, or what of it cannot be read there.
    pub(crate) fn grounds_or_why_not(&self, at: Option<&Revision>) -> Result<Result<Grounds, store::Error>, Failure> {
        let given = self.given.as_deref().map(given).transpose()?;
        let folder = self.folder.clone();
        let naming = Box::new(move |path: &str| join(&folder, path));
        match Grounds::read(self.store(at)?, given, naming) {
            Err(store::Error::Git(error)) => Err(error.into()),
            read => Ok(read),
        }
    }

    /// A path from the folder of the settings on, as the trees of the repository know it.
    pub(crate) fn named(&self, path: &str) -> String {
        join(&self.folder, path)
    }

    /// What a path of the command line is called in the trees of the repository. The path
    /// need not be there any more.
    pub(crate) fn inside(&self, path: &Path) -> Result<String, Failure> {
        let Some(root) = self.git.work_dir() else {
            return Ok(path.to_string_lossy().trim_matches('/').to_owned());
        };
        let real = real(path).map_err(|error| Failure::reading(&path.to_string_lossy(), &error))?;
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
            Some(root) => from_here(&root.join(path)),
            None => path.to_owned(),
        }
    }
}
