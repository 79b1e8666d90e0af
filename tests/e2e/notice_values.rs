//! Values in letters: missing, personal, hostile.

use crate::gitted::Gitted;
use crate::harness::Run;
use crate::letters::{KINDS, SUBJECTS, repository, stem};
use beian_core::visible::hidden_in;
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

const BLANK: &str = "＿＿＿＿＿＿＿＿";

/// All letters of a subject in one run.
fn all(made: &Gitted, subject: &str) -> Run {
    let names: Vec<String> = KINDS.iter().map(|kind| format!("{subject}/{}", stem(subject, kind))).collect();
    let args: Vec<&str> = std::iter::once("notice").chain(names.iter().map(String::as_str)).collect();
    made.run(&args)
}

/// The files of a subject.
fn files(made: &Gitted, subject: &str) -> Vec<PathBuf> {
    let folder = made.case.path(&format!("records/{subject}"));
    let yaml = |folder: PathBuf| {
        let mut found: Vec<PathBuf> = fs::read_dir(folder)
            .expect("a folder")
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
            .collect();
        found.sort();
        found
    };
    [yaml(folder.clone()), yaml(folder.join("filings"))].concat()
}

/// The value that a line holds, if it holds one.
fn value(line: &str) -> Option<&str> {
    let (key, value) = line.trim_start().split_once(": ")?;
    let plain = !value.is_empty() && !key.starts_with('#') && !key.starts_with('-');
    plain.then(|| value.trim_matches('"'))
}

#[test]
fn a_missing_value_becomes_a_blank_and_a_warning() {
    let made = repository();
    for subject in SUBJECTS {
        let whole = all(&made, subject);
        let read = |path: PathBuf| {
            let text = fs::read_to_string(&path).expect("a record");
            (path, text)
        };
        let originals: Vec<_> = files(&made, subject).into_iter().map(read).collect();
        let values = originals.iter().flat_map(|(_, text)| text.lines().filter_map(value));
        // What no letter prints can leave no hole in one, but what it depends on can.
        let counts = |value: &&str| {
            let day = ["2026-11", "2026-12", "2027"].iter().any(|days| value.starts_with(days));
            whole.out.contains(*value) || day || matches!(*value, "企业" | "个人" | "事业单位")
        };
        let values: BTreeSet<&str> = values.filter(counts).collect();
        let mut blanks = Vec::new();
        // A value may stand in several files, so it is taken out of all of them.
        for missing in values {
            for (path, text) in &originals {
                let rest: String =
                    text.lines().filter(|line| value(line) != Some(missing)).map(|line| format!("{line}\n")).collect();
                fs::write(path, rest).expect("a file");
            }
            let run = all(&made, subject);
            assert_eq!(run.status, 0, "{missing}: {}", run.err);
            for word in ["None", "none", "true", "false", "undefined", "|  |", "（）", "“”", "《》", "\n\n\n"] {
                assert!(!run.out.contains(word), "{missing}: {word:?} in {}", run.out);
            }
            if run.out.matches(BLANK).count() > whole.out.matches(BLANK).count() {
                assert!(run.err != whole.err && run.err.contains("请手工填写"), "{missing}: {}", run.err);
                blanks.push(missing);
            }
        }
        originals.iter().for_each(|(path, text)| fs::write(path, text).expect("a file"));
        // Names, nature, certificate, address, principals, reasons, days, numbers of others and more.
        assert!(14 <= blanks.len(), "{subject}: only these leave a blank: {blanks:?}");
    }
}

#[test]
fn no_personal_number_reaches_a_letter() {
    let made = repository();
    let full = [
        ("330***********0050", "330203198805120050"),
        ("330***********0077", "330203199001010077"),
        ("137****1001", "13700001001"),
        ("137****1002", "13700001002"),
        ("137****1009", "13700001009"),
    ];
    for file in files(&made, "ningbo-shifan") {
        let text = fs::read_to_string(&file).expect("a record");
        let text = full.iter().fold(text, |text, (masked, full)| text.replace(masked, full));
        let text = text.replace("reason: 公司名称变更。", "reason: 公司名称变更，电话 13700001002");
        fs::write(&file, text).expect("a file");
    }
    let run = all(&made, "ningbo-shifan");
    assert_eq!(run.status, 0, "{}", run.err);
    for (_, full) in full {
        assert!(!run.out.contains(full) && !run.err.contains(full), "{full}");
    }
    assert!(run.err.contains("被授权人证件号码（记录中为 330***********0077）"), "{}", run.err);
}

/// What a name or a note may hold that a page must not obey.
pub(crate) const HOSTILE: [&str; 32] = [
    "[x](javascript:alert(1))",
    "<script>alert(1)</script>",
    "![x](https://evil.example/p.png)",
    "a | b | c",
    "\\| x |",
    "# 标题",
    "## 二、变更事项",
    "- 项目",
    "1. 项目",
    "---",
    "===",
    "```",
    "`code`",
    "**粗**_斜_~~删~~",
    "> 引用",
    "<!-- 注释",
    "<details><summary>x",
    "&lt;b&gt; &amp; &#60;",
    "{{ 7 * 7 }}",
    "{% for x in y %}",
    "{# 注 #}",
    "a\nb",
    "a\r\n\r\n# b",
    "a\u{0}b\u{1b}[31m",
    "\u{202e}反转\u{202c}",
    "\u{200b}零宽\u{feff}",
    "\u{2028}行\u{2029}段",
    "[^1] 脚注 [^1]: x",
    "[a]: https://evil.example",
    "https://evil.example www.evil.example a@b.example",
    "| --- | --- |",
    "::error::x ##[group] $x$ :smile: @all #1",
];

/// The values that are replaced by hostile ones: names, notes, addresses.
const REPLACED: [&str; 11] = [
    "宁波示范商贸有限公司",
    "宁波示范优选商贸有限公司",
    "示范批发订货网",
    "示范优选商城",
    "供下级经销商查看本公司货品与订货",
    "陈范例",
    "运维主管",
    "浙江省宁波市海曙区范例大道 200 号 1206 室",
    "公司名称变更。",
    "准予变更登记通知书",
    "杭州样例软件有限公司",
];

/// The letters with one value in the place of names and notes.
fn with(made: &Gitted, originals: &[(PathBuf, String)], value: &str) -> Run {
    let quoted: String = value.chars().map(|c| format!("\\U{:08x}", u32::from(c))).collect();
    for (path, text) in originals {
        let line = |line: &str| match line.split_once(": ") {
            Some((key, old)) if REPLACED.contains(&old) => format!("{key}: \"{quoted}\"\n"),
            _ => format!("{line}\n"),
        };
        fs::write(path, text.lines().map(line).collect::<String>()).expect("a file");
    }
    all(made, "ningbo-shifan")
}

/// What a reader of Markdown sees of a document besides its text.
fn structure(text: &str) -> Vec<String> {
    let mut options = Options::all();
    options.remove(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS);
    let mut seen = Vec::new();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::Table(columns)) => seen.push(format!("table {}", columns.len())),
            Event::Start(tag) => seen.push(format!("{tag:?}")),
            Event::End(tag) => seen.push(format!("{tag:?}")),
            Event::Html(_) | Event::InlineHtml(_) => seen.push("html".to_owned()),
            Event::Code(_) => seen.push("code".to_owned()),
            Event::Rule => seen.push("rule".to_owned()),
            Event::FootnoteReference(_) => seen.push("footnote".to_owned()),
            _ => {}
        }
    }
    seen
}

#[test]
fn hostile_values_leave_the_letters_as_they_are() {
    let made = repository();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a record");
        (path, text)
    };
    let originals: Vec<_> = files(&made, "ningbo-shifan").into_iter().map(read).collect();
    let harmless = structure(&with(&made, &originals, "甲乙").out);
    assert!(100 < harmless.len(), "letters were parsed");
    // What nobody sees is not taken at all, so that a letter has a blank there.
    for value in HOSTILE.iter().filter(|value| hidden_in(value).is_none()) {
        let run = with(&made, &originals, value);
        assert_eq!(run.status, 0, "{value:?}: {}", run.err);
        let found = structure(&run.out);
        let differs = harmless.iter().zip(&found).position(|(a, b)| a != b);
        assert_eq!(
            differs,
            None,
            "{value:?}: {:?}",
            differs.map(|at| &found[at.saturating_sub(3)..]).map(|rest| &rest[..6])
        );
        assert_eq!(harmless.len(), found.len(), "{value:?}");
        for c in run.out.chars() {
            let acts = (c.is_control() && c != '\n')
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}' | '\u{200b}' | '\u{feff}');
            assert!(!acts, "{value:?}: {c:?}");
        }
        assert!(!run.out.contains("49"), "{value:?}: a template was run");
    }
}
