//! F152: a paper lies in the folder but is not in git, whereas its subject is.

use crate::evidence::{Exhibit, Seen};
use crate::law::RECORD_FORMAT;
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::tell;
use crate::words;
use crate::words::Words;

/// A paper lies in the folder but is not in git, whereas its subject is.
pub static RULE: Rule = Rule {
    code: "F152",
    name: "paper-untracked",
    severity: Severity::Warning,
    title: Words::fixed("材料的文件没有进 git", "the file of a paper is not in git"),
    demand: Words::fixed(
        "记录提交了，它写明的材料也要提交；否则换一台机器就没有这份材料",
        "Where records are committed, so are the papers that they name; else no other machine has them",
    ),
    help: Words::fixed(
        "git add 这个文件；被 .gitignore 排除的，改写 where 写明存放处，或 git add -f",
        "`git add` the file; if `.gitignore` leaves it out, write `where` it is kept, or `git add -f`",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Evidence(check),
    breaks: Example {
        shows: Words::fixed("记录在 git 里，材料不在", "the records are in git, the paper is not"),
        given: &[
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: yaml! {"
                        where: 公司档案柜 A-3
                      - kind: 居民身份证
                "},
                new: yaml! {r#"
                        file: evidence/licence.pdf
                        sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                      - kind: 居民身份证
                "#},
            },
            Given::Untracked { file: "example/evidence/licence.pdf", text: "abc" },
        ],
        finds: &["example/filings/2021-02-20-first/papers/0/file"],
    },
    keeps: Example {
        shows: Words::fixed("材料不进 git，写明存放处", "a paper that is not for git, with where it is kept"),
        given: &[Given::Stands {
            file: "example/filings/2021-02-20-first.yaml",
            text: yaml! {"
                  - kind: 居民身份证
                    of: people/zhang
                    where: 公司档案柜 A-3
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, exhibit: &Exhibit<'_>, seen: &Seen, report: &mut Report<'_>) {
    if matches!(seen, Seen::File { is_tracked: false, .. }) {
        let file = &exhibit.file.value;
        let said = words!("{file} 还没有进 git", "`{file}` is not in git yet");
        tell(case, report, exhibit.file.place, said);
    }
}
