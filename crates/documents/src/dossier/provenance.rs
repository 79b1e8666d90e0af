//! Where a dossier comes from: commits, program, rules.

use super::facts::DASH;
use super::input::{Audience, Commit, Terms};
use super::labels::Labels;
use beian_core::numbers::mask::hide_personal;
use beian_core::words::{Lang, Words};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct CommitView {
    id: String,
    short: String,
    author: String,
    written: String,
    committed: String,
    signature: String,
    summary: String,
    /// Why what it says, or its day, cannot be relied on.
    doubts: Vec<String>,
}

pub(super) fn commit(commit: &Commit, lang: Lang) -> CommitView {
    let text = |text: &str| {
        let text = hide_personal(text.trim()).into_owned();
        if text.is_empty() { DASH.to_owned() } else { text }
    };
    let day = |day: Option<beian_core::day::Day>| day.map_or_else(|| DASH.to_owned(), |day| day.to_string());
    let signed = if commit.signed { Words::fixed("有", "present") } else { Words::fixed("无", "absent") };
    CommitView {
        id: commit.id.clone(),
        short: commit.id.get(..10).unwrap_or(&commit.id).to_owned(),
        author: text(&commit.author),
        written: day(commit.written),
        committed: day(commit.committed),
        signature: signed.get(lang).to_owned(),
        summary: text(&commit.summary),
        doubts: commit.doubts.iter().map(|doubt| text(doubt.get(lang))).collect(),
    }
}

/// What a dossier is stamped with, as rows of label and value.
pub(super) fn stamps(terms: &Terms<'_>, w: &Labels) -> Vec<[String; 2]> {
    let say = |zh: &'static str, en: &'static str| Words::fixed(zh, en).get(terms.lang).to_owned();
    let known = match (terms.commit, terms.is_revision) {
        (Some(commit), true) => match terms.lang {
            Lang::Zh => format!("提交 {}，{} 提交", commit.id, day(commit)),
            Lang::En => format!("commit {}, of {}", commit.id, day(commit)),
        },
        (Some(commit), false) => match terms.lang {
            Lang::Zh => format!("工作目录，最近提交 {}，{} 提交", commit.id, day(commit)),
            Lang::En => format!("working tree, last commit {}, of {}", commit.id, day(commit)),
        },
        (None, _) => say("工作目录，没有提交可查", "working tree, without a commit"),
    };
    let mut rows = vec![
        [w.as_of.to_owned(), terms.days.as_of.to_string()],
        [w.known.to_owned(), known],
        [w.today.to_owned(), terms.days.today.to_string()],
        [w.tool.to_owned(), terms.tool.to_owned()],
        [w.rules.to_owned(), terms.rules.to_owned()],
    ];
    // Who keeps the records is nobody's business outside.
    if let Some(commit) = terms.commit.filter(|_| terms.audience != Audience::Public) {
        let CommitView { author, written, signature, doubts, .. } = self::commit(commit, terms.lang);
        let told = match terms.lang {
            Lang::Zh => format!("作者 {author}，作者日 {written}，签名：{signature}"),
            Lang::En => format!("written by {author} on {written}; signature: {signature}"),
        };
        rows.insert(2, [w.at_commit.to_owned(), told]);
        let label = say("该提交存疑", "doubt about it");
        rows.extend(doubts.into_iter().map(|doubt| [label.clone(), doubt]));
    }
    if !terms.evidence {
        let told = say("没有核对（--no-evidence）", "not checked (--no-evidence)");
        rows.push([say("evidence/ 里的材料", "files in evidence/"), told]);
    }
    for [path, title, publisher, date] in terms.overlays {
        let label = say("覆盖数据", "overlay");
        rows.push([label, hide_personal(&format!("{path}：{title}，{publisher}，{date}")).into_owned()]);
    }
    for (path, why) in terms.unused {
        let label = say("覆盖数据没有用上", "overlay not used");
        rows.push([label, hide_personal(&format!("{path}：{}", why.get(terms.lang))).into_owned()]);
    }
    rows
}

fn day(commit: &Commit) -> String {
    commit.committed.map_or_else(|| DASH.to_owned(), |day| day.to_string())
}
