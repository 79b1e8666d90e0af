//! N102: the province letter is not the registry's.

use super::class::{Class, each_with};
use crate::law::{RECORD_FORMAT, REGISTRY};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The province letter is not the registry's.
pub static RULE: Rule = Rule {
    code: "N102",
    name: "wrong-province-letter",
    severity: Severity::Error,
    title: Words::fixed("省份简称与备案系统不同", "the province letter is not the registry's"),
    demand: Words::fixed(
        "备案系统里四川写“蜀”、贵州“黔”、云南“滇”、甘肃“陇”、陕西“陕”、上海“沪”；公安备案号另有写法",
        "In filing numbers Sichuan is 蜀, Guizhou 黔, Yunnan 滇, Gansu 陇, Shaanxi 陕, Shanghai 沪; police numbers \
         have letters of their own",
    ),
    help: Words::fixed("改成备案系统的简称", "write the letter of the registry"),
    sources: &[RECORD_FORMAT.whole(), REGISTRY.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("四川写成了“川”", "川 for Sichuan"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "supervisor: 张示例\n",
            new: yaml! {r#"
                supervisor: 张示例
                other_numbers:
                  - "川ICP备2021000019号"
            "#},
        }],
        finds: &["example/subject/other_numbers/0"],
    },
    keeps: Example {
        shows: Words::fixed("浙江写“浙”", "浙 for Zhejiang"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  - number: \"浙ICP备2021000017号\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    each_with(case, Class::Alias, &mut |written, reading| {
        let Some(number) = reading.number else { return };
        let (Some(letter), Some(province)) = (number.letter(), number.province()) else { return };
        let right = number.to_string().replacen(letter, province.miit, 1);
        let (zh, en) = (province.short_zh, province.name_en);
        report.at(
            written.place,
            words!(
                "备案号里{zh}不写“{letter}”，应写成“{right}”",
                "filing numbers do not write {letter} for {en}; write `{right}`"
            ),
        );
    });
}
