//! S131: a category that the province does not take.

use super::common::weight;
use crate::law::PROVINCE_PAGES;
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::asked::{ask, asker, who};
use crate::rules::in_use::is_judged;
use crate::rules::people::examples::{HEILONGJIANG, organisation};
use crate::tables::{Demand, Who};
use crate::words;
use crate::words::Words;

/// A category that the province does not take.
pub static RULE: Rule = Rule {
    code: "S131",
    name: "category-refused",
    severity: Severity::Warning,
    title: Words::fixed("本省不收的内容类型", "a category that the province does not take"),
    demand: Words::fixed(
        "有的省不收个人的“博客/个人空间”类，而华为云让个人选它，说法相反，作提示；单位选“其他”，有的省不\
         收，有的要在备注里说明（各省：docs/practice.md 的 `blog-category` 和 `other-category`）",
        "Some provinces refuse the category of personal blogs, while Huawei has individuals choose it; that \
         disagrees, so that it is a note. Organisations that choose 其他 are refused in some and explain it in the \
         remark in others (which ones: `blog-category` and `other-category` in docs/practice.md)",
    ),
    help: Words::fixed("选另一个内容类型，或在备注里说明", "choose another category, or explain it in the remark"),
    sources: &[PROVINCE_PAGES.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("黑龙江的企业选其他", "其他 in Heilongjiang"),
        given: organisation!(
            HEILONGJIANG,
            "91230102MA0EXAMP1H",
            Given::Edit { file: "example/services.yaml", old: "category: 网络购物", new: "category: 其他" }
        ),
        finds: &["example/services/shop/category"],
    },
    keeps: Example {
        shows: Words::fixed("黑龙江的企业选网络购物", "a shop in Heilongjiang"),
        given: organisation!(HEILONGJIANG, "91230102MA0EXAMP1H"),
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let Some(category) = service.category.placed() else { return };
    let text = &*category.value;
    let (demand, who_is) = match text {
        "其他" => (Demand::OtherCategory, Who::Organisation),
        "博客/个人空间" | "博客" | "个人空间" => (Demand::BlogCategory, Who::Individual),
        _ => return,
    };
    if who(case) != Some(who_is) || !is_judged(case, service) {
        return;
    }
    let Some(row) = ask(case, demand) else { return };
    let explained = row.value == "remark";
    if explained && !service.remark.is_absent() {
        return;
    }
    let Words { zh, en } = asker(case, row);
    let said = if explained {
        words!(
            "内容类型选了“{text}”，{zh}要求在备注里说明",
            "the category is {text}, which {en} wants explained in the remark"
        )
    } else {
        words!("{zh}不收内容类型“{text}”", "{en} does not take the category {text}")
    };
    let most = if demand == Demand::BlogCategory { Severity::Note } else { weight(service, &row.provenance) };
    report.at(category.place, said).at_most(most).rests_on(row, case.tables);
}
