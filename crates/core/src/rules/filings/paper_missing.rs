//! F150: a paper that is said to be in the repository is not there.

use crate::evidence::{Exhibit, Seen};
use crate::law::RECORD_FORMAT;
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A paper that is said to be in the repository is not there.
pub static RULE: Rule = Rule {
    code: "F150",
    name: "paper-missing",
    severity: Severity::Error,
    title: Words::fixed("材料的文件不在仓库里", "the file of a paper is not in the repository"),
    demand: Words::fixed(
        "记录里写了文件的材料，文件就在主体的 evidence/ 里；否则查验时拿不出来",
        "A paper whose file is named is in the subject's `evidence/`; else it cannot be shown when it is asked for",
    ),
    help: Words::fixed(
        "把原件放回 evidence/；材料另存别处的，删去 file，改写 where",
        "put the original back into `evidence/`; where it is kept elsewhere, write `where` instead of `file`",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Evidence(check),
    breaks: Example {
        shows: Words::fixed("写了文件，文件不在", "a file that is named and not there"),
        given: &[Given::Edit {
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
        }],
        finds: &["example/filings/2021-02-20-first/papers/0/file"],
    },
    keeps: Example {
        shows: Words::fixed("文件在", "the file is there"),
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
            Given::File { file: "example/evidence/licence.pdf", text: "abc" },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, exhibit: &Exhibit<'_>, seen: &Seen, report: &mut Report<'_>) {
    if *seen == Seen::Missing {
        let file = &exhibit.file.value;
        let said = words!("{file} 不在仓库里", "`{file}` is not in the repository");
        report.at(exhibit.file.place, said).at_most(case.missing());
    }
}
