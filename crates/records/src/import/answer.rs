//! What a saved file says: bytes into an answer.

use super::InputFile;
use super::json;
use super::keys::{self, Kind};
use super::refusal::Refusal;
use super::row::{self, Found, Row};
use beian_core::day::Day;
use beian_core::numbers::mask;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// What a saved file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The file's name.
    pub source: String,
    /// SHA-256 of its bytes, in small letters; empty if it could not be read.
    pub sha256: String,
    /// The day on which it was saved; none where nothing was shown.
    pub day: Option<Day>,
    /// The records it shows.
    pub rows: Vec<Row>,
    /// The names under which nothing was found, which is no evidence of anything.
    pub nothing: Vec<String>,
    /// What it says of the blacklist.
    pub blacklist: Vec<Blacklisted>,
    /// The lists of which it holds a page.
    pub lists: Vec<Listed>,
    /// Parts that were refused, by their place in the file, counted from 1.
    pub refused: Vec<(usize, Refusal)>,
    /// Why nothing at all was taken from it.
    pub refusal: Option<Refusal>,
}

/// An answer about the blacklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blacklisted {
    /// The name asked for.
    pub asked: String,
    /// The level; 2 means that nothing is recorded.
    pub level: Option<String>,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// How many records the whole list has.
    pub total: usize,
    /// The records of this page, as positions in the answer's rows.
    pub rows: std::ops::Range<usize>,
    /// How many entries the page has, read or not.
    pub entries: usize,
}

/// How many records a file may show: 125 pages of 40.
const MOST_ROWS: usize = 5_000;

/// Reads a saved answer of the registry.
///
/// `saved` is the day on which it was saved, if the user says it; else it is the day of the
/// latest change that the answer shows, which is the earliest day on which it can have been
/// saved. What is refused is said in the answer, with the reason.
#[must_use]
pub fn miit(source: &InputFile, saved: Option<Day>) -> Answer {
    let mut answer = Answer::empty(&source.name);
    let read = source.bytes.as_ref().map_err(Clone::clone).and_then(|bytes| {
        answer.sha256 = hex(&Sha256::digest(bytes));
        json::read(bytes)
    });
    match read {
        Ok(values) => answer.take(&values),
        Err(refusal) => answer.refusal = Some(refusal),
    }
    answer.date(saved);
    answer
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Answer {
    fn empty(source: &str) -> Self {
        Self {
            source: source.to_owned(),
            sha256: String::new(),
            day: None,
            rows: Vec::new(),
            nothing: Vec::new(),
            blacklist: Vec::new(),
            lists: Vec::new(),
            refused: Vec::new(),
            refusal: None,
        }
    }

    /// Whether the file, or a part of it, had to be refused.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.refusal.is_some() || !self.refused.is_empty()
    }

    /// The records of a list's page.
    #[must_use]
    pub fn of(&self, list: &Listed) -> &[Row] {
        self.rows.get(list.rows.clone()).unwrap_or_default()
    }

    fn take(&mut self, values: &[Value]) {
        let mut place = 0;
        for value in values {
            // A batch file is a list of what single queries answered.
            match value {
                Value::Array(items) => items.iter().for_each(|item| self.item(item, &mut place)),
                single => self.item(single, &mut place),
            }
        }
        let told = !self.rows.is_empty() || !self.nothing.is_empty() || !self.blacklist.is_empty();
        let too_many = self.refused.iter().any(|(_, refusal)| *refusal == Refusal::TooMany);
        if too_many {
            (self.rows, self.lists, self.refused) = (Vec::new(), Vec::new(), Vec::new());
            self.refusal = Some(Refusal::TooMany);
        } else if !told && let Some((_, first)) = self.refused.first() {
            // The reason of a single answer is the file's.
            self.refusal = Some(first.clone());
            self.refused.clear();
        } else if !told && place == 0 && self.lists.is_empty() {
            // An empty list of a batch tool: nothing was asked, or nothing found.
            self.nothing.push(String::new());
        }
    }

    fn item(&mut self, value: &Value, place: &mut usize) {
        *place += 1;
        let number = *place;
        let taken = match value {
            Value::Object(object) => self.object(object, true),
            _ => Err(Refusal::NotRegistry),
        };
        if let Err(refusal) = taken {
            self.refused.push((number, refusal));
        }
    }

    fn object(&mut self, object: &Map<String, Value>, outermost: bool) -> Result<(), Refusal> {
        match keys::kind(object) {
            Kind::Envelope if outermost => self.envelope(object),
            Kind::Failure => Err(failure(object)),
            Kind::Record => {
                if MOST_ROWS <= self.rows.len() {
                    return Err(Refusal::TooMany);
                }
                match row::read(object)? {
                    Found::Row(row) => self.rows.push(*row),
                    Found::Nothing(asked) => self.nothing.push(asked),
                }
                Ok(())
            }
            Kind::Blacklist => {
                let asked = row::text(object, "serviceName")?.or(row::text(object, "domain")?).unwrap_or_default();
                let level = row::text(object, "blacklistLevel")?;
                self.blacklist.push(Blacklisted { asked, level });
                Ok(())
            }
            Kind::ThirdParty(sign) => Err(Refusal::ThirdParty(sign)),
            Kind::Envelope | Kind::Unknown => Err(Refusal::NotRegistry),
        }
    }

    fn envelope(&mut self, envelope: &Map<String, Value>) -> Result<(), Refusal> {
        if keys::is_failure(envelope) {
            return Err(failure(envelope));
        }
        match envelope.get("params") {
            Some(Value::Array(records)) => self.records(records),
            Some(Value::Object(page)) => match page.get("list") {
                Some(Value::Array(records)) => {
                    let first = self.rows.len();
                    if let Err(alien) = self.records(records) {
                        self.rows.truncate(first);
                        return Err(alien);
                    }
                    let total = row::text(page, "total")?.and_then(|total| total.parse().ok());
                    let (rows, entries) = (first..self.rows.len(), records.len());
                    self.lists.push(Listed { total: total.unwrap_or(entries), rows, entries });
                    Ok(())
                }
                Some(Value::Null) => self.records(&[]),
                Some(_) => Err(Refusal::NotRegistry),
                None => self.object(page, false),
            },
            _ => Err(Refusal::NoContent),
        }
    }

    fn records(&mut self, records: &[Value]) -> Result<(), Refusal> {
        if records.is_empty() {
            self.nothing.push(String::new());
        }
        for (index, record) in records.iter().enumerate() {
            let taken = match record {
                Value::Object(object) => self.object(object, false),
                _ => Err(Refusal::NotRegistry),
            };
            match taken {
                Ok(()) => {}
                // One alien record tells that the whole page is not the registry's.
                Err(alien @ (Refusal::ThirdParty(_) | Refusal::NotRegistry)) => return Err(alien),
                Err(refusal) => self.refused.push((index + 1, refusal)),
            }
        }
        Ok(())
    }

    /// Settles the day on which the answer was saved.
    fn date(&mut self, saved: Option<Day>) {
        let latest = self.rows.iter().filter_map(|row| row.updated).map(|updated| updated.day()).max();
        self.day = saved.or(latest);
        let fault = match (saved, latest) {
            (Some(saved), Some(latest)) if saved < latest => Some(Refusal::SavedBefore(latest)),
            (None, None) if !self.rows.is_empty() => Some(Refusal::NoDay),
            _ => None,
        };
        if fault.is_some() {
            self.rows.clear();
            self.lists.clear();
            self.refusal = fault;
        }
    }
}

/// The longest message of a failure that is shown.
const LONGEST_MESSAGE: usize = 80;

fn failure(object: &Map<String, Value>) -> Refusal {
    let said = ["msg", "message"].into_iter().find_map(|name| object.get(name)?.as_str()).unwrap_or_default();
    let said: String = said.chars().filter(|c| !c.is_control()).take(LONGEST_MESSAGE).collect();
    Refusal::Failed { code: keys::code(object), message: mask::hide_personal(&said).into_owned() }
}
