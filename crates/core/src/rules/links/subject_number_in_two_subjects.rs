//! L203: two subjects have one subject number.

use super::common::{apart, clashes};
use crate::law::{MIIT_633, REGISTRY};
use crate::rule::{Check, Claim, ClaimKind, Clash};
use crate::rule::{Example, Given, Rule, Severity};
use crate::words;
use crate::words::Words;

/// Two subjects have one subject number.
pub static RULE: Rule = Rule {
    code: "L203",
    name: "subject-number-in-two-subjects",
    severity: Severity::Error,
    title: Words::fixed("两个主体用了同一个主体备案号", "two subjects have one subject number"),
    demand: Words::fixed(
        "主体备案号只发给一个主体，注销后也不再发给别人",
        "A subject number is given to one subject, and to no other even after its end",
    ),
    help: Words::fixed(
        "对照管局公共查询改正；同一主体的两份记录并成一份",
        "correct it by the public query of the registry; merge two records of one subject",
    ),
    sources: &[MIIT_633.whole(), REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Shared(ClaimKind::SubjectNumber, check),
    breaks: Example {
        shows: Words::fixed("两家公司同一个备案号", "two companies with one number"),
        given: &[
            Given::Other,
            Given::Edit { file: "other/subject.yaml", old: "浙ICP备2021000018号", new: "浙ICP备2021000017号" },
            Given::Edit {
                file: "other/services.yaml", old: "浙ICP备2021000018号-1", new: "浙ICP备2021000017号-2"
            },
            Given::Edit {
                file: "other/filings/2021-02-20-first.yaml",
                old: yaml! {r#"
                        number: "浙ICP备2021000018号"
                      - of: services/shop
                        number: "浙ICP备2021000018号-1"
                "#},
                new: yaml! {r#"
                        number: "浙ICP备2021000017号"
                      - of: services/shop
                        number: "浙ICP备2021000017号-2"
                "#},
            },
        ],
        finds: &["other/subject/numbers/0/number"],
    },
    keeps: Example { shows: Words::fixed("各有各的", "each its own"), given: &[Given::Other], finds: &[] },
};

fn check(claims: &[Claim]) -> Vec<Clash> {
    clashes(
        claims,
        apart,
        |first, claim| {
            let (number, other) = (&claim.value, &first.subject);
            words!("{number} 也是主体 {other} 的备案号", "`{number}` is also the number of the subject `{other}`")
        },
        &Words::fixed("另一个主体的备案号", "the number of the other subject"),
    )
}
