//! A105: no service is left under the subject: an empty shell.

use super::common::is_told;
use crate::day::Day;
use crate::law::{HUAWEI_GUIDE, MIIT_6};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::asked::region;
use crate::tables::{Demand, Who};

use crate::words::Words;

/// No service is left under the subject: an empty shell.
pub static RULE: Rule = Rule {
    code: "A105",
    name: "empty-shell-subject",
    severity: Severity::Warning,
    title: Words::fixed("主体下没有在用的服务：空壳主体", "no service is left under the subject: an empty shell"),
    demand: Words::fixed(
        "主体名下没有服务也没有接入，就是空壳主体，会被清理；它没有接入商，只能由管局注销，多数省要先注销才能重新备案",
        "A subject with neither service nor access is an empty shell and will be cleared; it has no provider, so that \
         only the authority can deregister it, and most provinces ask for that before a new filing",
    ),
    help: Words::fixed(
        "不再备案的，向管局申请注销主体；还要用的，先问接入商本省能否直接新增服务",
        "apply to the authority for deregistration; if it is still wanted, ask a provider whether the province takes a \
         new service under it",
    ),
    sources: &[MIIT_6.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("唯一的网站已经注销", "the only website was deregistered"),
        given: &[
            Given::Edit {
                file: "example/services.yaml",
                old: "    shown: 2021-04-10\n",
                new: yaml! {"
                        shown: 2021-04-10
                      closed: 2026-03-01
                      ended:
                        on: 2026-03-20
                        why: 注销
                        filing: 2026-03-01-close
                "},
            },
            Given::Edit {
                file: "example/services.yaml",
                old: "      from: 2021-03-18\n",
                new: yaml! {"
                          from: 2021-03-18
                          until: 2026-03-20
                "},
            },
            Given::Edit {
                file: "example/services.yaml",
                old: "      since: 2021-03-18\n",
                new: yaml! {"
                          since: 2021-03-18
                          until: 2026-03-01
                "},
            },
            Given::Edit {
                file: "example/servers.yaml",
                old: "    billing: 包年包月\n",
                new: yaml! {"
                        billing: 包年包月
                      released: 2026-03-02
                "},
            },
            Given::Edit {
                file: "example/domains.yaml",
                old: "  expires: 2029-11-02\n",
                new: yaml! {"
                      expires: 2029-11-02
                      left: 2026-03-02
                "},
            },
            Given::File {
                file: "example/filings/2026-03-01-close.yaml",
                text: yaml! {r#"
                    procedure: 注销互联网信息服务
                    through: 阿里云
                    order: "20260301000017"
                    covers:
                      - services/shop
                    reason: 网站不再运营
                    effective: 2026-03-01
                    contact: li
                    events:
                      - at: 2026-03-01T10:00:00+08:00
                        event: 提交订单
                      - at: 2026-03-02T09:30:00+08:00
                        event: 初审通过
                      - at: 2026-03-02T09:31:00+08:00
                        event: 发送短信
                      - at: 2026-03-02T10:02:00+08:00
                        event: 短信核验
                        who: li
                      - at: 2026-03-02T10:03:00+08:00
                        event: 提交管局
                      - at: 2026-03-20T16:40:00+08:00
                        event: 管局通过
                "#},
            },
        ],
        finds: &["example/subject/numbers"],
    },
    keeps: Example {
        shows: Words::fixed("有服务在用", "a service is in use"),
        given: &[Given::Stands { file: "example/services.yaml", text: "opened: 2021-03-20" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let subject = case.subject;
    // Records without any service may have them in a file that could not be read, and a service
    // that has closed is to be deregistered first, which another rule says.
    let gone = |service: &Service| service.ended.known().and_then(|ended| ended.on.known()).copied();
    let cold = |day: Day| day.plus_days(GRACE) < case.today;
    if subject.services.is_empty()
        || !is_told(case)
        || !subject.services.iter().all(|(_, service)| gone(&service.value).is_some_and(cold))
    {
        return;
    }
    let numbers = &subject.particulars.value.numbers;
    let held = numbers.items().iter().any(|held| held.value.until.is_absent());
    let Some(place) = numbers.place().filter(|_| held) else { return };
    let direct =
        case.tables.provinces.ask(region(case), Who::Everyone, Demand::EmptySubjectDirectAdd, case.today).is_some();
    let finding = report.at(
        place,
        Words::fixed(
            "主体还有备案号，名下的服务都已结束，成了空壳主体",
            "the subject still holds a number, but all its services have ended: it is an empty shell",
        ),
    );
    if direct {
        finding.help(Words::fixed(
            "本省（据华为云 2025 年的页面）允许在空壳主体下直接新增服务；不再备案的，向管局申请注销主体",
            "this province, as Huawei's page of 2025 has it, takes new services under an empty subject; if none is \
             planned, apply for deregistration",
        ));
    }
}

/// So many days after the last service a new one may still be on its way. No text gives a time.
const GRACE: i64 = 180;
