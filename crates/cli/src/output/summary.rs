//! The last lines of a report: how much was looked at, what was found, what was not run.

use super::report::{Report, on_evidence};
use super::shown::shown;
use beian_core::rule::Severity;
use beian_core::words;
use beian_core::words::{Lang, Words};
use std::io::{self, Write};

/// Writes them.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", counted(report).get(lang))?;
    if 0 < report.unseen.files {
        writeln!(out, "{}", unseen(report).get(lang))?;
    }
    if let Some(commit) = &report.at {
        writeln!(out, "{}", words!("读的是提交 {commit}", "read from commit {commit}").get(lang))?;
    }
    if report.as_of != report.today {
        let day = report.as_of;
        writeln!(out, "{}", words!("按 {day} 的规则判断", "judged by the rules of {day}").get(lang))?;
    }
    for said in accepted(report) {
        writeln!(out, "{}", shown(said.get(lang)))?;
    }
    if !report.not_run.is_empty() {
        let codes = report.not_run.join(" ");
        let said = words!(
            "只检查了一部分，跨主体的规则没有运行：{codes}",
            "only a part was checked; the rules across subjects did not run: {codes}"
        );
        writeln!(out, "{}", said.get(lang))?;
    }
    for said in evidence(report) {
        writeln!(out, "{}", shown(said.get(lang)))?;
    }
    if let Some(finding) = report.findings.iter().max_by_key(|finding| finding.severity) {
        let code = report
            .findings
            .iter()
            .find(|other| other.severity == finding.severity)
            .map_or(finding.rule.code, |first| first.rule.code);
        let said = words!(
            "规则的要求、依据和例子：beian explain {code}",
            "for a rule's demand, sources and examples: beian explain {code}"
        );
        writeln!(out, "{}", said.get(lang))?;
    }
    Ok(())
}

/// The most files of evidence that are named one by one.
const MOST: usize = 3;

/// What of evidence was not looked at, or could not be seen.
fn evidence(report: &Report) -> Vec<Words> {
    if !report.evidence {
        let codes = on_evidence(report.as_of).join(" ");
        return vec![words!(
            "没有核对 evidence/ 里的材料（--no-evidence），这些规则没有运行：{codes}",
            "files in evidence/ were not looked at (--no-evidence); these rules did not run: {codes}"
        )];
    }
    let unseen = &report.unseen_papers;
    let one = |(path, Words { zh, en }): &(String, Words)| {
        words!("没有看到 {path}，没有核对：{zh}", "{path} was not seen and not checked: {en}")
    };
    let mut said: Vec<Words> = unseen.iter().take(MOST).map(one).collect();
    let rest = unseen.len().saturating_sub(MOST);
    if 0 < rest {
        let of = many(rest, "more file");
        said.push(words!("另有 {rest} 份材料没有看到，没有核对", "{of} of evidence not seen and not checked"));
    }
    said
}

/// What was found and is not told: with the waivers, and with the baseline and its age.
fn accepted(report: &Report) -> Vec<Words> {
    let mut said = Vec::new();
    let waived = report.waived.len();
    if 0 < waived {
        let of = many(waived, "finding");
        said.push(words!("另有 {waived} 处已豁免（-v 列出）", "{of} waived (-v lists them)"));
    }
    if let Some(baseline) = &report.baseline {
        let (path, hidden) = (&baseline.path, baseline.hidden);
        let of = many(hidden, "finding");
        said.push(match baseline.written {
            Some(day) => {
                let age = day.days_until(report.today).max(0);
                let days = many(usize::try_from(age).unwrap_or(0), "day");
                words!(
                    "基线 {path} 盖住 {hidden} 处，写于 {day}，已有 {age} 天",
                    "{of} hidden by the baseline {path} of {day}, {days} old"
                )
            }
            None => words!("基线 {path} 盖住 {hidden} 处", "{of} hidden by the baseline {path}"),
        });
    }
    said
}

/// What could not be seen, so that nobody takes silence about it for its being clean.
fn unseen(report: &Report) -> Words {
    let (files, subjects) = (report.unseen.files, report.unseen.subjects);
    let of_subjects = many(subjects, "subject");
    match (files, subjects) {
        (1, 0) => Words::fixed("没有看到 1 个文件或文件夹", "1 file or folder was not seen"),
        (_, 0) => words!("没有看到 {files} 个文件或文件夹", "{files} files or folders were not seen"),
        (1, _) => Words::fixed("没有看到 1 个文件，它属于 1 个主体", "1 file, of 1 subject, was not seen"),
        _ => words!(
            "没有看到 {files} 个文件或文件夹，涉及 {subjects} 个主体",
            "{files} files or folders, of {of_subjects}, were not seen"
        ),
    }
}

fn counted(report: &Report) -> Words {
    let (subjects, files) = (report.subjects, report.files);
    let [errors, warnings, notes] = [Severity::Error, Severity::Warning, Severity::Note].map(|one| report.count(one));
    let (zh, en) = if report.findings.is_empty() && 0 < report.unseen.files {
        ("看到的部分没有问题".to_owned(), "nothing is wrong in what was seen".to_owned())
    } else if report.findings.is_empty() {
        ("没有问题".to_owned(), "nothing is wrong".to_owned())
    } else {
        (
            format!("{errors} 个错误，{warnings} 个警告，{notes} 条提示"),
            format!("{}, {}, {}", many(errors, "error"), many(warnings, "warning"), many(notes, "note")),
        )
    };
    let (of_subjects, of_files) = (many(subjects, "subject"), many(files, "file"));
    match report.part.as_deref().map(shown) {
        Some(part) => words!("只看 {part}：{zh}", "looked only at {part}: {en}"),
        None => words!("检查了 {subjects} 个主体、{files} 个文件：{zh}", "checked {of_subjects}, {of_files}: {en}"),
    }
}

fn many(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}
