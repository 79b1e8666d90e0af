//! S112: the name of a website is nothing but letters or digits.

use super::common::{Name, is_registered, weight};
use super::name_is_domain::looks_like_domain;
use crate::law::{MIIT_2009, NAME_PAGES};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::tables::{Fault, Match};
use crate::words;
use crate::words::Words;

/// The name of a website is nothing but letters or digits.
pub static RULE: Rule = Rule {
    code: "S112",
    name: "name-of-wrong-letters",
    severity: Severity::Warning,
    title: Words::fixed("网站名称只有字母或数字", "the name of a website is nothing but letters or digits"),
    demand: Words::fixed(
        "网站名称不能是纯数字、纯字母；有的省里单位名称不能带字母。单位登记名称里的字母除外",
        "The name of a website is not only digits and not only Latin letters; in some provinces organisations use \
         none at all. Letters of the registered name are excepted",
    ),
    help: Words::fixed(
        "用中文写，说明网站内容，例如“示例好物铺”",
        "write it in Chinese so that it tells the content, as in 示例好物铺",
    ),
    sources: &[NAME_PAGES.whole(), MIIT_2009.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("纯字母", "only letters"),
        given: &[
            Given::Edit { file: "example/services.yaml", old: "name: 示例好物铺", new: "name: Example Shop" },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/name: 示例好物铺",
                new: "services/shop/name: Example Shop",
            },
        ],
        finds: &["example/services/shop/name"],
    },
    keeps: Example {
        shows: Words::fixed("中文名称", "in Chinese"),
        given: &[Given::Stands { file: "example/services.yaml", text: "name: 示例好物铺" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let Some(name) = Name::of(case, named.record) else { return };
    let text = &*name.text.value;
    if !text.contains(|c: char| c.is_ascii_alphanumeric()) || looks_like_domain(text) || is_registered(case, text) {
        return;
    }
    let digits = text.chars().all(|c| c.is_ascii_digit());
    let latin = !digits && text.chars().all(|c| c.is_ascii_alphanumeric() || " .&_-".contains(c));
    let own = |c: char| is_registered(case, c.encode_utf8(&mut [0; 4]));
    let strange = text.chars().any(|c| c.is_ascii_alphabetic() && !own(c));
    for row in name.rows(case, Fault::Letters) {
        let said = match row.how {
            Match::OnlyDigits if digits => words!("名称“{text}”只有数字", "the name {text} is nothing but digits"),
            Match::OnlyLatin if latin => words!("名称“{text}”没有一个汉字", "the name {text} holds no Han character"),
            Match::LatinPresent if !latin && strange => {
                words!(
                    "名称“{text}”里有字母，本省不接受",
                    "the name {text} holds Latin letters, which the province does not take"
                )
            }
            _ => continue,
        };
        report.at(name.text.place, said).at_most(weight(named.record, &row.provenance)).rests_on(row, case.tables);
    }
}
