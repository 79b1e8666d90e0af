//! P104: the date of birth differs from the identity number.

use crate::day::Day;
use crate::law::GB_11643;
use crate::model::Person;
use crate::rule::Named;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::vocabulary::CertificateKind as Kind;
use crate::words::Words;

/// The date of birth differs from the identity number.
pub static RULE: Rule = Rule {
    code: "P104",
    name: "birth-date-differs",
    severity: Severity::Error,
    title: Words::fixed("出生日期与证件号码不一致", "the date of birth differs from the identity number"),
    demand: Words::fixed(
        "公民身份号码第 7 至 14 位就是出生日期",
        "Characters 7 to 14 of an identity number are the date of birth",
    ),
    help: Words::fixed(
        "对照证件，改正 born 或号码；born 可以不写",
        "correct `born` or the number from the certificate; `born` may be left out",
    ),
    sources: &[GB_11643.whole()],
    since: None,
    until: None,
    check: Check::Person(check),
    breaks: Example {
        shows: Words::fixed("只遮盖了末四位的号码", "a number of which only the last four are masked"),
        given: &[Given::Edit {
            file: "example/people.yaml",
            old: yaml! {r#"
                  name: 张示例
                  certificate:
                    kind: 居民身份证
                    number: "330***********0018"
            "#},
            new: yaml! {r#"
                  name: 张示例
                  born: 1990-03-08
                  certificate:
                    kind: 居民身份证
                    number: "33010619900307****"
            "#},
        }],
        finds: &["example/people/zhang/born"],
    },
    keeps: Example {
        shows: Words::fixed("遮盖了出生日期，不比较", "the date of birth is masked and not compared"),
        given: &[Given::Edit {
            file: "example/people.yaml",
            old: yaml! {"
                  name: 张示例
                  certificate:
            "},
            new: yaml! {"
                  name: 张示例
                  born: 1990-03-08
                  certificate:
            "},
        }],
        finds: &[],
    },
};

fn check(_: &Case<'_>, person: &Named<'_, Person>, report: &mut Report<'_>) {
    let Some(born) = person.record.born.placed() else { return };
    let Some(certificate) = person.record.certificate.known() else { return };
    let (Some(number), Some(kind)) = (certificate.number.placed(), certificate.kind.known()) else { return };
    let follows = matches!(
        kind,
        Kind::ResidentId | Kind::ResidencePermitHongKongMacao | Kind::ResidencePermitTaiwan | Kind::ForeignResidence
    );
    // Where a star hides a part of the date, there is nothing to compare.
    let Some(written) = number.value.get(6..14).filter(|_| follows && number.value.len() == 18) else { return };
    if written.bytes().all(|byte| byte.is_ascii_digit()) && !is_day(written, born.value) {
        report
            .at(
                born.place,
                Words::fixed(
                    "出生日期与证件号码里的不一致",
                    "the date of birth differs from the one in the identity number",
                ),
            )
            .related(number.place, Words::fixed("证件号码在这里", "the identity number stands here"));
    }
}

fn is_day(digits: &str, day: Day) -> bool {
    let part = |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok());
    i32::try_from(part(0..4).unwrap_or_default()) == Ok(day.year())
        && part(4..6) == Some(day.month())
        && part(6..8) == Some(day.day_of_month())
}
