//! F151: a paper in the repository is not the one that was recorded.

use crate::evidence::{Exhibit, Seen};
use crate::law::RECORD_FORMAT;
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::tell;
use crate::words;
use crate::words::Words;

/// A paper in the repository is not the one that was recorded.
pub static RULE: Rule = Rule {
    code: "F151",
    name: "paper-differs",
    severity: Severity::Error,
    title: Words::fixed("材料的文件和登记的 SHA-256 不符", "the file of a paper differs from the SHA-256 recorded"),
    demand: Words::fixed(
        "仓库里的材料就是当时递交的那一份：内容和登记的 SHA-256 一致",
        "A paper in the repository is the very one that was handed in: it has the SHA-256 recorded",
    ),
    help: Words::fixed(
        "找回当时的文件；确是换了新件的，另记一份材料，写上它的 SHA-256",
        "restore the file of then; if another one was meant, record it as a paper of its own, with its SHA-256",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Evidence(check),
    breaks: Example {
        shows: Words::fixed("文件换过了", "the file was exchanged"),
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
            Given::File { file: "example/evidence/licence.pdf", text: "another one" },
        ],
        finds: &["example/filings/2021-02-20-first/papers/0/sha256"],
    },
    keeps: Example {
        shows: Words::fixed(
            "存的是 git LFS 指针，指的正是这个文件",
            "a pointer of git LFS that stands for this very file",
        ),
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
            Given::File {
                file: "example/evidence/licence.pdf",
                text: yaml! {"
                    version https://git-lfs.github.com/spec/v1
                    oid sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
                    size 3
                "},
            },
        ],
        finds: &[],
    },
};

/// So many digits tell two files apart for a reader.
const SHOWN: usize = 12;

fn check(case: &Case<'_>, exhibit: &Exhibit<'_>, seen: &Seen, report: &mut Report<'_>) {
    let (Seen::File { sha256, is_pointer, .. }, Some(recorded)) = (seen, exhibit.sha256) else { return };
    if exhibit.is_recorded(seen) != Some(false) {
        return;
    }
    let file = &exhibit.file.value;
    let found = sha256.get(..SHOWN).unwrap_or(sha256);
    let said = if *is_pointer {
        words!(
            "{file} 是 git LFS 指针，指的是另一个文件（{found}…）",
            "`{file}` is a pointer of git LFS to another file ({found}…)"
        )
    } else {
        words!("{file} 的 SHA-256 是 {found}…，和登记的不同", "`{file}` has the SHA-256 {found}…, not the one recorded")
    };
    tell(case, report, recorded.place, said);
}
