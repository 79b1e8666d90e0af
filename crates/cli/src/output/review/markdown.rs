//! A review as one comment of a pull request.
//!
//! The comment is edited in place by whoever finds the marker. It is kept below what GitHub
//! takes, and says how much it leaves out. Of the three parts, the table comes first because
//! it answers the reviewer's question, then what fails, then the particulars, folded.

use super::narrow::concerning;
use super::points::{due, points, route, verdict};
use super::{Report, fate, lost, many, not_read, of_evidence, short};
use crate::output::escape::{brief, code, html};
use crate::output::short::place;
use beian_core::change::{Change, HIDDEN_DIGITS};
use beian_core::personal::Veil;
use beian_core::procedure::{Reason, Required, Verdict};
use beian_core::record::{Plain, Vocabulary};
use beian_core::rule::Severity;
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_records::locate::Located;
use beian_records::review::SubjectReview;
use std::io::{self, Write};

/// What lets a comment be found again.
pub(crate) const MARKER: &str = "<!-- beian-review -->";

/// How many characters each part may have; together with the head less than 60,000.
const TABLE: usize = 16_000;
const FINDINGS: usize = 18_000;
const DETAILS: usize = 24_000;

/// The most facts of one answer.
const FACTS: usize = 40;

/// Writes the comment.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{MARKER}\n{}\n", head(report, lang))?;
    let subjects = &report.review.subjects;
    if !subjects.is_empty() {
        writeln!(out, "{}", table_head(lang))?;
        let rows: Vec<String> = subjects.iter().flat_map(|subject| rows(subject, lang)).collect();
        within(&rows, TABLE, "\n", lang, out)?;
    }
    let moves: Vec<String> =
        report.review.moves.iter().map(|moved| format!("- {}\n", brief(moved.get(lang)))).collect();
    within(&moves, TABLE / 8, "\n", lang, out)?;
    write_findings(report, lang, out)?;
    let details: Vec<String> = subjects.iter().map(|subject| folded(subject, lang)).collect();
    within(&details, DETAILS, "\n", lang, out)
}

/// Writes as many pieces as there is room for, and says how many are left out.
fn within(pieces: &[String], room: usize, before: &str, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let mut left = room;
    for (at, piece) in pieces.iter().enumerate() {
        let length = piece.chars().count();
        if left < length {
            let rest = pieces.len() - at;
            let said = words!("另有 {rest} 项未列出", "and {rest} more");
            return writeln!(out, "{before}*{}*", said.get(lang));
        }
        left -= length;
        write!(out, "{piece}")?;
    }
    Ok(())
}

fn head(report: &Report, lang: Lang) -> String {
    let (errors, warnings) = (report.count(Severity::Error), report.count(Severity::Warning));
    let (title, mark) = match lang {
        Lang::Zh => ("备案审阅", ["有错误，不能合并", "有警告", "没有新问题", "没有看全，不能合并"]),
        Lang::En => (
            "Review of filing records",
            ["errors: do not merge", "warnings", "nothing newly wrong", "not all was seen: do not merge"],
        ),
    };
    let (sign, said) = match (errors, warnings) {
        (0, _) if report.compared() < report.review.subjects.len() => ("❌", mark[3]),
        (0, 0) => ("✅", mark[2]),
        (0, _) => ("⚠️", mark[1]),
        _ => ("❌", mark[0]),
    };
    let base = code(short(&report.sides.base), false);
    let working = Words::fixed("工作目录", "working tree");
    let newer = report.sides.head.as_deref().map_or_else(|| working.get(lang).to_owned(), |id| code(short(id), false));
    let counted = report.counted();
    let colon = if lang == Lang::Zh { "：" } else { ": " };
    format!("## {sign} {title}{colon}{said}\n\n{}\n\n{base} → {newer} · {}", counted.get(lang), report.today)
}

fn table_head(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "| 主体 | 流程 | 范围 | 期限 | 订单 |\n| --- | --- | --- | --- | --- |",
        Lang::En => "| subject | procedure | about | due | filing |\n| --- | --- | --- | --- | --- |",
    }
}

/// The rows of a subject: what is to be done, or that nothing is.
fn rows(subject: &SubjectReview, lang: Lang) -> Vec<String> {
    let name = format!("{}{}", code(&subject.id, true), fate(subject, lang));
    if let Some(one) = subject.lost.first() {
        return vec![format!("| {name} | ⚠️ {} |  |  |  |\n", brief(lost(one).get(lang)))];
    }
    let asks = |required: &&Required| !matches!(required.verdict, Verdict::NotNeeded(_));
    let mut rows: Vec<String> = subject
        .required
        .iter()
        .enumerate()
        .filter(|(_, required)| asks(required))
        .map(|(at, required)| row(&name, subject, at, required, lang))
        .collect();
    let unknown = |fact| format!("| {name} | ⚠ {} |  |  |  |\n", brief(not_read(fact).get(lang)));
    rows.extend(subject.changes.unknown.iter().map(unknown));
    if rows.is_empty() {
        let none = Words::fixed("无须办理", "no filing");
        return vec![format!("| {name} | {} |  |  |  |\n", none.get(lang))];
    }
    rows
}

fn row(name: &str, subject: &SubjectReview, at: usize, required: &Required, lang: Lang) -> String {
    let what = match &required.verdict {
        Verdict::Forbidden { lawful_routes, .. } => {
            let way = lawful_routes.first().map(route).unwrap_or_default();
            if way.is_empty() {
                Words::fixed("⛔ 不允许", "⛔ forbidden").get(lang).to_owned()
            } else {
                words!("⛔ 不允许，可走：{way}", "⛔ forbidden; lawful way: {way}").get(lang).to_owned()
            }
        }
        Verdict::AskFirst { lawful_routes, .. } => {
            let way = lawful_routes.first().map(route).unwrap_or_default();
            words!("❓ 先问再办，通例：{way}", "❓ ask first; as a rule: {way}").get(lang).to_owned()
        }
        _ => required.procedure().map_or("", |procedure| procedure.term()).to_owned(),
    };
    let covers = required.covers.iter().map(|cover| code(cover, true)).collect::<Vec<_>>().join(" ");
    let day = due(required, lang).map(|(day, from)| day.unwrap_or_else(|| brief(&before_bracket(&from))));
    let missing = subject.coverage.uncovered.iter().any(|uncovered| uncovered.order == at);
    let none = Words::fixed("⚠️ 没有", "⚠️ none");
    let filed = match (missing, required.filed.is_empty()) {
        (true, _) => none.get(lang).to_owned(),
        (false, false) => required.filed.iter().map(|stem| code(stem, true)).collect::<Vec<_>>().join(" "),
        (false, true) => String::new(),
    };
    format!("| {name} | {what} | {covers} | {} | {filed} |\n", day.unwrap_or_default())
}

/// What a day is counted from, without its particulars.
fn before_bracket(text: &str) -> String {
    text.split(['（', '(']).next().unwrap_or_default().trim().to_owned()
}

fn write_findings(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let mut findings: Vec<&Located> = report.review.findings.iter().collect();
    if findings.is_empty() {
        return writeln!(out);
    }
    // The heaviest first; among equals the order of files stays.
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let title = Words::fixed("新增的问题", "Newly wrong");
    writeln!(out, "\n### {}\n", title.get(lang))?;
    let pieces: Vec<String> = findings.iter().map(|finding| item(finding, lang)).collect();
    within(&pieces, FINDINGS, "\n", lang, out)?;
    writeln!(out)
}

fn item(finding: &Located, lang: Lang) -> String {
    let sign = match finding.severity {
        Severity::Error => "❌",
        Severity::Warning => "⚠️",
        Severity::Note => "ℹ️",
    };
    let at = code(&place(&finding.location), false);
    let code = finding.rule.code;
    format!(
        "- {sign} **{code}** {at}  \n  {}  \n  *{}* {}\n",
        brief(finding.message.get(lang)),
        Words::fixed("办法", "help").get(lang),
        brief(finding.help.get(lang))
    )
}

fn folded(subject: &SubjectReview, lang: Lang) -> String {
    let count: usize = subject.required.iter().map(|required| required.facts.len()).sum();
    let of_facts = many(count, "fact");
    let count = words!("{count} 项变化", "{of_facts} changed");
    let mut out = format!(
        "<details><summary><code>{}</code>{} · {}</summary>\n",
        html(&subject.id),
        fate(subject, lang),
        count.get(lang)
    );
    for file in subject.evidence.iter().take(FACTS) {
        out += &format!("\n- {}", brief(of_evidence(file).get(lang)));
    }
    let rest = subject.evidence.len().saturating_sub(FACTS);
    if 0 < rest {
        out += &format!("\n- {}", words!("另有 {rest} 项未列出", "and {rest} more").get(lang));
    }
    if !subject.evidence.is_empty() {
        out += "\n";
    }
    for (number, required) in subject.required.iter().enumerate() {
        let number = number + 1;
        out += &format!("\n**{number}. {}**\n\n", brief(&verdict(required, lang)));
        out += &facts(required, &subject.veil, lang);
        if !matches!(required.verdict, Verdict::NotNeeded(Reason::Record)) {
            for point in points(required, lang) {
                out += &format!("- *{}* {}\n", point.label, brief(&point.text));
            }
        }
    }
    out + "\n</details>\n\n"
}

fn facts(required: &Required, veil: &Veil, lang: Lang) -> String {
    let mut out = String::new();
    for change in required.facts.iter().take(FACTS) {
        out += &format!("- {}\n", fact(required, change, veil, lang));
    }
    let rest = required.facts.len().saturating_sub(FACTS);
    if 0 < rest {
        out += &format!("- {}\n", words!("另有 {rest} 项未列出", "and {rest} more").get(lang));
    }
    out
}

fn fact(required: &Required, change: &Change, veil: &Veil, lang: Lang) -> String {
    let change = concerning(required, change);
    let spelled = code(&change.fact.to_string(), false);
    let label = change.fact.words();
    if change.fact.is_whole() {
        return format!("{spelled} {}", brief(veil.change(&change).get(lang)));
    }
    let value = |value: Option<String>| value.map(|value| code(&value, false));
    let none = Words::fixed("（无）", "(nothing)");
    let shown = |value: &Option<Plain>| value.as_ref().map(|value| veil.shown_in(&change.fact, value, lang));
    let (old, new) = (shown(&change.old), shown(&change.new));
    let besides = if old.is_some() && old == new { HIDDEN_DIGITS } else { Words::default() };
    let (old, new) = (value(old), value(new));
    let say = |value: Option<String>| value.unwrap_or_else(|| none.get(lang).to_owned());
    format!("{spelled} {} {} → {}{}", brief(label.get(lang)), say(old), say(new), besides.get(lang))
}
