//! The laws of writing: what is written is read back, by us and by any reader of YAML.

#![expect(clippy::expect_used, clippy::panic, reason = "a failed test says where")]

#[path = "write_support/random.rs"]
mod random;

use beian_core::model::{FIRST_FORMAT, Filing, Observation, Official, Particulars, Person, Server, Service, Subject};
use beian_core::record::{Keyed, Plain, Record, Slot, Text, Value, Vocabulary, Whole};
use beian_core::rules::BASE;
use beian_core::visible::hidden_in;
use beian_core::vocabulary;
use beian_records::limits::Limits;
use beian_records::raw::{Content, RawFile, RawSubject};
use beian_records::read::read_subject;
use beian_records::write::{Use, keyed_to_yaml, needed_format, scalar, subject_files, to_plain, to_yaml};
use beian_records::yaml::misread;
use proptest::prelude::*;
use random::Random;

fn raw(files: &[(String, String)]) -> RawSubject {
    let files = files
        .iter()
        .map(|(name, text)| RawFile { name: name.clone(), content: Content::Bytes(text.clone().into_bytes()) });
    RawSubject { folder: "example".to_owned(), files: files.collect() }
}

/// Writes a subject, reads it back and holds it against itself.
fn round(subject: &Subject) {
    // What is written declares the version that its keys need.
    let mut subject = subject.clone();
    let declared = subject.particulars.value.format.known().map_or(FIRST_FORMAT, |format| format.0);
    let needed = needed_format(&subject);
    if declared < needed {
        subject.particulars.value.format = Slot::new(Whole(needed));
    }
    let subject = &subject;
    let files = subject_files(subject);
    let raw = raw(&files);
    let read = read_subject(&raw, &Limits::default());
    let shown = || files.iter().map(|(name, text)| format!("--- {name}\n{text}")).collect::<String>();
    // Any character may stand in a text; that some are not what they seem is only noted.
    let faults = read.findings.iter().filter(|finding| finding.rule.code != "C129");
    let faults: Vec<_> = faults.map(|finding| &finding.message.en).collect();
    assert!(faults.is_empty(), "{faults:?}\n{}", shown());
    assert_eq!(read.subject, *subject, "{}", shown());
    assert_eq!(subject_files(&read.subject), files);
    for (name, text) in &files {
        let theirs: serde_yaml::Value =
            serde_yaml::from_str(text).unwrap_or_else(|why| panic!("{name}: {why}\n{text}"));
        let ours = match name.as_str() {
            "subject.yaml" => to_plain(&subject.particulars.value),
            "people.yaml" => to_plain(&subject.people),
            "domains.yaml" => to_plain(&subject.domains),
            "servers.yaml" => to_plain(&subject.servers),
            "services.yaml" => to_plain(&subject.services),
            dated => dated_plain(subject, dated),
        };
        assert_eq!(Some(as_plain(&theirs)), ours, "{name}\n{text}");
    }
}

fn dated_plain(subject: &Subject, name: &str) -> Option<Plain> {
    let (folder, file) = name.split_once('/')?;
    let stem = file.strip_suffix(".yaml")?;
    match folder {
        "filings" => subject.filings.iter().find(|it| &*it.stem == stem).and_then(|it| to_plain(&it.record.value)),
        "observations" => {
            subject.observations.iter().find(|it| &*it.stem == stem).and_then(|it| to_plain(&it.record.value))
        }
        _ => subject.official.iter().find(|it| &*it.stem == stem).and_then(|it| to_plain(&it.record.value)),
    }
}

/// What another reader made of the text; a number that it changed is no longer the same text.
fn as_plain(value: &serde_yaml::Value) -> Plain {
    match value {
        serde_yaml::Value::String(text) => Plain::text(text),
        serde_yaml::Value::Bool(flag) => Plain::text(if *flag { "true" } else { "false" }),
        serde_yaml::Value::Number(number) => Plain::text(&number.to_string()),
        serde_yaml::Value::Sequence(items) => Plain::List(items.iter().map(as_plain).collect()),
        serde_yaml::Value::Mapping(map) => Plain::Map(
            map.iter().map(|(key, item)| (key.as_str().expect("a text as key").into(), as_plain(item))).collect(),
        ),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_clean_subject_comes_back() {
    let files: Vec<_> = BASE.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let raw = raw(&files);
    round(&read_subject(&raw, &Limits::default()).subject);
}

#[test]
fn the_clean_subject_is_written_as_it_stands() {
    let files: Vec<_> = BASE.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let subject = read_subject(&raw(&files), &Limits::default()).subject;
    let written = subject_files(&subject);
    for name in ["subject.yaml", "domains.yaml", "servers.yaml", "services.yaml"] {
        let text = |files: &[(String, String)]| files.iter().find(|file| file.0 == name).map(|file| file.1.clone());
        assert_eq!(text(&written), text(&files), "{name}");
    }
}

#[test]
fn codes_numbers_and_phones_are_quoted_and_words_are_not() {
    for code in [
        "91330106MA0EXAMP12",
        "330***********0018",
        "138****0001",
        "0571-88888888",
        "20210220000017",
        "330106",
        "浙ICP备2021000017号",
        "浙ICP备2021000017号-1",
        "粤B2-20090059-1626X",
        "京ICP证030173号",
        "浙公网安备33010602000017号",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "no",
        "~",
        "12:30:45",
        "1,000",
        " a",
        "a: b",
        "a #b",
        "- a",
        "2026-03-01",
        "2026-3-1",
        "",
    ] {
        assert!(scalar(code, Use::Text).starts_with('"'), "{code}");
    }
    for word in [
        "企业",
        "阿里云",
        "web-1",
        "2021-02-20-first",
        "www.mi.cn",
        "203.0.113.10",
        "浙江省杭州市文三路 100 号",
        "cn-hangzhou",
    ] {
        assert_eq!(scalar(word, Use::Text), word);
    }
    for fact in ["2026-03-01", "true", "2026-10-20T10:00:00+08:00", "长期"] {
        assert_eq!(scalar(fact, Use::Plain), fact);
    }
}

#[test]
fn terms_stand_bare_for_every_reader() {
    for list in vocabulary::ALL {
        for term in list.terms {
            assert_eq!(misread(term.canonical), None, "{}", term.canonical);
            assert_eq!(scalar(term.canonical, Use::Text), term.canonical);
        }
    }
}

#[test]
fn lists_and_mappings_nest_by_two() {
    let plain = Plain::List(vec![
        Plain::List(vec![Plain::text("a"), Plain::Map([("k".into(), Plain::List(vec![]))].into())]),
        Plain::Map([("x".into(), Plain::text("1")), ("z".into(), Plain::Map([].into()))].into()),
    ]);
    let keyed: Keyed<Plain> = [("list".into(), beian_core::record::Placed::new(plain))].into_iter().collect();
    assert_eq!(keyed_to_yaml(&keyed), "list:\n  - - a\n    - k: []\n  - x: \"1\"\n    z: {}\n");
}

#[test]
fn a_faulty_field_is_noticed() {
    let mut particulars = Particulars { name: Slot::new(Text::from("甲")), ..Particulars::default() };
    assert!(beian_records::write::is_whole(&particulars));
    particulars.remark = Slot::faulty(beian_core::record::Place::NOWHERE);
    assert!(!beian_records::write::is_whole(&particulars));
    assert_eq!(to_yaml(&particulars), "name: 甲\n");
}

fn record<T: Record>(random: &mut Random) -> T {
    T::read(random).unwrap_or_default()
}

fn keyed<T: Value>(random: &mut Random) -> Keyed<T> {
    Keyed::read(random).unwrap_or_default()
}

fn subject(seed: u64) -> Subject {
    let random = &mut Random::new(seed);
    let mut subject = Subject { id: "example".into(), ..Subject::default() };
    subject.particulars.value = record::<Particulars>(random);
    subject.particulars.value.format = Slot::new(Whole(1));
    subject.particulars.value.id = Slot::ABSENT;
    subject.people = keyed::<Person>(random);
    subject.domains = keyed(random);
    subject.servers = keyed::<Server>(random);
    subject.services = keyed::<Service>(random);
    subject.filings = vec![random.dated("2026-01-02-a", Filing::read), random.dated("2026-01-02-b", Filing::read)];
    subject.observations = vec![random.dated("2026-01-03-miit", Observation::read)];
    subject.official = vec![random.dated("2026-01-04-x", Official::read)];
    subject
}

/// Texts that are easily taken for something else.
const TEXT: &str = "\\PC{1,24}|[ -~]{1,12}|[0-9:.,_xeobT+-]{1,12}|[“”：、 a-z#:\\-]{1,12}|\\p{Any}{1,12}";

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn random_subjects_come_back(seed in any::<u64>()) {
        round(&subject(seed));
    }

    #[test]
    fn any_text_comes_back(text in TEXT) {
        prop_assume!(!text.trim().is_empty() && hidden_in(&text).is_none());
        let mut subject = Subject { id: "example".into(), ..Subject::default() };
        subject.particulars.value.remark = Slot::new(Text::from(text.as_str()));
        let value = Plain::Map([(text.as_str().into(), Plain::List(vec![Plain::text(&text)]))].into());
        let fact = beian_core::record::FactChange::Filed(value);
        let facts: Keyed<_> = [(text.as_str().into(), beian_core::record::Placed::new(fact))].into_iter().collect();
        let filing = Filing { facts: Slot::new(facts), ..Filing::default() };
        prop_assume!(!matches!(text.as_str(), "from" | "to"));
        subject.filings = vec![random::dated("2026-01-02-a", filing)];
        round(&subject);
    }
}

#[test]
fn every_vocabulary_term_of_a_record_is_generated() {
    // The generator must reach the ends of the lists, or the laws above would be empty there.
    let last = vocabulary::Nature::INFO.terms.len() - 1;
    let found = (0..2000)
        .any(|seed| subject(seed).particulars.value.nature.known().is_some_and(|nature| nature.index() == last));
    assert!(found);
}
