//! P108: a masked number is longer or shorter than its kind.

use super::personal_number::{is_mobile, lengths};
use crate::law::{GB_11643, RECORD_FORMAT};
use crate::numbers::is_hidden;
use crate::record::{Placed, Text};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::spelling::folded;
use crate::vocabulary::CertificateKind;
use crate::words;
use crate::words::Words;

/// A masked number is longer or shorter than its kind.
pub static RULE: Rule = Rule {
    code: "P108",
    name: "masked-length-wrong",
    severity: Severity::Warning,
    title: Words::fixed("遮盖的号码位数不对", "a masked number is longer or shorter than its kind"),
    demand: Words::fixed(
        "遮盖一位写一个星号，位数不变：身份证号码 18 位，手机号码 11 位。位数不对的，不是抄错就是遮错，\
         也无从与原号比较",
        "A star stands for each character that is hidden: an identity number keeps its 18, a mobile its 11. Another \
         length was copied or masked wrongly, and cannot be compared with the number itself",
    ),
    help: Words::fixed(
        "对照证件，留前三位和后四位，其余每位一个星号",
        "by the certificate, keep the first three and the last four and put a star for each of the others",
    ),
    sources: &[RECORD_FORMAT.whole(), GB_11643.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("遮盖的身份证号码只有 17 位", "a masked identity number of 17 characters"),
        given: &[Given::Edit { file: "example/people.yaml", old: "330***********0018", new: "330**********0018" }],
        finds: &["example/people/zhang/certificate/number"],
    },
    keeps: Example {
        shows: Words::fixed("遮盖后仍是 18 位", "18 characters, masked"),
        given: &[Given::Stands { file: "example/people.yaml", text: "\"330***********0018\"" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let subject = case.subject;
    if let Some(certificate) = subject.particulars.value.certificate.known() {
        identity(certificate.kind.known(), certificate.number.placed(), report);
    }
    for (_, domain) in subject.domains.iter() {
        let Some(holder) = domain.value.holder.known().and_then(|holder| holder.certificate.known()) else { continue };
        identity(holder.kind.known(), holder.number.placed(), report);
    }
    for (_, person) in subject.people.iter() {
        let person = &person.value;
        if let Some(certificate) = person.certificate.known() {
            identity(certificate.kind.known(), certificate.number.placed(), report);
        }
        let emergency = person.emergency.known().and_then(|emergency| emergency.phone.placed());
        for phone in [person.mobile.placed(), emergency].into_iter().flatten() {
            mobile(phone, report);
        }
    }
}

fn identity(kind: Option<&CertificateKind>, number: Option<&Placed<Text>>, report: &mut Report<'_>) {
    let (Some(kind), Some(number)) = (kind, number) else { return };
    let right = lengths(*kind);
    if right.is_empty() || !is_hidden(&number.value) {
        return;
    }
    // Nearly all are written so, and need no folding.
    let text = &number.value;
    let count = if is_bare(text) { text.len() } else { characters(text).len() };
    if !right.contains(&count) {
        let last = right.last().copied().unwrap_or_default();
        tell(number, count, last, report);
    }
}

fn mobile(phone: &Placed<Text>, report: &mut Report<'_>) {
    const MOBILE: usize = 11;
    let text = &phone.value;
    if !is_hidden(text) || (text.len() == MOBILE && is_bare(text)) {
        return;
    }
    let all = characters(text);
    let abroad = all.strip_prefix(&['8', '6']).filter(|rest| is_mobile(rest));
    let digits = abroad.unwrap_or(&all);
    // What does not begin as a mobile is a fixed line, or the matter of another rule.
    if is_mobile(digits) && digits.len() != MOBILE {
        tell(phone, digits.len(), MOBILE, report);
    }
}

fn tell(number: &Placed<Text>, count: usize, right: usize, report: &mut Report<'_>) {
    report.at(
        number.place,
        words!(
            "遮盖的号码连星号共 {count} 位，应为 {right} 位",
            "the masked number has {count} characters with its stars, not {right}"
        ),
    );
}

/// Whether nothing groups a number.
fn is_bare(number: &str) -> bool {
    number.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'*')
}

/// The letters, digits and stars of a number, without what groups them.
fn characters(number: &str) -> Vec<char> {
    folded(number).chars().filter(|c| c.is_alphanumeric() || *c == '*').collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Place;

    #[test]
    fn what_groups_a_number_counts_for_nothing() {
        for number in ["138****0001", "+86 138****0001", "86138****0001", "138 **** 0001", "1380013****", "0571****888"]
        {
            let mut findings = Vec::new();
            let phone = Placed { value: Text::from(number), place: Place::NOWHERE };
            mobile(&phone, &mut Report::new(&RULE, &mut findings));
            assert!(findings.is_empty(), "{number}");
        }
        for number in ["138***0001", "138*****0001", "+86 138***0001", "１３８＊＊＊０００１"] {
            let mut findings = Vec::new();
            let phone = Placed { value: Text::from(number), place: Place::NOWHERE };
            mobile(&phone, &mut Report::new(&RULE, &mut findings));
            assert_eq!(findings.len(), 1, "{number}");
        }
    }
}
