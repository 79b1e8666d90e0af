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

#[test]
fn the_action_writes_a_comment_and_fails_on_what_is_denied() {
    let (made, clone) = cloned();
    let mut variables = BTreeMap::from([
        ("BEIAN_LANG", "zh".to_owned()),
        ("BEIAN_BASE", made.id("main")),
        ("BEIAN_HEAD", made.id("change")),
        ("BEIAN_DENY", "uncovered,forbidden".to_owned()),
        ("BEIAN_COMMENT", "beian-review/comment.md".to_owned()),
        ("BEIAN_VERSION", "0.0.0".to_owned()),
    ]);
    let scripts = scripts_of("ci/action.yml");
    let [install, comment, fail] = scripts.as_slice() else { panic!("{scripts:?}") };
    assert_eq!(run(clone.path(), install, &variables), 0, "beian is there and is not installed again");
    assert_eq!(run(clone.path(), comment, &variables), 0, "the comment is written although something is wrong");
    let text = fs::read_to_string(clone.path().join("beian-review/comment.md")).expect("the comment");
    assert!(text.starts_with("<!-- beian-review -->\n") && text.contains("R107"), "{text}");
    assert_eq!(run(clone.path(), fail, &variables), 1);
    variables.insert("BEIAN_DENY", "forbidden".to_owned());
    assert_eq!(run(clone.path(), fail, &variables), 0);
    variables.insert("BEIAN_BASE", "nothing".to_owned());
    assert_eq!(run(clone.path(), comment, &variables), 1, "a base that is not there is no clean review");
}

#[test]
fn the_job_of_gitlab_runs() {
    let (made, clone) = cloned();
    let variables = BTreeMap::from([
        ("CI_MERGE_REQUEST_DIFF_BASE_SHA", made.id("main")),
        ("CI_COMMIT_SHA", made.id("change")),
        ("BEIAN_VERSION", "0.0.0".to_owned()),
    ]);
    let statuses: Vec<i32> =
        scripts_of("ci/gitlab-ci.yml").iter().map(|script| run(clone.path(), script, &variables)).collect();
    assert_eq!(statuses, [0, 0, 1]);
    assert!(clone.path().join("beian-review.md").exists());
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
