//! What is hard to break: text that hides, commands in logs, one bad value, templates of a stranger, objects of git
//! that are cut off.

use crate::gitted::Gitted;
use crate::harness::Case;
use crate::rounds::Proof;
use std::fs;
use std::path::PathBuf;

/// The codes of findings, with their messages.
fn findings(case: &Case) -> Vec<(String, String)> {
    let run = case.outcome(["validate", "--format", "json", "--lang", "en"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let all = json["findings"].as_array().expect("findings");
    all.iter().map(|one| (text(&one["code"]), text(&one["message"]))).collect()
}

/// Fields of the clean subject that take a text, with a character each that nobody sees or that acts. All others are
/// tried in `core::visible`.
const HIDDEN: [(&str, &str, char); 6] = [
    ("subject.yaml", "supervisor: 张示例", '\u{202e}'),
    ("people.yaml", "name: 李示例", '\u{200b}'),
    ("services.yaml", "home: www.shop.example", '\u{2066}'),
    ("services.yaml", "name: 示例好物铺", '\u{e000}'),
    ("services.yaml", "content: 销售本公司的示例商品", '\u{10fffd}'),
    ("subject.yaml", "name: 杭州示例网络科技有限公司", '\u{fe0f}'),
];

#[test]
fn what_nobody_sees_is_a_finding_with_its_code_point_and_reaches_nothing() {
    for escaped in [false, true] {
        let made = Gitted::clean();
        for (file, line, c) in HIDDEN {
            let (key, value) = line.split_once(": ").expect("a key");
            let code = u32::from(c);
            let written = if escaped { format!("\\U{code:08x}") } else { c.to_string() };
            made.edit(&format!("records/example/{file}"), line, &format!("{key}: \"{value}{written}\""));
        }
        let hidden = "email: \"li\\0@shop.example\\e[31m\"";
        made.edit("records/example/people.yaml", "email: li@shop.example", hidden);
        made.commit("2026-11-20", "x");
        let found = findings(&made.case);
        for code in HIDDEN.map(|(.., c)| u32::from(c)).into_iter().chain([0]) {
            let told = found.iter().any(|(rule, said)| rule == "C130" && said.contains(&format!("U+{code:04X}")));
            assert!(told, "U+{code:04X}: {found:?}");
        }
        for args in [
            &["dossier", "example", "--format", "html", "--audience", "internal"][..],
            &["notice", "--from", "HEAD~1"],
            &["review", "HEAD~1", "HEAD", "--format", "markdown"],
            &["history", "example"],
            &["validate"],
        ] {
            let run = made.run(args);
            for c in HIDDEN.map(|(.., c)| c).into_iter().chain(['\0', '\u{1b}']) {
                assert!(!run.shown().contains(c), "{args:?} prints {c:?}");
                let mark = format!("\\u{{{:x}}}", u32::from(c));
                assert!(args[0] != "notice" || !run.out.contains(&mark), "{args:?}: {}", run.out);
            }
        }
    }
}

#[test]
fn what_nobody_sees_is_found_wherever_it_stands_in_a_file() {
    for (file, old, new) in [
        ("subject.yaml", "supervisor:", "# a\u{202e}b\nsupervisor:"),
        ("subject.yaml", "supervisor:", "super\u{200b}visor:"),
        ("people.yaml", "mobile: \"138****0001\"", "mobile: \"138\u{2060}****0001\""),
        ("subject.yaml", "supervisor: 张示例", "supervisor: |\n  张\u{e000}示例"),
        ("subject.yaml", "supervisor: 张示例", "supervisor: '张\u{fe0f}示例'"),
    ] {
        let case = Case::clean();
        case.edit(&format!("records/example/{file}"), old, new);
        let found = findings(&case);
        assert!(found.iter().any(|(rule, _)| rule == "C130"), "{new:?}: {found:?}");
    }
}

/// Texts with which a log would give commands.
const COMMANDS: [&str; 10] = [
    "::add-mask::x",
    "::error::x",
    "##[stop-commands]x",
    "##[error]x",
    "##vso[task.setvariable variable=a]b",
    "a ##[group]b",
    "###[command]c",
    "##teamcity[x]",
    "section_start:1234:x",
    "section_end:1234:x",
];

/// What a runner of GitHub, GitLab, Azure or TeamCity takes for a command, by their grammars.
fn is_command(line: &str) -> bool {
    let bracket = |at: usize| {
        let word = line.get(at + 2..).unwrap_or_default();
        word.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).starts_with('[')
    };
    line.trim_start().strip_prefix("::").is_some_and(|rest| !rest.starts_with(':'))
        || line.contains("section_start:")
        || line.contains("section_end:")
        || line.match_indices('#').any(|(at, _)| line[at..].starts_with("##") && bracket(at))
}

/// Places of the clean subject that take any text.
const TEXTS: [(&str, &str); 5] = [
    ("subject.yaml", "supervisor: 张示例"),
    ("people.yaml", "name: 李示例"),
    ("services.yaml", "name: 示例好物铺"),
    ("services.yaml", "content: 销售本公司的示例商品"),
    ("services.yaml", "kind: 网站"),
];

#[test]
fn no_value_gives_a_command_to_a_log() {
    for half in COMMANDS.chunks(TEXTS.len()) {
        let made = Gitted::clean();
        for ((file, line), command) in TEXTS.iter().zip(half) {
            let key = line.split_once(": ").expect("a key").0;
            made.edit(&format!("records/example/{file}"), line, &format!("{key}: \"{command}\""));
        }
        made.git("2026-11-20", &["add", "--all"]);
        let author = format!("{} <a@b.example>", half[0]);
        made.git("2026-11-20", &["commit", "--quiet", "--author", &author, "--message", half[1]]);
        for args in [
            &["validate"][..],
            &["validate", "--format", "short"],
            &["validate", "--format", "markdown"],
            &["validate", "--format", "junit"],
            &["validate", "--format", "json"],
            &["validate", "--format", "sarif"],
            &["validate", "--format", "gitlab"],
            &["review", "HEAD~1", "HEAD", "--verbose"],
            &["review", "HEAD~1", "HEAD", "--format", "markdown"],
            &["review", "HEAD~1", "HEAD", "--format", "json"],
            &["history", "example"],
            &["history", "example", "--format", "json"],
            &["dossier", "example", "--audience", "internal"],
            &["notice", "--from", "HEAD~1"],
            &["decode", half[0], half[2]],
        ] {
            let run = made.run(args);
            let shown = run.shown();
            let given: Vec<&str> = shown.lines().filter(|line| is_command(line)).collect();
            assert!(given.is_empty(), "{args:?} prints {given:?}");
        }
        let json = made.run(&["review", "HEAD~1", "HEAD", "--format", "json"]);
        let read: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
        assert!(read.to_string().contains(half[0]), "JSON keeps {}", half[0]);
    }
}

/// Values that a line may hold by mistake or on purpose.
const BAD: [&str; 15] = [
    "",
    "\"\"",
    "\" \"",
    "~",
    "[]",
    "{}",
    "\"\\u200b\"",
    "\"\\u3000\"",
    "0",
    "true",
    "2026-02-30",
    "- x",
    "|",
    "\"长\\n\\n长\"",
    "*x",
];

#[test]
fn one_bad_value_stops_one_paper() {
    // Each line of the shipped records meets one of the values; `just one-bad-value` tries all.
    let is_long = std::env::var_os("BEIAN_BAD_VALUES").is_some();
    let shipped = Gitted::shipped();
    let mut rounds = Vec::new();
    for file in records(&shipped.case) {
        let text = fs::read_to_string(shipped.case.path(&file)).expect("a record");
        for (at, line) in text.lines().enumerate() {
            let Some((key, value)) = line.split_once(": ") else { continue };
            let is_tried = |bad: &usize| is_long || (at * 7 + bad + file.len()).is_multiple_of(360);
            let tried: Vec<&str> = (0..BAD.len()).filter(is_tried).map(|bad| BAD[bad]).collect();
            if !value.is_empty() && !key.trim().starts_with('#') && !tried.is_empty() {
                rounds.push((file.clone(), at, key.to_owned(), tried));
            }
        }
    }
    let tried: usize = rounds.iter().map(|(.., tried)| tried.len()).sum();
    assert!(8 < tried, "{tried} values are tried");
    let proof = Proof { called: "one bad value", is_long };
    proof.tell(&format!("{tried} values in {} lines", rounds.len()));
    proof.hold(&rounds, |(file, at, key, tried)| {
        let made = Gitted::shipped();
        let text = fs::read_to_string(made.case.path(file)).expect("a record");
        for with in tried {
            let bad = format!("{key}: {with}");
            let line = |(n, line)| if n == *at { &*bad } else { line };
            let lines: Vec<&str> = text.lines().enumerate().map(line).collect();
            made.case.write(file, lines.join("\n") + "\n");
            writes_the_others(&made, file, *at, with);
        }
    });
}

/// Dossiers and letters are written, whatever is wrong in one subject, and nothing prints a word of the machine.
fn writes_the_others(made: &Gitted, file: &str, at: usize, with: &str) {
    let out = made.case.path("out");
    for (args, least) in [
        (&["dossier", "--all", "--out", "out"][..], 3),
        (&["dossier", "--all", "--audience", "public", "--out", "out"], 3),
        (&["notice", "--from", "HEAD", "--out", "out"], 0),
    ] {
        drop(fs::remove_dir_all(&out));
        let run = made.run(args);
        let place = format!("{file}:{} is {with:?}: {args:?}\n{}", at + 1, run.shown());
        assert!((0..=4).contains(&run.status) && run.status != 2, "{place}");
        let written = fs::read_dir(&out).map_or(0, |entries| entries.count());
        assert!(run.status == 4 || least <= written, "{written} files: {place}");
        for entry in fs::read_dir(&out).into_iter().flatten().flatten() {
            let text = fs::read_to_string(entry.path()).unwrap_or_default();
            let word = ["None", "undefined", "True", "\\u{"].into_iter().find(|word| text.contains(word));
            assert!(word.is_none(), "{word:?} in {:?}: {place}", entry.path());
        }
    }
}

fn records(case: &Case) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from("records")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(case.path(&folder.to_string_lossy())).expect("a folder").flatten() {
            let path = folder.join(entry.file_name());
            if entry.path().is_dir() { folders.push(path) } else { found.push(path.to_string_lossy().into_owned()) }
        }
    }
    found.sort();
    found
}

#[test]
fn subjects_that_claim_the_same_get_their_dossiers_all_the_same() {
    // What they contradict each other in is known at the end alone, and their dossiers are made again.
    let made = Gitted::shipped();
    for file in ["subject.yaml", "people.yaml", "domains.yaml", "servers.yaml", "services.yaml"] {
        let text = fs::read(made.case.path(&format!("records/su-wanli/{file}"))).expect("a record");
        made.case.write(&format!("records/twin/{file}"), text);
    }
    for audience in ["internal", "auditor"] {
        let run = made.run(&["dossier", "--all", "--audience", audience, "--out", audience]);
        assert_eq!(run.status, 0, "{}", run.shown());
        for subject in ["su-wanli", "twin", "ningbo-shifan"] {
            let text = fs::read_to_string(made.case.path(&format!("{audience}/{subject}.md"))).expect("a dossier");
            // Of two the one that has no filing to show for it is told.
            let is_told = ["错误 | L2", "警告 | L2"].iter().any(|told| text.contains(told));
            assert_eq!(is_told, subject == "twin", "{subject}: {text}");
        }
    }
}

#[test]
fn a_template_that_fails_for_one_subject_leaves_that_one_out() {
    let made = Gitted::shipped();
    let template = "{{ name }}{% if name == \"苏万里\" %}{{ nothing }}{% endif %}\n";
    made.case.write("templates/dossier-public.md.j2", template);
    let run = made.run(&["dossier", "--all", "--audience", "public", "--out", "out", "--lang", "en"]);
    assert!(run.status == 1 && run.err.contains("su-wanli") && run.err.contains("line 1"), "{}", run.shown());
    assert!(!made.case.path("out/su-wanli.md").exists() && made.case.path("out/ningbo-shifan.md").exists());
    made.case.write("templates/dossier-public.md.j2", "{{ nothing }}\n");
    let run = made.run(&["dossier", "--all", "--audience", "public", "--out", "all", "--lang", "en"]);
    assert!(run.status == 2 && !made.case.path("all").exists(), "{}", run.shown());
}

#[test]
fn what_cannot_be_rendered_names_the_fact_that_lacks_and_its_line() {
    // The shipped filing has no document of the change.
    let made = Gitted::shipped();
    made.case.write("templates/letters/change.md.j2", "{{ title }}\n\n{{ change.basis }}\n");
    let run = made.run(&["notice", "ningbo-shifan/2026-07-06-address", "--out", "letters", "--lang", "en"]);
    let filing = "ningbo-shifan/filings/2026-07-06-address";
    let place = &format!("{filing}/basis/document (records/{filing}.yaml:1)");
    assert!(
        run.status == 1 && run.err.contains("line 3, `change.basis`") && run.err.contains(place),
        "{}",
        run.shown()
    );
    assert_eq!(fs::read_dir(made.case.path("letters")).expect("the others").count(), 1, "{}", run.shown());
}

#[test]
fn templates_of_a_stranger_end_in_a_word() {
    let tag = |inside: String| format!("{{{{ {inside} }}}}");
    for hostile in [
        tag("not ".repeat(50_000) + "name"),
        tag("name".to_owned() + &".a".repeat(50_000)),
        tag("name".to_owned() + &"[0]".repeat(60_000)),
        tag("name".to_owned() + &" or name".repeat(25_000)),
        tag("-".repeat(100_000) + "1"),
        tag("(".repeat(100_000)),
        "{% if name %}".to_owned() + &"{% elif name %}".repeat(12_000) + "{% endif %}",
        "{% for a in name %}".repeat(10_000),
    ] {
        let case = Case::clean();
        case.write("templates/dossier.md.j2", &hostile);
        let run = case.outcome(["dossier", "example", "--lang", "en"]);
        assert!(run.status == 2 && run.err.contains("dossier.md.j2"), "{}", &run.shown()[..200]);
    }
    let run = Case::clean().outcome(["dossier", "example", "--templates", "nowhere", "--lang", "en"]);
    assert!(run.status == 2 && run.err.contains("nowhere"), "{}", run.shown());
}

/// What may become of a file of an object.
fn broken(kind: &str, bytes: &[u8]) -> Vec<u8> {
    match kind {
        "cut in half" => bytes[..bytes.len() / 2].to_vec(),
        "cut by one" => bytes[..bytes.len() - 1].to_vec(),
        "two bytes" => bytes[..2].to_vec(),
        "empty" => Vec::new(),
        "zeros" => vec![0; bytes.len()],
        "half zeros" => [&bytes[..bytes.len() / 2], &vec![0; bytes.len() / 2]].concat(),
        "longer" => [bytes, b"x"].concat(),
        other => panic!("{other}"),
    }
}

#[test]
fn an_object_that_is_broken_ends_every_command_with_a_word() {
    let kinds = ["cut in half", "cut by one", "two bytes", "empty", "zeros", "half zeros", "longer"];
    let objects = ["HEAD:records/example/subject.yaml", "HEAD", "HEAD^{tree}", "HEAD:records/example"];
    let commands = [
        &["validate", "--at", "HEAD"][..],
        &["review", "HEAD~1", "HEAD"],
        &["history", "example"],
        &["dossier", "example", "--at", "HEAD"],
        &["notice", "--from", "HEAD~1", "HEAD"],
    ];
    let made = Gitted::clean();
    made.edit("records/example/subject.yaml", "supervisor: 张示例", "supervisor: 王示例");
    made.commit("2026-11-20", "x");
    for (n, object) in objects.into_iter().enumerate() {
        let id = made.id(object);
        let path = made.case.path(&format!(".git/objects/{}/{}", &id[..2], &id[2..]));
        let bytes = fs::read(&path).expect("a loose object");
        let put = |bytes: &[u8]| {
            let new = path.with_extension("new");
            fs::write(&new, bytes).expect("a file");
            fs::rename(&new, &path).expect("its place");
        };
        for (m, kind) in kinds.into_iter().enumerate() {
            put(&broken(kind, &bytes));
            // The harness ends a run that does not end, and fails.
            let args = commands[(n + m) % commands.len()];
            let run = made.run(&[args, &["--lang", "en"]].concat());
            assert_eq!(run.status, 4, "{object} {kind} {args:?}: {}", run.shown());
        }
        put(&bytes);
    }
}
