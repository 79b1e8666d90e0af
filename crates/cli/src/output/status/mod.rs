//! How far subjects and services have come, as people and programs read it.

pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod text;

use beian_core::calendar::UnknownYear;
use beian_core::day::Day;
use beian_core::deadline::Actor;
use beian_core::names::Province;
use beian_core::plan::Likely;
use beian_core::progress::Phase;
use beian_core::status::Status;
use beian_core::words;
use beian_core::words::{Lang, Words};

/// A subject or a service. Nothing in it shows more of a person than may be shown.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) subject: String,
    pub(crate) organiser: Option<String>,
    /// The key of the service; none for the subject itself.
    pub(crate) service: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) status: Status,
    pub(crate) phase: Phase,
    pub(crate) number: Option<String>,
    pub(crate) next: Option<Next>,
    pub(crate) order: Option<String>,
    /// What the rejection of the order is likely about.
    pub(crate) likely: Vec<&'static Likely>,
    /// How much keeps it from being handed in.
    pub(crate) blockers: usize,
    /// Errors, warnings, notes.
    pub(crate) findings: [usize; 3],
    pub(crate) province: Option<&'static Province>,
    /// Providers with accounts.
    pub(crate) access: Vec<(String, Option<String>)>,
    pub(crate) owner: Option<String>,
}

/// What is done next.
#[derive(Debug)]
pub(crate) struct Next {
    pub(crate) actor: Actor,
    pub(crate) what: Words,
    pub(crate) not_before: Option<Day>,
    pub(crate) by: Option<Day>,
    pub(crate) unknown: Option<UnknownYear>,
    /// Whether the day is only what is usual.
    pub(crate) is_usual: bool,
    pub(crate) why: Words,
    pub(crate) fact: String,
}

/// All of them.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) rows: Vec<Row>,
    pub(crate) today: Day,
    /// How many files and folders were not seen.
    pub(crate) unseen: usize,
    pub(crate) rules: String,
}

/// What comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Urgency,
    Subject,
    Status,
    Day,
}

/// How urgent a row is, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Urgency {
    /// Its day has passed, or it is open without being filed.
    Late,
    /// Within a week.
    Week,
    /// The house has to act, whenever.
    House,
    /// Within a month.
    Month,
    /// Somebody else has to act, or a day has to come.
    Others,
    /// Nothing is to be done soon.
    InOrder,
    /// It has ended.
    Ended,
}

impl Row {
    /// The last day that somebody can be late by.
    fn due(&self) -> Option<Day> {
        self.next.as_ref().filter(|next| !next.is_usual).and_then(|next| next.by)
    }

    pub(crate) fn urgency(&self, today: Day) -> Urgency {
        let left = self.due().map(|due| today.days_until(due));
        match (left, self.phase) {
            (_, Phase::Ended) => Urgency::Ended,
            (Some(..0), _) | (_, Phase::OpenUnfiled) => Urgency::Late,
            (Some(0..=7), _) => Urgency::Week,
            (_, phase) if phase.actor() == Some(Actor::House) => Urgency::House,
            (Some(8..=30), _) => Urgency::Month,
            (_, Phase::InOrder) => Urgency::InOrder,
            _ => Urgency::Others,
        }
    }

    /// What it is called: the subject, and the service in it.
    pub(crate) fn called(&self) -> String {
        match &self.service {
            Some(service) => format!("{}/{service}", self.subject),
            None => self.subject.clone(),
        }
    }

    /// Errors and warnings in short; nothing where there are none.
    pub(crate) fn faults(&self) -> Words {
        match self.findings {
            [0, 0, _] => Words::default(),
            [errors, 0, _] => words!("{errors} 错", "{errors}E"),
            [0, warnings, _] => words!("{warnings} 警", "{warnings}W"),
            [errors, warnings, _] => words!("{errors} 错 {warnings} 警", "{errors}E {warnings}W"),
        }
    }

    /// The day of the next act, and how far it is.
    pub(crate) fn day(&self, today: Day) -> Words {
        let Some(next) = &self.next else { return Words::default() };
        match (next.by, next.not_before, next.unknown) {
            (Some(by), _, _) if next.is_usual => words!("{by} 前后", "about {by}"),
            (Some(by), _, _) => match today.days_until(by) {
                left @ ..0 => {
                    let days = -left;
                    words!("{by} 已过 {days} 天", "{by}, {days} days late")
                }
                0 => words!("{by} 今天", "{by}, today"),
                left => words!("{by} 还有 {left} 天", "{by}, in {left} days"),
            },
            (None, Some(day), _) => words!("{day} 起", "from {day}"),
            (None, None, Some(year)) => year.words(),
            (None, None, None) => Words::default(),
        }
    }

    /// Where it is filed: provider and account.
    pub(crate) fn through(&self) -> String {
        let one = |(provider, account): &(String, Option<String>)| match account {
            Some(account) => format!("{provider} {account}"),
            None => provider.clone(),
        };
        self.access.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    /// What is done next, with who does it where that is not the house.
    pub(crate) fn act(&self, lang: Lang) -> String {
        self.next.as_ref().map(|next| next.what.get(lang).to_owned()).unwrap_or_default()
    }
}

impl Report {
    /// Puts the rows in order.
    pub(crate) fn sort(&mut self, by: Sort) {
        let today = self.today;
        let far = Day::of(9999, 12, 31);
        let day = |row: &Row| row.next.as_ref().and_then(|next| next.by.or(next.not_before)).unwrap_or(far);
        self.rows.sort_by(|a, b| {
            let whose = || (&a.subject, &a.service).cmp(&(&b.subject, &b.service));
            match by {
                Sort::Urgency => (a.urgency(today), day(a)).cmp(&(b.urgency(today), day(b))).then_with(whose),
                Sort::Subject => whose(),
                Sort::Status => (a.status, a.phase).cmp(&(b.status, b.phase)).then_with(whose),
                Sort::Day => day(a).cmp(&day(b)).then_with(whose),
            }
        });
    }

    /// How many there are, in one line.
    pub(crate) fn counted(&self) -> Words {
        let of = |urgency| self.rows.iter().filter(|row| row.urgency(self.today) == urgency).count();
        let services = self.rows.iter().filter(|row| row.service.is_some()).count();
        let (subjects, today) = (self.rows.len() - services, self.today);
        let parts = [
            (of(Urgency::Late), Words::fixed("逾期或须立即处理", "late or at once")),
            (of(Urgency::Week), Words::fixed("7 天内到期", "due within 7 days")),
            (of(Urgency::House), Words::fixed("待本单位办理", "for the house to do")),
            (of(Urgency::Month), Words::fixed("30 天内到期", "due within 30 days")),
            (of(Urgency::Others), Words::fixed("等待他方", "waiting for others")),
            (of(Urgency::InOrder), Words::fixed("正常", "in order")),
            (of(Urgency::Ended), Words::fixed("已终止", "ended")),
        ];
        let some = parts.iter().filter(|(count, _)| 0 < *count);
        let (zh, en): (Vec<_>, Vec<_>) =
            some.map(|(count, Words { zh, en })| (format!("{zh} {count}"), format!("{count} {en}"))).unzip();
        let (zh, en) = (zh.join("，"), en.join(", "));
        let s = |count: usize| if count == 1 { "" } else { "s" };
        let (s_subjects, s_services) = (s(subjects), s(services));
        words!(
            "{today}：{subjects} 个主体、{services} 个服务：{zh}",
            "{today}: {subjects} subject{s_subjects}, {services} service{s_services}: {en}"
        )
    }
}
