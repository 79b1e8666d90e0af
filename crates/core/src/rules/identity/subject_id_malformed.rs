//! I110: the identity number of an individual subject is wrong.

use super::held::certificate;
use crate::law::GB_11643;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::privacy::personal_number;
use crate::words::Words;

/// The identity number of an individual subject is wrong.
pub static RULE: Rule = Rule {
    code: "I110",
    name: "subject-id-malformed",
    severity: Severity::Error,
    title: Words::fixed("个人主体的证件号码不对", "the identity number of an individual subject is wrong"),
    demand: Words::fixed(
        "公民身份号码是 17 位数字加 1 位校验位，其中第 7 至 14 位是出生日期；港澳台居民居住证和新版外国人永久居留身份证\
         用同样的规则",
        "An identity number has 17 digits and a check character, the 7th to 14th being the date of birth; residence \
         permits of Hong Kong, Macao and Taiwan people and new cards of foreigners follow the same rule",
    ),
    help: Words::fixed(
        "对照证件重新抄写，入库前遮盖中间各位",
        "copy it again from the certificate, and mask its middle before committing",
    ),
    sources: &[GB_11643.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("少了一位", "one digit is missing"),
        given: &[
            OF_A_PERSON,
            OF_A_PERSON_FILED,
            Given::Edit {
                file: "example/subject.yaml",
                old: yaml! {r#"
                    nature: 企业
                    certificate:
                      kind: 营业执照
                      number: "91330106MA0EXAMP12"
                "#},
                new: yaml! {r#"
                    nature: 个人
                    certificate:
                      kind: 居民身份证
                      number: "33010619900307001"
                "#},
            },
            Given::Edit {
                file: "example/subject.yaml", old: "name: 杭州示例网络科技有限公司", new: "name: 张示例"
            },
            Given::Edit {
                file: "example/domains.yaml", old: "name: 杭州示例网络科技有限公司", new: "name: 张示例"
            },
            Given::Edit {
                file: "example/domains.yaml",
                old: yaml! {r#"
                          kind: 营业执照
                          number: "91330106MA0EXAMP12"
                "#},
                new: yaml! {r#"
                          kind: 居民身份证
                          number: "33010619900307001"
                "#},
            },
        ],
        finds: &[
            "example/subject/certificate/number",
            "F146 example/subject/certificate/kind",
            "F146 example/subject/name",
            "F146 example/subject/nature",
        ],
    },
    keeps: Example {
        shows: Words::fixed("遮盖的号码不核对", "a masked number is not checked"),
        given: &[
            OF_A_PERSON,
            OF_A_PERSON_FILED,
            Given::Edit {
                file: "example/subject.yaml",
                old: yaml! {r#"
                    nature: 企业
                    certificate:
                      kind: 营业执照
                      number: "91330106MA0EXAMP12"
                "#},
                new: yaml! {r#"
                    nature: 个人
                    certificate:
                      kind: 居民身份证
                      number: "330***********0018"
                "#},
            },
            Given::Edit {
                file: "example/subject.yaml", old: "name: 杭州示例网络科技有限公司", new: "name: 张示例"
            },
            Given::Edit {
                file: "example/domains.yaml", old: "name: 杭州示例网络科技有限公司", new: "name: 张示例"
            },
            Given::Edit {
                file: "example/domains.yaml",
                old: yaml! {r#"
                          kind: 营业执照
                          number: "91330106MA0EXAMP12"
                "#},
                new: yaml! {r#"
                          kind: 居民身份证
                          number: "330***********0018"
                "#},
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: yaml! {r#"
                      subject/name: 杭州示例网络科技有限公司
                      subject/nature: 企业
                      subject/certificate/kind: 营业执照
                      subject/certificate/number: "91330106MA0EXAMP12"
                "#},
                new: yaml! {r#"
                      subject/name: 张示例
                      subject/nature: 个人
                      subject/certificate/kind: 居民身份证
                      subject/certificate/number: "330***********0018"
                "#},
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: yaml! {"
                      - kind: 营业执照
                        of: subject
                "},
                new: yaml! {"
                      - kind: 居民身份证
                        of: subject
                "},
            },
        ],
        finds: &[],
    },
};

/// What a person offers.
const OF_A_PERSON: Given = Given::Edit {
    file: "example/services.yaml",
    old: "content: 销售本公司的示例商品",
    new: "content: 记录读书和旅行的见闻",
};

/// The same as it was filed.
const OF_A_PERSON_FILED: Given = Given::Edit {
    file: "example/filings/2021-02-20-first.yaml",
    old: "services/shop/content: 销售本公司的示例商品",
    new: "services/shop/content: 记录读书和旅行的见闻",
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some(certificate) = certificate(case) else { return };
    let (Some(number), Some(kind)) = (certificate.number.placed(), certificate.kind.known()) else { return };
    if let Some(message) = personal_number::fault(*kind, &number.value, case.clock) {
        report.at(number.place, message);
    }
}
