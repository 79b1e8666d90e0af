//! Every province asks what its rows say: found in a subject that breaks whatever a province may
//! ask, for an individual and for an enterprise.

use beian_core::day::Day;
use beian_core::model::Subject;
use beian_core::rule::{Case, Finding, Severity};
use beian_core::rules;
use beian_core::tables::{Demand, Founded as _, ProvinceRow, RowKind, Tables, Who};
use beian_records::limits::Limits;
use beian_records::raw::{Content, RawFile, RawSubject};
use beian_records::read::read_subject;
use std::collections::{BTreeMap, BTreeSet};

const TODAY: Day = Day::of(2026, 11, 21);

/// The rules that find what provinces ask.
const PROVINCIAL: &[&str] = &[
    "P201", "P202", "P203", "P204", "P206", "P207", "P210", "P211", "P212", "P214", "P215", "S131", "S132", "S134",
    "S135",
];

/// Practice on which procedures and letters depend; tests of theirs show that.
const PROCEDURAL: [&str; 10] = [
    "individual-to-organisation",
    "organisation-to-individual",
    "another-organisation",
    "rename-letter",
    "empty-subject-direct-add",
    "migration",
    "change-before-access",
    "duplicate-subject-numbers",
    "footer-number",
    "only-change-both",
];

/// By province: the age from which an individual may file and what else is found of one from
/// elsewhere who breaks everything, then the same of an enterprise. Written from the notes on
/// provinces, so that a slip in the table shows.
const EXPECTED: &[(&str, &str, &str)] = &[
    ("11", "18 S131 S132", "18 P206 P210"),
    ("12", "18 P214 S132", "18 P206 P214"),
    ("13", "18 P203 P211 S132", "18 P206 P215"),
    ("14", "18 P202", "18 P206 S134"),
    ("15", "18 P202 S131 S132", "18 P206"),
    ("21", "16 P203 P204", "18 P206 P210"),
    ("22", "0 P203 P204", "18 P206"),
    ("23", "18 P202 S132 S134", "18 P206 P207 P212 S131 S134"),
    ("31", "18 P203 P204", "18 P206 S135"),
    ("32", "16 P203 P204 S132 S135", "18 P207 S135"),
    ("33", "18 P203 P204 S131", "18 P206"),
    ("34", "0 P203 P204", "18 P206 P207"),
    ("35", "8 P203 P204", "18 P206 S135"),
    ("36", "16 P202 P203 P204 S134", "0 P206 S134"),
    ("37", "17 P203 S132", "0 P206"),
    ("41", "18 P202 S131 S132 S134", "18 P206 P215 S134"),
    ("42", "18 P203 P204 S132 S134", "18 P206 P210 S131 S134"),
    ("43", "18 S131 S134 S135", "18 P206 S134 S135"),
    ("44", "0 P203 P204 S132 S135", "16 P206 P215 S135"),
    ("45", "18 P202 S132 S135", "18 P206"),
    ("46", "16 P203 P204", "16 P206 P207"),
    ("50", "16 P202 P214 S135", "18 P206 S131 S135"),
    ("51", "16 P203 S135", "18 P207"),
    ("52", "18 P203 P204 S131", "18 P206 P215 S134"),
    ("53", "16 P203 P204", "16 P206"),
    ("54", "0 P202", "18 P206"),
    ("61", "0 P202 S131", "18 P206"),
    ("62", "18 P202 S132", "18 P206 P210 P214"),
    ("63", "18 P202 S132", "18 P206"),
    ("64", "18 P202 P203", "18 P206 S135"),
    ("65", "18 P202", "18 P206"),
];

#[derive(Clone, Copy)]
struct Fixture<'a> {
    code: &'a str,
    who: Who,
    /// How old the principals are.
    age: i32,
    /// What proves the individual's residence.
    proof: Option<&'a str>,
    /// The kind of the individual's certificate.
    certificate: &'a str,
}

impl<'a> Fixture<'a> {
    const fn broken(code: &'a str, who: Who) -> Self {
        Self { code, who, age: 5, proof: None, certificate: "居民身份证" }
    }

    fn files(self) -> Vec<(&'static str, String)> {
        let code = self.code;
        let elsewhere = if code == "33" { "440103" } else { "330106" };
        let born = format!("{}-11-21", TODAY.year() - self.age);
        let proof = self
            .proof
            .map_or_else(String::new, |kind| format!("  residence:\n    kind: {kind}\n    region: \"{code}0102\"\n"));
        let certificate = self.certificate;
        let person = |key: &str, born: &str, phone: &str, other: &str| {
            format!(
                "{key}:\n  name: 张{key}\n  born: {born}\n  home: \"{elsewhere}\"\n  certificate:\n    kind: \
                 {certificate}\n    number: \"***\"\n{proof}  mobile: \"{phone}\"\n  emergency:\n    phone: \
                 \"{other}\"\n  email: {key}@shop.example\n"
            )
        };
        let (nature, second, principal, legal, category) = match self.who {
            Who::Individual => ("个人", String::new(), "zhang", "", "博客/个人空间"),
            _ => (
                "企业",
                person("li", &born, "139****0002", "138****0001")
                    + &person("wang", "1950-01-01", "138****0001", "139****0002"),
                "li",
                "legal_representative: zhang\n",
                "其他",
            ),
        };
        let manager = if self.who == Who::Individual { "zhang" } else { "wang" };
        let service = |key: &str| {
            format!("{key}:\n  kind: 网站\n  name: 示例之{key}\n  category: {category}\n  principal: {manager}\n")
        };
        let services: String = (1..=36).map(|at| service(&format!("s{at:02}"))).collect();
        let covers: String = (1..=6).map(|at| format!("  - services/s{at:02}\n")).collect();
        vec![
            (
                "subject.yaml",
                format!(
                    "format: 1\nname: 张zhang\nnature: {nature}\ncertificate:\n  region: \"{code}0202\"\nregion: \
                     \"{code}0102\"\n{legal}principal: {principal}\n"
                ),
            ),
            ("people.yaml", person("zhang", &born, "138****0001", "139****0002") + &second),
            ("services.yaml", services),
            (
                "filings/2026-11-20-more.yaml",
                format!(
                    "procedure: 新增互联网信息服务\ncovers:\n{covers}events:\n  - at: 2026-11-20\n    event: 提交订单\n"
                ),
            ),
        ]
    }

    /// What the rules on provinces find: rule, fact and weight.
    fn judge(self, tables: &Tables) -> BTreeSet<(&'static str, String, Severity)> {
        self.found(tables, |finding, subject| (finding.rule.code, subject.fact(finding.place), finding.severity))
    }

    /// What they say, in Chinese.
    fn said(self, tables: &Tables) -> BTreeSet<String> {
        self.found(tables, |finding, _| finding.message.zh.to_string())
    }

    fn found<T: Ord>(self, tables: &Tables, tell: impl Fn(&Finding, &Subject) -> T) -> BTreeSet<T> {
        let mut files: Vec<RawFile> = self
            .files()
            .into_iter()
            .map(|(name, text)| RawFile { name: name.to_owned(), content: Content::Bytes(text.into_bytes()) })
            .collect();
        files.sort_by(|a, b| a.name.cmp(&b.name));
        let raw = RawSubject { folder: "example".to_owned(), files };
        let read = read_subject(&raw, &Limits::default());
        assert!(read.findings.is_empty(), "{:?}", read.findings.first().map(|finding| &finding.message));
        let case = Case::new(&read.subject, tables, TODAY, true);
        rules::check(&case)
            .into_iter()
            .filter(|finding| PROVINCIAL.contains(&finding.rule.code))
            .map(|finding| tell(&finding, &read.subject))
            .collect()
    }

    fn codes(self, tables: &Tables) -> BTreeSet<&'static str> {
        self.judge(tables).into_iter().map(|(code, ..)| code).collect()
    }

    /// The lowest age at which nobody is too young, or 0.
    fn least_age(self, tables: &Tables) -> i32 {
        let young = |age| Self { age, ..self }.codes(tables).contains("P201");
        (0..30).find(|age| !young(*age)).unwrap_or(30)
    }
}

fn told(code: &str, who: Who) -> String {
    let tables = Tables::builtin();
    let broken = Fixture::broken(code, who);
    let mut found = broken.codes(tables);
    found.remove("P201");
    if (Fixture { proof: Some("学生证"), ..broken }).codes(tables).contains("P204") {
        found.insert("P204");
    }
    if (Fixture { certificate: "护照", ..broken }).codes(tables).contains("P211") {
        found.insert("P211");
    }
    let codes: Vec<&str> = found.into_iter().collect();
    format!("{} {}", broken.least_age(tables), codes.join(" ")).trim().to_owned()
}

#[test]
fn every_province_asks_what_the_notes_say() {
    let mut wrong = Vec::new();
    for (code, individual, enterprise) in EXPECTED {
        for (who, expected) in [(Who::Individual, individual), (Who::Organisation, enterprise)] {
            let found = told(code, who);
            if found != **expected {
                wrong.push(format!("{code} {who:?}: expected {expected}, found {found}"));
            }
        }
    }
    assert_eq!(EXPECTED.len(), 31);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_row_laid_over_changes_what_it_says_and_nothing_else() {
    let own = Tables::builtin();
    let row = own.provinces.ask("330106", Who::Individual, Demand::MinAge, TODAY).expect("a row of Zhejiang").clone();
    assert_eq!((row.code, row.count), (33, Some(18)));
    let mut laid = own.clone();
    laid.provinces = laid.provinces.with([ProvinceRow { value: "16".to_owned(), count: Some(16), ..row }]);
    let mut changed = Vec::new();
    for (code, _, _) in EXPECTED {
        for who in [Who::Individual, Who::Organisation] {
            for age in [5, 15, 16, 17, 18] {
                let fixture = Fixture { age, ..Fixture::broken(code, who) };
                let (before, after) = (fixture.judge(own), fixture.judge(&laid));
                assert!(after.is_subset(&before));
                changed.extend(
                    before.difference(&after).map(|(rule, fact, _)| format!("{code} {who:?} {age} {rule} {fact}")),
                );
            }
        }
    }
    let expected =
        ["33 Individual 16 P201 example/people/zhang/born", "33 Individual 17 P201 example/people/zhang/born"];
    assert_eq!(changed, expected);
}

#[test]
fn every_check_flips_a_finding() {
    // A row that becomes advice is no longer judged; where that changes nothing, the row does
    // nothing. Permissive rows, such as one that admits everybody, are those that change nothing.
    let own = Tables::builtin();
    let mut idle: BTreeMap<&str, usize> = BTreeMap::new();
    let judged =
        |row: &&ProvinceRow| row.kind == RowKind::Check && row.code != 0 && !PROCEDURAL.contains(&row.demand.as_str());
    for row in own.provinces.all().filter(judged) {
        let mut laid = own.clone();
        laid.provinces = laid.provinces.with([ProvinceRow { kind: RowKind::Advice, ..row.clone() }]);
        let code = format!("{:02}", row.code);
        let broken = Fixture::broken(&code, row.who);
        let fixtures = [
            broken,
            Fixture { proof: Some("学生证"), ..broken },
            Fixture { proof: Some("社保证明"), ..broken },
            Fixture { certificate: "护照", ..broken },
        ];
        if fixtures.iter().all(|fixture| fixture.judge(own) == fixture.judge(&laid)) {
            *idle.entry(row.demand.as_str()).or_default() += 1;
            let permits = matches!(row.value.as_str(), "allowed" | "authorised")
                || matches!(
                    row.demand.as_str(),
                    "residence-proofs" | "foreign-legal-representative" | "max-services" | "first-filing-services"
                );
            assert!(permits, "{code} {:?} {} {} changes nothing", row.who, row.demand, row.value);
        }
    }
    assert!(idle.values().sum::<usize>() < 40, "{idle:?}");
}

/// Who says otherwise than a row is told by what rests on the row, be the row disputed or kept.
#[test]
fn each_dissent_is_printed() {
    let tables = Tables::builtin();
    let mut told = 0;
    let judged = |row: &&ProvinceRow| !row.dissent.is_empty() && !PROCEDURAL.contains(&row.demand.as_str());
    for row in tables.provinces.all().filter(judged) {
        let code = format!("{:02}", row.code);
        let said = Fixture::broken(&code, row.who).said(tables);
        let words = row.disagreement(tables.sources()).expect("a dissent");
        assert!(
            said.iter().any(|message| message.ends_with(&*words.zh)),
            "{code} {:?} {}: nobody says {}; but {said:#?}",
            row.who,
            row.demand,
            words.zh
        );
        told += 1;
    }
    assert!(told >= 23, "{told}");
    // The other tables: a test of theirs shows that it is told.
    let names: Vec<_> = tables.names.all().filter(|row| !row.dissent.is_empty()).map(|row| &*row.id).collect();
    let approvals: Vec<_> = tables.approvals.all().filter(|row| !row.dissent.is_empty()).map(|row| row.act).collect();
    assert_eq!((names.as_slice(), approvals.len()), (["N022", "N043"].as_slice(), 1));
}
