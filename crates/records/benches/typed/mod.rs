//! The records as structs of `String`, as a program would have them that reads by serde.

#![expect(dead_code, reason = "only parsed, never read")]

use serde::Deserialize;
use std::collections::BTreeMap;

type Text = Option<String>;
type Keyed<T> = BTreeMap<String, T>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Subject {
    format: u32,
    name: Text,
    nature: Text,
    certificate: Option<Certificate>,
    region: Text,
    address: Text,
    supervisor: Text,
    legal_representative: Text,
    principal: Text,
    numbers: Option<Vec<NumberHeld>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Certificate {
    kind: Text,
    number: Text,
    region: Text,
    address: Text,
    valid: Option<Validity>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Validity {
    from: Text,
    until: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NumberHeld {
    number: Text,
    from: Text,
    until: Text,
    filing: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    name: Text,
    certificate: Option<Certificate>,
    mobile: Text,
    emergency: Option<Emergency>,
    email: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Emergency {
    phone: Text,
    whose: Text,
    relation: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Domain {
    registrar: Text,
    registered: Text,
    holder: Option<Holder>,
    verified: Text,
    expires: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holder {
    name: Text,
    certificate: Option<Certificate>,
    relation: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Server {
    provider: Text,
    mode: Text,
    cloud_region: Text,
    place: Text,
    instance: Text,
    addresses: Option<Vec<String>>,
    paid: Option<Paid>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Paid {
    from: Text,
    until: Text,
    billing: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Service {
    kind: Text,
    name: Text,
    numbers: Option<Vec<NumberHeld>>,
    domains: Option<Vec<String>>,
    home: Text,
    access: Option<Vec<Access>>,
    content: Text,
    category: Text,
    commercial: Option<bool>,
    approvals: Text,
    languages: Option<Vec<String>>,
    principal: Text,
    opened: Text,
    police: Option<Keyed<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Access {
    provider: Text,
    servers: Option<Vec<String>>,
    since: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Filing {
    procedure: Text,
    through: Text,
    order: Text,
    covers: Option<Vec<String>>,
    facts: Option<Keyed<Fact>>,
    events: Option<Vec<Keyed<String>>>,
    granted: Option<Vec<Keyed<String>>>,
    papers: Option<Vec<Keyed<String>>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Fact {
    Text(String),
    List(Vec<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Official {
    kind: Text,
    authority: Text,
    received: Text,
    due: Text,
    about: Text,
    demands: Option<Vec<String>>,
    answered: Text,
}

/// Parses one file of the corpus; whether it could be parsed.
pub(crate) fn parse(name: &str, text: &str) -> bool {
    match name {
        "subject.yaml" => good::<Subject>(text),
        "people.yaml" => good::<Keyed<Person>>(text),
        "domains.yaml" => good::<Keyed<Domain>>(text),
        "servers.yaml" => good::<Keyed<Server>>(text),
        "services.yaml" => good::<Keyed<Service>>(text),
        name if name.starts_with("filings/") => good::<Filing>(text),
        _ => good::<Official>(text),
    }
}

fn good<T: for<'de> Deserialize<'de>>(text: &str) -> bool {
    serde_yaml::from_str::<T>(text).is_ok()
}
