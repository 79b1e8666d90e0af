//! Papers: what was handed in, where it is, and whether the file is still the same one.

use super::facts::{DASH, Facts};
use super::input::PaperFound;
use beian_core::model::Paper;
use beian_core::words::Words;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct PaperView {
    filing: String,
    kind: String,
    of: String,
    dated: String,
    kept: String,
    sha256: Option<String>,
    checked: String,
}

pub(super) fn papers(facts: Facts<'_>) -> Vec<PaperView> {
    let mut found = Vec::new();
    for filing in &facts.input.subject.filings {
        for (index, paper) in filing.record.value.papers.items().iter().enumerate() {
            let file = facts.input.papers.get(&(filing.stem.clone(), index));
            found.push(view(facts, &filing.stem, &paper.value, file));
        }
    }
    found
}

fn view(facts: Facts<'_>, stem: &str, paper: &Paper, file: Option<&PaperFound>) -> PaperView {
    let text = |text: Option<String>| text.filter(|text| !text.is_empty()).unwrap_or_else(|| DASH.to_owned());
    let place = paper.file.known().or(paper.kept.known());
    let expected = paper.sha256.known().map(|hash| hash.to_ascii_lowercase());
    PaperView {
        filing: stem.to_owned(),
        kind: text(paper.kind.known().map(|kind| facts.mask.text(kind))),
        of: text(paper.of.known().map(|of| of_whom(facts, of))),
        dated: text(paper.dated.known().map(ToString::to_string)),
        kept: text(place.map(|place| facts.mask.text(place))),
        checked: facts.say(&checked(paper, expected.as_deref(), file)),
        sha256: expected,
    }
}

fn of_whom(facts: Facts<'_>, of: &str) -> String {
    if let Some(key) = of.strip_prefix("people/") {
        return facts.person(key);
    }
    match of.strip_prefix("services/") {
        Some(key) => super::services::name(facts, key),
        None if of == "subject" => facts.say(&Words::fixed("主体", "the subject")),
        None => facts.mask.text(of),
    }
}

fn checked(paper: &Paper, expected: Option<&str>, file: Option<&PaperFound>) -> Words {
    if paper.file.is_absent() {
        return if paper.kept.is_absent() {
            Words::fixed("没有写明在哪里", "nobody wrote where it is")
        } else {
            Words::fixed("不在仓库，另存于所列处", "not in the repository, kept where it says")
        };
    }
    match (file, expected) {
        (Some(PaperFound::Hash(found)), Some(expected)) if found == expected => Words::fixed("相符", "matches"),
        (Some(PaperFound::Hash(_)), Some(_)) => {
            Words::fixed("不符：文件与登记的 SHA-256 不同", "differs from its SHA-256")
        }
        (Some(PaperFound::Hash(_)), None) => {
            Words::fixed("文件在，没有登记 SHA-256，无法核对", "there, without a SHA-256 to check it by")
        }
        (Some(PaperFound::Unreadable), _) => {
            Words::fixed("不是 evidence/ 里的普通文件，没有打开", "no plain file of evidence/; not opened")
        }
        (Some(PaperFound::Nothing) | None, _) => Words::fixed("文件不在仓库里", "the file is not in the repository"),
    }
}
