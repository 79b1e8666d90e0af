//! Days to keep, as people, programs, calendars and robots read them.

pub(crate) mod calendar;
pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod robot;
pub(crate) mod text;

use beian_core::calendar::UnknownYear;
use beian_core::day::{Day, Moment};
use beian_core::deadline::Matter;
use beian_core::fnv::Fnv;
use beian_core::words;
use beian_core::words::Words;
use std::collections::BTreeSet;

/// A day to keep. Nothing in it shows more of a person than may be shown.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) subject: String,
    pub(crate) name: Option<String>,
    /// Whether it is surely no person who files.
    pub(crate) is_organisation: bool,
    pub(crate) matter: Matter,
    pub(crate) due: Option<Day>,
    pub(crate) at: Option<Moment>,
    pub(crate) unknown: Option<UnknownYear>,
    /// What it is about, as a fact within the subject.
    pub(crate) fact: String,
    pub(crate) what: Words,
    pub(crate) rule: Option<&'static str>,
    pub(crate) services: Vec<String>,
    pub(crate) owners: Vec<String>,
}

/// All that were asked for, in order.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) items: Vec<Item>,
    pub(crate) subjects: usize,
    /// What could not be seen or read.
    pub(crate) lost: Vec<(String, Words)>,
    pub(crate) today: Day,
    /// Within how many days, if that was asked.
    pub(crate) within: Option<i64>,
    pub(crate) rules: String,
    /// Whether something is due of which `--fail-on` tells.
    pub(crate) fails: bool,
    /// The UIDs of all that has a day, also of what was not asked for.
    pub(crate) dated: BTreeSet<String>,
}

/// How it stands with one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    Late,
    Today,
    Ahead,
    NoDay,
}

impl State {
    pub(crate) const ALL: [Self; 4] = [Self::Late, Self::Today, Self::Ahead, Self::NoDay];

    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Today => "today",
            Self::Ahead => "ahead",
            Self::NoDay => "no-day",
        }
    }

    pub(crate) const fn words(self) -> Words {
        match self {
            Self::Late => Words::fixed("逾期", "late"),
            Self::Today => Words::fixed("今天", "today"),
            Self::Ahead => Words::fixed("今后", "ahead"),
            Self::NoDay => Words::fixed("没有日子", "without a day"),
        }
    }
}

impl Item {
    /// What the subject is called outside of the records: an organisation by its name, others by their identity.
    pub(crate) fn called(&self) -> &str {
        self.name.as_deref().filter(|_| self.is_organisation).unwrap_or(&self.subject)
    }

    /// How many days are left, less than nothing if it is late.
    pub(crate) fn left(&self, today: Day) -> Option<i64> {
        self.due.map(|due| today.days_until(due))
    }

    pub(crate) fn state(&self, today: Day) -> State {
        match self.left(today) {
            None => State::NoDay,
            Some(..0) => State::Late,
            Some(0) => State::Today,
            Some(1..) => State::Ahead,
        }
    }

    /// What sorts it: late first, then by day, what has none last.
    pub(crate) fn order(&self) -> (bool, Option<Day>, &str, &str, Matter) {
        (self.due.is_none(), self.due, &self.subject, &self.fact, self.matter)
    }

    /// How far its day is, or why it has none.
    pub(crate) fn distance(&self, today: Day) -> Words {
        match (self.left(today), self.unknown) {
            (Some(left @ ..0), _) => {
                let (days, s) = (-left, if left == -1 { "" } else { "s" });
                words!("已过 {days} 天", "{days} day{s} late")
            }
            (Some(0), _) => Words::fixed("今天", "today"),
            (Some(left), _) => {
                let s = if left == 1 { "" } else { "s" };
                words!("还有 {left} 天", "in {left} day{s}")
            }
            (None, Some(year)) => year.words(),
            (None, None) => Words::fixed("—", "—"),
        }
    }

    /// A name that stays the same as long as it is the same matter, whatever becomes of its day.
    pub(crate) fn uid(&self) -> String {
        let mut hash = Fnv::new();
        for part in [&*self.subject, &*self.fact, self.matter.id()] {
            hash.add(part);
        }
        format!("{:016x}-{}@beian", hash.value(), self.matter.id())
    }
}

impl Report {
    /// Those of one state.
    pub(crate) fn of(&self, state: State) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.state(self.today) == state)
    }

    /// How many there are, in one line.
    pub(crate) fn counted(&self) -> Words {
        let count = |state| self.of(state).count();
        let (today, subjects) = (self.today, self.subjects);
        let of_subjects = if subjects == 1 { "1 subject".to_owned() } else { format!("{subjects} subjects") };
        if self.items.is_empty() {
            return match self.within {
                Some(days) => words!(
                    "{today}：{subjects} 个主体，{days} 天内没有到期的事项",
                    "{today}: {of_subjects}, nothing is due within {days} days"
                ),
                None => words!("{today}：{subjects} 个主体，没有到期的事项", "{today}: {of_subjects}, nothing is due"),
            };
        }
        let some = |state: &State| 0 < count(*state);
        let one = |state: State| {
            let (count, Words { zh, en }) = (count(state), state.words());
            words!("{zh} {count} 项", "{count} {en}")
        };
        let (zh, en): (Vec<_>, Vec<_>) =
            State::ALL.into_iter().filter(some).map(one).map(|words| (words.zh, words.en)).unzip();
        let (zh, en) = (zh.join("，"), en.join(", "));
        words!("{today}：{subjects} 个主体，{zh}", "{today}: {of_subjects}, {en}")
    }
}
