//! T117: a letter demands something and does not say by when.

use crate::filed::is_moot;
use crate::law::RECORD_FORMAT;
use crate::model::Official;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::vocabulary::OfficialKind;
use crate::words;
use crate::words::Words;

/// A letter demands something and does not say by when.
pub static RULE: Rule = Rule {
    code: "T117",
    name: "letter-without-due",
    severity: Severity::Warning,
    title: Words::fixed("来函有要求，没有写期限", "a letter demands something and does not say by when"),
    demand: Words::fixed(
        "没有 due 的来函不会到期提醒；期限写在函里，或要向发函单位问清",
        "Without `due` nothing tells when an answer is late; the letter says by when, or its sender is asked",
    ),
    help: Words::fixed(
        "写 due（一天，或带时区的时刻）；已答复的写 answered",
        "add `due`, a day or a moment with its offset; what was answered gets `answered`",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("要求整改，没有期限", "an order to correct without a day"),
        given: &[Given::File {
            file: "example/official/2026-11-02-letter.yaml",
            text: yaml! {"
                kind: 责令整改
                authority: 浙江省通信管理局
                received: 2026-11-02
                about: 备案信息核查
                demands: 核对联系方式并书面答复
            "},
        }],
        finds: &["example/official/2026-11-02-letter/demands"],
    },
    keeps: Example {
        shows: Words::fixed("期限是一个时刻", "due at a moment"),
        given: &[
            crate::rules::parts::FORMAT_2,
            Given::File {
                file: "example/official/2026-11-02-letter.yaml",
                text: yaml! {"
                    kind: 责令整改
                    authority: 浙江省通信管理局
                    received: 2026-11-02
                    due: 2027-01-16T17:00:00+08:00
                    about: 备案信息核查
                    demands: 核对联系方式并书面答复
                "},
            },
        ],
        finds: &[],
    },
};

/// Whether a letter demands something, names no day, and is not answered.
pub(crate) fn is_open(case: &Case<'_>, letter: &Official) -> bool {
    let demands = letter.demands.known().is_some_and(|demands| !demands.0.is_empty());
    let open = letter.due.is_absent() && letter.answered.is_absent();
    // The notice of an empty shell runs for a time that is known.
    let is_shell = letter.kind.known() == Some(&OfficialKind::EmptyShell);
    demands && open && !is_shell && !is_moot(case.subject, letter, case.today)
}

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    for letter in &case.subject.official {
        let record = &letter.record.value;
        let Some(demands) = record.demands.placed().filter(|_| is_open(case, record)) else { continue };
        let stem = &letter.stem;
        report
            .at(
                demands.place,
                words!("来函 {stem} 有要求，没有写期限", "the letter `{stem}` demands something and has no `due`"),
            )
            .at_most(case.most());
    }
}
