//! What rules and rows say about a word of the field.

use super::practice;
use super::rule_set::rule_set;
use super::shown::shown;
use beian_core::day::Day;
use beian_core::names::Province;
use beian_core::record::Vocabulary;
use beian_core::rule::Rule;
use beian_core::rules;
use beian_core::tables::{ApprovalWord, NameRow, PaperRow, ProvinceRow, Tables};
use beian_core::words;
use beian_core::words::{Lang, Words};
use std::io::{self, Write};

/// What was found about a word.
pub(crate) struct About<'t> {
    word: &'t str,
    rules: Vec<&'static Rule>,
    names: Vec<&'t NameRow>,
    approvals: Vec<&'t ApprovalWord>,
    papers: Vec<&'t PaperRow>,
    rows: Vec<&'t ProvinceRow>,
}

/// So many rows of provinces are shown in full.
const MANY: usize = 40;

impl<'t> About<'t> {
    /// What rules and rows say about a word on a day.
    pub(crate) fn of(word: &'t str, tables: &'t Tables, today: Day) -> Self {
        let lower = word.to_lowercase();
        let holds = |words: &Words| words.zh.contains(word) || words.en.to_lowercase().contains(&lower);
        let of_rule =
            |rule: &&Rule| holds(&rule.title) || holds(&rule.help) || holds(&rule.demanded(&tables.periods, today));
        let of_name = |row: &&NameRow| row.names(word) || holds(&row.told());
        let of_paper = |row: &&PaperRow| {
            let is_word = row.words.iter().any(|one| one == word);
            is_word || holds(&row.name) || row.detail.as_ref().is_some_and(holds)
        };
        let of_approval = |row: &&ApprovalWord| row.words.iter().any(|one| one == word);
        Self {
            word,
            rules: rules::all().filter(of_rule).collect(),
            names: tables.names.on(today).filter(of_name).collect(),
            approvals: tables.approval_words.on(today).filter(of_approval).collect(),
            papers: tables.papers.on(today).filter(of_paper).collect(),
            rows: tables.provinces.on(today).filter(|row| holds(&row.told())).collect(),
        }
    }

    /// Whether nothing says anything about it.
    pub(crate) fn is_empty(&self) -> bool {
        self.rules.is_empty()
            && self.names.is_empty()
            && self.approvals.is_empty()
            && self.papers.is_empty()
            && self.rows.is_empty()
    }

    /// As people read it.
    pub(crate) fn write(
        &self,
        tables: &Tables,
        version: &str,
        (today, lang): (Day, Lang),
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let word = shown(self.word);
        writeln!(out, "# {word}")?;
        let head = |out: &mut dyn Write, is_any: bool, zh, en| {
            if is_any { writeln!(out, "\n## {}\n", Words::fixed(zh, en).get(lang)) } else { Ok(()) }
        };
        head(out, !self.rules.is_empty(), "规则", "Rules")?;
        for rule in &self.rules {
            let severity = rule.severity.words();
            writeln!(out, "- {} {}（{}）", rule.code, rule.title.get(lang), severity.get(lang))?;
        }
        head(out, !self.names.is_empty(), "服务名称", "Names of services")?;
        self.names.iter().try_for_each(|row| practice::of_name(row, tables, today, lang, out))?;
        head(out, !self.approvals.is_empty(), "前置或专项审批", "Approvals")?;
        for row in &self.approvals {
            let (term, basis) = (row.approval.term(), row.provenance.basis(today));
            let (zh, en) = (&basis.zh, &basis.en);
            let said = words!("- 提示这类内容：{term}（依据：{zh}）", "- it suggests: {term} (by: {en})");
            writeln!(out, "{}", shown(said.get(lang)))?;
        }
        head(out, !self.papers.is_empty(), "材料", "Papers")?;
        self.papers.iter().try_for_each(|row| practice::paper(row, today, lang, out))?;
        head(out, !self.rows.is_empty(), "各省的要求和做法", "Demands and practice of provinces")?;
        for row in self.rows.iter().take(MANY) {
            let province = Province::of_code(&format!("{:02}", row.code)).map(|one| one.short_zh).unwrap_or("全国");
            write!(out, "{province} ")?;
            practice::row(row, tables, today, lang, out)?;
        }
        let more = self.rows.len().saturating_sub(MANY);
        if 0 < more {
            let said = words!("另有 {more} 行：beian rules --province", "{more} more rows: beian rules --province");
            writeln!(out, "{}", said.get(lang))?;
        }
        writeln!(out, "\n{}", rule_set(version).get(lang))
    }
}
