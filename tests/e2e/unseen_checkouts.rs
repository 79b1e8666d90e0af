//! Checkouts that do not hold everything: the answer is that of a complete one, or there is none.
//! What comes of each stands in docs/checkouts.md.

use crate::committed::committed;
use crate::gitted::{Gitted, git_in};
use crate::harness::{Case, Run};
use std::fs;
use std::path::Path;

const DAY: &str = "2026-11-20";

/// The commands, as they are called in a checkout; the last two about a subject.
const COMMANDS: [&str; 5] = ["validate", "review HEAD~1 HEAD", "notice --from HEAD~1", "dossier", "history"];

/// A repository of the shipped records with two commits; the second one moves a company. Then
/// clones of it, each with something left out.
struct Clones {
    made: Gitted,
}

impl Clones {
    fn new() -> Self {
        let made = Gitted::shipped();
        made.git(DAY, &["config", "uploadpack.allowFilter", "true"]);
        made.git(DAY, &["config", "uploadpack.allowAnySHA1InWant", "true"]);
        made.edit("records/ningbo-shifan/subject.yaml", "范例大道 200 号", "范例大道 300 号");
        made.commit(DAY, "搬家");
        Self { made }
    }

    fn case(&self) -> &Case {
        &self.made.case
    }

    fn git(&self, folder: &str, args: &[&str]) -> String {
        git_in(&self.case().path(folder), DAY, args)
    }

    /// Clones it into a folder of that name.
    fn clone(&self, name: &str, options: &[&str]) {
        let from = format!("file://{}", self.case().path("").display());
        self.git("", &[&["clone", "--quiet"], options, &[&from, name]].concat());
    }

    /// Runs a command in a checkout.
    fn run(&self, folder: &str, command: &str, subject: &str) -> Run {
        let mut args: Vec<&str> = command.split(' ').collect();
        let is_bare = folder == "bare";
        match command {
            "dossier" => args.extend([subject]),
            "history" => args.extend([subject, "subject/address"]),
            _ => {}
        }
        if is_bare && matches!(command, "validate" | "dossier") {
            args.extend(["--at", "HEAD"]);
        }
        if is_bare && command.starts_with("notice") {
            args.push("HEAD");
        }
        args.extend(["--lang", "en"]);
        self.case().outcome_in(folder, args)
    }
}

/// A kind of checkout: its name, how it is called in both languages, and the subject asked about.
struct Kind {
    folder: &'static str,
    called: &'static str,
    subject: &'static str,
}

const KINDS: [Kind; 10] = [
    Kind { folder: "complete", called: "完整克隆 · a complete clone", subject: "ningbo-shifan" },
    Kind { folder: "partial", called: "部分克隆 · partial (`--filter=blob:none`)", subject: "ningbo-shifan" },
    Kind { folder: "sparse", called: "稀疏检出 · sparse", subject: "ningbo-shifan" },
    Kind { folder: "thin", called: "既稀疏又部分 · sparse and partial", subject: "ningbo-shifan" },
    Kind { folder: "shallow", called: "浅克隆 · shallow (`--depth=1`)", subject: "ningbo-shifan" },
    Kind { folder: "bare", called: "裸仓库 · bare, with `--at HEAD` or HEAD named", subject: "ningbo-shifan" },
    Kind { folder: "sha256", called: "SHA-256 格式 · of SHA-256 format", subject: "ningbo-shifan" },
    Kind { folder: "linked", called: "工作树 · a linked worktree", subject: "ningbo-shifan" },
    Kind { folder: "above/module", called: "子模块 · a submodule, from inside", subject: "ningbo-shifan" },
    Kind { folder: "pointers", called: "记录是 LFS 指针 · with LFS pointers for records", subject: "su-wanli" },
];

fn all() -> Clones {
    let clones = Clones::new();
    clones.clone("complete", &[]);
    clones.clone("partial", &["--filter=blob:none"]);
    clones.clone("sparse", &[]);
    clones.git("sparse", &["sparse-checkout", "set", "--cone", "records/su-wanli"]);
    clones.clone("thin", &["--filter=blob:none", "--sparse"]);
    clones.git("thin", &["sparse-checkout", "set", "--cone", "records/su-wanli"]);
    clones.clone("shallow", &["--depth=1"]);
    clones.clone("bare", &["--bare"]);
    clones.git("complete", &["worktree", "add", "--quiet", "--detach", "../linked"]);
    sha256(&clones);
    fs::create_dir(clones.case().path("above")).expect("a folder");
    clones.git("above", &["init", "--quiet"]);
    let from = format!("file://{}", clones.case().path("").display());
    clones.git("above", &["submodule", "--quiet", "add", &from, "module"]);
    clones.clone("pointers", &[]);
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0a0b\nsize 12\n";
    clones.case().write("pointers/records/su-wanli/services.yaml", pointer);
    clones.git("pointers", &["commit", "--quiet", "--all", "--message", "LFS"]);
    clones
}

/// The same two commits in the other format, with other ids.
fn sha256(clones: &Clones) {
    let from = clones.case().path("complete");
    fs::create_dir(clones.case().path("sha256")).expect("a folder");
    clones.git("sha256", &["init", "--quiet", "--object-format=sha256"]);
    for name in ["beian.yaml", "records"] {
        crate::gitted::copy(&from.join(name), &clones.case().path("sha256").join(name));
    }
    for message in ["一", "二"] {
        clones.git("sha256", &["add", "--all"]);
        clones.git("sha256", &["commit", "--quiet", "--allow-empty", "--message", message]);
    }
}

/// What came of a command: the answer of a complete clone, a finding, or status 4 with a way out.
fn outcome(kind: &Kind, command: &str, run: &Run, right: &Run) -> String {
    let about = || format!("{} in {}: {}", command, kind.folder, run.shown());
    if run.status == right.status && same(&run.out) == same(&right.out) {
        return "✓".to_owned();
    }
    if run.status == 1 && command == "validate" {
        assert!(run.out.contains("C125") && run.out.contains("was not seen"), "{}", about());
        return "1，C125".to_owned();
    }
    assert_eq!(run.status, 4, "{}", about());
    assert!(!run.out.contains("gone") && !run.out.contains("注销"), "{}", about());
    let way = run.err.lines().chain(run.out.lines()).find_map(|line| line.split('`').nth(1).filter(|_| is_way(line)));
    format!("4，`{}`", way.unwrap_or_else(|| panic!("no way out of {}", about())))
}

fn is_way(line: &str) -> bool {
    line.contains("`git ") || line.contains("`beian ")
}

/// Without the commit that was read, by which a bare repository is asked.
fn same(out: &str) -> String {
    out.lines().filter(|line| !line.starts_with("read from commit")).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_answer_is_that_of_a_complete_checkout_or_there_is_none() {
    let clones = all();
    let mut page = "# 不完整的检出 · Checkouts that are not complete\n\n\
        本页由测试生成，请勿手改。“✓”是和完整克隆一样的答案；“4”是退出状态 4，并指出这条命令；\
        没有看到的不当作没有。\n\n\
        Made by a test: ✓ is the answer of a complete clone, 4 the exit status that comes with the command \
        that helps. What was not seen is never taken for gone.\n\n"
        .to_owned();
    page += &format!("| 检出 · checkout | {} |\n", COMMANDS.map(|one| format!("`{one}`")).join(" | "));
    page += &format!("| --- |{}\n", " --- |".repeat(COMMANDS.len()));
    for kind in &KINDS {
        let cells: Vec<String> = COMMANDS
            .iter()
            .map(|command| {
                let run = clones.run(kind.folder, command, kind.subject);
                let right = match (kind.folder, *command) {
                    // There is no working tree: the complete clone is asked for the commit too.
                    ("bare", "dossier") => clones.run_at("complete", kind.subject),
                    _ => clones.run("complete", command, kind.subject),
                };
                outcome(kind, command, &run, &right)
            })
            .collect();
        page += &format!("| {} | {} |\n", kind.called, cells.join(" | "));
    }
    committed("docs/checkouts.md", &page);
}

impl Clones {
    fn run_at(&self, folder: &str, subject: &str) -> Run {
        self.case().outcome_in(folder, ["dossier", subject, "--at", "HEAD", "--lang", "en"])
    }
}

#[test]
fn the_command_that_is_named_for_a_partial_clone_mends_it() {
    let clones = Clones::new();
    clones.clone("partial", &["--filter=blob:none"]);
    let refused = clones.run("partial", "history", "ningbo-shifan");
    assert!(refused.status == 4 && refused.err.contains("records/ningbo-shifan/subject.yaml"), "{}", refused.shown());
    let command = refused.err.split('`').nth(1).expect("a command");
    let args: Vec<&str> = command.split(' ').skip(1).collect();
    clones.git("partial", &args);
    clones.clone("complete", &[]);
    for command in COMMANDS {
        let (mended, right) =
            (clones.run("partial", command, "ningbo-shifan"), clones.run("complete", command, "ningbo-shifan"));
        assert_eq!(mended.shown(), right.shown(), "{command}");
    }
}

#[test]
fn what_a_sparse_checkout_leaves_out_is_not_gone() {
    let clones = Clones::new();
    clones.clone("sparse", &[]);
    clones.git("sparse", &["sparse-checkout", "set", "--cone", "records/su-wanli"]);
    assert!(!clones.case().path("sparse/records/ningbo-shifan").exists(), "git left it out");
    let run = |args: &[&str]| clones.case().outcome_in("sparse", [args, &["--lang", "en"]].concat());
    let review = run(&["review", "HEAD"]);
    assert!(review.status == 0 && review.out.contains("0 subjects changed"), "{}", review.shown());
    assert_eq!(run(&["notice", "--from", "HEAD", "--dry-run"]).status, 3, "there is nothing to write");
    assert!(run(&["validate"]).err.is_empty() && run(&["validate"]).out.contains("checked 3 subjects"));
    // What was taken away by hand is gone, there and here.
    fs::remove_file(clones.case().path("sparse/records/su-wanli/subject.yaml")).expect("a file");
    assert!(run(&["review", "HEAD"]).out.contains("cannot be compared"));
}

#[test]
fn names_that_differ_only_in_case_are_not_taken_for_one_that_is_gone() {
    let made = Gitted::clean();
    made.case.write("records/Example/subject.yaml", "id: other\nformat: 1\nname: 乙\nnature: 个人\n");
    made.commit("2026-11-20", "twins");
    // As it is on a file system that knows no case: one of them is there.
    made.git("2026-11-20", &["config", "core.ignoreCase", "true"]);
    fs::remove_dir_all(made.case.path("records/Example")).expect("a folder");
    for args in [["validate"].as_slice(), &["review", "HEAD"], &["notice", "--from", "HEAD"], &["dossier", "example"]] {
        let run = made.run(&[args, &["--lang", "en"]].concat());
        assert!(run.status == 4 && run.err.contains("records/Example"), "{}", run.shown());
    }
}

#[test]
fn objects_that_another_repository_lent_and_lost_are_named_with_what_helps() {
    let clones = Clones::new();
    clones.clone("lender", &[]);
    clones.git("", &["clone", "--quiet", "--shared", "lender", "borrower"]);
    fs::remove_dir_all(clones.case().path("lender")).expect("a folder");
    for command in ["review HEAD~1", "notice --from HEAD~1", "dossier", "history"] {
        let run = clones.run("borrower", command, "ningbo-shifan");
        assert!(run.status == 4 && run.err.contains("`git fsck`"), "{command}: {}", run.shown());
    }
}

#[test]
fn a_broken_object_is_named_with_what_helps() {
    let made = Gitted::clean();
    let id = made.id("HEAD:records/example/people.yaml");
    let object = made.case.path(&format!(".git/objects/{}/{}", &id[..2], &id[2..]));
    fs::remove_file(&object).expect("a loose object");
    for args in
        [["validate", "--at", "HEAD"].as_slice(), &["dossier", "example", "--at", "HEAD"], &["history", "example"]]
    {
        let run = made.run(&[args, &["--lang", "en"]].concat());
        assert!(run.status == 4 && run.err.contains("git fsck"), "{}", run.shown());
        assert!(run.err.contains("records/example/people.yaml"), "{}", run.shown());
    }
    assert!(Path::new(&object).parent().is_some());
}
