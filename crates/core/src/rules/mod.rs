//! The catalogue of rules.

#[macro_use]
mod yaml;

pub mod access;
pub(crate) mod asked;
mod base;
pub mod domains;
pub mod filings;
mod follows;
pub mod form;
pub mod identity;
mod in_use;
pub mod links;
pub mod numbers;
pub(crate) mod orders;
mod panel;
mod parts;
pub mod people;
pub mod privacy;
pub mod review;
pub mod services;
pub mod settings;
pub mod times;

pub use base::{BASE, OTHER};
pub use panel::Panel;

use crate::rule::{Case, Finding, Rule};
use crate::words::Words;

/// Rules that look at one side of the records.
#[derive(Debug)]
pub struct Family {
    /// Stable name.
    pub name: &'static str,
    /// What it looks at.
    pub title: Words,
    /// Its rules, in the order of the codes.
    pub rules: &'static [&'static Rule],
}

impl Family {
    /// The letter that the codes begin with.
    #[must_use]
    pub fn letter(&self) -> &'static str {
        self.rules.first().and_then(|rule| rule.code.get(..1)).unwrap_or_default()
    }

    const fn new(name: &'static str, zh: &'static str, en: &'static str, rules: &'static [&'static Rule]) -> Self {
        Self { name, title: Words::fixed(zh, en), rules }
    }
}

/// Every rule, sorted by code: the order in which they are shown.
pub static CATALOGUE: &[Family] = &[
    Family::new("access", "接入", "Access", access::FAMILY),
    Family::new("form", "文件和写法", "Form of files", form::FAMILY),
    Family::new("settings", "设置", "Settings", settings::FAMILY),
    Family::new("domains", "域名", "Domains", domains::FAMILY),
    Family::new("filings", "订单", "Filings", filings::FAMILY),
    Family::new("identity", "主体", "Identity of subjects", identity::FAMILY),
    Family::new("links", "指称和跨主体", "Links across records and subjects", links::FAMILY),
    Family::new("numbers", "备案号", "Numbers", numbers::FAMILY),
    Family::new("privacy", "个人信息", "Personal data", privacy::FAMILY),
    Family::new("people", "负责人", "People", people::FAMILY),
    Family::new("review", "改动", "Changes under review", review::FAMILY),
    Family::new("services", "服务", "Services", services::FAMILY),
    Family::new("times", "期限", "Times", times::FAMILY),
];

/// Every rule, in the order of the codes.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    CATALOGUE.iter().flat_map(|family| family.rules.iter().copied())
}

/// What cannot be mended any more and is only told.
static PAST_MENDING: &[&Rule] = &[
    &filings::change_filed_late::RULE,
    &filings::sms_verified_late::RULE,
    &filings::deregistered_late::RULE,
    &services::police_filed_late::RULE,
];

/// Whether what a rule finds cannot be mended any more, so that a waiver for it needs no end.
pub(crate) fn is_past_mending(rule: &Rule) -> bool {
    PAST_MENDING.iter().any(|past| past.code == rule.code)
}

/// The rule of that code or name.
#[must_use]
pub fn find(word: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.is_called(word))
}

/// Judges one subject by every rule in force that needs no other subject.
#[must_use]
pub fn check(case: &Case<'_>) -> Vec<Finding> {
    Panel::new(all().filter(|rule| rule.in_force(case.today))).judge(case)
}
