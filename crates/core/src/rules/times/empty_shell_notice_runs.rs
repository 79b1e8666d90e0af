//! T107: the notice of an empty shell runs or has run out.

use crate::filed::is_moot;
use crate::law::MIIT_6;
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::vocabulary::OfficialKind;
use crate::words;
use crate::words::Words;

/// The notice of an empty shell runs or has run out.
pub static RULE: Rule = Rule {
    code: "T107",
    name: "empty-shell-notice-runs",
    severity: Severity::Warning,
    title: Words::fixed("空壳备案公告正在进行或已经期满", "the notice of an empty shell runs or has run out"),
    demand: Words::fixed(
        "没有接入的备案公告期满即被删除；公告期各省不一（七天到两个多月），来函没写的按七天提醒",
        "A filing without access is deleted when the notice ends; its length differs (seven days to more than two \
         months), and seven are counted where the letter gives no day",
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
        let given = record.due.placed().map(|due| (due.place, due.value));
        let counted = || record.received.placed().map(|received| (received.place, received.value.plus_days(DAYS)));
        let Some((place, due)) = given.or_else(counted) else { continue };
        let stem = &letter.stem;
        if due < case.today {
            report.at(
                place,
                words!(
                    "空壳公告 {stem} 到 {due} 期满，备案可能已被删除",
                    "the notice `{stem}` ended on {due}; the filing may be gone"
                ),
            );
        } else {
            report.at(
                place,
                words!(
                    "空壳公告 {stem} 到 {due} 期满，在此之前要恢复接入",
                    "the notice `{stem}` ends on {due}; restore an access before"
                ),
            );
        }
    }
}

/// The shortest notice seen.
const DAYS: i64 = 7;
