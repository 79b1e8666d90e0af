//! Lines of iCalendar (RFC 5545): escaped, folded at 75 octets, ended by CRLF.

use super::runner::disarmed;
use super::shown::shown;
use beian_core::day::{Day, Moment};
use std::io::{self, Write};

/// The most octets of a line, its end not counted.
const LONGEST: usize = 75;

/// Writes a line, over several where it is long.
pub(crate) fn line(name: &str, value: &str, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(folded(&format!("{name}:{value}")).as_bytes())
}

/// A text as a value. What a stream would change later is changed before it is folded, so that no line grows.
pub(crate) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, part) in text.split('\n').enumerate() {
        if at != 0 {
            out.push_str("\\n");
        }
        for c in disarmed(&shown(part), false).chars() {
            if matches!(c, '\\' | ';' | ',') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}

/// A day as a value.
pub(crate) fn date(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// A moment as a value, in Beijing.
pub(crate) fn local(moment: Moment) -> String {
    let [hour, minute, second] = moment.time();
    format!("{}T{hour:02}{minute:02}{second:02}", date(moment.day()))
}

fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + line.len() / 24 + 2);
    let (mut rest, mut room) = (line, LONGEST);
    while room < rest.len() {
        let (piece, after) = rest.split_at(cut(rest, room));
        out.push_str(piece);
        out.push_str("\r\n ");
        // The blank before it is an octet of the line.
        (rest, room) = (after, LONGEST - 1);
    }
    out.push_str(rest);
    out.push_str("\r\n");
    out
}

/// Where a line is cut: between two characters, and where the next line begins with nothing that a machine takes for a
/// command or a number of its own.
fn cut(line: &str, room: usize) -> usize {
    let last = line.floor_char_boundary(room);
    let is_good = |at: &usize| {
        let Some((before, after)) = line.split_at_checked(*at) else { return false };
        let digits = before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit());
        !digits && !after.starts_with([':', '#', ' ', '\t']) && !before.ends_with([' ', '\\'])
    };
    (room / 2..=last).rev().find(is_good).unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unfolded(text: &str) -> String {
        text.trim_end_matches("\r\n").replace("\r\n ", "")
    }

    /// Numbers without an order, the same on each run.
    fn next(seed: &mut u64) -> u64 {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        *seed >> 33
    }

    #[test]
    fn twenty_thousand_texts_are_folded_between_characters() {
        const SIGNS: [&str; 14] = ["备", "案", "a", "9", " ", ";", ",", "\\", ":", "#", "𠮷", "é", "\"", "号"];
        let mut seed = 7;
        for _ in 0..20_000 {
            let length = next(&mut seed) % 120;
            let whole: String =
                (0..length).map(|_| SIGNS[usize::try_from(next(&mut seed)).unwrap_or(0) % SIGNS.len()]).collect();
            let value = text(&whole);
            let line = folded(&format!("SUMMARY:{value}"));
            assert!(line.split("\r\n").all(|one| one.len() <= LONGEST), "{line}");
            assert_eq!(unfolded(&line), format!("SUMMARY:{value}"));
            assert!(line.ends_with("\r\n") && !line.trim_end_matches("\r\n").contains("\r\n\r\n"));
            // No line is one that the stream would change.
            for one in line.split("\r\n").filter(|one| !one.contains("::::")) {
                assert_eq!(disarmed(one, false), one, "{line}");
            }
        }
    }

    #[test]
    fn values_are_escaped() {
        assert_eq!(text("a;b,c\\d\ne\rf\u{7}"), "a\\;b\\,c\\\\d\\ne␍f␇");
        assert_eq!(text("电话 13800138000"), "电话 138****8000");
        assert_eq!(local(Moment::parse("2026-10-19T20:00:05Z").unwrap()), "20261020T040005");
        assert_eq!(date(Day::of(2026, 1, 2)), "20260102");
    }
}
