//! Reading a revision, and what is said where that is not possible.

use crate::gitted::{Gitted, git_in};
use crate::harness::Case;
use insta::assert_snapshot;

fn two() -> Gitted {
    let made = Gitted::clean();
    made.git("2026-11-01", &["tag", "v1"]);
    made.edit("records/example/subject.yaml", "nature: 企业", "nature: 公司");
    made.commit("2026-11-10", "写错");
    made
}

#[test]
fn records_are_judged_as_they_were_committed() {
    let made = two();
    let json = |at: &str| -> serde_json::Value {
        let run = made.run(&["validate", "--at", at, "--format", "json"]);
        serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.shown()))
    };
    for (at, warnings) in [("v1", 0), ("2026-11-09", 0), ("2026-11-10", 1), ("HEAD", 1), ("HEAD~1", 0)] {
        let found = json(at);
        assert_eq!(found["summary"]["warnings"], warnings, "{at}");
        let id = if warnings == 0 { "v1" } else { "HEAD" };
        assert_eq!(found["at"], made.id(id), "{at}");
    }
    made.edit("records/example/subject.yaml", "nature: 公司", "nature: [");
    assert_eq!(json("v1")["summary"]["errors"], 0, "the working tree is not read");
}

#[test]
fn what_lies_beside_the_settings_is_read_as_it_was_committed() {
    let made = two();
    let json = |args: &[&str]| -> serde_json::Value {
        let run = made.run(&[&["validate", "--format", "json"], args].concat());
        let mut found = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.shown()));
        if let serde_json::Value::Object(fields) = &mut found {
            fields.remove("at");
        }
        found
    };
    made.run(&["validate", "--write-baseline"]);
    let overlay = "source: {title: 通知, publisher: 示例局, date: 2026-11-01}\ntables:\n  suffixes:\n    - \
                   {suffix: io, readable: io, approval: approved, beijing: unknown}\n";
    made.case.write("packs/suffixes.yaml", overlay);
    made.case.write("beian.yaml", "sample: true\noverlays: [packs, absent]\n");
    made.commit("2026-11-12", "基线和覆盖数据");
    assert_eq!(json(&["--at", "HEAD"]), json(&[]));
    assert_eq!(json(&[])["summary"]["baselined"], 1, "{}", json(&[]));
    assert_eq!(json(&[])["overlays"][0]["rows"], 1, "{}", json(&[]));
    assert_eq!(json(&["--at", "HEAD", "--no-baseline"])["summary"]["warnings"], 1);
    let before = json(&["--at", "v1"]);
    assert_eq!(before["overlays"].as_array().map(Vec::len), Some(0), "{before}");
    made.case.write("packs/suffixes.yaml", "");
    assert_eq!(json(&["--at", "HEAD"])["overlays"][0]["rows"], 1, "the working tree is not read");
    made.case.write("beian.yaml", "sample: true\nbaseline: other.yaml\n");
    made.commit("2026-11-13", "没有这个文件");
    assert_eq!(made.run(&["validate", "--at", "HEAD"]).status, made.run(&["validate"]).status);
}

#[test]
fn a_part_of_a_revision_is_judged_alone() {
    let made = two();
    let short = |path: &str| made.run(&["validate", "--at", "HEAD", "--format", "short", "--lang", "en", path]);
    let line = "records/example/subject.yaml:3:9: warning[C120]";
    for path in [".", "records", "records/example", "records/example/subject.yaml"] {
        assert!(short(path).out.starts_with(line), "{path}: {}", short(path).shown());
    }
    assert_eq!(short("records/example/domains.yaml").out, "");
    std::fs::remove_dir_all(made.case.path("records/example")).expect("the folder");
    assert!(short("records/example").out.starts_with(line), "it need not be there any more");
}

/// What is printed, without the folder's name and what git calls it.
fn said(made: &Gitted, args: &[&str]) -> String {
    made.run(args).shown()
}

#[test]
fn a_revision_that_is_not_there() {
    assert_snapshot!(said(&two(), &["validate", "--at", "v9", "--lang", "en"]), @"
    exit 4
    ---- stderr
    error: the repository has no revision `v9`
      help: check the spelling; tags and branches may not be here yet: `git fetch --tags`; a date is written 2026-06-30
    ");
    assert_snapshot!(said(&two(), &["review", "v9"]), @"
    exit 4
    ---- stderr
    错误: 仓库里没有 v9 这个修订
      办法: 看看拼写；标签和分支可能还没有取下来：`git fetch --tags`。日期写成 2026-06-30
    ");
    assert_snapshot!(said(&two(), &["validate", "--at", "2020-01-01", "--lang", "en"]), @"
    exit 4
    ---- stderr
    error: nothing was committed by 2020-01-01; the first commit is of 2026-11-01
      help: take a later date; `git log --first-parent --reverse` begins with the first commit
    ");
}

#[test]
fn a_folder_that_is_no_repository() {
    let case = Case::clean();
    assert_snapshot!(case.run(["validate", "--at", "HEAD", "--lang", "en"]));
    assert_eq!(case.outcome(["review"]).status, 4);
    assert_eq!(case.outcome(["history", "example"]).status, 4);
}

#[test]
fn a_branch_without_a_commit() {
    let made = Gitted { case: Case::clean() };
    made.git("2026-11-01", &["init", "--quiet", "--initial-branch=main"]);
    assert_snapshot!(said(&made, &["validate", "--at", "HEAD", "--lang", "en"]), @"
    exit 4
    ---- stderr
    error: the branch that HEAD names has no commit yet
      help: commit first: `git add records && git commit`
    ");
    assert_snapshot!(said(&made, &["review"]), @"
    exit 4
    ---- stderr
    错误: 当前分支还没有任何提交
      办法: 先提交一次：`git add records && git commit`
    ");
}

#[test]
fn a_bare_repository_works() {
    let made = two();
    let bare = Gitted { case: Case::empty() };
    let from = made.case.path("").display().to_string();
    git_in(&bare.case.path(""), "2026-11-11", &["clone", "--quiet", "--bare", &from, "."]);
    assert_eq!(bare.run(&["validate", "--at", "v1"]).status, 0);
    let run = bare.run(&["validate", "--at", "main", "--format", "short", "--lang", "en", "records/example"]);
    assert!(run.out.starts_with("records/example/subject.yaml:3:9: warning[C120]"), "{}", run.shown());
    assert_eq!(bare.found(&["v1", "main"]).1, ["warning C120 records/example/subject.yaml:3"]);
    assert_eq!(bare.run(&["history", "example"]).status, 0);
    assert_snapshot!(said(&bare, &["review", "v1", "--lang", "en"]), @"
    exit 4
    ---- stderr
    error: a bare repository has no working tree
      help: name both revisions, as in `beian review A B`
    ");
    assert_eq!(bare.run(&["review"]).status, 4);
    bare.git("2026-11-11", &["symbolic-ref", "HEAD", "refs/heads/gone"]);
    assert_eq!(bare.found(&["v1", "main"]).1, ["warning C120 records/example/subject.yaml:3"]);
    assert_snapshot!(said(&bare, &["review", "--lang", "zh"]));
    assert_snapshot!(said(&bare, &["review", "--lang", "en"]));
}

#[test]
fn a_shallow_clone_says_how_to_complete_it() {
    let made = two();
    let clone = Gitted { case: Case::empty() };
    let from = format!("file://{}", made.case.path("").display());
    git_in(&clone.case.path(""), "2026-11-11", &["clone", "--quiet", "--depth", "1", &from, "."]);
    assert_eq!(clone.run(&["validate", "--at", "HEAD"]).status, 0, "one revision is enough");
    assert_snapshot!(said(&clone, &["validate", "--at", "2026-11-05", "--lang", "en"]), @"
    exit 4
    ---- stderr
    error: this is a shallow clone: its history is cut off after 1 commits, before the answer
      help: fetch the whole history: `git fetch --unshallow --tags`; in a CI checkout set fetch-depth: 0
    ");
    assert_snapshot!(said(&clone, &["review", "v1", "HEAD"]), @"
    exit 4
    ---- stderr
    错误: 没有 v1 这个修订；历史被截断（浅克隆），它可能在截断处之外
      办法: 取全历史：`git fetch --unshallow --tags`；在 CI 的 checkout 里设 fetch-depth: 0
    ");
    assert_snapshot!(said(&clone, &["history", "example", "--lang", "en"]), @"
    exit 4
    ---- stderr
    error: this is a shallow clone: its history is cut off after 1 commits, before the answer
      help: fetch the whole history: `git fetch --unshallow --tags`; in a CI checkout set fetch-depth: 0
    ");
}
