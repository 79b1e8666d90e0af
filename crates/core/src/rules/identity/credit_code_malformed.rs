//! I102: a unified social credit code is not of the form.

use super::held::{credit_code_read, length};
use crate::law::{GB_32100, SC_2015_33};
use crate::numbers::{Fault, Reading};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::spelling::folded;
use crate::words;
use crate::words::Words;

/// A unified social credit code is not of the form.
pub static RULE: Rule = Rule {
    code: "I102",
    name: "credit-code-malformed",
    severity: Severity::Error,
    title: Words::fixed("统一社会信用代码写得不对", "a unified social credit code is not of the form"),
    demand: Words::fixed(
        "统一社会信用代码是 18 位数字和大写字母，不用 I、O、S、V、Z，是公开信息，不遮盖",
        "A unified social credit code has 18 digits and capitals without I, O, S, V, Z; it is public and not \
         masked",
    ),
    help: Words::fixed("照营业执照或证书上的代码重新抄写", "copy the code again from the licence or certificate"),
    sources: &[GB_32100.whole(), SC_2015_33.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("数字 0 写成了字母 O", "the letter O in place of the digit 0"),
        given: &[
            Given::Edit { file: "example/subject.yaml", old: "91330106MA0EXAMP12", new: "9133O106MA0EXAMP12" },
            Given::Edit { file: "example/domains.yaml", old: "91330106MA0EXAMP12", new: "9133O106MA0EXAMP12" },
        ],
        finds: &["example/subject/certificate/number"],
    },
    keeps: Example {
        shows: Words::fixed("18 位代码", "a code of 18 characters"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  number: \"91330106MA0EXAMP12\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some((number, Reading { number: code, faults })) = credit_code_read(case) else { return };
    let has = |fault| faults.contains(&fault);
    let text = &number.value;
    if text.contains('*') {
        report.at(
            number.place,
            Words::fixed("统一社会信用代码被遮盖了，要写全", "the credit code is masked; write it in full"),
        );
    } else if has(Fault::Length) {
        let count = length(text);
        report.at(
            number.place,
            words!(
                "统一社会信用代码“{text}”有 {count} 位，应为 18 位",
                "the credit code `{text}` has {count} characters, not 18"
            ),
        );
    } else if has(Fault::Letter) {
        report.at(number.place, wrong_letter(text));
    } else if let Some(code) = &code {
        let written = code.as_str();
        // Spacing, width and letter case make no other code of it.
        if written != &**text && folded(written) != folded(text) {
            report.at(
                number.place,
                words!("统一社会信用代码要写成“{written}”", "the credit code is written `{written}`"),
            );
        }
        if has(Fault::NoSuchAuthority) {
            let class = code.class_code();
            // Classes are added now and then, so a code whose checks are right may well exist.
            let most = if has(Fault::CheckDigit) { Severity::Error } else { Severity::Warning };
            report
                .at(
                    number.place,
                    words!(
                        "统一社会信用代码前两位“{class}”不是登记机关和机构类别的代码",
                        "the credit code starts with `{class}`, which names no registering authority and class"
                    ),
                )
                .at_most(most);
        }
    }
}

/// Says which character cannot stand there and what it probably was.
fn wrong_letter(text: &str) -> Words {
    const LETTERS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let mut counted = text.chars().filter(|c| c.is_alphanumeric()).zip(1..);
    // Positions 3 to 8 are a region's code and hold digits only.
    let wrong = counted.find(|(c, position)| {
        !LETTERS.contains(c.to_ascii_uppercase()) || ((3..=8).contains(position) && !c.is_ascii_digit())
    });
    let Some((letter, position)) = wrong else {
        return words!(
            "统一社会信用代码“{text}”里有不能用的字符",
            "the credit code `{text}` holds a character that cannot stand there"
        );
    };
    let meant = match letter.to_ascii_uppercase() {
        'O' => "0",
        'I' => "1",
        'S' => "5",
        'Z' => "2",
        'V' => "U",
        _ => {
            return words!(
                "统一社会信用代码第 {position} 位不能是“{letter}”",
                "character {position} of the credit code cannot be `{letter}`"
            );
        }
    };
    words!(
        "统一社会信用代码第 {position} 位不能是“{letter}”，是不是“{meant}”？",
        "character {position} of the credit code cannot be `{letter}`; is it `{meant}`?"
    )
}
