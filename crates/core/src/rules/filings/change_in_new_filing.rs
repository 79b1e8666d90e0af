//! F115: an order that files something new also changes something.

use crate::law::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::model::Filing;
use crate::record::FactChange;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{facts, procedure, tell};
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;

/// An order that files something new also changes something.
pub static RULE: Rule = Rule {
    code: "F115",
    name: "change-in-new-filing",
    severity: Severity::Warning,
    title: Words::fixed("新增的订单里夹带了变更", "an order that files something new also changes something"),
    demand: Words::fixed(
        "首次备案、新增服务和新增接入不能同时变更已备案的信息，要先变更、后新增",
        "First filings, new services and new accesses change nothing that is on file; the change comes first, in an \
         order of its own",
    ),
    help: Words::fixed("把变更另立一个订单", "make an order of its own of the change"),
    sources: &[HUAWEI_GUIDE.whole(), TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("首次备案里写了变更", "a change in a first filing"),
        given: &[Given::Edit {
            file: "example/filings/2021-02-20-first.yaml",
            old: "  subject/principal: zhang\n",
            new: yaml! {"
                  subject/principal: zhang
                  subject/supervisor:
                    from: 李示例
                    to: 张示例
            "},
        }],
        finds: &["example/filings/2021-02-20-first/facts/subject/supervisor"],
    },
    keeps: Example {
        shows: Words::fixed("只有所填的值", "values only"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "  subject/principal: zhang" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    if !procedure(named.record).is_some_and(Procedure::opens) {
        return;
    }
    for (fact, change) in facts(named.record) {
        if matches!(&change.value, FactChange::Changed { from, .. } if from.known().is_some()) {
            tell(
                case,
                report,
                change.place,
                words!("{fact} 写的是变更，不能随新增办理", "`{fact}` is a change and cannot come with something new"),
            );
        }
    }
}
