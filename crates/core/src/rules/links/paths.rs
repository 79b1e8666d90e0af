//! Facts as filings name them: whether the path leads to something.

use crate::change::step;
use crate::model::{Domain, Particulars, Person, Server, Service, Subject};
use crate::record::{Keyed, Shape, Value};
use crate::words;
use crate::words::{Words, nearest};

/// Why a path leads nowhere, and what may be meant.
pub(super) struct Lost {
    /// What is wrong.
    pub(super) message: Words,
    /// What to do.
    pub(super) help: Option<Words>,
}

/// The files that a path may begin with.
const FILES: [&str; 5] = ["subject", "people", "domains", "servers", "services"];

/// Follows a path such as `services/shop/home`. Entries that may be deleted once an order is
/// closed (all but services) are looked for only while it is open.
pub(super) fn follow(subject: &Subject, path: &str, open: bool) -> Result<(), Lost> {
    let (file, rest) = step(path);
    // What is not among the entries read may stand in a file that was not read whole.
    let known = |must: bool| must && !subject.is_unread(file);
    match file {
        "subject" => walk(<Particulars as Value>::SHAPE, rest),
        "people" => entry(&subject.people, file, rest, known(open), <Person as Value>::SHAPE),
        "domains" => entry(&subject.domains, file, rest, known(open), <Domain as Value>::SHAPE),
        "servers" => entry(&subject.servers, file, rest, known(open), <Server as Value>::SHAPE),
        "services" => entry(&subject.services, file, rest, known(true), <Service as Value>::SHAPE),
        _ => Err(Lost {
            message: words!("没有“{file}”这类记录", "there are no records called `{file}`"),
            help: nearest(file, FILES).map(|near| words!("是不是 {near}？", "did you mean `{near}`?")),
        }),
    }
}

/// Follows the rest of a path into an entry under a key of the user's.
fn entry<T>(entries: &Keyed<T>, file: &str, rest: Option<&str>, must: bool, shape: &Shape) -> Result<(), Lost> {
    let Some(rest) = rest else { return Ok(()) };
    let (key, rest) = step(rest);
    if must && entries.get(key).is_none() {
        let near = nearest(key, entries.iter().map(|(key, _)| key));
        return Err(Lost {
            message: words!("{file}.yaml 里没有 {key}", "{file}.yaml has no `{key}`"),
            help: near.map(|near| words!("是不是 {near}？", "did you mean `{near}`?")),
        });
    }
    walk(shape, rest)
}

/// Follows the rest of a path into a value.
fn walk(shape: &Shape, rest: Option<&str>) -> Result<(), Lost> {
    let Some(rest) = rest else { return Ok(()) };
    let (field, further) = step(rest);
    match shape {
        Shape::Record(record) => match record.field(field) {
            Some(known) => walk(known.shape, further),
            None => {
                let (zh, en) = (record.label, record.name);
                let near = nearest(field, record.fields.iter().map(|known| known.name));
                Err(Lost {
                    message: words!("{zh}没有 {field} 这一项", "{en} has no field `{field}`"),
                    help: near.map(|near| words!("是不是 {near}？", "did you mean `{near}`?")),
                })
            }
        },
        Shape::List(item) if field.bytes().all(|byte| byte.is_ascii_digit()) => walk(item, further),
        Shape::Keyed(value) => walk(value, further),
        Shape::Either(one, other) => walk(one, Some(rest)).or_else(|_| walk(other, Some(rest))),
        _ => Err(Lost {
            message: words!("“{field}”之前已到尽头", "nothing lies below, where `{field}` is"),
            help: None,
        }),
    }
}
