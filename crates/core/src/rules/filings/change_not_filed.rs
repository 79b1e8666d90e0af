//! F146: the records differ from what is on file, and no order asks for it.

use super::known::is_known;
use super::not_to_be_changed::{Refused, refused};
use super::on_file::{
    Held, OnFile, Recorded, are_recorded, is_asked, is_fuller, is_renamed, is_same, on_file, present_person, recorded,
};
use crate::change::{Apart, Fact, ServiceField, SubjectField, apart, ascii};
use crate::filed::{Aspect, State, either_way, state};
use crate::law::{MII_33, RECORD_FORMAT, TENCENT_GUIDE};
use crate::model::{Filing, Service};
use crate::record::{FactChange, Place, Plain};
use crate::rule::{Case, Finding, Named, Report};
use crate::rule::{Check, Example, Rule, Severity};
use crate::rules::orders;
use crate::rules::parts;
use crate::rules::services::website_without_domain::has_no_domain;
use crate::words;
use crate::words::Words;
use std::borrow::Cow;

/// The records differ from what is on file, and no order asks for it.
pub static RULE: Rule = Rule {
    code: "F146",
    name: "change-not-filed",
    severity: Severity::Warning,
    title: Words::fixed(
        "记录与备案的不一样，没有订单办理变更",
        "the records differ from what is on file, and no order asks for it",
    ),
    demand: Words::fixed(
        "已通过的订单依次推得备案的信息；记录写的是要达到的样子，两者不同的要有订单办理变更",
        "The approved orders, one after another, give what is on file; the records hold what is meant to be, and what \
         differs is covered by an order",
    ),
    help: Words::fixed(
        "办理变更并立订单；若是笔误，改正记录或订单",
        "file the change and make an order of it; if something is misspelled, correct the record or the order",
    ),
    sources: &[MII_33.article(14), TENCENT_GUIDE.whole(), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("改了地址，没有办理变更", "an address changed, but not filed"),
        given: &[parts::OFFICE_MOVED],
        finds: &["example/subject/address"],
    },
    keeps: Example {
        shows: Words::fixed("变更已通过", "the change was approved"),
        given: &[parts::OFFICE_MOVED, parts::MOVE_FILED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    if are_recorded(case) {
        return;
    }
    let on_file = on_file(case);
    ended(case, report, &on_file);
    let mut swapped: Vec<&str> = Vec::new();
    for (fact, held) in &on_file.held {
        let now = under_present_key(case, &on_file, fact);
        let (place, value) = match recorded(case.subject, &now, held.value()) {
            Recorded::Same => continue,
            Recorded::Value(value, _) if held.value().is_some_and(|held| is_fuller(case, fact, held, &value)) => {
                continue;
            }
            Recorded::Value(value, place) => (place, Some(value)),
            Recorded::Nothing { faulty: true } => continue,
            Recorded::Nothing { faulty: false } if held.value.is_none() => continue,
            // What no record can hold is misspelled, which is another rule's matter.
            Recorded::Nothing { faulty: false } if !is_known(fact) => continue,
            Recorded::Nothing { faulty: false } => (held.place, None),
            // People come and go with their keys, and that a service is not there is told once for all
            // of its facts, by the rule on what orders name.
            Recorded::NoRecord => continue,
        };
        if is_asked(case, fact)
            || is_ending(case, fact)
            || is_bared(case, fact)
            || follows_domains(case, &on_file, fact)
            || is_renamed(case, &on_file, fact, held.value(), value.as_ref())
        {
            continue;
        }
        // Where a website has another domain, its home page follows.
        if fact.strip_suffix("/home").is_some_and(|service| swapped.contains(&service)) {
            continue;
        }
        let refused = refused(case, fact, held.value(), value.as_ref());
        swapped.extend(fact.strip_suffix("/domains").filter(|_| refused.is_some()));
        let finding = tell(case, report, fact, place, (held, value.as_ref()));
        if let Some(Refused { help, sources }) = refused {
            finding.help(help).cite(sources);
        } else if is_of_identity(fact) && is_another_organiser(case, &on_file) {
            finding.help(ANOTHER_ORGANISER);
        }
    }
}

/// What a certificate says of its holder: it follows whose certificate it is.
fn is_of_identity(fact: &str) -> bool {
    ["subject/name", "subject/certificate/kind", "subject/certificate/address"].contains(&fact)
}

/// Whether the records are of another nature than what is on file, or have another number.
fn is_another_organiser(case: &Case<'_>, on_file: &OnFile<'_>) -> bool {
    ["subject/nature", "subject/certificate/number"].into_iter().any(|fact| {
        let held = on_file.held.get(fact).and_then(Held::value);
        let Some(held) = held.filter(|_| !is_asked(case, fact)) else { return false };
        let now = recorded(case.subject, fact, Some(held));
        matches!(now, Recorded::Value(value, _) if !is_same(case, fact, held, &value))
    })
}

const ANOTHER_ORGANISER: Words = Words::fixed(
    "证件号码或性质不同，通常就是另一个主体，不能按变更办理：用 review 看哪条路合法，多是注销后重新备案；\
     若是笔误，改正记录或订单",
    "another number or nature mostly is another subject, and no change of this one: `review` tells the lawful way, \
     mostly to deregister and file anew; if something is misspelled, correct the record or the order",
);

/// A fact by the key that the records have for it.
fn under_present_key<'f>(case: &Case<'_>, on_file: &OnFile<'_>, fact: &'f str) -> Cow<'f, str> {
    let moved = || {
        let (key, path) = fact.strip_prefix("people/")?.split_once('/')?;
        Some(format!("people/{}/{path}", present_person(case, on_file, key)?))
    };
    moved().map_or(Cow::Borrowed(fact), Cow::Owned)
}

/// What ended stays in the records as it was on file; there is nothing to be filed any more.
fn ended(case: &Case<'_>, report: &mut Report<'_>, on_file: &OnFile<'_>) {
    for (fact, held) in on_file.former.iter().filter(|(fact, _)| !on_file.held.contains_key(*fact)) {
        let Recorded::Value(value, place) = recorded(case.subject, fact, held.value()) else { continue };
        if held.value().is_none_or(|held| is_same(case, fact, held, &value)) || is_asked(case, fact) {
            continue;
        }
        let Apart { one: old, other: new } = apart(&case.tables.clouds, fact, held.value(), Some(&value));
        let message = Words {
            zh: format!("{fact} 已经注销，注销时备案的是“{}”，记录是“{}”", old.zh, new.zh).into(),
            en: format!("`{fact}` has ended: {} was on file, the records say {}", old.en, new.en).into(),
        };
        orders::tell(case, report, place, message)
            .related(held.place, Words::fixed("备案的值", "the value on file"))
            .at_most(Severity::Note)
            .help(Words::fixed(
                "注销了的不再办变更：改回备案的值",
                "what has ended is changed no more: put back what was on file",
            ));
    }
}

fn tell<'r>(
    case: &Case<'_>,
    report: &'r mut Report<'_>,
    fact: &str,
    place: Place,
    (held, value): (&Held<'_>, Option<&Plain>),
) -> &'r mut Finding {
    let Apart { one: old, other: new } = apart(&case.tables.clouds, fact, held.value(), value);
    let refused = came_to_nothing(case, fact, value);
    let Words { zh, en } =
        refused.as_ref().map_or(Words::fixed("没有订单办理变更", "and no order asks for it"), |order| {
            let stem = order.key;
            words!("订单 {stem} 没有办成", "and the order `{stem}` came to nothing")
        });
    let message = Words {
        zh: format!("{fact} 备案的是“{}”，记录是“{}”，{zh}", old.zh, new.zh).into(),
        en: format!("`{fact}` is on file as {}, the records say {}, {en}", old.en, new.en).into(),
    };
    let finding = orders::tell(case, report, place, message)
        .related(held.place, Words::fixed("备案的值", "the value on file"))
        .at_most(Severity::Warning);
    if let Some(order) = refused {
        finding.related(order.place, Words::fixed("没有办成的订单", "the order that came to nothing")).help(
            Words::fixed(
                "按意见改正后重新提交，补记“提交订单”，或另立订单；不再办的，改回备案的值",
                "mend what was objected to, submit it again and record that, or write another order; or else put back \
             what is on file",
            ),
        );
    }
    if let Some(help) = no_change(fact, held.value(), value) {
        finding.help(help);
    }
    if is_moved_within_provider(case, fact) {
        finding.at_most(Severity::Note).help(Words::fixed(
            "据腾讯云文档，非经营性服务在同一接入商内换服务器或 IP 无须变更备案；经营性服务要变更接入",
            "by the guide of Tencent Cloud a non-commercial service that moves to another server or address of the \
             same provider needs no order; a commercial one does",
        ));
    }
    finding
}

/// The last order that asked for such a value and was refused, withdrawn or lapsed.
fn came_to_nothing<'a>(case: &Case<'a>, fact: &str, value: Option<&Plain>) -> Option<Named<'a, Filing>> {
    let asks = |filing: &Named<'_, Filing>| {
        let Some(change) = filing.record.facts.known().and_then(|facts| facts.get(fact)) else { return false };
        let FactChange::Changed { to, .. } = &change.value else { return false };
        to.known().zip(value).is_some_and(|(to, value)| is_same(case, fact, to, value))
    };
    orders::all(case).filter(|filing| state(filing.record) == State::Ended && asks(filing)).last()
}

/// What is left to do where no change can be filed: a website takes no other domain, and another
/// number or nature is another organiser.
fn no_change(fact: &str, held: Option<&Plain>, value: Option<&Plain>) -> Option<Words> {
    let texts = |plain: Option<&Plain>| -> Vec<String> {
        match plain {
            Some(Plain::Text(text)) => vec![ascii(text)],
            Some(Plain::List(items)) => items.iter().filter_map(Plain::as_text).map(ascii).collect(),
            Some(Plain::Map(_)) | None => Vec::new(),
        }
    };
    match Fact::parse(fact)? {
        Fact::Service(_, ServiceField::Domains) => {
            let held = texts(held);
            texts(value).iter().any(|domain| !held.contains(domain)).then_some(Words::fixed(
                "网站备案的域名不能换也不能加：另一个域名另办新增，不用的网站注销；若是笔误，改正记录或订单",
                "a website takes no other domain and no further one: file another site for it and deregister the one \
                 that is not used; if something is misspelled, correct the record or the order",
            ))
        }
        Fact::Subject(SubjectField::CertificateNumber | SubjectField::Nature) => Some(ANOTHER_ORGANISER),
        _ => None,
    }
}

/// The service that a fact is about, as it is recorded.
fn service_of<'a>(case: &Case<'a>, fact: &str) -> Option<&'a Service> {
    let key = fact.strip_prefix("services/")?.split('/').next()?;
    case.subject.services.get(key).map(|service| &service.value)
}

/// Whether a fact says under which domains a website runs that has none left: that is told of the
/// website, which is to be deregistered.
fn is_bared(case: &Case<'_>, fact: &str) -> bool {
    let about = fact.ends_with("/domains") || fact.ends_with("/home");
    about && service_of(case, fact).is_some_and(has_no_domain)
}

/// Whether a home page went with the domain of its website, of which the change is told.
fn follows_domains(case: &Case<'_>, on_file: &OnFile<'_>, fact: &str) -> bool {
    let Some(of) = fact.strip_suffix("/home") else { return false };
    let domains = format!("{of}/domains");
    let Some(held) = on_file.held.get(domains.as_str()).and_then(Held::value) else { return false };
    match recorded(case.subject, &domains, Some(held)) {
        Recorded::Value(value, _) => !is_fuller(case, &domains, held, &value) && !is_asked(case, &domains),
        Recorded::Same | Recorded::NoRecord | Recorded::Nothing { .. } => false,
    }
}

/// Whether a fact is one of a server that no licensed service uses: inside one provider it may
/// change without an order.
fn is_moved_within_provider(case: &Case<'_>, fact: &str) -> bool {
    let Some((key, _)) = fact.strip_prefix("servers/").and_then(|rest| rest.split_once('/')) else { return false };
    let licensed = !case.subject.particulars.value.licences.items().is_empty();
    let uses = |service: &Service| {
        service.access.items().iter().any(|way| way.value.servers.items().iter().any(|server| &*server.value == key))
    };
    let mut users = case.subject.services.iter().filter(|(_, service)| uses(&service.value));
    users.all(|(_, service)| !service.value.commercial.known().map_or(licensed, |flag| flag.0))
}

/// Whether an order under way ends what the fact is about, so that it may be taken apart.
fn is_ending(case: &Case<'_>, fact: &str) -> bool {
    let mut steps = fact.splitn(3, '/');
    let path = match (steps.next(), steps.next()) {
        (Some("services"), Some(key)) => format!("services/{key}"),
        (Some("subject"), _) => "subject".to_owned(),
        _ => return false,
    };
    either_way(case.subject, &path, Aspect::Remains)
}
