//! T120: the code by which a website is filed with the police lapses.

use crate::day::Day;
use crate::law::{MPS_33, UCLOUD_NOTICES};
use crate::model::Service;
use crate::record::Placed;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::is_judged;
use crate::rules::parts;
use crate::rules::services::police_filing_missing;
use crate::tables::{Counted, Tables};
use crate::vocabulary::{PeriodKind, ServiceKind};
use crate::words;
use crate::words::Words;

/// A second website that was approved three weeks ago, as it is since.
macro_rules! blog {
    ($since:literal) => {
        Given::Edit {
            file: "example/services.yaml",
            old: "shop:\n  kind: 网站\n",
            new: concat!(
                "blog:\n  kind: 网站\n  name: 示例手记\n  numbers:\n    - number: \"浙ICP备2021000017号-2\"\n      \
                 from: 2026-10-30\n      filing: 2026-10-08-blog\n  domains:\n    - blog.example\n  home: \
                 www.blog.example\n  access:\n    - provider: 阿里云\n      servers:\n        - web-1\n      since: \
                 2026-10-30\n  content: 介绍本公司的示例商品\n  category: 企业门户\n  commercial: false\n  approvals: \
                 不涉及\n  languages:\n    - 中文\n  principal: li\n  ",
                $since,
                "\nshop:\n  kind: 网站\n"
            ),
        }
    };
}

/// The code by which a website is filed with the police lapses.
pub static RULE: Rule = Rule {
    code: "T120",
    name: "police-code-lapses",
    severity: Severity::Note,
    title: Words::fixed(
        "公安联网备案数据码快失效或已失效",
        "the code by which a website is filed with the police lapses or has lapsed",
    ),
    demand: Words::fixed(
        "新备案的网站，接入商随备案通过发给公安联网备案数据码，用它在公安的平台上填表，{police-code}内有效。这个期限与\
         开通后 {police-filing}是两回事：哪个先到，就按哪个。数据码不是公安备案号，不展示，也不写进记录",
        "With the approval of a new website the provider gives a code, by which the form of the police is filled in; \
         it is valid for {police-code}. That is another period than the {police-filing} from opening: the one that \
         ends first counts. The code is no police number; it is neither shown nor kept in records",
    ),
    help: Words::fixed(
        "在失效前到 beian.mps.gov.cn 办理，把日期记在 police 里；已失效的，先向接入商要新的数据码",
        "file at beian.mps.gov.cn before it lapses and enter the days in `police`; if it has lapsed, ask the provider \
         for another one first",
    ),
    sources: &[UCLOUD_NOTICES.whole(), MPS_33.article(12)],
    since: Some(Day::of(2026, 1, 23)),
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("通过三周了，还没有办理", "approved three weeks ago"),
        given: &[blog!("opened: 2026-11-02"), parts::BLOG_DOMAIN, BLOG_APPROVED],
        finds: &["example/services/blog/numbers/0/from"],
    },
    keeps: Example {
        shows: Words::fixed("已经申请", "it was asked for"),
        given: &[blog!("opened: 2026-11-02\n  police:\n    applied: 2026-11-10"), parts::BLOG_DOMAIN, BLOG_APPROVED],
        finds: &[],
    },
};

/// How many days before its last one a code is told.
const SOON: i64 = 14;

/// The day on which a website that is not filed with the police was approved, and the time for which its code is valid.
pub(crate) fn due<'c>(service: &'c Service, tables: &'c Tables) -> Option<(&'c Placed<Day>, Counted<'c>)> {
    // The code comes with the first number; with a later one comes another code, and nothing of the police is new.
    let [held] = service.numbers.items().as_slice() else { return None };
    let from = held.value.from.placed()?;
    if service.kind.known() != Some(&ServiceKind::Website) || police_filing_missing::is_begun(service) {
        return None;
    }
    Some((from, tables.count(PeriodKind::PoliceCode, "", from.value)?))
}

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let Some((approved, counted)) = due(named.record, case.tables) else { return };
    let Some(last) = counted.day().filter(|_| is_judged(case, named.record) && approved.value <= case.today) else {
        return;
    };
    // Once the filing itself is overdue, that is told.
    let opened = police_filing_missing::due(named.record, case.tables);
    let (key, day, left) = (named.key, approved.value, case.today.days_until(last));
    if SOON < left || opened.is_some_and(|(_, filing)| filing.is_over(case.today)) {
        return;
    }
    let said = if left < 0 {
        words!(
            "{key} 于 {day} 通过备案，随之发放的公安联网备案数据码已于 {last} 失效，还没有记录办理",
            "`{key}` was approved on {day}; the code for the police that came with it lapsed on {last}, and no filing \
             with them is recorded"
        )
    } else {
        words!(
            "{key} 于 {day} 通过备案，随之发放的公安联网备案数据码到 {last} 失效，还有 {left} 天",
            "`{key}` was approved on {day}; the code for the police that came with it lapses on {last}, in {left} days"
        )
    };
    let finding = report.at(approved.place, said);
    finding.at_most(counted.period.most());
    if let Some((opened, filing)) = opened {
        let Words { zh, en } = filing.remark();
        let due = filing.day().map_or_else(String::new, |due| due.to_string());
        let words = words!("开通后的期限到 {due}{zh}", "the period from opening ends on {due}{en}");
        finding.related(opened.place, words);
    }
}

const BLOG_APPROVED: Given = Given::File {
    file: "example/filings/2026-10-08-blog.yaml",
    text: yaml! {r#"
        procedure: 新增互联网信息服务
        through: 阿里云
        order: "20261008000017"
        covers:
          - services/blog
        facts:
          services/blog/kind: 网站
          services/blog/name: 示例手记
          services/blog/domains:
            - blog.example
          services/blog/home: www.blog.example
          services/blog/content: 介绍本公司的示例商品
          services/blog/approvals: 不涉及
          services/blog/languages:
            - 中文
          services/blog/principal: li
        events:
          - at: 2026-10-08T10:12:00+08:00
            event: 提交订单
          - at: 2026-10-09T09:30:00+08:00
            event: 初审通过
          - at: 2026-10-09T09:31:00+08:00
            event: 发送短信
          - at: 2026-10-09T11:02:00+08:00
            event: 短信核验
            who: li
          - at: 2026-10-09T11:21:00+08:00
            event: 提交管局
          - at: 2026-10-30T16:40:00+08:00
            event: 管局通过
        granted:
          - of: services/blog
            number: "浙ICP备2021000017号-2"
        papers:
          - kind: 居民身份证
            of: people/li
            where: 公司档案柜 A-3
    "#},
};
