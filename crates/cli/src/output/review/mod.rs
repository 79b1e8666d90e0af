//! A review as people and programs read it.

pub(crate) mod github;
pub(crate) mod history;
pub(crate) mod json;
pub(crate) mod markdown;
mod narrow;
mod points;
pub(crate) mod text;

use beian_core::change::Fact;
use beian_core::day::Day;
use beian_core::rule::Severity;
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_records::git::ChangedFile;
use beian_records::review::{Lost, Review, SubjectReview};

/// A review, ready to be printed.
#[derive(Debug)]
pub(crate) struct Report {
    /// What was found, with paths from the root of the repository on.
    pub(crate) review: Review,
    /// How many new findings the older side's waivers accept.
    pub(crate) waived: usize,
    /// How many new findings the older side's baseline hides.
    pub(crate) adopted: usize,
    /// Whether the files that records name as evidence were looked at.
    pub(crate) evidence: bool,
    /// The version of the rule set by which was judged.
    pub(crate) rules: String,
    /// What was compared.
    pub(crate) sides: Sides,
    /// The day that counts as today.
    pub(crate) today: Day,
}

/// What was compared, as ids of commits.
#[derive(Debug)]
pub(crate) struct Sides {
    /// The older side.
    pub(crate) base: String,
    /// The newer side; none for the working tree.
    pub(crate) head: Option<String>,
}

/// How many digits of a commit's id are shown.
const SHORT: usize = 10;

impl Sides {
    /// Both sides in words.
    pub(crate) fn words(&self) -> Words {
        let base = short(&self.base);
        match &self.head {
            Some(head) => {
                let head = short(head);
                words!("{base} → {head}", "{base} → {head}")
            }
            None => words!("{base} → 工作目录", "{base} → working tree"),
        }
    }
}

/// That a fact could not be compared.
pub(crate) fn not_read(fact: &Fact) -> Words {
    words!("{fact} 有一边读不出来，没有比较", "{fact} cannot be read on one side and was not compared")
}

/// The first digits of a commit's id.
pub(crate) fn short(id: &str) -> &str {
    id.get(..SHORT).unwrap_or(id)
}

impl Report {
    /// How many findings weigh so much.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.review.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// How much was found, in one line.
    pub(crate) fn counted(&self) -> Words {
        let (accepted, of_accepted) = self.accepted();
        let [errors, warnings, notes] = [Severity::Error, Severity::Warning, Severity::Note].map(|one| self.count(one));
        let (not_compared, of_not_compared) = self.not_compared();
        let (subjects, solved) = (self.compared(), self.review.solved);
        let [of_subjects, of_errors, of_warnings, of_notes] =
            [(subjects, "subject"), (errors, "new error"), (warnings, "new warning"), (notes, "new note")]
                .map(|(count, noun)| many(count, noun));
        words!(
            "{subjects} 个主体有变{not_compared}；新增 {errors} 个错误、{warnings} 个警告、{notes} 条提示，\
             消除 {solved} 处{accepted}",
            "{of_subjects} changed{of_not_compared}; {of_errors}, {of_warnings}, {of_notes}, \
             {solved} solved{of_accepted}"
        )
    }

    /// How many subjects were compared and differ.
    pub(crate) fn compared(&self) -> usize {
        self.review.subjects.iter().filter(|subject| subject.lost.is_empty()).count()
    }

    /// Whether something could not be seen; where it only could not be read as records, a
    /// finding tells, if any counts.
    pub(crate) fn unseen(&self, any_counts: bool) -> bool {
        let mut lost = self.review.subjects.iter().flat_map(|subject| &subject.lost);
        lost.any(|lost| !any_counts || !lost.unseen.why.is_of_records())
    }

    /// How many were not compared.
    fn not_compared(&self) -> (String, String) {
        match self.review.subjects.len() - self.compared() {
            0 => (String::new(), String::new()),
            left => (format!("，{left} 个不能比较"), format!(", {left} cannot be compared")),
        }
    }

    /// What is new and not told, so that nobody takes silence for a clean change.
    fn accepted(&self) -> (String, String) {
        let (mut zh, mut en) = (String::new(), String::new());
        let (waived, adopted) = (self.waived, self.adopted);
        if 0 < waived {
            zh += &format!("，豁免 {waived} 处");
            en += &format!(", {waived} waived");
        }
        if 0 < adopted {
            zh += &format!("，基线盖住 {adopted} 处");
            en += &format!(", {adopted} hidden by the baseline");
        }
        if !self.evidence {
            zh += "；没有核对 evidence/ 里的材料（--no-evidence）";
            en += "; files in evidence/ were not looked at (--no-evidence)";
        }
        let unseen = self.review.unseen_papers.len();
        if 0 < unseen {
            zh += &format!("；{unseen} 份材料没有看到，没有核对");
            en += &format!("; {} of evidence not seen and not checked", many(unseen, "file"));
        }
        (zh, en)
    }
}

/// What kept a subject from being compared.
pub(crate) fn lost(lost: &Lost) -> Words {
    let (path, Words { zh, en }) = (&lost.unseen.path, lost.unseen.why.words());
    if lost.newer {
        words!("不能比较：新的一边 {path}：{zh}", "cannot be compared: {path} on the newer side: {en}")
    } else {
        words!("不能比较：旧的一边 {path}：{zh}", "cannot be compared: {path} on the older side: {en}")
    }
}

/// What became of a file of evidence.
pub(crate) fn of_evidence(file: &ChangedFile) -> Words {
    let name = &file.name;
    match (file.was, file.is) {
        (false, _) => words!("材料 {name} 是新的", "{name} is new"),
        (true, false) => words!("材料 {name} 没有了", "{name} is gone"),
        (true, true) => words!("材料 {name} 换了内容", "{name} has another content"),
    }
}

/// A number of things.
pub(crate) fn many(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// What became of a subject, if it is more than a change.
pub(crate) fn fate(subject: &SubjectReview, lang: Lang) -> &'static str {
    match (subject.was, subject.is, lang) {
        (false, _, Lang::Zh) => "（新）",
        (false, _, Lang::En) => " (new)",
        (true, false, Lang::Zh) => "（已删除）",
        (true, false, Lang::En) => " (gone)",
        (true, true, _) => "",
    }
}
