//! A text that something rests on, and its versions.

use super::{Dated, Severity, Text};
use crate::day::Day;
use crate::words;
use crate::words::Words;

/// What kind of text a source is. It bounds how heavy a rule may weigh.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceKind {
    /// A law, an order or a decree.
    Law,
    /// A notice of an authority that binds those who file.
    Notice,
    /// A standard; what it says of check digits and forms is arithmetic.
    Standard,
    /// The format of these records itself.
    RecordFormat,
    /// A guide or manual, of an authority or of a provider.
    Manual,
    /// A package, a list or a collection of what was seen.
    Data,
    /// Recalled or inferred; no text that a reader could look up.
    Unsure,
}

impl SourceKind {
    /// All kinds.
    pub const ALL: [Self; 7] =
        [Self::Law, Self::Notice, Self::Standard, Self::RecordFormat, Self::Manual, Self::Data, Self::Unsure];

    /// The kind of such a name.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// The stable English word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Notice => "notice",
            Self::Standard => "standard",
            Self::RecordFormat => "record-format",
            Self::Manual => "manual",
            Self::Data => "data",
            Self::Unsure => "unsure",
        }
    }

    /// The most that may weigh what rests on it.
    #[must_use]
    pub const fn most(self) -> Severity {
        match self {
            Self::Law | Self::Notice | Self::Standard | Self::RecordFormat => Severity::Error,
            Self::Manual | Self::Data => Severity::Warning,
            Self::Unsure => Severity::Note,
        }
    }

    /// Whether such a text enters into force on some day; a page or a package does not, and of
    /// standards only those that say so.
    #[must_use]
    pub const fn enters_into_force(self) -> bool {
        matches!(self, Self::Law | Self::Notice)
    }
}

/// How a reader finds a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Findable {
    /// At its address.
    Address,
    /// By its number, in any collection of laws or standards.
    Number,
    /// By its title, at its publisher.
    Title,
    /// Nothing that stands here leads to it.
    No,
}

impl Findable {
    /// All ways, the easiest first.
    pub const ALL: [Self; 4] = [Self::Address, Self::Number, Self::Title, Self::No];

    /// The stable English word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Number => "number",
            Self::Title => "title",
            Self::No => "no",
        }
    }

    /// What people read.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Self::Address => Words::fixed("按网址", "at its address"),
            Self::Number => Words::fixed("按文号", "by its number"),
            Self::Title => Words::fixed("按标题和发布者", "by its title and publisher"),
            Self::No => Words::fixed("查不到", "not to be found"),
        }
    }
}

/// A version of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// When it was issued, as exactly as it is known.
    pub issued: Option<Dated>,
    /// First day in force, if it has one and it is known.
    pub from: Option<Day>,
    /// Last day in force; none for the version that is in force.
    pub until: Option<Day>,
    /// Number of what made this version of the older one.
    pub amended_by: Option<&'static str>,
    /// Its word for that: 修订, 修正. None for the first version.
    pub act: Option<&'static str>,
}

impl Version {
    /// What made it of the older one: `国务院令第797号修订`, or `2019年修正` where no number is
    /// known. Nothing for the first version.
    #[must_use]
    pub fn amendment(&self) -> Option<Words> {
        let act = self.act?;
        Some(match (self.amended_by, self.issued) {
            (Some(number), _) => words!("{number}{act}", "as amended by {number}"),
            (None, Some(issued)) => {
                let year = issued.year();
                words!("{year}年{act}", "as amended in {year}")
            }
            (None, None) => words!("经{act}", "as amended"),
        })
    }

    /// When it was issued, in words.
    #[must_use]
    pub fn issued(&self) -> Words {
        self.issued.map_or(Words::fixed("未注明日期", "not dated"), |issued| issued.words())
    }
}

/// A text that something rests on: a law, a notice, a standard, a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// How everything names it.
    pub id: Text,
    /// What kind of text it is.
    pub kind: SourceKind,
    /// Who stands behind it: two sources of one house confirm nothing.
    pub house: &'static str,
    /// How a reader finds it.
    pub findable: Findable,
    /// Number of the text, as its first version bears it.
    pub number: Option<&'static str>,
    /// Title, in the language of the text.
    pub title: &'static str,
    /// What it is, in English.
    pub title_en: &'static str,
    /// Who issued it.
    pub publisher: &'static str,
    /// Where it stands on the net, if the notes tell.
    pub url: Option<&'static str>,
    /// Day on which it was last held against a copy.
    pub checked: Day,
    /// Its versions, the oldest first; never none.
    pub versions: Vec<Version>,
}

impl Source {
    /// The version in force on a day; of a text that enters into force on no known day, its
    /// last one; nothing before the first one.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<&Version> {
        let began = |version: &&Version| version.from.is_none_or(|from| from <= day);
        self.versions.iter().rev().find(began)
    }

    /// The version in force on a day, or before that the one that came first.
    #[must_use]
    pub fn near(&self, day: Day) -> Option<&Version> {
        self.on(day).or_else(|| self.versions.first())
    }

    /// Its number as of a version: `国务院令第292号，国务院令第797号修订`; nothing if it has none.
    #[must_use]
    pub fn number_of(&self, version: Option<&Version>) -> Option<Words> {
        let amendment = version.and_then(Version::amendment);
        match (self.number, amendment) {
            (None, None) => None,
            (Some(number), None) => Some(words!("{number}", "{number}")),
            (None, Some(amendment)) => Some(amendment),
            (Some(number), Some(Words { zh, en })) => Some(words!("{number}，{zh}", "{number}, {en}")),
        }
    }

    /// All its versions in one line: when each was issued, and since when it is in force.
    #[must_use]
    pub fn history(&self) -> Words {
        let told = self.versions.iter().map(|version| self.told(version));
        let (zh, en): (Vec<_>, Vec<_>) = told.map(|Words { zh, en }| (zh, en)).unzip();
        let (zh, en) = (zh.join("；"), en.join("; "));
        words!("{zh}", "{en}")
    }

    /// A version in one line: when it was issued, by what, and since when it is in force.
    fn told(&self, version: &Version) -> Words {
        let by = match (version.amended_by, version.act) {
            (_, None) => Words::default(),
            (Some(number), Some(act)) => words!(" {number}{act}", " amended by {number}"),
            (None, Some(act)) => words!(" {act}", " amended"),
        };
        let (Words { zh, en }, Words { zh: force_zh, en: force_en }) = (version.issued(), self.force(version));
        let (by_zh, by_en) = (by.zh, by.en);
        words!("{zh}{by_zh}{force_zh}", "{en}{by_en}{force_en}")
    }

    /// When a version was issued, and since when it is in force.
    #[must_use]
    pub fn dated(&self, version: &Version) -> Words {
        let (Words { zh, en }, Words { zh: force_zh, en: force_en }) = (version.issued(), self.force(version));
        words!("{zh}{force_zh}", "{en}{force_en}")
    }

    fn force(&self, version: &Version) -> Words {
        match version.from {
            Some(from) => words!("，{from} 起施行", ", in force since {from}"),
            None if self.kind.enters_into_force() => Words::fixed("，施行日期不明", ", in force since a day not known"),
            None => Words::fixed("，无施行日期", ", with no day of entry into force"),
        }
    }
}
