//! T107: the notice of an empty shell runs or has run out.

use crate::day::Day;
use crate::filed::is_moot;
use crate::law::MIIT_6;
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::vocabulary::{OfficialKind, PeriodKind};
use crate::words;
use crate::words::Words;

/// The notice of an empty shell runs or has run out.
pub static RULE: Rule = Rule {
    code: "T107",
    name: "empty-shell-notice-runs",
    severity: Severity::Warning,
    title: Words::fixed("空壳备案公告正在进行或已经期满", "the notice of an empty shell runs or has run out"),
    demand: Words::fixed(
        "没有接入的备案公告期满即被删除；公告期由各次公告自定（见过 {shell-notice}），没写期满日的按最短的提醒",
        "A filing without access is deleted when the notice ends; each notice sets its own length ({shell-notice} were \
         seen), and the shortest is counted where it gives no day",
    ),
    help: Words::fixed("公告期内办理新增接入，或注销", "file a new access within that time, or deregister"),
    sources: &[MIIT_6.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("公告中", "it runs"),
        given: &[Given::File {
            file: "example/official/2026-11-02-letter.yaml",
            text: yaml! {"
                kind: 空壳公告
                authority: 浙江省通信管理局
                received: 2026-11-02
                about: 备案信息核查
                demands: 核对联系方式并书面答复
                due: 2026-12-01
            "},
        }],
        finds: &["example/official/2026-11-02-letter/due"],
    },
    keeps: Example {
        shows: Words::fixed("已恢复接入并答复", "answered"),
        given: &[Given::File {
            file: "example/official/2026-11-02-letter.yaml",
            text: yaml! {"
                kind: 空壳公告
                authority: 浙江省通信管理局
                received: 2026-11-02
                about: 备案信息核查
                demands: 核对联系方式并书面答复
                due: 2026-12-01
                answered: 2026-11-10
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    for letter in &case.subject.official {
        let record = &letter.record.value;
        let open = record.kind.known() == Some(&OfficialKind::EmptyShell) && record.answered.is_absent();
        if !open || is_moot(case.subject, record, case.today) {
            continue;
        }
        let stem = &letter.stem;
        if let Some(due) = record.due.placed() {
            let place = due.place;
            report.at(place, ends(stem, due.value.day(), case.today));
        } else if let Some(received) = record.received.placed().filter(|_| record.due.is_absent()) {
            let Some(counted) = case.tables.count(PeriodKind::ShellNotice, "", received.value) else { continue };
            let Some(soonest) = counted.soonest(&case.tables.calendar) else { continue };
            report.at(received.place, may_end(stem, soonest, case.today)).counted_by(counted.period);
        }
    }
}

/// What a notice that names its last day means.
fn ends(stem: &str, due: Day, today: Day) -> Words {
    if due < today {
        return words!(
            "空壳公告 {stem} 到 {due} 期满，备案可能已被删除",
            "the notice `{stem}` ended on {due}; the filing may be gone"
        );
    }
    words!(
        "空壳公告 {stem} 到 {due} 期满，在此之前要恢复接入",
        "the notice `{stem}` ends on {due}; restore an access before"
    )
}

/// What one means of which the records give no last day: nobody knows it, and only the shortest is a warning.
fn may_end(stem: &str, soonest: Day, today: Day) -> Words {
    if soonest < today {
        return words!(
            "空壳公告 {stem} 没有写期满日，最短的公告期 {soonest} 已过，备案可能已被删除",
            "the notice `{stem}` gives no last day; the shortest seen would have ended on {soonest}, and the filing \
             may be gone"
        );
    }
    words!(
        "空壳公告 {stem} 没有写期满日，最短的公告期到 {soonest}，在此之前要恢复接入",
        "the notice `{stem}` gives no last day; the shortest seen would end on {soonest}: restore an access before"
    )
}
