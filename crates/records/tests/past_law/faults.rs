//! Faults of many kinds, each planted in records that are clean.

use super::clerk::{Asked, Filing, Records};
use super::history::{Clerk, draft};
use beian_core::day::Day;

/// A kind of fault: what it is called, the rule that sees it, and how it is planted on a day.
pub(crate) type Kind = (&'static str, &'static str, fn(&mut Records, Day));

/// Clean records of two websites and an App.
pub(crate) fn clean() -> Clerk {
    let clerk = |seed| {
        let mut clerk = Clerk::new(seed);
        clerk.first();
        clerk.new_service();
        clerk.new_service();
        clerk.wait(30, 30);
        clerk.commit();
        clerk
    };
    let kinds = |clerk: &Clerk| clerk.records.services.iter().map(|it| it.kind).collect::<Vec<_>>();
    let fits = |clerk: &Clerk| kinds(clerk) == ["网站", "网站", "APP"];
    (0..).map(clerk).find(fits).expect("one of many")
}

/// The same records long after: name, address and mobile were changed by orders, and much else
/// was kept.
pub(crate) fn long_after(clean: &Clerk, records: Records) -> Clerk {
    let mut clerk = clean.clone();
    clerk.records = records;
    for act in [Clerk::new_name, Clerk::new_address, Clerk::new_mobile, Clerk::keep, Clerk::keep, Clerk::keep] {
        clerk.wait(40, 70);
        act(&mut clerk);
    }
    clerk
}

/// A value filed in the first filing that holds the fact, or in the first filing of all.
fn file(records: &mut Records, fact: &str, value: &str) {
    let holds = |filing: &Filing| filing.facts.iter().any(|(known, _)| known == fact);
    let at = records.filings.iter().position(holds).unwrap_or(0);
    let facts = &mut records.filings[at].facts;
    facts.retain(|(known, _)| known != fact);
    facts.push((fact.to_owned(), Asked::Value(value.to_owned())));
}

fn name(records: &mut Records, name: &str) {
    let key = records.services[0].key.clone();
    file(records, &format!("services/{key}/name"), name);
    records.services[0].name = name.to_owned();
}

fn address(records: &mut Records, address: &str) {
    file(records, "subject/address", address);
    records.address = address.to_owned();
}

fn code(records: &mut Records, code: &'static str) {
    file(records, "subject/certificate/number", &format!("\"{code}\""));
    records.code = code;
}

fn organiser(records: &mut Records, name: &'static str) {
    file(records, "subject/name", name);
    records.name = name;
}

fn domain(records: &mut Records, name: &str) {
    let key = records.services[0].key.clone();
    file(records, &format!("services/{key}/domains"), &format!("[{name}]"));
    file(records, &format!("services/{key}/home"), &format!("www.{name}"));
    let old = std::mem::replace(&mut records.services[0].domain, name.to_owned());
    records.domains.iter_mut().filter(|it| it.name == old).for_each(|it| it.name = name.to_owned());
    // The App stands on the same domain.
    let key = records.services[2].key.clone();
    file(records, &format!("services/{key}/domains"), &format!("[{name}]"));
    records.services[2].domain = name.to_owned();
}

fn number(records: &mut Records, number: &str) {
    records.services[0].numbers[0].0 = number.to_owned();
    records.filings[0].granted[1].1 = number.to_owned();
}

fn police(records: &mut Records, number: &str) {
    records.services[0].police.iter_mut().filter(|it| it.0 == "number").for_each(|it| it.1 = format!("\"{number}\""));
}

/// A change of the address that is approved long before the day.
fn change(records: &mut Records, day: Day) -> &mut Filing {
    let (old, new) = (records.address.clone(), "浙江省宁波市海曙区范例大道 200 号 1206 室".to_owned());
    let first = day.plus_days(-25);
    let mut filing = draft(first, "address", "变更主体", &["subject".to_owned()]);
    filing.order = Some("SAMPLE9".to_owned());
    filing.facts = vec![("subject/address".to_owned(), Asked::Change(old, new.clone()))];
    filing.reason = Some("搬迁");
    filing.effective = Some(first.plus_days(45));
    let steps = [(0, "提交订单"), (1, "初审通过"), (1, "发送短信"), (1, "短信核验"), (1, "提交管局"), (15, "管局通过")];
    for (hour, (after, event)) in (9..).zip(steps) {
        let who = (event == "短信核验").then(|| "wang".to_owned());
        filing.events.push((format!("{}T{hour:02}:00:00+08:00", first.plus_days(after)), event, who, None));
    }
    records.address = new;
    records.filings.push(filing);
    records.filings.last_mut().expect("just pushed")
}

/// The same, of which nothing happened after an event.
fn open(records: &mut Records, day: Day, events: usize) -> &mut Filing {
    let filing = change(records, day);
    filing.events.truncate(events);
    filing
}

fn first(records: &mut Records) -> &mut Filing {
    &mut records.filings[0]
}

fn drop_fact(records: &mut Records, field: &str) {
    first(records).facts.retain(|(fact, _)| !fact.ends_with(field));
}

pub(crate) static KINDS: &[Kind] = &[
    ("name of a single character", "S111", |it, _| name(it, "店")),
    ("name that is a domain", "S114", |it, _| name(it, "store1.example")),
    ("name with signs", "S113", |it, _| name(it, "示范★好物")),
    ("name in Latin letters", "S112", |it, _| name(it, "SHOP")),
    ("address without a house number", "I119", |it, _| address(it, "浙江省宁波市海曙区")),
    ("address in another province", "I120", |it, _| address(it, "上海市浦东新区示例路 18 号 301 室")),
    ("check digit of the credit code", "I103", |it, _| code(it, "91330203MAEXAMP14L")),
    ("credit code too short", "I102", |it, _| code(it, "91330203MAEXAMP1")),
    ("organiser's name in Latin letters", "I123", |it, _| organiser(it, "Example Trading Ltd")),
    ("organiser's name not in full", "I121", |it, _| organiser(it, "示范商贸")),
    ("mail address without a host", "P106", |it, _| {
        file(it, "people/wang/email", "wang");
        it.people[0].mail = "wang".to_owned();
    }),
    ("one domain for two websites", "L112", |it, _| {
        let (name, key) = (it.services[0].domain.clone(), it.services[1].key.clone());
        file(it, &format!("services/{key}/domains"), &format!("[{name}]"));
        file(it, &format!("services/{key}/home"), &format!("www.{name}"));
        it.services[1].domain = name;
    }),
    ("malformed domain", "D101", |it, _| domain(it, "sto_re-.example")),
    ("number of an App for a website", "N109", |it, _| {
        let app = it.services[0].numbers[0].0.clone() + "A";
        number(it, &app);
    }),
    ("number held since another day", "F131", |it, _| {
        it.services[0].numbers[0].1 = it.services[0].numbers[0].1.plus_days(3);
    }),
    ("number of two services", "L107", |it, _| {
        let second = it.services[1].numbers[0].0.clone();
        number(it, &second);
    }),
    ("number that ends before it begins", "N111", |it, _| {
        it.services[0].numbers[0].2 = Some(it.services[0].numbers[0].1.plus_days(-9));
    }),
    ("two numbers at once", "F131", |it, _| {
        let (number, from, _, filing) = it.services[0].numbers[0].clone();
        it.services[0].numbers.push((number.replace("号-1", "号-9"), from.plus_days(1), None, filing));
    }),
    ("police number malformed", "N116", |it, _| police(it, "浙公网安备3302号")),
    ("police number of another province", "N117", |it, _| police(it, "沪公网安备33020302000041号")),
    ("opened before the approval", "S125", |it, _| {
        it.services[0].opened = Some(it.services[0].numbers[0].1.plus_days(-9));
    }),
    ("closed before it opened", "S128", |it, _| {
        it.services[0].closed = it.services[0].opened.map(|day| day.plus_days(-1));
    }),
    ("closed and not deregistered", "S128", |it, day| it.services[0].closed = Some(day.plus_days(-60))),
    ("domain given up and in use", "D121", |it, day| it.domains[0].left = Some(day.plus_days(-9))),
    ("events in no order", "F103", |it, day| change(it, day).events.swap(0, 1)),
    ("an event after the end", "F105", |it, day| {
        let filing = change(it, day);
        let late = (format!("{}T09:00:00+08:00", day.plus_days(-1)), "提交管局", None, None);
        filing.events.push(late);
    }),
    ("approved and never handed over", "F108", |it, day| change(it, day).events.retain(|event| event.1 != "提交管局")),
    ("no message to the principal", "F110", |it, day| change(it, day).events.retain(|event| !event.1.contains("短信"))),
    ("a change to the same", "F121", |it, day| {
        let filing = change(it, day);
        let Asked::Change(_, to) = filing.facts[0].1.clone() else { return };
        filing.facts[0].1 = Asked::Change(to.clone(), to);
    }),
    ("a change from what was not on file", "F147", |it, day| {
        let filing = change(it, day);
        let Asked::Change(_, to) = filing.facts[0].1.clone() else { return };
        filing.facts[0].1 = Asked::Change("浙江省宁波市海曙区别处路 1 号 101 室".to_owned(), to);
    }),
    ("a change without its day", "F124", |it, day| change(it, day).effective = None),
    ("a change filed late", "F125", |it, day| change(it, day).effective = Some(day.plus_days(-24))),
    ("a change that does not say from what", "F119", |it, day| {
        let filing = change(it, day);
        let Asked::Change(_, to) = filing.facts[0].1.clone() else { return };
        filing.facts[0].1 = Asked::Value(to);
    }),
    ("an order that covers nothing", "F117", |it, day| change(it, day).covers.clear()),
    ("an order that covers something else", "F116", |it, day| {
        let key = it.services[0].key.clone();
        change(it, day).covers = vec![format!("services/{key}")];
    }),
    ("an order about what is not there", "F118", |it, day| change(it, day).covers.push("services/nothing".to_owned())),
    ("one order number twice", "F149", |it, day| {
        let number = it.filings[0].order.clone();
        change(it, day).order = number;
    }),
    ("an order that corrects nothing", "F137", |it, day| {
        change(it, day).corrects = Some("2020-01-01-nothing".to_owned());
    }),
    ("approved without a number", "F128", |it, _| first(it).granted.clear()),
    ("a first filing without facts", "F123", |it, _| drop_fact(it, "subject/nature")),
    ("no answer of the authority in time", "F114", |it, day| {
        open(it, day, 5);
        it.filings.last_mut().iter_mut().for_each(|filing| {
            filing.stem = format!("{}-address", day.plus_days(-60));
            filing.effective = Some(day.plus_days(40));
            filing.events.iter_mut().for_each(|event| event.0 = format!("{}{}", day.plus_days(-60), &event.0[10..]));
        });
    }),
    ("two orders at once", "F113", |it, day| {
        open(it, day, 5);
        let mut second = it.filings.last().cloned().unwrap_or_default();
        second.stem.push_str("-2");
        second.order = Some("SAMPLE10".to_owned());
        it.filings.push(second);
    }),
    ("a rejection without its reason", "F144", |it, day| {
        let filing = open(it, day, 5);
        filing.events.push((format!("{}T09:00:00+08:00", day.plus_days(-2)), "管局驳回", None, None));
        it.address = super::clerk::SEAT.to_owned();
    }),
    ("withdrawn from the authority", "F107", |it, day| {
        let filing = open(it, day, 5);
        filing.events.push((format!("{}T09:00:00+08:00", day.plus_days(-2)), "撤回", None, None));
        it.address = super::clerk::SEAT.to_owned();
    }),
    ("a fact asked for that no record has", "L104", |it, day| {
        let filing = change(it, day);
        filing.facts.push(("subject/fax".to_owned(), Asked::Change(String::new(), "1".to_owned())));
    }),
];
