//! A run: what was asked for, what is read, and what all dossiers of it share.

use super::judged::Judge;
use super::made::Dossier;
use super::source::{Changed, Source};
use super::{Audience, Format, pass};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::json::TOOL;
use beian_core::day::Day;
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_documents::dossier::{Commit, Days, Dossiers, Terms};
use beian_documents::html;
use beian_records::evidence::sha256;
use beian_records::git::Histories;
use beian_records::judging;
use beian_records::limits::Limits;
use beian_records::raw::RawSubject;
use beian_records::read::read_subject;
use beian_records::tree::{self, Tree};
use beian_records::unseen::Unseen;
use std::borrow::Cow;
use std::path::Path;
use std::sync::OnceLock;

/// What was asked for: with the records, it decides every byte.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    /// One subject, or all.
    pub(super) subject: Option<String>,
    pub(super) at: Option<String>,
    pub(super) as_of: Day,
    pub(super) today: Day,
    pub(super) audience: Audience,
    pub(super) format: Format,
    pub(super) lang: Lang,
    pub(super) reveal: bool,
    /// Whether evidence is looked at.
    pub(super) evidence: bool,
}

/// A run.
pub(super) struct Run {
    pub(super) wish: Wish,
    pub(super) source: Source,
    pub(super) dossiers: Dossiers,
    /// The hash of all templates in force.
    pub(super) templates: String,
    pub(super) commit: Option<Commit>,
    /// The language of what the run itself says.
    pub(super) lang: Lang,
}

/// What is found out once for all dossiers.
pub(super) struct Shared<'r> {
    pub(super) tree: Box<dyn Tree + 'r>,
    /// By what all subjects are judged.
    pub(super) judge: Judge<'r>,
    pub(super) histories: Option<Histories>,
    /// What of the working tree no commit holds, found out when it is first asked for.
    changed: OnceLock<Changed>,
}

impl Run {
    /// Opens what is to be read, and compiles the templates.
    pub(super) fn open(wish: Wish, templates: Option<&Path>, context: &Context) -> Result<Self, Failure> {
        let source = Source::open(wish.at.as_deref(), context)?;
        let templates = source.templates(templates)?;
        let all: Vec<String> =
            templates.names().filter_map(|name| Some(format!("{name}\n{}", templates.source(name)?))).collect();
        let hash = sha256(all.join("\n").as_bytes());
        let dossiers = Dossiers::new(&templates)?;
        let commit = source.commit(wish.today);
        Ok(Self { wish, source, dossiers, templates: hash, commit, lang: context.lang })
    }

    /// What is found out once. `only` is the folder of the one subject that is asked for.
    pub(super) fn shared(&self, only: Option<&str>) -> Result<Shared<'_>, Failure> {
        let tree = self.source.tree()?;
        let days = self.days();
        let judge = Judge::new(&self.source, judging::Days { judged: days.as_of, now: days.today }, self.wish.evidence);
        let histories = match &self.source.git {
            Some((versions, revision)) => Some(versions.git.histories(revision, &self.source.records, only)?),
            None => None,
        };
        Ok(Shared { tree, judge, histories, changed: OnceLock::new() })
    }

    pub(super) fn days(&self) -> Days {
        Days { known: self.source.known(self.wish.today), as_of: self.wish.as_of, today: self.wish.today }
    }

    /// The folder of the subject that is asked for.
    pub(super) fn folder(&self, subject: &str) -> Result<String, Failure> {
        let given = subject.trim_matches('/');
        let tree = self.source.tree()?;
        let inside = Path::new(given).strip_prefix(&self.source.records).ok().and_then(Path::to_str);
        for folder in [Some(given), inside].into_iter().flatten().filter(|folder| !folder.is_empty()) {
            let plain = Path::new(folder).components().all(|part| matches!(part, std::path::Component::Normal(_)));
            if plain && tree.read_subject(folder)?.files.iter().any(|file| file.name == "subject.yaml") {
                return Ok(folder.to_owned());
            }
        }
        let named = |raw: RawSubject| {
            let read = read_subject(&raw, &Limits::default());
            let is_it = read.subject.particulars.place.is_somewhere() && &*read.subject.id == given;
            (is_it.then(|| raw.folder.clone()), read.unseen())
        };
        let (named, unseen): (Vec<_>, Vec<_>) = tree::each(&*tree, &named)?.into_iter().unzip();
        if let Some(folder) = named.into_iter().flatten().min() {
            return Ok(folder);
        }
        // It may stand where nobody can look.
        let mut unseen: Vec<Unseen> = unseen.into_iter().flatten().collect();
        unseen.sort();
        Err(Failure::unseen(&unseen, |path| self.source.shown(path)).unwrap_or_else(|| {
            Failure::nothing(words!("没有主体 {given}", "there is no subject {given}")).hint(Words::fixed(
                "主体写标识，或从记录目录起的文件夹",
                "name a subject by its identity, or by its folder from the records folder on",
            ))
        }))
    }

    /// The dossier of the one subject that is asked for.
    pub(super) fn one(&self) -> Result<Vec<u8>, Failure> {
        let folder = self.folder(self.wish.subject.as_deref().unwrap_or_default())?;
        let shared = self.shared(Some(&folder))?;
        let made = pass::one(self, &shared, &folder)?;
        let made = made.ok_or_else(|| Failure::nothing(words!("{folder} 不是主体", "{folder} is no subject")))?;
        Ok(self.written(&made).into_owned())
    }

    /// A dossier in the format that is asked for.
    pub(super) fn written<'m>(&self, made: &'m Dossier) -> Cow<'m, [u8]> {
        match self.wish.format {
            Format::Markdown => Cow::Borrowed(&made.text),
            Format::Html => {
                let text = String::from_utf8_lossy(&made.text);
                Cow::Owned(html::page(&made.title, &text, self.wish.lang).into_bytes())
            }
        }
    }

    /// A document in the format that is asked for.
    pub(super) fn page(&self, title: &str, text: &str) -> String {
        match self.wish.format {
            Format::Markdown => text.to_owned(),
            Format::Html => html::page(title, text, self.wish.lang),
        }
    }
}

impl Shared<'_> {
    /// Whether the commit that is read, or on which the working tree rests, is known to hold
    /// the very files of a subject.
    pub(super) fn is_committed(&self, raw: &RawSubject) -> bool {
        self.histories.as_ref().is_some_and(|histories| histories.holds(raw))
    }

    /// What of the working tree no commit holds.
    pub(super) fn changed(&self, run: &Run) -> Result<&Changed, Failure> {
        if let Some(changed) = self.changed.get() {
            return Ok(changed);
        }
        let changed = run.source.changed()?;
        Ok(self.changed.get_or_init(|| changed))
    }

    /// What is the same for all dossiers of the run.
    pub(super) fn terms<'s>(&'s self, run: &'s Run) -> Terms<'s> {
        Terms {
            days: run.days(),
            audience: run.wish.audience.meant(),
            reveal: run.wish.reveal,
            evidence: run.wish.evidence,
            lang: run.wish.lang,
            sample: run.source.grounds.sample(),
            tables: run.source.grounds.tables(),
            commit: run.commit.as_ref(),
            in_git: run.source.in_git,
            is_revision: run.wish.at.is_some(),
            tool: TOOL,
            rules: &self.judge.rules,
            overlays: &self.judge.overlays,
            unused: &self.judge.unused,
        }
    }
}
