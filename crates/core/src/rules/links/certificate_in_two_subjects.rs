//! L202: two subjects have one certificate number.

use super::common::{apart, clashes};
use crate::law::{GB_32100, REGISTRY};
use crate::record::Vocabulary;
use crate::rule::{Check, Claim, ClaimKind, Clash};
use crate::rule::{Example, Given, Rule, Severity};
use crate::vocabulary::Nature;
use crate::words;
use crate::words::Words;

/// Two subjects have one certificate number.
pub static RULE: Rule = Rule {
    code: "L202",
    name: "certificate-in-two-subjects",
    severity: Severity::Error,
    title: Words::fixed("两个主体用了同一个证件号码", "two subjects have one certificate number"),
    demand: Words::fixed(
        "统一社会信用代码一户一码、终身不变：两个主体同码，不是同一单位重复记录，就是其中一个抄错；已终止（ended）\
         的主体不算",
        "A credit code belongs to one organisation for life: two subjects with one code are one organisation recorded \
         twice, or a wrong copy; a subject that has `ended` does not count",
    ),
    help: Words::fixed(
        "改正抄错的一个；同一单位的两份记录并成一份，另一个备案号写进 other_numbers",
        "correct the wrong one; merge two records of one organisation and keep the other number in `other_numbers`",
    ),
    sources: &[GB_32100.whole(), REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Shared(ClaimKind::CertificateNumber, check),
    breaks: Example {
        shows: Words::fixed("两家公司同一个代码", "two companies with one code"),
        given: &[
            Given::Other,
            Given::Edit { file: "other/subject.yaml", old: "91330106MA0TEEXAXG", new: "91330106MA0EXAMP12" },
            Given::Edit { file: "other/domains.yaml", old: "91330106MA0TEEXAXG", new: "91330106MA0EXAMP12" },
            Given::Edit {
                file: "other/filings/2021-02-20-first.yaml",
                old: "91330106MA0TEEXAXG",
                new: "91330106MA0EXAMP12",
            },
        ],
        finds: &["other/subject/certificate/number"],
    },
    keeps: Example { shows: Words::fixed("各有各的", "each its own"), given: &[Given::Other], finds: &[] },
};

fn check(claims: &[Claim]) -> Vec<Clash> {
    clashes(
        claims,
        apart,
        |first, claim| {
            let other = &first.subject;
            // The number of a person is nobody's business.
            if claim.about.as_ref() == Nature::Individual.term() {
                return words!(
                    "证件号码与主体 {other} 的相同",
                    "the certificate number is that of the subject `{other}`"
                );
            }
            let number = &claim.value;
            words!(
                "证件号码 {number} 与主体 {other} 的相同",
                "`{number}` is the certificate number of the subject `{other}`"
            )
        },
        &Words::fixed("另一个主体的证件号码", "the certificate number of the other subject"),
    )
}
