//! What a change of a service's domains asks for.
//!
//! Since 2019-04-22 a website has one domain and one number (工信管函〔2019〕633号): domains
//! can be given up, but neither added nor swapped.

use super::demand::{Ban, Demand, Scope, Timing};
use super::service_facts;
use super::situation::Situation;
use crate::change::{Change, ascii};
use crate::day::Day;
use crate::law::{MIIT_105, MIIT_633};
use crate::model::Service;
use crate::tables::Demand as Topic;
use crate::vocabulary::{Procedure, ServiceKind};
use crate::words;
use crate::words::Words;
use std::collections::BTreeSet;

/// The day since which a website has one domain.
const ONE_DOMAIN: Day = Day::of(2019, 4, 22);

/// Whether the rule of one domain is in force on that day.
pub(super) fn one_domain_rule(today: Day) -> bool {
    ONE_DOMAIN <= today
}

/// The domains of a service, in the form in which they are compared.
pub(super) fn of(service: Option<&Service>) -> BTreeSet<String> {
    service.map(|service| service.domains.items().iter().map(|name| ascii(&name.value)).collect()).unwrap_or_default()
}

pub(super) fn answer(s: &Situation<'_>, key: &str, change: &Change) -> Vec<Demand> {
    let (old, new) = (of(s.old_service(key)), of(s.new_service(key)));
    let website =
        s.service(key).and_then(|service| service.kind.known()).is_none_or(|kind| *kind == ServiceKind::Website);
    let scope = Scope::Service(key.to_owned());
    let changing = |s: &Situation<'_>| {
        Demand::file(Procedure::ChangeService, scope.clone(), change, Timing::BeforeEffect).through(s.provider_of(key))
    };
    if !website {
        return vec![changing(s).cite(MIIT_105.whole())];
    }
    let added = new.difference(&old).count();
    let removed = old.difference(&new).count();
    if added == 0 && new.is_empty() {
        return service_facts::end(s, key, change);
    }
    if added == 0 {
        return vec![changing(s).cite(MIIT_633.whole()).note(Words::fixed(
            "从多域名网站去掉域名是变更，不要办注销：注销会让其余域名一并失效",
            "giving up one of several domains is a change; a deregistration would end the others too",
        ))];
    }
    if !one_domain_rule(s.today) {
        return vec![changing(s)];
    }
    vec![Demand::never(ban(s, key, old.len(), removed), scope, change)]
}

fn ban(s: &Situation<'_>, key: &str, before: usize, removed: usize) -> Ban {
    let granted = granted(s, key);
    let licensed = s.may_be_licensed(key);
    let ban = |why: Words| beyond_the_notice(Ban::new(why, &[MIIT_633.whole()]), licensed);
    if 0 < removed && before <= 1 {
        let Words { zh, en } =
            granted.map_or_else(Words::default, |day| words!("（本服务 {day} 核发）", " (this one was granted {day})"));
        return ban(words!(
            "一个网站只备一个域名，2019-04-22 起不能更换域名{zh}",
            "a website has one domain, and since 2019-04-22 it cannot be swapped{en}"
        ))
        .swapped(s, key);
    }
    let legacy = granted.is_some_and(|day| day < ONE_DOMAIN);
    if 0 < removed {
        return ban(Words::fixed(
            "老多域名网站 2019-04-22 起只能减少域名，不能更换",
            "a website that holds several domains from before 2019-04-22 may only lose domains",
        ))
        .route(&[Procedure::ChangeService, Procedure::AddService]);
    }
    let why = match granted {
        Some(day) if legacy => words!(
            "2019-04-22 前核发的网站（{day}）保留原有域名，但只能减少，不能增加",
            "a website granted before 2019-04-22 ({day}) keeps its domains, but may only lose some"
        ),
        Some(day) => words!(
            "一个域名一个备案号：2019-04-22 起核发的网站（{day}）只能有一个域名",
            "one domain, one number: a website granted since 2019-04-22 ({day}) has one domain"
        ),
        None => Words::fixed(
            "一个域名一个备案号：2019-04-22 起网站不能增加域名，此前核发的也只能减少",
            "one domain, one number: since 2019-04-22 a website gets no further domain, and one granted before may \
             only lose some",
        ),
    };
    ban(why).route(&[Procedure::AddService])
}

/// The notice speaks of non-commercial filings: of a service that may be licensed it is practice.
pub(super) fn beyond_the_notice(ban: Ban, licensed: bool) -> Ban {
    if !licensed {
        return ban;
    }
    ban.disputed_if(true).note(Words::fixed(
        "编号规则的通知只讲非经营性备案；持经营许可证的服务照此办理是各地实践，先问管局",
        "the notice on numbers speaks of non-commercial filings; for a licensed service it is practice: ask the \
         administration first",
    ))
}

impl Ban {
    /// The lawful ways to another domain. Where the service is the only one and the province
    /// takes no new service under an empty shell, the new one has to come first.
    fn swapped(self, s: &Situation<'_>, key: &str) -> Self {
        let only = s.running().iter().all(|other| other == key);
        let shell_takes = s.decides(Topic::EmptySubjectDirectAdd).is_some();
        let note = if only && !shell_takes {
            Words::fixed(
                "这是名下唯一的服务：先注销会成为空壳主体，不能直接新增，所以先为新域名新增服务，通过后再注销旧服务",
                "it is the only service: deregistered first, it leaves an empty shell that takes no new service, so \
                 add the service for the new domain first",
            )
        } else {
            Words::fixed(
                "要让旧域名继续可用的，先为新域名新增服务，通过后再注销旧服务；新域名得新的服务备案号",
                "to keep the old domain in use meanwhile, add a service for the new one first; it gets a number of \
                 its own",
            )
        };
        let (end, add) = (Procedure::DeregisterService, Procedure::AddService);
        let steps = if only && !shell_takes { [add, end] } else { [end, add] };
        self.route(&steps).note(note)
    }
}

/// The day on which the service got its first number.
fn granted(s: &Situation<'_>, key: &str) -> Option<Day> {
    let numbers = s.old_service(key)?.numbers.items();
    numbers.iter().filter_map(|held| held.value.from.known()).min().copied()
}
