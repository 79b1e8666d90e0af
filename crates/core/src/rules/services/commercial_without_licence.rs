//! S110: a commercial service without a licence.

use crate::law::{Article, SC_292};
use crate::model::NumberHeld;
use crate::model::Service;
use crate::numbers::RecordNumber;
use crate::record::Placed;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::is_judged;
use crate::words;
use crate::words::Words;

/// A commercial service without a licence.
pub static RULE: Rule = Rule {
    code: "S110",
    name: "commercial-without-licence",
    severity: Severity::Error,
    title: Words::fixed("经营性服务没有经营许可证", "a commercial service without a licence"),
    demand: Words::fixed(
        "备案不是许可：向上网用户有偿提供信息的是经营性服务，备案之外还要取得增值电信业务经营许可证，\
         无证经营没收所得并处罚款。自己卖货的商城是否算，各方说法不一，不自动判断，以 commercial 为准",
        "A filing is no licence: who offers information for payment needs the value-added telecommunications licence \
         beside the filing, or loses the gains and pays a fine. Whether a shop that sells its own goods counts is \
         disputed and not judged here: `commercial` says",
    ),
    help: Words::fixed(
        "取得许可证后写进 licences；不是有偿信息服务的，写 commercial: false",
        "enter the licence in `licences`; if it is no paid information service, write `commercial: false`",
    ),
    sources: &[SC_292.articles(&[Article::new(3), Article::new(4), Article::new(7), Article::new(19)])],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("经营性，没有许可证", "commercial, without a licence"),
        given: &[Given::Edit { file: "example/services.yaml", old: "commercial: false", new: "commercial: true" }],
        finds: &["example/services/shop/commercial"],
    },
    keeps: Example {
        shows: Words::fixed("非经营性", "not commercial"),
        given: &[Given::Stands { file: "example/services.yaml", text: "commercial: false" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let Some(commercial) = service.commercial.placed().filter(|it| it.value.0) else { return };
    let facts = &case.subject.particulars.value;
    // A licence that has expired is told with the licence, one known by its number alone there.
    let by_number = |held: &Placed<NumberHeld>| {
        held.value.number.known().is_some_and(|number| {
            matches!(RecordNumber::parse(number).number, Some(RecordNumber::LicenceB2(_) | RecordNumber::LicenceIcp(_)))
        })
    };
    let licensed = facts.licences.known().is_some_and(|list| !list.is_empty())
        || facts.licences.is_faulty()
        || facts.numbers.items().iter().any(by_number);
    if !licensed && is_judged(case, service) {
        let key = named.key;
        report.at(
            commercial.place,
            words!(
                "{key} 是经营性服务，主体却没有经营许可证",
                "`{key}` is commercial, but the subject holds no licence"
            ),
        );
    }
}
