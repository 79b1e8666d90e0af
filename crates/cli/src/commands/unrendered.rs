//! Where the records lack what a document asked for that could not be rendered.

use beian_core::change::Fact;
use beian_core::filed::value_of;
use beian_core::words;
use beian_core::words::Words;
use beian_documents::Error;
use beian_records::read::ReadSubject;

/// No more facts than this are named.
const MOST: usize = 3;

/// The facts of the name that a template asked for, which the records of a subject do not tell, with the lines at which
/// they would stand; nothing where no field has that name. Of filings only the one named counts.
pub(super) fn places(
    fault: &Error,
    read: &ReadSubject<'_>,
    filing: Option<&str>,
    path: impl Fn(&str) -> String,
) -> Option<Words> {
    let fields = fields(fault.asked()?);
    let subject = &read.subject;
    let mut records = vec!["subject".to_owned()];
    records.extend(filing.map(|stem| format!("filings/{stem}")));
    records.extend(subject.people.iter().map(|(key, _)| format!("people/{key}")));
    records.extend(subject.domains.iter().map(|(key, _)| format!("domains/{key}")));
    records.extend(subject.servers.iter().map(|(key, _)| format!("servers/{key}")));
    records.extend(subject.services.iter().map(|(key, _)| format!("services/{key}")));
    let named = records.iter().flat_map(|record| fields.iter().map(move |field| format!("{record}/{field}")));
    let facts = named.filter_map(|fact| Fact::parse(&fact)).filter(|fact| is_missing(read, fact));
    let one = |fact: Fact| {
        let location = read.locator().location(subject.places.nearest(&fact.spelled()));
        format!("{}/{fact} ({}:{})", subject.id, path(&location.path), location.line.max(1))
    };
    let told: Vec<String> = facts.take(MOST).map(one).collect();
    let (zh, en) = (told.join("、"), told.join(", "));
    (!told.is_empty()).then(|| words!("记录里没有填 {zh}", "the records do not tell {en}"))
}

/// The fields that may be meant by a name of templates.
fn fields(name: &str) -> [String; 4] {
    let field = name.replace('_', "/");
    [format!("{field}s"), format!("{field}/kind"), format!("{field}/document"), field]
}

/// Whether nothing that can be read stands there.
fn is_missing(read: &ReadSubject<'_>, fact: &Fact) -> bool {
    let places = &read.subject.places;
    let spelled = fact.spelled();
    let is_elsewhere = places.fact(places.nearest(&spelled)) != spelled;
    let is_plain = !matches!(fact, Fact::Filing(..) | Fact::Observation(..) | Fact::Official(..));
    is_elsewhere || is_plain && value_of(&read.subject, fact).is_none()
}
