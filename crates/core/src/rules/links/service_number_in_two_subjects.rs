//! L204: services of two subjects have one number.

use super::common::{apart, clashes};
use crate::law::{MIIT_633, REGISTRY};
use crate::rule::{Check, Claim, ClaimKind, Clash};
use crate::rule::{Example, Given, Rule, Severity};
use crate::words;
use crate::words::Words;

/// Services of two subjects have one number.
pub static RULE: Rule = Rule {
    code: "L204",
    name: "service-number-in-two-subjects",
    severity: Severity::Error,
    title: Words::fixed("两个主体的服务用了同一个备案号", "services of two subjects have one number"),
    demand: Words::fixed(
        "服务备案号只发给一个服务；服务迁移到别的主体时换发新号",
        "A service number is given to one service; a service that migrates to another subject gets a new one",
    ),
    help: Words::fixed(
        "对照管局公共查询改正；已迁出的服务写 ended",
        "correct it by the public query of the registry; write `ended` for a service that has migrated",
    ),
    sources: &[MIIT_633.whole(), REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Shared(ClaimKind::ServiceNumber, check),
    breaks: Example {
        shows: Words::fixed("两家公司的网站同一个备案号", "websites of two companies with one number"),
        given: &[
            Given::Other,
            Given::Edit {
                file: "other/subject.yaml",
                old: "numbers:\n",
                new: yaml! {r#"
                    other_numbers:
                      - "浙ICP备2021000017号"
                    numbers:
                "#},
            },
            Given::Edit {
                file: "other/services.yaml", old: "浙ICP备2021000018号-1", new: "浙ICP备2021000017号-1"
            },
            Given::Edit {
                file: "other/filings/2021-02-20-first.yaml",
                old: "浙ICP备2021000018号-1",
                new: "浙ICP备2021000017号-1",
            },
        ],
        finds: &["other/services/shop/numbers/0/number"],
    },
    keeps: Example { shows: Words::fixed("各有各的", "each its own"), given: &[Given::Other], finds: &[] },
};

fn check(claims: &[Claim]) -> Vec<Clash> {
    clashes(
        claims,
        apart,
        |first, claim| {
            let (number, other, holder) = (&claim.value, &first.subject, &first.holder);
            words!("{number} 也是 {other}/{holder} 的备案号", "`{number}` is also the number of `{other}/{holder}`")
        },
        &Words::fixed("另一个主体的服务", "the service of the other subject"),
    )
}
