//! What can be trusted of the days of commits: each is what some machine believed.

use beian_core::day::Day;
use beian_core::words::Words;

/// Seconds of a day. China has had no summer time since 1991.
const DAY: i64 = 86_400;

/// Clocks of two machines differ by less.
const SKEW: i64 = 3_600;

/// When a commit says that it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stamp {
    /// In seconds since the Unix epoch.
    pub when: i64,
    /// How far its clock was ahead of universal time, in minutes.
    pub zone: i32,
    /// When the commit before it says that it was made.
    pub parent: Option<i64>,
}

/// Why the day of a commit cannot be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// It is dated before the commit that it follows.
    BeforeParent,
    /// It is dated later than today.
    Future,
    /// Nobody lives in its time zone.
    Zone,
}

impl Doubt {
    /// What is doubtful.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Self::BeforeParent => Words::fixed("日期早于上一个提交", "it is dated before the commit that it follows"),
            Self::Future => Words::fixed("日期在今天之后", "it is dated in the future"),
            Self::Zone => Words::fixed("没有这样的时区", "there is no time zone like its own"),
        }
    }
}

impl Stamp {
    /// Without a look at the commit before.
    pub(super) fn alone(commit: &git2::Commit<'_>) -> Self {
        Self { when: commit.time().seconds(), zone: zone(commit), parent: None }
    }

    pub(super) fn of(commit: &git2::Commit<'_>) -> Self {
        // A parent that is not here tells nothing.
        let parent = commit.parent(0).ok().map(|parent| parent.time().seconds());
        Self { parent, ..Self::alone(commit) }
    }

    /// What is doubtful about it, by the day of today.
    #[must_use]
    pub fn doubts(self, today: Day) -> Vec<Doubt> {
        let zone = !(-12 * 60..=14 * 60).contains(&self.zone) || self.zone % 15 != 0;
        let doubts = [
            (self.parent.is_some_and(|parent| self.when < parent - SKEW), Doubt::BeforeParent),
            (end(today) < self.when, Doubt::Future),
            (zone, Doubt::Zone),
        ];
        doubts.into_iter().filter_map(|(is_so, doubt)| is_so.then_some(doubt)).collect()
    }
}

/// The zone as it is written: libgit2 takes one that nobody has for universal time.
fn zone(commit: &git2::Commit<'_>) -> i32 {
    let header = String::from_utf8_lossy(commit.raw_header_bytes());
    let line = header.lines().find(|line| line.starts_with("committer "));
    let written = line.and_then(|line| line.rsplit(' ').next()).and_then(|zone| zone.parse::<i32>().ok());
    written.map_or_else(|| commit.time().offset_minutes(), |zone| zone / 100 * 60 + zone % 100)
}

/// The last second of a day in Beijing.
pub(super) fn end(day: Day) -> i64 {
    (Day::of(1970, 1, 1).days_until(day) + 1) * DAY - 8 * 3600 - 1
}

/// By when each commit of a line was surely there; they stand oldest first, each with what its
/// clock said. One whose clock cannot be right, because it was behind that of the commit before or
/// is ahead of now, was there by the next one that can be trusted, or else by now.
pub(super) fn established(line: &[i64], now: i64) -> Vec<(i64, Option<Doubt>)> {
    let mut latest = i64::MIN;
    let mut found: Vec<(i64, Option<Doubt>)> = Vec::with_capacity(line.len());
    for when in line {
        let doubt = match () {
            () if now < *when => Some(Doubt::Future),
            () if when.saturating_add(SKEW) < latest => Some(Doubt::BeforeParent),
            () => None,
        };
        if doubt.is_none() {
            latest = latest.max(*when);
        }
        found.push((latest, doubt));
    }
    let mut next = now;
    for (when, doubt) in found.iter_mut().rev() {
        match doubt {
            Some(_) => *when = next,
            None => next = *when,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doubtful_commit_was_there_by_the_next_one() {
        let whens = |line: &[i64]| -> Vec<i64> {
            established(&line.iter().map(|hour| hour * 3600).collect::<Vec<_>>(), 100 * 3600)
                .into_iter()
                .map(|(when, _)| when / 3600)
                .collect()
        };
        assert_eq!(whens(&[10, 20, 30]), [10, 20, 30]);
        assert_eq!(whens(&[10, 20, 5]), [10, 20, 100], "a tip dated back was there by now");
        assert_eq!(whens(&[10, 20, 5, 30]), [10, 20, 30, 30]);
        assert_eq!(whens(&[10, 900, 30]), [10, 30, 30], "one of the future blinds nobody for those after it");
        assert_eq!(whens(&[10, 900]), [10, 100]);
        assert_eq!(whens(&[]), [0_i64; 0]);
    }

    #[test]
    fn what_is_doubtful_is_named() {
        let today = Day::of(2026, 11, 21);
        let at = |when, zone, parent| Stamp { when, zone, parent }.doubts(today);
        let now = end(today);
        assert_eq!(at(now, 480, Some(now - 5)), []);
        assert_eq!(at(now - 10, 480, Some(now)), [], "clocks differ by seconds");
        assert_eq!(at(now - 2 * DAY, 480, Some(now)), [Doubt::BeforeParent]);
        assert_eq!(at(now + 1, 345, None), [Doubt::Future]);
        assert_eq!(at(now, 1000, None), [Doubt::Zone]);
        assert_eq!(at(now, 7, None), [Doubt::Zone]);
    }
}
