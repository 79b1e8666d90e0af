//! F153: what is named as the file of a paper is no plain file in `evidence/`.

use crate::evidence::{Exhibit, Seen};
use crate::law::RECORD_FORMAT;
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::tell;
use crate::words;
use crate::words::Words;

/// What is named as the file of a paper is no plain file in `evidence/`.
pub static RULE: Rule = Rule {
    code: "F153",
    name: "paper-outside-evidence",
    severity: Severity::Error,
    title: Words::fixed("材料的文件不是 evidence/ 里的普通文件", "the file of a paper is no plain file in evidence/"),
    demand: Words::fixed(
        "材料是主体的 evidence/ 里的普通文件：符号链接、文件夹和别处的文件都不打开",
        "A paper is a plain file in the subject's `evidence/`: links, folders and files elsewhere are not opened",
    ),
    help: Words::fixed(
        "把文件本身放进 evidence/，写它的名字",
        "put the file itself into `evidence/` and write its name",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Evidence(check),
    breaks: Example {
        shows: Words::fixed("写的是别处的文件", "a file elsewhere"),
        given: &[Given::Edit {
            file: "example/filings/2021-02-20-first.yaml",
            old: yaml! {"
                    where: 公司档案柜 A-3
                  - kind: 居民身份证
            "},
            new: yaml! {r#"
                    file: ../subject.yaml
                    sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                  - kind: 居民身份证
            "#},
        }],
        finds: &["example/filings/2021-02-20-first/papers/0/file"],
    },
    keeps: Example {
        shows: Words::fixed("evidence/ 里的文件", "a file in `evidence/`"),
        given: &[
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: yaml! {"
                        where: 公司档案柜 A-3
                      - kind: 居民身份证
                "},
                new: yaml! {r#"
                        file: 2021/licence.pdf
                        sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                      - kind: 居民身份证
                "#},
            },
            Given::File { file: "example/evidence/2021/licence.pdf", text: "abc" },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, exhibit: &Exhibit<'_>, seen: &Seen, report: &mut Report<'_>) {
    if *seen == Seen::NoFile {
        let file = &exhibit.file.value;
        let said = words!(
            "{file} 不是 evidence/ 里的普通文件，没有打开",
            "`{file}` is no plain file in `evidence/` and was not opened"
        );
        tell(case, report, exhibit.file.place, said);
    }
}
