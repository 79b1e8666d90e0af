//! P203: a person from elsewhere has no proof of residence.

use super::common::{outsider, surely};
use super::examples::{OF_SICHUAN, ZHEJIANG, individual};
use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::asked::{ask, asker};
use crate::tables::Demand;
use crate::words;
use crate::words::Words;

/// A person from elsewhere has no proof of residence.
pub static RULE: Rule = Rule {
    code: "P203",
    name: "residence-proof-missing",
    severity: Severity::Warning,
    title: Words::fixed("外省个人没有居住证明", "a person from elsewhere has no proof of residence"),
    demand: Words::fixed(
        "有的省收外省户籍的个人，但要居住证等证明（各省：docs/practice.md 的 `non-local`）。户籍以 home \
         为准；没写的看证件号码前两位，只作提示",
        "Some provinces take individuals from elsewhere with a residence permit or the like (which ones: \
         `non-local` in docs/practice.md). `home` counts; without it the start of the number, as a note",
    ),
    help: Words::fixed("办居住证后记在 residence 里", "get a residence permit and enter it as `residence`"),
    sources: &[PROVINCE_PAGES.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("四川户籍在浙江备案", "a person of Sichuan in Zhejiang"),
        given: individual!(
            ZHEJIANG,
            OF_SICHUAN,
            Given::Edit {
                file: "example/people.yaml",
                old: "  name: 张示例\n",
                new: yaml! {r#"
                      name: 张示例
                      home: "510107"
                "#},
            }
        ),
        finds: &["example/people/zhang/residence"],
    },
    keeps: Example {
        shows: Words::fixed("有居住证", "with a permit"),
        given: individual!(
            ZHEJIANG,
            OF_SICHUAN,
            Given::Edit {
                file: "example/people.yaml",
                old: "  name: 张示例\n",
                new: yaml! {r#"
                      name: 张示例
                      home: "510107"
                      residence:
                        kind: 居住证
                        region: "330106"
                        valid:
                          from: 2026-01-01
                          until: 2027-12-31
                "#},
            }
        ),
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some((key, person, home)) = outsider(case) else { return };
    if !person.value.residence.is_absent() {
        return;
    }
    let Some(row) = ask(case, Demand::NonLocal).filter(|row| row.says("proof")) else { return };
    let (Words { zh, en }, from, key) = (asker(case, row), home.province, &key.value);
    let (from_zh, from_en) = (from.short_zh, from.name_en);
    let said = words!(
        "{key} 的户籍在{from_zh}，在{zh}备案要有居住证明",
        "`{key}` is registered in {from_en} and needs a proof of residence to file in {en}"
    );
    let finding = report.missing(person.place, "residence", said);
    finding
        .at_most(surely(&home))
        .rests_on(row, case.tables)
        .related(home.place, Words::fixed("户籍由此得知", "the residence is told here"));
    if let Some(row) = ask(case, Demand::ResidenceProofs) {
        let list: Vec<&str> = row.terms().collect();
        if !list.is_empty() {
            let (list, more) = (list.join("、"), if row.is_closed() { "" } else { "等" });
            finding.help(words!(
                "{zh}收{list}{more}；办好后记在 residence 里",
                "{en} takes {list}; enter it as `residence`"
            ));
        }
    }
}
