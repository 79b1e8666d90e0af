//! The files of a new repository.

use beian_core::model::{FileKind, KINDS};
use beian_records::schema::schema;
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;

const SETTINGS: &str = include_str!("../../../kit/beian.yaml");
const ATTRIBUTES: &str = include_str!("../../../kit/gitattributes");
const IGNORED: &str = include_str!("../../../kit/gitignore");
const HOOKS: &str = include_str!("../../../kit/pre-commit-config.yaml");
const GITHUB: &str = include_str!("../../../kit/github-review.yml");
const GITLAB: &str = include_str!("../../../kit/gitlab-ci.yml");

const SAMPLE: &str = "
# 这些记录是教学示例：文档专用的域名和 IP 视同真实可备案。 These records teach.
sample: true
";

/// Where pull requests are reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Forge {
    Github,
    Gitlab,
}

/// More is no configuration of git.
const LARGEST: u64 = 1 << 16;

/// The forge by the remotes of the repository in a folder, or by the files that it already reads.
pub(super) fn forge_of(folder: &Path) -> Option<Forge> {
    if folder.join(".gitlab-ci.yml").exists() {
        return Some(Forge::Gitlab);
    }
    if folder.join(".github").is_dir() {
        return Some(Forge::Github);
    }
    let config = folder.join(".git/config");
    let is_small = fs::metadata(&config).is_ok_and(|found| found.is_file() && found.len() <= LARGEST);
    let text = is_small.then(|| fs::read_to_string(&config).ok()).flatten()?;
    let mut remotes = text.lines().filter_map(|line| line.trim().strip_prefix("url = "));
    remotes.find_map(|url| match host(url) {
        "github.com" => Some(Forge::Github),
        host if host.split('.').any(|part| part == "gitlab") => Some(Forge::Gitlab),
        _ => None,
    })
}

/// The host of the address of a remote: `https://host/…`, `ssh://git@host:22/…`, `git@host:…`.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let end = rest.find(['/', ':']).unwrap_or(rest.len());
    let named = rest.get(..end).unwrap_or_default();
    named.rsplit_once('@').map_or(named, |(_, host)| host)
}

/// The files, by their names.
pub(super) fn files(forge: Option<Forge>, is_sample: bool) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = [
        ("beian.yaml", SETTINGS),
        (".gitattributes", ATTRIBUTES),
        (".gitignore", IGNORED),
        (".pre-commit-config.yaml", HOOKS),
    ]
    .map(|(name, text)| (name.to_owned(), text.to_owned()))
    .into();
    if is_sample {
        files.iter_mut().filter(|(name, _)| name == "beian.yaml").for_each(|(_, text)| text.push_str(SAMPLE));
    }
    files.push((".vscode/settings.json".to_owned(), editor()));
    files.extend(kinds().map(|kind| (path(kind), schema(kind))));
    match forge {
        Some(Forge::Github) => files.push((".github/workflows/beian-review.yml".to_owned(), GITHUB.to_owned())),
        Some(Forge::Gitlab) => files.push((".gitlab-ci.yml".to_owned(), GITLAB.to_owned())),
        None => {}
    }
    files
}

/// The kinds of files that people write in an editor.
fn kinds() -> impl Iterator<Item = &'static FileKind> {
    KINDS.iter().filter(|kind| kind.name != "baseline")
}

fn path(kind: &FileKind) -> String {
    format!("schema/{}.schema.json", kind.name)
}

/// Settings by which an editor knows the schema of each file.
fn editor() -> String {
    let schemas: Map<String, Value> = kinds()
        .map(|kind| {
            let files = match kind.name {
                "beian" | "overlay" => kind.files.to_owned(),
                _ => format!("records/**/{}", kind.files),
            };
            (format!("./{}", path(kind)), json!([files]))
        })
        .collect();
    // A map of plain values always has a text.
    let text = serde_json::to_string_pretty(&json!({ "yaml.schemas": schemas })).unwrap_or_default();
    text + "\n"
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn the_host_of_a_remote_is_found_in_each_form() {
        for url in ["https://github.com/a/b.git", "git@github.com:a/b.git", "ssh://git@github.com:22/a/b"] {
            assert_eq!(host(url), "github.com", "{url}");
        }
        assert_eq!(host("https://x@gitlab.firm.example:8443/a"), "gitlab.firm.example");
        assert_eq!(host("/srv/github.com/a"), "");
    }
}
