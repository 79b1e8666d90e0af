//! One record of the registry.

use super::refusal::Refusal;
use beian_core::day::{Day, When};
use beian_core::names::Region;
use beian_core::numbers::RecordNumber;
use beian_core::numbers::mask::hide_personal;
use beian_core::visible::is_hidden;
use beian_core::words;
use beian_core::words::Words;
use serde_json::{Map, Value};

/// What a record shows, without what is never kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The subject's number.
    pub subject: RecordNumber,
    /// The service's number.
    pub service: Option<RecordNumber>,
    /// The organiser's name.
    pub name: Option<String>,
    /// Its nature, in the registry's word.
    pub nature: Option<String>,
    /// Its region by GB/T 2260.
    pub region: Option<String>,
    /// The domain.
    pub domain: Option<String>,
    /// The name of the service.
    pub title: Option<String>,
    /// The home page.
    pub home: Option<String>,
    /// Kinds of content that need an approval: sorted, each once; none if it does not tell.
    pub contents: Option<Vec<String>>,
    /// Whether access is limited, in the registry's word.
    pub limited: Option<String>,
    /// When the record was last changed.
    pub updated: Option<When>,
    /// What is odd about it.
    pub notes: Vec<Words>,
}

/// A record, or a tool's word that it found none.
#[derive(Debug)]
pub(super) enum Found {
    /// A record.
    Row(Box<Row>),
    /// Nothing was found under the name asked for.
    Nothing(String),
}

/// No field of the registry is longer, but for the kinds of content that it repeats.
const LONGEST: usize = 4_000;

/// Reads a record.
pub(super) fn read(object: &Map<String, Value>) -> Result<Found, Refusal> {
    let field = |name: &'static str| text(object, name);
    let (main, service) = (field("mainLicence")?, field("serviceLicence")?);
    let (name, nature) = (field("unitName")?, field("natureName")?);
    let (domain, title) = (field("domain")?, field("serviceName")?);
    let updated = field("updateRecordTime")?;
    if main.is_none() && service.is_none() {
        let evidence = [&nature, &updated, &field("mainId")?, &field("serviceId")?, &field("domainId")?];
        if evidence.into_iter().any(Option::is_some) {
            return Err(Refusal::NoNumber);
        }
        return Ok(Found::Nothing(domain.or(title).or(name).unwrap_or_default()));
    }
    let mut notes = Vec::new();
    let (subject, service) = numbers(main.as_deref(), service.as_deref(), &mut notes)?;
    let row = Row {
        subject,
        service,
        name,
        nature,
        region: region(object, &mut notes)?,
        domain,
        title,
        home: field("homeUrl")?,
        // An empty text tells that there are none, and null tells nothing.
        contents: field("contentTypeName")?
            .map(|text| contents(&text))
            .or_else(|| object.get("contentTypeName").and_then(Value::as_str).map(|_| Vec::new())),
        limited: field("limitAccess")?,
        updated: updated.and_then(|text| moment(&text, &mut notes)),
        notes,
    };
    Ok(Found::Row(Box::new(row.checked(field("serviceType")?.as_deref()))))
}

impl Row {
    /// Notes where the type asked for is not that of the number's letter, which decides.
    fn checked(mut self, service_type: Option<&str>) -> Self {
        let asked = match service_type {
            Some("1") => "网站",
            Some("6") => "APP",
            Some("7") => "小程序",
            Some("8") => "快应用",
            _ => return self,
        };
        if let Some(service) = self.service
            && let Some(kind) = service.service_kind()
            && kind.term() != asked
        {
            let term = kind.term();
            self.notes.push(words!(
                "{service} 按备案号是{term}，serviceType 却是{asked}；以备案号为准",
                "{service} is a {term} by its number, but {asked} by serviceType; the number decides"
            ));
        }
        self
    }

    /// A sort key: rows that were changed later come later.
    pub(super) fn age(&self) -> (Option<Day>, i64) {
        match self.updated {
            Some(When::Moment(moment)) => (Some(moment.day()), moment.unix_seconds()),
            Some(When::Day(day)) => (Some(day), 0),
            None => (None, 0),
        }
    }
}

/// A field as text. Absent, null and blank are the same: nothing is told.
pub(super) fn text(object: &Map<String, Value>, name: &'static str) -> Result<Option<String>, Refusal> {
    match object.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Number(number)) => Ok(Some(number.to_string())),
        // What acts or hides within a field is no text of the registry's.
        Some(Value::String(text)) if text.len() <= LONGEST && !text.trim().contains(is_hidden) => {
            let text = Some(text.trim()).filter(|text| !text.is_empty());
            // Names are typed by whoever filed, and some put a telephone there.
            let shown = |text| if name.ends_with("Name") { hide_personal(text).into_owned() } else { text.to_owned() };
            Ok(text.map(shown))
        }
        Some(_) => Err(Refusal::BadField(name)),
    }
}

fn numbers(
    main: Option<&str>,
    service: Option<&str>,
    notes: &mut Vec<Words>,
) -> Result<(RecordNumber, Option<RecordNumber>), Refusal> {
    let main = main.map(|text| number(text, notes)).transpose()?;
    let service = service.map(|text| number(text, notes)).transpose()?;
    match (main, service) {
        (Some(main), Some(service)) => {
            // Some answers repeat the subject's number where a subject has no service.
            let own = service.is_subject() && service == main.subject_part();
            if !own && !service.is_service_of(&main.subject_part()) {
                return Err(Refusal::ForeignNumber);
            }
            Ok((main.subject_part(), (!own).then_some(service)))
        }
        (Some(main), None) => Ok((main.subject_part(), (!main.is_subject()).then_some(main))),
        (None, Some(service)) => Ok((service.subject_part(), (!service.is_subject()).then_some(service))),
        (None, None) => Err(Refusal::NoNumber),
    }
}

fn number(text: &str, notes: &mut Vec<Words>) -> Result<RecordNumber, Refusal> {
    let reading = RecordNumber::parse(text);
    let sound = reading.is_ok();
    let number = reading.number.ok_or(Refusal::NoNumber)?;
    if !sound || number.to_string() != text {
        notes.push(words!(
            "号码写作“{text}”，按 {number} 收录",
            "the number stands as `{text}`; it was taken for {number}"
        ));
    }
    Ok(number)
}

fn region(object: &Map<String, Value>, notes: &mut Vec<Words>) -> Result<Option<String>, Refusal> {
    for name in ["countyId", "cityId", "provinceId"] {
        let Some(code) = text(object, name)?.filter(|code| code != "0") else { continue };
        match Region::parse(&code) {
            Ok(region) => return Ok(Some(region.to_string())),
            Err(_) => notes.push(words!(
                "{name} 不是 GB/T 2260 区划代码，没有采用",
                "{name} is no code of GB/T 2260; it was not used"
            )),
        }
    }
    Ok(None)
}

/// The registry repeats the kinds and shuffles them.
fn contents(text: &str) -> Vec<String> {
    let parts = text.split(['、', ',', '，', ';', '；']).map(str::trim).filter(|part| !part.is_empty());
    let mut kinds: Vec<String> = parts.map(str::to_owned).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// `2023-10-18 10:27:25`, by the clocks of Beijing.
fn moment(text: &str, notes: &mut Vec<Words>) -> Option<When> {
    let read = match text.split_once([' ', 'T']) {
        Some((day, time)) => When::parse(&format!("{day}T{time}+08:00")),
        None => When::parse(text),
    };
    if read.is_err() {
        notes.push(Words::fixed(
            "updateRecordTime 不是日期时间，没有采用",
            "updateRecordTime is no date and time; it was not used",
        ));
    }
    read.ok()
}
