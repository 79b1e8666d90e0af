//! N120: no filing explains a number.

use super::held::each;
use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;

/// No filing explains a number.
pub static RULE: Rule = Rule {
    code: "N120",
    name: "number-without-filing",
    severity: Severity::Note,
    title: Words::fixed("没有订单说明号码的来历", "no filing explains a number"),
    demand: Words::fixed(
        "每个号码都来自一次备案；用 filing 指明订单，或在订单的 granted 里写明",
        "Each number comes from a filing: named by `filing`, or listed in the filing's `granted`",
    ),
    help: Words::fixed(
        "补上来历；建档之前就有的，用“既有备案”订单开账",
        "say where it comes from; what is older than the records opens with a filing of procedure 既有备案",
    ),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("多出一个没有来历的旧号码", "an old number from nowhere"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "    - number: \"浙ICP备2021000017号-1\"\n",
            new: yaml! {r#"
                    - number: "浙ICP备2021000017号-9"
                      from: 2021-02-18
                      until: 2021-03-17
                    - number: "浙ICP备2021000017号-1"
            "#},
        }],
        finds: &["example/services/shop/numbers/0/number"],
    },
    keeps: Example {
        shows: Words::fixed("来自首次备案", "it comes from the first filing"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  - number: \"浙ICP备2021000017号\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let filings = || case.subject.filings.iter().map(|dated| &dated.record.value);
    each(case, &mut |held| {
        let Some(number) = held.number.placed() else { return };
        if !held.filing.is_absent() {
            return;
        }
        let grants = |filing: &Filing| {
            let mut granted = filing.granted.items().iter().filter_map(|grant| grant.value.number.known());
            granted.any(|granted| *granted == number.value)
        };
        // What was filed before the records began is explained by how they begin.
        let explained =
            filings().any(|filing| filing.procedure.known() == Some(&Procedure::Existing) || grants(filing));
        if !explained {
            let text = &number.value;
            report.at(
                number.place,
                words!("没有订单说明备案号“{text}”从哪里来", "no filing explains where the number `{text}` comes from"),
            );
        }
    });
}
