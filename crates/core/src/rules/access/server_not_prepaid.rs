//! A117: the server of a filing is not paid in advance.

use super::common::{is_asked_for, terms, users};
use crate::law::{ALIYUN_GUIDE, HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::model::Server;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::vocabulary::Billing;
use crate::words;
use crate::words::Words;

/// The server of a filing is not paid in advance.
pub static RULE: Rule = Rule {
    code: "A117",
    name: "server-not-prepaid",
    severity: Severity::Warning,
    title: Words::fixed("备案的服务器不是包年包月", "the server of a filing is not paid in advance"),
    demand: Words::fixed(
        "接入商要求备案的服务器包年包月；按量付费的实例不能用来备案",
        "Providers ask that the server of a filing is paid by period; a metered instance cannot carry one",
    ),
    help: Words::fixed("把实例转为包年包月，或换一台", "turn the instance into a prepaid one, or take another"),
    sources: &[ALIYUN_GUIDE.whole(), HUAWEI_GUIDE.whole(), TENCENT_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Server(check),
    breaks: Example {
        shows: Words::fixed("按量付费", "metered"),
        given: &[Given::Edit {
            file: "example/servers.yaml", old: "billing: 包年包月", new: "billing: 按量付费"
        }],
        finds: &["example/servers/web-1/paid/billing"],
    },
    keeps: Example {
        shows: Words::fixed("包年包月", "prepaid"),
        given: &[Given::Stands { file: "example/servers.yaml", text: "billing: 包年包月" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Server>, report: &mut Report<'_>) {
    let Some(billing) = named.record.paid.known().and_then(|paid| paid.billing.placed()) else { return };
    if billing.value != Billing::Metered || users(case, named.key).next().is_none() {
        return;
    }
    let Some(row) = terms(case, named.record).filter(|row| row.prepaid) else { return };
    let (key, provider) = (named.key, &row.provider);
    let said = words!(
        "{key} 按量付费，{provider}只接受包年包月的服务器备案",
        "`{key}` is metered, but {provider} takes filings with prepaid servers only"
    );
    // What was filed stays filed; the next filing through this server will be refused.
    let most =
        if is_asked_for(case, named.key) { row.provenance.weight() } else { row.provenance.weight().min(case.most()) };
    report.at(billing.place, said).at_most(most);
}
