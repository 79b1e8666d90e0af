//! How periods are counted, with the worked examples of the notes, and how each row is founded.

#![expect(clippy::unwrap_used, reason = "what cannot be read fails the test")]

use beian_core::calendar::UnknownYear;
use beian_core::day::Day;
use beian_core::law::{MII_33, Severity, SourceKind};
use beian_core::tables::{Direction, End, Period, Tables, Unit};
use beian_core::vocabulary::PeriodKind;
use std::collections::BTreeSet;

const TODAY: Day = Day::of(2026, 11, 21);

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn period(kind: PeriodKind) -> &'static Period {
    Tables::builtin().period(kind, "阿里云", TODAY).unwrap()
}

fn end(kind: PeriodKind, event: &str) -> Result<End, UnknownYear> {
    period(kind).end(day(event), &Tables::builtin().calendar)
}

/// Tables with one row laid over the one of a kind: its text with some cells replaced.
fn laid(kind: PeriodKind, cells: &[(&str, &str)]) -> Tables {
    let mut tables = Tables::builtin().clone();
    let table = Tables::open().find(|table| table.name == "periods").unwrap();
    let columns: Vec<&str> = table.columns().collect();
    let row = table.text.lines().find(|line| line.starts_with(&format!("{}\t", kind.id()))).unwrap();
    let mut row: Vec<&str> = row.split('\t').collect();
    for (name, value) in cells {
        let at = columns.iter().position(|column| column == name).unwrap();
        row[at] = value;
    }
    assert_eq!(tables.lay(table, &format!("{}\n{}\n", columns.join("\t"), row.join("\t"))), []);
    tables
}

#[test]
fn every_period_of_the_list_has_a_row() {
    let rows: BTreeSet<_> = Tables::builtin().periods.all().map(|row| row.kind).collect();
    assert_eq!(rows, PeriodKind::ALL.iter().copied().collect());
}

#[test]
fn a_row_says_what_it_rests_on_and_how_it_is_counted() {
    for row in Tables::builtin().periods.all() {
        let id = row.kind.id();
        let first = row.citation().unwrap_or_else(|| panic!("{id} rests on nothing"));
        let of_law = matches!(first.source().kind, SourceKind::Law | SourceKind::Notice);
        let cites = !first.articles().is_empty();
        assert!(cites || first.source().kind != SourceKind::Law, "{id}: which article");
        assert!(of_law || !cites, "{id}: a page that has none");
        assert_eq!(row.most(), if of_law { Severity::Error } else { Severity::Warning }, "{id}");
        assert!(!row.moves || row.reading.contains(&"civil-code:203".to_owned()), "{id}: by which text it moves");
        assert!(!row.moves || row.direction == Direction::After, "{id}: nobody is given days before an event");
        assert!(row.unit != Unit::WorkingDays || !row.moves, "{id}: a working day is never a day off");
        assert!(!row.provenance.sources.iter().any(|key| key.starts_with("civil-code")), "{id}: no text on filing");
    }
}

#[test]
fn twenty_working_days_cross_holidays_and_make_up_days() {
    for (from, until) in [
        ("2025-01-20", "2025-02-21"),
        ("2025-04-25", "2025-05-27"),
        ("2025-09-26", "2025-10-30"),
        ("2026-02-10", "2026-03-16"),
        ("2026-04-24", "2026-05-26"),
        ("2026-09-18", "2026-10-22"),
    ] {
        let plain = End { day: day(until), moved_from: None, may_move: None };
        assert_eq!(end(PeriodKind::AuthorityDecision, from), Ok(plain), "{from}");
    }
    let one = laid(PeriodKind::AuthorityDecision, &[("length", "1")]);
    let one = one.period(PeriodKind::AuthorityDecision, "", TODAY).unwrap();
    for (from, until) in [("2026-02-13", "2026-02-14"), ("2026-02-14", "2026-02-24")] {
        assert_eq!(one.end(day(from), &Tables::builtin().calendar).unwrap().day, day(until), "{from}");
    }
}

#[test]
fn a_working_day_term_that_meets_an_unknown_year_has_no_day() {
    assert_eq!(end(PeriodKind::AuthorityDecision, "2026-12-03").unwrap().day, day("2026-12-31"));
    assert_eq!(end(PeriodKind::AuthorityDecision, "2026-12-04"), Err(UnknownYear(2027)));
}

#[test]
fn calendar_days_that_end_on_a_day_off_end_on_the_next_working_day() {
    let moved = end(PeriodKind::PoliceFiling, "2026-09-05").unwrap();
    assert_eq!((moved.day, moved.moved_from), (day("2026-10-08"), Some(day("2026-10-05"))));
    assert!(!moved.is_over(day("2026-10-08")) && moved.is_over(day("2026-10-09")));
    let said = period(PeriodKind::PoliceFiling).remark(&moved);
    assert!(
        said.zh.contains("2026-10-05 是休息日") && said.zh.contains("《民法典》第二百零一条、第二百零三条"),
        "{said:?}"
    );
    assert!(said.zh.contains("本程序的理解") && said.en.contains("reading of this program"), "{said:?}");
    let plain = end(PeriodKind::PoliceFiling, "2026-03-03").unwrap();
    assert_eq!((plain.day, plain.moved_from), (day("2026-04-02"), None));
    assert_eq!(period(PeriodKind::PoliceFiling).remark(&plain).zh, "", "nothing was read into it");
}

#[test]
fn calendar_days_that_end_in_an_unknown_year_may_move_and_say_so() {
    let open = end(PeriodKind::PoliceFiling, "2026-12-10").unwrap();
    assert_eq!((open.day, open.may_move), (day("2027-01-09"), Some(UnknownYear(2027))));
    assert!(!open.is_over(day("2027-01-20")), "a long holiday may lie behind it");
    assert!(open.is_over(day("2027-01-24")));
    let said = period(PeriodKind::PoliceFiling).remark(&open);
    assert!(said.zh.contains("没有 2027 年的放假安排") && said.en.contains("no calendar of 2027"), "{said:?}");
}

#[test]
fn what_is_done_ahead_is_counted_back_and_never_moved() {
    // 2026-12-05 is a Saturday.
    let ahead = end(PeriodKind::ChangeAhead, "2027-01-04").unwrap();
    assert_eq!((ahead.day, ahead.moved_from, ahead.may_move), (day("2026-12-05"), None, None));
    assert_eq!(end(PeriodKind::LicenceRenewal, "2026-12-31").unwrap().day, day("2026-10-02"));
    assert_eq!(period(PeriodKind::ChangeAhead).citation(), Some(MII_33.article(14)));
}

#[test]
fn the_day_of_the_event_counts_only_where_the_row_says_so() {
    let tables = laid(PeriodKind::PoliceCode, &[("start", "counted")]);
    let counted = tables.period(PeriodKind::PoliceCode, "", TODAY).unwrap();
    assert_eq!(counted.end(day("2026-03-01"), &tables.calendar).unwrap().day, day("2026-03-30"));
    assert_eq!(end(PeriodKind::PoliceCode, "2026-03-01").unwrap().day, day("2026-03-31"));
}

#[test]
fn hours_end_on_the_day_on_which_the_last_of_them_may_fall() {
    assert_eq!(end(PeriodKind::SmsCode, "2026-09-05").unwrap().day, day("2026-09-06"));
    let pilots = Tables::builtin().period(PeriodKind::SmsCode, "", Day::of(2020, 8, 16));
    assert_eq!(pilots, None, "pilots had other hours, of which nothing is said");
}

#[test]
fn a_span_has_two_ends() {
    let review = period(PeriodKind::ProviderReview);
    let calendar = &Tables::builtin().calendar;
    let friday = day("2026-09-04");
    assert_eq!(review.soonest(friday, calendar).unwrap().day, day("2026-09-07"));
    assert_eq!(review.end(friday, calendar).unwrap().day, day("2026-09-08"));
    assert_eq!((&*review.words().zh, review.written().as_str()), ("1—2 个工作日", "一至二个工作日"));
    assert_eq!(review.words().en, "1 to 2 working days");
}

#[test]
fn a_provider_has_periods_of_its_own() {
    let tables = Tables::builtin();
    let of = |provider| tables.period(PeriodKind::DraftLapses, provider, TODAY).map(|row| row.length);
    assert_eq!((of("阿里云"), of("aliyun"), of("腾讯云"), of("")), (Some(45), Some(45), None, None));
    let all = laid(PeriodKind::DraftLapses, &[("provider", "-"), ("length", "60")]);
    let of = |provider| all.period(PeriodKind::DraftLapses, provider, TODAY).map(|row| row.length);
    assert_eq!((of("阿里云"), of("腾讯云")), (Some(45), Some(60)), "its own goes before that of all");
}

#[test]
fn a_row_that_is_laid_over_replaces_the_one_of_the_list() {
    let own = [("length", "15"), ("sources", "overlay"), ("confidence", "REPORTED")];
    let tables = laid(PeriodKind::PoliceFiling, &own);
    let row = tables.period(PeriodKind::PoliceFiling, "", TODAY).unwrap();
    assert_eq!((row.length, &*row.words().en, row.written().as_str()), (15, "15 days", "十五日"));
    assert_eq!((row.citation(), row.most()), (None, Severity::Warning), "no law is seen behind it");
    assert_eq!(row.basis(TODAY).zh, "自备的数据行");
    let unsure = laid(PeriodKind::PoliceFiling, &[("confidence", "UNSURE")]);
    assert_eq!(unsure.period(PeriodKind::PoliceFiling, "", TODAY).unwrap().most(), Severity::Note);
}

#[test]
fn a_row_that_makes_no_sense_is_left_out_and_told() {
    let table = Tables::open().find(|table| table.name == "periods").unwrap();
    let columns: Vec<&str> = table.columns().collect();
    let row = table.text.lines().find(|line| line.starts_with("police-filing\t")).unwrap();
    for (column, value) in [
        ("id", "police"),
        ("length", "0"),
        ("length", "-5"),
        ("length", "1001"),
        ("length", "30-30"),
        ("unit", "weeks"),
        ("direction", "around"),
        ("event_zh", "-"),
        ("start", "yes"),
        ("last", "no"),
    ] {
        let at = columns.iter().position(|one| *one == column).unwrap();
        let mut cells: Vec<&str> = row.split('\t').collect();
        cells[at] = value;
        let mut tables = Tables::builtin().clone();
        let faults = tables.lay(table, &format!("{}\n{}\n", columns.join("\t"), cells.join("\t")));
        assert_eq!(faults.iter().map(|fault| fault.column).collect::<Vec<_>>(), [column], "{value}");
        assert_eq!(tables.periods, Tables::builtin().periods);
    }
}

#[test]
fn no_rest_is_so_long_that_a_period_is_called_over_too_early() {
    // Where a calendar is not known, a fortnight is allowed for what may lie behind the last day.
    let calendar = &Tables::builtin().calendar;
    let (mut at, mut rest, mut longest) = (Day::of(2004, 1, 1), 0, 0);
    while let Some(works) = calendar.is_working_day(at) {
        rest = if works { 0 } else { rest + 1 };
        longest = longest.max(rest);
        at = at.plus_days(1);
    }
    assert!(at.year() > 2026 && (7..14).contains(&longest), "{longest} days until {at}");
}
