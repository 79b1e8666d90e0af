//! A125: an account or a server is held in another's name.

use super::common::{current, is_told};
use crate::law::HUAWEI_GUIDE;
use crate::record::{Placed, Text};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::in_use::{live, names_server};
use crate::rules::parts;
use crate::spelling::is_one;
use crate::words;
use crate::words::Words;

/// An account or a server is held in another's name.
pub static RULE: Rule = Rule {
    code: "A125",
    name: "held-by-another",
    severity: Severity::Note,
    title: Words::fixed("账号或服务器在别人名下", "an account or a server is held in another's name"),
    demand: Words::fixed(
        "账号、服务器的实名不必与主办单位相同，各接入商要求不一；但持有者能停机、能退订，备案也就没有了接入",
        "The holder of an account or a server need not be the organiser, and providers differ in what they ask; but \
         the holder can stop or give up the server, which leaves the filing without access",
    ),
    help: Words::fixed(
        "问接入商是否要授权书，留好与持有者的委托；或过户到主办单位名下",
        "ask the provider whether it wants an authorisation and keep the mandate, or have it transferred",
    ),
    sources: &[HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("服务器在建站公司名下", "the server is held by the agency"),
        given: &[
            parts::FORMAT_2,
            Given::Edit {
                file: "example/servers.yaml",
                old: "    - 203.0.113.10\n",
                new: yaml! {"
                        - 203.0.113.10
                      holder: 杭州样例建站有限公司
                "},
            },
        ],
        finds: &["example/servers/web-1/holder"],
    },
    keeps: Example {
        shows: Words::fixed("在主办单位名下", "held by the organiser"),
        given: &[
            parts::FORMAT_2,
            Given::Edit {
                file: "example/servers.yaml",
                old: "    - 203.0.113.10\n",
                new: yaml! {"
                        - 203.0.113.10
                      holder: 杭州示例网络科技有限公司
                "},
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some(organiser) = case.subject.particulars.value.name.known().filter(|_| is_told(case)) else { return };
    let is_other = |holder: &&Placed<Text>| !is_one(&holder.value, organiser);
    for service in live(case) {
        for access in current(service.record, case.today) {
            let Some(holder) = access.value.holder.placed().filter(is_other) else { continue };
            let (key, name) = (service.key, &holder.value);
            report.at(
                holder.place,
                words!("{key} 的接入账号在{name}名下", "the account of `{key}` is in the name of {name}"),
            );
        }
    }
    for (key, server) in case.subject.servers.iter() {
        let Some(holder) = server.value.holder.placed().filter(is_other) else { continue };
        if server.value.released.is_absent() && live(case).any(|service| names_server(service.record, key)) {
            let name = &holder.value;
            report.at(holder.place, words!("服务器 {key} 在{name}名下", "the server `{key}` is in the name of {name}"));
        }
    }
}
