//! L108: two numbers are current at once.

use super::common::current;
use crate::model::NumberHeld;
use crate::record::Placed;
use crate::rule::{Case, Check, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::domains::common::{live, most};
use crate::rules::sources::{MIIT_633, RECORD_FORMAT};
use crate::words;
use crate::words::Words;

/// Two numbers are current at once.
pub static RULE: Rule = Rule {
    code: "L108",
    name: "several-current-numbers",
    severity: Severity::Error,
    title: Words::fixed("同时有两个现行备案号", "two numbers are current at once"),
    demand: Words::fixed(
        "主体、服务同一时间只有一个备案号；迁移、跨省或换成许可证编号时，旧号随新号启用而停用",
        "A subject or service has one number at a time; where migration, another province or a licence brings a new one, the old one ends",
    ),
    help: Words::fixed(
        "给旧号写上 until；主体的另一份备案写在 other_numbers",
        "write `until` for the old one; another record of the same organiser belongs into `other_numbers`",
    ),
    sources: &[RECORD_FORMAT.whole(), MIIT_633.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("旧号没有写停用", "the old number has no end"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "  numbers:\n",
            new: "  numbers:\n    - number: \"浙ICP备2021000017号-7\"\n      from: 2021-02-18\n      filing: 2021-02-20-first\n",
        }],
        finds: &["example/services/shop/numbers/1/number"],
    },
    keeps: Example {
        shows: Words::fixed("旧号写了停用", "the old number has its end"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "  numbers:\n",
            new: "  numbers:\n    - number: \"浙ICP备2021000017号-7\"\n      from: 2021-02-18\n      until: 2021-03-17\n      filing: 2021-02-20-first\n",
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    judge(case, case.subject.particulars.value.numbers.items(), report);
    for service in live(case) {
        judge(case, service.record.numbers.items(), report);
    }
}

fn judge(case: &Case<'_>, numbers: &[Placed<NumberHeld>], report: &mut Report<'_>) {
    let mut current = current(numbers, case.today);
    let Some(first) = current.next() else { return };
    for further in current {
        let (one, other) = (&first.value, &further.value);
        report
            .at(further.place, words!("{one} 和 {other} 都没有停用", "`{one}` and `{other}` are both current"))
            .at_most(most(case))
            .related(first.place, Words::fixed("另一个现行备案号", "the other current number"));
    }
}
