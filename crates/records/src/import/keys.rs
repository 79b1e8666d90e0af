//! Whose fields an object has.

use serde_json::{Map, Value};

/// Fields that only the registry's records have, under its own names.
const RECORD: &[&str] = &["mainLicence", "serviceLicence", "unitName", "mainId", "serviceId", "domainId"];

/// Fields under other names, which tell of a service in between.
const FOREIGN: &[&str] = &[
    "MainLicence",
    "ServiceLicence",
    "UnitName",
    "NatureName",
    "ServiceName",
    "VerifyTime",
    "main_licence",
    "service_licence",
    "unit_name",
    "domain_licence",
    "website_licence",
    "domain_owner",
    "domain_approve_date",
    "icp",
    "siteLicense",
];

/// What an object is, by its fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The registry's envelope.
    Envelope,
    /// A failure, of the registry or of a tool in between.
    Failure,
    /// A record of a filing.
    Record,
    /// A record of a blacklist.
    Blacklist,
    /// Somebody else's; the sign of it.
    ThirdParty(&'static str),
    /// Nothing known.
    Unknown,
}

/// What an object is.
pub(super) fn kind(object: &Map<String, Value>) -> Kind {
    let has = |names: &'static [&'static str]| names.iter().copied().find(|name| object.contains_key(*name));
    if object.contains_key("params") {
        return Kind::Envelope;
    }
    if let Some(sign) = has(FOREIGN) {
        return Kind::ThirdParty(sign);
    }
    if has(&["code", "msg", "message", "success"]).is_some() {
        return match (has(&["data", "result"]), has(RECORD)) {
            _ if is_failure(object) => Kind::Failure,
            (Some(sign), _) => Kind::ThirdParty(sign),
            // The registry never puts its code beside the fields of a record.
            (None, Some(_)) => Kind::ThirdParty("code"),
            (None, None) => Kind::Unknown,
        };
    }
    if object.contains_key("blacklistLevel") {
        return Kind::Blacklist;
    }
    match (has(RECORD), has(&["data"])) {
        (Some(_), _) => Kind::Record,
        (None, Some(sign)) => Kind::ThirdParty(sign),
        (None, None) => Kind::Unknown,
    }
}

/// Whether an object reports a failure.
pub(super) fn is_failure(object: &Map<String, Value>) -> bool {
    let code = code(object);
    object.get("success") == Some(&Value::Bool(false)) || !(code.is_empty() || code == "200")
}

/// The code of an answer, whether it is a number or a text.
pub(super) fn code(object: &Map<String, Value>) -> String {
    match object.get("code") {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::String(text)) => text.chars().filter(char::is_ascii_alphanumeric).take(16).collect(),
        _ => String::new(),
    }
}
