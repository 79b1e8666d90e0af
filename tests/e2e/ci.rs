//! The kit for users' own pipelines: it parses, asks for no rights, and its commands run.

use crate::gitted::{Gitted, git_in};
use crate::harness::root;
use serde_yaml::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

fn read(path: &str) -> Value {
    let text = fs::read_to_string(root().join(path)).expect("a file of the kit");
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All scripts of a value, at whatever depth.
fn scripts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Mapping(entries) => {
            for (key, below) in entries {
                match (key.as_str(), below) {
                    (Some("run"), Value::String(text)) => found.push(text.clone()),
                    (Some("script" | "before_script"), Value::Sequence(lines)) => {
                        found.extend(lines.iter().filter_map(Value::as_str).map(str::to_owned));
                    }
                    _ => scripts(below, found),
                }
            }
        }
        Value::Sequence(items) => items.iter().for_each(|item| scripts(item, found)),
        _ => {}
    }
}

fn scripts_of(path: &str) -> Vec<String> {
    let mut found = Vec::new();
    scripts(&read(path), &mut found);
    assert!(path.contains("hooks") || path.contains("github-review") || !found.is_empty(), "{path} runs nothing");
    found
}

#[test]
fn the_review_has_no_rights_and_the_comment_runs_nothing_of_the_change() {
    let review = read("ci/github-review.yml");
    assert_eq!(review["permissions"], serde_yaml::from_str::<Value>("contents: read").expect("YAML"));
    let text = fs::read_to_string(root().join("ci/github-review.yml")).expect("the workflow");
    assert!(
        text.contains("\n  pull_request:\n") && !text.contains("pull_request_target") && !text.contains("secrets.")
    );
    let comment = fs::read_to_string(root().join("ci/github-comment.yml")).expect("the workflow");
    assert!(!comment.contains("actions/checkout") && !comment.contains("secrets."));
    let rights = read("ci/github-comment.yml")["permissions"].clone();
    assert_eq!(rights, serde_yaml::from_str::<Value>("{actions: read, pull-requests: write}").expect("YAML"));
}

#[test]
fn no_script_has_an_expression_in_it() {
    for path in ["ci/action.yml", "ci/github-review.yml", "ci/github-comment.yml", "ci/gitlab-ci.yml"] {
        for script in scripts_of(path) {
            assert!(!script.contains("${{"), "{path}: inputs come through the environment: {script}");
        }
    }
}

#[test]
fn scripts_are_sound_shell() {
    for path in ["ci/action.yml", "ci/github-comment.yml", "ci/gitlab-ci.yml"] {
        for script in scripts_of(path) {
            let checked = Command::new("bash").args(["-n", "-c", &script]).status().expect("bash");
            assert!(checked.success(), "{path}: {script}");
        }
    }
}

/// Runs a script as a runner would, and answers its exit status.
fn run(folder: &Path, script: &str, variables: &BTreeMap<&str, String>) -> i32 {
    let program = Path::new(env!("CARGO_BIN_EXE_beian")).parent().expect("its folder");
    let path = std::env::var("PATH").unwrap_or_default();
    let status = Command::new("bash")
        .args(["-e", "-o", "pipefail", "-c", script])
        .current_dir(folder)
        .env_clear()
        .env("PATH", format!("{}:{path}", program.display()))
        .envs(variables)
        .stdout(fs::File::create(folder.join("log.txt")).expect("a log"))
        .status();
    status.expect("bash").code().unwrap_or(-1)
}

/// A clone as a runner has it, of a repository whose branch `change` gives an address no filing.
fn cloned() -> (Gitted, tempfile::TempDir) {
    let made = Gitted::clean();
    made.git("2026-11-02", &["switch", "--quiet", "--create", "change"]);
    made.edit("records/example/people.yaml", "email: li@", "email: li.shili@");
    made.commit("2026-11-20", "邮箱 $(touch hacked) `touch hacked`");
    let clone = tempfile::tempdir().expect("a temporary folder");
    let from = format!("file://{}", made.case.path("").display());
    git_in(clone.path(), "2026-11-20", &["clone", "--quiet", &from, "."]);
    (made, clone)
}

/// The file that a step names as its output.
fn named(clone: &Path) -> Option<String> {
    let outputs = fs::read_to_string(clone.join("outputs")).unwrap_or_default();
    outputs.lines().rev().find_map(|line| line.strip_prefix("file=")).map(str::to_owned)
}

#[test]
fn the_action_writes_a_comment_and_fails_on_what_is_denied() {
    let (made, clone) = cloned();
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let mut variables = BTreeMap::from([
        ("BEIAN_LANG", "zh".to_owned()),
        ("BEIAN_BASE", made.id("main")),
        ("BEIAN_HEAD", made.id("change")),
        ("BEIAN_DENY", "uncovered,forbidden".to_owned()),
        ("BEIAN_VERSION", "0.0.0".to_owned()),
        ("RUNNER_TEMP", text(temporary.path())),
        ("GITHUB_OUTPUT", text(&clone.path().join("outputs"))),
    ]);
    let scripts = scripts_of("ci/action.yml");
    let [install, comment, fail] = scripts.as_slice() else { panic!("{scripts:?}") };
    assert_eq!(run(clone.path(), install, &variables), 0, "beian is there and is not installed again");
    assert_eq!(run(clone.path(), comment, &variables), 0, "the comment is written although something is wrong");
    let file = named(clone.path()).expect("an output");
    assert!(file.starts_with(&variables["RUNNER_TEMP"]), "outside of the checkout: {file}");
    let text = fs::read_to_string(file).expect("the comment");
    assert!(text.starts_with("<!-- beian-review -->\n") && text.contains("R107"), "{text}");
    assert_eq!(run(clone.path(), fail, &variables), 1);
    variables.insert("BEIAN_DENY", "forbidden".to_owned());
    assert_eq!(run(clone.path(), fail, &variables), 0);
    fs::remove_file(clone.path().join("outputs")).expect("the outputs");
    variables.insert("BEIAN_BASE", "nothing".to_owned());
    assert_eq!(run(clone.path(), comment, &variables), 4, "a base that is not there is no clean review");
    assert_eq!(named(clone.path()), None, "and there is nothing to post");
}

#[test]
fn the_job_of_gitlab_runs() {
    let (made, clone) = cloned();
    let mut variables = BTreeMap::from([
        ("CI_MERGE_REQUEST_DIFF_BASE_SHA", made.id("main")),
        ("CI_COMMIT_SHA", made.id("change")),
        ("BEIAN_VERSION", "0.0.0".to_owned()),
    ]);
    // What a stranger put in its place is neither followed nor taken for a review.
    let outside = tempfile::NamedTempFile::new().expect("a file");
    let there = clone.path().join("beian-review.md");
    #[cfg(unix)]
    std::os::unix::fs::symlink(outside.path(), &there).expect("a link");
    let scripts = scripts_of("ci/gitlab-ci.yml");
    let [install, clear, comment, fail] = scripts.as_slice() else { panic!("{scripts:?}") };
    for (script, wanted) in [(install, 0), (clear, 0), (comment, 0), (fail, 1)] {
        assert_eq!(run(clone.path(), script, &variables), wanted, "{script}");
    }
    assert!(fs::symlink_metadata(&there).expect("the review").is_file());
    assert!(fs::read_to_string(outside.path()).expect("a file").is_empty(), "nothing is written through a link");
    variables.insert("CI_MERGE_REQUEST_DIFF_BASE_SHA", "nothing".to_owned());
    assert_eq!(run(clone.path(), clear, &variables), 0);
    assert_eq!(run(clone.path(), comment, &variables), 4);
    assert!(!there.exists(), "there is nothing to post");
}

/// A checkout that would run a stranger's tools, and a runner without beian whose tools only note
/// from where they are called.
#[cfg(unix)]
#[test]
fn nothing_of_the_change_runs_while_beian_is_installed() {
    use std::os::unix::fs::PermissionsExt as _;
    for path in ["ci/action.yml", "ci/gitlab-ci.yml"] {
        let checkout = tempfile::tempdir().expect("a folder");
        let runner = tempfile::tempdir().expect("a folder");
        fs::write(checkout.path().join("rust-toolchain.toml"), "[toolchain]\npath = \"evil\"\n").expect("a file");
        let cargo = runner.path().join("cargo");
        fs::write(&cargo, "#!/bin/sh\npwd >>\"$CALLS\"; echo \"$RUSTUP_TOOLCHAIN\" >>\"$CALLS\"\n").expect("a file");
        fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).expect("our file");
        let calls = runner.path().join("calls");
        let install =
            scripts_of(path).into_iter().find(|script| script.contains("cargo install")).expect("it is there");
        let status = Command::new("bash")
            .args(["-e", "-o", "pipefail", "-c", &install])
            .current_dir(checkout.path())
            .env_clear()
            .env("PATH", format!("{}:/usr/bin:/bin", runner.path().display()))
            .env("RUNNER_TEMP", runner.path())
            .env("RUSTUP_TOOLCHAIN", "1.95.0")
            .env("CALLS", &calls)
            .status();
        assert!(status.expect("bash").success(), "{path}");
        let called = fs::read_to_string(&calls).expect("cargo was called");
        let from = called.lines().next().expect("from somewhere");
        assert!(!Path::new(from).starts_with(checkout.path()), "{path}: {called}");
        let text = fs::read_to_string(root().join(path)).expect("a file of the kit");
        assert!(text.contains("RUSTUP_TOOLCHAIN"), "{path}: the toolchain is named, whatever a folder asks for");
    }
}

#[test]
fn actions_of_others_are_pinned() {
    for path in ["ci/action.yml", "ci/github-review.yml", "ci/github-comment.yml"] {
        let text = fs::read_to_string(root().join(path)).expect("a workflow");
        for used in text.lines().filter_map(|line| line.trim().trim_start_matches("- ").strip_prefix("uses: ")) {
            let (name, at) = used.split_once('@').expect("a version");
            let at = at.split(' ').next().unwrap_or_default();
            let is_commit = at.len() == 40 && at.bytes().all(|digit| digit.is_ascii_hexdigit());
            // Ours is what the page belongs to, by the tag of its release.
            assert!(is_commit || name.starts_with("beian-records/"), "{path}: {used}");
        }
    }
}

#[test]
fn the_hooks_run() {
    let (_made, clone) = cloned();
    for hook in read(".pre-commit-hooks.yaml").as_sequence().expect("hooks") {
        let entry = hook["entry"].as_str().expect("an entry");
        assert_eq!(run(clone.path(), entry, &BTreeMap::new()), 0, "{entry}");
        assert_eq!(hook["pass_filenames"], Value::Bool(false));
    }
}

#[test]
fn nothing_that_decides_is_passed_over_for_its_path() {
    for hook in read(".pre-commit-hooks.yaml").as_sequence().expect("hooks") {
        assert_eq!(hook["always_run"], Value::Bool(true), "a baseline, overlays, templates, records anywhere");
        assert!(["files", "types", "exclude", "stages"].iter().all(|filter| hook.get(filter).is_none()));
    }
    let review = read("ci/github-review.yml");
    assert_eq!(review["on"]["pull_request"], Value::Null, "no `paths`");
    for rule in read("ci/gitlab-ci.yml")["beian-review"]["rules"].as_sequence().expect("rules") {
        assert!(rule.get("changes").is_none(), "{rule:?}");
    }
}
