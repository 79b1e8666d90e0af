//! L109: a person is recorded who has no part any more.

use crate::filed::state;
use crate::law::{Article, PIPL, RECORD_FORMAT};
use crate::model::{Domain, Filing, Person};
use crate::record::{Slot, Text};
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A person is recorded who has no part any more.
pub static RULE: Rule = Rule {
    code: "L109",
    name: "unused-person",
    severity: Severity::Note,
    title: Words::fixed("记着用不到的人", "a person is recorded who has no part any more"),
    demand: Words::fixed(
        "处理个人信息限于实现目的的最小范围，保存期限为所必需的最短时间；不再担任任何角色的人不必留着",
        "Personal data are kept only as far and as long as their purpose needs; who has no part any more need not be \
         on record",
    ),
    help: Words::fixed(
        "确实用不到就从 people.yaml 删去；否则写明其角色",
        "delete the entry from people.yaml, or say what part the person has",
    ),
    sources: &[PIPL.articles(&[Article::new(6), Article::new(19)]), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Person(check),
    breaks: Example {
        shows: Words::fixed("没有角色的人", "a person without a part"),
        given: &[Given::Edit {
            file: "example/people.yaml",
            old: yaml! {"
                li:
                  name: 李示例
            "},
            new: yaml! {r#"
                wang:
                  name: 王示例
                  certificate:
                    kind: 居民身份证
                    number: "330***********0034"
                    valid:
                      from: 2016-02-01
                      until: 2036-02-01
                  mobile: "137****0003"
                  emergency:
                    phone: "138****0001"
                    whose: 张示例
                    relation: 同事
                  email: wang@shop.example
                li:
                  name: 李示例
            "#},
        }],
        finds: &["example/people/wang"],
    },
    keeps: Example {
        shows: Words::fixed("担任服务负责人", "the principal of a service"),
        given: &[Given::Stands { file: "example/people.yaml", text: "li:\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Person>, report: &mut Report<'_>) {
    if ["subject", "services", "domains"].iter().any(|file| case.subject.is_unread(file)) {
        return;
    }
    let is = |slot: &Slot<Text>| slot.known().is_some_and(|key| **key == *named.key);
    let subject = case.subject;
    let particulars = &subject.particulars.value;
    let serves = is(&particulars.principal)
        || is(&particulars.legal_representative)
        || subject.services.iter().any(|(_, service)| is(&service.value.principal) || is(&service.value.owner));
    let handles =
        |filing: &Filing| is(&filing.contact) || filing.events.items().iter().any(|event| is(&event.value.who));
    let orders = || subject.filings.iter().map(|filing| &filing.record.value);
    // Who holds a domain or is called in an emergency is known by name.
    let is_named = |slot: &Slot<Text>| match (slot.known(), named.record.name.known()) {
        (Some(one), Some(other)) => one == other,
        _ => false,
    };
    let holds = |domain: &Domain| domain.holder.known().is_some_and(|holder| is_named(&holder.name));
    let helps = |person: &Person| person.emergency.known().is_some_and(|emergency| is_named(&emergency.whose));
    if serves
        || orders().any(|filing| state(filing).is_pending() && handles(filing))
        || subject.domains.iter().any(|(_, domain)| holds(&domain.value))
        || subject.people.iter().any(|(key, person)| key != named.key && helps(&person.value))
    {
        return;
    }
    let key = named.key;
    report.at(named.place, words!("{key} 没有担任任何角色", "`{key}` has no part in these records"));
}
