//! T106: a letter is due and was not answered.

use crate::filed::is_moot;
use crate::law::{Article, MII_33};
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::vocabulary::OfficialKind;
use crate::words;
use crate::words::Words;

/// A letter is due and was not answered.
pub static RULE: Rule = Rule {
    code: "T106",
    name: "letter-unanswered",
    severity: Severity::Error,
    title: Words::fixed("来函到期没有答复", "a letter is due and was not answered"),
    demand: Words::fixed(
        "责令整改、核查通知等要在期限内答复；逾期可能被关停和注销备案",
        "Orders to correct and calls for review are answered by their day; else the site may be closed and the filing \
         cancelled",
    ),
    help: Words::fixed("办理并写 answered", "do what it demands and add `answered`"),
    sources: &[
        MII_33.articles(&[Article::new(22), Article::new(23), Article::new(24), Article::new(25), Article::new(26)]),
        MII_33.articles(&[Article::new(21), Article::new(28)]),
    ],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("过期未答复", "overdue"),
        given: &[Given::File {
            file: "example/official/2026-11-02-letter.yaml",
            text: yaml! {"
                kind: 责令整改
                authority: 浙江省通信管理局
                received: 2026-11-02
                about: 备案信息核查
                demands: 核对联系方式并书面答复
                due: 2026-11-16
            "},
        }],
        finds: &["example/official/2026-11-02-letter/due"],
    },
    keeps: Example {
        shows: Words::fixed("已经答复", "answered"),
        given: &[Given::File {
            file: "example/official/2026-11-02-letter.yaml",
            text: yaml! {"
                kind: 责令整改
                authority: 浙江省通信管理局
                received: 2026-11-02
                about: 备案信息核查
                demands: 核对联系方式并书面答复
                due: 2026-11-16
                answered: 2026-11-10
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    for letter in &case.subject.official {
        let record = &letter.record.value;
        let open = record.answered.is_absent() && !is_moot(case.subject, record, case.today);
        let Some(due) = record.due.placed().filter(|_| open) else { continue };
        let kind = record.kind.known().copied();
        // The notice of an empty shell has a rule of its own.
        if kind == Some(OfficialKind::EmptyShell) {
            continue;
        }
        let (stem, day, left) = (&letter.stem, due.value, case.today.days_until(due.value.day()));
        let heavy = if matches!(kind, Some(OfficialKind::ProviderNotice | OfficialKind::Other)) {
            Severity::Warning
        } else {
            Severity::Error
        };
        if left < 0 {
            report
                .at(
                    due.place,
                    words!(
                        "来函 {stem} 要在 {day} 前答复，还没有答复",
                        "the letter `{stem}` was to be answered by {day} and was not"
                    ),
                )
                .at_most(heavy);
        } else if left <= SOON {
            report
                .at(
                    due.place,
                    words!(
                        "来函 {stem} 要在 {day} 前答复，还有 {left} 天",
                        "the letter `{stem}` is to be answered by {day}, in {left} days"
                    ),
                )
                .at_most(Severity::Note);
        }
    }
}

/// How many days before its day a letter is told.
const SOON: i64 = 7;
