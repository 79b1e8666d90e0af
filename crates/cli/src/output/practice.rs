//! What a province and its administration ask, as people and programs read it.

use super::json::{TOOL, VERSION};
use super::machine::pretty;
use super::rule_set::rule_set;
use super::shown::shown;
use beian_core::day::Day;
use beian_core::names::Province;
use beian_core::record::Vocabulary;
use beian_core::rows::{Confidence, Provenance};
use beian_core::tables::{Founded, NameRow, PaperRow, PaperWho, ProvinceRow, RowKind, Tables, Who};
use beian_core::vocabulary::{Nature, Procedure};
use beian_core::words;
use beian_core::words::{Lang, Words};
use serde::Serialize;
use std::io::{self, Write};

/// What was asked for.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) province: &'static Province,
    pub(crate) nature: Option<Nature>,
    pub(crate) procedure: Option<Procedure>,
    pub(crate) today: Day,
}

impl Asked {
    /// The rows of the province, and of the whole country where it has none of its own, that hold on the day.
    fn rows<'t>(&self, tables: &'t Tables) -> Vec<&'t ProvinceRow> {
        tables.provinces.practice(self.province.code, self.nature.map(Who::of), self.today)
    }

    /// What names of services may not be there.
    fn names<'t>(&self, tables: &'t Tables) -> Vec<&'t NameRow> {
        let who = self.nature.map(Who::of);
        let is_meant = |row: &&NameRow| row.is_in(self.province.code) && who.is_none_or(|who| row.who.includes(who));
        tables.names.on(self.today).filter(is_meant).collect()
    }

    /// The papers that are asked for there.
    fn papers<'t>(&self, tables: &'t Tables) -> Vec<&'t PaperRow> {
        let is_meant = |row: &&PaperRow| {
            row.is_of(self.province.code)
                && self.procedure.is_none_or(|procedure| row.procedures.contains(&procedure))
                && (self.nature.is_none() || row.who.means(self.nature))
        };
        tables.papers.on(self.today).filter(is_meant).collect()
    }
}

/// How well a row is founded.
const fn founded(confidence: Confidence) -> Words {
    match confidence {
        Confidence::Confirmed => Words::fixed("两处以上印证", "confirmed by two houses"),
        Confidence::Reported => Words::fixed("一处说法", "one house says so"),
        Confidence::Disputed => Words::fixed("说法不一", "sources disagree"),
        Confidence::Unsure => Words::fixed("不确定", "unsure"),
    }
}

pub(crate) const fn whose(who: Who) -> Words {
    match who {
        Who::Individual => Words::fixed("个人", "individuals"),
        Who::Organisation => Words::fixed("单位", "organisations"),
        Who::Everyone => Words::fixed("全部", "all"),
    }
}

const fn of_paper(who: PaperWho) -> Words {
    match who {
        PaperWho::Of(who) => whose(who),
        PaperWho::Public => Words::fixed("机关、事业单位、群团", "organs and institutions"),
    }
}

/// A row in two lines: what is asked, and who says so.
pub(crate) fn row(row: &ProvinceRow, tables: &Tables, today: Day, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let (who, told) = (whose(row.who), row.told());
    let national = Words::fixed("［全国］", "[whole country] ");
    let begins = if row.code == 0 { national.get(lang) } else { "" };
    let Words { zh, en } = &told;
    let (who_zh, who_en) = (&who.zh, &who.en);
    let said = words!("- {begins}{who_zh}｜{zh}", "- {begins}{who_en} | {en}");
    writeln!(out, "{}", shown(said.get(lang)))?;
    if let Some(note) = &row.note {
        writeln!(out, "    {}", shown(note.get(lang)))?;
    }
    if let Some(other) = row.disagreement(tables.sources()) {
        writeln!(out, "    {}", shown(other.get(lang)))?;
    }
    origin(&row.provenance, today, row.kind == RowKind::Check, lang, out)
}

/// What names may not be, in two lines.
pub(crate) fn of_name(row: &NameRow, tables: &Tables, today: Day, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let (who, Words { zh, en }) = (whose(row.who), row.told());
    let kinds = row.services.iter().map(|kind| kind.term()).collect::<Vec<_>>().join("、");
    let kinds = if kinds.is_empty() { kinds } else { format!("（{kinds}）") };
    let (who_zh, who_en) = (&who.zh, &who.en);
    let said = words!("- {who_zh}｜{zh}{kinds}", "- {who_en} | {en}{kinds}");
    writeln!(out, "{}", shown(said.get(lang)))?;
    if let Some(other) = row.disagreement(tables.sources()) {
        writeln!(out, "    {}", shown(other.get(lang)))?;
    }
    origin(&row.provenance, today, row.kind == RowKind::Check, lang, out)
}

/// Who says so, how well that is founded, when it was compared, and whether rules judge by it.
fn origin(provenance: &Provenance, today: Day, is_judged: bool, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let (basis, how, checked) = (provenance.basis(today), founded(provenance.confidence), provenance.checked);
    let judged =
        if is_judged { Words::fixed("；规则据此检查", "; rules judge by it") } else { Words::default() };
    let (Words { zh, en }, basis_zh, basis_en) = (&how, &basis.zh, &basis.en);
    let (judged_zh, judged_en) = (&judged.zh, &judged.en);
    let said = words!(
        "    依据：{basis_zh}（{zh}，{checked} 核对{judged_zh}）",
        "    by: {basis_en} ({en}, compared on {checked}{judged_en})"
    );
    writeln!(out, "{}", shown(said.get(lang)))
}

/// As people read it: text that is Markdown as well.
pub(crate) fn text(asked: &Asked, tables: &Tables, rules: &str, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let (name, today) = (asked.province.name(), asked.today);
    let administration = asked.province.administration().unwrap_or_default();
    let (Words { zh, en }, by_zh, by_en) = (&name, &administration.zh, &administration.en);
    writeln!(out, "{}\n", words!("# {zh}（{by_zh}）", "# {en} ({by_en})").get(lang))?;
    let about = Words::fixed(
        "来自接入商的手册和网页，没有一行是在管局看到的；办理时以管局和接入商当时的要求为准。",
        "From manuals and pages of providers; no row was read at an administration. What they ask on the day counts.",
    );
    writeln!(out, "{}\n", about.get(lang))?;
    writeln!(out, "## {}\n", Words::fixed("要求和做法", "Demands and practice").get(lang))?;
    asked.rows(tables).iter().try_for_each(|one| row(one, tables, today, lang, out))?;
    writeln!(out, "\n## {}\n", Words::fixed("服务名称", "Names of services").get(lang))?;
    asked.names(tables).iter().try_for_each(|one| of_name(one, tables, today, lang, out))?;
    let papers = asked.papers(tables);
    writeln!(out, "\n## {}\n", Words::fixed("材料", "Papers").get(lang))?;
    papers.iter().try_for_each(|one| paper(one, today, lang, out))?;
    writeln!(out, "\n{}", rule_set(rules).get(lang))
}

pub(crate) fn paper(row: &PaperRow, today: Day, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let (who, when, name) = (of_paper(row.who), row.when.words(), &row.name);
    let procedures: Vec<&str> = row.procedures.iter().map(|procedure| procedure.term()).collect();
    let procedures = procedures.join("、");
    let (Words { zh, en }, who_zh, who_en) = (name, &who.zh, &who.en);
    let (when_zh, when_en) = (&when.zh, &when.en);
    let said = words!("- {who_zh}｜{zh}：{when_zh}（{procedures}）", "- {who_en} | {en}: {when_en} ({procedures})");
    writeln!(out, "{}", shown(said.get(lang)))?;
    if !row.words.is_empty() {
        let list = row.words.join("、");
        let said = words!("    字样：{list}", "    words: {list}");
        writeln!(out, "{}", shown(said.get(lang)))?;
    }
    if let Some(detail) = &row.detail {
        writeln!(out, "    {}", shown(detail.get(lang)))?;
    }
    origin(&row.provenance, today, false, lang, out)
}

#[derive(Serialize)]
struct Document {
    version: u32,
    tool: &'static str,
    rules: String,
    province: &'static str,
    today: String,
    rows: Vec<RowOut>,
    names: Vec<NameOut>,
    papers: Vec<PaperOut>,
}

#[derive(Serialize)]
struct NameOut {
    id: String,
    who: &'static str,
    services: Vec<&'static str>,
    /// `check` or `advice`.
    kind: &'static str,
    zh: String,
    en: String,
    confidence: &'static str,
    sources: Vec<String>,
    checked: String,
}

#[derive(Serialize)]
struct RowOut {
    /// The code of the province; 00 for the whole country.
    province: String,
    who: &'static str,
    demand: String,
    /// `check` or `advice`.
    kind: &'static str,
    value: String,
    zh: String,
    en: String,
    confidence: &'static str,
    sources: Vec<String>,
    checked: String,
}

#[derive(Serialize)]
struct PaperOut {
    id: String,
    zh: String,
    en: String,
    detail_zh: Option<String>,
    detail_en: Option<String>,
    procedures: Vec<&'static str>,
    confidence: &'static str,
    sources: Vec<String>,
    checked: String,
}

/// For programs: version 1.
pub(crate) fn json(asked: &Asked, tables: &Tables, rules: &str, out: &mut dyn Write) -> io::Result<()> {
    let row = |row: &&ProvinceRow| {
        let Words { zh, en } = row.told();
        RowOut {
            province: format!("{:02}", row.code),
            who: row.who.id(),
            demand: row.demand.clone(),
            kind: if row.kind == RowKind::Check { "check" } else { "advice" },
            value: row.value.clone(),
            zh: zh.into_owned(),
            en: en.into_owned(),
            confidence: row.provenance.confidence.as_str(),
            sources: row.provenance.sources.clone(),
            checked: row.provenance.checked.to_string(),
        }
    };
    let paper = |row: &&PaperRow| PaperOut {
        id: row.id.clone(),
        zh: row.name.zh.to_string(),
        en: row.name.en.to_string(),
        detail_zh: row.detail.as_ref().map(|detail| detail.zh.to_string()),
        detail_en: row.detail.as_ref().map(|detail| detail.en.to_string()),
        procedures: row.procedures.iter().map(|procedure| procedure.term()).collect(),
        confidence: row.provenance.confidence.as_str(),
        sources: row.provenance.sources.clone(),
        checked: row.provenance.checked.to_string(),
    };
    let name = |row: &&NameRow| {
        let Words { zh, en } = row.told();
        NameOut {
            id: row.id.clone(),
            who: row.who.id(),
            services: row.services.iter().map(|kind| kind.term()).collect(),
            kind: if row.kind == RowKind::Check { "check" } else { "advice" },
            zh: zh.into_owned(),
            en: en.into_owned(),
            confidence: row.provenance.confidence.as_str(),
            sources: row.provenance.sources.clone(),
            checked: row.provenance.checked.to_string(),
        }
    };
    let document = Document {
        version: VERSION,
        tool: TOOL,
        rules: rules.to_owned(),
        province: asked.province.code,
        today: asked.today.to_string(),
        rows: asked.rows(tables).iter().map(row).collect(),
        names: asked.names(tables).iter().map(name).collect(),
        papers: asked.papers(tables).iter().map(paper).collect(),
    };
    pretty(&document, out)
}
