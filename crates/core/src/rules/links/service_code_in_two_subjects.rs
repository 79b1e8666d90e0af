//! L208: two subjects use one service code.

use super::common::{apart, clashes};
use crate::law::{ALIYUN_GUIDE, HUAWEI_GUIDE};
use crate::rule::{Check, Claim, ClaimKind, Clash};
use crate::rule::{Example, Given, Rule, Severity};
use crate::words;
use crate::words::Words;

/// Two subjects use one service code.
pub static RULE: Rule = Rule {
    code: "L208",
    name: "service-code-in-two-subjects",
    severity: Severity::Warning,
    title: Words::fixed("两个主体用了同一个备案服务码", "two subjects use one service code"),
    demand: Words::fixed(
        "接入商按实例发放备案服务码，一码只能用于一个服务的一次备案",
        "Providers issue service codes by instance, and each serves one filing of one service",
    ),
    help: Words::fixed("在接入商控制台另取一个服务码", "get another code in the provider's console"),
    sources: &[ALIYUN_GUIDE.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Shared(ClaimKind::ServiceCode, check),
    breaks: Example {
        shows: Words::fixed("两家公司用同一个码", "two companies with one code"),
        given: &[
            Given::Other,
            Given::Edit {
                file: "example/services.yaml",
                old: "      since: 2021-03-18\n",
                new: yaml! {"
                          code: example-0001
                          since: 2021-03-18
                "},
            },
            Given::Edit {
                file: "other/services.yaml",
                old: "      since: 2021-03-18\n",
                new: yaml! {"
                          code: example-0001
                          since: 2021-03-18
                "},
            },
        ],
        finds: &["other/services/shop/access/0/code"],
    },
    keeps: Example { shows: Words::fixed("各有各的", "each its own"), given: &[Given::Other], finds: &[] },
};

fn check(claims: &[Claim]) -> Vec<Clash> {
    clashes(
        claims,
        apart,
        |first, _| {
            let (other, holder) = (&first.subject, &first.holder);
            words!("服务码已用于 {other}/{holder}", "the service code was used for `{other}/{holder}`")
        },
        &Words::fixed("先用在这里", "first used here"),
    )
}
