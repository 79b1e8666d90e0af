//! A value that cannot be read, wherever it stands, is not gone: no command says that something was taken away.

use crate::gitted::Gitted;
use std::fs;

/// A file of the clean subject, a line of it that holds a value or begins what stands below it, and
/// the file with nothing in its place that can be read.
fn spoiled() -> Vec<(&'static str, usize, String)> {
    let mut all = Vec::new();
    for (name, text) in beian_core::rules::BASE {
        for (at, line) in text.lines().enumerate() {
            let before = line.len() - line.trim_start().len();
            let key = match line.split_once(": ") {
                Some((key, _)) => format!("{key}:"),
                None if line.ends_with(':') => line.to_owned(),
                None => format!("{}-", &line[..before]),
            };
            all.push((*name, at, without(text, at, &format!("{key} \"\""))));
        }
    }
    all
}

/// A text with another line in the place of one, and of what stands further in below it.
fn without(text: &str, at: usize, with: &str) -> String {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let mut lines = text.lines();
    let mut all: Vec<&str> = lines.by_ref().take(at).collect();
    let within = lines.next().map_or(0, depth);
    all.push(with);
    all.extend(lines.skip_while(|line| within < depth(line)));
    all.join("\n") + "\n"
}

/// Words that tell of a change. Of a value that cannot be read none of them is true.
const TOLD: [&str; 8] =
    ["gone", "taken away", "taken out", "needed: ", "R107", "| 取消接入", "no fact changed", "\"removed\""];

/// The rows of a dossier that say of a fact that nothing tells of it, where one of the clean subject says what does.
fn false_rows<'d>(clean: &str, dossier: &'d str) -> Vec<&'d str> {
    // Beside what is on file stands what the records say, and then what that rests on.
    let is_missing =
        |cells: &[&str]| matches!(cells, [_, _, held, "—", basis, _] if *held != "—" && basis.contains("since"));
    let says_nothing = |line: &&str| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        ["no filing says", "not on file", "records only"].iter().any(|word| line.contains(word))
            && !line.contains("cannot be read")
            || is_missing(&cells)
    };
    dossier.lines().filter(|line| !clean.lines().any(|known| known == *line)).filter(says_nothing).collect()
}

#[test]
fn what_cannot_be_read_within_a_file_is_not_gone() {
    let made = Gitted::clean();
    let (spoiled, mut false_words) = (spoiled(), Vec::new());
    let clean = made.run(&["dossier", "example", "--lang", "en"]).out;
    for (name, at, text) in &spoiled {
        let file = format!("records/example/{name}");
        let whole = fs::read_to_string(made.case.path(&file)).expect("a record");
        made.case.write(&file, text);
        let run = |args: &[&str]| made.run(&[args, &["--lang", "en"]].concat());
        let validate = run(&["validate", "--format", "short"]);
        let reviews = ["text", "json", "markdown"].map(|format| run(&["review", "HEAD", "--format", format]));
        let notice = run(&["notice", "--from", "HEAD", "--dry-run"]);
        let dossier = run(&["dossier", "example"]);
        let tells = |out: &str| TOLD.iter().any(|word| out.contains(word));
        let is_right = validate.status == 1
            && reviews.iter().all(|review| matches!(review.status, 1 | 4) && !tells(&review.out))
            && (notice.out.is_empty() && notice.status == 4)
            && false_rows(&clean, &dossier.out).is_empty();
        if !is_right {
            let rows = false_rows(&clean, &dossier.out).join("\n");
            let all = [&validate, &reviews[0], &notice].map(|run| run.shown()).join("\n") + &rows;
            false_words.push(format!("{file}:{}\n{text}\n{all}", at + 1));
        }
        made.case.write(&file, whole);
    }
    assert!(false_words.is_empty(), "{} of {}:\n{}", false_words.len(), spoiled.len(), false_words.join("\n\n"));
    assert!(80 < spoiled.len(), "{} lines", spoiled.len());
}

#[test]
fn a_history_names_the_commit_after_which_a_fact_cannot_be_read() {
    let made = Gitted::clean();
    let subject = "records/example/subject.yaml";
    made.edit(subject, "supervisor: 张示例", "supervisor: [张示例]");
    made.commit("2026-11-10", "误");
    made.edit(subject, "supervisor: [张示例]", "supervisor: 张示例");
    made.commit("2026-11-12", "改回");
    let run = made.run(&["history", "example", "subject/supervisor", "--lang", "en"]);
    let rows: Vec<&str> = run.out.lines().filter(|line| line.starts_with("  2026")).collect();
    let [first, unread, last] = rows.as_slice() else { panic!("{}", run.shown()) };
    assert!(first.contains("2026-11-01  张示例") && last.contains("2026-11-12  张示例"), "{}", run.shown());
    assert!(unread.contains("2026-11-10  (cannot be read") && run.out.contains("王小明: 误"), "{}", run.shown());
    let run = made.run(&["history", "example", "subject/supervisor", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let unread = &json["facts"][0]["values"][1];
    assert_eq!((&unread["from"], &unread["value"]), (&"unread".into(), &serde_json::Value::Null), "{json}");
    assert_eq!(unread["commit"], made.id("HEAD~1"));
}

#[test]
fn a_history_does_not_tell_of_what_could_not_be_read() {
    let made = Gitted::clean();
    for (name, at, text) in spoiled().into_iter().step_by(9) {
        let file = format!("records/example/{name}");
        made.case.write(&file, text);
        made.commit("2026-11-10", "误");
        let history = made.run(&["history", "example", "--lang", "en"]);
        assert!(!history.out.contains("(nothing)"), "{file}:{}: {}", at + 1, history.shown());
        made.git("2026-11-10", &["reset", "--quiet", "--hard", "HEAD~1"]);
    }
}
