//! F163: somebody entered a code who answers for nothing that the order is about.

use crate::filed::state;
use crate::law::{ALIYUN_GUIDE, HUAWEI_GUIDE};
use crate::model::{Filing, FilingEvent};
use crate::record::{Place, Placed};
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::orders::{covered, day, events, facts, filed_text, is_own, procedure, tell, texts_of};
use crate::rules::parts;
use crate::vocabulary::{Event, Procedure};
use crate::words;
use crate::words::Words;
use std::collections::BTreeSet;

/// Somebody entered a code who answers for nothing that the order is about.
pub static RULE: Rule = Rule {
    code: "F163",
    name: "sms-by-wrong-person",
    severity: Severity::Warning,
    title: Words::fixed("核验短信的不是负责人", "somebody entered a code who answers for nothing in the order"),
    demand: Words::fixed(
        "核验短信发给订单里的主体负责人、服务负责人，由本人核验；别人代验的，订单会被退回",
        "The code goes to the principals that the order names and is entered by them; if another does it, the order \
         goes back",
    ),
    help: Words::fixed(
        "改正 who；确是别人代验的，请负责人本人重新核验",
        "correct `who`; if it was another person, have the principal enter a new code",
    ),
    sources: &[HUAWEI_GUIDE.whole(), ALIYUN_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("同事代为核验", "a colleague did it"),
        given: &[
            parts::OFFICE_MOVED,
            Given::Edit {
                file: "example/people.yaml",
                old: "zhang:\n",
                new: yaml! {"
                    wang:
                      name: 王示例
                    zhang:
                "},
            },
            Given::File {
                file: "example/filings/2026-11-16-address.yaml",
                text: yaml! {r#"
                    procedure: 变更主体
                    through: 阿里云
                    order: "20260706000017"
                    covers:
                      - subject
                    facts:
                      subject/address:
                        from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                        to: 浙江省杭州市滨江区江南大道 588 号 1206 室
                    effective: 2026-12-28
                    contact: wang
                    events:
                      - at: 2026-11-16T10:00:00+08:00
                        event: 提交订单
                      - at: 2026-11-19T09:40:00+08:00
                        event: 初审通过
                      - at: 2026-11-19T09:41:00+08:00
                        event: 发送短信
                      - at: 2026-11-19T10:05:00+08:00
                        event: 短信核验
                        who: wang
                "#},
            },
        ],
        finds: &["example/filings/2026-11-16-address/events/3/who"],
    },
    keeps: Example {
        shows: Words::fixed("负责人本人核验", "the principals did"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "    who: zhang\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let filing = named.record;
    if !is_own(filing) {
        return;
    }
    // Nearly every code went to somebody whom the order itself names, and who answers for it then.
    let is_first = procedure(filing) == Some(Procedure::First);
    if (is_first || state(filing).is_pending()) && codes(filing).all(|(_, _, who)| of_facts(filing).any(|of| of == who))
    {
        return;
    }
    // Who answered for what when an order was closed is known for certain only if it says so itself.
    let answer = if state(filing).is_pending() {
        of_today(case, filing)
    } else {
        of_itself(case, filing).or_else(|| of_others(case, filing))
    };
    let Some(answer) = answer else { return };
    // What is closed was let pass.
    let most = if state(filing).is_pending() { Severity::Warning } else { Severity::Note };
    for (event, place, key) in codes(filing) {
        if answer.contains(key) || case.subject.people.get(key).is_none() {
            continue;
        }
        let on = day(event).map(|day| day.to_string()).unwrap_or_default();
        tell(
            case,
            report,
            place,
            words!(
                "{on} 的短信记在 {key} 名下，{key} 不是本订单的负责人",
                "the code of {on} is `{key}`'s, who is no principal in this order"
            ),
        )
        .at_most(most);
    }
}

/// The events of codes that say whose they were, with the place and the person.
fn codes(filing: &Filing) -> impl Iterator<Item = (&Placed<FilingEvent>, Place, &str)> {
    let is_code = |kind| kind == Event::SmsSent || kind == Event::SmsVerified;
    let codes = events(filing).filter(move |(_, kind)| is_code(*kind)).map(|(event, _)| event);
    codes.filter_map(|event| event.value.who.placed().map(|who| (event, who.place, &*who.value)))
}

/// Everybody who answers for the subject or a service today, or does so by the order.
fn of_today<'a>(case: &Case<'a>, filing: &'a Filing) -> Option<BTreeSet<&'a str>> {
    let particulars = &case.subject.particulars.value;
    let mut answer: BTreeSet<&str> = BTreeSet::new();
    let mut slots = vec![&particulars.principal, &particulars.legal_representative];
    let services: Vec<_> = case.subject.services.iter().map(|(_, service)| &service.value.principal).collect();
    slots.extend(services);
    // Where one of them is not told, it may be anybody.
    if slots.iter().any(|slot| slot.known().is_none()) {
        return None;
    }
    answer.extend(slots.into_iter().filter_map(|slot| slot.known()).map(|key| &**key));
    answer.extend(of_facts(filing));
    Some(answer)
}

/// The principals that facts of an order name, those that go among them.
fn of_facts(filing: &Filing) -> impl Iterator<Item = &str> {
    let principals = facts(filing).map(|(fact, _)| fact).filter(|fact| fact.ends_with("/principal"));
    principals.flat_map(|fact| texts_of(filing, fact))
}

/// Those of a first filing that names the principal of all that it covers.
fn of_itself<'a>(case: &Case<'a>, filing: &'a Filing) -> Option<BTreeSet<&'a str>> {
    let complete = covered(filing).all(|(path, _)| filed_text(filing, &format!("{path}/principal")).is_some());
    let first = procedure(filing) == Some(Procedure::First) && covered(filing).next().is_some();
    let legal = case.subject.particulars.value.legal_representative.known().map(|key| &**key);
    (first && complete).then(|| of_facts(filing).chain(legal).collect())
}

/// Of an order on one level everybody who ever answered for what it covers: the code goes to that level alone.
fn of_others<'a>(case: &Case<'a>, filing: &'a Filing) -> Option<BTreeSet<&'a str>> {
    use Procedure::{AddService, ChangeService, ChangeSubject, DeregisterService, DeregisterSubject};
    let asked = procedure(filing)?;
    let on_one_level =
        matches!(asked, AddService | ChangeService | ChangeSubject | DeregisterService | DeregisterSubject);
    // What the records began with may have had others before.
    if !on_one_level || case.subject.filings.iter().any(|dated| dated.record.value.is_opening()) {
        return None;
    }
    let mut answer = BTreeSet::new();
    for (path, _) in covered(filing) {
        let fact = format!("{path}/principal");
        let orders = case.subject.filings.iter().map(|dated| &dated.record.value);
        let ever: Vec<&str> = orders.flat_map(|order| texts_of(order, &fact)).collect();
        if ever.is_empty() {
            return None;
        }
        answer.extend(ever);
        answer.extend(recorded(case, path));
    }
    (!answer.is_empty()).then_some(answer)
}

/// Who answers for it by the records.
fn recorded<'a>(case: &Case<'a>, path: &str) -> Option<&'a str> {
    let principal = match path.strip_prefix("services/") {
        Some(key) => &case.subject.services.get(key)?.value.principal,
        None => &case.subject.particulars.value.principal,
    };
    principal.known().map(|key| &**key)
}
