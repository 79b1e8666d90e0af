//! F134: the SHA-256 of a paper is not 64 hexadecimal digits.

use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::tell;
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// The SHA-256 of a paper is not 64 hexadecimal digits.
pub static RULE: Rule = Rule {
    code: "F134",
    name: "paper-hash-malformed",
    severity: Severity::Error,
    title: Words::fixed("材料的 SHA-256 不是 64 位十六进制", "the SHA-256 of a paper is not 64 hexadecimal digits"),
    demand: Words::fixed(
        "SHA-256 是 64 位十六进制数，才能证明文件没有换过",
        "A SHA-256 has 64 hexadecimal digits; only then does it prove that a file is the same",
    ),
    help: Words::fixed("用 sha256sum 重新计算", "compute it again, as with sha256sum"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("少了几位", "some digits short"),
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
                        where: A-3
                        sha256: "e3b0c442"
                "#},
            },
        ],
        finds: &["example/filings/2026-07-06-address/papers/0/sha256"],
    },
    keeps: Example {
        shows: Words::fixed("64 位", "64 digits"),
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
                        where: A-3
                        sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                "#},
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    for paper in named.record.papers.items() {
        let Some(hash) = paper.value.sha256.placed() else { continue };
        if hash.value.len() != 64 || !hash.value.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            let length = hash.value.chars().count();
            tell(
                case,
                report,
                hash.place,
                words!(
                    "这里有 {length} 个字符，不是 64 位十六进制数",
                    "{length} characters stand here, not 64 hexadecimal digits"
                ),
            );
        }
    }
}
