//! Which facts records have at all. That a fact is unknown is for the rules on links to say.

use crate::model::{Domain, Particulars, Person, Server, Service};
use crate::record::{Record, RecordInfo, Shape};

/// The record that a fact belongs to, and its path within.
fn record_of(fact: &str) -> Option<(&'static RecordInfo, &str)> {
    let (file, rest) = fact.split_once('/')?;
    if file == "subject" {
        return Some((Particulars::INFO, rest));
    }
    let (key, path) = rest.split_once('/')?;
    let info = match file {
        "people" => Person::INFO,
        "domains" => Domain::INFO,
        "servers" => Server::INFO,
        "services" => Service::INFO,
        _ => return None,
    };
    (!key.is_empty()).then_some((info, path))
}

/// Whether records have such a fact.
pub(super) fn is_known(fact: &str) -> bool {
    record_of(fact).is_some_and(|(info, path)| is_in(&Shape::Record(info), path))
}

/// Whether a path leads somewhere within a shape.
fn is_in(shape: &Shape, path: &str) -> bool {
    if path.is_empty() {
        return true;
    }
    let (field, rest) = path.split_once('/').unwrap_or((path, ""));
    match shape {
        Shape::Record(info) => info.field(field).is_some_and(|field| is_in(field.shape, rest)),
        Shape::Either(one, other) => is_in(one, path) || is_in(other, path),
        Shape::List(_) | Shape::Keyed(_) | Shape::Plain => true,
        _ => false,
    }
}
