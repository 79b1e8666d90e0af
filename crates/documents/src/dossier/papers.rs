//! Papers: what was handed in, where it is, and whether the file is still the same one.

use super::facts::{DASH, Facts};
use super::input::Audience;
use beian_core::evidence::{Evidence, Exhibit, Seen, exhibits};
use beian_core::model::Paper;
use beian_core::words;
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
        for paper in filing.record.value.papers.items() {
            found.push(view(facts, &filing.stem, &paper.value));
        }
    }
    found
}

fn view(facts: Facts<'_>, stem: &str, paper: &Paper) -> PaperView {
    let text = |text: Option<String>| text.filter(|text| !text.is_empty()).unwrap_or_else(|| DASH.to_owned());
    let place = paper.file.known().or(paper.kept.known());
    PaperView {
        filing: stem.to_owned(),
        kind: text(paper.kind.known().map(|kind| facts.mask.text(kind))),
        of: text(paper.of.known().map(|of| of_whom(facts, of))),
        dated: text(dated(facts, paper)),
        kept: text(place.map(|place| facts.mask.text(place))),
        checked: facts.say(&checked(paper, facts.input.evidence)),
        sha256: paper.sha256.known().map(|hash| hash.to_ascii_lowercase()),
    }
}

/// The date of a paper, and the day on which it came, where that is known.
fn dated(facts: Facts<'_>, paper: &Paper) -> Option<String> {
    let dated = paper.dated.known().map(ToString::to_string);
    let Some(added) = paper.added.known() else { return dated };
    let dated = dated.unwrap_or_else(|| DASH.to_owned());
    Some(facts.say(&words!("{dated}（{added} 入档）", "{dated} (came on {added})")))
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

fn checked(paper: &Paper, evidence: Option<&Evidence>) -> Words {
    let Some(exhibit) = Exhibit::of(paper) else {
        return if paper.kept.is_absent() {
            Words::fixed("没有写明在哪里", "nobody wrote where it is")
        } else {
            Words::fixed("不在仓库，另存于所列处", "not in the repository, kept where it says")
        };
    };
    let Some(seen) = evidence.and_then(|evidence| evidence.seen(&exhibit.file.value)) else {
        return Words::fixed("没有核对", "not checked");
    };
    match (seen, exhibit.is_recorded(seen)) {
        (Seen::File { is_tracked: false, .. }, Some(true)) => {
            Words::fixed("相符，但没有提交进 git", "matches, but is not in git")
        }
        (Seen::File { .. }, Some(true)) => Words::fixed("相符", "matches"),
        (Seen::File { .. }, Some(false)) => Words::fixed("不符：文件与登记的 SHA-256 不同", "differs from its SHA-256"),
        (Seen::File { .. }, None) => {
            Words::fixed("文件在，没有登记 SHA-256，无法核对", "there, without a SHA-256 to check it by")
        }
        (Seen::NoFile, _) => {
            Words::fixed("不是 evidence/ 里的普通文件，没有打开", "no plain file of evidence/; not opened")
        }
        (Seen::Missing, _) => Words::fixed("文件不在仓库里", "the file is not in the repository"),
        (Seen::Unseen(Words { zh, en }), _) => words!("没有看到文件，没有核对：{zh}", "not seen and not checked: {en}"),
    }
}

/// What of the evidence is not as it is recorded, in the words of the page over all dossiers.
pub(super) fn gaps(facts: Facts<'_>) -> Vec<Words> {
    // Where papers are kept is nobody's business outside.
    let asked = facts.input.evidence.filter(|_| facts.input.terms.audience != Audience::Public);
    let Some(evidence) = asked else { return Vec::new() };
    let [mut missing, mut other, mut untracked, mut unseen] = [0; 4];
    for exhibit in exhibits(facts.input.subject) {
        let Some(seen) = evidence.seen(&exhibit.file.value) else { continue };
        match (seen, exhibit.is_recorded(seen)) {
            (Seen::Missing | Seen::NoFile, _) => missing += 1,
            (Seen::File { .. }, Some(false)) => other += 1,
            (Seen::File { is_tracked: false, .. }, _) => untracked += 1,
            (Seen::Unseen(_), _) => unseen += 1,
            (Seen::File { is_tracked: true, .. }, _) => {}
        }
    }
    let count = |count: usize, words: fn(usize) -> Words| (0 < count).then(|| words(count));
    let all = [
        count(missing, |count| words!("{count} 份材料不在仓库里", "papers not in the repository: {count}")),
        count(other, |count| {
            words!("{count} 份材料和登记的 SHA-256 不符", "papers that differ from their SHA-256: {count}")
        }),
        count(untracked, |count| words!("{count} 份材料没有提交进 git", "papers not in git: {count}")),
        count(unseen, |count| words!("{count} 份材料没有看到，没有核对", "papers not seen and not checked: {count}")),
    ];
    all.into_iter().flatten().collect()
}
