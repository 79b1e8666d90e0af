//! A subject as it was when some of its files held something else.
//!
//! Most commits touch one file of a subject. What its other files hold was read already.

use super::{Context, identify, is_slug, read_subject};
use crate::limits::Limits;
use crate::raw::RawSubject;
use crate::unseen::{Unseen, Why};
use beian_core::model::{Dated, Subject, layout};
use beian_core::record::Places;

/// The files of a subject that held something else.
#[derive(Debug)]
pub(crate) struct Amendment<'a> {
    /// Those that were there, with what they held, under the folder of that time.
    pub(crate) files: &'a RawSubject,
    /// The names of those that were not there.
    pub(crate) absent: &'a [&'a str],
}

impl Amendment<'_> {
    fn names(&self, name: &str) -> bool {
        self.files.files.iter().any(|file| file.name == name) || self.absent.contains(&name)
    }

    /// Whether it names the file of a record that is known by its stem.
    fn names_in(&self, folder: &str, stem: &str) -> bool {
        self.names(&format!("{folder}/{stem}.yaml"))
    }
}

/// The subject with these files instead of those that it was read from; none if it says the
/// same. What it holds stands nowhere: it is to be compared, and no finding can point into it.
/// Beside it stands what of these files could not be seen or read.
pub(crate) fn amended(subject: &Subject, amendment: &Amendment<'_>, limits: &Limits) -> (Option<Subject>, Vec<Unseen>) {
    let read = read_subject(amendment.files, limits);
    let (part, mut lost) = (read.subject, read.lost);
    // The other files are not here.
    lost.retain(|lost| lost.why != Why::Headless || amendment.absent.contains(&"subject.yaml"));
    if is_same(subject, &part, amendment) {
        return (None, lost);
    }
    let named = |name: &str| amendment.names(name);
    let mut unread: Vec<&'static str> = subject.unread.clone();
    unread.retain(|file| !named(&format!("{file}.yaml")));
    unread.extend(part.unread);
    let mut amended = Subject {
        id: Box::default(),
        particulars: taken(named(layout::SUBJECT), part.particulars, &subject.particulars),
        people: taken(named(layout::PEOPLE), part.people, &subject.people),
        domains: taken(named(layout::DOMAINS), part.domains, &subject.domains),
        servers: taken(named(layout::SERVERS), part.servers, &subject.servers),
        services: taken(named(layout::SERVICES), part.services, &subject.services),
        filings: dated(layout::FILINGS, part.filings, &subject.filings, amendment),
        observations: dated(layout::OBSERVATIONS, part.observations, &subject.observations, amendment),
        official: dated(layout::OFFICIAL, part.official, &subject.official, amendment),
        places: Places::default(),
        unread,
    };
    identify(&mut amended, amendment.files, &mut Context::default());
    (Some(amended), lost)
}

/// Whether the files that are named say what the subject says.
fn is_same(subject: &Subject, part: &Subject, amendment: &Amendment<'_>) -> bool {
    let same = |name: &str, equal: bool| {
        let is_unread = |of: &Subject| of.unread.iter().any(|file| name.strip_suffix(".yaml") == Some(file));
        !amendment.names(name) || (equal && is_unread(part) == is_unread(subject))
    };
    let has_its_own_id = subject.particulars.value.id.known().is_some_and(|id| is_slug(id));
    let particulars = part.particulars == subject.particulars
        && part.particulars.place.is_somewhere() == subject.particulars.place.is_somewhere();
    same(layout::SUBJECT, particulars)
        && same(layout::PEOPLE, part.people == subject.people)
        && same(layout::DOMAINS, part.domains == subject.domains)
        && same(layout::SERVERS, part.servers == subject.servers)
        && same(layout::SERVICES, part.services == subject.services)
        && are_same(layout::FILINGS, &part.filings, &subject.filings, amendment)
        && are_same(layout::OBSERVATIONS, &part.observations, &subject.observations, amendment)
        && are_same(layout::OFFICIAL, &part.official, &subject.official, amendment)
        // Who says no identity of its own is called by its folder.
        && (has_its_own_id || amendment.files.name() == &*subject.id)
}

fn are_same<T: PartialEq>(folder: &str, part: &[Dated<T>], all: &[Dated<T>], amendment: &Amendment<'_>) -> bool {
    part.iter().eq(all.iter().filter(|dated| amendment.names_in(folder, &dated.stem)))
}

fn taken<T: Clone>(named: bool, part: T, all: &T) -> T {
    if named { part } else { all.clone() }
}

/// The records in files of their own, in the order of the files' names.
fn dated<T: Clone>(folder: &str, part: Vec<Dated<T>>, all: &[Dated<T>], amendment: &Amendment<'_>) -> Vec<Dated<T>> {
    let mut found: Vec<Dated<T>> =
        all.iter().filter(|dated| !amendment.names_in(folder, &dated.stem)).cloned().collect();
    found.extend(part);
    let file = |dated: &Dated<T>| format!("{}.yaml", dated.stem);
    found.sort_by_cached_key(file);
    found
}

#[cfg(test)]
mod tests {
    use super::{Amendment, amended};
    use crate::limits::Limits;
    use crate::raw::{Content, RawFile, RawSubject};
    use crate::read::read_subject;
    use beian_core::change::diff;
    use beian_core::rules::BASE;

    fn raw<'t>(files: impl IntoIterator<Item = (&'t str, String)>) -> RawSubject {
        let file = |(name, text): (&str, String)| RawFile {
            name: name.to_owned(),
            content: Content::Bytes(text.into_bytes()),
        };
        RawSubject { folder: "example".to_owned(), files: files.into_iter().map(file).collect() }
    }

    /// What a file of the clean subject may have held before.
    fn befores(text: &str) -> Vec<Option<String>> {
        let edited = ["example.cn", "示例", "2021", "zhang", "shop"].map(|word| text.replacen(word, "other-9", 1));
        let shorter = text.lines().take(text.lines().count() / 2).map(|line| format!("{line}\n")).collect();
        let others = ["", "{}\n", "x: [\n", "id: renamed\n"].map(str::to_owned);
        edited.into_iter().chain(others).chain([shorter, format!("# 注\n{text}")]).map(Some).chain([None]).collect()
    }

    #[test]
    fn amended_is_as_read_whole() {
        let limits = Limits::default();
        let whole = || BASE.iter().map(|(name, text)| (*name, (*text).to_owned()));
        let now = read_subject(&raw(whole()), &limits).subject;
        let (mut same, mut other) = (0, 0);
        for (changed, text) in whole() {
            for before in befores(&text) {
                let older = raw(whole().filter_map(|(name, text)| match (name == changed, &before) {
                    (true, before) => before.clone().map(|text| (name, text)),
                    (false, _) => Some((name, text)),
                }));
                let older = read_subject(&older, &limits).subject;
                let files = raw(before.clone().map(|text| (changed, text)));
                let absent = if before.is_none() { vec![changed] } else { Vec::new() };
                let (derived, _) = amended(&now, &Amendment { files: &files, absent: &absent }, &limits);
                let said = derived.as_ref().unwrap_or(&now);
                let about = format!("{changed}: {before:?}");
                assert_eq!(diff(said, &older), beian_core::change::Changes::default(), "{about}");
                assert_eq!(said.id, older.id, "{about}");
                let sorted = |unread: &[&'static str]| {
                    let mut unread = unread.to_vec();
                    unread.sort_unstable();
                    unread
                };
                assert_eq!(sorted(&said.unread), sorted(&older.unread), "{about}");
                *(if derived.is_some() { &mut other } else { &mut same }) += 1;
            }
        }
        assert!(BASE.len() <= same && BASE.len() <= other, "{same} and {other}");
    }
}
