//! Days to keep as a calendar: iCalendar, RFC 5545.
//!
//! An entry keeps its UID as long as it is the same matter, and the same records on the same day give the same bytes.
//! What stood in an older calendar and has no day any more is cancelled.

mod older;

pub(crate) use older::{Older, read};

use super::{Item, Report};
use crate::output::ical::{date, line, local, text};
use crate::output::rule_set::rule_set;
use crate::output::stream;
use beian_core::day::Day;
use beian_core::words;
use beian_core::words::{Lang, Words};
use std::io::{self, Write};

/// Of how many days to keep the calendar cannot tell.
#[must_use]
pub(crate) struct Untold {
    without_day: usize,
    rules: String,
}

impl Untold {
    /// Says on the standard error what the format has no room for.
    pub(crate) fn tell(self, lang: Lang) -> io::Result<()> {
        let mut err = stream::stderr();
        let count = self.without_day;
        if 0 < count {
            let said = words!(
                "注意: {count} 项没有日子，日历里没有；用文本格式看",
                "warning: {count} matters have no day and are not in the calendar; the text format lists them"
            );
            writeln!(err, "{}", said.get(lang))?;
        }
        writeln!(err, "{}", rule_set(&self.rules).get(lang))?;
        err.flush()
    }
}

/// China has one zone and has had no summer time since 1991.
const ZONE: [(&str, &str); 8] = [
    ("BEGIN", "VTIMEZONE"),
    ("TZID", "Asia/Shanghai"),
    ("BEGIN", "STANDARD"),
    ("DTSTART", "19910915T000000"),
    ("TZOFFSETFROM", "+0800"),
    ("TZOFFSETTO", "+0800"),
    ("TZNAME", "CST"),
    ("END", "STANDARD"),
];

/// Writes it.
pub(crate) fn write(report: &Report, older: &[Older], lang: Lang, out: &mut dyn Write) -> io::Result<Untold> {
    let name = Words::fixed("备案到期事项", "ICP filing: days to keep");
    let language = match lang {
        Lang::Zh => "ZH",
        Lang::En => "EN",
    };
    line("BEGIN", "VCALENDAR", out)?;
    line("VERSION", "2.0", out)?;
    line("PRODID", &format!("-//beian//due//{language}"), out)?;
    line("CALSCALE", "GREGORIAN", out)?;
    line("METHOD", "PUBLISH", out)?;
    line("X-WR-CALNAME", name.get(lang), out)?;
    line("X-WR-TIMEZONE", "Asia/Shanghai", out)?;
    ZONE.iter().try_for_each(|(name, value)| line(name, value, out))?;
    line("END", "VTIMEZONE", out)?;
    for item in &report.items {
        if let Some(due) = item.due {
            entry(item, due, report, lang, out)?;
        }
    }
    let gone = older.iter().filter(|older| !report.dated.contains(&older.uid));
    gone.filter(|_| report.lost.is_empty()).try_for_each(|older| cancelled(older, report.today, out))?;
    line("END", "VCALENDAR", out)?;
    let without_day = report.items.iter().filter(|item| item.due.is_none()).count();
    Ok(Untold { without_day, rules: report.rules.clone() })
}

/// What identifies an entry, and tells readers which of two is the newer one.
fn identity(uid: &str, today: Day, out: &mut dyn Write) -> io::Result<()> {
    let stamp = format!("{}T000000Z", date(today));
    line("BEGIN", "VEVENT", out)?;
    line("UID", uid, out)?;
    line("DTSTAMP", &stamp, out)?;
    line("LAST-MODIFIED", &stamp, out)?;
    line("SEQUENCE", &Day::of(2000, 1, 1).days_until(today).max(0).to_string(), out)
}

fn entry(item: &Item, due: Day, report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    identity(&item.uid(), report.today, out)?;
    match item.at {
        Some(at) => line("DTSTART;TZID=Asia/Shanghai", &local(at), out)?,
        None => {
            line("DTSTART;VALUE=DATE", &date(due), out)?;
            line("DTEND;VALUE=DATE", &date(due.plus_days(1)), out)?;
        }
    }
    let (subject, Words { zh, en }) = (item.called(), &item.what);
    let summary = words!("{subject}：{zh}", "{subject}: {en}");
    line("SUMMARY", &text(summary.get(lang)), out)?;
    line("DESCRIPTION", &text(&about(item, lang)), out)?;
    line("CATEGORIES", &text(item.matter.words().get(lang)), out)?;
    line("STATUS", "CONFIRMED", out)?;
    line("TRANSP", "TRANSPARENT", out)?;
    // Nine o'clock a week and a day before; of a moment, hours before.
    let alarms: &[&str] = if item.at.is_some() { &["-PT12H", "-PT2H"] } else { &["-P6DT15H", "-PT15H"] };
    for alarm in alarms {
        line("BEGIN", "VALARM", out)?;
        line("ACTION", "DISPLAY", out)?;
        line("DESCRIPTION", &text(summary.get(lang)), out)?;
        line("TRIGGER", alarm, out)?;
        line("END", "VALARM", out)?;
    }
    line("END", "VEVENT", out)
}

/// What else there is to know.
fn about(item: &Item, lang: Lang) -> String {
    let mut lines = Vec::new();
    let mut add = |words: Words| lines.push(words.get(lang).to_owned());
    if let Some(name) = &item.name {
        add(words!("主体：{name}", "subject: {name}"));
    }
    if !item.services.is_empty() {
        let services = item.services.join(", ");
        add(words!("服务：{services}", "services: {services}"));
    }
    if !item.owners.is_empty() {
        let owners = item.owners.join(", ");
        add(words!("负责：{owners}", "owners: {owners}"));
    }
    let fact = &item.fact;
    add(words!("记录：{fact}", "record: {fact}"));
    if let Some(code) = item.rule {
        add(words!("规则：{code}（beian explain {code}）", "rule: {code} (beian explain {code})"));
    }
    lines.join("\n")
}

/// An entry of an older calendar that is no more.
fn cancelled(older: &Older, today: Day, out: &mut dyn Write) -> io::Result<()> {
    identity(&older.uid, today, out)?;
    older.kept.iter().try_for_each(|(name, value)| line(name, value, out))?;
    line("STATUS", "CANCELLED", out)?;
    line("TRANSP", "TRANSPARENT", out)?;
    line("END", "VEVENT", out)
}
