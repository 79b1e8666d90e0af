//! Periods stand in one table: a row that a user lays over it reaches every command, and no other place has one.

use crate::committed::committed;
use crate::gitted::Gitted;
use crate::harness::{Case, root};
use std::fs;
use std::path::{Path, PathBuf};

/// The shipped records, of which one site opened lately and is not filed with the police, and rows laid over periods.
fn made(rows: &str) -> Gitted {
    let made = Gitted::shipped();
    if !rows.is_empty() {
        let settings = fs::read_to_string(made.case.path("beian.yaml")).expect("settings");
        made.case.write("beian.yaml", settings + "overlays: overlays\n");
        let about = "source:\n  title: 通知\n  publisher: 某市公安局\n  date: 2026-01-05\ntables:\n  periods:\n";
        made.case.write("overlays/a.yaml", format!("{about}{rows}"));
    }
    let services = "records/ningbo-shifan/services.yaml";
    made.edit(services, "  opened: 2022-11-18\n  police:\n    applied: 2022-11-25\n    approved: 2022-12-09\n", OPENED);
    made.edit(services, "    number: \"浙公网安备33020302000043号\"\n    shown: 2022-12-12\n", "");
    made.commit("2026-11-01", "开通");
    made
}

const OPENED: &str = "  opened: 2026-10-28\n";

const POLICE: &str = "    - id: police-filing
      length: \"15\"
      unit: days
      direction: after
      event_zh: 服务开通之日
      event_en: the day on which the service opens
";

const AHEAD: &str = "    - id: change-ahead
      length: \"60\"
      unit: days
      direction: before
      event_zh: 变更生效之日
      event_en: the day on which the change takes effect
";

fn said(made: &Gitted, args: &[&str]) -> String {
    made.run(&[args, &["--lang", "en"]].concat()).out
}

/// Another office, filed as a change that takes effect later; and a site that is new.
fn change(made: &Gitted) {
    let subject = "records/ningbo-shifan/subject.yaml";
    made.edit(
        subject,
        "address: 浙江省宁波市海曙区范例大道 200 号 1206 室",
        "address: 浙江省宁波市海曙区范例大道 300 号",
    );
    made.case.write(
        "records/ningbo-shifan/filings/2026-11-20-address.yaml",
        "procedure: 变更主体\nthrough: 阿里云\ncovers:\n  - subject\nfacts:\n  subject/address:\n    \
         from: 浙江省宁波市海曙区范例大道 200 号 1206 室\n    to: 浙江省宁波市海曙区范例大道 300 号\n\
         effective: 2027-01-20\ncontact: chen\n",
    );
    for (name, text) in [
        ("domains", "fresh.example:\n  registrar: 阿里云计算有限公司\n  expires: 2030-01-01\n"),
        (
            "services",
            "fresh:\n  kind: 网站\n  name: 新网\n  domains:\n    - fresh.example\n  content: 展示\n  principal: chen\n",
        ),
    ] {
        let path = format!("records/ningbo-shifan/{name}.yaml");
        let old = fs::read_to_string(made.case.path(&path)).expect("a record");
        made.case.write(&path, old + text);
    }
}

#[test]
fn a_row_for_the_police_reaches_findings_reviews_dossiers_and_the_explanation() {
    let validate = ["validate", "--format", "short", "records/ningbo-shifan"];
    let dossier = ["dossier", "ningbo-shifan"];
    let (before, after) = (made(""), made(POLICE));
    assert!(!said(&before, &validate).contains("S126"), "{}", said(&before, &validate));
    assert!(
        said(&before, &dossier).contains("| 2026-11-27 | file with the police (opened on 2026-10-28, within 30 days)")
    );
    let found = said(&after, &validate);
    assert!(found.contains("warning[S126]"), "no law stands behind a row of one's own: {found}");
    assert!(found.contains("was due by 2026-11-12, and none is recorded (by a row of your own)"), "{found}");
    assert!(
        said(&after, &dossier).contains("| 2026-11-12 | file with the police (opened on 2026-10-28, within 15 days)")
    );
    for (made, days) in [(&before, "30 days"), (&after, "15 days")] {
        assert!(said(made, &["explain", "S126"]).contains(&format!("within {days} of opening")));
        change(made);
        let review = said(made, &["review", "HEAD"]);
        assert!(review.contains(&format!("file with the police within {days} of the opening")), "{review}");
    }
}

#[test]
fn a_row_for_changes_reaches_findings_reviews_letters_and_dossiers() {
    for (rows, day, ahead, written) in
        [("", "2026-12-21", "30 days", "三十日"), (AHEAD, "2026-11-21", "60 days", "六十日")]
    {
        let made = made(rows);
        change(&made);
        let found = said(&made, &["validate", "--format", "short", "records/ningbo-shifan"]);
        let own = found.lines().find(|line| line.contains("is due on 2026-11-21, in 0 days"));
        assert_eq!(
            own.map(|line| line.contains("(by a row of your own)")),
            (!rows.is_empty()).then_some(true),
            "{found}"
        );
        let review = said(&made, &["review", "HEAD"]);
        assert!(review.contains(&format!("due: {day}, {ahead} before it takes effect on 2027-01-20")), "{review}");
        let dossier = said(&made, &["dossier", "ningbo-shifan"]);
        let line = format!("| {day} | submit the change (it takes effect on 2027-01-20, {ahead} before)");
        assert!(dossier.contains(&line), "{dossier}");
        let letters = made.run(&["notice", "--from", "HEAD"]).out;
        assert!(letters.contains(&format!("备案信息需要变更的，提前{written}办理变更")), "{letters}");
        let [year, month, date] = [0, 5, 8].map(|at| day[at..].split('-').next().expect("a part"));
        assert!(letters.contains(&format!("最迟{year}年{month}月{date}日")), "{letters}");
    }
}

#[test]
fn a_last_day_on_which_nobody_works_moves_the_police_filing() {
    let made = made("");
    made.edit("records/ningbo-shifan/services.yaml", OPENED, "  opened: 2026-09-05\n");
    let found = |today| said(&made, &["validate", "--format", "short", "--today", today, "records/ningbo-shifan"]);
    assert!(!found("2026-10-08").contains("S126"), "a holiday lies over the thirtieth day: {}", found("2026-10-08"));
    let late = found("2026-10-09");
    assert!(late.contains("was due by 2026-10-08 (2026-10-05 is a day off;"), "{late}");
    assert!(late.contains("a reading of this program, after Civil Code, art. 201, art. 203"), "{late}");
}

#[test]
fn the_page_of_periods_is_committed() {
    let case = Case::empty();
    committed("docs/periods.md", &case.outcome(["periods", "--format", "markdown"]).out);
    let listed = case.outcome(["periods"]).out;
    let rows = beian_core::tables::Tables::builtin().periods.all().count();
    assert_eq!(listed.lines().count(), rows, "{listed}");
    let own = said(&made(POLICE), &["periods"]);
    let row = own.lines().find(|line| line.starts_with("police-filing")).expect("the row");
    assert!(row.contains("within 15 days of the day on which the service opens") && row.ends_with("a row of your own"));
}

/// When this program speaks up by itself. That is nobody's period, so that it stands where it is used.
const REMINDERS: [&str; 4] = [
    "rules/times/provider_silent.rs",
    "rules/times/rejected_not_resubmitted.rs",
    "rules/times/approval_expires_soon.rs",
    // A week as the page of the morning sorts by.
    "cli/src/output/status/mod.rs",
];

fn texts(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() && name != "tests" && name != "target" {
            texts(&path, found);
        } else if (name.ends_with(".rs") && name != "tests.rs") || name.ends_with(".j2") {
            let text = fs::read_to_string(&path).expect("a text");
            found.push((path, text.split("#[cfg(test)]").next().unwrap_or_default().to_owned()));
        }
    }
}

/// Whether a line writes how long something takes: `三十日内`, `20 working days`.
fn writes_a_period(line: &str) -> bool {
    let zh = ["个工作日", "工作日", "小时", "日内", "日前", "日以前", "天"];
    let counted = |before: &str| {
        let last = before.trim_end().chars().next_back();
        last.is_some_and(|last| last.is_ascii_digit() || "二三四五六七八九十百两".contains(last))
    };
    let en = ["days", "working days", "calendar days", "hours", "day", "working day"];
    let numbers = ["two", "three", "five", "seven", "ten", "fifteen", "twenty", "thirty", "forty", "sixty", "ninety"];
    let spelled = |before: &str| {
        let word = before.trim_end_matches([' ', '-']).rsplit(|c: char| !c.is_ascii_alphanumeric()).next();
        before.ends_with([' ', '-'])
            && word.is_some_and(|word| {
                numbers.contains(&word) || (!word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()))
            })
    };
    zh.iter().any(|unit| line.match_indices(unit).any(|(at, _)| counted(&line[..at])))
        || en.iter().any(|unit| line.match_indices(unit).any(|(at, _)| spelled(&line[..at])))
}

/// Whether a line of code counts by a number of days that it holds itself.
fn holds_a_length(line: &str) -> bool {
    let named = ["DAYS", "HOURS", "AHEAD", "MONTHS"].iter().any(|name| line.contains(&format!("const {name}: ")));
    let plain = line.split("plus_days(").skip(1).any(|rest| {
        let digits: String = rest.trim_start_matches('-').chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().is_ok_and(|days| days > 1)
    });
    named || plain
}

#[test]
fn no_period_stands_outside_of_its_table() {
    for line in
        ["三十日内", "20 个工作日", "收到 24 小时内", "thirty days ahead", "up to 20 working days", "a 30-day term"]
    {
        assert!(writes_a_period(line), "{line}");
    }
    for line in ["当日", "哪一天", "第一个工作日", "in {left} days", "the same day", "{zh}内", "two rules"]
    {
        assert!(!writes_a_period(line), "{line}");
    }
    assert!(holds_a_length("const DAYS: i64 = 30;") && holds_a_length("day.plus_days(-30)"));
    assert!(!holds_a_length("day.plus_days(1)") && !holds_a_length("day.plus_days(days)"));
    let mut found = Vec::new();
    texts(&root().join("crates"), &mut found);
    texts(&root().join("templates"), &mut found);
    assert!(500 < found.len(), "the sources were not found");
    let mut met = 0;
    for (path, text) in found {
        let path = path.to_string_lossy().replace('\\', "/");
        let is_core = path.contains("core/src/");
        for line in text.lines().map(|line| line.split("//").next().unwrap_or_default()) {
            // What examples show is a day of theirs, and not a demand.
            let is_one = !line.contains("shows: ") && (writes_a_period(line) || (is_core && holds_a_length(line)));
            let reminds = REMINDERS.iter().any(|file| path.ends_with(file));
            assert!(!is_one || reminds, "{path}: take it from the table of periods: {line}");
            met += usize::from(is_one);
        }
    }
    assert!(REMINDERS.len() <= met, "the reminders were not seen");
}

#[test]
fn a_notice_without_its_last_day_is_not_given_one() {
    let made = Gitted::shipped();
    made.case.write(
        "records/ningbo-shifan/official/2026-11-10-shell.yaml",
        "kind: 空壳公告\nauthority: 浙江省通信管理局\nreceived: 2026-11-10\nabout: 备案信息核查\ndemands: 恢复接入\n",
    );
    let found = said(&made, &["validate", "--format", "short", "records/ningbo-shifan"]);
    assert!(found.contains("gives no last day; the shortest seen would have ended on 2026-11-17"), "{found}");
}
