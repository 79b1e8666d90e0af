//! F133: a paper is neither in the repository nor said to be kept elsewhere.

use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::lacks;
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// A paper is neither in the repository nor said to be kept elsewhere.
pub static RULE: Rule = Rule {
    code: "F133",
    name: "paper-without-place",
    severity: Severity::Warning,
    title: Words::fixed(
        "材料既没有文件也没有存放处",
        "a paper is neither in the repository nor said to be kept elsewhere",
    ),
    demand: Words::fixed(
        "每份材料写明 evidence 里的文件，或写明存放处，查验时拿得出来",
        "Each paper is a file in `evidence/`, or says where it is kept, so that it can be shown",
    ),
    help: Words::fixed("补写 file 和 sha256，或 where", "add `file` and `sha256`, or `where`"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("不知在哪里", "nobody knows where"),
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
                "#},
            },
        ],
        finds: &["example/filings/2026-07-06-address/papers/0/where"],
    },
    keeps: Example {
        shows: Words::fixed("写明存放处", "it is said"),
        given: &[Given::Stands {
            file: "example/filings/2021-02-20-first.yaml",
            text: yaml! {"
                    where: 公司档案柜 A-3
                  - kind: 居民身份证
            "},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    for paper in named.record.papers.items() {
        if paper.value.file.is_absent() && paper.value.kept.is_absent() {
            let kind = paper.value.kind.known().map_or("", |kind| kind);
            lacks(
                case,
                report,
                paper.place,
                "where",
                words!("材料“{kind}”没有写在哪里", "the paper {kind} does not say where it is"),
            )
            .at_most(Severity::Warning);
        }
    }
}
