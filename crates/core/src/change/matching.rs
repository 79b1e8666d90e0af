//! Which record of one state is which record of the other.

use super::meaning::{ascii, same_number};
use super::plain::plain;
use super::{KeyOf, Rename};
use crate::model::{Domain, Person, Server, Service, Subject};
use crate::record::{Keyed, Slot, Text, Value};
use crate::spelling::is_one;
use std::collections::BTreeMap;

/// A record in both states, or in one of them.
pub(super) struct Pair<'a, T> {
    pub(super) old: Option<(&'a str, &'a T)>,
    pub(super) new: Option<(&'a str, &'a T)>,
}

/// All records of two states, in pairs.
pub(super) struct Pairs<'a> {
    pub(super) people: Vec<Pair<'a, Person>>,
    pub(super) domains: Vec<Pair<'a, Domain>>,
    pub(super) servers: Vec<Pair<'a, Server>>,
    pub(super) services: Vec<Pair<'a, Service>>,
}

/// Which keys changed, from old to new.
#[derive(Default)]
pub(super) struct Renames {
    of: BTreeMap<KeyOf, BTreeMap<Box<str>, Box<str>>>,
}

impl Renames {
    /// Whether no key changed.
    pub(super) fn is_empty(&self) -> bool {
        self.of.is_empty()
    }

    /// The new key of an old one.
    pub(super) fn new_key<'a>(&'a self, of: KeyOf, old: &'a str) -> &'a str {
        self.of.get(&of).and_then(|keys| keys.get(old)).map_or(old, |new| new)
    }

    /// All of them.
    pub(super) fn list(&self) -> Vec<Rename> {
        let each = |(of, keys): (&KeyOf, &BTreeMap<Box<str>, Box<str>>)| {
            let of = *of;
            keys.iter().map(|(old, new)| Rename { of, old: old.clone(), new: new.clone() }).collect::<Vec<_>>()
        };
        self.of.iter().flat_map(each).collect()
    }

    fn learn<T>(&mut self, of: KeyOf, pairs: &[Pair<'_, T>]) {
        for pair in pairs {
            if let (Some((old, _)), Some((new, _))) = (pair.old, pair.new)
                && old != new
            {
                self.of.entry(of).or_default().insert(old.into(), new.into());
            }
        }
    }
}

/// Pairs every record, and learns which keys changed.
pub(super) fn pair_all<'a>(old: &'a Subject, new: &'a Subject) -> (Pairs<'a>, Renames) {
    let mut renames = Renames::default();
    let key = |key: &str| key.to_owned();
    let people = pairs(&old.people, &new.people, key, &[&equal, &one_person]);
    renames.learn(KeyOf::Person, &people);
    let domains = pairs(&old.domains, &new.domains, ascii, &[]);
    renames.learn(KeyOf::Domain, &domains);
    let servers = pairs(&old.servers, &new.servers, key, &[&equal, &one_server]);
    renames.learn(KeyOf::Server, &servers);
    let equal_service = |a: &Service, b: &Service| plain(&moved_keys(a, &renames)) == plain(b);
    let services = pairs(&old.services, &new.services, key, &[&equal_service, &one_service]);
    renames.learn(KeyOf::Service, &services);
    (Pairs { people, domains, servers, services }, renames)
}

type Likeness<'l, T> = &'l dyn Fn(&T, &T) -> bool;

/// Pairs by key first. What is left is paired by likeness, the strictest first, and only
/// where exactly one record fits on either side: a guess would make the way back another.
fn pairs<'a, T>(
    old: &'a Keyed<T>,
    new: &'a Keyed<T>,
    form: impl Fn(&str) -> String,
    likenesses: &[Likeness<'_, T>],
) -> Vec<Pair<'a, T>> {
    let listed = |entries: &'a Keyed<T>| -> BTreeMap<String, (&'a str, &'a T)> {
        entries.iter().map(|(key, entry)| (form(key), (key, &entry.value))).collect()
    };
    let (mut olds, mut news) = (listed(old), listed(new));
    let both: Vec<String> = olds.keys().filter(|key| news.contains_key(*key)).cloned().collect();
    let mut found: Vec<Pair<'a, T>> =
        both.iter().map(|key| Pair { old: olds.remove(key), new: news.remove(key) }).collect();
    for like in likenesses {
        let fits: Vec<(String, String)> = olds
            .iter()
            .filter_map(|(key, (_, record))| {
                let other = only(news.iter().filter(|(_, (_, new))| like(record, new)))?;
                only(olds.iter().filter(|(_, (_, old))| like(old, other.1.1)))?;
                Some((key.clone(), other.0.clone()))
            })
            .collect();
        for (old_key, new_key) in fits {
            found.push(Pair { old: olds.remove(&old_key), new: news.remove(&new_key) });
        }
    }
    found.extend(olds.into_values().map(|old| Pair { old: Some(old), new: None }));
    found.extend(news.into_values().map(|new| Pair { old: None, new: Some(new) }));
    found
}

fn only<I: Iterator>(mut items: I) -> Option<I::Item> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}

fn equal<T: Value>(a: &T, b: &T) -> bool {
    plain(a) == plain(b)
}

fn given(a: &Slot<Text>, b: &Slot<Text>, same: impl Fn(&str, &str) -> bool) -> bool {
    match (a.known(), b.known()) {
        (Some(a), Some(b)) => same(a, b),
        _ => false,
    }
}

/// One person: the same name and the same number of the certificate.
fn one_person(a: &Person, b: &Person) -> bool {
    let number = match (a.certificate.known(), b.certificate.known()) {
        (Some(a), Some(b)) => given(&a.number, &b.number, same_number),
        _ => false,
    };
    number && given(&a.name, &b.name, is_one)
}

/// One server: the same instance of the same provider.
fn one_server(a: &Server, b: &Server) -> bool {
    given(&a.instance, &b.instance, is_one) && given(&a.provider, &b.provider, is_one)
}

/// One service: the same number, or else the same kind on the same domains.
fn one_service(a: &Service, b: &Service) -> bool {
    let number = |service: &Service| {
        service.numbers.items().last().and_then(|held| held.value.number.known()).map(ToString::to_string)
    };
    let domains = |service: &Service| {
        let mut names: Vec<String> = service.domains.items().iter().map(|name| ascii(&name.value)).collect();
        names.sort();
        names
    };
    match (number(a), number(b)) {
        (Some(a), Some(b)) => a == b,
        _ => !domains(a).is_empty() && domains(a) == domains(b) && a.kind.known() == b.kind.known(),
    }
}

/// A service with its references under their new keys.
fn moved_keys(service: &Service, renames: &Renames) -> Service {
    let mut moved = service.clone();
    if let Some(principal) = moved.principal.placed_mut() {
        principal.value = renames.new_key(KeyOf::Person, &principal.value).into();
    }
    if let Some(list) = moved.access.placed_mut() {
        for access in &mut list.value {
            if let Some(servers) = access.value.servers.placed_mut() {
                for server in &mut servers.value {
                    server.value = renames.new_key(KeyOf::Server, &server.value).into();
                }
            }
        }
    }
    moved
}
