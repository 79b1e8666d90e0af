//! When a text was issued, as exactly as it is known and no more.

use crate::words;
use crate::words::Words;
use std::fmt;

/// A day, a month or a year, or a span of them. Written as ISO 8601-2 (EDTF) does: `2024-12-06`,
/// `2026-08`, `2011`, `2022~` about, `2020/2022` from and to, `../2019-01-15` at the latest.
///
/// Pages and older standards often tell no more than a year. A type that knows only days would
/// make somebody invent one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// None for what is known to be no later than the last.
    first: Option<Point>,
    last: Option<Point>,
}

/// A day, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Point {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
    about: bool,
}

impl Point {
    fn parse(text: &str) -> Option<Self> {
        let (text, about) = text.strip_suffix('~').map_or((text, false), |text| (text, true));
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next(), parts.next());
        let digits = |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
        let fits = digits(year, 4) && [month, day].into_iter().flatten().all(|part| digits(part, 2));
        if !fits || parts.next().is_some() {
            return None;
        }
        let part = |text: Option<&str>| text.map(|text| text.parse::<u8>().ok()).unwrap_or_default();
        let point = Self { year: year.parse().ok()?, month: part(month), day: part(day), about };
        let ends = point.month.is_none_or(|month| (1..=12).contains(&month)) && point.day.is_none_or(|day| day <= 31);
        ends.then_some(point)
    }

    /// Without a word that it is about.
    fn plain(self) -> String {
        let mut text = format!("{:04}", self.year);
        for part in [self.month, self.day].into_iter().flatten() {
            text += &format!("-{part:02}");
        }
        text
    }

    fn zh(self) -> String {
        if self.month.is_none() { format!("{}年", self.year) } else { self.plain() }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain())?;
        if self.about { f.write_str("~") } else { Ok(()) }
    }
}

impl Dated {
    /// Reads the form above.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once('/') {
            None => Some(Self { first: Some(Point::parse(text)?), last: None }),
            Some(("..", last)) => Some(Self { first: None, last: Some(Point::parse(last)?) }),
            Some((first, last)) => Some(Self { first: Some(Point::parse(first)?), last: Some(Point::parse(last)?) }),
        }
    }

    /// The year, or the last of several.
    #[must_use]
    pub fn year(&self) -> u16 {
        self.last.or(self.first).map_or(0, |point| point.year)
    }

    /// What people read.
    #[must_use]
    pub fn words(&self) -> Words {
        let about = [self.first, self.last].into_iter().flatten().any(|point| point.about);
        let (about_zh, about_en) = if about { ("约", "about ") } else { ("", "") };
        match (self.first, self.last) {
            (Some(first), None) => {
                let (zh, en) = (first.zh(), first.plain());
                words!("{about_zh}{zh}", "{about_en}{en}")
            }
            (Some(first), Some(last)) => {
                let (from, to, first, last) = (first.zh(), last.zh(), first.plain(), last.plain());
                words!("{about_zh}{from}至{to}", "{about_en}{first} to {last}")
            }
            (None, last) => {
                let (zh, en) = last.map(|last| (last.zh(), last.plain())).unwrap_or_default();
                words!("不晚于 {zh}", "no later than {en}")
            }
        }
    }
}

impl fmt::Display for Dated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.first, self.last) {
            (Some(first), None) => write!(f, "{first}"),
            (Some(first), Some(last)) => write!(f, "{first}/{last}"),
            (None, Some(last)) => write!(f, "../{last}"),
            (None, None) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_said_and_no_more() {
        for (text, zh, en) in [
            ("2024-12-06", "2024-12-06", "2024-12-06"),
            ("2026-08", "2026-08", "2026-08"),
            ("2011", "2011年", "2011"),
            ("2022~", "约2022年", "about 2022"),
            ("2020~/2022~", "约2020年至2022年", "about 2020 to 2022"),
            ("2019/2026", "2019年至2026年", "2019 to 2026"),
            ("../2019-01-15", "不晚于 2019-01-15", "no later than 2019-01-15"),
        ] {
            let dated = Dated::parse(text).unwrap();
            let Words { zh: said_zh, en: said_en } = dated.words();
            assert_eq!((&*said_zh, &*said_en), (zh, en));
            assert_eq!(dated.to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "-", "not dated", "11", "2011-1", "2011-13", "2011-01-32", "2011-01-01-01", "2011/", "/2011"] {
            assert_eq!(Dated::parse(text), None, "{text}");
        }
    }
}
