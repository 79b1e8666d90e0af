//! I104: the organisation code inside a credit code has a wrong check character.

use super::held::credit_code_read;
use crate::law::{GB_11714, GB_32100};
use crate::numbers::Fault;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The organisation code inside a credit code has a wrong check character.
pub static RULE: Rule = Rule {
    code: "I104",
    name: "organisation-code-check",
    severity: Severity::Warning,
    title: Words::fixed(
        "信用代码里的组织机构代码校验位不对",
        "the organisation code inside a credit code has a wrong check character",
    ),
    demand: Words::fixed(
        "第 9 至 17 位是组织机构代码，它自带校验位；真实的代码极少不合",
        "Characters 9 to 17 are an organisation code with a check character of its own; real codes seldom fail it",
    ),
    help: Words::fixed(
        "对照营业执照核对第 9 至 17 位；与证照一致的，可以豁免",
        "compare characters 9 to 17 with the licence; if they agree, waive this",
    ),
    sources: &[GB_11714.whole(), GB_32100.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed(
            "第 17 位抄错，第 18 位凑巧相合",
            "the 17th character is wrong and the 18th happens to fit",
        ),
        given: &[
            Given::Edit { file: "example/subject.yaml", old: "91330106MA0EXAMP12", new: "91330106MA0EXAMP25" },
            Given::Edit { file: "example/domains.yaml", old: "91330106MA0EXAMP12", new: "91330106MA0EXAMP25" },
        ],
        finds: &["example/subject/certificate/number"],
    },
    keeps: Example {
        shows: Words::fixed("两个校验位都正确", "both check characters are right"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  number: \"91330106MA0EXAMP12\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some((number, reading)) = credit_code_read(case) else { return };
    let Some(code) = reading.number.as_ref().filter(|_| reading.faults.contains(&Fault::InnerCheckDigit)) else {
        return;
    };
    let inner = code.organisation();
    report.at(
        number.place,
        words!(
            "统一社会信用代码第 9 至 17 位“{inner}”是组织机构代码，它的校验位不对",
            "characters 9 to 17 of the credit code, `{inner}`, are an organisation code whose check character is wrong"
        ),
    );
}
