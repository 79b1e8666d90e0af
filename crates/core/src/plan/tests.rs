//! The days of a plan, forwards and backwards.

use super::schedule::{Course, Mark, Way};
use crate::calendar::UnknownYear;
use crate::day::Day;
use crate::model::Subject;
use crate::rule::Case;
use crate::tables::Tables;
use crate::vocabulary::Procedure;

const TODAY: Day = Day::of(2026, 3, 2);

fn course(today: Day, done: Option<(Mark, Day)>, open_on: Option<Day>) -> Course {
    let subject = Subject::default();
    let case = Case::new(&subject, Tables::builtin(), today, true);
    Way { case: &case, procedure: Procedure::First, provider: "阿里云", done, earliest: today }.course(open_on)
}

fn opens(course: &Course) -> Day {
    match course {
        Course::Days(schedule) => schedule.opens,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_done_on_the_last_days_opens_on_the_day_asked_for() {
    let soonest = opens(&course(TODAY, None, None));
    for more in 0..60 {
        let asked = soonest.plus_days(more);
        let Course::Days(schedule) = course(TODAY, None, Some(asked)) else { panic!("{asked} can be had") };
        // Each step is done on its last day, and the rest keeps its days.
        for (mark, day) in &schedule.days {
            let Course::Days(rest) = course(*day, Some((*mark, *day)), Some(asked)) else {
                panic!("{asked}: nothing is late on {day} ({mark:?})")
            };
            assert!(rest.days.iter().all(|(mark, day)| schedule.days.get(mark) == Some(day)), "{rest:?} {schedule:?}");
            assert!(opens(&course(*day, Some((*mark, *day)), None)) <= asked);
        }
    }
}

#[test]
fn a_day_that_cannot_be_had_is_answered_with_the_earliest() {
    let soonest = opens(&course(TODAY, None, None));
    for asked in [TODAY, soonest.plus_days(-1)] {
        let earliest = Ok(soonest);
        assert_eq!(course(TODAY, None, Some(asked)), Course::TooSoon { asked, earliest });
    }
    assert_eq!(opens(&course(TODAY, None, Some(soonest))), soonest);
    // A day late, and the day is lost.
    let Course::Days(schedule) = course(TODAY, None, Some(soonest)) else { panic!("it can be had") };
    let submit = schedule.days[&Mark::Submitted];
    assert!(matches!(course(submit.plus_days(8), None, Some(soonest)), Course::TooSoon { .. }));
}

#[test]
fn a_year_without_a_calendar_has_no_days() {
    let late = Day::of(2026, 12, 10);
    assert_eq!(course(late, None, None), Course::Unknown(UnknownYear(2027)));
    assert_eq!(course(late, None, Some(Day::of(2027, 2, 1))), Course::Unknown(UnknownYear(2027)));
    // A day of this year is too soon, whatever the next year holds.
    let asked = Day::of(2026, 12, 28);
    assert_eq!(course(late, None, Some(asked)), Course::TooSoon { asked, earliest: Err(UnknownYear(2027)) });
}
