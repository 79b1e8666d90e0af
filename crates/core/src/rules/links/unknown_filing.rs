//! L105: an order is named that is not in filings/.

use crate::law::RECORD_FORMAT;
use crate::model::{Ended, NumberHeld};
use crate::record::{Items, Placed, Slot, Text};
use crate::rule::{Case, Check, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::words;
use crate::words::Words;
use crate::words::nearest;

/// An order is named that is not in filings/.
pub static RULE: Rule = Rule {
    code: "L105",
    name: "unknown-filing",
    severity: Severity::Error,
    title: Words::fixed("指称的订单不存在", "an order is named that is not in filings/"),
    demand: Words::fixed(
        "备案号、终止和更正都要说明依据哪个订单；按文件名（不带 .yaml）指称",
        "Numbers, ends and corrections name the order on which they rest, by its file name without .yaml",
    ),
    help: Words::fixed("改正为 filings/ 里的文件名", "write the name of a file in filings/"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("订单的文件名写错", "a misspelt file name"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "filing: 2021-02-20-first",
            new: "filing: 2021-02-02-first",
        }],
        finds: &["example/services/shop/numbers/0/filing"],
    },
    keeps: Example {
        shows: Words::fixed("订单在 filings/ 里", "the order is in filings/"),
        given: &[Given::Stands { file: "example/services.yaml", text: "filing: 2021-02-20-first" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let particulars = &case.subject.particulars.value;
    numbers(case, particulars.numbers.items(), report);
    ended(case, &particulars.ended, report);
    for (_, service) in case.subject.services.iter() {
        numbers(case, service.value.numbers.items(), report);
        ended(case, &service.value.ended, report);
    }
    for filing in &case.subject.filings {
        judge(case, &filing.record.value.corrects, report);
    }
}

fn numbers(case: &Case<'_>, held: Items<'_, Placed<NumberHeld>>, report: &mut Report<'_>) {
    for held in held {
        judge(case, &held.value.filing, report);
    }
}

fn ended(case: &Case<'_>, slot: &Slot<Ended>, report: &mut Report<'_>) {
    if let Some(ended) = slot.known() {
        judge(case, &ended.filing, report);
    }
}

fn judge(case: &Case<'_>, slot: &Slot<Text>, report: &mut Report<'_>) {
    let Some(filing) = slot.placed() else { return };
    let stem = &*filing.value;
    let filings = &case.subject.filings;
    if filings.iter().any(|known| *known.stem == *stem) {
        return;
    }
    let finding = report.at(filing.place, words!("filings/ 里没有 {stem}.yaml", "filings/ has no `{stem}.yaml`"));
    finding.at_most(case.most());
    if let Some(near) = nearest(stem, filings.iter().map(|known| &*known.stem)) {
        finding.help(words!("是不是 {near}？", "did you mean `{near}`?"));
    }
}
