//! S135: the plan that the province asks for is not among the papers.

use crate::filed::state;
use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES};
use crate::model::Filing;
use crate::model::Paper;
use crate::record::{Placed, Text};
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::asked::{ask, asker};
use crate::rules::in_use::live;
use crate::rules::parts;
use crate::rules::people::examples::{HUNAN, organisation};
use crate::tables::{Demand, WordList};
use crate::words;
use crate::words::Words;

/// The plan that the province asks for is not among the papers.
pub static RULE: Rule = Rule {
    code: "S135",
    name: "plan-not-attached",
    severity: Severity::Warning,
    title: Words::fixed("本省要的建设方案书没有附上", "the plan that the province asks for is not among the papers"),
    demand: Words::fixed(
        "服务达到一定个数，新增时要附网站建设方案书（各省：docs/practice.md 的 `plan-from`）",
        "From a number of services on, a construction plan goes with each new one (each province: `plan-from` in \
         docs/practice.md)",
    ),
    help: Words::fixed("写建设方案书，盖章后放进 papers", "write the plan, seal it and list it in `papers`"),
    sources: &[PROVINCE_PAGES.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("湖南第二个网站没有方案书", "a second website in Hunan without a plan"),
        given: organisation!(
            HUNAN,
            "91430102MA0EXAMP1Y",
            parts::BRANCH_ADDED,
            parts::BRANCH_DOMAIN,
            parts::BRANCH_FILED
        ),
        finds: &["example/filings/2026-11-18-more/papers"],
    },
    keeps: Example {
        shows: Words::fixed("附了方案书", "with a plan"),
        given: organisation!(
            HUNAN,
            "91430102MA0EXAMP1Y",
            parts::BRANCH_ADDED,
            parts::BRANCH_DOMAIN,
            Given::File {
                file: "example/filings/2026-11-18-more.yaml",
                text: yaml! {r#"
                    procedure: 新增互联网信息服务
                    through: 阿里云
                    order: "20261118000017"
                    covers:
                      - services/more-1
                    facts:
                      services/more-1/kind: 网站
                      services/more-1/name: 示例好物分铺之一
                      services/more-1/domains:
                        - more-1.example
                      services/more-1/home: www.more-1.example
                      services/more-1/content: 销售本公司的示例商品
                      services/more-1/approvals: 不涉及
                      services/more-1/languages:
                        - 中文
                      services/more-1/principal: li
                    events:
                      - at: 2026-11-18T10:12:00+08:00
                        event: 提交订单
                    papers:
                      - kind: 居民身份证
                        of: people/li
                        where: 公司档案柜 A-3
                      - kind: 网站建设方案书
                        of: services/more-1
                        where: 公司档案柜 A-3
                "#},
            }
        ),
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let filing = named.record;
    let files = filing.procedure.known().is_some_and(|asked| asked.files_service());
    if !files || !state(filing).is_pending() {
        return;
    }
    let Some((from, row)) = ask(case, Demand::PlanFrom).and_then(|row| Some((row.least()?, row))) else { return };
    let from = usize::try_from(from).unwrap_or(usize::MAX);
    let count = live(case).count();
    let called = |kind: &Text| case.tables.words.any(WordList::SitePlans, case.today, |word| kind.contains(word));
    let is_plan = |paper: &Placed<Paper>| paper.value.kind.known().is_some_and(|kind| called(kind) != Some(false));
    if count < from || filing.papers.items().iter().any(is_plan) {
        return;
    }
    let Words { zh, en } = asker(case, row);
    let said = words!(
        "连同新增一共 {count} 个服务，{zh}从第 {from} 个起要附建设方案书",
        "with the new ones there are {count} services, and {en} asks for a plan from the {from}th on"
    );
    match filing.papers.place() {
        Some(place) => report.at(place, said),
        None => report.missing(named.place, "papers", said),
    }
    .rests_on(row, case.tables);
}
