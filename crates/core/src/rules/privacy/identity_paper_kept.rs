//! P107: a copy of a person's identity paper lies among the records.

use crate::evidence::{Exhibit, Seen};
use crate::law::{Article, PIPL, RECORD_FORMAT};
use crate::model::Paper;
use crate::record::Vocabulary as _;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::vocabulary::CertificateKind;
use crate::words;
use crate::words::Words;

/// A copy of a person's identity paper lies among the records.
pub static RULE: Rule = Rule {
    code: "P107",
    name: "identity-paper-kept",
    severity: Severity::Warning,
    title: Words::fixed("个人证件的图像存在记录里", "a copy of a person's identity paper lies among the records"),
    demand: Words::fixed(
        "图像里有号码、住址和相貌，遮盖不了；git 又会永远保留提交过的文件，而个人信息只应保留必要的时间",
        "A copy shows number, address and face, and cannot be masked; git keeps for ever what was committed, while \
         personal information is kept no longer than needed",
    ),
    help: Words::fixed(
        "把文件移出 evidence/，用 where 写明存放处；提交过的，要从历史里清除才算删掉",
        "move the file out of evidence/ and write `where` it is kept; what was committed is gone only when it is taken \
         out of the history",
    ),
    sources: &[PIPL.articles(&[Article::new(6), Article::new(19), Article::new(51)]), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Evidence(check),
    breaks: Example {
        shows: Words::fixed("身份证的扫描件", "a scan of an identity card"),
        given: &[
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: yaml! {"
                      - kind: 居民身份证
                        of: people/zhang
                        where: 公司档案柜 A-3
                "},
                new: yaml! {r#"
                      - kind: 居民身份证
                        of: people/zhang
                        file: evidence/card.pdf
                        sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                "#},
            },
            Given::File { file: "example/evidence/card.pdf", text: "abc" },
        ],
        finds: &["example/filings/2021-02-20-first/papers/1/file"],
    },
    keeps: Example {
        shows: Words::fixed("不进记录，写明存放处", "it is kept elsewhere, and the paper says where"),
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

/// Whether a paper shows the identity of a person: it is called after one of their certificates.
fn shows_identity(paper: &Paper) -> bool {
    let personal = (0..).map_while(CertificateKind::from_index).filter(|kind| kind.is_personal());
    let mut terms = personal.filter_map(|kind| CertificateKind::INFO.terms.get(kind.index()));
    let Some(called) = paper.kind.known() else { return false };
    terms.any(|term| called.contains(term.canonical) || term.aliases.iter().any(|alias| called.contains(alias)))
}

fn check(case: &Case<'_>, exhibit: &Exhibit<'_>, seen: &Seen, report: &mut Report<'_>) {
    let papers = case.subject.filings.iter().flat_map(|filing| filing.record.value.papers.items());
    let is_it = |paper: &&Paper| paper.file.placed().is_some_and(|file| file.place == exhibit.file.place);
    let Some(paper) = papers.map(|paper| &paper.value).find(is_it) else { return };
    if matches!(seen, Seen::File { .. }) && shows_identity(paper) {
        let file = &exhibit.file.value;
        report.at(
            exhibit.file.place,
            words!(
                "{file} 是个人证件的图像，和记录放在一起",
                "`{file}` is a copy of an identity paper, among the records"
            ),
        );
    }
}
