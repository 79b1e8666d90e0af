//! The lines of a step: facts that are lacking, papers, what to do and to know, what the province asks.

use super::hints::{self, Only, Placed};
use super::items::Making;
use super::step::{Group, Step};
use super::{Item, ItemKind, page, papers, rejection};
use crate::model::{Filing, NumberHeld, Person, Service};
use crate::numbers::PoliceNumber;
use crate::procedure::{PaperNeed, shows_subject_number};
use crate::progress::Blocker;
use crate::record::{Placed as PlacedValue, Slot, Text};
use crate::rows::Confidence;
use crate::tables::{ProvinceRow, Who, cited};
use crate::vocabulary::{Nature, Procedure, ServiceKind};
use crate::words;
use crate::words::Words;

impl Item {
    fn new(kind: ItemKind, words: Words) -> Self {
        Self { kind, words, is_held: false, sha256: None, basis: Words::default() }
    }
}

impl<'s> Making<'_, 's> {
    pub(super) fn items(&self, step: Step) -> Vec<Item> {
        let mut items = self.facts(step);
        items.extend(self.rejected(step));
        if step == Step::Papers {
            items.extend(self.papers());
        }
        if step == Step::Submit && matches!(self.chosen.group, Group::Change | Group::Ends | Group::Cancel) {
            items.extend(self.due());
        }
        if step == Step::Message {
            items.extend(self.receivers());
        }
        for hint in hints::hints() {
            let is_of = |name: &String| {
                self.provider.as_ref().is_some_and(|provider| self.case.tables.clouds.is_same_provider(provider, name))
            };
            if hint.step == step
                && hint.is_for(self.chosen.group, self.who(), &self.kinds)
                && hint.provider.as_ref().is_none_or(is_of)
            {
                let kind = if hint.is_act { ItemKind::Act } else { ItemKind::Note };
                let words = self.case.tables.periods.fill(&hint.words, self.case.today);
                items.push(Item { basis: cited(&hint.sources, self.case.today), ..Item::new(kind, words) });
            }
        }
        if step == Step::Server {
            items.extend(self.terms());
        }
        items.extend(self.pasted(step));
        items.extend(self.local(step));
        items.extend(self.consequences(step));
        items
    }

    /// What is not recorded yet or wrong, by the file in which it stands; what a plan itself depends on first.
    pub(super) fn facts(&self, step: Step) -> Vec<Item> {
        let mut items = Vec::new();
        let mut ask = |zh: String, en: String| items.push(Item::new(ItemKind::Fact, words!("{zh}", "{en}")));
        let facts = &self.case.subject.particulars.value;
        if step == Step::Records && self.chosen.group == Group::Opens {
            for (field, is_absent) in
                [("nature（主办单位性质）", facts.nature.is_absent()), ("name（主办单位名称）", facts.name.is_absent())]
            {
                if is_absent {
                    ask(format!("subject.yaml 没有写 {field}"), format!("subject.yaml does not say {field}"));
                }
            }
            if self.chosen.services.is_empty() {
                ask(
                    "services.yaml 没有服务：写 kind、name、domains、access（接入商、服务器）、content、principal"
                        .to_owned(),
                    "services.yaml has no service: give kind, name, domains, access (provider, servers), content and \
                     principal"
                        .to_owned(),
                );
            }
        }
        if step == Step::Account && self.provider.is_none() {
            ask(
                "接入商还没有记录：写进 services.yaml 的 access（provider）".to_owned(),
                "the provider is not recorded yet: `provider` of `access` in services.yaml".to_owned(),
            );
        }
        if step == Step::Domain && self.chosen.services.is_empty() && self.case.subject.domains.iter().next().is_none()
        {
            ask(
                "domains.yaml 没有域名：写 registrar、holder、verified、expires".to_owned(),
                "domains.yaml has no domain: give registrar, holder, verified and expires".to_owned(),
            );
        }
        for blocker in &self.chosen.now.blockers {
            if self.chosen.group.steps().contains(&step) && file_step(blocker, self.chosen.group) == step {
                let (Words { zh, en }, rule) = (&blocker.what, blocker.rule);
                items.push(Item::new(ItemKind::Fact, words!("{zh} [{rule}]", "{en} [{rule}]")));
            }
        }
        items
    }

    /// What an order was sent back for, and what that is likely about.
    fn rejected(&self, step: Step) -> Vec<Item> {
        let is_told = step == Step::Submit && self.chosen.now.phase.is_sent_back();
        let Some(note) = self.chosen.order.filter(|_| is_told).and_then(Filing::last_note) else { return Vec::new() };
        let reasons = rejection::likely(note).into_iter().map(|one| {
            let mend = self.case.tables.periods.fill(&one.mend, self.case.today);
            let (Words { zh, en }, mend_zh, mend_en) = (&one.reason, mend.zh, mend.en);
            let words = words!("可能是：{zh}。{mend_zh}", "likely: {en}. {mend_en}");
            Item { basis: one.basis(self.case.today), ..Item::new(ItemKind::Act, words) }
        });
        let told = words!("退回原因：{note}", "it was sent back for: {note}");
        std::iter::once(Item::new(ItemKind::Note, told)).chain(reasons).collect()
    }

    fn papers(&self) -> Vec<Item> {
        let item = |need: &PaperNeed| {
            let held = papers::held(need, self.chosen.order, self.case.today);
            let whose: Vec<String> = need.of.iter().map(|of| self.called(of)).collect();
            let (zh, en) = (&need.name.zh, &need.name.en);
            let whose = if whose.is_empty() { String::new() } else { format!("（{}）", whose.join("、")) };
            let (only, detail) = (need.only_if.clone().unwrap_or_default(), need.detail.clone().unwrap_or_default());
            let (only_zh, only_en) = (clause("（", &only.zh, "）"), clause(" (", &only.en, ")"));
            let (detail_zh, detail_en) = (clause("：", &detail.zh, ""), clause(": ", &detail.en, ""));
            let letter = match need.serves {
                Some(_) => Words::fixed("（beian notice 写出）", " (`beian notice` writes it)"),
                None => Words::default(),
            };
            let (letter_zh, letter_en) = (letter.zh, letter.en);
            let words =
                words!("{zh}{whose}{only_zh}{detail_zh}{letter_zh}", "{en}{whose}{only_en}{detail_en}{letter_en}");
            Item {
                is_held: held.is_some(),
                sha256: held.and_then(|paper| paper.sha256.known()).map(ToString::to_string),
                ..Item::new(ItemKind::Paper, words)
            }
        };
        self.needs.papers.iter().map(item).collect()
    }

    /// What somebody or something is called.
    fn called(&self, of: &str) -> String {
        let named = |slot: &Slot<Text>| slot.known().map(ToString::to_string);
        let person =
            |key: &str| self.case.subject.people.get(key).and_then(|one: &PlacedValue<Person>| named(&one.value.name));
        let service = |key: &str| self.case.subject.services.get(key).and_then(|one| named(&one.value.name));
        let name =
            of.strip_prefix("people/").and_then(person).or_else(|| of.strip_prefix("services/").and_then(service));
        name.unwrap_or_else(|| of.rsplit('/').next().unwrap_or(of).to_owned())
    }

    /// By when the order is due, and what that is counted from.
    fn due(&self) -> Option<Item> {
        // Of a change of which nothing is known no law sets a time that could be told.
        let due = self.needs.due.as_ref().filter(|due| due.article.is_some())?;
        let (Words { zh, en }, day) = (&due.counted_from, due.day.map(|day| format!("{day} ")).unwrap_or_default());
        let basis = due.article.as_ref().map(|article| article.short(self.case.today)).unwrap_or_default();
        Some(Item { basis, ..Item::new(ItemKind::Note, words!("期限：{day}{zh}", "due: {day}{en}")) })
    }

    fn receivers(&self) -> Option<Item> {
        let all = self.needs.sms.iter().map(|receiver| {
            let name = self.called(&format!("people/{}", receiver.person));
            let mobile = receiver.mobile.as_deref().unwrap_or_default();
            let (role_zh, role_en) = (&receiver.role.zh, &receiver.role.en);
            (
                format!("{role_zh}{name} {mobile}").trim().to_owned(),
                format!("{role_en} {name} {mobile}").trim().to_owned(),
            )
        });
        let (zh, en): (Vec<_>, Vec<_>) = all.unzip();
        let (zh, en) = (zh.join("、"), en.join(", "));
        (!zh.is_empty()).then(|| Item::new(ItemKind::Note, words!("收短信的：{zh}", "who gets it: {en}")))
    }

    /// What the provider asks of servers, product by product.
    fn terms(&self) -> Vec<Item> {
        let Some(provider) = &self.provider else { return Vec::new() };
        let clouds = &self.case.tables.clouds;
        let rows = self.case.tables.terms.on(self.case.today);
        rows.filter(|row| clouds.is_same_provider(&row.provider, provider))
            .map(|row| {
                let product = &row.product;
                let (mut zh, mut en) = (Vec::new(), Vec::new());
                if row.prepaid {
                    zh.push("包年包月".to_owned());
                    en.push("paid ahead".to_owned());
                }
                if let Some(months) = row.months {
                    zh.push(format!("购买满 {months} 个月（含续费）"));
                    en.push(format!("bought for {months} months, renewals included"));
                }
                if let Some(left) = row.left {
                    zh.push(format!("还剩 {left} 个月以上"));
                    en.push(format!("{left} months or more left"));
                }
                if let Some(filings) = row.filings {
                    zh.push(format!("一台可备 {filings} 个服务"));
                    en.push(format!("{filings} services each"));
                }
                if zh.is_empty() {
                    zh.push("能否用来备案有另外的限制，先问接入商".to_owned());
                    en.push("it is limited otherwise: ask the provider first".to_owned());
                }
                let (zh, en) = (zh.join("，"), en.join(", "));
                let basis = row.provenance.basis(self.case.today);
                Item { basis, ..Item::new(ItemKind::Local, words!("{product}：{zh}", "{product}: {en}")) }
            })
            .collect()
    }

    /// What is pasted into pages.
    fn pasted(&self, step: Step) -> Vec<Item> {
        let is_page = |one: &Service| one.kind.known().is_none_or(|kind| *kind == ServiceKind::Website);
        let services = self.chosen.each(self.case).filter(|(_, one)| is_page(one));
        let code = |text: String| Item::new(ItemKind::Code, words!("{text}", "{text}"));
        match step {
            Step::Show => {
                let own = shows_subject_number(self.case.tables, self.case.subject, self.case.today);
                let subject = &self.case.subject.particulars.value.numbers;
                let number =
                    |one: &'s Service| NumberHeld::on(if own { subject } else { &one.numbers }, self.case.today);
                let mut found: Vec<Item> =
                    services.map(|(_, one)| one).filter_map(number).map(|one| code(page::number(one))).collect();
                found.dedup();
                if found.is_empty() && self.kinds.contains(&ServiceKind::Website) {
                    let called = if own { "主体备案号，不带“-1”" } else { "服务备案号，带“-1”" };
                    found.push(code(page::number(called)));
                }
                found
            }
            Step::ShowPolice => {
                let number = |one: &Service| {
                    let police = one.police.known().filter(|police| police.cancelled().is_none())?;
                    PoliceNumber::parse(police.number.known()?).number
                };
                services.filter_map(|(_, one)| number(one)).map(|number| code(page::police(&number))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What the province asks at the step.
    fn local(&self, step: Step) -> Vec<Item> {
        let (Some(province), Some(who)) = (self.province, self.who()) else { return Vec::new() };
        let rows = self.case.tables.provinces.practice(province.code, Some(who), self.case.today);
        let is_here = |row: &&ProvinceRow| {
            let placed = hints::demands().iter().find(|placed| placed.demand == row.demand);
            placed.is_some_and(|placed| placed.step == step && placed.is_for(self.chosen.group) && self.holds(placed))
        };
        let is_told = |row: &&ProvinceRow| row.provenance.confidence != Confidence::Unsure && row.value != "unknown";
        rows.into_iter()
            .filter(is_here)
            .filter(is_told)
            .map(|row| {
                let (Words { zh, en }, short) = (row.told(), province.short_zh);
                let whole = row.code == 0;
                let place = if whole { "" } else { short };
                let begins = if whole { String::new() } else { format!("{place}｜") };
                let words = words!("{begins}{zh}", "{begins}{en}");
                Item { basis: row.provenance.basis(self.case.today), ..Item::new(ItemKind::Local, words) }
            })
            .collect()
    }

    /// Whether a demand matters to this subject.
    fn holds(&self, placed: &Placed) -> bool {
        let facts = &self.case.subject.particulars.value;
        let needs = |id: &str| self.needs.papers.iter().any(|need| need.id == id);
        let is_filed = || facts.numbers.items().iter().any(|held| held.value.is_held(self.case.today));
        match placed.only {
            None => true,
            Some(Only::Filed) => is_filed(),
            Some(Only::First) => self.chosen.procedure == Procedure::First,
            Some(Only::Stranger) => needs("residence_proof"),
            Some(Only::Authorised) => self.needs.papers.iter().any(|need| need.id.starts_with("authorisation")),
            Some(Only::Minor) => needs("minor_documents"),
            Some(Only::Person) => self.who() == Some(Who::Individual),
            Some(Only::Household) => {
                self.nature == Some(Nature::Enterprise) && facts.name.known().is_some_and(|name| !name.contains("公司"))
            }
            Some(Only::Public) => {
                matches!(self.nature, Some(Nature::Government | Nature::Institution | Nature::MassOrganisation))
            }
            Some(Only::Plan) => needs("construction_plan"),
            Some(Only::Two) => self.needs.sms.len() > 1,
        }
    }

    /// What follows from leaving a step out.
    fn consequences(&self, step: Step) -> Vec<Item> {
        let ids: &[&str] = match step {
            Step::Open if self.chosen.group == Group::Opens => &["unfiled"],
            Step::Show => &["no-number", "no-link"],
            Step::Police if self.who() != Some(Who::Individual) => &["police-filing"],
            Step::Submit if matches!(self.chosen.group, Group::Change | Group::Ends) => &["change-late"],
            _ => &[],
        };
        let rows = ids.iter().filter_map(|id| self.case.tables.consequences.called(id, self.case.today));
        rows.map(|row| Item::new(ItemKind::Consequence, row.words(self.case.today))).collect()
    }
}

/// The step at which a fact is put right.
fn file_step(blocker: &Blocker, group: Group) -> Step {
    let file = match blocker.rule {
        // A record that is named and not there belongs to another file.
        "L102" => "servers",
        "L103" => "domains",
        _ => blocker.fact.split('/').next().unwrap_or_default(),
    };
    match (group, file) {
        (Group::Opens, "domains") => Step::Domain,
        (Group::Opens | Group::Access, "servers") => Step::Server,
        (Group::Opens | Group::Change | Group::Moves, _) => Step::Records,
        (Group::Access, _) => Step::Account,
        (Group::Ends | Group::Cancel | Group::Paper, _) => Step::Submit,
    }
}

fn clause(before: &str, text: &str, after: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{before}{text}{after}") }
}
