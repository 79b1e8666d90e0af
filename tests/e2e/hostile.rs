//! Input that is meant to exhaust, to confuse or to escape ends in a finding or a failure.

use crate::harness::{Case, Run};
use std::fs;

/// Every format, in both languages: none may panic, be killed or leak a control character.
fn survives(case: &Case) -> Run {
    let mut last = None;
    for format in ["text", "short", "json"] {
        for lang in ["zh", "en"] {
            let run = case.outcome(["validate", "--format", format, "--lang", lang]);
            assert!(matches!(run.status, 1 | 2), "{format}: {}", run.shown());
            let acts = |c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c);
            assert!(!run.out.contains(acts) && !run.err.contains(acts), "{format}: {:?}", run.shown());
            last = Some(run);
        }
    }
    last.expect("at least one run")
}

/// The codes found in a file of the clean subject when these bytes take its place.
fn found(file: &str, bytes: impl AsRef<[u8]>) -> String {
    let case = Case::clean();
    case.write(&format!("records/example/{file}"), bytes);
    let run = survives(&case);
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let mut codes: Vec<&str> = json["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter(|finding| finding["path"].as_str().is_some_and(|path| path.ends_with(file)))
        .filter_map(|finding| finding["code"].as_str())
        // What other families miss because the file could not be read is not the point here.
        .filter(|code| code.starts_with('C'))
        .collect();
    codes.dedup();
    codes.join(" ")
}

#[test]
fn nesting_is_bounded() {
    assert!(found("domains.yaml", "[".repeat(10_000)).contains("C112"));
    assert!(found("domains.yaml", format!("a: {}", "{a: ".repeat(10_000))).contains("C112"));
    let block: String = (0..500).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    assert!(found("domains.yaml", block).contains("C112"));
}

#[test]
fn a_huge_file_is_not_read() {
    let case = Case::clean();
    let file = fs::File::create(case.path("records/example/domains.yaml")).expect("a file");
    file.set_len(100 << 20).expect("a sparse file");
    assert!(survives(&case).out.contains("C101"));
}

#[test]
fn a_million_keys_are_bounded() {
    let keys: String = (0..1_000_000).map(|n| format!("{n:x}: a\n")).collect();
    assert!(found("domains.yaml", &keys).contains("C101"));
    // As many as fit into a file.
    assert!(found("domains.yaml", &keys[..1_000_000]).contains("C112"));
}

#[test]
fn more_entries_than_rules_can_pair_are_bounded() {
    let case = Case::clean();
    let many: String = (0..40_000).map(|n| format!("d{n:x}.cn: {{}}\n")).collect();
    case.write("records/example/domains.yaml", many);
    assert!(survives(&case).out.contains("C112"));
}

#[test]
fn tens_of_thousands_of_targets_that_do_not_exist_are_looked_up() {
    let case = Case::clean();
    let many: String = (0..30_000).map(|n| format!("  - services/s{n}\n")).collect();
    case.write(
        "records/example/filings/2026-01-01-many.yaml",
        format!("procedure: 变更互联网信息服务\ncovers:\n{many}"),
    );
    let run = case.outcome(["validate", "--format", "short"]);
    assert!(run.status == 1 && 1000 <= run.out.lines().count(), "{}", run.err);
}

#[test]
fn aliases_do_not_multiply() {
    let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n";
    assert!(found("domains.yaml", bomb).contains("C109"));
}

#[test]
fn bytes_that_are_no_text_are_found() {
    assert!(found("domains.yaml", b"a: \0\n").contains("C103"));
    assert!(found("domains.yaml", b"a: \xff\xfe\n").contains("C102"));
    assert!(found("domains.yaml", "a: \u{1b}]0;x\u{7}\u{9b}31m\u{202e}\n").contains("C103"));
}

#[test]
fn duplicate_keys_are_found() {
    assert!(found("domains.yaml", "a.example: {}\n".repeat(1000)).contains("C107"));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_opened() {
    let case = Case::clean();
    let fifo = case.path("records/example/domains.yaml");
    fs::remove_file(&fifo).expect("a file");
    let made = std::process::Command::new("mkfifo").arg(&fifo).status().expect("mkfifo");
    assert!(made.success());
    assert!(survives(&case).out.contains("C125"));
    assert_eq!(case.outcome(["validate", "records/example/domains.yaml"]).status, 1);
    fs::remove_file(&fifo).expect("the pipe");
    fs::remove_file(case.path("beian.yaml")).expect("a file");
    let made = std::process::Command::new("mkfifo").arg(case.path("beian.yaml")).status().expect("mkfifo");
    assert!(made.success());
    assert_eq!(case.outcome(["validate"]).status, 2);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_tree_is_not_followed() {
    use std::os::unix::fs::symlink;
    let case = Case::clean();
    case.write("secret.yaml", "secret-word: 1\n");
    let link = case.path("records/example/domains.yaml");
    fs::remove_file(&link).expect("a file");
    symlink(case.path("secret.yaml"), &link).expect("a link");
    let run = survives(&case);
    assert!(run.out.contains("C125") && !run.out.contains("secret-word"), "{}", run.out);
    let alone = case.outcome(["validate", "records/example/domains.yaml"]);
    assert!(alone.status == 1 && !alone.out.contains("secret-word"), "{}", alone.shown());
    fs::remove_file(case.path("beian.yaml")).expect("a file");
    symlink(case.path("secret.yaml"), case.path("beian.yaml")).expect("a link");
    let settings = case.outcome(["validate"]);
    assert!(settings.status == 2 && !settings.shown().contains("secret-word"), "{}", settings.shown());
    fs::remove_file(case.path("beian.yaml")).expect("a link");
    symlink(case.path("records"), case.path("records/example/filings/loop")).expect("a link");
    survives(&case);
}

#[cfg(unix)]
#[test]
fn names_cannot_move_a_cursor() {
    let case = Case::clean();
    case.write("records/a\u{1b}[2J\nb/subject.yaml", "name: x\u{7}\n");
    case.write("records/\u{202e}c/do\rmains.yaml", "x");
    case.write("records/example/evil\u{9b}31m.yaml", "x: 1");
    let shown = survives(&case).out;
    assert!(shown.contains('␛'), "{shown}");
    let run = case.outcome(["validate", "no\u{1b}where"]);
    assert!(run.status == 2 && !run.err.contains('\u{1b}'), "{}", run.shown());
}

#[test]
fn numbers_of_persons_are_printed_masked() {
    let case = Case::clean();
    let (identity, mobile) = ("11010519491231002X", "13800138000");
    let line =
        format!("  certificate: {{kind: x, number: {identity}}}\n  mobile: {mobile}\n  note{mobile}: {mobile}\n");
    case.write("records/example/people.yaml", format!("w{mobile}:\n  name: \"{identity}\"\n{line}"));
    case.write(&format!("records/example/{mobile}.yaml"), mobile);
    for format in ["text", "short", "json"] {
        let run = case.outcome(["validate", "--format", format]);
        let all = run.out + &run.err;
        assert!(!all.contains(identity) && !all.contains(&format!(" {mobile}")), "{all}");
        assert!(all.contains("138****8000"), "{all}");
    }
    let run = case.outcome(["validate", &format!("records/{mobile}")]);
    assert!(!run.shown().contains(mobile), "{}", run.shown());
}

/// Names of folders and files that lead elsewhere for somebody: for paths, shells, options, other systems.
#[cfg(unix)]
const LEADING: [&str; 60] = [
    "..a",
    "...",
    ".. ",
    " ..",
    "..\\..\\x",
    "a\\b",
    "\\",
    "C:",
    "C:x",
    "c:\\x",
    "a:b",
    "con",
    "CON",
    "con.yaml",
    "nul",
    "aux",
    "com1",
    "lpt9.txt",
    "a.",
    "a ",
    " a",
    "~",
    "~root",
    "-",
    "--",
    "-rf",
    "--out=x",
    "$HOME",
    "$(touch x)",
    "`touch x`",
    "a;b",
    "a|b",
    "a&b",
    "a>b",
    "a*",
    "?",
    "[a]",
    "{a,b}",
    "a'b",
    "a\"b",
    "a%2fb",
    "%2e%2e",
    "a\nb",
    "a\tb",
    "\u{1b}[31m",
    "\u{202e}a",
    "\u{200b}",
    "e\u{301}",
    "\u{e9}",
    "／a",
    "‥",
    "．．",
    "git~1",
    "GIT~1",
    "index",
    "manifest.json",
    "SHA256SUMS",
    "index.md",
    "subject",
    "emoji😀",
];

#[cfg(unix)]
#[test]
fn no_name_of_a_folder_leads_out_of_the_place_that_is_written() {
    fn all(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let is_folder = entry.path().is_dir();
            if is_folder { all(&entry.path(), found) } else { found.push(entry.path()) }
        }
    }
    let case = Case::clean();
    let long = "长".repeat(70);
    for name in LEADING.into_iter().chain([&*long]) {
        for (file, text) in beian_core::rules::BASE {
            case.write(&format!("records/{name}/{file}"), text);
        }
        case.write(&format!("records/example/filings/2026-11-01-{name}.yaml"), "procedure: 变更主体\n");
    }
    let mut before = Vec::new();
    all(&case.path(""), &mut before);
    for (args, place) in [
        (&["dossier", "--all", "--out", "made/out"][..], "made"),
        (&["dossier", "--all", "--out", "made/html", "--format", "html"], "made"),
        (&["notice", "--out", "made/letters", "example/2021-02-20-first"], "made"),
        (&["templates", "export", "--out", "made/templates"], "made"),
    ] {
        let run = case.outcome(args);
        assert!(matches!(run.status, 0 | 1 | 4), "{args:?}: {}", run.shown());
        let mut after = Vec::new();
        all(&case.path(""), &mut after);
        after.retain(|file| !file.starts_with(case.path(place)));
        assert_eq!(after, before, "{args:?} writes elsewhere");
    }
    let (mut written, out) = (Vec::new(), case.path("made"));
    all(&out, &mut written);
    assert!(LEADING.len() < written.len(), "{} files were written", written.len());
    for file in written {
        let name = file.strip_prefix(&out).expect("within").to_string_lossy().into_owned();
        let is_plain = |c: char| !c.is_control() && !matches!(c, '\\' | ':' | '\u{200b}' | '\u{202e}');
        assert!(name.chars().all(is_plain) && !name.contains(".."), "{name:?}");
    }
}
