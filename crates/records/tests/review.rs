//! The rules between two revisions: their examples, from the clean subject to what they show.

#![expect(clippy::expect_used, reason = "a test that cannot make its repository has failed")]

#[expect(dead_code, reason = "the folder of an example is judged otherwise here")]
mod common;
mod git_common;

use beian_core::model::Settings;
use beian_core::rule::{Check, Example, Given};
use beian_core::rules::{self, BASE};
use beian_records::disk::Disk;
use beian_records::grounds::Grounds;
use beian_records::judging::{Asked, Days, Judging};
use beian_records::locate::Located;
use beian_records::raw::TreeLimits;
use beian_records::read::read_settings;
use beian_records::review::{Policies, Review, policy, review};
use beian_records::store::{Committed, Working};
use git_common::{Files, Made, TODAY, open_tree, put, subject};
use std::sync::Arc;

/// By the rules as they are, for records that teach.
fn grounds() -> Grounds {
    Grounds::of(read_settings(b"sample: true", "beian.yaml"))
}

/// By the rules of the day on which the newer side was made.
fn judging(grounds: &Grounds) -> Judging<'_> {
    Judging::new(grounds, Asked::default(), Days::today(TODAY))
}

/// The clean subject is committed, the example stands in the working directory.
fn reviewed(example: &Example) -> Vec<String> {
    let made = Made::new();
    let mut files = Files::new();
    for (name, text) in BASE {
        put(&mut files, &format!("example/{name}"), text);
    }
    made.commit("2026-11-20T10:00:00+08:00", &files);
    common::lay_down(made.path(), example);
    let repository = made.open();
    let base = open_tree(&repository, "main", "");
    let head = Disk::open(made.path(), TreeLimits::default()).expect("the folder");
    let mut found = review(&repository, Some(&base), &head, &judging(&grounds()), TODAY).expect("a review").findings;
    let revision = repository.resolve("main").expect("the commit");
    let (older, newer) = (Committed::new(Arc::new(made.open()), revision, ""), Working::new(made.path()));
    found.extend(
        policy(&older, &newer, &Policies { settings: vec![&Settings::default()], begins: false }, &str::to_owned)
            .expect("the settings"),
    );
    found.retain(|found| matches!(found.rule.check, Check::Review));
    found.iter().map(|found| format!("{} {}", found.rule.code, found.fact)).collect()
}

#[test]
fn every_red_example_breaks_its_rule_and_no_other() {
    for rule in rules::review::FAMILY {
        let expected: Vec<String> = rule.breaks.finds.iter().map(|fact| format!("{} {fact}", rule.code)).collect();
        assert_eq!(reviewed(&rule.breaks), expected, "{}", rule.code);
    }
}

#[test]
fn every_green_example_keeps_all_of_them() {
    for rule in rules::review::FAMILY {
        assert_eq!(reviewed(&rule.keeps), Vec::<String>::new(), "{}", rule.code);
    }
}

fn shown(given: &'static [Given]) -> Vec<String> {
    reviewed(&Example { shows: rules::review::FAMILY[0].title.clone(), given, finds: &[] })
}

const FIRST: &str = "example/filings/2021-02-20-first.yaml";

#[test]
fn what_may_be_done_to_a_closed_filing() {
    let plain = [Given::Edit { file: FIRST, old: "subject/principal: zhang", new: "subject/principal: zhang # 张" }];
    assert_eq!(shown(Box::leak(Box::new(plain))), Vec::<String>::new(), "a comment");
    let note =
        [Given::Edit { file: FIRST, old: "event: 初审通过", new: "event: 初审通过\n    note: 材料齐全" }];
    assert_eq!(shown(Box::leak(Box::new(note))), Vec::<String>::new(), "a note on what happened");
    let masked = [Given::Edit { file: FIRST, old: "\"138****0001\"", new: "\"13800000001\"" }];
    assert_eq!(
        shown(Box::leak(Box::new(masked))),
        ["R101 example/filings/2021-02-20-first/facts/people/zhang/mobile"],
        "a masked number is not written out"
    );
    let covers = [Given::Edit { file: FIRST, old: "  - services/shop\n", new: "" }];
    assert_eq!(shown(Box::leak(Box::new(covers))), ["R101 example/filings/2021-02-20-first/covers"]);
    let put_in = [Given::Edit {
        file: FIRST,
        old: "  - at: 2021-02-22T09:30:00+08:00",
        new: "  - at: 2021-02-21T09:30:00+08:00\n    event: 补正\n  - at: 2021-02-22T09:30:00+08:00",
    }];
    assert_eq!(shown(Box::leak(Box::new(put_in))), ["R105 example/filings/2021-02-20-first/events/1"]);
    let gone =
        [Given::Edit { file: FIRST, old: "  - at: 2021-02-22T09:30:00+08:00\n    event: 初审通过\n", new: "" }];
    assert_eq!(shown(Box::leak(Box::new(gone))), ["R105 example/filings/2021-02-20-first/events"]);
}

/// Plain personal numbers that were committed may be masked, and nothing else with them.
#[test]
fn plain_numbers_of_persons_may_be_masked() {
    let made = Made::new();
    let mut files = Files::new();
    subject(&mut files, "example", 1);
    let path = b"example/filings/2021-02-20-first.yaml".to_vec();
    let text = String::from_utf8(files[&path].1.clone()).expect("text").replace("138****0001", "13812340001");
    files.insert(path.clone(), (git_common::FILE, text.clone().into_bytes()));
    made.commit("2026-11-19T10:00:00+08:00", &files);
    for (new, expected) in [("138****0001", 0), ("138****0002", 1)] {
        files.insert(path.clone(), (git_common::FILE, text.replace("13812340001", new).into_bytes()));
        made.commit("2026-11-20T10:00:00+08:00", &files);
        let found = between(&made, "main~1", "main");
        assert_eq!(found.findings.iter().filter(|found| found.rule.code == "R101").count(), expected, "{new}");
        made.git.reference("refs/heads/main", parent(&made), true, "back").expect("the branch");
    }
}

fn parent(made: &Made) -> git2::Oid {
    made.git.revparse_single("main~1").expect("the commit before").id()
}

fn between(made: &Made, base: &str, head: &str) -> Review {
    let repository = made.open();
    let (base, head) = (open_tree(&repository, base, ""), open_tree(&repository, head, ""));
    review(&repository, Some(&base), &head, &judging(&grounds()), TODAY).expect("a review")
}

#[test]
fn a_value_that_a_subject_elsewhere_claims_is_found() {
    let made = Made::new();
    let mut files = Files::new();
    for mark in 1..6 {
        subject(&mut files, &format!("group/s{mark}"), mark);
    }
    made.commit("2026-11-19T10:00:00+08:00", &files);
    for name in ["domains.yaml", "services.yaml"] {
        let path = format!("group/s4/{name}").into_bytes();
        let text = String::from_utf8(files[&path].1.clone()).expect("text").replace("shop4.example", "shop2.example");
        files.insert(path, (git_common::FILE, text.into_bytes()));
    }
    made.commit("2026-11-20T10:00:00+08:00", &files);
    let found = between(&made, "main~1", "main");
    let clash: Vec<_> = found.findings.iter().filter(|found| matches!(found.rule.check, Check::Shared(..))).collect();
    assert_eq!(clash.len(), 1, "{clash:?}");
    assert_eq!(clash[0].location.path, "group/s4/services.yaml");
    assert_eq!(clash[0].related[0].location.path, "group/s2/services.yaml");
}

#[test]
fn a_number_of_another_subject_is_not_taken() {
    let made = Made::new();
    let mut files = Files::new();
    subject(&mut files, "s1", 1);
    subject(&mut files, "s2", 2);
    made.commit("2026-11-19T10:00:00+08:00", &files);
    let mut replace = |path: &str, old: &str, new: &str| {
        let path = path.as_bytes().to_vec();
        let text = String::from_utf8(files[&path].1.clone()).expect("text");
        assert!(text.contains(old), "{old}");
        files.insert(path, (git_common::FILE, text.replace(old, new).into_bytes()));
    };
    replace("s1/services.yaml", "2021100001号-1", "2021100001号-2");
    replace("s2/services.yaml", "2021100002号-1", "2021100001号-1");
    made.commit("2026-11-20T10:00:00+08:00", &files);
    let found = between(&made, "main~1", "main");
    let told: Vec<_> =
        found.findings.iter().filter(|found| found.rule.code == "R103").map(|f| &*f.message.en).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[1].contains("was granted to s1/services/shop"), "{told:?}");
}

#[test]
fn a_fault_that_stood_before_is_not_new() {
    let made = Made::new();
    let mut files = Files::new();
    subject(&mut files, "s1", 1);
    let path = b"s1/domains.yaml".to_vec();
    let text = String::from_utf8(files[&path].1.clone()).expect("text");
    files.insert(path.clone(), (git_common::FILE, format!("{text}  registerd: 2020-01-01\n").into_bytes()));
    made.commit("2026-11-19T10:00:00+08:00", &files);
    files.insert(path.clone(), (git_common::FILE, format!("# 注\n{text}  registerd: 2020-01-01\n").into_bytes()));
    made.commit("2026-11-20T10:00:00+08:00", &files);
    let found = between(&made, "main~1", "main");
    assert!(found.findings.is_empty() && found.solved == 0, "{:?}", found.findings);
    files.insert(path, (git_common::FILE, text.into_bytes()));
    made.commit("2026-11-21T10:00:00+08:00", &files);
    assert_eq!(between(&made, "main~1", "main").solved, 1);
}

/// What is found where one file of the clean subject is committed anew.
fn found_after(name: &str, edit: impl Fn(&str) -> String) -> Vec<Located> {
    let made = Made::new();
    let mut files = Files::new();
    for (name, text) in BASE {
        put(&mut files, &format!("example/{name}"), text);
    }
    made.commit("2026-11-20T10:00:00+08:00", &files);
    let (_, text) = BASE.iter().find(|(file, _)| *file == name).expect("a file of the clean subject");
    put(&mut files, &format!("example/{name}"), &edit(text));
    made.commit("2026-11-21T10:00:00+08:00", &files);
    between(&made, "main~1", "main").findings
}

fn count(found: &[Located], code: &str) -> usize {
    found.iter().filter(|found| found.rule.code == code).count()
}

#[test]
fn a_service_that_is_gone_is_told_once() {
    let found = found_after("services.yaml", |_| "{}\n".to_owned());
    assert_eq!(count(&found, "R107"), 1, "{found:#?}");
    assert_eq!(count(&found, "F146"), 0, "what its filing asked for is not told one by one: {found:#?}");
    assert_eq!(count(&found, "L104"), 1, "not by each place of its filing that names it: {found:#?}");
}

#[test]
fn a_domain_too_many_is_told_once() {
    let (one, two) = ("    - shop.example\n", "    - shop.example\n    - more.example\n");
    let found = found_after("services.yaml", |text| text.replacen(one, two, 1));
    assert_eq!((count(&found, "R109"), count(&found, "D124")), (1, 0), "{found:#?}");
}

#[test]
fn a_change_of_several_facts_is_told_once() {
    let found = found_after("subject.yaml", |text| {
        let named = text.replacen("name: 杭州示例网络科技有限公司", "name: 杭州范例网络科技有限公司", 1);
        named.replacen("502 室\nsupervisor", "503 室\nsupervisor", 1)
    });
    assert_eq!((count(&found, "R107"), count(&found, "F146")), (1, 0), "{found:#?}");
}
