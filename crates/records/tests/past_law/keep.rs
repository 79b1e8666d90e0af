//! What is kept without an order, or moved, or put right.

use super::clerk::{Asked, Records};
use super::history::{Clerk, draft};

impl Clerk {
    /// Something that no authority is told.
    pub(crate) fn keep(&mut self) {
        let now = self.now;
        let records = &mut self.records;
        match self.draw.below(8) {
            0 => records.remark = Some(format!("{now} 盘点")),
            1 => records.domains.iter_mut().filter(|it| it.left.is_none()).for_each(|it| {
                it.registrar = "腾讯云";
                it.registrar_since = Some(now);
            }),
            2 => records.domains.iter_mut().filter(|it| it.left.is_none()).for_each(|it| it.verified = now),
            3 => records.domains.iter_mut().filter(|it| it.left.is_none()).for_each(|it| {
                it.expires = it.expires.plus_days(365);
            }),
            4 => records.valid = (now.plus_days(-3).to_string(), "长期"),
            5 => {
                let shown = |field: &(&'static str, String)| field.0 == "shown";
                for service in &mut records.services {
                    service
                        .police
                        .iter_mut()
                        .filter(|field| shown(field))
                        .for_each(|field| field.1 = "true".to_owned());
                }
            }
            6 => {
                let at = self.draw.below(records.services.len());
                records.services[at].remark = Some(format!("{now} 改版"));
            }
            _ => {
                let number = records.numbers.first().map(|number| number.0.clone()).unwrap_or_default();
                records.observations.push((now, number));
            }
        }
        self.commit();
    }

    /// A server is given back for another one of the same provider.
    pub(crate) fn other_server(&mut self) {
        let Some(old) = self.records.servers.iter().find(|it| it.released.is_none()).map(|it| it.key.clone()) else {
            return;
        };
        let provider = "阿里云";
        if self.records.servers.iter().any(|it| it.key == old && it.provider != provider) {
            return;
        }
        let new = self.server(provider);
        self.replace(&old, &new);
        self.commit();
    }

    fn replace(&mut self, old: &str, new: &str) {
        let now = self.now;
        let live = self.records.services.iter_mut().filter(|it| it.ended.is_none());
        for access in live.flat_map(|it| it.access.iter_mut()).filter(|access| access.0 == old) {
            access.0 = new.to_owned();
        }
        self.records.servers.iter_mut().filter(|it| it.key == old).for_each(|it| it.released = Some(now));
    }

    /// A service moves to another provider.
    pub(crate) fn other_provider(&mut self) {
        let services = self.records.services.iter();
        let Some(at) = services.clone().position(|it| it.closed.is_none() && it.opened.is_some()) else { return };
        let before = self.records.services[at].access.clone();
        let key = self.records.services[at].key.clone();
        if self.records.filings.iter().any(|it| it.stem.ends_with("-access")) {
            return;
        }
        let new = self.server("腾讯云");
        let to = format!("[{{provider: 腾讯云, servers: [{new}]}}]");
        let mut filing = draft(self.now, "access", "变更接入", &[format!("services/{key}")]);
        filing.through = "腾讯云";
        filing.reason = Some("更换接入商");
        filing.effective = Some(self.now.plus_days(40));
        filing.facts = vec![(format!("services/{key}/access"), Asked::Change(String::new(), to))];
        let change = |records: &mut Records| records.services[at].access = vec![(new.clone(), None, None)];
        let undo = |records: &mut Records| records.services[at].access.clone_from(&before);
        if self.run(filing, &change, &undo, false).is_some() {
            self.commit();
        }
    }

    /// A slip of the pen in an old filing is put right by a note.
    pub(crate) fn correction(&mut self) {
        let Some(at) = self.records.services.iter().position(|it| it.ended.is_none() && it.opened.is_some()) else {
            return;
        };
        let (key, old) = (self.records.services[at].key.clone(), self.records.services[at].content);
        let fact = format!("services/{key}/content");
        let holds = |filing: &super::clerk::Filing| filing.facts.iter().any(|(known, _)| *known == fact);
        let Some(stem) = self.records.filings.iter().find(|it| holds(it)).map(|it| it.stem.clone()) else { return };
        let new = if old.ends_with("日用商品") {
            "展示并销售本公司经营的日用百货"
        } else {
            "展示并销售本公司经营的日用商品"
        };
        let mut note = draft(self.now, "note", "变更互联网信息服务", &[format!("services/{key}")]);
        note.facts = vec![(fact, Asked::Change(old.to_owned(), new.to_owned()))];
        note.reason = Some("笔误");
        note.effective = Some(self.now);
        note.basis = Some(self.now);
        note.corrects = Some(stem);
        self.records.services[at].content = new;
        self.records.filings.push(note);
        self.commit();
    }
}
