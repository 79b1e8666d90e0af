//! What a dossier is made of: plain values, whoever read them and wherever they stood.

use beian_core::day::Day;
use beian_core::evidence::Evidence;
use beian_core::filed::{Held, OnFile, Step};
use beian_core::model::Subject;
use beian_core::rule::{Rule, Severity};
use beian_core::tables::Tables;
use beian_core::words::{Lang, Words};
use std::collections::{BTreeMap, BTreeSet};

/// For whom a dossier is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// Everyone: only what the public registry shows.
    Public,
    /// Auditors: everything, people masked.
    Auditor,
    /// The house itself: people by name, their numbers masked.
    Internal,
}

/// The two clocks, and the present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The day on which the records were as they are read here: of the commit, or today.
    pub known: Day,
    /// The day of which the dossier speaks, and whose rules judge.
    pub as_of: Day,
    /// Today.
    pub today: Day,
}

impl Days {
    /// Whether the dossier speaks of a day before the state that is known, so that only what
    /// can be shown to have been true then may stand in it.
    #[must_use]
    pub fn is_past(&self) -> bool {
        self.as_of < self.known
    }
}

/// What is the same for all dossiers of a run.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'a> {
    /// The days.
    pub days: Days,
    /// For whom.
    pub audience: Audience,
    /// Whether personal numbers stand in full.
    pub reveal: bool,
    /// Whether the files that records name as evidence were looked at.
    pub evidence: bool,
    /// Its language.
    pub lang: Lang,
    /// Whether the records teach.
    pub sample: bool,
    /// The commit that was read; none for records outside of git.
    pub commit: Option<&'a Commit>,
    /// Whether the records stand in a git repository.
    pub in_git: bool,
    /// Whether a revision was asked for, or the working tree was read.
    pub is_revision: bool,
    /// Name and version of the program.
    pub tool: &'a str,
    /// Version of the rule set.
    pub rules: &'a str,
    /// What is looked up.
    pub tables: &'a Tables,
    /// Rows of the user's by which was judged: path, title, publisher, date.
    pub overlays: &'a [[String; 4]],
    /// What of the user's rows could not be used: the file, and why.
    pub unused: &'a [(String, Words)],
}

/// A dossier's subject, on the day of which the dossier speaks.
#[derive(Debug)]
pub struct Input<'a> {
    /// What is the same for all dossiers of a run.
    pub terms: Terms<'a>,
    /// The records; of a past day those that were true then.
    pub subject: &'a Subject,
    /// What is on file.
    pub on_file: &'a OnFile,
    /// What orders that ran on a past day asked for, by facts.
    pub asked: &'a BTreeMap<String, Held>,
    /// Facts of a past day of which nothing tells whether they were true.
    pub left_out: &'a BTreeSet<String>,
    /// What the rules found.
    pub findings: &'a [Finding],
    /// What they found and somebody accepted for a time.
    pub waived: &'a [Waived],
    /// What they found and was adopted with the old tree.
    pub adopted: &'a [Finding],
    /// What was seen of the files that records name as evidence; none if nobody looked.
    pub evidence: Option<&'a Evidence>,
    /// What its commits tell; none outside of git.
    pub history: Option<&'a History>,
    /// Whether the working tree holds what no commit holds yet.
    pub is_changed: bool,
}

/// A finding.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// How heavy it weighs.
    pub severity: Severity,
    /// The fact, with its subject.
    pub fact: String,
    /// What is wrong.
    pub message: Words,
    /// What to do.
    pub help: Words,
}

/// A finding that is accepted for a time.
#[derive(Debug, Clone)]
pub struct Waived {
    /// The finding.
    pub finding: Finding,
    /// Why.
    pub reason: String,
    /// Who answers for it.
    pub owner: String,
    /// Last day.
    pub until: Option<Day>,
}

/// A commit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Commit {
    /// Why what it says, or its day, cannot be relied on.
    pub doubts: Vec<Words>,
    /// Its id: 40 hexadecimal digits.
    pub id: String,
    /// Who wrote it.
    pub author: String,
    /// The day on which it was written.
    pub written: Option<Day>,
    /// The day on which it was committed.
    pub committed: Option<Day>,
    /// The first line of its message.
    pub summary: String,
    /// Whether it carries a signature.
    pub signed: bool,
}

/// What the commits of a subject tell.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// The commits that touched it, the oldest first.
    pub commits: Vec<Commit>,
    /// By facts: what was on file, and the position of the commit since which that is known.
    pub filed: BTreeMap<String, Vec<Known>>,
    /// By facts that no filing holds: what the records said.
    pub recorded: BTreeMap<String, Vec<Recorded>>,
}

/// A value on file, and since when that is known.
#[derive(Debug, Clone)]
pub struct Known {
    /// The value.
    pub step: Step,
    /// Position of the commit; none if none holds it yet.
    pub commit: Option<usize>,
}

/// A value of the records.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// The value as it stands; none if it was taken away.
    pub value: Option<beian_core::record::Plain>,
    /// Position of the commit since which it stood there.
    pub commit: usize,
}
