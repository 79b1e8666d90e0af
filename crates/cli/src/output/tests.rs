//! Tests of reports on findings that no rule has to make first.

use super::draw::{draw, renderer};
use super::report::Report;
use super::text;
use crate::context::Context;
use beian_core::day::Day;
use beian_core::rule::Severity;
use beian_core::rules::form;
use beian_core::tables::Periods;
use beian_core::words::{Lang, Words};
use beian_records::locate::{Located, LocatedRelated, Location};

fn location(path: &str, line: usize, excerpt: &str, marked: &str) -> Location {
    let start = excerpt.find(marked).unwrap();
    Location {
        path: path.to_owned(),
        line,
        column: excerpt[..start].chars().count() + 1,
        excerpt: excerpt.into(),
        marked: start..start + marked.len(),
        ..Location::default()
    }
}

fn related(location: Location, zh: &'static str) -> LocatedRelated {
    LocatedRelated { location, fact: String::new(), message: Words::fixed(zh, zh) }
}

fn finding(severity: Severity, location: Location, related: Vec<LocatedRelated>) -> Located {
    Located {
        rule: &form::duplicate_key::RULE,
        severity,
        subject: "a".to_owned(),
        fact: "a/domains".to_owned(),
        location,
        message: Words::fixed("同一个域名\u{1b}", "one domain\u{1b}"),
        help: Words::fixed("留下一个", "keep one"),
        rests_on: Vec::new(),
        related,
    }
}

fn report(findings: Vec<Located>, quiet: bool, verbose: bool) -> String {
    let day = Day::of(2026, 11, 21);
    let report = Report {
        findings,
        subjects: 2,
        files: 3,
        unseen: beian_records::survey::Unseen::default(),
        part: None,
        not_run: vec!["L201", "L202"],
        evidence: true,
        unseen_papers: Vec::new(),
        at: None,
        today: day,
        as_of: day,
        least: Severity::Error,
        waived: Vec::new(),
        baseline: None,
        rules: beian_core::policy::version().to_owned(),
        later: Vec::new(),
        overlays: Vec::new(),
        periods: Periods::default(),
    };
    let context = Context {
        lang: Lang::Zh,
        asked: None,
        today: day,
        color: false,
        quiet,
        verbose,
        repository: None,
        config: None,
    };
    let mut out = Vec::new();
    text::write(&report, &context, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn places_in_other_files_are_drawn_below() {
    let others = vec![
        related(location("记录/b/domains.yaml", 12, "好.example:", "好.example"), "另一个主体也用它"),
        related(location("记录/a/domains.yaml", 4, "x: 13800138000 好.example", "好.example"), "第一次在这里"),
        related(location("记录/a/domains.yaml", 7, "  - 好.example", "好.example"), "隔一行"),
        related(Location { path: "记录/c".to_owned(), ..Location::default() }, "没有行号"),
    ];
    let here = location("记录/a/domains.yaml", 9, "域名：13800138000 好.example", "好.example");
    let drawn = draw(&finding(Severity::Error, here, others), Day::of(2026, 11, 21), Lang::Zh, &renderer(false));
    insta::assert_snapshot!(drawn, @r#"
    错误[C107]: 同一个域名␛
      --> 记录/a/domains.yaml:9:16
       |
     4 | x: 138****8000 好.example
       |                ---------- 第一次在这里
    ...
     9 | 域名：138****8000 好.example
       |                   ^^^^^^^^^^
       |
      ::: 记录/b/domains.yaml:12:1
       |
    12 | 好.example:
       | ---------- 另一个主体也用它
       |
      ::: 记录/a/domains.yaml:7:5
       |
     7 |   - 好.example
       |     ---------- 隔一行
       |
      ::: 记录/c
       = 没有行号
       = 办法: 留下一个
       = 依据: 《beian 记录格式》（docs/record-format.md）
    "#);
}

#[test]
fn notes_are_one_line_each_unless_asked_for() {
    let one = |severity| finding(severity, location("a/domains.yaml", 1, "好.example:", "好.example"), Vec::new());
    let both = || vec![one(Severity::Note), one(Severity::Warning)];
    insta::assert_snapshot!(report(both(), false, false), @r#"
    警告[C107]: 同一个域名␛
     --> a/domains.yaml:1:1
      |
    1 | 好.example:
      | ^^^^^^^^^^
      |
      = 办法: 留下一个
      = 依据: 《beian 记录格式》（docs/record-format.md）

    a/domains.yaml:1:1: 提示[C107] 同一个域名␛；留下一个

    检查了 2 个主体、3 个文件：0 个错误，1 个警告，1 条提示
    只检查了一部分，跨主体的规则没有运行：L201 L202
    规则的要求、依据和例子：beian explain C107
    "#);
    assert_eq!(report(both(), false, true).matches("-->").count(), 2);
    assert!(!report(both(), true, false).contains("提示"));
}

#[test]
fn any_two_marks_can_be_drawn() {
    let lines = ["示例\t\u{0}好", "a\u{9b}", &"长".repeat(133)];
    for first in lines {
        for second in lines {
            for (at, c) in second.char_indices().step_by(7) {
                for apart in 0..4 {
                    let mark = &second[at..at + c.len_utf8()];
                    let here = location("a", 5, first, "");
                    let there = related(location("a", 5 + apart, second, mark), "在这里");
                    let drawn = draw(
                        &finding(Severity::Note, here, vec![there]),
                        Day::of(2026, 11, 21),
                        Lang::En,
                        &renderer(false),
                    );
                    assert!(drawn.contains("在这里") && !drawn.contains('\u{fdd0}'), "{drawn}");
                }
            }
        }
    }
}
