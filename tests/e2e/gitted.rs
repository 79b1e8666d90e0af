//! Throw-away git repositories, made with git itself under a clean environment and fixed dates.

use crate::harness::{Case, Run, root};
use std::fs;
use std::path::Path;
use std::process::Command;

/// A repository of records in git, with what was committed so far.
pub(crate) struct Gitted {
    pub(crate) case: Case,
}

impl Gitted {
    /// The clean subject, committed on `main`.
    pub(crate) fn clean() -> Self {
        Self::of(Case::clean())
    }

    /// The records that are shipped, committed on `main`.
    pub(crate) fn shipped() -> Self {
        let case = Case::empty();
        for name in ["beian.yaml", "records"] {
            copy(&root().join(name), &case.path(name));
        }
        Self::of(case)
    }

    pub(crate) fn of(case: Case) -> Self {
        let made = Self { case };
        made.git("2026-11-01", &["init", "--quiet", "--initial-branch=main"]);
        made.commit("2026-11-01", "起始");
        made
    }

    /// Commits everything that stands in the folder.
    pub(crate) fn commit(&self, day: &str, message: &str) {
        self.git(day, &["add", "--all"]);
        self.git(day, &["commit", "--quiet", "--allow-empty", "--message", message]);
    }

    /// Runs git on a day, with nothing of this machine's settings.
    pub(crate) fn git(&self, day: &str, args: &[&str]) -> String {
        git_in(&self.case.path(""), day, args)
    }

    /// The id of a revision.
    pub(crate) fn id(&self, revision: &str) -> String {
        self.git("2026-11-01", &["rev-parse", revision]).trim().to_owned()
    }

    /// Runs the program.
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        self.case.outcome(args)
    }

    /// Replaces a text of the clean subject.
    pub(crate) fn edit(&self, name: &str, old: &str, new: &str) {
        self.case.edit(name, old, new);
    }

    /// What a review finds: code, severity, path and line of each.
    pub(crate) fn found(&self, args: &[&str]) -> (i32, Vec<String>) {
        let run = self.run(&[&["review", "--format", "json", "--lang", "en"], args].concat());
        let json: serde_json::Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.shown()));
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let one = |finding: &serde_json::Value| {
            let line = finding["line"].as_u64().map_or_else(String::new, |line| format!(":{line}"));
            format!("{} {} {}{line}", text(&finding["severity"]), text(&finding["code"]), text(&finding["path"]))
        };
        (run.status, json["findings"].as_array().expect("findings").iter().map(one).collect())
    }
}

/// Runs git in a folder.
pub(crate) fn git_in(folder: &Path, day: &str, args: &[&str]) -> String {
    let date = format!("{day}T10:00:00+0800");
    let output = Command::new("git")
        .args(["-c", "user.name=王小明", "-c", "user.email=wang@records.example", "-c", "commit.gpgsign=false"])
        .args(["-c", "protocol.file.allow=always"])
        .args(args)
        .current_dir(folder)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", folder)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_AUTHOR_DATE", &date)
        .env("GIT_COMMITTER_DATE", &date)
        .output()
        .expect("git");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "git {args:?}: {said}");
    String::from_utf8(output.stdout).expect("text")
}

pub(crate) fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("a folder");
        for entry in fs::read_dir(from).expect("a folder").flatten() {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).expect("a file");
    }
}
