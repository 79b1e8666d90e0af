//! Periods: how long something may take, how that is counted, and what it rests on.
//!
//! Rules, due days, letters and documents take each period from here, so that no two of them
//! count differently, and a user's row reaches them all.

use super::counted::End;
use crate::calendar::{Calendar, UnknownYear};
use crate::day::{Day, Moment};
use crate::law::{Citation, Severity, Sources};
use crate::rows::listed::Listed;
use crate::rows::table::{Provenance, Row, RowFault, Tabled, founded};
use crate::vocabulary::PeriodKind;
use crate::words;
use crate::words::{Words, numeral};

/// In what a period is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Hours.
    Hours,
    /// Days of the calendar.
    Days,
    /// Months of the calendar.
    Months,
    /// Days on which people work.
    WorkingDays,
}

impl Unit {
    /// Whether the calendar alone tells where a period ends, whoever works when.
    const fn is_of_the_calendar(self) -> bool {
        match self {
            Self::Days | Self::Months => true,
            Self::Hours | Self::WorkingDays => false,
        }
    }
}

/// On which side of its event a period lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// It ends with the event.
    Before,
    /// It begins with the event.
    After,
}

/// One period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// Which it is.
    pub kind: PeriodKind,
    /// The provider whose own it is; none for all.
    pub provider: Option<String>,
    /// How long it is at least, where sources name a span.
    pub least: Option<u32>,
    /// How long it is, or at most.
    pub length: u32,
    /// In what it is measured.
    pub unit: Unit,
    /// Whether it lies before its event or after it.
    pub direction: Direction,
    /// What it is counted from.
    pub event: Words,
    /// Whether the day of the event is its first.
    pub counts_start: bool,
    /// Whether a last day on which nobody works is followed by the next working day.
    pub moves: bool,
    /// Texts on other periods after which this one is counted, because its own are silent.
    pub reading: Vec<String>,
    /// Where the row comes from: an article, or pages where no article says it.
    pub provenance: Provenance,
}

impl Tabled for Period {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let length = row.must("length")?;
        let (least, length) = length.split_once('-').map_or((None, length), |(least, most)| (Some(least), most));
        let number = |text: &str| match text.parse::<u32>() {
            Ok(number @ 1..=1000) => Ok(number),
            _ => Err(row.fault("length", "neither a number nor a span of two")),
        };
        let (least, length) = (least.map(number).transpose()?, number(length)?);
        if least.is_some_and(|least| length <= least) {
            return Err(row.fault("length", "a span that does not grow"));
        }
        Ok(Self {
            kind: PeriodKind::parse(row.must("id")?).ok_or_else(|| row.fault("id", "no such period"))?,
            provider: row.text("provider"),
            least,
            length,
            unit: match row.must("unit")? {
                "hours" => Unit::Hours,
                "days" => Unit::Days,
                "months" => Unit::Months,
                "working-days" => Unit::WorkingDays,
                _ => return Err(row.fault("unit", "not days, months, working-days or hours")),
            },
            direction: match row.must("direction")? {
                "before" => Direction::Before,
                "after" => Direction::After,
                _ => return Err(row.fault("direction", "neither before nor after")),
            },
            event: row.words("event_zh", "event_en").ok_or_else(|| row.fault("event_zh", "missing"))?,
            counts_start: match row.get("start") {
                None | Some("not-counted") => false,
                Some("counted") => true,
                Some(_) => return Err(row.fault("start", "neither counted nor not-counted")),
            },
            moves: match row.get("last") {
                None | Some("stays") => false,
                Some("moves") => true,
                Some(_) => return Err(row.fault("last", "neither moves nor stays")),
            },
            reading: row.get("reading").map(keys).unwrap_or_default(),
            provenance: row.provenance()?,
        })
    }

    fn key(&self) -> String {
        format!("{}\t{}", self.kind.id(), self.provider.as_deref().unwrap_or_default())
    }

    founded!();
}

fn keys(cell: &str) -> Vec<String> {
    cell.split(',').map(str::to_owned).collect()
}

impl Period {
    /// Its length as people read it: `30 日`, `1—2 个工作日`.
    #[must_use]
    pub fn words(&self) -> Words {
        let (length, s) = (self.length, if self.length == 1 { "" } else { "s" });
        let least = self.least.map_or_else(Words::default, |least| words!("{least}—", "{least} to "));
        let (zh, en) = (least.zh, least.en);
        match self.unit {
            Unit::Hours => words!("{zh}{length} 小时", "{en}{length} hour{s}"),
            Unit::Days => words!("{zh}{length} 日", "{en}{length} day{s}"),
            Unit::Months => words!("{zh}{length} 个月", "{en}{length} month{s}"),
            Unit::WorkingDays => words!("{zh}{length} 个工作日", "{en}{length} working day{s}"),
        }
    }

    /// Its length as a letter writes it: `三十日`.
    #[must_use]
    pub fn written(&self) -> String {
        let length = numeral(self.length);
        let length = self.least.map_or_else(|| length.clone(), |least| format!("{}至{length}", numeral(least)));
        match self.unit {
            Unit::Hours => format!("{length}小时"),
            Unit::Days => format!("{length}日"),
            Unit::Months => format!("{length}个月"),
            Unit::WorkingDays => format!("{length}个工作日"),
        }
    }

    /// The last day of the period of an event; of a span its longest.
    ///
    /// # Errors
    /// Names a year whose working days are not known, where they are what is counted.
    pub fn end(&self, event: Day, calendar: &Calendar) -> Result<End, UnknownYear> {
        self.end_of(self.length, event, calendar)
    }

    /// Whether something done on a day was in time for certain, whatever the calendar says of days off: they only ever
    /// put the end off.
    #[must_use]
    pub fn is_kept(&self, event: Day, done: Day) -> bool {
        let plain = match self.unit {
            Unit::Hours | Unit::Months => return false,
            Unit::Days | Unit::WorkingDays => event.plus_days(i64::from(self.length)),
        };
        self.direction == Direction::After && !self.counts_start && done <= plain
    }

    /// The same of the shortest that sources name.
    ///
    /// # Errors
    /// As above.
    pub fn soonest(&self, event: Day, calendar: &Calendar) -> Result<End, UnknownYear> {
        self.end_of(self.least.unwrap_or(self.length), event, calendar)
    }

    fn end_of(&self, length: u32, event: Day, calendar: &Calendar) -> Result<End, UnknownYear> {
        let sign = if self.direction == Direction::Before { -1 } else { 1 };
        let begin = if self.counts_start { event.plus_days(-sign) } else { event };
        let plain = match self.unit {
            // A moment is known to the minute; of a day all that is known is that the last hour falls on a later one.
            Unit::Hours => event.plus_days(sign * i64::from(length.div_ceil(24))),
            Unit::Days => begin.plus_days(sign * i64::from(length)),
            Unit::Months if sign < 0 => begin.minus_months(length),
            Unit::Months => begin.plus_months(length),
            Unit::WorkingDays => calendar.working_days_from(begin, i64::from(length) * sign)?,
        };
        let mut end = End { day: plain, moved_from: None, may_move: None };
        if self.moves && self.unit.is_of_the_calendar() && self.direction == Direction::After {
            match calendar.working_day_from(plain) {
                Ok(day) => (end.day, end.moved_from) = (day, (day != plain).then_some(plain)),
                Err(year) => end.may_move = Some(year),
            }
        }
        Ok(end)
    }

    /// The moment at which a period of hours ends that begins with a moment; none of another one.
    #[must_use]
    pub fn moment(&self, event: Moment) -> Option<Moment> {
        (self.unit == Unit::Hours && self.direction == Direction::After).then(|| event.plus_hours(self.length))
    }

    /// What a day that was counted by it rests on besides the row, in brackets; nothing where that is plain.
    #[must_use]
    pub fn remark(&self, end: &End) -> Words {
        let Words { zh, en } = cited(&self.reading, end.day);
        if let Some(plain) = end.moved_from {
            return words!(
                "（{plain} 是休息日，顺延至其后的第一个工作日：参照{zh}，系本程序的理解）",
                " ({plain} is a day off; that the next working day is then the last one is a reading of this program, \
                 after {en})"
            );
        }
        let Some(UnknownYear(year)) = end.may_move else { return Words::default() };
        words!(
            "（本程序没有 {year} 年的放假安排；这一天若是休息日，参照{zh}顺延，系本程序的理解）",
            " (this program has no calendar of {year}; if that is a day off, the next working day is the last one, \
             which is a reading after {en})"
        )
    }

    /// How it is counted, and what of that is a reading.
    #[must_use]
    pub fn counting(&self, day: Day) -> Words {
        let mut parts = vec![match self.unit {
            Unit::Hours => Words::fixed("按小时连续计算", "in hours without a break"),
            Unit::Days => Words::fixed("按日历日计算", "in days of the calendar"),
            Unit::Months => Words::fixed(
                "按月计算，到对应日为止；没有对应日的，到该月最后一日",
                "in months of the calendar, to the same day or else the last one of that month",
            ),
            Unit::WorkingDays => Words::fixed(
                "按工作日计算（国务院放假安排；没有的年份不推算）",
                "in working days by the calendar of the State Council (a year without one is not guessed)",
            ),
        }];
        if self.unit != Unit::Hours {
            parts.push(if self.counts_start {
                Words::fixed("起算的当日计入", "the day of the event counts")
            } else {
                Words::fixed("起算的当日不计入", "the day of the event does not count")
            });
        }
        if self.unit.is_of_the_calendar() {
            parts.push(if self.moves {
                Words::fixed(
                    "最后一日是休息日的，顺延至其后的第一个工作日",
                    "a last day on which nobody works is followed by the next working day",
                )
            } else {
                Words::fixed("最后一日不顺延", "its last day never moves")
            });
        }
        if !self.reading.is_empty() {
            let Words { zh, en } = cited(&self.reading, day);
            parts.push(words!("参照{zh}，系本程序的理解", "a reading of this program, after {en}"));
        }
        let (zh, en): (Vec<_>, Vec<_>) = parts.into_iter().map(|part| (part.zh, part.en)).unzip();
        let (zh, en) = (zh.join("；"), en.join("; "));
        words!("{zh}", "{en}")
    }

    /// What it rests on, as of a day: articles and pages.
    #[must_use]
    pub fn basis(&self, day: Day) -> Words {
        cited(&self.provenance.sources, day)
    }

    /// The first text that it rests on; none for a row of a user's.
    #[must_use]
    pub fn citation(&self) -> Option<Citation> {
        self.provenance.sources.first().and_then(|key| Citation::parse(key, Sources::builtin()))
    }

    /// That its length is a user's own and not what the texts say, in brackets; nothing of the program's rows.
    #[must_use]
    pub fn own(&self) -> Words {
        match self.citation() {
            Some(_) => Words::default(),
            None => Words::fixed("（期限按自备的数据行）", " (by a row of your own)"),
        }
    }

    /// The most that its breach weighs.
    #[must_use]
    pub fn most(&self) -> Severity {
        if !self.provenance.confidence.decides() {
            return Severity::Note;
        }
        self.citation().map_or(Severity::Warning, |citation| citation.source().kind.most())
    }
}

/// Texts and articles in one line; a text is named once. What the list does not hold is a user's own.
pub(crate) fn cited(keys: &[String], day: Day) -> Words {
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    let mut last = None;
    for key in keys {
        let said = match Citation::parse(key, Sources::builtin()) {
            Some(one) if last == Some(one.text) => one.articles_on(day),
            Some(one) => {
                last = Some(one.text);
                one.short(day)
            }
            None => Words::fixed("自备的数据行", "a row of your own"),
        };
        zh.push(said.zh);
        en.push(said.en);
    }
    let (zh, en) = (zh.join("、"), en.join(", "));
    words!("{zh}", "{en}")
}

/// All periods.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Periods(Listed<Period>);

impl Periods {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/periods.tsv");

    pub(super) const fn builtin() -> Self {
        Self(Listed::built_in(Self::TEXT))
    }

    pub(super) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        self.0.lay(text)
    }

    /// All rows.
    pub fn all(&self) -> impl Iterator<Item = &Period> {
        self.0.all()
    }

    /// A period on the day of its event, that of all and those of single providers.
    pub(super) fn each(&self, kind: PeriodKind, day: Day) -> impl Iterator<Item = &Period> {
        self.0.of(move |row| row.kind == kind, day)
    }

    /// A text in which periods stand by their ids in braces, `{police-filing}`, with their lengths as they are on a
    /// day. Of a period that is a provider's own the first row is meant.
    #[must_use]
    pub fn fill(&self, words: &Words, day: Day) -> Words {
        let mut filled = words.clone();
        // The rows of other days come last, so that no name is left where none speaks of the day.
        for row in self.0.on(day).chain(self.0.all()) {
            let (name, length) = (format!("{{{}}}", row.kind.id()), row.words());
            if filled.zh.contains(&name) {
                filled.zh = filled.zh.replace(&name, &length.zh).into();
            }
            if filled.en.contains(&name) {
                filled.en = filled.en.replace(&name, &length.en).into();
            }
        }
        filled
    }

    /// A period of all providers as it is on the day of its event; none where the sources do not tell.
    #[must_use]
    pub fn of(&self, kind: PeriodKind, day: Day) -> Option<&Period> {
        self.each(kind, day).find(|row| row.provider.is_none())
    }
}
