//! I105: a credit code of an early pilot region.

use super::held::credit_code_read;
use crate::law::GB_32100;
use crate::numbers::Fault;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words::Words;

/// A credit code of an early pilot region.
pub static RULE: Rule = Rule {
    code: "I105",
    name: "pilot-region-code",
    severity: Severity::Note,
    title: Words::fixed("早期试点地区发放的信用代码", "a credit code of an early pilot region"),
    demand: Words::fixed(
        "厦门试点时发放的代码校验位不合国家标准，但可能是真的",
        "Codes that Xiamen issued in the pilot do not follow the standard, but may be real",
    ),
    help: Words::fixed("与营业执照核对；一致的，可以豁免", "compare it with the licence; if they agree, waive this"),
    sources: &[GB_32100.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("厦门试点代码", "a code of the pilot in Xiamen"),
        given: &[
            Given::Edit { file: "example/subject.yaml", old: "91330106MA0EXAMP12", new: "91350206M00012343A" },
            Given::Edit { file: "example/domains.yaml", old: "91330106MA0EXAMP12", new: "91350206M00012343A" },
            Given::Edit {
                file: "example/subject.yaml",
                old: yaml! {r#"
                      region: "330106"
                      address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                "#},
                new: yaml! {r#"
                      region: "350206"
                      address: 福建省厦门市湖里区示例路 100 号 3 幢 502 室
                "#},
            },
            Given::Edit {
                file: "example/subject.yaml",
                old: yaml! {r#"
                    region: "330106"
                    address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                "#},
                new: yaml! {r#"
                    region: "350206"
                    address: 福建省厦门市湖里区示例路 100 号 3 幢 502 室
                "#},
            },
            Given::Edit { file: "example/subject.yaml", old: "浙ICP备2021000017号", new: "闽ICP备2021000017号" },
            Given::Edit {
                file: "example/services.yaml", old: "浙ICP备2021000017号-1", new: "闽ICP备2021000017号-1"
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "number: \"浙ICP备2021000017号\"",
                new: "number: \"闽ICP备2021000017号\"",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "浙ICP备2021000017号-1",
                new: "闽ICP备2021000017号-1",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "91330106MA0EXAMP12",
                new: "91350206M00012343A",
            },
        ],
        finds: &[
            "example/subject/certificate/number",
            "F146 example/subject/address",
            "F146 example/subject/certificate/address",
            "F146 example/subject/region",
        ],
    },
    keeps: Example {
        shows: Words::fixed("一般的代码", "an ordinary code"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  number: \"91330106MA0EXAMP12\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some((number, reading)) = credit_code_read(case) else { return };
    if !reading.faults.contains(&Fault::PilotRegionCode) {
        return;
    }
    report.at(
        number.place,
        Words::fixed(
            "这是厦门试点时发放的代码，校验位不合国家标准，无法核对是否抄错",
            "this is a code of the pilot in Xiamen; its check character does not follow the standard, so it cannot be \
             checked",
        ),
    );
}
