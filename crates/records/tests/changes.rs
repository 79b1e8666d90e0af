//! Cases that a filing clerk meets: two states of records, and what the law asks for.
//!
//! A case is a folder of `tests/fixtures/changes`. Its `old` and `new` hold a folder for each
//! subject, and in it only the files that differ from the clean subject of the rules; an empty
//! file stands for one that is not there. The answer stands beside them in `expected.snap`.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read its cases has failed")]

use beian_core::change::{Changes, diff, diff_states};
use beian_core::day::Day;
use beian_core::filed::{pending, replay};
use beian_core::model::Subject;
use beian_core::personal::Veil;
use beian_core::procedure::coverage;
use beian_core::procedure::{Answer, Register, Required, Verdict, procedures, register};
use beian_core::rules::{BASE, OTHER};
use beian_core::tables::{Demand, ProvinceRow, Tables};
use beian_core::vocabulary::Procedure;
use beian_core::words::Lang;
use beian_records::limits::Limits;
use beian_records::raw::{Content, RawFile, RawSubject};
use beian_records::read::read_subject;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const TODAY: Day = Day::of(2026, 11, 21);

type State = BTreeMap<String, Subject>;

/// A case: its name and its two states.
struct Case {
    name: String,
    folder: PathBuf,
    old: State,
    new: State,
}

fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/changes");
    let mut folders: Vec<PathBuf> = fs::read_dir(&root)
        .unwrap_or_else(|error| panic!("{}: {error}", root.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders
        .into_iter()
        .map(|folder| Case {
            name: folder.file_name().unwrap().to_string_lossy().into_owned(),
            old: state(&folder.join("old"), false),
            new: state(&folder.join("new"), false),
            folder,
        })
        .collect()
}

/// All subjects of a state; `shuffled` reads their files in another order.
fn state(folder: &Path, shuffled: bool) -> State {
    let Ok(entries) = fs::read_dir(folder) else { return State::new() };
    let mut subjects = State::new();
    for entry in entries {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        subjects.insert(name.clone(), subject(&path, &name, shuffled));
    }
    subjects
}

fn subject(folder: &Path, name: &str, shuffled: bool) -> Subject {
    let mut texts: BTreeMap<String, String> = BASE
        .iter()
        .map(|(file, text)| {
            let other = name == "other";
            let replaced = OTHER.iter().filter(|_| other).fold((*text).to_owned(), |text, (a, b)| text.replace(a, b));
            ((*file).to_owned(), replaced)
        })
        .collect();
    overlay(folder, folder, &mut texts);
    texts.retain(|_, text| !text.is_empty());
    let mut files: Vec<RawFile> =
        texts.into_iter().map(|(name, text)| RawFile { name, content: Content::Bytes(text.into_bytes()) }).collect();
    if shuffled {
        files.reverse();
    }
    let raw = RawSubject { folder: name.to_owned(), files };
    let read = read_subject(&raw, &Limits::default());
    let findings: Vec<String> =
        read.findings.iter().map(|found| format!("{}: {}", found.rule.code, found.message.en)).collect();
    assert!(findings.is_empty(), "{}: {findings:?}", folder.display());
    read.subject
}

fn overlay(root: &Path, folder: &Path, texts: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            overlay(root, &path, texts);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            texts.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
}

fn names(case: &Case) -> BTreeSet<&String> {
    case.old.keys().chain(case.new.keys()).collect()
}

fn answers(case: &Case, tables: &Tables) -> Register {
    let pairs: Vec<_> = names(case).into_iter().map(|name| (case.old.get(name), case.new.get(name))).collect();
    register(tables, &pairs, TODAY)
}

/// The answer to a case as a clerk reads it.
fn told(case: &Case) -> String {
    let mut text = String::new();
    let register = answers(case, Tables::builtin());
    for reshaped in &register.moves.subjects {
        writeln!(text, "主体之间：{}", reshaped.words().zh).unwrap();
    }
    for moved in &register.moves.services {
        writeln!(text, "服务移动：{}", moved.words().zh).unwrap();
    }
    for answer in &register.answers {
        let name = answer.new.as_ref().or(answer.old.as_ref()).unwrap();
        writeln!(text, "## {name}").unwrap();
        for rename in &answer.changes.renamed {
            writeln!(text, "改键：{} → {}", rename.old, rename.new).unwrap();
        }
        if answer.required.is_empty() {
            writeln!(text, "备案事项没有变化。").unwrap();
        }
        for (at, one) in answer.required.iter().enumerate() {
            writeln!(text, "\n{}. {}", at + 1, one.text(Lang::Zh, &Veil::default())).unwrap();
        }
        covered(case, answer, &mut text);
    }
    text
}

fn covered(case: &Case, answer: &Answer, text: &mut String) {
    let old = answer.old.as_ref().and_then(|id| case.old.get(&**id));
    let new = answer.new.as_ref().and_then(|id| case.new.get(&**id));
    let coverage = coverage(&Tables::builtin().clouds, &answer.required, old, new);
    let mut lines = Vec::new();
    for (order, stems) in &coverage.covered {
        lines.push(format!("第 {} 项已有订单：{}", order + 1, stems.iter().cloned().collect::<Vec<_>>().join("、")));
    }
    for uncovered in &coverage.uncovered {
        for gap in &uncovered.gaps {
            let why = gap.why.words().zh;
            lines.push(format!("第 {} 项缺订单：{} [{}] {why}", uncovered.order + 1, gap.fact, gap.scope));
        }
    }
    for stem in &coverage.idle {
        lines.push(format!("订单 {stem} 没有对应的变更"));
    }
    for change in new.iter().flat_map(|new| pending(&Tables::builtin().clouds, &replay(&new.filings, TODAY), new)) {
        lines.push(format!("与在案不同：{}  {}", change.fact, Veil::default().change(&change).zh));
    }
    if !lines.is_empty() {
        writeln!(text, "\n{}", lines.join("\n")).unwrap();
    }
}

#[test]
fn every_case_has_the_answer_a_clerk_would_give() {
    for case in cases() {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(&case.folder);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!("expected", told(&case)));
    }
}

#[test]
fn nothing_differs_from_itself() {
    for case in cases() {
        for subject in case.old.values().chain(case.new.values()) {
            assert_eq!(diff(subject, subject), Changes::default(), "{}", case.name);
            assert!(procedures(Tables::builtin(), &Changes::default(), Some(subject), Some(subject), TODAY).is_empty());
        }
    }
}

#[test]
fn the_way_back_is_the_mirror_of_the_way_there() {
    for case in cases() {
        for name in names(&case) {
            let (old, new) = (case.old.get(name), case.new.get(name));
            let (there, back) = (diff_states(old, new), diff_states(new, old));
            assert_eq!(there.mirrored(), back, "{}", case.name);
            assert_eq!(back.mirrored(), there, "{}", case.name);
        }
    }
}

#[test]
fn the_order_of_files_is_nothing() {
    for case in cases() {
        let (old, new) = (state(&case.folder.join("old"), true), state(&case.folder.join("new"), true));
        let shuffled = Case { name: case.name.clone(), folder: case.folder.clone(), old, new };
        assert_eq!(told(&case), told(&shuffled), "{}", case.name);
    }
}

#[test]
fn every_answer_is_whole() {
    for case in cases() {
        for answer in answers(&case, Tables::builtin()).answers {
            for change in &answer.changes.facts {
                let told = answer.required.iter().any(|one| one.facts.contains(change));
                assert!(told, "{}: nothing is said of {}", case.name, change.fact);
            }
            for one in &answer.required {
                assert!(!one.text(Lang::En, &Veil::default()).is_empty(), "{}", case.name);
                if let Verdict::Forbidden { lawful_routes, .. } = &one.verdict {
                    assert!(!lawful_routes.is_empty() || !one.notes.is_empty(), "{}: no way out", case.name);
                    assert!(!one.citations.is_empty(), "{}: forbidden without a source", case.name);
                }
            }
        }
    }
}

#[test]
fn where_a_province_offers_the_move_the_record_follows() {
    let case = cases().into_iter().find(|case| case.name == "province-move").unwrap();
    let row = Tables::builtin().provinces.all().find(|row| row.demand == Demand::Migration.name()).unwrap();
    let offered = ProvinceRow { code: 33, demand: Demand::ProvinceMove.name().to_owned(), ..row.clone() };
    let mut tables = Tables::builtin().clone();
    tables.provinces = tables.provinces.with([offered]);
    let register = answers(&case, &tables);
    let asked: Vec<_> =
        register.answers.iter().flat_map(|answer| &answer.required).filter_map(Required::procedure).collect();
    assert_eq!(asked, [Procedure::ChangeProvince]);
}

#[test]
fn before_the_rule_of_one_domain_a_domain_could_be_added() {
    let case = cases().into_iter().find(|case| case.name == "domain-added-to-site-of-2018").unwrap();
    let (old, new) = (case.old.get("acme"), case.new.get("acme"));
    let changes = diff_states(old, new);
    for (day, forbidden) in [(Day::of(2019, 4, 21), false), (Day::of(2019, 4, 22), true)] {
        let required = procedures(Tables::builtin(), &changes, old, new, day);
        assert_eq!(required.iter().any(Required::is_forbidden), forbidden, "{day}");
    }
}

#[test]
fn no_answer_shows_a_personal_number() {
    for case in cases() {
        let text = told(&case);
        assert!(!text.contains("330106199001010026") && !text.contains("13900000002"), "{}", case.name);
    }
}
