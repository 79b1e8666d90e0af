//! N105: the digits of a number cannot be.

use super::written::{are_flawless, each, is_flawless};
use crate::law::{RECORD_FORMAT, REGISTRY};
use crate::numbers::{Fault, RecordNumber};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The digits of a number cannot be.
pub static RULE: Rule = Rule {
    code: "N105",
    name: "impossible-digits",
    severity: Severity::Error,
    title: Words::fixed("备案号的位数或年份不对", "the digits of a number cannot be"),
    demand: Words::fixed(
        "备案号的数字有 8 位（前两位是年份，到 2020 年）或 10 位（前四位是年份，2020 年起）",
        "A filing number has 8 digits, of which two are a year up to 2020, or 10, of which four are a year since 2020",
    ),
    help: Words::fixed(
        "对照查询结果，找出多写、漏写或抄错的数字",
        "compare it with the registry and find the digit that is too many, missing or wrong",
    ),
    sources: &[RECORD_FORMAT.whole(), REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("年份还没有到", "a year that is still to come"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例\n",
            new: yaml! {r#"
                supervisor: 张示例
                other_numbers:
                  - "浙ICP备2031000017号"
            "#},
        }],
        finds: &["example/subject/other_numbers/0"],
    },
    keeps: Example {
        shows: Words::fixed("2021 年的 10 位数字", "10 digits of 2021"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  - number: \"浙ICP备2021000017号\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    if are_flawless(case) {
        return;
    }
    let today = case.clock.year();
    each(case, &mut |written| {
        if is_flawless(written.text, today) {
            return;
        }
        let reading = RecordNumber::parse(written.text);
        let Some(number) = reading.number else { return };
        let text = written.text;
        let (count, wrong) = match number {
            RecordNumber::Filing(filing) => {
                (filing.serial().count(), filing.digit_faults(today).contains(&Fault::BadDigits))
            }
            RecordNumber::LicenceIcp(_) | RecordNumber::LicenceB2(_) => {
                (number.serial().count(), reading.faults.contains(&Fault::LicenceBadDigits))
            }
        };
        // Six digits may be one of the very first filings, of which another rule speaks.
        if !wrong || (count == 6 && matches!(number, RecordNumber::Filing(_))) {
            return;
        }
        let message = match number {
            RecordNumber::Filing(_) if matches!(count, 8 | 10) => words!(
                "备案号“{text}”里的年份不对：8 位数字到 2020 年为止，10 位数字从 2020 年到今年",
                "the year in `{text}` cannot be: 8 digits reach to 2020, 10 digits go from 2020 to this year"
            ),
            RecordNumber::Filing(_) => {
                words!("备案号“{text}”有 {count} 位数字，应为 8 位或 10 位", "`{text}` has {count} digits, not 8 or 10")
            }
            RecordNumber::LicenceIcp(_) | RecordNumber::LicenceB2(_) => words!(
                "许可证号“{text}”的位数或年份不对：“ICP证”后 6 位，“B2-”后 4 位年份加 4 位序号",
                "the digits of the licence number `{text}` cannot be: six after ICP证, a year and four digits after B2-"
            ),
        };
        report.at(written.place, message);
    });
}
