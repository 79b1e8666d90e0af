//! L105: an order is named that is not in filings/.

use crate::law::RECORD_FORMAT;
use crate::model::NumberHeld;
use crate::record::{Items, Place, Placed, Slot, Text};
use crate::rule::{Case, Check, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::words;
use crate::words::Words;
use crate::words::nearest;
use std::collections::{BTreeMap, BTreeSet};

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
    let subject = case.subject;
    let particulars = &subject.particulars.value;
    let mut named: Vec<&Slot<Text>> = numbers(particulars.numbers.items()).collect();
    named.extend(particulars.ended.known().map(|ended| &ended.filing));
    for (_, service) in subject.services.iter() {
        named.extend(numbers(service.value.numbers.items()));
        named.extend(service.value.ended.known().map(|ended| &ended.filing));
    }
    named.extend(subject.filings.iter().map(|filing| &filing.record.value.corrects));
    let known: BTreeSet<&str> = subject.filings.iter().map(|filing| &*filing.stem).collect();
    let mut lost: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    for filing in named.into_iter().filter_map(|slot| slot.placed()) {
        if !known.contains(&*filing.value) {
            lost.entry(&filing.value).or_default().push(filing.place);
        }
    }
    // One file under a wrong name is one mistake, however many records name it.
    for (stem, places) in lost {
        let Some((place, again)) = places.split_first() else { continue };
        let finding = report.at(*place, words!("filings/ 里没有 {stem}.yaml", "filings/ has no `{stem}.yaml`"));
        finding.at_most(case.most());
        if let Some(near) = nearest(stem, known.iter().copied()) {
            finding.help(words!("是不是 {near}？", "did you mean `{near}`?"));
        }
        for place in again.iter().take(MOST) {
            finding.related(*place, Words::fixed("这里也写了它", "it is named here, too"));
        }
    }
}

/// So many places are shown beside the first one.
const MOST: usize = 20;

fn numbers<'a>(held: Items<'a, Placed<NumberHeld>>) -> impl Iterator<Item = &'a Slot<Text>> {
    held.into_iter().map(|held| &held.value.filing)
}
