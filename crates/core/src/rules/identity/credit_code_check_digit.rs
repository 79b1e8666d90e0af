//! I103: the check character of a credit code is wrong.

use super::held::credit_code_read;
use crate::law::GB_32100;
use crate::numbers::{CreditCode, Fault};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The check character of a credit code is wrong.
pub static RULE: Rule = Rule {
    code: "I103",
    name: "credit-code-check-digit",
    severity: Severity::Error,
    title: Words::fixed("统一社会信用代码的校验位不对", "the check character of a credit code is wrong"),
    demand: Words::fixed(
        "第 18 位是由前 17 位算出的校验位；算不上，就有字符抄错了",
        "The 18th character follows from the first 17; where it does not, some character was copied wrongly",
    ),
    help: Words::fixed(
        "逐位对照营业执照或证书，找出抄错的字符",
        "compare each character with the licence or certificate",
    ),
    sources: &[GB_32100.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("末位 2 写成 3", "the last character is 3 where it must be 2"),
        given: &[
            Given::Edit { file: "example/subject.yaml", old: "91330106MA0EXAMP12", new: "91330106MA0EXAMP13" },
            Given::Edit { file: "example/domains.yaml", old: "91330106MA0EXAMP12", new: "91330106MA0EXAMP13" },
        ],
        finds: &["example/subject/certificate/number"],
    },
    keeps: Example {
        shows: Words::fixed("校验位正确", "the check character is right"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  number: \"91330106MA0EXAMP12\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some((number, reading)) = credit_code_read(case) else { return };
    let Some(code) = reading.number.as_ref().filter(|_| reading.faults.contains(&Fault::CheckDigit)) else { return };
    let (body, last) = code.as_str().split_at(17);
    let text = code.as_str();
    let message = match right_last(body) {
        Some(right) => words!(
            "统一社会信用代码“{text}”的末位是“{last}”，而前 17 位算出的校验位是“{right}”：末位或前面某一位抄错了",
            "the credit code `{text}` ends in `{last}`, but its first 17 characters call for `{right}`: that one or \
             one before it is wrong"
        ),
        None => {
            words!("统一社会信用代码“{text}”的校验位不对", "the check character of the credit code `{text}` is wrong")
        }
    };
    report.at(number.place, message);
}

/// The check character that the first 17 call for.
fn right_last(body: &str) -> Option<char> {
    "0123456789ABCDEFGHJKLMNPQRTUWXY"
        .chars()
        .find(|last| !CreditCode::parse(&format!("{body}{last}")).faults.contains(&Fault::CheckDigit))
}
