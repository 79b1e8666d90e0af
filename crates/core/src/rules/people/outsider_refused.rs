//! P202: a person from elsewhere files in a province that takes residents only.

use super::common::{outsider, surely};
use super::examples::{GANSU, OF_ZHEJIANG, individual};
use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::asked::{ask, asker};
use crate::tables::Demand;
use crate::words;
use crate::words::Words;

/// A person from elsewhere files in a province that takes residents only.
pub static RULE: Rule = Rule {
    code: "P202",
    name: "outsider-refused",
    severity: Severity::Warning,
    title: Words::fixed(
        "外省个人在只收本省户籍的省备案",
        "a person from elsewhere files in a province that takes residents only",
    ),
    demand: Words::fixed(
        "有的省只收本省户籍的个人（各省：docs/practice.md 的 `non-local`）。户籍以 home 为准；没写的看证\
         件号码前两位，迁过户口的不准，只作提示",
        "Some provinces take individuals with a residence of their own only (which ones: `non-local` in \
         docs/practice.md). `home` counts; without it the start of the number, which a move does not change, so \
         that it is a note",
    ),
    help: Words::fixed(
        "在户籍所在省备案，或由当地的单位备案",
        "file in the province of residence, or as an organisation of this one",
    ),
    sources: &[PROVINCE_PAGES.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("浙江户籍在甘肃备案", "a person of Zhejiang in Gansu"),
        given: individual!(
            GANSU,
            OF_ZHEJIANG,
            Given::Edit {
                file: "example/people.yaml",
                old: "  name: 张示例\n",
                new: yaml! {r#"
                      name: 张示例
                      home: "330106"
                "#},
            }
        ),
        finds: &["example/people/zhang/home"],
    },
    keeps: Example {
        shows: Words::fixed("本省户籍", "a person of Gansu"),
        given: individual!(
            GANSU,
            "620***********0014",
            Given::Edit {
                file: "example/people.yaml",
                old: "  name: 张示例\n",
                new: yaml! {r#"
                      name: 张示例
                      home: "620102"
                "#},
            }
        ),
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some((key, _, home)) = outsider(case) else { return };
    let Some(row) = ask(case, Demand::NonLocal).filter(|row| row.says("locals")) else { return };
    let (Words { zh, en }, from, key) = (asker(case, row), home.province, &key.value);
    let (from_zh, from_en) = (from.short_zh, from.name_en);
    let said = words!(
        "{key} 的户籍在{from_zh}，{zh}只收本省户籍的个人",
        "`{key}` is registered in {from_en}, but {en} takes individuals with a residence there only"
    );
    report.at(home.place, said).at_most(surely(&home)).rests_on(row, case.tables);
}
