//! F161: a paper was put among the records before its own date.

use crate::law::RECORD_FORMAT;
use crate::model::Filing;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::orders::tell;
use crate::rules::parts;
use crate::words;
use crate::words::Words;

/// A paper was put among the records before its own date.
pub static RULE: Rule = Rule {
    code: "F161",
    name: "paper-added-before-dated",
    severity: Severity::Warning,
    title: Words::fixed("材料入档早于自己的日期", "a paper was put among the records before its own date"),
    demand: Words::fixed(
        "dated 是材料上的日期，added 是入档的日期；入档在前的，必有一个写错",
        "`dated` is the date on the paper and `added` the day on which it came; where the second is the earlier, one \
         of them is wrong",
    ),
    help: Words::fixed("改正 dated 或 added", "correct `dated` or `added`"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("2021 年 1 月入档，2 月的营业执照", "a licence of February that came in January"),
        given: &[
            parts::FORMAT_2,
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "    of: subject\n    where: 公司档案柜 A-3\n",
                new: yaml! {"
                        of: subject
                        where: 公司档案柜 A-3
                        dated: 2021-02-18
                        added: 2021-01-18
                "},
            },
        ],
        finds: &["example/filings/2021-02-20-first/papers/0/added"],
    },
    keeps: Example {
        shows: Words::fixed("2019 年的营业执照，2021 年入档", "a licence of 2019 that came in 2021"),
        given: &[
            parts::FORMAT_2,
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "    of: subject\n    where: 公司档案柜 A-3\n",
                new: yaml! {"
                        of: subject
                        where: 公司档案柜 A-3
                        dated: 2019-05-06
                        added: 2021-02-19
                "},
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    for paper in named.record.papers.items() {
        let (Some(dated), Some(added)) = (paper.value.dated.placed(), paper.value.added.placed()) else { continue };
        if dated.value <= added.value {
            continue;
        }
        let (date, came) = (dated.value, added.value);
        tell(
            case,
            report,
            added.place,
            words!("材料日期 {date}，入档却在 {came}", "the paper is of {date} and came on {came}"),
        )
        .related(dated.place, Words::fixed("材料的日期", "the date of the paper"));
    }
}
