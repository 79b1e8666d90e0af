//! Promises about the code: first lines, homes of packages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for folder in ["crates", "templates", "tests"] {
        collect(&root().join(folder), &mut found);
    }
    assert!(100 < found.len(), "the sources were not found");
    found
}

fn collect(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a source");
            found.push((path, text));
        }
    }
}

#[test]
fn files_say_what_they_are() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{} does not say what it is", path.display());
    }
}

#[test]
fn packages_have_one_home() {
    // Where a package is a real dependency of the library; tests may use others.
    let homes = [
        ("git2", &["records"][..]),
        ("minijinja", &["documents"]),
        ("clap", &["cli"]),
        ("annotate-snippets", &["cli"]),
        ("serde_yaml", &["records"]),
        ("chrono", &["core"]),
        ("rayon", &["records"]),
    ];
    for name in ["core", "records", "documents", "cli"] {
        let manifest = fs::read_to_string(root().join(format!("crates/{name}/Cargo.toml"))).expect("a manifest");
        let real = manifest.split("[dev-dependencies]").next().expect("a first part");
        for (package, at) in homes {
            let used = real
                .lines()
                .any(|line| line.starts_with(&format!("{package}.")) || line.starts_with(&format!("{package} ")));
            assert!(!used || at.contains(&name), "{package} is at home in {at:?}, not in {name}");
        }
    }
}

/// The folder of the nearest manifest above a file.
fn crate_of(path: &Path) -> &Path {
    path.ancestors().find(|folder| folder.join("Cargo.toml").is_file()).expect("a crate")
}

/// The files that a source embeds, as it names them. A name that a macro composes is a variable (`$name`).
fn embedded(text: &str) -> impl Iterator<Item = &str> {
    let calls = text.split("include_str!(").skip(1).chain(text.split("include_bytes!(").skip(1));
    calls.filter_map(|call| call.split_once(')').map(|(name, _)| name.trim()))
}

/// What the package of a crate holds.
fn packaged(manifest: &Path) -> BTreeSet<PathBuf> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["package", "--list", "--offline", "--allow-dirty", "--quiet", "--manifest-path"]).arg(manifest);
    let listed = cargo.output().expect("cargo runs");
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    String::from_utf8(listed.stdout).expect("names").lines().map(PathBuf::from).collect()
}

#[test]
fn a_package_holds_each_file_that_its_crate_embeds() {
    // Else what is published could not be built: a package holds files of its own folder alone.
    let mut packages: BTreeMap<PathBuf, BTreeSet<PathBuf>> = BTreeMap::new();
    let mut seen = 0;
    for (path, text) in sources() {
        let own = crate_of(&path).to_owned();
        let tests = [root().join("tests"), own.join("tests")];
        if tests.iter().any(|folder| path.starts_with(folder)) {
            continue;
        }
        let package = packages.entry(own.clone()).or_insert_with(|| packaged(&own.join("Cargo.toml")));
        let folder = own.canonicalize().expect("a crate");
        for name in embedded(&text).filter(|name| !name.starts_with('$')) {
            let name = name.strip_prefix('"').and_then(|name| name.strip_suffix('"')).expect("a plain name");
            let file = path.parent().expect("a folder").join(name).canonicalize().expect(name);
            let held = file.strip_prefix(&folder).is_ok_and(|file| package.contains(file));
            assert!(held, "{} embeds {name}, which its package lacks", path.display());
            seen += 1;
        }
    }
    assert!(10 < seen, "the embedded files were not found");
    let templates = &packages[&root().join("templates")];
    assert!(templates.contains(Path::new("letters/change.md.j2")), "the templates are not packaged");
}

/// What stands between the brackets of each call of a macro.
fn calls<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let begins = text.match_indices(name).map(|(at, _)| &text[at + name.len()..]);
    let within = |rest: &'t str| {
        let mut depth = 1_usize;
        let end = rest.find(|c| {
            depth = match c {
                '(' => depth + 1,
                ')' => depth - 1,
                _ => depth,
            };
            depth == 0
        });
        &rest[..end.unwrap_or(rest.len())]
    };
    begins.map(within).collect()
}

#[test]
fn no_list_of_procedures_answers_for_a_new_one() {
    // `matches!` says no for whatever it does not name; a new procedure must be asked about.
    assert_eq!(calls("matches!(f(x), A | B(_)) || matches!(y, C)", "matches!("), ["f(x), A | B(_)", "y, C"]);
    for (path, text) in sources() {
        for call in calls(&text, "matches!(").into_iter().filter(|_| path.to_string_lossy().contains("core/src")) {
            let named =
                call.matches("Procedure::").count() + call.matches(" P::").count() + call.matches("(P::").count();
            assert!(named < 2, "{}: make it a property of the procedure: {call}", path.display());
        }
    }
}

#[test]
fn yaml_and_dates_are_named_in_few_places() {
    for (path, text) in sources() {
        let path = path.display().to_string();
        let inside = path.contains("/src/");
        if inside && text.contains("chrono::") {
            assert!(
                ["core/src/day.rs", "core/src/numbers/", "core/src/rows/table"].iter().any(|home| path.contains(home)),
                "{path} names chrono; days have one home"
            );
        }
        if inside && text.contains("serde_yaml::") {
            assert!(path.contains("records/src/"), "{path} names serde_yaml");
        }
    }
}

#[test]
fn records_and_documents_do_not_know_each_other() {
    for (one, other) in [("records", "beian-documents"), ("documents", "beian-records")] {
        let manifest = fs::read_to_string(root().join(format!("crates/{one}/Cargo.toml"))).expect("a manifest");
        assert!(!manifest.contains(other), "{one} uses {other}");
    }
}

/// What changes the disk goes through one layer, which is tried with kills and refusals at each operation.
#[test]
fn one_layer_writes() {
    let changing = [
        "fs::write(",
        "File::create",
        "create_new",
        "OpenOptions",
        "fs::rename(",
        "create_dir",
        "remove_file(",
        "remove_dir",
        "fs::copy(",
        "hard_link(",
        "fs::symlink(",
        "set_permissions(",
        "set_len(",
    ];
    let (mut met, mut layer) = (0, 0);
    for (path, text) in sources() {
        let path = path.to_string_lossy().replace('\\', "/");
        if !path.contains("/src/") || path.ends_with("tests.rs") {
            continue;
        }
        let found = changing.iter().filter(|change| code(&text).contains(*change));
        if path.contains("records/src/files/") {
            layer += found.count();
        } else {
            let found: Vec<_> = found.collect();
            assert!(found.is_empty(), "{path} writes by itself: {found:?}");
            met += 1;
        }
    }
    assert!(met > 100 && layer > 5, "{met} files beside the layer, {layer} operations in it");
}

#[test]
fn every_test_file_is_listed() {
    let main = fs::read_to_string(root().join("tests/e2e/main.rs")).expect("the list");
    for entry in fs::read_dir(root().join("tests/e2e")).expect("the tests").flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|ending| ending == "rs") {
            let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
            assert!(stem == "main" || main.contains(&format!("mod {stem};")), "{stem} is forgotten");
        }
    }
}

/// The text of a source without its tests and comments.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Tables are passed as values. Whoever took the compiled-in ones himself would not see what a
/// user lays over them.
#[test]
fn built_in_tables_are_taken_only_where_overlays_are_laid_over_them() {
    let homes = ["core/src/tables/", "core/src/names/", "core/src/calendar/", "core/src/rows/", "core/src/law/"];
    let overlays = "records/src/overlay.rs";
    let mut met = 0;
    for (path, text) in sources() {
        let path = path.to_string_lossy().replace('\\', "/");
        let is_test = !path.contains("/src/") || path.ends_with("tests.rs");
        if is_test || homes.iter().any(|home| path.contains(home)) {
            continue;
        }
        let code = code(&text);
        // Nobody lays anything over templates in this way, nor over the list of texts.
        let others = ["Templates::builtin()", "Self::builtin()", "Sources::builtin()"];
        let taken =
            code.matches("::builtin()").count() - others.iter().map(|other| code.matches(other).count()).sum::<usize>();
        assert!(taken == 0 || path.ends_with(overlays), "{path} takes a built-in table");
        let embeds = code
            .split("include_str!(")
            .skip(1)
            .any(|rest| rest.lines().next().is_some_and(|line| line.contains(".tsv")));
        assert!(!embeds, "{path} embeds a table");
        met += taken;
    }
    assert_eq!(met, 1, "overlays are laid in one place");
}

/// What is judged by a row is judged on a day. Rows come out of their stores only with the day
/// that they are asked for (`holds_on` is private to them); what lists all of them is for pages and
/// tests, and whoever judges does not call it.
#[test]
fn whoever_judges_asks_tables_for_a_day() {
    let listing = [".all()", ".providers()", ".regions()"];
    let judging = ["rules", "procedure", "letter", "deadline", "filed", "change", "policy", "evidence", "status"];
    let mut met = 0;
    for (path, text) in sources() {
        let path = path.to_string_lossy().replace('\\', "/");
        let judges = judging.iter().any(|home| path.contains(&format!("core/src/{home}")));
        let outer = ["documents/src/", "records/src/", "cli/src/"].iter().any(|home| path.contains(home));
        if !(judges || outer) {
            continue;
        }
        for line in code(&text).lines().filter(|line| line.contains("tables") || line.contains("clouds")) {
            met += 1;
            assert!(!listing.iter().any(|all| line.contains(all)), "{path} judges by rows of any day: {line}");
        }
    }
    assert!(met > 20, "{met} lines name tables");
}

/// Words by which names, contents and reasons are judged, and what single provinces or providers
/// ask, are rows: they have a source and a day, and users may know better.
#[test]
fn what_is_practice_stands_in_tables() {
    // How people write numbers and dates, the language itself, and the terms of the format are no practice.
    let homes = [
        "core/src/numbers/",
        "core/src/vocabulary/",
        "core/src/words.rs",
        "core/src/names/province.rs",
        "core/src/tables/approval_words.rs",
        "records/src/import/",
        "cli/src/output/",
        "/parts/",
        "/base",
    ];
    let providers: Vec<String> =
        beian_core::tables::Tables::builtin().clouds.providers().map(|row| row.name.clone()).collect();
    let provinces: Vec<&str> = beian_core::names::province::PROVINCES.iter().map(|row| row.short_zh).collect();
    let is_chinese = |text: &str| text.chars().any(|letter| matches!(letter, '\u{4e00}'..='\u{9fff}'));
    let mut met = 0;
    for (path, text) in sources() {
        let path = path.to_string_lossy().replace('\\', "/");
        let is_test = !path.contains("/src/") || path.ends_with("tests.rs");
        if is_test || homes.iter().any(|home| path.contains(home)) {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for list in code.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(list, _)| list) {
            let items: Vec<&str> = list.split(',').map(str::trim).filter(|item| !item.is_empty()).collect();
            let texts = items.iter().all(|item| item.starts_with('"') && item.ends_with('"') && is_chinese(item));
            assert!(items.len() < 2 || !texts, "{path} lists words: {list}");
        }
        for line in code.lines().map(str::trim_start).filter(|line| !line.starts_with("//")) {
            let compared =
                |name: &str| line.contains(&format!("== \"{name}\"")) || line.contains(&format!("(\"{name}\")"));
            assert!(!providers.iter().any(|name| compared(name)), "{path} asks for one provider: {line}");
            met += 1;
        }
        if ["people/", "services/"].iter().any(|family| path.contains(&format!("core/src/rules/{family}"))) {
            for demand in code.split("demand: Words::fixed(").skip(1).filter_map(|rest| rest.split("help:").next()) {
                let named = provinces.iter().find(|name| demand.contains(*name));
                assert!(named.is_none(), "{path} tells what {named:?} asks: a row does");
            }
        }
    }
    assert!(met > 10_000, "{met}");
}
