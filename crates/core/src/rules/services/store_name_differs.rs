//! S141: a store offers an App under another name than the filed one.

use crate::law::MIIT_105;
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::is_judged;
use crate::rules::parts;
use crate::spelling::is_one;
use crate::words;
use crate::words::Words;

/// A store offers an App under another name than the filed one.
pub static RULE: Rule = Rule {
    code: "S141",
    name: "store-name-differs",
    severity: Severity::Warning,
    title: Words::fixed(
        "应用商店里的名称与备案名称不同",
        "a store offers an App under another name than the filed one",
    ),
    demand: Words::fixed(
        "分发平台上架前核验备案，名称与备案的不同会被退回或下架",
        "Stores look at the filing before they offer an App; one under another name is sent back or taken down",
    ),
    help: Words::fixed(
        "把商店里的名称改成备案的名称，或先办理变更再改",
        "use the filed name in the store, or file the change of the name first",
    ),
    sources: &[MIIT_105.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("商店里叫别的名字", "another name in a store"),
        given: &[
            parts::FORMAT_2,
            parts::APP_ADDED,
            Given::Edit {
                file: "example/services.yaml",
                old: "  name: 示例好物通\n",
                new: yaml! {"
                      name: 示例好物通
                      stores:
                        - store: 华为应用市场
                          name: 好物天天抢
                "},
            },
        ],
        finds: &["example/services/shop-app/stores/0/name"],
    },
    keeps: Example {
        shows: Words::fixed("商店里也叫备案的名称", "the filed name in the store"),
        given: &[
            parts::FORMAT_2,
            parts::APP_ADDED,
            Given::Edit {
                file: "example/services.yaml",
                old: "  name: 示例好物通\n",
                new: yaml! {"
                      name: 示例好物通
                      stores:
                        - store: 华为应用市场
                          name: 示例好物通
                "},
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let Some(filed) = service.name.placed().filter(|_| is_judged(case, service)) else { return };
    for listing in service.stores.items() {
        let Some(name) = listing.value.name.placed().filter(|name| !is_one(&name.value, &filed.value)) else {
            continue;
        };
        let (key, other, filed_name) = (named.key, &name.value, &filed.value);
        let (zh, en) = match listing.value.store.known() {
            Some(store) => (store.to_string(), store.to_string()),
            None => ("商店".to_owned(), "a store".to_owned()),
        };
        report
            .at(
                name.place,
                words!(
                    "{key} 在{zh}叫“{other}”，备案的名称是“{filed_name}”",
                    "in {en} `{key}` is called {other}; the filed name is {filed_name}"
                ),
            )
            .at_most(case.most())
            .related(filed.place, Words::fixed("备案的名称", "the filed name"));
    }
}
