//! What a subject claims of what it bought or was given elsewhere: servers, addresses, accounts,
//! orders, police numbers.

use super::claims::Claims;
use super::compared::code_key;
use crate::model::{Filing, Server, Service};
use crate::names::AddressClass;
use crate::numbers::PoliceNumber;
use crate::record::{Placed, Text};
use crate::rule::{Case, ClaimKind, Named};
use crate::rules::in_use::live;
use crate::spelling::folded;
use crate::vocabulary::Procedure;
use std::borrow::Cow;
use std::net::IpAddr;

impl Claims<'_> {
    /// The servers that are still held, the orders and the accounts.
    pub(super) fn bought(&mut self, case: &Case<'_>) {
        for (key, server) in case.subject.servers.known().filter(|(_, server)| server.value.released.is_absent()) {
            self.server(case, key, &server.value);
        }
        for dated in &case.subject.filings {
            self.order(&dated.stem, &dated.record.value);
        }
        self.accounts(case);
    }

    fn server(&mut self, case: &Case<'_>, key: &str, server: &Server) {
        let holder = ("servers", key);
        let provider = server.provider.known();
        if let (Some(provider), Some(instance)) = (provider, server.instance.placed()) {
            let value = code_key(Some(&named(case, provider)), &instance.value);
            self.add(ClaimKind::Instance, &value, holder, "", instance.place);
        }
        let about = provider.map_or_else(|| Text::from(""), |provider| named(case, provider));
        for address in server.addresses.items() {
            // Ranges, and what stands in private nets, are no value that others could hold.
            let Ok(single) = address.value.parse::<IpAddr>() else { continue };
            let class = AddressClass::of(single);
            if class == AddressClass::Public || (case.sample && class == AddressClass::Documentation) {
                let value = address_key(&address.value, single);
                self.add(ClaimKind::Address, &value, holder, &about, address.place);
            }
        }
    }

    /// An order is of one subject, but for what passes from one to another.
    fn order(&mut self, stem: &str, filing: &Filing) {
        let Some(order) = filing.order.placed() else { return };
        let passes = filing.procedure.known() == Some(&Procedure::Migration) || !filing.counterparty.is_absent();
        if !passes {
            let value = code_key(filing.through.known(), &order.value);
            self.add(ClaimKind::Order, &value, ("filings", stem), "", order.place);
        }
    }

    /// Each account once, however many services stand under it.
    fn accounts(&mut self, case: &Case<'_>) {
        let mut seen: Vec<Box<str>> = Vec::new();
        for service in live(case) {
            for access in service.record.access.items() {
                let (Some(provider), Some(account)) = (access.value.provider.known(), access.value.account.placed())
                else {
                    continue;
                };
                let value = code_key(Some(&named(case, provider)), &account.value);
                if !seen.contains(&value) {
                    self.add(ClaimKind::Account, &value, ("services", service.key), "", account.place);
                    seen.push(value);
                }
            }
        }
    }

    /// The number that a service has of the police, unless that filing was cancelled.
    pub(super) fn police(&mut self, service: &Named<'_, Service>) {
        let Some(police) = service.record.police.known().filter(|police| police.cancelled().is_none()) else { return };
        if let Some(number) = police.number.placed() {
            self.add(ClaimKind::PoliceNumber, &police_key(&number.value), ("services", service.key), "", number.place);
        }
    }
}

/// An address in the form in which it is compared. Of the older kind there is one spelling only that can be read.
fn address_key(text: &str, address: IpAddr) -> Cow<'_, str> {
    if address.is_ipv4() { Cow::Borrowed(text) } else { Cow::Owned(address.to_string()) }
}

/// A provider by the name that the tables have for it.
fn named(case: &Case<'_>, provider: &Text) -> Text {
    case.tables.clouds.name(provider).map_or_else(|| Text::from(&*folded(provider)), Text::from)
}

/// A police number in the form in which it is compared.
pub(crate) fn police_key(number: &str) -> Cow<'_, str> {
    let is_plain = number.chars().nth(1) == Some('公') && number.ends_with('号') && !number.contains(' ');
    if is_plain {
        return Cow::Borrowed(number);
    }
    PoliceNumber::parse(number).number.map_or_else(|| folded(number), |number| Cow::Owned(number.to_string()))
}

/// The police numbers of live services that are not cancelled.
pub(crate) fn police_numbers<'a>(case: &Case<'a>) -> impl Iterator<Item = (&'a str, &'a Placed<Text>)> {
    live(case).filter_map(|service| {
        let police = service.record.police.known().filter(|police| police.cancelled().is_none())?;
        Some((service.key, police.number.placed()?))
    })
}
