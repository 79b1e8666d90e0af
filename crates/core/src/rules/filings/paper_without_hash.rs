//! F135: a paper in the repository has no SHA-256.

use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::tell;
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// A paper in the repository has no SHA-256.
pub static RULE: Rule = Rule {
    code: "F135",
    name: "paper-without-hash",
    severity: Severity::Warning,
    title: Words::fixed("仓库里的材料没有 SHA-256", "a paper in the repository has no SHA-256"),
    demand: Words::fixed(
        "存在仓库里的材料以 SHA-256 与订单绑定，换了文件看得出来",
        "A file in the repository is bound to its order by its SHA-256, so that an exchanged file shows",
    ),
    help: Words::fixed("补写 sha256", "add `sha256`"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("只有文件名", "a name only"),
        given: &[
            parts::OFFICE_MOVED,
            Given::File {
                file: "example/filings/2026-07-06-address.yaml",
                text: yaml! {r#"
                    procedure: 变更主体
                    through: 阿里云
                    order: "20260706000017"
                    covers:
                      - subject
                    facts:
                      subject/address:
                        from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                        to: 浙江省杭州市滨江区江南大道 588 号 1206 室
                    effective: 2026-08-20
                    events:
                      - at: 2026-07-06T10:00:00+08:00
                        event: 提交订单
                      - at: 2026-07-07T09:40:00+08:00
                        event: 初审通过
                      - at: 2026-07-07T09:41:00+08:00
                        event: 发送短信
                      - at: 2026-07-07T10:05:00+08:00
                        event: 短信核验
                        who: zhang
                      - at: 2026-07-07T10:06:00+08:00
                        event: 提交管局
                      - at: 2026-07-24T15:30:00+08:00
                        event: 管局通过
                    papers:
                      - kind: 营业执照
                        of: subject
                        file: evidence/notice.pdf
                "#},
            },
            Given::File { file: "example/evidence/notice.pdf", text: "" },
        ],
        finds: &["example/filings/2026-07-06-address/papers/0/file"],
    },
    keeps: Example {
        shows: Words::fixed("有 SHA-256", "with its hash"),
        given: &[
            parts::OFFICE_MOVED,
            Given::File {
                file: "example/filings/2026-07-06-address.yaml",
                text: yaml! {r#"
                    procedure: 变更主体
                    through: 阿里云
                    order: "20260706000017"
                    covers:
                      - subject
                    facts:
                      subject/address:
                        from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                        to: 浙江省杭州市滨江区江南大道 588 号 1206 室
                    effective: 2026-08-20
                    events:
                      - at: 2026-07-06T10:00:00+08:00
                        event: 提交订单
                      - at: 2026-07-07T09:40:00+08:00
                        event: 初审通过
                      - at: 2026-07-07T09:41:00+08:00
                        event: 发送短信
                      - at: 2026-07-07T10:05:00+08:00
                        event: 短信核验
                        who: zhang
                      - at: 2026-07-07T10:06:00+08:00
                        event: 提交管局
                      - at: 2026-07-24T15:30:00+08:00
                        event: 管局通过
                    papers:
                      - kind: 营业执照
                        of: subject
                        file: evidence/notice.pdf
                        sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                "#},
            },
            Given::File { file: "example/evidence/notice.pdf", text: "" },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    for paper in named.record.papers.items() {
        if let Some(file) = paper.value.file.placed().filter(|_| paper.value.sha256.is_absent()) {
            let name = &file.value;
            tell(case, report, file.place, words!("{name} 没有 SHA-256", "`{name}` has no SHA-256"));
        }
    }
}
