//! What a clerk does: orders from the draft to the decision, and all that is kept without one.

use super::clerk::{Asked, Filing};
use super::history::{Clerk, Edit, TODAY, draft, facts_of_person, person};
use beian_core::day::Day;

impl Clerk {
    /// The first filing.
    pub(crate) fn first(&mut self) {
        let mut service = self.service();
        let covers = ["subject".to_owned(), format!("services/{}", service.key)];
        let mut filing = draft(self.now, "first", "首次备案", &covers);
        filing.facts = self.facts_of_subject();
        filing.facts.extend(self.facts_of(&service));
        service.principal = "chen".to_owned();
        let add = service.clone();
        let Some(day) = self.run(filing, &|records| records.services.push(add.clone()), &|_| {}, false) else { return };
        let stem = self.records.filings.last().map(|it| it.stem.clone()).unwrap_or_default();
        let number = format!("浙ICP备{}000042号", day.year());
        self.grant("subject", &number);
        self.records.numbers.push((number.clone(), day, None, stem));
        self.approved_service(&service.key, &format!("{number}-1"), day);
    }

    /// The records begin with what is on file already.
    pub(crate) fn open(&mut self) {
        let first = self.now.plus_days(-self.draw.days(100, 700)).max(Day::of(2020, 6, 1));
        let mut service = self.service();
        let number = format!("浙ICP备{}000042号", first.year());
        self.records.numbers.push((number.clone(), first, None, String::new()));
        service.numbers.push((format!("{number}-1"), first, None, String::new()));
        service.access[0].1 = Some(first);
        service.opened = Some(first.plus_days(2));
        service.police = police(first.plus_days(9), 40);
        // A site cannot be older than its domain and its server.
        for domain in &mut self.records.domains {
            domain.registered = first.plus_days(-200);
            domain.verified = first.plus_days(-190);
        }
        self.records.servers.iter_mut().for_each(|server| server.from = first.plus_days(-100));
        let covers = ["subject".to_owned(), format!("services/{}", service.key)];
        let mut filing = draft(self.now, "existing", "既有备案", &covers);
        filing.facts = self.facts_of_subject();
        filing.facts.extend(self.facts_of(&service));
        filing.basis = Some(if self.draw.one_in(2) { first } else { self.now.plus_days(-self.draw.days(0, 3)) });
        self.records.services.push(service);
        self.records.filings.push(filing);
        self.commit();
    }

    /// One of the things that a clerk does.
    pub(crate) fn act(&mut self) {
        match self.draw.below(16) {
            0 | 1 => self.new_service(),
            2 | 3 => self.new_address(),
            4 => self.new_principal(),
            5 => self.new_mobile(),
            6 => self.end_service(),
            7 => self.new_name(),
            8 => self.other_server(),
            9 => self.other_provider(),
            10 => self.correction(),
            11 if self.draw.one_in(6) => self.end_subject(),
            _ => self.keep(),
        }
    }

    /// An order from its draft to its end; the day of its approval, if it was approved. The
    /// records change with the order, and are as before if it comes to nothing.
    pub(crate) fn run(&mut self, filing: Filing, change: Edit<'_>, undo: Edit<'_>, may_fail: bool) -> Option<Day> {
        change(&mut self.records);
        self.records.filings.push(filing);
        // What has closed is to be deregistered at once.
        let at_once = self.order().procedure.starts_with("注销");
        if self.draw.one_in(2) {
            self.commit();
            self.wait(0, if at_once { 0 } else { 4 });
        }
        let order = format!("SAMPLE{}{:04}", self.now.to_string().replace('-', ""), self.draw.below(9999));
        self.order().order = Some(order);
        self.event(9, "提交订单", None, None);
        self.maybe_commit(2);
        if !at_once && self.draw.one_in(5) {
            self.wait(0, 2);
            self.event(10, "初审驳回", None, Some("证件照片不清"));
            self.maybe_commit(2);
            self.wait(0, 2);
            self.event(11, "提交订单", None, None);
            self.maybe_commit(2);
        }
        if may_fail && self.draw.one_in(7) {
            self.wait(1, 2);
            self.event(12, "撤回", None, None);
            undo(&mut self.records);
            self.commit();
            return None;
        }
        self.review();
        if may_fail && self.draw.one_in(6) {
            self.wait(3, 8);
            self.event(16, "管局驳回", None, Some("地址不够详细"));
            undo(&mut self.records);
            self.commit();
            self.wait(0, 2);
            change(&mut self.records);
            self.event(17, "提交订单", None, None);
            self.commit();
            self.review();
        }
        self.wait(8, 16);
        self.event(18, "管局通过", None, None);
        Some(self.now)
    }

    fn review(&mut self) {
        self.wait(1, 1);
        self.event(9, "初审通过", None, None);
        self.event(10, "发送短信", None, None);
        let mut asked = vec![self.records.principal.clone()];
        asked.extend(self.records.services.iter().map(|it| it.principal.clone()));
        asked.sort();
        asked.dedup();
        for who in asked {
            self.event(11, "短信核验", Some(who), None);
        }
        self.event(12, "提交管局", None, None);
        self.maybe_commit(2);
    }

    pub(crate) fn order(&mut self) -> &mut Filing {
        self.records.filings.last_mut().expect("an order that runs")
    }

    fn event(&mut self, hour: u32, event: &'static str, who: Option<String>, note: Option<&'static str>) {
        let minute = self.order().events.len() % 60;
        let at = format!("{}T{hour:02}:{minute:02}:00+08:00", self.now);
        self.order().events.push((at, event, who, note));
    }

    fn grant(&mut self, of: &str, number: &str) {
        self.order().granted.push((of.to_owned(), number.to_owned()));
    }

    /// A service is approved, opens, and is filed with the police.
    fn approved_service(&mut self, key: &str, number: &str, day: Day) {
        self.grant(&format!("services/{key}"), number);
        let stem = self.order().stem.clone();
        let at = self.records.services.iter().position(|it| it.key == key).unwrap_or(0);
        let service = &mut self.records.services[at];
        service.numbers.push((number.to_owned(), day, None, stem));
        service.access.iter_mut().for_each(|access| access.1 = Some(day));
        self.wait(0, 2);
        self.commit();
        self.wait(1, 5);
        let opened = self.now;
        self.records.services[at].opened = Some(opened);
        self.commit();
        self.wait(5, 20);
        let whole = police(self.now, 40 + at);
        self.records.services[at].police = whole[..1].to_vec();
        self.maybe_commit(2);
        self.wait(12, 14);
        self.records.services[at].police = whole[..3].to_vec();
        self.maybe_commit(2);
        self.wait(3, 10);
        let shown = if self.draw.one_in(3) { "true".to_owned() } else { self.now.to_string() };
        self.records.services[at].police = whole[..3].to_vec();
        self.records.services[at].police.push(("shown", shown));
        self.commit();
    }

    fn live(&self) -> Vec<usize> {
        let services = self.records.services.iter().enumerate();
        services.filter(|(_, it)| it.closed.is_none() && it.opened.is_some()).map(|(at, _)| at).collect()
    }

    pub(crate) fn new_service(&mut self) {
        if 3 < self.records.services.len() {
            return;
        }
        let service = self.service();
        let key = service.key.clone();
        let mut filing = draft(self.now, "new", "新增互联网信息服务", &[format!("services/{key}")]);
        filing.facts = self.facts_of(&service);
        let granted = self.records.services.len() + 1;
        let Some(day) = self.run(filing, &|records| records.services.push(service.clone()), &|_| {}, false) else {
            return;
        };
        let subject = self.records.numbers[0].0.clone();
        let suffix = if service.kind == "APP" { "A" } else { "" };
        self.approved_service(&key, &format!("{subject}-{granted}{suffix}"), day);
    }

    pub(crate) fn new_address(&mut self) {
        let (old, room) = (self.records.address.clone(), self.draw.days(101, 1999));
        let new = format!("浙江省宁波市海曙区范例大道 200 号 {room} 室");
        if old == new {
            return;
        }
        let mut filing = draft(self.now, "address", "变更主体", &["subject".to_owned()]);
        filing.facts = vec![("subject/address".to_owned(), Asked::Change(old.clone(), new.clone()))];
        filing.reason = Some("办公地点搬迁");
        filing.contact = Some("chen".to_owned()).filter(|key| self.records.people.iter().any(|it| it.key == *key));
        filing.effective = Some(self.now.plus_days(self.draw.days(45, 60)));
        let (to, back) = (new, old);
        if self.run(filing, &|it| it.address.clone_from(&to), &|it| it.address.clone_from(&back), true).is_some() {
            self.wait(0, 3);
            self.commit();
        }
    }

    /// Another person answers for the services.
    fn new_principal(&mut self) {
        let Some(old) = self.live().first().map(|at| self.records.services[*at].principal.clone()) else { return };
        let number = 2 + self.draw.below(2);
        let key = format!("{}-{}", if number == 2 { "li" } else { "zhao" }, self.now.year());
        if self.records.people.iter().any(|it| it.key == key || it.name == person("", number, 0).name) {
            return;
        }
        let newcomer = person(&key, number, 0);
        let scopes: Vec<String> = self
            .live()
            .iter()
            .map(|at| &self.records.services[*at])
            .filter(|it| it.principal == old)
            .map(|it| it.key.clone())
            .collect();
        let covers: Vec<String> = scopes.iter().map(|key| format!("services/{key}")).collect();
        let mut filing = draft(self.now, "principal", "变更互联网信息服务", &covers);
        filing.reason = Some("负责人变动");
        filing.effective = Some(self.now.plus_days(40));
        let added = |(fact, value)| (fact, Asked::Change(String::new(), value));
        filing.facts = facts_of_person(&newcomer).into_iter().map(added).collect();
        let asked = |scope: &String| (format!("{scope}/principal"), Asked::Change(old.clone(), key.clone()));
        filing.facts.extend(covers.iter().map(asked));
        let to = |records: &mut super::clerk::Records| {
            records.people.push(newcomer.clone());
            let concerned = records.services.iter_mut().filter(|it| scopes.contains(&it.key));
            concerned.for_each(|it| it.principal.clone_from(&key));
        };
        let back = |records: &mut super::clerk::Records| {
            records.people.retain(|it| it.key != key);
            let concerned = records.services.iter_mut().filter(|it| scopes.contains(&it.key));
            concerned.for_each(|it| it.principal.clone_from(&old));
        };
        if self.run(filing, &to, &back, true).is_some() {
            self.commit();
        }
    }

    pub(crate) fn new_mobile(&mut self) {
        let at = self.draw.below(2);
        let key = self.records.people[at].key.clone();
        let old = self.records.people[at].mobile.clone();
        let new = format!("13{}****{:04}", self.draw.days(5, 8), self.draw.days(2000, 8999));
        let mut filing = draft(self.now, "mobile", "变更主体", &["subject".to_owned()]);
        filing.facts =
            vec![(format!("people/{key}/mobile"), Asked::Change(format!("\"{old}\""), format!("\"{new}\"")))];
        filing.reason = Some("换号");
        filing.effective = Some(self.now.plus_days(45));
        if self
            .run(filing, &|it| it.people[at].mobile.clone_from(&new), &|it| it.people[at].mobile.clone_from(&old), true)
            .is_some()
        {
            self.commit();
        }
    }

    pub(crate) fn new_name(&mut self) {
        let Some(at) = self.live().first().copied() else { return };
        let (old, key) = (self.records.services[at].name.clone(), self.records.services[at].key.clone());
        let new = format!("示范优选{}坊", ["甲", "乙", "丙", "丁", "戊"][self.draw.below(5)]);
        if self.records.services.iter().any(|it| it.name == new) {
            return;
        }
        let mut filing = draft(self.now, "name", "变更互联网信息服务", &[format!("services/{key}")]);
        filing.facts = vec![(format!("services/{key}/name"), Asked::Change(old.clone(), new.clone()))];
        filing.reason = Some("网站改版");
        filing.effective = Some(self.now.plus_days(45));
        if self
            .run(filing, &|it| it.services[at].name.clone_from(&new), &|it| it.services[at].name.clone_from(&old), true)
            .is_some()
        {
            self.wait(0, 2);
            self.commit();
        }
    }

    fn end_service(&mut self) {
        let live = self.live();
        let Some(at) = live.last().copied().filter(|_| 1 < live.len()) else { return };
        let key = self.records.services[at].key.clone();
        let mut filing = draft(self.now, "close", "注销互联网信息服务", &[format!("services/{key}")]);
        filing.reason = Some("不再运营");
        filing.effective = Some(self.now);
        let closed = self.now;
        let close = |records: &mut super::clerk::Records| {
            records.services[at].closed = Some(closed);
            records.services[at].access.iter_mut().for_each(|access| access.2 = access.1.and(Some(closed)));
        };
        let Some(day) = self.run(filing, &close, &|_| {}, false) else { return };
        self.end(at, day);
        self.wait(0, 3);
        self.commit();
    }

    /// What a deregistration leaves of a service.
    fn end(&mut self, at: usize, day: Day) {
        let stem = self.order().stem.clone();
        let service = &mut self.records.services[at];
        service.ended = Some((day, stem));
        service.numbers.iter_mut().for_each(|number| number.2 = Some(day));
        let (domain, servers) =
            (service.domain.clone(), service.access.iter().map(|access| access.0.clone()).collect::<Vec<_>>());
        let others: Vec<_> = self.records.services.iter().filter(|it| it.ended.is_none()).collect();
        let (uses, served) = (others.iter().any(|it| it.domain == domain), |key: &String| {
            others.iter().any(|it| it.access.iter().any(|access| access.0 == *key))
        });
        let idle: Vec<String> = servers.into_iter().filter(|key| !served(key)).collect();
        self.records.domains.iter_mut().filter(|it| !uses && it.name == domain).for_each(|it| it.left = Some(day));
        self.records.servers.iter_mut().filter(|it| idle.contains(&it.key)).for_each(|it| it.released = Some(day));
    }

    fn end_subject(&mut self) {
        let mut covers = vec!["subject".to_owned()];
        covers.extend(self.live().iter().map(|at| format!("services/{}", self.records.services[*at].key)));
        let mut filing = draft(self.now, "end", "注销主体", &covers[..1]);
        filing.reason = Some("不再运营");
        filing.effective = Some(self.now);
        let (closed, live) = (self.now, self.live());
        let close = |records: &mut super::clerk::Records| {
            for at in &live {
                records.services[*at].closed = Some(closed);
                records.services[*at].access.iter_mut().for_each(|access| access.2 = access.1.and(Some(closed)));
            }
        };
        let Some(day) = self.run(filing, &close, &|_| {}, false) else { return };
        for at in live {
            self.end(at, day);
        }
        let stem = self.order().stem.clone();
        self.records.ended = Some((day, stem));
        self.records.numbers.iter_mut().for_each(|number| number.2 = Some(day));
        self.commit();
        self.is_over = true;
    }
}

/// What the police have on a service: applied, approved, number.
pub(crate) fn police(applied: Day, serial: usize) -> Vec<(&'static str, String)> {
    vec![
        ("applied", applied.to_string()),
        ("approved", applied.plus_days(12).to_string()),
        ("number", format!("\"浙公网安备330203020000{serial:02}号\"")),
        ("shown", applied.plus_days(15).min(TODAY).to_string()),
    ]
}
