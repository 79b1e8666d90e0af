//! L207: two subjects share a mail address.

use super::common::{clashes, strangers};
use crate::law::HUAWEI_GUIDE;
use crate::rule::{Check, Claim, ClaimKind, Clash};
use crate::rule::{Example, Given, Rule, Severity};
use crate::words;
use crate::words::Words;

/// Two subjects share a mail address.
pub static RULE: Rule = Rule {
    code: "L207",
    name: "mail-in-two-subjects",
    severity: Severity::Warning,
    title: Words::fixed("两个主体共用邮箱", "two subjects share a mail address"),
    demand: Words::fixed(
        "同一个联系方式不能用于几个主体，管局和接入商要凭它找到负责人；同一个人兼任几个主体的负责人不算",
        "One contact may not serve several subjects, for authority and provider reach the principal by it; one person \
         who answers for several subjects is excepted",
    ),
    help: Words::fixed(
        "写各主体负责人自己的联系方式；确是同一个人的，证件号码（或比对标签 tag）写一致",
        "write each principal's own; if it is one person, give both entries one certificate number or one `tag`",
    ),
    sources: &[HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Shared(ClaimKind::Email, check),
    breaks: Example {
        shows: Words::fixed("两家公司的负责人邮箱相同", "principals of two companies with one mail address"),
        given: &[
            Given::Other,
            Given::Edit {
                file: "other/people.yaml",
                old: "email: zhang@sample.example",
                new: "email: zhang@shop.example",
            },
            Given::Edit {
                file: "other/filings/2021-02-20-first.yaml",
                old: "people/zhang/email: zhang@sample.example",
                new: "people/zhang/email: zhang@shop.example",
            },
        ],
        finds: &["other/people/zhang/email"],
    },
    keeps: Example { shows: Words::fixed("各有各的", "each its own"), given: &[Given::Other], finds: &[] },
};

fn check(claims: &[Claim]) -> Vec<Clash> {
    clashes(
        claims,
        strangers,
        |first, _| {
            let (other, holder) = (&first.subject, &first.holder);
            words!("邮箱与 {other}/{holder} 的相同", "the mail address is that of `{other}/{holder}`")
        },
        &Words::fixed("另一个主体的邮箱", "the mail address of the other subject"),
    )
}
